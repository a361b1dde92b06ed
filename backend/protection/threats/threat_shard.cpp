#include "backend/protection/threats/threat_shard.h"

namespace sallyport::protection {
namespace {

constexpr int looked = 16; ///< of the longest quiet ones, to find the one with the least score

} // namespace

void ThreatShard::open(std::size_t capacity, const NetworkHash& hash)
{
    m_capacity = capacity;
    m_index = Index(0, hash);
}

void ThreatShard::unlink(std::uint32_t at) noexcept
{
    Place& place = m_places[at];
    Ends& list = ends(place.scored);
    (place.newer == none ? list.newest : m_places[place.newer].older) = place.older;
    (place.older == none ? list.oldest : m_places[place.older].newer) = place.newer;
    place.newer = place.older = none;
}

void ThreatShard::pushFront(std::uint32_t at) noexcept
{
    Place& place = m_places[at];
    Ends& list = ends(place.scored);
    place.older = list.newest;
    if (list.newest != none)
        m_places[list.newest].newer = at;
    list.newest = at;
    if (list.oldest == none)
        list.oldest = at;
}

ThreatClient* ThreatShard::find(const IpAddress& network)
{
    const auto found = m_index.find(network);
    return found == m_index.end() ? nullptr : &m_places[found->second].client;
}

ThreatClient& ThreatShard::touch(const IpAddress& network)
{
    if (const auto found = m_index.find(network); found != m_index.end()) {
        const std::uint32_t at = found->second;
        if (ends(m_places[at].scored).newest != at) {
            unlink(at);
            pushFront(at);
        }
        return m_places[at].client;
    }
    if (m_index.size() >= m_capacity)
        remove(m_places[m_plain.oldest != none ? m_plain.oldest : leastScored(false)].client.address());
    std::uint32_t at = none;
    if (!m_free.empty()) {
        at = m_free.back();
        m_free.pop_back();
        m_places[at] = Place(network);
    } else {
        at = static_cast<std::uint32_t>(m_places.size());
        m_places.emplace_back(network);
    }
    m_index.emplace(network, at);
    pushFront(at);
    return m_places[at].client;
}

bool ThreatShard::remove(const IpAddress& network)
{
    const auto found = m_index.find(network);
    if (found == m_index.end())
        return false;
    const std::uint32_t at = found->second;
    m_index.erase(found);
    unlink(at);
    if (m_places[at].client.remembers())
        --m_memories;
    m_places[at] = Place(IpAddress());
    m_free.push_back(at);
    return true;
}

void ThreatShard::sort(const ThreatClient& client)
{
    const auto found = m_index.find(client.address());
    if (found == m_index.end())
        return;
    const bool scored = client.score() >= ThreatScores::keptFrom;
    if (m_places[found->second].scored == scored)
        return;
    unlink(found->second);
    m_places[found->second].scored = scored;
    pushFront(found->second);
}

std::uint32_t ThreatShard::leastScored(bool remembering) const noexcept
{
    std::uint32_t least = none;
    double score = 0;
    int seen = 0;
    for (std::uint32_t at = m_scored.oldest; at != none && seen < looked; at = m_places[at].newer) {
        const ThreatClient& client = m_places[at].client;
        if (remembering && !client.remembers())
            continue;
        ++seen;
        if (least == none || client.score() < score) {
            least = at;
            score = client.score();
        }
    }
    return least;
}

void ThreatShard::letRemember(ThreatClient& client, std::int64_t nowMs)
{
    if (client.remembers())
        return;
    if (m_memories >= memoriesMost) {
        const std::uint32_t least = leastScored(true);
        if (least == none || m_places[least].client.score() > client.score())
            return;
        m_places[least].client.endMemory();
        --m_memories;
    }
    client.beginMemory(nowMs);
    ++m_memories;
}

} // namespace sallyport::protection
