#include "ui/providers/providers_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/providers/provider_pane.h"
#include "ui/providers/providers_model.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QDesktopServices>
#include <QUrl>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::IdentityProvider;

ProvidersPanel::ProvidersPanel(Console& console, BrowserOpener browser, QWidget* parent)
    : Panel(console, parent), m_openBrowser(std::move(browser)), m_model(new ProvidersModel(console, this)),
      m_header(new PageHeader(this)), m_add(makeButton(ButtonKind::Primary, u"providers.add"_s, m_header, Icon::Plus)),
      m_toast(new Toast(this))
{
    setObjectName(u"providers"_s);
    build();
    connectList();
    connectPane();
    addShortcuts();
    refreshAfter({"provider.", "user.linked", "user.unlinked"});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

ProvidersPanel::~ProvidersPanel() = default;

BrowserOpener ProvidersPanel::desktopBrowser()
{
    return [](const QString& url) { QDesktopServices::openUrl(QUrl(url)); };
}

DataTable* ProvidersPanel::table() const
{
    return m_list->table();
}

void ProvidersPanel::build()
{
    m_list = new ListPanel({.name = u"providers"_s,
                            .model = m_model,
                            .columns = ProvidersModel::columns(),
                            .icon = Icon::Globe,
                            .oneRow = true,
                            .filtered = [this] { return !m_model->filter().empty(); }},
                           m_header, m_toast, this);
    m_list->setAdd(m_add);
    m_pane = new ProviderPane(console(), this);
    m_list->setPane(u"providers.splitter"_s, m_pane);
    m_header->addAction(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
}

void ProvidersPanel::setTexts()
{
    m_header->setTitle(tr("Identity providers"));
    m_add->setText(tr("Add provider"));
    allow(m_add, lacks(console(), Permission::ProvidersCreate), true, tr("Add provider (Ctrl+N)"));
    m_list->setTexts({.placeholder = tr("Filter providers"),
                      .filter = tr("Filter identity providers by title"),
                      .table = tr("Identity providers"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading identity providers"),
                      .safe = tr("Signing in does not depend on this list.")});
}

void ProvidersPanel::setEmptyTexts()
{
    if (!m_model->filter().empty())
        m_list->empty()->setTexts(tr("No provider matches"), tr("No identity provider has this text in its title."));
    else
        m_list->empty()->setTexts(
            tr("No identity providers yet"),
            tr("Users can sign in with an account that they have elsewhere: register this server there, add the "
               "provider here, and test the login."));
}

void ProvidersPanel::connectList()
{
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_list, &ListPanel::searched, this,
            [this](const QString& words) { m_model->setFilter(words.trimmed().toStdString()); });
    connect(m_list, &ListPanel::shown, this, &ProvidersPanel::setEmptyTexts);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const auto* provider = m_model->rowAt(row))
            openPane(*provider);
    });
    connect(m_list, &ListPanel::menuWanted, this, &ProvidersPanel::fillMenu);
    connect(m_list, &ListPanel::removalRequested, this, [this] {
        if (const auto* provider = currentProvider(); provider && console().may(Permission::ProvidersDelete))
            remove(*provider);
    });
}

void ProvidersPanel::connectPane()
{
    connect(m_pane, &ProviderPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &ProviderPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &ProviderPane::editRequested, this, [this] { edit(m_pane->provider()); });
    connect(m_pane, &ProviderPane::testRequested, this, [this] { test(m_pane->provider()); });
    connect(m_pane, &ProviderPane::linkRequested, this, [this] { link(m_pane->provider()); });
    connect(m_pane, &ProviderPane::unlinkRequested, this, &ProvidersPanel::unlink);
    connect(m_pane, &ProviderPane::toggleRequested, this, [this] { toggle(m_pane->provider()); });
    connect(m_pane, &ProviderPane::removeRequested, this, [this] { remove(m_pane->provider()); });
    connect(m_pane, &ProviderPane::eventsRequested, this, [this] { showEventsOf(m_pane->provider().fields.title); });
}

void ProvidersPanel::addShortcuts()
{
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            edit({});
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        if (const auto* provider = currentProvider(); provider && console().may(Permission::ProvidersUpdate))
            edit(*provider);
    });
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        if (const auto* provider = currentProvider(); provider && console().may(Permission::ProvidersUpdate))
            test(*provider);
    });
}

void ProvidersPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = ProviderId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.identityProviders.read(actor, id);
        },
        [this](const Result<IdentityProvider>& provider) {
            if (!provider)
                return;
            openPane(*provider);
            m_list->reveal(text(provider->id.text()));
        });
}

void ProvidersPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

const IdentityProvider* ProvidersPanel::currentProvider() const
{
    return m_model->rowAt(m_list->currentRow());
}

void ProvidersPanel::openPane(const IdentityProvider& provider)
{
    if (m_pane->isVisible() && m_pane->hasProvider() && m_pane->provider().id == provider.id)
        return;
    m_pane->setProvider(provider);
    m_list->openPane();
}

} // namespace sallyport::ui
