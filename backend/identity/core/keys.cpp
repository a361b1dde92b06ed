#include "backend/identity/core/keys.h"

namespace sallyport::identity {

IdentityKeys IdentityKeys::from(const storage::Keyring& keyring)
{
    return {keyring.derive("totp"), keyring.derive("token-signing"), keyring.derive("refresh"), keyring.derive("key-signing"),
            keyring.derive("providers")};
}

} // namespace sallyport::identity
