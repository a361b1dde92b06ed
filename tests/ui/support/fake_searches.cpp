#include "tests/ui/support/fake_searches.h"

#include <algorithm>

namespace sallyport::tests {

FakeSearches::FakeSearches(Clock& clock) : m_clock(clock)
{
    journal::SavedSearch own;
    own.id = journal::SearchId("search-1");
    own.name = "Failed sign-ins";
    own.filter = "kind:auth.login_failed since:24h";
    own.own = true;
    own.ownerName = "Ingrid Solheim";
    own.createdAt = own.changedAt = clock.now();
    journal::SavedSearch shared = own;
    shared.id = journal::SearchId("search-2");
    shared.name = "Refused by night";
    shared.filter = "outcome:refused since:7d";
    shared.columns = {"time", "event", "who", "path"};
    shared.shared = true;
    shared.own = false;
    shared.ownerName = "Tomasz Zieliński";
    searches = {own, shared};
}

journal::SavedSearch* FakeSearches::find(std::string_view idOrName)
{
    const auto found = std::ranges::find_if(
        searches, [&](const journal::SavedSearch& one) { return one.id.text() == idOrName || one.name == idOrName; });
    return found == searches.end() ? nullptr : &*found;
}

Result<std::vector<journal::SavedSearch>> FakeSearches::list(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    return searches;
}

Result<journal::SavedSearch> FakeSearches::read(const access::Actor&, std::string_view idOrName)
{
    const std::lock_guard lock(mutex);
    if (const journal::SavedSearch* found = find(idOrName))
        return *found;
    return makeError(ErrorCode::NotFound, "There is no such search");
}

Result<journal::SavedSearch> FakeSearches::save(const access::Actor& actor, journal::NewSearch wanted)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    if (find(wanted.name) != nullptr)
        return makeError(ErrorCode::Conflict, "There is a search of this name");
    journal::SavedSearch search;
    search.id = journal::SearchId("search-" + std::to_string(++m_made));
    search.name = wanted.name;
    search.filter = wanted.filter;
    search.columns = wanted.columns;
    search.shared = wanted.shared;
    search.own = true;
    search.ownerName = actor.name;
    search.createdAt = search.changedAt = m_clock.now();
    searches.push_back(search);
    return search;
}

Result<journal::SavedSearch> FakeSearches::change(const access::Actor&, std::string_view idOrName,
                                                  const journal::SearchPatch& patch)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    journal::SavedSearch* const found = find(idOrName);
    if (found == nullptr)
        return makeError(ErrorCode::NotFound, "There is no such search");
    found->name = patch.name.value_or(found->name);
    found->filter = patch.filter.value_or(found->filter);
    found->columns = patch.columns.value_or(found->columns);
    found->shared = patch.shared.value_or(found->shared);
    return *found;
}

Result<void> FakeSearches::remove(const access::Actor&, std::string_view idOrName)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    std::erase_if(searches, [&](const journal::SavedSearch& one) { return one.id.text() == idOrName; });
    return {};
}

} // namespace sallyport::tests
