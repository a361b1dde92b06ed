#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/providers/identity_providers.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// A provider with its sealed secret.
struct ProviderRow {
    IdentityProvider provider;
    Bytes sealedSecret; ///< empty: none
    std::int64_t secretNumber = 0;
};

/// SQL of the providers and of who is linked, inside the caller's transaction.
namespace rows {

/// NotFound.
Result<ProviderRow> provider(storage::Transaction& transaction, const ProviderId& id);
/// By its name in the URL; nothing if there is none.
Result<std::optional<ProviderRow>> providerByName(storage::Transaction& transaction, std::string_view name);
/// By title; `pattern` is of storage::searchPattern().
Result<std::vector<ProviderRow>> providers(storage::Transaction& transaction, std::string_view pattern);
Result<std::int64_t> countProviders(storage::Transaction& transaction);
Result<void> insertProvider(storage::Transaction& transaction, const ProviderRow& row);
/// Fields, secret, state; adds one to the version.
Result<void> updateProvider(storage::Transaction& transaction, const ProviderRow& row, UtcTime now);

Result<std::optional<OutsideLink>> linkOf(storage::Transaction& transaction, std::string_view issuer, std::string_view subject);
/// NotFound.
Result<OutsideLink> outsideLink(storage::Transaction& transaction, const OutsideLinkId& id);
Result<OutsideLinkPage> outsideLinks(storage::Transaction& transaction, const OutsideLinkQuery& query);
Result<void> insertLink(storage::Transaction& transaction, const OutsideLink& link);
/// Notes the sign-in at link and provider.
Result<void> useLink(storage::Transaction& transaction, const OutsideLink& link, UtcTime now);

} // namespace rows

/// What binds a sealed client secret to its place.
std::string clientSecretAad(const ProviderId& id, std::int64_t number);

} // namespace sallyport::identity
