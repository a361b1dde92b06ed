#include "backend/audit/event_limits.h"

#include "backend/audit/details.h"
#include "backend/base/name_text.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"

#include <algorithm>

namespace sallyport::audit {

namespace {

/// NUL would end the text for some readers of the database.
void limit(std::string& text, std::size_t bytes)
{
    text = truncateUtf8(text, bytes);
    std::ranges::replace(text, '\0', '?');
}

/// The same by code points.
void limitCharacters(std::string& text, std::size_t codePoints)
{
    text = truncateCharacters(text, codePoints);
    std::ranges::replace(text, '\0', '?');
}

/// Escaping makes text longer, six bytes for one at worst.
constexpr std::size_t keptOfBrokenDetails = 2048;

std::string objectOrQuoted(std::string details)
{
    if (details.empty())
        return details;
    const bool fits = details.size() <= detailsLimit;
    if (fits) {
        const auto parsed = parseStrictJson(details, detailsLimit);
        if (parsed && parsed->is_object())
            return details;
    }
    const std::size_t size = details.size();
    limit(details, keptOfBrokenDetails);
    return Details().text(fits ? "invalid" : "truncated", details).number("bytes", static_cast<std::int64_t>(size)).json();
}

} // namespace

Event withinLimits(Event event)
{
    limit(event.kind, wordLimit);
    for (auto* word : {&event.actor.kind, &event.object.kind, &event.method, &event.reason, &event.address})
        limit(*word, wordLimit);
    for (auto* id : {&event.actor.id, &event.object.id, &event.requestId})
        limit(*id, idLimit);
    for (auto* name : {&event.actor.name, &event.object.name})
        limitCharacters(*name, nameLimit);
    for (auto* email : {&event.actor.email, &event.object.email})
        limitCharacters(*email, emailLimit);
    limit(event.userAgent, userAgentLimit);
    limit(event.path, pathLimit);
    event.detailsJson = objectOrQuoted(std::move(event.detailsJson));
    return event;
}

} // namespace sallyport::audit
