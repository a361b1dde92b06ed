#include "backend/base/id.h"

#include "backend/base/clock.h"
#include "backend/base/random.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace sallyport {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford: no I, L, O, U
constexpr std::size_t idLength = 26;
constexpr std::size_t timeBytes = 6;

void fillOrEnd(RandomSource& random, std::span<std::byte> bytes)
{
    if (random.fill(bytes))
        return;
    std::fputs("sallyport: the system gives no randomness\n", stderr);
    std::abort();
}

/// 130 bits in 26 digits; the first two bits are zero. `bytes` holds the randomness after the place of the time.
std::string toIdText(std::span<std::byte, 16> bytes, const Clock& clock)
{
    const auto elapsed = std::chrono::floor<std::chrono::milliseconds>(clock.now()).time_since_epoch().count();
    const auto millis = static_cast<std::uint64_t>(elapsed);
    for (std::size_t i = 0; i < timeBytes; ++i)
        bytes[i] = static_cast<std::byte>(millis >> (8 * (timeBytes - 1 - i)));

    std::string text(idLength, '0');
    unsigned window = 0;
    int bits = 2;
    std::size_t at = 0;
    for (const std::byte byte : bytes) {
        window = (window << 8) | std::to_integer<unsigned>(byte);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text[at++] = alphabet[(window >> bits) & 31];
        }
        window &= (1u << bits) - 1;
    }
    return text;
}

} // namespace

std::string newIdText(RandomSource& random, const Clock& clock)
{
    std::array<std::byte, 16> bytes{};
    fillOrEnd(random, std::span(bytes).subspan(timeBytes));
    return toIdText(bytes, clock);
}

std::string IdStock::next()
{
    std::array<std::byte, 16> bytes{};
    {
        const std::lock_guard lock(m_mutex);
        if (m_used == m_bytes.size()) {
            fillOrEnd(m_random, m_bytes);
            m_used = 0;
        }
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_used), randomBytes, bytes.begin() + timeBytes);
        m_used += randomBytes;
    }
    return toIdText(bytes, m_clock);
}

bool isIdText(std::string_view text) noexcept
{
    return text.size() == idLength && text.front() >= '0' && text.front() <= '7' &&
           std::all_of(text.begin(), text.end(), [](char c) { return alphabet.find(c) != alphabet.npos; });
}

} // namespace sallyport
