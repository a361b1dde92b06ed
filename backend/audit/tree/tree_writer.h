#pragma once

#include "backend/audit/event_table.h"
#include "backend/audit/tree/tree_table.h"

namespace sallyport::audit {

/// Adds leaves behind the tree's end, which it keeps in memory as long as nobody else has written. The writer's thread only.
class TreeWriter {
public:
    /// The leaf of `event`, which has just been put behind `before` and has this hash in the chain.
    Result<void> add(storage::Transaction& transaction, const TableHead& before, const Event& event, const ChainHash& hash);

private:
    /// The end behind the event with this number and hash. Another process, or work that was rolled back, has left another event
    /// behind: then it is read.
    TreeEdge m_edge;
    std::int64_t m_event = -1;
    ChainHash m_hash{};
};

} // namespace sallyport::audit
