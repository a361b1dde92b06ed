#pragma once

#include "ui/tables/table_cells.h"

#include <QAbstractTableModel>

#include "backend/protection/inspection/detection_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The classes of attacks with their hits and modes.
class ClassesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { Class, Hits, Mode, ColumnCount };
    enum class Show { All, WithHits, Observed };

    using QAbstractTableModel::QAbstractTableModel;

    void setOverview(const protection::DetectionOverview& overview);
    void show(Show which);
    const protection::DetectionClass* rowAt(int row) const;
    int rowOf(protection::detection::AttackClass attackClass) const;
    int countOf(Show which) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

private:
    void fill();
    bool fits(const protection::DetectionClass& one, Show which) const;
    protection::DetectionOverview m_overview;
    std::vector<std::size_t> m_rows;
    Show m_show = Show::All;
};

} // namespace sallyport::ui
