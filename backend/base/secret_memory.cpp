#include "backend/base/secret_memory.h"

#include "backend/base/secret_bytes.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

#include <cstdlib>

namespace sallyport {
namespace {

constexpr std::size_t heapSize = 512 * 1024; // a tenth of what Debian lets a user lock; keys have 32 to 2,000 bytes
constexpr std::size_t smallest = 32;
constexpr std::size_t largest = 8 * 1024; // a body with passwords lives for one request only

} // namespace

SecretMemory lockSecretMemory() noexcept
{
    switch (CRYPTO_secure_malloc_init(heapSize, smallest)) {
    case 1: return SecretMemory::Locked;
    case 2: return SecretMemory::Guarded;
    default: ERR_clear_error(); return SecretMemory::Plain;
    }
}

void* allocateSecret(std::size_t size) noexcept
{
    if (size <= largest && CRYPTO_secure_malloc_initialized() == 1) {
        ERR_set_mark();
        void* const memory = CRYPTO_secure_malloc(size, OPENSSL_FILE, OPENSSL_LINE);
        ERR_pop_to_mark();
        if (memory != nullptr)
            return memory;
    }
    return std::malloc(size);
}

void releaseSecret(void* memory, std::size_t size) noexcept
{
    if (memory == nullptr)
        return;
    if (CRYPTO_secure_allocated(memory) == 1)
        return CRYPTO_secure_clear_free(memory, size, OPENSSL_FILE, OPENSSL_LINE);
    wipe(std::span(static_cast<std::byte*>(memory), size));
    std::free(memory);
}

} // namespace sallyport
