#pragma once

#include <compare>
#include <functional>
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

class RandomSource;
class Clock;

/// A new id: 48 bits of milliseconds and 80 random bits, 26 characters of Crockford's base 32, sortable by time.
/// Not a secret. Throws nothing; ends the program if the system has no randomness.
std::string newIdText(RandomSource& random, const Clock& clock);

/// True for text that newIdText could have made: 26 characters of its alphabet.
bool isIdText(std::string_view text) noexcept;

} // namespace sallyport

template <typename Tag>
struct std::hash<sallyport::Id<Tag>> {
    std::size_t operator()(const sallyport::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
