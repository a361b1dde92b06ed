#include "ui/keys/service_accounts_panel.h"

#include "ui/console/permit.h"
#include "ui/keys/account_dialog.h"
#include "ui/keys/account_pane.h"
#include "ui/keys/accounts_model.h"
#include "ui/look/retranslate.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::ServiceAccount;

namespace {

constexpr int AccountsRefreshDelay = 2000; // ms; many events of one moment become one refresh

} // namespace

ServiceAccountsPanel::ServiceAccountsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new AccountsModel(console, this)), m_header(new PageHeader(this)),
      m_add(makeButton(ButtonKind::Primary, u"accounts.add"_s, m_header, Icon::Plus)),
      m_splitter(new SideSplitter(u"accounts.splitter"_s, this)), m_toast(new Toast(this))
{
    setObjectName(u"service_accounts"_s);
    build();
    connectList();
    connectPane();
    addShortcuts();
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(AccountsRefreshDelay);
    connect(&m_refreshLater, &QTimer::timeout, this, &ServiceAccountsPanel::refresh);
    connect(&console, &Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) {
        const bool ours = std::ranges::any_of(events, [](const audit::Event& event) {
            return event.kind.starts_with("key.") || event.kind.starts_with("service_account.");
        });
        if (ours && !m_refreshLater.isActive())
            m_refreshLater.start();
    });
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    m_model->reload();
}

ServiceAccountsPanel::~ServiceAccountsPanel() = default;

void ServiceAccountsPanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
    m_header->addAction(m_add);

    auto* list = new QWidget(m_splitter);
    auto* listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    m_filter = new FilterBar(u"accounts.filter"_s, list);
    m_table = new DataTable(u"accounts.table"_s, list);
    m_table->setModel(m_model);
    m_table->setColumns(AccountsModel::columns());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setSortIndicator(AccountsModel::Name, Qt::AscendingOrder);
    m_states = new StateStack(u"accounts.list"_s, m_table, list);
    m_clearFilters = makeButton(ButtonKind::Secondary, u"accounts.clear_filters"_s, m_states->empty());
    m_states->empty()->setIcon(Icon::Bot);
    m_addFirst = makeButton(ButtonKind::Secondary, u"accounts.add_first"_s, m_states->empty(), Icon::Plus);
    m_states->empty()->addAction(m_clearFilters);
    m_states->empty()->addAction(m_addFirst);
    listColumn->addWidget(m_filter);
    listColumn->addWidget(m_states, 1);
    m_pane = new AccountPane(console(), m_splitter);
    m_splitter->setParts(list, m_pane);
}

void ServiceAccountsPanel::setTexts()
{
    m_header->setTitle(tr("Service accounts"));
    m_add->setText(tr("Add account"));
    m_addFirst->setText(m_add->text());
    for (QPushButton* button : {m_add, m_addFirst})
        allow(button, lacks(console(), Permission::ServiceAccountsCreate), true, tr("Add account (Ctrl+N)"));
    m_filter->field()->setPlaceholderText(tr("Filter accounts"));
    m_filter->field()->setAccessibleName(tr("Filter service accounts by name"));
    m_table->setAccessibleName(tr("Service accounts"));
    m_clearFilters->setText(tr("Clear filters"));
    m_states->loading()->setText(tr("Loading service accounts"));
    setEmptyTexts();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, AccountsModel::ColumnCount - 1);
}

void ServiceAccountsPanel::setEmptyTexts()
{
    const bool filtered = !m_model->query().text.empty();
    m_clearFilters->setVisible(filtered);
    m_addFirst->setVisible(!filtered);
    if (filtered) {
        m_states->empty()->setSteps({});
        return m_states->empty()->setTexts(tr("No account matches"), tr("No service account has this text in its name."));
    }
    m_states->empty()->setTexts(tr("No service accounts yet"),
                                tr("A service account is who a program is: it has roles and API keys, "
                                   "but no password, and it stays when people leave."));
    m_states->empty()->setSteps({{tr("Add an account"), tr("Name it after the program, such as “Lab gateway”")},
                                 {tr("Give it a role"), tr("As little as it needs")},
                                 {tr("Create a key"), tr("Shown once, and it ends by itself")}});
}

void ServiceAccountsPanel::showState()
{
    if (!m_model->hasAnswer()) {
        m_header->setCount({});
        return m_states->showLoading();
    }
    m_header->setCount(tr("%L1").arg(m_model->rowCount()));
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    setEmptyTexts();
    m_states->showEmpty();
}

void ServiceAccountsPanel::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (m_model->hasAnswer())
        return m_toast->say(Tone::Danger, tr("The list could not be read again. What you see may be old."));
    m_header->setCount({});
    m_states->showError(error, tr("Nothing is lost, and the keys keep working."));
}

void ServiceAccountsPanel::connectList()
{
    for (QPushButton* button : {m_add, m_addFirst})
        connect(button, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_filter->field(), &FilterField::filterChanged, this, [this](const QString& words) {
        m_table->clearSelection();
        m_model->change([&](identity::ServiceAccountQuery& query) { query.text = words.trimmed().toStdString(); });
        showState();
    });
    connect(m_clearFilters, &QPushButton::clicked, this, [this] {
        m_filter->field()->clear();
        m_filter->field()->setFocus();
    });
    connect(m_table, &DataTable::sortChanged, this, [this](const QString&, Qt::SortOrder order) {
        m_model->change([&](identity::ServiceAccountQuery& query) { query.descending = order == Qt::DescendingOrder; });
        showState();
    });
    connect(m_model, &PagedModel::totalChanged, this, &ServiceAccountsPanel::showState);
    connect(m_model, &PagedModel::failed, this, &ServiceAccountsPanel::showError);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        m_model->reload();
    });
    const auto openRow = [this](int row) {
        if (const auto* account = m_model->rowAt(row))
            openPane(*account);
    };
    connect(m_table, &DataTable::currentRowChanged, this, [this, openRow](int row) {
        if (m_pane->isVisible())
            openRow(row);
    });
    connect(m_table, &DataTable::rowActivated, this, openRow);
    connect(m_table, &QAbstractItemView::clicked, this, [openRow](const QModelIndex& index) { openRow(index.row()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ServiceAccountsPanel::contextMenu);
}

void ServiceAccountsPanel::connectPane()
{
    connect(m_pane, &AccountPane::closeRequested, this, &ServiceAccountsPanel::closePane);
    connect(m_pane, &AccountPane::vanished, this, &ServiceAccountsPanel::closePane);
    connect(m_pane, &AccountPane::editRequested, this, [this] { edit(m_pane->account()); });
    connect(m_pane, &AccountPane::toggleRequested, this, [this] { toggle(m_pane->account()); });
    connect(m_pane, &AccountPane::removeRequested, this, [this] { remove(m_pane->account()); });
    connect(m_pane, &AccountPane::newKeyRequested, this,
            [this] { Q_EMIT navigate(u"keys"_s, u"new:"_s + text(m_pane->account().id.text())); });
    connect(m_pane, &AccountPane::keyRequested, this, [this](const KeyId& id) { Q_EMIT navigate(u"keys"_s, text(id.text())); });
    connect(m_pane, &AccountPane::keysRequested, this,
            [this] { Q_EMIT navigate(u"keys"_s, u"owner:"_s + text(m_pane->account().id.text())); });
    connect(m_pane, &AccountPane::eventsRequested, this, [this] {
        auto name = text(m_pane->account().name);
        Q_EMIT navigate(u"events"_s, u"user:\"%1\""_s.arg(name.remove(u'"')));
    });
}

void ServiceAccountsPanel::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto then) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, then);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            edit({});
    });
    add(QKeySequence(Qt::Key_F2), [this] {
        if (const auto* account = currentAccount(); account && console().may(Permission::ServiceAccountsUpdate))
            edit(*account);
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->field()->setFocus();
        m_filter->field()->selectAll();
    });
}

void ServiceAccountsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pane->isVisible())
        return closePane();
    if (event->key() == Qt::Key_Delete && m_table->hasFocus() && console().may(Permission::ServiceAccountsDelete))
        if (const auto* account = currentAccount())
            return remove(*account);
    Panel::keyPressEvent(event);
}

void ServiceAccountsPanel::activate(const QString& argument)
{
    m_table->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = UserId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.serviceAccounts.read(actor, id);
        },
        [this](const Result<ServiceAccount>& account) {
            if (account)
                openPane(*account);
        });
}

void ServiceAccountsPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

const ServiceAccount* ServiceAccountsPanel::currentAccount() const
{
    const auto rows = m_table->selectedRows();
    return rows.size() == 1 ? m_model->rowAt(rows.front()) : nullptr;
}

void ServiceAccountsPanel::openPane(const ServiceAccount& account)
{
    if (m_pane->isVisible() && m_pane->hasAccount() && m_pane->account().id == account.id)
        return;
    m_pane->setAccount(account);
    m_splitter->openPane();
}

void ServiceAccountsPanel::closePane()
{
    m_splitter->closePane();
    m_table->setFocus();
}

void ServiceAccountsPanel::edit(std::optional<ServiceAccount> account)
{
    const bool added = !account;
    auto* dialog = new AccountDialog(console(), std::move(account), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AccountDialog::saved, this, [this, added](const ServiceAccount& saved) {
        if (added)
            m_toast->say(Tone::Success, tr("%1 added").arg(text(saved.name)));
        refresh();
        openPane(saved);
    });
    dialog->open();
}

void ServiceAccountsPanel::toggle(const ServiceAccount& account)
{
    if (!account.enabled)
        return setEnabled(account, true);
    askConfirmation(this, u"disable_account"_s,
                    {tr("Disable %1?").arg(text(account.name)),
                     tr("Its keys are refused from the next request on, until you enable it again."), tr("Disable"), true},
                    [this, account] { setEnabled(account, false); });
}

void ServiceAccountsPanel::setEnabled(const ServiceAccount& account, bool enabled)
{
    identity::ServiceAccountPatch patch;
    patch.enabled = enabled;
    console().run(
        this,
        [id = account.id, patch](Services& services, const access::Actor& actor) {
            return services.serviceAccounts.change(actor, id, patch);
        },
        [this, enabled, name = text(account.name)](const Result<ServiceAccount>& changed) {
            if (!changed)
                m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(changed.error())));
            else
                m_toast->say(Tone::Success, enabled ? tr("%1 enabled").arg(name) : tr("%1 disabled").arg(name));
            refresh();
        });
}

void ServiceAccountsPanel::remove(const ServiceAccount& account)
{
    const auto name = text(account.name);
    askConfirmation(this, u"delete_account"_s,
                    {tr("Delete %1?").arg(name),
                     account.keys > 0 ? tr("%n of its keys still work; they stop at once. It cannot be undone.", nullptr,
                                           static_cast<int>(account.keys))
                                      : tr("It has no key that works. It cannot be undone."),
                     tr("Delete"), true},
                    [this, account, name] {
                        console().run(
                            this,
                            [id = account.id](Services& services, const access::Actor& actor) {
                                return services.serviceAccounts.remove(actor, id);
                            },
                            [this, id = account.id, name](const Result<void>& removed) {
                                if (!removed)
                                    m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(removed.error())));
                                else
                                    m_toast->say(Tone::Success, tr("%1 deleted").arg(name));
                                if (removed && m_pane->hasAccount() && m_pane->account().id == id)
                                    closePane();
                                refresh();
                            });
                    });
}

void ServiceAccountsPanel::contextMenu(const QPoint& at)
{
    const auto* found = m_model->rowAt(m_table->rowAt(at.y()));
    if (!found)
        return;
    const ServiceAccount account = *found;
    auto* menu = new QMenu(m_table);
    menu->setObjectName(u"accounts.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto put = [&](const QString& words, Permission permission, auto then) {
        auto* action = menu->addAction(words);
        allow(action, lacks(console(), permission, account.id, account.roles));
        connect(action, &QAction::triggered, this, then);
    };
    put(tr("Edit…"), Permission::ServiceAccountsUpdate, [this, account] { edit(account); });
    put(tr("Create key…"), Permission::KeysCreate,
        [this, account] { Q_EMIT navigate(u"keys"_s, u"new:"_s + text(account.id.text())); });
    put(account.enabled ? tr("Disable…") : tr("Enable"), Permission::ServiceAccountsUpdate, [this, account] { toggle(account); });
    menu->addSeparator();
    put(tr("Delete…"), Permission::ServiceAccountsDelete, [this, account] { remove(account); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

} // namespace sallyport::ui
