#pragma once

#include "backend/identity/core.h"
#include "backend/identity/passwords.h"

namespace sallyport::identity {

/// The one implementation of Passwords.
class PasswordsService final : public Passwords {
public:
    explicit PasswordsService(Core& core) : m_core(core) {}

    PasswordStrength rate(const SecretBytes& password, const PasswordOwner& owner) const override
    {
        return m_core.ratePassword(password, owner);
    }

    Result<GeneratedPassword> generate(const PasswordRecipe& recipe, const PasswordOwner& owner) const override;

private:
    Core& m_core;
};

} // namespace sallyport::identity
