#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_user_members_api {

using namespace sallyport;
using namespace sallyport::test;

namespace {

constexpr const char* facts[] = {"mfa_enabled",        "authenticator_app",    "passkeys",
                                 "locked_until",       "last_sign_in_at",      "recovery_codes_left",
                                 "mfa_required_since", "last_sign_in_address", "password_changed_at"};

int told(const boost::json::value& user)
{
    return static_cast<int>(std::ranges::count_if(facts, [&](const char* name) { return user.as_object().contains(name); }));
}

} // namespace

/// Which members of a user whom are told (ASVS 8.2.3), over real HTTPS.
class UserMembersApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asvs_8_2_3_signInFacts_areForThoseWhoMay_data();
    void asvs_8_2_3_signInFacts_areForThoseWhoMay();
    void signInFacts_ofOneself_areTold();
    void signInFacts_toAKey_needItsScope();
    void filterOrOrder_byWhatOneMayNotRead_is403_data();
    void filterOrOrder_byWhatOneMayNotRead_is403();
    void export_leavesThemOut();
    void disable_ofTheOnlyOwnerByAnOperator_is403();

private:
    Reply get(const std::string& path, const std::string& token)
    {
        HttpsClient client(server.port());
        return client.send("GET", path, TestServer::bearer(token));
    }
    TestServer server;
    UserId owner;
    std::string ownerToken, viewer;
};

void UserMembersApiTest::initTestCase()
{
    owner = server.addUser("owner@sallyport.example", "owner");
    ownerToken = server.tokenOf("owner@sallyport.example");
    server.addUser("viewer@sallyport.example", "viewer");
    viewer = server.tokenOf("viewer@sallyport.example");
}

void UserMembersApiTest::asvs_8_2_3_signInFacts_areForThoseWhoMay_data()
{
    QTest::addColumn<bool>("may");
    for (const char* role : {"viewer", "editor"})
        QTest::newRow(role) << false;
    for (const char* role : {"admin", "owner", "operator", "auditor", "console_viewer"})
        QTest::newRow(role) << true;
}

void UserMembersApiTest::asvs_8_2_3_signInFacts_areForThoseWhoMay()
{
    QFETCH(bool, may);
    const std::string role = QTest::currentDataTag();
    server.addUser("member." + role + "@sallyport.example", role);
    const std::string token = server.tokenOf("member." + role + "@sallyport.example");
    const int expected = may ? static_cast<int>(std::size(facts)) : 0;
    const std::string path = "/api/users/" + owner.text();
    // From the database, and from memory after somebody else has asked.
    QCOMPARE(told(get(path, token).json().at("data")), expected);
    QCOMPARE(told(get(path, ownerToken).json().at("data")), static_cast<int>(std::size(facts)));
    const Reply again = get(path, token);
    QCOMPARE(told(again.json().at("data")), expected);
    QVERIFY(again.json().at("data").at("email") == "owner@sallyport.example");
    const Reply list = get("/api/users?q=owner@", token);
    QCOMPARE(list.status, 200);
    QCOMPARE(told(list.json().at("data").at(0)), expected);
    for (const std::string& more : {std::string("/api/mfa/coverage"), path + "/passkeys"}) {
        const Reply reply = get(more, token);
        QCOMPARE(reply.status, may ? 200 : 403);
        if (!may)
            QCOMPARE(reply.text("/required"), std::string("events:read"));
    }
}

void UserMembersApiTest::signInFacts_ofOneself_areTold()
{
    const Reply me = get("/api/auth/me", viewer);
    const std::string id = me.text("/data/id").empty() ? me.text("/id") : me.text("/data/id");
    QCOMPARE(told(get("/api/users/" + id, viewer).json().at("data")), static_cast<int>(std::size(facts)));
    const Reply list = get("/api/users?q=Person%20viewer", viewer);
    QCOMPARE(told(list.json().at("data").at(0)), static_cast<int>(std::size(facts)));
}

void UserMembersApiTest::signInFacts_toAKey_needItsScope()
{
    const auto toldTo = [&](std::vector<std::string> scopes) {
        identity::NewApiKey key;
        key.name = "reader";
        key.owner = owner;
        key.scopes = std::move(scopes);
        const auto issued = server.services().apiKeys.create(TestServer::system(), std::move(key));
        HttpsClient client(server.port());
        const Headers headers{{"X-API-Key", std::string(issued->text.view())}};
        return told(client.send("GET", "/api/users/" + owner.text(), headers).json().at("data"));
    };
    QCOMPARE(toldTo({"users:read"}), 0); // also its own owner's: a key is not its owner
    QCOMPARE(toldTo({"users:read", "events:read"}), static_cast<int>(std::size(facts)));
    QCOMPARE(toldTo({"users:read", "users:update"}), static_cast<int>(std::size(facts)));
}

void UserMembersApiTest::filterOrOrder_byWhatOneMayNotRead_is403_data()
{
    QTest::addColumn<bool>("allowed");
    for (const char* query : {"mfa=off", "mfa=on", "mfa=due", "mfa=overdue", "mfa=few_codes", "status=locked", "inactive_days=30",
                              "sort=mfa", "sort=-mfa", "sort=last_sign_in", "sort=-last_sign_in_at"})
        QTest::newRow(query) << false;
    for (const char* query : {"status=active", "role=owner", "sort=-name", "sort=status", "sort=created", "q=ada"})
        QTest::newRow(query) << true;
}

void UserMembersApiTest::filterOrOrder_byWhatOneMayNotRead_is403()
{
    QFETCH(bool, allowed);
    const std::string query = QTest::currentDataTag();
    const Reply reply = get("/api/users?" + query, viewer);
    QCOMPARE(reply.status, allowed ? 200 : 403);
    if (!allowed)
        QCOMPARE(reply.text("/required"), std::string("events:read"));
    QCOMPARE(get("/api/users?" + query, ownerToken).status, 200);
    if (!query.starts_with("sort="))
        QCOMPARE(get("/api/export/users?" + query, viewer).status, allowed ? 200 : 403);
}

void UserMembersApiTest::export_leavesThemOut()
{
    const Reply csv = get("/api/export/users?q=owner@", viewer);
    QCOMPARE(csv.status, 200);
    const std::string row = csv.body.substr(csv.body.find("\r\n") + 2);
    QVERIFY2(row.find(",owner@sallyport.example,,,owner,active,,,2") != std::string::npos, row.c_str());
    const Reply json = get("/api/export/users?format=json&q=owner@", viewer);
    QCOMPARE(told(json.json().at("data").at(0)), 0);
    QCOMPARE(told(get("/api/export/users?format=json&q=owner@", ownerToken).json().at("data").at(0)),
             static_cast<int>(std::size(facts)));
}

void UserMembersApiTest::disable_ofTheOnlyOwnerByAnOperator_is403()
{
    TestServer alone; // one administrator and nobody else
    const auto admins = alone.services().users.list(TestServer::system(), {});
    const UserId only = admins->users.at(0).id;
    alone.addUser("operator@sallyport.example", "operator");
    const Headers headers = TestServer::jsonAnd(TestServer::bearer(alone.tokenOf("operator@sallyport.example")));
    HttpsClient client(alone.port());
    QCOMPARE(client.send("POST", "/api/users/" + only.text() + "/disable", headers, "{}").status, 403);
    QCOMPARE(client.send("DELETE", "/api/users/" + only.text(), headers).status, 403);
    const Headers admin = TestServer::jsonAnd(TestServer::bearer(alone.adminToken()));
    QCOMPARE(client.send("POST", "/api/users/" + only.text() + "/disable", admin, "{}").status, 409);
}

SALLYPORT_GUILESS_TEST(UserMembersApiTest)

} // namespace tst_user_members_api
#include "tst_user_members_api.moc"
