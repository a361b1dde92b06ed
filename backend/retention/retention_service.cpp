#include "backend/retention/retention_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/audit/purge/event_purge.h"
#include "backend/audit/retention.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_fields.h"
#include "backend/retention/event_sizes.h"

#include <algorithm>
#include <map>

namespace sallyport::retention {

using access::Actor;
using access::Permission;

namespace {

constexpr std::int64_t removedAtOnce = 2'000; ///< about so many events out of the middle of the chain one transaction takes
constexpr std::int64_t dueAtOnce = 500;
constexpr std::size_t kindsTold = 20; ///< that the event of a run names
constexpr std::string_view planChanged = "retention_changed";
constexpr int triesAnew = 5;

bool isKnownKind(std::string_view word)
{
    if (!word.ends_with(".*"))
        return audit::findEventKind(word) != nullptr;
    word.remove_suffix(1);
    return word.size() > 1 &&
           std::ranges::any_of(audit::eventKinds(), [&](const audit::EventKind& kind) { return kind.word.starts_with(word); });
}

audit::EventObject journalObject()
{
    return {"journal", {}, "Audit journal"};
}

std::string kindsText(std::vector<std::pair<std::string, std::int64_t>> kinds)
{
    std::ranges::stable_sort(kinds, [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string text;
    for (std::size_t i = 0; i < std::min(kinds.size(), kindsTold); ++i)
        text += (i == 0 ? "" : ", ") + kinds[i].first + ' ' + std::to_string(kinds[i].second);
    if (kinds.size() > kindsTold)
        text += ", ...";
    return text;
}

std::string rulesText(const std::vector<KindRule>& rules)
{
    std::string text;
    for (const KindRule& rule : rules)
        text += (text.empty() ? "" : ", ") + rule.kind + ' ' + std::to_string(rule.days);
    return text;
}

std::vector<KindRule> inOrder(std::vector<KindRule> rules)
{
    std::ranges::sort(rules, {}, &KindRule::kind);
    return rules;
}

} // namespace

Result<void> checkRules(const RetentionRules& rules)
{
    std::vector<FieldError> errors;
    const auto checkDays = [&](std::string field, std::int64_t days) {
        if (days < keptDaysLeast || days > keptDaysMost)
            errors.push_back(
                {std::move(field), std::to_string(keptDaysLeast) + " to " + std::to_string(keptDaysMost) + " days.", "range"});
    };
    checkDays("days", rules.days);
    if (rules.kinds.size() > kindRulesMost)
        errors.push_back({"kinds", "At most " + std::to_string(kindRulesMost) + " rules.", "maxItems"});
    for (std::size_t i = 0; i < rules.kinds.size() && errors.empty(); ++i) {
        const std::string field = "kinds." + std::to_string(i);
        if (!isKnownKind(rules.kinds[i].kind))
            errors.push_back({field + ".kind", "Is no kind of event, and no family such as auth.*", "kind"});
        if (std::ranges::count(rules.kinds, rules.kinds[i].kind, &KindRule::kind) > 1)
            errors.push_back({field + ".kind", "Stands there twice.", "uniqueItems"});
        checkDays(field + ".days", rules.kinds[i].days);
    }
    if (rules.mostEvents != 0 && (rules.mostEvents < mostEventsLeast || rules.mostEvents > mostEventsMost))
        errors.push_back({"most_events",
                          "0 for no cap, or " + std::to_string(mostEventsLeast) + " to " + std::to_string(mostEventsMost) + ".",
                          "range"});
    if (rules.mostBytes != 0 && (rules.mostBytes < mostBytesLeast || rules.mostBytes > mostBytesMost))
        errors.push_back({"most_bytes",
                          "0 for no cap, or " + std::to_string(mostBytesLeast) + " to " + std::to_string(mostBytesMost) + ".",
                          "range"});
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    return {};
}

Result<Actor> RetentionService::authorize(const Actor& actor, Permission permission) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

/// What may go by what is believed of the time, without looking at the clock anew: that is housekeeping's.
Result<UtcTime> RetentionService::deletableNow() const
{
    SALLYPORT_ASSIGN(const auto jump, m_parts.seenTime.jump());
    return jump ? UtcTime{} : m_parts.seenTime.believed();
}

Result<RetentionState> RetentionService::state(const Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, Permission::RetentionRead));
    SALLYPORT_ASSIGN(const UtcTime deletable, deletableNow());
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<RetentionState> {
        SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
        RetentionState state;
        state.rules = {days(), plan.kinds, plan.mostEvents, plan.mostBytes};
        for (const ReadyHold& hold : plan.holds)
            state.holds.push_back(hold.hold);
        SALLYPORT_ASSIGN(const DueBounds bounds, findBounds(transaction, plan, days(), deletable));
        SALLYPORT_ASSIGN(state.next, countDue(transaction, plan, bounds));
        state.lastRun = plan.lastRun;
        state.lastRemoved = plan.lastRemoved;
        SALLYPORT_ASSIGN(auto stored, transaction.prepare("SELECT COUNT(*) FROM events"));
        SALLYPORT_ASSIGN(const bool counted, stored.step());
        state.stored = counted ? stored.integer() : 0;
        SALLYPORT_ASSIGN(const StoredSize size, storedSize(transaction));
        state.storedBytes = size.bytes;
        state.bytesAbout = size.about;
        SALLYPORT_ASSIGN(const audit::PurgedCount purged, audit::countPurged(transaction));
        state.removed = purged.removed;
        state.replaced = purged.replaced;
        return state;
    });
}

Result<PurgedEvents> RetentionService::purged(const Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, Permission::EventsVerify));
    return m_parts.store.read([](storage::Transaction& transaction) -> Result<PurgedEvents> {
        SALLYPORT_ASSIGN(const audit::PurgedCount count, audit::countPurged(transaction));
        return PurgedEvents{count.removed, count.replaced};
    });
}

Result<DueEvents> RetentionService::preview(const Actor& actor, const RetentionRules& rules)
{
    SALLYPORT_TRY(authorize(actor, Permission::RetentionRead));
    SALLYPORT_TRY(checkRules(rules));
    SALLYPORT_ASSIGN(const UtcTime deletable, deletableNow());
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<DueEvents> {
        SALLYPORT_ASSIGN(Plan plan, readPlan(transaction));
        plan.kinds = rules.kinds;
        plan.mostEvents = rules.mostEvents;
        plan.mostBytes = rules.mostBytes;
        SALLYPORT_ASSIGN(const DueBounds bounds, findBounds(transaction, plan, rules.days, deletable));
        return countDue(transaction, plan, bounds);
    });
}

Result<void> RetentionService::change(const Actor& actor, const RetentionRules& rules)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::RetentionUpdate));
    SALLYPORT_TRY(checkRules(rules));
    // First what may be refused: the default is a setting, and is changed and recorded as one.
    if (rules.days != days())
        SALLYPORT_TRY(m_parts.settings.change(current, {{"audit.retention_days", std::to_string(rules.days)}}));
    RetentionRules wanted = rules;
    wanted.kinds = inOrder(std::move(wanted.kinds));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Plan before, readPlan(transaction));
        if (before.kinds == wanted.kinds && before.mostEvents == wanted.mostEvents && before.mostBytes == wanted.mostBytes)
            return {};
        SALLYPORT_TRY(writeRules(transaction, wanted));
        audit::Event event = access::eventBy(current, audit::kind::retentionChanged);
        event.object = {"retention", {}, "Retention"};
        event.detailsJson = audit::Details()
                                .change("kinds", rulesText(before.kinds), rulesText(wanted.kinds))
                                .change("most_events", std::to_string(before.mostEvents), std::to_string(wanted.mostEvents))
                                .change("most_bytes", std::to_string(before.mostBytes), std::to_string(wanted.mostBytes))
                                .json();
        return m_parts.journal.append(transaction, std::move(event));
    });
}

void RetentionService::Portion::add(const std::string& kind, const std::vector<std::int64_t>& some)
{
    sequences.insert(sequences.end(), some.begin(), some.end());
    if (kinds.empty() || kinds.back().first != kind)
        kinds.emplace_back(kind, 0);
    kinds.back().second += static_cast<std::int64_t>(some.size());
}

/// That nobody has changed rules, holds or the setting since the plan was read.
Result<void> RetentionService::stillAs(storage::Transaction& transaction, const Plan& plan, std::int64_t kept) const
{
    SALLYPORT_ASSIGN(const std::int64_t version, readPlanVersion(transaction));
    if (version == plan.version && kept == days())
        return {};
    Error error(ErrorCode::Conflict, "What is kept has changed meanwhile");
    error.word = planChanged;
    return error;
}

Result<std::int64_t> RetentionService::run(UtcTime deletable)
{
    SALLYPORT_TRY(resumeErasures());
    if (deletable == UtcTime{})
        return 0;
    std::int64_t removed = 0;
    for (int tries = 0;; ++tries) {
        const std::int64_t kept = days();
        SALLYPORT_ASSIGN(const Plan plan, m_parts.store.read(readPlan));
        const auto some = removeDue(plan, kept, deletable);
        if (some) {
            removed += *some;
            break;
        }
        if (some.error().word != planChanged || tries == triesAnew)
            return some.error();
    }
    SALLYPORT_TRY(m_parts.store.write(
        [&](storage::Transaction& transaction) { return writeLastRun(transaction, m_parts.journal.now(), removed); }));
    return removed;
}

/// With its record, in one transaction: what has gone is told, also if the next portion doesn't come.
Result<std::int64_t> RetentionService::removePortion(Portion portion, const StillSo& still, bool forRoom)
{
    if (portion.sequences.empty())
        return 0;
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_TRY(still(transaction));
        std::int64_t removed = 0;
        SALLYPORT_TRY(storage::inPortions(portion.sequences, 2, [&](std::span<const std::int64_t> some) -> Result<void> {
            SALLYPORT_ASSIGN(const std::int64_t gone,
                             audit::removeContents(m_parts.journal, transaction, some, forRoom ? "size" : "retention"));
            removed += gone;
            return {};
        }));
        audit::Event event = access::eventBy(Actor::system(), audit::kind::eventsPurged);
        event.object = journalObject();
        event.reason = forRoom ? "size" : "retention";
        event.detailsJson = audit::Details().number("count", removed).text("kinds", kindsText(portion.kinds)).json();
        SALLYPORT_TRY(m_parts.journal.append(transaction, std::move(event)));
        return removed;
    });
}

/// What is stored beyond the cap in bytes: the oldest of the lowest severity first.
Result<std::int64_t> RetentionService::removeForBytes(const Plan& plan, const StillSo& still, UtcTime deletable)
{
    SALLYPORT_ASSIGN(const std::int64_t bytes, measureSizes(m_parts.store));
    std::int64_t over = plan.mostBytes > 0 ? bytes - plan.mostBytes : 0, removed = 0;
    if (over <= 0)
        return 0;
    SALLYPORT_ASSIGN(const std::int64_t below,
                     m_parts.store.read([&](storage::Transaction& transaction) { return firstSpared(transaction, deletable); }));
    for (const auto severity :
         {audit::Severity::Info, audit::Severity::Notice, audit::Severity::Warning, audit::Severity::Critical}) {
        for (std::int64_t after = 0; over > 0;) {
            SALLYPORT_ASSIGN(const auto some, m_parts.store.read([&](storage::Transaction& transaction) {
                return oldestOf(transaction, plan, severity, after, below, removedAtOnce);
            }));
            if (some.empty())
                break;
            std::map<std::string, std::vector<std::int64_t>> byKind;
            for (auto one = some.begin(); one != some.end() && over > 0; ++one) {
                byKind[one->kind].push_back(one->sequence);
                after = one->sequence;
                over -= one->bytes;
            }
            Portion portion;
            for (const auto& [kind, sequences] : byKind)
                portion.add(kind, sequences);
            SALLYPORT_ASSIGN(const std::int64_t gone, removePortion(std::move(portion), still, true));
            removed += gone;
        }
    }
    SALLYPORT_TRY(measureSizes(m_parts.store));
    return removed;
}

Result<std::int64_t> RetentionService::removeDue(const Plan& plan, std::int64_t kept, UtcTime deletable)
{
    const auto boundsNow = [&] {
        return m_parts.store.read(
            [&](storage::Transaction& transaction) { return findBounds(transaction, plan, kept, deletable); });
    };
    SALLYPORT_ASSIGN(const DueBounds first, boundsNow());
    const auto still = [&](storage::Transaction& transaction) { return stillAs(transaction, plan, kept); };
    const audit::ExpiryBound oldest{first.before, first.countBelow, first.keepFrom};
    SALLYPORT_ASSIGN(std::int64_t removed, audit::expireEvents(m_parts.journal, oldest, still));
    // What is left lies behind something that stays.
    SALLYPORT_ASSIGN(const DueBounds bounds, boundsNow());
    Portion portion;
    for (const DueBounds::Kind& kind : bounds.kinds) {
        for (std::int64_t after = 0;;) {
            SALLYPORT_ASSIGN(const auto due, m_parts.store.read([&](storage::Transaction& transaction) {
                return dueOf(transaction, plan, bounds, kind, after, dueAtOnce);
            }));
            if (due.empty())
                break;
            after = due.back();
            portion.add(kind.word, due);
            if (static_cast<std::int64_t>(portion.sequences.size()) >= removedAtOnce) {
                SALLYPORT_ASSIGN(const std::int64_t some,
                                 removePortion(std::exchange(portion, {}), still, bounds.countBelow > 0));
                removed += some;
            }
        }
    }
    SALLYPORT_ASSIGN(const std::int64_t rest, removePortion(std::move(portion), still, bounds.countBelow > 0));
    removed += rest;
    SALLYPORT_ASSIGN(const std::int64_t forRoom, removeForBytes(plan, still, deletable));
    removed += forRoom;
    // What is at the beginning by now needs no notes.
    SALLYPORT_ASSIGN(const std::int64_t folded, audit::expireEvents(m_parts.journal, oldest, still));
    removed += folded;
    return removed;
}

} // namespace sallyport::retention
