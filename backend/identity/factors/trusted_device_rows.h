#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/factors/trusted_device.h"

#include <optional>
#include <vector>

namespace sallyport::identity::rows {

/// Trusts the client's device from now on and answers its token; nothing while the setting is 0. Records it.
Result<std::optional<SecretBytes>> trustDevice(Core& core, storage::Transaction& transaction, const access::Actor& actor,
                                               const ClientContext& client);
/// True if the token is of a device that the user trusts, and its time isn't over. Notes the use.
Result<bool> useTrustedDevice(Core& core, storage::Transaction& transaction, const UserId& user, const SecretBytes& token,
                              const ClientContext& client);
/// Those whose time isn't over, newest first.
Result<std::vector<TrustedDevice>> trustedDevices(Core& core, storage::Transaction& transaction, const UserId& user);
/// Whose device it is; nothing if there is none.
Result<std::optional<UserId>> deviceOwner(storage::Transaction& transaction, const DeviceId& id);
Result<void> forgetDevice(storage::Transaction& transaction, const DeviceId& id);

} // namespace sallyport::identity::rows
