#pragma once

#include "backend/access/actor.h"
#include "backend/base/id.h"
#include "backend/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::journal {

using SearchId = Id<struct SearchTag>;

inline constexpr std::size_t searchNameLimit = 60; ///< code points
inline constexpr std::int64_t searchesOwn = 100;   ///< that one operator may keep
inline constexpr std::int64_t searchesShared = 200;

/// The columns that a list of events can have, in their usual order.
inline constexpr auto eventColumns = std::to_array<std::string_view>(
    {"time", "severity", "event", "who", "target", "address", "outcome", "kind", "request", "path", "status", "reason"});

/// A filter with a name, and how its list is looked at.
struct SavedSearch {
    SearchId id;
    std::string name;
    std::string filter;               ///< as it was typed: `since:1h` stays the last hour
    std::vector<std::string> columns; ///< of eventColumns, in this order; empty: the usual ones
    bool shared = false;              ///< everybody who may read events has it
    bool own = false;                 ///< the asker's
    std::string ownerName;
    UtcTime createdAt, changedAt;
};

struct NewSearch {
    std::string name;
    std::string filter;
    std::vector<std::string> columns;
    bool shared = false;
};

/// What is set is changed.
struct SearchPatch {
    std::optional<std::string> name = {}, filter = {};
    std::optional<std::vector<std::string>> columns = {};
    std::optional<bool> shared = {};
};

/// Searches of events that somebody keeps: one's own, and those that are shared. Checks permissions and records every change.
/// Calls block: workers only. Thread-safe.
class SavedSearches {
public:
    virtual ~SavedSearches() = default;

    /// events:read. The asker's own and what others share, by name.
    [[nodiscard]] virtual Result<std::vector<SavedSearch>> list(const access::Actor& actor) = 0;
    /// events:read. By id or name, one's own before what is shared; NotFound, of other people's too.
    [[nodiscard]] virtual Result<SavedSearch> read(const access::Actor& actor, std::string_view idOrName) = 0;
    /// events:read; settings:update to share it. What no person saves (a service account, the command line) is always shared.
    /// ValidationFailed with the fields (`name`, `q`, `columns`); Conflict: `name_taken`, `too_many`.
    [[nodiscard]] virtual Result<SavedSearch> save(const access::Actor& actor, NewSearch search) = 0;
    /// The same of one's own, or with settings:update of one that is shared.
    [[nodiscard]] virtual Result<SavedSearch> change(const access::Actor& actor, std::string_view idOrName,
                                                     const SearchPatch& patch) = 0;
    /// One's own, or with settings:update one that is shared.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, std::string_view idOrName) = 0;
};

} // namespace sallyport::journal
