#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/protection/detection/detector.h"
#include "backend/protection/inspection/detection_hit.h"
#include "backend/settings/settings.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::protection {

class Inspection;

/// How strictly a class, or all of them, is looked for at a route.
struct RouteStrictness {
    std::string route;           ///< `POST /api/comments`
    std::uint8_t strictness = 0; ///< 1 to 4
    bool operator==(const RouteStrictness&) const = default;
};

/// A class of attacks as it is set.
struct DetectionClass {
    detection::AttackClass attackClass = detection::AttackClass::Sql;
    settings::ControlMode mode = settings::ControlMode::Enforce; ///< its own
    std::uint8_t strictness = 0;                                 ///< 0: as the setting says
    std::vector<RouteStrictness> routes;
    std::int64_t rules = 0;
    std::int64_t blocked = 0, observed = 0; ///< hits of the last hitDays days
    std::int64_t hits() const noexcept { return blocked + observed; }
};

struct DetectionOverview {
    settings::ControlMode mode = settings::ControlMode::Enforce; ///< of everything; a class is never stricter
    std::uint32_t threshold = 5;
    std::uint8_t strictness = 2;
    std::vector<DetectionClass> classes; ///< all, in their order
    std::vector<RouteStrictness> routes; ///< of all classes
    std::int64_t blocked = 0, observed = 0;
    std::int64_t exclusions = 0, ownRules = 0;
    std::uint32_t rulesVersion = 0;
};

/// A rule of the product or of the operator.
struct DetectionRule {
    std::string id;
    std::string title;
    detection::AttackClass attackClass = detection::AttackClass::Sql;
    detection::Severity severity = detection::Severity::Medium;
    std::uint32_t points = 0;
    std::uint8_t strictness = 1;
    std::uint32_t version = 1;
    settings::ControlMode mode = settings::ControlMode::Enforce; ///< its own; never stricter than its class
    std::int64_t hits = 0;                                       ///< of the last hitDays days, as the highest of its request
    std::optional<detection::OwnRule> own;
};

struct RuleQuery {
    std::string text; ///< part of title or id
    std::optional<detection::AttackClass> attackClass;
    std::uint32_t limit = 200;
    std::string cursor;
    bool descending = false;
};
struct RulePage {
    std::vector<DetectionRule> rules; ///< by class, then by id; the other way round if asked for
    std::int64_t total = 0;
    std::string nextCursor;
};

/// Only what is set changes.
struct RulePatch {
    std::optional<settings::ControlMode> mode;
    // Of a class, or of `all`:
    std::optional<std::uint8_t> strictness;             ///< 0: as the setting says; not of `all`
    std::optional<std::vector<RouteStrictness>> routes; ///< in place of those that there are
    // Of an own rule:
    std::optional<detection::OwnRule> own; ///< all of it but id and version
};

/// Says that a rule, or a whole class, finds nothing in a place.
struct NewExclusion {
    std::string rule;                        ///< id of a rule, or the word of a class
    std::string route;                       ///< `POST /api/comments`; empty: everywhere
    std::string member;                      ///< as in a hit; empty: every member
    std::optional<detection::PartKind> part; ///< nothing: every part
    std::string reason;
    std::uint32_t reviewDays = 90; ///< 1 to 3,650
};

struct DetectionExclusion {
    std::string id;
    NewExclusion what;
    UtcTime createdAt;
    std::string createdBy;
    UtcTime reviewAt;
    bool builtIn = false; ///< of the product: what is code by its nature, such as a policy's condition; can't be taken away
};

/// What an exclusion would have let pass of the last hitDays days.
struct ExclusionPreview {
    std::int64_t of = 0;                                  ///< hits of the same class
    std::int64_t pass = 0;                                ///< of these
    std::vector<std::pair<std::string, std::int64_t>> by; ///< by whom, the most first; at most five
    std::int64_t people = 0;                              ///< how many different ones
    std::int64_t unknown = 0;                             ///< of `pass`, by nobody that is known
};

/// Other numbers, tried on what is recorded.
struct DetectionDraft {
    std::optional<settings::ControlMode> mode;
    std::optional<std::uint32_t> threshold;
    std::optional<std::uint8_t> strictness;
    std::vector<std::pair<std::string, settings::ControlMode>> modes; ///< of classes and rules, by word and id
    std::optional<NewExclusion> exclusion;
    std::optional<detection::OwnRule> rule; ///< tried on what is kept of the hits: what matched, and the words beside it
};

enum class Fate : std::uint8_t { Passes, Observed, Blocked };

struct DryRunChange {
    DetectionHit hit;
    Fate was = Fate::Blocked, then = Fate::Blocked;
};

/// Recorded are hits, so what nobody noticed isn't among them: with more strictness or another rule there may be more.
struct DryRun {
    std::int64_t looked = 0;
    bool complete = true;                      ///< false: there are more hits than are looked at; the newest were
    std::array<std::int64_t, 3> was{}, then{}; ///< by Fate
    std::int64_t matched = 0;                  ///< of the draft's own rule
    std::vector<DryRunChange> changes;         ///< the newest first; at most dryRunChanges
};
inline constexpr std::size_t dryRunChanges = 100;
inline constexpr std::uint32_t dryRunHits = 20'000;

/// What the tester makes of a pasted request.
struct TestedRequest {
    std::string method, path, route; ///< `route` empty: there is no such route
    settings::ControlMode mode = settings::ControlMode::Enforce;
    std::uint32_t threshold = 0;
    std::uint8_t strictness = 0;
    Fate fate = Fate::Passes;
    std::uint32_t score = 0;
    std::string rule, title; ///< the highest; empty: nothing was found
    detection::AttackClass attackClass = detection::AttackClass::Sql;
    std::vector<std::string> passedOver; ///< members that are never looked at: passwords, codes, tokens
    detection::Explanation explanation;  ///< offsets are those of the parts
    /// Where each part of `explanation.values` stands in the text that was pasted; the same order. npos: nowhere as it is.
    struct Place {
        std::size_t offset = 0, length = 0; ///< of what matched
    };
    std::vector<Place> matches; ///< in the pasted text
};

/// The intrusion detector as the operator sees it: rules, hits, exclusions, tester. What changes is in force for the next request
/// once the call returns, also of another process. Calls block, on workers, unless it is said; thread-safe.
class DetectionRules {
public:
    virtual ~DetectionRules() = default;

    /// protection:read
    [[nodiscard]] virtual Result<DetectionOverview> overview(const access::Actor& actor) = 0;
    /// protection:read
    [[nodiscard]] virtual Result<RulePage> rules(const access::Actor& actor, const RuleQuery& query) = 0;
    /// protection:read. NotFound.
    [[nodiscard]] virtual Result<DetectionRule> rule(const access::Actor& actor, std::string_view id) = 0;
    /// protection:update. `id` is that of a rule, the word of a class, or `all`. Conflict (`tests_failed`) if an own rule's tests
    /// don't pass.
    [[nodiscard]] virtual Result<void> change(const access::Actor& actor, std::string_view id, const RulePatch& patch) = 0;
    /// protection:update. A new rule observes unless `mode` says otherwise.
    [[nodiscard]] virtual Result<DetectionRule> addRule(const access::Actor& actor, detection::OwnRule rule,
                                                        settings::ControlMode mode) = 0;
    /// protection:update. Own rules only: Conflict for one of the product.
    [[nodiscard]] virtual Result<void> removeRule(const access::Actor& actor, std::string_view id) = 0;

    /// protection:read. The operator's by the time of their review, then those of the product.
    [[nodiscard]] virtual Result<std::vector<DetectionExclusion>> exclusions(const access::Actor& actor) = 0;
    /// protection:read
    [[nodiscard]] virtual Result<ExclusionPreview> preview(const access::Actor& actor, const NewExclusion& exclusion) = 0;
    /// protection:update
    [[nodiscard]] virtual Result<DetectionExclusion> exclude(const access::Actor& actor, NewExclusion exclusion) = 0;
    /// protection:update. NotFound.
    [[nodiscard]] virtual Result<void> removeExclusion(const access::Actor& actor, std::string_view id) = 0;

    /// protection:read
    [[nodiscard]] virtual Result<HitPage> hits(const access::Actor& actor, const HitQuery& query) = 0;
    /// protection:read. With its findings; NotFound.
    [[nodiscard]] virtual Result<DetectionHit> hit(const access::Actor& actor, std::string_view id) = 0;
    /// protection:read. hitDays columns, the oldest first; of one class or all.
    [[nodiscard]] virtual Result<std::vector<HitDay>> days(const access::Actor& actor,
                                                           std::optional<detection::AttackClass> attackClass) = 0;
    /// protection:read
    [[nodiscard]] virtual Result<DryRun> dryRun(const access::Actor& actor, const DetectionDraft& draft) = 0;
    /// protection:read. Looks at a request as it would go over the wire, with the code and the settings of now; writes nothing
    /// down. ValidationFailed for what is no request. Blocks for as long as looking takes.
    [[nodiscard]] virtual Result<TestedRequest> test(const access::Actor& actor, std::string_view request) = 0;
    /// `POST /api/comments`, sorted.
    virtual const std::vector<std::string>& routes() const = 0;

    /// What requests are looked at with now; never null. Never waits; any thread.
    virtual std::shared_ptr<const Inspection> inspection() const noexcept = 0;
    /// Requests that were hit since the program started, by the class of the rule with the most points; those that a flood has
    /// kept out of the list are among them. Never blocks, any thread.
    struct Totals {
        std::array<std::uint64_t, detection::classCount> blocked{}, observed{};
    };
    virtual Totals totals() const noexcept = 0;
    /// Writes a hit and its event down; `done` is told the event's id, on the writer's thread after the commit, or at once on the
    /// caller's: of a flood that is the id of one of the same rule from the same address, which is not written down again. Never
    /// waits; any thread.
    using Recorded = std::function<void(const std::string& incident)>;
    virtual void record(DetectionHit hit, audit::Event event, Recorded done) = 0;
};

std::string_view fateWord(Fate fate) noexcept; ///< `passes` | `observed` | `blocked`
/// `off` | `observe` | `block`
std::string_view detectionModeWord(settings::ControlMode mode) noexcept;
std::optional<settings::ControlMode> findDetectionMode(std::string_view word) noexcept;

} // namespace sallyport::protection
