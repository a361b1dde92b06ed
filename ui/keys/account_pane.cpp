#include "ui/keys/account_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/event_lines.h"
#include "ui/parts/key_lines.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/account_text.h"

#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

constexpr std::uint32_t keysShown = 6;
constexpr std::uint32_t accountEventsShown = 5;

} // namespace

AccountPane::AccountPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"accounts.details"_s, parent), m_page(m_pane->addPage(u"accounts.details.overview"_s))
{
    m_pane->setAvatarVisible(false);
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void AccountPane::build()
{
    auto* facts = m_pane->addSection(m_page);
    m_facts = new KeyValueGrid(this);
    m_description = m_facts->addRow(u"description"_s);
    m_roles = m_facts->addRow(u"roles"_s);
    m_lastUsed = m_facts->addRow(u"last_used"_s);
    m_added = m_facts->addRow(u"added"_s);
    facts->body()->addWidget(m_facts);
    m_keysSection = m_pane->addSection(m_page);
    m_allKeys = m_keysSection->addLink(u"accounts.details.all_keys"_s);
    m_keys = new LinesList(u"accounts.details.keys"_s, m_keysSection);
    m_keysSection->setContent(m_keys);
    m_eventsSection = m_pane->addSection(m_page);
    m_allEvents = m_eventsSection->addLink(u"accounts.details.all_events"_s);
    m_events = new LinesList(u"accounts.details.events"_s, m_eventsSection);
    m_eventsSection->setContent(m_events);
    m_edit = makeButton(ButtonKind::Secondary, u"accounts.details.edit"_s, this);
    m_newKey = makeButton(ButtonKind::Secondary, u"accounts.details.new_key"_s, this);
    m_remove = makeIconButton(Icon::Trash, u"accounts.details.remove"_s, this, ButtonSize::Normal);
    m_toggle = makeButton(ButtonKind::Danger, u"accounts.details.toggle"_s, this, Icon::OffCircle);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_newKey);
    m_pane->addFooterAction(m_remove);
    m_pane->addFooterDanger(m_toggle);
    connect(m_allKeys, &QPushButton::clicked, this, &AccountPane::keysRequested);
    connect(m_allEvents, &QPushButton::clicked, this, &AccountPane::eventsRequested);
    connect(m_edit, &QPushButton::clicked, this, &AccountPane::editRequested);
    connect(m_newKey, &QPushButton::clicked, this, &AccountPane::newKeyRequested);
    connect(m_remove, &QPushButton::clicked, this, &AccountPane::removeRequested);
    connect(m_toggle, &QPushButton::clicked, this, &AccountPane::toggleRequested);
}

void AccountPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    m_facts->setRowName(u"description"_s, tr("What it does"));
    m_facts->setRowName(u"roles"_s, tr("Roles"));
    m_facts->setRowName(u"last_used"_s, tr("Last used"));
    m_facts->setRowName(u"added"_s, tr("Added"));
    m_keysSection->setTitle(tr("API keys"));
    m_allKeys->setText(tr("Show all"));
    m_eventsSection->setTitle(tr("Recent events"));
    m_allEvents->setText(tr("Show all"));
    m_edit->setText(tr("Edit"));
    m_newKey->setText(tr("Create key"));
    setIconButtonText(m_remove, tr("Delete…"));
    if (m_account) {
        showAccount();
        refresh();
    }
}

void AccountPane::setAccount(const identity::ServiceAccount& account)
{
    const bool same = m_account && m_account->id == account.id;
    m_account = account;
    showAccount();
    if (!same) {
        m_keys->setLines({});
        m_events->setLines({});
        m_keysSection->setCount({});
    }
    refresh();
}

void AccountPane::showAccount()
{
    const auto& account = *m_account;
    m_pane->setTitle(text(account.name));
    m_pane->setSubtitle({});
    const auto state = accountState(account);
    m_pane->pill()->setContent(account.enabled ? Tone::Success : Tone::Muted, state.icon, state.text);
    m_pane->pill()->show();
    m_description->setText(account.description.empty() ? u"–"_s : text(account.description));
    m_roles->setText(rolesText(account.roles));
    m_lastUsed->setText(whenText(account.lastUsedAt, now()));
    m_added->setText(account.createdBy.empty() ? dayText(account.createdAt)
                                               : tr("%1 by %2").arg(dayText(account.createdAt), text(account.createdBy)));
    const auto against = [&](Permission permission) { return lacks(m_console, permission, account.id, account.roles); };
    allow(m_edit, against(Permission::ServiceAccountsUpdate));
    allow(m_newKey, against(Permission::KeysCreate), account.enabled, {}, tr("This account is disabled"));
    allow(m_remove, against(Permission::ServiceAccountsDelete));
    m_toggle->setText(account.enabled ? tr("Disable") : tr("Enable"));
    setButtonKind(m_toggle, account.enabled ? ButtonKind::Danger : ButtonKind::Secondary);
    setButtonIcon(m_toggle, account.enabled ? Icon::OffCircle : Icon::CheckCircle);
    allow(m_toggle, against(Permission::ServiceAccountsUpdate));
}

void AccountPane::refresh()
{
    if (!m_account)
        return;
    readBehind(
        m_events,
        [id = m_account->id](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            SALLYPORT_ASSIGN(found.account, services.serviceAccounts.read(actor, id));
            identity::ApiKeyQuery keys;
            keys.owner = id;
            keys.sort = identity::ApiKeyQuery::Sort::State;
            keys.limit = keysShown;
            if (auto page = services.apiKeys.list(actor, keys))
                found.keys = std::move(page->keys);
            else
                found.keysError = page.error();
            found.events = eventsOf(services, actor, {id.text(), found.account.name}, accountEventsShown);
            return found;
        },
        [this, id = m_account->id] { return m_account && m_account->id == id; },
        [this](const Background& found) {
            m_account = found.account;
            showAccount();
            showKeys(found);
            showEvents(m_events, found.events.events, found.events.error, now());
        });
}

void AccountPane::showKeys(const Background& found)
{
    m_keys->disconnect(this);
    m_keysSection->setCount(found.keysError ? QString() : QLocale().toString(static_cast<qlonglong>(found.keys.size())));
    ui::showKeys(m_keys, found.keys, found.keysError, now());
    connect(m_keys, &LinesList::linkActivated, this,
            [this, keys = found.keys](int line) { Q_EMIT keyRequested(keys.at(static_cast<std::size_t>(line)).id); });
}

} // namespace sallyport::ui
