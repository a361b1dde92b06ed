#pragma once

#include "backend/access/actor.h"
#include "backend/base/error.h"
#include "backend/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::authorization {

/// One decision as it was made.
struct RecordedDecision {
    std::string id;
    UtcTime time;
    std::string source; ///< `request`, `list`, `route` (a permission was missing), `check`, `simulation`
    bool allowed = false;
    std::string reason;         ///< access::policies::reasonWord
    std::string policyId;       ///< which decided; empty: none
    std::string policy;         ///< its name then
    std::string observed;       ///< what it would have been if observed policies were enforced; empty: the same
    std::string observedPolicy; ///< by which
    std::string required;       ///< the permission, if that was missing
    std::string subjectId, subjectName;
    std::string action, kind, objectId;
    /// What the object is called now: a record's title, a file's name, how a comment begins. Not stored, since that would outlive
    /// what is deleted; empty for who asks if they may not read it, and of what is gone.
    std::string objectName;
    std::string requestId, method, path;
    std::string question; ///< all facts, JSON as POST /api/authz/check takes it; empty of a route
    std::string trace;    ///< JSON; empty where nobody has asked for it
};

struct DecisionQuery {
    std::string text; ///< part of who asked, policy, path or object, without regard to case; at most limits::searchText
    std::optional<bool> allowed;
    std::optional<bool> observed; ///< true: those that an observed policy would have refused
    std::string subject;          ///< id
    std::string policy;           ///< id or name; of one that was deleted as the decisions have it
    std::string object;           ///< id
    std::string action;           ///< `records:read`; a permission
    std::optional<UtcTime> since, until;
    std::uint32_t limit = 50; ///< 1..200
    std::uint32_t offset = 0; ///< for whoever needs any row, as a window's list; not with a cursor
    std::string cursor;
    bool oldestFirst = false;
};

struct DecisionPage {
    std::vector<RecordedDecision> decisions; ///< the newest first unless asked otherwise, without question and trace
    std::int64_t total = 0;                  ///< exact to countedDecisions, then that
    std::string nextCursor;
};
inline constexpr std::int64_t countedDecisions = 10'000;

/// What was decided: every refusal, and of what was allowed as many as the setting `decisions.allowed_percent` says; kept for
/// `decisions.retention_days`. Thread-safe.
class DecisionLog {
public:
    virtual ~DecisionLog() = default;

    /// decisions:read. InvalidArgument for a policy that neither is there nor has decided, and for an action that is no
    /// permission. Blocks.
    [[nodiscard]] virtual Result<DecisionPage> list(const access::Actor& actor, const DecisionQuery& query) = 0;
    /// The same, with question and trace; NotFound.
    [[nodiscard]] virtual Result<RecordedDecision> read(const access::Actor& actor, std::string_view id) = 0;
    /// A permission that was missing before any object was looked at: the request's id is the decision's. Any thread; stored soon
    /// after, before an event that is recorded later.
    virtual void noteRefusal(const access::Actor& actor, const Error& error) = 0;
};

} // namespace sallyport::authorization
