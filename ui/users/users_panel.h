#pragma once

#include "ui/console/panel.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

#include <functional>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class BulkConduct;
class BulkPane;
class DataTable;
class FilterChip;
class ListPanel;
class PageHeader;
class Toast;
class UserActions;
class UserFiles;
class UserPane;
class UsersModel;

/// The users of the vault: the list, one of them beside it, and everything that can be done to one or many.
class UsersPanel final : public Panel {
    Q_OBJECT

public:
    explicit UsersPanel(Console& console, QWidget* parent = nullptr);
    ~UsersPanel() override;

    /// With a user's id: shows that user.
    void activate(const QString& argument) override;
    void refresh() override;

    UsersModel* model() const { return m_model; }
    DataTable* table() const;

private:
    void buildHeader();
    void buildBars();
    void connectList();
    void connectFilters();
    void connectActions();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setChipTexts();
    bool isFiltered() const;

    void openPane(const identity::User& user);
    void fillMenu(QMenu* menu, int row);
    void removeSelected();
    /// Runs `then` with the user that the pane shows, or the row at hand.
    void withUser(const std::function<void(const identity::User&)>& then);

    UsersModel* m_model;
    PageHeader* m_header;
    QPushButton* m_import;
    QPushButton* m_add;
    ListPanel* m_list;
    FilterChip* m_role;
    FilterChip* m_state;
    FilterChip* m_mfa;
    QPushButton* m_export;
    BulkPane* m_bulk;
    BulkConduct* m_conduct = nullptr;
    UserPane* m_pane;
    Toast* m_toast;
    UserActions* m_actions;
    UserFiles* m_files;
};

} // namespace sallyport::ui
