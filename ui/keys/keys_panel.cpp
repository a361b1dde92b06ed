#include "ui/keys/keys_panel.h"

#include "ui/console/permit.h"
#include "ui/keys/key_actions.h"
#include "ui/keys/key_pane.h"
#include "ui/keys/keys_model.h"
#include "ui/keys/keys_several_pane.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/parts/folders.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"
#include "ui/words/key_text.h"

#include <QFileDialog>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using identity::ApiKeyQuery;

namespace {

constexpr std::array<ApiKeyQuery::Filter, 5> kinds{ApiKeyQuery::Filter::All, ApiKeyQuery::Filter::Expiring,
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
        dialog->setDirectory(documentsFolder());
        dialog->selectFile(suggested);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
        dialog->open();
    };
}

KeysPanel::KeysPanel(Console& console, SaveChooser chooser, QWidget* parent)
    : Panel(console, parent), m_model(new KeysModel(console, this)), m_chooser(std::move(chooser)),
      m_header(new PageHeader(this)), m_banners(new QWidget(this)), m_bannersColumn(new QVBoxLayout(m_banners)),
      m_toast(new Toast(this))
{
    setObjectName(u"keys"_s);
    m_actions = new KeyActions(console, this, m_toast);
    m_list = new ListPanel({.name = u"keys"_s,
                            .model = m_model,
                            .columns = KeysModel::columns(),
                            .icon = Icon::Key,
                            .sortedColumn = KeysModel::Name,
                            .filtered = [this] { return isFiltered(); }},
                           m_header, m_toast, this);
    m_pane = new KeyPane(console, this);
    m_several = new KeysSeveralPane(console, this);
    m_list->setPane(u"keys.splitter"_s, m_pane, m_several);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banners);
    column->addWidget(m_list, 1);
    setLeadingMargins(m_banners, {24, 16, 16, 4});
    m_bannersColumn->setSpacing(8);
    m_banners->hide();
    buildHeader();
    buildFilter();
    connectList();
    connectPane();
    addShortcuts();
    refreshAfter({"key.", "service_account.", "user.roles_changed"});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

KeysPanel::~KeysPanel() = default;

DataTable* KeysPanel::table() const
{
    return m_list->table();
}

void KeysPanel::buildHeader()
{
    m_create = makeButton(ButtonKind::Primary, u"keys.create"_s, m_header, Icon::Plus);
    m_header->addAction(m_create);
    connect(m_create, &QPushButton::clicked, this, [this] { m_actions->create(); });
}

void KeysPanel::buildFilter()
{
    auto* filter = m_list->filter();
    m_kinds = new SegmentedControl(u"keys.kinds"_s, filter);
    for (const char* name : {"all", "expiring", "stale", "over_scoped", "ended"})
        m_kinds->addSegment(QLatin1StringView(name));
    filter->addWidget(m_kinds);
    m_list->addColumnsButton(u"keys.columns"_s);
    m_addAccount = makeButton(ButtonKind::Secondary, u"keys.add_account"_s, m_list->empty(), Icon::Bot);
    m_list->empty()->addAction(m_addAccount);
}

void KeysPanel::setTexts()
{
    m_header->setTitle(tr("API keys"));
    m_create->setText(tr("Create key"));
    allow(m_create, console().may(Permission::KeysOwn) ? QString() : lacks(console(), Permission::KeysCreate), true,
          tr("Create key (Ctrl+N)"));
    m_kinds->setAccessibleName(tr("Which keys"));
    m_addAccount->setText(tr("Service accounts"));
    m_list->setTexts({.placeholder = tr("Filter keys"),
                      .filter = tr("Filter keys by name, prefix or owner"),
                      .table = tr("API keys"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading API keys"),
                      .safe = tr("Nothing is lost, and the keys keep working.")});
}

void KeysPanel::setEmptyTexts()
{
    auto* empty = m_list->empty();
    const bool filtered = isFiltered();
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

void KeysPanel::showState()
{
    setEmptyTexts();
    showFilters();
}

void KeysPanel::connectList()
{
    connect(m_list, &ListPanel::searched, m_model, &KeysModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] {
        m_kinds->setCurrent(0);
        m_model->change([](ApiKeyQuery& query) {
            query.owner.reset();
            query.filter = ApiKeyQuery::Filter::All;
        });
    });
    connect(m_list, &ListPanel::shown, this, &KeysPanel::showState);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        const auto* key = m_model->rowAt(row);
        if (key && !(m_pane->isVisible() && m_pane->hasKey() && m_pane->key().id == key->id))
            openPane(*key);
    });
    connect(m_list, &ListPanel::removalRequested, this, [this] { m_actions->revoke(selectedKeys()); });
    connect(m_list, &ListPanel::menuWanted, this, [this](QMenu* menu) {
        if (const auto keys = selectedKeys(); !keys.empty())
            m_actions->fillMenu(menu, keys);
    });
    connect(m_kinds, &SegmentedControl::currentChanged, this, [this](int index) {
        m_list->change(
            [&] { m_model->change([&](ApiKeyQuery& query) { query.filter = kinds.at(static_cast<std::size_t>(index)); }); });
    });
    connect(m_addAccount, &QPushButton::clicked, this, [this] { Q_EMIT navigate(u"service_accounts"_s, {}); });
    connect(m_model, &KeysModel::statisticsChanged, this, [this] {
        m_list->setAll(m_model->statistics().total);
        showFilters();
    });
}

void KeysPanel::openPane(const identity::ApiKey& key)
{
    m_pane->setKey(key);
    m_list->openPane();
}

} // namespace sallyport::ui
