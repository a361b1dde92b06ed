#pragma once

#include "backend/base/ip_address.h"
#include "backend/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::outbound {

/// An absolute http or https URL, taken apart strictly: no user information, no fragment, printable ASCII only.
struct Url {
    bool tls = true;
    std::string host;                 ///< lower case, without brackets
    std::optional<IpAddress> address; ///< if the host is written as one
    std::uint16_t port = 443;
    std::string target = "/"; ///< path and query, as sent

    /// InvalidArgument, at most 2,048 bytes.
    static Result<Url> parse(std::string_view text);
    /// What the Host field says: with the port if it isn't the scheme's.
    std::string authority() const;
};

} // namespace sallyport::outbound
