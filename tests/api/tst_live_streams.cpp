#include "tests/api/support/test_server.h"

#include <boost/json.hpp>

#include <QTest>

#include <functional>
#include <map>

using namespace sallyport;
using namespace sallyport::test;

namespace {

/// Tests stop at the first surprise of their own scaffolding.
template <typename T>
T expect(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

std::vector<std::unique_ptr<HttpsClient>> openStreams(std::uint16_t port, const Headers& headers, int count)
{
    std::vector<std::unique_ptr<HttpsClient>> open;
    for (int i = 0; i < count; ++i) {
        open.push_back(std::make_unique<HttpsClient>(port));
        if (open.back()->begin("/api/events/stream", headers).status != 200) {
            open.pop_back();
            break;
        }
    }
    return open;
}

} // namespace

/// Who hears the event streams, and for how long, over real HTTPS.
class LiveStreamsTest final : public QObject {
    Q_OBJECT

private:
    struct Listener {
        UserId user;
        std::string token;
        std::optional<identity::IssuedKey> key;
        Headers headers;
    };

    Listener listener(TestServer& server, bool byKey) const
    {
        Listener made;
        made.user = server.addUser("listener@sallyport.example", "auditor");
        if (!byKey) {
            made.token = server.tokenOf("listener@sallyport.example");
            made.headers = TestServer::bearer(made.token);
            return made;
        }
        identity::NewApiKey key;
        key.name = "listener";
        key.owner = made.user;
        key.scopes = {"events:read"};
        made.key = expect(server.services().apiKeys.create(TestServer::system(), std::move(key)));
        made.headers = {{"X-API-Key", std::string(made.key->text.view())}};
        return made;
    }

private Q_SLOTS:
    void rightThatGoes_endsTheStream_beforeTheNextEvent_data()
    {
        QTest::addColumn<bool>("byKey");
        for (const char* name : {"roles", "disabled", "deleted", "logout", "revoked", "expired"})
            QTest::newRow(name) << false;
        for (const char* name : {"key roles", "key disabled", "key deleted", "key revoked", "key expired", "key scopes",
                                 "key addresses", "key rotated"})
            QTest::newRow(name) << true;
    }
    void rightThatGoes_endsTheStream_beforeTheNextEvent()
    {
        QFETCH(bool, byKey);
        TestServer server;
        const Listener who = listener(server, byKey);
        HttpsClient stream(server.port());
        QCOMPARE(stream.begin("/api/events/stream", who.headers).status, 200);
        server.addUser("heard@sallyport.example", "viewer");
        stream.readUntil("heard@sallyport.example");

        const access::Actor system = TestServer::system();
        identity::Users& users = server.services().users;
        identity::ApiKeys& keys = server.services().apiKeys;
        const auto change = [&](identity::ApiKeyPatch patch) { expect(keys.change(system, who.key->key.id, patch)); };
        const std::map<std::string, std::function<void()>> ways{
            {"roles", [&] { expect(users.setRoles(system, who.user, {"viewer"})); }},
            {"disabled", [&] { expect(users.apply(system, who.user, identity::UserAction::Disable)); }},
            {"deleted", [&] { expect(users.apply(system, who.user, identity::UserAction::Delete)); }},
            {"revoked",
             [&] {
                 if (byKey)
                     expect(keys.revoke(system, who.key->key.id));
                 else
                     expect(users.apply(system, who.user, identity::UserAction::RevokeSessions));
             }},
            {"logout",
             [&] {
                 HttpsClient client(server.port());
                 QCOMPARE(client.send("POST", "/api/auth/logout", who.headers).status, 204);
             }},
            {"expired", [&] { server.clock().advance(std::chrono::hours(24 * 400)); }},
            {"scopes", [&] { change({.scopes = std::vector<std::string>{"roles:read"}}); }},
            {"addresses", [&] { change({.addresses = std::vector<std::string>{"203.0.113.0/24"}}); }},
            {"rotated", [&] { expect(keys.rotate(system, who.key->key.id, std::chrono::seconds(0))); }},
        };
        std::string way = QTest::currentDataTag();
        if (byKey)
            way.erase(0, std::string_view("key ").size());
        ways.at(way)();
        // At once, so that it isn't the look of every second that ends the stream.
        server.addUser("unheard@sallyport.example", "viewer");
        QVERIFY(stream.endsByServer());
        const std::string heard = stream.readUntil("nothing more comes");
        QVERIFY(heard.find("heard@sallyport.example") != std::string::npos);
        QVERIFY(heard.find("unheard@sallyport.example") == std::string::npos);
        for (const char* kind : {"event: user.roles_changed", "event: user.disabled", "event: user.deleted", "event: auth.logout",
                                 "event: key.changed", "event: key.revoked", "event: key.rotated", "event: session"})
            QVERIFY2(heard.find(kind) == std::string::npos, kind);
    }

    void keyRotatedWithOverlap_endsTheStreamWhenTheOverlapDoes()
    {
        TestServer server;
        const Listener who = listener(server, true);
        HttpsClient stream(server.port());
        QCOMPARE(stream.begin("/api/events/stream", who.headers).status, 200);
        expect(server.services().apiKeys.rotate(TestServer::system(), who.key->key.id, std::chrono::hours(1)));
        server.addUser("meanwhile@sallyport.example", "viewer");
        QVERIFY(stream.readUntil("meanwhile@sallyport.example").find("meanwhile@") != std::string::npos);
        server.clock().advance(std::chrono::hours(1));
        server.addUser("later@sallyport.example", "viewer");
        QVERIFY(stream.endsByServer());
        QVERIFY(stream.readUntil("nothing more comes").find("later@") == std::string::npos);
    }

    void keyThatHolds_isHeardOn()
    {
        TestServer server;
        const Listener who = listener(server, true);
        HttpsClient stream(server.port());
        QCOMPARE(stream.begin("/api/events/stream", who.headers).status, 200);
        // Looked at every second: a stream of a key used to end then.
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(2200); ++i) {
            const std::string email = "heard" + std::to_string(i) + "@sallyport.example";
            server.addUser(email, "viewer");
            QVERIFY(stream.readUntil(email).find(email) != std::string::npos);
        }
    }

    void othersWhoListen_leavePlacesForAdministratorsAndOwners()
    {
        TestServer server;
        server.set("connections.per_address", "200");
        std::vector<std::vector<std::unique_ptr<HttpsClient>>> open;
        std::size_t others = 0;
        for (int i = 0; i < 16; ++i) {
            const std::string email = "auditor" + std::to_string(i) + "@sallyport.example";
            server.addUser(email, "auditor");
            open.push_back(openStreams(server.port(), TestServer::bearer(server.tokenOf(email)), 4));
            others += open.back().size();
        }
        QCOMPARE(others, std::size_t{52});
        std::size_t administrators = 0;
        for (int i = 0; i < 4; ++i) {
            const std::string email = "admin" + std::to_string(i) + "@sallyport.example";
            server.addUser(email, "admin");
            open.push_back(openStreams(server.port(), TestServer::bearer(server.tokenOf(email)), 4));
            administrators += open.back().size();
        }
        QCOMPARE(administrators, std::size_t{8});
        server.addUser("owner@sallyport.example", "owner");
        const auto owners = openStreams(server.port(), TestServer::bearer(server.tokenOf("owner@sallyport.example")), 5);
        QCOMPARE(owners.size(), std::size_t{4});
    }

    void keysOfOneOwner_leaveAPlaceForTheOwner()
    {
        TestServer server;
        const Listener who = listener(server, true);
        const auto byKey = openStreams(server.port(), who.headers, 5);
        QCOMPARE(byKey.size(), std::size_t{3});
        const auto bySession = openStreams(server.port(), TestServer::bearer(server.tokenOf("listener@sallyport.example")), 2);
        QCOMPARE(bySession.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(LiveStreamsTest)
#include "tst_live_streams.moc"
