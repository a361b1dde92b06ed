#pragma once

#include "ui/tables/table_cells.h"

#include <QTableView>
#include <QTimer>

#include <algorithm>

class QMenu;
class QScrollBar;

namespace sallyport::ui {

class PagedModel;
class TableDelegate;

/// The product's table: rows of one height drawn by a delegate, no vertical lines, a slim scroll handle above the
/// content. When room is short columns go, highest `Column::priority` first; the rest keep their width.
/// With a PagedModel it tells the model which rows are in sight.
class DataTable : public QTableView {
    Q_OBJECT

public:
    explicit DataTable(const QString& objectName, QWidget* parent = nullptr);

    /// One entry for each model column, in the model's order.
    void setColumns(const QList<Column>& columns);
    void setModel(QAbstractItemModel* model) override;

    /// 28 px rows instead of 36.
    void setCompact(bool compact);
    static int rowHeight(bool compact, const QWidget* widget);

    /// Which columns the operator wants (ids), for a settings object; an empty list means the defaults.
    QStringList chosenColumns() const;
    void setChosenColumns(const QStringList& ids);
    bool isColumnChosen(int column) const;
    void setColumnChosen(int column, bool chosen);

    /// All columns (ids) in the order in which they stand, and back; those that aren't named follow.
    QStringList columnOrder() const;
    void setColumnOrder(const QStringList& ids);
    /// The operator may draw columns to another place by their heads.
    void setColumnsMovable(bool movable);
    bool isCompact() const { return m_compact; }

    /// The widths that the operator gave columns by dragging their edge, `name:240,roles:120` in pixels at 100 %; empty if none.
    QString chosenWidths() const;
    void setChosenWidths(const QString& widths);
    /// The order that the operator chose, `name:down` or `name:up`, and back: as if they clicked the head.
    QString sorting() const;
    void setSorting(const QString& sorting);

    /// Fills a menu with a check mark for each column that may be hidden.
    void fillColumnsMenu(QMenu* menu);

    /// The rows always stand in this order: the head says so and takes no click.
    void setFixedSort(int column, Qt::SortOrder order);

    /// The width in which no column that always stands there has to be cut, in pixels.
    int leastWidth() const;

    /// Makes a row the current one and selects it. QTableView's own looks for a column at the leading edge, and right to
    /// left there may be none.
    void selectRow(int row);
    /// The row numbers that are selected, in order.
    QList<int> selectedRows() const;

    /// The first one that isn't hidden.
    int firstShownColumn() const { return std::max(0, m_firstColumn); }
    bool isFirstColumn(int column) const { return column == m_firstColumn; }
    bool isLastColumn(int column) const { return column == m_lastColumn; }
    bool isTrailing(int column) const { return m_columns.value(column).trailing; }
    bool isSortable(int column) const { return m_columns.value(column).sortable; }
    bool headReachesOver(int column) const { return m_columns.value(column).headReachesOver; }
    /// Column::words of this one.
    QStringList wordsOf(int column) const;
    /// The column with this id, -1 if there is none.
    int columnOf(const QString& id) const;
    QString columnId(int column) const { return m_columns.value(column).id; }
    bool isAlwaysShown(int column) const { return m_columns.value(column).priority == 0; }
    bool isShownAtFirst(int column) const { return m_columns.value(column).shownAtFirst; }
    /// That the operator gave it, in pixels at 100 %; 0: none.
    int chosenWidth(int column) const { return m_widths.value(column); }

Q_SIGNALS:
    /// Another row became the current one, -1: none.
    void currentRowChanged(int row);
    /// The set of selected rows changed.
    void selectedRowsChanged();
    /// Enter or a double click on a row.
    void rowActivated(int row);
    void chosenColumnsChanged();
    void chosenWidthsChanged();
    void columnOrderChanged();
    void compactChanged();
    /// The operator chose another order; `columnId` is Column::id. Columns that can't be sorted never come here.
    void sortChanged(const QString& columnId, Qt::SortOrder order);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void layOutColumns();
    void placeScrollHandle();
    /// By the column that is shown as the nth; again: the other way round.
    void sortByShown(int place);
    void setByKeyboard(bool on);
    void tellViewport();
    void setHoveredRow(int row);
    void takeSort(int column, Qt::SortOrder order);
    void takeWidth(int column, int width);
    /// Pixels that a column needs, without the table's insets.
    int neededBy(int column) const;
    int insetOf(int column) const;
    /// How wide the columns would be if nothing in the rows that are seen were cut; true if it is otherwise than before.
    bool measureRows();

    TableDelegate* m_delegate;
    QScrollBar* m_handle;
    PagedModel* m_pagedModel = nullptr;
    QList<Column> m_columns;
    QList<bool> m_chosen;
    QList<int> m_widths; ///< that the operator chose, 0 for those that they didn't
    QList<int> m_wanted; ///< by what stands in the rows, without the insets; 0 before they were measured
    bool m_measured = false;
    bool m_layingOut = false;
    QTimer m_viewportTimer;
    int m_firstColumn = 0;
    int m_lastColumn = 0;
    int m_hoveredRow = -1;
    int m_sortedColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_compact = false;
    bool m_byKeyboard = false; ///< its row is shown with a ring
};

} // namespace sallyport::ui
