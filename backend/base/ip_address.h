#pragma once

#include "backend/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport {

/// An IPv4 or IPv6 address. IPv4-mapped IPv6 (::ffff:a.b.c.d) is normalised to IPv4, zone ids are refused.
class IpAddress {
public:
    /// Unspecified IPv4 (0.0.0.0).
    IpAddress() = default;
    static Result<IpAddress> parse(std::string_view text);
    static IpAddress v4(std::uint32_t hostOrder);
    static IpAddress v6(const std::array<std::uint8_t, 16>& bytes);

    bool isV4() const noexcept { return m_v4; }
    bool isLoopback() const noexcept;
    bool isUnspecified() const noexcept;
    /// Network order; IPv4 in the first four bytes.
    const std::array<std::uint8_t, 16>& bytes() const noexcept { return m_bytes; }
    /// RFC 5952 text.
    std::string text() const;
    /// What limits and caps are keyed by: the address itself, or its /64 for IPv6.
    IpAddress network() const;

    auto operator<=>(const IpAddress&) const = default;

private:
    std::array<std::uint8_t, 16> m_bytes{};
    bool m_v4 = true;
};

/// A network, `203.0.113.0/24` or `2001:db8::/32`; a bare address means its full length.
class Cidr {
public:
    static Result<Cidr> parse(std::string_view text);
    bool contains(const IpAddress& address) const noexcept;
    /// Every address of `network` is in this one.
    bool contains(const Cidr& network) const noexcept { return network.m_prefix >= m_prefix && contains(network.m_base); }
    std::string text() const;
    bool operator==(const Cidr&) const = default;

private:
    IpAddress m_base;
    int m_prefix = 32; // a Cidr that was never parsed matches 0.0.0.0 only, not everything
};

} // namespace sallyport

template <>
struct std::hash<sallyport::IpAddress> {
    std::size_t operator()(const sallyport::IpAddress& address) const noexcept;
};
