#include "ui/console/event_ring.h"

#include <iterator>

namespace sallyport::ui {

bool EventRing::push(const std::vector<audit::Event>& events)
{
    const std::lock_guard guard(m_mutex);
    if (m_ended)
        return false;
    const bool wasEmpty = m_events.empty() && m_dropped == 0;
    const auto skipped = events.size() > capacity ? events.size() - capacity : 0;
    m_dropped += skipped;
    m_events.insert(m_events.end(), std::next(events.begin(), static_cast<std::ptrdiff_t>(skipped)), events.end());
    while (m_events.size() > capacity) {
        m_events.pop_front();
        ++m_dropped;
    }
    return wasEmpty && !events.empty();
}

EventRing::Batch EventRing::take()
{
    const std::lock_guard guard(m_mutex);
    Batch batch;
    batch.events.assign(std::make_move_iterator(m_events.begin()), std::make_move_iterator(m_events.end()));
    batch.dropped = m_dropped;
    m_events.clear();
    m_dropped = 0;
    return batch;
}

void EventRing::clear()
{
    const std::lock_guard guard(m_mutex);
    m_events.clear();
    m_dropped = 0;
}

void EventRing::end()
{
    const std::lock_guard guard(m_mutex);
    m_events.clear();
    m_dropped = 0;
    m_ended = true;
}

bool EventRing::ended() const
{
    const std::lock_guard guard(m_mutex);
    return m_ended;
}

} // namespace sallyport::ui
