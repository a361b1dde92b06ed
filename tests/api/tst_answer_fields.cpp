#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

namespace tst_answer_fields {

using namespace sallyport;
using namespace sallyport::test;

/// The header fields that every answer has: of each status, and of what never became a request.
class AnswerFieldsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAnswer_says_data();
    void everyAnswer_says();
    void asvs_13_4_6_noAnswer_saysWhatServesIt();
    void asvs_4_1_1_everyBody_hasItsType();
    void everyAnswer_hasItsNumber_andNothingTwice();

private:
    TestServer server;
    std::vector<std::pair<std::string, Reply>> replies; ///< what was asked, and the answer
};

void AnswerFieldsTest::initTestCase()
{
    const std::string admin = server.adminToken();
    server.addUser("viewer@sallyport.example", "viewer");
    const std::string viewer = server.tokenOf("viewer@sallyport.example");
    HttpsClient client(server.port());
    const auto keep = [&](int status, const Reply& reply, const std::string& what) {
        QVERIFY2(reply.status == status, (what + ": " + std::to_string(reply.status)).c_str());
        replies.emplace_back(what, reply);
    };
    const auto ask = [&](int status, const char* method, const char* target, const Headers& headers = {}) {
        keep(status, client.send(method, target, headers), std::string(method) + ' ' + target);
    };
    ask(200, "GET", "/healthz");
    ask(200, "HEAD", "/healthz");
    ask(200, "GET", "/readyz");
    ask(200, "GET", "/api/users", TestServer::bearer(admin));
    ask(200, "GET", "/api/audit/export?format=csv", TestServer::bearer(admin));
    ask(200, "GET", "/api/openapi.json", {{"Origin", "https://evil.example"}});
    ask(204, "POST", "/api/auth/logout", TestServer::bearer(server.tokenOf("viewer@sallyport.example")));
    ask(400, "GET", "/api/users?limit=0", TestServer::bearer(admin));
    ask(401, "GET", "/api/protected");
    ask(403, "GET", "/api/settings", TestServer::bearer(viewer));
    ask(404, "GET", "/nothing");
    ask(405, "DELETE", "/healthz");
    ask(501, "FOO", "/healthz");
    keep(415, client.send("POST", "/api/auth/login", {}, "{}"), "a body without a type");
    server.set("rate_limits.auth", "1/900");
    Reply limited;
    for (int i = 0; i < 4 && limited.status != 429; ++i)
        limited = client.send("POST", "/api/auth/login", TestServer::jsonAnd({}), R"({"email":"a@x.example","password":"b"})");
    server.set("rate_limits.auth", "1000000/3600");
    keep(429, limited, "too much");
    server.faults().arm("work-", Thrown::Runtime);
    keep(500, client.send("GET", "/api/keys", TestServer::bearer(admin)), "a fault");
    server.faults().disarm();

    const char* broken[] = {
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nX: a\x01\r\n\r\n",
        "GET / HTTP/3.0\r\nHost: a\r\n\r\n",
        "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n",
    };
    for (const char* request : broken) {
        HttpsClient another(server.port());
        const Reply reply = another.sendRaw(request);
        QVERIFY2(reply.status >= 400 && !reply.text("/code").empty(), request);
        QCOMPARE(reply.header("X-Request-Id"), reply.text("/instance"));
        replies.emplace_back(request, reply);
    }
}

void AnswerFieldsTest::everyAnswer_says_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* field, const char* says) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(says);
    };
    row("asvs_3_2_1_noBrowserRendersIt", "Content-Security-Policy", "; sandbox");
    row("asvs_3_4_1_httpsForAYear", "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    row("asvs_3_4_3_nothingIsLoaded", "Content-Security-Policy", "default-src 'none'");
    row("asvs_3_4_3_noObject", "Content-Security-Policy", "object-src 'none'");
    row("asvs_3_4_3_noBase", "Content-Security-Policy", "base-uri 'none'");
    row("asvs_3_4_4_theTypeIsTheType", "X-Content-Type-Options", "nosniff");
    row("asvs_3_4_5_noReferrer", "Referrer-Policy", "no-referrer");
    row("asvs_3_4_6_nobodyFramesIt", "Content-Security-Policy", "frame-ancestors 'none'");
    row("asvs_3_4_6_norOldBrowsers", "X-Frame-Options", "DENY");
    row("asvs_3_4_8_windowsApart", "Cross-Origin-Opener-Policy", "same-origin");
    row("asvs_3_5_8_nobodyEmbedsIt", "Cross-Origin-Resource-Policy", "same-origin");
    row("asvs_14_3_2_nothingIsKept", "Cache-Control", "no-store");
}

void AnswerFieldsTest::everyAnswer_says()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, says);
    QVERIFY(replies.size() > 20);
    for (const auto& [what, reply] : replies) {
        QVERIFY2(QByteArray::fromStdString(reply.header(field.toStdString())).contains(says), what.c_str());
        QVERIFY2(reply.count(field.toStdString()) == 1, what.c_str());
    }
}

void AnswerFieldsTest::asvs_13_4_6_noAnswer_saysWhatServesIt()
{
    for (const auto& [what, reply] : replies) {
        for (const char* field : {"Server", "X-Powered-By", "Via", "X-XSS-Protection", "Public-Key-Pins",
                                  "Access-Control-Allow-Origin", "Set-Cookie"})
            QVERIFY2(reply.count(field) == 0, (what + ": " + field).c_str());
        if (reply.status < 400)
            continue;
        for (const char* word : {"Sallyport", "OpenSSL", "Boost", "SQL", "backend/", ".cpp", "/usr/", "/tmp/"})
            QVERIFY2(reply.body.find(word) == std::string::npos, (what + ": " + word).c_str());
    }
}

void AnswerFieldsTest::asvs_4_1_1_everyBody_hasItsType()
{
    for (const auto& [what, reply] : replies) {
        const std::string type = reply.header("Content-Type");
        if (reply.status >= 400)
            QVERIFY2(type == "application/problem+json", what.c_str());
        else if (reply.status == 204)
            QVERIFY2(type.empty(), what.c_str());
        else if (type.starts_with("text/"))
            QVERIFY2(type.find("charset=utf-8") != std::string::npos, what.c_str());
        else
            QVERIFY2(type.starts_with("application/") && (reply.body.empty() || !reply.json().is_null()), what.c_str());
    }
}

void AnswerFieldsTest::everyAnswer_hasItsNumber_andNothingTwice()
{
    for (const auto& [what, reply] : replies) {
        QVERIFY2(isIdText(reply.header("X-Request-Id")), what.c_str());
        for (const char* name : {"X-Request-Id", "Date", "Cache-Control", "Strict-Transport-Security"})
            QVERIFY2(reply.count(name) == 1, (what + ": " + name).c_str());
    }
}

SALLYPORT_GUILESS_TEST(AnswerFieldsTest)

} // namespace tst_answer_fields
#include "tst_answer_fields.moc"
