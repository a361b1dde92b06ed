#include "backend/crypto/system_random.h"

#include <openssl/rand.h>

#include <algorithm>
#include <limits>

namespace sallyport::crypto {

bool SystemRandom::fill(std::span<std::byte> out)
{
    while (!out.empty()) {
        const std::size_t part = std::min<std::size_t>(out.size(), std::numeric_limits<int>::max());
        if (RAND_priv_bytes(reinterpret_cast<unsigned char*>(out.data()), static_cast<int>(part)) != 1)
            return false;
        out = out.subspan(part);
    }
    return true;
}

} // namespace sallyport::crypto
