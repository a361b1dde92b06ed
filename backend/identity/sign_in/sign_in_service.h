#pragma once

#include "backend/crypto/digest_hash.h"
#include "backend/identity/core/core.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/factors/second_factor.h"
#include "backend/identity/passwords/password_rules.h"
#include "backend/identity/sessions/session_rows.h"
#include "backend/identity/sign_in/accepted_outside.h"
#include "backend/identity/sign_in/sign_in.h"
#include "backend/identity/tokens/access_token.h"
#include "backend/identity/tokens/signing_keys.h"

#include <array>
#include <functional>

namespace sallyport::identity {

inline constexpr std::chrono::seconds pendingSignInLifetime{300};
inline constexpr std::int64_t pendingSignInTries = 5;
inline constexpr std::int64_t pendingSignInsPerUser = 10;
/// A refresh token that was just exchanged is answered once more the same way, to the same client (two tabs, a retry).
inline constexpr std::chrono::seconds refreshGrace{10};
/// Verified access tokens that are remembered, so that a signature is checked once. About 700 bytes each.
inline constexpr std::size_t verifiedTokenLimit = 32'768;

/// The one implementation of SignIn. Its methods are in sign_in_*.cpp and authenticate.cpp.
class SignInService final : public SignIn {
public:
    SignInService(Core& core, const PasswordRules& passwords, const SigningKeys& signingKeys, const TotpCipher& totp);

    Result<SignInResult> login(const std::string& email, const SecretBytes& password, const ClientContext& context) override;
    Result<Tokens> completeMfa(const SecretBytes& mfaToken, std::string_view code, const ClientContext& context) override;
    Result<Tokens> finishEnrolment(const access::Actor& actor) override;
    Result<Tokens> stepUp(const access::Actor& actor, std::string_view code) override;
    Result<Tokens> refresh(const SecretBytes& refreshToken, const ClientContext& context) override;
    Result<void> logout(const access::Actor& actor) override;
    Result<void> logoutAll(const access::Actor& actor) override;
    Result<void> changePassword(const access::Actor& actor, const SecretBytes& current, SecretBytes next) override;
    Result<void> setPasswordByLink(const SecretBytes& linkToken, SecretBytes next, const ClientContext& context) override;
    Result<access::Actor> operatorSignIn(const std::string& email, const SecretBytes& password, std::string_view code) override;
    Result<void> operatorSignOut(const access::Actor& actor) override;
    Result<access::Actor> operatorNow(const access::Actor& actor) const override;
    Result<void> operatorSession(const access::Actor& actor) const override;
    Result<std::shared_ptr<const Principal>> authenticate(std::string_view accessToken) override;
    std::shared_ptr<const KeyDocument> jwks() const override { return m_signingKeys.jwks(); }
    TokenChecks tokenChecks() const override { return {m_signaturesChecked.load(), m_verified.size()}; }

    /// How a second factor is checked inside the transaction of a sign-in or a step-up.
    using CheckFactor = std::function<Result<FactorVerdict>(storage::Transaction& transaction, const Credentials& user,
                                                            const Attempt& attempt, const access::Actor& actor)>;
    /// Is the account elsewhere still linked to the user it was accepted for? Asked inside the transaction of the sign-in.
    using CheckLink = std::function<Result<bool>(storage::Transaction& transaction)>;
    /// Finishes a pending sign-in with a factor of any kind; `factor` is for the record.
    Result<Tokens> completeWith(const SecretBytes& mfaToken, const ClientContext& context, std::string_view factor, bool passkey,
                                const CheckFactor& check);
    /// The same for a step-up.
    Result<Tokens> stepUpWith(const access::Actor& actor, std::string_view factor, bool passkey, const CheckFactor& check);
    /// Whose pending sign-in it is; Unauthenticated when it is over. Counts no try.
    Result<UserId> pendingUser(const SecretBytes& mfaToken);
    std::string pendingEmail(const SecretBytes& mfaToken) override;

    /// Somebody whom a provider vouches for: tokens, or a second factor is still missing. Unauthenticated if the user or the
    /// link is gone, or the user disabled, by now.
    [[nodiscard]] Result<SignInResult> completeOutside(const AcceptedOutside& accepted, const ClientContext& context,
                                                       const CheckLink& isLinked);

    /// Verified tokens are forgotten (another issuer, other signing keys).
    void forgetVerifiedTokens() { m_verified.clear(); }

private:
    /// What is known once the password was checked.
    struct PasswordCheck {
        std::optional<Credentials> user; ///< nothing: unknown account
        bool right = false;
        std::string rehashed; ///< not empty: store this hash instead
        Attempt attempt;
        access::Actor claimed;        ///< who it claims to be, for the record
        std::optional<Error> refusal; ///< held back; recorded already
    };
    struct Acceptance {
        std::optional<StartedSession> session;
        std::optional<MfaPending> pending;
        std::optional<SecretBytes> device;
        bool overdue = false; ///< the time to set up a second factor is over: the session serves that only
        User user;
    };
    /// Somebody who may come in, and with what.
    struct Entry {
        access::Actor actor;                 ///< for the record
        std::string factors;                 ///< what was shown, for the record
        SessionStart start;                  ///< of the session that it opens
        bool complete = false;               ///< no second factor is asked for any more
        SessionId replaces = {};             ///< a step-up: the session whose place the new one takes
        std::optional<Attempt> attempt = {}; ///< whose failures are forgotten once it is in
    };
    /// A principal of one version of its session.
    struct Built {
        std::uint64_t version = 0;
        Principal principal;
    };
    struct Verified {
        UtcTime expiresAt;
        std::optional<UtcTime> mfaAt; ///< a second factor, as the token says
        LiveSessions::SessionPointer session;
        std::atomic<std::shared_ptr<const Built>> built;
    };

    Result<PasswordCheck> checkPassword(const std::string& email, const SecretBytes& password, Attempt attempt,
                                        access::Actor claimed);
    Result<void> recordThrottled(PasswordCheck& check, const Hold& hold);
    /// Why a right password isn't enough; the word for the journal, or nothing.
    static std::string_view refusalReason(const PasswordCheck& check, const std::optional<Credentials>& now);
    /// What comes next for somebody whose credentials were right, in one place for every way in: a second factor is still
    /// missing; or it is overdue and a session opens to set it up; or a whole session. Records which, and notes the sign-in.
    Result<Acceptance> conclude(storage::Transaction& transaction, const UserId& id, Entry entry);
    Result<Verdict<Acceptance>> accept(storage::Transaction& transaction, const PasswordCheck& check,
                                       const ClientContext& context);
    Result<Verdict<Acceptance>> acceptFactor(storage::Transaction& transaction, const SecretBytes& mfaToken,
                                             const ClientContext& context, std::string_view factor, bool passkey,
                                             const CheckFactor& check);
    /// Ends the session of `self` and begins another in which a second factor was shown, with the same end.
    Result<Acceptance> replaceSession(storage::Transaction& transaction, const access::Actor& self, std::string_view factor,
                                      bool passkey);
    /// `firstFactor`: what was shown, for the record.
    Result<MfaPending> startPending(storage::Transaction& transaction, const User& user, const std::string& firstFactor);
    Result<Verdict<Acceptance>> acceptOutside(storage::Transaction& transaction, const AcceptedOutside& accepted,
                                              const ClientContext& context, const CheckLink& isLinked);
    Result<SignInResult> resultOf(Acceptance acceptance);
    Result<Tokens> tokensOf(User user, const SessionRow& session, SecretBytes refreshToken);

    Result<Verdict<access::Actor>> acceptOperator(storage::Transaction& transaction, const PasswordCheck& check,
                                                  std::string_view code);
    /// `isShort`: it is good enough only while the second factor is on.
    Result<void> storePassword(storage::Transaction& transaction, const UserId& user, std::string_view hash, bool isShort);
    Result<std::shared_ptr<const Principal>> principalOf(const std::shared_ptr<Verified>& verified, UtcTime now) const;

    Core& m_core;
    const PasswordRules& m_passwords;
    const SigningKeys& m_signingKeys;
    const TotpCipher& m_totp;
    BoundedCache<crypto::Sha256Digest, std::shared_ptr<Verified>, crypto::DigestHash> m_verified;
    std::atomic<std::uint64_t> m_signaturesChecked{0};
};

/// Unauthenticated, `password_too_short`: the password is right, but it was chosen beside a second factor that is gone.
Error shortPasswordAlone();

/// An actor for the record: who it claims to be, from where.
access::Actor claimedActor(const ClientContext& context, std::string_view email);

} // namespace sallyport::identity
