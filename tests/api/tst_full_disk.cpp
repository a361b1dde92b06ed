#include "backend/audit/event_kinds.h"
#include "tests/api/support/test_server.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <optional>

namespace tst_full_disk {

using namespace sallyport;
using namespace sallyport::test;

/// A full disk keeps nobody in who is to go.
class TestFullDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<TestServer>();
        m_admin = m_server->adminToken();
        m_ed = m_server->addUser(editor, "editor");
    }
    void cleanup() { m_server.reset(); }

    void logout_holds_andSaysWhatDoesNot()
    {
        const std::string token = m_server->tokenOf(editor);
        const std::string other = m_server->tokenOf(editor);
        std::optional<FullDisk> full(std::in_place);
        checkHeld(send("POST", "/api/auth/logout", token));
        QCOMPARE(send("GET", "/api/auth/me", token).status, 401);
        QCOMPARE(send("GET", "/api/auth/me", other).status, 200);
        QCOMPARE(HttpsClient(m_server->port()).send("GET", "/readyz", {}).status, 503);
        checkHeld(send("POST", "/api/auth/logout-all", other));
        QCOMPARE(send("GET", "/api/auth/me", other).status, 401);
        full.reset();
        QTRY_COMPARE(HttpsClient(m_server->port()).send("GET", "/readyz", {}).status, 200);
        QTRY_COMPARE(m_server->events(std::string(audit::kind::signedOut)).size(), std::size_t{2});
        QCOMPARE(send("GET", "/api/auth/me", token).status, 401);
    }

    void disable_holds_alsoAgainstAnotherChange()
    {
        const std::string token = m_server->tokenOf(editor);
        std::optional<FullDisk> full(std::in_place);
        checkHeld(send("POST", "/api/users/" + m_ed.text() + "/disable", m_admin));
        QCOMPARE(send("GET", "/api/auth/me", token).status, 401);
        QVERIFY(signIn().status >= 400);
        full.reset();
        QCOMPARE(signIn().status, 401); // what waits comes first
        QTRY_COMPARE(m_server->events(std::string(audit::kind::userDisabled)).size(), std::size_t{1});
        m_server->stop();
        m_server->start();
        QCOMPARE(send("GET", "/api/auth/me", token).status, 401);
        QCOMPARE(signIn().status, 401);
    }

    void delete_andRevokeSessions_hold()
    {
        const std::string token = m_server->tokenOf(editor);
        std::optional<FullDisk> full(std::in_place);
        checkHeld(send("POST", "/api/users/" + m_ed.text() + "/revoke-sessions", m_admin));
        QCOMPARE(send("GET", "/api/auth/me", token).status, 401);
        checkHeld(send("DELETE", "/api/users/" + m_ed.text(), m_admin));
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::userDeleted)).size(), std::size_t{1});
        QCOMPARE(m_server->events(std::string(audit::kind::sessionsRevoked)).size(), std::size_t{1});
        QCOMPARE(send("GET", "/api/users/" + m_ed.text(), m_admin).status, 404);
    }

    void key_revoked_opensNothing()
    {
        const Reply made = HttpsClient(m_server->port())
                               .send("POST", "/api/keys", TestServer::jsonAnd(TestServer::bearer(m_admin)),
                                     R"({"name": "CI", "scopes": ["users:read"]})");
        QCOMPARE(made.status, 201);
        const Headers key{{"X-API-Key", made.text("/data/key")}};
        QCOMPARE(HttpsClient(m_server->port()).send("GET", "/api/users", key).status, 200);
        std::optional<FullDisk> full(std::in_place);
        checkHeld(send("DELETE", "/api/keys/" + made.text("/data/id"), m_admin));
        QCOMPARE(HttpsClient(m_server->port()).send("GET", "/api/users", key).status, 401);
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::keyRevoked)).size(), std::size_t{1});
        QCOMPARE(HttpsClient(m_server->port()).send("GET", "/api/users", key).status, 401);
    }

    void whatGives_isRefusedWhole()
    {
        const FullDisk full;
        const Reply reply = send("POST", "/api/users/" + m_ed.text() + "/reset-password", m_admin);
        QCOMPARE(reply.status, 507);
        QCOMPARE(reply.text("/code"), std::string("disk_full"));
    }

    void vault_closesWithSomethingHeld()
    {
        const std::string token = m_server->tokenOf(editor);
        const FullDisk full;
        checkHeld(send("POST", "/api/auth/logout", token));
        m_server->stop();
    }

private:
    static constexpr const char* editor = "ed@sallyport.example";

    Reply send(const char* method, const std::string& target, const std::string& token)
    {
        return HttpsClient(m_server->port()).send(method, target, TestServer::bearer(token));
    }
    Reply signIn()
    {
        return HttpsClient(m_server->port())
            .send("POST", "/api/auth/login", TestServer::jsonAnd({}),
                  std::string(R"({"email": ")") + editor + R"(", "password": ")" + TestServer::goodPassword + "\"}");
    }
    static void checkHeld(const Reply& reply)
    {
        QCOMPARE(reply.status, 507);
        QCOMPARE(reply.text("/code"), std::string("not_recorded"));
        const std::string detail = reply.text("/detail");
        QVERIFY2(detail.find("in force on this server now") != std::string::npos, detail.c_str());
        QVERIFY2(detail.find("does not survive a restart") != std::string::npos, detail.c_str());
    }

    std::unique_ptr<TestServer> m_server;
    std::string m_admin;
    UserId m_ed;
};

SALLYPORT_GUILESS_TEST(TestFullDisk)

} // namespace tst_full_disk
#include "tst_full_disk.moc"
