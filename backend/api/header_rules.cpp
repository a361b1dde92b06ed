#include "backend/api/header_rules.h"

#include <algorithm>
#include <array>
#include <string>

namespace sallyport::api {

namespace {

constexpr std::size_t tagBytes = 1'024;
constexpr std::size_t linesMost = 8; ///< of a list

/// What changes something, and what is answered with its tag.
bool hasPreconditions(const Route& route)
{
    return route.method != http::Method::Get || route.media.has(Media::JwkSet) || route.entityTag != nullptr;
}

constexpr auto parameters = std::to_array<HeaderParameter>({
    {"X-MFA-Token", "The current code of the authenticator, if the second factor was not shown recently.", 64, "^[0-9]{6}$",
     [](const Route& route) { return route.stepUp != StepUp::NotNeeded; }},
    {"Last-Event-ID",
     "The id of the last event that came, to go on after it.",
     64,
     {},
     [](const Route& route) { return route.media.has(Media::EventStream); }},
    {"If-None-Match", "Tags of what the caller has already.", tagBytes, {}, hasPreconditions},
    {"If-Match",
     "Tags of which what there is must have one, or `*`. What has no tag of its own has none of them: 412 (RFC 9110 §13.1.1).",
     tagBytes,
     {},
     hasPreconditions},
    {"Range",
     "Which bytes are wanted; what is no range of ours is passed over (RFC 9110 §14.2).",
     256,
     {},
     [](const Route& route) { return route.media.has(Media::File); }},
    {"If-Range",
     "The tag of the file that the bytes are wanted of.",
     tagBytes,
     {},
     [](const Route& route) { return route.media.has(Media::File); }},
});

} // namespace

std::span<const HeaderParameter> headerParameters() noexcept
{
    return parameters;
}

std::vector<FieldError> headerMistakes(const Route& route, const http::Request& request)
{
    std::vector<FieldError> mistakes;
    for (const HeaderParameter& parameter : parameters) {
        if (!parameter.of(route))
            continue;
        const std::size_t times = request.headerCount(parameter.name);
        if (times == 0)
            continue;
        const std::string_view value = *request.header(parameter.name);
        // Lists of tags may be sent in several lines (RFC 9110 §5.3).
        const bool list = parameter.name == "If-Match" || parameter.name == "If-None-Match";
        if (times > (list ? linesMost : 1))
            mistakes.push_back({std::string(parameter.name), "Sent more than once", "unique"});
        else if (value.size() > parameter.longest)
            mistakes.push_back({std::string(parameter.name),
                                "May have " + std::to_string(parameter.longest) + " characters at most", "maxLength"});
        else if (!std::ranges::all_of(value, [](char c) { return c >= ' ' && c < 0x7f; }))
            mistakes.push_back({std::string(parameter.name), "May have characters of ASCII only", "encoding"});
    }
    return mistakes;
}

} // namespace sallyport::api
