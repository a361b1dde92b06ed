#include "ui/words/threat_text.h"

#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace sallyport::ui {

using protection::ThreatGroup;
using protection::ThreatPart;
using protection::ThreatSignal;

namespace {

struct Threat {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ThreatText)
};

QString signalCount(const ThreatPart& part)
{
    return QLocale().toString(part.count);
}

/// `34 paths`, `12 times`: the count with what it is of.
QString signalAmount(const ThreatPart& part)
{
    const int count = static_cast<int>(part.count);
    switch (part.signal) {
    case ThreatSignal::Scanning: return Threat::tr("%Ln paths", nullptr, count);
    case ThreatSignal::Repetition: return Threat::tr("%Ln alike", nullptr, count);
    case ThreatSignal::Frequency: return Threat::tr("%Ln requests", nullptr, count);
    default: return Threat::tr("%Ln times", nullptr, count);
    }
}

} // namespace

QString threatGroupText(ThreatGroup group)
{
    switch (group) {
    case ThreatGroup::Attack: return Threat::tr("Attack");
    case ThreatGroup::Probing: return Threat::tr("Probing");
    case ThreatGroup::Volume: return Threat::tr("Volume");
    case ThreatGroup::Other: break;
    }
    return Threat::tr("Other");
}

Token threatGroupFill(ThreatGroup group)
{
    switch (group) {
    case ThreatGroup::Attack: return Token::ChartBlocked;
    case ThreatGroup::Probing: return Token::ChartRefused;
    case ThreatGroup::Volume: return Token::ChartNormal;
    case ThreatGroup::Other: break;
    }
    return Token::ChartOther;
}

QString threatSignalTitle(ThreatSignal signal)
{
    switch (signal) {
    case ThreatSignal::Frequency: return Threat::tr("Frequency");
    case ThreatSignal::Repetition: return Threat::tr("Repetition");
    case ThreatSignal::MissingAgent: return Threat::tr("No agent");
    case ThreatSignal::Scanning: return Threat::tr("Scanning");
    case ThreatSignal::FailedSignIns: return Threat::tr("Failed sign-ins");
    case ThreatSignal::BadSignatures: return Threat::tr("Bad signatures");
    case ThreatSignal::NotFound: return Threat::tr("Not found");
    case ThreatSignal::BadRequests: return Threat::tr("Bad requests");
    case ThreatSignal::Refused: return Threat::tr("Refused by limits");
    case ThreatSignal::Detection: return Threat::tr("Attack found");
    case ThreatSignal::Trap: return Threat::tr("Trap opened");
    case ThreatSignal::Count_: break;
    }
    return {};
}

QString threatSignalFacts(const ThreatPart& part)
{
    if (part.signal == ThreatSignal::MissingAgent && part.count <= 1)
        return Threat::tr("every request");
    QString facts;
    if (part.of > 0)
        facts = Threat::tr("%1 of %2").arg(signalCount(part), QLocale().toString(part.of));
    else
        facts = part.count == 1 ? Threat::tr("once") : signalAmount(part);
    if (!part.subject.empty())
        facts = part.alike ? text(part.subject) + QStringLiteral(", ") + facts
                           : Threat::tr("%1, last %2", "3 times, last /.git/HEAD").arg(facts, text(part.subject));
    if (part.within.count() > 0)
        facts = Threat::tr("%1 in %2", "34 paths in 60 s").arg(facts, durationText(part.within.count()));
    return facts;
}

QString threatSignalWords(const ThreatPart& part)
{
    const int count = static_cast<int>(part.count);
    switch (part.signal) {
    case ThreatSignal::Frequency:
        return part.within.count() > 0
                   ? Threat::tr("frequency %1 in %2").arg(signalCount(part), durationText(part.within.count()))
                   : Threat::tr("frequency %1").arg(signalCount(part));
    case ThreatSignal::Repetition: return Threat::tr("repetition %Ln alike", nullptr, count);
    case ThreatSignal::MissingAgent: return Threat::tr("no agent");
    case ThreatSignal::Scanning: return Threat::tr("scanning %Ln paths", nullptr, count);
    case ThreatSignal::FailedSignIns: return Threat::tr("failed sign-ins %1").arg(signalCount(part));
    case ThreatSignal::BadSignatures: return Threat::tr("bad signatures %1").arg(signalCount(part));
    case ThreatSignal::NotFound: return Threat::tr("not found %1").arg(signalCount(part));
    case ThreatSignal::BadRequests: return Threat::tr("bad requests %1").arg(signalCount(part));
    case ThreatSignal::Refused: return Threat::tr("refused %1").arg(signalCount(part));
    case ThreatSignal::Detection:
        return part.subject.empty() || !part.alike
                   ? Threat::tr("attack found %1").arg(signalCount(part))
                   : Threat::tr("%1 found %2", "script found 1").arg(text(part.subject), signalCount(part));
    case ThreatSignal::Trap:
        return part.subject.empty() || !part.alike ? Threat::tr("trap %1").arg(signalCount(part))
                                                   : Threat::tr("trap %1").arg(text(part.subject));
    case ThreatSignal::Count_: break;
    }
    return {};
}

QString threatSignalMeaning(ThreatSignal signal)
{
    switch (signal) {
    case ThreatSignal::Frequency: return Threat::tr("Many requests in a minute");
    case ThreatSignal::Repetition: return Threat::tr("The same request again and again");
    case ThreatSignal::MissingAgent: return Threat::tr("No User-Agent and no valid credential");
    case ThreatSignal::Scanning: return Threat::tr("Many different paths in a minute");
    case ThreatSignal::FailedSignIns: return Threat::tr("Wrong passwords and codes");
    case ThreatSignal::BadSignatures: return Threat::tr("Signatures and keys that are none");
    case ThreatSignal::NotFound: return Threat::tr("Many answers 404 and 405 in a minute");
    case ThreatSignal::BadRequests: return Threat::tr("Many other answers from 400 to 499");
    case ThreatSignal::Refused: return Threat::tr("Requests that a rate limit refused");
    case ThreatSignal::Detection: return Threat::tr("Hits of the intrusion detection");
    case ThreatSignal::Trap: return Threat::tr("Paths that only scanners ask for");
    case ThreatSignal::Count_: break;
    }
    return {};
}

QString banSignalText(const protection::BanSignal& signal)
{
    const auto known = std::ranges::find(protection::threatSignalInfo, signal.word, &protection::ThreatSignalInfo::word);
    const QString title = known == protection::threatSignalInfo.end()
                              ? text(signal.word)
                              : threatSignalTitle(static_cast<ThreatSignal>(known - protection::threatSignalInfo.begin()));
    QStringList values;
    for (const std::string& value : signal.values)
        values << text(value);
    return values.isEmpty() ? title : Threat::tr("%1: %2", "Scanning: 34, 60").arg(title, values.join(QStringLiteral(", ")));
}

} // namespace sallyport::ui
