#include "backend/http/proxy_header.h"

#include <algorithm>
#include <array>

namespace sallyport::http {
namespace {

constexpr std::string_view signature("\r\n\r\n\0\r\nQUIT\n", 12);
constexpr std::size_t v4Bytes = 12; // two addresses, two ports
constexpr std::size_t v6Bytes = 36;

std::uint8_t byteAt(std::string_view bytes, std::size_t at) noexcept
{
    return static_cast<std::uint8_t>(bytes[at]);
}

std::uint16_t shortAt(std::string_view bytes, std::size_t at) noexcept
{
    return static_cast<std::uint16_t>((byteAt(bytes, at) << 8) | byteAt(bytes, at + 1));
}

PeerAddress v4Client(std::string_view rest) noexcept
{
    const std::uint32_t address = (std::uint32_t{byteAt(rest, 0)} << 24) | (std::uint32_t{byteAt(rest, 1)} << 16) |
                                  (std::uint32_t{byteAt(rest, 2)} << 8) | byteAt(rest, 3);
    return {IpAddress::v4(address), shortAt(rest, 8)};
}

PeerAddress v6Client(std::string_view rest) noexcept
{
    std::array<std::uint8_t, 16> address{};
    for (std::size_t i = 0; i < address.size(); ++i)
        address[i] = byteAt(rest, i);
    return {IpAddress::v6(address), shortAt(rest, 32)};
}

} // namespace

ProxyHeader readProxyHeader(std::string_view bytes) noexcept
{
    using Outcome = ProxyHeader::Outcome;
    ProxyHeader header;
    const std::size_t known = std::min(bytes.size(), signature.size());
    if (bytes.substr(0, known) != signature.substr(0, known)) {
        header.outcome = Outcome::Malformed;
        return header;
    }
    if (bytes.size() < ProxyHeader::fixedBytes)
        return header;
    const std::uint8_t version = byteAt(bytes, 12) >> 4, command = byteAt(bytes, 12) & 0xf;
    const std::uint8_t family = byteAt(bytes, 13) >> 4, transport = byteAt(bytes, 13) & 0xf;
    const std::size_t rest = shortAt(bytes, 14);
    constexpr std::uint8_t local = 0, proxy = 1, inet = 1, inet6 = 2, unixFamily = 3, stream = 1, datagram = 2;
    if (version != 2 || command > proxy || family > unixFamily || transport > datagram || rest > ProxyHeader::restBytes) {
        header.outcome = Outcome::Malformed;
        return header;
    }
    header.wanted = ProxyHeader::fixedBytes + rest;
    if (bytes.size() < header.wanted)
        return header;
    header.outcome = Outcome::Complete;
    const std::string_view addresses = bytes.substr(ProxyHeader::fixedBytes, rest);
    if (command == local || transport != stream)
        return header;
    if ((family == inet && rest < v4Bytes) || (family == inet6 && rest < v6Bytes))
        header.outcome = Outcome::Malformed;
    else if (family == inet)
        header.client = v4Client(addresses);
    else if (family == inet6)
        header.client = v6Client(addresses);
    return header;
}

} // namespace sallyport::http
