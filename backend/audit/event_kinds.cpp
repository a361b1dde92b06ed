#include "backend/audit/event_kinds.h"

#include <algorithm>
#include <array>

namespace sallyport::audit {

namespace {

constexpr auto table = std::to_array<EventKind>({
#define EVENT_TITLE(context, english) english
#define EVENT_KIND(constant, word, severity, title, owasp, ocsfClass) {word, Severity::severity, title, owasp, ocsfClass},
#include "backend/audit/event_kinds.def"
#undef EVENT_TITLE
});

static_assert(std::ranges::is_sorted(table, {}, &EventKind::word));

} // namespace

std::span<const EventKind> eventKinds() noexcept
{
    return table;
}

const EventKind* findEventKind(std::string_view word) noexcept
{
    const auto found = std::ranges::lower_bound(table, word, {}, &EventKind::word);
    return found != table.end() && found->word == word ? &*found : nullptr;
}

} // namespace sallyport::audit
