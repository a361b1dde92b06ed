// A sign-in with an account elsewhere, over real sockets on both sides: the browser's HTTPS here, the provider's HTTP there.
#include "tests/api/support/local_issuer.h"
#include "tests/api/support/request_signer.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_outside_api {

using namespace sallyport;
using namespace sallyport::test;

namespace {

/// A server with a provider, and a browser that goes to the one by way of the other.
struct Walk {
    Walk()
    {
        server.set("outbound.networks", "127.0.0.0/8");
        identity::NewProvider provider;
        provider.fields.name = "acme";
        provider.fields.title = "Acme";
        provider.fields.issuer = issuer.url();
        provider.fields.clientId = "client";
        provider.fields.firstLogin = identity::FirstLogin::Create;
        provider.fields.returnUrls = {"https://app.example/done"};
        provider.fields.roleRules = {{"groups", longGroup, "editor"}};
        provider.clientSecret = SecretBytes::fromText("a secret");
        if (const auto made = server.services().identityProviders.create(TestServer::system(), std::move(provider)); !made)
            qFatal("%s", made.error().detail.c_str());
    }

    static std::string parameter(const std::string& url, const std::string& name)
    {
        const std::size_t at = url.find(name + "=");
        return at == url.npos ? std::string() : url.substr(at + name.size() + 1, url.find('&', at) - at - name.size() - 1);
    }

    /// Goes to the provider, which vouches for Lin, with these claims besides.
    void begin(const std::string& query = {}, const boost::json::object& more = {})
    {
        const Reply reply = client.send("GET", "/auth/acme" + query);
        QCOMPARE(reply.status, 303);
        const std::string location = reply.header("Location");
        QVERIFY(location.starts_with(issuer.url() + "/authorize?"));
        state = parameter(location, "state");
        cookie = reply.header("Set-Cookie");
        cookie.resize(cookie.find(';'));
        boost::json::object claims{{"iss", issuer.url()},
                                   {"aud", "client"},
                                   {"sub", "S1"},
                                   {"iat", secondsOf(server.clock().now())},
                                   {"exp", secondsOf(server.clock().now()) + 300},
                                   {"nonce", parameter(location, "nonce")},
                                   {"email", "lin@acme.example"},
                                   {"email_verified", true},
                                   {"name", "Lin Acme"}};
        for (const auto& member : more)
            claims[member.key()] = member.value();
        issuer.answerTokens(claims);
    }
    Reply comeBack(const std::string& code, const std::string& more = {})
    {
        return client.send("GET", "/auth/acme/callback?code=" + code + "&state=" + state + more, {{"Cookie", cookie}});
    }
    Reply exchange(const std::string& code, const std::string& verifier = {})
    {
        boost::json::object body{{"code", code}};
        if (!verifier.empty())
            body["code_verifier"] = verifier;
        return client.send("POST", "/api/auth/exchange", TestServer::jsonAnd({}), boost::json::serialize(body));
    }

    /// As a directory names a group by its place.
    const std::string longGroup = "CN=Clinic Editors," + std::string(900, 'O') + ",DC=acme,DC=example";
    LocalIssuer issuer;
    TestServer server;
    HttpsClient client{server.port()};
    std::string state, cookie;
};

} // namespace

class OutsideApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cookie_data()
    {
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("asvs_3_3_1_httpsOnly") << QByteArray("; Secure");
        QTest::newRow("asvs_3_3_2_notFromOtherSites") << QByteArray("; SameSite=Lax");
        QTest::newRow("asvs_3_3_3_ofThisHost") << QByteArray("; Path=/");
        QTest::newRow("asvs_3_3_4_notForScripts") << QByteArray("; HttpOnly");
    }

    /// The only cookie that there is.
    void cookie()
    {
        QFETCH(QByteArray, says);
        Walk walk;
        const Reply reply = walk.client.send("GET", "/auth/acme");
        const QByteArray set = QByteArray::fromStdString(reply.header("Set-Cookie"));
        QVERIFY2(set.startsWith("__Host-") && set.contains(says) && !set.contains("Domain"), set.constData());
        const QByteArray value = set.left(set.indexOf(';')).mid(set.indexOf('=') + 1);
        QVERIFY(value.size() >= 43);
        QVERIFY(reply.body.find(value.toStdString()) == std::string::npos);
        QVERIFY(reply.header("Location").find(value.toStdString()) == std::string::npos);
    }

    void asvs_3_7_2_nobodyIsLedToWhereNobodyHasListed()
    {
        Walk walk;
        for (const char* place : {"https%3A%2F%2Fevil.example%2F", "https%3A%2F%2Fapp.example%2Fdone%2F..%2Fx",
                                  "%2F%2Fevil.example", "javascript%3Aalert(1)"}) {
            const Reply reply = walk.client.send("GET", std::string("/auth/acme?return_to=") + place);
            QVERIFY2(reply.status == 400 || reply.status == 403, place);
            QCOMPARE(reply.count("Location"), std::size_t{0});
        }
    }

    /// Microsoft's codes have 1,200 to 2,000 bytes and more; with them come members that mean nothing here.
    void code_asLongAsProvidersMakeIt_signsIn_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : {1, 40, 1025, 2000, 4096, 7000})
            QTest::addRow("%d bytes", length) << length;
    }

    void code_asLongAsProvidersMakeIt_signsIn()
    {
        QFETCH(int, length);
        Walk walk;
        walk.begin();
        std::string code = "0.AXoA_-.";
        while (code.size() < static_cast<std::size_t>(length))
            code += "wC4Kk9-3bT_7.";
        code.resize(static_cast<std::size_t>(length));
        const Reply back = walk.comeBack(code, "&session_state=0a1b2c&client_info=eyJ1aWQiOiIxIn0");
        QCOMPARE(back.status, 200);
        QCOMPARE(walk.issuer.sentTo("/token").find("code=" + code + "&"), walk.issuer.sentTo("/token").find("code="));
        const Reply tokens = walk.exchange(back.text("/code"));
        QCOMPARE(tokens.status, 200);
        QCOMPARE(tokens.text("/user/email"), std::string("lin@acme.example"));
        QCOMPARE(walk.client.send("GET", "/api/auth/me", TestServer::bearer(tokens.text("/token"))).status, 200);
    }

    void state_ofAnApplication_comesBackWhole()
    {
        Walk walk;
        const std::string mine = std::string(identity::clientStateLimit - 2, 's') + "+/";
        const std::string verifier(50, 'v');
        const std::string query =
            "?return_to=https://app.example/done&code_challenge=" + toBase64Url(crypto::sha256(asBytes(verifier))) + "&state=";
        walk.begin(query + std::string(identity::clientStateLimit - 2, 's') + "%2B%2F");
        const Reply back = walk.comeBack("c");
        QCOMPARE(back.status, 303);
        const std::string location = back.header("Location");
        QVERIFY(location.starts_with("https://app.example/done?"));
        QCOMPARE(Walk::parameter(location, "state"), mine.substr(0, mine.size() - 2) + "%2B%2F");
        QCOMPARE(walk.exchange(Walk::parameter(location, "code"), verifier).status, 200);
        const Reply longer = walk.client.send("GET", "/auth/acme" + query + std::string(identity::clientStateLimit + 1, 's'));
        QCOMPARE(longer.status, 400);
        QVERIFY(longer.json().at("details").at(0).at("rule") == "maxLength");
        // Counted in characters, as the document does.
        std::string letters;
        for (std::size_t i = 0; i < identity::clientStateLimit / 2; ++i)
            letters += "%C3%A4";
        QCOMPARE(walk.client.send("GET", "/auth/acme" + query + letters).status, 303);
    }

    void ownLink_begun_isAsTheDocumentSays()
    {
        Walk walk;
        const Reply reply =
            walk.client.send("POST", "/api/auth/links/begin", TestServer::jsonAnd(TestServer::bearer(walk.server.adminToken())),
                             R"({"provider":"acme"})");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.text("/url").find("/auth/acme?link=") != std::string::npos);
        QCOMPARE(reply.text("/data/url"), reply.text("/url"));
    }

    /// What a house with many groups puts into a token.
    void idToken_withThousandsOfGroups_signsIn_andGivesTheRole()
    {
        Walk walk;
        boost::json::array groups;
        for (int i = 0; i < 3000; ++i)
            groups.emplace_back("3f2b0c1e-7d64-4c1b-9a52-" + std::to_string(100'000'000'000 + i));
        groups.emplace_back(walk.longGroup);
        walk.begin({}, {{"groups", groups}});
        const Reply back = walk.comeBack("c");
        QCOMPARE(back.status, 200);
        const Reply tokens = walk.exchange(back.text("/code"));
        QCOMPARE(tokens.status, 200);
        QVERIFY(tokens.json().at("user").at("roles") == (boost::json::array{"editor", "viewer"}));
    }
};

SALLYPORT_GUILESS_TEST(OutsideApiTest)

} // namespace tst_outside_api
#include "tst_outside_api.moc"
