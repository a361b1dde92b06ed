#pragma once

#include "backend/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::audit {

/// SHA-256, of a leaf or of a node.
using TreeHash = std::array<std::byte, 32>;

// The hashing of RFC 9162 §2.1, and proofs over any tree whose complete subtrees somebody can tell. No state, any thread.

/// SHA-256(0x00 ‖ data).
TreeHash leafHash(std::span<const std::byte> data);
/// SHA-256(0x01 ‖ left ‖ right).
TreeHash nodeHash(const TreeHash& left, const TreeHash& right);
/// Of a tree without leaves: SHA-256 of nothing.
TreeHash emptyRoot();

/// The root of the complete subtree of 2^level leaves that begins at leaf position·2^level.
using NodeSource = std::function<Result<TreeHash>(int level, std::int64_t position)>;
/// Of leaves that are in memory.
NodeSource nodesOf(std::vector<TreeHash> leaves);

/// The root of the first `size` leaves.
Result<TreeHash> rootOf(const NodeSource& nodes, std::int64_t size);
/// Of the complete subtrees that the first `size` leaves are made of, the largest first.
Result<std::vector<TreeHash>> peaksOf(const NodeSource& nodes, std::int64_t size);
/// §2.1.3.1: that leaf `index` is one of `size`. InvalidArgument unless 0 <= index < size.
Result<std::vector<TreeHash>> inclusionProof(const NodeSource& nodes, std::int64_t index, std::int64_t size);
/// §2.1.4.1: that the tree of `from` leaves is the beginning of that of `size`. InvalidArgument unless 0 <= from <= size; of
/// nothing, and of the tree itself, an empty one.
Result<std::vector<TreeHash>> consistencyProof(const NodeSource& nodes, std::int64_t from, std::int64_t size);
/// That all leaves at `positions` (ascending) are of `size`: what is missing to their root, from left to right, each subtree
/// without any of them as one hash.
Result<std::vector<TreeHash>> selectionProof(const NodeSource& nodes, std::span<const std::int64_t> positions, std::int64_t size);

/// The root that leaf and proof lead to; InvalidArgument for a proof of another length.
Result<TreeHash> rootByInclusion(const TreeHash& leaf, std::int64_t index, std::int64_t size, std::span<const TreeHash> proof);
/// §2.1.4.2: whether the proof leads from the one root to the other.
bool isConsistent(std::int64_t from, const TreeHash& fromRoot, std::int64_t size, const TreeHash& root,
                  std::span<const TreeHash> proof);
/// The root that `leaves` at `positions` (ascending) and a selectionProof lead to; InvalidArgument for one of another length.
Result<TreeHash> rootBySelection(std::span<const std::int64_t> positions, std::span<const TreeHash> leaves, std::int64_t size,
                                 std::span<const TreeHash> proof);

/// A tree that is read from its first leaf to its last in constant memory.
class GrowingTree {
public:
    /// Told of each subtree that becomes complete, leaves too.
    using OnNode = std::function<void(int level, std::int64_t position, const TreeHash& hash)>;

    GrowingTree() = default;
    /// Goes on behind `size` leaves, which have these peaksOf.
    GrowingTree(std::vector<TreeHash> peaks, std::int64_t size) : m_peaks(std::move(peaks)), m_size(size) {}

    void add(const TreeHash& leaf, const OnNode& onNode = {});
    std::int64_t size() const noexcept { return m_size; }
    TreeHash root() const;

private:
    std::vector<TreeHash> m_peaks; ///< of the complete subtrees, the largest first
    std::int64_t m_size = 0;
};

} // namespace sallyport::audit
