#include "ui/coverage/coverage_panel.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/coverage/coverage_figures.h"
#include "ui/coverage/coverage_model.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/tables/data_table.h"
#include "ui/users/user_actions.h"
#include "ui/users/user_pane.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
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
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::User;
using identity::UserQuery;

namespace {

constexpr int RefreshDelay = 2000; // ms; many events of one moment become one refresh

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
      m_figures(new CoverageFigures(this)), m_splitter(new SideSplitter(u"coverage.splitter"_s, this)), m_toast(new Toast(this))
{
    setObjectName(u"coverage"_s);
    m_actions = new UserActions(console, this, m_toast);
    m_rule = makeButton(ButtonKind::Secondary, u"coverage.rule"_s, m_header);
    m_rule->setVisible(console.may(access::Permission::SettingsRead));
    m_header->addAction(m_rule);
    auto* list = buildList();
    m_pane = new UserPane(console, m_splitter);
    m_splitter->setParts(list, m_pane);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_figures);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, this));
    column->addWidget(m_splitter, 1);
    connectList();
    connectPane();
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(RefreshDelay);
    connect(&m_refreshLater, &QTimer::timeout, this, &CoveragePanel::refresh);
    connect(&console, &Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) { eventsArrived(events); });
    connect(&console, &Console::settingsChanged, this, &CoveragePanel::refresh);
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    m_model->reload();
    readFigures();
}

CoveragePanel::~CoveragePanel() = default;

QWidget* CoveragePanel::buildList()
{
    auto* list = new QWidget(m_splitter);
    m_filter = new FilterBar(u"coverage.filter"_s, list);
    m_which = m_filter->addChip(u"coverage.which"_s);
    m_role = m_filter->addChip(u"coverage.role"_s);
    m_table = new DataTable(u"coverage.table"_s, list);
    m_table->setModel(m_model);
    m_table->setColumns(CoverageModel::columns());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setSortIndicator(CoverageModel::User, Qt::AscendingOrder);
    m_states = new StateStack(u"coverage.list"_s, m_table, list);
    m_states->empty()->setIcon(Icon::ShieldCheck);
    m_clear = makeButton(ButtonKind::Secondary, u"coverage.clear_filters"_s, m_states->empty());
    m_states->empty()->addAction(m_clear);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
    return list;
}

void CoveragePanel::connectList()
{
    connect(m_filter->field(), &FilterField::filterChanged, this, [this](const QString& text) {
        m_table->clearSelection();
        m_model->search(text);
        showState();
    });
    connect(m_which, &FilterChip::valueChanged, this, &CoveragePanel::choose);
    connect(m_role, &FilterChip::valueChanged, this, &CoveragePanel::choose);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_filter->field()->clear();
        m_model->search({});
        m_which->setValue(static_cast<int>(UserQuery::Mfa::Off));
        m_role->setValue(QVariant());
        choose();
        m_filter->field()->setFocus();
    });
    auto* head = m_table->horizontalHeader();
    connect(head, &QHeaderView::sortIndicatorChanged, this, [this, head](int column, Qt::SortOrder order) {
        if (m_table->isSortable(column)) {
            m_table->clearSelection();
            m_model->sort(column, order);
            return showState();
        }
        const QSignalBlocker quiet(head);
        head->setSortIndicator(m_model->sortedColumn(), m_model->query().descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_model, &PagedModel::totalChanged, this, &CoveragePanel::showState);
    connect(m_model, &PagedModel::failed, this, &CoveragePanel::showError);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        m_model->reload();
        readFigures();
    });
    const auto open = [this](int row) {
        if (const User* user = m_model->rowAt(row))
            openPane(*user);
    };
    connect(m_table, &DataTable::rowActivated, this, open);
    connect(m_table, &QAbstractItemView::clicked, this, [open](const QModelIndex& index) { open(index.row()); });
    connect(m_table, &DataTable::currentRowChanged, this, [this, open](int row) {
        if (m_pane->isVisible())
            open(row);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &CoveragePanel::contextMenu);
    connect(m_rule, &QPushButton::clicked, this, [this] { Q_EMIT navigate(u"settings"_s, u"mfa.required_roles"_s); });
    auto* find = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_F), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->field()->setFocus();
        m_filter->field()->selectAll();
    });
}

void CoveragePanel::connectPane()
{
    connect(m_pane, &UserPane::closeRequested, this, &CoveragePanel::closePane);
    connect(m_pane, &UserPane::vanished, this, &CoveragePanel::closePane);
    m_actions->serve(m_pane);
    connect(m_pane, &UserPane::eventsRequested, this, [this] { showEventsOf(m_pane->user()); });
    connect(m_actions, &UserActions::changed, this, &CoveragePanel::refresh);
    connect(m_actions, &UserActions::removed, this, &CoveragePanel::closePane);
}

void CoveragePanel::setTexts()
{
    m_header->setTitle(tr("MFA coverage"));
    m_rule->setText(tr("Change rule"));
    m_rule->setToolTip(tr("Which roles require a second factor, and how much time there is"));
    m_filter->field()->setPlaceholderText(tr("Filter users"));
    m_filter->field()->setAccessibleName(tr("Filter users by name or e-mail"));
    m_table->setAccessibleName(tr("Users by second factor"));
    m_clear->setText(tr("Clear filters"));
    m_states->loading()->setText(tr("Loading users"));
    setChipTexts();
    showFigures();
    showState();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, CoverageModel::ColumnCount - 1);
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
    m_table->clearSelection();
    m_model->show(static_cast<UserQuery::Mfa>(m_which->value().toInt()),
                  role.isValid() ? std::optional(role.toString().toStdString()) : std::nullopt);
    showFigures();
    showState();
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

void CoveragePanel::showState()
{
    const auto& query = m_model->query();
    m_header->setCount(m_model->hasAnswer() ? tr("%L1").arg(m_model->rowCount()) : QString());
    const bool filtered = !query.text.empty() || query.role || query.mfa != UserQuery::Mfa::Off;
    m_clear->setVisible(filtered);
    if (filtered)
        m_states->empty()->setTexts(tr("Nobody matches"), tr("No user has this text and these properties. Take one of "
                                                             "the filters away to see more."));
    else
        m_states->empty()->setTexts(tr("Everybody has a second factor"), tr("Who is added without one stands here until "
                                                                            "it is set up."));
    if (!m_model->hasAnswer())
        m_states->showLoading();
    else if (m_model->rowCount() == 0)
        m_states->showEmpty();
    else
        m_states->showContent();
}

void CoveragePanel::showError(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (m_model->hasAnswer())
        return m_toast->say(Tone::Danger, tr("The list could not be read again. What you see may be old."));
    m_header->setCount({});
    m_states->showError(error, tr("Nothing is lost and the server keeps running."));
}

void CoveragePanel::openPane(const User& user)
{
    if (!(m_pane->isVisible() && m_pane->hasUser() && m_pane->user().id == user.id))
        m_pane->setUser(user);
    m_splitter->openPane();
}

void CoveragePanel::closePane()
{
    m_splitter->closePane();
    m_pane->clear();
    m_table->setFocus();
}

void CoveragePanel::contextMenu(const QPoint& at)
{
    const User* found = m_model->rowAt(m_table->rowAt(at.y()));
    if (!found)
        return;
    const User user = *found;
    auto* menu = new QMenu(m_table);
    menu->setObjectName(u"coverage.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    put(tr("Show user"), [this, user] { Q_EMIT navigate(u"users"_s, text(user.id.text())); });
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Show events"), [this, user] { showEventsOf(user); });
    menu->addSeparator();
    allow(put(user.mfaEnabled ? tr("Reset MFA…") : tr("Set up MFA…"), [this, user] { m_actions->mfa(user); }),
          lacks(console(), access::Permission::UsersResetMfa, user.id, user.roles));
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void CoveragePanel::showEventsOf(const User& user)
{
    auto name = text(user.name);
    Q_EMIT navigate(u"events"_s, u"user:\"%1\""_s.arg(name.remove(u'"')));
}

void CoveragePanel::activate(const QString& argument)
{
    m_table->setFocus();
    const auto choice =
        std::ranges::find_if(choices, [&](const Which& which) { return argument == QLatin1StringView(which.word); });
    if (choice != choices.end()) {
        m_which->setValue(static_cast<int>(choice->mfa));
        choose();
    } else if (!argument.isEmpty()) {
        m_filter->field()->setText(argument);
    }
}

void CoveragePanel::refresh()
{
    m_model->refresh();
    readFigures();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void CoveragePanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pane->isVisible())
        return closePane();
    Panel::keyPressEvent(event);
}

void CoveragePanel::eventsArrived(const std::vector<audit::Event>& events)
{
    const bool ours = std::ranges::any_of(events, [](const audit::Event& event) {
        return event.kind.starts_with("mfa.") || event.kind.starts_with("user.") || event.kind == "auth.recovery_code_used" ||
               event.kind == "password.changed";
    });
    if (ours && !m_refreshLater.isActive())
        m_refreshLater.start();
}

} // namespace sallyport::ui
