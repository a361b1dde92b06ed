#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/passwords/password_rules.h"
#include "backend/identity/passwords/passwords.h"

#include <mutex>

namespace sallyport::identity {

/// The one implementation of Passwords.
class PasswordsService final : public Passwords {
public:
    PasswordsService(Core& core, const PasswordRules& rules) : m_core(core), m_rules(rules) {}

    PasswordStrength rate(const SecretBytes& password, const PasswordOwner& owner) const override
    {
        return m_rules.rate(password, owner);
    }

    Result<GeneratedPassword> generate(const PasswordRecipe& recipe, const PasswordOwner& owner) const override;
    Result<CostMeasurement> measure(const access::Actor& actor, std::chrono::milliseconds target,
                                    const audit::Progress& progress) const override;

private:
    Core& m_core;
    const PasswordRules& m_rules;
    mutable std::mutex m_measuring;
};

} // namespace sallyport::identity
