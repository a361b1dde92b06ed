#pragma once

#include "backend/base/result.h"
#include "backend/identity/core/user.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

/// Every change of a users' row, named after what changes; nobody else updates the table (tests/lint/rows.py). All of
/// them run inside the caller's transaction. What a client reads and sends back with the version (fields, status, password)
/// adds one to the version and notes the time. What only counts or remembers (failed tries, the last sign-in) doesn't. The
/// steps of a second factor don't either: they come in twos and threes, and `touch` ends them.
namespace sallyport::identity::rows {

/// Name, e-mail, age and department of `user`.
Result<void> setFields(storage::Transaction& transaction, const User& user, UtcTime now);
// What the fields are sorted, searched and compared by, made anew by today's rules: nothing that a client sees. One at a time,
// since each that changes costs its indexes.
Result<void> setNameKey(storage::Transaction& transaction, const UserId& id, std::string_view key);
/// An address that is another user's by these rules keeps the key that it has.
Result<void> setEmailKey(storage::Transaction& transaction, const UserId& id, std::string_view key);
Result<void> setDepartmentKey(storage::Transaction& transaction, const UserId& id, std::string_view key);
Result<void> setStatus(storage::Transaction& transaction, const UserId& id, UserStatus status, UtcTime now);
/// A new password; one who was invited is active from now on. `isShort`: it opens nothing without a second factor.
Result<void> setPassword(storage::Transaction& transaction, const UserId& id, std::string_view hash, bool isShort, UtcTime now);
/// Adds one to the version and notes the time: something of the user changed that stands elsewhere, or a factor.
Result<void> touch(storage::Transaction& transaction, const UserId& id, UtcTime now);

/// The same password, hashed at today's cost.
Result<void> setRehashed(storage::Transaction& transaction, const UserId& id, std::string_view hash);
Result<void> noteSignedIn(storage::Transaction& transaction, const UserId& id, UtcTime at, std::string_view address);
/// A session of the user was used: nobody counts as inactive who has one that is in use. Nothing is written within an hour
/// of the last time.
Result<void> noteActive(storage::Transaction& transaction, const UserId& id, UtcTime at);
/// The same for many, a user once.
Result<void> noteActive(storage::Transaction& transaction, const std::vector<std::pair<UserId, UtcTime>>& users);
/// For an id of nobody the same work.
Result<void> countFailedSignIn(storage::Transaction& transaction, const UserId& id);
Result<void> forgetFailedSignIns(storage::Transaction& transaction, const UserId& id);

/// An authenticator app with this sealed secret waits for its first code. The secret's version grows by one.
Result<void> beginApp(storage::Transaction& transaction, const UserId& id, std::span<const std::byte> sealedSecret, UtcTime now);
Result<void> countAppTry(storage::Transaction& transaction, const UserId& id);
/// An app that waits doesn't any more.
Result<void> forgetApp(storage::Transaction& transaction, const UserId& id);
/// The same for all that have waited since `before` or longer.
Result<void> forgetAppsBegunBefore(storage::Transaction& transaction, UtcTime before);
/// The first code was right.
Result<void> enableApp(storage::Transaction& transaction, const UserId& id);
/// False if the step, or a later one, was used already or the secret is another by now.
Result<bool> useAppStep(storage::Transaction& transaction, const UserId& id, std::int64_t step, std::int64_t secretVersion);
/// The same of everybody's: no code of `step` or before is right any more.
Result<void> useAppSteps(storage::Transaction& transaction, std::int64_t step);
/// The first passkey of one who had no second factor.
Result<void> addPasskeyFactor(storage::Transaction& transaction, const UserId& id);
/// The last passkey went.
Result<void> removePasskeyFactor(storage::Transaction& transaction, const UserId& id);
/// No second factor of any kind.
Result<void> removeFactors(storage::Transaction& transaction, const UserId& id);
Result<void> setRecoveryCodesLeft(storage::Transaction& transaction, const UserId& id, std::int64_t left);
Result<void> countRecoveryCodeUsed(storage::Transaction& transaction, const UserId& id);
/// None are left to one without a second factor; nothing happens to others.
Result<void> forgetRecoveryCodesWithoutFactor(storage::Transaction& transaction, const UserId& id);

} // namespace sallyport::identity::rows
