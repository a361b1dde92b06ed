#pragma once

#include "backend/base/result.h"
#include "ui/tables/paged_model.h"
#include "ui/tables/table_cells.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace sallyport::ui {

/// Rows from an offset, and how many exist in all.
template <typename Row>
struct RowsPage {
    std::vector<Row> rows;
    int total = 0;
};

/// A PagedModel of `Row`s. A panel derives from it, says its columns, texts (headerData) and cells (cell), and hands
/// in a loader. Usage:
///
///     class UsersModel : public VirtualTableModel<UserSummary> { ... QVariant cell(const UserSummary&, int, int) };
///     model->setLoader([=](int offset, int limit, auto done) { console->run(model, work, std::move(done)); });
///     model->reload();
template <typename Row>
class VirtualTableModel : public PagedModel {
public:
    using Done = std::function<void(Result<RowsPage<Row>>)>;
    /// Asks for `limit` rows from `offset`. `done` is called and destroyed on the model's thread, not before the loader has
    /// returned; it does nothing if the model is gone by then.
    using Loader = std::function<void(int offset, int limit, Done done)>;

    using PagedModel::PagedModel;

    void setLoader(Loader loader) { m_loader = std::move(loader); }

    /// The row, or nullptr while it is not loaded.
    const Row* rowAt(int row) const
    {
        const auto page = m_pages.constFind(row / pageSize);
        const auto at = static_cast<std::size_t>(row % pageSize);
        return page != m_pages.constEnd() && at < page->size() ? &(*page)[at] : nullptr;
    }

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override
    {
        if (!index.isValid())
            return {};
        const Row* row = rowAt(index.row());
        if (!row)
            return role == CellPlaceholderRole ? QVariant(true) : QVariant();
        return cell(*row, index.column(), role);
    }

    void locate(const QStringList& ids, std::function<void(const Places& rows)> found) override
    {
        m_search = std::make_shared<Search>(Search{ids, std::move(found), {}});
        searchPage(m_search, 0);
    }

protected:
    /// The value of a loaded row's cell: Qt's roles and CellRole.
    virtual QVariant cell(const Row& row, int column, int role) const = 0;

    void requestPage(int page, int generation) override
    {
        if (!m_loader)
            return;
        m_loader(page * pageSize, pageSize,
                 [self = QPointer<PagedModel>(this), this, page, generation](Result<RowsPage<Row>> answer) {
                     if (!self || !isCurrent(generation))
                         return;
                     if (!answer) {
                         pageFailed(page, answer.error());
                         return;
                     }
                     const int total = answer->total;
                     m_pages.insert(page, std::move(answer->rows));
                     pageLoaded(page, total);
                 });
    }
    void dropPage(int page) override { m_pages.remove(page); }
    void dropAllPages() override { m_pages.clear(); }

private:
    /// More pages are not looked through: a list of 200,000 rows.
    static constexpr int pagesSearched = 1000;
    struct Search {
        QStringList ids;
        std::function<void(const Places& rows)> found;
        Places places;
    };

    void searchPage(const std::shared_ptr<Search>& search, int page)
    {
        if (!m_loader)
            return search->found({});
        m_loader(page * pageSize, pageSize,
                 [self = QPointer<PagedModel>(this), this, search, page, asked = generation()](Result<RowsPage<Row>> answer) {
                     if (!self || m_search != search || !isCurrent(asked))
                         return;
                     if (!answer)
                         return search->found(search->places);
                     for (std::size_t at = 0; at < answer->rows.size(); ++at)
                         if (const QString id = cell(answer->rows[at], 0, RowIdRole).toString(); search->ids.contains(id))
                             search->places.insert(id, page * pageSize + static_cast<int>(at));
                     const bool more = (page + 1) * pageSize < answer->total && page + 1 < pagesSearched;
                     if (more && search->places.size() < search->ids.size())
                         return searchPage(search, page + 1);
                     search->found(search->places);
                 });
    }

    QHash<int, std::vector<Row>> m_pages;
    Loader m_loader;
    std::shared_ptr<Search> m_search; ///< the newest one
};

} // namespace sallyport::ui
