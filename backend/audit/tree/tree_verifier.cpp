#include "backend/audit/tree/tree_verifier.h"

#include "backend/audit/read_ahead.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/leaf_tree.h"

#include <algorithm>
#include <map>

namespace sallyport::audit {
namespace {

constexpr std::int64_t leavesAtOnce = 8192;
constexpr std::int64_t leafPage = 1000;
constexpr std::int64_t headsRead = 20'000;
constexpr std::size_t linesLookedAt = 100; ///< of the file at an opening, from its end

struct KnownHead {
    SignedHead head;
    bool fromFile = false;
};

/// Leaves of the last head of ours before the first line of the file that is none; nothing if all are. That stays so, however
/// many come behind. What stands before the first of ours of a part of the file is left to who reads all of it.
std::optional<std::int64_t> foreignLine(const std::vector<HeadFile::Line>& lines, const HeadKey& key)
{
    std::int64_t before = 0;
    for (const HeadFile::Line& line : lines) {
        if (line.readable && key.fits(line.head))
            before = line.head.size;
        else if (before > 0 || line.number == 1)
            return before;
    }
    return std::nullopt;
}

Result<TreeDamage> damageAt(storage::Store& store, ChainProblem problem, std::int64_t position)
{
    SALLYPORT_ASSIGN(const std::int64_t sequence,
                     store.read([&](storage::Transaction& transaction) { return sequenceAt(transaction, position); }));
    return TreeDamage{std::max<std::int64_t>(sequence, 1), problem};
}

/// Where the leaves lead to the file's newest head and what is stored above them doesn't: then it is not the database that was
/// put back. Reads all leaves, but only if what is stored doesn't lead there.
Result<std::optional<TreeDamage>> findChangedNode(storage::Store& store, const std::vector<HeadFile::Line>& lines,
                                                  const HeadKey& key)
{
    const auto line =
        std::find_if(lines.rbegin(), lines.rend(), [&](const HeadFile::Line& one) { return one.readable && key.fits(one.head); });
    if (line == lines.rend())
        return std::optional<TreeDamage>();
    SALLYPORT_ASSIGN(const TreeEdge edge, store.read(readEdge));
    if (line->head.size > edge.size)
        return std::optional<TreeDamage>();
    const auto tree = treeOfLeaves(store, line->head, line->head.size);
    if (!tree && tree.error().code != ErrorCode::DatabaseDamaged)
        return tree.error();
    if (!tree || tree->root() != line->head.root || !tree->firstDifferent())
        return std::optional<TreeDamage>();
    SALLYPORT_ASSIGN(const TreeDamage damage, damageAt(store, ChainProblem::TreeChanged, tree->firstDifferent()->first));
    return std::optional(damage);
}

class TreeVerification {
public:
    TreeVerification(storage::Store& store, const SignedHeads* heads, std::int64_t told)
        : m_store(store), m_heads(heads), m_told(told)
    {
    }

    Result<std::vector<TreeDamage>> run(const Progress& progress)
    {
        SALLYPORT_TRY(start());
        SALLYPORT_TRY(checkHeads());
        while (m_tree.size() < m_edge.size && !m_torn) {
            SALLYPORT_TRY(nextPage());
            if (progress && !progress(m_tree.size(), m_edge.size))
                return makeError(ErrorCode::Cancelled, "The verification was cancelled.");
        }
        for (auto rest = m_known.upper_bound(m_tree.size()); rest != m_known.end(); ++rest)
            SALLYPORT_TRY(damaged(rest->second.fromFile ? ChainProblem::RolledBack : ChainProblem::HeadChanged, m_fitting));
        if (m_foreignLine)
            SALLYPORT_TRY(damaged(ChainProblem::HeadChanged, *m_foreignLine));
        if (m_heads != nullptr) {
            SALLYPORT_ASSIGN(const auto cut, findCutFile(m_store, *m_heads, m_told));
            if (cut)
                m_found.push_back(*cut);
        }
        std::ranges::stable_sort(m_found, {}, &TreeDamage::sequence);
        return std::move(m_found);
    }

private:
    Result<void> start()
    {
        // The file first: what stands there was committed before.
        if (m_heads != nullptr) {
            SALLYPORT_ASSIGN(const auto lines, m_heads->file().read());
            for (const HeadFile::Line& line : lines) {
                if (line.readable && m_heads->key().fits(line.head))
                    m_known.emplace(line.head.size, KnownHead{line.head, true});
            }
            m_foreignLine = foreignLine(lines, m_heads->key());
        }
        return m_store.read([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(m_edge, readEdge(transaction));
            SALLYPORT_ASSIGN(const auto stored, readHeads(transaction, 0, headsRead));
            for (const SignedHead& head : stored)
                m_known.emplace(head.size, KnownHead{head, false});
            m_oldestKept = std::ssize(stored) >= SignedHeads::kept ? stored.back().size : 0;
            return {};
        });
    }

    /// Leaves from `first` on, on another thread.
    void readAhead(std::int64_t first)
    {
        m_ahead.begin([this, first, most = std::min(leavesAtOnce, m_edge.size - first)] {
            return m_store.read([&](storage::Transaction& transaction) { return readNodes(transaction, 0, first, most); });
        });
    }

    /// What comes behind is read while these are hashed.
    Result<void> nextPage()
    {
        if (!m_ahead.hasBegun())
            readAhead(m_tree.size());
        SALLYPORT_ASSIGN(const auto page, m_ahead.take());
        const std::int64_t behind = m_tree.size() + std::ssize(page);
        if (!page.empty() && page.back().position + 1 == behind && behind < m_edge.size) // else it is torn, and ends here
            readAhead(behind);
        for (const StoredNode& leaf : page) {
            if (leaf.position != m_tree.size())
                break;
            for (const auto& [level, node] : growBy(m_tree, leaf.hash))
                SALLYPORT_TRY(checkNode(level, node));
            SALLYPORT_TRY(checkHeads());
        }
        if (page.empty() || page.back().position >= m_tree.size()) {
            m_torn = true;
            return damaged(ChainProblem::TreeChanged, m_tree.size());
        }
        return {};
    }

    Result<void> checkNode(int level, const StoredNode& node)
    {
        SALLYPORT_ASSIGN(const bool same,
                         m_store.read([&](storage::Transaction& transaction) { return isStored(transaction, level, node); }));
        return same ? Result<void>() : damaged(ChainProblem::TreeChanged, node.position << level);
    }

    /// Those of the size that the tree has grown to.
    Result<void> checkHeads()
    {
        bool fits = false;
        const auto [first, last] = m_known.equal_range(m_tree.size());
        for (auto known = first; known != last; ++known) {
            const bool genuine = known->second.fromFile || m_heads == nullptr || m_heads->key().fits(known->second.head);
            if (genuine && known->second.head.root == m_tree.root())
                fits = true;
            else
                SALLYPORT_TRY(damaged(known->second.fromFile ? ChainProblem::RolledBack : ChainProblem::HeadChanged, m_fitting));
        }
        if (fits)
            m_fitting = m_tree.size();
        // One that was signed here and isn't known here: what came with it is gone.
        if (fits && m_tree.size() >= m_oldestKept &&
            std::none_of(first, last, [](const auto& known) { return !known.second.fromFile; }))
            SALLYPORT_TRY(damaged(ChainProblem::RolledBack, m_fitting));
        return {};
    }

    Result<void> damaged(ChainProblem problem, std::int64_t position)
    {
        // One of a kind says it: the first. What follows is its consequence.
        if (std::ranges::any_of(m_found, [&](const TreeDamage& one) { return one.problem == problem; }) &&
            problem != ChainProblem::RolledBack)
            return {};
        SALLYPORT_ASSIGN(const TreeDamage damage, damageAt(m_store, problem, position));
        m_found.push_back(damage);
        return {};
    }

    storage::Store& m_store;
    const SignedHeads* const m_heads;
    const std::int64_t m_told;
    std::multimap<std::int64_t, KnownHead> m_known;
    std::vector<TreeDamage> m_found;
    GrowingTree m_tree;
    TreeEdge m_edge;
    std::int64_t m_oldestKept = 0; ///< leaves of the smallest head that the vault still has, if it has had more
    std::int64_t m_fitting = 0;    ///< size of the last head that fits: what is behind it is in doubt when the next doesn't
    std::optional<std::int64_t> m_foreignLine;
    bool m_torn = false;
    ReadAhead<std::vector<StoredNode>> m_ahead; ///< goes first
};

} // namespace

Result<bool> LeafCheck::fits(const StoredEvent& stored, const TreeHash* leaf)
{
    const std::int64_t sequence = stored.event.sequence;
    if (sequence != m_next || static_cast<std::size_t>(sequence - m_first) >= m_page.size()) {
        SALLYPORT_TRY(m_store.read([&](storage::Transaction& transaction) -> Result<void> {
            m_page.clear();
            SALLYPORT_ASSIGN(const auto position, positionOf(transaction, sequence));
            if (!position)
                return {};
            SALLYPORT_ASSIGN(m_page, readNodes(transaction, 0, *position, leafPage));
            if (!m_page.empty() && m_page.front().position != *position)
                m_page.clear();
            return {};
        }));
        m_first = sequence;
    }
    m_next = sequence + 1;
    const auto index = static_cast<std::size_t>(sequence - m_first);
    if (index >= m_page.size() || m_page[index].position != m_page.front().position + (sequence - m_first))
        return false;
    if (leaf != nullptr)
        return m_page[index].hash == *leaf;
    TreeHash own{};
    std::copy_n(stored.hash.begin(), std::min(stored.hash.size(), own.size()), own.begin());
    return m_page[index].hash == leafOf(stored.event, own);
}

Result<std::vector<TreeDamage>> verifyTree(storage::Store& store, const SignedHeads* heads, std::int64_t told,
                                           const Progress& progress)
{
    return TreeVerification(store, heads, told).run(progress);
}

Result<std::optional<TreeDamage>> findCutFile(storage::Store& store, const SignedHeads& heads, std::int64_t told)
{
    if (told == 0)
        return std::optional<TreeDamage>();
    // What the vault lacks itself is another matter, and can't be written anew.
    SALLYPORT_ASSIGN(const auto last, heads.newest());
    const std::int64_t wanted = std::min(told, last ? last->size : 0);
    SALLYPORT_ASSIGN(const auto lines, heads.file().read(linesLookedAt));
    std::int64_t newest = 0;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) // the largest first, as a rule: one signature is looked at
        if (line->readable && line->head.size > newest && heads.key().fits(line->head))
            newest = line->head.size;
    if (newest >= wanted)
        return std::optional<TreeDamage>();
    SALLYPORT_ASSIGN(const TreeDamage damage,
                     damageAt(store, lines.empty() ? ChainProblem::HeadsMissing : ChainProblem::HeadsCut, newest));
    return std::optional(damage);
}

Result<std::optional<TreeDamage>> findRollback(storage::Store& store, const SignedHeads& heads)
{
    SALLYPORT_ASSIGN(const auto lines, heads.file().read(linesLookedAt));
    SALLYPORT_ASSIGN(const auto node, findChangedNode(store, lines, heads.key()));
    if (node)
        return std::optional(*node);
    return store.read([&](storage::Transaction& transaction) -> Result<std::optional<TreeDamage>> {
        SALLYPORT_ASSIGN(const TreeEdge edge, readEdge(transaction));
        std::int64_t fitting = 0;
        bool doubtful = false;
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            if (!line->readable || !heads.key().fits(line->head))
                continue; // named below
            const auto root = line->head.size <= edge.size ? rootOf(storedNodes(transaction), line->head.size)
                                                           : Result<TreeHash>(makeError(ErrorCode::NotFound, {}));
            if (!root && root.error().code != ErrorCode::NotFound && root.error().code != ErrorCode::DatabaseDamaged)
                return root.error();
            SALLYPORT_ASSIGN(const auto known, readHeads(transaction, line->head.size + 1, 1));
            const bool stored = !known.empty() && known.front().size == line->head.size && known.front().root == line->head.root;
            const bool fits = root && *root == line->head.root;
            if (fits)
                fitting = std::max(fitting, line->head.size);
            if (fits && stored)
                break;
            doubtful = true;
        }
        const auto foreign = foreignLine(lines, heads.key());
        if (!doubtful && !foreign)
            return std::optional<TreeDamage>();
        SALLYPORT_ASSIGN(const std::int64_t sequence, sequenceAt(transaction, doubtful ? fitting : *foreign));
        return std::optional(
            TreeDamage{std::max<std::int64_t>(sequence, 1), doubtful ? ChainProblem::RolledBack : ChainProblem::HeadChanged});
    });
}

} // namespace sallyport::audit
