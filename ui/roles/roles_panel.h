#pragma once

#include "ui/console/panel.h"
#include "ui/unsaved/unsaved_work.h"

#include <QTimer>

#include <optional>
#include <vector>

#include "backend/access/role.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QPushButton;
class QSplitter;

namespace sallyport::ui {

class FilterChip;
class FilterField;
class PageHeader;
class RoleDraft;
class RoleList;
class RoleListModel;
class RoleMatrixModel;
class RoleMatrixView;
class RolePane;
class SegmentedControl;
class SideSplitter;
class StateStack;
class Toast;

/// The vault's roles: who has them, what each allows beside what others do, and what a change would mean before it is saved.
class RolesPanel final : public Panel, public UnsavedWork {
    Q_OBJECT

public:
    explicit RolesPanel(Console& console, QWidget* parent = nullptr);
    ~RolesPanel() override;

    /// `argument` is the name of a role to show.
    void activate(const QString& argument) override;
    void refresh() override;
    QString unsavedWork() const override;

    RoleMatrixModel* matrix() const { return m_matrix; }
    RoleMatrixView* view() const { return m_view; }
    RoleListModel* list() const { return m_listModel; }
    RoleDraft* draft() const { return m_draft; }
    RolePane* pane() const { return m_pane; }

private:
    QWidget* makeListSide();
    QWidget* makeMatrixSide();
    QWidget* makeLegend();
    void connectParts();
    void connectMembers();
    void setTexts();
    void load();
    void take(std::vector<access::Role> roles);
    void choose(const std::string& name);
    /// Shows another role, after a question if something isn't saved.
    void leaveFor(const std::string& name);
    void compareWith(int place);
    void showDraft();
    void showCompare();
    void showMembers();
    void preview();
    void toggle(int permission);
    void save();
    void undoSaved(const access::Role& before, std::int64_t versionNow);
    void fillInheritMenu(QWidget* anchor);
    void addRole(bool like);
    void removeRole();
    const access::Role* current() const;

    RoleListModel* m_listModel;
    RoleMatrixModel* m_matrix;
    RoleDraft* m_draft;
    PageHeader* m_header;
    StateStack* m_states = nullptr;
    QSplitter* m_splitter = nullptr;
    SideSplitter* m_side = nullptr;
    FilterField* m_roleFilter = nullptr;
    RoleList* m_list = nullptr;
    FilterField* m_filter = nullptr;
    SegmentedControl* m_grouping = nullptr;
    FilterChip* m_compare = nullptr;
    RoleMatrixView* m_view = nullptr;
    std::vector<QLabel*> m_legend;
    RolePane* m_pane = nullptr;
    QPushButton* m_history;
    QPushButton* m_add;
    Toast* m_toast;
    QTimer m_previewLater;
    std::string m_shown; ///< the name of the role that is shown
    std::optional<access::Role> m_undo;
    std::int64_t m_undoVersion = 0;
};

} // namespace sallyport::ui
