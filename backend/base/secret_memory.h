#pragma once

#include <cstddef>
#include <new>

namespace sallyport {

/// How a process keeps its secrets.
enum class SecretMemory {
    Plain,   ///< in memory like any other
    Guarded, ///< between guard pages and left out of core dumps, but it may be swapped to disk
    Locked,  ///< never swapped either
};

/// From here on, secrets are put into OpenSSL's secure heap: locked, if the system allows it. For main(), before anything that
/// has a secret and before other threads; once. Without it they are in plain memory.
SecretMemory lockSecretMemory() noexcept;

/// Memory for a secret; when the secure heap has no room for it, plain memory. Any thread. Null if there is none.
[[nodiscard]] void* allocateSecret(std::size_t size) noexcept;
/// Wipes it.
void releaseSecret(void* memory, std::size_t size) noexcept;

/// For containers of secrets.
template <typename T>
struct SecretAllocator {
    using value_type = T;

    SecretAllocator() = default;
    template <typename Other>
    explicit SecretAllocator(const SecretAllocator<Other>&) noexcept
    {
    }
    T* allocate(std::size_t count)
    {
        if (void* memory = allocateSecret(count * sizeof(T)))
            return static_cast<T*>(memory);
        throw std::bad_alloc();
    }
    void deallocate(T* memory, std::size_t count) noexcept { releaseSecret(memory, count * sizeof(T)); }
    friend bool operator==(const SecretAllocator&, const SecretAllocator&) { return true; }
};

} // namespace sallyport
