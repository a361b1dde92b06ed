#include "backend/identity/openid/claims.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace sallyport::identity::outside {
namespace {

namespace json = boost::json;

/// A token of a JSON pointer as the name that it stands for; nothing if a `~` stands for nothing (RFC 6901 §3).
std::optional<std::string> pointerName(std::string_view token)
{
    std::string name;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] != '~') {
            name += token[i];
            continue;
        }
        if (++i == token.size() || (token[i] != '0' && token[i] != '1'))
            return std::nullopt;
        name += token[i] == '0' ? '~' : '/';
    }
    return name;
}

const json::value* elementAt(const json::array& array, std::string_view index) noexcept
{
    std::size_t at = 0;
    const auto [end, error] = std::from_chars(index.data(), index.data() + index.size(), at);
    const bool plain = error == std::errc() && end == index.data() + index.size() && (index == "0" || !index.starts_with('0'));
    return plain && at < array.size() ? &array[at] : nullptr;
}

const json::value* byPointer(const json::object& claims, std::string_view pointer)
{
    const json::value* value = nullptr;
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::string_view token = pointer.substr(0, pointer.find('/'));
        pointer.remove_prefix(token.size());
        const auto name = pointerName(token);
        if (!name)
            return nullptr;
        if (value == nullptr || value->is_object())
            value = (value == nullptr ? claims : value->get_object()).if_contains(*name);
        else
            value = value->is_array() ? elementAt(value->get_array(), token) : nullptr;
        if (value == nullptr)
            return nullptr;
    }
    return value;
}

/// Each object is looked into at most once, since the names that lead to it say how much of the path is left.
const json::value* byNames(const json::object& claims, std::string_view path)
{
    if (const json::value* value = claims.if_contains(path))
        return value;
    for (std::size_t dot = path.rfind('.'); dot != path.npos && dot > 0; dot = path.rfind('.', dot - 1)) {
        const json::value* inner = claims.if_contains(path.substr(0, dot));
        if (inner == nullptr || !inner->is_object())
            continue;
        if (const json::value* value = byNames(inner->get_object(), path.substr(dot + 1)))
            return value;
    }
    return nullptr;
}

bool says(const json::value& claim, std::string_view value)
{
    if (claim.is_string())
        return std::string_view(claim.get_string()) == value;
    if (claim.is_bool() || claim.is_int64() || claim.is_uint64())
        return json::serialize(claim) == value;
    return false;
}

bool hasMember(const json::value& claim, std::string_view name)
{
    const json::value* member = claim.is_object() ? claim.get_object().if_contains(name) : nullptr;
    return member != nullptr && !member->is_null() && !(member->is_bool() && !member->get_bool());
}

} // namespace

std::optional<std::string> textClaim(const json::object& claims, std::string_view name)
{
    const json::value* value = claims.if_contains(name);
    if (value == nullptr || !value->is_string() || value->get_string().empty())
        return std::nullopt;
    return std::string(value->get_string());
}

std::optional<std::int64_t> timeClaim(const json::object& claims, std::string_view name)
{
    constexpr double latest = 253'402'300'799; // the end of year 9999
    const json::value* value = claims.if_contains(name);
    if (value == nullptr || !value->is_number())
        return std::nullopt;
    const double seconds = value->to_number<double>();
    if (!(seconds >= 0 && seconds <= latest))
        return std::nullopt;
    return static_cast<std::int64_t>(std::floor(seconds));
}

std::vector<std::string> textsClaim(const json::object& claims, std::string_view name)
{
    std::vector<std::string> texts;
    const json::value* value = claims.if_contains(name);
    if (value != nullptr && value->is_string())
        texts.emplace_back(value->get_string());
    if (value != nullptr && value->is_array()) {
        for (const json::value& entry : value->get_array()) {
            if (entry.is_string())
                texts.emplace_back(entry.get_string());
        }
    }
    return texts;
}

const json::value* claimAt(const json::object& claims, std::string_view path)
{
    return path.starts_with('/') ? byPointer(claims, path) : byNames(claims, path);
}

bool isClaimPath(std::string_view path) noexcept
{
    if (!path.starts_with('/'))
        return !path.empty();
    for (std::size_t tilde = path.find('~'); tilde != path.npos; tilde = path.find('~', tilde + 1)) {
        if (tilde + 1 == path.size() || (path[tilde + 1] != '0' && path[tilde + 1] != '1'))
            return false;
    }
    return true;
}

bool claimSays(const json::object& claims, std::string_view name, std::string_view value)
{
    const json::value* claim = claimAt(claims, name);
    if (claim == nullptr)
        return false;
    if (claim->is_array())
        return std::ranges::any_of(claim->get_array(), [&](const json::value& entry) { return says(entry, value); });
    return says(*claim, value);
}

bool claimGives(const json::value& claim, std::string_view value)
{
    const auto gives = [&](const json::value& entry) { return says(entry, value) || hasMember(entry, value); };
    return claim.is_array() ? std::ranges::any_of(claim.get_array(), gives) : gives(claim);
}

} // namespace sallyport::identity::outside
