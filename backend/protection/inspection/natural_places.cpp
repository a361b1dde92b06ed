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

} // namespace

std::vector<NewExclusion> naturalPlaces()
{
    std::vector<NewExclusion> all;
    for (const Place& place : places) {
        NewExclusion one;
        one.route = place.route;
        one.member = place.member;
        one.part = place.part;
        one.reason = place.why;
        one.rule = place.attackClass ? detection::classWord(*place.attackClass) : std::string_view();
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace sallyport::protection
