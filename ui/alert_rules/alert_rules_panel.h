#pragma once

#include "ui/console/panel.h"

#include "backend/alerts/alert_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QMenu;
class QPushButton;

namespace sallyport::ui {

class AlertRulePane;
class AlertRulesModel;
class DataTable;
class ListPanel;
class PageHeader;
class Toast;

/// Alert rules: what is worth somebody's attention, and what is then done by itself.
class AlertRulesPanel final : public Panel {
    Q_OBJECT

public:
    explicit AlertRulesPanel(Console& console, QWidget* parent = nullptr);
    ~AlertRulesPanel() override;

    /// A rule's id.
    void activate(const QString& argument) override;
    void refresh() override;

    AlertRulesModel* model() const { return m_model; }
    DataTable* table() const;
    AlertRulePane* pane() const { return m_pane; }

private:
    void build();
    void connectParts();
    void setTexts();
    void showState();
    void fillMenu(QMenu* menu, int row);
    void openPane(const alerts::AlertRule& rule);
    void edit(const std::optional<alerts::AlertRule>& rule);
    void change(const alerts::AlertRuleId& id, const alerts::AlertPatch& patch, const QString& done);
    void toggle(const alerts::AlertRule& rule);
    void mute(const alerts::AlertRule& rule);
    void remove(const alerts::AlertRule& rule);
    void removeNow(const alerts::AlertRule& rule);
    void removeCurrent();

    AlertRulesModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    ListPanel* m_list = nullptr;
    QCheckBox* m_onlyOn = nullptr;
    AlertRulePane* m_pane = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace sallyport::ui
