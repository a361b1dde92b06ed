#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"

#include <span>
#include <string>
#include <string_view>

namespace sallyport::identity::webauthn {

inline constexpr std::size_t clientDataLimit = 4096;

/// What the client says about the ceremony (WebAuthn §5.8.1).
struct ClientData {
    std::string type; ///< `webauthn.create` | `webauthn.get`
    Bytes challenge;
    std::string origin;
    bool crossOrigin = false;
};

/// BadRequest unless it is one strict JSON object with these members in their types. Other members are passed over.
Result<ClientData> readClientData(std::span<const std::byte> json);

} // namespace sallyport::identity::webauthn
