// The mistakes that backend/audit/event_filter.cpp finds, for the translations; tst_translations compares the two.

#include "ui/events/filter_highlighter.h"

#include <QCoreApplication>

#include <array>

namespace sallyport::ui {
namespace {

constexpr std::array mistakes{
    QT_TRANSLATE_NOOP("EventFilter", "The filter is longer than 1,000 characters."),
    QT_TRANSLATE_NOOP("EventFilter", "A filter has at most 32 terms."),
    QT_TRANSLATE_NOOP("EventFilter", "There is no such filter. Put quotation marks around text with a colon."),
    QT_TRANSLATE_NOOP("EventFilter", "A value is missing after the colon."),
    QT_TRANSLATE_NOOP("EventFilter", "The closing quotation mark is missing."),
    QT_TRANSLATE_NOOP("EventFilter", "This can be given only once."),
    QT_TRANSLATE_NOOP("EventFilter", "This cannot be excluded with a minus sign."),
    QT_TRANSLATE_NOOP("EventFilter", "Not a time. Use 30m, 1h, 7d, today, 2026-11-24 or 2026-11-24T14:00."),
    QT_TRANSLATE_NOOP("EventFilter", "The period ends before it begins."),
    QT_TRANSLATE_NOOP("EventFilter", "Must be success, failure, refused or blocked."),
    QT_TRANSLATE_NOOP("EventFilter", "Must be info, notice, warning or critical, with or without >=."),
    QT_TRANSLATE_NOOP("EventFilter", "There is no such kind of event."),
    QT_TRANSLATE_NOOP("EventFilter", "Not an address or network, like 203.0.113.7 or 203.0.113.0/24."),
    QT_TRANSLATE_NOOP("EventFilter", "Not the id of a session: it has 26 letters and digits."),
    QT_TRANSLATE_NOOP("EventFilter", "Text must be well-formed UTF-8."),
};

} // namespace

QString filterMistakeText(const std::string& message)
{
    return QCoreApplication::translate("EventFilter", message.c_str());
}

QString suggestionText(const std::string& word)
{
    //: %1: a word that may stand there, such as auth.login
    return QCoreApplication::translate("EventFilter", "Did you mean %1?").arg(QString::fromStdString(word));
}

QStringList translatableFilterMistakes()
{
    QStringList all;
    for (const char* mistake : mistakes)
        all << QString::fromUtf8(mistake);
    return all;
}

} // namespace sallyport::ui
