#include "backend/http/timer_wheel.h"

#include <algorithm>

namespace sallyport::http {

void TimerWheel::Entry::unlink() noexcept
{
    if (m_next == nullptr)
        return;
    m_previous->m_next = m_next;
    m_next->m_previous = m_previous;
    m_previous = m_next = nullptr;
    m_slotTick = never;
}

TimerWheel::TimerWheel(Time start, std::chrono::steady_clock::duration tick) : m_start(start), m_tick(tick)
{
    for (Head& head : m_slots)
        head.m_previous = head.m_next = &head;
}

TimerWheel::~TimerWheel()
{
    for (Head& head : m_slots) {
        while (head.m_next != &head)
            head.m_next->unlink();
        head.m_previous = head.m_next = nullptr;
    }
}

/// Rounded up, so that nothing fires early.
std::uint64_t TimerWheel::tickOf(Time time) const noexcept
{
    const auto since = std::max(time - m_start, std::chrono::steady_clock::duration::zero());
    return static_cast<std::uint64_t>((since + m_tick - std::chrono::steady_clock::duration(1)) / m_tick);
}

void TimerWheel::setDeadline(Entry& entry, Time deadline)
{
    entry.m_deadline = std::max(tickOf(deadline), m_now + 1);
    if (entry.m_next == nullptr || entry.m_deadline < entry.m_slotTick) {
        entry.unlink();
        link(entry);
    }
}

void TimerWheel::link(Entry& entry)
{
    // Farther than one turn: looked at once a turn.
    entry.m_slotTick = std::min(entry.m_deadline, m_now + slotCount - 1);
    Head& head = m_slots[entry.m_slotTick % slotCount];
    entry.m_previous = head.m_previous;
    entry.m_next = &head;
    head.m_previous->m_next = &entry;
    head.m_previous = &entry;
}

void TimerWheel::advance(Time now)
{
    const auto since = std::max(now - m_start, std::chrono::steady_clock::duration::zero());
    const auto target = static_cast<std::uint64_t>(since / m_tick);
    if (target > m_now + slotCount)
        m_now = target - slotCount; // after a long pause every slot is visited once
    while (m_now < target)
        visit(++m_now);
}

void TimerWheel::visit(std::uint64_t tick)
{
    Head& head = m_slots[tick % slotCount];
    // onDeadline may unlink any entry, so the slot is emptied from its front; what is linked anew goes to another slot.
    while (head.m_next != &head) {
        Entry& entry = *head.m_next;
        entry.unlink();
        if (entry.m_deadline == never)
            continue;
        if (entry.m_deadline > tick) {
            link(entry);
            continue;
        }
        entry.m_deadline = never;
        entry.onDeadline();
    }
}

} // namespace sallyport::http
