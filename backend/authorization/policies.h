#pragma once

#include "backend/access/actor.h"
#include "backend/access/policies/policy.h"
#include "backend/authorization/policy_transfer.h"
#include "backend/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::authorization {

/// A question that a policy is tried with before it decides.
struct PolicyTest {
    std::string name;
    std::string question; ///< JSON as POST /api/authz/check takes it, with `context.time`
    bool allowed = false; ///< what is to come out
};

/// Words as they come from outside.
struct NewPolicy {
    std::string name;                   ///< 1..policyNameLimit characters, unique without regard to case
    std::string note;                   ///< at most policyNoteLimit characters
    std::string effect;                 ///< `allow` | `deny`
    std::vector<std::string> actions;   ///< `records:read`; of records, comments and files
    std::vector<std::string> resources; ///< `record` | `comment` | `file`
    std::string condition;              ///< CEL
    std::string state = "draft";        ///< `draft` | `observe` | `enforce`
    std::vector<PolicyTest> tests = {}; ///< with some, policies:update is needed, too; wordsOf() leaves them out
};

/// Only what is set changes.
struct PolicyPatch {
    std::optional<std::string> name, note, effect, condition, state;
    std::optional<std::vector<std::string>> actions, resources;
    /// As it was then, but for its state: that may be set beside it, and nothing else.
    std::optional<std::int64_t> restore;
    std::optional<std::int64_t> expectedVersion; ///< PreconditionFailed if it has another
};

struct PolicyQuery {
    std::string text; ///< part of name or note, without regard to case
    std::optional<access::PolicyState> state;
    std::uint32_t limit = 50; ///< 1..200
    std::string cursor;
    bool descending = false;
};

struct PolicyPage {
    std::vector<access::Policy> policies; ///< in the order of their names, or the other way round
    std::int64_t total = 0;
    std::string nextCursor; ///< empty: this is the last page
};

struct PolicyTestResult {
    PolicyTest test;
    bool passed = false;
    bool allowed = false; ///< what came out
    std::string why;      ///< one sentence in English
};

/// The policies of a vault. A change is in force for the next request, also of another process, once its answer is given.
/// Whoever holds policies:read sees all of them, policies never hide policies. Blocks; workers only. Thread-safe.
class Policies {
public:
    virtual ~Policies() = default;

    /// policies:read
    [[nodiscard]] virtual Result<PolicyPage> list(const access::Actor& actor, const PolicyQuery& query) = 0;
    /// By id or name; NotFound.
    [[nodiscard]] virtual Result<access::Policy> read(const access::Actor& actor, std::string_view idOrName) = 0;
    /// policies:create. ValidationFailed with each mistake, those of the condition with their places.
    [[nodiscard]] virtual Result<access::Policy> create(const access::Actor& actor, const NewPolicy& policy) = 0;
    /// policies:update. Conflict (word `tests_failed`) if it decides afterwards and a test of it fails.
    [[nodiscard]] virtual Result<access::Policy> change(const access::Actor& actor, std::string_view idOrName,
                                                        const PolicyPatch& patch) = 0;
    /// policies:update. Makes it `enforce`, or `observe`, after its tests have passed.
    [[nodiscard]] virtual Result<access::Policy> publish(const access::Actor& actor, std::string_view idOrName,
                                                         access::PolicyState state) = 0;
    /// policies:delete
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, std::string_view idOrName) = 0;
    /// As it was after each change, the newest first; at most policyVersionsKept.
    [[nodiscard]] virtual Result<std::vector<access::Policy>> versions(const access::Actor& actor, std::string_view idOrName) = 0;
    [[nodiscard]] virtual Result<std::vector<PolicyTest>> tests(const access::Actor& actor, std::string_view idOrName) = 0;
    /// policies:update. In place of those that there are. One without `context.time` is asked at the time of now, for ever.
    [[nodiscard]] virtual Result<std::vector<PolicyTest>> setTests(const access::Actor& actor, std::string_view idOrName,
                                                                   std::vector<PolicyTest> tests) = 0;
    /// policies:read. What its tests give now, if it were enforced.
    [[nodiscard]] virtual Result<std::vector<PolicyTestResult>> runTests(const access::Actor& actor,
                                                                         std::string_view idOrName) = 0;

    /// policies:read; recorded. Policies with their tests as one document (docs/access-model.md), in the order of their names.
    /// LimitReached above policyDocumentBytes.
    [[nodiscard]] virtual Result<std::string> exportDocument(const access::Actor& actor, const PolicyExport& wanted) = 0;
    /// policies:create and policies:update; recorded. Each policy is found by its id, else by its name, and checked as when it is
    /// saved, its tests, too. What the document doesn't name stays. All of it or nothing: ValidationFailed with each mistake and
    /// its place (`policies.3.condition`) if one is refused; a dry run tells of each instead. Conflict (word `policies_changed`)
    /// if somebody has changed policies meanwhile.
    [[nodiscard]] virtual Result<PolicyImportResult> importDocument(const access::Actor& actor, const PolicyImport& import) = 0;
};

} // namespace sallyport::authorization
