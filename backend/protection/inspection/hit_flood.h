#pragma once

#include "backend/base/clock.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sallyport::protection {

/// Holds back what a flood would write: of one rule from one address so many hits a minute are written down; further ones are
/// counted, and answered with the id of the last that was. Bounded; asked only when something was hit. Thread-safe.
class HitFlood {
public:
    explicit HitFlood(const Clock& clock) : m_clock(clock) {}

    struct Turn {
        bool write = true;
        std::string incident;   ///< if it isn't to be written
        std::uint32_t more = 0; ///< if it is: those since the last one that weren't
    };
    Turn take(std::string_view address, std::string_view rule);
    /// What was written is there now.
    void written(std::string_view address, std::string_view rule, const std::string& incident);

    static constexpr std::uint32_t writtenAMinute = 20;
    static constexpr std::size_t keysKept = 4096;

private:
    struct Entry {
        SteadyTime minute;
        std::uint32_t count = 0, more = 0;
        std::string incident;
    };
    static std::string keyOf(std::string_view address, std::string_view rule);
    void makeRoom(SteadyTime now);

    const Clock& m_clock;
    std::mutex m_mutex;
    SteadyTime m_swept{};
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace sallyport::protection
