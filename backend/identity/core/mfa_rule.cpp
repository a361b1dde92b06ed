#include "backend/identity/core/mfa_rule.h"

#include <algorithm>

namespace sallyport::identity {

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

Result<void> storeMfaRules(storage::Transaction& transaction, const settings::Values& values, UtcTime now)
{
    std::vector<std::string> gone;
    {
        SALLYPORT_ASSIGN(auto known, transaction.prepare("SELECT role FROM mfa_rules"));
        for (;;) {
            SALLYPORT_ASSIGN(const bool row, known.step());
            if (!row)
                break;
            if (std::ranges::find(values.mfaRequiredRoles, known.text()) == values.mfaRequiredRoles.end())
                gone.push_back(known.text());
        }
    }
    for (const std::string& role : gone) {
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM mfa_rules WHERE role = $1"));
        remove.bind(1, role);
        SALLYPORT_TRY(remove.run());
    }
    for (const std::string& role : values.mfaRequiredRoles) {
        SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO mfa_rules (role, since) VALUES ($1, $2) "
                                                       "ON CONFLICT (role) DO NOTHING"));
        put.bind(1, role).bind(2, now);
        SALLYPORT_TRY(put.run());
    }
    return {};
}

} // namespace sallyport::identity
