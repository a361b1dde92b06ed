#include "backend/journal/evidence_service.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/audit/tree/tree_table.h"
#include "backend/base/encoding.h"
#include "backend/base/limits.h"

namespace sallyport::journal {
namespace {

using access::Actor;
using access::Permission;

audit::Event headEvent(const Actor& actor)
{
    return access::eventBy(actor, audit::kind::headSigned);
}

std::vector<std::string> hexOfAll(const std::vector<audit::TreeHash>& hashes)
{
    std::vector<std::string> texts;
    texts.reserve(hashes.size());
    for (const audit::TreeHash& hash : hashes)
        texts.push_back(toHex(hash));
    return texts;
}

Error noSuchEvent()
{
    return makeError(ErrorCode::NotFound, "There is no such event.");
}

Error noSuchTree(std::string_view field)
{
    Error error(ErrorCode::InvalidArgument, "The tree has no such sizes");
    error.fields.push_back({std::string(field), "Is from 0 to the size of the tree, and not below the other", "range"});
    return error;
}

/// Of the event that the id names, if it is still there.
Result<std::int64_t> leafOfEvent(storage::Transaction& transaction, const audit::EventPlace& place)
{
    SALLYPORT_ASSIGN(const auto hash, audit::readHash(transaction, place.sequence));
    if (!hash || !place.marks(toHex(*hash)))
        return noSuchEvent();
    SALLYPORT_ASSIGN(const auto position, audit::positionOf(transaction, place.sequence));
    return position ? Result<std::int64_t>(*position) : Result<std::int64_t>(noSuchEvent());
}

struct SizesProof {
    audit::TreeHash fromRoot{}, toRoot{};
    std::vector<audit::TreeHash> hashes;
};

Result<SizesProof> proofOfSizes(const audit::NodeSource& nodes, std::int64_t from, std::int64_t to)
{
    SizesProof proof;
    SALLYPORT_ASSIGN(proof.hashes, audit::consistencyProof(nodes, from, to));
    SALLYPORT_ASSIGN(proof.fromRoot, audit::rootOf(nodes, from));
    SALLYPORT_ASSIGN(proof.toRoot, audit::rootOf(nodes, to));
    return proof;
}

/// Whether the proof holds, and the next signed head follows from where it leads.
Result<bool> isSound(storage::Transaction& transaction, const SizesProof& proof, std::int64_t from, std::int64_t to)
{
    if (!audit::isConsistent(from, proof.fromRoot, to, proof.toRoot, proof.hashes))
        return false;
    SALLYPORT_ASSIGN(const auto newest, audit::readHeads(transaction, 0, 1));
    if (newest.empty() || newest.front().size < to)
        return true; // nothing is signed of it yet
    const audit::SignedHead& head = newest.front();
    SALLYPORT_ASSIGN(const auto further, audit::consistencyProof(audit::storedNodes(transaction), to, head.size));
    return audit::isConsistent(to, proof.toRoot, head.size, head.root, further);
}

} // namespace

EvidenceService::EvidenceService(EvidenceParts parts) : m_parts(std::move(parts)), m_heads(audit::headsOf(m_parts.journal)) {}
EvidenceService::~EvidenceService() = default;

Result<Actor> EvidenceService::permit(const Actor& actor, Permission permission) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

TreeHead EvidenceService::shown(const audit::SignedHead& head) const
{
    return {head.size, toHex(head.root), head.time, toHex(head.signature), toHex(m_heads->key().publicKey().raw())};
}

std::string EvidenceService::fingerprint() const
{
    return m_heads->key().fingerprint();
}

Result<TreeState> EvidenceService::state(const Actor& actor)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsVerify));
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<TreeState> {
        SALLYPORT_ASSIGN(const audit::TreeEdge edge, audit::readEdge(transaction));
        SALLYPORT_ASSIGN(const audit::TreeHash root, audit::rootOf(audit::storedNodes(transaction), edge.size));
        return TreeState{edge.size, toHex(root), fingerprint()};
    });
}

Result<TreeHead> EvidenceService::head(const Actor& actor)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsVerify));
    SALLYPORT_ASSIGN(const audit::SignedHead head, m_heads->current(m_parts.journal, headEvent(actor)));
    return shown(head);
}

Result<std::vector<TreeHead>> EvidenceService::heads(const Actor& actor, std::int64_t below, std::uint32_t limit)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsVerify));
    if (limit < 1 || limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "The limit must be from 1 to 200.");
    SALLYPORT_ASSIGN(const auto stored, m_heads->list(below, limit));
    std::vector<TreeHead> list;
    for (const audit::SignedHead& head : stored)
        list.push_back(shown(head));
    return list;
}

Result<InclusionProof> EvidenceService::prove(const Actor& actor, std::string_view eventId)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsVerify));
    const auto place = audit::placeOf(eventId);
    if (!place)
        return noSuchEvent();
    InclusionProof proof;
    SALLYPORT_ASSIGN(proof.index,
                     m_parts.store.read([&](storage::Transaction& transaction) { return leafOfEvent(transaction, *place); }));
    SALLYPORT_ASSIGN(const audit::SignedHead head, m_heads->over(m_parts.journal, headEvent(actor), proof.index));
    proof.head = shown(head);
    SALLYPORT_TRY(m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        const audit::NodeSource nodes = audit::storedNodes(transaction);
        SALLYPORT_ASSIGN(auto hashes, audit::inclusionProof(nodes, proof.index, head.size));
        SALLYPORT_ASSIGN(const audit::TreeHash leaf, nodes(0, proof.index));
        if (const auto root = audit::rootByInclusion(leaf, proof.index, head.size, hashes); !root || *root != head.root) {
            // Somebody has changed what is stored above the leaves, which decide.
            if (auto made = audit::inclusionProof(audit::leafNodes(transaction), proof.index, head.size))
                hashes = std::move(*made);
        }
        proof.hashes = hexOfAll(hashes);
        proof.leaf = toHex(leaf);
        return {};
    }));
    return proof;
}

Result<ConsistencyProof> EvidenceService::consistency(const Actor& actor, std::int64_t from, std::int64_t to)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsVerify));
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<ConsistencyProof> {
        SALLYPORT_ASSIGN(const audit::TreeEdge edge, audit::readEdge(transaction));
        if (to < 0 || to > edge.size)
            return noSuchTree("to");
        if (from < 0 || from > to)
            return noSuchTree("from");
        SALLYPORT_ASSIGN(const SizesProof proof, proofOfSizes(audit::storedNodes(transaction), from, to));
        SALLYPORT_ASSIGN(const bool sound, isSound(transaction, proof, from, to));
        if (!sound) {
            // Somebody has changed what is stored above the leaves, which decide.
            if (const auto made = proofOfSizes(audit::leafNodes(transaction), from, to))
                return ConsistencyProof{from, to, toHex(made->fromRoot), toHex(made->toRoot), hexOfAll(made->hashes)};
        }
        return ConsistencyProof{from, to, toHex(proof.fromRoot), toHex(proof.toRoot), hexOfAll(proof.hashes)};
    });
}

} // namespace sallyport::journal
