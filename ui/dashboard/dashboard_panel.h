#pragma once

#include "ui/console/panel.h"
#include "ui/dashboard/dashboard_data.h"

#include <QTimer>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace sallyport::ui {

class BarList;
class ChartLegend;
class ColumnChart;
class FigureCell;
class FirstSteps;
class MeterBar;
class NeedsList;
class PageHeader;
class Pill;
class SegmentedControl;
class Sparkline;
class StateStack;
class WarningsList;

/// The state of the house at a glance: four figures, requests, refusals, sign-ins, what needs the operator and the
/// last warnings. Figures follow every second, the rest every few seconds, and only while the panel is seen.
class DashboardPanel final : public Panel {
    Q_OBJECT

public:
    explicit DashboardPanel(Console& console, QWidget* parent = nullptr);

    void activate(const QString& argument) override;
    void refresh() override;

    FigureCell* requests() const { return m_requests; }
    FigureCell* refused() const { return m_refused; }
    FigureCell* failures() const { return m_failures; }
    FigureCell* users() const { return m_users; }
    ColumnChart* chart() const { return m_chart; }
    NeedsList* needs() const { return m_needs; }
    FirstSteps* firstSteps() const { return m_firstSteps; }
    const DashboardData& data() const { return m_data; }
    /// How many of those that countChanged tells stand behind another panel's name, too.
    int countedElsewhere() const { return m_countedElsewhere; }

Q_SIGNALS:
    void dataRead();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    QWidget* makeFigures();
    QWidget* makeUsersFigure();
    QWidget* makeChart();
    QWidget* makeLower();
    void setTexts();
    void read();
    void showData();
    void showTraffic();
    void showFigures();
    void showChart();
    /// The events of these columns of the chart.
    void showEventsOfRange(int first, int last);
    void annotate();
    void showRefusals();
    void showSignIns();
    void showNeeds();
    void showFirstSteps();
    void takeNeed(const struct Need& need);
    void takeStep(int step);
    UtcTime now() const;

    DashboardData m_data;
    bool m_hasData = false;
    bool m_reading = false;
    int m_countedElsewhere = 0;
    QTimer m_secondTimer;
    QTimer m_readTimer;
    PageHeader* m_header = nullptr;
    StateStack* m_states = nullptr;
    QPushButton* m_newReport = nullptr;
    FigureCell* m_requests = nullptr;
    FigureCell* m_refused = nullptr;
    FigureCell* m_failures = nullptr;
    FigureCell* m_users = nullptr;
    Sparkline* m_requestsLine = nullptr;
    Sparkline* m_refusedLine = nullptr;
    Pill* m_unusual = nullptr;
    MeterBar* m_mfaBar = nullptr;
    QLabel* m_chartTitle = nullptr;
    std::vector<UtcTime> m_chartStarts; ///< of the chart's columns
    QLabel* m_chartSince = nullptr;
    FirstSteps* m_firstSteps = nullptr;
    ChartLegend* m_chartLegend = nullptr;
    SegmentedControl* m_span = nullptr;
    ColumnChart* m_chart = nullptr;
    QLabel* m_refusalsTitle = nullptr;
    QLabel* m_refusalsSpan = nullptr;
    QLabel* m_refusalsTotal = nullptr;
    BarList* m_refusals = nullptr;
    QLabel* m_refusalsQuiet = nullptr;
    QLabel* m_signInsTitle = nullptr;
    ChartLegend* m_signInsLegend = nullptr;
    ColumnChart* m_signIns = nullptr;
    NeedsList* m_needs = nullptr;
    WarningsList* m_warnings = nullptr;
};

} // namespace sallyport::ui
