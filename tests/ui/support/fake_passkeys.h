#pragma once

#include "backend/identity/passkeys/passkeys.h"

namespace sallyport::tests {

/// Nobody has a passkey, until a test gives somebody one.
class FakePasskeys final : public identity::Passkeys {
public:
    Result<identity::PasskeyCreation> beginRegistration(const access::Actor&) override { return none(); }
    Result<identity::AddedPasskey> finishRegistration(const access::Actor&, std::string,
                                                      const identity::webauthn::RegistrationAnswer&) override
    {
        return none();
    }
    Result<identity::PasskeyRequest> beginSignIn(const SecretBytes&) override { return none(); }
    Result<identity::Tokens> finishSignIn(const SecretBytes&, const identity::webauthn::AssertionAnswer&,
                                          const identity::ClientContext&) override
    {
        return none();
    }
    Result<identity::PasskeyRequest> beginStepUp(const access::Actor&) override { return none(); }
    Result<identity::Tokens> finishStepUp(const access::Actor&, const identity::webauthn::AssertionAnswer&) override
    {
        return none();
    }
    Result<std::vector<identity::Passkey>> list(const access::Actor&, const UserId& user) override
    {
        std::vector<identity::Passkey> found;
        for (const identity::Passkey& passkey : passkeys)
            if (passkey.user == user)
                found.push_back(passkey);
        return found;
    }
    Result<identity::Passkey> rename(const access::Actor&, const PasskeyId&, std::string) override { return none(); }
    Result<void> remove(const access::Actor&, const PasskeyId&) override { return none(); }

    std::vector<identity::Passkey> passkeys; ///< before the console opens

private:
    static Error none() { return makeError(ErrorCode::NotFound, "no such passkey"); }
};

} // namespace sallyport::tests
