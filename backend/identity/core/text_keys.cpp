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

std::string rulesOfToday()
{
    return textRules() + " libidn2 " + idn2_check_version(nullptr);
}

Result<std::string> rulesOfKeys(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT rules FROM text_keys WHERE id = 1"));
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? row.text(0) : std::string();
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
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT id, name, name_key, email, email_key, department, department_key "
                                                   "FROM users WHERE id > $1 ORDER BY id LIMIT $2"));
    row.bind(1, after).bind(2, rowsAtOnce);
    std::string last;
    std::int64_t count = 0;
    for (;; ++count) {
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return count == rowsAtOnce ? last : std::string();
        last = row.text(0);
        const UserId id(last);
        if (const std::string key = textKey(row.text(1)); key != row.text(2))
            SALLYPORT_TRY(rows::setNameKey(transaction, id, key));
        if (const std::string key = emailKey(row.text(3)); key != row.text(4))
            SALLYPORT_TRY(rows::setEmailKey(transaction, id, key));
        if (const std::string key = textKey(row.text(5)); key != row.text(6))
            SALLYPORT_TRY(rows::setDepartmentKey(transaction, id, key));
    }
}

/// Tables with a name and its key: few rows, all at once.
Result<void> renewNames(storage::Transaction& transaction, std::string_view select, std::string_view update)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(select));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return {};
        const std::string key = textKey(row.text(1));
        if (key == row.text(2))
            continue;
        SALLYPORT_ASSIGN(auto put, transaction.prepare(update));
        put.bind(1, key).bind(2, row.text(0));
        SALLYPORT_TRY(put.run());
    }
}

Result<void> renewOthers(storage::Transaction& transaction)
{
    // A name that is another's by these rules keeps the key that it has: both go on, and neither is refused to be read.
    SALLYPORT_TRY(renewNames(transaction, "SELECT id, name, name_key FROM service_accounts ORDER BY id",
                             "UPDATE service_accounts SET name_key = CASE WHEN EXISTS (SELECT 1 FROM service_accounts o WHERE "
                             "o.name_key = $1 AND o.id <> $2) THEN name_key ELSE $1 END WHERE id = $2"));
    return renewNames(transaction, "SELECT id, title, title_key FROM identity_providers ORDER BY id",
                      "UPDATE identity_providers SET title_key = $1 WHERE id = $2");
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
