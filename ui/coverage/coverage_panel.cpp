#include "ui/coverage/coverage_panel.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/coverage/coverage_figures.h"
#include "ui/coverage/coverage_model.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/users/bulk_conduct.h"
#include "ui/users/bulk_pane.h"
#include "ui/users/user_actions.h"
#include "ui/users/user_pane.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/user_text.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::User;
using identity::UserQuery;

namespace {

struct Which {
    const char* word;
    UserQuery::Mfa mfa;
};
constexpr std::array<Which, 4> choices{{{"off", UserQuery::Mfa::Off},
                                        {"due", UserQuery::Mfa::Due},
                                        {"overdue", UserQuery::Mfa::Overdue},
                                        {"few_codes", UserQuery::Mfa::FewCodes}}};

} // namespace

CoveragePanel::CoveragePanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new CoverageModel(console, this)), m_header(new PageHeader(this)),
      m_figures(new CoverageFigures(this)), m_toast(new Toast(this))
{
    setObjectName(u"coverage"_s);
    m_actions = new UserActions(console, this, m_toast);
    m_rule = makeButton(ButtonKind::Secondary, u"coverage.rule"_s, m_header);
    m_rule->setVisible(console.may(access::Permission::SettingsRead));
    m_header->addAction(m_rule);
    m_list = new ListPanel({.name = u"coverage"_s,
                            .model = m_model,
                            .columns = CoverageModel::columns(),
                            .icon = Icon::ShieldCheck,
                            .sortedColumn = CoverageModel::User,
                            .filtered = [this] { return isFiltered(); }},
                           m_header, m_toast, this);
    m_which = m_list->filter()->addChip(u"coverage.which"_s);
    m_role = m_list->filter()->addChip(u"coverage.role"_s);
    m_pane = new UserPane(console, this);
    m_bulk = new BulkPane(console, this);
    m_list->setPane(u"coverage.splitter"_s, m_pane, m_bulk);
    m_conduct = new BulkConduct(m_list, m_model, m_bulk, m_actions, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_figures);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, this));
    column->addWidget(m_list, 1);
    connectList();
    connectPane();
    refreshAfter({"mfa.", "user.", "auth.recovery_code_used", "password.changed"});
    connect(&console, &Console::settingsChanged, this, &CoveragePanel::refresh);
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
    readFigures();
}

CoveragePanel::~CoveragePanel() = default;

DataTable* CoveragePanel::table() const
{
    return m_list->table();
}

void CoveragePanel::connectList()
{
    connect(m_list, &ListPanel::searched, m_model, &CoverageModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] {
        m_which->setValue(static_cast<int>(UserQuery::Mfa::Off));
        m_role->setValue(QVariant());
        choose();
    });
    connect(m_list, &ListPanel::shown, this, &CoveragePanel::setEmptyTexts);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const User* user = m_model->rowAt(row))
            openPane(*user);
    });
    connect(m_list, &ListPanel::menuWanted, this, &CoveragePanel::fillMenu);
    connect(m_list->states()->error(), &ErrorState::retryRequested, this, &CoveragePanel::readFigures);
    connect(m_which, &FilterChip::valueChanged, this, &CoveragePanel::choose);
    connect(m_role, &FilterChip::valueChanged, this, &CoveragePanel::choose);
    connect(m_rule, &QPushButton::clicked, this, [this] { Q_EMIT navigate(u"settings"_s, u"mfa.required_roles"_s); });
}

void CoveragePanel::connectPane()
{
    connect(m_pane, &UserPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &UserPane::vanished, m_list, &ListPanel::closePane);
    connect(m_list, &ListPanel::paneClosed, m_pane, &UserPane::clear);
    m_actions->serve(m_pane);
    connect(m_pane, &UserPane::eventsRequested, this, [this] { showEventsOf(m_pane->user().name); });
    connect(m_actions, &UserActions::changed, this, &CoveragePanel::refresh);
    connect(m_actions, &UserActions::removed, m_list, &ListPanel::closePane);
}

void CoveragePanel::setTexts()
{
    m_header->setTitle(tr("MFA coverage"));
    m_rule->setText(tr("Change rule"));
    m_rule->setToolTip(tr("Which roles require a second factor, and how much time there is"));
    setChipTexts();
    showFigures();
    m_list->setTexts({.placeholder = tr("Filter users"),
                      .filter = tr("Filter users by name or e-mail"),
                      .table = tr("Users by second factor"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading users"),
                      .safe = tr("Nothing is lost and the server keeps running.")});
}

void CoveragePanel::setChipTexts()
{
    m_which->setOptions({{static_cast<int>(UserQuery::Mfa::Off), tr("Without a second factor")},
                         {static_cast<int>(UserQuery::Mfa::Due), tr("Still in time")},
                         {static_cast<int>(UserQuery::Mfa::Overdue), tr("Overdue")},
                         {static_cast<int>(UserQuery::Mfa::FewCodes), tr("Few recovery codes")}});
    QList<FilterOption> roles{{QVariant(), tr("Any role")}};
    if (m_coverage)
        for (const identity::RoleCoverage& role : m_coverage->roles)
            roles << FilterOption{text(role.role), role.title.empty() ? text(role.role) : roleTitle(role.role)};
    m_role->setOptions(roles);
}

void CoveragePanel::choose()
{
    const auto role = m_role->value();
    m_list->change([&] {
        m_model->change([&](UserQuery& query) {
            query.mfa = static_cast<UserQuery::Mfa>(m_which->value().toInt());
            query.role = role.isValid() ? std::optional(role.toString().toStdString()) : std::nullopt;
        });
    });
    showFigures();
}

void CoveragePanel::readFigures()
{
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.mfa.coverage(actor); },
        [this](Result<identity::MfaCoverage> coverage) {
            if (coverage)
                m_coverage = std::move(*coverage);
            else if (coverage.error().code != ErrorCode::Cancelled)
                m_coverage.reset();
            setChipTexts();
            showFigures();
        });
}

void CoveragePanel::showFigures()
{
    if (m_coverage)
        m_figures->show(*m_coverage, m_model->query().role);
    else
        m_figures->clear();
}

bool CoveragePanel::isFiltered() const
{
    const auto& query = m_model->query();
    return !query.text.empty() || query.role || query.mfa != UserQuery::Mfa::Off;
}

void CoveragePanel::setEmptyTexts()
{
    if (isFiltered())
        m_list->empty()->setTexts(tr("Nobody matches"), tr("No user has this text and these properties. Take one of the "
                                                           "filters away to see more."));
    else
        m_list->empty()->setTexts(tr("Everybody has a second factor"), tr("Who is added without one stands here until "
                                                                          "it is set up."));
}

void CoveragePanel::openPane(const User& user)
{
    if (!(m_pane->isVisible() && m_pane->hasUser() && m_pane->user().id == user.id))
        m_pane->setUser(user);
    m_list->openPane();
}

void CoveragePanel::fillMenu(QMenu* menu, int row)
{
    const User* found = m_model->rowAt(row);
    if (!found || m_bulk->isRunning())
        return;
    if (const auto selected = static_cast<int>(table()->selectedRows().size()); selected > 1)
        return m_actions->fillBulkMenu(menu, selected, [this](const identity::BulkAction& action) { m_conduct->run(action); });
    const User user = *found;
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    put(tr("Show user"), [this, user] { Q_EMIT navigate(u"users"_s, text(user.id.text())); });
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Show events"), [this, name = user.name] { showEventsOf(name); });
    menu->addSeparator();
    allow(put(user.mfaEnabled ? tr("Reset MFA…") : tr("Set up MFA…"), [this, user] { m_actions->mfa(user); }),
          lacks(console(), access::Permission::UsersResetMfa, user.id, user.roles));
}

void CoveragePanel::activate(const QString& argument)
{
    table()->setFocus();
    const auto choice =
        std::ranges::find_if(choices, [&](const Which& which) { return argument == QLatin1StringView(which.word); });
    if (choice != choices.end()) {
        m_which->setValue(static_cast<int>(choice->mfa));
        choose();
    } else if (!argument.isEmpty()) {
        m_list->filter()->field()->setText(argument);
    }
}

void CoveragePanel::refresh()
{
    m_model->refresh();
    readFigures();
    if (m_pane->isVisible())
        m_pane->refresh();
}

} // namespace sallyport::ui
