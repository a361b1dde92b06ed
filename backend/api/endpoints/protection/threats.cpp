#include "backend/protection/threats/threats.h"

#include "backend/api/endpoints/common.h"
#include "backend/settings/limits.h"

namespace sallyport::api {
namespace threats_endpoints {
namespace {

using protection::ThreatAddress;
using protection::ThreatChange;
using protection::ThreatSignal;
using protection::ThreatWeight;
using settings::ControlMode;

constexpr std::array<std::string_view, 3> modeWords{"off", "observe", "enforce"};

std::string_view wordOf(ControlMode mode)
{
    return modeWords[static_cast<std::size_t>(mode)];
}

json::object partJson(const protection::ThreatPart& part)
{
    const protection::ThreatSignalInfo& info = protection::infoOf(part.signal);
    json::object object{{"signal", info.word},
                        {"group", protection::threatGroupWords[static_cast<std::size_t>(info.group)]},
                        {"points", part.points},
                        {"count", part.count},
                        {"of", part.of == 0 ? json::value(nullptr) : json::value(part.of)},
                        {"within_seconds", part.within.count() == 0 ? json::value(nullptr) : json::value(part.within.count())}};
    object["subject"] = orNull(part.subject);
    object["alike"] = part.alike;
    object["detail"] = part.detail;
    return object;
}

json::object addressJson(const ThreatAddress& row)
{
    json::object object{{"address", row.text}, {"score", row.score}};
    json::array parts;
    for (const protection::ThreatPart& part : row.parts)
        parts.push_back(partJson(part));
    object["signals"] = std::move(parts);
    object["last_hour"] = json::value_from(row.lastHour);
    object["first_seen_at"] = timeJson(row.seenFirst);
    object["last_seen_at"] = timeJson(row.seenLast);
    object["signed_in"] = json::value_from(row.signedIn);
    object["banned"] = row.bannedForGood || row.bannedUntil.has_value();
    object["banned_until"] = timeJson(row.bannedUntil);
    object["never_banned"] = row.neverBanned;
    return object;
}

json::object detailJson(const protection::ThreatDetail& detail)
{
    json::object object = addressJson(detail.now);
    json::array minutes;
    for (const protection::ThreatMinute& minute : detail.minutes) {
        json::object points;
        for (std::size_t i = 0; i < protection::threatSignals; ++i)
            if (minute.points[i] > 0)
                points[protection::threatSignalInfo[i].word] = minute.points[i];
        minutes.push_back(json::object{{"start", timeJson(minute.start)}, {"points", std::move(points)}});
    }
    object["minutes"] = std::move(minutes);
    json::array recent;
    for (const protection::ThreatRequest& request : detail.recent)
        recent.push_back(json::object{
            {"at", timeJson(request.at)},
            {"method", request.method},
            {"path", request.path},
            {"status", request.status},
            {"signal", request.signal ? json::value(protection::infoOf(*request.signal).word) : json::value(nullptr)}});
    object["recent_requests"] = std::move(recent);
    json::array bans;
    for (const protection::ThreatEarlierBan& ban : detail.bans)
        bans.push_back(json::object{{"from", timeJson(ban.from)}, {"until", timeJson(ban.until)}, {"reason", ban.reason}});
    object["bans"] = std::move(bans);
    object["network"] = orNull(detail.network);
    return object;
}

json::object rulesJson(const protection::ThreatRules& rules)
{
    json::object weights;
    for (const ThreatWeight& weight : rules.weights) {
        const protection::ThreatSignalInfo& info = protection::infoOf(weight.signal);
        weights[info.word] = json::object{
            {"group", protection::threatGroupWords[static_cast<std::size_t>(info.group)]},
            {"points", weight.points},
            {"most", weight.most},
            {"from", weight.from},
            {"within_seconds", weight.within.count() == 0 ? json::value(nullptr) : json::value(weight.within.count())},
            {"default_points", weight.defaultPoints},
            {"default_most", weight.defaultMost}};
    }
    json::object slowDown{{"mode", wordOf(rules.slowDownMode)},
                          {"delay_after", rules.slowDownAfter.requests},
                          {"window_seconds", rules.slowDownAfter.window.count()},
                          {"delay_ms", rules.slowDownStep.count()},
                          {"max_delay_ms", rules.slowDownMost.count()}};
    return {{"mode", wordOf(rules.mode)},
            {"threshold", rules.threshold},
            {"half_life_seconds", rules.halfLife.count()},
            {"first_ban_seconds", rules.firstBan.count()},
            {"longest_ban_seconds", rules.longestBan.count()},
            {"grace_seconds", rules.grace.count()},
            {"weights", std::move(weights)},
            {"slow_down", std::move(slowDown)}};
}

std::optional<std::int64_t> numberOf(const json::object& object, std::string_view member)
{
    const json::value* const found = object.if_contains(member);
    return found == nullptr ? std::nullopt : std::optional(static_cast<std::int64_t>(found->to_number<double>()));
}

std::optional<std::chrono::seconds> secondsOf(const json::object& object, std::string_view member)
{
    const auto number = numberOf(object, member);
    return number ? std::optional(std::chrono::seconds(*number)) : std::nullopt;
}

std::optional<ControlMode> modeOf(const json::object& object)
{
    const json::value* const found = object.if_contains("mode");
    if (found == nullptr)
        return std::nullopt;
    const std::string_view word = found->as_string();
    return static_cast<ControlMode>(std::ranges::find(modeWords, word) - modeWords.begin()); // the schema lets no other in
}

ThreatChange changeOf(const json::object& body, const protection::ThreatRules& now)
{
    ThreatChange change;
    change.mode = modeOf(body);
    if (const auto threshold = numberOf(body, "threshold"))
        change.threshold = static_cast<std::uint32_t>(*threshold);
    change.halfLife = secondsOf(body, "half_life_seconds");
    change.firstBan = secondsOf(body, "first_ban_seconds");
    change.longestBan = secondsOf(body, "longest_ban_seconds");
    change.grace = secondsOf(body, "grace_seconds");
    if (const json::value* weights = body.if_contains("weights"))
        for (const ThreatWeight& known : now.weights)
            if (const json::value* wanted = weights->as_object().if_contains(protection::infoOf(known.signal).word)) {
                ThreatWeight weight = known;
                weight.points = static_cast<std::uint32_t>(numberOf(wanted->as_object(), "points").value_or(known.points));
                weight.most = static_cast<std::uint32_t>(
                    numberOf(wanted->as_object(), "most").value_or(std::max(known.most, weight.points)));
                change.weights.push_back(weight);
            }
    if (const json::value* found = body.if_contains("slow_down")) {
        const json::object& slow = found->as_object();
        change.slowDownMode = modeOf(slow);
        const auto after = numberOf(slow, "delay_after"), window = numberOf(slow, "window_seconds");
        if (after || window)
            change.slowDownAfter = settings::RateLimit{static_cast<std::uint32_t>(after.value_or(now.slowDownAfter.requests)),
                                                       std::chrono::seconds(window.value_or(now.slowDownAfter.window.count()))};
        if (const auto step = numberOf(slow, "delay_ms"))
            change.slowDownStep = std::chrono::milliseconds(*step);
        if (const auto most = numberOf(slow, "max_delay_ms"))
            change.slowDownMost = std::chrono::milliseconds(*most);
    }
    return change;
}

Result<IpAddress> addressOf(const Call& call)
{
    auto address = IpAddress::parse(call.match.parameter);
    if (!address)
        return makeError(ErrorCode::NotFound, "Nothing is known about this address.");
    return std::move(*address);
}

Result<http::Response> readRules(Call& call)
{
    SALLYPORT_ASSIGN(const protection::ThreatRules rules, call.services().threats.rules(call.actor()));
    return dataAnswer(rulesJson(rules));
}

Result<http::Response> changeRules(Call& call)
{
    protection::Threats& threats = call.services().threats;
    SALLYPORT_ASSIGN(const protection::ThreatRules now, threats.rules(call.actor()));
    SALLYPORT_ASSIGN(const protection::ThreatRules rules, threats.change(call.actor(), changeOf(call.body(), now)));
    return dataAnswer(rulesJson(rules));
}

constexpr std::size_t threatsListed = 2'000; // the highest, that can be paged through, searched and sorted

/// How many there must be for the page that is asked for (api/whole_list.h), and for knowing whether another follows.
Result<std::size_t> threatsWanted(const Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_ASSIGN(const std::optional<std::string> sort, call.query("sort"));
    SALLYPORT_ASSIGN(const std::optional<std::string> cursor, call.query("cursor"));
    SALLYPORT_ASSIGN(const std::uint32_t limit, readLimit(call));
    if (text || sort || cursor)
        return threatsListed;
    return std::size_t{limit} + 1;
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const std::size_t wanted, threatsWanted(call));
    SALLYPORT_ASSIGN(const protection::ThreatList found, call.services().threats.list(call.actor(), wanted));
    json::array items;
    for (const ThreatAddress& row : found.rows)
        items.push_back(addressJson(row));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(found.total));
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const IpAddress address, addressOf(call));
    SALLYPORT_ASSIGN(const protection::ThreatDetail detail, call.services().threats.read(call.actor(), address));
    return dataAnswer(detailJson(detail));
}

Result<http::Response> forget(Call& call)
{
    SALLYPORT_ASSIGN(const IpAddress address, addressOf(call));
    SALLYPORT_TRY(call.services().threats.forget(call.actor(), address));
    return noContent();
}

Result<http::Response> preview(Call& call)
{
    const auto threshold = static_cast<std::uint32_t>(numberOf(call.body(), "threshold").value_or(0));
    SALLYPORT_ASSIGN(const protection::ThreatPreview found, call.services().threats.preview(call.actor(), threshold));
    json::array banned;
    for (const protection::ThreatPeak& peak : found.banned)
        banned.push_back(json::object{{"address", peak.text}, {"peak", peak.peak}, {"at", timeJson(peak.at)}});
    return dataAnswer({{"threshold", found.threshold},
                       {"addresses", std::move(banned)},
                       {"total", found.total},
                       {"threshold_in_force", found.inForce},
                       {"total_in_force", found.totalInForce},
                       {"since", timeJson(found.since)}});
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"threatThresholdLeast", settings::threatThresholdLeast},
    {"threatThreshold", settings::threatThresholdMost},
    {"threatPoints", protection::threatPointsMost},
    {"threatRateRequests", settings::rateRequestsLimit},
    {"threatRateWindow", settings::rateWindowLimit.count()},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"ProtectionRequest", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "mode": {"type": "string", "enum": ["off", "observe", "enforce"]},
        "threshold": {"type": "integer", "minimum": <threatThresholdLeast>, "maximum": <threatThreshold>},
        "half_life_seconds": {"type": "integer", "minimum": 60, "maximum": 604800},
        "first_ban_seconds": {"type": "integer", "minimum": 60, "maximum": 2592000},
        "longest_ban_seconds": {"type": "integer", "minimum": 60, "maximum": 31536000},
        "grace_seconds": {"type": "integer", "minimum": 0, "maximum": 86400},
        "weights": {"type": "object", "minProperties": 1, "maxProperties": 16, "properties": {},
            "propertyNames": {"type": "string", "maxLength": 16, "pattern": "^(frequency|repetition|missing_agent|scanning|failed_sign_ins|bad_signatures|not_found|bad_requests|refused|detection|trap)$"},
            "additionalProperties": {"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
            "points": {"type": "integer", "minimum": 0, "maximum": <threatPoints>},
            "most": {"type": "integer", "minimum": 0, "maximum": <threatPoints>}}}},
        "slow_down": {"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
            "mode": {"type": "string", "enum": ["off", "observe", "enforce"]},
            "delay_after": {"type": "integer", "minimum": 1, "maximum": <threatRateRequests>},
            "window_seconds": {"type": "integer", "minimum": 1, "maximum": <threatRateWindow>},
            "delay_ms": {"type": "integer", "minimum": 0, "maximum": 60000},
            "max_delay_ms": {"type": "integer", "minimum": 0, "maximum": 60000}}}}})"},
    {"ThreatPreviewRequest", R"({"type": "object", "additionalProperties": false, "required": ["threshold"], "properties": {
        "threshold": {"type": "integer", "minimum": <threatThresholdLeast>, "maximum": <threatThreshold>}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"ProtectionAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["mode", "threshold", "weights", "slow_down"], "properties": {
        "mode": {"type": "string"}, "threshold": {"type": "integer"}, "half_life_seconds": {"type": "integer"},
        "first_ban_seconds": {"type": "integer"}, "longest_ban_seconds": {"type": "integer"}, "grace_seconds": {"type": "integer"},
        "weights": {"type": "object", "additionalProperties": {"type": "object", "properties": {
            "group": {"type": "string"}, "points": {"type": "integer"}, "most": {"type": "integer"}, "from": {"type": "integer"},
            "within_seconds": {"type": ["integer", "null"]}, "default_points": {"type": "integer"},
            "default_most": {"type": "integer"}}}},
        "slow_down": {"type": "object", "properties": {"mode": {"type": "string"}, "delay_after": {"type": "integer"},
            "window_seconds": {"type": "integer"}, "delay_ms": {"type": "integer"}, "max_delay_ms": {"type": "integer"}}}}}}})"},
    {"Threat", R"({"type": "object", "required": ["address", "score", "signals"],
        "description": "An address with its score. One by itself has minutes, recent requests and bans, too.", "properties": {
        "address": {"type": "string"}, "score": {"type": "integer"}, "signals": {"type": "array", "items": {
        "type": "object", "required": ["signal", "group", "points", "count", "of", "within_seconds", "subject", "alike", "detail"],
        "properties": {"signal": {"type": "string"}, "group": {"type": "string"}, "points": {"type": "integer"},
        "count": {"type": "integer"}, "of": {"type": ["integer", "null"]}, "within_seconds": {"type": ["integer", "null"]},
        "subject": {"type": ["string", "null"]},
        "alike": {"type": "boolean", "description": "All that `count` counts were of `subject`; false: the last was."}, "detail": {"type": "string"}}}},
        "last_hour": {"type": "array", "items": {"type": "integer"},
            "description": "The score at the end of each of the last 60 minutes, oldest first."},
        "first_seen_at": {"type": "string"}, "last_seen_at": {"type": "string"},
        "signed_in": {"type": "array", "items": {"type": "string"}}, "banned": {"type": "boolean"},
        "banned_until": {"type": ["string", "null"]}, "never_banned": {"type": "boolean"},
        "minutes": {"type": "array", "items": {"type": "object", "required": ["start", "points"], "properties": {
            "start": {"type": "string"}, "points": {"type": "object", "additionalProperties": {"type": "integer"}}}}},
        "recent_requests": {"type": "array", "items": {"type": "object", "required": ["at", "method", "path", "status", "signal"],
            "properties": {"at": {"type": "string"}, "method": {"type": "string"}, "path": {"type": "string"},
            "status": {"type": "integer"}, "signal": {"type": ["string", "null"]}}}},
        "bans": {"type": "array", "items": {"type": "object", "required": ["from", "until", "reason"], "properties": {
            "from": {"type": "string"}, "until": {"type": ["string", "null"]}, "reason": {"type": "string"}}}},
        "network": {"type": ["string", "null"]}}})"},
    {"ThreatList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Threat"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ThreatAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Threat"}}})"},
    {"ThreatPreviewAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["threshold", "addresses", "total", "threshold_in_force", "total_in_force", "since"], "properties": {
        "threshold": {"type": "integer"}, "addresses": {"type": "array", "items": {"type": "object",
            "required": ["address", "peak", "at"], "properties": {"address": {"type": "string"}, "peak": {"type": "integer"},
            "at": {"type": "string"}}}},
        "total": {"type": "integer"}, "threshold_in_force": {"type": "integer"}, "total_in_force": {"type": "integer"},
        "since": {"type": "string"}}}}})"},
});

constexpr auto listQuery = std::to_array<QueryParameter>({limitParameter});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/protection",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = readRules,
         .operation = "readProtection",
         .tag = "Protection",
         .summary = "Threat scoring and slow-down: modes, numbers, weights",
         .answer = "ProtectionAnswer"},
        {.method = Method::Put,
         .pattern = "/api/protection",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "ProtectionRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = changeRules,
         .operation = "changeProtection",
         .tag = "Protection",
         .summary = "Change threat scoring and slow-down",
         .details = "Only what is named changes. A weight of 0 points takes its signal out.",
         .answer = "ProtectionAnswer"},
        {.method = Method::Get,
         .pattern = "/api/protection/threats",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listThreats",
         .tag = "Protection",
         .summary = "Addresses with a threat score, highest first",
         .details = "The 2,000 highest can be paged through, searched and sorted; `total` counts all of them.",
         .answer = "ThreatList",
         .query = listQuery,
         .wholeList = rowsUsual},
        {.method = Method::Get,
         .pattern = "/api/protection/threats/{address}",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readThreat",
         .tag = "Protection",
         .summary = "One address: its signals over time, last requests and bans",
         .details = "Of IPv6 any address of the /64.",
         .answer = "ThreatAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/protection/threats/{address}",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = forget,
         .operation = "forgetThreat",
         .tag = "Protection",
         .summary = "Forget the score of an address; a ban stays",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/protection/preview",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "ThreatPreviewRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = preview,
         .stores = false,
         .operation = "previewThreshold",
         .tag = "Protection",
         .summary = "Who would have been banned in the last 24 hours by another threshold",
         .answer = "ThreatPreviewAnswer"},
    };
}

} // namespace
} // namespace threats_endpoints

EndpointGroup threatEndpoints()
{
    using namespace threats_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
