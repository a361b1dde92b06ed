#include "backend/outputs/destination.h"

#include <algorithm>
#include <array>

namespace sallyport::outputs {

namespace {

constexpr std::array<std::string_view, 5> kindWords{"syslog", "webhook", "mail", "file", "otlp"};
constexpr std::array<std::string_view, 6> formatWords{"rfc5424", "cef", "ocsf", "jsonl", "text", "otlp"};

template <typename Enum, std::size_t Size>
std::optional<Enum> enumOf(const std::array<std::string_view, Size>& words, std::string_view word) noexcept
{
    const auto found = std::ranges::find(words, word);
    return found != words.end() ? std::optional(static_cast<Enum>(found - words.begin())) : std::nullopt;
}

} // namespace

std::string_view kindWord(DestinationKind kind) noexcept
{
    return kindWords[static_cast<std::size_t>(kind)];
}

std::string_view formatWord(EventFormat format) noexcept
{
    return formatWords[static_cast<std::size_t>(format)];
}

std::optional<DestinationKind> destinationKind(std::string_view word) noexcept
{
    return enumOf<DestinationKind>(kindWords, word);
}

std::optional<EventFormat> eventFormat(std::string_view word) noexcept
{
    return enumOf<EventFormat>(formatWords, word);
}

bool takes(DestinationKind kind, EventFormat format) noexcept
{
    if (kind == DestinationKind::Mail || format == EventFormat::Text)
        return kind == DestinationKind::Mail && format == EventFormat::Text;
    if (kind == DestinationKind::Otlp || format == EventFormat::Otlp)
        return kind == DestinationKind::Otlp && format == EventFormat::Otlp;
    return format != EventFormat::Rfc5424 || kind != DestinationKind::Webhook;
}

EventFormat usualFormat(DestinationKind kind) noexcept
{
    switch (kind) {
    case DestinationKind::Syslog: return EventFormat::Rfc5424;
    case DestinationKind::Mail: return EventFormat::Text;
    case DestinationKind::Otlp: return EventFormat::Otlp;
    case DestinationKind::Webhook:
    case DestinationKind::File: break;
    }
    return EventFormat::JsonLines;
}

} // namespace sallyport::outputs
