#include "backend/journal/evidence_making.h"

#include "backend/audit/chain/chain.h"
#include "backend/audit/event_limits.h"
#include "backend/audit/event_selection.h"
#include "backend/audit/event_table.h"
#include "backend/audit/purge/event_purge.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/pack_format.h"
#include "backend/audit/tree/tree_table.h"
#include "backend/base/encoding.h"
#include "backend/crypto/digest.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace sallyport::journal {
namespace {

constexpr std::uint32_t rowsRead = 1000;
constexpr std::size_t recordsLimit = 1'000'000; ///< far more than fit into the bytes

Error packCancelled()
{
    return makeError(ErrorCode::Cancelled, "The evidence pack was cancelled.");
}

Error unprovable()
{
    return makeError(ErrorCode::Conflict, "The journal's tree is damaged, and nothing leads to its signed head any more: "
                                          "no event of that period can be proved. Verify the journal");
}

/// A row that somebody has changed may hold what no event can, and what no reader of a pack would take.
audit::Event writable(audit::Event event)
{
    using namespace std::chrono;
    event = audit::withinLimits(std::move(event));
    event.hash.resize(std::min(event.hash.size(), 2 * sizeof(audit::ChainHash)));
    event.status = std::max(event.status, 0);
    if (event.time < sys_days(year(1) / 1 / 1) || event.time >= sys_days(year(9999) / 12 / 31))
        event.time = {};
    return event;
}

class PackMaker {
public:
    PackMaker(PackMaking& making, PackWriter& writer, const audit::Progress& progress)
        : m_making(making), m_writer(writer), m_progress(progress)
    {
    }

    Result<audit::TreeHash> run()
    {
        SALLYPORT_TRY(select());
        // A whole chain has looked at everything but what stands before its begin.
        if (m_making.doubtful || (!m_sequences.empty() && m_sequences.front() <= m_making.expiredThrough))
            SALLYPORT_TRY(look());
        SALLYPORT_TRY(manifest());
        SALLYPORT_TRY(records([this](const Row& row) { return write(row); }));
        SALLYPORT_TRY(proof());
        SALLYPORT_TRY(end());
        SALLYPORT_TRY(m_writer.flush());
        m_making.pack.records = static_cast<std::int64_t>(m_positions.size());
        m_making.pack.headSize = m_making.head.size;
        return m_whole.finish();
    }

private:
    bool goOn() const
    {
        const auto all = static_cast<std::int64_t>(m_sequences.size());
        return !m_progress || m_progress(static_cast<std::int64_t>(m_positions.size()), all);
    }

    /// Which events: the order of a period is that of time, a pack's that of the tree.
    Result<void> select()
    {
        SALLYPORT_ASSIGN(const std::int64_t last, m_making.store.read([&](storage::Transaction& transaction) {
            return audit::sequenceAt(transaction, m_making.head.size - 1);
        }));
        std::optional<audit::EventSelection> selection;
        SALLYPORT_TRY(m_making.store.read([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(selection,
                             audit::EventSelection::make(transaction, m_making.query, std::max<std::int64_t>(last, 1)));
            return {};
        }));
        std::string cursor;
        do {
            SALLYPORT_ASSIGN(const audit::EventRows rows, m_making.store.read([&](storage::Transaction& transaction) {
                return selection->page(transaction, rowsRead, cursor, true);
            }));
            std::vector<std::int64_t> found;
            for (const audit::Event& event : rows.events) {
                if (event.sequence <= last)
                    found.push_back(event.sequence);
            }
            // What stands under a pseudonym proves nothing: the tree has the leaf of what was there.
            SALLYPORT_ASSIGN(const auto replaced, m_making.store.read([&](storage::Transaction& transaction) {
                return audit::replacedAmong(transaction, found);
            }));
            std::ranges::copy_if(found, std::back_inserter(m_sequences),
                                 [&](std::int64_t one) { return !std::ranges::binary_search(replaced, one); });
            cursor = rows.nextCursor;
            if (m_sequences.size() > recordsLimit)
                return makeError(ErrorCode::LimitReached,
                                 "An evidence pack has a million events at most: choose a shorter period or a narrower filter");
            if (!goOn())
                return packCancelled();
        } while (!cursor.empty());
        std::ranges::sort(m_sequences);
        return {};
    }

    Result<void> manifest()
    {
        audit::PackManifest manifest;
        manifest.id = m_making.pack.id;
        manifest.created = std::chrono::floor<std::chrono::milliseconds>(m_making.pack.createdAt);
        manifest.vault = m_making.vault;
        manifest.by = m_making.pack.createdBy;
        manifest.since = m_making.pack.since;
        manifest.until = m_making.pack.until;
        manifest.filter = m_making.pack.filter;
        manifest.records = static_cast<std::int64_t>(m_sequences.size());
        manifest.head = m_making.head;
        manifest.publicKey = toHex(m_making.heads.key().publicKey().raw());
        manifest.damage = m_making.pack.damage;
        manifest.damaged = m_making.pack.damaged;
        const std::string line = audit::packLine(manifest);
        if (!audit::readPackManifest(line))
            return makeError(ErrorCode::InvalidArgument, "The period or the filter can't be written into a pack");
        return put(m_sum.close(line));
    }

    /// An event as it is written, and its leaf in the tree.
    struct Row {
        audit::PackRecord record;
        std::string line;
        audit::TreeHash own{}; ///< the leaf of what is written, as far as it has one
        bool placed = false;   ///< the tree has a leaf for it
        bool fits() const { return placed && own == record.leaf; }
    };

    /// Hands each of the selected events to `take`.
    template <typename Take>
    Result<void> records(Take&& take)
    {
        for (std::size_t at = 0; at < m_sequences.size();) {
            // One read for what lies together.
            const std::int64_t first = m_sequences[at], bound = first + rowsRead;
            SALLYPORT_ASSIGN(const auto rows, m_making.store.read([&](storage::Transaction& transaction) {
                return readBatch(transaction, first, bound - 1);
            }));
            auto row = rows.begin();
            for (; at < m_sequences.size() && m_sequences[at] < bound; ++at) {
                while (row != rows.end() && row->event.sequence < m_sequences[at])
                    ++row;
                if (row == rows.end() || row->event.sequence != m_sequences[at])
                    return makeError(ErrorCode::Conflict,
                                     "Event " + std::to_string(m_sequences[at]) + " was removed meanwhile: make the pack anew");
                SALLYPORT_ASSIGN(const Row found, rowOf(*row));
                SALLYPORT_TRY(take(found));
            }
            if (!goOn())
                return packCancelled();
        }
        return {};
    }

    Result<Row> rowOf(const audit::StoredEvent& stored)
    {
        const std::int64_t sequence = stored.event.sequence;
        if (m_offset) {
            m_position = sequence + *m_offset;
            takeLeaf();
        } else {
            SALLYPORT_TRY(
                m_making.store.read([&](storage::Transaction& transaction) { return findLeaf(transaction, sequence); }));
        }
        Row row{.record = {m_position, m_leaf, stored.event}, .line = {}, .own = {}, .placed = m_placed};
        row.line = audit::packLine(row.record);
        // What is written is what will be read: the leaf of that must be the tree's.
        auto again = audit::readPackRecord(row.line);
        if (!again) {
            row.record.event = writable(std::move(row.record.event));
            row.line = audit::packLine(row.record);
            again = audit::readPackRecord(row.line);
        }
        SALLYPORT_TRY(again);
        if (const auto hash = audit::hashFromHex(again->event.hash))
            row.own = audit::leafOf(again->event, *hash);
        if (m_ownLeaves) {
            row.record.leaf = row.own;
            row.line = audit::packLine(row.record);
        }
        return row;
    }

    /// What isn't what its leaf is of, before anything is written: the manifest comes first.
    Result<void> look()
    {
        std::vector<std::int64_t> provable, positions, bad, changed;
        std::vector<audit::TreeHash> leaves, own;
        SALLYPORT_TRY(records([&](const Row& row) -> Result<void> {
            const std::int64_t sequence = row.record.event.sequence;
            if (!row.fits())
                (row.placed ? changed : bad).push_back(sequence);
            if (row.placed) {
                provable.push_back(sequence);
                positions.push_back(row.record.position);
                leaves.push_back(row.record.leaf);
                own.push_back(row.own);
            }
            return {};
        }));
        SALLYPORT_ASSIGN(const auto byLeaves, proofOf(positions, leaves));
        SALLYPORT_ASSIGN(const auto byEvents, byLeaves ? byLeaves : proofOf(positions, own));
        if (byLeaves) {
            std::ranges::copy(changed, std::back_inserter(bad));
            std::ranges::sort(bad);
        } else if (byEvents) {
            m_ownLeaves = true; // the events are what was signed, and leaves have been changed
        } else {
            return unprovable();
        }
        m_sequences = std::move(provable);
        return name(bad);
    }

    /// Says of these events that they are damaged.
    Result<void> name(const std::vector<std::int64_t>& sequences)
    {
        std::vector<audit::EventRange>& ranges = m_making.pack.damaged;
        for (const std::int64_t sequence : sequences) {
            if (ranges.empty() || ranges.back().last + 1 != sequence)
                ranges.push_back({sequence, sequence});
            ranges.back().last = sequence;
        }
        if (ranges.size() > audit::damagedRangesLimit)
            return makeError(
                ErrorCode::LimitReached,
                "More events are damaged than an evidence pack can name: choose a shorter period or a narrower filter");
        if (!ranges.empty() && m_making.pack.damage.empty())
            m_making.pack.damage =
                audit::problemWord(audit::ChainProblem::Changed); // accepted, and still not what the tree holds
        return {};
    }

    Result<void> write(const Row& row)
    {
        const std::int64_t sequence = row.record.event.sequence;
        if (!row.placed || row.fits() == audit::isAmong(m_making.pack.damaged, sequence))
            return makeError(ErrorCode::Conflict,
                             "Event " + std::to_string(sequence) + " was changed meanwhile: make the pack anew");
        m_positions.push_back(row.record.position);
        m_leaves.push_back(row.record.leaf);
        return put(m_sum.close(row.line));
    }

    /// With the leaves, where they lie as their events do.
    Result<std::vector<audit::StoredEvent>> readBatch(storage::Transaction& transaction, std::int64_t first, std::int64_t last)
    {
        SALLYPORT_ASSIGN(auto rows, audit::readRange(transaction, first, last, rowsRead));
        m_page.clear();
        m_offset.reset();
        if (rows.empty())
            return rows;
        const std::int64_t front = rows.front().event.sequence, back = rows.back().event.sequence;
        SALLYPORT_ASSIGN(const auto begin, audit::positionOf(transaction, front));
        SALLYPORT_ASSIGN(const auto end, audit::positionOf(transaction, back));
        if (begin && end && *end - *begin == back - front) {
            m_offset = *begin - front;
            SALLYPORT_ASSIGN(m_page, audit::readNodes(transaction, 0, *begin, *end - *begin + 1));
        }
        return rows;
    }

    Result<void> findLeaf(storage::Transaction& transaction, std::int64_t sequence)
    {
        SALLYPORT_ASSIGN(const auto position, audit::positionOf(transaction, sequence));
        m_page.clear();
        m_position = -1;
        if (position) {
            m_position = *position;
            SALLYPORT_ASSIGN(m_page, audit::readNodes(transaction, 0, m_position, 1));
        }
        takeLeaf();
        return {};
    }

    void takeLeaf()
    {
        const auto node = std::ranges::lower_bound(m_page, m_position, {}, &audit::StoredNode::position);
        m_placed = m_position >= 0;
        m_leaf = node != m_page.end() && node->position == m_position ? node->hash : audit::TreeHash{};
    }

    using Proof = std::optional<std::vector<audit::TreeHash>>;

    /// What leads from these leaves to the signed head: of the nodes that are stored or, where somebody has changed them, of
    /// leaves alone. Nothing if neither leads there.
    Result<Proof> proofOf(const std::vector<std::int64_t>& positions, const std::vector<audit::TreeHash>& leaves)
    {
        return m_making.store.read([&](storage::Transaction& transaction) -> Result<Proof> {
            for (const bool stored : {true, false}) {
                auto hashes = audit::selectionProof(stored ? audit::storedNodes(transaction) : audit::leafNodes(transaction),
                                                    positions, m_making.head.size);
                if (!hashes && hashes.error().code != ErrorCode::DatabaseDamaged)
                    return hashes.error();
                if (!hashes)
                    continue;
                const auto root = audit::rootBySelection(positions, leaves, m_making.head.size, *hashes);
                if (root && *root == m_making.head.root)
                    return Proof(std::move(*hashes));
            }
            return Proof();
        });
    }

    Result<void> proof()
    {
        SALLYPORT_ASSIGN(const auto hashes, proofOf(m_positions, m_leaves));
        if (!hashes)
            return unprovable();
        for (const audit::TreeHash& hash : *hashes)
            SALLYPORT_TRY(put(m_sum.close(audit::packLine(hash))));
        return {};
    }

    Result<void> end()
    {
        SALLYPORT_ASSIGN(const auto signature, m_making.heads.key().sign(audit::packEndText(m_sum.value())));
        return put(audit::packEndLine(signature));
    }

    Result<void> put(const std::string& line)
    {
        m_whole.update(asBytes(line));
        return m_writer.write(line);
    }

    PackMaking& m_making;
    PackWriter& m_writer;
    const audit::Progress& m_progress;
    audit::PackSum m_sum;
    crypto::Sha256 m_whole;
    std::vector<std::int64_t> m_sequences, m_positions;
    std::vector<audit::TreeHash> m_leaves; ///< at the positions, as they are written
    std::vector<audit::StoredNode> m_page;
    std::optional<std::int64_t> m_offset; ///< from an event's number to its leaf, for all of a batch
    std::int64_t m_position = 0;
    audit::TreeHash m_leaf{};
    bool m_placed = false;    ///< there is such a position
    bool m_ownLeaves = false; ///< those of the events lead to the signed head, those of the tree don't
};

} // namespace

Result<audit::TreeHash> writePack(PackMaking& making, PackWriter& writer, const audit::Progress& progress)
{
    return PackMaker(making, writer, progress).run();
}

} // namespace sallyport::journal
