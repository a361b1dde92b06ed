#pragma once

#include "backend/access/actor.h"
#include "backend/access/resource.h"
#include "backend/authorization/policies.h"
#include "backend/base/result.h"

#include <boost/json/fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::authorization {

/// What came out of a question.
struct CheckAnswer {
    bool allowed = false;
    std::string reason;   ///< access::policies::reasonWord, or `no_such_subject`, `no_such_object`
    std::string summary;  ///< one sentence in English
    std::string required; ///< the permission, if that is missing
    std::string policy;   ///< the name of the policy that decided
    std::string observed; ///< what it would be if observed policies were enforced; empty: the same
    std::string decision; ///< id; empty: it isn't recorded
    std::string trace;    ///< JSON; empty if it wasn't asked for, or may not be seen
};

struct CheckOptions {
    bool record = true;
    bool trace = true;
    /// Policies that are to count as enforced, in place of those with their ids or names: drafts. Only of simulations.
    std::vector<NewPolicy> drafts = {};
    std::vector<std::string> enforced = {}; ///< ids or names of policies that are to count as enforced
    bool simulation = false;
};

/// Who may do something.
struct WhoMay {
    struct One {
        std::string id, name, email;
        std::string policy; ///< which allows it; empty: the roles alone
    };
    std::vector<One> users; ///< active ones, in the order of their ids; at most whoShown
    std::int64_t total = 0; ///< who may
    std::int64_t asked = 0; ///< active users
};
inline constexpr std::size_t whoShown = 1000;

/// What somebody may do.
struct MayDo {
    std::string action;
    std::string kind;   ///< empty: not about an object
    std::string answer; ///< `yes` | `no` | `some`: of the objects, those that policies let through
    std::string policy; ///< which decided, if one did for all objects alike
};

/// What a draft would change.
struct Replay {
    struct Flip {
        std::string decision; ///< id of the recorded one
        UtcTime time;
        std::string subjectId, subjectName, action, kind, objectId, method, path;
        bool was = false;   ///< as it was recorded
        bool now = false;   ///< with the policies of now
        bool then = false;  ///< with the draft
        std::string policy; ///< which decides then
        std::string route;  ///< key of its count in `byRoute`
    };
    struct Count {
        std::string key, name;
        std::int64_t allowed = 0, denied = 0; ///< that would be, and are not now
    };
    std::int64_t replayed = 0, flipped = 0;
    bool all = true;         ///< false: there are more decisions than replayedLimit, the oldest were left out
    std::vector<Flip> flips; ///< the newest first; at most flipsShown
    /// The largest first. A route is `GET /api/data/{id}`, whatever id was asked for; without a request, the action.
    std::vector<Count> bySubject, byRoute, byObject;
};

/// Questions about what is or would be allowed, answered by what enforces. Blocks; workers only. Thread-safe.
class AccessChecks {
public:
    virtual ~AccessChecks() = default;

    /// policies:read; whoever lacks it asks about itself and sees no trace. ValidationFailed for a question that is none.
    [[nodiscard]] virtual Result<CheckAnswer> check(const access::Actor& actor, const boost::json::object& question,
                                                    const CheckOptions& options) = 0;
    /// The same for each, in their order; at most checksLimit. A question that is none fails all, with its number in the field.
    [[nodiscard]] virtual Result<std::vector<CheckAnswer>>
    checkMany(const access::Actor& actor, const boost::json::array& questions, const CheckOptions& options) = 0;
    /// policies:read and users:read. A question without `subject`.
    [[nodiscard]] virtual Result<WhoMay> who(const access::Actor& actor, const boost::json::object& question) = 0;
    /// policies:read. A question without `action`.
    [[nodiscard]] virtual Result<std::vector<MayDo>> what(const access::Actor& actor, const boost::json::object& question) = 0;
    /// policies:read and decisions:read. `draft` counts as enforced; with `policy` (id or name) it is in its place, and what the
    /// draft doesn't say is as that policy says.
    [[nodiscard]] virtual Result<Replay> replay(const access::Actor& actor, const std::string& policy, const PolicyPatch& draft,
                                                UtcTime since, UtcTime until) = 0;
};

} // namespace sallyport::authorization
