#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>
#include <filesystem>

#include <QTest>

namespace tst_events_api {

using namespace sallyport;
using namespace sallyport::test;

/// Events, the live stream, exports and limits over real HTTPS.
class EventsApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void list_filters_andPages();
    void list_total_isOfAllPages();
    void list_badFilter_is400();
    void times_withoutZone_areOfTheSettingsZone();
    void stream_sendsWhatHappens();
    void stream_withLastEventId_replays();
    void stream_endsWithTheSession();
    void stream_tooMany_isRefused();
    void export_csv_streams();
    void export_jsonLines_isOneObjectALine();
    void export_forCollectors_isOneEventALine();
    void export_otherFormats_sayWhy();
    void export_ofADamagedJournal_saysSo_untilItIsAccepted();
    void export_withoutPermission_is403();
    void verify_findsTheChainIntact();
    void head_isTheLastEvent();
    void limits_changed_countAtOnce();
    void settings_changed_areRecorded();
    void settings_badValue_changesNothing();
    void settings_path_tellsNothingOfFiles();
    void server_status_tellsTheFingerprint();
    void stop_withOpenStream_isQuick();

private:
    Reply get(const std::string& path, const std::string& token);
    TestServer server;
    std::string admin;
};

void EventsApiTest::initTestCase()
{
    admin = server.adminToken();
    QVERIFY(!admin.empty());
}

Reply EventsApiTest::get(const std::string& path, const std::string& token)
{
    HttpsClient client(server.port());
    return client.send("GET", path, TestServer::bearer(token));
}

void EventsApiTest::list_filters_andPages()
{
    for (int i = 0; i < 5; ++i)
        get("/api/protected", "nonsense");
    const Reply first = get("/api/events?q=kind:auth.token_refused&limit=2", admin);
    QCOMPARE(first.status, 200);
    const boost::json::value body = first.json();
    QCOMPARE(body.at("data").as_array().size(), std::size_t{2});
    for (const auto& event : body.at("data").as_array()) {
        QVERIFY(event.at("kind") == "auth.token_refused");
        QVERIFY(event.at("path") == "/api/protected");
        QVERIFY(event.at("status").as_int64() == 401);
    }
    const std::string next = first.text("/page/next");
    QVERIFY(!next.empty());
    const Reply second = get("/api/events?q=kind:auth.token_refused&limit=2&cursor=" + next, admin);
    QCOMPARE(second.status, 200);
    QVERIFY(second.json().at("data").at(0).at("sequence").as_int64() < body.at("data").at(1).at("sequence").as_int64());
    const std::int64_t sequence = body.at("data").at(0).at("sequence").as_int64();
    const std::string id = first.text("/data/0/id");
    const boost::json::value one = get("/api/events/" + id, admin).json();
    QCOMPARE(one.at("data").at("sequence").as_int64(), sequence);
    QVERIFY(one.at("data").at("id").as_string() == id);
    QVERIFY(id.find(std::to_string(sequence)) == std::string::npos || id.size() > 20); // text, not the number
    // Numbers were ids once: what somebody has kept still opens.
    QCOMPARE(get("/api/events/" + std::to_string(sequence), admin).text("/data/id"), id);
    std::string other = id;
    other.back() = other.back() == 'A' ? 'Q' : 'A'; // another history's event in this place
    for (const std::string& none : {std::string("999999999"), std::string("x"), std::string("0"), std::string("-1"), other,
                                    std::string("evt_"), id + "A", id.substr(0, id.size() - 2)})
        QCOMPARE(get("/api/events/" + none, admin).status, 404);
    QCOMPARE(get("/api/events?cursor=s5", admin).status, 400);
}

/// As every list tells it: how many there are on all pages together, whichever of them is asked for.
void EventsApiTest::list_total_isOfAllPages()
{
    for (int i = 0; i < 3; ++i)
        get("/api/protected", "nonsense");
    const auto counted = static_cast<std::int64_t>(server.events("auth.token_refused").size());
    QVERIFY(counted >= 3);
    const auto totalOf = [](const Reply& reply) { return reply.json().at("page").at("total").as_int64(); };
    const Reply first = get("/api/events?q=kind:auth.token_refused&limit=2", admin);
    QCOMPARE(totalOf(first), counted);
    QCOMPARE(totalOf(get("/api/events?q=kind:auth.token_refused&limit=2&cursor=" + first.text("/page/next"), admin)), counted);
    QCOMPARE(totalOf(get("/api/events?q=kind:auth.token_refused&limit=2&sort=time", admin)), counted);
    const Reply none = get("/api/events?q=user:nobody", admin);
    QCOMPARE(totalOf(none), std::int64_t{0});
    QVERIFY(none.json().at("page").at("next").is_null());
    const Reply last = get("/api/events?limit=200", admin);
    QCOMPARE(totalOf(last), static_cast<std::int64_t>(last.json().at("data").as_array().size()));
    QVERIFY(last.json().at("page").as_object().if_contains("about") == nullptr); // counted to the end
}

void EventsApiTest::times_withoutZone_areOfTheSettingsZone()
{
    // It is 09:00 in UTC, 18:00 in Tokyo.
    const auto count = [this](const char* filter) {
        return get(std::string("/api/events?q=") + filter, admin).json().at("data").as_array().size();
    };
    server.set("times.zone", "UTC");
    QVERIFY(count("until:2026-11-24T17:00") > 0);
    QCOMPARE(count("since:2026-11-24T17:00"), std::size_t{0});
    server.set("times.zone", "Asia/Tokyo");
    QCOMPARE(count("until:2026-11-24T17:00"), std::size_t{0});
    QVERIFY(count("since:2026-11-24T17:00") > 0);
    QCOMPARE(count("since:2026-11-24T17:00Z"), std::size_t{0});
    QVERIFY(get("/api/audit/export?q=since:2026-11-24T17:00", admin).body.find("2026-11-24T18:00:00.000+09:00") !=
            std::string::npos);
    QVERIFY(get("/api/export/users", admin).body.find("2026-11-24T18:00:00.000+09:00") != std::string::npos);
    QVERIFY(get("/api/events", admin).text("/data/0/time").ends_with("Z"));
    for (const char* path : {"/api/audit/export", "/api/export/users"}) {
        QVERIFY(get(path + std::string("?bom=true"), admin).body.starts_with("\xef\xbb\xbf"));
        QVERIFY(!get(path + std::string("?bom=false"), admin).body.starts_with("\xef\xbb\xbf"));
        QCOMPARE(get(path + std::string("?bom=yes"), admin).status, 400);
    }
    HttpsClient client(server.port());
    const Headers headers = TestServer::jsonAnd(TestServer::bearer(admin));
    QCOMPARE(client.send("PATCH", "/api/settings", headers, R"({"times.zone":"Europe/Nowhere"})").status, 400);
    QCOMPARE(std::string(server.services().settings.values()->timesZone.name()), std::string("Asia/Tokyo"));
    server.set("times.zone", "system");
}

void EventsApiTest::list_badFilter_is400()
{
    const Reply reply = get("/api/events?q=outcome:nonsense", admin);
    QCOMPARE(reply.status, 400);
    QVERIFY(reply.json().as_object().contains("details"));
    QCOMPARE(get("/api/events?limit=0", admin).status, 400);
    QCOMPARE(get("/api/events?sort=size", admin).status, 400);
}

void EventsApiTest::stream_sendsWhatHappens()
{
    HttpsClient stream(server.port());
    const Reply head = stream.begin("/api/events/stream?q=kind:user.created", TestServer::bearer(admin));
    QCOMPARE(head.status, 200);
    QVERIFY(head.header("Content-Type").starts_with("text/event-stream"));
    server.addUser("streamed@sallyport.example", "viewer");
    const std::string text = stream.readUntil("streamed@sallyport.example");
    QVERIFY(text.find("event: user.created\n") != std::string::npos);
    QVERIFY(text.find("id: ") != std::string::npos);
    QVERIFY(text.find("auth.login") == std::string::npos);
}

void EventsApiTest::stream_withLastEventId_replays()
{
    const Reply newest = get("/api/events?limit=1", admin);
    server.addUser("replayed@sallyport.example", "viewer");
    const std::string next = get("/api/events?limit=1&q=kind:user.created", admin).text("/data/0/id");
    HttpsClient stream(server.port());
    Headers headers = TestServer::bearer(admin);
    headers.emplace_back("Last-Event-ID", newest.text("/data/0/id"));
    const Reply head = stream.begin("/api/events/stream", headers);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.header("X-Accel-Buffering"), std::string("no"));
    QVERIFY(stream.readUntil("replayed@sallyport.example").find("id: " + next + "\n") != std::string::npos);
    HttpsClient other(server.port());
    Headers bad = TestServer::bearer(admin);
    bad.emplace_back("Last-Event-ID", "x");
    QCOMPARE(other.send("GET", "/api/events/stream", bad).status, 400);
}

void EventsApiTest::stream_endsWithTheSession()
{
    server.addUser("watcher@sallyport.example", "admin");
    const std::string token = server.tokenOf("watcher@sallyport.example");
    HttpsClient stream(server.port());
    QCOMPARE(stream.begin("/api/events/stream", TestServer::bearer(token)).status, 200);
    HttpsClient client(server.port());
    QCOMPARE(client.send("POST", "/api/auth/logout", TestServer::bearer(token)).status, 204);
    QVERIFY(stream.endsByServer());
}

void EventsApiTest::stream_tooMany_isRefused()
{
    server.addUser("many@sallyport.example", "admin");
    const std::string token = server.tokenOf("many@sallyport.example");
    std::vector<std::unique_ptr<HttpsClient>> open;
    int status = 200;
    for (int i = 0; i < 10 && status == 200; ++i) {
        open.push_back(std::make_unique<HttpsClient>(server.port()));
        status = open.back()->begin("/api/events/stream", TestServer::bearer(token)).status;
    }
    QCOMPARE(status, 409);
    QCOMPARE(open.size(), std::size_t{5});
}

void EventsApiTest::export_csv_streams()
{
    const Reply reply = get("/api/audit/export?format=csv&q=kind:user.", admin);
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.header("Content-Type").starts_with("text/csv"));
    QVERIFY(reply.header("Content-Disposition").starts_with("attachment"));
    QVERIFY(reply.body.find("user.created") != std::string::npos);
    QVERIFY(!server.events("report.exported").empty());
}

void EventsApiTest::export_jsonLines_isOneObjectALine()
{
    const Reply reply = get("/api/audit/export?format=jsonl", admin);
    QCOMPARE(reply.status, 200);
    std::size_t lines = 0;
    for (std::size_t begin = 0; begin < reply.body.size(); ++lines) {
        const std::size_t end = reply.body.find('\n', begin);
        QVERIFY(end != std::string::npos);
        QVERIFY(boost::json::parse(reply.body.substr(begin, end - begin)).is_object());
        begin = end + 1;
    }
    QVERIFY(lines > 5);
    // The period is said as in the filter; what lies before it is not in the file.
    for (const char* period : {"since=1h", "since=today", "since=7d&until=now", "since=2026-11-24", "since=2026-11-24T00:00Z"})
        QCOMPARE(get(std::string("/api/audit/export?format=jsonl&") + period, admin).status, 200);
    const auto told = [this](const std::string& period) {
        const Reply part = get("/api/audit/export?format=jsonl&q=kind:user.created&" + period, admin);
        return part.body.find("\"kind\":\"user.created\"") != std::string::npos;
    };
    QVERIFY(told("since=1h") && !told("until=1h"));
}

void EventsApiTest::export_forCollectors_isOneEventALine()
{
    const Reply cef = get("/api/audit/export?format=cef", admin);
    QCOMPARE(cef.status, 200);
    QVERIFY(cef.header("Content-Type").starts_with("text/plain"));
    QVERIFY(cef.body.starts_with("CEF:0|Sallyport|") && cef.body.ends_with("\n"));
    const Reply ocsf = get("/api/audit/export?format=ocsf", admin);
    QCOMPARE(ocsf.status, 200);
    const auto first = boost::json::parse(ocsf.body.substr(0, ocsf.body.find('\n')));
    QCOMPARE(first.at("metadata").at("version").as_string(), "1.8.0");
}

void EventsApiTest::export_otherFormats_sayWhy()
{
    for (const char* query :
         {"format=exe", "since=soon", "until=2026-13-01", "sinse=1h", "since=2026-11-25T00:00:00Z&until=2026-11-24T00:00:00Z"}) {
        const Reply reply = get(std::string("/api/audit/export?") + query, admin);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.json().as_object().contains("details"));
    }
}

void EventsApiTest::export_ofADamagedJournal_saysSo_untilItIsAccepted()
{
    TestServer other;
    const auto exported = [&other](const char* query) {
        const std::string token = other.adminToken();
        HttpsClient client(other.port());
        return client.send("GET", std::string("/api/audit/export?") + query, TestServer::bearer(token));
    };
    QCOMPARE(exported("format=csv").header("X-Audit-Integrity"), std::string());
    other.stop();
    QVERIFY(std::filesystem::remove(std::filesystem::path(other.directory()) / "audit.anchor"));
    other.start();
    for (const char* query : {"format=csv", "format=jsonl", "format=csv&since=2026-11-24T00:00:00Z"}) {
        const Reply reply = exported(query);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("X-Audit-Integrity"), std::string("damaged"));
        QVERIFY(reply.body.size() > 100);
    }
    QVERIFY(other.services().events.acceptDamage(TestServer::system(), "new disk", {}));
    QCOMPARE(exported("format=csv").header("X-Audit-Integrity"), std::string("accepted"));
    HttpsClient client(other.port());
    const Reply verified = client.send("POST", "/api/audit/verify", TestServer::bearer(other.adminToken()));
    QVERIFY(verified.json().at("data").at("intact").as_bool());
    QCOMPARE(verified.text("/data/accepted/0/why"), std::string("new disk"));
    QCOMPARE(verified.text("/data/accepted/0/problem"), std::string("anchor_missing"));
    QVERIFY(!other.services().events.acceptDamage(TestServer::system(), " ", {}));
    // Counted in characters; that nothing is damaged any more is looked at after them.
    std::string longest;
    for (int i = 0; i < 500; ++i)
        longest += "ü";
    QCOMPARE(other.services().events.acceptDamage(TestServer::system(), longest, {}).error().code, ErrorCode::Conflict);
    QCOMPARE(other.services().events.acceptDamage(TestServer::system(), longest + "x", {}).error().code,
             ErrorCode::InvalidArgument);
}

void EventsApiTest::export_withoutPermission_is403()
{
    server.addUser("noexport@sallyport.example", "viewer");
    QCOMPARE(get("/api/audit/export", server.tokenOf("noexport@sallyport.example")).status, 403);
}

void EventsApiTest::verify_findsTheChainIntact()
{
    HttpsClient client(server.port());
    const Reply reply = client.send("POST", "/api/audit/verify", TestServer::bearer(admin));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json().at("data").at("intact").as_bool());
    QVERIFY(reply.json().at("data").at("checked").as_int64() > 0);
}

void EventsApiTest::head_isTheLastEvent()
{
    const Reply reply = get("/api/audit/head", admin);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.text("/data/hash").size(), std::size_t{64});
    QCOMPARE(reply.text("/data/root").size(), std::size_t{64});
}

void EventsApiTest::limits_changed_countAtOnce()
{
    server.addUser("slow@sallyport.example", "viewer");
    const std::string token = server.tokenOf("slow@sallyport.example");
    HttpsClient client(server.port());
    const Headers headers = TestServer::jsonAnd(TestServer::bearer(admin));
    QCOMPARE(client.send("PUT", "/api/rate-limits/api_read", headers, R"({"requests":3,"window_seconds":60})").status, 200);
    QCOMPARE(get("/api/auth/me", token).status, 200);
    const Reply second = get("/api/auth/me", token);
    QCOMPARE(second.status, 200);
    QCOMPARE(QByteArray::fromStdString(second.header("RateLimit-Policy")), QByteArray("\"api_read\";q=3;w=60"));
    QVERIFY(second.header("RateLimit").starts_with("\"api_read\";r=1;t="));
    QCOMPARE(get("/api/auth/me", token).status, 200);
    const Reply refused = get("/api/auth/me", token);
    QCOMPARE(refused.status, 429);
    // Many refusals, one record a minute.
    for (int i = 0; i < 20; ++i)
        QCOMPARE(get("/api/auth/me", token).status, 429);
    QCOMPARE(server.events("limit.reached").size(), std::size_t{1});
    server.set("rate_limits.api_read", "1000000/3600");
    const boost::json::value limits = get("/api/rate-limits", admin).json();
    QCOMPARE(limits.at("data").as_array().size(), std::size_t{6});
    QCOMPARE(get("/api/rate-limits/nonsense", admin).status, 404);
}

void EventsApiTest::settings_changed_areRecorded()
{
    HttpsClient client(server.port());
    const Reply reply =
        client.send("PATCH", "/api/settings", TestServer::jsonAnd(TestServer::bearer(admin)), R"({"sessions.idle":1800})");
    QCOMPARE(reply.status, 200);
    QVERIFY(server.services().settings.values()->sessionsIdle == std::chrono::seconds(1800));
    const auto events = server.events("setting.changed");
    QVERIFY(!events.empty());
    QCOMPARE(QByteArray::fromStdString(events.front().actor.name), QByteArray("Ada Admin"));
}

void EventsApiTest::settings_badValue_changesNothing()
{
    HttpsClient client(server.port());
    const Headers headers = TestServer::jsonAnd(TestServer::bearer(admin));
    for (const char* body : {R"({"sessions.idle":-5})", R"({"nonsense.key":"1"})", R"({"server.address":"CANARY"})",
                             R"({"sessions.idle":1200,"tokens.nonsense":1})", "{}"}) {
        const Reply reply = client.send("PATCH", "/api/settings", headers, body);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.body.find("CANARY") == std::string::npos);
    }
    QVERIFY(server.services().settings.values()->sessionsIdle != std::chrono::seconds(1200));
}

void EventsApiTest::settings_path_tellsNothingOfFiles()
{
    HttpsClient client(server.port());
    const Headers headers = TestServer::jsonAnd(TestServer::bearer(admin));
    const auto answer = [&](const char* path) -> QByteArray {
        boost::json::object body;
        body["passwords.breach_list"] = path;
        const Reply reply = client.send("PATCH", "/api/settings", headers, boost::json::serialize(body));
        return QByteArray::number(reply.status) + ' ' + QByteArray::fromStdString(reply.text("/details/0/message"));
    };
    const QByteArray missing = answer("/no/such/file");
    QVERIFY2(missing.startsWith("400 It can't be used"), missing.constData());
    QCOMPARE(answer("/etc/passwd"), missing);
    QCOMPARE(answer("/etc"), missing);
    QCOMPARE(answer("/dev/null"), missing);
    QVERIFY(server.services().settings.values()->passwordsBreachList.empty());
}

void EventsApiTest::server_status_tellsTheFingerprint()
{
    const Reply reply = get("/api/server", admin);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.text("/data/fingerprint").size(), std::size_t{95});
    QCOMPARE(QByteArray::fromStdString(reply.text("/data/state")), QByteArray("running"));
}

void EventsApiTest::stop_withOpenStream_isQuick()
{
    HttpsClient stream(server.port());
    QCOMPARE(stream.begin("/api/events/stream", TestServer::bearer(admin)).status, 200);
    const auto begin = std::chrono::steady_clock::now();
    server.stop();
    QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(4));
}

SALLYPORT_GUILESS_TEST(EventsApiTest)

} // namespace tst_events_api
#include "tst_events_api.moc"
