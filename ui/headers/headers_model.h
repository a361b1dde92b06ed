#pragma once

#include "ui/headers/header_check.h"
#include "ui/tables/table_cells.h"
#include "ui/words/user_text.h"

#include <QAbstractTableModel>

namespace sallyport::ui {

/// `Good`, `Could be better`, `Wrong`.
Mark gradeMark(HeaderFinding::Grade grade);

/// What a check found: what is wrong first.
class HeadersModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum ColumnIndex { Grade, Title, Expected, Seen, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    static QList<Column> columns();

    void setFindings(QList<HeaderFinding> findings);
    const QList<HeaderFinding>& findings() const { return m_findings; }
    int count(HeaderFinding::Grade grade) const;

private:
    QList<HeaderFinding> m_findings;
};

} // namespace sallyport::ui
