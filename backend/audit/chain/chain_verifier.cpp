#include "backend/audit/chain/chain_verifier.h"

#include "backend/audit/chain/chain_base.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/audit/purge/purge_notes.h"
#include "backend/audit/read_ahead.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/tree_acceptance.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace sallyport::audit {

namespace {

constexpr std::int64_t pageSize = 1000;
/// How far behind a wrong row its right one is looked for, to tell "reordered" from "changed".
constexpr std::int64_t reorderWindow = 10'000;
constexpr std::int64_t straysMost = 100; ///< rows below the chain that are looked at; nobody but an intruder has one

/// One more than the machine that figures are given for has processors: they have work while one is taken and looked at.
constexpr std::int64_t pagesAhead = 3;

bool same(const Bytes& stored, const ChainHash& expected)
{
    return std::ranges::equal(stored, expected);
}

class Verification {
public:
    Verification(storage::Store& store, const Chain& chain, const VerifyScope& scope)
        : m_store(store), m_chain(chain), m_scope(scope), m_leaves(store)
    {
    }

    /// The events that are not those of their leaves.
    const std::vector<TreeDamage>& strangers() const { return m_strangers; }
    /// Nothing is wrong in the table: the anchor knows that something was.
    bool onlyRemembered() const { return m_onlyRemembered; }

    Result<ChainReport> run(const Progress& progress)
    {
        SALLYPORT_TRY(start());
        SALLYPORT_TRY(lookBelow());
        if (m_report.firstBad != 0)
            return m_report;
        while (m_next <= m_last) {
            const std::int64_t last = std::min(m_last, m_next + pageSize - 1);
            SALLYPORT_ASSIGN(const std::vector<StoredEvent> page, nextPage(last));
            for (std::size_t i = 0; i < page.size(); ++i) {
                if (!takeNotesBefore(page[i].event.sequence))
                    return m_report;
                SALLYPORT_ASSIGN(const bool good, check(page[i], &m_foreseen[i]));
                if (!good)
                    return m_report;
            }
            if (!takeNotesBefore(last + 1))
                return m_report;
            if (m_next <= last) {
                SALLYPORT_ASSIGN(const auto behind, readPage(m_next, m_last, 1));
                if (behind.empty())
                    return broken(m_next, ChainProblem::Missing);
                SALLYPORT_ASSIGN(const bool good, check(behind.front()));
                if (!good)
                    return m_report;
            }
            if (progress && !progress(m_report.checked, m_last - m_first + 1 + m_leafCount))
                return makeError(ErrorCode::Cancelled, "The verification was cancelled.");
        }
        return finish();
    }

private:
    Result<std::vector<StoredEvent>> readPage(std::int64_t first, std::int64_t last, std::int64_t limit)
    {
        return m_store.read([&](storage::Transaction& transaction) { return readRange(transaction, first, last, limit); });
    }

    /// What an event's hashes are if its neighbours are what they say: reckoned beside the reading, on its thread.
    struct Foreseen {
        std::optional<ChainHash> previous; ///< behind which `expected` comes
        ChainHash expected{};
        TreeHash leaf{};
    };

    /// A page with the notes of those of its events whose contents have gone, as of one moment.
    struct NotedPage {
        std::int64_t first = 0;
        std::vector<StoredEvent> events;
        std::vector<PurgeNote> notes;
        std::vector<Foreseen> foreseen; ///< of each event
    };

    Result<std::vector<Foreseen>> foresee(const std::vector<StoredEvent>& events) const
    {
        std::vector<Foreseen> foreseen(events.size());
        std::optional<ChainHash> previous;
        std::string canonical; // of one event after the other; chain and leaf hash the same bytes
        for (std::size_t i = 0; i < events.size(); ++i) {
            canonical.clear();
            appendCanonical(canonical, events[i].event);
            if (previous) {
                SALLYPORT_ASSIGN(foreseen[i].expected, m_chain.next(*previous, canonical));
                foreseen[i].previous = previous;
            }
            previous.emplace();
            std::copy_n(events[i].hash.begin(), std::min(events[i].hash.size(), previous->size()), previous->begin());
            foreseen[i].leaf = leafOf(canonical, *previous);
        }
        return foreseen;
    }

    Result<NotedPage> readNotedPage(std::int64_t first, std::int64_t last) const
    {
        return m_store.read([&](storage::Transaction& transaction) -> Result<NotedPage> {
            NotedPage page{first, {}, {}, {}};
            SALLYPORT_ASSIGN(page.notes, readPurgeNotes(transaction, m_chain, first, last, pageSize));
            SALLYPORT_ASSIGN(page.events, readRange(transaction, first, last, pageSize));
            SALLYPORT_ASSIGN(page.foreseen, foresee(page.events));
            return page;
        });
    }

    /// The events from `m_next` to `last`, their notes in `m_notes` and what was foreseen of them. What comes behind is read
    /// meanwhile.
    Result<std::vector<StoredEvent>> nextPage(std::int64_t last)
    {
        std::optional<NotedPage> page;
        if (!m_ahead.empty()) {
            SALLYPORT_ASSIGN(page, m_ahead.front().take());
            m_ahead.pop_front();
            if (page->first != m_next) { // went on behind accepted damage
                page.reset();
                m_ahead.clear();
            }
        }
        if (!page) {
            SALLYPORT_ASSIGN(page, readNotedPage(m_next, last));
        }
        while (std::ssize(m_ahead) < std::min(pagesAhead, (m_last - last + pageSize - 1) / pageSize)) {
            const std::int64_t first = last + std::ssize(m_ahead) * pageSize + 1;
            m_ahead.emplace_back().begin(
                [this, first, end = first + std::min(pageSize - 1, m_last - first)] { return readNotedPage(first, end); });
        }
        m_foreseen = std::move(page->foreseen);
        m_notes = std::move(page->notes);
        m_note = 0;
        return std::move(page->events);
    }

    /// The note of the next event, if it has one.
    const PurgeNote* noteOfNext()
    {
        while (m_note < m_notes.size() && m_notes[m_note].sequence < m_next)
            ++m_note;
        return m_note < m_notes.size() && m_notes[m_note].sequence == m_next ? &m_notes[m_note] : nullptr;
    }

    /// Goes on over events that have gone, up to the one before `sequence`. False, with the report filled in, if one of them is
    /// known to have been another.
    bool takeNotesBefore(std::int64_t sequence)
    {
        while (m_next < sequence) {
            const PurgeNote* const note = noteOfNext();
            if (note == nullptr || note->content)
                return true;
            if (differs(m_scope.known, note->hash) || differs(m_scope.anchored, note->hash)) {
                broken(m_next, ChainProblem::Changed);
                return false;
            }
            m_previous = note->hash;
            m_report.head = {m_next, hexOf(note->hash), note->time};
            ++m_next;
        }
        return true;
    }

    /// The row stands in other words than the chain has, and these are the ones that were put there.
    Result<bool> wasReplaced(const StoredEvent& stored)
    {
        const PurgeNote* const note = noteOfNext();
        if (note == nullptr || !note->content || !stored.wellFormed || !same(stored.hash, note->hash))
            return false;
        SALLYPORT_ASSIGN(const ChainHash fingerprint, fingerprintOf(m_chain, stored));
        return fingerprint == *note->content;
    }

    Result<void> start()
    {
        return m_store.read([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(const TableHead head, readHead(transaction));
            SALLYPORT_ASSIGN(const ChainBase base, readBase(transaction, m_chain));
            SALLYPORT_ASSIGN(m_acceptances, readAcceptances(transaction, m_chain));
            m_report.accepted.assign(m_acceptances.begin(), m_acceptances.end());
            m_report.expiredThrough = base.sequence;
            SALLYPORT_ASSIGN(m_report.expiredAt, readExpiredAt(transaction));
            m_tableEnd = head.sequence;
            SALLYPORT_ASSIGN(const TreeEdge edge, readEdge(transaction));
            m_leafEnd = edge.sequence;
            m_leafCount = m_scope.last == 0 ? edge.size : 0; // they are read, too
            m_last = m_scope.last > 0 ? m_scope.last : head.sequence;
            // What retention has removed cannot be checked any more; its end is where the rest begins.
            m_first = std::max(m_scope.first, base.sequence + 1);
            m_next = m_first;
            m_previous = base.hash;
            if (m_first > base.sequence + 1) {
                SALLYPORT_ASSIGN(const auto before, readChainHash(transaction, m_chain, m_first - 1));
                m_previous = before.value_or(chainStart);
            }
            return {};
        });
    }

    /// Rows before the first of the chain, where none can be: lists and exports would show them with the others.
    Result<void> lookBelow()
    {
        SALLYPORT_ASSIGN(const std::vector<StoredEvent> strays,
                         readPage(std::numeric_limits<std::int64_t>::min(), m_report.expiredThrough, straysMost));
        for (const StoredEvent& stray : strays) {
            Acceptance one;
            one.first = one.last = stray.event.sequence;
            one.problem = ChainProblem::Inserted;
            SALLYPORT_ASSIGN(one.fingerprint, fingerprintOf(m_chain, stray));
            const bool accepted = std::ranges::any_of(m_acceptances, [&](const Acceptance& known) {
                return known.problem == one.problem && known.first == one.first && known.fingerprint == one.fingerprint;
            });
            if (accepted)
                continue;
            if (m_scope.collect != nullptr) {
                m_scope.collect->push_back(std::move(one));
                continue;
            }
            m_report.firstBad = one.first != 0 ? one.first : m_report.expiredThrough + 1;
            m_report.problem = one.problem;
            return {};
        }
        return {};
    }

    /// False, with the report filled in, if `stored` isn't the next of the chain.
    Result<bool> check(const StoredEvent& stored, const Foreseen* foreseen = nullptr)
    {
        if (stored.event.sequence != m_next)
            return goOnBehind(stored, ChainProblem::Missing);
        const bool asForeseen = foreseen != nullptr && foreseen->previous == m_previous;
        SALLYPORT_ASSIGN(ChainHash expected,
                         asForeseen ? Result<ChainHash>(foreseen->expected) : m_chain.next(m_previous, stored.event));
        SALLYPORT_ASSIGN(const bool replaced, wasReplaced(stored));
        if (replaced)
            expected = m_notes[m_note].hash;
        if (!stored.wellFormed || !same(stored.hash, expected)) {
            SALLYPORT_ASSIGN(const bool moved, cameFromElsewhere(stored));
            return goOnBehind(stored, moved ? ChainProblem::Reordered : ChainProblem::Changed);
        }
        if (differs(m_scope.known, expected) || differs(m_scope.anchored, expected)) {
            broken(m_next, ChainProblem::Changed);
            return false;
        }
        // Other words have another leaf; the one there is stays, as the proofs that were given of it do.
        SALLYPORT_ASSIGN(const bool leaf,
                         replaced ? Result<bool>(true) : m_leaves.fits(stored, foreseen != nullptr ? &foreseen->leaf : nullptr));
        if (!leaf && m_strangers.empty())
            m_strangers.push_back({m_next, ChainProblem::TreeChanged});
        take(stored, expected);
        return true;
    }

    /// The row fits the one before it, and is another than the one that is known to have stood there.
    bool differs(const std::optional<Anchor>& known, const ChainHash& hash) const
    {
        return known && known->sequence == m_next && known->hash != hash &&
               std::ranges::none_of(m_acceptances, [this](const Acceptance& one) { return one.ofRows() && one.covers(m_next); });
    }

    void take(const StoredEvent& stored, const ChainHash& hash)
    {
        m_previous = hash;
        m_next = stored.event.sequence;
        m_report.head.sequence = m_next; // each in its place: the hash of the one before has room for this one's
        m_report.head.hash = stored.event.hash;
        m_report.head.time = stored.event.time;
        ++m_report.checked;
        ++m_next;
    }

    /// `stored` is where the chain would go on, if what is wrong there has been accepted with that row as it stands now.
    Result<bool> goOnBehind(const StoredEvent& stored, ChainProblem problem)
    {
        SALLYPORT_ASSIGN(const ChainHash fingerprint, fingerprintOf(m_chain, stored));
        bool accepted = std::ranges::any_of(m_acceptances, [&](const Acceptance& one) {
            return one.ofRows() && one.resumesAt() == stored.event.sequence && one.first <= m_next &&
                   one.fingerprint == fingerprint;
        });
        if (!accepted && m_scope.collect != nullptr) {
            Acceptance one;
            const bool gap = stored.event.sequence != m_next;
            one.first = m_next;
            one.last = gap ? stored.event.sequence - 1 : m_next;
            one.problem = problem;
            one.fingerprint = fingerprint;
            m_scope.collect->push_back(std::move(one));
            accepted = true;
        }
        if (!accepted) {
            broken(m_next, problem);
            return false;
        }
        ChainHash own{};
        std::copy_n(stored.hash.begin(), std::min(stored.hash.size(), own.size()), own.begin());
        take(stored, own);
        return true;
    }

    static Result<std::optional<UtcTime>> readExpiredAt(storage::Transaction& transaction)
    {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT time FROM events WHERE kind = $1 ORDER BY sequence DESC LIMIT 1"));
        SALLYPORT_ASSIGN(const bool there, row.bind(1, kind::eventsExpired).step());
        return there ? std::optional(row.time()) : std::optional<UtcTime>();
    }

    /// True if the row is an untouched one of a later place: its own hash fits its content under that place's number.
    Result<bool> cameFromElsewhere(const StoredEvent& stored)
    {
        const std::int64_t end = std::min(m_tableEnd, m_next + reorderWindow);
        ChainHash before = m_previous;
        for (std::int64_t first = m_next; first <= end; first += pageSize) {
            SALLYPORT_ASSIGN(const auto page, readPage(first, std::min(end, first + pageSize - 1), pageSize));
            for (const StoredEvent& other : page) {
                ChainHash own{};
                std::copy_n(other.hash.begin(), std::min(other.hash.size(), own.size()), own.begin());
                Event moved = stored.event;
                moved.sequence = other.event.sequence;
                // Its predecessor's hash stands in the row before, or, if neighbours were swapped, in this one.
                for (const ChainHash& previous : {before, own}) {
                    SALLYPORT_ASSIGN(const ChainHash expected, m_chain.next(previous, moved));
                    if (moved.sequence != m_next && same(stored.hash, expected))
                        return true;
                }
                before = own;
            }
        }
        return false;
    }

    Result<ChainReport> finish()
    {
        if (m_scope.last == 0) {
            if ((m_scope.known && m_scope.known->sequence > m_tableEnd) || m_leafEnd > m_tableEnd)
                return broken(m_tableEnd + 1, ChainProblem::Truncated);
            const std::int64_t brokenAt = m_scope.known ? m_scope.known->brokenAt : 0;
            const auto covers = [&](const Acceptance& one) { return one.covers(brokenAt); };
            const bool accepted = std::ranges::any_of(m_acceptances, covers) ||
                                  (m_scope.collect != nullptr && std::ranges::any_of(*m_scope.collect, covers));
            if (m_scope.anchorDamaged || (brokenAt > 0 && !accepted)) {
                m_onlyRemembered = true;
                const bool named = !m_scope.anchorDamaged && m_scope.known->problem != ChainProblem::None;
                return broken(brokenAt > 0 ? brokenAt : m_tableEnd, named ? m_scope.known->problem : ChainProblem::AnchorDamaged);
            }
        }
        m_report.intact = true;
        return m_report;
    }

    ChainReport broken(std::int64_t sequence, ChainProblem problem)
    {
        m_report.firstBad = sequence;
        m_report.problem = problem;
        return m_report;
    }

    storage::Store& m_store;
    const Chain& m_chain;
    const VerifyScope& m_scope;
    ChainReport m_report;
    std::vector<Acceptance> m_acceptances;
    LeafCheck m_leaves;
    std::vector<TreeDamage> m_strangers;
    std::int64_t m_leafEnd = 0, m_leafCount = 0;
    std::vector<Foreseen> m_foreseen; ///< of the page, as the notes
    std::vector<PurgeNote> m_notes;   ///< of the page
    std::size_t m_note = 0;
    bool m_onlyRemembered = false;
    ChainHash m_previous = chainStart;
    std::int64_t m_first = 1, m_next = 1, m_last = 0, m_tableEnd = 0;
    std::deque<ReadAhead<NotedPage>> m_ahead; ///< goes first
};

/// Chain and tree together.
class WholeVerification {
public:
    WholeVerification(storage::Store& store, const Chain& chain, const VerifyScope& scope)
        : m_store(store), m_chain(chain), m_scope(scope), m_events(store, chain, scope)
    {
    }

    Result<ChainReport> run(const Progress& progress)
    {
        std::int64_t checked = 0, total = 0;
        SALLYPORT_ASSIGN(ChainReport report, m_events.run([&](std::int64_t done, std::int64_t all) {
            checked = done;
            total = all;
            return !progress || progress(done, all);
        }));
        std::vector<TreeDamage> found = m_events.strangers();
        const bool whole = m_scope.last == 0;
        if (whole && (report.intact || m_scope.heads != nullptr)) {
            const std::int64_t told = m_scope.known ? m_scope.known->headsTold : 0;
            SALLYPORT_ASSIGN(auto inTree, verifyTree(m_store, m_scope.heads, told, [&](std::int64_t done, std::int64_t all) {
                                 return !progress || progress(checked + done, std::max(total, checked + all));
                             }));
            found.insert(found.end(), inTree.begin(), inTree.end());
        }
        SALLYPORT_TRY(leaveOutAccepted(found));
        if (m_scope.collect != nullptr) // not excused for later: the file gets what it lacks, and then lacks nothing
            std::erase_if(found, [](const TreeDamage& one) { return problemInfo(one.problem).of == ProblemOf::HeadFile; });
        // What is found now says more than that something was.
        const bool looks = whole && (report.intact || (m_events.onlyRemembered() && m_scope.collect == nullptr));
        if (found.empty())
            return looks ? indexesChecked(std::move(report)) : Result<ChainReport>(std::move(report));
        const bool onlyKnown = report.intact || m_events.onlyRemembered(); // that something was wrong, not what
        if (onlyKnown && m_scope.collect != nullptr)
            return collected(std::move(report), *std::ranges::min_element(found, {}, &TreeDamage::sequence));
        const auto rolledBack = std::ranges::find(found, ChainProblem::RolledBack, &TreeDamage::problem);
        // What an older state of the database lacks looks cut off; the file of heads knows better.
        if (!onlyKnown &&
            (rolledBack == found.end() || (report.problem != ChainProblem::Missing && report.problem != ChainProblem::Truncated)))
            return report;
        const TreeDamage& named = onlyKnown ? *std::ranges::min_element(found, {}, weight) : *rolledBack;
        report.intact = false;
        // Heads that were signed since lead the tree past the hole, which the chain has seen.
        report.firstBad = onlyKnown ? named.sequence : std::min(report.firstBad, named.sequence);
        report.problem = named.problem;
        return report;
    }

private:
    /// Rows that are whole and that filters don't find.
    Result<ChainReport> indexesChecked(ChainReport report)
    {
        SALLYPORT_ASSIGN(const std::optional<storage::IndexGap> gap, m_store.findIndexGap("events", "sequence"));
        if (gap) {
            report.intact = false;
            report.firstBad = gap->row > 0 ? gap->row : report.head.sequence;
            report.problem = ChainProblem::IndexChanged;
        }
        return report;
    }

    /// What is changed in the tree makes its heads unfit, in the vault and in the file: the table's order.
    static ChainProblem weight(const TreeDamage& damage) { return damage.problem; }

    Result<void> leaveOutAccepted(std::vector<TreeDamage>& found)
    {
        for (auto damage = found.begin(); damage != found.end();) {
            SALLYPORT_ASSIGN(const bool accepted, m_store.read([&](storage::Transaction& transaction) {
                return isAccepted(transaction, m_chain, *damage);
            }));
            damage = accepted ? found.erase(damage) : damage + 1;
        }
        return {};
    }

    Result<ChainReport> collected(ChainReport report, const TreeDamage& damage)
    {
        Acceptance one;
        one.first = damage.sequence;
        one.problem = damage.problem;
        SALLYPORT_TRY(m_store.read([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(const TreeEdge edge, readEdge(transaction));
            one.last = std::max(one.first, edge.sequence);
            SALLYPORT_ASSIGN(one.fingerprint, treeFingerprint(transaction, m_chain, one.last));
            return {};
        }));
        if (!report.intact && !m_scope.anchorDamaged && one.covers(report.firstBad)) {
            report.intact = true; // the anchor knew of this
            report.firstBad = 0;
            report.problem = ChainProblem::None;
        }
        m_scope.collect->push_back(std::move(one));
        return report;
    }

    storage::Store& m_store;
    const Chain& m_chain;
    const VerifyScope& m_scope;
    Verification m_events;
};

} // namespace

Result<ChainReport> verifyChain(storage::Store& store, const Chain& chain, const VerifyScope& scope, const Progress& progress)
{
    for (;;) {
        SALLYPORT_ASSIGN(ChainReport report, WholeVerification(store, chain, scope).run(progress));
        const bool collects = scope.collect != nullptr && !scope.collect->empty();
        if (report.intact && !collects)
            return report;
        // What retention has removed in the meantime is no damage: it is looked for where the rest begins now.
        SALLYPORT_ASSIGN(const ChainBase base,
                         store.read([&](storage::Transaction& transaction) { return readBase(transaction, chain); }));
        if (base.sequence == report.expiredThrough || (!collects && base.sequence < report.firstBad))
            return report;
        if (collects)
            scope.collect->clear();
    }
}

} // namespace sallyport::audit
