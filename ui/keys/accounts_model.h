#pragma once

#include "ui/parts/query_model.h"

#include "backend/identity/api_keys/service_accounts.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The service accounts as the list shows them, by name: pages of 200 from ServiceAccounts::list, by offset.
class AccountsModel final : public QueryModel<identity::ServiceAccount, identity::ServiceAccountQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Name, Description, Roles, Keys, LastUsed, Added, State, ColumnCount };

    explicit AccountsModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By a click on the head; only names can be sorted by.
    void sort(int column, Qt::SortOrder order) override;
    static QList<Column> columns();

protected:
    bool same(const identity::ServiceAccountQuery& a, const identity::ServiceAccountQuery& b) const override;
    QVariant cell(const identity::ServiceAccount& account, int column, int role) const override;
};

} // namespace sallyport::ui
