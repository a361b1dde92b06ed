#include "ui/dashboard/needs.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/dashboard/traffic_texts.h"
#include "ui/settings/settings_draft.h"
#include "ui/widgets/error_text.h"
#include "ui/words/alert_text.h"
#include "ui/words/duty_text.h"
#include "ui/words/event_text.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/notice_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr std::size_t failureMinutes = 5;
constexpr std::uint64_t failuresLeast = 10; // one of two requests at night is no alarm
constexpr auto certificateWarning = std::chrono::hours(24 * 30);

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::Needs)
};

void serverNeeds(std::vector<Need>& needs, const ServerStatus& server)
{
    using State = ServerStatus::State;
    if (server.state == State::Failed) {
        Error error(server.problemCode, server.problem);
        needs.push_back({Need::What::ServerFailed, Tone::Danger, Icon::Critical, Texts::tr("The server failed"),
                         errorText(error).what, Texts::tr("Settings"), QStringLiteral("settings"),
                         QStringLiteral("server.port")});
    } else if (server.state == State::Stopped) {
        needs.push_back({Need::What::ServerStopped,
                         Tone::Warning,
                         Icon::Warning,
                         Texts::tr("The server is stopped"),
                         Texts::tr("Requests are not answered"),
                         Texts::tr("Start"),
                         {},
                         {}});
    }
}

void certificateNeed(std::vector<Need>& needs, const ServerStatus& server, UtcTime now)
{
    if (server.fingerprint.empty() || server.certificateExpiresAt == UtcTime{})
        return;
    const auto left = server.certificateExpiresAt - now;
    if (left > certificateWarning)
        return;
    const int days = static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(left).count() / 24);
    const bool expired = left <= 0s;
    needs.push_back(
        {Need::What::Certificate, expired ? Tone::Danger : Tone::Warning, expired ? Icon::Critical : Icon::Warning,
         expired ? Texts::tr("The certificate has expired") : Texts::tr("Certificate expires in %Ln day(s)", nullptr, days),
         toQString(server.url).section(QStringLiteral("//"), 1), Texts::tr("View"), QStringLiteral("settings"),
         QStringLiteral("server.certificate")});
}

void journalNeeds(std::vector<Need>& needs, const DashboardData& data)
{
    if (data.chainDamage)
        needs.push_back({Need::What::ChainDamaged,
                         Tone::Danger,
                         Icon::Critical,
                         Texts::tr("The audit chain is damaged"),
                         Texts::tr("Found %1").arg(zonedTime(data.chainDamage->time)),
                         Texts::tr("Verify"),
                         QStringLiteral("reports"),
                         {}});
    if (data.dropped)
        needs.push_back({Need::What::EventsDropped, Tone::Danger, Icon::Critical, Texts::tr("Events were lost"),
                         Texts::tr("More came than could be written"), Texts::tr("Open"), QStringLiteral("events"),
                         QStringLiteral("kind:audit.events_dropped")});
    if (data.guessing) {
        const GuessingBurst& burst = *data.guessing;
        const QString tries = Texts::tr("%Ln tries", nullptr, burst.tries);
        needs.push_back({Need::What::Guessing, Tone::Danger, Icon::Critical, Texts::tr("Password guessing"),
                         //: %1: “212 tries”, %Ln accounts
                         Texts::tr("%1 on %Ln account(s)", nullptr, burst.accounts).arg(tries), Texts::tr("Open"),
                         QStringLiteral("events"),
                         QStringLiteral("since:1h ") + filterTerm(QStringLiteral("address"), toQString(burst.address))});
    }
}

/// Most of what is asked gets no answer: the server is there, and nobody can work with it.
void trafficNeed(std::vector<Need>& needs, const std::vector<protection::TrafficSample>& minutes)
{
    const auto from = minutes.size() > failureMinutes ? minutes.end() - failureMinutes : minutes.begin();
    const TrafficTotals totals = totalsOf({from, minutes.end()});
    if (totals.failed < failuresLeast || totals.failed * 2 <= totals.all())
        return;
    needs.push_back({Need::What::RequestsFail, Tone::Danger, Icon::Critical, Texts::tr("Over half of the requests fail"),
                     Texts::tr("%L1 of %L2 in the last 5 minutes").arg(totals.failed).arg(totals.all()), Texts::tr("Open"),
                     QStringLiteral("events"), QStringLiteral("since:1h outcome:failure")});
}

/// What nobody looks after yet.
void incidentNeed(std::vector<Need>& needs, const DashboardData& data)
{
    if (!data.newestIncident)
        return;
    const alerts::Incident& newest = *data.newestIncident;
    const bool isBad = newest.severity == audit::Severity::Critical;
    const int open = static_cast<int>(data.incidents.open);
    const QString name = alertName(newest.ruleName, newest.shipped);
    needs.push_back({Need::What::Incidents, isBad ? Tone::Danger : Tone::Warning, isBad ? Icon::Critical : Icon::Warning,
                     Texts::tr("%Ln new incident(s)", nullptr, open),
                     newest.groupName.empty() || newest.groupBy == alerts::GroupBy::None
                         ? name
                         : Texts::tr("%1: %2", "an incident and whom it is about").arg(name, incidentGroup(newest)),
                     Texts::tr("Open"), QStringLiteral("incidents"), open == 1 ? toQString(newest.id.text()) : QString()});
}

void upkeepNeed(std::vector<Need>& needs, const DashboardData& data)
{
    if (data.upkeep.empty())
        return;
    const int more = static_cast<int>(data.upkeep.size()) - 1;
    const QString first = dutyProblem(data.upkeep.front());
    needs.push_back({Need::What::UpkeepFails, Tone::Danger, Icon::Critical, Texts::tr("Upkeep fails"),
                     more > 0 ? Texts::tr("%1, and %Ln more", nullptr, more).arg(first) : first, Texts::tr("Open"),
                     QStringLiteral("events"), QStringLiteral("kind:upkeep.")});
}

void userNeeds(std::vector<Need>& needs, const DashboardData& data)
{
    const identity::MfaCoverage& coverage = data.coverage;
    if (coverage.administratorsMissing > 0) {
        QStringList names;
        for (const std::string& name : data.adminsWithoutMfa)
            names << toQString(name);
        const auto more = static_cast<int>(coverage.administratorsMissing) - static_cast<int>(names.size());
        QString listed = names.join(QStringLiteral(", "));
        if (more > 0)
            listed = Texts::tr("%1 and %Ln more", nullptr, more).arg(listed);
        // Where no rule asks for it, the rule is what is missing: the same people are "not required" everywhere else.
        const bool unasked = coverage.administratorsNotRequired == coverage.administratorsMissing;
        needs.push_back(
            {Need::What::AdminsWithoutMfa, Tone::Warning, Icon::Warning,
             unasked ? Texts::tr("MFA is not required of administrators")
                     : Texts::tr("%Ln administrator(s) without MFA", nullptr, static_cast<int>(coverage.administratorsMissing)),
             //: %1: names of administrators who have no second factor
             unasked ? Texts::tr("Without it: %1").arg(listed) : listed, unasked ? Texts::tr("Require") : Texts::tr("Review"),
             unasked ? QStringLiteral("settings") : QStringLiteral("users"),
             unasked ? QStringLiteral("mfa.required_roles") : toQString(data.firstAdminWithoutMfa)});
    }
    if (data.users.locked > 0)
        needs.push_back({Need::What::Locked, Tone::Info, Icon::Info,
                         Texts::tr("%Ln account(s) locked", nullptr, static_cast<int>(data.users.locked)),
                         Texts::tr("After too many failed sign-ins"), Texts::tr("Review"), QStringLiteral("users"),
                         toQString(data.firstLockedUser)});
}

void coverageNeeds(std::vector<Need>& needs, const DashboardData& data)
{
    const identity::MfaFigures& all = data.coverage.all;
    if (all.overdue > 0)
        needs.push_back({Need::What::MfaOverdue, Tone::Warning, Icon::Warning,
                         Texts::tr("%Ln people overdue with MFA", nullptr, static_cast<int>(all.overdue)),
                         Texts::tr("Nothing else opens for them"), Texts::tr("Review"), QStringLiteral("coverage"),
                         QStringLiteral("overdue")});
    if (all.inGrace > 0)
        needs.push_back({Need::What::MfaDue, Tone::Info, Icon::Info,
                         Texts::tr("%Ln people must set up MFA", nullptr, static_cast<int>(all.inGrace)),
                         data.firstMfaDeadline
                             ? Texts::tr("The first by %1").arg(shortDate(localTime(*data.firstMfaDeadline).date()))
                             : Texts::tr("They still have time"),
                         Texts::tr("Review"), QStringLiteral("coverage"), QStringLiteral("due")});
}

void keyNeed(std::vector<Need>& needs, const DashboardData& data)
{
    if (data.expiringKeys > 0)
        needs.push_back(
            {Need::What::KeysExpire, Tone::Warning, Icon::Warning,
             Texts::tr("%Ln API key(s) expire soon", nullptr, static_cast<int>(data.expiringKeys)),
             //: %1: a day, %2: a key's name
             Texts::tr("First on %1: %2").arg(shortDate(localTime(data.firstKeyExpiry).date()), toQString(data.firstExpiringKey)),
             Texts::tr("Review"), QStringLiteral("keys"), QStringLiteral("expiring")});
}

void roleNeed(std::vector<Need>& needs, const DashboardData& data)
{
    if (data.endingRoles > 0)
        needs.push_back({Need::What::RolesEnd, Tone::Info, Icon::Hourglass,
                         Texts::tr("%Ln roles end within a week", nullptr, static_cast<int>(data.endingRoles)),
                         //: %1: a day, %2: what a role is called, %3: who has it
                         Texts::tr("First on %1: %2 of %3")
                             .arg(shortDate(localTime(data.firstRoleEnd).date()), toQString(data.firstEndingRole),
                                  toQString(data.firstEndingHolder)),
                         Texts::tr("Review"), QStringLiteral("access"), QStringLiteral("ending")});
}

void noticeNeed(std::vector<Need>& needs, const DashboardData& data)
{
    if (data.notices.empty())
        return;
    const identity::Notice& newest = data.notices.front();
    const int more = static_cast<int>(data.notices.size()) - 1;
    needs.push_back(
        {Need::What::Notices,
         Tone::Warning,
         Icon::Bell,
         noticeTitle(newest),
         more > 0 ? Texts::tr("%1, and %Ln more notice(s)", nullptr, more).arg(noticeNote(newest)) : noticeNote(newest),
         Texts::tr("View"),
         QStringLiteral("notices"),
         {}});
}

} // namespace

std::vector<Need> needsOf(const DashboardData& data, const ServerStatus& server, const settings::Values& settings, UtcTime now,
                          const std::vector<protection::TrafficSample>& minutes)
{
    std::vector<Need> needs;
    serverNeeds(needs, server);
    trafficNeed(needs, minutes);
    journalNeeds(needs, data);
    incidentNeed(needs, data);
    upkeepNeed(needs, data);
    certificateNeed(needs, server, now);
    noticeNeed(needs, data);
    userNeeds(needs, data);
    keyNeed(needs, data);
    roleNeed(needs, data);
    coverageNeeds(needs, data);
    if (isPublicAddress(settings.serverAddress))
        needs.push_back({Need::What::OpenToOthers, Tone::Info, Icon::Info, Texts::tr("Open to other computers"),
                         Texts::tr("The server listens on %1").arg(toQString(settings.serverAddress)), Texts::tr("Settings"),
                         QStringLiteral("settings"), QStringLiteral("server.address")});
    const auto rank = [](Tone tone) { return tone == Tone::Danger ? 0 : tone == Tone::Warning ? 1 : 2; };
    std::stable_sort(needs.begin(), needs.end(), [&](const Need& a, const Need& b) { return rank(a.tone) < rank(b.tone); });
    return needs;
}

std::vector<Need> needsFor(const Console& console, const DashboardData& data, UtcTime now)
{
    const protection::Traffic* traffic = console.traffic();
    auto needs = needsOf(data, console.serverStatus(), *console.settings(), now,
                         traffic ? traffic->series(protection::Traffic::Span::Hour) : std::vector<protection::TrafficSample>());
    for (Need& need : needs)
        if (need.panel.isEmpty() ? !console.may(access::Permission::ServerControl) : !mayOpenPanel(console, need.panel))
            need.action.clear();
    return needs;
}

int countedElsewhere(const std::vector<Need>& needs)
{
    return static_cast<int>(std::ranges::count_if(
        needs, [](const Need& need) { return need.what == Need::What::Incidents && !need.action.isEmpty(); }));
}

} // namespace sallyport::ui
