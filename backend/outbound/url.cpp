#include "backend/outbound/url.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace sallyport::outbound {
namespace {

constexpr std::size_t longestUrl = 2048;
constexpr std::size_t longestHost = 253; // RFC 1035 §2.3.4
constexpr std::uint16_t plainPort = 80, tlsPort = 443;

Error notAUrl(std::string_view why)
{
    return makeError(ErrorCode::InvalidArgument, "Not an acceptable URL: " + std::string(why) + ".");
}

bool isHostCharacter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

Result<std::uint16_t> portOf(std::string_view digits)
{
    std::uint16_t port = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (failure != std::errc() || end != digits.data() + digits.size() || port == 0)
        return notAUrl("the port is not a number from 1 to 65535");
    return port;
}

} // namespace

Result<Url> Url::parse(std::string_view text)
{
    if (text.size() > longestUrl)
        return notAUrl("it is longer than 2,048 bytes");
    if (!std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f && c != '\\' && c != '"' && c != '<' && c != '>'; }))
        return notAUrl("it has characters that must be encoded");
    Url url;
    const std::string scheme = toLowerAscii(text.substr(0, text.find("://")));
    if (text.find("://") == text.npos || (scheme != "https" && scheme != "http"))
        return notAUrl("it must begin with https://");
    url.tls = scheme == "https";
    text.remove_prefix(scheme.size() + 3);
    if (text.find('#') != text.npos)
        return notAUrl("a fragment is not sent");
    const std::size_t path = text.find_first_of("/?");
    std::string_view authority = text.substr(0, path);
    if (path != text.npos)
        url.target = text[path] == '?' ? "/" + std::string(text.substr(path)) : std::string(text.substr(path));
    if (authority.find('@') != authority.npos)
        return notAUrl("it must not name a user");
    url.port = url.tls ? tlsPort : plainPort;
    if (authority.starts_with('[')) {
        const std::size_t close = authority.find(']');
        const auto address = IpAddress::parse(authority.substr(1, close == authority.npos ? close : close - 1));
        if (close == authority.npos || !address)
            return notAUrl("the host is not an address");
        url.address = *address;
        url.host = address->text();
        authority.remove_prefix(close + 1);
    } else {
        const std::size_t colon = authority.find(':');
        url.host = toLowerAscii(authority.substr(0, colon));
        if (url.host.empty() || url.host.size() > longestHost || !std::ranges::all_of(url.host, isHostCharacter))
            return notAUrl("the host is not a name or an address");
        if (const auto address = IpAddress::parse(url.host))
            url.address = *address;
        authority.remove_prefix(colon == authority.npos ? authority.size() : colon);
    }
    if (authority.empty())
        return url;
    if (!authority.starts_with(':'))
        return notAUrl("the host is not a name or an address");
    SALLYPORT_ASSIGN(url.port, portOf(authority.substr(1)));
    return url;
}

std::string Url::authority() const
{
    std::string text = address && !address->isV4() ? "[" + host + "]" : host;
    if (port != (tls ? tlsPort : plainPort))
        text += ":" + std::to_string(port);
    return text;
}

} // namespace sallyport::outbound
