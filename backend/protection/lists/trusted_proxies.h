#pragma once

#include "backend/base/ip_address.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// The networks whose word about their clients is believed (`addresses.trusted_proxies`).
class TrustedProxies {
public:
    TrustedProxies() = default;
    /// Networks separated by commas or spaces; what is none is passed over (the setting refuses it).
    explicit TrustedProxies(std::string_view text);

    bool empty() const noexcept { return m_networks.empty(); }
    bool contains(const IpAddress& address) const noexcept;

private:
    std::vector<Cidr> m_networks;
};

/// From where a request comes, and how that is known.
struct ClientAddress {
    enum class Source : std::uint8_t {
        Socket,
        Forwarded,    ///< RFC 7239
        ForwardedFor, ///< X-Forwarded-For
        Unreadable,   ///< the proxy's word could not be read: the proxy itself
        /// The two fields name two clients, or one can't be read: the client may have written one of them, to be let in as
        /// somebody else. The proxy's address, and no client's.
        Contradictory,
    };
    IpAddress address;
    Source source = Source::Socket;
};

/// The client of a request that came from `peer`: if that is a trusted proxy, the right-most address in its fields that is none.
/// Only what a trusted proxy has written counts: everything left of the first address that isn't one is the client's own word,
/// and isn't looked at. A hop that cannot be read (also `unknown` and names, RFC 7239 §6) ends the search at the proxy that wrote
/// it. Of `Forwarded` and `X-Forwarded-For` both, they must say the same, or one end at a trusted proxy. Field lines in their
/// order.
ClientAddress clientAddress(const IpAddress& peer, std::span<const std::string_view> forwarded,
                            std::span<const std::string_view> forwardedFor,
                            const std::function<bool(const IpAddress&)>& isTrusted);

} // namespace sallyport::protection
