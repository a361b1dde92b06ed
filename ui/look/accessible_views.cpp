#include "ui/look/accessible_views.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QHash>
#include <QHeaderView>
#include <QListView>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QTableView>
#include <QTreeView>

namespace sallyport::ui {

namespace {

const QHeaderView* headOf(const QAbstractItemView* view)
{
    if (const auto* tree = qobject_cast<const QTreeView*>(view))
        return tree->header();
    const auto* table = qobject_cast<const QTableView*>(view);
    return table ? table->horizontalHeader() : nullptr;
}

/// The row of a tree as it is shown, groups that are folded left out; the model's otherwise. -1: not shown.
int shownRow(const QAbstractItemView* view, const QModelIndex& index)
{
    const auto* tree = qobject_cast<const QTreeView*>(view);
    if (!tree)
        return index.row();
    for (QModelIndex group = index.parent(); group.isValid(); group = group.parent())
        if (!tree->isExpanded(group.siblingAtColumn(0)))
            return -1;
    int row = -1;
    for (QModelIndex at = index.siblingAtColumn(0); at.isValid(); at = tree->indexAbove(at))
        ++row;
    return row;
}

/// Whether the keyboard is at this cell. Of views that share their current cell (a list whose first columns stay) it is the one
/// that shows the cell, whichever of them has the focus.
bool isFocused(const QAbstractItemView* view, const QModelIndex& index)
{
    if (!view->isVisible() || view->currentIndex() != index)
        return false;
    const auto* tree = qobject_cast<const QTreeView*>(view);
    if (tree && tree->isColumnHidden(index.column()))
        return false;
    const auto* with = qobject_cast<const QAbstractItemView*>(QApplication::focusWidget());
    return with == view || (with && with->selectionModel() == view->selectionModel());
}

class AccessibleCell final : public QAccessibleInterface,
                             public QAccessibleTableCellInterface,
                             public QAccessibleActionInterface {
public:
    AccessibleCell(QAbstractItemView* view, const QModelIndex& index) : m_view(view), m_index(index) {}

    bool isValid() const override { return m_view && m_view->model() && m_index.isValid() && m_index.model() == m_view->model(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override
    {
        return isTree() ? QAccessible::TreeItem : headOf(m_view) ? QAccessible::Cell : QAccessible::ListItem;
    }
    QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        if (what == QAccessible::Description)
            return m_index.data(Qt::AccessibleDescriptionRole).toString();
        if (what != QAccessible::Name && what != QAccessible::Value)
            return {};
        const QString text = m_index.data(Qt::AccessibleTextRole).toString();
        return text.isEmpty() ? m_index.data().toString() : text;
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        return isValid() ? m_view->visualRect(m_index).translated(m_view->viewport()->mapToGlobal(QPoint())) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const QRect seen = m_view->viewport()->rect();
        const QRect place = m_view->visualRect(m_index);
        state.invisible = !m_view->isVisible() || place.isEmpty();
        state.offscreen = !seen.intersects(place);
        const Qt::ItemFlags flags = m_index.flags();
        state.disabled = !m_view->isEnabled() || !flags.testFlag(Qt::ItemIsEnabled);
        state.selectable = state.focusable = flags.testFlag(Qt::ItemIsSelectable);
        state.multiSelectable = m_view->selectionMode() == QAbstractItemView::ExtendedSelection;
        state.selected = m_view->selectionModel() && m_view->selectionModel()->isSelected(m_index);
        state.focused = isFocused(m_view, m_index);
        if (isTree() && m_index.model()->hasChildren(m_index.sibling(m_index.row(), 0))) {
            const bool open = static_cast<const QTreeView*>(m_view.data())->isExpanded(m_index.sibling(m_index.row(), 0));
            state.expandable = true;
            state.expanded = open;
            state.collapsed = !open;
        }
        if (const QVariant checked = m_index.data(Qt::CheckStateRole); checked.isValid()) {
            state.checkable = true;
            state.checked = checked.toInt() == Qt::Checked;
        }
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TableCellInterface)
            return static_cast<QAccessibleTableCellInterface*>(this);
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    bool isSelected() const override { return isValid() && m_view->selectionModel()->isSelected(m_index); }
    QList<QAccessibleInterface*> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface*> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_index.column(); }
    int rowIndex() const override { return shownRow(m_view, m_index); }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface* table() const override { return parent(); }

    QStringList actionNames() const override { return {pressAction(), toggleAction()}; }
    void doAction(const QString& name) override
    {
        if (!isValid())
            return;
        if (name == toggleAction())
            m_view->selectionModel()->select(m_index, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
        else
            m_view->setCurrentIndex(m_index);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    bool isTree() const { return qobject_cast<const QTreeView*>(m_view.data()) != nullptr; }

    QPointer<QAbstractItemView> m_view;
    QPersistentModelIndex m_index;
};

/// The head of a column, or of a row (which our tables don't show).
class AccessibleHead final : public QAccessibleInterface {
public:
    AccessibleHead(QAbstractItemView* view, Qt::Orientation orientation, int section)
        : m_view(view), m_orientation(orientation), m_section(section)
    {
    }

    bool isValid() const override { return m_view && m_view->model(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override
    {
        return m_orientation == Qt::Horizontal ? QAccessible::ColumnHeader : QAccessible::RowHeader;
    }
    QString text(QAccessible::Text what) const override
    {
        const bool named = isValid() && m_section >= 0 && what == QAccessible::Name && m_orientation == Qt::Horizontal;
        return named ? m_view->model()->headerData(m_section, m_orientation).toString() : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        const auto* head = shownHead();
        return head ? QRect(head->sectionViewportPosition(m_section), 0, head->sectionSize(m_section), head->height())
                          .translated(head->mapToGlobal(QPoint()))
                    : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.invisible = !shownHead();
        return state;
    }

private:
    const QHeaderView* shownHead() const
    {
        const auto* head = m_orientation == Qt::Horizontal && isValid() && m_section >= 0 ? headOf(m_view) : nullptr;
        return head && head->isVisible() && !head->isSectionHidden(m_section) ? head : nullptr;
    }

    QPointer<QAbstractItemView> m_view;
    Qt::Orientation m_orientation;
    int m_section;
};

class AccessibleView final : public QAccessibleWidget, public QAccessibleTableInterface {
public:
    explicit AccessibleView(QAbstractItemView* view)
        : QAccessibleWidget(view, qobject_cast<QTreeView*>(view) ? QAccessible::Tree
                                  : headOf(view)                 ? QAccessible::Table
                                                                 : QAccessible::List)
    {
    }
    ~AccessibleView() override { forget(); }

    // Children are counted as Qt's views count them when they tell of one: row by row, in a table with a row and a column of
    // heads before the cells, in a tree with the row.
    int childCount() const override { return (rowCount() + heads()) * (columnCount() + sideHeads()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const int columns = columnCount() + sideHeads();
        const int row = index / columns - heads(), column = index % columns - sideHeads();
        return row < 0 || column < 0 ? headAt(row, column) : cellAt(row, column);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        auto* cell = child ? const_cast<QAccessibleInterface*>(child)->tableCellInterface() : nullptr;
        if (cell && child->parent() == this)
            return (cell->rowIndex() + heads()) * (columnCount() + sideHeads()) + cell->columnIndex() + sideHeads();
        for (const auto& [place, id] : m_cells.asKeyValueRange())
            if (QAccessible::accessibleInterface(id) == child)
                return (place.first + heads()) * (columnCount() + sideHeads()) + place.second + sideHeads();
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QModelIndex index = view()->indexAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
        return index.isValid() ? cellOf(index) : nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        const QModelIndex current = view()->currentIndex();
        return view()->hasFocus() && current.isValid() ? cellOf(current) : nullptr;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focused = state.focused && !view()->currentIndex().isValid(); // the cell has it
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    QAccessibleInterface* caption() const override { return nullptr; }
    QAccessibleInterface* summary() const override { return nullptr; }
    QAccessibleInterface* cellAt(int row, int column) const override
    {
        if (!model() || row < 0 || column < 0 || row >= rowCount() || column >= columnCount())
            return nullptr;
        auto& id = m_cells[std::pair(row, column)];
        if (!id)
            id = QAccessible::registerAccessibleInterface(new AccessibleCell(view(), indexOf(row, column)));
        return QAccessible::accessibleInterface(id);
    }
    int selectedCellCount() const override { return static_cast<int>(selected().size()); }
    QList<QAccessibleInterface*> selectedCells() const override
    {
        QList<QAccessibleInterface*> cells;
        const QModelIndexList all = selected();
        for (const QModelIndex& index : all)
            cells << cellOf(index);
        return cells;
    }
    QString columnDescription(int column) const override
    {
        return model() ? model()->headerData(column, Qt::Horizontal).toString() : QString();
    }
    QString rowDescription(int) const override { return {}; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return static_cast<int>(selectedRows().size()); }
    int columnCount() const override { return !heads() ? 1 : model() ? model()->columnCount(view()->rootIndex()) : 0; }
    int rowCount() const override
    {
        return !model() ? 0 : tree() ? static_cast<int>(shownRows().size()) : model()->rowCount(view()->rootIndex());
    }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override
    {
        QList<int> rows;
        if (view()->selectionModel()) {
            const auto indexes = view()->selectionModel()->selectedRows();
            for (const QModelIndex& index : indexes)
                rows << shownRow(view(), index);
        }
        return rows;
    }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override
    {
        const QModelIndex first = model() && row >= 0 && row < rowCount() ? indexOf(row, 0) : QModelIndex();
        return first.isValid() && view()->selectionModel()->isRowSelected(first.row(), first.parent());
    }
    bool selectRow(int row) override { return select(row, QItemSelectionModel::Select); }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override { return select(row, QItemSelectionModel::Deselect); }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent*) override { forget(); }

private:
    QAbstractItemView* view() const { return static_cast<QAbstractItemView*>(object()); }
    QAbstractItemModel* model() const { return view()->model(); }
    const QTreeView* tree() const { return qobject_cast<const QTreeView*>(view()); }
    int heads() const { return headOf(view()) ? 1 : 0; }
    int sideHeads() const { return tree() ? 0 : heads(); }
    QAccessibleInterface* cellOf(const QModelIndex& index) const
    {
        return cellAt(shownRow(view(), index), heads() ? index.column() : 0);
    }
    /// Of a tree, its first cells from above. Read anew when groups were folded.
    const QList<QPersistentModelIndex>& shownRows() const
    {
        std::size_t folds = 0;
        const int groups = model()->rowCount(view()->rootIndex());
        for (int row = 0; row < groups; ++row) {
            const QModelIndex group = model()->index(row, 0, view()->rootIndex());
            folds = qHashMulti(folds, tree()->isExpanded(group), model()->rowCount(group));
        }
        if (folds != m_folds || m_rows.isEmpty()) {
            m_folds = folds;
            m_rows.clear();
            forgetCells();
            for (QModelIndex at = model()->index(0, 0, view()->rootIndex()); at.isValid(); at = tree()->indexBelow(at))
                m_rows << at.siblingAtColumn(0);
        }
        return m_rows;
    }
    QModelIndex indexOf(int row, int column) const
    {
        if (tree())
            return QModelIndex(shownRows()[row]).siblingAtColumn(column);
        const auto* list = qobject_cast<const QListView*>(view());
        return model()->index(row, list ? list->modelColumn() : column, view()->rootIndex());
    }
    QAccessibleInterface* headAt(int row, int column) const
    {
        auto& id = m_cells[std::pair(row, column)];
        if (!id)
            id = QAccessible::registerAccessibleInterface(row < 0 ? new AccessibleHead(view(), Qt::Horizontal, column)
                                                                  : new AccessibleHead(view(), Qt::Vertical, row));
        return QAccessible::accessibleInterface(id);
    }
    QModelIndexList selected() const
    {
        return view()->selectionModel() ? view()->selectionModel()->selectedIndexes() : QModelIndexList();
    }
    bool select(int row, QItemSelectionModel::SelectionFlag how)
    {
        if (row < 0 || row >= rowCount() || view()->selectionMode() == QAbstractItemView::NoSelection)
            return false;
        view()->selectionModel()->select(indexOf(row, 0), how | QItemSelectionModel::Rows);
        return true;
    }
    void forget()
    {
        m_rows.clear();
        forgetCells();
    }
    void forgetCells() const
    {
        for (const QAccessible::Id id : std::as_const(m_cells))
            QAccessible::deleteAccessibleInterface(id);
        m_cells.clear();
    }

    mutable QHash<std::pair<int, int>, QAccessible::Id> m_cells;
    mutable QList<QPersistentModelIndex> m_rows;
    mutable std::size_t m_folds = 0;
};

} // namespace

QAccessibleInterface* makeAccessibleView(QAbstractItemView* view)
{
    return new AccessibleView(view);
}

} // namespace sallyport::ui
