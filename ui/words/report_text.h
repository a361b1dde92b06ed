#pragma once

#include "backend/reports/report.h"

#include <QString>

namespace sallyport::ui {

/// What a kind of report is called, and in a sentence what it is about.
QString templateTitle(reports::Template report);
QString templateAbout(reports::Template report);
QString reportFormatTitle(reports::Format format);          ///< `PDF`
QString reportPeriodTitle(reports::Period period);          ///< `Last week`
QString reportFrequencyTitle(reports::Frequency frequency); ///< `Every Monday`

/// The words of reports for whoever writes them in the reader's language (audit::HtmlOptions). Any thread.
std::string translatedReportWords(std::string_view context, std::string_view source);

} // namespace sallyport::ui
