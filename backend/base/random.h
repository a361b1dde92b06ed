#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sallyport {

/// Where secrets and ids come from. Injected; crypto/system_random.h is the real one, from OpenSSL's private DRBG.
/// Thread-safe.
class RandomSource {
public:
    virtual ~RandomSource() = default;

    /// Fills all of `out` or returns false; a caller that needs a secret must then fail.
    [[nodiscard]] virtual bool fill(std::span<std::byte> out) = 0;
};

/// Uniform in [0, bound), by rejection, never modulo. Ends the program if there is no randomness.
std::uint32_t uniformBelow(RandomSource& random, std::uint32_t bound);

} // namespace sallyport
