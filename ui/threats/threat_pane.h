#pragma once

#include "ui/parts/subject_pane.h"

#include <optional>

#include "backend/protection/threats/threats.h"

class QPushButton;

namespace sallyport::ui {

class AddressActions;
class ColumnChart;
class ElideLabel;
class FactRows;
class KeyValueGrid;
class PaneSection;

/// One address beside the list: who it is, how its score came about, minute by minute and signal by signal, and what it asked for
/// last.
class ThreatPane final : public SubjectPane {
    Q_OBJECT

public:
    ThreatPane(Console& console, AddressActions& actions, QWidget* parent = nullptr);

    void setAddress(const protection::ThreatAddress& address);
    /// The handle's threshold and the one in force: lines in the chart.
    void setThresholds(int wanted, int inForce);
    void refresh() override;
    bool hasAddress() const { return m_address.has_value(); }
    const protection::ThreatAddress& address() const { return *m_address; }
    bool isBanned() const { return m_address && (m_address->bannedUntil || m_address->bannedForGood); }
    ColumnChart* chart() const { return m_chart; }

Q_SIGNALS:
    void banRequested();
    void unbanRequested();
    void allowRequested();

private:
    void build();
    void setTexts();
    void showHead();
    void showDetail();
    void showChart();
    void showLevels();
    void showRequests();

    AddressActions& m_actions;
    std::optional<protection::ThreatAddress> m_address;
    std::optional<protection::ThreatDetail> m_detail;
    int m_wanted = 0, m_inForce = 0;
    int m_page;
    KeyValueGrid* m_facts = nullptr;
    ElideLabel* m_first = nullptr;
    ElideLabel* m_network = nullptr;
    ElideLabel* m_earlier = nullptr;
    LinesList* m_notice = nullptr;
    PaneSection* m_chartSection = nullptr;
    ColumnChart* m_chart = nullptr;
    PaneSection* m_signalsSection = nullptr;
    FactRows* m_signals = nullptr;
    PaneSection* m_requestsSection = nullptr;
    FactRows* m_requests = nullptr;
    QPushButton* m_ban = nullptr;
    QPushButton* m_allow = nullptr;
    QPushButton* m_events = nullptr;
};

} // namespace sallyport::ui
