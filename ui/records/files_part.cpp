#include "ui/records/files_part.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/records/transfer_row.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/record_text.h"
#include "ui/words/relative_time.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using records::FilePage;
using records::StoredFile;

namespace {

constexpr std::uint32_t filesShown = 200;
constexpr int fileRowHeight = 32;

/// A line of the list with the hairline below it.
class FileRow final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawHairline(&painter, 0, width() - 1, height() - 1, color(Token::Grid));
    }
};

void emptyLayout(QLayout* layout)
{
    while (auto* item = layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

FilesPart::FilesPart(Console& console, PaneSection* section)
    : QWidget(section), m_console(console), m_section(section), m_upload(section->addLink(u"records.files.upload"_s)),
      m_files(new QVBoxLayout), m_transfers(new QVBoxLayout), m_notice(makeLabel(TextStyle::Body, Tone::Muted, this))
{
    setObjectName(u"records.files"_s);
    section->setContent(this);
    m_notice->setObjectName(u"records.files.notice"_s);
    m_notice->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QVBoxLayout* part : {m_files, m_transfers}) {
        part->setContentsMargins(0, 0, 0, 0);
        part->setSpacing(0);
    }
    column->addWidget(m_notice);
    column->addLayout(m_files);
    column->addLayout(m_transfers);
    connect(m_upload, &QPushButton::clicked, this, &FilesPart::chooseUpload);
    onRetranslate(this, [this] { setTexts(); });
}

void FilesPart::setTexts()
{
    m_section->setTitle(tr("Files"));
    m_upload->setText(tr("Upload"));
    allow(m_upload, lacks(m_console, Permission::FilesCreate), m_id.has_value(), tr("Upload files, or drop them here"));
    showFiles();
}

void FilesPart::setRecord(const records::RecordId& id)
{
    if (m_id != id) {
        m_id = id;
        m_page = {};
        m_error.reset();
        setTexts();
        for (TransferRow* row : m_rows)
            row->setVisible(row->record() == id);
    }
    load();
}

void FilesPart::load()
{
    records::FileQuery query;
    query.recordId = m_id;
    query.sort = records::FileQuery::Sort::Name;
    query.descending = false;
    query.limit = filesShown;
    m_console.run(
        this, [query](Services& services, const access::Actor& actor) { return services.files.list(actor, query); },
        [this, id = *m_id](const Result<FilePage>& page) {
            if (m_id != id || (!page && page.error().code == ErrorCode::Cancelled))
                return;
            m_error = page ? std::nullopt : std::optional(page.error());
            m_page = page ? *page : FilePage{};
            showFiles();
        });
}

void FilesPart::showFiles()
{
    rebuildAround(this, [this] {
        emptyLayout(m_files);
        for (std::size_t at = 0; at < m_page.files.size(); ++at) {
            QWidget* row = makeRow(m_page.files[at], static_cast<int>(at));
            m_files->addWidget(row);
            row->show();
        }
    });
    const auto beyond = static_cast<int>(m_page.total) - static_cast<int>(m_page.files.size());
    m_notice->setText(m_error      ? errorLine(*m_error)
                      : beyond > 0 ? tr("%Ln more are not shown here.", nullptr, beyond)
                                   : tr("None."));
    m_notice->setVisible(m_error || beyond > 0 || m_page.files.empty());
    m_section->setCount(m_error ? QString() : QLocale().toString(qint64{m_page.total}));
}

QWidget* FilesPart::makeRow(const StoredFile& file, int number)
{
    auto* row = new FileRow(this);
    row->setObjectName(u"records.file.%1"_s.arg(number));
    row->setMinimumHeight(scaled(fileRowHeight, this));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 1);
    line->setSpacing(8);
    auto* name = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, row);
    name->setText(text(file.name));
    const QString kind = QFileInfo(text(file.name)).suffix().toUpper();
    const QString size = sizeText(static_cast<qint64>(file.size));
    auto* what = new ElideLabel(TextStyle::Small, Tone::Muted, row);
    what->setText(kind.isEmpty() ? size : tr("%1, %2", "kind and size of a file").arg(kind, size));
    auto* checked = new ElideLabel(TextStyle::Small, Tone::Muted, row);
    checked->setText(tr("Checked"));
    checked->setToolTip(tr("Its name, its kind and its size, and of an archive what is in it. There is no virus scanner."));
    auto* more = makeIconButton(Icon::More, u"records.file.%1.more"_s.arg(number), row);
    setIconButtonText(more, tr("What can be done with %1").arg(text(file.name)));
    connect(more, &QPushButton::clicked, this, [this, more, file] { openMenu(more, file); });
    line->addWidget(new IconLabel(Icon::File, Tone::Muted, 16, row));
    line->addWidget(name, 1);
    line->addWidget(what);
    line->addWidget(new IconLabel(Icon::ShieldCheck, Tone::Muted, 14, row));
    line->addWidget(checked);
    line->addWidget(more);
    const QString when = exactTime(localTime(file.createdAt));
    row->setToolTip(tr("Uploaded %1 by %2").arg(when, text(file.owner)));
    row->setAccessibleName(u"%1, %2"_s.arg(name->text(), what->text()));
    return row;
}

void FilesPart::openMenu(QPushButton* anchor, const StoredFile& file)
{
    auto* menu = new QMenu(anchor);
    menu->setObjectName(u"records.file_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Save as…")), &QAction::triggered, this, [this, file] { chooseDownload(file); });
    auto* remove = menu->addAction(tr("Delete…"));
    allow(remove, lacks(m_console, Permission::FilesDelete));
    connect(remove, &QAction::triggered, this, [this, file] { askRemoval(file); });
    const int x = anchor->isRightToLeft() ? 0 : anchor->width() - menu->sizeHint().width();
    menu->popup(anchor->mapToGlobal(QPoint(x, anchor->height() + 4)));
}

void FilesPart::chooseUpload()
{
    auto* dialog = new QFileDialog(window(), tr("Upload files"));
    dialog->setObjectName(u"records.upload_files"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FilesPart::upload);
    dialog->open();
}

QStringList FilesPart::uploadable(const QMimeData* dragged) const
{
    QStringList paths;
    if (!m_id || !m_console.may(Permission::FilesCreate))
        return paths;
    const auto urls = dragged->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            paths << url.toLocalFile();
    return paths;
}

void FilesPart::upload(const QStringList& paths)
{
    if (!m_id)
        return;
    for (const QString& path : paths)
        addTransfer(TransferRow::upload(m_console, *m_id, path, this));
}

void FilesPart::chooseDownload(const StoredFile& file)
{
    auto* dialog = new QFileDialog(window(), tr("Save %1").arg(text(file.name)));
    dialog->setObjectName(u"records.download_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->selectFile(text(file.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString& path) { download(file, path); });
    dialog->open();
}

void FilesPart::download(const StoredFile& file, const QString& path)
{
    addTransfer(TransferRow::download(m_console, file, path, this));
}

void FilesPart::addTransfer(TransferRow* row)
{
    m_rows.push_back(row);
    m_transfers->addWidget(row);
    row->setVisible(m_id == row->record());
    connect(row, &TransferRow::arrived, this, [this, row](const QString& name) {
        Q_EMIT done(tr("%1 is there").arg(name));
        if (m_id == row->record())
            load();
    });
    connect(row, &TransferRow::ended, this, &FilesPart::startNext);
    connect(row, &TransferRow::dismissed, this, [this, row] {
        std::erase(m_rows, row);
        rebuildAround(this, [this, row] {
            m_transfers->removeWidget(row);
            row->hide();
            row->deleteLater();
        });
        startNext();
    });
    startNext();
}

/// One at a time: others wait for the same workers.
void FilesPart::startNext()
{
    if (std::ranges::any_of(m_rows, [](const TransferRow* row) { return row->isRunning(); }))
        return;
    const auto next = std::ranges::find_if(m_rows, [](const TransferRow* row) { return row->isWaiting(); });
    if (next != m_rows.end())
        (*next)->start();
}

void FilesPart::askRemoval(const StoredFile& file)
{
    const QString name = text(file.name);
    askConfirmation(
        this, u"delete_file"_s,
        {tr("Delete %1?").arg(name), tr("Its content can’t be read from then on; it cannot be undone."), tr("Delete"), true},
        [this, file, name] {
            m_console.run(
                this, [id = file.id](Services& services, const access::Actor& actor) { return services.files.remove(actor, id); },
                [this, name](const Result<void>& removed) {
                    if (removed)
                        Q_EMIT done(tr("%1 deleted").arg(name));
                    else
                        Q_EMIT failed(removed.error(), name);
                    if (m_id)
                        load();
                });
        });
}

} // namespace sallyport::ui
