#include "ui/limits/limit_draft.h"

#include "ui/words/rate_rule_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace sallyport::ui {

using protection::RateSetting;

namespace {

struct DraftWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::LimitDraft)
};

QString becomes(const QString& from, const QString& to)
{
    return DraftWords::tr("%1 becomes %2").arg(from, to);
}

} // namespace

protection::RateRulePatch LimitDraft::patchOf(const RateSetting& rule) const
{
    protection::RateRulePatch patch;
    if (numbers.requests != rule.numbers.requests)
        patch.requests = numbers.requests;
    if (numbers.window != rule.numbers.window)
        patch.window = numbers.window;
    if (numbers.algorithm != rule.numbers.algorithm)
        patch.algorithm = numbers.algorithm;
    if (subject != rule.subject)
        patch.subject = subject;
    if (mode != rule.mode)
        patch.mode = mode;
    return patch;
}

QString LimitDraft::words(const RateSetting& rule) const
{
    QStringList all;
    const QLocale locale;
    if (numbers.window != rule.numbers.window)
        all << becomes(rateLimitText(rule.numbers.requests, rule.numbers.window),
                       rateLimitText(numbers.requests, numbers.window));
    else if (numbers.requests != rule.numbers.requests)
        all << becomes(locale.toString(rule.numbers.requests), locale.toString(numbers.requests));
    if (numbers.algorithm != rule.numbers.algorithm)
        all << becomes(rateAlgorithmText(rule.numbers.algorithm), rateAlgorithmText(numbers.algorithm));
    if (subject != rule.subject)
        all << becomes(rateSubjectChoice(rule.subject), rateSubjectChoice(subject));
    if (mode != rule.mode)
        all << becomes(controlModeText(rule.mode), controlModeText(mode));
    return all.join(QStringLiteral(", "));
}

} // namespace sallyport::ui
