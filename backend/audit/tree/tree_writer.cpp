#include "backend/audit/tree/tree_writer.h"

#include "backend/audit/tree/leaf.h"

namespace sallyport::audit {

Result<void> TreeWriter::add(storage::Transaction& transaction, const TableHead& before, const Event& event,
                             const ChainHash& hash)
{
    const bool known = m_event == before.sequence && m_hash == before.hash;
    m_event = -1;
    if (!known) {
        SALLYPORT_ASSIGN(m_edge, readEdge(transaction));
    }
    SALLYPORT_TRY(addLeaf(transaction, m_edge, event.sequence, leafOf(event, hash)));
    m_event = event.sequence;
    m_hash = hash;
    return {};
}

} // namespace sallyport::audit
