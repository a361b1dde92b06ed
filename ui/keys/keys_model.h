#pragma once

#include "ui/parts/query_model.h"

#include "backend/identity/core/api_key.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The API keys as the list shows them: pages of 200 from ApiKeys::list, by offset.
class KeysModel final : public QueryModel<identity::ApiKey, identity::ApiKeyQuery> {
    Q_OBJECT

public:
    enum ColumnIndex { Name, Owner, Prefix, Scopes, Limit, LastUsed, Uses, Expires, State, ColumnCount };

    explicit KeysModel(Console& console, QObject* parent = nullptr);

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By a click on a head.
    void sort(int column, Qt::SortOrder order) override;

    /// The columns with their widths, for DataTable::setColumns.
    static QList<Column> columns();

    /// How many keys there are of each kind, whatever the filter.
    const identity::ApiKeyStatistics& statistics() const { return m_statistics; }

Q_SIGNALS:
    void statisticsChanged();

protected:
    bool same(const identity::ApiKeyQuery& a, const identity::ApiKeyQuery& b) const override;
    QVariant cell(const identity::ApiKey& key, int column, int role) const override;

private:
    identity::ApiKeyStatistics m_statistics;
};

} // namespace sallyport::ui
