#pragma once

#include "ui/access_policies/tests_dialog.h"
#include "ui/console/panel.h"
#include "ui/unsaved/unsaved_work.h"

#include <optional>

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;
class QStackedWidget;

namespace sallyport::ui {

class DataTable;
class ListPanel;
class PageHeader;
class PoliciesModel;
class PolicyEditor;
class PolicyFiles;
class PolicyPane;
class SegmentedControl;
class Toast;

/// What is allowed under which conditions: the list of policies, and one of them as form and text.
class PoliciesPanel final : public Panel, public UnsavedWork {
    Q_OBJECT

public:
    explicit PoliciesPanel(Console& console, QWidget* parent = nullptr);
    ~PoliciesPanel() override;

    /// With the id or name of a policy: shows it.
    void activate(const QString& argument) override;
    void refresh() override;
    QString unsavedWork() const override;

    PoliciesModel* model() const { return m_model; }
    DataTable* table() const;
    PolicyEditor* editor() const { return m_editor; }
    PolicyFiles* files() const { return m_files; }
    bool isEditing() const;
    /// Opens a policy as form and text.
    void edit(const access::Policy& policy);

private:
    void build();
    void connectParts();
    void connectEditor();
    void setTexts();
    void setEmptyTexts();
    void showHeader();
    void fillMenu(QMenu* menu, int row);
    void openFileMenu();
    void openPane(const access::Policy& policy);
    void add(const std::optional<access::Policy>& like);
    /// Back to the list, after a question if something isn't stored.
    void leaveEditor();
    void showList();
    void saveDraft();
    void publish();
    void undoSaved();
    void remove(const access::Policy& policy);
    void showHistory(const access::Policy& policy);
    void showTests(const access::Policy& policy, std::optional<TriedQuestion> tried);

    PoliciesModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    PolicyFiles* m_files;
    QPushButton* m_back;
    QPushButton* m_history;
    QPushButton* m_save;
    QPushButton* m_publish;
    QPushButton* m_more;
    QPushButton* m_add;
    QStackedWidget* m_pages = nullptr;
    QWidget* m_listPage = nullptr;
    ListPanel* m_list = nullptr;
    SegmentedControl* m_which = nullptr;
    PolicyPane* m_pane = nullptr;
    PolicyEditor* m_editor = nullptr;
    std::optional<access::Policy> m_undoTo; ///< what the last change was made of
    std::optional<access::Policy> m_undoOf; ///< what it has become
    std::optional<access::Policy> m_made;   ///< new, and not seen in the list yet
};

} // namespace sallyport::ui
