#pragma once

#include "ui/console/panel.h"
#include "ui/parts/long_work.h"

#include "backend/authorization/access_review.h"

class QMenu;
class QPushButton;

namespace sallyport::ui {

class AccessActions;
class AccessModel;
class AccessPane;
class DataTable;
class ElideLabel;
class FilterChip;
class ListPanel;
class PageHeader;
class ProgressRow;
class RoleChoices;
class SegmentedControl;
class Toast;

/// Access review: who has what, since when, by whom, until when, when it was last used; who may do something, and what somebody
/// may do. What is not needed is revoked from here, and all of it goes into a file.
class AccessPanel final : public Panel {
    Q_OBJECT

public:
    explicit AccessPanel(Console& console, QWidget* parent = nullptr);
    ~AccessPanel() override;

    /// `ending`, `unused`, `keys`, `holder:ID`, `role:NAME` or `permission:WORD`.
    void activate(const QString& argument) override;
    void refresh() override;

    AccessModel* model() const { return m_model; }
    DataTable* table() const;
    /// CSV, or PDF if the name ends so.
    void exportTo(const QString& file, bool byteOrderMark = false);

private:
    void build();
    void connectParts();
    void setTexts();
    void setChips();
    void setEmptyTexts();
    void fillMenu(QMenu* menu, int row);
    void openPane(const authorization::HeldAccess& held);
    void showHolder(const authorization::HeldAccess& held);
    void showItem(const authorization::HeldAccess& held);
    void chooseExport();
    void askWho();
    void showNote();

    AccessModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    AccessActions* m_actions;
    RoleChoices* m_roles;
    ListPanel* m_list = nullptr;
    SegmentedControl* m_which = nullptr;
    FilterChip* m_role = nullptr;
    FilterChip* m_permission = nullptr;
    QPushButton* m_export = nullptr;
    ElideLabel* m_note = nullptr;
    QWidget* m_noteBox = nullptr;
    ProgressRow* m_progress = nullptr;
    QWidget* m_progressBox = nullptr;
    AccessPane* m_pane = nullptr;
    LongWork m_work;
    QString m_who; ///< what was answered to who may do the chosen permission; empty: nothing asked
};

} // namespace sallyport::ui
