#pragma once

#include "ui/tables/virtual_table_model.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// Users by their second factor: who has none and by when it must be there, or who has few recovery codes.
class CoverageModel final : public VirtualTableModel<identity::User> {
    Q_OBJECT

public:
    enum ColumnIndex { User, Roles, Deadline, Codes, Status, LastSignIn, ColumnCount };

    explicit CoverageModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<Column> columns();

    int sortedColumn() const { return m_sortedColumn; }
    const identity::UserQuery& query() const { return m_query; }
    /// Loads anew if something differs.
    void search(const QString& text);
    void show(identity::UserQuery::Mfa which, const std::optional<std::string>& role);

protected:
    QVariant cell(const identity::User& user, int column, int role) const override;

private:
    Console& m_console;
    identity::UserQuery m_query;
    int m_sortedColumn = User;
};

} // namespace sallyport::ui
