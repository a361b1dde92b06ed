#include "ui/users/users_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/role_choices.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/users/bulk_conduct.h"
#include "ui/users/bulk_pane.h"
#include "ui/users/user_actions.h"
#include "ui/users/user_files.h"
#include "ui/users/user_pane.h"
#include "ui/users/users_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::UserQuery;
using identity::UserStatus;

namespace {

const QString lockedState = u"locked"_s;
const QString inactiveState = u"inactive"_s;
constexpr int inactiveAfterDays = 90;

} // namespace

UsersPanel::UsersPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new UsersModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"users"_s);
    m_actions = new UserActions(console, this, m_toast);
    m_files = new UserFiles(console, this, m_toast);
    connect(m_files, &UserFiles::changed, this, &UsersPanel::refresh);
    m_list = new ListPanel({.name = u"users"_s,
                            .model = m_model,
                            .columns = UsersModel::columns(),
                            .icon = Icon::Users,
                            .sortedColumn = UsersModel::Name,
                            .filtered = [this] { return isFiltered(); }},
                           m_header, m_toast, this);
    m_pane = new UserPane(console, this);
    m_bulk = new BulkPane(console, this);
    m_list->setPane(u"users.splitter"_s, m_pane, m_bulk);
    m_conduct = new BulkConduct(m_list, m_model, m_bulk, m_actions, this);
    buildHeader();
    buildBars();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connectList();
    connectFilters();
    connectActions();
    connectPane();
    addShortcuts();
    refreshAfter({"user.", "mfa.", "auth.login", "session.", "password.", "role."});
    connect(m_actions->roles(), &RoleChoices::changed, this, &UsersPanel::setChipTexts);
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

UsersPanel::~UsersPanel() = default;

DataTable* UsersPanel::table() const
{
    return m_list->table();
}

void UsersPanel::buildHeader()
{
    m_import = makeButton(ButtonKind::Secondary, u"users.import"_s, m_header, Icon::Import);
    m_add = makeButton(ButtonKind::Primary, u"users.add"_s, m_header, Icon::Plus);
    m_header->addAction(m_import);
    m_header->addAction(m_add);
    connect(m_import, &QPushButton::clicked, m_files, &UserFiles::chooseImport);
    connect(m_add, &QPushButton::clicked, m_actions, &UserActions::add);
}

void UsersPanel::buildBars()
{
    auto* filter = m_list->filter();
    m_role = filter->addChip(u"users.role"_s);
    m_state = filter->addChip(u"users.state"_s);
    m_mfa = filter->addChip(u"users.mfa"_s);
    m_export = makeIconButton(Icon::Export, u"users.export"_s, filter);
    filter->addTool(m_export);
    connect(m_export, &QPushButton::clicked, this, [this] { m_files->chooseExport(m_model->query()); });
    m_list->addColumnsButton(u"users.columns"_s);
}

void UsersPanel::setTexts()
{
    m_header->setTitle(tr("Users"));
    m_add->setText(tr("Add user"));
    m_import->setText(tr("Import"));
    allow(m_import, lacks(console(), access::Permission::UsersCreate), true, tr("Add the users of a CSV file"));
    setIconButtonText(m_export, tr("Export these users"));
    allow(m_add, lacks(console(), access::Permission::UsersCreate), true, tr("Add user (Ctrl+N)"));
    m_list->empty()->setTexts(tr("Nobody matches"), tr("No user has this text and these properties. Take one of the "
                                                       "filters away to see more."));
    setChipTexts();
    m_list->setTexts({.placeholder = tr("Filter users"),
                      .filter = tr("Filter users by name or e-mail"),
                      .table = tr("Users"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading users"),
                      .safe = tr("Nothing is lost and the server keeps running.")});
}

void UsersPanel::setChipTexts()
{
    QList<FilterOption> roles{{QVariant(), tr("Any role")}};
    for (const RoleChoices::Choice& role : m_actions->roles()->choices())
        roles.append({QString::fromStdString(role.name), role.title});
    m_role->setOptions(roles);
    m_state->setOptions({{QVariant(), tr("Any state")},
                         {static_cast<int>(UserStatus::Active), tr("Active")},
                         {static_cast<int>(UserStatus::Disabled), tr("Disabled")},
                         {static_cast<int>(UserStatus::Invited), tr("Invited")},
                         {lockedState, tr("Locked")},
                         {inactiveState, tr("Not signed in for %Ln days", nullptr, inactiveAfterDays)}});
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

void UsersPanel::connectList()
{
    connect(m_list, &ListPanel::searched, m_model, &UsersModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] {
        m_role->setValue(QVariant());
        m_state->setValue(QVariant());
        m_mfa->setValue(static_cast<int>(UserQuery::Mfa::Any));
    });
    connect(m_list, &ListPanel::shown, this, [this] {
        if (m_model->hasAnswer() && !isFiltered())
            m_list->setAll(m_model->rowCount());
    });
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        const auto* user = m_model->rowAt(row);
        if (user && !(m_pane->isVisible() && m_pane->hasUser() && m_pane->user().id == user->id))
            openPane(*user);
    });
    connect(m_list, &ListPanel::menuWanted, this, &UsersPanel::fillMenu);
    connect(m_list, &ListPanel::removalRequested, this, &UsersPanel::removeSelected);
}

void UsersPanel::connectFilters()
{
    const auto change = [this](auto edit) { m_list->change([&] { m_model->change(edit); }); };
    connect(m_role, &FilterChip::valueChanged, this, [change](const QVariant& value) {
        change([&](UserQuery& query) {
            query.role = value.isValid() ? std::optional(value.toString().toStdString()) : std::nullopt;
        });
    });
    connect(m_state, &FilterChip::valueChanged, this, [change](const QVariant& value) {
        change([&](UserQuery& query) {
            query.lockedOnly = value == QVariant(lockedState);
            query.inactiveDays = value == QVariant(inactiveState) ? std::optional(inactiveAfterDays) : std::nullopt;
            const bool status = value.isValid() && !query.lockedOnly && !query.inactiveDays;
            query.status = status ? std::optional(static_cast<UserStatus>(value.toInt())) : std::nullopt;
        });
    });
    connect(m_mfa, &FilterChip::valueChanged, this, [change](const QVariant& value) {
        change([&](UserQuery& query) { query.mfa = static_cast<UserQuery::Mfa>(value.toInt()); });
    });
}

void UsersPanel::openPane(const identity::User& user)
{
    m_pane->setUser(user);
    m_list->openPane();
}

} // namespace sallyport::ui
