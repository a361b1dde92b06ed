#pragma once

#include "backend/outbound/client.h"
#include "backend/outbound/connection.h"

namespace sallyport::outbound {

/// Resolves the name of `url` once and connects to the first address that `policy` allows and that answers; plain TCP only to
/// this machine. No TLS yet. AddressRefused, NoSuchHost, Unreachable, TimedOut, PlainHttp, Stopped (client.h).
[[nodiscard]] Result<IpAddress> connectTo(Connection& connection, const Url& url, const Policy& policy, Deadline deadline);

/// The error that tells why `address` of `host` is not connected to.
Error addressRefused(const std::string& host, const IpAddress& address);

} // namespace sallyport::outbound
