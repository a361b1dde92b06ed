#include "backend/audit/chain/chain.h"
#include "backend/audit/tree/head_key.h"
#include "backend/audit/tree/pack_reader.h"
#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"
#include "tests/api/support/test_server.h"
#include "tests/support/tamper.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <filesystem>

namespace tst_evidence_api {

using namespace sallyport;
using namespace sallyport::test;

namespace {

std::vector<audit::TreeHash> hashesOf(const boost::json::value& list)
{
    std::vector<audit::TreeHash> hashes;
    for (const auto& hash : list.as_array())
        hashes.push_back(*audit::hashFromHex(std::string(hash.as_string())));
    return hashes;
}

} // namespace

/// Heads, proofs and evidence packs over HTTPS.
class EvidenceApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void head_isSignedAndGrows();
    void proof_ofAnEvent_isChecked();
    void proof_ofSizes_isChecked();
    void proof_wrongQuestions_areRefused();
    void pack_isMadeCheckedAndDeleted();
    void whatIsMadeFromADamagedJournal_saysSo();
    void packOfAChangedRow_isMade_andNamesIt();
    void packOfOthers_isDeletedByWhoManagesRetention();
    void packUnderAHold_stays();
    void asvs_2_2_3_pack_wrongPeriods_areRefused();
    void everything_isForThoseWhoMay();

private:
    Reply get(const std::string& path, const std::string& token)
    {
        HttpsClient client(server.port());
        return client.send("GET", path, TestServer::bearer(token));
    }
    Reply post(const std::string& body, const std::string& token)
    {
        HttpsClient client(server.port());
        return client.send("POST", "/api/evidence", TestServer::jsonAnd(TestServer::bearer(token)), body);
    }
    TestServer server;
    std::string admin;
};

void EvidenceApiTest::initTestCase()
{
    admin = server.adminToken();
    QVERIFY(!admin.empty());
}

void EvidenceApiTest::head_isSignedAndGrows()
{
    const Reply reply = get("/api/audit/head", admin);
    QCOMPARE(reply.status, 200);
    const boost::json::value data = reply.json().at("data");
    audit::SignedHead head;
    head.size = data.at("size").as_int64();
    head.root = *audit::hashFromHex(reply.text("/data/root"));
    const std::string text = "sallyport tree head 1\n" + std::to_string(head.size) + "\n" + reply.text("/data/root") + "\n" +
                             reply.text("/data/time") + "\n";
    const auto key = crypto::Ed25519PublicKey::fromRaw(*fromHex(reply.text("/data/public_key")));
    QVERIFY(key);
    QVERIFY(key->verify(asBytes(text), *fromHex(reply.text("/data/signature"))));
    QCOMPARE(reply.text("/data/fingerprint"), toHex(crypto::sha256(key->raw())));
    QCOMPARE(get("/api/audit/head", admin).json().at("data").at("size").as_int64(), head.size);
    server.addUser("grows@sallyport.example", "viewer");
    QVERIFY(get("/api/audit/head", admin).json().at("data").at("size").as_int64() > head.size);
    QVERIFY(!server.events("audit.head_signed").empty());
}

void EvidenceApiTest::proof_ofAnEvent_isChecked()
{
    const boost::json::value events = get("/api/events?limit=5", admin).json();
    for (const auto& event : events.at("data").as_array()) {
        const std::string id(event.at("id").as_string());
        const Reply reply = get("/api/audit/proof?event=" + id, admin);
        QCOMPARE(reply.status, 200);
        const boost::json::value data = reply.json().at("data");
        const auto root = audit::rootByInclusion(*audit::hashFromHex(reply.text("/data/leaf")), data.at("index").as_int64(),
                                                 data.at("size").as_int64(), hashesOf(data.at("inclusion")));
        QVERIFY(root);
        QCOMPARE(toHex(*root), reply.text("/data/root"));
        QCOMPARE(reply.text("/data/head/root"), reply.text("/data/root"));
    }
}

void EvidenceApiTest::proof_ofSizes_isChecked()
{
    const Reply before = get("/api/audit/head", admin);
    server.addUser("consistent@sallyport.example", "viewer");
    const Reply after = get("/api/audit/head", admin);
    const std::int64_t from = before.json().at("data").at("size").as_int64(), to = after.json().at("data").at("size").as_int64();
    const Reply reply = get("/api/audit/proof?from=" + std::to_string(from) + "&to=" + std::to_string(to), admin);
    QCOMPARE(reply.status, 200);
    QVERIFY(audit::isConsistent(from, *audit::hashFromHex(before.text("/data/root")), to,
                                *audit::hashFromHex(after.text("/data/root")),
                                hashesOf(reply.json().at("data").at("consistency"))));
    QCOMPARE(get("/api/audit/proof?from=0&to=0", admin).status, 200);
}

void EvidenceApiTest::proof_wrongQuestions_areRefused()
{
    for (const char* query : {"", "?from=1", "?to=1", "?from=2&to=1", "?from=1&to=99999999", "?from=x&to=1", "?from=-1&to=1",
                              "?event=evt_x&from=1&to=2", "?from=99999999999999999999&to=1"})
        QCOMPARE(get(std::string("/api/audit/proof") + query, admin).status, 400);
    QCOMPARE(get("/api/audit/proof?event=evt_x", admin).status, 404);
    QCOMPARE(get("/api/audit/proof?event=99999", admin).status, 404);
}

void EvidenceApiTest::pack_isMadeCheckedAndDeleted()
{
    const Reply made = post("{\"since\":\"7d\",\"until\":null,\"q\":\"kind:user.\"}", admin);
    QCOMPARE(made.status, 201);
    const std::string id = made.text("/data/id");
    QCOMPARE(made.header("Location"), "/api/evidence/" + id);
    QVERIFY(made.json().at("data").at("records").as_int64() > 0);
    const Reply list = get("/api/evidence", admin);
    QCOMPARE(list.json().at("page").at("total").as_int64(), 1);
    QCOMPARE(list.text("/data/0/id"), id);
    const Reply file = get("/api/evidence/" + id, admin);
    QCOMPARE(file.status, 200);
    QCOMPARE(static_cast<std::int64_t>(file.body.size()), made.json().at("data").at("bytes").as_int64());
    const std::string fingerprint = get("/api/audit/head", admin).text("/data/fingerprint");
    bool given = false;
    const auto checked = audit::checkPack(
        [&]() -> Result<std::string> { return std::exchange(given, true) ? std::string() : file.body; }, fingerprint);
    QVERIFY2(checked, checked ? "" : checked.error().detail.c_str());
    QCOMPARE(checked->manifest.filter, std::string("kind:user."));
    QCOMPARE(server.events("audit.evidence_created").size(), std::size_t{1});
    QCOMPARE(server.events("audit.evidence_downloaded").size(), std::size_t{1});
    HttpsClient client(server.port());
    QCOMPARE(client.send("DELETE", "/api/evidence/" + id, TestServer::bearer(admin)).status, 204);
    QCOMPARE(client.send("DELETE", "/api/evidence/" + id, TestServer::bearer(admin)).status, 404);
    QCOMPARE(get("/api/evidence/" + id, admin).status, 404);
    QCOMPARE(server.events("audit.evidence_deleted").size(), std::size_t{1});
}

void EvidenceApiTest::whatIsMadeFromADamagedJournal_saysSo()
{
    TestServer other;
    const auto send = [&](const std::string& method, const std::string& path, const std::string& body = {}) {
        const std::string token = other.adminToken();
        HttpsClient client(other.port());
        return body.empty() ? client.send(method, path, TestServer::bearer(token))
                            : client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), body);
    };
    const std::string pack = R"({"since":"7d","until":null})", report = R"({"template":"configuration","format":"csv"})";
    const auto marks = [](const Reply& reply) { return reply.header("X-Audit-Integrity"); };
    QCOMPARE(marks(send("POST", "/api/evidence", pack)), std::string());
    QCOMPARE(marks(send("GET", "/api/audit/head")), std::string());
    other.stop();
    QVERIFY(std::filesystem::remove(std::filesystem::path(other.directory()) / "audit.anchor"));
    other.start();
    const Reply made = send("POST", "/api/evidence", pack), kept = send("POST", "/api/reports", report);
    QCOMPARE(made.status, 201);
    QCOMPARE(kept.status, 201);
    for (const Reply& reply :
         {made, kept, send("GET", "/api/audit/head"), send("GET", "/api/reports"),
          send("GET", "/api/evidence/" + made.text("/data/id")), send("GET", "/api/reports/" + kept.text("/data/id"))})
        QCOMPARE(marks(reply), std::string("damaged"));
    QVERIFY(send("GET", "/api/reports/" + kept.text("/data/id")).body.find(",journal_damage\r\n") != std::string::npos);
    // Accepted: what was made of it stays what it is.
    QVERIFY(other.services().events.acceptDamage(TestServer::system(), "new disk", {}));
    QCOMPARE(marks(send("GET", "/api/evidence/" + made.text("/data/id"))), std::string("damaged"));
    const Reply again = send("POST", "/api/evidence", pack);
    for (const Reply& reply :
         {again, send("POST", "/api/reports", report), send("GET", "/api/audit/head"), send("GET", "/api/reports"),
          send("GET", "/api/audit/export?format=csv"), send("GET", "/api/evidence/" + again.text("/data/id")),
          send("GET", "/api/reports/" + kept.text("/data/id"))})
        QCOMPARE(marks(reply), std::string("accepted"));
}

void EvidenceApiTest::packOfAChangedRow_isMade_andNamesIt()
{
    TestServer other;
    const auto make = [&] {
        HttpsClient client(other.port());
        return client.send("POST", "/api/evidence", TestServer::jsonAnd(TestServer::bearer(other.adminToken())),
                           R"({"since":null,"until":null})");
    };
    QVERIFY(!make().json().at("data").as_object().contains("damage"));
    other.stop();
    QVERIFY(tamper(other.directory(), TestServer::vaultPassphrase, "UPDATE events SET reason = 'zz' WHERE sequence = 4"));
    other.start();
    for (const bool accepted : {false, true}) {
        const Reply made = make();
        QCOMPARE(made.status, 201);
        QCOMPARE(made.header("X-Audit-Integrity"), std::string("damaged"));
        QCOMPARE(made.text("/data/damage"), std::string("changed"));
        QCOMPARE(boost::json::serialize(made.json().at("data").at("damaged")), std::string("[[4,4]]"));
        if (!accepted)
            QVERIFY(other.services().events.acceptDamage(TestServer::system(), "known", {}));
    }
}

void EvidenceApiTest::packOfOthers_isDeletedByWhoManagesRetention()
{
    const auto someone = [&](const std::string& name, const boost::json::array& permissions) {
        HttpsClient(server.port())
            .send("POST", "/api/roles", TestServer::jsonAnd(TestServer::bearer(admin)),
                  boost::json::serialize(boost::json::value{{"name", name}, {"permissions", permissions}}));
        server.addUser(name + "@sallyport.example", name);
        return server.tokenOf(name + "@sallyport.example");
    };
    const std::string maker = someone("maker", {"events:read", "events:export"});
    const std::string other = someone("other", {"events:read", "events:export"});
    const std::string manager = someone("manager", {"events:read", "events:export", "retention:update"});
    const auto pack = [&] { return "/api/evidence/" + post(R"({"since":"7d","until":null})", maker).text("/data/id"); };
    const auto remove = [&](const std::string& path, const std::string& token) {
        return HttpsClient(server.port()).send("DELETE", path, TestServer::bearer(token));
    };
    const std::string first = pack(), second = pack();
    const Reply refused = remove(first, other);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.text("/required"), std::string("retention:update"));
    QCOMPARE(get(first, other).status, 200); // to read it is another right
    QCOMPARE(remove(first, maker).status, 204);
    QCOMPARE(remove(second, manager).status, 204);
}

void EvidenceApiTest::packUnderAHold_stays()
{
    const auto send = [&](const char* method, const std::string& path, const std::string& body) {
        return HttpsClient(server.port()).send(method, path, TestServer::jsonAnd(TestServer::bearer(admin)), body);
    };
    const Reply held = post(R"({"since":"7d","until":null,"q":"kind:user."})", admin);
    const Reply free = post(R"({"since":"7d","until":null,"q":"kind:auth."})", admin);
    QVERIFY(held.status == 201 && free.status == 201);
    const Reply hold = send("POST", "/api/retention/holds", R"({"q": "kind:user.created", "reason": "Case 7"})");
    QCOMPARE(hold.status, 201);
    const auto remove = [&](const Reply& pack) {
        return HttpsClient(server.port()).send("DELETE", "/api/evidence/" + pack.text("/data/id"), TestServer::bearer(admin));
    };
    const Reply refused = remove(held);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.text("/code"), std::string("held"));
    QVERIFY2(refused.body.find("Case 7") != std::string::npos, refused.body.c_str());
    QCOMPARE(remove(free).status, 204);
    QCOMPARE(send("DELETE", "/api/retention/holds/" + hold.text("/data/id"), {}).status, 204);
    QCOMPARE(remove(held).status, 204);
}

void EvidenceApiTest::asvs_2_2_3_pack_wrongPeriods_areRefused()
{
    for (const char* body : {"{\"since\":\"noon\",\"until\":null}", "{\"since\":\"1d\",\"until\":\"2d\"}", "{\"since\":\"1d\"}",
                             "{\"since\":\"1d\",\"until\":null,\"q\":\"outcome:maybe\"}"})
        QCOMPARE(post(body, admin).status, 400);
    QVERIFY(get("/api/evidence", admin).json().at("data").as_array().empty());
}

void EvidenceApiTest::everything_isForThoseWhoMay()
{
    server.addUser("reads@sallyport.example", "viewer");
    const std::string viewer = server.tokenOf("reads@sallyport.example");
    for (const char* path : {"/api/audit/head", "/api/audit/proof?from=0&to=1", "/api/evidence", "/api/evidence/x"})
        QCOMPARE(get(path, viewer).status, 403);
    QCOMPARE(post("{\"since\":\"7d\",\"until\":null}", viewer).status, 403);
}

SALLYPORT_GUILESS_TEST(EvidenceApiTest)

} // namespace tst_evidence_api

#include "tst_evidence_api.moc"
