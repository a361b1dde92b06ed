#pragma once

#include "ui/tables/virtual_table_model.h"

#include <functional>
#include <optional>

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// The users of the vault as the list shows them: pages of 200 from Users::list, by offset.
class UsersModel final : public VirtualTableModel<identity::User> {
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

    int sortedColumn() const { return m_sortedColumn; }
    const identity::UserQuery& query() const { return m_query; }
    /// Changes the query with `edit` and loads anew if that changed anything.
    void change(const std::function<void(identity::UserQuery&)>& edit);
    /// The row of a user among those that are loaded.
    std::optional<int> findRow(const UserId& id) const;

protected:
    QVariant cell(const identity::User& user, int column, int role) const override;

private:
    UtcTime now() const;

    Console& m_console;
    identity::UserQuery m_query;
    int m_sortedColumn = Name;
};

} // namespace sallyport::ui
