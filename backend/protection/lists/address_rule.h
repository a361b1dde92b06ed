#pragma once

#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/base/ip_address.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

using AddressRuleId = Id<struct AddressRuleTag>;

/// Rules that a vault holds, of all kinds.
inline constexpr std::size_t addressRulesMost = 200'000;
/// Lines of one import, and its bytes.
inline constexpr std::size_t addressImportLines = 100'000;
inline constexpr std::size_t addressImportBytes = 8u << 20;
/// Code points.
inline constexpr std::size_t addressReasonLimit = 500;
/// The longest time that a rule may be given; without one it stays.
inline constexpr std::chrono::seconds addressRuleLongest{10 * 366 * 86400};

enum class AddressAction : std::uint8_t { Block, Allow };

/// `block` | `allow`
constexpr std::string_view actionWord(AddressAction action) noexcept
{
    return action == AddressAction::Block ? "block" : "allow";
}

/// What added to the score that led to a ban: `+20 scanning: 34 paths in 60 s`.
struct BanSignal {
    std::string word; ///< of the threat signal: `scanning`
    double points = 0;
    std::vector<std::string> values; ///< what its sentence is about: `34`, `60`
    bool operator==(const BanSignal&) const = default;
};

/// One address or range that is kept out, or always let in.
struct AddressRule {
    AddressRuleId id;
    std::string address; ///< canonical: `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`; IPv4-mapped as IPv4
    AddressAction action = AddressAction::Block;
    std::string reason;                 ///< plain text, one line
    std::string createdBy;              ///< a name as it was then
    std::optional<std::uint32_t> score; ///< set: a ban that the score made
    std::vector<BanSignal> signals;     ///< of such a ban
    std::uint32_t step = 0;             ///< which ban of this address it is, from 1; 0: not by score
    UtcTime createdAt;
    std::optional<UtcTime> expiresAt; ///< nothing: it stays
    std::uint64_t hits = 0;           ///< requests that it refused, or let in; up to a minute old
    std::optional<UtcTime> lastHit;
    std::string place; ///< `Netherlands · Example Hosting`, by the operator's own files; empty: not known
};

struct AddressRuleQuery {
    enum class Sort : std::uint8_t { Address, Created, Expires, Hits, LastHit };
    std::string text; ///< part of address, reason or creator, or an address: what holds for it is found, too
    std::optional<AddressAction> action;
    std::optional<bool> byScore; ///< only those that the score made, or only the others
    Sort sort = Sort::Created;
    bool descending = true;
    std::uint32_t limit = 50; ///< 1..200
    std::uint64_t offset = 0; ///< instead of a cursor
    std::string cursor;
};

struct AddressRulePage {
    std::vector<AddressRule> rules;
    std::int64_t total = 0;
    std::string nextCursor; ///< empty: this is the last page
};

/// Words as they come from outside.
struct NewAddressRule {
    std::string address; ///< an address or a range
    std::string action = "block";
    std::string reason;
    std::optional<std::chrono::seconds> expiresIn;
};

/// Only what is set changes.
struct AddressRulePatch {
    std::optional<std::string> reason;
    std::optional<std::optional<std::chrono::seconds>> expiresIn; ///< from now; nothing inside: it stays
};

/// A plain list: one address or range a line, `#` and `;` begin comments. A comment behind an address is its reason.
struct AddressImport {
    std::string text;
    std::string action = "block";
    std::string reason = {}; ///< of lines without a comment
    std::optional<std::chrono::seconds> expiresIn = {};
    bool tryOnly = false; ///< tells what would happen
};

struct AddressImportResult {
    struct Line {
        std::size_t number = 0; ///< from 1
        std::string why;        ///< English: what is wrong with it
    };
    std::size_t added = 0;
    std::size_t known = 0;   ///< were there already, with this action
    std::size_t wrong = 0;   ///< lines that are no address, or may not be blocked
    std::vector<Line> lines; ///< the first 100 of those that were left out, those that were known not among them
    std::size_t tooMany = 0; ///< left out since no more rules are kept
};

/// What a score asks for.
struct ScoreBan {
    IpAddress address;
    std::uint32_t score = 0;
    std::string reason;
    std::vector<BanSignal> signals;
};

/// A ban of an address that has been, or still is.
struct EarlierBan {
    std::uint32_t step = 0;
    UtcTime bannedAt, until; ///< `until`: when it ended, or will
    std::string liftedBy;    ///< a name; empty: it ran out, or is in force
    std::uint32_t score = 0;
    std::string reason;
};

enum class AddressExport : std::uint8_t { Plain, Nftables, CrowdSec };

struct AddressEntry;

/// What the lists say about an address.
struct AddressVerdict {
    enum class Kind : std::uint8_t {
        None,
        Allowed,
        Blocked, ///< on the list
        Banned   ///< by its score, until then
    };
    Kind kind = Kind::None;
    UtcTime until{};                     ///< of Banned
    std::shared_ptr<AddressEntry> entry; ///< which rule, for AddressRules::countHit
};

/// Where an address is, by the operator's own files. Empty: not known.
struct AddressPlace {
    std::string country;      ///< ISO 3166-1, `NL`
    std::string countryName;  ///< English
    std::uint32_t number = 0; ///< of the autonomous system
    std::string network;      ///< its name
    bool empty() const noexcept { return country.empty() && number == 0 && network.empty(); }
    /// `Netherlands · Example Hosting`; empty if nothing is known.
    std::string text() const
    {
        const std::string& where = countryName.empty() ? country : countryName;
        if (where.empty())
            return network;
        return network.empty() ? where : where + " · " + network;
    }
};

} // namespace sallyport::protection
