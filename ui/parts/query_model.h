#pragma once

#include "ui/console/console.h"
#include "ui/tables/virtual_table_model.h"

#include <algorithm>
#include <optional>

namespace sallyport::ui {

/// The rows that a service gives for a query, pages of 200 by offset. `Query` has `text`, `sort`, `descending`, `offset` and
/// `limit`; whoever derives says which queries ask for the same (same), what stands in the cells, and how to ask (askWith).
template <typename Row, typename Query>
class QueryModel : public VirtualTableModel<Row> {
public:
    using Page = Result<RowsPage<Row>>;

    const Query& query() const { return m_query; }
    /// Changes the query with `edit` and loads anew if that changed anything.
    template <typename Edit>
    void change(Edit edit)
    {
        auto next = m_query;
        edit(next);
        if (same(next, m_query))
            return;
        m_query = std::move(next);
        this->reload();
    }
    /// Another text to search for.
    void search(const QString& text)
    {
        change([&](Query& query) { query.text = text.trimmed().toStdString(); });
    }
    /// The row of what has this id, among those that are loaded.
    template <typename Id>
    std::optional<int> findRow(const Id& id) const
    {
        for (int page = 0; page < this->rowCount(); page += this->pageSize) {
            if (!this->isRowLoaded(page))
                continue;
            const int end = std::min(this->rowCount(), page + this->pageSize);
            for (int row = page; row < end; ++row)
                if (const Row* found = this->rowAt(row); found && found->id == id)
                    return row;
        }
        return {};
    }

protected:
    QueryModel(Console& console, QObject* parent) : VirtualTableModel<Row>(parent), m_console(console) {}

    /// Are these the same question, but for the page?
    virtual bool same(const Query& a, const Query& b) const = 0;
    /// `list` asks the services for a page on a worker: `Result<RowsPage<Row>> list(Services&, const access::Actor&, Query)`.
    template <typename List>
    void askWith(List list)
    {
        this->setLoader([this, list](int offset, int limit, auto done) {
            m_console.run(
                this,
                [list, query = pageOf(offset, limit)](Services& services, const access::Actor& actor) -> Page {
                    return list(services, actor, query);
                },
                std::move(done));
        });
    }
    Query pageOf(int offset, int limit) const
    {
        Query query = m_query;
        query.offset = static_cast<decltype(query.offset)>(offset);
        query.limit = static_cast<decltype(query.limit)>(limit);
        return query;
    }
    /// By what a column is sorted by; columns that have nothing are ignored.
    template <typename By>
    void sortBy(const std::optional<By>& by, Qt::SortOrder order)
    {
        if (by)
            change([&](Query& query) {
                query.sort = *by;
                query.descending = order == Qt::DescendingOrder;
            });
    }
    /// The services' time; the beginning of time while locked.
    UtcTime now() const
    {
        const auto* clock = m_console.clock();
        return clock ? clock->now() : UtcTime{};
    }

    Console& m_console;
    Query m_query;
};

} // namespace sallyport::ui
