#pragma once

#include "backend/access/actor.h"
#include "backend/identity/core/principal.h"
#include "backend/identity/core/user.h"
#include "backend/identity/tokens/key_document.h"
#include "backend/settings/settings.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace sallyport::identity {

struct Tokens {
    SecretBytes accessToken;  ///< RFC 9068 JWT, ES256
    SecretBytes refreshToken; ///< opaque, 256 bits
    std::chrono::seconds expiresIn{0};
    SessionId session;
    User user;
    SecretBytes deviceToken = {};            ///< if the device is trusted from now on; shown once
    std::optional<UtcTime> mfaDeadline = {}; ///< a second factor must be set up until then
};

/// The password was right, a second factor is still missing.
struct MfaPending {
    SecretBytes mfaToken; ///< opaque, single use, five tries
    std::chrono::seconds expiresIn{300};
    std::string userName;
    bool app = true;      ///< an authenticator app can finish it; a recovery code always
    bool passkey = false; ///< a passkey can
};

/// The password was right, but the time for setting up a second factor is over: this token opens that and nothing else.
struct EnrolmentNeeded {
    SecretBytes token; ///< a JWT like an access token, for the audience `sallyport-enrolment`
    std::chrono::seconds expiresIn{600};
    std::string userName;
};

using SignInResult = std::variant<Tokens, MfaPending, EnrolmentNeeded>;

/// Ways in and out. Every outcome is recorded before it is answered. Calls that check a password block for the KDF's
/// time: `kdf` threads only. Thread-safe.
class SignIn {
public:
    virtual ~SignIn() = default;

    /// Unauthenticated (same text and time whether the user exists), AccountDisabled is told as Unauthenticated,
    /// AccountLocked/RateLimited with retryAfter.
    [[nodiscard]] virtual Result<SignInResult> login(const std::string& email, const SecretBytes& password,
                                                     const ClientContext& context) = 0;
    /// `code` is a TOTP or a recovery code. MfaInvalid; Unauthenticated when the pending sign-in is over.
    [[nodiscard]] virtual Result<Tokens> completeMfa(const SecretBytes& mfaToken, std::string_view code,
                                                     const ClientContext& context) = 0;
    /// The e-mail address of who may finish the sign-in with this token; empty: nobody. Blocks.
    [[nodiscard]] virtual std::string pendingEmail(const SecretBytes& mfaToken)
    {
        static_cast<void>(mfaToken);
        return {};
    }
    /// After a second factor was set up in a session that was opened for that only: ends it and answers the tokens of a
    /// whole one. PermissionDenied in any other session.
    [[nodiscard]] virtual Result<Tokens> finishEnrolment(const access::Actor& actor) = 0;
    /// Shows the second factor again in a running session: ends it and answers the tokens of another with the same end
    /// (ASVS 7.2.4). MfaInvalid, MfaEnrolmentRequired; PermissionDenied for a key or the console.
    [[nodiscard]] virtual Result<Tokens> stepUp(const access::Actor& actor, std::string_view code) = 0;
    /// Rotation; a used token again ends its family (RefreshReused event) and answers TokenInvalid.
    [[nodiscard]] virtual Result<Tokens> refresh(const SecretBytes& refreshToken, const ClientContext& context) = 0;
    [[nodiscard]] virtual Result<void> logout(const access::Actor& actor) = 0;
    [[nodiscard]] virtual Result<void> logoutAll(const access::Actor& actor) = 0;
    /// Oneself. Needs the current password; other sessions end.
    [[nodiscard]] virtual Result<void> changePassword(const access::Actor& actor, const SecretBytes& current,
                                                      SecretBytes next) = 0;
    /// Uses an invitation or reset link.
    [[nodiscard]] virtual Result<void> setPasswordByLink(const SecretBytes& linkToken, SecretBytes next,
                                                         const ClientContext& context) = 0;

    /// The console's operator: the same checks; the user must hold console:use.
    /// MfaRequired if a code is needed and `code` is empty. One who is overdue with setting up a second factor comes in
    /// without any permission, marked `enrolmentOnly`.
    [[nodiscard]] virtual Result<access::Actor> operatorSignIn(const std::string& email, const SecretBytes& password,
                                                               std::string_view code) = 0;
    [[nodiscard]] virtual Result<void> operatorSignOut(const access::Actor& actor) = 0;
    /// The operator with the permissions of now. TokenInvalid as for operatorSession; MfaEnrolmentRequired for one who is
    /// overdue with setting up a second factor. Looks only into memory: any thread.
    [[nodiscard]] virtual Result<access::Actor> operatorNow(const access::Actor& actor) const = 0;
    /// TokenInvalid once the operator's session is over: its time has passed, it was ended elsewhere, or the account may
    /// no longer sign in or no longer holds console:use. Looks only into memory: any thread.
    [[nodiscard]] virtual Result<void> operatorSession(const access::Actor& actor) const = 0;

    /// The hot path: verifies an access token (signature, typ, iss, aud, exp, session and user still valid), with a
    /// bounded cache. Never blocks on disk: any thread. TokenInvalid, TokenExpired.
    [[nodiscard]] virtual Result<std::shared_ptr<const Principal>> authenticate(std::string_view accessToken) = 0;

    /// RFC 7517 document with the current and the overlapping public keys.
    virtual std::shared_ptr<const KeyDocument> jwks() const = 0;

    virtual TokenChecks tokenChecks() const = 0;
};

} // namespace sallyport::identity
