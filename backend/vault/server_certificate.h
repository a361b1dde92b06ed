#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <filesystem>
#include <string>

namespace sallyport {

/// What the server shows, as it lies in the data directory: `tls/certificate.pem` and `tls/key.pem` (0600).
struct StoredCertificate {
    std::string chainPem;
    SecretBytes keyPem;
    std::string fingerprint;
    UtcTime expiresAt;
    bool created = false; ///< made just now
};

/// Reads the pair, or makes a self-signed one if there is none, or if ours is over by the clock and by the time that is
/// `believed` (audit::SeenTime). CertificateInvalid if the files do
/// not fit each other, cannot be read or hold another's expired certificate; NotWritable, DiskFull.
[[nodiscard]] Result<StoredCertificate> loadOrMakeCertificate(const std::filesystem::path& dataDirectory,
                                                              const IpAddress& address, const Clock& clock, UtcTime believed,
                                                              RandomSource& random);
/// The same without making one. NotFound if there is none.
[[nodiscard]] Result<StoredCertificate> loadCertificate(const std::filesystem::path& dataDirectory);

} // namespace sallyport
