#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/factors/passkey_rows.h"
#include "backend/identity/passkeys/challenge_store.h"
#include "backend/identity/passkeys/passkeys.h"
#include "backend/identity/sign_in/sign_in_service.h"

namespace sallyport::identity {

/// The one implementation of Passkeys: ceremonies in passkeys_service.cpp, the list in passkeys_manage.cpp.
class PasskeysService final : public Passkeys {
public:
    PasskeysService(Core& core, SignInService& signIn) : m_core(core), m_signIn(signIn), m_challenges(10'000, 8) {}

    Result<PasskeyCreation> beginRegistration(const access::Actor& actor) override;
    Result<AddedPasskey> finishRegistration(const access::Actor& actor, std::string name,
                                            const webauthn::RegistrationAnswer& answer) override;
    Result<PasskeyRequest> beginSignIn(const SecretBytes& mfaToken) override;
    Result<Tokens> finishSignIn(const SecretBytes& mfaToken, const webauthn::AssertionAnswer& answer,
                                const ClientContext& context) override;
    Result<PasskeyRequest> beginStepUp(const access::Actor& actor) override;
    Result<Tokens> finishStepUp(const access::Actor& actor, const webauthn::AssertionAnswer& answer) override;
    Result<std::vector<Passkey>> list(const access::Actor& actor, const UserId& user) override;
    Result<Passkey> rename(const access::Actor& actor, const PasskeyId& id, std::string name) override;
    Result<void> remove(const access::Actor& actor, const PasskeyId& id) override;

private:
    using Ceremony = ChallengeStore::Ceremony;

    /// Conflict while passkeys are off.
    Result<webauthn::RelyingParty> party() const;
    Result<Bytes> newChallenge(Ceremony ceremony, const UserId& user, const std::string& bound);
    /// The challenge of an answer if it is one of ours that waits; it is used up.
    Result<Bytes> takeChallenge(std::span<const std::byte> clientDataJson, Ceremony ceremony, const UserId& user,
                                const std::string& bound);
    Result<PasskeyRequest> requestFor(Ceremony ceremony, const UserId& user, const std::string& bound);
    /// Checks an assertion of the user's and notes its use; failures are counted and recorded.
    Result<FactorVerdict> check(storage::Transaction& transaction, const Credentials& user, Ceremony ceremony,
                                const std::string& bound, const webauthn::AssertionAnswer& answer, const Attempt& attempt,
                                const access::Actor& actor);
    Result<AddedPasskey> add(storage::Transaction& transaction, const access::Actor& self, const std::string& name,
                             const webauthn::VerifiedRegistration& verified);
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, std::string_view kind,
                        const Passkey& passkey);

    Core& m_core;
    SignInService& m_signIn;
    ChallengeStore m_challenges;
};

} // namespace sallyport::identity
