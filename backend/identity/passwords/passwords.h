#pragma once

#include "backend/access/actor.h"
#include "backend/identity/passwords/password_cost.h"
#include "backend/identity/passwords/password_generator.h"
#include "backend/identity/passwords/password_policy.h"

#include <string>

namespace sallyport::identity {

/// Whose password it is to be.
struct PasswordOwner {
    std::string name, email;   ///< it must contain neither
    bool secondFactor = false; ///< on: a shorter password is enough (NIST 800-63B-4 §3.1.1.2)
};

/// What passwords of this vault must be, for everybody who asks: the window, the API, the command line. Thread-safe.
class Passwords {
public:
    virtual ~Passwords() = default;

    /// How good the password is and which rules of the vault refuse it. Needs no permission: it tells nothing about
    /// anybody. A few milliseconds at most; reads a file where a list of breached passwords is set: workers only.
    [[nodiscard]] virtual PasswordStrength rate(const SecretBytes& password, const PasswordOwner& owner) const = 0;

    /// A password that is random and acceptable here. Needs no permission. InvalidArgument with a field `length` or `kinds`,
    /// also where passwords of that recipe are too easy to guess; Unavailable if the list of breached ones can't be read.
    [[nodiscard]] virtual Result<GeneratedPassword> generate(const PasswordRecipe& recipe, const PasswordOwner& owner) const = 0;

    /// settings:update. Which price of Argon2id this machine pays within `target` (20 ms to 1 s); takes some seconds, uses a
    /// core and up to 512 MiB. Changes nothing. InvalidArgument; Conflict while another runs; Cancelled by `progress`.
    [[nodiscard]] virtual Result<CostMeasurement> measure(const access::Actor& actor, std::chrono::milliseconds target,
                                                          const audit::Progress& progress) const = 0;
};

} // namespace sallyport::identity
