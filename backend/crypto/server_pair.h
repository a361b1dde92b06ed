#pragma once

#include "backend/crypto/certificate.h"

#include <optional>
#include <string>

namespace sallyport::crypto {

/// Whether a TLS server may present this chain (PEM, its own certificate first), whoever asks: at start, while it runs, by hand.
/// CertificateInvalid, with what is wrong: unreadable, over or not valid yet at `at` (none: time isn't judged), a key or
/// signature too weak (below 112 bits, SP 800-57), not for servers, a certificate that didn't issue the one before it, or may
/// not. Whom clients trust is not judged. Gives back the server's own.
Result<Certificate> checkServerChain(std::string_view chainPem, std::optional<UtcTime> at);

/// Whether it is the private key of `certificate`, in PEM and without a passphrase. CertificateInvalid, with what is wrong.
Result<void> checkServerKey(const Certificate& certificate, const SecretBytes& keyPem);

/// What is told of a chain in which the certificate with this number, from 0, did not issue the one before it.
std::string brokenChainText(std::size_t index);

} // namespace sallyport::crypto
