#pragma once

#include "backend/base/random.h"

namespace sallyport::crypto {

/// OpenSSL's private DRBG, seeded by the kernel: for keys, tokens, nonces and ids. Thread-safe.
class SystemRandom final : public RandomSource {
public:
    [[nodiscard]] bool fill(std::span<std::byte> out) override;
};

} // namespace sallyport::crypto
