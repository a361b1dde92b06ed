#pragma once

#include "backend/base/error.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

#include <functional>

namespace sallyport::ui {

/// A table model of many rows of which only pages around the viewport are held. The bookkeeping without the row
/// type; panels use VirtualTableModel<Row>.
class PagedModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int pageSize = 200;
    /// Pages kept in memory; those farthest from the viewport go first.
    static constexpr int pagesKept = 12;
    /// Requests under way at one time.
    static constexpr int requestsAtOnce = 2;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const final;

    /// Rows in sight, both inclusive. Loads what is missing there and one page around.
    void setViewport(int first, int last);
    /// Forgets everything and loads the first page again. Answers to older requests are dropped.
    void reload();
    /// Loads the pages in sight again without showing bars meanwhile.
    void refresh();

    bool isLoading() const { return m_pending.size() > 0; }
    bool isRowLoaded(int row) const { return m_loaded.contains(row / pageSize); }
    /// True once the first page has come.
    bool hasAnswer() const { return m_hasAnswer; }
    /// Among the rows that are loaded the one with this RowIdRole, -1 if it isn't there.
    int loadedRowOf(const QString& id) const;
    /// Where things of these ids stand, as far as they are there.
    using Places = QHash<QString, int>;
    /// Looks for them in all rows, page by page, without keeping them, until all are found. A newer question, or rows that were
    /// asked for anew (generation), end the search without an answer.
    virtual void locate(const QStringList& ids, std::function<void(const Places& rows)> found)
    {
        Q_UNUSED(ids)
        found({});
    }
    /// Loads the page of this row, too, wherever the rows in sight are: something beside the list goes by it.
    void need(int row);
    /// Another number each time that rows are asked for anew.
    int generation() const { return m_generation; }

Q_SIGNALS:
    void loadingChanged(bool loading);
    /// The number of rows changed or is known for the first time.
    void totalChanged(int total);
    /// A page could not be loaded; the rows it has stay.
    void failed(const sallyport::Error& error);

protected:
    /// Asks for rows; the answer comes to pageLoaded or pageFailed with the same generation.
    virtual void requestPage(int page, int generation) = 0;
    virtual void dropPage(int page) = 0;
    virtual void dropAllPages() = 0;

    /// The rows of a page are stored; `total` rows exist now.
    void pageLoaded(int page, int total);
    void pageFailed(int page, const Error& error);
    bool isCurrent(int generation) const { return generation == m_generation; }

private:
    void load();
    void setTotal(int total);
    void dropFarPages();
    void reportLoading();
    bool isWanted(int page) const;

    QSet<int> m_loaded;
    QSet<int> m_pending;
    QSet<int> m_stale;
    QSet<int> m_failedPages;
    int m_total = 0;
    int m_firstPage = 0;
    int m_lastPage = 0;
    int m_neededPage = -1;
    int m_generation = 0;
    bool m_hasAnswer = false;
    bool m_reportedLoading = false;
};

} // namespace sallyport::ui
