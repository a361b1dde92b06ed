#include "backend/identity/roles/role_members.h"

#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/core/live_rows.h"
#include "backend/identity/core/topics.h"
#include "backend/storage/columns.h"

#include <algorithm>
#include <memory>

namespace sallyport::identity {

namespace {

constexpr std::int64_t namesTold = 50; ///< of an event: with more, the number tells

enum class CountColumn { Count, End };
constexpr storage::Columns<CountColumn> countColumns{{{CountColumn::Count, "COUNT(*)"}}};
constexpr auto usersWith = storage::select(countColumns, "FROM user_roles WHERE role = $1");
constexpr auto accountsWith = storage::select(countColumns, "FROM service_account_roles WHERE role = $1");

enum class NameColumn { Name, End };
constexpr storage::Columns<NameColumn> nameColumns{{{NameColumn::Name, "o.name"}}};
constexpr auto userNames = storage::select(nameColumns, "FROM users o WHERE o.id IN (SELECT user_id FROM user_roles "
                                                        "WHERE role = $1) ORDER BY o.name_key, o.id LIMIT $2");
constexpr auto accountNames =
    storage::select(nameColumns, "FROM service_accounts o WHERE o.id IN (SELECT account_id FROM service_account_roles "
                                 "WHERE role = $1) ORDER BY o.name_key, o.id LIMIT $2");

enum class AccountColumn { Id, End };
constexpr storage::Columns<AccountColumn> accountColumns{{{AccountColumn::Id, "account_id"}}};
constexpr auto accountIds = storage::select(accountColumns, "FROM service_account_roles WHERE role = $1");

enum class ProviderColumn { Title, Roles, Rules, End };
constexpr storage::Columns<ProviderColumn> providerColumns{
    {{ProviderColumn::Title, "title"}, {ProviderColumn::Roles, "roles"}, {ProviderColumn::Rules, "role_rules"}}};
constexpr auto providerRoles = storage::select(providerColumns, "FROM identity_providers ORDER BY title_key, id");

Result<std::int64_t> count(storage::Transaction& transaction, const storage::Query<CountColumn>& query, std::string_view role)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(query));
    rows.bind(1, role);
    SALLYPORT_TRY(rows.step());
    return rows.row().integer(CountColumn::Count);
}

Result<std::vector<std::string>> names(storage::Transaction& transaction, const storage::Query<NameColumn>& query,
                                       std::string_view role)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(query));
    rows.bind(1, role).bind(2, namesTold);
    std::vector<std::string> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.push_back(rows.row().text(NameColumn::Name));
    }
}

Result<std::vector<UserId>> accounts(storage::Transaction& transaction, std::string_view role)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(accountIds));
    rows.bind(1, role);
    std::vector<UserId> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.emplace_back(rows.row().text(AccountColumn::Id));
    }
}

Result<void> removeRows(storage::Transaction& transaction, std::string_view sql, std::string_view role)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare(sql));
    remove.bind(1, role);
    return remove.run();
}

} // namespace

Result<RoleLoss> takeFromMembers(storage::Transaction& transaction, std::string_view role, UtcTime now)
{
    RoleLoss loss;
    SALLYPORT_ASSIGN(loss.users, count(transaction, usersWith, role));
    SALLYPORT_ASSIGN(loss.userNames, names(transaction, userNames, role));
    SALLYPORT_ASSIGN(loss.accounts, count(transaction, accountsWith, role));
    SALLYPORT_ASSIGN(loss.accountNames, names(transaction, accountNames, role));
    SALLYPORT_ASSIGN(std::vector<LiveUser> shown, rows::membersInMemory(transaction, role));
    SALLYPORT_ASSIGN(const std::vector<UserId> owners, accounts(transaction, role));
    SALLYPORT_TRY(removeRows(transaction, "DELETE FROM user_roles WHERE role = $1", role));
    SALLYPORT_TRY(removeRows(transaction, "DELETE FROM service_account_roles WHERE role = $1", role));
    for (LiveUser& user : shown) {
        std::erase(user.roles, role);
        std::erase_if(user.ends, [&](const RoleEnd& end) { return end.role == role; });
        std::string id = user.id.text();
        transaction.changed(userTopic, std::move(id), std::make_shared<const LiveUser>(std::move(user)));
    }
    for (const UserId& id : owners) {
        SALLYPORT_ASSIGN(LiveOwner owner, rows::keyOwner(transaction, id, now));
        transaction.changed(serviceAccountTopic, id.text(), std::make_shared<const LiveOwner>(std::move(owner)));
    }
    return loss;
}

Result<std::string> providerThatGives(storage::Transaction& transaction, std::string_view role)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(providerRoles));
    const std::string rule = "\"role\":\"" + std::string(role) + "\""; // as our own writer of JSON puts it
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return std::string();
        const auto row = rows.row();
        const std::vector<std::string> given = splitWords(row.text(ProviderColumn::Roles));
        if (std::ranges::find(given, role) != given.end() || row.text(ProviderColumn::Rules).find(rule) != std::string::npos)
            return row.text(ProviderColumn::Title);
    }
}

} // namespace sallyport::identity
