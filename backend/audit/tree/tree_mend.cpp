#include "backend/audit/tree/tree_mend.h"

#include "backend/audit/tree/tree_table.h"

#include <algorithm>

namespace sallyport::audit {
namespace {

constexpr std::int64_t leavesMended = 8192; ///< that are read at once

struct UpperNode {
    int level = 0;
    StoredNode node;
};

/// Builds the tree of its leaves and compares it with the nodes that are stored.
class NodeMending {
public:
    NodeMending(storage::Store& store, const SignedHead& head) : m_store(store), m_head(head) {}

    /// False if the leaves don't lead to the head.
    Result<bool> look()
    {
        SALLYPORT_ASSIGN(const TreeEdge edge, m_store.read(readEdge));
        bool fits = false;
        while (m_tree.size() < edge.size) {
            SALLYPORT_ASSIGN(const auto page, m_store.read([&](storage::Transaction& transaction) {
                return readNodes(transaction, 0, m_tree.size(), std::min(leavesMended, edge.size - m_tree.size()));
            }));
            for (const StoredNode& leaf : page) {
                if (leaf.position != m_tree.size())
                    return false;
                m_tree.add(leaf.hash, [this](int level, std::int64_t position, const TreeHash& hash) {
                    if (level > 0 && level % storedLevels == 0)
                        m_made.push_back({level, {position, hash}});
                });
                fits = fits || (m_tree.size() == m_head.size && m_tree.root() == m_head.root);
            }
            if (page.empty())
                return false;
            SALLYPORT_TRY(compare());
        }
        return fits;
    }

    Result<std::int64_t> write()
    {
        const Result<void> written = m_store.write([this](storage::Transaction& transaction) -> Result<void> {
            for (const UpperNode& one : m_wrong)
                SALLYPORT_TRY(writeNode(transaction, one.level, one.node.position, one.node.hash));
            return {};
        });
        SALLYPORT_TRY(written);
        return std::ssize(m_wrong);
    }

private:
    Result<void> compare()
    {
        return m_store.read([this](storage::Transaction& transaction) -> Result<void> {
            for (const UpperNode& one : m_made) {
                SALLYPORT_ASSIGN(const auto stored, readNodes(transaction, one.level, one.node.position, 1));
                const bool same =
                    !stored.empty() && stored.front().position == one.node.position && stored.front().hash == one.node.hash;
                if (!same)
                    m_wrong.push_back(one);
            }
            m_made.clear();
            return {};
        });
    }

    storage::Store& m_store;
    const SignedHead& m_head;
    GrowingTree m_tree;
    std::vector<UpperNode> m_made, m_wrong;
};

} // namespace

Result<std::int64_t> mendNodes(storage::Store& store, const SignedHeads& heads)
{
    SALLYPORT_ASSIGN(const auto head, heads.newest());
    if (!head || !heads.key().fits(*head))
        return std::int64_t{0};
    NodeMending mending(store, *head);
    SALLYPORT_ASSIGN(const bool fits, mending.look());
    return fits ? mending.write() : Result<std::int64_t>(std::int64_t{0});
}

} // namespace sallyport::audit
