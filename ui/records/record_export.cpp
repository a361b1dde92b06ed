#include "ui/records/record_export.h"

#include "backend/records/record_file.h"
#include "ui/console/console.h"
#include "ui/console/local_file.h"
#include "ui/look/margins.h"
#include "ui/parts/folders.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/toast.h"
#include "ui/words/relative_time.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using records::RecordFileText;
using records::RecordQuery;

namespace {

/// On a worker: a file that only its user can read, in place only when it is complete.
Result<std::int64_t> writeRecords(Services& services, const access::Actor& actor, const CancelFlag& locking, const QString& path,
                                  const RecordQuery& query, RecordFileText text, std::string_view format,
                                  WatchedWork::Shared& shared)
{
    QSaveFile file(path);
    if (!isFileOrFree(path) || !file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return makeError(ErrorCode::NotWritable, "The file cannot be written.");
    std::string piece;
    bool written = true;
    text.begin(piece);
    const auto put = [&] {
        written = file.write(piece.data(), static_cast<qint64>(piece.size())) == static_cast<qint64>(piece.size());
        piece.clear();
        return written;
    };
    const auto take = [&](const records::Record& record) {
        text.add(piece, record);
        ++shared.done;
        return put() && shared.goesOn(locking);
    };
    const Result<std::int64_t> count = services.records.exportRecords(actor, query, format, take);
    if (!count)
        return written ? count.error() : makeError(ErrorCode::NotWritable, "The file cannot be written.");
    text.end(piece);
    if (!put() || !file.commit())
        return makeError(ErrorCode::NotWritable, "The file cannot be written.");
    return *count;
}

} // namespace

RecordExport::RecordExport(Console& console, Toast* toast, QWidget* panel)
    : Surface(Token::Surface, panel), m_console(console), m_toast(toast),
      m_progress(new ProgressRow(u"records.export_progress"_s, this))
{
    setHairlines(Qt::BottomEdge);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_progress);
    setLeadingMargins(this, {24, 12, 16, 12});
    hide();
    connect(m_progress, &ProgressRow::cancelRequested, &m_work, &WatchedWork::cancel);
    connect(&m_work, &WatchedWork::advanced, this, &RecordExport::showProgress);
}

void RecordExport::choose(const RecordQuery& query, qint64 total)
{
    auto* dialog = new QFileDialog(window(), tr("Export records"));
    dialog->setObjectName(u"records.export_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(documentsFolder());
    const QString marked = tr("CSV files for Excel, with a byte order mark (*.csv)");
    dialog->setNameFilters({tr("CSV files (*.csv)"), marked, tr("JSON files (*.json)")});
    dialog->selectFile(u"records.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, query, total, dialog, marked](const QString& file) {
        exportTo(file, query, total, dialog->selectedNameFilter() == marked);
    });
    dialog->open();
}

void RecordExport::exportTo(const QString& file, const RecordQuery& query, qint64 total, bool byteOrderMark)
{
    if (isRunning())
        return;
    const bool json = file.endsWith(u".json"_s, Qt::CaseInsensitive);
    const RecordFileText text(json ? RecordFileText::Format::Json : RecordFileText::Format::Csv, shownZone(), byteOrderMark);
    auto shared = m_work.begin();
    shared->total = total;
    showProgress();
    show();
    Q_EMIT runningChanged();
    m_console.run(
        this,
        [file, query, text, json, shared](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            RecordQuery asked = query;
            asked.bodies = true;
            return writeRecords(services, actor, locking, file, asked, text, json ? "json" : "csv", *shared);
        },
        [this, name = QFileInfo(file).fileName()](const Result<std::int64_t>& count) { finish(name, count); });
}

void RecordExport::showProgress()
{
    const qint64 total = std::max(m_work.total(), m_work.done());
    const double share = total > 0 ? static_cast<double>(m_work.done()) / static_cast<double>(total) : 0;
    const QLocale locale;
    m_progress->setProgress(share, m_work.wasCancelled()
                                       ? tr("Stopping…")
                                       : tr("Exporting %1 of %2").arg(locale.toString(m_work.done()), locale.toString(total)));
}

void RecordExport::finish(const QString& name, const Result<std::int64_t>& count)
{
    const bool stopped = m_work.wasCancelled();
    m_work.end();
    hide();
    if (count)
        m_toast->say(Tone::Success, tr("%Ln records are in %1", nullptr, static_cast<int>(*count)).arg(name));
    else if (stopped)
        m_toast->say(Tone::Info, tr("Stopped: %1 was not written").arg(name));
    else if (count.error().code != ErrorCode::Cancelled)
        m_toast->say(Tone::Danger, errorLine(count.error()));
    Q_EMIT runningChanged();
}

} // namespace sallyport::ui
