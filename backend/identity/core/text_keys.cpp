#include "backend/identity/core/text_keys.h"

#include "backend/base/case_fold.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/user_changes.h"

#include <idn2.h>

#include <string>
#include <string_view>

namespace sallyport::identity {

namespace {

constexpr std::int64_t rowsAtOnce = 2000;

enum class UserKeysColumn { Id, Name, NameKey, Email, EmailKey, Department, DepartmentKey, End };

constexpr storage::Columns<UserKeysColumn> userKeysColumns{{{UserKeysColumn::Id, "id"},
                                                            {UserKeysColumn::Name, "name"},
                                                            {UserKeysColumn::NameKey, "name_key"},
                                                            {UserKeysColumn::Email, "email"},
                                                            {UserKeysColumn::EmailKey, "email_key"},
                                                            {UserKeysColumn::Department, "department"},
                                                            {UserKeysColumn::DepartmentKey, "department_key"}}};
constexpr auto userKeysAfter = storage::select(userKeysColumns, "FROM users WHERE id > $1 ORDER BY id LIMIT $2");

enum class NamedColumn { Id, Name, Key, End };

constexpr storage::Columns<NamedColumn> accountNameColumns{
    {{NamedColumn::Id, "id"}, {NamedColumn::Name, "name"}, {NamedColumn::Key, "name_key"}}};
constexpr auto accountNames = storage::select(accountNameColumns, "FROM service_accounts ORDER BY id");
constexpr storage::Columns<NamedColumn> providerTitleColumns{
    {{NamedColumn::Id, "id"}, {NamedColumn::Name, "title"}, {NamedColumn::Key, "title_key"}}};
constexpr auto providerTitles = storage::select(providerTitleColumns, "FROM identity_providers ORDER BY id");

std::string rulesOfToday()
{
    return textRules() + " libidn2 " + idn2_check_version(nullptr);
}

Result<std::string> rulesOfKeys(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT rules FROM text_keys WHERE id = 1"));
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? row.text() : std::string();
}

Result<void> noteRules(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO text_keys (id, rules) VALUES (1, $1) "
                                                   "ON CONFLICT (id) DO UPDATE SET rules = $1"));
    put.bind(1, rulesOfToday());
    return put.run();
}

/// The id of the last row that was looked at; empty if there are no more.
Result<std::string> renewUsers(storage::Transaction& transaction, const std::string& after)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(userKeysAfter));
    rows.bind(1, after).bind(2, rowsAtOnce);
    std::string last;
    std::int64_t count = 0;
    for (;; ++count) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return count == rowsAtOnce ? last : std::string();
        const auto row = rows.row();
        last = row.text(UserKeysColumn::Id);
        const UserId id(last);
        if (const std::string key = textKey(row.text(UserKeysColumn::Name)); key != row.text(UserKeysColumn::NameKey))
            SALLYPORT_TRY(rows::setNameKey(transaction, id, key));
        if (const std::string key = emailKey(row.text(UserKeysColumn::Email)); key != row.text(UserKeysColumn::EmailKey))
            SALLYPORT_TRY(rows::setEmailKey(transaction, id, key));
        if (const std::string key = textKey(row.text(UserKeysColumn::Department)); key != row.text(UserKeysColumn::DepartmentKey))
            SALLYPORT_TRY(rows::setDepartmentKey(transaction, id, key));
    }
}

/// Tables with a name and its key: few rows, all at once.
Result<void> renewNames(storage::Transaction& transaction, const storage::Query<NamedColumn>& names, std::string_view update)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(names));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        const std::string key = textKey(row.text(NamedColumn::Name));
        if (key == row.text(NamedColumn::Key))
            continue;
        SALLYPORT_ASSIGN(auto put, transaction.prepare(update));
        put.bind(1, key).bind(2, row.text(NamedColumn::Id));
        SALLYPORT_TRY(put.run());
    }
}

Result<void> renewOthers(storage::Transaction& transaction)
{
    // A name that is another's by these rules keeps the key that it has: both go on, and neither is refused to be read.
    SALLYPORT_TRY(renewNames(transaction, accountNames,
                             "UPDATE service_accounts SET name_key = CASE WHEN EXISTS (SELECT 1 FROM service_accounts o WHERE "
                             "o.name_key = $1 AND o.id <> $2) THEN name_key ELSE $1 END WHERE id = $2"));
    return renewNames(transaction, providerTitles, "UPDATE identity_providers SET title_key = $1 WHERE id = $2");
}

Result<void> renewAll(storage::Store& store)
{
    std::string after;
    do {
        SALLYPORT_ASSIGN(after, store.write([&](storage::Transaction& transaction) { return renewUsers(transaction, after); }));
    } while (!after.empty());
    return store.write([](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(renewOthers(transaction));
        return noteRules(transaction);
    });
}

} // namespace

Result<void> renewTextKeys(storage::Store& store)
{
    SALLYPORT_ASSIGN(const std::string rules, store.read(rulesOfKeys));
    if (rules == rulesOfToday())
        return {};
    const Result<void> renewed = renewAll(store);
    if (!renewed && renewed.error().code == ErrorCode::DiskFull)
        return {};
    return renewed;
}

} // namespace sallyport::identity
