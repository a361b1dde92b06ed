#include "backend/protection/inspection/detection_service.h"

#include "backend/protection/inspection/excerpt.h"
#include "backend/protection/inspection/hit_weight.h"
#include "backend/protection/inspection/natural_places.h"
#include "backend/protection/inspection/pasted_request.h"
#include "backend/protection/inspection/request_parts.h"
#include "backend/protection/inspection/route_names.h"
#include "backend/protection/inspection/unseen_members.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_inspection {

using namespace sallyport;
using namespace sallyport::protection;
using detection::AttackClass;
using detection::Part;
using detection::PartKind;
using settings::ControlMode;

namespace {

InspectionPlan plan()
{
    InspectionPlan made;
    made.modes.fill(ControlMode::Enforce);
    made.exclusions = naturalPlaces();
    return made;
}

/// A detector with one rule of the operator's: `zebra` is five points.
std::shared_ptr<const detection::Detector> detector()
{
    detection::OwnRule rule;
    rule.id = "own.zebra";
    rule.title = "Zebra";
    rule.pattern = "zebra";
    return *detection::Detector::make({rule});
}

Judged judge(const InspectionPlan& with, std::string_view method, std::string_view pattern, const std::vector<Part>& parts)
{
    return Inspection::make(detector(), with)->inspect(method, pattern, parts);
}

const std::vector<Part> zebraBody{{PartKind::Json, {}, R"({"content": "a wild zebra today"})"}};

HitFinding finding(std::string rule, AttackClass attackClass, std::uint32_t points, std::string member = "content")
{
    return {std::move(rule), attackClass, points, 1, PartKind::Json, std::move(member), false};
}

} // namespace

class TstInspection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hit_isBlocked_observed_orNotLookedFor_asTheModesSay()
    {
        InspectionPlan with = plan();
        QCOMPARE(judge(with, "POST", "/api/comments", zebraBody).fate, Fate::Blocked);
        QCOMPARE(judge(with, "POST", "/api/comments", {{PartKind::Json, {}, R"({"content": "a wild horse"})"}}).fate,
                 Fate::Passes);
        with.mode = ControlMode::Observe;
        QCOMPARE(judge(with, "POST", "/api/comments", zebraBody).fate, Fate::Observed);
        with.mode = ControlMode::Enforce;
        with.modes[static_cast<std::size_t>(AttackClass::Own)] = ControlMode::Observe;
        QCOMPARE(judge(with, "POST", "/api/comments", zebraBody).fate, Fate::Observed);
        with.modes[static_cast<std::size_t>(AttackClass::Own)] = ControlMode::Off;
        QCOMPARE(judge(with, "POST", "/api/comments", zebraBody).fate, Fate::Passes);
    }

    void modeOfARule_isNearerThanThatOfItsClass_butNeverStricter()
    {
        InspectionPlan with = plan();
        with.ruleModes["own.zebra"] = ControlMode::Observe;
        const Judged observed = judge(with, "POST", "/api/comments", zebraBody);
        QCOMPARE(observed.fate, Fate::Observed);
        QVERIFY(observed.verdict.hits.front().observed);
        with.ruleModes["own.zebra"] = ControlMode::Off;
        QCOMPARE(judge(with, "POST", "/api/comments", zebraBody).fate, Fate::Passes);
        with.ruleModes.clear();
        with.modes[static_cast<std::size_t>(AttackClass::Own)] = ControlMode::Observe;
        QCOMPARE(Inspection::make(detector(), with)->modeOf("own.zebra", AttackClass::Own), ControlMode::Observe);
    }

    void exclusion_holdsForItsRouteAndMember_andNowhereElse()
    {
        InspectionPlan with = plan();
        with.exclusions.push_back({"own.zebra", "POST /api/comments", "content", PartKind::Json, "Zoo", 90});
        QCOMPARE(judge(with, "POST", "/api/comments", zebraBody).fate, Fate::Passes);
        QCOMPARE(judge(with, "POST", "/api/data", zebraBody).fate, Fate::Blocked);
        QCOMPARE(judge(with, "POST", "/api/comments", {{PartKind::Json, {}, R"({"title": "zebra"})"}}).fate, Fate::Blocked);
        QCOMPARE(judge(with, "POST", "/api/comments", {{PartKind::Query, {}, "content=zebra"}}).fate, Fate::Blocked);
    }

    void passwordsCodesAndTokens_areNeverLookedAt()
    {
        QCOMPARE(
            judge(plan(), "POST", "/api/auth/login", {{PartKind::Json, {}, R"({"email": "a@b.example", "password": "zebra"})"}})
                .fate,
            Fate::Passes);
        QCOMPARE(
            judge(plan(), "POST", "/api/auth/login", {{PartKind::Json, {}, R"({"email": "zebra", "password": "zebra"})"}}).fate,
            Fate::Blocked);
        QCOMPARE(judge(plan(), "POST", "/oauth/introspect", {{PartKind::Form, {}, "token=zebra"}}).fate, Fate::Passes);
        for (const char* name : {"password", "current_password", "new_password", "password_hash", "code", "mfa_token",
                                 "refresh_token", "client_secret", "device_token", "user.password"})
            QVERIFY2(isSecretMember(name), name);
        for (const char* name : {"content", "passwords", "title", "encode", "password.$ne"})
            QVERIFY2(!isSecretMember(name), name);
    }

    void excerpt_keepsWhatMatchedAndAWordBesideIt_andNothingOfWhatIsSealed()
    {
        const Judged judged = judge(plan(), "POST", "/api/comments", zebraBody);
        DetectionHit hit = hitOf(judged, zebraBody);
        QCOMPARE(hit.member, std::string("content"));
        QCOMPARE(hit.rule, std::string("own.zebra"));
        QCOMPARE(hit.matched, std::string("zebra"));
        QCOMPARE(hit.place, 7U);
        QVERIFY(excerptText(hit).find("zebra") != std::string::npos);
        QVERIFY(hit.blocked);
        QCOMPARE(hit.score, 5U);
        const std::vector<Part> sealed{{PartKind::Json, {}, R"({"sensitive": {"note": "my zebra"}})"}};
        hit = hitOf(judge(plan(), "POST", "/api/data", sealed), sealed);
        QCOMPARE(hit.member, std::string("sensitive.note"));
        QCOMPARE(hit.matched, std::string());
        QVERIFY(excerptText(hit).find("zebra") == std::string::npos);
    }

    void longNumbers_areMaskedInWhatIsKept()
    {
        detection::Hit found;
        found.part = PartKind::Json;
        found.member = "content";
        found.matched = "4111111111111111' or 1=1";
        DetectionHit hit;
        putExcerpt(hit, found, {});
        QVERIFY(hit.matched.find("41111") == std::string::npos);
        QVERIFY(hit.matched.find("' or 1=1") != std::string::npos);
    }

    void score_addsOfEachClassTheValueWithTheMostPoints()
    {
        const std::vector<HitFinding> findings{finding("sql.a", AttackClass::Sql, 3), finding("sql.b", AttackClass::Sql, 2),
                                               finding("sql.a", AttackClass::Sql, 4, "title"),
                                               finding("script.a", AttackClass::Script, 6)};
        const auto all = [](const HitFinding&) { return ControlMode::Enforce; };
        QCOMPARE(weigh(findings, all).score, 11U);
        const Weight without = weigh(findings, [](const HitFinding& one) {
            return one.attackClass == AttackClass::Script ? ControlMode::Observe
                   : one.rule == "sql.b"                  ? ControlMode::Off
                                                          : ControlMode::Enforce;
        });
        QCOMPARE(without.score, 4U);
        QCOMPARE(without.observedScore, 6U);
        QCOMPARE(without.fate(4), Fate::Blocked);
        QCOMPARE(without.fate(5), Fate::Observed);
        QCOMPARE(without.fate(11), Fate::Passes);
    }

    void headersWithCredentials_areNotLookedAt()
    {
        const std::vector<RequestHeader> headers{{"Authorization", "Bearer zebra"}, {"x-api-key", "zebra"},
                                                 {"X-Signature", "zebra"},          {"Host", "zebra"},
                                                 {"user-agent", "zebra"},           {"COOKIE", "a=zebra"}};
        std::vector<Part> parts;
        addHeadParts({"/api/data", "q=1", headers, {}, {}}, parts);
        QCOMPARE(parts.size(), std::size_t{4});
        QCOMPARE(parts[2].kind, PartKind::Header);
        QCOMPARE(parts[2].name, std::string_view("User-Agent")); // however it was sent
        QCOMPARE(parts[3].kind, PartKind::Cookie);
    }

    void headersWithCredentials_aLogReadsLookupsInThem_fromThereOnTheyAreLookedAt()
    {
        const std::vector<RequestHeader> headers{{"If-None-Match", "${jndi:ldap://a/b}"},
                                                 {"Range", "${${lower:j}ndi:dns://a}"},
                                                 {"Authorization", "Bearer zebra ${jndi:rmi://a}"},
                                                 {"X-Api-Key", "() { :;}; /bin/id"},
                                                 {"TE", "trailers {}"}};
        std::vector<Part> parts;
        addHeadParts({"/api/data", {}, headers, {}, {}}, parts);
        QCOMPARE(parts.size(), std::size_t{5});                        // and the path
        QCOMPARE(parts[3].bytes, std::string_view("${jndi:rmi://a}")); // nothing of the credential
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const auto verdict = detection::Detector().inspect(std::span(&parts[i], 1), {});
            QVERIFY2(verdict.blocked, std::string(parts[i].name).c_str());
        }
    }

    void body_isReadAsWhatItIsSaidToBe_orByHowItBegins()
    {
        const auto kind = [](std::string_view media, std::string_view body) {
            std::vector<Part> parts;
            addBodyPart({{}, {}, {}, media, body}, parts);
            return parts.empty() ? PartKind::Count_ : parts.front().kind;
        };
        QCOMPARE(kind("application/json; charset=utf-8", "{}"), PartKind::Json);
        QCOMPARE(kind("Application/X-WWW-Form-Urlencoded", "a=b"), PartKind::Form);
        QCOMPARE(kind("text/plain", " {\"a\": 1}"), PartKind::Json);
        QCOMPARE(kind("", "<a/>"), PartKind::Xml);
        QCOMPARE(kind("text/csv", "a,b"), PartKind::Text);
        QCOMPARE(kind("application/json", ""), PartKind::Count_);
    }

    void csv_isReadAsIfCommasSeparatedItsFields_andGivenAsItCame()
    {
        const auto separator = [](std::string_view media, std::string_view body) {
            const std::vector<Part> parts = partsOf({{}, {}, {}, media, body});
            return parts.front().bytes == body ? parts.front().separator : '?';
        };
        QCOMPARE(separator("text/csv; charset=utf-8", "a;id\nx;\"y;z\"\n"), ';');
        QCOMPARE(separator("Text/CSV", "a\tid\n1;2\t3\n"), '\t');
        QCOMPARE(separator("text/csv", "sep=;\na,b;id\n"), ';');
        QCOMPARE(separator("text/csv", "\xef\xbb\xbf\"sep=;\"\r\na;id"), ';');
        QCOMPARE(separator("text/csv", "a,b\n;id\n"), ',');
        QCOMPARE(separator("text/plain", "a;id"), ',');

        const detection::Detector detector;
        const std::string_view csv = "name;id\nx;\"a;rm -rf .\"\n";
        const std::vector<Part> parts = partsOf({{}, {}, {}, "text/csv", csv});
        const detection::Explanation explained = detector.explain(parts, {});
        QVERIFY(explained.verdict.blocked); // inside quotation marks a semicolon is the field's own
        QCOMPARE(csv.substr(explained.verdict.hits.front().partOffset, 3), std::string_view(";rm"));
        QCOMPARE(explained.values.front().stages.front().text, std::string(csv)); // as received
        const std::vector<Part> plain = partsOf({{}, {}, {}, "text/csv", "name;id\nx;3\n"});
        QVERIFY(!detector.inspect(plain, {}).blocked);
    }

    void pastedRequest_isTakenApart()
    {
        const auto read =
            readPasted("POST /api/comments?x=1 HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"content\": \"a\"}");
        QVERIFY(read);
        QCOMPARE(read->method, std::string_view("POST"));
        QCOMPARE(read->path, std::string_view("/api/comments"));
        QCOMPARE(read->query, std::string_view("x=1"));
        QCOMPARE(read->mediaType, std::string_view("application/json"));
        QCOMPARE(read->body, std::string_view("{\"content\": \"a\"}"));
        const auto value = readPasted("' or 1=1 --");
        QVERIFY(value && value->isValue);
        QCOMPARE(value->body, std::string_view("' or 1=1 --"));
        QCOMPARE(readPasted("  \n").error().code, ErrorCode::ValidationFailed);
        QCOMPARE(readPasted("GET / HTTP/1.1\nno header\n\n").error().fields.front().rule, std::string("head"));
        QCOMPARE(readPasted(std::string(pastedMost + 1, 'a')).error().code, ErrorCode::ValidationFailed);
    }

    void route_ofAPath()
    {
        const std::vector<std::string> routes{"GET /api/data", "GET /api/data/export", "GET /api/data/{id}", "POST /api/data"};
        QCOMPARE(routeOf(routes, "GET", "/api/data/7"), std::string("GET /api/data/{id}"));
        QCOMPARE(routeOf(routes, "GET", "/api/data/export"), std::string("GET /api/data/export"));
        QCOMPARE(routeOf(routes, "POST", "/api/data"), std::string("POST /api/data"));
        QCOMPARE(routeOf(routes, "PUT", "/api/data"), std::string());
        QCOMPARE(routeOf(routes, "GET", "/api/data/7/x"), std::string());
    }

    void flood_isWrittenTwentyTimesAMinute_andNamesTheLast()
    {
        ManualClock clock{UtcTime{} + std::chrono::hours(1)};
        HitFlood flood(clock);
        for (std::uint32_t i = 0; i < HitFlood::writtenAMinute; ++i) {
            QVERIFY(flood.take("192.0.2.1", "sql.a").write);
            flood.written("192.0.2.1", "sql.a", "evt_" + std::to_string(i));
        }
        for (int i = 0; i < 3; ++i) {
            const HitFlood::Turn held = flood.take("192.0.2.1", "sql.a");
            QVERIFY(!held.write);
            QCOMPARE(held.incident, std::string("evt_19"));
        }
        QVERIFY(flood.take("192.0.2.1", "sql.b").write);
        QVERIFY(flood.take("192.0.2.2", "sql.a").write);
        clock.advance(std::chrono::minutes(1));
        const HitFlood::Turn again = flood.take("192.0.2.1", "sql.a");
        QVERIFY(again.write);
        QCOMPARE(again.more, 3U);
    }

    void flood_fromManyAddresses_takesNoMoreMemory()
    {
        ManualClock clock{UtcTime{} + std::chrono::hours(1)};
        HitFlood flood(clock);
        for (int i = 0; i < 20'000; ++i)
            QVERIFY(flood.take("2001:db8::" + std::to_string(i), "sql.a").write);
    }
};

SALLYPORT_TEST(TstInspection)

} // namespace tst_inspection
#include "tst_inspection.moc"
