#include "ui/keys/keys_panel.h"

#include "ui/console/permit.h"
#include "ui/keys/key_actions.h"
#include "ui/keys/key_pane.h"
#include "ui/keys/keys_model.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/key_text.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::ApiKeyQuery;

namespace {

constexpr int KeysRefreshDelay = 2000; // ms; many events of one moment become one refresh
constexpr std::array<ApiKeyQuery::Filter, 5> Kinds{ApiKeyQuery::Filter::All, ApiKeyQuery::Filter::Expiring,
                                                   ApiKeyQuery::Filter::Stale, ApiKeyQuery::Filter::OverScoped,
                                                   ApiKeyQuery::Filter::Ended};

} // namespace

SaveChooser KeysPanel::desktopChooser()
{
    return [](QWidget* parent, const QString& suggested, std::function<void(const QString&)> chosen) {
        auto* dialog = new QFileDialog(parent->window(), tr("Save the key"));
        dialog->setObjectName(u"keys.save_dialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        dialog->selectFile(suggested);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
        dialog->open();
    };
}

KeysPanel::KeysPanel(Console& console, SaveChooser chooser, QWidget* parent)
    : Panel(console, parent), m_model(new KeysModel(console, this)), m_chooser(std::move(chooser)),
      m_header(new PageHeader(this)), m_banners(new QWidget(this)), m_bannersColumn(new QVBoxLayout(m_banners)),
      m_splitter(new SideSplitter(u"keys.splitter"_s, this)), m_toast(new Toast(this))
{
    setObjectName(u"keys"_s);
    m_actions = new KeyActions(console, this, m_toast);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banners);
    column->addWidget(m_splitter, 1);
    setLeadingMargins(m_banners, {24, 16, 16, 4});
    m_bannersColumn->setSpacing(8);
    m_banners->hide();
    buildHeader();
    buildList();
    connectList();
    connectPane();
    addShortcuts();
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(KeysRefreshDelay);
    connect(&m_refreshLater, &QTimer::timeout, this, &KeysPanel::refresh);
    connect(&console, &Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) {
        const bool ours = std::ranges::any_of(events, [](const audit::Event& event) {
            return event.kind.starts_with("key.") || event.kind.starts_with("service_account.") ||
                   event.kind == "user.roles_changed";
        });
        if (ours && !m_refreshLater.isActive())
            m_refreshLater.start();
    });
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    m_model->reload();
}

KeysPanel::~KeysPanel() = default;

void KeysPanel::buildHeader()
{
    m_create = makeButton(ButtonKind::Primary, u"keys.create"_s, m_header, Icon::Plus);
    m_header->addAction(m_create);
    connect(m_create, &QPushButton::clicked, this, [this] { m_actions->create(); });
}

void KeysPanel::buildList()
{
    auto* list = new QWidget(m_splitter);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_filter = new FilterBar(u"keys.filter"_s, list);
    m_kinds = new SegmentedControl(u"keys.kinds"_s, m_filter);
    for (const char* name : {"all", "expiring", "stale", "over_scoped", "ended"})
        m_kinds->addSegment(QLatin1StringView(name));
    m_filter->addWidget(m_kinds);
    m_columns = makeIconButton(Icon::Columns, u"keys.columns"_s, m_filter);
    m_filter->addTool(m_columns);

    m_table = new DataTable(u"keys.table"_s, list);
    m_table->setModel(m_model);
    m_table->setColumns(KeysModel::columns());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setSortIndicator(KeysModel::Name, Qt::AscendingOrder);
    m_states = new StateStack(u"keys.list"_s, m_table, list);
    m_clearFilters = makeButton(ButtonKind::Secondary, u"keys.clear_filters"_s, m_states->empty());
    m_addAccount = makeButton(ButtonKind::Secondary, u"keys.add_account"_s, m_states->empty(), Icon::Bot);
    m_states->empty()->setIcon(Icon::Key);
    m_states->empty()->addAction(m_clearFilters);
    m_states->empty()->addAction(m_addAccount);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
    m_pane = new KeyPane(console(), m_splitter);
    m_splitter->setParts(list, m_pane);
}

void KeysPanel::setTexts()
{
    m_header->setTitle(tr("API keys"));
    m_create->setText(tr("Create key"));
    allow(m_create, console().may(Permission::KeysOwn) ? QString() : lacks(console(), Permission::KeysCreate), true,
          tr("Create key (Ctrl+N)"));
    m_filter->field()->setPlaceholderText(tr("Filter keys"));
    m_filter->field()->setAccessibleName(tr("Filter keys by name, prefix or owner"));
    m_kinds->setAccessibleName(tr("Which keys"));
    m_table->setAccessibleName(tr("API keys"));
    setIconButtonText(m_columns, tr("Columns"));
    m_clearFilters->setText(tr("Clear filters"));
    m_addAccount->setText(tr("Service accounts"));
    m_states->loading()->setText(tr("Loading API keys"));
    setEmptyTexts();
    showFilters();
    showCount();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, KeysModel::ColumnCount - 1);
}

void KeysPanel::setEmptyTexts()
{
    auto* empty = m_states->empty();
    const bool filtered = isFiltered();
    m_clearFilters->setVisible(filtered);
    m_addAccount->setVisible(!filtered && console().may(Permission::ServiceAccountsRead));
    if (filtered) {
        empty->setTexts(tr("No key matches"), tr("No key has this text and this state. Clear the filters to see all."));
        empty->setSteps({});
        return;
    }
    empty->setTexts(tr("No API keys yet"),
                    tr("A key lets a program use the API without a person’s password: only what its scopes "
                       "allow, only until it expires."));
    empty->setSteps({{tr("Add a service account"), tr("So that the key doesn’t go when a person does")},
                     {tr("Create a key"), tr("With the few scopes that the program needs")},
                     {tr("Send it as X-API-Key"), tr("With every request; nothing else is needed")}});
}

void KeysPanel::showFilters()
{
    const auto& counts = m_model->statistics();
    const bool known = m_model->hasAnswer();
    const auto put = [&](int index, const QString& name, std::int64_t count) {
        m_kinds->setSegmentText(index, known ? u"%1 %L2"_s.arg(name).arg(static_cast<qlonglong>(count)) : name);
    };
    put(0, tr("All"), counts.total);
    put(1, tr("Expiring"), counts.expiring);
    put(2, tr("Stale"), counts.stale);
    put(3, tr("Over-scoped"), counts.overScoped);
    put(4, tr("Ended"), counts.ended);
}

bool KeysPanel::isFiltered() const
{
    const auto& query = m_model->query();
    return !query.text.empty() || query.owner || query.filter != ApiKeyQuery::Filter::All;
}

void KeysPanel::showCount()
{
    if (!m_model->hasAnswer())
        return m_header->setCount({});
    const int shown = m_model->rowCount();
    const auto all = static_cast<qlonglong>(m_model->statistics().total);
    m_header->setCount(isFiltered() ? tr("%L1 of %L2").arg(shown).arg(all) : tr("%L1").arg(shown));
}

void KeysPanel::showState()
{
    showFilters();
    showCount();
    if (!m_model->hasAnswer())
        return m_states->showLoading();
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    setEmptyTexts();
    m_states->showEmpty();
}

void KeysPanel::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (m_model->hasAnswer())
        return m_toast->say(Tone::Danger, tr("The list could not be read again. What you see may be old."));
    m_header->setCount({});
    m_states->showError(error, tr("Nothing is lost, and the keys keep working."));
}

void KeysPanel::connectList()
{
    const auto change = [this](auto edit) {
        m_table->clearSelection();
        m_model->change(edit);
        showState();
    };
    connect(m_filter->field(), &FilterField::filterChanged, this,
            [change](const QString& text) { change([&](ApiKeyQuery& query) { query.text = text.trimmed().toStdString(); }); });
    connect(m_kinds, &SegmentedControl::currentChanged, this, [change](int index) {
        change([&](ApiKeyQuery& query) { query.filter = Kinds.at(static_cast<std::size_t>(index)); });
    });
    connect(m_clearFilters, &QPushButton::clicked, this, &KeysPanel::clearFilters);
    connect(m_addAccount, &QPushButton::clicked, this, [this] { Q_EMIT navigate(u"service_accounts"_s, {}); });
    connect(m_columns, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(m_columns);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_table->fillColumnsMenu(menu);
        menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 4)));
    });
    connect(m_table, &DataTable::sortChanged, this, [this](const QString& id, Qt::SortOrder order) {
        const auto columns = KeysModel::columns();
        for (int i = 0; i < columns.size(); ++i)
            if (columns.at(i).id == id)
                m_model->sort(i, order);
        showState();
    });
    connect(m_model, &KeysModel::statisticsChanged, this, &KeysPanel::showFilters);
    connect(m_model, &PagedModel::totalChanged, this, [this] {
        showState();
        selectWanted();
    });
    connect(m_model, &PagedModel::loadingChanged, this, [this](bool loading) {
        if (!loading)
            selectWanted();
    });
    connect(m_model, &PagedModel::failed, this, &KeysPanel::showError);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        m_model->reload();
    });
    connect(m_table, &DataTable::currentRowChanged, this, &KeysPanel::followRow);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (const auto* key = m_model->rowAt(row))
            openPane(*key);
    });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (m_table->selectedRows().size() == 1)
            if (const auto* key = m_model->rowAt(index.row()))
                openPane(*key);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &KeysPanel::contextMenu);
}

void KeysPanel::clearFilters()
{
    m_filter->field()->clear();
    m_kinds->setCurrent(0);
    m_model->change([](ApiKeyQuery& query) {
        query.text.clear();
        query.owner.reset();
        query.filter = ApiKeyQuery::Filter::All;
    });
    m_filter->field()->setFocus();
}

void KeysPanel::openPane(const identity::ApiKey& key)
{
    m_pane->setKey(key);
    m_splitter->openPane();
}

void KeysPanel::closePane()
{
    m_splitter->closePane();
    m_table->setFocus();
}

} // namespace sallyport::ui
