#include "backend/identity/passwords/hash_text.h"

#include <algorithm>

namespace sallyport::identity {

std::vector<std::string_view> hashParts(std::string_view text, char between)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(between);
        parts.push_back(text.substr(0, at));
        if (at == text.npos)
            return parts;
        text.remove_prefix(at + 1);
    }
}

std::optional<std::uint32_t> hashNumber(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<std::uint32_t> hashParameter(std::string_view text, std::string_view name)
{
    if (!text.starts_with(name) || text.size() == name.size() || text[name.size()] != '=')
        return std::nullopt;
    return hashNumber(text.substr(name.size() + 1));
}

std::optional<Bytes> hashBytes(std::string_view text)
{
    std::string padded(text);
    std::ranges::replace(padded, '.', '+');
    while (padded.ends_with('='))
        padded.pop_back();
    while (padded.size() % 4 != 0)
        padded += '=';
    auto bytes = fromBase64(padded);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

std::string hashBase64(std::span<const std::byte> bytes)
{
    std::string text = toBase64(bytes);
    while (text.ends_with('='))
        text.pop_back();
    return text;
}

} // namespace sallyport::identity
