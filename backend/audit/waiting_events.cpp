#include "backend/audit/waiting_events.h"

#include <algorithm>
#include <array>

namespace sallyport::audit {

namespace {

constexpr std::array lowValue{kind::addressRefused,   kind::handshakeFailed,  kind::limitObserved,     kind::limitReached,
                              kind::requestMalformed, kind::validationFailed, kind::validationObserved};

std::size_t placeOf(const EventKind& kind)
{
    return static_cast<std::size_t>(&kind - eventKinds().data());
}

} // namespace

bool isLowValue(std::string_view kind) noexcept
{
    return std::ranges::find(lowValue, kind) != lowValue.end();
}

WaitingEvents::WaitingEvents() : m_dropped(std::make_unique<std::atomic<std::int64_t>[]>(eventKinds().size())) {}

bool WaitingEvents::enter(const EventKind& kind)
{
    if (m_waiting.fetch_add(1) < (isLowValue(kind.word) ? roomOfLowValue : room))
        return true;
    --m_waiting;
    ++m_dropped[placeOf(kind)];
    m_anyDropped = true;
    return false;
}

WaitingEvents::Dropped WaitingEvents::takeDropped()
{
    Dropped dropped;
    if (!m_anyDropped.exchange(false))
        return dropped;
    for (const EventKind& kind : eventKinds())
        if (const std::int64_t count = m_dropped[placeOf(kind)].exchange(0); count > 0)
            dropped.emplace_back(&kind, count);
    return dropped;
}

void WaitingEvents::restore(const Dropped& dropped)
{
    for (const auto& [kind, count] : dropped)
        m_dropped[placeOf(*kind)] += count;
    m_anyDropped = true;
}

} // namespace sallyport::audit
