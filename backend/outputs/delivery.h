#pragma once

#include "backend/audit/event_query.h"
#include "backend/audit/journal.h"
#include "backend/base/fault.h"
#include "backend/crypto/aead.h"
#include "backend/outputs/sender.h"
#include "backend/storage/store.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace sallyport::outputs {

using OutputCipher = crypto::Cipher<struct OutputPurpose>;

/// How long is waited, and for what.
struct Pace {
    std::chrono::milliseconds collect{200};      ///< after the first new event, for those that come with it
    std::chrono::milliseconds pause{1'000};      ///< between two batches that weren't full
    std::chrono::milliseconds mailPause{60'000}; ///< between two mails
    std::chrono::milliseconds firstRetry{1'000}; ///< doubled each time, up to
    std::chrono::milliseconds lastRetry{300'000};
    std::int64_t failuresUntilTold = 3; ///< then output.failed is recorded, once
};

struct DeliveryParts {
    storage::Store& store;
    audit::Journal& journal;
    const OutputCipher& cipher;
    const Surroundings& surroundings;
    Pace pace;
    FaultListener onFault = {};
    /// Told when it is recorded that the destination fails, with why, and when it works again. On the delivery's thread.
    std::function<void(const std::string& id, const Result<void>& how)> onTold = {};
    /// Whether what goes there may still go, asked before each batch. None: it may.
    std::function<Result<void>(const Destination& destination)> allowed = {};
};

/// One destination's thread (`outputs`): takes what the journal holds behind the destination's position, a page at a time, and
/// moves the position once the other side has acknowledged it. The journal is the spool, so nothing is kept in memory but the
/// page, and whoever records an event waits for nobody.
class Delivery {
public:
    static Result<std::unique_ptr<Delivery>> start(DeliveryParts parts, DestinationRow row);
    ~Delivery();
    Delivery(const Delivery&) = delete;
    Delivery& operator=(const Delivery&) = delete;

    /// There may be something new. Any thread; never blocks.
    void wake();
    /// There is a message, which doesn't wait for the pause between batches. Any thread; never blocks.
    void hurry();
    /// Of its configuration.
    std::int64_t version() const noexcept { return m_version; }
    /// The last event that was looked at.
    std::int64_t position() const noexcept { return m_seen.load(); }

private:
    enum class Step { Idle, More, Held, Failed };

    Delivery(DeliveryParts parts, DestinationRow row, audit::EventQuery filter, SecretBytes secret, std::unique_ptr<Stop> stop);
    void run();
    Step step();
    Result<void> askAllowed() const;
    Result<Step> sendMessage();
    Result<Step> sendPage();
    Result<std::vector<audit::Event>> nextPage(std::int64_t& reached, std::int64_t& missing, bool& more);
    /// What goes with a step of the position.
    struct Gone {
        std::int64_t missing = 0; ///< events that had expired
        Rejected rejected = {};
    };
    Result<void> commit(std::int64_t events, std::int64_t reached, const Gone& gone, const std::string& messageId);
    void noteFailure(const Error& error);
    Result<void> record(storage::Transaction& transaction, std::string_view kind, std::string reason, std::string details);
    std::chrono::milliseconds waitAfter(Step step) const;
    std::chrono::milliseconds pause() const;

    const DeliveryParts m_parts;
    DestinationRow m_row;
    const std::int64_t m_version;
    const audit::EventQuery m_filter;
    const std::unique_ptr<Stop> m_stop;
    const std::unique_ptr<Sender> m_sender;
    std::int64_t m_stored = 0; ///< the position that the database has
    std::int64_t m_tried = 0;  ///< where the page ended that was sent and not taken: it is tried again as it was; 0: none
    std::atomic<std::int64_t> m_seen = 0;
    std::uint64_t m_lastVersion = 0;
    std::chrono::seconds m_retryAfter{0};               ///< what the other side asked for with its last refusal
    std::chrono::steady_clock::time_point m_nextPage{}; ///< no batch of events before
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = true, m_hurried = false;
    std::thread m_thread;
};

} // namespace sallyport::outputs
