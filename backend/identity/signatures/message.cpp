#include "backend/identity/signatures/message.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

bool sameFieldName(std::string_view a, std::string_view b) noexcept
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::optional<std::string> SignedMessage::field(std::string_view name) const
{
    std::optional<std::string> joined;
    for (const MessageField& line : fields) {
        if (!sameFieldName(line.name, name))
            continue;
        if (joined)
            joined->append(", ").append(line.value);
        else
            joined.emplace(line.value);
    }
    return joined;
}

std::optional<std::string_view> SignedMessage::single(std::string_view name) const
{
    std::optional<std::string_view> found;
    for (const MessageField& line : fields) {
        if (!sameFieldName(line.name, name))
            continue;
        if (found)
            return std::nullopt;
        found = line.value;
    }
    return found;
}

bool SignedMessage::has(std::string_view name) const
{
    return std::ranges::any_of(fields, [&](const MessageField& line) { return sameFieldName(line.name, name); });
}

std::string_view SignedMessage::pathAndQuery() const
{
    const std::size_t from =
        target.starts_with('/') ? 0 : target.find(path, target.find("://") == target.npos ? 0 : target.find("://") + 3);
    return path.empty() || from == target.npos ? target : target.substr(from);
}

} // namespace sallyport::identity
