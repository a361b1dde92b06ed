#pragma once

#include "backend/identity/providers/identity_providers.h"
#include "backend/identity/sign_in/sign_in.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

/// What the browser asked for.
struct OutsideStart {
    std::string provider;  ///< its name
    std::string returnTo;  ///< one of the provider's return URLs, or empty: the code is shown instead
    std::string state;     ///< given back to `returnTo` as it is
    std::string challenge; ///< S256; the exchange then needs its verifier. Needed with returnTo
    std::string test;      ///< of a test (IdentityProviders::startTest)
    std::string link;      ///< of somebody who links their own account (beginLink)
    std::string browser;   ///< the cookie that the browser has, or empty
};

struct OutsideRedirect {
    std::string url;
    std::string browser; ///< the cookie that it must come back with
};

/// What the provider sent the browser back with.
struct OutsideAnswer {
    std::string provider;
    std::optional<std::string> code, state, issuer, error;
    std::string browser;
};

/// Where one's own browser goes to link an account elsewhere.
struct OwnLinkStart {
    std::string url; ///< works once; return_to, state and code_challenge may be added
    std::chrono::seconds expiresIn{600};
};

struct OutsideOutcome {
    std::string redirect; ///< where the browser goes; empty: show the rest
    SecretBytes code;     ///< for `exchange`, or for `finishLink`
    std::chrono::seconds expiresIn{60};
    bool test = false;            ///< nobody was signed in
    std::optional<Error> failure; ///< of a test, or told by `redirect`; recorded already
};

/// Sign-in with an account elsewhere (OAuth 2.0 with RFC 9700, OpenID Connect). Blocks for network calls: threads of
/// their own, never a loop. Every outcome is recorded before it is answered. Thread-safe.
class OutsideSignIn {
public:
    virtual ~OutsideSignIn() = default;

    /// NotFound for an unknown or disabled provider; InvalidArgument; Unavailable if the provider can't be asked or too many
    /// sign-ins are under way.
    [[nodiscard]] virtual Result<OutsideRedirect> begin(const OutsideStart& start, const ClientContext& context) = 0;
    /// Unauthenticated, with one text for all reasons (`recordedWord` has the true one).
    [[nodiscard]] virtual Result<OutsideOutcome> finish(const OutsideAnswer& answer, const ClientContext& context) = 0;
    /// The one-time code against tokens, or against a second factor. Unauthenticated.
    [[nodiscard]] virtual Result<SignInResult> exchange(const SecretBytes& code, const std::string& verifier,
                                                        const ClientContext& context) = 0;

    /// Oneself, in a session: prepares to link an account at the provider (its name) to the own user. For that the second
    /// factor must have been shown recently, or who has none must have signed in recently (ASVS 7.5.1). The browser comes back
    /// with a code that only this session can use, so nobody's account is linked to somebody else who sent them the address.
    [[nodiscard]] virtual Result<OwnLinkStart> beginLink(const access::Actor& actor, const std::string& provider) = 0;
    /// Conflict if that account is linked already; LimitReached; Unauthenticated for a code that isn't of this session.
    [[nodiscard]] virtual Result<OutsideLink> finishLink(const access::Actor& actor, const SecretBytes& code,
                                                         const std::string& verifier) = 0;
    [[nodiscard]] virtual Result<std::vector<OutsideLink>> ownLinks(const access::Actor& actor) = 0;
    /// Ends the user's other sessions. Conflict (`last_way_in`) for the only link of one who has no password.
    [[nodiscard]] virtual Result<void> removeOwnLink(const access::Actor& actor, const OutsideLinkId& id) = 0;

    /// What is under way ends (the vault closes).
    virtual void stop() = 0;
};

} // namespace sallyport::identity
