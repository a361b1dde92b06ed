#pragma once

#include "backend/alerts/alert_rule.h"
#include "backend/audit/event.h"
#include "backend/base/clock.h"
#include "backend/base/id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::alerts {

using IncidentId = Id<struct IncidentTag>;
using IncidentActionId = Id<struct IncidentActionTag>;

inline constexpr std::int64_t incidentEventsKept = 200; ///< of each, the newest
inline constexpr std::int64_t incidentPeopleKept = 500; ///< of each
inline constexpr std::int64_t incidentStepsKept = 500;  ///< of each
inline constexpr std::int64_t incidentsOfRule = 200;    ///< that aren't closed; further groups share one
inline constexpr std::int64_t incidentsClosedKept = 20'000;
inline constexpr std::size_t incidentNoteLimit = 2'000;  ///< code points
inline constexpr std::size_t incidentOutcomeLimit = 200; ///< code points
/// The group of the one that all groups of a rule share when it has incidentsOfRule already.
inline constexpr std::string_view sharedGroup = "*";

enum class IncidentState : std::uint8_t { Open, Acknowledged, Closed };
std::string_view incidentStateWord(IncidentState state) noexcept; ///< `open` | `acknowledged` | `closed`
std::optional<IncidentState> findIncidentState(std::string_view word) noexcept;

/// What rules have found of one group, with all its repeats.
struct Incident {
    IncidentId id;
    AlertRuleId rule;
    std::string ruleName; ///< as it was then
    std::string shipped;  ///< word of the rule, if it came with the product
    GroupBy groupBy = GroupBy::None;
    std::string groupValue;
    std::string groupName; ///< as it is shown
    audit::Severity severity = audit::Severity::Warning;
    IncidentState state = IncidentState::Open;
    UtcTime firstAt, lastAt; ///< of its events
    UtcTime openedAt;        ///< when the rule fired, by the event that made it
    std::int64_t count = 0;  ///< events
    std::int64_t people = 0; ///< accounts, at most incidentPeopleKept
    std::string assigneeId, assigneeName;
    std::optional<UtcTime> acknowledgedAt;
    std::string acknowledgedBy;
    std::optional<UtcTime> closedAt;
    std::string closedBy;
    std::string outcome; ///< what whoever closed it said
    std::string filter;  ///< finds its events
    std::int64_t version = 1;
};

struct IncidentStep {
    UtcTime at;
    std::string
        kind; ///< `opened` | `acknowledged` | `reopened` | `assigned` | `noted` | `closed` | `acted` | `failed` | `undone`
    std::string by;
    std::string text; ///< of a note; whom or what it is about otherwise
};

struct IncidentPerson {
    std::string userId; ///< empty: no account of this vault
    std::string name;
    std::int64_t count = 0;
};

enum class ActionState : std::uint8_t { Pending, Done, Failed, Undone };
std::string_view actionStateWord(ActionState state) noexcept; ///< `pending` | `done` | `failed` | `undone`

struct IncidentAction {
    IncidentActionId id;
    ActionKind kind = ActionKind::Notice;
    std::string targetId, targetName;
    std::string destination;
    ActionState state = ActionState::Pending;
    std::optional<UtcTime> at;    ///< when it was done
    std::optional<UtcTime> until; ///< it ends by itself
    std::optional<UtcTime> endedAt;
    std::string endedBy;
    std::string why;       ///< it failed
    bool undoable = false; ///< now
};

struct IncidentDetail {
    Incident incident;
    std::vector<IncidentStep> steps;     ///< oldest first
    std::vector<IncidentAction> actions; ///< oldest first
    std::vector<IncidentPerson> people;  ///< most often first, at most 100
    std::vector<std::string> events;     ///< ids, newest first
};

struct IncidentQuery {
    std::string text;                   ///< part of rule, group or assignee
    std::optional<IncidentState> state; ///< nothing: all
    bool unclosed = false;              ///< open or acknowledged
    std::optional<audit::Severity> atLeast;
    std::string rule;         ///< id
    bool mine = false;        ///< assigned to whoever asks
    std::uint32_t limit = 50; ///< 1..200
    std::uint64_t offset = 0;
    std::string cursor;
    bool oldestFirst = false;
};

struct IncidentPage {
    std::vector<Incident> incidents; ///< by their newest event, the newest first unless asked otherwise
    std::int64_t total = 0;
    std::string nextCursor; ///< empty: this is the last page
};

struct IncidentCounts {
    std::int64_t open = 0, acknowledged = 0, closed = 0, mine = 0; ///< `mine` that aren't closed
};

/// Only what is set changes.
struct IncidentPatch {
    std::optional<IncidentState> state = {};
    std::optional<std::string> assignee = {}; ///< id of a user; empty: nobody
    std::optional<std::string> note = {};
    std::optional<std::string> outcome = {};          ///< with `closed`
    std::optional<std::int64_t> expectedVersion = {}; ///< PreconditionFailed if the incident has another
};

} // namespace sallyport::alerts
