#include "backend/base/random.h"

#include <array>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace sallyport {

std::uint32_t uniformBelow(RandomSource& random, std::uint32_t bound)
{
    if (bound <= 1)
        return 0;
    // Everything from `usable` up would make the low remainders more likely, so it is drawn again.
    constexpr std::uint64_t range = std::uint64_t{std::numeric_limits<std::uint32_t>::max()} + 1;
    const std::uint64_t usable = range - range % bound;
    for (;;) {
        std::array<std::byte, sizeof(std::uint32_t)> bytes;
        if (!random.fill(bytes)) {
            std::fputs("sallyport: the system gives no randomness\n", stderr);
            std::abort();
        }
        const auto number = std::bit_cast<std::uint32_t>(bytes);
        if (number < usable)
            return number % bound;
    }
}

} // namespace sallyport
