#pragma once

#include "backend/base/ip_address.h"
#include "backend/base/result.h"

#include <chrono>
#include <string>
#include <vector>

namespace sallyport::outbound {

/// The addresses of a name, in the system's order, waiting until `deadline` at most. NoSuchHost, TimedOut (client.h).
[[nodiscard]] Result<std::vector<IpAddress>> resolve(const std::string& host, std::chrono::steady_clock::time_point deadline);

/// An error of this module: Unavailable with the word.
Error outboundError(std::string_view word, std::string detail);

} // namespace sallyport::outbound
