#include "backend/vault/change_socket.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"
#include "tests/support/thrown_rows.h"

#include <boost/json.hpp>

#include <QtTest>

#include <algorithm>

namespace tst_faults {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// A defect on any thread of the server ends what that thread was doing, is told once, and everything else goes on.
class TestFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_token = m_server->adminToken();
        QVERIFY(!m_token.empty());
    }
    void cleanup()
    {
        m_server->faults().disarm();
        m_server.reset();
    }

    void asvs_16_5_4_request_throws_gets500WithItsNumber_data()
    {
        QTest::addColumn<int>("thrown");
        QTest::addColumn<QByteArray>("thread");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        const QByteArray login = R"({"email":"ada@sallyport.example","password":"violet harbour seven lanterns"})";
        for (const Thrown what : allThrown) {
            const int thrown = static_cast<int>(what);
            QTest::addRow("work %s", nameOf(what))
                << thrown << QByteArray("work") << QByteArray("GET") << QByteArray("/api/keys") << QByteArray();
            QTest::addRow("kdf %s", nameOf(what))
                << thrown << QByteArray("kdf") << QByteArray("POST") << QByteArray("/api/auth/login") << login;
        }
    }
    void asvs_16_5_4_request_throws_gets500WithItsNumber()
    {
        QFETCH(int, thrown);
        QFETCH(QByteArray, thread);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        HttpsClient client(m_server->port());
        m_server->faults().arm(thread.toStdString() + "-", static_cast<Thrown>(thrown));
        const Headers headers = body.isEmpty() ? TestServer::bearer(m_token) : TestServer::jsonAnd({});
        const Reply reply = client.send(method.toStdString(), target.toStdString(), headers, body.toStdString());
        QVERIFY(m_server->faults().fired());
        checkProblem(reply);
        const auto events = m_server->events("server.fault");
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0].requestId, reply.header("X-Request-Id"));
        QCOMPARE(events[0].path, target.toStdString());
        QCOMPARE(events[0].status, 500);
        checkEvent(events[0], thrown, thread.toStdString());
        // The same connection, the same thread.
        QCOMPARE(client.send(method.toStdString(), target.toStdString(), headers, body.toStdString()).status, 200);
    }

    void asvs_16_5_4_loop_throws_gets500AndOthersGoOn_data()
    {
        QTest::addColumn<int>("thrown");
        QTest::addColumn<int>("skip");
        for (const Thrown what : allThrown)
            for (const int skip : {0, 1}) // while the request gets its number, and after that
                QTest::addRow("%s %d", nameOf(what), skip) << static_cast<int>(what) << skip;
    }
    void asvs_16_5_4_loop_throws_gets500AndOthersGoOn()
    {
        QFETCH(int, thrown);
        QFETCH(int, skip);
        HttpsClient client(m_server->port());
        QCOMPARE(client.send("GET", "/api/protected", TestServer::bearer(m_token)).status, 200);
        m_server->faults().arm("http-", static_cast<Thrown>(thrown), 1, skip);
        const Reply reply = client.send("GET", "/api/protected", TestServer::bearer(m_token));
        QVERIFY(m_server->faults().fired());
        checkProblem(reply);
        QTRY_COMPARE(m_server->events("server.fault").size(), std::size_t{1});
        checkEvent(m_server->events("server.fault")[0], thrown, "http");
        QCOMPARE(client.send("GET", "/api/protected", TestServer::bearer(m_token)).status, 200);
    }

    void journal_throws_thatChangeFailsAndTheNextGoesThrough_data() { thrownRows(); }
    void journal_throws_thatChangeFailsAndTheNextGoesThrough()
    {
        QFETCH(int, thrown);
        HttpsClient client(m_server->port());
        const std::string user = R"({"name":"Bo","email":"bo@sallyport.example","roles":["viewer"]})";
        m_server->faults().arm("journal", static_cast<Thrown>(thrown));
        const Reply reply = client.send("POST", "/api/users", TestServer::jsonAnd(TestServer::bearer(m_token)), user);
        QVERIFY(m_server->faults().fired());
        checkProblem(reply);
        QTRY_COMPARE(m_server->events("server.fault").size(), std::size_t{1});
        checkEvent(m_server->events("server.fault")[0], thrown, "journal");
        QCOMPARE(client.send("POST", "/api/users", TestServer::jsonAnd(TestServer::bearer(m_token)), user).status, 201);
    }

    void stream_throws_thatStreamEndsAndAnotherBegins_data() { thrownRows(); }
    void stream_throws_thatStreamEndsAndAnotherBegins()
    {
        QFETCH(int, thrown);
        HttpsClient client(m_server->port());
        QCOMPARE(client.begin("/api/events/stream", TestServer::bearer(m_token)).status, 200);
        m_server->faults().arm("streams", static_cast<Thrown>(thrown));
        QVERIFY(client.endsByServer());
        QTRY_COMPARE(m_server->events("server.fault").size(), std::size_t{1});
        checkEvent(m_server->events("server.fault")[0], thrown, "streams");
        HttpsClient another(m_server->port());
        QCOMPARE(another.begin("/api/events/stream", TestServer::bearer(m_token)).status, 200);
        m_server->set("connections.idle", "31");
        QVERIFY(another.readUntil("setting.changed").find("setting.changed") != std::string::npos);
    }

    void changeSocket_throws_saysNoAndAnswersTheNext_data() { thrownRows(); }
    void changeSocket_throws_saysNoAndAnswersTheNext()
    {
        QFETCH(int, thrown);
        m_server->faults().arm("changes", static_cast<Thrown>(thrown));
        QCOMPARE(announceChange(m_server->directory(), 10s), TakenOver::No);
        QVERIFY(m_server->faults().fired());
        QTRY_COMPARE(m_server->events("server.fault").size(), std::size_t{1});
        QCOMPARE(announceChange(m_server->directory(), 10s), TakenOver::Yes);
    }

    void housekeeping_throws_isToldUntilItWorksAgain_data() { thrownRows(); }
    void housekeeping_throws_isToldUntilItWorksAgain()
    {
        QFETCH(int, thrown);
        m_server->stop();
        m_server->faults().arm("housekeeping", static_cast<Thrown>(thrown));
        m_server->start(); // its first round is at once
        QTRY_COMPARE(m_server->events("upkeep.failed").size(), std::size_t{1});
        checkEvent(m_server->events("server.fault").at(0), thrown, "housekeeping");
        const auto failing = m_server->services().upkeep.failing();
        QCOMPARE(failing.size(), std::size_t{1});
        QCOMPARE(failing[0].failingSince, std::optional(m_server->clock().now()));
        const audit::Event event = m_server->events("upkeep.failed")[0];
        QCOMPARE(event.object.id, std::string(audit::dutyWord(failing[0].duty)));
        // The others had their turn.
        QTRY_VERIFY(std::ranges::count_if(m_server->services().upkeep.states(),
                                          [](const audit::DutyState& state) { return state.lastSuccess.has_value(); }) >= 2);
        HttpsClient client(m_server->port());
        const std::string token = m_server->adminToken();
        const boost::json::value status = client.send("GET", "/api/server", TestServer::bearer(token)).json();
        bool found = false;
        for (const boost::json::value& duty : status.at("data").at("upkeep").as_array()) {
            const bool bad = duty.at("failing").as_bool();
            QCOMPARE(bad, duty.at("duty").as_string() == std::string(audit::dutyWord(failing[0].duty)));
            found = found || bad;
        }
        QVERIFY(found);

        // A server that starts later knows it from the journal, and takes it back when it works.
        m_server->stop();
        m_server->start();
        QTRY_COMPARE(m_server->events("upkeep.recovered").size(), std::size_t{1});
        QVERIFY(m_server->services().upkeep.failing().empty());
        QCOMPARE(m_server->events("upkeep.failed").size(), std::size_t{1});
    }

    void fault_againAndAgain_isToldOnceAMinute()
    {
        for (int i = 0; i < 5; ++i)
            m_server->backend().noteFault({"console", "std::bad_alloc"});
        QTRY_COMPARE(m_server->events("server.fault").size(), std::size_t{1});
        m_server->clock().advance(61s);
        m_server->backend().noteFault({"console", "std::bad_alloc"});
        QTRY_COMPARE(m_server->events("server.fault").size(), std::size_t{2});
        QVERIFY(m_server->events("server.fault")[0].detailsJson.find("\"count\":5") != std::string::npos);
    }

private:
    void checkProblem(const Reply& reply)
    {
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.header("Content-Type"), std::string("application/problem+json"));
        QVERIFY(!reply.header("X-Request-Id").empty());
        QVERIFY2(reply.body.find(reply.header("X-Request-Id")) != std::string::npos, reply.body.c_str());
        QVERIFY2(reply.body.find("violet") == std::string::npos && reply.body.find("std::") == std::string::npos,
                 reply.body.c_str());
    }
    static void checkEvent(const audit::Event& event, int thrown, const std::string& thread)
    {
        QCOMPARE(event.severity, audit::Severity::Critical);
        QCOMPARE(event.reason, std::string("exception"));
        const boost::json::value details = boost::json::parse(event.detailsJson);
        QCOMPARE(details.at("thrown").as_string(), nameOf(static_cast<Thrown>(thrown)));
        QCOMPARE(std::string(details.at("thread").as_string()), thread);
        QVERIFY(event.detailsJson.find("violet") == std::string::npos); // what() may quote anything
    }

    std::unique_ptr<TestServer> m_server;
    std::string m_token;
};

SALLYPORT_GUILESS_TEST(TestFaults)

} // namespace tst_faults
#include "tst_faults.moc"
