#include "backend/audit/journal.h"

#include "backend/audit/accepted_damage.h"
#include "backend/audit/anchor_check.h"
#include "backend/audit/chain_base.h"
#include "backend/audit/chain_verifier.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_limits.h"
#include "backend/audit/event_table.h"
#include "backend/audit/purge/expiry.h"
#include "backend/audit/purge/purge_notes.h"
#include "backend/audit/retention.h"
#include "backend/audit/tree/tree_acceptance.h"
#include "backend/audit/tree/tree_fill.h"
#include "backend/audit/tree/tree_verifier.h"
#include "backend/audit/tree/tree_writer.h"
#include "backend/base/listeners.h"
#include "backend/base/time_format.h"

#include <algorithm>
#include <mutex>

namespace sallyport::audit {

namespace {

constexpr std::int64_t waitingLimit = 10'000; ///< events of recordLater that may wait for the writer
constexpr std::chrono::seconds momentOfClocks{2};
constexpr std::int64_t catchUpLimit = 1'000; ///< events of other processes that the live feed is given at once

/// A recorded event, by its sequence. A list of one, so that the live feed hands it on without a copy.
constexpr storage::Topic<std::vector<Event>> eventTopic{"event", true};

/// What commits, posted events and subscriptions share; it may outlive the Journal object for a moment.
class Core {
public:
    Core(storage::Store& database, std::shared_ptr<const Chain> keyed, AnchorFile file)
        : store(database), chain(std::move(keyed)), anchorFile(file), anchorWriter(std::move(file)),
          m_subscription(store.changeFeed().subscribe(eventTopic,
                                                      [this](const std::string&, const auto& recorded) { committed(*recorded); }))
    {
    }

    Result<void> append(storage::Transaction& transaction, Event event);
    void catchUp();

    Anchor known() const
    {
        const std::lock_guard lock(m_mutex);
        return m_known;
    }
    ChainHead head() const
    {
        const std::lock_guard lock(m_mutex);
        return {m_known.sequence, m_known.sequence > 0 ? hexOf(m_known.hash) : std::string(), m_knownTime};
    }
    std::optional<ChainDamage> damage() const
    {
        const std::lock_guard lock(m_mutex);
        return m_damage;
    }
    void setDamage(ChainDamage damage)
    {
        const std::lock_guard lock(m_mutex);
        m_damage = std::move(damage);
    }
    void startAt(const Anchor& anchor, UtcTime time)
    {
        const std::lock_guard lock(m_mutex);
        m_known = anchor;
        m_published = anchor.sequence;
        m_knownTime = time;
    }

    std::shared_ptr<const SignedHeads> heads() const
    {
        const std::lock_guard lock(m_mutex);
        return m_heads;
    }
    void setHeads(std::shared_ptr<const SignedHeads> heads)
    {
        const std::lock_guard lock(m_mutex);
        m_heads = std::move(heads);
    }

    storage::Store& store;
    const std::shared_ptr<const Chain> chain;
    const AnchorFile anchorFile;
    AnchorWriter anchorWriter;
    Listeners<std::vector<Event>> listeners;
    std::atomic<std::int64_t> waiting = 0;
    std::atomic<std::int64_t> dropped = 0;

    /// What is accepted is no damage any more.
    void forgetAccepted();
    /// What a verification has found is known from then on as what opening finds is, to other processes by the anchor.
    void remember(const ChainReport& report);

private:
    void committed(const std::vector<Event>& recorded);
    void learn();
    Result<bool> markStepBack(storage::Transaction& transaction, const TableHead& before, UtcTime& time);
    std::vector<Event> between(std::int64_t first, std::int64_t last);

    mutable std::mutex m_mutex;
    Anchor m_known; ///< the furthest committed head that this process has seen
    UtcTime m_knownTime;
    std::int64_t m_published = 0;
    std::optional<ChainDamage> m_damage;
    std::shared_ptr<const SignedHeads> m_heads;
    TreeWriter m_tree;
    const storage::ChangeFeed::Subscription m_subscription; ///< goes first
};

Result<void> Core::append(storage::Transaction& transaction, Event event)
{
    if (!findEventKind(event.kind))
        return makeError(ErrorCode::InvalidArgument, "The journal knows no event of this kind.");
    // The head comes from the table, in the same transaction: another process may have written meanwhile. If the table
    // is behind what was committed, somebody cut it: the gap that stays then shows where.
    SALLYPORT_ASSIGN(TableHead before, readHead(transaction));
    if (const Anchor last = known(); last.sequence > before.sequence)
        before = {last.sequence, last.hash, before.time};
    if (event.time == UtcTime{}) {
        event.time = store.now();
        SALLYPORT_ASSIGN(const bool marked, markStepBack(transaction, before, event.time));
        if (marked) {
            SALLYPORT_ASSIGN(before, readHead(transaction));
        }
    }
    event = withinLimits(std::move(event));
    event.sequence = before.sequence + 1;
    SALLYPORT_ASSIGN(const ChainHash hash, chain->next(before.hash, event));
    event.hash = hexOf(hash);
    SALLYPORT_TRY(insertEvent(transaction, event, hash));
    SALLYPORT_TRY(m_tree.add(transaction, before, event, hash));
    std::string sequence = std::to_string(event.sequence);
    auto recorded = std::make_shared<std::vector<Event>>();
    recorded->push_back(std::move(event));
    transaction.changed<std::vector<Event>>(eventTopic, std::move(sequence), std::move(recorded));
    return {};
}

/// Times of events never run backwards without a word: an event before this one says from and to where the clock went.
/// A moment is no step of the clock (two processes write, and some events bring their time along): then nothing runs back.
Result<bool> Core::markStepBack(storage::Transaction& transaction, const TableHead& before, UtcTime& time)
{
    if (time >= before.time)
        return false;
    if (before.time - time <= momentOfClocks) {
        time = before.time;
        return false;
    }
    Event mark;
    mark.time = time;
    mark.kind = kind::clockSetBack;
    mark.severity = Severity::Warning;
    mark.actor = {"system", {}, "Sallyport"};
    mark.object = {"clock", {}, "Clock"};
    mark.detailsJson = Details().text("from", toRfc3339(before.time)).text("to", toRfc3339(time)).json();
    SALLYPORT_TRY(append(transaction, std::move(mark)));
    return true;
}

/// On the writer thread, in order.
void Core::committed(const std::vector<Event>& recorded)
{
    const Event& event = recorded.front();
    std::int64_t missedFrom = 0;
    {
        const std::lock_guard lock(m_mutex);
        const auto hash = hashFromHex(event.hash);
        if (hash && event.sequence > m_known.sequence) {
            m_known = {event.sequence, *hash, m_known.brokenAt};
            m_knownTime = event.time;
            anchorWriter.note(m_known);
        }
        if (event.sequence <= m_published)
            return;
        missedFrom = m_published + 1;
        m_published = event.sequence;
    }
    if (listeners.empty())
        return;
    if (missedFrom == event.sequence) {
        listeners.notify(recorded);
        return;
    }
    std::vector<Event> events = between(missedFrom, event.sequence - 1);
    events.push_back(event);
    listeners.notify(events);
}

/// On the writer thread, after another process has changed the database.
void Core::catchUp()
{
    const auto read = store.read(readHead);
    if (!read)
        return;
    std::int64_t first = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (read->sequence <= m_known.sequence)
            return;
        m_known = {read->sequence, read->hash, m_known.brokenAt};
        m_knownTime = read->time;
        anchorWriter.note(m_known);
        first = m_published + 1;
        m_published = read->sequence;
    }
    learn();
    forgetAccepted();
    if (listeners.empty())
        return;
    if (const std::vector<Event> events = between(first, read->sequence); !events.empty())
        listeners.notify(events);
}

void Core::forgetAccepted()
{
    std::int64_t brokenAt = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_damage)
            return;
        brokenAt = m_known.brokenAt;
    }
    const auto accepted = store.read([this](storage::Transaction& transaction) { return readAcceptances(transaction, *chain); });
    if (!accepted || std::ranges::none_of(*accepted, [&](const Acceptance& one) { return one.covers(brokenAt); }))
        return;
    const std::lock_guard lock(m_mutex);
    m_damage.reset();
}

/// What another process has found.
void Core::learn()
{
    const auto anchor = anchorFile.read();
    if (!anchor)
        return;
    const std::lock_guard lock(m_mutex);
    if (anchor->brokenAt <= m_known.brokenAt)
        return;
    m_known.brokenAt = anchor->brokenAt;
    if (!m_damage)
        m_damage = ChainDamage{"earlier", 0, anchor->brokenAt};
}

void Core::remember(const ChainReport& report)
{
    learn();
    forgetAccepted();
    if (damage())
        return; // stands in the anchor
    const auto accepted = store.read([this](storage::Transaction& transaction) { return readAcceptances(transaction, *chain); });
    Anchor anchor;
    {
        const std::lock_guard lock(m_mutex);
        // Where it is, if nothing else is known of that place; the end of the journal is always behind all that was accepted.
        const bool isNew = accepted && report.firstBad > m_known.brokenAt &&
                           std::ranges::none_of(*accepted, [&](const Acceptance& one) { return one.covers(report.firstBad); });
        m_known.brokenAt = isNew ? report.firstBad : std::max(m_known.sequence, report.firstBad);
        m_damage = ChainDamage{"earlier", 0, m_known.brokenAt};
        anchor = m_known;
    }
    // Now: who is told next, by an event say, looks there. If it can't be written the anchor's thread says so.
    if (!anchorFile.write(anchor))
        anchorWriter.note(anchor);
}

std::vector<Event> Core::between(std::int64_t first, std::int64_t last)
{
    first = std::max(first, last - catchUpLimit + 1);
    std::vector<Event> events;
    auto rows = store.read([&](storage::Transaction& transaction) { return readRange(transaction, first, last, catchUpLimit); });
    if (rows)
        for (StoredEvent& stored : *rows)
            events.push_back(std::move(stored.event));
    return events;
}

Event damageEvent(const ChainDamage& damage)
{
    Event event;
    event.kind = kind::auditDamaged;
    event.severity = Severity::Critical;
    event.outcome = Outcome::Failure;
    event.actor = {"system", {}, "Sallyport"};
    event.object = {"journal", {}, "Audit journal"};
    event.reason = damage.problem;
    event.detailsJson = Details().number("anchored", damage.anchored).number("found", damage.found).json();
    return event;
}

class ChainedJournal final : public Journal {
public:
    explicit ChainedJournal(std::shared_ptr<Core> core) : m_core(std::move(core)) {}

    ~ChainedJournal() override
    {
        // What was recorded before this moment is written, so that the anchor's last word includes it.
        (void) m_core->store.write([](storage::Transaction&) -> Result<void> { return {}; });
    }

    Result<void> append(storage::Transaction& transaction, Event event) override
    {
        return m_core->append(transaction, std::move(event));
    }

    Result<void> record(Event event) override
    {
        return m_core->store.write(
            [&](storage::Transaction& transaction) { return m_core->append(transaction, std::move(event)); });
    }

    void recordLater(Event event, std::function<void(Result<void>)> durable) override
    {
        auto shared = std::make_shared<Event>(std::move(event));
        if (m_core->waiting.fetch_add(1) >= waitingLimit) {
            --m_core->waiting;
            ++m_core->dropped;
            if (durable)
                durable(makeError(ErrorCode::Unavailable, "Too many events wait to be written."));
            return;
        }
        m_core->store.post([core = m_core, shared = std::move(shared)](
                               storage::Transaction& transaction) { return appendLater(*core, transaction, *shared); },
                           [core = m_core, done = std::move(durable)](const Result<void>& result) {
                               --core->waiting;
                               if (done)
                                   done(result);
                           });
    }

    Subscription subscribe(std::function<void(const std::vector<Event>&)> listener) override
    {
        return m_core->listeners.add(std::move(listener));
    }

    void watchAnchor(std::function<void(const Result<void>&)> watcher) override
    {
        m_core->anchorWriter.watch(std::move(watcher));
    }

    ChainHead head() const override { return m_core->head(); }
    std::optional<ChainDamage> damage() const override { return m_core->damage(); }
    UtcTime now() const override { return m_core->store.now(); }

    Result<ChainReport> verify(const Progress& progress) override
    {
        const auto heads = m_core->heads();
        SALLYPORT_ASSIGN(const VerifyScope scope, wholeChain(heads.get()));
        return remembered(scope, progress);
    }

    Result<void> anchorNow() { return m_core->anchorFile.renew(m_core->known()); }

    std::shared_ptr<const SignedHeads> heads() const { return m_core->heads(); }

    /// As settleAnchor, of the file of heads.
    Result<void> attach(std::shared_ptr<const SignedHeads> heads)
    {
        m_core->setHeads(heads);
        const auto found = findRollback(m_core->store, *heads);
        if (!found || !*found || m_core->damage()) // a file that may not be read says nothing; verify() tells why
            return {};
        SALLYPORT_ASSIGN(const bool accepted, m_core->store.read([&](storage::Transaction& transaction) {
            return isAccepted(transaction, *m_core->chain, **found);
        }));
        if (accepted)
            return {};
        ChainReport report;
        report.firstBad = (*found)->sequence;
        report.problem = (*found)->problem;
        const std::int64_t end = m_core->known().sequence;
        m_core->remember(report);
        const ChainDamage damage{report.problem, end, report.firstBad};
        m_core->setDamage(damage);
        return record(damageEvent(damage));
    }

    Result<std::vector<AcceptedDamage>> acceptDamage(Event by, const std::string& why, const Progress& progress) override
    {
        const auto heads = m_core->heads();
        SALLYPORT_ASSIGN(VerifyScope scope, wholeChain(heads.get()));
        std::vector<Acceptance> found;
        scope.collect = &found;
        SALLYPORT_ASSIGN(const ChainReport report, verifyChain(m_core->store, *m_core->chain, scope, progress));
        if (!report.intact && report.problem == "truncated")
            return makeError(ErrorCode::Conflict, "The journal ends before its anchor: open the vault anew first");
        if (!report.intact) {
            Acceptance anchor;
            anchor.first = anchor.last = report.firstBad;
            // What was found at this opening says more than that there was something.
            const auto damage = m_core->damage();
            anchor.problem = damage && damage->problem.starts_with("anchor_") ? damage->problem : "anchor_damaged";
            found.push_back(std::move(anchor));
        }
        if (found.empty())
            return makeError(ErrorCode::Conflict, "The journal is not damaged: there is nothing to accept");
        std::string told;
        for (Acceptance& one : found) {
            one.at = m_core->store.now();
            one.by = by.actor.name;
            one.why = why;
            told += (told.empty() ? "" : ", ") + one.problem + ' ' + std::to_string(one.first) + '-' + std::to_string(one.last);
        }
        by.object = {"journal", {}, "Audit journal"};
        by.detailsJson = Details().text("why", why).text("damage", told).json();
        const auto stored = m_core->store.write([&](storage::Transaction& transaction) -> Result<void> {
            for (const Acceptance& one : found)
                SALLYPORT_TRY(insertAcceptance(transaction, *m_core->chain, one));
            return m_core->append(transaction, by);
        });
        if (!stored)
            return stored.error();
        m_core->forgetAccepted();
        return std::vector<AcceptedDamage>(found.begin(), found.end());
    }

    Result<ChainReport> verifyRange(std::int64_t first, std::int64_t last, const Progress& progress) override
    {
        VerifyScope scope;
        scope.first = first;
        scope.last = last;
        scope.known = m_core->known();
        if (const auto anchor = m_core->anchorFile.read())
            scope.anchored = unlessTold(*anchor);
        return remembered(scope, progress);
    }

    Result<std::int64_t> expire(const ExpiryBound& bound, const std::function<Result<void>(storage::Transaction&)>& stillSo)
    {
        const Expired expired = expireOldest(m_core->store, *m_core->chain, bound, stillSo);
        if (expired.removed > 0)
            SALLYPORT_TRY(record(expiredEvent(expired.removed, bound.before)));
        SALLYPORT_TRY(expired.done);
        return expired.removed;
    }

    const std::shared_ptr<const Chain>& chain() const { return m_core->chain; }

private:
    Result<ChainReport> remembered(const VerifyScope& scope, const Progress& progress)
    {
        SALLYPORT_ASSIGN(ChainReport report, verifyChain(m_core->store, *m_core->chain, scope, progress));
        if (!report.intact)
            m_core->remember(report);
        return report;
    }

    /// One that opening has found wrong stands in `brokenAt` already.
    std::optional<Anchor> unlessTold(const Anchor& anchor) const
    {
        return anchor.sequence > m_core->known().brokenAt ? std::optional(anchor) : std::nullopt;
    }

    /// All events up to the furthest end that memory and file know.
    Result<VerifyScope> wholeChain(const SignedHeads* heads) const
    {
        VerifyScope scope;
        scope.known = m_core->known();
        scope.heads = heads;
        const auto anchor = m_core->anchorFile.read();
        if (anchor) {
            scope.anchored = unlessTold(*anchor);
            if (anchor->sequence > scope.known->sequence)
                scope.known = *anchor;
            scope.known->brokenAt = std::max(scope.known->brokenAt, anchor->brokenAt);
        } else if (anchor.error().code == ErrorCode::NotWritable) {
            return anchor.error();
        } else {
            scope.anchorDamaged = true;
        }
        return scope;
    }

    static Result<void> appendLater(Core& core, storage::Transaction& transaction, Event event)
    {
        if (const std::int64_t lost = core.dropped.exchange(0); lost > 0) {
            Event dropped;
            dropped.kind = kind::eventsDropped;
            dropped.severity = Severity::Critical;
            dropped.outcome = Outcome::Failure;
            dropped.actor = {"system", {}, "Sallyport"};
            dropped.detailsJson = Details().number("count", lost).json();
            if (auto written = core.append(transaction, std::move(dropped)); !written) {
                core.dropped += lost;
                return written;
            }
        }
        return core.append(transaction, std::move(event));
    }

    const std::shared_ptr<Core> m_core;
};

/// Compares the anchor with the table, and takes what is further as the known head. Damage is recorded, and does not
/// keep the vault closed: the evidence is in the chain, and who needs the journal most is who investigates.
Result<void> settleAnchor(Core& core, Journal& journal)
{
    // The anchor first: another process may write on, and puts it forward only after what it tells of.
    const auto read = core.anchorFile.read();
    if (!read && read.error().code == ErrorCode::NotWritable)
        return read.error(); // whose file it is says nothing about the journal
    SALLYPORT_ASSIGN(const TableHead head, core.store.read(readHead));
    Anchor anchor{head.sequence, head.hash, 0};
    ChainDamage damage{{}, 0, head.sequence};
    if (read) {
        anchor.brokenAt = read->brokenAt;
        damage.anchored = read->sequence;
        SALLYPORT_ASSIGN(const auto there, core.store.read([&](storage::Transaction& transaction) {
            return readChainHash(transaction, *core.chain, read->sequence);
        }));
        SALLYPORT_ASSIGN(const ChainBase base,
                         core.store.read([&](storage::Transaction& transaction) { return readBase(transaction, *core.chain); }));
        if (read->sequence > head.sequence) {
            damage.problem = "truncated";
            anchor = *read;
        } else if (read->sequence > base.sequence && (!there || *there != read->hash)) {
            damage.problem = there ? "changed" : "missing";
        }
        if (!damage.problem.empty())
            anchor.brokenAt = read->sequence;
    } else if (head.sequence > 0) {
        anchor.brokenAt = head.sequence;
        damage.problem = read.error().code == ErrorCode::NotFound ? "anchor_missing" : "anchor_damaged";
    }
    core.startAt(anchor, head.time);
    // A new vault's anchor is there before its first event: later, none is never right.
    if (!read)
        SALLYPORT_TRY(core.anchorFile.write(anchor));
    if (damage.problem.empty()) {
        if (anchor.brokenAt > 0)
            core.setDamage({"earlier", 0, anchor.brokenAt});
        core.forgetAccepted();
        core.anchorWriter.note(anchor);
        return {};
    }
    core.setDamage(damage);
    return journal.record(damageEvent(damage));
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(storage::Store& store, SecretBytes chainKey, std::filesystem::path anchor)
{
    SALLYPORT_ASSIGN(auto chain, Chain::make(chainKey));
    auto core = std::make_shared<Core>(store, chain, AnchorFile(std::move(anchor), chain));
    auto journal = std::make_unique<ChainedJournal>(core);
    SALLYPORT_TRY(fillTree(store)); // before anything is added behind it
    SALLYPORT_TRY(settleAnchor(*core, *journal));
    store.onExternalChange([weak = std::weak_ptr(core)] {
        if (const auto alive = weak.lock())
            alive->catchUp();
    });
    return std::unique_ptr<Journal>(std::move(journal));
}

Result<std::int64_t> expireEvents(Journal& journal, const ExpiryBound& bound,
                                  const std::function<Result<void>(storage::Transaction&)>& stillSo)
{
    if (auto* const chained = dynamic_cast<ChainedJournal*>(&journal))
        return chained->expire(bound, stillSo);
    return makeError(ErrorCode::InvalidArgument, "This journal keeps everything.");
}

Result<void> attachHeads(Journal& journal, std::shared_ptr<const SignedHeads> heads)
{
    if (auto* const chained = dynamic_cast<ChainedJournal*>(&journal))
        return chained->attach(std::move(heads));
    return makeError(ErrorCode::InvalidArgument, "This journal has no tree.");
}

std::shared_ptr<const SignedHeads> headsOf(const Journal& journal)
{
    const auto* const chained = dynamic_cast<const ChainedJournal*>(&journal);
    return chained != nullptr ? chained->heads() : nullptr;
}

Result<std::int64_t> expireEvents(Journal& journal, UtcTime before)
{
    return expireEvents(journal, ExpiryBound{before});
}

std::shared_ptr<const Chain> chainOf(const Journal& journal)
{
    const auto* const chained = dynamic_cast<const ChainedJournal*>(&journal);
    return chained != nullptr ? chained->chain() : nullptr;
}

Result<void> writeAnchor(Journal& journal)
{
    if (auto* const chained = dynamic_cast<ChainedJournal*>(&journal))
        return chained->anchorNow();
    return {};
}

} // namespace sallyport::audit
