#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/factors/coverage_counter.h"
#include "backend/identity/factors/mfa.h"
#include "backend/identity/factors/second_factor.h"

#include <array>

namespace sallyport::identity {

inline constexpr std::chrono::minutes enrolmentLifetime{10};
inline constexpr std::int64_t enrolmentTries = 5;
/// What authenticators show; also the label's first part.

class MfaService final : public Mfa {
public:
    MfaService(Core& core, const TotpCipher& totp) : m_core(core), m_totp(totp), m_counter(core) {}

    Result<MfaEnrolment> begin(const access::Actor& actor, const UserId& id) override;
    Result<std::vector<SecretBytes>> confirm(const access::Actor& actor, const UserId& id, std::string_view code) override;
    Result<void> abandon(const access::Actor& actor, const UserId& id) override;
    Result<void> disable(const access::Actor& actor, std::string_view code) override;
    Result<std::vector<SecretBytes>> renewRecoveryCodes(const access::Actor& actor, std::string_view code) override;
    Result<UtcTime> stepUp(const access::Actor& actor, std::string_view code) override;
    Result<std::vector<TrustedDevice>> trustedDevices(const access::Actor& actor, const UserId& id) override;
    Result<void> forgetDevice(const access::Actor& actor, const DeviceId& id) override;
    Result<MfaCoverage> coverage(const access::Actor& actor) override;

private:
    using Codes = std::vector<SecretBytes>;

    /// The actor of now, if it may act on the user's second factor.
    Result<access::Actor> authorize(const access::Actor& actor, const UserId& id) const;
    Result<Verdict<Codes>> confirmEnrolment(storage::Transaction& transaction, const access::Actor& actor, const UserId& id,
                                            std::string_view code);
    /// Runs `accepted` in the transaction in which the actor's own code was used up.
    template <typename T, typename Accepted>
    Result<T> withOwnCode(const access::Actor& actor, std::string_view code, Accepted accepted);

    Core& m_core;
    const TotpCipher& m_totp;
    CoverageCounter m_counter;
};

/// Ten new recovery codes in place of the old ones.
Result<std::vector<SecretBytes>> storeNewRecoveryCodes(Core& core, storage::Transaction& transaction, const UserId& id);
/// Another version of the user; live sessions and keys see it as it is.
Result<void> mirrorUser(Core& core, storage::Transaction& transaction, const UserId& id);
/// A second factor was shown in the session just now.
Result<void> noteFactorShown(Core& core, storage::Transaction& transaction, const SessionId& session, bool passkey);
/// Codes of a user who has no second factor any more.
Result<void> forgetUselessRecoveryCodes(storage::Transaction& transaction, const UserId& id);
/// Conflict, `password_too_short`: the password is good enough only beside a second factor.
Result<void> requireLongPassword(const Credentials& user);
/// The user's second factor goes: secret, codes, passkeys, pending sign-ins. For disable and an administrator's reset.
Result<void> removeSecondFactor(Core& core, storage::Transaction& transaction, const UserId& id);

} // namespace sallyport::identity
