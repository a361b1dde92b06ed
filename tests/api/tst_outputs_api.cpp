#include "backend/audit/event_kinds.h"
#include "backend/crypto/certificate.h"
#include "backend/outputs/destinations.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <boost/json.hpp>

#include <QTest>

#include <fstream>

namespace tst_outputs_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Destinations of events over HTTPS.
class OutputsApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        server = std::make_unique<TestServer>();
        admin = server->adminToken();
    }

    void destination_goesThroughItsLife()
    {
        const Reply made = ask("POST", "/api/outputs",
                               {{"name", "Archive"}, {"kind", "file"}, {"target", "archive"}, {"filter", "kind:output."}});
        QCOMPARE(made.status, 201);
        const std::string id = made.text("/data/id");
        QCOMPARE(made.header("Location"), "/api/outputs/" + id);
        QCOMPARE(made.text("/data/format"), std::string("jsonl"));
        QCOMPARE(made.json().at_pointer("/data/keep_files").as_int64(), 8);
        const Reply list = ask("GET", "/api/outputs");
        QCOMPARE(list.json().at_pointer("/page/total").as_int64(), 1);
        // What is recorded goes there: its own creation, too.
        const std::string file = server->directory() + "/outputs/archive.jsonl";
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(file).find("\"kind\":\"output.created\"") != std::string::npos, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(ask("GET", "/api/outputs/" + id).json().at_pointer("/data/state/sent").as_int64(), 1, 20'000);
        const Reply changed = ask("PATCH", "/api/outputs/" + id, {{"format", "ocsf"}, {"status", "disabled"}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.text("/data/format"), std::string("ocsf"));
        QCOMPARE(changed.text("/data/status"), std::string("disabled"));
        QCOMPARE(changed.text("/data/filter"), std::string("kind:output."));
        QCOMPARE(ask("PATCH", "/api/outputs/" + id, {{"format", "cef"}, {"version", 1}}).status, 412);
        QCOMPARE(ask("DELETE", "/api/outputs/" + id).status, 204);
        QCOMPARE(ask("GET", "/api/outputs/" + id).status, 404);
        QCOMPARE(server->events(std::string(audit::kind::outputChanged)).size(), std::size_t{1});
    }

    void secret_isNeverAnswered()
    {
        const Reply made =
            ask("POST", "/api/outputs",
                {{"name", "Hook"}, {"kind", "webhook"}, {"target", "https://127.0.0.1:1/"}, {"secret", "nobody may read this"}});
        QCOMPARE(made.status, 201);
        QVERIFY(made.json().at_pointer("/data/has_secret").as_bool());
        for (const std::string& body : {made.body, ask("GET", "/api/outputs").body, ask("GET", "/api/events?limit=200").body})
            QVERIFY(body.find("nobody may read") == std::string::npos);
    }

    void certificate_isAnswered_itsKeyNever()
    {
        test::TestRandom random;
        const auto pair = crypto::makeSelfSigned({"sallyport.clinic.example"}, {}, server->clock().now(), random);
        QVERIFY(pair);
        const std::string key(pair->privateKeyPem.view()), certificate = pair->certificate.pem();
        const auto create = [&](const char* name, const std::string& pem) {
            return ask(
                "POST", "/api/outputs",
                {{"name", name}, {"kind", "syslog"}, {"target", "127.0.0.1:1"}, {"status", "disabled"}, {"certificate", pem}});
        };
        const Reply made = create("Strict", key + certificate);
        QVERIFY2(made.status == 201, made.body.c_str());
        QVERIFY(made.json().at_pointer("/data/has_secret").as_bool());
        QVERIFY(made.text("/data/certificate").starts_with("-----BEGIN CERTIFICATE-----"));
        const std::string path = "/api/outputs/" + made.text("/data/id");
        for (const std::string& body : {made.body, ask("GET", path).body, ask("GET", "/api/events?limit=200").body})
            QVERIFY(body.find("PRIVATE") == std::string::npos);
        QCOMPARE(create("Bare", certificate).status, 400);
        QCOMPARE(ask("PATCH", path, {{"name", "Stricter"}}).json().at_pointer("/data/has_secret").as_bool(), true);
        const Reply without = ask("PATCH", path, {{"certificate", ""}});
        QVERIFY(without.json().at_pointer("/data/certificate").is_null());
        QVERIFY(!without.json().at_pointer("/data/has_secret").as_bool());
        const Reply telemetry =
            ask("POST", "/api/outputs", {{"name", "Telemetry"}, {"kind", "otlp"}, {"target", "https://127.0.0.1:1/v1/logs"}});
        QCOMPARE(telemetry.text("/data/format"), std::string("otlp"));
    }

    void test_saysWhyInItsAnswer()
    {
        const std::string id = ask("POST", "/api/outputs",
                                   {{"name", "Hook"},
                                    {"kind", "webhook"},
                                    {"target", "https://127.0.0.1:1/"},
                                    {"secret", "a secret of some length"}})
                                   .text("/data/id");
        const Reply refused = ask("POST", "/api/outputs/" + id + "/test");
        QCOMPARE(refused.status, 200);
        QVERIFY(!refused.json().at_pointer("/data/passed").as_bool());
        QVERIFY2(refused.text("/data/detail").find("outbound.networks") != std::string::npos, refused.body.c_str());
        const std::string file =
            ask("POST", "/api/outputs", {{"name", "File"}, {"kind", "file"}, {"target", "events"}}).text("/data/id");
        QVERIFY(ask("POST", "/api/outputs/" + file + "/test").json().at_pointer("/data/passed").as_bool());
        QVERIFY(contentOf(server->directory() + "/outputs/events.jsonl").find("output.tested") != std::string::npos);
        QCOMPARE(ask("POST", "/api/outputs/01J00000000000000000000000/test").status, 404);
    }

    void mistakes_areNamed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char* name, json::object body, const char* field) {
            body.emplace("name", "x");
            QTest::newRow(name) << QByteArray::fromStdString(json::serialize(body)) << QByteArray(field);
        };
        row("no target", {{"kind", "file"}}, "target");
        row("path", {{"kind", "file"}, {"target", "../x"}}, "target");
        row("clear text", {{"kind", "webhook"}, {"target", "http://a.example"}, {"secret", "a secret of some length"}}, "target");
        row("no secret", {{"kind", "webhook"}, {"target", "https://a.example"}}, "secret");
        row("format",
            {{"kind", "mail"}, {"target", "smtps://a.example"}, {"format", "cef"}, {"sender", "a@b"}, {"recipients", {"c@d"}}},
            "format");
        row("nobody to mail to", {{"kind", "mail"}, {"target", "smtps://a.example"}, {"sender", "a@b"}}, "recipients");
        row("filter", {{"kind", "file"}, {"target", "x"}, {"filter", "since:1h"}}, "filter");
        row("other kind", {{"kind", "pigeon"}, {"target", "x"}}, "kind");
    }
    void mistakes_areNamed()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, field);
        const Reply reply = ask("POST", "/api/outputs", json::parse(body.toStdString()).as_object());
        QCOMPARE(reply.status, 400);
        QCOMPARE(QByteArray::fromStdString(reply.text("/details/0/field")), field);
    }

    void otherTarget_wantsTheSecretAnew()
    {
        const Reply made = ask(
            "POST", "/api/outputs",
            {{"name", "Hook"}, {"kind", "webhook"}, {"target", "https://127.0.0.1:1/"}, {"secret", "a secret of some length"}});
        const std::string path = "/api/outputs/" + made.text("/data/id");
        const Reply refused = ask("PATCH", path, {{"target", "https://127.0.0.1:2/"}});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("/details/0/field"), std::string("secret"));
        QCOMPARE(ask("GET", path).text("/data/target"), std::string("https://127.0.0.1:1/"));
        QCOMPARE(ask("PATCH", path, {{"target", "https://127.0.0.1:2/"}, {"secret", "another one of some length"}}).status, 200);
    }

    void sameFile_is409()
    {
        QCOMPARE(ask("POST", "/api/outputs", {{"name", "One"}, {"kind", "file"}, {"target", "events"}}).status, 201);
        const Reply refused = ask("POST", "/api/outputs", {{"name", "Two"}, {"kind", "file"}, {"target", "events"}});
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text("/code"), std::string("file_taken"));
        QCOMPARE(ask("POST", "/api/outputs", {{"name", "Two"}, {"kind", "file"}, {"target", "other"}}).status, 201);
    }

    void withoutExport_itIsOnlySwitchedOff()
    {
        const std::string path =
            "/api/outputs/" +
            ask("POST", "/api/outputs", {{"name", "File"}, {"kind", "file"}, {"target", "events"}}).text("/data/id");
        QCOMPARE(ask("POST", "/api/roles", {{"name", "mover"}, {"permissions", {"outputs:read", "outputs:update"}}}).status, 201);
        server->addUser("mo@sallyport.example", "mover");
        const std::string keep = std::exchange(admin, server->tokenOf("mo@sallyport.example"));
        const auto lacks = [](const Reply& reply) { return reply.status == 403 && reply.text("/required") == "events:export"; };
        QVERIFY(lacks(ask("POST", "/api/outputs", {{"name", "Mine"}, {"kind", "file"}, {"target", "mine"}})));
        QVERIFY(lacks(ask("PATCH", path, {{"filter", "kind:auth.login"}})));
        QCOMPARE(ask("PATCH", path, {{"status", "disabled"}}).status, 200);
        QVERIFY(lacks(ask("PATCH", path, {{"status", "enabled"}})));
        admin = keep;
        QCOMPARE(ask("GET", path).text("/data/author"), nameOf(admin));
        QCOMPARE(ask("PATCH", path, {{"status", "enabled"}}).status, 200);
    }

    void asvs_8_3_2_authorWhoMayNoMore_stopsIt_untilSomebodyElseSavesIt_data()
    {
        QTest::addColumn<QString>("how");
        for (const char* how : {"role", "disabled", "deleted", "key"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void asvs_8_3_2_authorWhoMayNoMore_stopsIt_untilSomebodyElseSavesIt()
    {
        QFETCH(const QString, how);
        const json::array rights{"outputs:read", "outputs:update", "events:export", "users:read"};
        const std::string role = ask("POST", "/api/roles", {{"name", "sender"}, {"permissions", rights}}).text("/data/id");
        const UserId sen = server->addUser("sen@sallyport.example", "sender");
        Headers as = TestServer::bearer(server->tokenOf("sen@sallyport.example"));
        HttpsClient client(server->port());
        const Reply key = client.send("POST", "/api/keys", TestServer::jsonAnd(TestServer::bearer(admin)),
                                      json::serialize(json::value{{"name", "k"}, {"owner", sen.text()}, {"scopes", rights}}));
        if (how == u"key")
            as = {{"X-API-Key", key.text("/data/key")}};
        const json::object wanted{{"name", "Theirs"}, {"kind", "file"}, {"target", "theirs"}, {"filter", "kind:user.created"}};
        const Reply made = client.send("POST", "/api/outputs", TestServer::jsonAnd(as), json::serialize(wanted));
        QVERIFY2(made.status == 201, made.body.c_str());
        const std::string path = "/api/outputs/" + made.text("/data/id"), file = server->directory() + "/outputs/theirs.jsonl";
        QVERIFY(!ask("GET", path).json().at_pointer("/data/state/stopped").as_bool());
        if (how == u"role")
            QCOMPARE(ask("PATCH", "/api/roles/" + role, {{"permissions", {"outputs:read", "outputs:update"}}}).status, 200);
        else if (how == u"disabled")
            QCOMPARE(ask("POST", "/api/users/" + sen.text() + "/disable").status / 100, 2);
        else if (how == u"deleted")
            QCOMPARE(ask("DELETE", "/api/users/" + sen.text()).status, 204);
        else
            QCOMPARE(ask("DELETE", "/api/keys/" + key.text("/data/id")).status, 204);
        server->addUser("one@sallyport.example", "viewer");
        QTRY_COMPARE_WITH_TIMEOUT(server->events(std::string(audit::kind::outputFailed)).size(), std::size_t{1}, 20'000);
        const audit::Event failed = server->events(std::string(audit::kind::outputFailed)).front();
        QCOMPARE(failed.reason, std::string("author_denied"));
        QVERIFY2(failed.detailsJson.find("may export no events") != std::string::npos, failed.detailsJson.c_str());
        QVERIFY(ask("GET", path).json().at_pointer("/data/state/stopped").as_bool());
        QCOMPARE(contentOf(file), std::string());
        // Another one answers for it, and nothing is lost.
        QCOMPARE(ask("PATCH", path, {{"status", "enabled"}}).text("/data/author"), nameOf(admin));
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(file).find("one@sallyport.example") != std::string::npos, 20'000);
        QVERIFY(!ask("GET", path).json().at_pointer("/data/state/stopped").as_bool());
    }

    void rights_areAsked()
    {
        server->addUser("viewer@sallyport.example", "viewer");
        server->addUser("auditor@sallyport.example", "auditor");
        const std::string auditor = server->tokenOf("auditor@sallyport.example");
        HttpsClient client(server->port());
        QCOMPARE(client.send("GET", "/api/outputs", TestServer::bearer(auditor)).status, 200);
        QCOMPARE(client.send("DELETE", "/api/outputs/x", TestServer::bearer(auditor)).status, 403);
        const std::string viewer = server->tokenOf("viewer@sallyport.example");
        QCOMPARE(client.send("GET", "/api/outputs", TestServer::bearer(viewer)).status, 403);
    }

private:
    Reply ask(const char* method, const std::string& path, const json::object& body = {})
    {
        HttpsClient client(server->port());
        if (body.empty())
            return client.send(method, path, TestServer::bearer(admin));
        return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(admin)), json::serialize(body));
    }
    std::string nameOf(const std::string& token)
    {
        return HttpsClient(server->port()).send("GET", "/api/auth/me", TestServer::bearer(token)).text("/data/name");
    }
    static std::string contentOf(const std::string& file)
    {
        std::ifstream stream(file);
        return std::string(std::istreambuf_iterator<char>(stream), {});
    }

    std::unique_ptr<TestServer> server;
    std::string admin;
};

SALLYPORT_GUILESS_TEST(OutputsApiTest)

} // namespace tst_outputs_api
#include "tst_outputs_api.moc"
