#include "ui/tables/list_selection.h"

#include "ui/tables/data_table.h"
#include "ui/tables/paged_model.h"
#include "ui/tables/table_cells.h"

#include <QPointer>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace sallyport::ui {

namespace {

bool everythingIsLoaded(const PagedModel& model)
{
    for (int row = 0; row < model.rowCount(); row += PagedModel::pageSize)
        if (!model.isRowLoaded(row))
            return false;
    return true;
}

} // namespace

ListSelection::ListSelection(DataTable* table, PagedModel* model, QObject* parent)
    : QObject(parent), m_table(table), m_model(model)
{
    connect(table, &DataTable::selectedRowsChanged, this, &ListSelection::take);
    connect(model, &QAbstractItemModel::dataChanged, this, &ListSelection::findAgain);
    connect(model, &PagedModel::loadingChanged, this, [this](bool loading) {
        if (!loading)
            settle();
    });
    // The number of rows is known before they are: the last ones go, whatever they will be a moment later.
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
        want();
        m_settling = !m_wanted.isEmpty();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { m_settling = false; });
}

int ListSelection::count() const
{
    return static_cast<int>(m_table->selectedRows().size());
}

int ListSelection::row() const
{
    const auto rows = m_table->selectedRows();
    return rows.size() == 1 ? rows.front() : -1;
}

void ListSelection::reveal(const QString& id)
{
    {
        const QScopedValueRollback quiet(m_settling, true);
        m_table->clearSelection();
    }
    m_ids.clear();
    m_wanted = QStringList{id};
    m_asked = true;
    m_search = Search::NotYet;
    m_places.clear();
    settle();
}

/// What is highlighted is to be again, unless something else is wanted already.
void ListSelection::want()
{
    if (m_wanted.isEmpty()) {
        m_wanted = m_ids;
        m_asked = false;
    }
    m_search = Search::NotYet;
    m_places.clear();
}

void ListSelection::keepOver()
{
    want();
    const bool told = m_wanted.isEmpty() && count() > 0;
    {
        const QScopedValueRollback quiet(m_settling, true);
        m_table->clearSelection();
    }
    if (told)
        Q_EMIT changed();
}

void ListSelection::take()
{
    if (m_settling)
        return;
    m_wanted.clear();
    m_ids.clear();
    const auto rows = m_table->selectedRows();
    for (const int row : rows) {
        if (!m_model->isRowLoaded(row)) {
            m_ids.clear();
            break;
        }
        m_ids << m_model->index(row, 0).data(RowIdRole).toString();
    }
    Q_EMIT changed();
}

/// Rows have come: what was highlighted may stand elsewhere by now.
void ListSelection::findAgain()
{
    if (m_ids.isEmpty() || m_ids.front().isEmpty() || !m_wanted.isEmpty())
        return;
    const auto rows = m_table->selectedRows();
    const bool same = std::ranges::all_of(rows, [this](int row) {
        return !m_model->isRowLoaded(row) || m_ids.contains(m_model->index(row, 0).data(RowIdRole).toString());
    });
    if (same && rows.size() == m_ids.size())
        return;
    want();
    highlight(m_wanted, false);
}

void ListSelection::settle()
{
    if (m_wanted.isEmpty() || !m_model->hasAnswer())
        return;
    if (m_asked)
        return look();
    if (m_model->isLoading() || !isFound())
        return;
    const auto wanted = std::exchange(m_wanted, {});
    highlight(wanted, false);
    if (m_table->selectedRows().isEmpty()) {
        m_ids.clear();
        return Q_EMIT lost();
    }
    m_ids.clear(); // rows of several need not be loaded: what they are is known
    for (const QString& id : wanted)
        if (rowOf(id) >= 0)
            m_ids << id;
    Q_EMIT changed();
}

int ListSelection::rowOf(const QString& id) const
{
    const int row = m_model->loadedRowOf(id);
    if (row >= 0)
        return row;
    const int place = m_places.value(id, -1);
    return place >= m_model->rowCount() || m_model->isRowLoaded(place) ? -1 : place; // loaded, it would be another one
}

bool ListSelection::isFound()
{
    const auto loaded = [this](const QString& id) { return m_model->loadedRowOf(id) >= 0; };
    if (m_search == Search::Answered || std::ranges::all_of(m_wanted, loaded) || everythingIsLoaded(*m_model))
        return true;
    locate([this] {
        // One row is read: what stands beside the list is told of it. Of several it is enough to know where they are.
        if (m_wanted.size() == 1 && !m_places.isEmpty())
            m_model->need(m_places.begin().value());
        settle();
    });
    return false;
}

/// Once, and once more if rows that were asked for anew have ended the search.
void ListSelection::locate(std::function<void()> found)
{
    if (m_search == Search::Asked && m_searchedIn == m_model->generation())
        return;
    m_search = Search::Asked;
    m_searchedIn = m_model->generation();
    m_model->locate(m_wanted, [this, self = QPointer<ListSelection>(this), wanted = m_wanted,
                               found = std::move(found)](const PagedModel::Places& places) {
        if (!self || m_wanted != wanted)
            return;
        m_search = Search::Answered;
        m_places = places;
        found();
    });
}

void ListSelection::look()
{
    const QString id = m_wanted.front();
    if (m_model->loadedRowOf(id) >= 0 && !m_model->isLoading()) {
        const auto wanted = std::exchange(m_wanted, {});
        highlight(wanted, true);
        return take();
    }
    if (m_model->isLoading())
        return;
    if (m_search == Search::Answered) {
        m_wanted.clear();
        Q_EMIT missing(id);
        return;
    }
    locate([this, id] {
        const int row = m_places.value(id, -1);
        if (row < 0 || m_model->isRowLoaded(row))
            return look(); // it isn't there, or has moved meanwhile
        m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
        m_model->setViewport(row, row);
    });
}

void ListSelection::highlight(const QStringList& ids, bool intoSight)
{
    const QScopedValueRollback quiet(m_settling, true);
    QItemSelection rows;
    int last = -1;
    for (const QString& id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        last = row;
        rows.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    }
    // The list stays where it is under the reader's eyes, but for what they asked to see.
    const bool scrolls = m_table->hasAutoScroll();
    m_table->setAutoScroll(false);
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (last >= 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(last, m_table->firstShownColumn()),
                                                   QItemSelectionModel::NoUpdate);
    m_table->setAutoScroll(scrolls);
    if (intoSight && last >= 0)
        m_table->scrollTo(m_model->index(last, m_table->firstShownColumn()), QAbstractItemView::EnsureVisible);
}

} // namespace sallyport::ui
