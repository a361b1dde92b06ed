#pragma once

#include "backend/base/clock.h"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sallyport {

/// A map that never grows beyond its capacity: when full, the entry that was used longest ago goes. Entries may also
/// expire. Split into shards, each with its own lock, so that threads seldom meet. Thread-safe; values are copied out.
///
/// The capacity is shared out among the shards, so a shard may drop an entry while another still has room.
template <typename Key, typename Value, typename Hash = std::hash<Key>>
class BoundedCache {
public:
    /// No entry expires.
    explicit BoundedCache(std::size_t capacity, std::size_t shards = 16) : BoundedCache(nullptr, {}, capacity, shards) {}
    /// Entries expire `lifetime` after they were put (zero: never, unless `put` says otherwise).
    /// The clock must outlive the cache.
    BoundedCache(const Clock& clock, std::chrono::microseconds lifetime, std::size_t capacity, std::size_t shards = 16)
        : BoundedCache(&clock, lifetime, capacity, shards)
    {
    }

    /// A copy of the value, which becomes the most recently used; nothing if unknown or expired.
    std::optional<Value> find(const Key& key)
    {
        Shard& shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.index.find(key);
        if (found == shard.index.end())
            return std::nullopt;
        if (found->second->expires && m_clock->steady() >= *found->second->expires) {
            shard.entries.erase(found->second);
            shard.index.erase(found);
            return std::nullopt;
        }
        shard.entries.splice(shard.entries.begin(), shard.entries, found->second);
        return found->second->value;
    }

    /// Adds or replaces, with the cache's lifetime.
    void put(const Key& key, Value value) { put(key, std::move(value), m_lifetime); }

    /// Adds or replaces, with a lifetime of its own (needs the constructor with a clock; zero: never expires).
    void put(const Key& key, Value value, std::chrono::microseconds lifetime)
    {
        std::optional<SteadyTime> expires;
        if (m_clock != nullptr && lifetime.count() > 0)
            expires = m_clock->steady() + lifetime;
        Shard& shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        if (const auto found = shard.index.find(key); found != shard.index.end()) {
            found->second->value = std::move(value);
            found->second->expires = expires;
            shard.entries.splice(shard.entries.begin(), shard.entries, found->second);
            return;
        }
        if (shard.index.size() >= m_shardCapacity) {
            shard.index.erase(shard.entries.back().key);
            shard.entries.pop_back();
        }
        shard.entries.push_front(Entry{key, std::move(value), expires});
        shard.index.emplace(key, shard.entries.begin());
    }

    /// True if there was such an entry, expired or not.
    bool erase(const Key& key)
    {
        Shard& shard = shardOf(key);
        const std::lock_guard lock(shard.mutex);
        const auto found = shard.index.find(key);
        if (found == shard.index.end())
            return false;
        shard.entries.erase(found->second);
        shard.index.erase(found);
        return true;
    }

    void clear()
    {
        for (Shard& shard : m_shards) {
            const std::lock_guard lock(shard.mutex);
            shard.index.clear();
            shard.entries.clear();
        }
    }

    /// Entries held, expired ones that nobody asked for included.
    std::size_t size() const
    {
        std::size_t total = 0;
        for (const Shard& shard : m_shards) {
            const std::lock_guard lock(shard.mutex);
            total += shard.index.size();
        }
        return total;
    }

private:
    struct Entry {
        Key key;
        Value value;
        std::optional<SteadyTime> expires;
    };
    using Entries = std::list<Entry>; // most recently used first

    struct Shard {
        mutable std::mutex mutex;
        Entries entries;
        std::unordered_map<Key, typename Entries::iterator, Hash> index;
    };

    BoundedCache(const Clock* clock, std::chrono::microseconds lifetime, std::size_t capacity, std::size_t shards)
        : m_clock(clock), m_lifetime(lifetime),
          m_shards(std::bit_floor(std::clamp<std::size_t>(shards, 1, std::max<std::size_t>(capacity, 1)))),
          m_shardCapacity(std::max<std::size_t>(capacity / m_shards.size(), 1))
    {
    }

    /// The upper bits of a multiplied hash choose the shard, the map inside uses the lower ones.
    Shard& shardOf(const Key& key)
    {
        const std::uint64_t mixed = static_cast<std::uint64_t>(Hash{}(key)) * 0x9e3779b97f4a7c15u;
        return m_shards[(mixed >> 40) & (m_shards.size() - 1)];
    }

    const Clock* m_clock;
    std::chrono::microseconds m_lifetime;
    std::vector<Shard> m_shards;
    std::size_t m_shardCapacity;
};

} // namespace sallyport
