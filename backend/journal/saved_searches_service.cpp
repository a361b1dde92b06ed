#include "backend/journal/saved_searches_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_query.h"
#include "backend/base/case_fold.h"
#include "backend/base/name_text.h"
#include "backend/journal/saved_search_rows.h"

#include <algorithm>

namespace sallyport::journal {
namespace {

using access::Actor;
using access::Permission;
using rows::StoredSearch;

Error noSuchSearch()
{
    return makeError(ErrorCode::NotFound, "There is no such search");
}

Error searchConflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

/// One's own before those of others, as the list has both.
Result<StoredSearch> searchCalled(std::vector<StoredSearch>& all, std::string_view idOrName)
{
    const std::string key = textKey(idOrName);
    StoredSearch* found = nullptr;
    for (StoredSearch& stored : all) {
        if (stored.search.id.text() == idOrName)
            return std::move(stored);
        if (textKey(stored.search.name) == key && (found == nullptr || (stored.search.own && !found->search.own)))
            found = &stored;
    }
    if (found == nullptr)
        return noSuchSearch();
    return std::move(*found);
}

void checkColumns(const std::vector<std::string>& columns, std::vector<FieldError>& errors)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool known = std::ranges::find(eventColumns, columns[i]) != eventColumns.end();
        const bool twice = std::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i), columns[i]) !=
                           columns.begin() + static_cast<std::ptrdiff_t>(i);
        if (!known || twice) {
            errors.push_back({"columns", known ? "Names a column twice." : "Names a column that there is not.", "enum"});
            return;
        }
    }
}

/// Brings the name into its form; ValidationFailed with the fields.
Result<void> check(SavedSearch& search, UtcTime now)
{
    std::vector<FieldError> errors;
    tidyName("name", search.name, 1, searchNameLimit, errors);
    const auto mistakes = audit::filterMistakes(search.filter, now);
    if (!mistakes.empty())
        errors.push_back({"q", mistakes.front().message, "filter"});
    checkColumns(search.columns, errors);
    if (errors.empty())
        return {};
    Error error(ErrorCode::ValidationFailed, "The search is not acceptable");
    error.fields = std::move(errors);
    return error;
}

/// Nobody sees two of one name that are theirs, or two that are shared.
Result<void> requireFreeName(const std::vector<StoredSearch>& all, const StoredSearch& wanted)
{
    const std::string key = textKey(wanted.search.name);
    for (const StoredSearch& other : all) {
        const bool beside = (other.search.shared && wanted.search.shared) || other.owner == wanted.owner;
        if (other.search.id != wanted.search.id && beside && textKey(other.search.name) == key)
            return searchConflict("There is a search of this name", "name_taken");
    }
    return {};
}

Result<void> requireRoom(storage::Transaction& transaction, const StoredSearch& wanted, bool isNew, bool nowShared)
{
    if (isNew && !wanted.owner.empty()) {
        SALLYPORT_ASSIGN(const std::int64_t own, rows::countOwn(transaction, wanted.owner));
        if (own >= searchesOwn)
            return searchConflict("100 searches are kept already; delete one first", "too_many");
    }
    if (nowShared) {
        SALLYPORT_ASSIGN(const std::int64_t shared, rows::countShared(transaction));
        if (shared >= searchesShared)
            return searchConflict("200 searches are shared already; delete one first", "too_many");
    }
    return {};
}

/// What is shared is everybody's: changing it takes what sharing takes.
Result<void> requireMay(const Actor& actor, const SavedSearch& search, bool shares)
{
    if (!search.own || shares)
        return access::require(actor, Permission::SettingsUpdate);
    return {};
}

} // namespace

Result<Actor> SavedSearchesService::authorize(const Actor& actor) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, Permission::EventsRead));
    return current;
}

Result<void> SavedSearchesService::record(storage::Transaction& transaction, const Actor& actor, const SavedSearch* before,
                                          const SavedSearch* after) const
{
    audit::Event event = access::eventBy(actor, after != nullptr ? audit::kind::searchSaved : audit::kind::searchDeleted);
    const SavedSearch& subject = after != nullptr ? *after : *before;
    event.object = {"search", subject.id.text(), subject.name};
    audit::Details details;
    static const SavedSearch nothing;
    const SavedSearch& was = before != nullptr ? *before : nothing;
    const SavedSearch& is = after != nullptr ? *after : nothing;
    details.change("name", was.name, is.name).change("q", was.filter, is.filter);
    details.change("columns", rows::columnsText(was.columns), rows::columnsText(is.columns));
    details.change("shared", was.shared ? "yes" : "no", is.shared ? "yes" : "no");
    event.detailsJson = details.json();
    return m_parts.journal.append(transaction, std::move(event));
}

Result<std::vector<SavedSearch>> SavedSearchesService::list(const Actor& actor)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor));
    SALLYPORT_ASSIGN(auto all, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::searchesFor(transaction, current.id);
    }));
    std::vector<SavedSearch> searches;
    for (StoredSearch& stored : all)
        searches.push_back(std::move(stored.search));
    return searches;
}

Result<SavedSearch> SavedSearchesService::read(const Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor));
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<SavedSearch> {
        SALLYPORT_ASSIGN(auto all, rows::searchesFor(transaction, current.id));
        SALLYPORT_ASSIGN(StoredSearch found, searchCalled(all, idOrName));
        return std::move(found.search);
    });
}

Result<SavedSearch> SavedSearchesService::save(const Actor& actor, NewSearch wanted)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor));
    // A service account is nobody who could keep something for themselves.
    const bool person = current.kind == Actor::Kind::User || current.kind == Actor::Kind::Operator;
    StoredSearch stored;
    stored.owner = person ? current.id : UserId();
    SavedSearch& search = stored.search;
    search.name = std::move(wanted.name);
    search.filter = std::move(wanted.filter);
    search.columns = std::move(wanted.columns);
    search.shared = wanted.shared || !person;
    search.own = person;
    if (search.shared)
        SALLYPORT_TRY(access::require(current, Permission::SettingsUpdate));
    search.ownerName = access::nameOf(current);
    search.createdAt = search.changedAt = m_parts.store.now();
    SALLYPORT_TRY(check(search, search.createdAt));
    search.id = SearchId(newIdText(m_parts.random, m_parts.clock));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<SavedSearch> {
        SALLYPORT_ASSIGN(const auto all, rows::searchesFor(transaction, current.id));
        SALLYPORT_TRY(requireFreeName(all, stored));
        SALLYPORT_TRY(requireRoom(transaction, stored, true, search.shared));
        SALLYPORT_TRY(rows::addSearch(transaction, stored));
        SALLYPORT_TRY(record(transaction, current, nullptr, &search));
        return search;
    });
}

Result<SavedSearch> SavedSearchesService::change(const Actor& actor, std::string_view idOrName, const SearchPatch& patch)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<SavedSearch> {
        SALLYPORT_ASSIGN(auto all, rows::searchesFor(transaction, current.id));
        SALLYPORT_ASSIGN(StoredSearch stored, searchCalled(all, idOrName));
        const SavedSearch before = stored.search;
        SavedSearch& search = stored.search;
        search.name = patch.name.value_or(search.name);
        search.filter = patch.filter.value_or(search.filter);
        search.columns = patch.columns.value_or(search.columns);
        search.shared = patch.shared.value_or(search.shared) || stored.owner.empty();
        SALLYPORT_TRY(requireMay(current, before, search.shared));
        search.changedAt = m_parts.store.now();
        SALLYPORT_TRY(check(search, search.changedAt));
        SALLYPORT_ASSIGN(const auto others, rows::searchesFor(transaction, current.id));
        SALLYPORT_TRY(requireFreeName(others, stored));
        SALLYPORT_TRY(requireRoom(transaction, stored, false, search.shared && !before.shared));
        SALLYPORT_TRY(rows::updateSearch(transaction, stored));
        SALLYPORT_TRY(record(transaction, current, &before, &search));
        return search;
    });
}

Result<void> SavedSearchesService::remove(const Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto all, rows::searchesFor(transaction, current.id));
        SALLYPORT_ASSIGN(const StoredSearch stored, searchCalled(all, idOrName));
        SALLYPORT_TRY(requireMay(current, stored.search, false));
        SALLYPORT_TRY(rows::removeSearch(transaction, stored.search.id));
        return record(transaction, current, &stored.search, nullptr);
    });
}

} // namespace sallyport::journal
