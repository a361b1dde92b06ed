#pragma once

#include "ui/console/panel.h"

#include <QTimer>

#include <functional>
#include <optional>

#include "backend/protection/lists/address_rule.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/protection/threats/threats.h"

class QLabel;
class QMenu;
class QPushButton;

namespace sallyport::ui {

class AddressActions;
class BanRows;
class ChartLegend;
class DataTable;
class PageHeader;
class ScoreTable;
class SegmentedControl;
class SideSplitter;
class StateStack;
class ThreatPane;
class ThreatsModel;
class ThresholdStrip;
class Toast;

/// Threats: the scores of addresses with what they are made of, the threshold that bans, tried over the last day before it is
/// saved, and the newest bans. Read anew every few seconds while the panel is seen.
class ThreatsPanel final : public Panel {
    Q_OBJECT

public:
    explicit ThreatsPanel(Console& console, QWidget* parent = nullptr);
    ~ThreatsPanel() override;

    /// An address to show.
    void activate(const QString& argument) override;
    void refresh() override;

    ThreatsModel* model() const { return m_model; }
    ScoreTable* table() const { return m_table; }
    BanRows* bans() const { return m_banRows; }
    ThreatPane* pane() const { return m_pane; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    QWidget* makeToolbar();
    QWidget* makeBans(QWidget* parent);
    void connectParts();
    void connectPane();
    void setTexts();
    void read();
    void readRules();
    void readBans();
    void takeList(const Result<protection::ThreatList>& list);
    void takeRules(const protection::ThreatRules& rules);
    void showState();
    void thresholdMoved();
    void askPreview();
    void keepThreshold();
    void saveThreshold();
    void changeMode(int index);
    void change(const protection::ThreatChange& change, const QString& done, std::function<void()> undo);
    void openAddress(int row);
    void closePane();
    void fillMenu(QMenu* menu, const protection::ThreatAddress& address);
    void ban(const protection::ThreatAddress& address);
    void unban(const QString& address);
    void forget(const protection::ThreatAddress& address);
    void openWeights();
    void openEvents(const QString& address);

    ThreatsModel* m_model;
    BanRows* m_banRows;
    PageHeader* m_header;
    Toast* m_toast;
    AddressActions* m_actions;
    SegmentedControl* m_mode = nullptr;
    ChartLegend* m_legend = nullptr;
    QLabel* m_halving = nullptr;
    ThresholdStrip* m_strip = nullptr;
    ScoreTable* m_table = nullptr;
    StateStack* m_states = nullptr;
    QWidget* m_bans = nullptr;
    QLabel* m_bansTitle = nullptr;
    QLabel* m_bansCount = nullptr;
    QPushButton* m_openBans = nullptr;
    DataTable* m_bansTable = nullptr;
    ThreatPane* m_pane = nullptr;
    SideSplitter* m_splitter = nullptr;
    QPushButton* m_weights = nullptr;
    QPushButton* m_ban = nullptr;
    QTimer m_timer;
    QTimer m_previewTimer;
    std::optional<protection::ThreatRules> m_rules;
    bool m_hasList = false, m_reading = false, m_saving = false, m_showing = false;
    qint64 m_total = 0;
    int m_asked = 0;
    QString m_wanted; ///< an address to be opened once the list is there
    std::function<void()> m_undo;
};

} // namespace sallyport::ui
