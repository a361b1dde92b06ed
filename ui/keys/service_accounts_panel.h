#pragma once

#include "ui/console/panel.h"

#include <QTimer>

#include <optional>

#include "backend/identity/api_keys/service_accounts.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QPushButton;

namespace sallyport::ui {

class AccountPane;
class AccountsModel;
class DataTable;
class FilterBar;
class PageHeader;
class SideSplitter;
class StateStack;
class Toast;

/// The service accounts of the vault: who programs are. The list, one of them beside it.
class ServiceAccountsPanel final : public Panel {
    Q_OBJECT

public:
    explicit ServiceAccountsPanel(Console& console, QWidget* parent = nullptr);
    ~ServiceAccountsPanel() override;

    /// With an account's id: shows that account.
    void activate(const QString& argument) override;
    void refresh() override;

    AccountsModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connectList();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setEmptyTexts();
    void showState();
    void showError(const Error& error);
    const identity::ServiceAccount* currentAccount() const;
    void openPane(const identity::ServiceAccount& account);
    void closePane();

    void edit(std::optional<identity::ServiceAccount> account);
    void toggle(const identity::ServiceAccount& account);
    void setEnabled(const identity::ServiceAccount& account, bool enabled);
    void remove(const identity::ServiceAccount& account);
    void contextMenu(const QPoint& at);

    AccountsModel* m_model;
    PageHeader* m_header;
    QPushButton* m_add;
    SideSplitter* m_splitter;
    FilterBar* m_filter = nullptr;
    StateStack* m_states = nullptr;
    DataTable* m_table = nullptr;
    QPushButton* m_clearFilters = nullptr;
    QPushButton* m_addFirst = nullptr;
    AccountPane* m_pane = nullptr;
    Toast* m_toast;
    QTimer m_refreshLater;
};

} // namespace sallyport::ui
