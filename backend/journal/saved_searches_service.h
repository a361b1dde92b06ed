#pragma once

#include "backend/audit/journal.h"
#include "backend/base/random.h"
#include "backend/journal/saved_searches.h"
#include "backend/storage/store.h"

#include <functional>

namespace sallyport::journal {

/// What searches are kept with. Everything outlives them.
struct SavedSearchesParts {
    storage::Store& store;
    audit::Journal& journal;
    const Clock& clock;
    RandomSource& random;
    /// The actor as they are at this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor&)> now;
};

/// The one implementation: in the vault's database.
class SavedSearchesService final : public SavedSearches {
public:
    explicit SavedSearchesService(SavedSearchesParts parts) : m_parts(std::move(parts)) {}

    Result<std::vector<SavedSearch>> list(const access::Actor& actor) override;
    Result<SavedSearch> read(const access::Actor& actor, std::string_view idOrName) override;
    Result<SavedSearch> save(const access::Actor& actor, NewSearch search) override;
    Result<SavedSearch> change(const access::Actor& actor, std::string_view idOrName, const SearchPatch& patch) override;
    Result<void> remove(const access::Actor& actor, std::string_view idOrName) override;

private:
    Result<access::Actor> authorize(const access::Actor& actor) const;
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const SavedSearch* before,
                        const SavedSearch* after) const;

    const SavedSearchesParts m_parts;
};

} // namespace sallyport::journal
