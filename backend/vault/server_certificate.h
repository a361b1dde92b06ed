#pragma once

#include "backend/base/ip_address.h"
#include "backend/vault/own_keys.h"

#include <filesystem>
#include <memory>
#include <string>

namespace sallyport {

/// What of a certificate everybody may see.
struct ShownCertificate {
    std::string fingerprint;
    UtcTime expiresAt;
    bool own = false;  ///< made by this server, its key in the vault
    bool keyed = true; ///< its key is in `tls/key.pem` or was looked for in the vault, and fits
};

/// What the server presents.
struct StoredCertificate : ShownCertificate {
    std::string chainPem;
    SecretBytes keyPem;
    bool created = false; ///< made just now
};

/// As it lies in the data directory, without unlocking it: `tls/certificate.pem`, and `tls/key.pem` if somebody has put one
/// there. The same check as ServerCertificates::load, as far as it goes without the vault; time is left to the caller. NotFound,
/// CertificateInvalid.
[[nodiscard]] Result<ShownCertificate> inspectCertificate(const std::filesystem::path& dataDirectory);

/// So long before its end our own certificate makes room for the next, while the server runs: clients that pin it are told by the
/// event, and nobody comes to a server whose certificate is over.
inline constexpr std::chrono::days certificateRenewedAhead{7};

/// The server's certificate and key: a pair that somebody has put into `tls/`, or one of its own, whose key is in the vault. What
/// isn't its own it never writes, replaces or removes. Workers only; one call at a time.
class ServerCertificates {
public:
    struct Parts {
        std::filesystem::path dataDirectory;
        storage::Store& store;
        const Clock& clock;
        RandomSource& random;
    };
    /// `key` seals what is kept in the vault.
    static Result<std::unique_ptr<ServerCertificates>> open(Parts parts, SecretBytes key);

    /// The one check of what is there, for start, reload and doctor. NotFound if there is nothing; CertificateInvalid, with the
    /// reason, if it can't be presented: crypto::checkServerChain and checkServerKey, a key without a certificate, a certificate
    /// without a key. The time of one of our own isn't judged: clients do that by their clock.
    [[nodiscard]] Result<StoredCertificate> load() const;
    /// The same; makes a pair for `address` if there is nothing at all, or if our own is over by the clock and by the time that
    /// is `believed` (audit::SeenTime), or will be within `ahead`. NotWritable, DiskFull.
    [[nodiscard]] Result<StoredCertificate> loadOrMake(const IpAddress& address, UtcTime believed,
                                                       std::chrono::microseconds ahead = {});
    /// Whether that would make one in the place of our own. False where there is none, or none of ours.
    bool isDue(UtcTime believed, std::chrono::microseconds ahead) const;
    /// Takes the key of an earlier version's own certificate from `tls/key.pem` into the vault, once: only when it is on disk
    /// there the file is overwritten and removed. True if there was one. On an error the file is as it was.
    [[nodiscard]] Result<bool> adopt();

private:
    ServerCertificates(Parts parts, ServerKeyCipher cipher);
    bool isOver(const StoredCertificate& stored, UtcTime believed, std::chrono::microseconds ahead) const;
    Result<StoredCertificate> make(const IpAddress& address, bool renews);

    const Parts m_parts;
    OwnKeys m_keys;
};

} // namespace sallyport
