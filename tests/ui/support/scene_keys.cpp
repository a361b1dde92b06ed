#include "tests/ui/support/scene_keys.h"

#include <algorithm>

namespace sallyport::tests {

void sceneKeys(FakeHouse& house)
{
    const std::scoped_lock guard(house.apiKeys.mutex, house.serviceAccounts.mutex);
    auto& keys = house.apiKeys.keys;
    keys.resize(std::min<std::size_t>(keys.size(), 14));
    std::erase_if(keys, [](const identity::ApiKey& key) { return key.name == "CI deploy, staging"; });
    for (identity::ServiceAccount& account : house.serviceAccounts.accounts) {
        account.keys = 0;
        account.lastUsedAt.reset();
        for (const identity::ApiKey& key : keys)
            if (key.owner.id == account.id && !key.ended()) {
                ++account.keys;
                account.lastUsedAt = std::max(account.lastUsedAt, key.lastUsedAt);
            }
    }
}

} // namespace sallyport::tests
