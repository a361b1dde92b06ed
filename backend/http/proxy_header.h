#pragma once

#include "backend/http/listener.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport::http {

/// The header of the PROXY protocol, version 2, with which a proxy says for whom it connects, before anything else on the
/// connection. Only the binary form: the text of version 1 has no length to be read by.
struct ProxyHeader {
    enum class Outcome : std::uint8_t { NeedMore, Complete, Malformed };

    /// The fixed part, which says how long all of it is.
    static constexpr std::size_t fixedBytes = 16;
    /// Addresses and what follows them at most: proxies add some hundred bytes.
    static constexpr std::size_t restBytes = 2048;

    Outcome outcome = Outcome::NeedMore;
    std::size_t wanted = fixedBytes;   ///< bytes of all of it, as far as is known
    std::optional<PeerAddress> client; ///< nothing: the proxy itself, or a family that isn't IP
};

/// Reads what has come so far. Never looks behind the header. TLVs behind the addresses are passed over.
ProxyHeader readProxyHeader(std::string_view bytes) noexcept;

} // namespace sallyport::http
