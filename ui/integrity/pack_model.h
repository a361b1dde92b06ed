#pragma once

#include "ui/tables/table_cells.h"

#include <QAbstractTableModel>

#include "backend/journal/evidence.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

#include <vector>

namespace sallyport::ui {

/// The evidence packs that are kept, the newest first.
class PackModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { Created, By, Period, Filter, Events, Size, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

    void setPacks(std::vector<journal::EvidencePack> packs);
    const journal::EvidencePack& pack(int row) const { return m_packs[static_cast<std::size_t>(row)]; }
    /// The row of a pack, -1 if there is none.
    int rowOf(const std::string& id) const;
    void retranslate();

private:
    std::vector<journal::EvidencePack> m_packs;
};

} // namespace sallyport::ui
