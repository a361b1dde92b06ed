#include "ui/dashboard/dashboard_data.h"

#include "backend/alerts/incidents.h"
#include "backend/authorization/access_review.h"

#include "backend/audit/event_kinds.h"
#include "backend/identity/core/mfa_rule.h"

#include <algorithm>
#include <map>
#include <set>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr int hours = 24;
constexpr std::uint32_t failuresRead = 1000;
constexpr std::uint32_t warningsShown = 6, warningsRead = 60;
constexpr std::size_t adminsNamed = 3;
constexpr std::uint32_t adminsRead = 50;
constexpr std::uint32_t dueRead = 50;

std::vector<std::string> words(std::initializer_list<std::string_view> kinds)
{
    return {kinds.begin(), kinds.end()};
}

std::vector<std::string> failureKinds()
{
    return words({audit::kind::signInFailed, audit::kind::mfaFailed, audit::kind::operatorSignInFailed});
}

Result<void> readUsers(Services& services, const access::Actor& actor, DashboardData& data)
{
    SALLYPORT_ASSIGN(data.users, services.users.statistics(actor));
    for (const char* role : {"admin", "owner"}) {
        identity::UserQuery admins;
        admins.role = role;
        admins.status = identity::UserStatus::Active;
        admins.mfa = identity::UserQuery::Mfa::Off;
        admins.limit = adminsRead;
        SALLYPORT_ASSIGN(const identity::UserPage page, services.users.list(actor, admins));
        for (const identity::User& user : page.users) {
            // Who is both was named as the one.
            if (role == std::string_view("owner") && std::ranges::find(user.roles, "admin") != user.roles.end())
                continue;
            if (data.adminsWithoutMfa.size() < adminsNamed)
                data.adminsWithoutMfa.push_back(user.name);
            if (data.firstAdminWithoutMfa.empty())
                data.firstAdminWithoutMfa = user.id.text();
        }
    }
    const auto self = services.users.read(actor, actor.id);
    data.ownFactor = !self || self->mfaEnabled; // who isn't found isn't asked to set one up
    if (data.users.locked == 0)
        return {};
    identity::UserQuery locked;
    locked.lockedOnly = true;
    locked.limit = 1;
    SALLYPORT_ASSIGN(const identity::UserPage held, services.users.list(actor, locked));
    if (!held.users.empty())
        data.firstLockedUser = held.users.front().id.text();
    return {};
}

Result<void> readCoverage(Services& services, const access::Actor& actor, DashboardData& data)
{
    SALLYPORT_ASSIGN(data.coverage, services.mfa.coverage(actor));
    if (data.coverage.all.inGrace == 0 || data.coverage.all.inGrace > dueRead)
        return {};
    identity::UserQuery due;
    due.mfa = identity::UserQuery::Mfa::Due;
    due.limit = dueRead;
    SALLYPORT_ASSIGN(const identity::UserPage page, services.users.list(actor, due));
    const auto values = services.settings.values();
    for (const identity::User& user : page.users)
        if (const auto deadline = identity::mfaDeadlineOf(user, *values))
            data.firstMfaDeadline = std::min(data.firstMfaDeadline.value_or(*deadline), *deadline);
    return {};
}

Result<void> readKeys(Services& services, const access::Actor& actor, DashboardData& data)
{
    using access::Permission;
    if (!actor.permissions.has(Permission::KeysRead) && !actor.permissions.has(Permission::KeysOwn))
        return {};
    identity::ApiKeyQuery query;
    query.filter = identity::ApiKeyQuery::Filter::Expiring;
    query.sort = identity::ApiKeyQuery::Sort::Expires;
    query.limit = 1;
    SALLYPORT_ASSIGN(const identity::ApiKeyPage page, services.apiKeys.list(actor, query));
    data.expiringKeys = page.total;
    data.keys = page.statistics.total;
    if (!page.keys.empty()) {
        data.firstExpiringKey = page.keys.front().name;
        data.firstKeyExpiry = page.keys.front().expiresAt;
    }
    return {};
}

Result<void> readEndingRoles(Services& services, const access::Actor& actor, DashboardData& data)
{
    if (!actor.permissions.has(access::Permission::RolesRead))
        return {};
    authorization::AccessReviewQuery query;
    query.kind = authorization::HeldAccess::Kind::Role;
    query.endsDays = rolesEndWithin;
    query.sort = authorization::AccessReviewQuery::Sort::Until;
    query.limit = 1;
    SALLYPORT_ASSIGN(const authorization::AccessReviewPage page, services.accessReview.list(actor, query));
    data.endingRoles = page.total;
    if (page.rows.empty())
        return {};
    const authorization::HeldAccess& first = page.rows.front();
    data.firstEndingRole = first.title.empty() ? first.item : first.title;
    data.firstEndingHolder = first.name;
    data.firstRoleEnd = first.until.value_or(UtcTime());
    return {};
}

Result<void> readIncidents(Services& services, const access::Actor& actor, DashboardData& data)
{
    if (!actor.permissions.has(access::Permission::IncidentsRead))
        return {};
    SALLYPORT_ASSIGN(data.incidents, services.incidents.counts(actor));
    alerts::IncidentQuery query;
    query.state = alerts::IncidentState::Open;
    query.limit = 1;
    SALLYPORT_ASSIGN(const alerts::IncidentPage page, services.incidents.list(actor, query));
    if (!page.incidents.empty())
        data.newestIncident = page.incidents.front();
    return {};
}

std::int64_t sumOf(const std::vector<journal::EventColumn>& columns)
{
    std::int64_t sum = 0;
    for (const journal::EventColumn& column : columns)
        sum += std::int64_t{column.info} + column.notice + column.warning + column.critical;
    return sum;
}

Result<void> readSignIns(Services& services, const access::Actor& actor, DashboardData& data)
{
    const auto hour = std::chrono::floor<std::chrono::hours>(data.readAt);
    audit::EventQuery query;
    query.since = hour - std::chrono::hours(hours - 1);
    query.until = hour + 1h;
    query.kinds = words({audit::kind::signInSucceeded, audit::kind::operatorSignedIn});
    SALLYPORT_ASSIGN(data.succeeded, services.events.histogram(actor, query, hours));
    query.kinds = failureKinds();
    SALLYPORT_ASSIGN(data.failed, services.events.histogram(actor, query, hours));

    // The figure and the chart's legend are of the same hours.
    data.failedSignIns = sumOf(data.failed);
    SALLYPORT_ASSIGN(const journal::EventPage failures, services.events.list(actor, query, failuresRead, {}, false));
    std::map<std::string, std::int64_t> byAddress;
    for (const audit::Event& event : failures.events) {
        if (!event.address.empty())
            data.fromBusiestAddress = std::max(data.fromBusiestAddress, ++byAddress[event.address]);
    }
    data.guessing = findGuessing(failures.events, data.readAt - 1h);
    query.until = query.since;
    query.since = *query.until - 24h;
    SALLYPORT_ASSIGN(data.failedSignInsBefore, services.events.count(actor, query));
    return {};
}

Result<std::optional<audit::Event>> latest(Services& services, const access::Actor& actor, const audit::EventQuery& query)
{
    SALLYPORT_ASSIGN(journal::EventPage page, services.events.list(actor, query, 1, {}, false));
    if (page.events.empty())
        return std::optional<audit::Event>();
    return std::optional<audit::Event>(std::move(page.events.front()));
}

Result<void> readJournal(Services& services, const access::Actor& actor, DashboardData& data)
{
    audit::EventQuery query;
    query.atLeast = audit::Severity::Warning;
    SALLYPORT_ASSIGN(journal::EventPage warnings, services.events.list(actor, query, warningsRead, {}, false));
    data.warnings = std::move(warnings.events);
    // Incidents have a line of their own, and each is about warnings that stand here already.
    std::erase_if(data.warnings, [](const audit::Event& event) { return event.kind == audit::kind::incidentOpened; });
    data.warnings.resize(std::min<std::size_t>(data.warnings.size(), warningsShown));

    audit::EventQuery chain;
    chain.kinds = words({audit::kind::auditVerified, audit::kind::auditDamaged});
    SALLYPORT_ASSIGN(const auto verified, latest(services, actor, chain));
    if (verified && verified->kind == audit::kind::auditDamaged)
        data.chainDamage = verified;

    audit::EventQuery lost;
    lost.kinds = words({audit::kind::eventsDropped});
    lost.since = data.readAt - 24h;
    SALLYPORT_ASSIGN(data.dropped, latest(services, actor, lost));
    return {};
}

} // namespace

std::optional<GuessingBurst> findGuessing(const std::vector<audit::Event>& failures, UtcTime since)
{
    struct Tries {
        int count = 0;
        std::set<std::string> accounts;
        UtcTime last;
    };
    std::map<std::string, Tries> byAddress;
    for (const audit::Event& event : failures) {
        if (event.address.empty() || event.time < since)
            continue;
        Tries& tries = byAddress[event.address];
        ++tries.count;
        tries.accounts.insert(event.object.name.empty() ? event.actor.name : event.object.name);
        tries.last = std::max(tries.last, event.time);
    }
    const auto busiest = std::max_element(byAddress.begin(), byAddress.end(),
                                          [](const auto& a, const auto& b) { return a.second.count < b.second.count; });
    if (busiest == byAddress.end() || busiest->second.count < guessingTries)
        return std::nullopt;
    return GuessingBurst{busiest->first, busiest->second.count, static_cast<int>(busiest->second.accounts.size()),
                         busiest->second.last};
}

Result<DashboardData> readDashboard(Services& services, const access::Actor& actor)
{
    DashboardData data;
    data.readAt = services.clock.now();
    SALLYPORT_TRY(readUsers(services, actor, data));
    SALLYPORT_TRY(readCoverage(services, actor, data));
    SALLYPORT_TRY(readKeys(services, actor, data));
    SALLYPORT_TRY(readEndingRoles(services, actor, data));
    SALLYPORT_TRY(readIncidents(services, actor, data));
    SALLYPORT_TRY(readSignIns(services, actor, data));
    SALLYPORT_TRY(readJournal(services, actor, data));
    data.upkeep = services.upkeep.failing();
    SALLYPORT_ASSIGN(data.notices, services.notices.list(actor, actor.id));
    std::erase_if(data.notices, [](const identity::Notice& notice) { return notice.readAt.has_value(); });
    return data;
}

} // namespace sallyport::ui
