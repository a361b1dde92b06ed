#pragma once

#include "ui/console/panel.h"

#include <QTimer>

#include <functional>

#include "backend/protection/limits/rate_limits.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class FilterBar;
class LimitChart;
class LimitPane;
class LimitsModel;
class LimitsTable;
class PageHeader;
class SegmentedControl;
class SideSplitter;
class StateStack;
class Toast;

/// Rate limits: what each rule allows, how much of it is used now, what it refused, and what other numbers would do. The figures
/// are read anew every few seconds while the panel is seen.
class LimitsPanel final : public Panel {
    Q_OBJECT

public:
    explicit LimitsPanel(Console& console, QWidget* parent = nullptr);
    ~LimitsPanel() override;

    /// A rule's id, `observed` or `refusing`.
    void activate(const QString& argument) override;
    void refresh() override;

    LimitsModel* model() const { return m_model; }
    LimitsTable* table() const { return m_table; }
    LimitPane* pane() const { return m_pane; }
    LimitChart* chart() const { return m_chart; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    FilterBar* makeToolbar();
    void connectParts();
    void setTexts();
    void read();
    void readUsage();
    void take(const Result<std::vector<protection::RateRule>>& rules);
    void showState();
    void showRule(int row);
    void openRule(int row);
    void closePane();
    void fillMenu(QMenu* menu, const protection::RateRule& rule);
    void save(const protection::RateRulePatch& patch);
    void reset(const protection::RateCaller& caller);
    void putBack(const std::string& rule, const std::string& key, std::uint32_t used, const QString& name);
    void editRule(const protection::RateRule* rule);
    void removeRule(const protection::RateRule& rule);
    void openExempt();
    // limits_panel_overrides.cpp
    void addOverride();
    void removeOverride(const protection::RateOverride& one);
    void putOverrideBack(const protection::RateOverride& one);
    void openEvents();

    LimitsModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    FilterBar* m_filter = nullptr;
    SegmentedControl* m_which = nullptr;
    QWidget* m_legend = nullptr;
    LimitsTable* m_table = nullptr;
    StateStack* m_states = nullptr;
    QPushButton* m_clear = nullptr;
    LimitChart* m_chart = nullptr;
    LimitPane* m_pane = nullptr;
    SideSplitter* m_splitter = nullptr;
    QPushButton* m_exempt = nullptr;
    QPushButton* m_add = nullptr;
    QTimer m_timer;
    bool m_reading = false;
    std::string m_shown; ///< the id of the rule whose usage is shown
    QString m_wanted;    ///< the id of one to be opened once the rules are there
    std::function<void()> m_undo;
};

} // namespace sallyport::ui
