#pragma once

#include "ui/parts/query_model.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// Users by their second factor: who has none and by when it must be there, or who has few recovery codes.
class CoverageModel final : public QueryModel<identity::User, identity::UserQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { User, Roles, Deadline, Codes, Status, LastSignIn, ColumnCount };

    explicit CoverageModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;
    static QList<Column> columns();

protected:
    bool same(const identity::UserQuery& a, const identity::UserQuery& b) const override;
    QVariant cell(const identity::User& user, int column, int role) const override;
};

} // namespace sallyport::ui
