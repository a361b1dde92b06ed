#include "ui/reports/report_form.h"

#include "backend/audit/event_query.h"
#include "backend/reports/reports.h"
#include "ui/console/permit.h"
#include "ui/events/filter_highlighter.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/parts/folders.h"
#include "ui/parts/whole_edit.h"
#include "ui/reports/report_cards.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/report_text.h"
#include "ui/words/text_helpers.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr auto typingPause = 300ms;
constexpr int formWidth = 560;
constexpr int shownHash = 16; ///< characters of the chain head
/// In the order of the segments; what is kept comes in the first four.
constexpr std::array shownFormats{audit::ReportFormat::Pdf,  audit::ReportFormat::Csv, audit::ReportFormat::JsonLines,
                                  audit::ReportFormat::Html, audit::ReportFormat::Cef, audit::ReportFormat::Ocsf};

constexpr std::size_t keptFormats = 4;

QDate localDate(UtcTime time)
{
    return localTime(time).date();
}

QString withCount(const QString& text, std::int64_t count)
{
    QString shown = text;
    return shown.replace(QString::number(count), QLocale().toString(static_cast<qlonglong>(count)));
}

int asInt(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, 1'000'000'000));
}

} // namespace

ReportForm::ReportForm(Console& console, ReportHost host, QWidget* parent)
    : QWidget(parent), m_console(console), m_host(std::move(host))
{
    setObjectName(QStringLiteral("reports.form"));
    build();
    m_wait.setSingleShot(true);
    m_wait.setInterval(typingPause);
    connect(&m_wait, &QTimer::timeout, this, &ReportForm::refresh);
    connect(&m_work, &LongWork::advanced, this, &ReportForm::showWork);
    connect(m_cards, &ReportCards::chosenChanged, this, [this] {
        setTexts();
        refresh();
    });
    connect(m_period, &SegmentedControl::currentChanged, this, [this] {
        check();
        refresh();
    });
    connect(m_filter, &QLineEdit::textEdited, this, [this] {
        check();
        m_wait.start();
    });
    for (QDateEdit* date : {m_first, m_last})
        connect(date, &QDateEdit::dateChanged, this, [this] {
            check();
            m_wait.start();
        });
    connect(m_create, &QPushButton::clicked, this,
            [this] { m_host.chooseFile(this, suggestedName(), nameFilter(), [this](const QString& file) { create(file); }); });
    connect(m_keep, &QPushButton::clicked, this, &ReportForm::keep);
    connect(m_show, &QPushButton::clicked, this, &ReportForm::preview);
    connect(m_progress, &ProgressRow::cancelRequested, &m_work, &LongWork::cancel);
    connect(m_open, &QPushButton::clicked, this, [this] { m_host.open(m_file); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] { m_host.open(QFileInfo(m_file).absolutePath()); });
    onRetranslate(this, [this] { setTexts(); });
    m_period->setCurrent(static_cast<int>(PeriodChoice::Week));
    check();
}

void ReportForm::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);

    m_cards = new ReportCards(m_console, this);
    column->addWidget(m_cards);
    column->addWidget(makePeriod());
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("reports.filter"));
    m_filter->setMaxLength(audit::filterTextLimit);
    m_filter->setFont(textFont(TextStyle::Mono));
    m_filterField = new Field(m_filter, this);
    column->addWidget(m_filterField);

    auto* formatBox = new QWidget(this);
    formatBox->setObjectName(QStringLiteral("reports.formatBox"));
    m_formatRow = new QHBoxLayout(formatBox);
    m_formatRow->setContentsMargins(0, 0, 0, 0);
    m_formatRow->addStretch(1);
    offerFormats(shownFormats.size());
    m_formatField = new Field(formatBox, this);
    column->addWidget(m_formatField);
    m_mark = new QCheckBox(this);
    m_mark->setObjectName(QStringLiteral("reports.byteOrderMark"));
    column->addWidget(m_mark);
    m_pseudonyms = new QCheckBox(this);
    m_pseudonyms->setObjectName(QStringLiteral("reports.pseudonyms"));
    column->addWidget(m_pseudonyms);

    for (QWidget* field : {static_cast<QWidget*>(m_filterField), static_cast<QWidget*>(m_formatField)})
        field->setMaximumWidth(scaled(formWidth, this));
    m_doing = makeDoing();
}

/// What will be made and what can be done about it: stands below the page, in sight wherever that is scrolled.
QWidget* ReportForm::makeDoing()
{
    auto* foot = new Surface(Token::Surface, this);
    foot->setObjectName(QStringLiteral("reports.doing"));
    foot->setHairlines(Qt::TopEdge);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(8);
    m_preview = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, foot);
    m_preview->setObjectName(QStringLiteral("reports.preview"));
    m_head = new ElideLabel(TextStyle::Small, Tone::Muted, foot);
    m_head->setObjectName(QStringLiteral("reports.head"));
    auto* preview = new QVBoxLayout;
    preview->setSpacing(0);
    preview->addWidget(m_preview);
    preview->addWidget(m_head);
    column->addLayout(preview);
    column->addWidget(makeResult(foot));
    return foot;
}

QWidget* ReportForm::makePeriod()
{
    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("reports.periodBox"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_period = new SegmentedControl(QStringLiteral("reports.period"), box);
    for (const char* name : {"today", "week", "month", "quarter", "custom"})
        m_period->addSegment(QLatin1StringView(name));
    auto* periodRow = new QHBoxLayout;
    periodRow->addWidget(m_period);
    periodRow->addStretch(1);
    m_dates = new QWidget(box);
    auto* row = new QHBoxLayout(m_dates);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_first = new WholeEdit<QDateEdit>(m_dates);
    m_last = new WholeEdit<QDateEdit>(m_dates);
    m_first->setObjectName(QStringLiteral("reports.first"));
    m_last->setObjectName(QStringLiteral("reports.last"));
    for (QDateEdit* date : {m_first, m_last}) {
        date->setCalendarPopup(true);
        date->setDate(localDate(now()));
        date->setMinimumWidth(scaled(140, this));
    }
    m_to = makeLabel(TextStyle::Body, Tone::Muted, m_dates);
    row->addWidget(m_first);
    row->addWidget(m_to);
    row->addWidget(m_last);
    row->addStretch(1);
    column->addLayout(periodRow);
    column->addWidget(m_dates);
    m_periodField = new Field(box, this);
    return m_periodField;
}

QWidget* ReportForm::makeResult(QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_create = makeButton(ButtonKind::Primary, QStringLiteral("reports.create"), box, Icon::Report);
    m_progress = new ProgressRow(QStringLiteral("reports.progress"), box);
    m_progress->setCancelVisible(true);
    m_progress->hide();
    m_result = new Banner(QStringLiteral("reports.result"), box);
    m_open = makeButton(ButtonKind::Secondary, QStringLiteral("reports.open"), m_result, Icon::External, ButtonSize::Tool);
    m_openFolder =
        makeButton(ButtonKind::Secondary, QStringLiteral("reports.openFolder"), m_result, Icon::Folder, ButtonSize::Tool);
    m_result->addAction(m_open);
    m_result->addAction(m_openFolder);
    m_result->hide();
    m_keep = makeButton(ButtonKind::Secondary, QStringLiteral("reports.keep"), box, Icon::Save);
    m_show = makeButton(ButtonKind::Secondary, QStringLiteral("reports.show"), box, Icon::Eye);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_create, m_keep, m_show})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addWidget(m_result);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    return box;
}

/// The first so many; a format that isn't there any more gives way to the first.
void ReportForm::offerFormats(std::size_t count)
{
    const int before = m_format ? m_format->current() : 0;
    if (m_format && m_format->count() == static_cast<int>(count))
        return;
    delete m_format;
    m_format = new SegmentedControl(QStringLiteral("reports.format"), m_formatRow->parentWidget());
    constexpr std::array names{"pdf", "csv", "jsonl", "html", "cef", "ocsf"};
    for (std::size_t at = 0; at < count; ++at)
        m_format->addSegment(QLatin1StringView(names[at]));
    m_format->setCurrent(before < m_format->count() ? before : 0);
    nameFormats();
    connect(m_format, &SegmentedControl::currentChanged, this, &ReportForm::setTexts);
    m_formatRow->insertWidget(0, m_format);
}

void ReportForm::nameFormats()
{
    const QStringList formats{tr("PDF"), tr("CSV"), tr("JSON Lines"), tr("HTML"), tr("CEF"), tr("OCSF")};
    for (int i = 0; i < m_format->count(); ++i)
        m_format->setSegmentText(i, formats[i]);
}

void ReportForm::setTexts()
{
    for (QDateEdit* date : {m_first, m_last})
        date->setDisplayFormat(shortDateFormat());
    m_cards->retranslate();
    m_doing->setAccessibleName(tr("The chosen report"));
    m_periodField->setLabel(tr("Period"));
    const QStringList periods{tr("Today"), tr("7 days"), tr("30 days"), tr("90 days"), tr("Other dates")};
    for (int i = 0; i < periods.size(); ++i)
        m_period->setSegmentText(i, periods[i]);
    //: Between two dates
    m_to->setText(tr("to"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_filterField->setLabel(tr("Filter"));
    m_filterField->setHint(tr("Written as in Live events; empty takes everything"));
    m_formatField->setLabel(tr("Format"));
    nameFormats();
    const QStringList uses{tr("To read and to file: figures, charts, the table and the proof of the chain"),
                           tr("For spreadsheets; cells that look like formulas are made harmless"),
                           tr("For programs: one event a line, with all its fields"),
                           tr("To read in a browser or with a screen reader; one page that needs nothing else"),
                           tr("For log collectors: Common Event Format, one event a line"),
                           tr("For security data lakes: OCSF 1.8 as JSON, one event a line")};
    m_formatField->setHint(uses[m_format->current()]);
    m_mark->setText(tr("With a byte order mark, so that Excel shows all letters"));
    m_mark->setVisible(format() == audit::ReportFormat::Csv);
    m_pseudonyms->setText(tr("Pseudonyms in place of people"));
    m_periodField->setHint(tr("Days and times are those of %1").arg(shownZoneName()));
    m_create->setText(tr("Create report"));
    m_keep->setText(tr("Make and keep"));
    m_show->setText(tr("Preview"));
    m_open->setText(tr("Open"));
    m_openFolder->setText(tr("Open folder"));
    if (m_resultTexts)
        m_resultTexts();
    check();
    showPreview();
}

UtcTime ReportForm::now() const
{
    if (const Clock* clock = m_console.clock())
        return clock->now();
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

QString ReportForm::filter() const
{
    return m_filter->text();
}

void ReportForm::setFilter(const QString& filter)
{
    const auto parsed = audit::parseFilter(toUtf8(filter), now(), shownZone());
    QStringList rest;
    for (const FilterSpan& span : filterSpans(filter)) {
        const QString term = filter.mid(span.start, span.end - span.start);
        if (!term.startsWith(u"since:") && !term.startsWith(u"until:"))
            rest << term;
    }
    m_filter->setText(rest.join(u' '));
    if (parsed && parsed->since) {
        const QDate first = localDate(*parsed->since);
        // `until:` a midnight ends the day before; the last day of a period is in it.
        const UtcTime last = parsed->until ? *parsed->until - std::chrono::microseconds(1) : now();
        setDates(first, std::max(first, localDate(last)));
    }
    check();
    refresh();
}

void ReportForm::setPeriod(PeriodChoice choice)
{
    m_period->setCurrent(static_cast<int>(choice));
    check();
    refresh();
}

void ReportForm::setDates(const QDate& first, const QDate& last)
{
    m_first->setDate(first);
    m_last->setDate(last);
    m_period->setCurrent(static_cast<int>(PeriodChoice::Custom));
    check();
}

void ReportForm::setFormat(audit::ReportFormat format)
{
    m_format->setCurrent(static_cast<int>(std::ranges::find(shownFormats, format) - shownFormats.begin()));
    setTexts();
}

audit::ReportFormat ReportForm::format() const
{
    return shownFormats[static_cast<std::size_t>(std::max(0, m_format->current()))];
}

std::optional<audit::EventQuery> ReportForm::query() const
{
    const auto choice = static_cast<PeriodChoice>(m_period->current());
    const auto period = periodOf(choice, now(), m_first->date(), m_last->date());
    auto parsed = audit::parseFilter(toUtf8(m_filter->text()), now(), shownZone());
    if (!period || !parsed)
        return std::nullopt;
    audit::EventQuery query = std::move(*parsed);
    // A `since:` typed here narrows the period, it doesn't widen it.
    query.since = query.since ? std::max(*query.since, period->since) : period->since;
    query.until = query.until ? std::min(*query.until, period->until) : period->until;
    return query;
}

void ReportForm::check()
{
    const bool custom = m_period->current() == static_cast<int>(PeriodChoice::Custom);
    m_dates->setVisible(custom);
    m_periodField->setError(custom && m_last->date() < m_first->date() ? tr("The last day comes before the first") : QString());
    const auto problems = filterProblems(m_filter->text());
    m_filterField->setError(problems.empty() ? QString() : problems.front().message);
    const reports::TemplateInfo& about = reports::info(chosenTemplate());
    m_periodField->setVisible(about.hasPeriod);
    m_filterField->setVisible(about.hasFilter);
    QString reason = lacks(m_console, access::Permission::EventsExport);
    for (const access::Permission needed : about.needs)
        if (reason.isEmpty())
            reason = lacks(m_console, needed);
    // CEF and OCSF are of events alone, and not kept.
    const bool ofEvents = chosenTemplate() == reports::Template::Activity;
    offerFormats(ofEvents ? shownFormats.size() : keptFormats);
    const bool known = keptFormat().has_value();
    const bool whole = reportQuery().has_value() && !isRunning();
    const QString incomplete = isRunning() ? waitReason() : incompleteReason();
    allow(m_create, reason, whole, {}, incomplete);
    allow(m_keep, reason, whole && known, {}, whole ? tr("Reports of this format are not kept") : incomplete);
    allow(m_show, reason, whole, {}, incomplete);
}

void ReportForm::refresh()
{
    const auto wanted = query();
    const auto generation = ++m_generation;
    m_count = -1;
    m_countFailed = false;
    m_head->setVisible(chosenTemplate() == reports::Template::Activity);
    showPreview();
    if (!wanted)
        return;
    struct Preview {
        std::int64_t count = 0;
        audit::ChainHead head;
    };
    m_console.run(
        this,
        [query = *wanted](Services& services, const access::Actor& actor) -> Result<Preview> {
            SALLYPORT_ASSIGN(const std::int64_t count, services.events.count(actor, query));
            return Preview{count, services.events.head()};
        },
        [this, generation](const Result<Preview>& preview) {
            if (generation != m_generation)
                return;
            m_countFailed = !preview;
            if (preview) {
                m_count = preview->count;
                const QString hash = toQString(preview->head.hash);
                const QString number = QLocale().toString(static_cast<qlonglong>(preview->head.sequence));
                m_head->setText(preview->head.sequence == 0 ? QString()
                                                            : tr("Chain head %1 at event %2").arg(hash.left(shownHash), number));
                m_head->setToolTip(hash);
            }
            showPreview();
            Q_EMIT counted();
        });
}

void ReportForm::showPreview()
{
    if (chosenTemplate() != reports::Template::Activity)
        m_preview->setText(templateTitle(chosenTemplate()));
    else if (m_count >= 0)
        m_preview->setText(withCount(tr("%Ln event(s) in this report", nullptr, asInt(m_count)), m_count));
    else
        m_preview->setText(m_countFailed ? tr("The events can’t be counted right now") : tr("Counting…"));
}

QString ReportForm::suggestedName() const
{
    const QString suffix = [this] {
        switch (format()) {
        case audit::ReportFormat::Pdf: return QStringLiteral(".pdf");
        case audit::ReportFormat::Csv: return QStringLiteral(".csv");
        case audit::ReportFormat::JsonLines: return QStringLiteral(".jsonl");
        case audit::ReportFormat::Html: return QStringLiteral(".html");
        case audit::ReportFormat::Cef: return QStringLiteral(".cef");
        case audit::ReportFormat::Ocsf: return QStringLiteral(".ocsf.jsonl");
        }
        return QString();
    }();
    const QString folder = documentsFolder();
    //: Beginning of a file name; no spaces
    const QString name = tr("audit-report") + u'-' + localDate(now()).toString(Qt::ISODate) + suffix;
    return QDir(folder).filePath(name);
}

QString ReportForm::nameFilter() const
{
    switch (format()) {
    case audit::ReportFormat::Pdf: return tr("PDF (*.pdf)");
    case audit::ReportFormat::Csv: return tr("CSV (*.csv)");
    case audit::ReportFormat::JsonLines: return tr("JSON Lines (*.jsonl)");
    case audit::ReportFormat::Html: return tr("HTML (*.html)");
    case audit::ReportFormat::Cef: return tr("CEF (*.cef)");
    case audit::ReportFormat::Ocsf: return tr("OCSF (*.jsonl)");
    }
    return {};
}

void ReportForm::create(const QString& file)
{
    if (chosenTemplate() != reports::Template::Activity)
        return createTemplate(file);
    const auto wanted = query();
    if (!wanted || isRunning() || file.isEmpty())
        return;
    audit::ReportRequest request;
    request.format = format();
    request.query = *wanted;
    request.pseudonyms = m_pseudonyms->isChecked();
    request.byteOrderMark = request.format == audit::ReportFormat::Csv && m_mark->isChecked();
    request.title = toUtf8(tr("Audit report"));
    request.language = toUtf8(QLocale().name().left(2));
    request.filterText = toUtf8(m_filter->text());
    request.html.translate = translatedReportWords;
    m_result->hide();
    m_resultTexts = {};
    auto progress = m_work.begin();
    check();
    showWork();
    m_console.run(
        this,
        [request, path = std::filesystem::path(QFile::encodeName(file).toStdString()),
         progress = std::move(progress)](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.events.exportToFile(actor, request, path, progress(locking));
        },
        [this, file](const Result<audit::ReportResult>& result) { takeResult(result, file); });
}

void ReportForm::showWork()
{
    m_progress->setVisible(isRunning());
    if (isRunning())
        m_progress->setProgress(m_work.share(), m_work.text());
}

void ReportForm::takeResult(const Result<audit::ReportResult>& result, const QString& file)
{
    m_work.end();
    showWork();
    check();
    m_file = file;
    m_ofEvents = chosenTemplate() == reports::Template::Activity;
    m_open->setVisible(result.has_value());
    m_openFolder->setVisible(result.has_value());
    m_resultTexts = [this, result, file] {
        if (!result && result.error().code == ErrorCode::Cancelled) {
            m_result->setTone(Tone::Info, Icon::Info);
            m_result->setTitle(tr("The report was cancelled"));
            m_result->setText(tr("No file was left behind."));
        } else if (!result) {
            m_result->setTone(Tone::Danger, Icon::Error);
            m_result->setTitle(tr("The report could not be created"));
            const QDir folder = QFileInfo(file).dir();
            m_result->setText(folder.exists() ? errorLine(result.error())
                                              : tr("There is no folder %1. Create it, or choose another one.")
                                                    .arg(QDir::toNativeSeparators(folder.path())));
        } else {
            const bool intact = result->chain.intact;
            m_result->setTone(intact ? Tone::Success : Tone::Danger, intact ? Icon::CheckCircle : Icon::Critical);
            m_result->setTitle(intact ? tr("Report saved") : tr("Report saved, but the chain is damaged"));
            //: %1: name of a file, %2: its size
            const QString name = QFileInfo(file).fileName(), size = QLocale().formattedDataSize(result->bytes);
            m_result->setText(
                m_ofEvents ? withCount(tr("%1, %2, %Ln event(s)", nullptr, asInt(result->events)), result->events).arg(name, size)
                           : name + QStringLiteral(", ") + size);
        }
    };
    m_resultTexts();
    m_result->show();
    Q_EMIT reported();
}

} // namespace sallyport::ui
