#pragma once

#include "backend/identity/password_policy.h"

#include <string>

namespace sallyport::identity {

/// Whose password it is to be.
struct PasswordOwner {
    std::string name, email;     ///< it must contain neither
    bool secondFactor = false;   ///< on: a shorter password is enough (NIST 800-63B-4 §3.1.1.2)
};

/// What passwords of this vault must be, for everybody who asks: the window, the API, the command line. Thread-safe.
class Passwords {
public:
    virtual ~Passwords() = default;

    /// How good the password is and which rules of the vault refuse it. Needs no permission: it tells nothing about
    /// anybody. A few milliseconds at most; reads a file where a list of breached passwords is set: workers only.
    [[nodiscard]] virtual PasswordStrength rate(const SecretBytes& password, const PasswordOwner& owner) const = 0;
};

} // namespace sallyport::identity
