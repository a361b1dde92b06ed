#include "backend/identity/factors/coverage_counter.h"

#include "backend/base/time_format.h"
#include "backend/identity/core/user_rows.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

enum class RuleColumn { Role, Title, Since, End };
constexpr storage::Columns<RuleColumn> ruleColumns{
    {{RuleColumn::Role, "r.name"}, {RuleColumn::Title, "r.title"}, {RuleColumn::Since, "m.since"}}};
constexpr auto rolesAndRules =
    storage::select(ruleColumns, "FROM roles r LEFT JOIN mfa_rules m ON m.role = r.name UNION ALL SELECT m.role, '', m.since "
                                 "FROM mfa_rules m WHERE m.role NOT IN (SELECT name FROM roles)");

enum class MembersColumn { Role, Active, Factor, Count, End };
constexpr storage::Columns<MembersColumn> membersColumns{{{MembersColumn::Role, "role"},
                                                          {MembersColumn::Active, "active"},
                                                          {MembersColumn::Factor, "factor"},
                                                          {MembersColumn::Count, "COUNT(*)"}}};
constexpr auto membersByRole = storage::select(membersColumns, "FROM user_roles GROUP BY role, active, factor");

enum class StateColumn { State, Count, End };
constexpr storage::Columns<StateColumn> stateColumns{{{StateColumn::State, "mfa_state"}, {StateColumn::Count, "COUNT(*)"}}};
constexpr auto activeByState = storage::select(stateColumns, "FROM users WHERE status = 'active' GROUP BY status, mfa_state");

enum class FewCodesColumn { Role, Count, End };
constexpr storage::Columns<FewCodesColumn> fewCodesColumns{
    {{FewCodesColumn::Role, "r.role"}, {FewCodesColumn::Count, "COUNT(*)"}}};
constexpr auto fewCodesByRole =
    storage::select(fewCodesColumns, "FROM users u JOIN user_roles r ON r.user_id = u.id WHERE u.mfa_state IN (2, 3, 4) AND "
                                     "u.recovery_left < $1 AND u.status || '' = 'active' GROUP BY r.role");

enum class AdministratorsColumn { Missing, Required, End };
constexpr storage::Columns<AdministratorsColumn> administratorsColumns{
    {{AdministratorsColumn::Missing, "COUNT(DISTINCT a.user_id)"},
     {AdministratorsColumn::Required, "COUNT(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM user_roles r JOIN mfa_rules m ON m.role = "
                                      "r.role WHERE r.user_id = a.user_id) THEN a.user_id END)"}}};
constexpr auto administratorsWithout = storage::select(
    administratorsColumns, "FROM user_roles a WHERE a.role IN ('admin', 'owner') AND a.active = 1 AND a.factor = 0");

RoleCoverage& roleOf(MfaCoverage& coverage, const std::string& name)
{
    const auto known = std::ranges::find(coverage.roles, name, &RoleCoverage::role);
    if (known != coverage.roles.end())
        return *known;
    RoleCoverage fresh;
    fresh.role = name;
    return coverage.roles.emplace_back(std::move(fresh));
}

Result<void> readRoles(storage::Transaction& transaction, MfaCoverage& coverage)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(rolesAndRules));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        RoleCoverage& role = roleOf(coverage, row.text(RuleColumn::Role));
        role.title = row.text(RuleColumn::Title);
        role.requiredSince = row.optionalTime(RuleColumn::Since);
        role.required = role.requiredSince.has_value();
    }
}

/// Figures of each role's members in one pass over the index.
Result<void> countByRole(storage::Transaction& transaction, MfaCoverage& coverage)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(membersByRole));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        if (!row.flag(MembersColumn::Active))
            continue; // grouped all the same, so that the index gives the groups in order
        MfaFigures& figures = roleOf(coverage, row.text(MembersColumn::Role)).figures;
        figures.users += row.integer(MembersColumn::Count);
        if (row.flag(MembersColumn::Factor))
            figures.withFactor += row.integer(MembersColumn::Count);
    }
}

Result<void> countUsers(storage::Transaction& transaction, MfaCoverage& coverage)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(activeByState));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        coverage.all.users += row.integer(StateColumn::Count);
        if (hasFactor(static_cast<MfaState>(row.integer(StateColumn::State))))
            coverage.all.withFactor += row.integer(StateColumn::Count);
    }
}

/// Users with few codes are few, so theirs are the only rows that are looked up.
Result<void> countFewCodes(storage::Transaction& transaction, MfaCoverage& coverage)
{
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(fewCodesByRole));
        rows.bind(1, fewRecoveryCodes);
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            const auto row = rows.row();
            roleOf(coverage, row.text(FewCodesColumn::Role)).figures.fewCodes = row.integer(FewCodesColumn::Count);
        }
    }
    SALLYPORT_ASSIGN(auto row,
                     transaction.prepare("SELECT COUNT(*) FROM users WHERE mfa_state IN (2, 3, 4) AND recovery_left < $1 "
                                         "AND status || '' = 'active'"));
    row.bind(1, fewRecoveryCodes);
    SALLYPORT_TRY(row.step());
    coverage.all.fewCodes = row.integer();
    return {};
}

Result<std::int64_t> countRequired(storage::Transaction& transaction, std::string_view condition)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(DISTINCT r.user_id) FROM mfa_rules m JOIN user_roles r ON "
                                                   "r.role = m.role WHERE r.active = 1 AND " +
                                                   std::string(condition)));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

/// Administrators are few: the index of roles finds them.
Result<void> countAdministrators(storage::Transaction& transaction, MfaCoverage& coverage)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(administratorsWithout));
    SALLYPORT_TRY(rows.step());
    const auto row = rows.row();
    coverage.administratorsMissing = row.integer(AdministratorsColumn::Missing);
    coverage.administratorsNotRequired = coverage.administratorsMissing - row.integer(AdministratorsColumn::Required);
    return {};
}

} // namespace

double coveredShare(const MfaFigures& figures) noexcept
{
    return figures.users > 0 ? static_cast<double>(figures.withFactor) / static_cast<double>(figures.users) : 1.0;
}

int coveredPercent(const MfaFigures& figures) noexcept
{
    return figures.users > 0 ? static_cast<int>(figures.withFactor * 100 / figures.users) : 100;
}

Result<MfaCoverage> CoverageCounter::countMembers(storage::Transaction& transaction) const
{
    MfaCoverage coverage;
    SALLYPORT_TRY(readRoles(transaction, coverage));
    SALLYPORT_TRY(countByRole(transaction, coverage));
    SALLYPORT_TRY(countUsers(transaction, coverage));
    SALLYPORT_TRY(countFewCodes(transaction, coverage));
    SALLYPORT_TRY(countAdministrators(transaction, coverage));
    const auto rules = std::ranges::count(coverage.roles, true, &RoleCoverage::required);
    if (rules == 1) { // nobody is counted twice
        const RoleCoverage& role = *std::ranges::find(coverage.roles, true, &RoleCoverage::required);
        coverage.required = role.figures.users;
        coverage.requiredWithFactor = role.figures.withFactor;
    } else if (rules > 1) {
        SALLYPORT_ASSIGN(coverage.requiredWithFactor, countRequired(transaction, "r.factor = 1"));
        SALLYPORT_ASSIGN(const std::int64_t missing, countRequired(transaction, "r.factor = 0"));
        coverage.required = coverage.requiredWithFactor + missing;
    }
    std::ranges::sort(coverage.roles, {},
                      [](const RoleCoverage& role) { return std::pair(role.title.empty(), role.title + role.role); });
    return coverage;
}

Result<void> CoverageCounter::countOverdue(storage::Transaction& transaction, MfaCoverage& coverage, UtcTime now) const
{
    const UtcTime cutoff = now - std::chrono::days(m_core.settings.values()->mfaGraceDays);
    std::vector<std::string> due;
    for (RoleCoverage& role : coverage.roles) {
        const std::int64_t missing = role.figures.users - role.figures.withFactor;
        if (!role.required || missing == 0)
            continue;
        if (*role.requiredSince <= cutoff) {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM user_roles WHERE role = $1 AND active = 1 "
                                                           "AND factor = 0 AND assigned_at <= $2"));
            row.bind(1, role.role).bind(2, cutoff);
            SALLYPORT_TRY(row.step());
            role.figures.overdue = row.integer();
            due.push_back(role.role);
        }
        role.figures.inGrace = missing - role.figures.overdue;
    }
    const std::int64_t missing = coverage.required - coverage.requiredWithFactor;
    if (due.size() == 1) {
        coverage.all.overdue = std::ranges::find(coverage.roles, due.front(), &RoleCoverage::role)->figures.overdue;
    } else if (due.size() > 1) {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(DISTINCT r.user_id) FROM mfa_rules m JOIN user_roles r "
                                                       "ON r.role = m.role WHERE m.since <= $1 AND r.active = 1 AND "
                                                       "r.factor = 0 AND r.assigned_at <= $1"));
        row.bind(1, cutoff);
        SALLYPORT_TRY(row.step());
        coverage.all.overdue = row.integer();
    }
    coverage.all.inGrace = missing - coverage.all.overdue;
    return {};
}

Result<MfaCoverage> CoverageCounter::count()
{
    // The epoch is read first: a change that comes meanwhile makes the figures stale, never too new.
    const std::uint64_t epoch = m_core.usersEpoch.load();
    MfaCoverage coverage;
    bool known = false;
    {
        const std::lock_guard lock(m_mutex);
        known = m_keptEpoch == epoch;
        coverage = m_kept;
    }
    const UtcTime now = m_core.clock.now();
    MfaCoverage members;
    SALLYPORT_TRY(m_core.store.read([&](storage::Transaction& transaction) -> Result<void> {
        if (!known) {
            SALLYPORT_ASSIGN(coverage, countMembers(transaction));
        }
        members = coverage;
        return countOverdue(transaction, coverage, now);
    }));
    {
        const std::lock_guard lock(m_mutex);
        m_kept = std::move(members);
        m_keptEpoch = epoch;
    }
    coverage.countedAt = now;
    return coverage;
}

} // namespace sallyport::identity
