#pragma once

#include "backend/crypto/public_key_file.h"

#include <string_view>

namespace sallyport::crypto {

/// A JWK (RFC 7517) with an Ed25519 (RFC 8037) or P-256 public key. `alg` and `use`, if they are there, must fit a signature of
/// that kind; other members are passed over. CryptoFailure for anything else, a private key above all. At most 4 KiB.
Result<PublicKey> readPublicJwk(std::string_view json);

} // namespace sallyport::crypto
