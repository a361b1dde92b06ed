#include "ui/keys/key_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/event_lines.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/key_text.h"

#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

constexpr int chipsShown = 8;
constexpr std::uint32_t keyEventsShown = 5;

} // namespace

bool mayOnKey(const Console& console, const identity::ApiKey& key, Permission permission)
{
    return console.may(permission) || (key.owner.id == console.actor().id && console.may(Permission::KeysOwn));
}

KeyPane::KeyPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"keys.details"_s, parent), m_page(m_pane->addPage(u"keys.details.overview"_s))
{
    m_pane->setAvatarVisible(false);
    buildFacts();
    buildSections();
    buildFooter();
    onRetranslate(this, [this] { setTexts(); });
}

void KeyPane::buildFacts()
{
    auto* section = m_pane->addSection(m_page);
    m_beyondBox = new QWidget(this);
    auto* beyond = new QVBoxLayout(m_beyondBox);
    beyond->setContentsMargins(0, 0, 0, 12);
    m_beyond = new Banner(u"keys.details.beyond"_s, m_beyondBox);
    beyond->addWidget(m_beyond);
    m_beyond->setTone(Tone::Warning, Icon::Warning);
    m_narrow = makeButton(ButtonKind::Secondary, u"keys.details.narrow"_s, m_beyond, Icon::None, ButtonSize::Tool);
    m_beyond->addAction(m_narrow);
    connect(m_narrow, &QPushButton::clicked, this, &KeyPane::narrowRequested);
    m_facts = new KeyValueGrid(this);
    m_owner = m_facts->addRow(u"owner"_s);
    m_openOwner = m_facts->addLink(u"owner"_s, u"keys.details.open_owner"_s);
    connect(m_openOwner, &QPushButton::clicked, this, &KeyPane::ownerRequested);
    m_expires = m_facts->addRow(u"expires"_s);
    m_previous = m_facts->addNote(u"previous"_s);
    m_revoked = m_facts->addRow(u"revoked"_s);
    m_limit = m_facts->addRow(u"limit"_s);
    m_addresses = m_facts->addRow(u"addresses"_s);
    m_signing = m_facts->addRow(u"signing"_s);
    m_publicKey = m_facts->addRow(u"public_key"_s, true);
    m_lastUsed = m_facts->addRow(u"last_used"_s);
    m_uses = m_facts->addRow(u"uses"_s);
    m_created = m_facts->addRow(u"created"_s);
    section->body()->addWidget(m_beyondBox);
    section->body()->addWidget(m_facts);
}

void KeyPane::buildSections()
{
    m_scopesSection = m_pane->addSection(m_page);
    m_scopes = new ChipList(m_scopesSection);
    m_scopesSection->setContent(m_scopes);
    m_eventsSection = m_pane->addSection(m_page);
    m_showAll = m_eventsSection->addLink(u"keys.details.show_all"_s);
    connect(m_showAll, &QPushButton::clicked, this, &KeyPane::eventsRequested);
    m_events = new LinesList(u"keys.details.events"_s, m_eventsSection);
    m_eventsSection->setContent(m_events);
}

void KeyPane::buildFooter()
{
    m_edit = makeButton(ButtonKind::Secondary, u"keys.details.edit"_s, this);
    m_rotate = makeButton(ButtonKind::Secondary, u"keys.details.rotate"_s, this);
    m_revoke = makeButton(ButtonKind::Danger, u"keys.details.revoke"_s, this, Icon::OffCircle);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_rotate);
    m_pane->addFooterDanger(m_revoke);
    connect(m_edit, &QPushButton::clicked, this, &KeyPane::editRequested);
    connect(m_rotate, &QPushButton::clicked, this, &KeyPane::rotateRequested);
    connect(m_revoke, &QPushButton::clicked, this, &KeyPane::revokeRequested);
}

void KeyPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    m_beyond->setTitle(tr("May more than its owner"));
    m_narrow->setText(tr("Take these scopes away"));
    m_facts->setRowName(u"owner"_s, tr("Owner"));
    m_openOwner->setText(tr("Open"));
    m_facts->setRowName(u"addresses"_s, tr("Addresses"));
    m_facts->setRowName(u"limit"_s, tr("Limit"));
    m_facts->setRowName(u"signing"_s, tr("Signed requests"));
    m_facts->setRowName(u"public_key"_s, tr("Public key"));
    m_facts->setRowName(u"last_used"_s, tr("Last used"));
    m_facts->setRowName(u"uses"_s, tr("Uses"));
    m_facts->setRowName(u"expires"_s, tr("Expires"));
    m_facts->setRowName(u"revoked"_s, tr("Revoked"));
    m_facts->setRowName(u"created"_s, tr("Created"));
    m_scopesSection->setTitle(tr("Scopes"));
    m_eventsSection->setTitle(tr("Recent events"));
    m_showAll->setText(tr("Show all"));
    m_edit->setText(tr("Edit"));
    m_rotate->setText(tr("Rotate"));
    m_revoke->setText(tr("Revoke"));
    if (m_key) {
        showKey();
        refresh();
    }
}

void KeyPane::setKey(const identity::ApiKey& key)
{
    const bool same = m_key && m_key->id == key.id;
    m_key = key;
    showKey();
    if (!same)
        m_events->setLines({});
    refresh();
}

void KeyPane::showKey()
{
    const auto& key = *m_key;
    m_pane->setTitle(text(key.name));
    m_pane->setSubtitle(text(key.prefix));
    const auto state = keyState(key, now());
    m_pane->pill()->setContent(state.icon == Icon::CheckCircle ? Tone::Success : state.iconTone, state.icon, state.text);
    m_pane->pill()->show();

    m_beyondBox->setVisible(!key.beyondOwner.empty() && !key.ended());
    m_beyond->setText(tr("%1 does not hold: %2. The key cannot do this.")
                          .arg(text(key.owner.name), scopeTitles(key.beyondOwner).join(u", "_s)));
    m_narrow->setVisible(mayOnKey(m_console, key, Permission::KeysUpdate) && key.beyondOwner.size() < key.scopes.size());
    m_owner->setText(text(key.owner.name));
    m_openOwner->setVisible(m_console.may(key.owner.service ? Permission::ServiceAccountsRead : Permission::UsersRead));
    QStringList networks;
    for (const auto& network : key.addresses)
        networks << text(network);
    m_addresses->setText(networks.isEmpty() ? tr("Any") : networks.join(u", "_s));
    m_limit->setText(key.rate ? keyRateText(key.rate) : tr("Its owner’s limits"));
    m_signing->setText(!key.publicKey.empty() ? tr("Only, with a key pair of its own")
                       : key.signing          ? tr("Possible")
                                              : tr("No secret"));
    m_facts->setRowVisible(u"public_key"_s, !key.publicKey.empty());
    m_publicKey->setText(u"%1 %2"_s.arg(text(key.signatureAlgorithm), text(key.publicKeyFingerprint)));
    const auto when = whenText(key.lastUsedAt, now());
    m_lastUsed->setText(
        key.lastUsedAddress.empty() ? when : tr("%1, %2", "when, from which address").arg(when, text(key.lastUsedAddress)));
    m_uses->setText(QLocale().toString(static_cast<qlonglong>(key.useCount)));
    m_created->setText(key.createdBy.empty() ? dayText(key.createdAt)
                                             : tr("%1 by %2").arg(dayText(key.createdAt), text(key.createdBy)));
    showEnd();
    const auto titles = scopeTitles(key.scopes);
    m_scopes->setTexts(titles, chipsShown, [](int more) { return tr("%Ln more", nullptr, more); });
    m_scopes->setToolTip(titles.size() > chipsShown ? titles.join(u'\n') : QString());
    m_scopesSection->setCount(QLocale().toString(titles.size()));
}

void KeyPane::showEnd()
{
    const auto& key = *m_key;
    const auto soon = keyExpiry(key, now()).text;
    const auto day = dayText(key.expiresAt);
    m_expires->setText(soon == day ? day : tr("%1, %2", "a day, in how many days").arg(day, soon));
    m_expires->setTone(key.expiring ? Tone::Warning : Tone::Normal);
    m_facts->setRowVisible(u"previous"_s, key.previousUntil && !key.ended());
    if (key.previousUntil)
        m_previous->setText(tr("Old key until %1").arg(dayText(*key.previousUntil)));
    m_facts->setRowVisible(u"revoked"_s, key.revokedAt.has_value());
    if (key.revokedAt)
        m_revoked->setText(tr("%1 by %2").arg(dayText(*key.revokedAt), text(key.revokedBy)));
    const auto against = [&](Permission permission) {
        return mayOnKey(m_console, key, permission) ? QString() : lacks(m_console, permission);
    };
    allow(m_edit, against(Permission::KeysUpdate), !key.ended(), {}, tr("This key has ended"));
    allow(m_rotate, against(Permission::KeysUpdate), !key.ended(), {}, tr("This key has ended"));
    allow(m_revoke, against(Permission::KeysDelete), !key.ended(), {}, tr("This key has ended"));
}

void KeyPane::refresh()
{
    if (!m_key)
        return;
    readBehind(
        m_events,
        [id = m_key->id](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            SALLYPORT_ASSIGN(found.key, services.apiKeys.read(actor, id));
            found.events = eventsOf(services, actor, {id.text()}, keyEventsShown);
            return found;
        },
        [this, id = m_key->id] { return m_key && m_key->id == id; },
        [this](const Background& found) {
            m_key = found.key;
            showKey();
            showEvents(m_events, found.events.events, found.events.error, now());
        });
}

} // namespace sallyport::ui
