#include "backend/audit/tree/tree_acceptance.h"

namespace sallyport::audit {

Result<ChainHash> treeFingerprint(storage::Transaction& transaction, const Chain& chain, std::int64_t last)
{
    SALLYPORT_ASSIGN(const auto position, positionOf(transaction, last));
    std::string root = "none";
    if (position) {
        const auto found = rootOf(storedNodes(transaction), *position + 1);
        if (!found && found.error().code != ErrorCode::DatabaseDamaged)
            return found.error();
        if (found)
            root = hexOf(*found);
    }
    return chain.seal("tree " + std::to_string(last) + ' ' + root);
}

Result<bool> isAccepted(storage::Transaction& transaction, const Chain& chain, const TreeDamage& damage)
{
    if (problemInfo(damage.problem).of != ProblemOf::Tree)
        return false;
    SALLYPORT_ASSIGN(const auto acceptances, readAcceptances(transaction, chain));
    for (const Acceptance& one : acceptances) {
        if (!one.ofTree() || !one.covers(damage.sequence))
            continue;
        SALLYPORT_ASSIGN(const ChainHash seal, treeFingerprint(transaction, chain, one.last));
        if (seal == one.fingerprint)
            return true;
    }
    return false;
}

} // namespace sallyport::audit
