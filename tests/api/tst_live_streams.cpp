#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <atomic>
#include <functional>
#include <map>
#include <numeric>
#include <thread>

namespace tst_live_streams {

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

/// One member of a change.
template <typename Member, typename Value>
identity::ApiKeyPatch patch(Member identity::ApiKeyPatch::*member, Value value)
{
    identity::ApiKeyPatch made;
    made.*member = std::move(value);
    return made;
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

    static void addMany(TestServer& server, int first, int count)
    {
        std::string csv = "name,email\r\n";
        for (int i = first; i < first + count; ++i)
            csv += "Many,many" + std::to_string(i) + "@sallyport.example\r\n";
        bool given = false;
        const auto source = [&]() -> Result<std::string> { return std::exchange(given, true) ? std::string() : csv; };
        const auto report = expect(server.services().userTransfer.importCsv(TestServer::system(), source, {}, {}, {}));
        if (report.added != count)
            throw std::runtime_error("not all were added");
    }
    /// What came, without the frames of the transfer (RFC 9112 §7.1).
    static std::string unchunked(const std::string& raw)
    {
        std::string body;
        for (std::size_t at = 0, line = 0; (line = raw.find("\r\n", at)) != std::string::npos;) {
            const std::size_t size = std::stoul(raw.substr(at, line - at), nullptr, 16);
            body += raw.substr(line + 2, size);
            at = line + 2 + size + 2;
            if (at > raw.size())
                break;
        }
        return body;
    }
    /// The numbers of the users that a stream told of, in its order.
    static QList<int> many(const std::string& raw)
    {
        const std::string heard = unchunked(raw);
        QList<int> numbers;
        constexpr std::string_view mark = "\"new\":\"many";
        for (std::size_t at = heard.find(mark); at != std::string::npos; at = heard.find(mark, at + 1))
            numbers.push_back(std::atoi(heard.c_str() + at + mark.size()));
        return numbers;
    }
    static QList<int> expectedMany(int count)
    {
        QList<int> numbers(count);
        std::iota(numbers.begin(), numbers.end(), 0);
        return numbers;
    }

private Q_SLOTS:
    void roleThatEnds_endsTheStream_beforeTheNextEvent_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("session") << false;
        QTest::newRow("key of the owner") << true;
    }
    void roleThatEnds_endsTheStream_beforeTheNextEvent()
    {
        QFETCH(bool, byKey);
        TestServer server;
        const Listener who = listener(server, byKey);
        const UtcTime until = server.clock().now() + std::chrono::minutes(1);
        expect(server.services().users.setRoles(TestServer::system(), who.user, {"viewer", {"auditor", until}}));
        HttpsClient stream(server.port());
        QCOMPARE(stream.begin("/api/events/stream", who.headers).status, 200);
        server.addUser("heard@sallyport.example", "viewer");
        stream.readUntil("heard@sallyport.example");
        server.clock().advance(std::chrono::minutes(1));
        server.addUser("unheard@sallyport.example", "viewer");
        QVERIFY(stream.endsByServer());
        const std::string heard = stream.readUntil("\r\n0\r\n\r\n");
        QVERIFY(heard.find("unheard@sallyport.example") == std::string::npos);
    }

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
        const auto change = [&](const identity::ApiKeyPatch& to) { expect(keys.change(system, who.key->key.id, to)); };
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
            {"scopes", [&] { change(patch(&identity::ApiKeyPatch::scopes, std::vector<std::string>{"roles:read"})); }},
            {"addresses", [&] { change(patch(&identity::ApiKeyPatch::addresses, std::vector<std::string>{"203.0.113.0/24"})); }},
            {"rotated", [&] { expect(keys.rotate(system, who.key->key.id, std::chrono::seconds(0))); }},
        };
        std::string way = QTest::currentDataTag();
        if (byKey)
            way.erase(0, std::string_view("key ").size());
        ways.at(way)();
        // At once, so that it isn't the look of every second that ends the stream.
        server.addUser("unheard@sallyport.example", "viewer");
        QVERIFY(stream.endsByServer());
        const std::string heard = stream.readUntil("\r\n0\r\n\r\n");
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
        QVERIFY(stream.readUntil("\r\n0\r\n\r\n").find("later@") == std::string::npos);
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

    void lastEventId_howeverManyWereMissed_allCome_andThenWhatHappens_data()
    {
        QTest::addColumn<bool>("numbered");
        QTest::newRow("id") << false;
        QTest::newRow("a number, as ids were once") << true;
    }
    void lastEventId_howeverManyWereMissed_allCome_andThenWhatHappens()
    {
        QFETCH(bool, numbered);
        TestServer server;
        const Headers admin = TestServer::bearer(server.adminToken());
        HttpsClient client(server.port());
        const Reply newest = client.send("GET", "/api/events?limit=1", admin);
        const std::int64_t sequence = newest.json().at("data").at(0).at("sequence").as_int64();
        addMany(server, 0, 2'500);
        Headers headers = admin;
        headers.emplace_back("Last-Event-ID", numbered ? std::to_string(sequence) : newest.text("/data/0/id"));
        HttpsClient stream(server.port());
        QCOMPARE(stream.begin("/api/events/stream?q=kind:user.created", headers).status, 200);
        server.addUser("afterwards@sallyport.example", "viewer");
        const std::string heard = stream.readUntil("afterwards@sallyport.example");
        QVERIFY(heard.find("event: gap") == std::string::npos);
        QCOMPARE(many(heard), expectedMany(2'500));
    }

    void slowReader_getsEverything_whenItReadsAgain()
    {
        TestServer server;
        HttpsClient stream(server.port());
        QCOMPARE(stream.begin("/api/events/stream?q=kind:user.created", TestServer::bearer(server.adminToken())).status, 200);
        addMany(server, 0, 2'500); // in commits that are far larger than what waits for a reader
        server.addUser("afterwards@sallyport.example", "viewer");
        QCOMPARE(many(stream.readUntil("afterwards@sallyport.example")), expectedMany(2'500));
    }

    void readersThatComeAndGo_whileTheyCatchUp_stopNobody()
    {
        TestServer server;
        Headers headers = TestServer::bearer(server.adminToken());
        addMany(server, 0, 1'000);
        headers.emplace_back("Last-Event-ID", "0");
        std::atomic<bool> enough = false;
        std::thread readers([&] {
            while (!enough)
                openStreams(server.port(), headers, 3);
        });
        for (int i = 0; i < 100; ++i)
            server.addUser("meanwhile" + std::to_string(i) + "@sallyport.example", "viewer");
        enough = true;
        readers.join();
        QCOMPARE(server.events("user.created").size(), std::size_t{200}); // the page is full, and all of it answered
    }

    void lastEventId_ofNoneOfThisJournals_isToldAsAGap()
    {
        TestServer server;
        Headers headers = TestServer::bearer(server.adminToken());
        headers.emplace_back("Last-Event-ID", "999999");
        HttpsClient stream(server.port());
        QCOMPARE(stream.begin("/api/events/stream", headers).status, 200);
        const std::string told = stream.readUntil("unknown_id");
        QVERIFY(told.find("event: gap\ndata: {\"reason\":\"unknown_id\",\"missed\":null}\n\n") != std::string::npos);
        server.addUser("goeson@sallyport.example", "viewer");
        QVERIFY(stream.readUntil("goeson@").find("goeson@") != std::string::npos);
        headers.back().second = "no id";
        HttpsClient other(server.port());
        QCOMPARE(other.send("GET", "/api/events/stream", headers).status, 400);
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

SALLYPORT_GUILESS_TEST(LiveStreamsTest)

} // namespace tst_live_streams
#include "tst_live_streams.moc"
