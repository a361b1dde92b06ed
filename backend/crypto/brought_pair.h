#pragma once

#include "backend/crypto/certificate.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::crypto {

/// A chain and its key as a server takes them: PEM, the server's own first, the key PKCS#8 without a passphrase.
struct BroughtPair {
    std::string chainPem;
    SecretBytes keyPem;
};

/// Reads what somebody brings: certificates in PEM with the key among them or in `key`, or a PKCS#12 file, whose passphrase or
/// that of the key is `passphrase` (empty: none). Certificates are put in the order in which each is issued by the next, the
/// key's own first. CertificateInvalid, with what is wrong: unreadable, without a key, a passphrase that is missing or wrong, a
/// key of none of the certificates, certificates that don't belong to it. Whether a server may present it says
/// checkServerChain.
[[nodiscard]] Result<BroughtPair> readPair(std::string_view certificates, const SecretBytes& key, const SecretBytes& passphrase);

/// Those of these host names and addresses that clients would not take the certificate for.
std::vector<std::string> namesNotIn(std::string_view chainPem, const std::vector<std::string>& names);

} // namespace sallyport::crypto
