#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_notices_api {

using namespace sallyport;
using namespace sallyport::test;

/// What users are told about their accounts, over real HTTPS; and that no answer tells an auditor a secret.
class NoticesApiTest final : public QObject {
    Q_OBJECT

    TestServer server;

    Reply send(const std::string& token, const char* method, const std::string& path, const std::string& body = {})
    {
        HttpsClient client(server.port());
        if (body.empty())
            return client.send(method, path, TestServer::bearer(token));
        return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), body);
    }

    std::string loginWith(const std::string& email, const std::string& agent)
    {
        HttpsClient client(server.port());
        const boost::json::value body{{"email", email}, {"password", TestServer::goodPassword}};
        return client.send("POST", "/api/auth/login", TestServer::jsonAnd({{"User-Agent", agent}}), boost::json::serialize(body))
            .text("/token");
    }

    static std::int64_t unreadOf(const Reply& reply) { return reply.json().at("data").at("unread_notices").as_int64(); }

private Q_SLOTS:
    void newDevice_isListed_countedAndMarked()
    {
        server.addUser("nia@sallyport.example", "viewer");
        loginWith("nia@sallyport.example", "first/1");
        const std::string token = loginWith("nia@sallyport.example", "second/1");
        QCOMPARE(unreadOf(send(token, "GET", "/api/auth/me")), std::int64_t{1});
        const Reply list = send(token, "GET", "/api/auth/notices");
        QCOMPARE(list.status, 200);
        const boost::json::value listed = list.json();
        const boost::json::value& told = listed.at("data").at(0);
        QCOMPARE(told.at("kind").as_string(), "notice.new_device");
        QCOMPARE(told.at("address").as_string(), "127.0.0.1");
        QCOMPARE(told.at("user_agent").as_string(), "second/1");
        QVERIFY(told.at("read_at").is_null() && told.at("by").is_null());
        const std::string one = boost::json::serialize(boost::json::value{{"ids", {told.at("id")}}});
        const Reply marked = send(token, "POST", "/api/auth/notices/read", one);
        QCOMPARE(marked.status, 200);
        QCOMPARE(marked.json().at("data").at("unread").as_int64(), std::int64_t{0});
        QCOMPARE(unreadOf(send(token, "GET", "/api/auth/me")), std::int64_t{0});
    }

    void read_withoutBody_marksAll_badBodiesAre400()
    {
        server.addUser("ole@sallyport.example", "viewer");
        loginWith("ole@sallyport.example", "first/1");
        loginWith("ole@sallyport.example", "second/1");
        const std::string token = loginWith("ole@sallyport.example", "third/1");
        QCOMPARE(unreadOf(send(token, "GET", "/api/auth/me")), std::int64_t{2});
        for (const char* body : {R"({"ids": []})", R"({"ids": [1]})", R"({"other": 1})", R"({"ids": "x"})"})
            QCOMPARE(send(token, "POST", "/api/auth/notices/read", body).status, 400);
        QCOMPARE(send(token, "POST", "/api/auth/notices/read", R"({"ids": ["00000000000000000000000000"]})")
                     .json()
                     .at("data")
                     .at("unread")
                     .as_int64(),
                 std::int64_t{2});
        QCOMPARE(send(token, "POST", "/api/auth/notices/read", "{}").json().at("data").at("unread").as_int64(), std::int64_t{0});
    }

    void roles_ofTheConsole_areListed()
    {
        const Reply reply = send(server.adminToken(), "GET", "/api/roles");
        const boost::json::value roles = reply.json();
        std::string names;
        for (const boost::json::value& role : roles.at("data").as_array())
            names += std::string(role.at("name").as_string()) + " ";
        QCOMPARE(names, std::string("admin auditor console_viewer editor operator owner viewer "));
    }

    void role_readById_isAsInTheList()
    {
        const std::string admin = server.adminToken();
        const boost::json::value roles = send(admin, "GET", "/api/roles").json();
        for (const boost::json::value& role : roles.at("data").as_array()) {
            const std::string path = "/api/roles/" + std::string(role.at("id").as_string());
            const Reply reply = send(admin, "GET", path);
            QCOMPARE(reply.status, 200);
            boost::json::object read = reply.json().at("data").as_object();
            QVERIFY2(read.erase("sources") == 1, path.c_str()); // where each permission comes from is told of one role only
            QVERIFY2(boost::json::value(read) == role, path.c_str());
        }
        QCOMPARE(send(admin, "GET", "/api/roles/nobody").status, 404);
        server.addUser("no.roles@sallyport.example", "viewer");
        const std::string path = "/api/roles/" + std::string(roles.at("data").at(0).at("id").as_string());
        const std::string viewer = server.tokenOf("no.roles@sallyport.example");
        QCOMPARE(send(viewer, "GET", path).status, send(viewer, "GET", "/api/roles").status);
    }

    /// Everything that an auditor may read, searched for what was a secret when it was made.
    void asvs_15_3_1_auditor_readsEverything_seesNoSecret()
    {
        server.addUser("audit@sallyport.example", "auditor");
        const std::string admin = server.adminToken();
        std::vector<std::string> secrets;
        const auto keep = [&](const std::string& secret) {
            QVERIFY(secret.size() > 8);
            secrets.push_back(secret);
        };
        const Reply key = send(admin, "POST", "/api/keys", R"({"name": "CI", "scopes": ["users:read"], "signing": true})");
        keep(key.text("/data/key"));
        keep(key.text("/data/signing_secret"));
        const Reply invited = send(admin, "POST", "/api/users", R"({"name": "Inga", "email": "inga@sallyport.example"})");
        keep(invited.text("/data/invitation/token"));
        const UserId reset = server.addUser("reset@sallyport.example", "viewer");
        keep(send(admin, "POST", "/api/users/" + reset.text() + "/reset-password", "{}").text("/data/token"));
        server.addUser("totp@sallyport.example", "viewer");
        keep(server.enrol(server.tokenOf("totp@sallyport.example")));
        keep("a client secret of the provider");
        const Reply provider = send(admin, "POST", "/api/providers",
                                    R"({"name": "away", "title": "Away", "kind": "oidc", "issuer": "https://id.away.example", )"
                                    R"("client_id": "x", "client_secret": "a client secret of the provider"})");
        QVERIFY2(provider.status == 200 || provider.status == 201, provider.body.c_str());

        const std::string token = server.tokenOf("audit@sallyport.example");
        const std::string keyId = key.text("/data/id");
        for (const std::string& path :
             {std::string("/api/users?limit=200"), "/api/users/" + reset.text(), std::string("/api/roles"),
              std::string("/api/permissions"), std::string("/api/keys"), "/api/keys/" + keyId,
              std::string("/api/service-accounts"), std::string("/api/providers"), "/api/providers/" + provider.text("/data/id"),
              std::string("/api/outside-links"), std::string("/api/sessions"), std::string("/api/settings"),
              std::string("/api/signing-keys"), std::string("/api/mfa/coverage"), std::string("/api/rate-limits"),
              std::string("/api/events?limit=200"), std::string("/api/audit/export?format=jsonl"), std::string("/api/server"),
              "/api/users/" + reset.text() + "/passkeys"}) {
            const Reply reply = send(token, "GET", path);
            QVERIFY2(reply.status == 200, (path + " " + std::to_string(reply.status)).c_str());
            for (const std::string& secret : secrets)
                QVERIFY2(reply.body.find(secret) == std::string::npos, path.c_str());
        }
    }
};

SALLYPORT_GUILESS_TEST(NoticesApiTest)

} // namespace tst_notices_api
#include "tst_notices_api.moc"
