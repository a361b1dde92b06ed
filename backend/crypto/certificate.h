#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::crypto {

/// One X.509 certificate, to be read. Copies share it. Thread-safe.
class Certificate {
public:
    /// The first certificate of a PEM text (64 KiB at most); CertificateInvalid otherwise.
    static Result<Certificate> fromPem(std::string_view pem);

    std::string pem() const;
    /// SHA-256 of the DER, `7C:41:...` as browsers and `openssl x509 -fingerprint` show it.
    std::string fingerprint() const;
    /// RFC 2253 text, `CN=localhost,O=Sallyport`.
    std::string subject() const;
    /// Who issued it, as subject().
    std::string issuer() const;
    /// Host names and addresses that it is for (subjectAltName), in its order.
    std::vector<std::string> names() const;
    UtcTime notBefore() const;
    UtcTime notAfter() const;
    /// True if `privateKeyPem` holds the private key that belongs to it.
    bool matchesKey(const SecretBytes& privateKeyPem) const;
    /// True if it is one as makeSelfSigned makes: issued and signed by itself, its subject, kind of key and exact lifetime.
    bool isSelfMade() const;

private:
    struct State;
    explicit Certificate(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

/// What the server presents: a certificate and its key, both PEM.
struct CertifiedKey {
    Certificate certificate;
    SecretBytes privateKeyPem; ///< PKCS#8, unencrypted: store it sealed
};

/// How long one of ours is valid: the longest that browsers accept is 398 days. Both ends count.
inline constexpr std::chrono::seconds selfSignedLifetime = std::chrono::days(397) - std::chrono::seconds(1);

/// A self-signed ECDSA P-256 server certificate (X.509 v3, serverAuth, 397 days from `at` on) for the given names and addresses,
/// and always for localhost, 127.0.0.1 and ::1. InvalidArgument for something that is no host name, or more than 100
/// names; CryptoFailure.
Result<CertifiedKey> makeSelfSigned(const std::vector<std::string>& dnsNames, const std::vector<IpAddress>& addresses, UtcTime at,
                                    RandomSource& random);

} // namespace sallyport::crypto
