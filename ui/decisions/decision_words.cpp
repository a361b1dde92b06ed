#include "ui/decisions/decision_words.h"

#include <QCoreApplication>

namespace sallyport::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::DecisionWords)
};

} // namespace

Mark decisionMark(const authorization::RecordedDecision& decision)
{
    if (!decision.allowed)
        return {Words::tr("Refused"), Icon::Cross, Tone::Danger, Tone::Danger};
    if (!decision.observed.empty())
        return {Words::tr("Would be refused"), Icon::Eye, Tone::Warning, Tone::Warning};
    return {Words::tr("Allowed"), Icon::Check, Tone::Normal, Tone::Success};
}

QStringList decisionMarkWords()
{
    return {Words::tr("Refused"), Words::tr("Would be refused"), Words::tr("Allowed")};
}

QString decisionReason(const authorization::RecordedDecision& decision)
{
    const QString policy = text(decision.policy);
    const std::string& reason = decision.reason;
    if (decision.allowed && !decision.observed.empty() && decision.observedPolicy.empty())
        return Words::tr("Enforced, no policy would allow it"); // one of those that are only observed names it
    if (decision.allowed && !decision.observed.empty())
        return Words::tr("“%1” would refuse it").arg(text(decision.observedPolicy));
    if (reason == "permission_missing")
        return Words::tr("No role gives “%1”").arg(actionText(decision.required.empty() ? decision.action : decision.required));
    if (reason == "not_named")
        return Words::tr("A role allows it, no policy names it");
    if (reason == "allowed_by_policy")
        return Words::tr("Allowed by “%1”").arg(policy);
    if (reason == "denied_by_policy")
        return Words::tr("Refused by “%1”").arg(policy);
    if (reason == "deny_failed")
        return Words::tr("“%1” failed, so it refuses").arg(policy);
    if (reason == "no_rule_matched")
        return Words::tr("Policies name it and none allows it");
    return text(reason);
}

QString decisionSource(const std::string& source)
{
    if (source == "request" || source == "route")
        return Words::tr("A request");
    if (source == "list")
        return Words::tr("A list");
    if (source == "check")
        return Words::tr("A check");
    if (source == "simulation")
        return Words::tr("The simulator");
    return text(source);
}

QString decisionObject(const authorization::RecordedDecision& decision)
{
    const QString kind = objectKindText(decision.kind);
    if (!decision.objectName.empty())
        return Words::tr("%1 “%2”", "a kind of object and its name").arg(kind, text(decision.objectName));
    return decision.objectId.empty() ? kind
                                     : Words::tr("%1 %2", "a kind of object and its id").arg(kind, text(decision.objectId));
}

QString decisionSubject(const authorization::RecordedDecision& decision)
{
    return decision.subjectName.empty() ? Words::tr("Nobody signed in") : text(decision.subjectName);
}

} // namespace sallyport::ui
