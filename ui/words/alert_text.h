#pragma once

#include "ui/words/user_text.h"

#include <QString>

#include "backend/alerts/alert_rule.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/alerts/incident.h"

namespace sallyport::ui {

/// What a rule is called: in the window's language if it came with the product and still has its name.
QString alertName(const std::string& name, const std::string& shipped);
/// `20 events in 5 min from one address`.
QString alertSentence(const alerts::AlertDraft& what);
/// `Ban the address for 1 h`.
QString alertActionText(const alerts::AlertAction& action);
QString alertActionTitle(alerts::ActionKind kind);
QString alertGroupTitle(alerts::GroupBy group);
QString alertCountedTitle(alerts::Counted counted);
/// `Mon, Tue 08:00 to 18:00`, or empty: always.
QString alertScheduleText(const alerts::AlertSchedule& schedule);
/// The short name of a day, Monday is 0.
QString alertDayText(int day);
/// On, Off or Muted.
Mark alertRuleState(const alerts::AlertRule& rule, UtcTime now);
QStringList alertRuleStateWords();

/// Whom or what an incident is about: `203.0.113.47`; an en dash if about nobody.
QString incidentGroup(const alerts::Incident& incident);
/// `212 events`.
QString incidentEvents(const alerts::Incident& incident);
/// `212 events, 38 accounts`.
QString incidentCounts(const alerts::Incident& incident);
Mark incidentState(const alerts::Incident& incident);
/// `New`, `Acknowledged`, `Closed`: what the incidents of that state stand under.
QString incidentStateTitle(alerts::IncidentState state);
/// `Address banned`, `Acknowledged`, `Note`: the line of a timeline.
QString incidentStepTitle(const alerts::IncidentStep& step);
/// Whom or what a step was about, or who did it: the line below its title.
QString incidentStepNote(const alerts::IncidentStep& step);
Icon incidentStepIcon(const alerts::IncidentStep& step);
/// `Address banned`, `Account disabled`; what was done, or could not be.
QString incidentActionTitle(const alerts::IncidentAction& action);
Icon incidentActionIcon(alerts::ActionKind kind);

} // namespace sallyport::ui
