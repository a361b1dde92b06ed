#include "backend/identity/roles/role_undo.h"

#include "backend/access/permission_words.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/core/live_rows.h"
#include "backend/identity/core/topics.h"
#include "backend/storage/columns.h"

#include <boost/json.hpp>

#include <algorithm>
#include <memory>

namespace sallyport::identity {

namespace {

namespace json = boost::json;

json::array listOf(const std::vector<std::string>& words)
{
    return json::array(words.begin(), words.end());
}

json::object undoJson(const access::Role& role)
{
    return {{"id", role.id.text()},
            {"name", role.name},
            {"title", role.title},
            {"description", role.description},
            {"version", role.version},
            {"permissions", listOf(access::permissionWords(role.own))},
            {"inherits", listOf(role.inherits)}};
}

access::Role roleOf(const json::value& value)
{
    const json::object& object = value.as_object();
    const auto text = [&](std::string_view member) { return std::string(object.at(member).as_string()); };
    access::Role role;
    role.id = RoleId(text("id"));
    role.name = text("name");
    role.title = text("title");
    role.description = text("description");
    role.version = object.at("version").to_number<std::int64_t>();
    role.builtIn = false;
    for (const json::value& word : object.at("permissions").as_array())
        if (const auto permission = access::findPermission(std::string_view(word.as_string())))
            role.own.add(*permission);
    role.inherits = json::value_to<std::vector<std::string>>(object.at("inherits"));
    return role;
}

enum class KeptAccountColumn { Id, End };
constexpr storage::Columns<KeptAccountColumn> keptAccountColumns{{{KeptAccountColumn::Id, "m.member_id"}}};
constexpr auto keptAccounts =
    storage::select(keptAccountColumns, "FROM provisional_members m JOIN service_accounts a ON a.id = m.member_id "
                                        "WHERE m.change_id = $1 AND m.service = 1");

Result<void> runWith(storage::Transaction& transaction, std::string_view sql, const std::string& change, std::string_view role)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
    statement.bind(1, change).bind(2, role);
    return statement.run();
}

} // namespace

std::string roleUndo(const access::Role& before, const access::Role& after)
{
    return json::serialize(json::object{{"before", undoJson(before)}, {"after", undoJson(after)}});
}

std::string roleUndo(const access::Role& removed, const std::vector<access::Role>& all)
{
    json::array heirs;
    for (const access::Role& heir : all)
        if (std::ranges::find(heir.inherits, removed.name) != heir.inherits.end())
            heirs.emplace_back(heir.name);
    return json::serialize(json::object{{"before", undoJson(removed)}, {"heirs", std::move(heirs)}});
}

RoleUndo readRoleUndo(std::string_view text)
{
    RoleUndo undo;
    boost::system::error_code failure;
    const json::value document = json::parse(text, failure);
    if (failure)
        return undo;
    undo.before = roleOf(document.at("before"));
    if (const json::value* after = document.as_object().if_contains("after"))
        undo.after = roleOf(*after);
    if (const json::value* heirs = document.as_object().if_contains("heirs"))
        undo.heirs = json::value_to<std::vector<std::string>>(*heirs);
    return undo;
}

Result<void> keepMembers(storage::Transaction& transaction, const std::string& change, std::string_view role)
{
    SALLYPORT_TRY(runWith(transaction,
                          "INSERT INTO provisional_members (change_id, service, member_id, assigned_at, assigned_by, expires_at) "
                          "SELECT $1, 0, user_id, assigned_at, assigned_by, expires_at FROM user_roles WHERE role = $2",
                          change, role));
    return runWith(transaction,
                   "INSERT INTO provisional_members (change_id, service, member_id, assigned_at, assigned_by, expires_at) "
                   "SELECT $1, 1, account_id, 0, '', NULL FROM service_account_roles WHERE role = $2",
                   change, role);
}

Result<void> giveToKept(storage::Transaction& transaction, const std::string& change, std::string_view role, UtcTime now)
{
    // `active` and `factor` are copies of the member's (copyFactor).
    SALLYPORT_TRY(runWith(transaction,
                          "INSERT INTO user_roles (user_id, role, assigned_at, assigned_by, expires_at, active, factor) "
                          "SELECT u.id, $2, m.assigned_at, m.assigned_by, m.expires_at, "
                          "CASE WHEN u.status = 'active' THEN 1 ELSE 0 END, CASE WHEN u.mfa_state >= 2 THEN 1 ELSE 0 END "
                          "FROM provisional_members m JOIN users u ON u.id = m.member_id "
                          "WHERE m.change_id = $1 AND m.service = 0 ON CONFLICT DO NOTHING",
                          change, role));
    SALLYPORT_TRY(runWith(transaction,
                          "INSERT INTO service_account_roles (account_id, role) SELECT a.id, $2 FROM provisional_members m "
                          "JOIN service_accounts a ON a.id = m.member_id WHERE m.change_id = $1 AND m.service = 1 "
                          "ON CONFLICT DO NOTHING",
                          change, role));
    SALLYPORT_ASSIGN(std::vector<LiveUser> shown, rows::membersInMemory(transaction, role));
    for (LiveUser& user : shown) {
        std::string id = user.id.text();
        transaction.changed(userTopic, std::move(id), std::make_shared<const LiveUser>(std::move(user)));
    }
    std::vector<UserId> accounts;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(keptAccounts));
    rows.bind(1, change);
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        accounts.emplace_back(rows.row().text(KeptAccountColumn::Id));
    }
    for (const UserId& id : accounts) {
        SALLYPORT_ASSIGN(LiveOwner owner, rows::keyOwner(transaction, id, now));
        transaction.changed(serviceAccountTopic, id.text(), std::make_shared<const LiveOwner>(std::move(owner)));
    }
    return {};
}

} // namespace sallyport::identity
