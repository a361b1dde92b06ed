#include "backend/protection/inspection/natural_places.h"

#include <array>
#include <string_view>

namespace sallyport::protection {
namespace {

using detection::AttackClass;
using detection::PartKind;

struct Place {
    std::string_view route;
    std::string_view member;
    std::optional<PartKind> part;
    std::optional<AttackClass> attackClass; ///< nothing: all of them
    std::string_view why;
};

constexpr std::string_view ofPattern = "The pattern of a rule, and what it is tried with.";
constexpr std::string_view ofCondition = "The condition of a policy is code.";
constexpr std::string_view ofQuestion = "Attributes of a request that somebody asks about: its address, its path.";
constexpr std::string_view ofFilter = "The filter language has quotation marks, and, or.";
constexpr std::string_view ofAddress = "An address that an operator gives.";
constexpr std::string_view ofReason = "Why an address is kept out has the words of what it sent.";
constexpr std::string_view ofSearch = "A list of attacks is searched by their words; the text is bound, not run.";
constexpr std::string_view ofList = "A list is searched by addresses, this machine's too; the text is bound, not asked for.";
constexpr std::string_view ofText = "Documents hold commands, queries and paths; nothing here runs them.";
constexpr std::string_view ofHop = "Which host was asked, and over which others: addresses by their nature.";

constexpr auto places = std::to_array<Place>({
    {"POST /api/detection/test", "request", PartKind::Json, {}, "What the tester looks at."},
    {"POST /api/detection/rules", "pattern", PartKind::Json, {}, ofPattern},
    {"POST /api/detection/rules", "tests.text", PartKind::Json, {}, ofPattern},
    {"PATCH /api/detection/rules/{id}", "pattern", PartKind::Json, {}, ofPattern},
    {"PATCH /api/detection/rules/{id}", "tests.text", PartKind::Json, {}, ofPattern},
    {"POST /api/detection/dry-run", "rule.pattern", PartKind::Json, {}, ofPattern},
    {"POST /api/detection/dry-run", "rule.tests.text", PartKind::Json, {}, ofPattern},
    {"POST /api/policies", "condition", PartKind::Json, {}, ofCondition},
    {"PATCH /api/policies/{id}", "condition", PartKind::Json, {}, ofCondition},
    {"POST /api/policies/import", "", PartKind::Json, {}, ofCondition},
    {"POST /api/authz/check", "", PartKind::Json, {}, ofQuestion},
    {"POST /api/policies/simulate", "", PartKind::Json, {}, ofQuestion},
    {"PUT /api/policies/{id}/tests", "", PartKind::Json, {}, ofQuestion},
    {"POST /api/policies/replay", "draft.condition", PartKind::Json, {}, ofCondition},
    {"POST /api/signatures/explain", "request", PartKind::Json, {}, "A request that somebody asks about."},
    {"POST /api/signatures/explain", "client_text", PartKind::Json, {}, "A request that somebody asks about."},
    {"POST /api/keys/scan", "content", PartKind::Json, {}, "A file that is searched for keys."},
    {"GET /api/events", "q", PartKind::Query, {}, ofFilter},
    {"GET /api/events/stream", "q", PartKind::Query, {}, ofFilter},
    {"GET /api/audit/export", "q", PartKind::Query, {}, ofFilter},
    {"GET /api/events/top", "q", PartKind::Query, {}, ofFilter},
    {"GET /api/history", "q", PartKind::Query, {}, ofFilter},
    {"POST /api/searches", "q", PartKind::Json, {}, ofFilter},
    {"PATCH /api/searches/{id}", "q", PartKind::Json, {}, ofFilter},
    {"POST /api/retention/holds", "q", PartKind::Json, {}, ofFilter},
    {"POST /api/alert-rules", "filter", PartKind::Json, {}, ofFilter},
    {"PATCH /api/alert-rules/{id}", "filter", PartKind::Json, {}, ofFilter},
    {"POST /api/reports", "q", PartKind::Json, {}, ofFilter},
    {"POST /api/report-plans", "q", PartKind::Json, {}, ofFilter},
    {"PATCH /api/report-plans/{id}", "q", PartKind::Json, {}, ofFilter},
    {"POST /api/evidence", "q", PartKind::Json, {}, ofFilter},
    {"PATCH /api/incidents/{id}", "note", PartKind::Json, {}, "What somebody notes of an attack has its words."},
    {"POST /api/blocklist", "reason", PartKind::Json, {}, ofReason},
    {"PATCH /api/blocklist/{id}", "reason", PartKind::Json, {}, ofReason},
    {"POST /api/blocklist/import", "reason", PartKind::Json, {}, ofReason},
    {"POST /api/blocklist/import", "text", PartKind::Json, {}, "A list of addresses with remarks of why."},
    {"POST /api/blocklist/remove", "q", PartKind::Json, {}, ofSearch},
    {"PUT /api/rate-limits/exempt", "networks", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"PATCH /api/settings", "", PartKind::Json, AttackClass::ServerRequests, "Settings name addresses and networks."},
    {"PATCH /api/settings", "", PartKind::Json, AttackClass::Traversal, "Settings name files of the server's machine."},
    {"PUT /api/cors", "", PartKind::Json, AttackClass::ServerRequests, "Origins of pages, this machine's too."},
    {"PUT /api/headers", "", PartKind::Json, {}, "A Content-Security-Policy names scripts and addresses."},
    {"GET /auth/{provider}/callback", "", PartKind::Query, AttackClass::ServerRequests,
     "What a provider answers, its own address with it."},
    {"POST /api/providers", "", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"PATCH /api/providers/{id}", "", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"POST /api/outputs", "target", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"PATCH /api/outputs/{id}", "target", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"POST /api/outputs", "filter", PartKind::Json, {}, ofFilter},
    {"PATCH /api/outputs/{id}", "filter", PartKind::Json, {}, ofFilter},
    {"POST /api/blocklist", "address", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"POST /api/keys", "addresses", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"PATCH /api/keys/{id}", "addresses", PartKind::Json, AttackClass::ServerRequests, ofAddress},
    {"POST /api/upload", "file content", PartKind::Text, AttackClass::Sql, ofText},
    {"POST /api/upload", "file content", PartKind::Text, AttackClass::NoSql, ofText},
    {"POST /api/upload", "file content", PartKind::Text, AttackClass::Commands, ofText},
    {"POST /api/upload", "file content", PartKind::Text, AttackClass::Traversal, ofText},
    {"POST /api/upload", "file content", PartKind::Text, AttackClass::Templates, ofText},
    {"POST /api/upload", "file content", PartKind::Text, AttackClass::ServerRequests, ofText},
    {"POST /api/upload", "file content", PartKind::Text, AttackClass::LdapAndXPath, ofText},
    {"", "Origin", PartKind::Header, AttackClass::ServerRequests, ofHop},
    {"", "Referer", PartKind::Header, AttackClass::ServerRequests, ofHop},
    {"", "Forwarded", PartKind::Header, AttackClass::ServerRequests, ofHop},
    {"", "X-Forwarded-For", PartKind::Header, AttackClass::ServerRequests, ofHop},
    {"", "X-Forwarded-Host", PartKind::Header, AttackClass::ServerRequests, ofHop},
    {"", "X-Real-IP", PartKind::Header, AttackClass::ServerRequests, ofHop},
    {"", "Via", PartKind::Header, AttackClass::ServerRequests, ofHop},
});

/// Lists of what was asked, by whom and why it was refused: their search is for the words of attacks.
constexpr auto listsOfAttacks = std::to_array<std::string_view>({
    "GET /api/blocklist",
    "GET /api/decisions",
    "GET /api/detection/exclusions",
    "GET /api/detection/days",
    "GET /api/detection/hits",
    "GET /api/detection/rules",
    "GET /api/incidents",
    "GET /api/protection/threats",
});

/// The other lists that operators search. Not what everybody writes: records, comments, files.
constexpr auto otherLists = std::to_array<std::string_view>({
    "GET /api/access-review",
    "GET /api/access-review/export",
    "GET /api/admin/users",
    "GET /api/export/users",
    "GET /api/alert-rules",
    "GET /api/auth/devices",
    "GET /api/auth/links",
    "GET /api/auth/notices",
    "GET /api/auth/sessions",
    "GET /api/auth/webauthn/credentials",
    "GET /api/changes",
    "GET /api/drills",
    "GET /api/evidence",
    "GET /api/keys",
    "GET /api/outputs",
    "GET /api/outside-links",
    "GET /api/permissions",
    "GET /api/policies",
    "GET /api/policies/attributes",
    "GET /api/policies/export",
    "GET /api/providers",
    "GET /api/rate-limits",
    "GET /api/report-plans",
    "GET /api/retention/holds",
    "GET /api/roles",
    "GET /api/searches",
    "GET /api/service-accounts",
    "GET /api/sessions",
    "GET /api/settings",
    "GET /api/signing-keys",
    "GET /api/users",
});

NewExclusion exclusionOf(const Place& place)
{
    NewExclusion one;
    one.route = place.route;
    one.member = place.member;
    one.part = place.part;
    one.reason = place.why;
    one.rule = place.attackClass ? detection::classWord(*place.attackClass) : std::string_view();
    return one;
}

} // namespace

std::vector<NewExclusion> naturalPlaces()
{
    std::vector<NewExclusion> all;
    for (const Place& place : places)
        all.push_back(exclusionOf(place));
    for (const std::string_view route : listsOfAttacks)
        all.push_back(exclusionOf({route, "q", PartKind::Query, {}, ofSearch}));
    for (const std::string_view route : otherLists)
        all.push_back(exclusionOf({route, "q", PartKind::Query, AttackClass::ServerRequests, ofList}));
    return all;
}

} // namespace sallyport::protection
