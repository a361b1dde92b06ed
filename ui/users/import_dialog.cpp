#include "ui/users/import_dialog.h"

#include "ui/console/console.h"
#include "ui/console/local_file.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/progress_row.h"
#include "ui/words/field_text.h"
#include "ui/words/user_text.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::ImportRow;

namespace {

constexpr std::size_t importRowsShown = 200;
constexpr int importListHeight = 260;
constexpr qint64 importPiece = 64 * 1024;

/// On a worker: for its user only, in place only when it is complete.
Result<void> copyRows(const QString& from, const QString& to)
{
    QFile rows;
    QSaveFile report(to);
    bool good = openLocalFile(rows, from, QIODevice::ReadOnly) && isFileOrFree(to) && report.open(QIODevice::WriteOnly) &&
                report.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    while (good && !rows.atEnd()) {
        const QByteArray piece = rows.read(importPiece);
        good = !piece.isEmpty() && report.write(piece) == piece.size();
    }
    if (!good || !report.commit())
        return makeError(ErrorCode::NotWritable, "The file cannot be written.");
    return {};
}

} // namespace

ImportDialog::ImportDialog(Console& console, const QString& file, QWidget* parent)
    : DialogFrame(u"import_users"_s, parent, 600), m_console(console), m_file(file),
      m_what(makeLabel(TextStyle::Body, Tone::Normal, this)), m_summary(makeLabel(TextStyle::BodyStrong, Tone::Normal, this)),
      m_rows(new LinesList(u"import_users.rows"_s, this)), m_progress(new ProgressRow(u"import_users.progress"_s, this)),
      m_failure(new Banner(u"import_users.failure"_s, this)),
      m_report(makeButton(ButtonKind::Ghost, u"import_users.report"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"import_users.cancel"_s, this)),
      m_import(makeButton(ButtonKind::Primary, u"import_users.import"_s, this))
{
    m_what->setWordWrap(true);
    m_summary->setWordWrap(true);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_progress->setCancelVisible(false); // the dialog's own stands below it
    auto* page = new Surface(Token::Surface, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(leadingMargins(0, 0, 8, 0));
    column->addWidget(m_rows);
    column->addStretch(1);
    m_area = makeScrollArea(page, this);
    m_area->setMinimumHeight(scaled(importListHeight, this));
    body()->addWidget(m_what);
    body()->addWidget(m_failure);
    body()->addWidget(m_progress);
    body()->addWidget(m_summary);
    body()->addWidget(m_area);
    addLeadingButton(m_report);
    addButton(m_cancel);
    addButton(m_import);
    connect(&m_work, &WatchedWork::advanced, this, [this] { showProgress(); });
    connect(m_report, &QPushButton::clicked, this, &ImportDialog::chooseReport);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, [this] { start(false); });
    onRetranslate(this, [this] { setTexts(); });
    start(true);
}

/// Whoever stops an import learns what was added until then: the dialog stays for that.
void ImportDialog::reject()
{
    if (!m_work.isRunning() || !m_adding)
        return DialogFrame::reject();
    enableOr(m_cancel, waitReason());
    m_work.cancel();
    showProgress();
}

void ImportDialog::showProgress()
{
    if (m_work.wasCancelled())
        return m_progress->setProgress(m_share, tr("Stopping…"));
    const qint64 done = m_work.done(), total = m_work.total();
    if (m_adding) {
        // The rows were counted when the file was tried.
        m_share = m_rowsTried > 0 ? std::min(1.0, static_cast<double>(done) / static_cast<double>(m_rowsTried)) : 0;
        const qint64 added = m_added ? m_added->load() : 0;
        m_progress->setProgress(m_share, tr("%L1 of %L2 rows, %L3 added").arg(done).arg(m_rowsTried).arg(added));
    } else {
        // Their number isn't known yet; how much of the file is read is.
        m_share = total > 0 && m_read ? std::min(1.0, static_cast<double>(m_read->load()) / static_cast<double>(total)) : 0;
        m_progress->setProgress(m_share, tr("%L1 rows read").arg(done));
    }
}

void ImportDialog::setTexts()
{
    setTitle(tr("Import users"));
    m_what->setText(
        tr("%1: each row becomes an invited user, or one who keeps a password whose hash it has. Nothing changes until you "
           "import.")
            .arg(QFileInfo(m_file).fileName()));
    showButtons();
    if (m_outcome)
        showOutcome();
}

void ImportDialog::start(bool dryRun)
{
    auto shared = m_work.begin();
    m_adding = !dryRun;
    m_share = 0;
    auto added = m_added = std::make_shared<std::atomic<qint64>>(0);
    auto read = m_read = std::make_shared<std::atomic<qint64>>(0);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_summary->hide();
    m_area->hide();
    m_progress->setProgress(0, tr("Reading the file…"));
    m_progress->show();
    showButtons();
    m_console.run(
        this,
        [path = m_file, dryRun, shared = std::move(shared), added = std::move(added), read = std::move(read)](
            Services& services, const access::Actor& actor, const CancelFlag& locking) -> Result<std::shared_ptr<Outcome>> {
            QFile file;
            if (!openLocalFile(file, path, QIODevice::ReadOnly))
                return makeError(ErrorCode::NotFound, "The file cannot be read.");
            shared->total = file.size();
            auto outcome = std::make_shared<Outcome>();
            (void) outcome->rows.open(); // an import goes on without a report that can be saved
            const auto source = [&file, &read]() -> Result<std::string> {
                const QByteArray piece = file.read(importPiece);
                if (file.error() != QFileDevice::NoError)
                    return makeError(ErrorCode::Unavailable, "The file cannot be read.");
                *read += piece.size();
                return piece.toStdString();
            };
            outcome->report.dryRun = dryRun;
            const auto told = [&](ImportRow& row) {
                ++shared->done;
                outcome->report.count(row.outcome);
                *added += row.outcome == ImportRow::Outcome::Added ? 1 : 0;
                outcome->rows.write(QByteArray::fromStdString(identity::importRowLine(row)));
                auto& shown = row.outcome == ImportRow::Outcome::Added ? outcome->added : outcome->notAdded;
                if (shown.size() < importRowsShown)
                    shown.push_back(std::move(row));
            };
            const auto goOn = [&](const identity::ImportReport&) { return shared->goesOn(locking); };
            const auto done = services.userTransfer.importCsv(actor, source, {.dryRun = dryRun}, told, goOn);
            if (!done && outcome->report.rows == 0)
                return done.error();
            if (done)
                outcome->report = *done;
            else
                outcome->failure = done.error(); // with what became of the rows before it
            outcome->rowsKept = outcome->rows.flush() && outcome->rows.error() == QFileDevice::NoError;
            return outcome;
        },
        [this, dryRun](const Result<std::shared_ptr<Outcome>>& outcome) { finish(outcome, dryRun); });
}

void ImportDialog::finish(const Result<std::shared_ptr<Outcome>>& outcome, bool dryRun)
{
    m_work.end();
    m_progress->hide();
    if (!outcome) {
        m_outcome.reset();
        showFailure(outcome.error());
        return showButtons();
    }
    m_outcome = *outcome;
    if (m_outcome->failure)
        showFailure(*m_outcome->failure);
    if (dryRun)
        m_rowsTried = m_outcome->report.rows;
    showOutcome();
    showButtons();
    if (!dryRun && m_outcome->report.added > 0)
        Q_EMIT imported(m_outcome->report.added);
}

void ImportDialog::showFailure(const Error& error)
{
    const auto words = errorText(error);
    const bool columns = error.word == "wrong_columns", malformed = error.word == "malformed_csv";
    const bool empty = error.word == "empty_file";
    m_failure->setTitle(empty       ? tr("The file is empty")
                        : columns   ? tr("The first line names other columns")
                        : malformed ? tr("This is no CSV file")
                                    : words.what);
    m_failure->setText(
        columns || empty ? tr("It must have name and email, and may have age, department, roles and password_hash. "
                              "Passwords themselves are not taken from a file.")
        : malformed      ? tr("Fields stand between commas, semicolons or tabs; one with such a character, a quotation mark "
                                   "or a line end stands in quotation marks. What was read before it is kept.")
                         : words.why);
    m_failure->setToolTip(columns || malformed ? text(error.detail) : QString());
    m_failure->show();
}

QString ImportDialog::summary() const
{
    const auto& report = m_outcome->report;
    const auto count = [](std::int64_t number) { return static_cast<int>(number); };
    QStringList parts;
    parts << (report.dryRun ? tr("%Ln users would be added", nullptr, count(report.added))
                            : tr("%Ln users added", nullptr, count(report.added)));
    if (report.exists + report.twice > 0)
        parts << tr("%Ln are there already", nullptr, count(report.exists + report.twice));
    if (report.wrong > 0)
        parts << tr("%Ln rows are wrong", nullptr, count(report.wrong));
    if (report.cancelled)
        parts << tr("stopped before the end");
    return parts.join(u", "_s);
}

void ImportDialog::showOutcome()
{
    m_summary->setText(summary());
    m_summary->show();
    QList<LinesList::Line> lines;
    for (const ImportRow& row : m_outcome->notAdded) {
        LinesList::Line line;
        const bool wrong = row.outcome == ImportRow::Outcome::Wrong;
        line.icon = wrong ? Icon::Error : Icon::Info;
        line.tone = wrong ? Tone::Danger : Tone::Muted;
        line.text = tr("Line %L1").arg(static_cast<qlonglong>(row.line));
        QStringList reasons;
        for (const FieldError& field : row.fields)
            reasons << (field.field.empty() ? fieldErrorText(field) : u"%1: %2"_s.arg(text(field.field), fieldErrorText(field)));
        line.note = wrong                                      ? reasons.join(u"; "_s)
                    : row.outcome == ImportRow::Outcome::Twice ? tr("The address stands in the file before")
                                                               : tr("A user has this address already");
        lines << line;
    }
    if (m_outcome->failure && !m_outcome->report.dryRun) { // who is there now must be known before the file is mended
        for (const ImportRow& row : m_outcome->added) {
            LinesList::Line line;
            line.icon = Icon::CheckCircle;
            line.tone = Tone::Success;
            line.text = tr("Line %L1").arg(static_cast<qlonglong>(row.line));
            line.note = tr("Added");
            lines << line;
        }
    }
    m_rows->setLines(lines);
    m_area->setVisible(!lines.isEmpty());
}

void ImportDialog::showButtons()
{
    const bool running = m_work.isRunning();
    enableOr(m_cancel, {});
    const bool tried = m_outcome && m_outcome->report.dryRun && !m_outcome->report.cancelled && !m_outcome->failure;
    m_import->setVisible(running || tried);
    enableOr(m_import, running                                ? waitReason()
                       : tried && m_outcome->report.added > 0 ? QString()
                                                              : tr("There is nobody to be added"));
    m_import->setText(tried ? tr("Import %Ln users", nullptr, static_cast<int>(m_outcome->report.added)) : tr("Import"));
    m_report->setText(tr("Save report…"));
    m_report->setVisible(!running && m_outcome && m_outcome->rowsKept);
    const bool done = m_outcome && !m_outcome->report.dryRun;
    m_what->setVisible(!done);
    m_cancel->setText(done ? tr("Close") : tr("Cancel"));
    if (running || done)
        m_cancel->setFocus(Qt::OtherFocusReason); // what can still be done
}

void ImportDialog::chooseReport()
{
    auto* dialog = new QFileDialog(this, tr("Save the report by row"));
    dialog->setObjectName(u"import_users.report_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QFileInfo(m_file).absolutePath());
    dialog->setNameFilters({tr("Tab-separated text (*.tsv)")});
    dialog->setDefaultSuffix(u"tsv"_s);
    dialog->selectFile(QFileInfo(m_file).completeBaseName() + u"-report.tsv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::saveReportTo);
    dialog->open();
}

void ImportDialog::saveReportTo(const QString& path)
{
    enableOr(m_report, waitReason());
    m_console.run(
        this, [path, rows = m_outcome->rows.fileName()](Services&, const access::Actor&) { return copyRows(rows, path); },
        // Holds the rows until they are copied, whatever becomes of the dialog.
        [this, name = QFileInfo(path).fileName(), outcome = m_outcome](const Result<void>& saved) {
            enableOr(m_report, {});
            m_failure->setTone(saved ? Tone::Success : Tone::Danger, saved ? Icon::CheckCircle : Icon::Error);
            m_failure->setTitle(saved ? tr("The report is in %1").arg(name) : errorText(saved.error()).what);
            m_failure->setText(saved ? QString() : errorText(saved.error()).why);
            m_failure->show();
        });
}

} // namespace sallyport::ui
