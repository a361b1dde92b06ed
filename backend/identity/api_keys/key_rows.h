#pragma once

#include "backend/identity/api_keys/key_owner_rows.h"
#include "backend/identity/core/live_keys.h"
#include "backend/storage/store.h"

namespace sallyport::identity {

/// What LiveKeys is filled with.
struct KeyState {
    std::vector<std::pair<std::shared_ptr<const KeyRecord>, KeyUse>> keys;
    std::vector<LiveOwner> owners;
};

/// SQL of keys. All of them run inside the caller's transaction.
namespace rows {

Result<KeyState> keyState(storage::Transaction& transaction);
/// NotFound if there is none.
Result<KeyRecord> key(storage::Transaction& transaction, const KeyId& id);
Result<bool> keyExists(storage::Transaction& transaction, const KeyId& id);
/// All columns but those of use.
Result<void> insertKey(storage::Transaction& transaction, const KeyRecord& key);
/// Writes what may change of it, with the version as it is in `key`.
Result<void> updateKey(storage::Transaction& transaction, const KeyRecord& key);
/// What is not written yet of the use of each, a key once.
Result<void> addKeyUses(storage::Transaction& transaction, const std::vector<std::pair<KeyId, KeyUse>>& uses);
/// Ids of keys that ended before `time`, which are deleted.
Result<std::vector<KeyId>> deleteKeysEndedBefore(storage::Transaction& transaction, UtcTime time);
Result<std::int64_t> countKeys(storage::Transaction& transaction);
/// Keys of the owner that can be used at `now`.
Result<std::int64_t> countUsableKeys(storage::Transaction& transaction, const UserId& owner, UtcTime now);

} // namespace rows

/// Words separated by one space.
std::string joinWords(const std::vector<std::string>& words);
std::vector<std::string> splitWords(std::string_view text);
/// Permission words, sorted, and back; words that mean nothing are left out.
std::vector<std::string> wordsOf(const access::PermissionSet& set);
access::PermissionSet permissionsOf(const std::vector<std::string>& words);

} // namespace sallyport::identity
