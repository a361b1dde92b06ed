#include "backend/api/endpoints/all_endpoints.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <barrier>
#include <thread>

namespace tst_steps_in_order {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// What takes several requests takes them in their order; and what costs much takes its turn.
class StepsInOrderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asvs_2_3_1_lastStep_withoutTheFirst_opensNothing_data();
    void asvs_2_3_1_lastStep_withoutTheFirst_opensNothing();
    void asvs_2_3_1_afterThePassword_onlyTheCodeIsTaken();
    void asvs_15_2_2_moreHashesThanThereIsRoomFor_waitForNobody();

private:
    Reply post(const std::string& path, const json::value& body, const std::string& token = {});
    TestServer server;
    std::string admin;
};

void StepsInOrderTest::initTestCase()
{
    admin = server.adminToken();
    QVERIFY(!admin.empty());
}

Reply StepsInOrderTest::post(const std::string& path, const json::value& body, const std::string& token)
{
    HttpsClient client(server.port());
    return client.send("POST", path, TestServer::jsonAnd(token.empty() ? Headers() : TestServer::bearer(token)),
                       json::serialize(body));
}

void StepsInOrderTest::asvs_2_3_1_lastStep_withoutTheFirst_opensNothing_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("signedIn");
    const std::string something(43, 'A');
    const auto row = [](const char* name, const char* path, const json::value& body, bool signedIn = false) {
        QTest::newRow(name) << QByteArray(path) << QByteArray::fromStdString(json::serialize(body)) << signedIn;
    };
    row("code without a password", "/api/auth/mfa", {{"mfa_token", something}, {"code", "123456"}});
    row("code with what a session opens", "/api/auth/mfa",
        {{"mfa_token", server.adminToken().substr(0, 256)}, {"code", "123456"}});
    row("exchange without a sign-in elsewhere", "/api/auth/exchange", {{"code", something}});
    row("new password without a link", "/api/auth/password/reset",
        {{"token", something}, {"new_password", TestServer::goodPassword}});
    row("renewal without a session", "/api/auth/refresh", {{"refresh_token", something}});
    row("second factor that nobody began", "/api/mfa/verify", {{"code", "123456"}}, true);
    row("step-up of somebody without a factor", "/api/auth/step-up", {{"code", "123456"}}, true);
    row("link that nobody began", "/api/auth/links", {{"code", something}}, true);
}

void StepsInOrderTest::asvs_2_3_1_lastStep_withoutTheFirst_opensNothing()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, signedIn);
    const Reply reply = post(path.toStdString(), json::parse(body.toStdString()), signedIn ? admin : std::string());
    QVERIFY2(reply.status >= 400 && reply.status < 500 && reply.status != 404, reply.body.c_str());
    QVERIFY2(reply.text("/code") != "validation_failed", reply.body.c_str()); // it is the order that is wrong
    QVERIFY(reply.text("/token").empty() && reply.text("/data/token").empty());
}

void StepsInOrderTest::asvs_2_3_1_afterThePassword_onlyTheCodeIsTaken()
{
    server.addUser("half@sallyport.example", "admin");
    const std::string seed = server.enrol(server.tokenOf("half@sallyport.example"));
    server.clock().advance(std::chrono::seconds(60));
    const std::string pending =
        post("/api/auth/login", {{"email", "half@sallyport.example"}, {"password", TestServer::goodPassword}}).text("/mfa_token");
    QVERIFY(!pending.empty());
    HttpsClient client(server.port());
    int asked = 0;
    for (const api::Route& route : api::allEndpoints().routes) {
        if (route.access == api::Access::Public || route.media.has(api::Media::EventStream))
            continue;
        std::string path(route.pattern);
        while (path.find('{') != std::string::npos)
            path.replace(path.find('{'), path.find('}') - path.find('{') + 1, "00000000000000000000000000");
        const Reply reply = client.send(http::methodName(route.method), path, TestServer::bearer(pending));
        QVERIFY2(reply.status == 401, std::string(route.operation).c_str());
        ++asked;
    }
    QVERIFY(asked > 100);
    QCOMPARE(post("/api/auth/mfa", {{"mfa_token", pending}, {"code", server.codeOf(seed)}}).status, 200);
}

void StepsInOrderTest::asvs_15_2_2_moreHashesThanThereIsRoomFor_waitForNobody()
{
    constexpr int crowd = 40; // at once, each of which costs a hash; the queue has 16 places
    std::barrier together(crowd + 1);
    std::vector<Reply> replies(crowd);
    std::vector<std::jthread> threads;
    for (int i = 0; i < crowd; ++i)
        threads.emplace_back([&, i] {
            HttpsClient client(server.port());
            client.send("GET", "/healthz"); // the handshake is over
            together.arrive_and_wait();
            replies[static_cast<std::size_t>(i)] =
                client.send("POST", "/api/auth/login", TestServer::jsonAnd({}), R"({"email":"a@x.example","password":"wrong"})");
        });
    HttpsClient other(server.port());
    QCOMPARE(other.send("GET", "/api/protected", TestServer::bearer(admin)).status, 200);
    together.arrive_and_wait();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(other.send("GET", "/api/protected", TestServer::bearer(admin)).status, 200);
    threads.clear();
    int refused = 0;
    for (const Reply& reply : replies) {
        QVERIFY2(reply.status == 401 || reply.status == 503 || reply.status == 429, std::to_string(reply.status).c_str());
        if (reply.status != 503)
            continue;
        QVERIFY(std::stoi(reply.header("Retry-After")) > 0);
        ++refused;
    }
    QVERIFY(refused > 0 && refused < crowd);
}

SALLYPORT_GUILESS_TEST(StepsInOrderTest)

} // namespace tst_steps_in_order
#include "tst_steps_in_order.moc"
