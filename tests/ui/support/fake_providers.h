#pragma once

#include "backend/identity/providers/identity_providers.h"
#include "backend/identity/providers/outside_sign_in.h"
#include "tests/ui/support/failures.h"

#include <algorithm>
#include <mutex>

namespace sallyport::tests {

/// Google and a provider of the house; tests of them pass one step a question, and fail at the token if `failTests`.
class FakeIdentityProviders final : public identity::IdentityProviders {
public:
    explicit FakeIdentityProviders(Clock& clock);

    Result<std::vector<identity::IdentityProvider>> list(const access::Actor&, const std::string& text) override;
    Result<identity::IdentityProvider> read(const access::Actor&, const ProviderId& id) override;
    Result<identity::IdentityProvider> create(const access::Actor&, identity::NewProvider provider) override;
    Result<identity::IdentityProvider> change(const access::Actor&, const ProviderId& id, identity::ProviderPatch patch) override;
    Result<void> remove(const access::Actor&, const ProviderId& id) override;
    Result<identity::OutsideLinkPage> links(const access::Actor&, const identity::OutsideLinkQuery& query) override;
    Result<identity::OutsideLink> link(const access::Actor&, const ProviderId& provider, const std::string& subject,
                                       const UserId& user) override;
    Result<void> unlink(const access::Actor&, const identity::OutsideLinkId& id) override;
    Result<identity::LoginTest> startTest(const access::Actor&, const ProviderId& id) override;
    Result<identity::LoginTest> testState(const access::Actor&, const std::string& id) override;

    Failures failures;
    bool failTests = false;
    std::mutex mutex;
    std::vector<identity::IdentityProvider> providers;
    std::vector<identity::OutsideLink> allLinks;
    std::string lastSecret; ///< of the last create or change

private:
    identity::IdentityProvider* find(const ProviderId& id);
    Clock& m_clock;
    identity::LoginTest m_test;
    std::size_t m_asked = 0;
};

/// Not what a window calls.
class FakeOutsideSignIn final : public identity::OutsideSignIn {
public:
    Result<identity::OutsideRedirect> begin(const identity::OutsideStart&, const identity::ClientContext&) override
    {
        return makeError(ErrorCode::NotFound, "none");
    }
    Result<identity::OutsideOutcome> finish(const identity::OutsideAnswer&, const identity::ClientContext&) override
    {
        return makeError(ErrorCode::Unauthenticated, "none");
    }
    Result<identity::SignInResult> exchange(const SecretBytes&, const std::string&, const identity::ClientContext&) override
    {
        return makeError(ErrorCode::Unauthenticated, "none");
    }
    Result<identity::OwnLinkStart> beginLink(const access::Actor&, const std::string&) override
    {
        return makeError(ErrorCode::NotFound, "none");
    }
    Result<identity::OutsideLink> finishLink(const access::Actor&, const SecretBytes&, const std::string&) override
    {
        return makeError(ErrorCode::InvalidArgument, "none");
    }
    Result<std::vector<identity::OutsideLink>> ownLinks(const access::Actor&) override
    {
        return std::vector<identity::OutsideLink>();
    }
    Result<void> removeOwnLink(const access::Actor&, const identity::OutsideLinkId&) override
    {
        return makeError(ErrorCode::NotFound, "none");
    }
    void stop() override {}
};

} // namespace sallyport::tests
