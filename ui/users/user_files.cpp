#include "ui/users/user_files.h"

#include "backend/identity/users/user_file.h"
#include "ui/console/console.h"
#include "ui/console/local_file.h"
#include "ui/parts/folders.h"
#include "ui/users/import_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// On a worker: a file that only its user can read, in place only when it is complete.
Result<std::int64_t> writeUsers(Services& services, const access::Actor& actor, const CancelFlag& locking, const QString& path,
                                const identity::UserQuery& query, const TimeZone& zone, bool mark)
{
    QSaveFile file(path);
    if (!isFileOrFree(path) || !file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return makeError(ErrorCode::NotWritable, "The file cannot be written.");
    const bool json = path.endsWith(u".json"_s, Qt::CaseInsensitive);
    using Format = identity::UserFileText::Format;
    identity::UserFileText users(json ? Format::Json : Format::Csv, zone, mark);
    std::string piece;
    users.begin(piece);
    const auto put = [&file](std::string& text) {
        const bool good = file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
        text.clear();
        return good;
    };
    const auto take = [&](const identity::User& user) {
        users.add(piece, user);
        return put(piece) && !locking;
    };
    SALLYPORT_ASSIGN(const std::int64_t count, services.userTransfer.exportUsers(actor, query, json ? "json" : "csv", take));
    users.end(piece);
    if (!put(piece) || !file.commit())
        return makeError(ErrorCode::NotWritable, "The file cannot be written.");
    return count;
}

} // namespace

UserFiles::UserFiles(Console& console, QWidget* panel, Toast* toast)
    : QObject(panel), m_console(console), m_panel(panel), m_toast(toast)
{
    panel->setAcceptDrops(true);
    panel->installEventFilter(this);
}

QString UserFiles::importable(const QMimeData* data) const
{
    const QList<QUrl> files = data->urls();
    if (files.size() != 1 || !files.front().isLocalFile() || !m_console.may(access::Permission::UsersCreate))
        return {};
    const QString file = files.front().toLocalFile();
    const bool table = file.endsWith(u".csv"_s, Qt::CaseInsensitive) || file.endsWith(u".tsv"_s, Qt::CaseInsensitive);
    return table ? file : QString();
}

bool UserFiles::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto* drag = static_cast<QDropEvent*>(event);
    const QString file = importable(drag->mimeData());
    if (file.isEmpty())
        return false;
    drag->setDropAction(Qt::CopyAction);
    drag->accept();
    if (event->type() == QEvent::Drop)
        importFrom(file);
    return true;
}

void UserFiles::chooseImport()
{
    auto* dialog = new QFileDialog(m_panel->window(), tr("Import users"));
    dialog->setObjectName(u"users.import_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables as text (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &UserFiles::importFrom);
    dialog->open();
}

void UserFiles::importFrom(const QString& file)
{
    auto* dialog = new ImportDialog(m_console, file, m_panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &UserFiles::changed);
    dialog->open();
}

void UserFiles::chooseExport(const identity::UserQuery& query)
{
    auto* dialog = new QFileDialog(m_panel->window(), tr("Export users"));
    dialog->setObjectName(u"users.export_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(documentsFolder());
    const QString marked = tr("CSV files for Excel, with a byte order mark (*.csv)");
    dialog->setNameFilters({tr("CSV files (*.csv)"), marked, tr("JSON files (*.json)")});
    dialog->selectFile(u"users.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, query, dialog, marked](const QString& file) {
        exportTo(file, query, dialog->selectedNameFilter() == marked);
    });
    dialog->open();
}

void UserFiles::exportTo(const QString& file, const identity::UserQuery& query, bool byteOrderMark)
{
    m_toast->say(Tone::Info, tr("Exporting users…"));
    m_console.run(
        this,
        [file, query, zone = shownZone(), byteOrderMark](Services& services, const access::Actor& actor,
                                                         const CancelFlag& locking) {
            return writeUsers(services, actor, locking, file, query, zone, byteOrderMark);
        },
        [this, name = QFileInfo(file).fileName()](const Result<std::int64_t>& count) {
            if (count)
                m_toast->say(Tone::Success, tr("%Ln users are in %1", nullptr, static_cast<int>(*count)).arg(name));
            else
                m_toast->say(Tone::Danger, errorLine(count.error()));
        });
}

} // namespace sallyport::ui
