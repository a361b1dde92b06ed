#include "backend/identity/core/mfa_rule.h"

#include "backend/access/role_graph.h"
#include "backend/identity/core/live_rows.h"
#include "backend/identity/core/topics.h"
#include "backend/storage/columns.h"

#include <algorithm>
#include <memory>

namespace sallyport::identity {

namespace {

enum class RuleColumn { Role, End };
constexpr storage::Columns<RuleColumn> ruleColumns{{{RuleColumn::Role, "role"}}};
constexpr auto everyRule = storage::select(ruleColumns, "FROM mfa_rules");

Result<std::vector<std::string>> rolesWithRule(storage::Transaction& transaction)
{
    std::vector<std::string> roles;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(everyRule));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return roles;
        roles.push_back(rows.row().text(RuleColumn::Role));
    }
}

Result<void> tellRule(storage::Transaction& transaction, const std::string& role)
{
    SALLYPORT_ASSIGN(std::vector<LiveUser> members, rows::membersInMemory(transaction, role));
    transaction.changed(mfaRuleTopic, role, std::make_shared<const std::vector<LiveUser>>(std::move(members)));
    return {};
}

} // namespace

UtcTime mfaDeadline(UtcTime requiredSince, const settings::Values& values) noexcept
{
    return requiredSince + std::chrono::days(values.mfaGraceDays);
}

bool mfaOverdue(const std::optional<UtcTime>& requiredSince, const settings::Values& values, UtcTime now) noexcept
{
    return requiredSince && now >= mfaDeadline(*requiredSince, values);
}

std::optional<UtcTime> mfaDeadlineOf(const User& user, const settings::Values& values) noexcept
{
    if (user.mfaEnabled || !user.mfaRequiredSince)
        return std::nullopt;
    return mfaDeadline(*user.mfaRequiredSince, values);
}

Result<void> storeMfaRules(storage::Transaction& transaction, const settings::Values& values,
                           const std::vector<access::Role>& roles, UtcTime now)
{
    std::vector<std::string> required = values.mfaRequiredRoles;
    for (std::string& heir : access::heirsOf(roles, required))
        required.push_back(std::move(heir));
    SALLYPORT_ASSIGN(const std::vector<std::string> before, rolesWithRule(transaction));
    for (const std::string& role : before) {
        if (std::ranges::find(required, role) != required.end())
            continue;
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM mfa_rules WHERE role = $1"));
        remove.bind(1, role);
        SALLYPORT_TRY(remove.run());
        SALLYPORT_TRY(tellRule(transaction, role));
    }
    for (const std::string& role : required) {
        if (std::ranges::find(before, role) != before.end())
            continue;
        SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO mfa_rules (role, since) VALUES ($1, $2) "
                                                       "ON CONFLICT (role) DO NOTHING"));
        put.bind(1, role).bind(2, now);
        SALLYPORT_TRY(put.run());
        SALLYPORT_TRY(tellRule(transaction, role));
    }
    return {};
}

} // namespace sallyport::identity
