#pragma once

#include <string>
#include <string_view>

namespace sallyport::identity {

/// What kind of program a User-Agent is of, without its version: `Firefox, Windows`, `curl`; empty if it says nothing.
/// At most 64 bytes of printable ASCII. For telling a device that was never seen, not for believing who it is.
std::string agentFamily(std::string_view userAgent);

} // namespace sallyport::identity
