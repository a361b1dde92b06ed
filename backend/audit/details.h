#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::audit {

/// Writes `Event::detailsJson`: one JSON object, members in the order of the calls. Values are escaped here; a caller
/// never builds JSON by hand. `change` collects into `changes: [{"field", "old", "new"}]`, which the window draws as a
/// table; never pass a secret, say `("password", "", "changed")`.
class Details {
public:
    Details& text(std::string_view key, std::string_view value);
    Details& number(std::string_view key, std::int64_t value);
    Details& flag(std::string_view key, bool value);
    /// Nothing is added if both are equal.
    Details& change(std::string_view field, std::string_view oldValue, std::string_view newValue);
    /// True if no call added anything.
    bool empty() const noexcept { return m_members.empty() && m_changes.empty(); }
    std::string json() const;

private:
    void key(std::string& to, std::string_view name);
    std::string m_members;
    std::string m_changes;
};

} // namespace sallyport::audit
