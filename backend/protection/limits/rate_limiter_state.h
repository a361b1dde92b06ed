#pragma once

#include "backend/protection/limits/rate_limiter.h"
#include "backend/protection/limits/rate_override_table.h"
#include "backend/protection/limits/rate_table.h"

#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <mutex>

namespace sallyport::protection {

inline constexpr std::size_t rateShardCount = 128;
inline constexpr std::size_t firstOwnSlot = static_cast<std::size_t>(RateClass::Own);
static_assert(firstOwnSlot + ownRulesMost == rateSlots);
/// What the limiter's clock says at its start: counts that were saved are older, and no time is below zero.
inline constexpr std::int64_t rateTimeAtStart = std::int64_t{70} * 86'400 * 1'000'000;

/// Multiplies and folds with a random seed: who chooses addresses cannot choose places, nor whom they share one with.
struct RateTagHash {
    std::array<std::uint64_t, 4> seed{};

    static std::uint64_t fold(std::uint64_t a, std::uint64_t b) noexcept
    {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    }

    /// Never 0, which is nobody.
    std::uint64_t operator()(std::uint64_t salt, char kind, std::string_view text) const noexcept
    {
        std::uint64_t hash = fold(seed[0] ^ salt, seed[1] | 1);
        hash = fold(hash ^ (text.size() << 8 | static_cast<unsigned char>(kind)), seed[2] | 1);
        while (!text.empty()) {
            std::uint64_t word = 0;
            const std::size_t bytes = std::min(text.size(), sizeof word);
            std::memcpy(&word, text.data(), bytes);
            hash = fold(hash ^ word, seed[3] | 1) ^ seed[bytes & 3];
            text.remove_prefix(bytes);
        }
        hash = fold(hash, seed[1] | 1);
        return hash != 0 ? hash : 1;
    }
};

/// A network as words that are read and written one by one.
using RateNetworkWords = std::array<std::uint64_t, 3>;
static_assert(sizeof(RateNetworkWords) == sizeof(Cidr));

inline std::chrono::seconds wholeWaitSeconds(std::int64_t micros) noexcept
{
    const auto up = std::chrono::ceil<std::chrono::seconds>(std::chrono::microseconds(micros));
    return std::max(up, std::chrono::seconds(1));
}

/// Bytes of the network, and their kind.
inline CountedCaller countedCallerOf(const IpAddress& network) noexcept
{
    const auto& bytes = network.bytes();
    return {network.isV4() ? CountedCaller::V4 : CountedCaller::V6,
            std::string_view(reinterpret_cast<const char*>(bytes.data()), network.isV4() ? 4 : bytes.size())};
}

struct RateLimiter::State {
    explicit State(const Clock& clockToUse) : clock(clockToUse), start(clockToUse.steady()) {}

    const Clock& clock;
    const SteadyTime start;
    RateTagHash hash;
    std::array<std::atomic<std::uint64_t>, rateSlots> shapes{};
    std::array<std::atomic<std::uint64_t>, rateSlots> salts{};
    std::array<RateShard, rateShardCount> shards;
    RateOverrideTable overrides;

    /// Which own rules are for which route. Replaced as a whole once, when the server is made; then only its words change.
    std::vector<std::atomic<std::uint64_t>> routes;

    std::atomic<bool> standardNames{true}, guideNames{false};

    // What is read seldom.
    mutable std::mutex mutex;
    std::array<std::string, ownRulesMost> ownIds;

    /// Exempt networks: read without a lock by whoever sees the same even number before and after.
    std::atomic<std::uint32_t> exemptTurn{0};
    std::atomic<std::uint32_t> exemptCount{0};
    std::array<std::array<std::atomic<std::uint64_t>, std::tuple_size_v<RateNetworkWords>>, exemptMost> exemptNetworks{};
    std::string exemptText;

    std::int64_t now() const noexcept
    {
        return rateTimeAtStart + std::chrono::duration_cast<std::chrono::microseconds>(clock.steady() - start).count();
    }
    RateShard& shardOf(std::uint64_t tag) noexcept { return shards[(tag * 0x9e3779b97f4a7c15u) >> 57]; }
    RateShape shapeOf(std::size_t slot) const noexcept { return RateShape::unpack(shapes[slot].load(std::memory_order_relaxed)); }
    std::uint64_t tagOf(std::size_t slot, const CountedCaller& caller) const noexcept
    {
        return hash(salts[slot].load(std::memory_order_relaxed), caller.kind, caller.text);
    }

    /// What a caller of a rule may, with numbers of their own.
    RateShape shapeOf(std::size_t slot, std::uint64_t tag, std::int64_t at) const noexcept
    {
        const RateShape rule = shapeOf(slot);
        return overrides.of(tag, rule, at).value_or(rule);
    }

    Decision check(std::size_t slot, RateShape shape, const CountedCaller& caller, std::uint32_t cost) noexcept;
    Decision check(std::size_t slot, const CountedCaller& caller, std::uint32_t cost) noexcept
    {
        return check(slot, shapeOf(slot), caller, cost);
    }
    Decision checkKeyed(std::size_t slot, const UserId& principal, const KeyId& key, std::uint32_t cost) noexcept;
    void refused(RateShard& shard, RateCount& count, Decision& decision, std::size_t slot, std::int64_t now) noexcept;
    void setExempt(const std::string& text);
};

} // namespace sallyport::protection
