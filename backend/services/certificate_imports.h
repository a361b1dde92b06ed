#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <string>
#include <vector>

namespace sallyport {

/// What somebody brings: PEM, the key among the certificates or by itself, or a PKCS#12 file.
struct BroughtCertificate {
    std::string certificates; ///< bytes
    SecretBytes key;          ///< PEM; empty: with the certificates
    SecretBytes passphrase;   ///< of the key or the file; empty: none
};

/// The certificate that the server presents, or will when it starts.
struct PresentedCertificate {
    enum class Source {
        Own,     ///< made by the server itself, its key in the vault
        Files,   ///< somebody has put it into `tls/`
        Imported ///< in the vault, with its key
    };
    Source source = Source::Own;
    std::string fingerprint;
    std::string subject;
    std::string issuer;
    std::vector<std::string> names; ///< host names and addresses that it is for
    std::string chainPem;
    UtcTime expiresAt;
    bool canGoBack = false;
    /// Names and addresses that the server is known by and that the certificate isn't for: clients refuse it there.
    std::vector<std::string> namesMissing;
};

/// Certificates that are brought to the server while it runs. New connections take another one at once, open ones stay. By a
/// caller of the server itself it is a provisional change. Blocks; workers only. Thread-safe.
class CertificateImports {
public:
    virtual ~CertificateImports() = default;
    /// settings:read. NotFound before the first start; CertificateInvalid if what is there can't be presented.
    [[nodiscard]] virtual Result<PresentedCertificate> presented(const access::Actor& actor) = 0;
    /// server:control. CertificateInvalid, with what is wrong (word `passphrase_needed` where that is all): crypto::readPair,
    /// checkServerChain. Nothing has changed then.
    [[nodiscard]] virtual Result<PresentedCertificate> importCertificate(const access::Actor& actor,
                                                                         BroughtCertificate brought) = 0;
    /// server:control. The one before, again; Conflict (word `nothing_before`) if none is kept.
    [[nodiscard]] virtual Result<PresentedCertificate> goBack(const access::Actor& actor) = 0;
    /// server:control. What lies in `tls/`, or one of the server's own. Conflict (word `not_imported`) if it is that already.
    [[nodiscard]] virtual Result<PresentedCertificate> useOwn(const access::Actor& actor) = 0;
};

/// `own` | `files` | `imported`
constexpr std::string_view sourceWord(PresentedCertificate::Source source) noexcept
{
    using Source = PresentedCertificate::Source;
    return source == Source::Own ? "own" : source == Source::Files ? "files" : "imported";
}

} // namespace sallyport
