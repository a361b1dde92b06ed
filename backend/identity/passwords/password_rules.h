#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/passwords/breach_lists.h"
#include "backend/identity/passwords/password_hashes.h"
#include "backend/identity/passwords/passwords.h"

#include <optional>
#include <string>

namespace sallyport::identity {

/// What passwords must be here and how they are kept, by the vault's settings of the moment. Thread-safe.
class PasswordRules {
public:
    /// `fixedCost` instead of the settings' cost: tests take less.
    PasswordRules(const Core& core, std::optional<crypto::PasswordCost> fixedCost)
        : m_core(core), m_hashes([this, fixedCost] { return fixedCost.value_or(settingsCost()); })
    {
    }

    const PasswordHashes& hashes() const { return m_hashes; }
    /// By the vault's rules of now; reads the list of breached passwords if there is one.
    PasswordStrength rate(const SecretBytes& password, const PasswordOwner& owner) const;
    /// PasswordTooWeak with the rules that it breaks. Unavailable if the list of breached passwords can't be read.
    Result<void> check(const SecretBytes& password, const PasswordOwner& owner) const;
    /// True if it is good enough only beside a second factor.
    bool isShort(const SecretBytes& password) const;
    /// Opens the list of breached passwords, whatever was open before. See BreachList::open.
    Result<void> openBreachList(const std::string& file) const;

private:
    crypto::PasswordCost settingsCost() const;

    const Core& m_core;
    PasswordHashes m_hashes;
    mutable BreachLists m_breachLists;
};

} // namespace sallyport::identity
