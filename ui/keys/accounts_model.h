#pragma once

#include "ui/tables/virtual_table_model.h"

#include <functional>
#include <optional>

#include "backend/identity/api_keys/service_accounts.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// The service accounts as the list shows them, by name: pages of 200 from ServiceAccounts::list, by offset.
class AccountsModel final : public VirtualTableModel<identity::ServiceAccount> {
    Q_OBJECT

public:
    enum ColumnIndex { Name, Description, Roles, Keys, LastUsed, Added, State, ColumnCount };

    explicit AccountsModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

    const identity::ServiceAccountQuery& query() const { return m_query; }
    /// Changes the query with `edit` and loads anew if that changed anything.
    void change(const std::function<void(identity::ServiceAccountQuery&)>& edit);
    /// The row of an account among those that are loaded.
    std::optional<int> findRow(const UserId& id) const;

protected:
    QVariant cell(const identity::ServiceAccount& account, int column, int role) const override;

private:
    Console& m_console;
    identity::ServiceAccountQuery m_query;
};

} // namespace sallyport::ui
