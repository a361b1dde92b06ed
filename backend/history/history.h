#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::history {

/// One member of a version, before and after; secrets are masked where they were recorded.
struct VersionChange {
    std::string field;
    std::string before, after;
};

/// A change of the configuration: what the journal tells of it. The configuration of a moment is what is now, with the versions
/// since taken back.
struct Version {
    std::string id; ///< of the event
    std::int64_t sequence = 0;
    UtcTime at;
    std::string kind;                             ///< `role.changed`
    std::string objectKind, objectId, objectName; ///< `role`, its id, its title then
    std::string by;                               ///< a name
    std::vector<VersionChange> changes;
    bool undoable = false; ///< there is a way back from here; whether it is open is asked when it is gone
    std::string whyNot =
        {}; ///< word: `elsewhere` (this kind is undone where it is made), `not_told` (the event doesn't hold it all)
};

struct VersionQuery {
    std::string objectKind; ///< `setting` | `role` | `policy` | ..., empty: all
    std::string objectId;   ///< empty: all
    std::string text;       ///< more of the filter language of the events; empty: nothing more
    std::uint32_t limit = 50;
    std::string cursor;
    bool oldestFirst = false;
};

struct VersionPage {
    std::vector<Version> versions; ///< the newest first unless asked otherwise
    std::int64_t total = 0;
    bool about = false; ///< the total is
    std::string nextCursor;
};

/// Who could do something then.
struct AccessThen {
    UtcTime at;
    access::Permission permission{};
    struct Holder {
        UserId id;
        std::string name;
        std::vector<std::string> roles; ///< that allowed it, by name
    };
    std::vector<Holder> holders; ///< active users, by name; at most holdersMost
    std::int64_t total = 0;
    struct PolicyThen {
        std::string id, name, effect, condition;
    };
    std::vector<PolicyThen>
        policies; ///< in force then for this action: their conditions may have refused or allowed single cases
    std::vector<std::string> deletedRoles; ///< deleted since then and allowing it: who had them is not known
    bool complete = true;                  ///< false: retention has removed changes since then
};
inline constexpr std::size_t holdersMost = 1000;

/// Every change of the configuration as a version, built from the journal: it reaches back as far as these events are kept.
/// history:read. Thread-safe; blocks, workers only.
class History {
public:
    virtual ~History() = default;

    [[nodiscard]] virtual Result<VersionPage> list(const access::Actor& actor, const VersionQuery& query) = 0;
    /// NotFound if there is no such event, or one that changed no configuration.
    [[nodiscard]] virtual Result<Version> read(const access::Actor& actor, std::string_view id) = 0;
    /// Takes this change back through the service of its object, with what the actor may there. Conflict with a word:
    /// `elsewhere`, `not_told`, `changed_since` (what it made is not what there is now), `role_in_use`, and the service's own.
    /// Recorded as `history.undone`, beside the change.
    [[nodiscard]] virtual Result<Version> undo(const access::Actor& actor, std::string_view id) = 0;
    /// What roles, their grants and their members gave at that time. InvalidArgument for a time ahead, or before the journal
    /// begins.
    [[nodiscard]] virtual Result<AccessThen> asOf(const access::Actor& actor, UtcTime at, access::Permission permission) = 0;
};

} // namespace sallyport::history
