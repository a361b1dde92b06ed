#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/providers/identity_providers.h"
#include "backend/identity/providers/outside_flows.h"
#include "backend/identity/providers/provider_directory.h"
#include "backend/identity/providers/provider_rows.h"

namespace sallyport::identity {

/// The one implementation of IdentityProviders. Links and tests are in provider_links.cpp.
class ProvidersService final : public IdentityProviders {
public:
    ProvidersService(Core& core, ProviderDirectory& directory, OutsideFlows& flows)
        : m_core(core), m_directory(directory), m_flows(flows)
    {
    }

    Result<std::vector<IdentityProvider>> list(const access::Actor& actor, const std::string& text) override;
    Result<IdentityProvider> read(const access::Actor& actor, const ProviderId& id) override;
    Result<IdentityProvider> create(const access::Actor& actor, NewProvider provider) override;
    Result<IdentityProvider> change(const access::Actor& actor, const ProviderId& id, ProviderPatch patch) override;
    Result<void> remove(const access::Actor& actor, const ProviderId& id) override;
    Result<OutsideLinkPage> links(const access::Actor& actor, const OutsideLinkQuery& query) override;
    Result<OutsideLink> link(const access::Actor& actor, const ProviderId& provider, const std::string& subject,
                             const UserId& user) override;
    Result<void> unlink(const access::Actor& actor, const OutsideLinkId& id) override;
    Result<LoginTest> startTest(const access::Actor& actor, const ProviderId& id) override;
    Result<LoginTest> testState(const access::Actor& actor, const std::string& id) override;

private:
    Result<void> seal(ProviderRow& row, const SecretBytes& secret) const;
    Result<void> requireFreeName(storage::Transaction& transaction, const ProviderRow& row) const;
    Result<ProviderRow> applyPatch(storage::Transaction& transaction, const access::Actor& actor, const ProviderId& id,
                                   const ProviderPatch& patch) const;
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const IdentityProvider& provider,
                        std::string_view kind, std::string details) const;
    IdentityProvider finished(IdentityProvider provider) const;

    Core& m_core;
    ProviderDirectory& m_directory;
    OutsideFlows& m_flows;
};

/// Where the provider sends the browser back to: to be registered there.
std::string loginUrlOf(const Core& core, std::string_view providerName);
std::string redirectUriOf(const Core& core, std::string_view providerName);
/// The client secret in the clear; empty if there is none.
[[nodiscard]] Result<SecretBytes> clientSecretOf(const ProviderCipher& cipher, const ProviderRow& row);

} // namespace sallyport::identity
