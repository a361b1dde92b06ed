#include "ui/keys/service_accounts_panel.h"

#include "ui/console/permit.h"
#include "ui/keys/account_dialog.h"
#include "ui/keys/account_pane.h"
#include "ui/keys/accounts_model.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QMenu>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::ServiceAccount;

ServiceAccountsPanel::ServiceAccountsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new AccountsModel(console, this)), m_header(new PageHeader(this)),
      m_add(makeButton(ButtonKind::Primary, u"accounts.add"_s, m_header, Icon::Plus)), m_toast(new Toast(this))
{
    setObjectName(u"service_accounts"_s);
    build();
    connectList();
    connectPane();
    addShortcuts();
    refreshAfter({"key.", "service_account."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

ServiceAccountsPanel::~ServiceAccountsPanel() = default;

DataTable* ServiceAccountsPanel::table() const
{
    return m_list->table();
}

void ServiceAccountsPanel::build()
{
    m_list = new ListPanel({.name = u"accounts"_s,
                            .model = m_model,
                            .columns = AccountsModel::columns(),
                            .icon = Icon::Bot,
                            .sortedColumn = AccountsModel::Name,
                            .oneRow = true,
                            .filtered = [this] { return !m_model->query().text.empty(); }},
                           m_header, m_toast, this);
    m_list->setAdd(m_add);
    m_pane = new AccountPane(console(), this);
    m_list->setPane(u"accounts.splitter"_s, m_pane);
    m_header->addAction(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
}

void ServiceAccountsPanel::setTexts()
{
    m_header->setTitle(tr("Service accounts"));
    m_add->setText(tr("Add account"));
    allow(m_add, lacks(console(), Permission::ServiceAccountsCreate), true, tr("Add account (Ctrl+N)"));
    m_list->setTexts({.placeholder = tr("Filter accounts"),
                      .filter = tr("Filter service accounts by name"),
                      .table = tr("Service accounts"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading service accounts"),
                      .safe = tr("Nothing is lost, and the keys keep working.")});
}

void ServiceAccountsPanel::setEmptyTexts()
{
    const bool filtered = !m_model->query().text.empty();
    if (filtered) {
        m_list->empty()->setSteps({});
        return m_list->empty()->setTexts(tr("No account matches"), tr("No service account has this text in its name."));
    }
    m_list->empty()->setTexts(tr("No service accounts yet"),
                              tr("A service account is who a program is: it has roles and API keys, "
                                 "but no password, and it stays when people leave."));
    m_list->empty()->setSteps({{tr("Add an account"), tr("Name it after the program, such as “Lab gateway”")},
                               {tr("Give it a role"), tr("As little as it needs")},
                               {tr("Create a key"), tr("Shown once, and it ends by itself")}});
}

void ServiceAccountsPanel::connectList()
{
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_list, &ListPanel::searched, m_model, &AccountsModel::search);
    connect(m_list, &ListPanel::shown, this, &ServiceAccountsPanel::setEmptyTexts);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const auto* account = m_model->rowAt(row))
            openPane(*account);
    });
    connect(m_list, &ListPanel::menuWanted, this, &ServiceAccountsPanel::fillMenu);
    connect(m_list, &ListPanel::removalRequested, this, [this] {
        if (const auto* account = m_model->rowAt(m_list->currentRow());
            account && console().may(Permission::ServiceAccountsDelete))
            remove(*account);
    });
}

void ServiceAccountsPanel::connectPane()
{
    connect(m_pane, &AccountPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &AccountPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &AccountPane::editRequested, this, [this] { edit(m_pane->account()); });
    connect(m_pane, &AccountPane::toggleRequested, this, [this] { toggle(m_pane->account()); });
    connect(m_pane, &AccountPane::removeRequested, this, [this] { remove(m_pane->account()); });
    connect(m_pane, &AccountPane::newKeyRequested, this,
            [this] { Q_EMIT navigate(u"keys"_s, u"new:"_s + text(m_pane->account().id.text())); });
    connect(m_pane, &AccountPane::keyRequested, this, [this](const KeyId& id) { Q_EMIT navigate(u"keys"_s, text(id.text())); });
    connect(m_pane, &AccountPane::keysRequested, this,
            [this] { Q_EMIT navigate(u"keys"_s, u"owner:"_s + text(m_pane->account().id.text())); });
    connect(m_pane, &AccountPane::eventsRequested, this, [this] { showEventsOf(m_pane->account().name); });
}

void ServiceAccountsPanel::addShortcuts()
{
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            edit({});
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        if (const auto* account = m_model->rowAt(m_list->currentRow());
            account && console().may(Permission::ServiceAccountsUpdate))
            edit(*account);
    });
}

void ServiceAccountsPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = UserId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.serviceAccounts.read(actor, id);
        },
        [this](const Result<ServiceAccount>& account) {
            if (!account)
                return;
            openPane(*account);
            m_list->reveal(text(account->id.text()));
        });
}

void ServiceAccountsPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void ServiceAccountsPanel::openPane(const ServiceAccount& account)
{
    if (m_pane->isVisible() && m_pane->hasAccount() && m_pane->account().id == account.id)
        return;
    m_pane->setAccount(account);
    m_list->openPane();
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
        m_list->reveal(text(saved.id.text()));
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
                     account.keys > 0 ? tr("%Ln of its keys still work; they stop at once. It cannot be undone.", nullptr,
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
                                    m_list->closePane();
                                refresh();
                            });
                    });
}

void ServiceAccountsPanel::fillMenu(QMenu* menu, int row)
{
    const auto* found = m_model->rowAt(row);
    if (!found)
        return;
    const ServiceAccount account = *found;
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
}

} // namespace sallyport::ui
