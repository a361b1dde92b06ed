#include "ui/words/alert_text.h"

#include "backend/alerts/rule_text.h"
#include "backend/alerts/shipped_rules.h"
#include "backend/audit/event_kinds.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using alerts::ActionKind;
using alerts::ActionState;
using alerts::Counted;
using alerts::GroupBy;
using alerts::IncidentState;

namespace {

struct AlertWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::Alerts)
};

// The names of the rules that come with the product, as backend/alerts/shipped_rules.cpp has them.
[[maybe_unused]] constexpr const char* shippedNames[] = {
    QT_TRANSLATE_NOOP("ShippedAlert", "Password guessing"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Many accounts tried"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Account tried from many addresses"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Second factor guessed at"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Console sign-in guessed at"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Sign-in after failed tries"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Refresh token used twice"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Recovery code used"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Second factor switched off"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Administrator role given"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Many refused requests of one user"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Many refused API keys"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Attacks blocked"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Many malformed requests"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Rate limits reached again and again"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Address banned by its score"),
    QT_TRANSLATE_NOOP("ShippedAlert", "API key found in files"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Passkey may have been copied"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Audit journal damaged"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Events lost"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Journal exported"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Monitoring changed"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Access rules changed outside working hours"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Clock was changed"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Server fault"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Stored data does not open"),
    QT_TRANSLATE_NOOP("ShippedAlert", "Upkeep fails"),
};

QString groupPhrase(GroupBy group)
{
    switch (group) {
    case GroupBy::None: break;
    case GroupBy::Address: return AlertWords::tr("from one address");
    case GroupBy::User: return AlertWords::tr("of one user");
    case GroupBy::Target: return AlertWords::tr("about one object");
    case GroupBy::Key: return AlertWords::tr("of one API key");
    case GroupBy::Kind: return AlertWords::tr("of one kind");
    }
    return {};
}

/// The same as alertActionTitle, once it is done.
QString doneTitle(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Notice: return AlertWords::tr("Told in the window");
    case ActionKind::BanAddress: return AlertWords::tr("Address banned");
    case ActionKind::RevokeSessions: return AlertWords::tr("Sessions ended");
    case ActionKind::DisableUser: return AlertWords::tr("Account disabled");
    case ActionKind::RevokeKey: return AlertWords::tr("API key revoked");
    case ActionKind::Destination: return AlertWords::tr("Destination told");
    }
    return {};
}

/// What a step says was done, with whom or what behind a colon.
std::pair<std::optional<ActionKind>, QString> actedOf(const alerts::IncidentStep& step)
{
    const std::size_t end = step.text.find(": ");
    return {alerts::findActionKind(std::string_view(step.text).substr(0, end)),
            end == std::string::npos ? QString() : toQString(step.text.substr(end + 2))};
}

} // namespace

QString alertName(const std::string& name, const std::string& shipped)
{
    const alerts::AlertDraft* const known = alerts::shippedRule(shipped);
    return known != nullptr && known->name == name ? QCoreApplication::translate("ShippedAlert", name.c_str()) : toQString(name);
}

QString alertSentence(const alerts::AlertDraft& what)
{
    const int number = static_cast<int>(what.threshold);
    QString counted = what.counted == Counted::Users       ? AlertWords::tr("%Ln accounts", nullptr, number)
                      : what.counted == Counted::Addresses ? AlertWords::tr("%Ln addresses", nullptr, number)
                                                           : AlertWords::tr("%Ln events", nullptr, number);
    if (number > 1)
        counted = AlertWords::tr("%1 in %2").arg(counted, lengthText(what.window.count()));
    const QString group = groupPhrase(what.groupBy);
    return group.isEmpty() ? counted : counted + u' ' + group;
}

QString alertActionTitle(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Notice: return AlertWords::tr("Notice in the window");
    case ActionKind::BanAddress: return AlertWords::tr("Ban the address");
    case ActionKind::RevokeSessions: return AlertWords::tr("End the user’s sessions");
    case ActionKind::DisableUser: return AlertWords::tr("Disable the account");
    case ActionKind::RevokeKey: return AlertWords::tr("Revoke the API key");
    case ActionKind::Destination: return AlertWords::tr("Tell a destination");
    }
    return {};
}

QString alertActionText(const alerts::AlertAction& action)
{
    return action.lasts.count() > 0
               ? AlertWords::tr("%1 for %2").arg(alertActionTitle(action.kind), lengthText(action.lasts.count()))
               : alertActionTitle(action.kind);
}

QString alertGroupTitle(GroupBy group)
{
    switch (group) {
    case GroupBy::None: return AlertWords::tr("All together");
    case GroupBy::Address: return AlertWords::tr("By address");
    case GroupBy::User: return AlertWords::tr("By user");
    case GroupBy::Target: return AlertWords::tr("By what it was done to");
    case GroupBy::Key: return AlertWords::tr("By API key");
    case GroupBy::Kind: return AlertWords::tr("By kind of event");
    }
    return {};
}

QString alertCountedTitle(Counted counted)
{
    switch (counted) {
    case Counted::Events: return AlertWords::tr("Events");
    case Counted::Users: return AlertWords::tr("Different accounts");
    case Counted::Addresses: return AlertWords::tr("Different addresses");
    }
    return {};
}

QString alertDayText(int day)
{
    return QLocale().standaloneDayName(day + 1, QLocale::ShortFormat);
}

QString alertScheduleText(const alerts::AlertSchedule& schedule)
{
    if (schedule.always())
        return {};
    QStringList days;
    for (int day = 0; day < 7; ++day) {
        if ((schedule.days & (1u << day)) != 0)
            days << alertDayText(day);
    }
    const QString times =
        AlertWords::tr("%1, %2 to %3")
            .arg(days.join(u", "_s), toQString(alerts::clockText(schedule.from)), toQString(alerts::clockText(schedule.until)));
    return schedule.outside ? AlertWords::tr("Outside %1").arg(times) : times;
}

Mark alertRuleState(const alerts::AlertRule& rule, UtcTime now)
{
    if (!rule.what.enabled)
        return {AlertWords::tr("Off"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    if (rule.mutedUntil && *rule.mutedUntil > now)
        return {AlertWords::tr("Muted"), Icon::Pause, Tone::Warning, Tone::Warning};
    return {AlertWords::tr("On"), Icon::CheckCircle, Tone::Normal, Tone::Muted};
}

QStringList alertRuleStateWords()
{
    return {AlertWords::tr("Off"), AlertWords::tr("Muted"), AlertWords::tr("On")};
}

QString incidentGroup(const alerts::Incident& incident)
{
    if (incident.groupValue == alerts::sharedGroup)
        return AlertWords::tr("Many more");
    if (incident.groupBy == alerts::GroupBy::Kind && audit::findEventKind(incident.groupValue) != nullptr)
        return kindTitle(incident.groupValue); // its name is the kind's in English
    return incident.groupName.empty() ? QString(u"–"_s) : toQString(incident.groupName);
}

QString incidentEvents(const alerts::Incident& incident)
{
    return AlertWords::tr("%Ln events", nullptr, static_cast<int>(std::min<std::int64_t>(incident.count, 2'000'000'000)));
}

QString incidentCounts(const alerts::Incident& incident)
{
    const QString events = incidentEvents(incident);
    return incident.people > 1
               ? AlertWords::tr("%1, %2").arg(events, AlertWords::tr("%Ln accounts", nullptr, static_cast<int>(incident.people)))
               : events;
}

Mark incidentState(const alerts::Incident& incident)
{
    switch (incident.state) {
    case IncidentState::Open: {
        const EventMark mark = severityMark(incident.severity);
        return {AlertWords::tr("New"), mark.icon, Tone::Normal, mark.tone};
    }
    case IncidentState::Acknowledged: return {AlertWords::tr("Acknowledged"), Icon::Eye, Tone::Normal, Tone::Muted};
    case IncidentState::Closed: return {AlertWords::tr("Closed"), Icon::CheckCircle, Tone::Muted, Tone::Muted};
    }
    return {};
}

QString incidentStateTitle(IncidentState state)
{
    switch (state) {
    case IncidentState::Open: return AlertWords::tr("New");
    case IncidentState::Acknowledged: return AlertWords::tr("Acknowledged");
    case IncidentState::Closed: return AlertWords::tr("Closed");
    }
    return {};
}

QString incidentStepTitle(const alerts::IncidentStep& step)
{
    if (step.kind == "opened")
        return AlertWords::tr("Rule fired");
    if (step.kind == "acknowledged")
        return AlertWords::tr("Acknowledged");
    if (step.kind == "reopened")
        return AlertWords::tr("Opened again");
    if (step.kind == "assigned")
        return step.text.empty() ? AlertWords::tr("Given to nobody") : AlertWords::tr("Given to %1").arg(toQString(step.text));
    if (step.kind == "noted")
        return AlertWords::tr("Note by %1").arg(toQString(step.by));
    if (step.kind == "closed")
        return step.text.empty() ? AlertWords::tr("Closed") : AlertWords::tr("Closed by %1").arg(toQString(step.by));
    const auto [kind, target] = actedOf(step);
    if (step.kind == "acted")
        return kind ? doneTitle(*kind) : toQString(step.text);
    const QString what = kind ? alertActionTitle(*kind) : toQString(step.text);
    return step.kind == "failed" ? AlertWords::tr("Not done: %1").arg(what) : AlertWords::tr("Undone: %1").arg(what);
}

QString incidentStepNote(const alerts::IncidentStep& step)
{
    const QString by = toQString(step.by);
    if (step.kind == "noted" || (step.kind == "closed" && !step.text.empty()))
        return AlertWords::tr("“%1”").arg(toQString(step.text));
    if (step.kind == "acted" || step.kind == "failed" || step.kind == "undone") {
        const QString target = actedOf(step).second;
        const QString who = step.kind == "undone" ? by : AlertWords::tr("automatic");
        return target.isEmpty() ? who : AlertWords::tr("%1, %2").arg(target, who);
    }
    return by;
}

Icon incidentStepIcon(const alerts::IncidentStep& step)
{
    if (step.kind == "opened")
        return Icon::Warning;
    if (step.kind == "acknowledged")
        return Icon::Eye;
    if (step.kind == "assigned")
        return Icon::User;
    if (step.kind == "noted")
        return Icon::File;
    if (step.kind == "closed")
        return Icon::CheckCircle;
    if (step.kind == "failed")
        return Icon::Cross;
    if (const auto kind = actedOf(step).first; kind && step.kind == "acted")
        return incidentActionIcon(*kind);
    return step.kind == "acted" ? Icon::Zap : Icon::Refresh;
}

QString incidentActionTitle(const alerts::IncidentAction& action)
{
    const QString what = alertActionTitle(action.kind);
    switch (action.state) {
    case ActionState::Pending: return AlertWords::tr("Under way: %1").arg(what);
    case ActionState::Failed: return AlertWords::tr("Not done: %1").arg(what);
    case ActionState::Undone: return AlertWords::tr("Undone: %1").arg(what);
    case ActionState::Done: break;
    }
    return doneTitle(action.kind);
}

Icon incidentActionIcon(ActionKind kind)
{
    switch (kind) {
    case ActionKind::Notice: return Icon::Bell;
    case ActionKind::BanAddress: return Icon::Ban;
    case ActionKind::RevokeSessions: return Icon::SignOut;
    case ActionKind::DisableUser: return Icon::OffCircle;
    case ActionKind::RevokeKey: return Icon::Key;
    case ActionKind::Destination: return Icon::Export;
    }
    return Icon::Zap;
}

} // namespace sallyport::ui
