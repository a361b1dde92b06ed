#include "backend/audit/tree/tree_table.h"

#include <algorithm>

namespace sallyport::audit {
namespace {

enum class NodeColumn { Position, Hash, End };
constexpr storage::Columns<NodeColumn> nodeColumns{{{NodeColumn::Position, "position"}, {NodeColumn::Hash, "hash"}}};
constexpr auto nodesFrom =
    storage::select(nodeColumns, "FROM tree_nodes WHERE level = $1 AND position >= $2 ORDER BY position LIMIT $3");

enum class RunColumn { Position, Sequence, End };
constexpr storage::Columns<RunColumn> runColumns{{{RunColumn::Position, "position"}, {RunColumn::Sequence, "sequence"}}};
constexpr auto lastRun = storage::select(runColumns, "FROM tree_runs WHERE position <= $1 ORDER BY position DESC LIMIT 1");
constexpr auto runOfEvent = storage::select(runColumns, "FROM tree_runs WHERE sequence <= $1 ORDER BY position DESC LIMIT 1");

constexpr std::int64_t reservedMost = 1000; ///< nodes; who asks for more may get few

struct LeafRun {
    std::int64_t position = 0, sequence = 0;
};

template <typename Query>
Result<std::optional<LeafRun>> readRun(storage::Transaction& transaction, const Query& query, std::int64_t at)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(query));
    SALLYPORT_ASSIGN(const bool found, rows.bind(1, at).step());
    if (!found)
        return std::optional<LeafRun>();
    return std::optional(LeafRun{rows.row().integer(RunColumn::Position), rows.row().integer(RunColumn::Sequence)});
}

constexpr std::int64_t leavesOfANode = 8192;

Error torn()
{
    return makeError(ErrorCode::DatabaseDamaged, "The journal's tree has a gap.");
}

Result<std::int64_t> sizeOf(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT MAX(position) FROM tree_nodes WHERE level = 0"));
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found && !row.isNull() ? row.integer() + 1 : 0;
}

/// The root of the 2^above nodes of a stored level from `first` on. What is gone above the leaves is made of them again: they are
/// the tree, and a verification names what isn't there.
Result<TreeHash> rootAbove(storage::Transaction& transaction, int level, std::int64_t first, int above)
{
    const std::int64_t end = first + (std::int64_t{1} << above);
    SALLYPORT_ASSIGN(const std::vector<StoredNode> nodes, readNodes(transaction, level, first, end - first));
    GrowingTree tree;
    auto node = nodes.begin();
    for (std::int64_t position = first; position < end; ++position) {
        if (node != nodes.end() && node->position == position) {
            tree.add(node->hash);
            ++node;
            continue;
        }
        if (level == 0)
            return torn();
        SALLYPORT_ASSIGN(const TreeHash made,
                         rootAbove(transaction, level - storedLevels, position << storedLevels, storedLevels));
        tree.add(made);
    }
    return tree.root();
}

} // namespace

Result<void> writeNode(storage::Transaction& transaction, int level, std::int64_t position, const TreeHash& hash)
{
    SALLYPORT_ASSIGN(auto insert, transaction.prepare("INSERT INTO tree_nodes (level, position, hash) VALUES ($1, $2, $3) "
                                                      "ON CONFLICT (level, position) DO UPDATE SET hash = excluded.hash"));
    insert.bind(1, level).bind(2, position).bind(3, std::span<const std::byte>(hash));
    return insert.run();
}

Result<TreeEdge> readEdge(storage::Transaction& transaction)
{
    TreeEdge edge;
    SALLYPORT_ASSIGN(edge.size, sizeOf(transaction));
    if (edge.size > 0) {
        SALLYPORT_ASSIGN(edge.sequence, sequenceAt(transaction, edge.size - 1));
    }
    return edge;
}

Result<void> addLeaf(storage::Transaction& transaction, TreeEdge& edge, std::int64_t sequence, const TreeHash& leaf)
{
    if (edge.size == 0 || edge.sequence == 0 || sequence != edge.sequence + 1) {
        SALLYPORT_ASSIGN(auto run, transaction.prepare("INSERT INTO tree_runs (position, sequence) VALUES ($1, $2) "
                                                       "ON CONFLICT (position) DO UPDATE SET sequence = excluded.sequence"));
        SALLYPORT_TRY(run.bind(1, edge.size).bind(2, sequence).run());
    }
    SALLYPORT_TRY(writeNode(transaction, 0, edge.size, leaf));
    constexpr std::int64_t width = std::int64_t{1} << storedLevels;
    std::int64_t last = edge.size;
    for (int level = 0; last % width == width - 1; level += storedLevels, last /= width) {
        const auto node = rootAbove(transaction, level, last - width + 1, storedLevels);
        if (!node && node.error().code == ErrorCode::DatabaseDamaged)
            break; // who has taken leaves away doesn't stop the journal: a verification names the place
        if (!node)
            return node.error();
        SALLYPORT_TRY(writeNode(transaction, level + storedLevels, last / width, *node));
    }
    ++edge.size;
    edge.sequence = sequence;
    return {};
}

NodeSource storedNodes(storage::Transaction& transaction)
{
    return [&transaction](int level, std::int64_t position) {
        const int above = level % storedLevels;
        return rootAbove(transaction, level - above, position << above, above);
    };
}

NodeSource leafNodes(storage::Transaction& transaction)
{
    return [&transaction](int level, std::int64_t position) -> Result<TreeHash> {
        const std::int64_t first = position << level, end = first + (std::int64_t{1} << level);
        GrowingTree tree;
        while (first + tree.size() < end) {
            const std::int64_t next = first + tree.size();
            SALLYPORT_ASSIGN(const auto leaves, readNodes(transaction, 0, next, std::min(leavesOfANode, end - next)));
            for (const StoredNode& leaf : leaves) {
                if (leaf.position != first + tree.size())
                    return torn();
                tree.add(leaf.hash);
            }
            if (leaves.empty())
                return torn();
        }
        return tree.root();
    };
}

Result<std::optional<std::int64_t>> positionOf(storage::Transaction& transaction, std::int64_t sequence)
{
    SALLYPORT_ASSIGN(const auto run, readRun(transaction, runOfEvent, sequence));
    SALLYPORT_ASSIGN(const std::int64_t size, sizeOf(transaction));
    if (!run || run->position + (sequence - run->sequence) >= size)
        return std::optional<std::int64_t>();
    const std::int64_t position = run->position + (sequence - run->sequence);
    SALLYPORT_ASSIGN(const std::int64_t back, sequenceAt(transaction, position)); // a later run may have begun before it
    return back == sequence ? std::optional(position) : std::optional<std::int64_t>();
}

Result<std::int64_t> sequenceAt(storage::Transaction& transaction, std::int64_t position)
{
    SALLYPORT_ASSIGN(const auto run, readRun(transaction, lastRun, position));
    return run ? run->sequence + (position - run->position) : 0;
}

std::vector<std::pair<int, StoredNode>> growBy(GrowingTree& tree, const TreeHash& leaf)
{
    std::vector<std::pair<int, StoredNode>> above;
    tree.add(leaf, [&](int level, std::int64_t position, const TreeHash& hash) {
        if (level > 0 && level % storedLevels == 0)
            above.emplace_back(level, StoredNode{position, hash});
    });
    return above;
}

Result<bool> isStored(storage::Transaction& transaction, int level, const StoredNode& node)
{
    SALLYPORT_ASSIGN(const auto stored, readNodes(transaction, level, node.position, 1));
    return !stored.empty() && stored.front().position == node.position && stored.front().hash == node.hash;
}

Result<std::vector<StoredNode>> readNodes(storage::Transaction& transaction, int level, std::int64_t first, std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(nodesFrom));
    rows.bind(1, level).bind(2, first).bind(3, limit);
    std::vector<StoredNode> nodes;
    nodes.reserve(static_cast<std::size_t>(std::clamp<std::int64_t>(limit, 0, reservedMost)));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return nodes;
        StoredNode& node = nodes.emplace_back();
        node.position = rows.row().integer(NodeColumn::Position);
        if (const Bytes hash = rows.row().blob(NodeColumn::Hash); hash.size() == node.hash.size())
            std::ranges::copy(hash, node.hash.begin());
    }
}

} // namespace sallyport::audit
