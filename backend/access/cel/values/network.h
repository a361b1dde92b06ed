#pragma once

#include "backend/access/cel/values/value.h"

#include <optional>

namespace sallyport::access::cel {

/// An address: no zone, and IPv4 isn't written inside IPv6 (`::ffff:192.0.2.1`).
std::optional<Network> readAddress(std::string_view text);
/// An address with a prefix, `192.0.2.1/24`; what stands behind the prefix is kept.
std::optional<Network> readNetwork(std::string_view text);
/// Every address of `inner`, or the one address, is in `outer`.
bool containsNetwork(const Network& outer, const Network& inner) noexcept;
/// Without what stands behind the prefix.
Network maskedNetwork(const Network& network) noexcept;
/// The prefix of a single address.
int fullPrefix(const IpAddress& address) noexcept;

} // namespace sallyport::access::cel
