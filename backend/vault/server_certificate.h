#pragma once

#include "backend/base/ip_address.h"
#include "backend/crypto/brought_pair.h"
#include "backend/vault/imported_certificates.h"
#include "backend/vault/own_keys.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace sallyport {

/// What of a certificate everybody may see.
struct ShownCertificate {
    std::string fingerprint;
    UtcTime validFrom;
    UtcTime expiresAt;
    bool own = false;      ///< made by this server, its key in the vault
    bool imported = false; ///< in the vault, with its key
    bool keyed = true;     ///< its key is in `tls/key.pem` or was looked for in the vault, and fits
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
/// A certificate that is made while the clock is not believed begins by the time that is, if it then has so much left by the
/// clock.
inline constexpr std::chrono::days certificateLeastLeft{30};

/// What the vault knows of the time beside its clock (audit::SeenTime).
struct KnownTime {
    UtcTime believed;
    UtcTime passed;
};

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
    /// is believed, or will be within `ahead`, or is not valid yet and was made by a clock that had gone ahead. NotWritable,
    /// DiskFull.
    [[nodiscard]] Result<StoredCertificate> loadOrMake(const IpAddress& address, const KnownTime& known,
                                                       std::chrono::microseconds ahead = {});
    /// Whether that would make one in the place of our own. False where there is none, or none of ours.
    bool isDue(const KnownTime& known, std::chrono::microseconds ahead) const;
    /// Takes the key of an earlier version's own certificate from `tls/key.pem` into the vault, once: only when it is on disk
    /// there the file is overwritten and removed. True if there was one. On an error the file is as it was.
    [[nodiscard]] Result<bool> adopt();

    /// Told in the transaction of a change of what is presented, which was and is then: fingerprints, or nothing for the pair in
    /// `tls/`.
    using Note =
        std::function<Result<void>(storage::Transaction& transaction, const std::string& before, const std::string& after)>;
    /// Presents that pair from now on, and keeps the one before. CertificateInvalid as load() says; nothing has changed then.
    [[nodiscard]] Result<void> import(const crypto::BroughtPair& pair, const access::Actor& by, const Note& note);
    /// Presents the one before again. Conflict (`nothing_before`).
    [[nodiscard]] Result<void> goBack(const access::Actor& by, const Note& note);
    /// Presents the pair in `tls/` again. Conflict (`not_imported`).
    [[nodiscard]] Result<void> useOwn(const access::Actor& by, const Note& note);
    /// Whether goBack() has something to go back to.
    [[nodiscard]] Result<bool> canGoBack() const;
    /// Takes such a change back if it is still as it left it (`certificate`, changed_values.h); else answers that.
    [[nodiscard]] Result<std::vector<std::string>> takeBack(storage::Transaction& transaction, const std::string& undo);
    /// Names and addresses under which clients come that reach a server bound there.
    static std::vector<std::string> namesFor(const IpAddress& bound);

private:
    ServerCertificates(Parts parts, ServerKeyCipher cipher, ServerKeyCipher importedCipher);
    /// The pair in `tls/`, or one of our own.
    Result<StoredCertificate> loadFiles() const;
    /// Presents that one, if it can be: nothing for the pair in `tls/`.
    Result<void> present(std::string which, ImportedCertificates::Use before, const access::Actor& by, const Note& note);
    bool isUnfit(const StoredCertificate& stored, const KnownTime& known, std::chrono::microseconds ahead) const;
    Result<StoredCertificate> make(const IpAddress& address, const KnownTime& known, bool renews);

    const Parts m_parts;
    OwnKeys m_keys;
    ImportedCertificates m_imported;
};

} // namespace sallyport
