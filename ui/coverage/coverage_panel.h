#pragma once

#include "ui/console/panel.h"

#include "backend/identity/core/user.h"
#include "backend/identity/factors/mfa_coverage.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

#include <QTimer>

#include <optional>

class QPushButton;

namespace sallyport::ui {

class CoverageFigures;
class CoverageModel;
class DataTable;
class FilterBar;
class FilterChip;
class PageHeader;
class SideSplitter;
class StateStack;
class Toast;
class UserActions;
class UserPane;

/// Who has a second factor and who doesn't: figures on top, the users below with their deadline, one of them beside
/// the list, to enrol or to reset.
class CoveragePanel final : public Panel {
    Q_OBJECT

public:
    explicit CoveragePanel(Console& console, QWidget* parent = nullptr);
    ~CoveragePanel() override;

    /// `due`, `overdue`, `few_codes` or `off`: shows these. Anything else is searched for.
    void activate(const QString& argument) override;
    void refresh() override;

    CoverageModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildList();
    void connectList();
    void connectPane();
    void setTexts();
    void setChipTexts();
    void readFigures();
    void showFigures();
    void showState();
    void showError(const Error& error);
    void choose();
    void openPane(const identity::User& user);
    void closePane();
    void contextMenu(const QPoint& at);
    void showEventsOf(const identity::User& user);
    void eventsArrived(const std::vector<audit::Event>& events);

    CoverageModel* m_model;
    PageHeader* m_header;
    QPushButton* m_rule;
    CoverageFigures* m_figures;
    SideSplitter* m_splitter;
    FilterBar* m_filter;
    FilterChip* m_which;
    FilterChip* m_role;
    StateStack* m_states;
    DataTable* m_table;
    QPushButton* m_clear;
    UserPane* m_pane;
    Toast* m_toast;
    UserActions* m_actions;
    QTimer m_refreshLater;
    std::optional<identity::MfaCoverage> m_coverage;
};

} // namespace sallyport::ui
