#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

namespace sallyport {

/// An opaque identifier that cannot be mixed up with another kind's. Empty means "none".
template <typename Tag>
class Id {
public:
    Id() = default;
    explicit Id(std::string text) : m_text(std::move(text)) {}

    const std::string& text() const noexcept { return m_text; }
    bool empty() const noexcept { return m_text.empty(); }
    auto operator<=>(const Id&) const = default;

private:
    std::string m_text;
};

using UserId = Id<struct UserTag>;
using RoleId = Id<struct RoleTag>;
using SessionId = Id<struct SessionTag>;
using RequestId = Id<struct RequestTag>;
/// The public part of an API key, `7QK3M2XA` in `spk_7QK3M2XA_...`.
using KeyId = Id<struct KeyTag>;
using ProviderId = Id<struct ProviderTag>;

class RandomSource;
class Clock;

/// A new id: 48 bits of milliseconds and 80 random bits, 26 characters of Crockford's base 32, sortable by time.
/// Not a secret. Throws nothing; ends the program if the system has no randomness.
std::string newIdText(RandomSource& random, const Clock& clock);

/// Makes such ids with randomness that is fetched for many at a time: a fetch costs a system call. For what is needed
/// with every request; not for secrets. Thread-safe.
class IdStock {
public:
    /// Both must outlive it.
    IdStock(RandomSource& random, const Clock& clock) : m_random(random), m_clock(clock) {}

    std::string next();

private:
    static constexpr std::size_t randomBytes = 10;
    static constexpr std::size_t stocked = 64;

    RandomSource& m_random;
    const Clock& m_clock;
    std::mutex m_mutex;
    std::array<std::byte, randomBytes * stocked> m_bytes{};
    std::size_t m_used = randomBytes * stocked;
};

/// True for text that newIdText could have made: 26 characters of its alphabet.
bool isIdText(std::string_view text) noexcept;

} // namespace sallyport

template <typename Tag>
struct std::hash<sallyport::Id<Tag>> {
    std::size_t operator()(const sallyport::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
