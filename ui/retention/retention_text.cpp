#include "ui/retention/retention_text.h"

#include "ui/words/event_text.h"
#include "ui/words/record_text.h"
#include "ui/words/user_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sallyport::ui {

namespace {

struct RetentionText {
    Q_DECLARE_TR_FUNCTIONS(RetentionText)
};

} // namespace

QString dueText(const retention::DueEvents& due)
{
    if (due.waitsForClock)
        return RetentionText::tr("Nothing, until the clock is believed");
    const QString over = due.overBytes > 0 ? RetentionText::tr("%1 beyond the cap").arg(sizeText(due.overBytes)) : QString();
    if (due.events == 0 || !due.oldest || !due.newest)
        return over.isEmpty() ? RetentionText::tr("Nothing") : over;
    const QString events =
        RetentionText::tr("%Ln events, %1 to %2", nullptr, static_cast<int>(std::min<std::int64_t>(due.events, 2'000'000'000)))
            .arg(dayText(*due.oldest), dayText(*due.newest));
    //: %1: what goes by its age, %2: what goes for want of room
    return over.isEmpty() ? events : RetentionText::tr("%1; %2").arg(events, over);
}

QString daysText(std::int64_t days)
{
    return RetentionText::tr("%Ln days", nullptr, static_cast<int>(days));
}

QString kindRuleText(const std::string& kind)
{
    return kind.ends_with(".*") ? RetentionText::tr("Everything of %1").arg(text(kind)) : kindTitle(kind);
}

QString heldText(const retention::LegalHold& hold)
{
    return hold.person.empty() ? text(hold.filter) : RetentionText::tr("Everything of %1").arg(text(hold.personName));
}

} // namespace sallyport::ui
