#include "backend/base/secret_bytes.h"

#include <cstring>

namespace sallyport {

void wipe(std::span<std::byte> memory) noexcept
{
    if (memory.empty())
        return;
    std::memset(memory.data(), 0, memory.size());
    // The compiler must assume that this reads the memory, so it may not drop the memset before it.
    asm volatile("" : : "r"(memory.data()) : "memory");
}

void wipe(std::string& text) noexcept
{
    text.resize(text.capacity()); // no allocation; also reaches what a longer, earlier value left behind
    wipe(std::as_writable_bytes(std::span(text.data(), text.size())));
    text.clear();
}

bool equalConstantTime(std::span<const std::byte> a, std::span<const std::byte> b) noexcept
{
    if (a.empty() || a.size() != b.size())
        return false;
    const volatile std::byte* left = a.data();
    const volatile std::byte* right = b.data();
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::byte x = left[i];
        const std::byte y = right[i];
        difference |= std::to_integer<unsigned>(x ^ y);
    }
    return difference == 0;
}

SecretBytes SecretBytes::fromText(std::string_view text)
{
    return SecretBytes(asBytes(text));
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    if (this != &other) {
        clear();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

void SecretBytes::clear() noexcept
{
    wipe(std::span(m_bytes));
    m_bytes.clear();
}

} // namespace sallyport
