#pragma once

#include "ui/console/panel.h"

#include <optional>

#include "backend/identity/api_keys/service_accounts.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class AccountPane;
class AccountsModel;
class DataTable;
class ListPanel;
class PageHeader;
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
    DataTable* table() const;

private:
    void build();
    void connectList();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setEmptyTexts();
    void openPane(const identity::ServiceAccount& account);

    void edit(std::optional<identity::ServiceAccount> account);
    void toggle(const identity::ServiceAccount& account);
    void setEnabled(const identity::ServiceAccount& account, bool enabled);
    void remove(const identity::ServiceAccount& account);
    void fillMenu(QMenu* menu, int row);

    AccountsModel* m_model;
    PageHeader* m_header;
    QPushButton* m_add;
    ListPanel* m_list = nullptr;
    AccountPane* m_pane = nullptr;
    Toast* m_toast;
};

} // namespace sallyport::ui
