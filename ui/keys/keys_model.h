#pragma once

#include "ui/tables/virtual_table_model.h"

#include <functional>
#include <optional>

#include "backend/identity/core/api_key.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// The API keys as the list shows them: pages of 200 from ApiKeys::list, by offset.
class KeysModel final : public VirtualTableModel<identity::ApiKey> {
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

    const identity::ApiKeyQuery& query() const { return m_query; }
    /// Changes the query with `edit` and loads anew if that changed anything.
    void change(const std::function<void(identity::ApiKeyQuery&)>& edit);
    /// How many keys there are of each kind, whatever the filter.
    const identity::ApiKeyStatistics& statistics() const { return m_statistics; }
    /// The row of a key among those that are loaded.
    std::optional<int> findRow(const KeyId& id) const;

Q_SIGNALS:
    void statisticsChanged();

protected:
    QVariant cell(const identity::ApiKey& key, int column, int role) const override;

private:
    UtcTime now() const;

    Console& m_console;
    identity::ApiKeyQuery m_query;
    identity::ApiKeyStatistics m_statistics;
};

} // namespace sallyport::ui
