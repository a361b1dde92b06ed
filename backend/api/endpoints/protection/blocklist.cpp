#include "backend/api/download.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/route_list.h"
#include "backend/protection/lists/address_rules.h"

#include <array>

namespace sallyport::api {
namespace blocklist_endpoints {
namespace {

using protection::AddressAction;
using protection::AddressExport;
using protection::AddressRule;
using protection::AddressRuleId;
using protection::AddressRuleQuery;

constexpr std::uint32_t importBody = 1024 * 1024;
constexpr std::uint32_t removalBody = 256 * 1024;
constexpr std::size_t exportPiece = 64 * 1024;

constexpr std::array<std::pair<std::string_view, AddressRuleQuery::Sort>, 5> sorts{{
    {"address", AddressRuleQuery::Sort::Address},
    {"created_at", AddressRuleQuery::Sort::Created},
    {"expires_at", AddressRuleQuery::Sort::Expires},
    {"hits", AddressRuleQuery::Sort::Hits},
    {"last_hit", AddressRuleQuery::Sort::LastHit},
}};

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of an address, a reason or a creator's name; of an address also the ranges that it is in.",
     R"({"type":"string","maxLength":<searchText>})"},
    {"action", "Only those.", R"({"type":"string","enum":["block","allow"]})"},
    {"by", "Only bans by score, or only rules by hand.", R"({"type":"string","enum":["score","hand"]})"},
    {"sort", "`-` in front turns it round.",
     R"({"type":"string","enum":["address","-address","created_at","-created_at","expires_at","-expires_at","hits","-hits","last_hit","-last_hit"],"default":"-created_at"})"},
});
constexpr auto exportQuery = std::to_array<QueryParameter>({
    {"format", "One address a line; a file for nft(8), sets with timeouts; decisions for `cscli decisions import`.",
     R"({"type":"string","enum":["plain","nftables","crowdsec"],"default":"plain"})"},
});

json::object toJson(const AddressRule& rule)
{
    json::object object;
    object["id"] = rule.id.text();
    object["address"] = rule.address;
    object["action"] = protection::actionWord(rule.action);
    object["reason"] = rule.reason;
    object["created_by"] = rule.createdBy;
    object["created_at"] = timeJson(rule.createdAt);
    object["expires_at"] = timeJson(rule.expiresAt);
    object["by_score"] = rule.score.has_value();
    object["score"] = rule.score ? json::value(*rule.score) : json::value(nullptr);
    object["step"] = rule.step;
    json::array signals;
    for (const protection::BanSignal& signal : rule.signals)
        signals.push_back(json::object{{"signal", signal.word},
                                       {"points", signal.points},
                                       {"values", json::array(signal.values.begin(), signal.values.end())}});
    object["signals"] = std::move(signals);
    object["hits"] = rule.hits;
    object["last_hit"] = timeJson(rule.lastHit);
    object["place"] = orNull(rule.place);
    return object;
}

Result<void> readFilters(const std::optional<std::string>& action, const std::optional<std::string>& by, AddressRuleQuery& query)
{
    if (action && *action != "block" && *action != "allow")
        return badQuery("action", "Is not one of the allowed words", "enum");
    if (action)
        query.action = *action == "allow" ? AddressAction::Allow : AddressAction::Block;
    if (by && *by != "score" && *by != "hand")
        return badQuery("by", "Is not one of the allowed words", "enum");
    if (by)
        query.byScore = *by == "score";
    return {};
}

std::optional<std::chrono::seconds> secondsOf(const Call& call)
{
    const json::value* const given = call.body().if_contains("expires_in");
    if (given == nullptr || given->is_null())
        return std::nullopt;
    return std::chrono::seconds(static_cast<std::int64_t>(given->to_number<double>()));
}

std::string actionOf(const Call& call)
{
    return call.body().contains("action") ? call.text("action") : std::string("block");
}

Result<http::Response> list(Call& call)
{
    AddressRuleQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(const std::optional<std::string> action, call.query("action"));
    SALLYPORT_ASSIGN(const std::optional<std::string> by, call.query("by"));
    SALLYPORT_TRY(readFilters(action, by, query));
    SALLYPORT_TRY(readSort(call, sorts, query));
    SALLYPORT_ASSIGN(const protection::AddressRulePage page, call.services().addressRules.list(call.actor(), query));
    json::array items;
    for (const AddressRule& rule : page.rules)
        items.push_back(toJson(rule));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const AddressRule rule,
                     call.services().addressRules.read(call.actor(), AddressRuleId(std::string(call.match.parameter))));
    return dataAnswer(toJson(rule));
}

Result<http::Response> add(Call& call)
{
    SALLYPORT_ASSIGN(const AddressRule rule,
                     call.services().addressRules.add(
                         call.actor(), {call.text("address"), actionOf(call), call.text("reason"), secondsOf(call)}));
    http::Response response = changeAnswer(call, toJson(rule));
    response.setStatus(201);
    response.addHeader("Location", "/api/blocklist/" + rule.id.text());
    return response;
}

Result<http::Response> change(Call& call)
{
    protection::AddressRulePatch patch;
    if (call.body().contains("reason"))
        patch.reason = call.text("reason");
    if (call.body().contains("expires_in"))
        patch.expiresIn = secondsOf(call);
    SALLYPORT_ASSIGN(const AddressRule rule,
                     call.services().addressRules.change(call.actor(), AddressRuleId(std::string(call.match.parameter)), patch));
    return dataAnswer(toJson(rule));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().addressRules.remove(call.actor(), AddressRuleId(std::string(call.match.parameter))));
    return changeAnswer(call);
}

Result<http::Response> removeMany(Call& call)
{
    std::int64_t removed = 0;
    if (const json::value* const ids = call.body().if_contains("ids")) {
        std::vector<AddressRuleId> wanted;
        for (const json::value& id : ids->get_array())
            wanted.emplace_back(std::string(id.get_string()));
        SALLYPORT_ASSIGN(removed, call.services().addressRules.removeMany(call.actor(), wanted));
    } else {
        AddressRuleQuery query;
        query.text = call.text("q");
        const auto given = [&](std::string_view name) {
            return call.body().contains(name) ? std::optional(call.text(name)) : std::nullopt;
        };
        SALLYPORT_TRY(readFilters(given("action"), given("by"), query));
        SALLYPORT_ASSIGN(removed, call.services().addressRules.removeFound(call.actor(), query));
    }
    return changeAnswer(call, json::object{{"removed", removed}});
}

Result<http::Response> importRules(Call& call)
{
    protection::AddressImport import;
    import.text = call.text("text");
    import.action = actionOf(call);
    import.reason = call.text("reason");
    import.expiresIn = secondsOf(call);
    const json::value* const dryRun = call.body().if_contains("dry_run");
    import.tryOnly = dryRun != nullptr && dryRun->is_bool() && dryRun->get_bool();
    SALLYPORT_ASSIGN(const protection::AddressImportResult result, call.services().addressRules.import(call.actor(), import));
    json::array lines;
    for (const auto& line : result.lines)
        lines.push_back(json::object{{"line", line.number}, {"message", line.why}});
    return dataAnswer(json::object{{"dry_run", import.tryOnly},
                                   {"added", result.added},
                                   {"known", result.known},
                                   {"wrong", result.wrong},
                                   {"too_many", result.tooMany},
                                   {"lines", std::move(lines)}});
}

Result<http::Response> exportRules(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> word, call.query("format"));
    const std::string format = word.value_or("plain");
    if (format != "plain" && format != "nftables" && format != "crowdsec")
        return badQuery("format", "Is not one of plain, nftables, crowdsec", "enum");
    const AddressExport wanted = format == "plain"      ? AddressExport::Plain
                                 : format == "nftables" ? AddressExport::Nftables
                                                        : AddressExport::CrowdSec;
    SALLYPORT_ASSIGN(const std::string text, call.services().addressRules.exportRules(call.actor(), wanted));
    const bool isJson = wanted == AddressExport::CrowdSec;
    Download download(call, isJson ? Media::Json : Media::Text,
                      isJson                              ? "sallyport-decisions.json"
                      : wanted == AddressExport::Nftables ? "sallyport.nft"
                                                          : "sallyport-addresses.txt");
    bool there = true;
    for (std::size_t at = 0; there && at < text.size(); at += exportPiece)
        there = download.take(std::string_view(text).substr(at, exportPiece));
    download.end(there);
    return http::Response();
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"addressReason", protection::addressReasonLimit},
    {"ruleSeconds", static_cast<std::size_t>(protection::addressRuleLongest.count())},
    {"ruleMembers",
     R"("action": {"type": "string", "enum": ["block", "allow"], "default": "block", "description": "allow beats every block."},
        "reason": {"type": "string", "maxLength": <addressReason>, "examples": ["Tries passwords"]},
        "expires_in": {"type": "integer", "minimum": 1, "maximum": <ruleSeconds>, "examples": [3600],
                       "description": "Seconds; without it the rule stays."})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewAddressRule", R"({"type": "object", "additionalProperties": false, "required": ["address"], "properties": {
        "address": {"type": "string", "minLength": 2, "maxLength": 64, "examples": ["203.0.113.7", "203.0.113.0/24"],
                    "description": "An address or a range."}, <ruleMembers>}})"},
    {"AddressRulePatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "reason": {"type": "string", "maxLength": <addressReason>},
        "expires_in": {"type": ["integer", "null"], "minimum": 1, "maximum": <ruleSeconds>,
                       "description": "Seconds from now; null: the rule stays."}}})"},
    {"AddressImport", R"({"type": "object", "additionalProperties": false, "required": ["text"], "properties": {
        "text": {"type": "string", "minLength": 1, "maxLength": 1000000, "examples": ["203.0.113.7 # spam\n198.51.100.0/24\n"],
                 "description": "One address or range a line; # and ; begin comments."}, <ruleMembers>,
        "dry_run": {"type": "boolean", "default": false, "description": "Only tell what would happen."}}})"},
    {"AddressRemoval", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "ids": {"type": "array", "minItems": 1, "maxItems": 4096, "items": {"type": "string", "minLength": 1, "maxLength": 64}},
        "q": {"type": "string", "maxLength": <searchText>, "description": "What GET /api/blocklist finds with it; without ids."},
        "action": {"type": "string", "enum": ["block", "allow"]}, "by": {"type": "string", "enum": ["score", "hand"]}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"AddressRule",
     R"({"type": "object", "required": ["id", "address", "action", "reason", "created_by", "created_at", "expires_at",
        "by_score", "score", "step", "signals", "hits", "last_hit", "place"], "properties": {
        "id": {"type": "string"}, "address": {"type": "string", "description": "In one spelling; IPv4-mapped IPv6 as IPv4."},
        "action": {"type": "string", "enum": ["block", "allow"]}, "reason": {"type": "string"}, "created_by": {"type": "string"},
        "created_at": {"type": "string", "format": "date-time"}, "expires_at": {"type": ["string", "null"], "format": "date-time"},
        "by_score": {"type": "boolean"}, "score": {"type": ["integer", "null"]},
        "step": {"type": "integer", "description": "Which ban by score of this address it is; 0: by hand."},
        "signals": {"type": "array", "items": {"type": "object", "required": ["signal", "points", "values"], "properties": {
            "signal": {"type": "string"}, "points": {"type": "number"}, "values": {"type": "array", "items": {"type": "string"}}}}},
        "hits": {"type": "integer", "description": "Requests that it refused or let in; up to a minute old."},
        "last_hit": {"type": ["string", "null"], "format": "date-time"},
        "place": {"type": ["string", "null"], "description": "By the operator's own files."}}})"},
    {"AddressRuleAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/AddressRule"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"AddressRuleList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/AddressRule"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"AddressImportAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["dry_run", "added", "known", "wrong", "too_many", "lines"], "properties": {
        "dry_run": {"type": "boolean"}, "added": {"type": "integer"}, "known": {"type": "integer"}, "wrong": {"type": "integer"},
        "too_many": {"type": "integer", "description": "Left out since no more rules are kept."},
        "lines": {"type": "array", "description": "The first 100 that were left out.", "items": {"type": "object",
            "required": ["line", "message"], "properties": {"line": {"type": "integer"}, "message": {"type": "string"}}}}}}}})"},
    {"AddressRemovalAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"type": "object", "required": ["removed"], "properties": {"removed": {"type": "integer"}}},
        "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"AddressDecisions",
     R"({"type": "array", "items": {"type": "object", "required": ["duration", "scope", "value", "type", "reason"],
        "properties": {"duration": {"type": "string"}, "scope": {"type": "string", "enum": ["ip", "range"]}, "value": {"type": "string"},
        "type": {"type": "string", "enum": ["ban"]}, "reason": {"type": "string"}}}})"},
});

std::vector<Route> routes()
{
    const Route reading{.method = Method::Get,
                        .access = Access::Permission,
                        .permission = Permission::BansRead,
                        .rate = RateClass::ApiRead,
                        .body = Body::None,
                        .bodyLimit = 0,
                        .stepUp = StepUp::NotNeeded,
                        .runsOn = RunsOn::Worker,
                        .tag = "Addresses"};
    const Route changing{.method = Method::Post,
                         .access = Access::Permission,
                         .permission = Permission::BansCreate,
                         .rate = RateClass::Admin,
                         .body = Body::Json,
                         .bodyLimit = smallBody,
                         .stepUp = StepUp::IfEnrolled,
                         .runsOn = RunsOn::Worker,
                         .also = {409},
                         .tag = "Addresses"};
    RouteList all;
    all.add(reading, "/api/blocklist", list, "listAddressRules", "Who is kept out, and who is always let in", "AddressRuleList")
        .query = listQuery;
    {
        Route& route = all.add(changing, "/api/blocklist", add, "addAddressRule", "Block or allow an address or a range",
                               "AddressRuleAnswer");
        route.schema = "NewAddressRule";
        route.status = 201;
        route.details = "127.0.0.1 and ::1 can't be blocked. Whoever blocks the address that they ask from has `confirm` in the "
                        "answer. Allowing needs `bans:delete` as well, since it lifts bans.";
    }
    {
        Route& route = all.add(reading, "/api/blocklist/export", exportRules, "exportAddressRules",
                               "What is kept out now, for other programs", "AddressDecisions");
        route.runsOn = RunsOn::Report;
        route.stores = true;
        route.query = exportQuery;
        route.media = {Media::Text, Media::Json};
    }
    {
        Route& route = all.add(changing, "/api/blocklist/import", importRules, "importAddressRules",
                               "Add a plain list, or tell line by line what would happen", "AddressImportAnswer");
        route.bodyLimit = importBody;
        route.schema = "AddressImport";
        route.runsOn = RunsOn::Report;
        route.also = {};
    }
    {
        Route& route = all.add(changing, "/api/blocklist/remove", removeMany, "removeAddressRules",
                               "Remove several rules, or all that a search finds", "AddressRemovalAnswer");
        route.permission = Permission::BansDelete;
        route.bodyLimit = removalBody;
        route.schema = "AddressRemoval";
        route.also = {};
    }
    all.add(reading, "/api/blocklist/{id}", read, "readAddressRule", "One rule", "AddressRuleAnswer");
    {
        Route& route =
            all.add(changing, "/api/blocklist/{id}", change, "changeAddressRule", "Change reason and end", "AddressRuleAnswer");
        route.method = Method::Patch;
        route.schema = "AddressRulePatch";
        route.also = {};
    }
    {
        Route& route = all.add(changing, "/api/blocklist/{id}", remove, "removeAddressRule",
                               "Remove a rule, or lift a ban: nothing bans the address by its old score", "ConfirmAnswer");
        route.details = "Whom it cuts off, since the rule let them in, has it waiting to be confirmed: then the status is 200.";
        route.method = Method::Delete;
        route.permission = Permission::BansDelete;
        route.body = Body::None;
        route.bodyLimit = 0;
        route.also = {200};
        route.status = 204;
    }
    return all.take();
}

} // namespace
} // namespace blocklist_endpoints

EndpointGroup blocklistEndpoints()
{
    using namespace blocklist_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
