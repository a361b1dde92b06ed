#include "backend/audit/event_kinds.h"
#include "tests/api/support/request_signer.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <filesystem>

namespace tst_signed_requests {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

const std::string newUser = R"({"name":"By Signature","email":"signed@sallyport.example"})";

} // namespace

/// Signed requests over HTTPS (standards.md §3, §4 rows 6 to 10).
class SignedRequestsApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guide_opensTheProbe_andWhatTheScopesAllow();
    void guide_withBody();
    void rfc9421_opensTheProbe_andCoversTheBody();
    void probe_needsASignature();
    void replay_isRefused_forTheWholeKeyToo();
    void time_tooOldOrAhead_isRefused();
    void changed_methodPathQueryOrBody_isRefused_data();
    void changed_methodPathQueryOrBody_isRefused();
    void rfc9421_changedOrUncovered_isRefused();
    void refusals_nameThePart_andNothingAboutKeys();
    void unknownKey_isToldWhatAKnownOneIs();
    void lab_explains_overHttps();
    void lostField_isNoUnsignedRequest();
    void twoCredentials_are400();
    void refusals_areSlowedDown_goodOnesAreNot();
    void restart_remembersNonces_afterAKillToo();
    void lostNonces_are503_withRetryAfter();
    void scopesAndPermissions_holdAsForTheKey();
};

void SignedRequestsApiTest::guide_opensTheProbe_andWhatTheScopesAllow()
{
    Signer f;
    const Ask probe;
    const Reply reply = f.send(probe, f.guide(probe));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.text("/data/user/email"), std::string("owner@sallyport.example"));
    const Ask list{.target = "/api/users?limit=5&q=a%20b", .nonce = "n2"};
    QCOMPARE(f.send(list, f.guide(list)).status, 200);
    QCOMPARE(f.server.services().apiKeys.read(TestServer::system(), f.key.key.id)->useCount, std::int64_t{2});
    // Upper-case digits are the same signature.
    const Ask third{.nonce = "n3"};
    Headers headers = f.guide(third);
    for (char& c : headers.back().second)
        c = static_cast<char>(std::toupper(c));
    QCOMPARE(f.send(third, headers).status, 200);
}

void SignedRequestsApiTest::guide_withBody()
{
    Signer f({"users:create"});
    const Ask create{.method = "POST", .target = "/api/users", .body = newUser};
    QCOMPARE(f.send(create, f.guide(create)).status, 201);
    QCOMPARE(f.server.events("user.created").front().actor.id, f.key.key.id.text());
}

void SignedRequestsApiTest::rfc9421_opensTheProbe_andCoversTheBody()
{
    Signer f({"users:create", "users:read"});
    const Ask probe;
    QCOMPARE(f.send(probe, f.rfc9421(probe)).status, 200);
    const Ask list{.target = "/api/users?limit=5", .nonce = "n2"};
    QCOMPARE(f.send(list, f.rfc9421(list, {}, ";alg=\"hmac-sha256\";tag=\"sallyport\"")).status, 200);
    const Ask create{.method = "POST", .target = "/api/users", .body = newUser, .nonce = "n3"};
    QCOMPARE(f.send(create, f.rfc9421(create)).status, 201);
}

void SignedRequestsApiTest::probe_needsASignature()
{
    Signer f;
    for (const Headers& headers :
         {Headers(), TestServer::bearer(f.server.adminToken()), Headers{{"X-API-Key", std::string(f.key.text.view())}}}) {
        const Reply reply = f.client->send("GET", "/api/signed", headers);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.text("/code"), std::string("signature_required"));
        QVERIFY(reply.text("/error").find("Authentication") != std::string::npos);
        QVERIFY(!reply.header("WWW-Authenticate").empty());
    }
}

void SignedRequestsApiTest::replay_isRefused_forTheWholeKeyToo()
{
    Signer f;
    const Ask ask;
    Headers headers = f.guide(ask);
    QCOMPARE(f.send(ask, headers).status, 200);
    QCOMPARE(f.send(ask, headers).status, 401);
    QCOMPARE(f.reason(), std::string("signature_nonce_seen"));
    headers.front().second = f.key.text.view();
    QCOMPARE(f.send(ask, headers).status, 401);
    // The other form of signature with the same nonce of the same key is none that is new.
    QCOMPARE(f.send(ask, f.rfc9421(ask)).status, 401);
    QCOMPARE(f.reason(), std::string("signature_nonce_seen"));
    f.server.clock().advance(299s);
    QCOMPARE(f.send(ask, headers).status, 401);
    QCOMPARE(f.reason(), std::string("signature_nonce_seen"));
    f.server.clock().advance(2s);
    QCOMPARE(f.send(ask, headers).status, 401);
    QCOMPARE(f.reason(), std::string("signature_clock"));
}

void SignedRequestsApiTest::time_tooOldOrAhead_isRefused()
{
    Signer f;
    for (const std::int64_t off : {-301, 301, -86400}) {
        const Ask ask{.nonce = "n" + std::to_string(off), .off = off};
        const Reply told = f.send(ask, f.guide(ask));
        QCOMPARE(told.status, 401);
        QCOMPARE(told.text("/code"), std::string("signature_clock"));
        QVERIFY(told.body.find("\"clock_offset_seconds\":" + std::to_string(off)) != std::string::npos);
        QCOMPARE(f.reason(), std::string("signature_clock"));
        QCOMPARE(f.send(ask, f.rfc9421(ask)).status, 401);
        const audit::Event event = f.server.events(std::string(audit::kind::keyRefused)).front();
        QCOMPARE(event.reason, std::string("signature_clock"));
        // The Why card says by how much.
        QVERIFY(event.detailsJson.find("\"signature_clock\",\"values\":[\"" + std::to_string(off) + "\",\"300\"]") !=
                std::string::npos);
    }
    for (const std::int64_t off : {-300, 300}) {
        const Ask ask{.nonce = "n" + std::to_string(off), .off = off};
        QCOMPARE(f.send(ask, f.guide(ask)).status, 200);
    }
    f.server.set("signatures.window", "60");
    const Ask late{.nonce = "late", .off = -61};
    QCOMPARE(f.send(late, f.guide(late)).status, 401);
    // RFC 9421's own end counts besides.
    const Ask over{.nonce = "over", .off = -10};
    QCOMPARE(f.send(over, f.rfc9421(over, {}, ";expires=" + f.now(-1))).status, 401);
    QCOMPARE(f.reason(), std::string("signature_clock"));
}

void SignedRequestsApiTest::changed_methodPathQueryOrBody_isRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    const QByteArray body = QByteArray::fromStdString(newUser);
    const auto row = [](const char* name, const char* method, const char* target, const QByteArray& sent) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(target) << sent;
    };
    row("method", "PUT", "/api/users?x=1", body);
    row("path", "POST", "/api/Users?x=1", body);
    row("path, encoded otherwise", "POST", "/api/user%73?x=1", body);
    row("query", "POST", "/api/users?x=2", body);
    row("query taken away", "POST", "/api/users", body);
    row("query added", "POST", "/api/users?x=1&y=2", body);
    row("a byte of the body", "POST", "/api/users?x=1", QByteArray(body).replace("By", "by"));
    row("white space in the body", "POST", "/api/users?x=1", body + " ");
    row("no body", "POST", "/api/users?x=1", QByteArray());
}

void SignedRequestsApiTest::changed_methodPathQueryOrBody_isRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    Signer f({"users:create", "users:update", "users:read"});
    const Ask made{.method = "POST", .target = "/api/users?x=1", .body = newUser};
    const Ask sent{.method = method.toStdString(), .target = target.toStdString(), .body = body.toStdString()};
    for (const Headers& headers : {f.guide(made), f.rfc9421(made)}) {
        const int status = f.send(sent, headers).status;
        // Where there is no such route or method, nobody asks who sent it.
        QVERIFY2(status == 401 || status == 404 || status == 405, std::to_string(status).c_str());
        if (status == 401)
            QVERIFY(f.reason() == "signature_mismatch" || f.reason() == "signature_digest");
    }
    QVERIFY(f.server.events("user.created").size() <= 2); // the administrator and the owner
}

void SignedRequestsApiTest::rfc9421_changedOrUncovered_isRefused()
{
    Signer f({"users:create", "users:read"});
    const Ask ask{.method = "POST", .target = "/api/users?x=1", .body = newUser};
    for (const char* component : {"@method", "@authority", "@path", "@query", "content-digest"}) {
        QCOMPARE(f.send(ask, f.rfc9421(ask, component)).status, 401);
        QCOMPARE(f.reason(), std::string("signature_coverage"));
    }
    // asvs_4_1_5: the signature holds, a byte of the body is another.
    Ask other = ask;
    other.body[10] ^= 1;
    QCOMPARE(f.send(other, f.rfc9421(ask)).status, 401);
    QCOMPARE(f.reason(), std::string("signature_digest"));
    // The algorithm is the key's, whatever the request says (RFC 8725 §3.1).
    QCOMPARE(f.send(ask, f.rfc9421(ask, {}, ";alg=\"ed25519\"")).status, 401);
    QCOMPARE(f.reason(), std::string("signature_mismatch"));
    QCOMPARE(f.send(ask, f.rfc9421(ask)).status != 401, true);
}

void SignedRequestsApiTest::refusals_nameThePart_andNothingAboutKeys()
{
    Signer f;
    const auto plain = f.make({"users:read"}, false);
    const auto revoked = f.make({"users:read"}, true);
    QVERIFY(f.server.services().apiKeys.revoke(TestServer::system(), revoked.key.id));
    const Ask used{.nonce = "used"};
    QCOMPARE(f.send(used, f.guide(used)).status, 200);
    const auto with = [&](std::size_t index, std::string value) {
        Headers headers = f.guide({.nonce = "fresh"});
        headers[index].second = std::move(value);
        return headers;
    };
    const auto without = [&](std::size_t index) {
        Headers headers = f.guide({.nonce = "fresh"});
        headers.erase(headers.begin() + static_cast<std::ptrdiff_t>(index));
        return headers;
    };
    const std::pair<Headers, std::string> cases[] = {
        {f.guide({.nonce = "fresh"}, "another secret"), "signature_mismatch"},
        {f.guide(used), "signature_nonce_seen"},
        {f.guide({.nonce = "fresh", .off = 1000}), "signature_clock"},
        {f.rfc9421({.nonce = "fresh"}, "@path"), "signature_coverage"},
        {with(0, plain.key.prefix), "key_unsigned"},
        {with(0, revoked.key.prefix), "key_revoked"},
        {with(0, "spk_00000000"), "key_unknown"},
        {with(0, "nonsense"), "key_malformed"},
        {with(1, "soon"), "signature_malformed"},
        {with(1, f.now() + "000"), "signature_malformed"},
        {with(2, ""), "signature_malformed"},
        {with(2, "with space"), "signature_malformed"},
        {with(3, ""), "signature_malformed"},   // row 6: empty is not equal to empty
        {with(3, "00"), "signature_malformed"}, // row 7: short is 401, not 500
        {with(3, std::string(64, '0')), "signature_mismatch"},
        {without(0), "signature_malformed"},
        {without(1), "signature_malformed"},
        {without(2), "signature_malformed"},
        {{{"Signature", "sig1=:AAAA:"}}, "signature_malformed"},
        {{{"Signature-Input", "sig1=("}, {"Signature", "sig1=:AAAA:"}}, "signature_malformed"},
    };
    std::string mismatch;
    for (const auto& [headers, reason] : cases) {
        const Reply reply = f.client->send("GET", "/api/signed", headers);
        QVERIFY2(reply.status == 401, reason.c_str());
        QVERIFY(!reply.header("WWW-Authenticate").empty());
        std::string body = reply.body;
        const std::string instance = reply.text("/instance");
        body.erase(body.find(instance), instance.size());
        // What is wrong with a key looks like a signature that does not fit, to the byte.
        const bool ofKey = reason.starts_with("key_");
        QCOMPARE(reply.text("/code"), ofKey ? std::string("signature_mismatch") : reason);
        if (ofKey || reason == "signature_mismatch") {
            if (mismatch.empty())
                mismatch = body;
            QCOMPARE(body, mismatch);
        }
        QVERIFY(body.find("key_") == std::string::npos);
        const audit::Event event = f.server.events(std::string(audit::kind::keyRefused)).front();
        QCOMPARE(event.reason, reason);
        QCOMPARE(event.requestId, instance);
        QVERIFY(event.detailsJson.find(reason) != std::string::npos);
        QVERIFY(event.detailsJson.find(std::string(f.key.signingSecret.view()).substr(13)) == std::string::npos);
    }
}

// Unauthenticated: fields, coverage and time say the same of a key that is there and of one that is not.
void SignedRequestsApiTest::unknownKey_isToldWhatAKnownOneIs()
{
    Signer f;
    const std::string known = f.key.key.prefix, unknown = "spk_00000000";
    const auto bodies = [&](const Headers& headers, std::string_view code) {
        std::array<std::string, 2> told;
        for (std::size_t i = 0; i < told.size(); ++i) {
            Headers sent = headers;
            for (auto& [name, value] : sent) {
                if (const std::size_t at = value.find(known); i == 1 && at != std::string::npos)
                    value.replace(at, known.size(), unknown);
            }
            const Reply reply = f.client->send("GET", "/api/signed", sent);
            told[i] = reply.body;
            const std::string instance = reply.text("/instance");
            told[i].erase(told[i].find(instance), instance.size());
            if (reply.text("/code") != code)
                return std::pair(reply.text("/code"), std::string(code));
        }
        return std::pair(told[0], told[1]);
    };
    const auto same = [&](const Headers& headers, std::string_view code) {
        const auto [first, second] = bodies(headers, code);
        QCOMPARE(first, second);
    };
    same(f.guide({.nonce = "a", .off = -4000}), "signature_clock");
    same(f.rfc9421({.nonce = "b"}, "@path"), "signature_coverage");
    same(f.rfc9421({.nonce = "c"}, {}, ";alg=\"ed25519\""), "signature_mismatch");
    same(f.guide({.nonce = "d"}, "another secret"), "signature_mismatch");
    // A component that cannot be signed at all comes before the algorithm of any key.
    Headers bent = f.rfc9421({.nonce = "e"}, {}, ";alg=\"ed25519\"");
    bent.front().second.replace(bent.front().second.find("(\""), 2, "(\"x-not-there\" \"");
    same(bent, "signature_coverage");
}

void SignedRequestsApiTest::lab_explains_overHttps()
{
    Signer f;
    const Headers signedRight = f.guide({.target = "/api/users", .nonce = "lab"});
    std::string request = "GET /api/users?limit=5 HTTP/1.1\nHost: localhost\n";
    for (const auto& [name, value] : signedRight)
        request += name + ": " + value + "\n";
    const std::string body = boost::json::serialize(
        boost::json::object{{"request", request}, {"client_text", "GET\n/api/users\n" + f.now() + "\nlab\n"}});
    const std::string token = f.server.tokenOf("owner@sallyport.example");
    const auto ask = [&](const std::string& bearer, const std::string& text) {
        return f.client->send("POST", "/api/signatures/explain", TestServer::jsonAnd({{"Authorization", "Bearer " + bearer}}),
                              text);
    };
    const Reply reply = ask(token, body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.text("/data/key/prefix"), f.key.key.prefix);
    QCOMPARE(reply.text("/data/key/algorithm"), std::string("hmac-sha256"));
    QCOMPARE(reply.text("/data/checks/4/check"), std::string("signature"));
    QCOMPARE(reply.text("/data/checks/4/outcome"), std::string("failed"));
    QCOMPARE(reply.text("/data/checks/4/code"), std::string("signature_mismatch"));
    QCOMPARE(reply.text("/data/mistakes/0"), std::string("no_query"));
    QCOMPARE(reply.text("/data/lines/1/server"), std::string("/api/users?limit=5"));
    QCOMPARE(reply.text("/data/lines/1/client"), std::string("/api/users"));
    // Nothing that could be used is told.
    QVERIFY(reply.body.find(signedRight.back().second) == std::string::npos);
    QVERIFY(reply.body.find(std::string(f.key.signingSecret.view())) == std::string::npos);
    QCOMPARE(ask(token, R"({"request": "not a request"})").status, 400);
    // Somebody else's key is as unknown.
    f.server.addUser("viewer@sallyport.example", "viewer");
    const Reply foreign = ask(f.server.tokenOf("viewer@sallyport.example"), body);
    QCOMPARE(foreign.status, 200);
    QVERIFY(foreign.body.find("\"key\":null") != std::string::npos);
    QCOMPARE(foreign.text("/data/checks/1/code"), std::string("key_unknown"));
    QCOMPARE(f.client->send("POST", "/api/signatures/explain", TestServer::jsonAnd({}), body).status, 401);
}

void SignedRequestsApiTest::lostField_isNoUnsignedRequest()
{
    Signer f;
    const Ask ask{.target = "/api/protected"};
    Headers headers = f.guide(ask);
    headers.front().second = f.key.text.view();
    headers.pop_back(); // no X-Signature any more
    QCOMPARE(f.send(ask, headers).status, 401);
    QCOMPARE(f.reason(), std::string("signature_malformed"));
    // A token is none the worse for a time stamp beside it.
    Headers token = TestServer::bearer(f.server.adminToken());
    token.emplace_back("X-Timestamp", "1");
    QCOMPARE(f.client->send("GET", "/api/protected", token).status, 200);
}

void SignedRequestsApiTest::twoCredentials_are400()
{
    Signer f;
    const Ask ask;
    const Headers token = TestServer::bearer(f.server.adminToken());
    const auto both = [](Headers one, const Headers& other) {
        one.insert(one.end(), other.begin(), other.end());
        return one;
    };
    for (const Headers& headers :
         {both(f.guide(ask), token), both(f.rfc9421(ask), token), both(f.guide(ask), f.rfc9421(ask)),
          both(f.rfc9421(ask), {{"X-API-Key", f.key.key.prefix}}), both(f.guide(ask), {{"X-Signature", std::string(64, '0')}})}) {
        const Reply reply = f.send(ask, headers);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.text("/code"), std::string("credentials_ambiguous"));
    }
    QCOMPARE(f.send(ask, f.guide(ask)).status, 200); // none of them has used the nonce up
}

void SignedRequestsApiTest::refusals_areSlowedDown_goodOnesAreNot()
{
    Signer f;
    int refused = 0, limited = 0;
    for (int i = 0; i < 150; ++i) {
        const Ask ask{.nonce = "n" + std::to_string(i)};
        const int status = f.send(ask, f.guide(ask, "another secret")).status;
        refused += status == 401;
        limited += status == 429;
    }
    QCOMPARE(refused, 100);
    QCOMPARE(limited, 50);
    const Ask good{.nonce = "n1"};
    QCOMPARE(f.send(good, f.guide(good)).status, 200);
}

void SignedRequestsApiTest::restart_remembersNonces_afterAKillToo()
{
    Signer f;
    const Ask first{.nonce = "n1"}, second{.nonce = "n2"};
    const Headers one = f.guide(first), two = f.guide(second);
    QCOMPARE(f.send(first, one).status, 200);
    f.server.stop();
    f.server.start();
    f.reconnect();
    QCOMPARE(f.send(first, one).status, 401);
    QCOMPARE(f.reason(), std::string("signature_nonce_seen"));
    QCOMPARE(f.send(second, two).status, 200);
    // What a killed process leaves is the file as it is while the process runs.
    const std::filesystem::path file = std::filesystem::path(f.server.directory()) / "nonces";
    const std::filesystem::path copy = file.string() + ".copy";
    std::filesystem::copy_file(file, copy);
    f.server.stop();
    std::filesystem::rename(copy, file);
    f.server.start();
    f.reconnect();
    QCOMPARE(f.send(first, one).status, 401);
    QCOMPARE(f.send(second, two).status, 401);
    QCOMPARE(f.reason(), std::string("signature_nonce_seen"));
    const Ask third{.nonce = "n3"};
    QCOMPARE(f.send(third, f.guide(third)).status, 200);
}

void SignedRequestsApiTest::lostNonces_are503_withRetryAfter()
{
    Signer f;
    const Ask ask;
    const Headers headers = f.guide(ask);
    QCOMPARE(f.send(ask, headers).status, 200);
    f.server.stop();
    std::filesystem::remove(std::filesystem::path(f.server.directory()) / "nonces");
    f.server.start();
    f.reconnect();
    const Reply reply = f.send(ask, headers);
    QCOMPARE(reply.status, 503);
    const int wait = std::stoi(reply.header("Retry-After"));
    QVERIFY(wait > 0 && wait <= 301);
    QCOMPARE(f.reason(), std::string("signature_nonce_store"));
    f.server.clock().advance(std::chrono::seconds(wait));
    QCOMPARE(f.send(ask, headers).status, 401); // too old by now
    const Ask fresh{.nonce = "n2"};
    QCOMPARE(f.send(fresh, f.guide(fresh)).status, 200);
}

void SignedRequestsApiTest::scopesAndPermissions_holdAsForTheKey()
{
    Signer f({"users:read"});
    const Ask settings{.target = "/api/settings"};
    const Reply denied = f.send(settings, f.guide(settings));
    QCOMPARE(denied.status, 403);
    QCOMPARE(denied.text("/required"), std::string("settings:read"));
    QVERIFY(f.server.events("access.denied").front().detailsJson.find("\"signed\"") != std::string::npos);
    const Ask me{.target = "/api/auth/me", .nonce = "n2"};
    QCOMPARE(f.send(me, f.guide(me)).text("/code"), std::string("session_required"));
    // Disabling the owner stops the key at once.
    QVERIFY(f.server.services().users.apply(TestServer::system(), f.owner, identity::UserAction::Disable));
    const Ask probe{.nonce = "n3"};
    QCOMPARE(f.send(probe, f.guide(probe)).status, 401);
    QCOMPARE(f.reason(), std::string("key_owner_disabled"));
}

SALLYPORT_GUILESS_TEST(SignedRequestsApiTest)

} // namespace tst_signed_requests
#include "tst_signed_requests.moc"
