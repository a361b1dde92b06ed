#include "ui/decisions/decision_trace.h"

#include "ui/decisions/decision_words.h"
#include "ui/words/failure_words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using Line = LinesList::Line;

namespace {

struct TraceWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::DecisionTrace)
};

constexpr int partsShown = 20; // of one policy

QJsonObject read(const std::string& trace)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(trace)).object();
}

QStringList texts(const QJsonValue& list)
{
    return list.toVariant().toStringList();
}

Line rolesLine(const QJsonObject& roles)
{
    const bool held = roles.value(u"held").toBool();
    Line line;
    line.icon = held ? Icon::Check : Icon::Cross;
    line.tone = held ? Tone::Success : Tone::Danger;
    line.text = TraceWords::tr("Permission “%1”").arg(actionText(roles.value(u"required").toString().toStdString()));
    QStringList given;
    for (const QString& role : texts(roles.value(u"given_by")))
        given << roleTitle(role.toStdString());
    if (!held)
        line.note = TraceWords::tr("No role gives it");
    else if (!given.isEmpty())
        line.note = TraceWords::tr("From %1").arg(given.join(u", "_s));
    return line;
}

QString resultText(const QJsonObject& policy)
{
    const bool denies = policy.value(u"effect").toString() == u"deny";
    const QString result = policy.value(u"result").toString();
    const QString cause = failureText(policy.value(u"error").toString());
    if (result == u"error")
        return denies ? TraceWords::tr("Refuses, because it could not be evaluated: %1").arg(cause)
                      : TraceWords::tr("Doesn’t allow, because it could not be evaluated: %1").arg(cause);
    if (result == u"true")
        return denies ? TraceWords::tr("Refuses: its condition holds") : TraceWords::tr("Allows: its condition holds");
    return denies ? TraceWords::tr("Doesn’t refuse: its condition doesn’t hold")
                  : TraceWords::tr("Doesn’t allow: its condition doesn’t hold");
}

QString valueOf(const QJsonObject& part)
{
    return part.contains(u"error") ? failureText(part.value(u"error").toString()) : part.value(u"value").toString();
}

/// What the parts of a condition gave, but for those that are nothing but a value.
void addParts(QList<Line>& lines, const QJsonObject& policy)
{
    int shown = 0;
    const QJsonArray parts = policy.value(u"parts").toArray();
    for (const QJsonValue& value : parts) {
        const QJsonObject part = value.toObject();
        const QString gave = valueOf(part);
        if (shown == partsShown || gave == part.value(u"text").toString())
            continue;
        ++shown;
        Line line;
        line.text = part.value(u"text").toString();
        line.note = gave;
        line.toolTip = TraceWords::tr("Line %1, column %2").arg(part.value(u"line").toInt()).arg(part.value(u"column").toInt());
        lines << line;
    }
}

Line nearestLine(const QJsonObject& change)
{
    Line line;
    line.icon = Icon::Lightbulb;
    line.tone = Tone::Info;
    const QString what = change.value(u"change").toString();
    if (what == u"permission") {
        line.text = TraceWords::tr("A role with the permission “%1”")
                        .arg(actionText(change.value(u"permission").toString().toStdString()));
        return line;
    }
    if (what == u"policy") {
        line.text = TraceWords::tr("A policy that allows it");
        return line;
    }
    const QJsonObject part = change.value(u"expression").toObject();
    line.text = change.value(u"wanted").toBool()
                    ? TraceWords::tr("In “%1”, this being true:").arg(change.value(u"policy").toString())
                    : TraceWords::tr("In “%1”, this being false:").arg(change.value(u"policy").toString());
    line.note = part.value(u"text").toString();
    line.toolTip = TraceWords::tr("Now: %1").arg(valueOf(part));
    return line;
}

} // namespace

Line tracePolicyLine(const QJsonObject& policy)
{
    const bool denies = policy.value(u"effect").toString() == u"deny";
    const QString result = policy.value(u"result").toString();
    const bool acts = denies ? result != u"false" : result == u"true";
    Line line;
    line.icon = !acts ? Icon::Dash : denies ? Icon::Cross : Icon::Check;
    line.tone = !acts ? Tone::Muted : denies ? Tone::Danger : Tone::Success;
    line.text = policy.value(u"name").toString();
    line.note = resultText(policy);
    if (policy.value(u"state").toString() == u"observe") {
        line.icon = Icon::Eye;
        line.tone = acts ? Tone::Warning : Tone::Muted;
        line.trailing = TraceWords::tr("Observed");
    }
    line.toolTip = policy.value(u"condition").toString();
    return line;
}

namespace {

/// Each line with the id of the policy that it is about.
QList<std::pair<Line, QString>> explained(const std::string& trace)
{
    const QJsonObject told = read(trace);
    QList<std::pair<Line, QString>> made;
    if (told.isEmpty())
        return made;
    Line roles = rolesLine(told.value(u"roles").toObject());
    if (const QString by = told.value(u"hidden_by").toString(); !by.isEmpty())
        roles.trailing = by == u"record" ? TraceWords::tr("Needed to see the record") : TraceWords::tr("Needed to see it");
    made << std::pair(roles, QString());
    const QJsonArray policies = told.value(u"policies").toArray();
    for (const QJsonValue& value : policies) {
        const QJsonObject policy = value.toObject();
        made << std::pair(tracePolicyLine(policy), policy.value(u"id").toString());
        // Where none allows, each that could have shows why it doesn't.
        const bool missed = told.value(u"reason").toString() == u"no_rule_matched" &&
                            policy.value(u"effect").toString() == u"allow" && policy.value(u"state").toString() == u"enforce";
        if (!policy.value(u"decided").toBool() && !missed)
            continue;
        QList<Line> parts;
        addParts(parts, policy);
        for (const Line& part : std::as_const(parts))
            made << std::pair(part, QString());
    }
    return made;
}

} // namespace

QList<Line> whyLines(const std::string& trace)
{
    QList<Line> lines;
    for (const auto& [line, policy] : explained(trace))
        lines << line;
    return lines;
}

QStringList whyPolicies(const std::string& trace)
{
    QStringList policies;
    for (const auto& [line, policy] : explained(trace))
        policies << policy;
    return policies;
}

QList<Line> nearestLines(const std::string& trace)
{
    QList<Line> lines;
    const QJsonArray nearest = read(trace).value(u"nearest").toArray();
    for (const QJsonValue& value : nearest)
        lines << nearestLine(value.toObject());
    return lines;
}

} // namespace sallyport::ui
