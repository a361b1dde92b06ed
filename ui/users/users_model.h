#pragma once

#include "ui/parts/query_model.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The users of the vault as the list shows them: pages of 200 from Users::list, by offset.
class UsersModel final : public QueryModel<identity::User, identity::UserQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Name, Email, Department, Roles, Mfa, State, LastSignIn, ColumnCount };

    explicit UsersModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By a click on a head; unsortable columns are ignored.
    void sort(int column, Qt::SortOrder order) override;

    /// The columns with their widths, for DataTable::setColumns.
    static QList<Column> columns();

protected:
    bool same(const identity::UserQuery& a, const identity::UserQuery& b) const override;
    QVariant cell(const identity::User& user, int column, int role) const override;
};

} // namespace sallyport::ui
