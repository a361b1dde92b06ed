#pragma once

#include "backend/base/bounded_cache.h"
#include "backend/storage/store.h"

#include <array>
#include <cstdint>
#include <string>

namespace sallyport::audit {

/// Whose an e-mail is, by the events up to a place; of several accounts the one that had it last. Asks the journal for each
/// e-mail that comes up, not for all that it holds, and remembers the answers. One thread, outside of transactions.
class EmailOwners {
public:
    static constexpr std::size_t rememberedMost = 20'000;

    /// `store` outlives it.
    EmailOwners(storage::Store& store, std::int64_t last) : m_store(store), m_last(last), m_known(rememberedMost, 1) {}

    /// The account's id, empty if nobody's is known. `mail` in small letters.
    [[nodiscard]] Result<std::string> ownerOf(const std::string& mail);
    /// The SQL that it asks with: an e-mail, a sequence.
    static std::array<std::string, 3> questions();

private:
    Result<std::string> find(const std::string& mail) const;

    storage::Store& m_store;
    const std::int64_t m_last;
    BoundedCache<std::string, std::string> m_known;
};

} // namespace sallyport::audit
