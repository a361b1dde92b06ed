#include "backend/alerts/action_log.h"

#include "backend/alerts/incident_opening.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"

namespace sallyport::alerts {
namespace {

std::string_view stepOf(std::string_view kind)
{
    return kind == audit::kind::alertActed ? "acted" : kind == audit::kind::alertActionFailed ? "failed" : "undone";
}

audit::Event eventOf(const ActionNews& news)
{
    const IncidentAction& action = news.stored.action;
    const bool failed = news.kind == audit::kind::alertActionFailed;
    audit::Event event = access::eventBy(news.actor, news.kind, failed ? audit::Outcome::Failure : audit::Outcome::Success);
    event.object = {"incident", news.incident.id.text(), news.incident.ruleName};
    audit::Details details;
    details.text("action", actionKindWord(action.kind)).text("target", action.targetName);
    if (action.until && news.kind == audit::kind::alertActed)
        details.text("until", toRfc3339(*action.until));
    if (!action.why.empty())
        details.text("why", action.why);
    event.detailsJson = details.json();
    return event;
}

} // namespace

Result<bool> keepNews(storage::Transaction& transaction, audit::Journal& journal, UtcTime now, ActionState expected,
                      const ActionNews& news)
{
    const IncidentAction& action = news.stored.action;
    SALLYPORT_ASSIGN(const auto state, rows::stateOfAction(transaction, action.id));
    if (state != expected)
        return false;
    SALLYPORT_TRY(rows::putAction(transaction, news.stored));
    std::string text(actionKindWord(action.kind));
    if (!action.targetName.empty())
        text += ": " + action.targetName;
    const Result<void> step = rows::addStep(transaction, news.stepId, news.stored.incident,
                                            {now, std::string(stepOf(news.kind)), news.by, std::move(text)});
    if (!step && step.error().code != ErrorCode::LimitReached)
        return step.error();
    transaction.changed(
        incidentTopic, news.incident.id.text(),
        std::make_shared<const IncidentChange>(IncidentChange{news.incident.rule.text(), news.incident.groupValue, false}));
    // A notice says nothing that the opening hasn't said.
    if (action.kind != ActionKind::Notice)
        SALLYPORT_TRY(journal.append(transaction, eventOf(news)));
    return true;
}

} // namespace sallyport::alerts
