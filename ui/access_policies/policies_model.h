#pragma once

#include "ui/parts/query_model.h"

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// Which policies the list shows.
struct PolicyListQuery {
    std::string text;
    std::optional<access::PolicyState> state;
    std::uint32_t offset = 0;
    std::uint32_t limit = 200;
};

/// The policies, by name. The service goes on by cursors: pages far down are walked to.
class PoliciesModel final : public QueryModel<access::Policy, PolicyListQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Name, Effect, Target, State, Changed, By, ColumnCount };

    explicit PoliciesModel(Console& console, QObject* parent = nullptr);

    void show(std::optional<access::PolicyState> state);
    bool isFiltered() const { return !query().text.empty() || query().state; }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// The columns with their widths, for DataTable::setColumns.
    static QList<Column> columns();

protected:
    bool same(const PolicyListQuery& a, const PolicyListQuery& b) const override;
    QVariant cell(const access::Policy& policy, int column, int role) const override;
};

} // namespace sallyport::ui
