#pragma once

#include "backend/audit/event.h"
#include "backend/base/descriptor.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/outbound/client.h"
#include "backend/outputs/destination_rows.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace sallyport::outputs {

/// Ends what a sender waits for. Any thread.
class Stop {
public:
    static Result<std::unique_ptr<Stop>> make();
    void raise() noexcept;
    bool raised() const noexcept { return m_raised.load(); }
    int descriptor() const noexcept { return m_event.get(); } ///< readable once it is raised
    outbound::Client& client() noexcept { return *m_client; } ///< whose calls end then, too

private:
    Stop(Descriptor event, std::unique_ptr<outbound::Client> client) : m_event(std::move(event)), m_client(std::move(client)) {}
    Descriptor m_event;
    std::unique_ptr<outbound::Client> m_client;
    std::atomic<bool> m_raised = false;
};

/// What a sender needs from its surroundings.
struct Surroundings {
    std::function<outbound::Policy()> policy;
    std::function<UtcTime()> now;
    std::filesystem::path folder; ///< `outputs` in the data directory
    std::string host;             ///< this machine's name
    std::function<std::string()> newId;
};

/// Events that the other side has said it won't take, whatever happens.
struct Rejected {
    std::int64_t events = 0;
    std::string why;
};

/// Takes what is to go out to one destination. One thread at a time.
class Sender {
public:
    virtual ~Sender() = default;
    /// Success: the other side has acknowledged all of them. An error: nobody knows which, so all are sent again. At most
    /// `eventsAtOnce` events.
    [[nodiscard]] virtual Result<void> send(std::span<const audit::Event> events) = 0;
    [[nodiscard]] virtual Result<void> send(const Message& message) = 0;
    /// Of the last send() that went well: those that it left out for good.
    virtual Rejected takeRejected() { return {}; }
};

inline constexpr std::size_t eventsAtOnce = 500;

/// `stop` and `surroundings` outlive it.
std::unique_ptr<Sender> makeSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                   Stop& stop);

std::unique_ptr<Sender> makeSyslogSender(const DestinationFields& fields, SecretBytes key, const Surroundings& surroundings,
                                         Stop& stop);
std::unique_ptr<Sender> makeOtlpSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                       Stop& stop);
std::unique_ptr<Sender> makeHookSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                       Stop& stop);
std::unique_ptr<Sender> makeMailSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                       Stop& stop);
std::unique_ptr<Sender> makeFileSender(const DestinationFields& fields, const Surroundings& surroundings, const Stop& stop);

/// Appends an event in the destination's format, without a line end.
void appendFormatted(std::string& to, const audit::Event& event, EventFormat format, const std::string& host);
/// The same of a message. As JSON: `{"kind": "alert", "time", "subject", "text", "data"?}`.
void appendFormatted(std::string& to, const Message& message, EventFormat format, const std::string& host);

} // namespace sallyport::outputs
