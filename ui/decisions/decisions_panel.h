#pragma once

#include "ui/console/panel.h"

#include "backend/authorization/decision_log.h"

class QMenu;

namespace sallyport::ui {

class DataTable;
class DecisionPane;
class DecisionsModel;
class ListPanel;
class PageHeader;
class SegmentedControl;
class Toast;

/// What was allowed and what was refused, by whom, and why.
class DecisionsPanel final : public Panel {
    Q_OBJECT

public:
    explicit DecisionsPanel(Console& console, QWidget* parent = nullptr);
    ~DecisionsPanel() override;

    /// With the id of a decision: shows it.
    void activate(const QString& argument) override;
    void refresh() override;

    DecisionsModel* model() const { return m_model; }
    DataTable* table() const;

private:
    void build();
    void connectParts();
    void setTexts();
    void setEmptyTexts();
    void fillMenu(QMenu* menu, int row);
    void openPane(const authorization::RecordedDecision& decision);
    void showEvent(const authorization::RecordedDecision& decision);

    DecisionsModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    ListPanel* m_list = nullptr;
    SegmentedControl* m_which = nullptr;
    DecisionPane* m_pane = nullptr;
};

} // namespace sallyport::ui
