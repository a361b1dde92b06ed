#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport::protection::detection {

/// What kind of attack a rule knows, in the order in which they are shown. `Own` are the operator's own rules.
enum class AttackClass : std::uint8_t {
    Sql,
    NoSql,
    Script,
    Traversal, ///< and file inclusion
    Commands,
    Templates,
    Code,
    XmlEntities,
    LdapAndXPath,
    ServerRequests,
    HeaderSplitting,
    Log4Shell,
    Shellshock,
    PrototypePollution,
    ServerIncludes,
    Scanners,
    Own,
    Count_
};
inline constexpr std::size_t classCount = static_cast<std::size_t>(AttackClass::Count_);

/// `sql`, `nosql`, `script`, ...: for settings, API and metrics; never changes.
std::string_view classWord(AttackClass attackClass) noexcept;
/// The class of a word, if it is one.
std::optional<AttackClass> classOf(std::string_view word) noexcept;

enum class Severity : std::uint8_t { Low, Medium, High, Critical };
std::string_view severityWord(Severity severity) noexcept; ///< `low` | `medium` | `high` | `critical`

/// What is done about a class: nothing, hits are told but don't count towards the score, hits count.
enum class ClassMode : std::uint8_t { Off, Observe, Block };

} // namespace sallyport::protection::detection
