#pragma once

#include "backend/identity/users/bulk_action.h"
#include "ui/console/panel.h"

#include <QTimer>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace sallyport::ui {

class BulkBar;
class BulkJob;
class DataTable;
class FilterBar;
class FilterChip;
class PageHeader;
class SideSplitter;
class StateStack;
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
    DataTable* table() const { return m_table; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildHeader();
    QWidget* buildList();
    void connectList();
    void connectActions();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setChipTexts();
    void showCount();
    void showState();
    void showError(const Error& error);
    void clearFilters();
    bool isFiltered() const;

    const identity::User* currentUser() const;
    void openPane(const identity::User& user);
    void closePane();
    void followRow(int row);
    void selectionChanged();
    void runBulk(const identity::BulkAction& action);
    void watch(BulkJob* job);
    void contextMenu(const QPoint& at);
    void eventsArrived(const std::vector<audit::Event>& events);
    /// Runs `then` with the user that the pane shows, or the row at hand.
    void withUser(const std::function<void(const identity::User&)>& then);

    UsersModel* m_model;
    PageHeader* m_header;
    QPushButton* m_import;
    QPushButton* m_add;
    SideSplitter* m_splitter;
    QStackedWidget* m_bars;
    FilterBar* m_filter;
    FilterChip* m_role;
    FilterChip* m_state;
    FilterChip* m_mfa;
    QPushButton* m_export;
    QPushButton* m_columns;
    BulkBar* m_bulk;
    StateStack* m_states;
    DataTable* m_table;
    QPushButton* m_clearFilters;
    UserPane* m_pane;
    Toast* m_toast;
    UserActions* m_actions;
    UserFiles* m_files;
    QTimer m_refreshLater;
    int m_all = -1; ///< how many users there are without a filter
};

} // namespace sallyport::ui
