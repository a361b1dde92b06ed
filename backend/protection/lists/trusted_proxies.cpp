#include "backend/protection/lists/trusted_proxies.h"

#include <algorithm>
#include <optional>

namespace sallyport::protection {
namespace {

/// Hops read at most, from the right: nobody stands behind more proxies.
constexpr std::size_t hopsMost = 32;

std::string_view trimmed(std::string_view text) noexcept
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == text.npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// The last member of a comma-separated list, and the list without it. `quotes`: a comma inside a quoted text parts nothing. Read
/// from the right, as the last proxy has written it: a quotation mark that a client leaves open further left hides nothing.
std::string_view takeLast(std::string_view& list, bool quotes) noexcept
{
    const auto isEscaped = [&list](std::size_t at) {
        std::size_t before = at;
        while (before > 0 && list[before - 1] == '\\')
            --before;
        return (at - before) % 2 == 1;
    };
    std::size_t cut = list.size();
    for (bool quoted = false; cut > 0; --cut) {
        const char c = list[cut - 1];
        if (c == ',' && !quoted)
            break;
        if (quotes && c == '"' && !isEscaped(cut - 1))
            quoted = !quoted;
    }
    const std::string_view last = list.substr(cut);
    list = list.substr(0, cut == 0 ? 0 : cut - 1);
    return trimmed(last);
}

bool isPort(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// An address with or without a port: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:80`.
std::optional<IpAddress> readNode(std::string_view text)
{
    std::string_view address = text;
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == text.npos)
            return std::nullopt;
        const std::string_view rest = text.substr(end + 1);
        if (!rest.empty() && !(rest.front() == ':' && isPort(rest.substr(1))))
            return std::nullopt;
        address = text.substr(1, end - 1);
        if (address.find(':') == address.npos)
            return std::nullopt;
    } else if (std::ranges::count(text, ':') == 1) {
        const std::size_t colon = text.find(':');
        if (!isPort(text.substr(colon + 1)))
            return std::nullopt;
        address = text.substr(0, colon);
    }
    const auto parsed = IpAddress::parse(address);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

bool isFor(std::string_view name) noexcept
{
    return name.size() == 3 && (name[0] | 0x20) == 'f' && (name[1] | 0x20) == 'o' && (name[2] | 0x20) == 'r';
}

/// The `for` of one forwarded-element; nothing if there is none that can be read, or two.
std::optional<IpAddress> readElement(std::string_view element)
{
    std::optional<IpAddress> found;
    while (!element.empty()) {
        std::size_t end = 0;
        bool quoted = false;
        for (; end < element.size() && (quoted || element[end] != ';'); ++end) {
            if (quoted && element[end] == '\\')
                ++end;
            else if (element[end] == '"')
                quoted = !quoted;
        }
        end = std::min(end, element.size());
        const std::string_view pair = trimmed(element.substr(0, end));
        element = end < element.size() ? element.substr(end + 1) : std::string_view();
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos || !isFor(pair.substr(0, equals)))
            continue;
        std::string_view value = pair.substr(equals + 1);
        const bool inQuotes = value.size() >= 2 && value.front() == '"' && value.back() == '"';
        if (inQuotes)
            value = value.substr(1, value.size() - 2);
        else if (value.find(':') != value.npos && value.find('.') == value.npos)
            return std::nullopt; // RFC 7239 §4: an IPv6 address is quoted and in brackets
        if (found)
            return std::nullopt;
        found = readNode(value);
        if (!found)
            return std::nullopt;
    }
    return found;
}

template <typename ReadHop>
ClientAddress walk(const IpAddress& peer, std::span<const std::string_view> lines,
                   const std::function<bool(const IpAddress&)>& isTrusted, bool quotes, ClientAddress::Source source,
                   const ReadHop& readHop)
{
    ClientAddress client{peer, ClientAddress::Source::Socket};
    std::size_t hops = 0;
    for (std::size_t line = lines.size(); line-- > 0;) {
        std::string_view list = trimmed(lines[line]);
        while (!list.empty()) {
            const std::string_view hop = takeLast(list, quotes);
            if (hop.empty() && list.empty() && hops == 0)
                break; // an empty line says nothing
            const std::optional<IpAddress> address = ++hops > hopsMost ? std::nullopt : readHop(hop);
            if (!address)
                return {client.address, ClientAddress::Source::Unreadable};
            client = {*address, source};
            if (!isTrusted(*address))
                return client;
        }
    }
    return client;
}

bool saysSomething(std::span<const std::string_view> lines) noexcept
{
    return std::ranges::any_of(lines, [](std::string_view line) { return !trimmed(line).empty(); });
}

} // namespace

TrustedProxies::TrustedProxies(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(", ");
        if (const auto network = Cidr::parse(text.substr(0, end)))
            m_networks.push_back(*network);
        text = end == text.npos ? std::string_view() : text.substr(end + 1);
    }
}

bool TrustedProxies::contains(const IpAddress& address) const noexcept
{
    return std::ranges::any_of(m_networks, [&](const Cidr& network) { return network.contains(address); });
}

ClientAddress clientAddress(const IpAddress& peer, std::span<const std::string_view> forwarded,
                            std::span<const std::string_view> forwardedFor,
                            const std::function<bool(const IpAddress&)>& isTrusted)
{
    using Source = ClientAddress::Source;
    if (!isTrusted(peer))
        return {peer, Source::Socket};
    const bool standard = saysSomething(forwarded), common = saysSomething(forwardedFor);
    const ClientAddress byStandard = walk(peer, forwarded, isTrusted, true, Source::Forwarded, readElement);
    const ClientAddress byCommon = walk(peer, forwardedFor, isTrusted, false, Source::ForwardedFor, readNode);
    if (standard && common && byStandard.address != byCommon.address) {
        // A chain of proxies that write one field each: the one that ends at a proxy has no more to say.
        const bool readable = byStandard.source != Source::Unreadable && byCommon.source != Source::Unreadable;
        if (readable && isTrusted(byStandard.address) != isTrusted(byCommon.address))
            return isTrusted(byStandard.address) ? byCommon : byStandard;
        return {peer, Source::Contradictory};
    }
    return standard ? byStandard : byCommon;
}

} // namespace sallyport::protection
