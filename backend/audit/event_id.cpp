#include "backend/audit/event_id.h"

#include "backend/base/encoding.h"

#include <algorithm>
#include <charconv>

namespace sallyport::audit {

namespace {

constexpr std::string_view idMark = "evt_";
constexpr std::size_t numberBytes = 8;

std::optional<std::array<std::byte, 6>> markOf(std::string_view hash)
{
    std::array<std::byte, 6> mark{};
    if (hash.size() < 2 * mark.size())
        return std::nullopt;
    const auto bytes = fromHex(hash.substr(0, 2 * mark.size()));
    if (!bytes)
        return std::nullopt;
    std::ranges::copy(*bytes, mark.begin());
    return mark;
}

Error noId()
{
    return makeError(ErrorCode::InvalidArgument, "This is no id of an event.");
}

} // namespace

bool EventPlace::marks(std::string_view hash) const
{
    return !mark || mark == markOf(hash);
}

std::string eventId(std::int64_t sequence, std::string_view hash)
{
    const auto mark = markOf(hash);
    if (!mark)
        return {};
    std::array<std::byte, numberBytes + std::tuple_size_v<std::remove_cvref_t<decltype(*mark)>>> bytes;
    for (std::size_t i = 0; i < numberBytes; ++i)
        bytes[i] = static_cast<std::byte>(static_cast<std::uint64_t>(sequence) >> (8 * (numberBytes - 1 - i)));
    std::ranges::copy(*mark, bytes.begin() + numberBytes);
    return std::string(idMark) + toBase64Url(bytes);
}

std::string eventId(const Event& event)
{
    return eventId(event.sequence, event.hash);
}

Result<EventPlace> placeOf(std::string_view id)
{
    EventPlace place;
    if (!id.starts_with(idMark)) {
        const auto [end, failure] = std::from_chars(id.data(), id.data() + id.size(), place.sequence);
        if (failure != std::errc() || end != id.data() + id.size() || place.sequence < 0)
            return noId();
        return place;
    }
    const auto bytes = fromBase64Url(id.substr(idMark.size()));
    place.mark.emplace();
    if (!bytes || bytes->size() != numberBytes + place.mark->size())
        return noId();
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < numberBytes; ++i)
        number = number << 8 | std::to_integer<std::uint64_t>((*bytes)[i]);
    if (number == 0 || number > static_cast<std::uint64_t>(INT64_MAX))
        return noId();
    place.sequence = static_cast<std::int64_t>(number);
    std::copy(bytes->begin() + numberBytes, bytes->end(), place.mark->begin());
    return place;
}

std::string_view chainOf(const Event& event) noexcept
{
    return event.hash.empty() ? std::string_view() : std::string_view("1");
}

bool follows(const Event& event, std::int64_t before)
{
    return event.sequence == before + 1;
}

} // namespace sallyport::audit
