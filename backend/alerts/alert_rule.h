#pragma once

#include "backend/access/author.h"
#include "backend/audit/event.h"
#include "backend/base/clock.h"
#include "backend/base/id.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::alerts {

using AlertRuleId = Id<struct AlertRuleTag>;

inline constexpr std::size_t alertRulesMost = 200;
inline constexpr std::size_t alertNameLimit = 80;  ///< code points
inline constexpr std::size_t alertNoteLimit = 500; ///< code points
inline constexpr std::size_t alertKindsLimit = 50;
inline constexpr std::size_t alertActionsLimit = 8;
inline constexpr std::uint32_t alertThresholdMost = 1'000;
inline constexpr std::chrono::seconds alertWindowLongest{86'400};
inline constexpr std::chrono::seconds alertActionShortest{60};
inline constexpr std::chrono::seconds alertActionLongest{90 * 86'400};

/// What events are counted together.
enum class GroupBy : std::uint8_t {
    None,
    Address,
    User,   ///< who did it, or whose name was tried
    Target, ///< what it was done to
    Key,    ///< the API key that was used
    Kind
};
inline constexpr std::array groupBys{GroupBy::None,   GroupBy::Address, GroupBy::User,
                                     GroupBy::Target, GroupBy::Key,     GroupBy::Kind};

/// What is counted of a group: its events, or how many different ones they are about.
enum class Counted : std::uint8_t { Events, Users, Addresses };
inline constexpr std::array countedKinds{Counted::Events, Counted::Users, Counted::Addresses};

/// What a rule does by itself when an incident opens.
enum class ActionKind : std::uint8_t {
    Notice, ///< the window tells whoever is signed in
    BanAddress,
    RevokeSessions,
    DisableUser,
    RevokeKey,
    Destination ///< tells a destination of backend/outputs; only where there are any
};
inline constexpr std::array actionKinds{ActionKind::Notice,      ActionKind::BanAddress, ActionKind::RevokeSessions,
                                        ActionKind::DisableUser, ActionKind::RevokeKey,  ActionKind::Destination};

std::string_view groupWord(GroupBy group) noexcept;        ///< `none` | `address` | `user` | `target` | `key` | `kind`
std::string_view countedWord(Counted counted) noexcept;    ///< `events` | `users` | `addresses`
std::string_view actionKindWord(ActionKind kind) noexcept; ///< `notice` | `ban_address` | `revoke_sessions` | `disable_user` ...
std::optional<GroupBy> findGroup(std::string_view word) noexcept;
std::optional<Counted> findCounted(std::string_view word) noexcept;
std::optional<ActionKind> findActionKind(std::string_view word) noexcept;
/// True for what ends by itself after a time.
bool isTimed(ActionKind kind) noexcept;

struct AlertAction {
    ActionKind kind = ActionKind::Notice;
    std::chrono::seconds lasts{0}; ///< of a timed one; 0: until somebody undoes it
    std::string destination;       ///< id, of Destination
    bool operator==(const AlertAction&) const = default;
};

/// When a rule counts. Without days it always does.
struct AlertSchedule {
    std::uint8_t days = 0;      ///< bit 0 is Monday
    std::uint16_t from = 0;     ///< minute of the day
    std::uint16_t until = 1440; ///< minute of the day; not after `from`: over midnight
    std::string zone = {};      ///< as TimeZone::named takes it; empty: the setting's
    bool outside = false;       ///< in all the other time
    bool always() const noexcept { return days == 0; }
    bool operator==(const AlertSchedule&) const = default;
};

/// Who answers for what a rule does: actions do no more than their author may do at that moment.
using AlertAuthor = access::Author;

/// What may be said of a rule.
struct AlertDraft {
    std::string name;
    std::string note;
    bool enabled = true;
    std::vector<std::string> kinds; ///< `auth.login_failed`, `auth.*`; none: all that the filter takes
    std::string filter;             ///< in the events' language, without times
    std::uint32_t threshold = 1;
    std::chrono::seconds window{300};
    Counted counted = Counted::Events;
    GroupBy groupBy = GroupBy::None;
    audit::Severity severity = audit::Severity::Warning;
    AlertSchedule schedule;
    std::vector<AlertAction> actions;
    bool operator==(const AlertDraft&) const = default;
};

struct AlertRule {
    AlertRuleId id;
    AlertDraft what;
    std::string shipped; ///< word of one that came with the product
    bool asShipped = false;
    std::optional<UtcTime> mutedUntil;
    AlertAuthor author;
    UtcTime changedAt;
    std::int64_t version = 1;
};

/// Only what is set changes.
struct AlertPatch {
    std::optional<AlertDraft> what = {};
    std::optional<bool> enabled = {};
    std::optional<std::optional<UtcTime>> mutedUntil = {};
    std::optional<std::int64_t> expectedVersion = {}; ///< PreconditionFailed if the rule has another
};

/// What a rule would have done in a time that is over.
struct AlertTrial {
    struct Firing {
        UtcTime at;
        std::string group; ///< value
        std::string name;  ///< as it is shown
        std::int64_t count = 0;
    };
    UtcTime since, until;
    std::int64_t read = 0;       ///< events that were looked at
    std::int64_t matched = 0;    ///< and counted
    std::int64_t fired = 0;      ///< incidents that it would have opened, at least
    bool complete = true;        ///< false: there were more than are read, or it was stopped; the newest time is left out
    UtcTime through;             ///< up to here all were looked at: `until`, or the last event's time
    std::vector<Firing> firings; ///< the first ones
};
inline constexpr std::size_t trialFirings = 200;
inline constexpr std::int64_t trialEvents = 500'000;
inline constexpr std::chrono::days trialUsual{7};
inline constexpr std::chrono::days trialLongest{92};

} // namespace sallyport::alerts
