#pragma once

#include "ui/tables/virtual_table_model.h"

#include <functional>

#include "backend/identity/sessions/sessions.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// Everybody's sessions as the list shows them: pages of 200 from Sessions::listAll, by offset.
class SessionsModel final : public VirtualTableModel<identity::Session> {
    Q_OBJECT

public:
    enum ColumnIndex { User, Program, Address, Mfa, SignedIn, LastUsed, Expires, ColumnCount };

    explicit SessionsModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By a click on a head; unsortable columns are ignored.
    void sort(int column, Qt::SortOrder order) override;

    /// The columns with their widths, for DataTable::setColumns.
    static QList<Column> columns();

    int sortedColumn() const { return m_sortedColumn; }
    const identity::SessionQuery& query() const { return m_query; }
    /// Another text to search for; loads anew if it differs.
    void search(const QString& text);

protected:
    QVariant cell(const identity::Session& session, int column, int role) const override;

private:
    Console& m_console;
    identity::SessionQuery m_query;
    int m_sortedColumn = LastUsed;
};

} // namespace sallyport::ui
