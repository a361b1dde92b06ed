#include "ui/leaks/leak_scan_panel.h"

#include "ui/console/permit.h"
#include "ui/keys/key_actions.h"
#include "ui/leaks/gaps_dialog.h"
#include "ui/leaks/leak_search.h"
#include "ui/leaks/leaks_model.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::ApiKey;

FolderChooser LeakScanPanel::desktopChooser()
{
    return [](QWidget* parent, std::function<void(const QString&)> chosen) {
        auto* dialog = new QFileDialog(parent->window(), tr("Search a folder"));
        dialog->setObjectName(u"leaks.folder_dialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
        dialog->open();
    };
}

LeakScanPanel::LeakScanPanel(Console& console, FolderChooser chooser, QWidget* parent)
    : Panel(console, parent), m_model(new LeaksModel(this)), m_search(new LeakSearch(console, this)),
      m_chooser(std::move(chooser)), m_header(new PageHeader(this)), m_toast(new Toast(this)),
      m_actions(new KeyActions(console, this, m_toast))
{
    setObjectName(u"leaks"_s);
    setAcceptDrops(true);
    m_model->setMayRevoke(console.may(access::Permission::KeysDelete));
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
    showPlaces();
    showState();
}

LeakScanPanel::~LeakScanPanel() = default;

void LeakScanPanel::build()
{
    m_add = makeButton(ButtonKind::Secondary, u"leaks.add"_s, m_header, Icon::Folder);
    m_start = makeButton(ButtonKind::Primary, u"leaks.search"_s, m_header, Icon::ScanSearch);
    m_header->addAction(m_add);
    m_header->addAction(m_start);

    m_filter = new FilterBar(u"leaks.filter"_s, this);
    m_table = new DataTable(u"leaks.table"_s, this);
    m_table->setModel(m_model);
    m_table->setColumns(LeaksModel::columns());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setFixedSort(LeaksModel::State, Qt::AscendingOrder);
    m_states = new StateStack(u"leaks.list"_s, m_table, this);
    m_addFirst = makeButton(ButtonKind::Secondary, u"leaks.add_first"_s, m_states->empty(), Icon::Folder);
    m_states->empty()->addAction(m_addFirst);

    m_banner = new Banner(u"leaks.banner"_s, this);
    m_gaps = makeButton(ButtonKind::Secondary, u"leaks.show_gaps"_s, m_banner, Icon::None, ButtonSize::Tool);
    m_banner->addAction(m_gaps);
    auto* banner = new QWidget(this);
    auto* bannerRow = new QVBoxLayout(banner);
    bannerRow->addWidget(m_banner);
    setLeadingMargins(banner, {24, 12, 16, 0});

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(buildPlaces());
    column->addWidget(banner);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
    m_banner->hide();
}

QWidget* LeakScanPanel::buildPlaces()
{
    auto* bar = new Surface(Token::Surface, this);
    bar->setHairlines(Qt::BottomEdge);
    auto* column = new QVBoxLayout(bar);
    column->setSpacing(8);
    auto* row = new QHBoxLayout;
    auto* chips = new QWidget(bar);
    chips->setObjectName(u"leaks.places"_s);
    m_places = new FlowLayout(chips);
    m_histories = new QCheckBox(bar);
    m_histories->setObjectName(u"leaks.histories"_s);
    m_histories->setChecked(true);
    row->addWidget(chips, 1);
    row->addWidget(m_histories, 0, Qt::AlignTop);
    m_progress = new ProgressRow(u"leaks.progress"_s, bar);
    m_progress->hide();
    column->addLayout(row);
    column->addWidget(m_progress);
    setLeadingMargins(bar, {24, 12, 16, 12});
    return bar;
}

void LeakScanPanel::connectParts()
{
    const auto choose = [this] { m_chooser(this, [this](const QString& folder) { addFolder(folder); }); };
    connect(m_add, &QPushButton::clicked, this, choose);
    connect(m_addFirst, &QPushButton::clicked, this, choose);
    connect(m_start, &QPushButton::clicked, this, &LeakScanPanel::search);
    connect(m_progress, &ProgressRow::cancelRequested, m_search, &LeakSearch::cancel);
    connect(m_search, &LeakSearch::progress, this, [this](qint64 files, qint64 bytes) {
        m_progress->setProgress(
            0, m_search->wasCancelled()
                   ? tr("Stopping…")
                   : tr("%Ln files, %1", nullptr, static_cast<int>(files)).arg(QLocale().formattedDataSize(bytes)));
    });
    connect(m_search, &LeakSearch::finished, this, &LeakScanPanel::finish);
    connect(m_search, &LeakSearch::failed, this, &LeakScanPanel::fail);
    connect(m_gaps, &QPushButton::clicked, this, [this] { (new GapsDialog(m_report, this))->open(); });
    connect(m_filter->field(), &FilterField::filterChanged, this, [this](const QString& words) {
        m_model->search(words);
        showState();
    });
    connect(m_states->error(), &ErrorState::retryRequested, this, &LeakScanPanel::search);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == LeaksModel::Revoke)
            revokeRows({index.row()});
    });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (m_model->hit(row).key)
            Q_EMIT navigate(u"keys"_s, text(m_model->hit(row).key->id.text()));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &LeakScanPanel::contextMenu);
    connect(m_actions, &KeyActions::revoked, this, [this](const std::vector<KeyId>& keys) {
        m_model->markRevoked(keys);
        showReport();
    });
}

void LeakScanPanel::setTexts()
{
    m_header->setTitle(tr("Leak scan"));
    m_add->setText(tr("Add folder"));
    m_addFirst->setText(tr("Add folder"));
    m_start->setText(tr("Search"));
    m_histories->setText(tr("Git histories too"));
    m_histories->setToolTip(tr("Every object of the git repositories in these folders, also what was deleted"));
    m_gaps->setText(tr("Show them"));
    m_filter->field()->setPlaceholderText(tr("Filter findings"));
    m_filter->field()->setAccessibleName(tr("Filter findings by key, owner or place"));
    m_table->setAccessibleName(tr("Keys that were found"));
    m_states->loading()->setText(tr("Searching for keys"));
    m_model->retranslate();
    showPlaces();
    showState();
    showReport();
}

void LeakScanPanel::addFolder(const QString& folder)
{
    if (folder.isEmpty() || m_folders.contains(folder))
        return;
    m_folders << folder;
    showPlaces();
    showState();
    m_start->setFocus();
}

void LeakScanPanel::showPlaces()
{
    m_places->clear();
    for (const QString& folder : m_folders) {
        auto* chip = new Chip(folder, Tone::Normal, m_places->parentWidget());
        chip->setObjectName(u"leaks.folder.%1"_s.arg(m_places->count()));
        chip->setRemovable(!m_search->isRunning());
        chip->setAccessibleName(tr("%1, searched").arg(folder));
        connect(chip, &Chip::removeRequested, this, [this, folder] {
            m_folders.removeAll(folder);
            showPlaces();
            showState();
        });
        m_places->addWidget(chip);
        chip->show();
    }
    const bool running = m_search->isRunning();
    m_places->parentWidget()->parentWidget()->setVisible(!m_folders.isEmpty());
    const QString busy = running ? waitReason() : QString();
    enableOr(m_start, !running && m_folders.isEmpty() ? tr("Add a folder first") : busy);
    enableOr(m_add, busy);
    enableOr(m_histories, busy);
    m_progress->setVisible(running);
}

void LeakScanPanel::showState()
{
    const bool filtered = m_model->count() > 0;
    m_filter->setVisible(filtered);
    if (m_search->isRunning() && !filtered)
        return m_states->showLoading();
    if (filtered)
        return m_states->showContent();
    auto* empty = m_states->empty();
    m_addFirst->setVisible(m_folders.isEmpty());
    if (m_searched) {
        empty->setIcon(Icon::ShieldCheck);
        empty->setTexts(m_report.cancelled ? tr("Stopped, nothing found until then") : tr("No key found"),
                        tr("No key of this vault in %1, %2, %3.")
                            .arg(tr("%Ln files", nullptr, static_cast<int>(m_report.files)),
                                 tr("%Ln objects of git histories", nullptr, static_cast<int>(m_report.objects)),
                                 QLocale().formattedDataSize(m_report.bytes)));
        empty->setSteps({});
    } else {
        empty->setIcon(Icon::ScanSearch);
        empty->setTexts(tr("Find keys that got out"),
                        tr("Looks for API keys and signing secrets of this vault, by their prefix and checksum. Nothing leaves "
                           "this machine."));
        empty->setSteps({{tr("Add folders"), tr("Source code, scripts, backups; drop them here if you like")},
                         {tr("Search"), tr("Files, and everything that a git history still holds")},
                         {tr("Revoke what works"), tr("Beside each finding, and give its owner a new key")}});
    }
    m_states->showEmpty();
}

void LeakScanPanel::search()
{
    if (m_search->isRunning() || m_folders.isEmpty())
        return;
    identity::LeakScanRequest request;
    for (const QString& folder : m_folders)
        request.paths.push_back(QFile::encodeName(folder).toStdString());
    request.histories = m_histories->isChecked();
    m_search->start(request);
    m_banner->hide();
    m_progress->setProgress(0, tr("Reading folders…"));
    showPlaces();
    if (m_model->count() == 0)
        m_states->showLoading();
}

void LeakScanPanel::fail(const Error& error)
{
    showPlaces();
    showState();
    if (error.code != ErrorCode::Cancelled)
        m_states->showError(error, tr("No key was changed, and no file."));
}

void LeakScanPanel::finish(const identity::LeakReport& report)
{
    showPlaces();
    m_report = report;
    m_searched = true;
    m_model->setHits(std::move(m_report.hits));
    m_report.hits.clear();
    showState();
    showReport();
}

void LeakScanPanel::showReport()
{
    if (!m_searched)
        return m_header->setCount({});
    int working = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        working += m_model->works(row) ? 1 : 0;
    m_header->setCount(tr("%Ln findings", nullptr, static_cast<int>(m_report.hitCount)));
    const bool gaps = m_report.gapCount > 0 || m_report.cancelled;
    m_banner->setVisible(working > 0 || gaps);
    m_gaps->setVisible(m_report.gapCount > 0);
    m_banner->setTone(working > 0 ? Tone::Danger : Tone::Warning, working > 0 ? Icon::Critical : Icon::Warning);
    m_banner->setTitle(working > 0          ? tr("%Ln findings still work", nullptr, working)
                       : m_report.cancelled ? tr("The search was stopped")
                                            : tr("Not everything was searched"));
    QStringList words;
    if (working > 0)
        words << tr("Whoever has read them can use the API until you revoke the keys.");
    if (m_report.cancelled && working > 0)
        words << tr("The search was stopped.");
    if (m_report.gapCount > 0)
        words << tr("%Ln places were not searched.", nullptr, static_cast<int>(m_report.gapCount));
    m_banner->setText(words.join(u' '));
}

void LeakScanPanel::revokeRows(const QList<int>& rows)
{
    std::vector<ApiKey> keys;
    for (const int row : rows) {
        if (!m_model->mayRevoke(row))
            continue;
        const ApiKey& key = *m_model->hit(row).key;
        if (std::ranges::find(keys, key.id, &ApiKey::id) == keys.end())
            keys.push_back(key);
    }
    m_actions->revoke(keys);
}

void LeakScanPanel::contextMenu(const QPoint& at)
{
    const QList<int> rows = m_table->selectedRows();
    if (rows.isEmpty())
        return;
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const identity::LeakHit& hit = m_model->hit(rows.front());
    if (rows.size() == 1) {
        auto* open = menu->addAction(tr("Open key"));
        auto* events = menu->addAction(tr("Show events"));
        const QString unknown = hit.key ? QString() : tr("It is no key of this vault");
        enableOr(open, unknown);
        enableOr(events, unknown);
        if (hit.key) {
            const QString id = text(hit.key->id.text());
            connect(open, &QAction::triggered, this, [this, id] { Q_EMIT navigate(u"keys"_s, id); });
            connect(events, &QAction::triggered, this, [this, id] { Q_EMIT navigate(u"events"_s, u"user:%1"_s.arg(id)); });
        }
        connect(menu->addAction(tr("Copy place")), &QAction::triggered, this,
                [place = LeaksModel::placeText(hit)] { QGuiApplication::clipboard()->setText(place); });
        menu->addSeparator();
    }
    auto* revoke = menu->addAction(tr("Revoke…"));
    allow(revoke, lacks(console(), access::Permission::KeysDelete),
          std::ranges::any_of(rows, [this](int row) { return m_model->works(row); }), tr("No key that works is among them"));
    connect(revoke, &QAction::triggered, this, [this, rows] { revokeRows(rows); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void LeakScanPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && m_states->currentWidget() == m_table)
        return revokeRows(m_table->selectedRows());
    Panel::keyPressEvent(event);
}

void LeakScanPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && !m_search->isRunning())
        event->acceptProposedAction();
}

void LeakScanPanel::dropEvent(QDropEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            addFolder(url.toLocalFile());
}

} // namespace sallyport::ui
