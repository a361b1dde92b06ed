#include "ui/tables/data_table.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/tables/paged_model.h"
#include "ui/tables/table_delegate.h"
#include "ui/tables/table_header.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>

namespace sallyport::ui {

using namespace std::chrono_literals;

DataTable::DataTable(const QString& objectName, QWidget* parent)
    : QTableView(parent), m_delegate(new TableDelegate(this)), m_handle(new QScrollBar(Qt::Vertical, this))
{
    setObjectName(objectName);
    setHorizontalHeader(new TableHeader(this));
    // QTableView hides the arrow while it does not sort by itself; the services sort.
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The bar stays out of the layout; a slim handle lies above the rows, which reach the edge.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setCompact(false);

    QScrollBar* bar = verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, m_handle, [this, bar](int minimum, int maximum) {
        m_handle->setRange(minimum, maximum);
        m_handle->setPageStep(bar->pageStep());
        m_handle->setSingleStep(bar->singleStep());
        m_handle->setVisible(maximum > minimum);
        placeScrollHandle();
    });
    connect(bar, &QScrollBar::valueChanged, m_handle, &QScrollBar::setValue);
    connect(m_handle, &QScrollBar::valueChanged, bar, &QScrollBar::setValue);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { Q_EMIT rowActivated(index.row()); });
    m_handle->hide();
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &DataTable::takeSort);

    m_viewportTimer.setSingleShot(true);
    m_viewportTimer.setInterval(30ms);
    connect(&m_viewportTimer, &QTimer::timeout, this, &DataTable::tellViewport);
}

int DataTable::rowHeight(bool compact, const QWidget* widget)
{
    const int text = QFontMetrics(textFont(TextStyle::Body)).height();
    Q_UNUSED(widget)
    return std::max(compact ? 28 : 36, text + (compact ? 8 : 16));
}

void DataTable::setCompact(bool compact)
{
    m_compact = compact;
    m_delegate->setCompact(compact);
    const int height = rowHeight(compact, this);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
}

void DataTable::setColumns(const QList<Column>& columns)
{
    m_columns = columns;
    m_chosen.clear();
    for (const Column& column : columns)
        m_chosen.append(column.shownAtFirst);
    layOutColumns();
}

void DataTable::setModel(QAbstractItemModel* newModel)
{
    QTableView::setModel(newModel);
    m_pagedModel = qobject_cast<PagedModel*>(newModel);
    if (!newModel)
        return;
    const auto viewportLater = [this] { m_viewportTimer.start(); };
    connect(newModel, &QAbstractItemModel::modelReset, this, viewportLater);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, viewportLater);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, viewportLater);
    layOutColumns();
    m_viewportTimer.start();
}

int DataTable::columnOf(const QString& id) const
{
    for (int i = 0; i < m_columns.size(); ++i)
        if (m_columns.at(i).id == id)
            return i;
    return -1;
}

QStringList DataTable::chosenColumns() const
{
    QStringList ids;
    for (int i = 0; i < m_columns.size(); ++i)
        if (m_chosen.at(i))
            ids.append(m_columns.at(i).id);
    return ids;
}

void DataTable::setChosenColumns(const QStringList& ids)
{
    if (ids.isEmpty())
        return;
    for (int i = 0; i < m_columns.size(); ++i)
        m_chosen[i] = m_columns.at(i).priority == 0 || ids.contains(m_columns.at(i).id);
    layOutColumns();
}

bool DataTable::isColumnChosen(int column) const
{
    return m_chosen.value(column, true);
}

void DataTable::setColumnChosen(int column, bool chosen)
{
    if (column < 0 || column >= m_columns.size() || m_columns.at(column).priority == 0)
        return;
    m_chosen[column] = chosen;
    layOutColumns();
    Q_EMIT chosenColumnsChanged();
}

void DataTable::fillColumnsMenu(QMenu* menu)
{
    menu->clear();
    for (int i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i).priority == 0)
            continue;
        QAction* action = menu->addAction(model()->headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(isColumnChosen(i));
        connect(action, &QAction::toggled, this, [this, i](bool on) { setColumnChosen(i, on); });
    }
}

void DataTable::setFixedSort(int column, Qt::SortOrder order)
{
    m_sortedColumn = column;
    m_sortOrder = order;
    horizontalHeader()->setSortIndicator(column, order);
    horizontalHeader()->setSectionsClickable(false);
}

void DataTable::selectRow(int row)
{
    if (model())
        setCurrentIndex(model()->index(row, std::max(0, m_firstColumn)));
}

QList<int> DataTable::selectedRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void DataTable::takeSort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= m_columns.size()) {
        m_sortedColumn = column;
        return;
    }
    if (!m_columns.at(column).sortable) {
        horizontalHeader()->setSortIndicator(m_sortedColumn, m_sortOrder);
        return;
    }
    if (m_sortedColumn == column && m_sortOrder == order)
        return;
    m_sortedColumn = column;
    m_sortOrder = order;
    Q_EMIT sortChanged(m_columns.at(column).id, order);
}

void DataTable::layOutColumns()
{
    if (!model() || m_columns.isEmpty() || model()->columnCount() < m_columns.size())
        return;
    const auto needed = [this](int i) { return scaled(m_columns.at(i).width, this); };
    QList<bool> shown = m_chosen;
    int room = viewport()->width() - tableLeadingInset - tableTrailingInset;
    const auto total = [&] {
        int sum = 0;
        for (int i = 0; i < shown.size(); ++i)
            sum += shown.at(i) ? needed(i) : 0;
        return sum;
    };
    while (total() > room) {
        int victim = -1;
        for (int i = 0; i < shown.size(); ++i)
            if (shown.at(i) && m_columns.at(i).priority > 0 &&
                (victim < 0 || m_columns.at(i).priority > m_columns.at(victim).priority))
                victim = i;
        if (victim < 0)
            break;
        shown[victim] = false;
    }
    int spare = std::max(0, room - total());
    int shares = 0;
    m_firstColumn = -1;
    for (int i = 0; i < shown.size(); ++i) {
        if (!shown.at(i))
            continue;
        shares += m_columns.at(i).stretch;
        m_firstColumn = m_firstColumn < 0 ? i : m_firstColumn;
        m_lastColumn = i;
    }
    for (int i = 0; i < shown.size(); ++i) {
        setColumnHidden(i, !shown.at(i));
        if (!shown.at(i))
            continue;
        const int extra = shares > 0 ? spare * m_columns.at(i).stretch / shares : 0;
        spare -= extra;
        shares -= m_columns.at(i).stretch;
        setColumnWidth(i, needed(i) + extra + (i == m_firstColumn ? tableLeadingInset : 0) +
                              (i == m_lastColumn ? tableTrailingInset : 0));
    }
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

void DataTable::placeScrollHandle()
{
    const QRect area = viewport()->geometry();
    const int width = m_handle->sizeHint().width();
    const int x = isRightToLeft() ? area.left() : area.right() + 1 - width;
    m_handle->setGeometry(x, area.top(), width, area.height());
    m_handle->raise();
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    placeScrollHandle();
    m_viewportTimer.start();
}

void DataTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    // Not restarted: while somebody drags the handle pages must still come, 33 times a second at most.
    if (!m_viewportTimer.isActive())
        m_viewportTimer.start();
    setHoveredRow(-1);
}

void DataTable::tellViewport()
{
    if (!m_pagedModel)
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    m_pagedModel->setViewport(first, last < 0 ? first + viewport()->height() / rowHeight(m_compact, this) + 1 : last);
}

void DataTable::setHoveredRow(int row)
{
    if (m_hoveredRow == row)
        return;
    m_hoveredRow = row;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void DataTable::mouseMoveEvent(QMouseEvent* event)
{
    QTableView::mouseMoveEvent(event);
    setHoveredRow(rowAt(event->position().toPoint().y()));
}

void DataTable::leaveEvent(QEvent* event)
{
    QTableView::leaveEvent(event);
    setHoveredRow(-1);
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    setByKeyboard(true);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex().row());
        return;
    }
    if (event->modifiers() == Qt::AltModifier && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9)
        return sortByShown(event->key() - Qt::Key_1);
    QTableView::keyPressEvent(event);
}

void DataTable::sortByShown(int place)
{
    QHeaderView* head = horizontalHeader();
    for (int visual = 0; visual < head->count(); ++visual) {
        const int column = head->logicalIndex(visual);
        if (isColumnHidden(column) || place-- > 0)
            continue;
        if (!isSortable(column))
            return;
        const bool turn = head->sortIndicatorSection() == column && head->sortIndicatorOrder() == Qt::AscendingOrder;
        return head->setSortIndicator(column, turn ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

void DataTable::mousePressEvent(QMouseEvent* event)
{
    setByKeyboard(false);
    QTableView::mousePressEvent(event);
}

void DataTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    setByKeyboard(reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason);
}

void DataTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    setByKeyboard(false);
}

void DataTable::setByKeyboard(bool on)
{
    if (m_byKeyboard == on)
        return;
    m_byKeyboard = on;
    viewport()->update();
}

void DataTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!m_byKeyboard || !currentIndex().isValid())
        return;
    const int row = currentIndex().row();
    QPainter painter(viewport());
    drawRing(&painter, QRectF(2, rowViewportPosition(row) + 1, viewport()->width() - 4, verticalHeader()->sectionSize(row) - 3),
             chipRadius);
}

void DataTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedRowsChanged();
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (m_byKeyboard)
        viewport()->update();
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void DataTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange && m_handle)
        placeScrollHandle();
}

} // namespace sallyport::ui
