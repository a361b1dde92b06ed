#pragma once

#include "backend/protection/threats/threat_client.h"

#include <bit>
#include <cstring>
#include <mutex>
#include <unordered_map>

namespace sallyport::protection {

/// Multiply and fold with a random seed: who chooses addresses cannot choose buckets.
struct NetworkHash {
    std::array<std::uint64_t, 3> seed{0x9e3779b97f4a7c15U, 0xbf58476d1ce4e5b9U, 0x94d049bb133111ebU};

    std::size_t operator()(const IpAddress& address) const noexcept
    {
        std::array<std::uint64_t, 2> words{};
        std::memcpy(words.data(), address.bytes().data(), sizeof words);
        std::uint64_t hash = seed[0] ^ (address.isV4() ? 4U : 6U);
        for (std::size_t i = 0; i < words.size(); ++i) {
            __extension__ using Wide = unsigned __int128;
            const Wide product = static_cast<Wide>(hash ^ words[i]) * (seed[i + 1] | 1);
            hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
        }
        return hash ^ (hash >> 29);
    }
};

/// A part of the clients with its own lock. Two rings of use: clients without a score go first, whoever has one stays.
class ThreatShard {
public:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t memoriesMost = 64;

    void open(std::size_t capacity, const NetworkHash& hash);
    /// The client, made if need be, and now the one that was used last.
    ThreatClient& touch(const IpAddress& network);
    ThreatClient* find(const IpAddress& network);
    bool remove(const IpAddress& network);
    /// To be called when the client that touch() gave has a score now, or none any more.
    void sort(const ThreatClient& client);
    /// Gives it a memory, if need be that of one with a lower score that has been quiet for long.
    void letRemember(ThreatClient& client, std::int64_t nowMs);
    template <typename Visit>
    void each(Visit&& visit)
    {
        for (const auto& [network, place] : m_index)
            visit(m_places[place].client);
    }
    std::size_t size() const noexcept { return m_index.size(); }

    mutable std::mutex mutex;
    std::shared_ptr<const ScoreRules> rules = std::make_shared<const ScoreRules>();

private:
    struct Place {
        explicit Place(const IpAddress& network) : client(network) {}
        ThreatClient client;
        std::uint32_t newer = none, older = none;
        bool scored = false;
    };
    struct Ends {
        std::uint32_t newest = none, oldest = none;
    };
    using Index = std::unordered_map<IpAddress, std::uint32_t, NetworkHash>;

    Ends& ends(bool scored) noexcept { return scored ? m_scored : m_plain; }
    void unlink(std::uint32_t at) noexcept;
    void pushFront(std::uint32_t at) noexcept;
    /// Of the longest quiet ones with a score the one with the least; `remembering`: of those that have a memory.
    std::uint32_t leastScored(bool remembering) const noexcept;

    std::size_t m_capacity = 1, m_memories = 0;
    std::vector<Place> m_places;
    std::vector<std::uint32_t> m_free;
    Index m_index;
    Ends m_plain, m_scored;
};

} // namespace sallyport::protection
