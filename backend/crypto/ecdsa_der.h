#pragma once

#include "backend/crypto/signing_key.h"

#include <optional>
#include <span>

namespace sallyport::crypto {

/// An ES256 signature in DER (RFC 3279 §2.2.3, as authenticators write it) as R ‖ S; nothing for anything else, other
/// encodings of the same numbers included.
std::optional<Es256Signature> es256FromDer(std::span<const std::byte> der);

} // namespace sallyport::crypto
