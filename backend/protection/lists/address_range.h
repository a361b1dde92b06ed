#pragma once

#include "backend/base/ip_address.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::protection {

/// An address or a network as lists keep it: in one spelling, with its bits.
struct AddressRange {
    IpAddress base;
    int length = 0; ///< bits that count: 32 or 128 for one address
    Cidr cidr;

    /// InvalidArgument for what is neither. IPv4-mapped IPv6 becomes IPv4.
    static Result<AddressRange> parse(std::string_view text);
    static AddressRange of(const IpAddress& address);
    /// What a score bans: the address, or the /64 of an IPv6 address.
    static AddressRange banOf(const IpAddress& address);

    bool isOne() const noexcept { return length == (base.isV4() ? 32 : 128); }
    bool contains(const IpAddress& address) const noexcept { return cidr.contains(address); }
    /// `203.0.113.7` or `203.0.113.0/24`.
    std::string text() const;
    /// Keys of its first and its last address.
    std::string firstKey() const;
    std::string lastKey() const;
};

/// A text that sorts as addresses do, IPv4 before IPv6, by its bytes: `4cb007107`, `6` and 32 digits.
std::string addressKey(const IpAddress& address);

} // namespace sallyport::protection
