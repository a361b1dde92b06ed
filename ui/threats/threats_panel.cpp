#include "ui/threats/threats_panel.h"

#include "backend/protection/lists/address_rules.h"
#include "ui/charts/column_chart.h"
#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/parts/address_actions.h"
#include "ui/parts/step_column.h"
#include "ui/threats/ban_rows.h"
#include "ui/threats/score_ruler.h"
#include "ui/threats/score_table.h"
#include "ui/threats/threat_pane.h"
#include "ui/threats/threats_model.h"
#include "ui/threats/threshold_strip.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/toast.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/threat_text.h"
#include "ui/words/user_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::ThreatAddress;
using protection::ThreatGroup;

namespace {

constexpr int toolbarHeight = 48, bansHeight = 236;
constexpr int readEveryMs = 3000, previewAfterMs = 150;

QLabel* label(TextStyle style, Tone tone, const QString& name, QWidget* parent)
{
    auto* made = makeLabel(style, tone, parent);
    made->setObjectName(name);
    return made;
}

} // namespace

ThreatsPanel::ThreatsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new ThreatsModel(console, this)), m_banRows(new BanRows(console, this)),
      m_header(new PageHeader(this)), m_toast(new Toast(this)), m_actions(new AddressActions(console, this, m_toast))
{
    setObjectName(u"threats"_s);
    build();
    connectParts();
    connectPane();
    refreshAfter({"threat.", "address.banned", "address.rule", "setting."});
    m_timer.setInterval(readEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &ThreatsPanel::read);
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(previewAfterMs);
    connect(&m_previewTimer, &QTimer::timeout, this, &ThreatsPanel::askPreview);
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    refresh();
}

ThreatsPanel::~ThreatsPanel() = default;

void ThreatsPanel::build()
{
    m_weights = makeButton(ButtonKind::Secondary, u"threats.weights"_s, this);
    m_ban = makeButton(ButtonKind::Secondary, u"threats.ban"_s, this, Icon::Ban);
    m_header->addAction(m_weights);
    m_header->addAction(m_ban);
    auto* list = new QWidget(this);
    m_strip = new ThresholdStrip(list);
    m_strip->hide();
    m_table = new ScoreTable(u"threats.table"_s, m_model, list);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_states = new StateStack(u"threats.list"_s, m_table, list);
    m_states->empty()->setIcon(Icon::Threats);
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeToolbar());
    rows->addWidget(m_strip);
    rows->addWidget(m_states, 1);
    m_bans = makeBans(list);
    rows->addWidget(m_bans);
    m_pane = new ThreatPane(console(), *m_actions, this);
    m_splitter = new SideSplitter(u"threats.splitter"_s, this);
    m_splitter->setParts(list, m_pane);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
}

QWidget* ThreatsPanel::makeToolbar()
{
    auto* bar = new Surface(Token::Surface, this);
    bar->setHairlines(Qt::BottomEdge);
    m_mode = new SegmentedControl(u"threats.mode"_s, bar);
    for (const char* mode : {"off", "observe", "enforce"})
        m_mode->addSegment(QLatin1StringView(mode));
    m_mode->setNone(); // until it was read what is in force
    m_legend = new ChartLegend(u"threats.legend"_s, bar);
    m_halving = label(TextStyle::Small, Tone::Muted, u"threats.halving"_s, bar);
    bar->setMinimumHeight(std::max(scaled(toolbarHeight, this), m_mode->sizeHint().height() + 20));
    auto* row = new QHBoxLayout(bar);
    setLeadingMargins(bar, {24, 0, 16, 0});
    row->setSpacing(24);
    row->addWidget(m_mode);
    row->addWidget(m_legend);
    row->addStretch(1);
    row->addWidget(m_halving);
    return bar;
}

QWidget* ThreatsPanel::makeBans(QWidget* parent)
{
    auto* region = new Surface(Token::Surface, parent);
    region->setObjectName(u"threats.bans"_s);
    region->setHairlines(Qt::TopEdge);
    m_bansTitle = label(TextStyle::Heading, Tone::Normal, u"threats.bans.title"_s, region);
    m_bansCount = label(TextStyle::Body, Tone::Muted, u"threats.bans.count"_s, region);
    m_openBans = makeButton(ButtonKind::Link, u"threats.bans.open"_s, region);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(leadingMargins(24, 12, 16, 2));
    head->setSpacing(8);
    head->addWidget(m_bansTitle);
    head->addWidget(m_bansCount);
    head->addStretch(1);
    head->addWidget(m_openBans);
    m_bansTable = new DataTable(u"threats.bans.table"_s, region);
    m_bansTable->setCompact(true);
    m_bansTable->setModel(m_banRows);
    m_bansTable->setColumns(BanRows::columns());
    m_bansTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_bansTable->horizontalHeader()->setSortIndicatorShown(false);
    m_bansTable->horizontalHeader()->setSectionsClickable(false);
    m_bansTable->setItemDelegateForColumn(BanRows::Step, new StepColumn(m_bansTable));
    auto* column = new QVBoxLayout(region);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_bansTable, 1);
    region->setFixedHeight(scaled(bansHeight, this));
    region->setVisible(console().may(Permission::BansRead));
    return region;
}

void ThreatsPanel::connectParts()
{
    connect(m_mode, &SegmentedControl::currentChanged, this, &ThreatsPanel::changeMode);
    connect(m_table->ruler(), &QSlider::valueChanged, this, &ThreatsPanel::thresholdMoved);
    connect(m_strip, &ThresholdStrip::keepRequested, this, &ThreatsPanel::keepThreshold);
    connect(m_strip, &ThresholdStrip::saveRequested, this, &ThreatsPanel::saveThreshold);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        refresh();
    });
    connect(m_table, &DataTable::rowActivated, this, &ThreatsPanel::openAddress);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { openAddress(index.row()); });
    connect(m_table, &DataTable::currentRowChanged, this, [this](int row) {
        if (m_splitter->isPaneOpen())
            openAddress(row);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const ThreatAddress* address = m_model->rowAt(m_table->rowAt(at.y()))) {
            auto* menu = new QMenu(m_table);
            menu->setObjectName(u"threats.menu"_s);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            fillMenu(menu, *address);
            menu->popup(m_table->viewport()->mapToGlobal(at));
        }
    });
    connect(m_openBans, &QPushButton::clicked, this, [this] { Q_EMIT navigate(u"bans"_s, {}); });
    connect(m_bansTable, &DataTable::rowActivated, this, [this](int row) {
        if (const auto* rule = m_banRows->ruleAt(row))
            Q_EMIT navigate(u"bans"_s, text(rule->id.text()));
    });
    connect(m_weights, &QPushButton::clicked, this, &ThreatsPanel::openWeights);
    connect(m_ban, &QPushButton::clicked, this, [this] { m_actions->add({}, protection::AddressAction::Block); });
    connect(m_actions, &AddressActions::changed, this, &ThreatsPanel::refresh);
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
}

void ThreatsPanel::connectPane()
{
    connect(m_pane, &ThreatPane::closeRequested, this, &ThreatsPanel::closePane);
    connect(m_pane, &ThreatPane::vanished, this, &ThreatsPanel::closePane);
    connect(m_pane, &ThreatPane::banRequested, this, [this] { ban(m_pane->address()); });
    connect(m_pane, &ThreatPane::unbanRequested, this, [this] { unban(text(m_pane->address().text)); });
    connect(m_pane, &ThreatPane::allowRequested, this, [this] { m_actions->letIn(text(m_pane->address().text)); });
    connect(m_pane, &ThreatPane::eventsRequested, this, [this] { openEvents(text(m_pane->address().text)); });
}

void ThreatsPanel::setTexts()
{
    m_header->setTitle(tr("Threats"));
    m_weights->setText(tr("Weights"));
    m_ban->setText(tr("Ban address"));
    allow(m_ban, m_actions->againstBan(), true, tr("Ban an address or a range by hand"));
    m_mode->setAccessibleName(tr("What a score that is too high leads to"));
    m_mode->setSegmentText(0, controlModeText(settings::ControlMode::Off));
    m_mode->setSegmentText(1, controlModeText(settings::ControlMode::Observe));
    m_mode->setSegmentText(2, controlModeText(settings::ControlMode::Enforce));
    allow(m_mode, lacks(console(), Permission::ProtectionUpdate), m_rules.has_value());
    QList<ChartLegend::Entry> groups;
    for (const ThreatGroup group : {ThreatGroup::Attack, ThreatGroup::Probing, ThreatGroup::Volume, ThreatGroup::Other})
        groups << ChartLegend::Entry{threatGroupText(group), threatGroupFill(group), {}};
    m_legend->setEntries(groups);
    m_table->setAccessibleName(tr("Addresses by score"));
    m_table->ruler()->setAccessibleName(tr("Score from which an address is banned"));
    m_table->ruler()->setToolTip(tr("Drag, or use the arrow keys; Esc takes it back"));
    m_bansTitle->setText(tr("Bans"));
    m_openBans->setText(tr("Open bans"));
    m_bansTable->setAccessibleName(tr("Newest bans"));
    m_states->loading()->setText(tr("Loading scores"));
    m_states->empty()->setTexts(
        tr("No address stands out"),
        tr("Who asks too much, tries passwords or looks for holes gets points and stands here until they are "
           "forgotten."));
    m_model->retranslate();
    m_banRows->retranslate();
    if (m_rules)
        takeRules(*m_rules);
    showState();
}

bool ThreatsPanel::event(QEvent* event)
{
    // What nobody sees isn't read.
    if (event->type() == QEvent::Show) {
        m_timer.start();
        if (m_hasList)
            read();
    } else if (event->type() == QEvent::Hide) {
        m_timer.stop();
    }
    return Panel::event(event);
}

void ThreatsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_splitter->isPaneOpen())
        return closePane();
    Panel::keyPressEvent(event);
}

void ThreatsPanel::activate(const QString& argument)
{
    m_table->setFocus();
    if (argument.isEmpty())
        return;
    m_wanted = argument;
    if (const int row = m_model->rowOf(argument); row >= 0) {
        m_wanted.clear();
        m_table->selectRow(row);
        openAddress(row);
    }
}

void ThreatsPanel::refresh()
{
    readRules();
    read();
    readBans();
}

void ThreatsPanel::read()
{
    if (m_reading)
        return;
    m_reading = true;
    constexpr std::size_t most = 200;
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.threats.list(actor, most); },
        [this](const Result<protection::ThreatList>& list) {
            m_reading = false;
            takeList(list);
        });
}

void ThreatsPanel::readRules()
{
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.threats.rules(actor); },
        [this](const Result<protection::ThreatRules>& rules) {
            if (rules)
                takeRules(*rules);
        });
}

void ThreatsPanel::readBans()
{
    if (!console().may(Permission::BansRead))
        return;
    console().run(
        this,
        [](Services& services, const access::Actor& actor) {
            protection::AddressRuleQuery query;
            query.action = protection::AddressAction::Block;
            return services.addressRules.list(actor, query);
        },
        [this](const Result<protection::AddressRulePage>& page) {
            if (!page)
                return;
            m_banRows->setRules(page->rules);
            m_bansCount->setText(QLocale().toString(static_cast<qlonglong>(page->total)));
        });
}

void ThreatsPanel::takeList(const Result<protection::ThreatList>& list)
{
    if (!list) {
        if (list.error().code != ErrorCode::Cancelled && !m_hasList)
            m_states->showError(list.error(), tr("Scores are kept and lead to bans: the server doesn’t need this list."));
        return;
    }
    const ThreatAddress* current = m_model->rowAt(m_table->currentIndex().row());
    const QString shown = current ? text(current->text) : QString();
    m_hasList = true;
    m_total = static_cast<qint64>(list->total);
    m_model->setRows(list->rows);
    showState();
    const QString wanted = std::exchange(m_wanted, {});
    const int row = m_model->rowOf(wanted.isEmpty() ? shown : wanted);
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    if (row >= 0 && (!wanted.isEmpty() || m_splitter->isPaneOpen()))
        openAddress(row);
}

void ThreatsPanel::takeRules(const protection::ThreatRules& rules)
{
    const bool moved = m_rules && m_table->ruler()->isChanged();
    m_rules = rules;
    m_showing = true;
    m_mode->setCurrent(static_cast<int>(rules.mode));
    allow(m_mode, lacks(console(), Permission::ProtectionUpdate));
    m_table->ruler()->setInForce(static_cast<int>(rules.threshold));
    if (!moved)
        m_table->ruler()->setValue(static_cast<int>(rules.threshold));
    m_showing = false;
    m_model->setThreshold(static_cast<int>(rules.threshold));
    m_halving->setText(tr("Scores halve every %1").arg(lengthText(rules.halfLife.count())));
    m_pane->setThresholds(m_table->ruler()->value(), m_table->ruler()->inForce());
    m_table->viewport()->update();
    allow(m_table->ruler(), lacks(console(), Permission::ProtectionUpdate), true,
          tr("Drag, or use the arrow keys; Esc takes it back"));
    thresholdMoved();
}

void ThreatsPanel::showState()
{
    if (!m_hasList)
        return;
    m_header->setNote(Icon::Live, tr("Live, %Ln addresses", nullptr, static_cast<int>(m_total)), Tone::Success);
    if (m_model->rowCount() > 0)
        m_states->showContent();
    else
        m_states->showEmpty();
    beginHere(this);
}

void ThreatsPanel::thresholdMoved()
{
    if (m_showing)
        return;
    const ScoreRuler* ruler = m_table->ruler();
    m_pane->setThresholds(ruler->value(), ruler->inForce());
    m_strip->setVisible(ruler->isChanged());
    m_strip->setThresholds(ruler->value(), ruler->inForce());
    m_strip->setAgainst(lacks(console(), Permission::ProtectionUpdate), m_saving);
    if (ruler->isChanged())
        m_previewTimer.start();
    else
        m_previewTimer.stop();
}

/// Whom the handle's threshold would have banned yesterday. Only the last answer counts.
void ThreatsPanel::askPreview()
{
    const int asked = ++m_asked;
    console().run(
        this,
        [threshold = static_cast<std::uint32_t>(m_table->ruler()->value())](Services& services, const access::Actor& actor) {
            return services.threats.preview(actor, threshold);
        },
        [this, asked](const Result<protection::ThreatPreview>& preview) {
            if (asked != m_asked)
                return;
            if (preview)
                m_strip->setPreview(*preview);
            else
                m_strip->setNotice(tr("What it would have done yesterday is not known right now."));
        });
}

void ThreatsPanel::keepThreshold()
{
    m_table->ruler()->setValue(m_table->ruler()->inForce());
    m_table->ruler()->setFocus();
}

void ThreatsPanel::openAddress(int row)
{
    const ThreatAddress* address = m_model->rowAt(row);
    if (!address)
        return;
    m_pane->setAddress(*address);
    m_splitter->openPane();
}

void ThreatsPanel::closePane()
{
    const auto* focus = window()->focusWidget();
    const bool inside = focus && m_pane->isAncestorOf(focus);
    m_splitter->closePane();
    if (inside)
        m_table->setFocus();
}

void ThreatsPanel::openEvents(const QString& address)
{
    Q_EMIT navigate(u"events"_s, filterTerm(u"address"_s, address));
}

} // namespace sallyport::ui
