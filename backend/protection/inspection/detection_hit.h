#pragma once

#include "backend/base/clock.h"
#include "backend/protection/detection/detector.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::protection {

/// One rule in one place of a request, without what stood there: enough to reckon the request's score again.
struct HitFinding {
    std::string rule;
    detection::AttackClass attackClass = detection::AttackClass::Sql;
    std::uint32_t points = 0;
    std::uint8_t strictness = 1; ///< from which the rule holds
    detection::PartKind part = detection::PartKind::Query;
    std::string member;
    bool inName = false;
    bool operator==(const HitFinding&) const = default;
};

/// A request that the detector has stopped, or would have. The values that it held are never kept: what matched and a word beside
/// it, and of what is secret or sealed not even that.
struct DetectionHit {
    std::string id; ///< of its event, and the `incident_id` that the client was told
    UtcTime time;
    std::string whoKind; ///< `user` | `api_key` | `service` | `anonymous`
    std::string whoId;
    std::string who; ///< name; empty: nobody that is known
    std::string address;
    std::string requestId;
    std::string method;
    std::string route; ///< `POST /api/comments`; empty: there is no such route
    detection::PartKind part = detection::PartKind::Query;
    std::string member;
    bool inName = false;
    std::uint32_t place = 0;                  ///< of what matched, in bytes of the member as it was received
    std::string before, matched, after;       ///< redacted
    bool cutBefore = false, cutAfter = false; ///< there was more
    std::string rule;                         ///< the one with the most points
    detection::AttackClass attackClass = detection::AttackClass::Sql;
    std::uint32_t score = 0;
    std::uint32_t threshold = 0;
    bool blocked = false;             ///< false: observed, and let pass
    std::uint32_t more = 0;           ///< of the same rule from the same address before it that were not written down, of a flood
    std::vector<HitFinding> findings; ///< all, as far as they are told
};

struct HitQuery {
    std::string text; ///< part of a name, an address, a member or a route, without regard to case; at most limits::searchText
    std::optional<detection::AttackClass> attackClass;
    std::string rule;
    std::optional<bool> blocked;
    std::optional<UtcTime> since, until;
    std::uint32_t limit = 50; ///< 1..200
    std::uint32_t offset = 0; ///< for a window's list; not with a cursor
    std::string cursor;
    bool oldestFirst = false;
};

struct HitPage {
    std::vector<DetectionHit> hits; ///< the newest first unless asked otherwise, without findings
    std::int64_t total = 0;
    std::string nextCursor;
};

/// Hits of one day in the zone that the settings name.
struct HitDay {
    UtcTime start;
    std::int64_t blocked = 0, observed = 0;
};

/// How long hits are kept, and how many; the oldest go first.
inline constexpr std::chrono::days hitsKept{30};
inline constexpr std::int64_t hitsMost = 100'000;
/// What the panel and previews count: this day and those before.
inline constexpr int hitDays = 7;

} // namespace sallyport::protection
