#pragma once

#include "backend/base/random.h"

#include <atomic>
#include <cstdint>

namespace sallyport::test {

/// Repeatable "randomness" for tests: a counter through a mixing function (splitmix64). Fails on demand.
class TestRandom final : public RandomSource {
public:
    explicit TestRandom(std::uint64_t seed = 1) : m_state(seed) {}

    [[nodiscard]] bool fill(std::span<std::byte> out) override
    {
        if (m_failing.load())
            return false;
        for (std::byte& byte : out) {
            std::uint64_t z = m_state.fetch_add(0x9e3779b97f4a7c15) + 0x9e3779b97f4a7c15;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            byte = static_cast<std::byte>(z ^ (z >> 31));
        }
        return true;
    }
    void setFailing(bool failing) { m_failing.store(failing); }

private:
    std::atomic<std::uint64_t> m_state;
    std::atomic<bool> m_failing = false;
};

} // namespace sallyport::test
