// What the form asks of the service of reports: all templates but the journal's own.
#include "backend/reports/reports.h"
#include "ui/parts/of_journal.h"
#include "ui/reports/report_cards.h"
#include "ui/reports/report_form.h"
#include "ui/reports/report_preview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/report_text.h"
#include "ui/words/text_helpers.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFile>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace sallyport::ui {

reports::Template ReportForm::chosenTemplate() const
{
    return m_cards->chosen();
}

void ReportForm::setTemplate(reports::Template report)
{
    m_cards->choose(report);
}

/// What reports by template come in; nothing for what is of events alone.
std::optional<reports::Format> ReportForm::keptFormat() const
{
    switch (format()) {
    case audit::ReportFormat::Pdf: return reports::Format::Pdf;
    case audit::ReportFormat::Csv: return reports::Format::Csv;
    case audit::ReportFormat::JsonLines: return reports::Format::JsonLines;
    case audit::ReportFormat::Html: return reports::Format::Html;
    case audit::ReportFormat::Cef:
    case audit::ReportFormat::Ocsf: break;
    }
    return std::nullopt;
}

reports::PlanFields ReportForm::draft() const
{
    reports::PlanFields fields;
    fields.report = chosenTemplate();
    if (reports::info(fields.report).hasFilter)
        fields.filter = toUtf8(m_filter->text());
    fields.format = keptFormat().value_or(reports::Format::Pdf);
    fields.language = toUtf8(QLocale().name().left(2));
    if (fields.language != "de" && fields.language != "fr")
        fields.language = "en";
    return fields;
}

std::optional<reports::ReportQuery> ReportForm::reportQuery() const
{
    const reports::PlanFields fields = draft();
    const reports::TemplateInfo& about = reports::info(fields.report);
    reports::ReportQuery wanted;
    wanted.report = fields.report;
    wanted.filter = fields.filter;
    wanted.format = fields.format;
    wanted.language = fields.language;
    wanted.byteOrderMark = fields.format == reports::Format::Csv && m_mark->isChecked();
    wanted.html.translate = translatedReportWords;
    if (!about.hasPeriod)
        return wanted;
    const auto period = periodOf(static_cast<PeriodChoice>(m_period->current()), now(), m_first->date(), m_last->date());
    const auto events = about.hasFilter ? query() : std::optional<audit::EventQuery>(audit::EventQuery());
    if (!period || !events)
        return std::nullopt;
    wanted.since = events->since.value_or(period->since);
    wanted.until = events->until.value_or(period->until);
    return wanted;
}

void ReportForm::tellWork(Tone tone, Icon icon, std::function<QString()> title, std::function<QString()> text)
{
    m_work.end();
    showWork();
    check();
    m_open->hide();
    m_openFolder->hide();
    m_resultTexts = [=, this] {
        m_result->setTone(tone, icon);
        m_result->setTitle(title());
        m_result->setText(text());
    };
    m_resultTexts();
    m_result->show();
}

/// Any template but the journal's own.
void ReportForm::createTemplate(const QString& file)
{
    const auto wanted = reportQuery();
    if (!wanted || isRunning() || file.isEmpty())
        return;
    m_result->hide();
    m_resultTexts = {};
    auto progress = m_work.begin();
    check();
    showWork();
    m_console.run(
        this,
        [wanted = *wanted, path = std::filesystem::path(QFile::encodeName(file).toStdString()),
         progress = std::move(progress)](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.reports.exportToFile(actor, wanted, path, progress(locking), journal::ExistingFile::Replace);
        },
        [this, file](const Result<reports::ReportDone>& done) {
            audit::ReportResult result;
            if (done) {
                result.chain.intact = done->damage.empty();
                result.events = done->rows;
                result.bytes = done->bytes;
            }
            takeResult(done ? Result<audit::ReportResult>(result) : Result<audit::ReportResult>(done.error()), file);
        });
}

void ReportForm::keep()
{
    const auto wanted = reportQuery();
    if (!wanted || isRunning())
        return;
    m_result->hide();
    auto progress = m_work.begin();
    check();
    showWork();
    m_console.run(
        this,
        [wanted = *wanted, progress = std::move(progress)](Services& services, const access::Actor& actor,
                                                           const CancelFlag& locking) {
            return ofJournal(services, services.reports.make(actor, wanted, progress(locking)));
        },
        [this](const Result<OfJournal<reports::MadeReport>>& made) {
            if (made)
                tellWork(
                    made->damaged ? Tone::Danger : Tone::Success, made->damaged ? Icon::Critical : Icon::CheckCircle,
                    [damaged = made->damaged] {
                        return damaged ? tr("The report is kept, but the journal is damaged") : tr("The report is kept");
                    },
                    [made = made->made] {
                        return QStringList{templateTitle(made.report), reportFormatTitle(made.format)}.join(QStringLiteral(", "));
                    });
            else if (made.error().code == ErrorCode::Cancelled)
                tellWork(
                    Tone::Info, Icon::Info, [] { return tr("The report was cancelled"); },
                    [] { return tr("Nothing was kept."); });
            else
                tellWork(
                    Tone::Danger, Icon::Error, [] { return tr("The report could not be created"); },
                    [error = made.error()] { return errorLine(error); });
            Q_EMIT kept();
            Q_EMIT reported();
        });
}

void ReportForm::preview()
{
    auto wanted = reportQuery();
    if (!wanted || isRunning())
        return;
    auto charts = std::make_shared<std::vector<std::string>>();
    wanted->html.chartAddress = [charts](const std::string& svg) {
        charts->push_back(svg);
        return "chart:" + std::to_string(charts->size() - 1);
    };
    m_result->hide();
    auto progress = m_work.begin();
    check();
    showWork();
    m_console.run(
        this,
        [wanted = *wanted, progress = std::move(progress)](Services& services, const access::Actor& actor,
                                                           const CancelFlag& locking) {
            return services.reports.preview(actor, wanted, progress(locking));
        },
        [this, charts, title = templateTitle(wanted->report)](const Result<std::string>& page) {
            m_work.end();
            showWork();
            check();
            if (page)
                showReportPreview(this, title, *page, *charts);
            else if (page.error().code != ErrorCode::Cancelled)
                tellWork(
                    Tone::Danger, Icon::Error, [] { return tr("There is no preview"); },
                    [error = page.error()] { return errorLine(error); });
            Q_EMIT previewed();
        });
}

} // namespace sallyport::ui
