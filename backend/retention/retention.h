#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sallyport::retention {

inline constexpr std::int64_t keptDaysLeast = 1, keptDaysMost = 36'500;
inline constexpr std::size_t kindRulesMost = 50;
inline constexpr std::size_t holdsMost = 100;
inline constexpr std::size_t holdReasonLimit = 500; ///< characters
/// A cap smaller than this would take what was just recorded; 0 is none.
inline constexpr std::int64_t mostEventsLeast = 10'000, mostEventsMost = 10'000'000'000;
/// The same of the cap in bytes, of all that events hold (their texts, numbers and hashes); 0 is none.
inline constexpr std::int64_t mostBytesLeast = 10'000'000, mostBytesMost = 100'000'000'000'000;
/// What is younger a cap never takes, so that nobody can push evidence out by making noise.
inline constexpr int capSparesDays = 7;

/// Events of this kind are kept for another time than the rest.
struct KindRule {
    std::string kind; ///< a word, `auth.login`, or a family, `auth.*`; of several the one that says most wins
    std::int64_t days = 0;
    bool operator==(const KindRule&) const = default;
};

/// How long events are kept.
struct RetentionRules {
    std::int64_t days = 0; ///< the setting `audit.retention_days`
    std::vector<KindRule> kinds;
    std::int64_t mostEvents = 0; ///< beyond it the oldest go; 0: as many as come
    std::int64_t mostBytes = 0;  ///< beyond it the oldest of the lowest severity go, then of the next; 0: as many as come
    bool operator==(const RetentionRules&) const = default;
};

/// Nothing that it matches is removed, until it is lifted.
struct LegalHold {
    std::string id;
    std::string filter; ///< of the filter language, times in UTC; empty: of a person
    UserId person;
    std::string personName, personEmail; ///< as they were when it was placed
    std::string reason;
    std::string placedBy;
    UtcTime placedAt;
};

struct NewHold {
    std::string filter; ///< this
    UserId person;      ///< or this
    std::string reason; ///< 1 to holdReasonLimit characters
};

/// What would go now.
struct DueEvents {
    std::int64_t events = 0;
    std::optional<UtcTime> oldest, newest;
    std::vector<std::pair<std::string, std::int64_t>> kinds; ///< the most frequent first
    std::int64_t held = 0;                                   ///< that would go but for a hold
    std::int64_t overBytes = 0;                              ///< what is stored beyond the cap in bytes; not among `events`
    bool waitsForClock = false;                              ///< nothing goes until the clock is believed (audit::SeenTime)
};

struct RetentionState {
    RetentionRules rules;
    std::vector<LegalHold> holds; ///< the newest first
    DueEvents next;               ///< what the next hourly run removes
    std::optional<UtcTime> lastRun;
    std::int64_t lastRemoved = 0;
    std::int64_t stored = 0;      ///< events in the journal
    std::int64_t storedBytes = 0; ///< that they hold
    bool bytesAbout = false;      ///< not measured to the byte yet: many are new
    std::int64_t removed = 0;     ///< out of the middle of the chain: their hashes are still there
    std::int64_t replaced = 0;    ///< that stand under a pseudonym
};

/// Events that are without their contents in the middle of the chain, which goes on over them by their hashes.
struct PurgedEvents {
    std::int64_t removed = 0, replaced = 0;
};

/// What was done for somebody who wants to be forgotten.
struct Erasure {
    UserId person;
    std::string pseudonym;
    bool accountDeleted = false; ///< there was one still
    std::int64_t events = 0;     ///< that were put under the pseudonym
    /// What was written down before and holds everything still: files of kept reports and evidence packs, of anybody. Backups,
    /// what left the vault and free text stay, too.
    std::int64_t keptReports = 0, keptPacks = 0;
    std::int64_t damagedEvents = 0; ///< that name the person still: what was changed behind the journal's back is evidence
};

/// What is kept how long, what must be kept, and what is forgotten. What goes is by time that the vault has seen pass
/// (audit::SeenTime), in bounded portions, and leaves a chain that verifies. Thread-safe; blocks, workers only.
class Retention {
public:
    virtual ~Retention() = default;

    /// retention:read.
    [[nodiscard]] virtual Result<RetentionState> state(const access::Actor& actor) = 0;
    /// events:verify: what a verification that finds nothing wrong has gone over.
    [[nodiscard]] virtual Result<PurgedEvents> purged(const access::Actor& actor) = 0;
    /// retention:read. What would go at once under other rules. ValidationFailed.
    [[nodiscard]] virtual Result<DueEvents> preview(const access::Actor& actor, const RetentionRules& rules) = 0;
    /// retention:update, and settings:update for other `days`. ValidationFailed. Recorded.
    [[nodiscard]] virtual Result<void> change(const access::Actor& actor, const RetentionRules& rules) = 0;
    /// retention:read. The newest first.
    [[nodiscard]] virtual Result<std::vector<LegalHold>> holds(const access::Actor& actor) = 0;
    /// retention:update. ValidationFailed; NotFound for a person who isn't there; LimitReached. Recorded.
    [[nodiscard]] virtual Result<LegalHold> placeHold(const access::Actor& actor, const NewHold& hold) = 0;
    /// retention:update. NotFound. Recorded.
    [[nodiscard]] virtual Result<void> liftHold(const access::Actor& actor, const std::string& id) = 0;

    /// users:erase, and users:delete while there is an account. The account goes as a deletion takes it, and in all events name,
    /// e-mail, addresses and browsers of this person give way to a pseudonym, as do copies of the name beside the journal: the
    /// chain holds over it. `user.erased` tells with the first change that it has begun, and at the end how many events it was.
    /// Conflict (`held`) if a hold matches one of the events that would change, also one that is placed meanwhile; Conflict
    /// (`erasing`) while another erasure is at work; those of Users::apply for oneself and the last
    /// administrator; NotFound if neither an account nor an event knows the id. What was interrupted goes on
    /// within the hour, or by asking again.
    [[nodiscard]] virtual Result<Erasure> erase(const access::Actor& actor, const UserId& person) = 0;
};

} // namespace sallyport::retention
