#pragma once

#include "ui/console/panel.h"

#include "backend/identity/core/user.h"
#include "backend/identity/factors/mfa_coverage.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

#include <optional>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class BulkConduct;
class BulkPane;
class CoverageFigures;
class CoverageModel;
class DataTable;
class FilterChip;
class ListPanel;
class PageHeader;
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
    DataTable* table() const;

private:
    void connectList();
    void connectPane();
    void setTexts();
    void setChipTexts();
    void readFigures();
    void showFigures();
    bool isFiltered() const;
    void setEmptyTexts();
    void choose();
    void openPane(const identity::User& user);
    void fillMenu(QMenu* menu, int row);

    CoverageModel* m_model;
    PageHeader* m_header;
    QPushButton* m_rule;
    CoverageFigures* m_figures;
    ListPanel* m_list;
    FilterChip* m_which;
    FilterChip* m_role;
    UserPane* m_pane;
    BulkPane* m_bulk;
    BulkConduct* m_conduct = nullptr;
    Toast* m_toast;
    UserActions* m_actions;
    std::optional<identity::MfaCoverage> m_coverage;
};

} // namespace sallyport::ui
