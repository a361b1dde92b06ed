#pragma once

#include "ui/parts/query_model.h"

#include "backend/identity/sessions/sessions.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// Everybody's sessions as the list shows them: pages of 200 from Sessions::listAll, by offset.
class SessionsModel final : public QueryModel<identity::Session, identity::SessionQuery> {
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

protected:
    bool same(const identity::SessionQuery& a, const identity::SessionQuery& b) const override;
    QVariant cell(const identity::Session& session, int column, int role) const override;
};

} // namespace sallyport::ui
