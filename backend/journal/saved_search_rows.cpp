#include "backend/journal/saved_search_rows.h"

#include "backend/base/case_fold.h"

#include <algorithm>

namespace sallyport::journal::rows {
namespace {

enum class SearchColumn { Id, OwnerId, OwnerName, Name, Filter, Columns, Shared, CreatedAt, ChangedAt, End };
constexpr storage::Columns<SearchColumn> searchColumns{{{SearchColumn::Id, "id"},
                                                        {SearchColumn::OwnerId, "owner_id"},
                                                        {SearchColumn::OwnerName, "owner_name"},
                                                        {SearchColumn::Name, "name"},
                                                        {SearchColumn::Filter, "filter"},
                                                        {SearchColumn::Columns, "columns"},
                                                        {SearchColumn::Shared, "shared"},
                                                        {SearchColumn::CreatedAt, "created_at"},
                                                        {SearchColumn::ChangedAt, "changed_at"}}};
constexpr auto searchesOfOne = storage::select(searchColumns, "FROM saved_searches WHERE owner_id = $1 OR shared = 1");

std::vector<std::string> columnsOf(std::string_view text)
{
    std::vector<std::string> columns;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        columns.emplace_back(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return columns;
}

} // namespace

std::string columnsText(const std::vector<std::string>& columns)
{
    std::string text;
    for (const std::string& column : columns)
        (text += text.empty() ? "" : ",") += column;
    return text;
}

Result<std::vector<StoredSearch>> searchesFor(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(searchesOfOne));
    rows.bind(1, user);
    std::vector<std::pair<std::string, StoredSearch>> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        const auto row = rows.row();
        StoredSearch stored;
        stored.owner = UserId(row.text(SearchColumn::OwnerId));
        SavedSearch& search = stored.search;
        search.id = SearchId(row.text(SearchColumn::Id));
        search.name = row.text(SearchColumn::Name);
        search.filter = row.text(SearchColumn::Filter);
        search.columns = columnsOf(row.text(SearchColumn::Columns));
        search.shared = row.flag(SearchColumn::Shared);
        search.own = !user.empty() && stored.owner == user;
        search.ownerName = row.text(SearchColumn::OwnerName);
        search.createdAt = row.time(SearchColumn::CreatedAt);
        search.changedAt = row.time(SearchColumn::ChangedAt);
        std::string key = textKey(search.name) + '\n' + search.id.text();
        found.emplace_back(std::move(key), std::move(stored));
    }
    std::ranges::sort(found, {}, &std::pair<std::string, StoredSearch>::first);
    std::vector<StoredSearch> searches;
    searches.reserve(found.size());
    for (auto& [key, stored] : found)
        searches.push_back(std::move(stored));
    return searches;
}

Result<std::int64_t> countOwn(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT count(*) FROM saved_searches WHERE owner_id = $1"));
    row.bind(1, user);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<std::int64_t> countShared(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT count(*) FROM saved_searches WHERE shared = 1"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> addSearch(storage::Transaction& transaction, const StoredSearch& stored)
{
    const SavedSearch& search = stored.search;
    SALLYPORT_ASSIGN(auto add,
                     transaction.prepare("INSERT INTO saved_searches (id, owner_id, owner_name, name, filter, columns, "
                                         "shared, created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"));
    add.bind(1, search.id).bind(2, stored.owner.empty() ? std::optional<UserId>() : std::optional(stored.owner));
    add.bind(3, search.ownerName).bind(4, search.name).bind(5, search.filter).bind(6, columnsText(search.columns));
    add.bind(7, search.shared).bind(8, search.createdAt).bind(9, search.changedAt);
    return add.run();
}

Result<void> updateSearch(storage::Transaction& transaction, const StoredSearch& stored)
{
    const SavedSearch& search = stored.search;
    SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE saved_searches SET name = $2, filter = $3, columns = $4, shared = "
                                                      "$5, changed_at = $6 WHERE id = $1"));
    update.bind(1, search.id).bind(2, search.name).bind(3, search.filter).bind(4, columnsText(search.columns));
    update.bind(5, search.shared).bind(6, search.changedAt);
    return update.run();
}

Result<void> removeSearch(storage::Transaction& transaction, const SearchId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM saved_searches WHERE id = $1"));
    remove.bind(1, id);
    return remove.run();
}

} // namespace sallyport::journal::rows
