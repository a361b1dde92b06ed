#pragma once

#include "backend/base/ip_address.h"
#include "backend/base/result.h"

#include <string_view>
#include <vector>

namespace sallyport::outbound {

/// Which addresses the product may connect to. Everything that isn't a public unicast address is refused (loopback,
/// private, link-local, shared, multicast, documentation, translation prefixes, `::ffff:0:0/96`..) unless one of the
/// configured networks holds it: nobody makes the server ask inside its own network (OWASP API7:2023, ASVS 1.3.6).
class AddressRules {
public:
    /// Nothing but public addresses.
    AddressRules() = default;
    /// Networks that are allowed besides, separated by commas or spaces: `127.0.0.0/8, 10.20.0.0/16`. InvalidArgument.
    static Result<AddressRules> parse(std::string_view networks);

    bool allows(const IpAddress& address) const noexcept;
    /// What kind of address it is, for the message: `loopback`, `private`...; empty for a public one.
    static std::string_view specialUse(const IpAddress& address) noexcept;

private:
    std::vector<Cidr> m_allowed;
};

} // namespace sallyport::outbound
