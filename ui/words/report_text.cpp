#include "ui/words/report_text.h"

#include "ui/words/text_helpers.h"

#include <QCoreApplication>

namespace sallyport::ui {

namespace {

// As backend/reports/report.cpp has them.
[[maybe_unused]] constexpr const char* templateTexts[] = {
    QT_TRANSLATE_NOOP("Report", "Activity"),
    QT_TRANSLATE_NOOP("Report", "What happened in a period, and that the journal of it is whole."),
    QT_TRANSLATE_NOOP("Report", "Access review"),
    QT_TRANSLATE_NOOP("Report", "Who has what, since when, by whom, and when it was last used."),
    QT_TRANSLATE_NOOP("Report", "Authentication and MFA"),
    QT_TRANSLATE_NOOP("Report", "Who signs in how, who has a second factor and who should."),
    QT_TRANSLATE_NOOP("Report", "API keys"),
    QT_TRANSLATE_NOOP("Report", "Every key: whose it is, what it opens, when it ends and was last used."),
    QT_TRANSLATE_NOOP("Report", "Configuration changes"),
    QT_TRANSLATE_NOOP("Report", "Who changed what of settings, roles, users, keys and rules."),
    QT_TRANSLATE_NOOP("Report", "Detection and bans"),
    QT_TRANSLATE_NOOP("Report", "What was blocked and noticed, and who is kept out."),
    QT_TRANSLATE_NOOP("Report", "Compliance"),
    QT_TRANSLATE_NOOP("Report", "The security checklist, each control with its state as it is now."),
};

QString said(std::string_view text)
{
    return QCoreApplication::translate("Report", std::string(text).c_str());
}

} // namespace

QString templateTitle(reports::Template report)
{
    return said(reports::info(report).title);
}

QString templateAbout(reports::Template report)
{
    return said(reports::info(report).about);
}

QString reportFormatTitle(reports::Format format)
{
    switch (format) {
    case reports::Format::Csv: return QCoreApplication::translate("Report", "CSV");
    case reports::Format::JsonLines: return QCoreApplication::translate("Report", "JSON Lines");
    case reports::Format::Html: return QCoreApplication::translate("Report", "HTML");
    case reports::Format::Pdf: break;
    }
    return QCoreApplication::translate("Report", "PDF");
}

QString reportPeriodTitle(reports::Period period)
{
    switch (period) {
    case reports::Period::Day: return QCoreApplication::translate("Report", "Yesterday");
    case reports::Period::Week: return QCoreApplication::translate("Report", "Last week");
    case reports::Period::Month: break;
    }
    return QCoreApplication::translate("Report", "Last month");
}

QString reportFrequencyTitle(reports::Frequency frequency)
{
    switch (frequency) {
    case reports::Frequency::Daily: return QCoreApplication::translate("Report", "Every day");
    case reports::Frequency::Weekly: return QCoreApplication::translate("Report", "Every Monday");
    case reports::Frequency::Monthly: break;
    }
    return QCoreApplication::translate("Report", "Every first of the month");
}

std::string translatedReportWords(std::string_view context, std::string_view source)
{
    if (context.empty())
        return std::string(source);
    return toUtf8(QCoreApplication::translate(std::string(context).c_str(), std::string(source).c_str()));
}

} // namespace sallyport::ui
