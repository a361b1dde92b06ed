#include "backend/audit/event_kinds.h"
#include "backend/protection/limits/rate_limiter.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_probes {

using namespace sallyport;
using namespace sallyport::test;

/// Probes are neither limited nor slowed, however little is left to everything else.
class ProbesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void probes_countAgainstNothing()
    {
        TestServer server;
        const std::string token = server.adminToken();
        HttpsClient client(server.port());
        server.set("rate_limits.address", "5/3600");
        server.set("rate_limits.api_read", "4/3600");
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(client.send("GET", "/healthz").status, 200);
            QCOMPARE(client.send("GET", "/readyz").status, 200);
            const Reply reply = client.send("GET", "/api/protected", TestServer::bearer(token));
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.header("RateLimit"), std::string());
            QCOMPARE(client.send("GET", "/api/protected").status, 401);
            QCOMPARE(client.send("GET", "/api/sensitive", TestServer::bearer(token)).status, 401); // no factor is shown
            QCOMPARE(client.send("GET", "/api/signed", TestServer::bearer(token)).status, 401);
        }
        // Nothing of that was taken from the others, who are limited as ever.
        for (int i = 0; i < 4; ++i)
            QCOMPARE(client.send("GET", "/api/auth/me", TestServer::bearer(token)).status, 200);
        QCOMPARE(client.send("GET", "/api/auth/me", TestServer::bearer(token)).status, 429);
        QCOMPARE(client.send("GET", "/api/auth/me").status, 429); // by address now
        QCOMPARE(client.send("GET", "/healthz").status, 200);
    }

    void key_isBoundByItsOwnRate()
    {
        TestServer server;
        identity::NewApiKey wanted;
        wanted.name = "CI";
        wanted.owner = server.addUser("owner@sallyport.example", "viewer");
        wanted.scopes = {"users:read"};
        wanted.rate = settings::RateLimit{2, std::chrono::seconds(60)};
        const auto issued = server.services().apiKeys.create(TestServer::system(), std::move(wanted));
        QVERIFY(issued);
        const Headers key{{"X-API-Key", std::string(issued->text.view())}};
        HttpsClient client(server.port());
        QCOMPARE(client.send("GET", "/api/protected", key).status, 200);
        QCOMPARE(client.send("GET", "/api/protected", key).status, 200);
        QCOMPARE(client.send("GET", "/api/protected", key).status, 429);
        server.clock().advance(std::chrono::seconds(61));
        QCOMPARE(client.send("GET", "/api/protected", key).status, 200);
    }

    /// Whoever asks without a credential again and again is answered, but doesn't fill the journal.
    void refusals_areWrittenDownSoOftenAndNoMore()
    {
        TestServer server;
        HttpsClient client(server.port());
        for (int i = 0; i < 150; ++i)
            QCOMPARE(client.send("GET", "/api/protected").status, 401);
        QCOMPARE(server.events(std::string(audit::kind::tokenRefused)).size(),
                 std::size_t{protection::refusedProbesLimit.requests});
        server.clock().advance(protection::refusedProbesLimit.window + std::chrono::seconds(1));
        QCOMPARE(client.send("GET", "/api/protected").status, 401);
        QTRY_COMPARE(server.events(std::string(audit::kind::tokenRefused)).size(),
                     std::size_t{protection::refusedProbesLimit.requests + 1});
    }
};

SALLYPORT_GUILESS_TEST(ProbesTest)

} // namespace tst_probes
#include "tst_probes.moc"
