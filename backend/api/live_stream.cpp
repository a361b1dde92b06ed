#include "backend/api/live_stream.h"

#include "backend/api/event_json.h"
#include "backend/identity/core/manage.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::api {
namespace {

constexpr std::size_t queueBytes = 128 * 1024; // waiting for a slow reader; beyond, events wait in the database
constexpr std::size_t chunkBytes = 32 * 1024;  // handed over at once: what can still arrive after a right has gone
constexpr std::uint32_t pageEvents = 200;      // read from the database at once

} // namespace

LiveStream::LiveStream(Who who, audit::EventQuery query, std::optional<audit::EventPlace> lastSeen, std::function<void()> hungry)
    : m_who(std::move(who)), m_query(std::move(query)), m_hungry(std::move(hungry)), m_place(lastSeen),
      m_behind(lastSeen.has_value())
{
}

StreamRank LiveStream::rank() const
{
    const access::Actor& actor = m_who.actor;
    if (byKey() || !identity::isAdministrator(actor.roles))
        return StreamRank::Anybody;
    const bool owner = std::ranges::find(actor.roles, "owner") != actor.roles.end();
    return owner ? StreamRank::Owner : StreamRank::Administrator;
}

void LiveStream::connect(std::shared_ptr<http::BodySink> sink)
{
    Lock lock(m_mutex);
    m_sink = std::move(sink);
    m_queue.insert(0, ":\n\n"); // at once, so that the client knows that it listens
    pump(lock);
}

void LiveStream::feed(const std::vector<audit::Event>& events)
{
    Lock lock(m_mutex);
    for (const audit::Event& event : events) {
        if (m_place && event.sequence <= m_place->sequence)
            continue;
        m_behind = m_behind || m_queue.size() >= queueBytes || (m_place && !audit::follows(event, m_place->sequence));
        if (m_behind) {
            ++m_skipped;
            break;
        }
        m_place = audit::EventPlace{event.sequence, {}};
        putEvent(event);
    }
    pump(lock);
}

bool LiveStream::hungry() const
{
    return m_behind && m_sink && !m_writing && m_queue.empty() && !m_ending && !m_closed;
}

bool LiveStream::isHungry() const
{
    const Lock lock(m_mutex);
    return hungry();
}

void LiveStream::catchUp(journal::Events& events)
{
    Lock lock(m_mutex);
    if (!hungry())
        return;
    const audit::EventPlace from = m_place.value_or(audit::EventPlace());
    const std::uint64_t skipped = m_skipped;
    lock.unlock();
    const auto page = events.after(m_who.actor, from, pageEvents);
    lock.lock();
    if (!page) {
        m_ending = true;
        return pump(lock);
    }
    if (page->gap)
        putGap(*page->gap);
    for (const audit::Event& event : page->events)
        putEvent(event);
    m_place = audit::EventPlace{page->reached, {}};
    // What the feed left out since this page was asked for may not be in it.
    m_behind = page->more || m_skipped != skipped;
    pump(lock);
}

void LiveStream::heartbeat()
{
    Lock lock(m_mutex);
    if (m_queue.empty())
        m_queue = ":\n\n";
    pump(lock);
}

void LiveStream::end()
{
    Lock lock(m_mutex);
    m_ending = true;
    pump(lock);
}

void LiveStream::refuse()
{
    Lock lock(m_mutex);
    refuseLocked();
    pump(lock);
}

void LiveStream::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    m_sink.reset();
}

bool LiveStream::closed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void LiveStream::putEvent(const audit::Event& event)
{
    if (audit::matches(m_query, event))
        m_queue += "id: " + audit::eventId(event) + "\nevent: " + event.kind +
                   "\ndata: " + boost::json::serialize(toJson(event)) + "\n\n";
}

void LiveStream::putGap(const journal::EventsAfter::Gap& gap)
{
    const boost::json::object data{{"reason", gap.unknownPlace ? "unknown_id" : "expired"},
                                   {"missed", gap.missed > 0 ? boost::json::value(gap.missed) : boost::json::value(nullptr)}};
    m_queue += "event: gap\ndata: " + boost::json::serialize(data) + "\n\n";
}

void LiveStream::refuseLocked()
{
    m_ending = m_refused = true;
    m_queue.clear();
}

void LiveStream::finish(Lock& lock)
{
    const std::shared_ptr<http::BodySink> sink = std::exchange(m_sink, nullptr);
    const bool cut = m_writing; // a slow reader has no claim to what is still on its way
    m_closed = true;
    lock.unlock();
    if (cut)
        sink->abort();
    else
        sink->finish();
}

/// Lets go of the lock.
void LiveStream::pump(Lock& lock)
{
    if (!m_sink || m_closed)
        return;
    if (!m_ending && !m_writing && !m_queue.empty() && !m_who.may())
        refuseLocked();
    if (m_ending && (!m_writing || m_refused))
        return finish(lock);
    if (m_writing || m_queue.empty()) {
        if (hungry()) {
            lock.unlock();
            m_hungry();
        }
        return;
    }
    m_writing = true;
    std::string chunk = m_queue.substr(0, chunkBytes);
    m_queue.erase(0, chunk.size());
    const std::shared_ptr<http::BodySink> sink = m_sink;
    lock.unlock();
    if (!sink->write(std::move(chunk), [self = shared_from_this()](bool ok) { self->written(ok); }))
        close();
}

void LiveStream::written(bool ok)
{
    Lock lock(m_mutex);
    m_writing = false;
    m_closed = m_closed || !ok;
    pump(lock);
}

} // namespace sallyport::api
