#include "backend/audit/event_kinds.h"
#include "tests/api/support/test_server.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>
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

    void roles_setToLess_hold_toMoreOrOthersDoNot()
    {
        const std::string roles = "/api/users/" + m_ed.text() + "/roles";
        QCOMPARE(send("PUT", roles, m_admin, R"({"roles": ["auditor", "viewer"]})").status, 200);
        const std::string token = m_server->tokenOf(editor);
        const auto seesEvents = [&] { return send("GET", "/api/events", token).status; };
        std::optional<FullDisk> full(std::in_place);
        checkRefused(send("PUT", roles, m_admin, R"({"roles": ["auditor", "viewer", "editor"]})"));
        checkRefused(send("PUT", roles, m_admin, R"({"roles": ["editor"]})"));
        QCOMPARE(seesEvents(), 200);
        checkHeld(send("PUT", roles, m_admin, R"({"roles": ["viewer"]})"));
        QCOMPARE(seesEvents(), 403);
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::userRolesChanged)).size(), std::size_t{2});
        QCOMPARE(seesEvents(), 403);
        m_server->stop();
        m_server->start();
        QCOMPARE(send("GET", "/api/events", m_server->tokenOf(editor)).status, 403);
    }

    void key_restricted_opensLess()
    {
        const Reply made = send("POST", "/api/keys", m_admin, R"({"name": "CI", "scopes": ["users:read", "events:read"]})");
        const std::string path = "/api/keys/" + made.text("/data/id");
        const Headers key{{"X-API-Key", made.text("/data/key")}};
        const auto status = [&](const char* target) { return HttpsClient(m_server->port()).send("GET", target, key).status; };
        std::optional<FullDisk> full(std::in_place);
        checkRefused(send("PATCH", path, m_admin, R"({"scopes": ["users:read", "events:read", "settings:read"]})"));
        checkRefused(send("PATCH", path, m_admin, R"({"scopes": ["users:read", "settings:read"]})"));
        checkRefused(send("PATCH", path, m_admin, R"({"name": "Another"})"));
        QCOMPARE(status("/api/events"), 200);
        checkHeld(send("PATCH", path, m_admin, R"({"scopes": ["users:read"]})"));
        QCOMPARE(status("/api/events"), 403);
        QCOMPARE(status("/api/users"), 200);
        checkHeld(send("PATCH", path, m_admin, R"({"addresses": ["203.0.113.0/24"]})"));
        QVERIFY(status("/api/users") >= 400);
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::keyChanged)).size(), std::size_t{2});
        QVERIFY(status("/api/users") >= 400);
    }

    void key_thatEndedMeanwhile_whatWasPromisedIsTold()
    {
        const Reply made = send("POST", "/api/keys", m_admin, R"({"name": "CI", "scopes": ["users:read"], "expires_in": 600})");
        std::optional<FullDisk> full(std::in_place);
        checkHeld(send("PATCH", "/api/keys/" + made.text("/data/id"), m_admin, R"({"addresses": ["203.0.113.0/24"]})"));
        m_server->clock().advance(std::chrono::minutes(11));
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::changeDropped)).size(), std::size_t{1});
        const audit::Event told = m_server->events(std::string(audit::kind::changeDropped)).front();
        QCOMPARE(told.object.id, made.text("/data/id"));
        QVERIFY2(told.detailsJson.find("why") != std::string::npos, told.detailsJson.c_str());
        QCOMPARE(m_server->events(std::string(audit::kind::keyChanged)).size(), std::size_t{0});
        // Whoever looks after the server is told, too: doctor, window and GET /api/server read this.
        QTRY_COMPARE(m_server->events(std::string(audit::kind::upkeepFailed)).size(), std::size_t{1});
        const auto failing = m_server->services().upkeep.failing();
        QCOMPARE(failing.size(), std::size_t{1});
        QCOMPARE(failing.front().duty, audit::Duty::Held);
        QVERIFY2(failing.front().why.find(made.text("/data/id")) != std::string::npos, failing.front().why.c_str());
    }

    /// What nobody confirmed and a full disk keeps in force is told, until it has been taken back.
    void change_thatCantBeTakenBack_isTold()
    {
        const std::string bea = "bea@sallyport.example";
        const UserId id = m_server->addUser(bea, "admin");
        const std::string token = m_server->tokenOf(bea);
        const auto failing = [&] {
            const auto states = m_server->services().upkeep.failing();
            return std::ranges::any_of(states, [](const auto& state) { return state.duty == audit::Duty::TakingBack; });
        };
        QCOMPARE(send("PUT", "/api/users/" + id.text() + "/roles", token, R"({"roles": ["viewer"]})").status, 200);
        std::optional<FullDisk> full(std::in_place);
        m_server->clock().advance(std::chrono::seconds(61));
        QCOMPARE(send("GET", "/api/changes", token).status, 200); // tries
        QTRY_VERIFY(failing());
        QCOMPARE(send("GET", "/api/settings", token).status, 403);
        full.reset();
        m_server->clock().advance(std::chrono::seconds(6));
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        QTRY_VERIFY(!failing());
        QCOMPARE(send("GET", "/api/settings", token).status, 200);
        QTRY_COMPARE(m_server->events(std::string(audit::kind::changeTakenBack)).size(), std::size_t{1});
    }

    void account_withFewerRoles_holds()
    {
        const Reply made =
            send("POST", "/api/service-accounts", m_admin, R"({"name": "Runner", "roles": ["auditor", "viewer"]})");
        const std::string path = "/api/service-accounts/" + made.text("/data/id");
        const Reply issued =
            send("POST", "/api/keys", m_admin,
                 "{\"name\": \"CI\", \"scopes\": [\"events:read\"], \"owner\": \"" + made.text("/data/id") + "\"}");
        QCOMPARE(issued.status, 201);
        const Headers key{{"X-API-Key", issued.text("/data/key")}};
        const auto seesEvents = [&] { return HttpsClient(m_server->port()).send("GET", "/api/events", key).status; };
        QCOMPARE(seesEvents(), 200);
        const FullDisk full;
        checkRefused(send("PATCH", path, m_admin, R"({"roles": ["auditor", "viewer", "editor"]})"));
        checkRefused(send("PATCH", path, m_admin, R"({"description": "Builds"})"));
        QCOMPARE(seesEvents(), 200);
        checkHeld(send("PATCH", path, m_admin, R"({"roles": ["viewer"], "description": "Looks on"})"));
        QCOMPARE(seesEvents(), 403);
    }

    /// Neither is made, but whoever else is signed in is out.
    void passwordChange_andMfaReset_endSessionsAnyway()
    {
        const std::string own = m_server->tokenOf(editor), other = m_server->tokenOf(editor);
        const std::string change = std::string("{\"current_password\": \"") + TestServer::goodPassword +
                                   "\", \"new_password\": \"another harbour of nine lamps\"}";
        const auto status = [&](const std::string& token) { return send("GET", "/api/auth/me", token).status; };
        std::optional<FullDisk> full(std::in_place);
        checkEnded(send("POST", "/api/auth/password", own, change));
        QCOMPARE(status(other), 401);
        QCOMPARE(status(own), 200);
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::sessionsRevoked)).size(), std::size_t{1});
        QCOMPARE(signIn().status, 200); // with the password that it had

        const std::string theirs = m_server->tokenOf(editor);
        m_server->enrol(theirs);
        m_server->enrol(m_admin);
        QCOMPARE(status(theirs), 200);
        full.emplace();
        checkRefused(send("POST", "/api/users/" + m_ed.text() + "/reset-password", m_admin));
        QCOMPARE(status(theirs), 200);
        checkEnded(send("POST", "/api/users/" + m_ed.text() + "/reset-mfa", m_admin));
        QCOMPARE(status(theirs), 401);
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::sessionsRevoked)).size(), std::size_t{2});
        QVERIFY(m_server->events(std::string(audit::kind::mfaReset)).empty());
        QVERIFY(send("GET", "/api/users/" + m_ed.text(), m_admin).json().at_pointer("/data/mfa_enabled").as_bool());
    }

    /// The password isn't set, and whoever else is signed in is out: that is what most links are asked for.
    void passwordByLink_endsSessionsAnyway_andTheLinkStaysGood()
    {
        const std::string theirs = m_server->tokenOf(editor);
        const Reply link = send("POST", "/api/users/" + m_ed.text() + "/reset-password", m_admin);
        const std::string body =
            "{\"token\": \"" + link.text("/data/token") + "\", \"new_password\": \"another harbour of nine lamps\"}";
        const auto useLink = [&] {
            return HttpsClient(m_server->port()).send("POST", "/api/auth/password/reset", TestServer::jsonAnd({}), body);
        };
        std::optional<FullDisk> full(std::in_place);
        checkEnded(useLink());
        QCOMPARE(send("GET", "/api/auth/me", theirs).status, 401);
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::sessionsRevoked)).size(), std::size_t{1});
        QCOMPARE(useLink().status, 204);
        QCOMPARE(signIn().status, 401); // with the password that it had
    }

    /// A link of somebody else's making ends nothing.
    void passwordByWrongLink_endsNothing()
    {
        const std::string theirs = m_server->tokenOf(editor);
        const FullDisk full;
        const std::string body =
            R"({"token": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "new_password": "another harbour of nine lamps"})";
        QVERIFY(HttpsClient(m_server->port()).send("POST", "/api/auth/password/reset", TestServer::jsonAnd({}), body).status >=
                400);
        QCOMPARE(send("GET", "/api/auth/me", theirs).status, 200);
    }

    void refreshTokenUsedAgain_endsItsSession()
    {
        const auto refresh = [&](const std::string& token) {
            return HttpsClient(m_server->port())
                .send("POST", "/api/auth/refresh", TestServer::jsonAnd({}), "{\"refresh_token\": \"" + token + "\"}");
        };
        const std::string first = signIn().text("/refresh_token");
        const Reply second = refresh(first);
        QCOMPARE(second.status, 200);
        m_server->clock().advance(std::chrono::minutes(1));
        std::optional<FullDisk> full(std::in_place);
        checkRefused(refresh(second.text("/refresh_token"))); // what gives needs room
        QCOMPARE(send("GET", "/api/auth/me", second.text("/token")).status, 200);
        checkHeld(refresh(first));
        QCOMPARE(send("GET", "/api/auth/me", second.text("/token")).status, 401);
        full.reset();
        QTRY_COMPARE(m_server->events(std::string(audit::kind::refreshReused)).size(), std::size_t{1});
    }

    /// Who may not do it ends nobody's sessions by trying.
    void mfaReset_ofWhoMayNot_endsNothing()
    {
        const std::string theirs = m_server->tokenOf(editor);
        m_server->enrol(theirs);
        m_server->addUser("op@sallyport.example", "operator");
        const std::string chief = m_server->tokenOf("op@sallyport.example");
        m_server->enrol(chief);
        m_server->enrol(m_admin);
        const std::string adminId = send("GET", "/api/auth/me", m_admin).text("/data/id");
        const FullDisk full;
        QCOMPARE(send("POST", "/api/users/" + adminId + "/reset-mfa", chief).status, 403);
        QCOMPARE(send("GET", "/api/auth/me", m_admin).status, 200);
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
    Reply send(const char* method, const std::string& target, const std::string& token, const std::string& body)
    {
        return HttpsClient(m_server->port()).send(method, target, TestServer::jsonAnd(TestServer::bearer(token)), body);
    }
    static void checkRefused(const Reply& reply)
    {
        QCOMPARE(reply.status, 507);
        QCOMPARE(reply.text("/code"), std::string("disk_full"));
    }
    static void checkEnded(const Reply& reply)
    {
        QCOMPARE(reply.status, 507);
        QCOMPARE(reply.text("/code"), std::string("only_sessions_ended"));
        const std::string detail = reply.text("/detail");
        QVERIFY2(detail.find("The change was not made") != std::string::npos, detail.c_str());
        QVERIFY2(detail.find("have ended on this server all the same") != std::string::npos, detail.c_str());
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
