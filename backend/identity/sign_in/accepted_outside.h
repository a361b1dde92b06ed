#pragma once

#include "backend/base/clock.h"
#include "backend/identity/core/user.h"

#include <optional>
#include <string>

namespace sallyport::identity {

/// Somebody signed in who links an account of theirs to their user.
struct OwnLinking {
    UserId user;
    SessionId session;
};

/// Somebody who was accepted and has yet to fetch the tokens.
struct AcceptedOutside {
    UserId user;
    ProviderId provider;
    std::string providerTitle;
    std::string issuer, subject, label;
    bool factorAccepted = false;          ///< the provider's second factor counts
    std::optional<UtcTime> factorAt = {}; ///< when it was shown, if the provider says so
    std::optional<OwnLinking> linking;    ///< no sign-in: the account is linked when this session says so
    std::string challenge;
    SteadyTime expires;
};

} // namespace sallyport::identity
