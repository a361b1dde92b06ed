#include "backend/audit/tree/merkle.h"

#include "backend/crypto/digest.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>
#include <utility>

namespace sallyport::audit {
namespace {

constexpr std::byte leafMark{0};
constexpr std::byte nodeMark{1};

/// The largest power of two below `size`, which is above 1.
std::int64_t splitOf(std::int64_t size)
{
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(size - 1)));
}

int levelOf(std::int64_t size)
{
    return std::countr_zero(static_cast<std::uint64_t>(size));
}

bool isComplete(std::int64_t size)
{
    return std::has_single_bit(static_cast<std::uint64_t>(size));
}

/// The root of leaves `begin` to `end`, which is one subtree of the tree and not empty.
Result<TreeHash> subtree(const NodeSource& nodes, std::int64_t begin, std::int64_t end)
{
    const std::int64_t size = end - begin;
    if (isComplete(size))
        return nodes(levelOf(size), begin / size);
    const std::int64_t middle = begin + splitOf(size);
    SALLYPORT_ASSIGN(const TreeHash left, subtree(nodes, begin, middle));
    SALLYPORT_ASSIGN(const TreeHash right, subtree(nodes, middle, end));
    return nodeHash(left, right);
}

Error outside()
{
    return makeError(ErrorCode::InvalidArgument, "The tree is not that large.");
}

Error otherLength()
{
    return makeError(ErrorCode::InvalidArgument, "The proof has another length than it should.");
}

Result<void> proveSelection(const NodeSource& nodes, std::span<const std::int64_t> positions, std::int64_t begin,
                            std::int64_t end, std::vector<TreeHash>& proof)
{
    if (positions.empty()) {
        SALLYPORT_ASSIGN(proof.emplace_back(), subtree(nodes, begin, end));
        return {};
    }
    if (end - begin == 1)
        return {};
    const std::int64_t middle = begin + splitOf(end - begin);
    const auto left = static_cast<std::size_t>(std::ranges::lower_bound(positions, middle) - positions.begin());
    SALLYPORT_TRY(proveSelection(nodes, positions.first(left), begin, middle, proof));
    return proveSelection(nodes, positions.subspan(left), middle, end, proof);
}

/// Takes hashes off the proof's front.
class SelectionReader {
public:
    SelectionReader(std::span<const std::int64_t> positions, std::span<const TreeHash> leaves, std::span<const TreeHash> proof)
        : m_positions(positions), m_leaves(leaves), m_proof(proof)
    {
    }

    Result<TreeHash> root(std::int64_t begin, std::int64_t end)
    {
        const bool selected = m_leaf < m_positions.size() && m_positions[m_leaf] < end;
        if (!selected) {
            if (m_used == m_proof.size())
                return otherLength();
            return m_proof[m_used++];
        }
        if (end - begin == 1)
            return m_leaves[m_leaf++];
        const std::int64_t middle = begin + splitOf(end - begin);
        SALLYPORT_ASSIGN(const TreeHash left, root(begin, middle));
        SALLYPORT_ASSIGN(const TreeHash right, root(middle, end));
        return nodeHash(left, right);
    }
    bool isOver() const { return m_used == m_proof.size() && m_leaf == m_positions.size(); }

private:
    const std::span<const std::int64_t> m_positions;
    const std::span<const TreeHash> m_leaves, m_proof;
    std::size_t m_leaf = 0, m_used = 0;
};

} // namespace

TreeHash leafHash(std::span<const std::byte> data)
{
    thread_local crypto::Sha256 hash;
    hash.update(std::span(&leafMark, 1));
    hash.update(data);
    return hash.finish();
}

TreeHash nodeHash(const TreeHash& left, const TreeHash& right)
{
    std::array<std::byte, 65> text;
    text[0] = nodeMark;
    std::memcpy(text.data() + 1, left.data(), left.size());
    std::memcpy(text.data() + 33, right.data(), right.size());
    return crypto::sha256(text);
}

TreeHash emptyRoot()
{
    return crypto::sha256({});
}

NodeSource nodesOf(std::vector<TreeHash> leaves)
{
    const auto shared = std::make_shared<const std::vector<TreeHash>>(std::move(leaves));
    return [shared](int level, std::int64_t position) -> Result<TreeHash> {
        const std::int64_t size = std::int64_t{1} << level;
        if ((position + 1) * size > static_cast<std::int64_t>(shared->size()))
            return outside();
        GrowingTree tree;
        for (std::int64_t leaf = position * size; leaf < (position + 1) * size; ++leaf)
            tree.add((*shared)[static_cast<std::size_t>(leaf)]);
        return tree.root();
    };
}

Result<TreeHash> rootOf(const NodeSource& nodes, std::int64_t size)
{
    if (size < 0)
        return outside();
    return size == 0 ? Result<TreeHash>(emptyRoot()) : subtree(nodes, 0, size);
}

Result<std::vector<TreeHash>> peaksOf(const NodeSource& nodes, std::int64_t size)
{
    if (size < 0)
        return outside();
    std::vector<TreeHash> peaks;
    for (std::int64_t begin = 0; begin < size;) {
        const auto width = static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(size - begin)));
        SALLYPORT_ASSIGN(peaks.emplace_back(), nodes(levelOf(width), begin / width));
        begin += width;
    }
    return peaks;
}

Result<std::vector<TreeHash>> inclusionProof(const NodeSource& nodes, std::int64_t index, std::int64_t size)
{
    if (index < 0 || index >= size)
        return outside();
    std::vector<TreeHash> proof;
    for (std::int64_t begin = 0, end = size; end - begin > 1;) {
        const std::int64_t middle = begin + splitOf(end - begin);
        if (index < middle) {
            SALLYPORT_ASSIGN(proof.emplace_back(), subtree(nodes, middle, end));
            end = middle;
        } else {
            SALLYPORT_ASSIGN(proof.emplace_back(), subtree(nodes, begin, middle));
            begin = middle;
        }
    }
    std::ranges::reverse(proof); // from the leaf up
    return proof;
}

Result<std::vector<TreeHash>> consistencyProof(const NodeSource& nodes, std::int64_t from, std::int64_t size)
{
    if (from < 0 || from > size)
        return outside();
    std::vector<TreeHash> proof;
    if (from == 0 || from == size)
        return proof;
    std::int64_t begin = 0, end = size;
    while (from != end) {
        const std::int64_t middle = begin + splitOf(end - begin);
        if (from <= middle) {
            SALLYPORT_ASSIGN(proof.emplace_back(), subtree(nodes, middle, end));
            end = middle;
        } else {
            SALLYPORT_ASSIGN(proof.emplace_back(), subtree(nodes, begin, middle));
            begin = middle;
        }
    }
    if (begin != 0) { // else it is the old root itself, which who checks has
        SALLYPORT_ASSIGN(proof.emplace_back(), subtree(nodes, begin, end));
    }
    std::ranges::reverse(proof);
    return proof;
}

Result<std::vector<TreeHash>> selectionProof(const NodeSource& nodes, std::span<const std::int64_t> positions, std::int64_t size)
{
    if (size < 0 || (!positions.empty() && (positions.front() < 0 || positions.back() >= size)))
        return outside();
    std::vector<TreeHash> proof;
    if (size > 0)
        SALLYPORT_TRY(proveSelection(nodes, positions, 0, size, proof));
    return proof;
}

Result<TreeHash> rootByInclusion(const TreeHash& leaf, std::int64_t index, std::int64_t size, std::span<const TreeHash> proof)
{
    if (index < 0 || index >= size)
        return outside();
    // §2.1.3.2.
    std::uint64_t node = static_cast<std::uint64_t>(index), last = static_cast<std::uint64_t>(size) - 1;
    TreeHash root = leaf;
    for (const TreeHash& hash : proof) {
        if (last == 0)
            return otherLength();
        if ((node & 1) != 0 || node == last) {
            root = nodeHash(hash, root);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            root = nodeHash(root, hash);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0)
        return otherLength();
    return root;
}

bool isConsistent(std::int64_t from, const TreeHash& fromRoot, std::int64_t size, const TreeHash& root,
                  std::span<const TreeHash> proof)
{
    if (from < 0 || from > size)
        return false;
    if (from == 0)
        return proof.empty() && fromRoot == emptyRoot();
    if (from == size)
        return proof.empty() && fromRoot == root;
    std::uint64_t node = static_cast<std::uint64_t>(from) - 1, last = static_cast<std::uint64_t>(size) - 1;
    while ((node & 1) != 0) {
        node >>= 1;
        last >>= 1;
    }
    std::size_t next = 0;
    TreeHash before = fromRoot, after = fromRoot;
    if (!isComplete(from)) {
        if (proof.empty())
            return false;
        before = after = proof[next++];
    }
    for (; next < proof.size(); ++next) {
        if (last == 0)
            return false;
        if ((node & 1) != 0 || node == last) {
            before = nodeHash(proof[next], before);
            after = nodeHash(proof[next], after);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            after = nodeHash(after, proof[next]);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && before == fromRoot && after == root;
}

Result<TreeHash> rootBySelection(std::span<const std::int64_t> positions, std::span<const TreeHash> leaves, std::int64_t size,
                                 std::span<const TreeHash> proof)
{
    if (positions.size() != leaves.size() || size < 0)
        return outside();
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (positions[i] < (i == 0 ? 0 : positions[i - 1] + 1) || positions[i] >= size)
            return outside();
    }
    if (size == 0)
        return proof.empty() ? Result<TreeHash>(emptyRoot()) : Result<TreeHash>(otherLength());
    SelectionReader reader(positions, leaves, proof);
    SALLYPORT_ASSIGN(const TreeHash root, reader.root(0, size));
    if (!reader.isOver())
        return otherLength();
    return root;
}

void GrowingTree::add(const TreeHash& leaf, const OnNode& onNode)
{
    if (onNode)
        onNode(0, m_size, leaf);
    TreeHash hash = leaf;
    int level = 0;
    // As many subtrees become one as the size ends with ones.
    for (std::int64_t position = m_size; (position & 1) != 0; position >>= 1) {
        hash = nodeHash(m_peaks.back(), hash);
        m_peaks.pop_back();
        ++level;
        if (onNode)
            onNode(level, position >> 1, hash);
    }
    m_peaks.push_back(hash);
    ++m_size;
}

TreeHash GrowingTree::root() const
{
    if (m_peaks.empty())
        return emptyRoot();
    TreeHash root = m_peaks.back();
    for (std::size_t i = m_peaks.size() - 1; i > 0; --i)
        root = nodeHash(m_peaks[i - 1], root);
    return root;
}

} // namespace sallyport::audit
