#pragma once

#include "backend/identity/core.h"
#include "backend/identity/passwords.h"

#include <mutex>

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
    Result<CostMeasurement> measure(const access::Actor& actor, std::chrono::milliseconds target,
                                    const audit::Progress& progress) const override;

private:
    Core& m_core;
    mutable std::mutex m_measuring;
};

} // namespace sallyport::identity
