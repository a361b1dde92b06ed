#include "backend/audit/journal.h"

#include "backend/audit/chain/accepted_damage.h"
#include "backend/audit/chain/anchor_check.h"
#include "backend/audit/chain/chain_base.h"
#include "backend/audit/chain/chain_verifier.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/foreign_events.h"
#include "backend/audit/journal_core.h"
#include "backend/audit/purge/expiry.h"
#include "backend/audit/purge/purge_notes.h"
#include "backend/audit/retention.h"
#include "backend/audit/tree/tree_acceptance.h"
#include "backend/audit/tree/tree_fill.h"
#include "backend/audit/tree/tree_verifier.h"

#include <algorithm>
#include <atomic>

namespace sallyport::audit {

namespace {

Event damageEvent(const ChainDamage& damage)
{
    Event event;
    event.kind = kind::auditDamaged;
    event.severity = Severity::Critical;
    event.outcome = Outcome::Failure;
    event.actor = {"system", {}, "Sallyport"};
    event.object = {"journal", {}, "Audit journal"};
    event.reason = problemWord(damage.problem);
    event.detailsJson = Details().number("anchored", damage.anchored).number("found", damage.found).json();
    return event;
}

Event droppedEvent(const WaitingEvents::Dropped& dropped)
{
    std::int64_t count = 0;
    std::string kinds;
    for (const auto& [kind, lost] : dropped) {
        count += lost;
        kinds.append(kinds.empty() ? "" : ", ").append(kind->word).append(" ").append(std::to_string(lost));
    }
    Event event;
    event.kind = kind::eventsDropped;
    event.severity = Severity::Critical;
    event.outcome = Outcome::Failure;
    event.actor = {"system", {}, "Sallyport"};
    event.detailsJson = Details().number("count", count).text("kinds", kinds).json();
    return event;
}

class ChainedJournal final : public Journal {
public:
    explicit ChainedJournal(std::shared_ptr<JournalCore> core) : m_core(std::move(core)) {}

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
        const EventKind* const kind = findEventKind(event.kind);
        if (kind == nullptr || !m_core->waiting.enter(*kind)) {
            if (durable)
                durable(makeError(kind ? ErrorCode::Unavailable : ErrorCode::InvalidArgument,
                                  kind ? "Too many events wait to be written." : "The journal knows no event of this kind."));
            return;
        }
        auto shared = std::make_shared<Event>(std::move(event));
        m_core->store.post([core = m_core, shared = std::move(shared)](
                               storage::Transaction& transaction) { return appendLater(*core, transaction, *shared); },
                           [core = m_core, done = std::move(durable)](const Result<void>& result) {
                               core->waiting.leave();
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
        SALLYPORT_TRY(nameCutFile());
        const auto found = findRollback(m_core->store, *heads);
        if (!found || !*found) // a file that may not be read says nothing; verify() tells why
            return {};
        return nameInTree(**found);
    }

    Result<void> nameNode(std::int64_t position)
    {
        SALLYPORT_ASSIGN(const std::int64_t sequence, m_core->store.read([&](storage::Transaction& transaction) {
            return sequenceAt(transaction, position);
        }));
        return nameInTree({std::max<std::int64_t>(sequence, 1), ChainProblem::TreeChanged});
    }

    /// What the file of heads has lost is named, and given to it anew: once, so that it isn't named again. One that can't be
    /// written stays named, and the duty of the heads tells why.
    Result<void> nameCutFile()
    {
        const auto heads = m_core->heads();
        if (heads == nullptr)
            return {};
        const auto found = findCutFile(m_core->store, *heads, m_core->headsTold());
        if (!found || !*found)
            return {};
        if (m_cutNamed.exchange((*found)->sequence) != (*found)->sequence)
            SALLYPORT_TRY(name(**found));
        if (heads->writeFile())
            m_cutNamed = 0;
        return {};
    }

    void noteHeads(std::int64_t size) { m_core->noteHeads(size); }

    Result<std::vector<AcceptedDamage>> acceptDamage(Event by, const std::string& why, const Progress& progress) override
    {
        const auto heads = m_core->heads();
        SALLYPORT_TRY(nameCutFile());
        SALLYPORT_ASSIGN(VerifyScope scope, wholeChain(heads.get()));
        std::vector<Acceptance> found;
        scope.collect = &found;
        SALLYPORT_ASSIGN(const ChainReport report, verifyChain(m_core->store, *m_core->chain, scope, progress));
        if (!report.intact && report.problem == ChainProblem::Truncated)
            return makeError(ErrorCode::Conflict, "The journal ends before its anchor: open the vault anew first");
        if (!report.intact)
            addRemembered(found, report);
        if (found.empty())
            return makeError(ErrorCode::Conflict, "The journal is not damaged: there is nothing to accept");
        std::string told;
        for (Acceptance& one : found) {
            one.at = m_core->store.now();
            one.by = by.actor.name;
            one.why = why;
            told.append(told.empty() ? "" : ", ").append(problemWord(one.problem));
            told += ' ' + std::to_string(one.first) + '-' + std::to_string(one.last);
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

    void holdForeign() { m_core->holdForeign(); }
    void publishForeign()
    {
        m_core->store.post([](storage::Transaction&) -> Result<void> { return {}; },
                           [core = m_core](const Result<void>&) { core->publish(); });
    }

private:
    /// As long as nothing is known yet, and unless it was accepted.
    Result<void> nameInTree(const TreeDamage& found)
    {
        if (m_core->damage())
            return {};
        SALLYPORT_ASSIGN(const bool accepted, m_core->store.read([&](storage::Transaction& transaction) {
            return isAccepted(transaction, *m_core->chain, found);
        }));
        return accepted ? Result<void>() : name(found);
    }

    /// From now on it is known, and told.
    Result<void> name(const TreeDamage& found)
    {
        ChainReport report;
        report.firstBad = found.sequence;
        report.problem = found.problem;
        const ChainDamage damage{found.problem, m_core->known().sequence, found.sequence};
        const bool first = !m_core->damage();
        m_core->remember(report);
        if (first)
            m_core->setDamage(damage);
        return record(damageEvent(damage));
    }

    /// That something was wrong, as far as what was found now doesn't say it.
    void addRemembered(std::vector<Acceptance>& found, const ChainReport& report) const
    {
        const auto same = std::ranges::find(found, report.problem, &Acceptance::problem);
        if (problemInfo(report.problem).of == ProblemOf::Index && same != found.end() && same->first <= report.firstBad) {
            same->last = std::max(same->last, report.firstBad);
            return;
        }
        Acceptance anchor;
        anchor.first = anchor.last = report.firstBad;
        // What was found at this opening says more than that there was something.
        const auto damage = m_core->damage();
        const bool more = damage && problemInfo(damage->problem).of == ProblemOf::Anchor;
        anchor.problem = more ? damage->problem : report.problem;
        found.push_back(std::move(anchor));
    }

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
            if (anchor->sequence > scope.known->sequence) {
                scope.known->sequence = anchor->sequence;
                scope.known->hash = anchor->hash;
            }
            scope.known->learn(*anchor);
        } else if (anchor.error().code == ErrorCode::NotWritable) {
            return anchor.error();
        } else {
            scope.anchorDamaged = true;
        }
        return scope;
    }

    static Result<void> appendLater(JournalCore& core, storage::Transaction& transaction, Event event)
    {
        if (const WaitingEvents::Dropped lost = core.waiting.takeDropped(); !lost.empty()) {
            if (auto written = core.append(transaction, droppedEvent(lost)); !written) {
                core.waiting.restore(lost);
                return written;
            }
        }
        return core.append(transaction, std::move(event));
    }

    const std::shared_ptr<JournalCore> m_core;
    std::atomic<std::int64_t> m_cutNamed{0}; ///< from which event on the file of heads was said to be cut, as long as it still is
};

/// Compares the anchor with the table, and takes what is further as the known head. Damage is recorded, and does not
/// keep the vault closed: the evidence is in the chain, and who needs the journal most is who investigates.
Result<void> settleAnchor(JournalCore& core, Journal& journal)
{
    // The anchor first: another process may write on, and puts it forward only after what it tells of.
    const auto read = core.anchorFile.read();
    if (!read && read.error().code == ErrorCode::NotWritable)
        return read.error(); // whose file it is says nothing about the journal
    SALLYPORT_ASSIGN(const TableHead head, core.store.read(readHead));
    Anchor anchor{head.sequence, head.hash, 0};
    ChainDamage damage{ChainProblem::None, 0, head.sequence};
    if (read) {
        anchor.learn(*read);
        damage.anchored = read->sequence;
        SALLYPORT_ASSIGN(const auto there, core.store.read([&](storage::Transaction& transaction) {
            return readChainHash(transaction, *core.chain, read->sequence);
        }));
        SALLYPORT_ASSIGN(const ChainBase base,
                         core.store.read([&](storage::Transaction& transaction) { return readBase(transaction, *core.chain); }));
        if (read->sequence > head.sequence) {
            damage.problem = ChainProblem::Truncated;
            anchor = *read;
        } else if (read->sequence > base.sequence && (!there || *there != read->hash)) {
            damage.problem = there ? ChainProblem::Changed : ChainProblem::Missing;
        }
        if (damage.problem != ChainProblem::None) {
            anchor.brokenAt = read->sequence;
            anchor.problem = ChainProblem::None;
        }
    } else if (head.sequence > 0) {
        anchor.brokenAt = head.sequence;
        damage.problem = read.error().code == ErrorCode::NotFound ? ChainProblem::AnchorMissing : ChainProblem::AnchorDamaged;
    }
    core.startAt(anchor, head.time);
    // A new vault's anchor is there before its first event: later, none is never right.
    if (!read)
        SALLYPORT_TRY(core.anchorFile.write(anchor));
    if (damage.problem == ChainProblem::None) {
        if (anchor.brokenAt > 0)
            core.setDamage(JournalCore::asRemembered(anchor));
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
    auto core = std::make_shared<JournalCore>(store, chain, AnchorFile(std::move(anchor), chain));
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

Result<void> nameCutHeadFile(Journal& journal)
{
    auto* const chained = dynamic_cast<ChainedJournal*>(&journal);
    return chained != nullptr ? chained->nameCutFile() : Result<void>();
}

Result<void> nameChangedNode(Journal& journal, std::int64_t position)
{
    auto* const chained = dynamic_cast<ChainedJournal*>(&journal);
    return chained != nullptr ? chained->nameNode(position) : Result<void>();
}

void noteHeadFile(Journal& journal, std::int64_t size)
{
    if (auto* const chained = dynamic_cast<ChainedJournal*>(&journal))
        chained->noteHeads(size);
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

void holdForeignEvents(Journal& journal)
{
    if (auto* const chained = dynamic_cast<ChainedJournal*>(&journal))
        chained->holdForeign();
}

void publishForeignEvents(Journal& journal)
{
    if (auto* const chained = dynamic_cast<ChainedJournal*>(&journal))
        chained->publishForeign();
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
