#include "backend/identity/core/user_changes.h"

#include "backend/base/case_fold.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/user_creator.h"
#include "backend/identity/core/user_rows.h"
#include "backend/storage/sql_text.h"

namespace sallyport::identity::rows {

namespace {

constexpr std::chrono::hours exactEnough{1}; // nobody asks for less than a day, and most uses then write nothing

/// `values` are the parameters, from $1 on.
template <typename... Values>
Result<void> run(storage::Transaction& transaction, std::string_view constantSql, const Values&... values)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare(constantSql));
    int number = 0;
    (statement.bind(++number, values), ...);
    return statement.run();
}

} // namespace

Result<void> setFields(storage::Transaction& transaction, const User& user, UtcTime now)
{
    return run(
        transaction,
        "UPDATE users SET name = $1, name_key = $2, email = $3, email_key = $4, age = $5, department = $6, department_key = $7, "
        "updated_at = $8, version = version + 1 WHERE id = $9",
        user.name, textKey(user.name), user.email, emailKey(user.email), user.age, user.department, textKey(user.department), now,
        user.id);
}

Result<void> setNameKey(storage::Transaction& transaction, const UserId& id, std::string_view key)
{
    return run(transaction, "UPDATE users SET name_key = $1 WHERE id = $2", key, id);
}

Result<void> setEmailKey(storage::Transaction& transaction, const UserId& id, std::string_view key)
{
    return run(transaction,
               "UPDATE users SET email_key = $1 WHERE id = $2 AND NOT EXISTS (SELECT 1 FROM users o WHERE o.email_key = $1)", key,
               id);
}

Result<void> setDepartmentKey(storage::Transaction& transaction, const UserId& id, std::string_view key)
{
    return run(transaction, "UPDATE users SET department_key = $1 WHERE id = $2", key, id);
}

Result<void> renameCreator(storage::Transaction& transaction, const std::vector<std::string>& names, std::string_view to)
{
    for (const std::string& name : names)
        SALLYPORT_TRY(run(transaction, "UPDATE users SET created_by = $1 WHERE created_by = $2", to, name));
    return {};
}

Result<void> setStatus(storage::Transaction& transaction, const UserId& id, UserStatus status, UtcTime now)
{
    return run(transaction, "UPDATE users SET status = $1, updated_at = $2, version = version + 1 WHERE id = $3",
               statusWord(status), now, id);
}

Result<void> setPassword(storage::Transaction& transaction, const UserId& id, std::string_view hash, bool isShort, UtcTime now)
{
    return run(transaction,
               "UPDATE users SET password_hash = $1, password_changed_at = $2, updated_at = $2, version = version + 1, "
               "status = CASE WHEN status = 'invited' THEN 'active' ELSE status END, password_short = $3 WHERE id = $4",
               hash, now, std::int64_t{isShort}, id);
}

Result<void> touch(storage::Transaction& transaction, const UserId& id, UtcTime now)
{
    return run(transaction, "UPDATE users SET updated_at = $1, version = version + 1 WHERE id = $2", now, id);
}

Result<void> setRehashed(storage::Transaction& transaction, const UserId& id, std::string_view hash)
{
    return run(transaction, "UPDATE users SET password_hash = $1 WHERE id = $2", hash, id);
}

Result<void> noteSignedIn(storage::Transaction& transaction, const UserId& id, UtcTime at, std::string_view address)
{
    return run(transaction, "UPDATE users SET last_sign_in_at = $1, active_at = $1, last_sign_in_address = $2 WHERE id = $3", at,
               address, id);
}

Result<void> noteActive(storage::Transaction& transaction, const UserId& id, UtcTime at)
{
    return run(transaction, "UPDATE users SET active_at = $1 WHERE id = $2 AND active_at <= $3", at, id, at - exactEnough);
}

Result<void> noteActive(storage::Transaction& transaction, const std::vector<std::pair<UserId, UtcTime>>& users)
{
    return storage::inPortions(users, 2, [&](std::span<const std::pair<UserId, UtcTime>> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("WITH used (id, at) AS (VALUES ");
        for (std::string_view lead = "("; const auto& [id, at] : some) {
            sql.add(lead).bind(id.text()).add(", CAST(").bind(toMicros(at)).add(" AS BIGINT))");
            lead = ", (";
        }
        sql.add(") UPDATE users SET active_at = used.at FROM used WHERE users.id = used.id AND users.active_at <= used.at - ");
        sql.bind(std::chrono::microseconds(exactEnough).count());
        SALLYPORT_ASSIGN(auto put, sql.prepare(transaction));
        return put.run();
    });
}

Result<void> countFailedSignIn(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction, "UPDATE users SET failed_sign_ins = failed_sign_ins + 1 WHERE id = $1", id);
}

Result<void> forgetFailedSignIns(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction, "UPDATE users SET failed_sign_ins = 0 WHERE id = $1", id);
}

Result<void> beginApp(storage::Transaction& transaction, const UserId& id, std::span<const std::byte> sealedSecret, UtcTime now)
{
    return run(transaction,
               "UPDATE users SET mfa_state = CASE WHEN mfa_state >= 3 THEN 4 ELSE 1 END, mfa_secret = $1, mfa_version = "
               "mfa_version + 1, "
               "mfa_last_step = 0, mfa_started_at = $2, mfa_tries = 0 WHERE id = $3",
               sealedSecret, now, id);
}

Result<void> countAppTry(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction, "UPDATE users SET mfa_tries = mfa_tries + 1 WHERE id = $1", id);
}

Result<void> forgetApp(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction,
               "UPDATE users SET mfa_state = CASE mfa_state WHEN 4 THEN 3 ELSE 0 END, mfa_secret = NULL, mfa_started_at = NULL, "
               "mfa_tries = 0 WHERE id = $1 AND mfa_state IN (1, 4)",
               id);
}

Result<void> forgetAppsBegunBefore(storage::Transaction& transaction, UtcTime before)
{
    return run(transaction,
               "UPDATE users SET mfa_state = CASE mfa_state WHEN 4 THEN 3 ELSE 0 END, mfa_secret = NULL, mfa_started_at = NULL, "
               "mfa_tries = 0 WHERE mfa_state IN (1, 4) AND mfa_started_at <= $1",
               before);
}

Result<void> enableApp(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction, "UPDATE users SET mfa_state = 2, mfa_started_at = NULL, mfa_tries = 0 WHERE id = $1", id);
}

Result<bool> useAppStep(storage::Transaction& transaction, const UserId& id, std::int64_t step, std::int64_t secretVersion)
{
    SALLYPORT_TRY(run(transaction,
                      "UPDATE users SET mfa_last_step = $1 WHERE id = $2 AND mfa_version = $3 AND mfa_last_step < $1", step, id,
                      secretVersion));
    return transaction.changes() == 1;
}

Result<void> useAppSteps(storage::Transaction& transaction, std::int64_t step)
{
    return run(transaction, "UPDATE users SET mfa_last_step = $1 WHERE mfa_secret IS NOT NULL AND mfa_last_step < $1", step);
}

Result<void> addPasskeyFactor(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction,
               "UPDATE users SET mfa_state = CASE mfa_state WHEN 1 THEN 4 ELSE 3 END WHERE id = $1 AND mfa_state < 2", id);
}

Result<void> removePasskeyFactor(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction,
               "UPDATE users SET mfa_state = CASE mfa_state WHEN 3 THEN 0 WHEN 4 THEN 1 ELSE mfa_state END WHERE id = $1", id);
}

Result<void> removeFactors(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction,
               "UPDATE users SET mfa_state = 0, mfa_secret = NULL, mfa_started_at = NULL, mfa_tries = 0, mfa_last_step = 0, "
               "recovery_left = 0 WHERE id = $1",
               id);
}

Result<void> setRecoveryCodesLeft(storage::Transaction& transaction, const UserId& id, std::int64_t left)
{
    return run(transaction, "UPDATE users SET recovery_left = $1 WHERE id = $2", left, id);
}

Result<void> countRecoveryCodeUsed(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction, "UPDATE users SET recovery_left = recovery_left - 1 WHERE id = $1", id);
}

Result<void> forgetRecoveryCodesWithoutFactor(storage::Transaction& transaction, const UserId& id)
{
    return run(transaction, "UPDATE users SET recovery_left = 0 WHERE id = $1 AND mfa_state < 2", id);
}

} // namespace sallyport::identity::rows
