#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/openssl_handle.h"

#include <openssl/evp.h>

#include <span>

namespace sallyport::crypto {

// Unencrypted PKCS#8 DER (RFC 5958). For .cpp files of this module only.

/// A private key of any kind and nothing behind it; CryptoFailure otherwise.
Result<Handle<EVP_PKEY, EVP_PKEY_free>> readPkcs8(std::span<const std::byte> der);
Result<SecretBytes> writePkcs8(const EVP_PKEY* key);

} // namespace sallyport::crypto
