#include "ui/tables/data_table.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/tables/column_room.h"
#include "ui/tables/paged_model.h"
#include "ui/tables/table_delegate.h"
#include "ui/tables/table_header.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <chrono>

namespace sallyport::ui {

using namespace std::chrono_literals;

namespace {

constexpr int narrowestColumn = 48, narrowestName = 96;
constexpr int widestColumn = 2000;
constexpr int sortSignWidth = 16; // the arrow beside the head's text
constexpr int markWidth = 22;     // the icon before a state

} // namespace

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
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_layingOut)
            takeWidth(column, width);
    });

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
    Q_EMIT compactChanged();
}

void DataTable::setColumns(const QList<Column>& columns)
{
    m_columns = columns;
    m_chosen.clear();
    for (const Column& column : columns)
        m_chosen.append(column.shownAtFirst);
    m_widths.resize(columns.size());
    m_measured = false;
    m_viewportTimer.start();
    layOutColumns();
}

void DataTable::setModel(QAbstractItemModel* newModel)
{
    QTableView::setModel(newModel);
    m_pagedModel = qobject_cast<PagedModel*>(newModel);
    if (!newModel)
        return;
    const auto viewportLater = [this] { m_viewportTimer.start(); };
    connect(newModel, &QAbstractItemModel::modelReset, this, [this, viewportLater] {
        m_measured = false;
        viewportLater();
    });
    connect(newModel, &QAbstractItemModel::dataChanged, this, [this, viewportLater] {
        if (!m_measured)
            viewportLater();
    });
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

QStringList DataTable::wordsOf(int column) const
{
    const auto words = m_columns.value(column).words;
    return words ? words() : QStringList();
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

QStringList DataTable::columnOrder() const
{
    QStringList ids;
    const QHeaderView* head = horizontalHeader();
    for (int visual = 0; visual < std::min<int>(head->count(), static_cast<int>(m_columns.size())); ++visual)
        ids.append(m_columns.value(head->logicalIndex(visual)).id);
    return ids;
}

void DataTable::setColumnOrder(const QStringList& ids)
{
    QHeaderView* head = horizontalHeader();
    if (head->count() < m_columns.size())
        return;
    {
        const QScopedValueRollback quiet(m_layingOut, true);
        int visual = 0;
        for (const QString& id : ids)
            if (const int column = columnOf(id); column >= 0 && head->visualIndex(column) >= visual)
                head->moveSection(head->visualIndex(column), visual++);
        // The others as they were made.
        for (int column = 0; column < m_columns.size(); ++column)
            if (!ids.contains(m_columns.at(column).id))
                head->moveSection(head->visualIndex(column), visual++);
    }
    layOutColumns();
    Q_EMIT columnOrderChanged();
}

void DataTable::setColumnsMovable(bool movable)
{
    horizontalHeader()->setSectionsMovable(movable);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, [this] {
        if (m_layingOut)
            return;
        layOutColumns();
        Q_EMIT columnOrderChanged();
    });
}

QString DataTable::chosenWidths() const
{
    QStringList texts;
    for (int i = 0; i < m_columns.size(); ++i)
        if (m_widths.at(i) > 0)
            texts << QStringLiteral("%1:%2").arg(m_columns.at(i).id).arg(m_widths.at(i));
    return texts.join(u',');
}

void DataTable::setChosenWidths(const QString& widths)
{
    const auto texts = widths.split(u',', Qt::SkipEmptyParts);
    for (const QString& text : texts)
        if (const int column = columnOf(text.section(u':', 0, 0)); column >= 0)
            m_widths[column] = std::clamp(text.section(u':', 1).toInt(), 0, widestColumn);
    layOutColumns();
}

QString DataTable::sorting() const
{
    const QString id = m_columns.value(m_sortedColumn).id;
    return id.isEmpty() ? QString()
                        : QString(id + (m_sortOrder == Qt::AscendingOrder ? QStringLiteral(":up") : QStringLiteral(":down")));
}

void DataTable::setSorting(const QString& sorting)
{
    const int column = columnOf(sorting.section(u':', 0, 0));
    if (column >= 0 && isSortable(column))
        horizontalHeader()->setSortIndicator(column, sorting.endsWith(u":down") ? Qt::DescendingOrder : Qt::AscendingOrder);
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

void DataTable::takeWidth(int column, int width)
{
    if (column < 0 || column >= m_columns.size() || isColumnHidden(column))
        return;
    // Kept at 100 %, so that it is right on the next screen, too.
    const double unit = scaled(1000, this) / 1000.0;
    m_widths[column] = std::clamp(static_cast<int>((width - insetOf(column)) / unit), narrowestColumn, widestColumn);
    Q_EMIT chosenWidthsChanged();
}

int DataTable::insetOf(int column) const
{
    return (column == m_firstColumn ? tableLeadingInset : 0) + (column == m_lastColumn ? tableTrailingInset : 0);
}

int DataTable::neededBy(int column) const
{
    const Column& what = m_columns.at(column);
    if (m_widths.at(column) > 0)
        return scaled(m_widths.at(column), this);
    // No word is cut, in whatever language: neither the head nor what may stand below it.
    const QFontMetrics head(horizontalHeader()->font());
    const int sign = what.sortable ? sortSignWidth : 0;
    if (what.headReachesOver)
        return scaled(what.width, this);
    int needed = std::max(scaled(what.width, this),
                          head.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) + sign + tableColumnGap);
    const QFontMetrics body(textFont(TextStyle::Body));
    const auto words = wordsOf(column);
    for (const QString& word : words)
        needed = std::max(needed, body.horizontalAdvance(word) + (what.trailing ? 0 : markWidth) + tableColumnGap);
    return needed;
}

int DataTable::leastWidth() const
{
    int least = tableLeadingInset + tableTrailingInset;
    for (int i = 0; model() && i < m_columns.size(); ++i)
        if (m_columns.at(i).priority == 0)
            least += neededBy(i);
    return least;
}

void DataTable::layOutColumns()
{
    if (!model() || m_columns.isEmpty() || model()->columnCount() < m_columns.size())
        return;
    const QScopedValueRollback quiet(m_layingOut, true);
    QList<int> needed;
    for (int i = 0; i < m_columns.size(); ++i)
        needed.append(neededBy(i));
    QList<bool> shown = m_chosen;
    const int room = viewport()->width() - tableLeadingInset - tableTrailingInset;
    const auto total = [&] {
        int sum = 0;
        for (int i = 0; i < shown.size(); ++i)
            sum += shown.at(i) ? needed.at(i) : 0;
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
    const auto stretchOf = [this](int i) { return m_widths.at(i) > 0 ? 0 : m_columns.at(i).stretch; };
    if (const int lacking = total() - room; lacking > 0 && room > 0) {
        // Rather a name that ends in `…` than a column that nobody sees.
        int widest = -1;
        for (int i = 0; i < shown.size(); ++i)
            if (shown.at(i) && stretchOf(i) > 0 && (widest < 0 || needed.at(i) > needed.at(widest)))
                widest = i;
        if (widest >= 0)
            needed[widest] = std::max(std::min(scaled(narrowestName, this), needed.at(widest)), needed.at(widest) - lacking);
    }
    int spare = std::max(0, room - total());
    int shares = 0;
    m_firstColumn = -1;
    const QHeaderView* head = horizontalHeader();
    for (int visual = 0; visual < shown.size(); ++visual) {
        const int i = head->logicalIndex(visual);
        if (!shown.value(i))
            continue;
        shares += stretchOf(i);
        m_firstColumn = m_firstColumn < 0 ? i : m_firstColumn;
        m_lastColumn = i;
    }
    QList<ColumnRoom> rooms(shown.size());
    for (int i = 0; i < shown.size(); ++i) {
        setColumnHidden(i, !shown.at(i));
        if (!shown.at(i))
            continue;
        const int extra = shares > 0 ? spare * stretchOf(i) / shares : 0;
        spare -= extra;
        shares -= stretchOf(i);
        const int wanted = std::min(m_wanted.value(i), widestColumn);
        rooms[i] = {needed.at(i) + extra, needed.at(i), wanted, m_widths.at(i) > 0};
    }
    evenOut(rooms);
    for (int i = 0; i < shown.size(); ++i)
        if (shown.at(i))
            setColumnWidth(i, rooms.at(i).width + insetOf(i));
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

bool DataTable::measureRows()
{
    const int first = std::max(0, rowAt(0));
    const int end = std::min(model()->rowCount(), first + viewport()->height() / rowHeight(m_compact, this) + 1);
    QList<int> wanted(m_columns.size());
    bool whole = end > 0;
    for (int row = first; row < end; ++row) {
        for (int i = 0; i < m_columns.size(); ++i) {
            const QModelIndex index = model()->index(row, i);
            if (index.data(CellPlaceholderRole).toBool())
                whole = false;
            else if (itemDelegateForColumn(i) == nullptr && columnSpan(row, i) == 1)
                wanted[i] = std::max(wanted.at(i), cellWidth(index, m_compact) + (i == m_lastColumn ? 0 : tableColumnGap));
        }
    }
    m_measured = whole;
    const bool other = m_wanted != wanted;
    m_wanted = wanted;
    return other;
}

void DataTable::tellViewport()
{
    // Once for what is there at first: columns don't move while one reads on.
    if (!m_measured && model() && model()->columnCount() >= m_columns.size() && measureRows())
        layOutColumns();
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
    // Home and End go through the rows, with or without Ctrl, and what they come to is chosen as it is by the arrows.
    const bool toEnd = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (toEnd && !event->modifiers().testFlag(Qt::ShiftModifier) && model() != nullptr && model()->rowCount() > 0) {
        const int row = event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1;
        const QModelIndex to = model()->index(row, std::max(0, currentIndex().column()));
        selectionModel()->setCurrentIndex(to, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
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
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        layOutColumns();
}

} // namespace sallyport::ui
