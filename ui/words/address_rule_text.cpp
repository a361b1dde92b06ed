#include "ui/words/address_rule_text.h"

#include "ui/words/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using protection::AddressAction;
using protection::AddressRule;

namespace {

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::AddressRuleText)
};

constexpr qint64 hourSeconds = 3600, daySeconds = 86400;
constexpr qint64 daysTold = 60; ///< what ends later has a date

} // namespace

Mark addressRuleKind(const AddressRule& rule)
{
    if (rule.action == AddressAction::Allow)
        return {RuleWords::tr("Allowed"), Icon::ShieldCheck, Tone::Normal, Tone::Success};
    if (rule.score)
        return {RuleWords::tr("Banned"), Icon::Timer, Tone::Normal, Tone::Muted};
    return {RuleWords::tr("Blocked"), Icon::Ban, Tone::Normal, Tone::Muted};
}

QStringList addressRuleKindWords()
{
    return {RuleWords::tr("Allowed"), RuleWords::tr("Banned"), RuleWords::tr("Blocked")};
}

QString addressRuleBy(const AddressRule& rule)
{
    if (rule.score)
        return RuleWords::tr("Score %1").arg(QLocale().toString(*rule.score));
    return rule.createdBy.empty() ? QStringLiteral("–") : text(rule.createdBy);
}

QString addressRuleEnd(const AddressRule& rule, UtcTime now)
{
    if (!rule.expiresAt)
        return RuleWords::tr("Stays", "a rule without an end");
    const qint64 left = std::chrono::duration_cast<std::chrono::seconds>(*rule.expiresAt - now).count();
    if (left > daysTold * daySeconds)
        return dayText(*rule.expiresAt);
    return endsInText(left);
}

QStringList addressRuleEndWords()
{
    QStringList words = dateWords() << RuleWords::tr("Stays", "a rule without an end");
    for (const qint64 seconds : {qint64{119}, qint64{7199}, 2 * daySeconds - 1, daysTold * daySeconds})
        words << endsInText(seconds);
    return words;
}

QString addressRuleLength(const AddressRule& rule)
{
    if (!rule.expiresAt)
        return {};
    return lengthText(std::chrono::duration_cast<std::chrono::seconds>(*rule.expiresAt - rule.createdAt).count());
}

QList<qint64> addressRuleTimes()
{
    return {hourSeconds, 6 * hourSeconds, daySeconds, 7 * daySeconds, 30 * daySeconds, 365 * daySeconds, 0};
}

QString addressRuleTimeText(qint64 seconds)
{
    if (seconds <= 0)
        return RuleWords::tr("Until it is removed");
    return RuleWords::tr("For %1", "a ban for 24 h").arg(lengthText(seconds));
}

QString addressRuleErrorText(const Error& error)
{
    if (error.word == "rule_exists")
        return RuleWords::tr("This address is on that list already.");
    if (error.word == "own_address")
        return RuleWords::tr("This would keep out the console itself, a trusted proxy or the address that you work from.");
    if (error.word == "allowed")
        return RuleWords::tr("An allow rule lets this address in whatever else says.");
    if (error.word == "banned_already")
        return RuleWords::tr("This address is banned already.");
    for (const FieldError& field : error.fields) {
        if (field.field == "address")
            return RuleWords::tr("This is no address and no range. Write 203.0.113.7 or 203.0.113.0/24.");
        if (field.field == "reason")
            return RuleWords::tr("The reason is too long, or has signs in it that can’t be shown.");
    }
    return {};
}

} // namespace sallyport::ui
