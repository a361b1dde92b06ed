#include "ui/tables/paged_model.h"

#include "ui/tables/table_cells.h"

#include <algorithm>

namespace sallyport::ui {

int PagedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_total;
}

void PagedModel::setViewport(int first, int last)
{
    m_firstPage = std::max(0, first) / pageSize;
    m_lastPage = std::max(first, last) / pageSize;
    load();
}

void PagedModel::need(int row)
{
    m_neededPage = row / pageSize;
    load();
}

void PagedModel::reload()
{
    beginResetModel();
    ++m_generation;
    m_loaded.clear();
    m_stale.clear();
    m_failedPages.clear();
    m_pending.clear();
    m_firstPage = m_lastPage = 0;
    m_neededPage = -1;
    m_total = 0;
    m_hasAnswer = false;
    dropAllPages();
    endResetModel();
    load();
}

void PagedModel::refresh()
{
    // Requests under way may answer with what was true before: their pages are asked for once more.
    ++m_generation;
    m_pending.clear();
    m_stale = m_loaded;
    m_failedPages.clear();
    load();
}

int PagedModel::loadedRowOf(const QString& id) const
{
    for (const int page : std::as_const(m_loaded)) {
        const int end = std::min(m_total, (page + 1) * pageSize);
        for (int row = page * pageSize; row < end; ++row)
            if (data(index(row, 0), RowIdRole).toString() == id)
                return row;
    }
    return -1;
}

bool PagedModel::isWanted(int page) const
{
    const int lastPage = std::max(0, (m_total - 1) / pageSize);
    if (page < 0 || (m_hasAnswer && page > lastPage) || (!m_hasAnswer && page > 0))
        return false;
    if (m_pending.contains(page) || m_failedPages.contains(page))
        return false;
    return !m_loaded.contains(page) || m_stale.contains(page);
}

void PagedModel::load()
{
    QList<int> order;
    for (int page = m_firstPage; page <= m_lastPage; ++page)
        order.append(page);
    order << m_neededPage << m_lastPage + 1 << m_firstPage - 1;
    for (const int page : std::as_const(order)) {
        if (m_pending.size() >= requestsAtOnce)
            break;
        if (!isWanted(page))
            continue;
        m_pending.insert(page);
        requestPage(page, m_generation);
    }
    reportLoading();
}

void PagedModel::reportLoading()
{
    if (m_reportedLoading == isLoading())
        return;
    m_reportedLoading = isLoading();
    Q_EMIT loadingChanged(m_reportedLoading);
}

void PagedModel::pageLoaded(int page, int total)
{
    m_pending.remove(page);
    m_stale.remove(page);
    m_loaded.insert(page);
    m_hasAnswer = true;
    setTotal(total);
    if (m_total > 0) {
        const int first = std::min(page * pageSize, m_total - 1);
        const int last = std::min(m_total, (page + 1) * pageSize) - 1;
        Q_EMIT dataChanged(index(first, 0), index(std::max(first, last), columnCount() - 1));
    }
    dropFarPages();
    load();
}

void PagedModel::pageFailed(int page, const Error& error)
{
    m_pending.remove(page);
    m_failedPages.insert(page);
    Q_EMIT failed(error);
    reportLoading();
}

void PagedModel::setTotal(int total)
{
    const int before = m_total;
    if (total > before) {
        beginInsertRows({}, before, total - 1);
        m_total = total;
        endInsertRows();
    } else if (total < before) {
        beginRemoveRows({}, total, before - 1);
        m_total = total;
        endRemoveRows();
    }
    Q_EMIT totalChanged(m_total);
}

void PagedModel::dropFarPages()
{
    while (m_loaded.size() > pagesKept) {
        const int middle = (m_firstPage + m_lastPage) / 2;
        const auto farthest = std::max_element(m_loaded.cbegin(), m_loaded.cend(),
                                               [middle](int a, int b) { return std::abs(a - middle) < std::abs(b - middle); });
        const int page = *farthest;
        m_loaded.remove(page);
        m_stale.remove(page);
        dropPage(page);
    }
}

} // namespace sallyport::ui
