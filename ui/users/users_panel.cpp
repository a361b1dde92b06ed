#include "ui/users/users_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/tables/data_table.h"
#include "ui/users/bulk_bar.h"
#include "ui/users/user_actions.h"
#include "ui/users/user_files.h"
#include "ui/users/user_pane.h"
#include "ui/users/users_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::UserQuery;
using identity::UserStatus;

namespace {

constexpr int RefreshDelay = 2000; // ms; many events of one moment become one refresh
const QString LockedState = u"locked"_s;
const QString InactiveState = u"inactive"_s;
constexpr int InactiveDays = 90;

} // namespace

UsersPanel::UsersPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new UsersModel(console, this)), m_header(new PageHeader(this)),
      m_splitter(new SideSplitter(u"users.splitter"_s, this)), m_toast(new Toast(this))
{
    setObjectName(u"users"_s);
    m_actions = new UserActions(console, this, m_toast);
    m_files = new UserFiles(console, this, m_toast);
    connect(m_files, &UserFiles::changed, this, &UsersPanel::refresh);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
    buildHeader();
    auto* list = buildList();
    m_pane = new UserPane(console, m_splitter);
    m_splitter->setParts(list, m_pane);
    connectList();
    connectActions();
    connectPane();
    addShortcuts();
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(RefreshDelay);
    connect(&m_refreshLater, &QTimer::timeout, this, &UsersPanel::refresh);
    connect(&console, &Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) { eventsArrived(events); });
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    m_model->reload();
}

UsersPanel::~UsersPanel() = default;

void UsersPanel::buildHeader()
{
    m_import = makeButton(ButtonKind::Secondary, u"users.import"_s, m_header, Icon::Import);
    m_add = makeButton(ButtonKind::Primary, u"users.add"_s, m_header, Icon::Plus);
    m_header->addAction(m_import);
    m_header->addAction(m_add);
    connect(m_import, &QPushButton::clicked, m_files, &UserFiles::chooseImport);
    connect(m_add, &QPushButton::clicked, m_actions, &UserActions::add);
}

QWidget* UsersPanel::buildList()
{
    auto* list = new QWidget(m_splitter);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_bars = new QStackedWidget(list);
    m_filter = new FilterBar(u"users.filter"_s, m_bars);
    m_role = m_filter->addChip(u"users.role"_s);
    m_state = m_filter->addChip(u"users.state"_s);
    m_mfa = m_filter->addChip(u"users.mfa"_s);
    m_export = makeIconButton(Icon::Export, u"users.export"_s, m_filter);
    m_filter->addTool(m_export);
    connect(m_export, &QPushButton::clicked, this, [this] { m_files->chooseExport(m_model->query()); });
    m_columns = makeIconButton(Icon::Columns, u"users.columns"_s, m_filter);
    m_filter->addTool(m_columns);
    m_bulk = new BulkBar(console(), m_bars);
    m_bars->addWidget(m_filter);
    m_bars->addWidget(m_bulk);
    m_bars->setFixedHeight(std::max(m_filter->maximumHeight(), m_bulk->maximumHeight()));

    m_table = new DataTable(u"users.table"_s, list);
    m_table->setModel(m_model);
    m_table->setColumns(UsersModel::columns());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setSortIndicator(UsersModel::Name, Qt::AscendingOrder);
    m_states = new StateStack(u"users.list"_s, m_table, list);
    m_clearFilters = makeButton(ButtonKind::Secondary, u"users.clear_filters"_s, m_states->empty());
    m_states->empty()->setIcon(Icon::Users);
    m_states->empty()->addAction(m_clearFilters);
    column->addWidget(m_bars);
    column->addWidget(m_states, 1);
    return list;
}

void UsersPanel::setTexts()
{
    m_header->setTitle(tr("Users"));
    m_add->setText(tr("Add user"));
    m_import->setText(tr("Import"));
    allow(m_import, lacks(console(), access::Permission::UsersCreate), true, tr("Add the users of a CSV file"));
    setIconButtonText(m_export, tr("Export these users"));
    allow(m_add, lacks(console(), access::Permission::UsersCreate), true, tr("Add user (Ctrl+N)"));
    m_filter->field()->setPlaceholderText(tr("Filter users"));
    m_filter->field()->setAccessibleName(tr("Filter users by name or e-mail"));
    m_table->setAccessibleName(tr("Users"));
    setIconButtonText(m_columns, tr("Columns"));
    m_clearFilters->setText(tr("Clear filters"));
    m_states->empty()->setTexts(tr("Nobody matches"), tr("No user has this text and these properties. Take one of the "
                                                         "filters away to see more."));
    m_states->loading()->setText(tr("Loading users"));
    setChipTexts();
    showCount();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, UsersModel::ColumnCount - 1);
}

void UsersPanel::setChipTexts()
{
    QList<FilterOption> roles{{QVariant(), tr("Any role")}};
    for (const char* role : roleNames)
        roles.append({QString::fromLatin1(role), roleTitle(role)});
    m_role->setOptions(roles);
    m_state->setOptions({{QVariant(), tr("Any state")},
                         {static_cast<int>(UserStatus::Active), tr("Active")},
                         {static_cast<int>(UserStatus::Disabled), tr("Disabled")},
                         {static_cast<int>(UserStatus::Invited), tr("Invited")},
                         {LockedState, tr("Locked")},
                         {InactiveState, tr("Not signed in for %n days", nullptr, InactiveDays)}});
    m_mfa->setOptions({{static_cast<int>(UserQuery::Mfa::Any), tr("Any MFA")},
                       {static_cast<int>(UserQuery::Mfa::On), tr("MFA on")},
                       {static_cast<int>(UserQuery::Mfa::Off), tr("MFA off")}});
}

bool UsersPanel::isFiltered() const
{
    const auto& query = m_model->query();
    return !query.text.empty() || query.role || query.status || query.lockedOnly || query.mfa != UserQuery::Mfa::Any ||
           query.inactiveDays;
}

void UsersPanel::showCount()
{
    if (!m_model->hasAnswer())
        return m_header->setCount({});
    const int shown = m_model->rowCount();
    if (!isFiltered())
        m_all = shown;
    m_header->setCount(isFiltered() && m_all >= 0 ? tr("%L1 of %L2").arg(shown).arg(m_all) : tr("%L1").arg(shown));
}

void UsersPanel::showState()
{
    showCount();
    if (!m_model->hasAnswer())
        m_states->showLoading();
    else if (m_model->rowCount() == 0)
        m_states->showEmpty();
    else
        m_states->showContent();
}

void UsersPanel::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (m_model->hasAnswer())
        return m_toast->say(Tone::Danger, tr("The list could not be read again. What you see may be old."));
    m_header->setCount({});
    m_states->showError(error, tr("Nothing is lost and the server keeps running."));
}

void UsersPanel::connectList()
{
    const auto change = [this](auto edit) {
        m_table->clearSelection();
        m_model->change(edit);
        showState();
    };
    connect(m_filter->field(), &FilterField::filterChanged, this,
            [change](const QString& text) { change([&](UserQuery& query) { query.text = text.trimmed().toStdString(); }); });
    connect(m_role, &FilterChip::valueChanged, this, [change](const QVariant& value) {
        change([&](UserQuery& query) {
            query.role = value.isValid() ? std::optional(value.toString().toStdString()) : std::nullopt;
        });
    });
    connect(m_state, &FilterChip::valueChanged, this, [change](const QVariant& value) {
        change([&](UserQuery& query) {
            query.lockedOnly = value == QVariant(LockedState);
            query.inactiveDays = value == QVariant(InactiveState) ? std::optional(InactiveDays) : std::nullopt;
            const bool status = value.isValid() && !query.lockedOnly && !query.inactiveDays;
            query.status = status ? std::optional(static_cast<UserStatus>(value.toInt())) : std::nullopt;
        });
    });
    connect(m_mfa, &FilterChip::valueChanged, this, [change](const QVariant& value) {
        change([&](UserQuery& query) { query.mfa = static_cast<UserQuery::Mfa>(value.toInt()); });
    });
    connect(m_clearFilters, &QPushButton::clicked, this, &UsersPanel::clearFilters);
    connect(m_columns, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(m_columns);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_table->fillColumnsMenu(menu);
        menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 4)));
    });
    auto* head = m_table->horizontalHeader();
    connect(head, &QHeaderView::sortIndicatorChanged, this, [this, head](int column, Qt::SortOrder order) {
        if (m_table->isSortable(column)) {
            m_table->clearSelection();
            m_model->sort(column, order);
            showState();
            return;
        }
        const QSignalBlocker quiet(head);
        head->setSortIndicator(m_model->sortedColumn(), m_model->query().descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_model, &PagedModel::totalChanged, this, &UsersPanel::showState);
    connect(m_model, &PagedModel::failed, this, &UsersPanel::showError);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        m_model->reload();
    });
    connect(m_table, &DataTable::selectedRowsChanged, this, &UsersPanel::selectionChanged);
    connect(m_table, &DataTable::currentRowChanged, this, &UsersPanel::followRow);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (const auto* user = m_model->rowAt(row))
            openPane(*user);
    });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (m_table->selectedRows().size() == 1)
            if (const auto* user = m_model->rowAt(index.row()))
                openPane(*user);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &UsersPanel::contextMenu);
}

void UsersPanel::clearFilters()
{
    m_filter->field()->clear();
    m_role->setValue(QVariant());
    m_state->setValue(QVariant());
    m_mfa->setValue(static_cast<int>(UserQuery::Mfa::Any));
    m_model->change([](UserQuery& query) { query.text.clear(); });
    m_filter->field()->setFocus();
}

void UsersPanel::openPane(const identity::User& user)
{
    m_pane->setUser(user);
    m_splitter->openPane();
}

void UsersPanel::closePane()
{
    m_splitter->closePane();
    m_pane->clear();
    m_table->setFocus();
}

} // namespace sallyport::ui
