#pragma once

#include "backend/access/actor.h"
#include "backend/audit/event_id.h"
#include "backend/audit/event_query.h"
#include "backend/http/response.h"
#include "backend/journal/events.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::api {

/// Whom places for streams are kept for. An API key has the rank of nobody: it may be anywhere, and be anybody's.
enum class StreamRank { Anybody, Administrator, Owner };

/// One open event stream. While its reader keeps up, the journal's feed puts events in; once it doesn't, or begins with what
/// it missed, they are read from the database page by page, when there is room for them, until it has caught up. The
/// connection's loop takes the text out. Whoever listens is asked before each piece. Thread-safe.
class LiveStream : public std::enable_shared_from_this<LiveStream> {
public:
    struct Who {
        access::Actor actor;
        std::function<bool()> may; ///< hear at this moment; memory only
    };
    /// `hungry` is called, on any thread, when there is room for events that are to be read from the database.
    LiveStream(Who who, audit::EventQuery query, std::optional<audit::EventPlace> lastSeen, std::function<void()> hungry);

    const access::Actor& actor() const { return m_who.actor; }
    bool byKey() const { return !m_who.actor.key.empty(); }
    StreamRank rank() const;
    bool may() const { return m_who.may(); }

    void connect(std::shared_ptr<http::BodySink> sink);
    /// Events of the live feed, in order.
    void feed(const std::vector<audit::Event>& events);
    /// True if the next page from the database is wanted now.
    bool isHungry() const;
    /// Reads that page and puts it in. Blocks.
    void catchUp(journal::Events& events);
    void heartbeat();
    /// The server stops, or an event could not be told: the client begins again where it was.
    void end();
    /// The right is gone: nothing that waits is delivered.
    void refuse();
    /// The connection is gone.
    void close();
    bool closed() const;

    std::shared_ptr<void> subscription;

private:
    using Lock = std::unique_lock<std::mutex>;
    bool hungry() const;
    void putEvent(const audit::Event& event);
    void putGap(const journal::EventsAfter::Gap& gap);
    void refuseLocked();
    void finish(Lock& lock);
    void pump(Lock& lock);
    void written(bool ok);

    const Who m_who;
    const audit::EventQuery m_query;
    const std::function<void()> m_hungry;
    mutable std::mutex m_mutex;
    std::shared_ptr<http::BodySink> m_sink;
    std::string m_queue;
    std::optional<audit::EventPlace> m_place; ///< of the last event that was looked at; nothing: the first that comes is next
    std::uint64_t m_skipped = 0;              ///< batches of the feed that were left to the database
    bool m_behind = false;                    ///< what comes next is read from the database
    bool m_writing = false, m_ending = false, m_refused = false, m_closed = false;
};

} // namespace sallyport::api
