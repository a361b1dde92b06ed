#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace sallyport::api {

/// A set of HTTP statuses, 200 to 519. Others can't be in it.
class Statuses {
public:
    constexpr Statuses() = default;
    constexpr Statuses(std::initializer_list<int> statuses)
    {
        for (const int status : statuses)
            add(status);
    }

    constexpr void add(int status)
    {
        const auto place = static_cast<std::size_t>(status - first);
        m_bits.at(place / 64) |= std::uint64_t{1} << place % 64; // out of range: an exception, at start
    }
    constexpr bool has(int status) const noexcept
    {
        const auto place = static_cast<std::size_t>(status - first);
        return place / 64 < m_bits.size() && (m_bits[place / 64] >> place % 64 & 1) != 0;
    }
    /// Lowest first.
    std::vector<int> list() const
    {
        std::vector<int> all;
        for (int status = first; status < first + 64 * static_cast<int>(m_bits.size()); ++status) {
            if (has(status))
                all.push_back(status);
        }
        return all;
    }

private:
    static constexpr int first = 200;
    std::array<std::uint64_t, 5> m_bits{};
};

} // namespace sallyport::api
