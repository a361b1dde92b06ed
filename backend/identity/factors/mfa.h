#pragma once

#include "backend/access/actor.h"
#include "backend/identity/core/user.h"
#include "backend/identity/factors/mfa_coverage.h"
#include "backend/identity/factors/trusted_device.h"

#include <string>
#include <vector>

namespace sallyport::identity {

/// A QR code's modules, row by row, without the quiet zone.
struct QrMatrix {
    int size = 0;
    std::vector<bool> dark;
};

/// What enrolment shows, once. The secret is stored encrypted and unconfirmed until a code proves that it was scanned.
struct MfaEnrolment {
    SecretBytes secret;     ///< base 32 without padding, 32 characters (160 bits)
    SecretBytes manualKey;  ///< the same in groups of four
    std::string issuer;     ///< under which name the app will list it: the vault's (otpauthIssuer)
    std::string account;    ///< and for whom: the user's e-mail address
    SecretBytes otpauthUrl; ///< `otpauth://totp/issuer:account?secret=..&issuer=..&algorithm=SHA1&digits=6&period=30`
    QrMatrix qr;            ///< error correction M
    UtcTime expiresAt;      ///< unconfirmed enrolments end after 10 minutes
};

/// RFC 6238 second factor: SHA-1, 6 digits, 30 s, one step each side, each step usable once even under two parallel
/// requests (one conditional UPDATE). Calls block: workers only. Thread-safe.
class Mfa {
public:
    virtual ~Mfa() = default;

    /// For oneself, or for another with users:reset_mfa (the console's dialog). Conflict if already enabled.
    [[nodiscard]] virtual Result<MfaEnrolment> begin(const access::Actor& actor, const UserId& id) = 0;
    /// MfaInvalid for a wrong code (five tries, then the enrolment ends). Ten recovery codes, shown once.
    [[nodiscard]] virtual Result<std::vector<SecretBytes>> confirm(const access::Actor& actor, const UserId& id,
                                                                   std::string_view code) = 0;
    /// Ends an enrolment that was not confirmed (the dialog was closed).
    [[nodiscard]] virtual Result<void> abandon(const access::Actor& actor, const UserId& id) = 0;
    /// Oneself only, with a valid code. Other sessions end.
    [[nodiscard]] virtual Result<void> disable(const access::Actor& actor, std::string_view code) = 0;
    /// Oneself with a valid code; the old ones stop working.
    [[nodiscard]] virtual Result<std::vector<SecretBytes>> renewRecoveryCodes(const access::Actor& actor,
                                                                              std::string_view code) = 0;
    /// Devices of a user that need not show the second factor again: oneself, or users:read.
    [[nodiscard]] virtual Result<std::vector<TrustedDevice>> trustedDevices(const access::Actor& actor, const UserId& id) = 0;
    /// Oneself, or users:reset_mfa. NotFound for another's.
    [[nodiscard]] virtual Result<void> forgetDevice(const access::Actor& actor, const DeviceId& id) = 0;
    /// Who has a second factor and who doesn't, by role: users:read. Cheap: counted from indexes, kept while no user changes.
    [[nodiscard]] virtual Result<MfaCoverage> coverage(const access::Actor& actor) = 0;
    /// `X-MFA-Token` of a step-up: marks the actor's session as recently verified. MfaInvalid, MfaEnrolmentRequired.
    [[nodiscard]] virtual Result<UtcTime> stepUp(const access::Actor& actor, std::string_view code) = 0;
};

/// The QR code as a PNG file (4 modules quiet zone, `scale` pixels a module).
[[nodiscard]] Result<std::string> qrPng(const QrMatrix& matrix, int scale);

} // namespace sallyport::identity
