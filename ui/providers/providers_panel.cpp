#include "ui/providers/providers_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/providers/provider_pane.h"
#include "ui/providers/providers_model.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QDesktopServices>
#include <QHeaderView>
#include <QKeyEvent>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::IdentityProvider;

namespace {

constexpr int ProvidersRefreshDelay = 2000; // ms; many events of one moment become one refresh

} // namespace

ProvidersPanel::ProvidersPanel(Console& console, BrowserOpener browser, QWidget* parent)
    : Panel(console, parent), m_openBrowser(std::move(browser)), m_model(new ProvidersModel(console, this)),
      m_header(new PageHeader(this)), m_add(makeButton(ButtonKind::Primary, u"providers.add"_s, m_header, Icon::Plus)),
      m_splitter(new SideSplitter(u"providers.splitter"_s, this)), m_toast(new Toast(this))
{
    setObjectName(u"providers"_s);
    build();
    connectList();
    connectPane();
    addShortcuts();
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(ProvidersRefreshDelay);
    connect(&m_refreshLater, &QTimer::timeout, this, &ProvidersPanel::refresh);
    connect(&console, &Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) {
        const bool ours = std::ranges::any_of(events, [](const audit::Event& event) {
            return event.kind.starts_with("provider.") || event.kind.starts_with("user.linked") ||
                   event.kind.starts_with("user.unlinked");
        });
        if (ours && !m_refreshLater.isActive())
            m_refreshLater.start();
    });
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    m_model->reload();
}

ProvidersPanel::~ProvidersPanel() = default;

BrowserOpener ProvidersPanel::desktopBrowser()
{
    return [](const QString& url) { QDesktopServices::openUrl(QUrl(url)); };
}

void ProvidersPanel::build()
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
    m_filter = new FilterBar(u"providers.filter"_s, list);
    m_table = new DataTable(u"providers.table"_s, list);
    m_table->setModel(m_model);
    m_table->setColumns(ProvidersModel::columns());
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_states = new StateStack(u"providers.list"_s, m_table, list);
    m_clearFilters = makeButton(ButtonKind::Secondary, u"providers.clear_filters"_s, m_states->empty());
    m_addFirst = makeButton(ButtonKind::Secondary, u"providers.add_first"_s, m_states->empty(), Icon::Plus);
    m_states->empty()->setIcon(Icon::Globe);
    m_states->empty()->addAction(m_clearFilters);
    m_states->empty()->addAction(m_addFirst);
    listColumn->addWidget(m_filter);
    listColumn->addWidget(m_states, 1);
    m_pane = new ProviderPane(console(), m_splitter);
    m_splitter->setParts(list, m_pane);
}

void ProvidersPanel::setTexts()
{
    m_header->setTitle(tr("Identity providers"));
    m_add->setText(tr("Add provider"));
    allow(m_add, lacks(console(), Permission::ProvidersCreate), true, tr("Add provider (Ctrl+N)"));
    m_filter->field()->setPlaceholderText(tr("Filter providers"));
    m_filter->field()->setAccessibleName(tr("Filter identity providers by title"));
    m_table->setAccessibleName(tr("Identity providers"));
    m_clearFilters->setText(tr("Clear filters"));
    m_addFirst->setText(tr("Add provider"));
    m_states->loading()->setText(tr("Loading identity providers"));
    setEmptyTexts();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, ProvidersModel::ColumnCount - 1);
}

void ProvidersPanel::setEmptyTexts()
{
    const bool filtered = !m_model->filter().empty();
    m_clearFilters->setVisible(filtered);
    m_addFirst->setVisible(!filtered && console().may(Permission::ProvidersCreate));
    if (filtered)
        m_states->empty()->setTexts(tr("No provider matches"), tr("No identity provider has this text in its title."));
    else
        m_states->empty()->setTexts(
            tr("No identity providers yet"),
            tr("Users can sign in with an account that they have elsewhere: register this server there, add the "
               "provider here, and test the login."));
}

void ProvidersPanel::showState()
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

void ProvidersPanel::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (m_model->hasAnswer())
        return m_toast->say(Tone::Danger, tr("The list could not be read again. What you see may be old."));
    m_header->setCount({});
    m_states->showError(error, tr("Signing in does not depend on this list."));
}

void ProvidersPanel::connectList()
{
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_addFirst, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_filter->field(), &FilterField::filterChanged, this, [this](const QString& words) {
        m_table->clearSelection();
        m_model->setFilter(words.trimmed().toStdString());
        showState();
    });
    connect(m_clearFilters, &QPushButton::clicked, this, [this] {
        m_filter->field()->clear();
        m_filter->field()->setFocus();
    });
    connect(m_model, &PagedModel::totalChanged, this, &ProvidersPanel::showState);
    connect(m_model, &PagedModel::failed, this, &ProvidersPanel::showError);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        m_model->reload();
    });
    const auto openRow = [this](int row) {
        if (const auto* provider = m_model->rowAt(row))
            openPane(*provider);
    };
    connect(m_table, &DataTable::currentRowChanged, this, [this, openRow](int row) {
        if (m_pane->isVisible())
            openRow(row);
    });
    connect(m_table, &DataTable::rowActivated, this, openRow);
    connect(m_table, &QAbstractItemView::clicked, this, [openRow](const QModelIndex& index) { openRow(index.row()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ProvidersPanel::contextMenu);
}

void ProvidersPanel::connectPane()
{
    connect(m_pane, &ProviderPane::closeRequested, this, &ProvidersPanel::closePane);
    connect(m_pane, &ProviderPane::vanished, this, &ProvidersPanel::closePane);
    connect(m_pane, &ProviderPane::editRequested, this, [this] { edit(m_pane->provider()); });
    connect(m_pane, &ProviderPane::testRequested, this, [this] { test(m_pane->provider()); });
    connect(m_pane, &ProviderPane::linkRequested, this, [this] { link(m_pane->provider()); });
    connect(m_pane, &ProviderPane::unlinkRequested, this, &ProvidersPanel::unlink);
    connect(m_pane, &ProviderPane::toggleRequested, this, [this] { toggle(m_pane->provider()); });
    connect(m_pane, &ProviderPane::removeRequested, this, [this] { remove(m_pane->provider()); });
    connect(m_pane, &ProviderPane::eventsRequested, this, [this] {
        auto name = text(m_pane->provider().fields.title);
        Q_EMIT navigate(u"events"_s, u"user:\"%1\""_s.arg(name.remove(u'"')));
    });
}

void ProvidersPanel::addShortcuts()
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
        if (const auto* provider = currentProvider(); provider && console().may(Permission::ProvidersUpdate))
            edit(*provider);
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_T), [this] {
        if (const auto* provider = currentProvider(); provider && console().may(Permission::ProvidersUpdate))
            test(*provider);
    });
    add(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->field()->setFocus();
        m_filter->field()->selectAll();
    });
}

void ProvidersPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pane->isVisible())
        return closePane();
    if (event->key() == Qt::Key_Delete && m_table->hasFocus() && console().may(Permission::ProvidersDelete))
        if (const auto* provider = currentProvider())
            return remove(*provider);
    Panel::keyPressEvent(event);
}

void ProvidersPanel::activate(const QString& argument)
{
    m_table->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = ProviderId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.identityProviders.read(actor, id);
        },
        [this](const Result<IdentityProvider>& provider) {
            if (provider)
                openPane(*provider);
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
    const auto rows = m_table->selectedRows();
    return rows.size() == 1 ? m_model->rowAt(rows.front()) : nullptr;
}

void ProvidersPanel::openPane(const IdentityProvider& provider)
{
    if (m_pane->isVisible() && m_pane->hasProvider() && m_pane->provider().id == provider.id)
        return;
    m_pane->setProvider(provider);
    m_splitter->openPane();
}

void ProvidersPanel::closePane()
{
    m_splitter->closePane();
    m_table->setFocus();
}

} // namespace sallyport::ui
