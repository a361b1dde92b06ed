#include "ui/providers/provider_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/event_lines.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"
#include "ui/words/provider_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

constexpr std::uint32_t linksShown = 8;
constexpr std::uint32_t providerEventsShown = 5;

} // namespace

ProviderPane::ProviderPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"providers.details"_s, parent), m_page(m_pane->addPage(u"providers.details.overview"_s))
{
    m_pane->setAvatarVisible(false);
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void ProviderPane::build()
{
    auto* facts = m_pane->addSection(m_page);
    m_facts = new KeyValueGrid(this);
    m_issuer = m_facts->addRow(u"issuer"_s, true);
    m_client = m_facts->addRow(u"client"_s, true);
    m_redirect = m_facts->addRow(u"redirect"_s, true);
    m_copy = m_facts->addLink(u"redirect"_s, u"providers.details.copy"_s);
    m_first = m_facts->addRow(u"first"_s);
    m_roles = m_facts->addRow(u"roles"_s);
    m_factor = m_facts->addRow(u"factor"_s);
    m_lastUsed = m_facts->addRow(u"last_used"_s);
    m_added = m_facts->addRow(u"added"_s);
    facts->body()->addWidget(m_facts);
    m_linksSection = m_pane->addSection(m_page);
    m_link = m_linksSection->addLink(u"providers.details.link"_s);
    m_links = new LinesList(u"providers.details.links"_s, m_linksSection);
    m_linksSection->setContent(m_links);
    m_eventsSection = m_pane->addSection(m_page);
    m_allEvents = m_eventsSection->addLink(u"providers.details.all_events"_s);
    m_events = new LinesList(u"providers.details.events"_s, m_eventsSection);
    m_eventsSection->setContent(m_events);
    m_test = makeButton(ButtonKind::Secondary, u"providers.details.test"_s, this);
    m_edit = makeButton(ButtonKind::Secondary, u"providers.details.edit"_s, this);
    m_remove = makeIconButton(Icon::Trash, u"providers.details.remove"_s, this, ButtonSize::Normal);
    m_toggle = makeButton(ButtonKind::Danger, u"providers.details.toggle"_s, this);
    m_pane->addFooterAction(m_test);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_remove);
    m_pane->addFooterDanger(m_toggle);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text(m_provider->redirectUri)); });
    connect(m_link, &QPushButton::clicked, this, &ProviderPane::linkRequested);
    connect(m_allEvents, &QPushButton::clicked, this, &ProviderPane::eventsRequested);
    connect(m_test, &QPushButton::clicked, this, &ProviderPane::testRequested);
    connect(m_edit, &QPushButton::clicked, this, &ProviderPane::editRequested);
    connect(m_remove, &QPushButton::clicked, this, &ProviderPane::removeRequested);
    connect(m_toggle, &QPushButton::clicked, this, &ProviderPane::toggleRequested);
}

void ProviderPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    m_facts->setRowName(u"issuer"_s, tr("Issuer"));
    m_facts->setRowName(u"client"_s, tr("Client ID"));
    m_facts->setRowName(u"redirect"_s, tr("Redirect address"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("To be registered at the provider"));
    m_facts->setRowName(u"first"_s, tr("First sign-in"));
    m_facts->setRowName(u"roles"_s, tr("Roles"));
    m_facts->setRowName(u"factor"_s, tr("Second factor"));
    m_facts->setRowName(u"last_used"_s, tr("Last used"));
    m_facts->setRowName(u"added"_s, tr("Added"));
    m_linksSection->setTitle(tr("Linked users"));
    m_link->setText(tr("Link a user"));
    m_eventsSection->setTitle(tr("Recent events"));
    m_allEvents->setText(tr("Show all"));
    m_test->setText(tr("Test this login"));
    m_edit->setText(tr("Edit"));
    setIconButtonText(m_remove, tr("Delete…"));
    if (m_provider) {
        showProvider();
        refresh();
    }
}

void ProviderPane::setProvider(const identity::IdentityProvider& provider)
{
    const bool same = m_provider && m_provider->id == provider.id;
    m_provider = provider;
    showProvider();
    if (!same) {
        m_links->setLines({});
        m_events->setLines({});
        m_linksSection->setCount({});
    }
    refresh();
}

void ProviderPane::showProvider()
{
    const auto& provider = *m_provider;
    const auto& fields = provider.fields;
    m_pane->setTitle(text(fields.title));
    m_pane->setSubtitle(u"/auth/"_s + text(fields.name));
    const auto state = providerState(provider);
    m_pane->pill()->setContent(provider.enabled ? Tone::Success : Tone::Muted, state.icon, state.text);
    m_pane->pill()->show();
    m_issuer->setText(text(fields.issuer));
    m_client->setText(text(fields.clientId));
    m_redirect->setText(text(provider.redirectUri));
    m_first->setText(firstLoginText(fields.firstLogin));
    m_roles->setText(
        fields.roleRules.empty()
            ? rolesText(fields.roles)
            : tr("%1, and %Ln rule(s)", nullptr, static_cast<int>(fields.roleRules.size())).arg(rolesText(fields.roles)));
    const bool accepts = !fields.acceptedAmr.empty() || !fields.acceptedAcr.empty();
    m_factor->setText(
        accepts
            ? tr("The provider’s counts: %1").arg(wordsTo(fields.acceptedAmr, u' ') + u' ' + wordsTo(fields.acceptedAcr, u' '))
            : tr("The user’s own, here"));
    m_lastUsed->setText(whenText(provider.lastUsedAt, now()));
    m_added->setText(provider.createdBy.empty() ? dayText(provider.createdAt)
                                                : tr("%1 by %2").arg(dayText(provider.createdAt), text(provider.createdBy)));
    const QString against = lacks(m_console, Permission::ProvidersUpdate);
    allow(m_link, lacks(m_console, Permission::UsersLink));
    allow(m_test, against);
    allow(m_edit, against);
    allow(m_remove, lacks(m_console, Permission::ProvidersDelete));
    m_toggle->setText(provider.enabled ? tr("Disable") : tr("Enable"));
    setButtonKind(m_toggle, provider.enabled ? ButtonKind::Danger : ButtonKind::Secondary);
    allow(m_toggle, against);
}

void ProviderPane::refresh()
{
    if (!m_provider)
        return;
    readBehind(
        m_events,
        [id = m_provider->id](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            SALLYPORT_ASSIGN(found.provider, services.identityProviders.read(actor, id));
            identity::OutsideLinkQuery links;
            links.provider = id;
            links.limit = linksShown;
            if (auto page = services.identityProviders.links(actor, links))
                found.links = std::move(*page);
            else
                found.linksError = page.error();
            found.events = eventsOf(services, actor, {id.text(), found.provider.fields.title}, providerEventsShown);
            return found;
        },
        [this, id = m_provider->id] { return m_provider && m_provider->id == id; },
        [this](const Background& found) {
            m_provider = found.provider;
            showProvider();
            showLinks(found);
            showEvents(m_events, found.events.events, found.events.error, now());
        });
}

void ProviderPane::showLinks(const Background& found)
{
    m_links->disconnect(this);
    m_linksSection->setCount(found.linksError ? QString() : QLocale().toString(static_cast<qlonglong>(found.links.total)));
    if (found.linksError || found.links.links.empty())
        return m_links->setNotice(found.linksError ? errorLine(*found.linksError) : tr("Nobody yet"));
    QList<LinesList::Line> lines;
    for (const auto& link : found.links.links) {
        LinesList::Line line;
        line.icon = Icon::Link;
        line.text = text(link.userName);
        line.note = link.label.empty() ? text(link.subject) : text(link.label);
        line.toolTip = tr("Subject %1, last used: %2").arg(text(link.subject), whenText(link.lastUsedAt, now()));
        if (m_console.may(Permission::UsersLink))
            line.link = tr("Unlink…");
        lines << line;
    }
    m_links->setLines(lines);
    connect(m_links, &LinesList::linkActivated, this,
            [this, links = found.links.links](int line) { Q_EMIT unlinkRequested(links.at(static_cast<std::size_t>(line))); });
}

} // namespace sallyport::ui
