#include "backend/http/authority.h"

#include "backend/base/ip_address.h"
#include "backend/http/characters.h"
#include "backend/http/request.h"

#include <algorithm>

namespace sallyport::http {
namespace {

constexpr unsigned portLimit = 65535;
constexpr std::size_t portDigits = 5;
constexpr unsigned httpsPort = 443;

/// RFC 3986 §3.2.2 reg-name: unreserved, pct-encoded, sub-delims. A comma would hide a joined list.
bool isHostChar(char c) noexcept
{
    return (isTokenChar(c) && c != '^' && c != '`' && c != '|' && c != '#') || c == '(' || c == ')' || c == ';' || c == '=';
}

/// What a percent may stand for: one reader decodes it and another doesn't, so nothing that ends a name for either.
bool mayBeEncoded(int byte) noexcept
{
    constexpr std::string_view delimiters = ":/?#[]@%\\,";
    return byte > ' ' && byte != 0x7F && delimiters.find(static_cast<char>(byte)) == std::string_view::npos;
}

bool isName(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] != '%') {
            if (!isHostChar(name[i]))
                return false;
            continue;
        }
        if (name.size() - i < 3)
            return false;
        const int high = hexValue(name[i + 1]), low = hexValue(name[i + 2]);
        if (high < 0 || low < 0 || !mayBeEncoded(high * 16 + low))
            return false;
        i += 2;
    }
    return !name.empty();
}

bool isIpv6(std::string_view text)
{
    return text.find(':') != std::string_view::npos && IpAddress::parse(text).has_value();
}

bool isValidPort(std::string_view port) noexcept
{
    return port.size() <= portDigits && std::ranges::all_of(port, isDigit) && portOf({{}, port}) <= portLimit;
}

} // namespace

bool isValidHost(std::string_view host)
{
    const Authority parts = splitAuthority(host);
    if (!isValidPort(parts.port))
        return false;
    if (!host.starts_with('['))
        return isName(parts.host);
    // Between the bracket and the port there is nothing.
    const std::size_t close = host.find(']');
    return close != std::string_view::npos && isIpv6(parts.host) && (close + 1 == host.size() || host[close + 1] == ':');
}

Authority splitAuthority(std::string_view text) noexcept
{
    std::size_t end = 0;
    if (text.starts_with('[')) {
        end = text.find(']');
        if (end == std::string_view::npos)
            return {text, {}};
    }
    const std::size_t colon = text.find(':', end);
    std::string_view host = text.substr(0, colon);
    if (text.starts_with('['))
        host = text.substr(1, end - 1);
    return {host, colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1)};
}

unsigned portOf(const Authority& authority) noexcept
{
    if (authority.port.empty())
        return httpsPort;
    unsigned value = 0;
    for (const char digit : authority.port.substr(0, portDigits))
        value = value * 10 + static_cast<unsigned>(digit - '0');
    return value;
}

bool isSameAuthority(std::string_view a, std::string_view b)
{
    const Authority left = splitAuthority(a), right = splitAuthority(b);
    if (portOf(left) != portOf(right) || a.starts_with('[') != b.starts_with('['))
        return false;
    if (equalsIgnoreCase(left.host, right.host))
        return true;
    if (!a.starts_with('['))
        return false;
    const auto address = IpAddress::parse(left.host), other = IpAddress::parse(right.host);
    return address && other && *address == *other;
}

} // namespace sallyport::http
