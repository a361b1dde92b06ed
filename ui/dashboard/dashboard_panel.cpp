#include "ui/dashboard/dashboard_panel.h"

#include "ui/charts/bar_list.h"
#include "ui/charts/column_chart.h"
#include "ui/charts/sparkline.h"
#include "ui/console/permit.h"
#include "ui/dashboard/first_steps.h"
#include "ui/dashboard/needs_list.h"
#include "ui/dashboard/warnings_list.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/parts/figure_cell.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr auto figureInterval = 1s;
constexpr auto readInterval = 5s;
constexpr int sideWidth = 320;
constexpr int figureHeight = 104;

QHBoxLayout* headRow()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(leadingMargins(24, 0, 16, 0));
    row->setSpacing(9);
    return row;
}

} // namespace

DashboardPanel::DashboardPanel(Console& console, QWidget* parent) : Panel(console, parent)
{
    setObjectName(QStringLiteral("dashboard"));
    build();
    m_secondTimer.setInterval(figureInterval);
    m_readTimer.setInterval(readInterval);
    connect(&m_secondTimer, &QTimer::timeout, this, [this] {
        showTraffic(); // figures and legend of one moment
        showNeeds();
        showFirstSteps();
    });
    connect(&m_readTimer, &QTimer::timeout, this, &DashboardPanel::read);
    connect(&console, &Console::serverStatusChanged, this, &DashboardPanel::showNeeds);
    connect(&console, &Console::settingsChanged, this, &DashboardPanel::showNeeds);
    connect(m_newReport, &QPushButton::clicked, this, [this] { Q_EMIT navigate(QStringLiteral("reports"), {}); });
    connect(m_span, &SegmentedControl::currentChanged, this, &DashboardPanel::showChart);
    connect(m_firstSteps, &FirstSteps::taken, this, &DashboardPanel::takeStep);
    connect(m_needs, &NeedsList::taken, this, &DashboardPanel::takeNeed);
    connect(m_warnings, &WarningsList::openEvents, this,
            [this](const QString& filter) { Q_EMIT navigate(QStringLiteral("events"), filter); });
    connect(m_states->error(), &ErrorState::retryRequested, this, &DashboardPanel::refresh);
    connect(m_states->error(), &ErrorState::copyRequested, this,
            [](const QString& details) { QGuiApplication::clipboard()->setText(details); });
    onRetranslate(this, [this] { setTexts(); });
}

void DashboardPanel::build()
{
    m_header = new PageHeader(this);
    m_newReport = makeButton(ButtonKind::Primary, QStringLiteral("dashboard.newReport"), this, Icon::Report);
    m_header->addAction(m_newReport);
    m_newReport->setVisible(mayOpenPanel(console(), QStringLiteral("reports")));

    auto* page = new Surface(Token::Surface);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    m_needs = new NeedsList(page);
    m_warnings = new WarningsList(page);
    grid->addWidget(makeFigures(), 0, 0);
    grid->addWidget(makeUsersFigure(), 0, 2);
    grid->addWidget(makeSeparator(Qt::Horizontal, Token::Border, page), 1, 0, 1, 3);
    grid->addWidget(makeChart(), 2, 0);
    grid->addWidget(m_needs, 2, 2);
    grid->addWidget(makeSeparator(Qt::Horizontal, Token::Border, page), 3, 0, 1, 3);
    grid->addWidget(makeLower(), 4, 0);
    grid->addWidget(m_warnings, 4, 2);
    grid->addWidget(makeSeparator(Qt::Vertical, Token::Border, page), 0, 1, 5, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnMinimumWidth(2, scaled(sideWidth - 1, this));
    grid->setRowMinimumHeight(0, scaled(figureHeight - 1, this));
    grid->setRowStretch(2, 1);
    grid->setRowStretch(4, 1);
    m_needs->setFixedWidth(scaled(sideWidth - 1, this));
    m_warnings->setFixedWidth(scaled(sideWidth - 1, this));

    m_states = new StateStack(QStringLiteral("dashboard.state"), page, this);
    m_states->showLoading();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);
}

QWidget* DashboardPanel::makeFigures()
{
    auto* region = new QWidget;
    auto* row = new QHBoxLayout(region);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_requests = new FigureCell(QStringLiteral("dashboard.requests"), region);
    m_refused = new FigureCell(QStringLiteral("dashboard.refused"), region);
    m_failures = new FigureCell(QStringLiteral("dashboard.failures"), region);
    m_requestsLine = new Sparkline(QStringLiteral("dashboard.requests.line"), m_requests);
    m_refusedLine = new Sparkline(QStringLiteral("dashboard.refused.line"), m_refused);
    m_refusedLine->setLine(Token::ChartRefused);
    m_unusual = new Pill(m_failures);
    m_unusual->hide();
    m_requests->setAside(m_requestsLine);
    m_refused->setAside(m_refusedLine);
    m_failures->setAside(m_unusual);
    row->addWidget(m_requests, 1);
    row->addWidget(makeSeparator(Qt::Vertical, Token::Border, region));
    row->addWidget(m_refused, 1);
    row->addWidget(makeSeparator(Qt::Vertical, Token::Border, region));
    row->addWidget(m_failures, 1);
    return region;
}

QWidget* DashboardPanel::makeUsersFigure()
{
    m_users = new FigureCell(QStringLiteral("dashboard.users"));
    m_users->layout()->setContentsMargins(leadingMargins(20, 13, 16, 12));
    m_mfaBar = new MeterBar(QStringLiteral("dashboard.users.bar"), m_users);
    m_users->setAside(m_mfaBar);
    return m_users;
}

QWidget* DashboardPanel::makeChart()
{
    auto* region = new QWidget;
    m_firstSteps = new FirstSteps(region);
    auto* head = headRow();
    m_chartTitle = makeLabel(TextStyle::Heading, Tone::Normal, region);
    m_chartLegend = new ChartLegend(QStringLiteral("dashboard.chart.legend"), region);
    m_span = new SegmentedControl(QStringLiteral("dashboard.span"), region);
    for (const char* name : {"hour", "day", "week"})
        m_span->addSegment(QLatin1StringView(name));
    m_chartSince = makeLabel(TextStyle::Small, Tone::Muted, region);
    m_chartSince->setObjectName(QStringLiteral("dashboard.chart.since"));
    head->addWidget(m_chartTitle);
    head->addWidget(m_chartSince);
    head->addWidget(m_chartLegend, 1);
    head->addWidget(m_span);
    auto* headBox = new QWidget(region);
    headBox->setFixedHeight(scaled(48, this));
    headBox->setLayout(head);
    m_chart = new ColumnChart(QStringLiteral("dashboard.chart"), region);
    m_chart->setDecimals(1);
    m_chart->setChoosable(true);
    connect(m_chart, &ColumnChart::rangeChosen, this, &DashboardPanel::showEventsOfRange);
    auto* column = new QVBoxLayout(region);
    column->setContentsMargins(0, 0, 0, 12);
    column->setSpacing(0);
    column->addWidget(m_firstSteps);
    column->addWidget(headBox);
    auto* chartRow = new QHBoxLayout;
    chartRow->setContentsMargins(leadingMargins(24, 0, 12, 0));
    chartRow->addWidget(m_chart);
    column->addLayout(chartRow, 1);
    return region;
}

QWidget* DashboardPanel::makeLower()
{
    auto* region = new QWidget;
    auto* refusals = new QWidget(region);
    m_refusalsTitle = makeLabel(TextStyle::Heading, Tone::Normal, refusals);
    m_refusalsSpan = makeLabel(TextStyle::Small, Tone::Muted, refusals);
    m_refusalsTotal = makeLabel(TextStyle::Small, Tone::Muted, refusals);
    m_refusalsQuiet = makeLabel(TextStyle::Body, Tone::Muted, refusals);
    m_refusals = new BarList(QStringLiteral("dashboard.refusals"), refusals);
    auto* refusalsHead = headRow();
    refusalsHead->addWidget(m_refusalsTitle);
    refusalsHead->addWidget(m_refusalsSpan);
    refusalsHead->addStretch(1);
    refusalsHead->addWidget(m_refusalsTotal);
    auto* refusalsBox = new QWidget(refusals);
    refusalsBox->setFixedHeight(scaled(48, this));
    refusalsBox->setLayout(refusalsHead);
    auto* refusalsColumn = new QVBoxLayout(refusals);
    refusalsColumn->setContentsMargins(0, 0, 0, 16);
    refusalsColumn->setSpacing(0);
    refusalsColumn->addWidget(refusalsBox);
    auto* barsRow = new QVBoxLayout;
    barsRow->setContentsMargins(leadingMargins(24, 6, 16, 0));
    barsRow->addWidget(m_refusalsQuiet);
    barsRow->addWidget(m_refusals);
    barsRow->addStretch(1);
    refusalsColumn->addLayout(barsRow, 1);

    auto* signIns = new QWidget(region);
    m_signInsTitle = makeLabel(TextStyle::Heading, Tone::Normal, signIns);
    m_signInsLegend = new ChartLegend(QStringLiteral("dashboard.signIns.legend"), signIns);
    m_signIns = new ColumnChart(QStringLiteral("dashboard.signIns"), signIns);
    m_signIns->setWhole(true);
    auto* signInsHead = headRow();
    signInsHead->setContentsMargins(leadingMargins(20, 0, 16, 0));
    signInsHead->addWidget(m_signInsTitle);
    signInsHead->addWidget(m_signInsLegend, 1);
    auto* signInsBox = new QWidget(signIns);
    signInsBox->setFixedHeight(scaled(48, this));
    signInsBox->setLayout(signInsHead);
    auto* signInsColumn = new QVBoxLayout(signIns);
    signInsColumn->setContentsMargins(0, 0, 0, 20);
    signInsColumn->setSpacing(0);
    signInsColumn->addWidget(signInsBox);
    auto* signInsRow = new QHBoxLayout;
    signInsRow->setContentsMargins(leadingMargins(16, 6, 24, 0));
    signInsRow->addWidget(m_signIns);
    signInsColumn->addLayout(signInsRow, 1);

    auto* row = new QHBoxLayout(region);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(refusals, 1);
    row->addWidget(makeSeparator(Qt::Vertical, Token::Border, region));
    row->addWidget(signIns, 1);
    return region;
}

UtcTime DashboardPanel::now() const
{
    if (const Clock* clock = console().clock())
        return clock->now();
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

void DashboardPanel::activate(const QString&)
{
    refresh();
}

void DashboardPanel::refresh()
{
    showTraffic();
    read();
}

void DashboardPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_secondTimer.start();
    m_readTimer.start();
    refresh();
}

void DashboardPanel::hideEvent(QHideEvent* event)
{
    Panel::hideEvent(event);
    m_secondTimer.stop();
    m_readTimer.stop();
}

void DashboardPanel::read()
{
    if (m_reading)
        return;
    m_reading = true;
    console().run(
        this, [](Services& services, const access::Actor& actor) { return readDashboard(services, actor); },
        [this](Result<DashboardData> data) {
            m_reading = false;
            if (!data) {
                // Figures that are on the screen stay; a first failure says why there are none.
                if (!m_hasData)
                    m_states->showError(data.error(), tr("The server keeps running."));
                return;
            }
            m_data = std::move(*data);
            m_hasData = true;
            m_states->showContent();
            showData();
            Q_EMIT dataRead();
        });
}

} // namespace sallyport::ui
