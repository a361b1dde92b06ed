#pragma once

#include "ui/tables/table_cells.h"

#include <QAbstractTableModel>

#include "backend/services/drills.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// The checks of one drill: what went wrong first.
class DrillModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { Verdict, Title, Group, Figures, Note, Setting, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

    void setReport(DrillReport report);
    /// Rows whose words contain the text.
    void search(const QString& wanted);
    const DrillReport& report() const { return m_report; }
    const DrillCheck& check(int row) const { return m_report.checks[m_shown[static_cast<std::size_t>(row)]]; }
    void retranslate();

private:
    void show();

    DrillReport m_report;
    QString m_text;
    std::vector<std::size_t> m_shown;
};

} // namespace sallyport::ui
