#include "tests/api/support/test_server.h"
#include "tests/identity/soft_authenticator.h"
#include "tests/support/name_table.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace tst_names {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Every route that takes a name, with the same table of names: none brings in one that can't be seen.
class NamesTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin;
    int count = 0;

    Reply sendAs(const std::string& token, const char* method, const std::string& path, const json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        if (body.is_null())
            return client.send(method, path, TestServer::bearer(token));
        return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), json::serialize(body));
    }
    Reply send(const char* method, const std::string& path, const json::value& body = nullptr)
    {
        return sendAs(admin, method, path, body);
    }
    std::string number() { return std::to_string(++count); }

    /// Sends the name and says what became of it: `=` and the name that is kept, or the rule that refused it for `member`.
    std::string outcome(const Reply& reply, const std::string& member, const std::string& place = "/data/")
    {
        if (reply.status == 200 || reply.status == 201)
            return "=" + reply.text(place + member);
        if (reply.status == 400 && reply.text("/details/0/field").ends_with(member))
            return reply.text("/details/0/rule");
        return "status " + std::to_string(reply.status) + " " + reply.body;
    }
    using Way = std::function<std::string(const std::string& name)>;
    void tryAll(const Way& way)
    {
        for (const NameCase& one : nameCases()) {
            const std::string wanted = one.kept.empty() ? one.rule : "=" + one.kept;
            const std::string got = way(one.given);
            QVERIFY2(got == wanted, (std::string(one.title) + ": " + got).c_str());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        server.set("webauthn.rp_id", "example.com");
        server.set("webauthn.origins", "https://console.example.com");
    }
    void init() { admin = server.adminToken(); }

    void asvs_1_3_3_names_ofUsers()
    {
        tryAll([&](const std::string& name) {
            return outcome(send("POST", "/api/users", {{"name", name}, {"email", "a" + number() + "@names.example"}}), "name");
        });
        const std::string one = "/api/users/" + server.addUser("one@names.example", "viewer").text();
        tryAll([&](const std::string& name) { return outcome(send("PATCH", one, {{"name", name}}), "name"); });
        const Reply department = send("PATCH", one, {{"department", utf8(U"\u200bOps\u3000")}});
        QCOMPARE(department.text("/data/department"), std::string("Ops"));
        QCOMPARE(send("PATCH", one, {{"department", utf8(U"\u200b\u00a0")}}).text("/data/department"), std::string());
    }

    void users_byFile()
    {
        tryAll([&](const std::string& name) -> std::string {
            HttpsClient client(server.port());
            Headers headers = TestServer::bearer(admin);
            headers.emplace_back("Content-Type", "text/csv");
            const Reply reply = client.send("POST", "/api/import/users", headers,
                                            "name,email\n\"" + name + "\",b" + number() + "@names.example\n");
            if (reply.status != 200)
                return "status " + std::to_string(reply.status) + " " + reply.body;
            if (const std::string id = reply.text("/data/results/0/id"); !id.empty())
                return outcome(send("GET", "/api/users/" + id), "name");
            return reply.text("/data/results/0/details/0/field") == "name" ? reply.text("/data/results/0/details/0/rule")
                                                                           : reply.body;
        });
    }

    void keys()
    {
        std::string id;
        tryAll([&](const std::string& name) {
            const Reply made = send("POST", "/api/keys", {{"name", name}, {"scopes", json::array{"users:read"}}});
            if (made.status == 201)
                id = made.text("/data/id");
            return outcome(made, "name");
        });
        tryAll([&](const std::string& name) { return outcome(send("PATCH", "/api/keys/" + id, {{"name", name}}), "name"); });
    }

    void serviceAccounts()
    {
        tryAll([&](const std::string& name) {
            const Reply made = send("POST", "/api/service-accounts", {{"name", name}});
            if (made.status == 201)
                (void) send("DELETE", "/api/service-accounts/" + made.text("/data/id"));
            return outcome(made, "name");
        });
    }

    void serviceAccounts_changed()
    {
        const std::string id = send("POST", "/api/service-accounts", {{"name", "Runner"}}).text("/data/id");
        tryAll([&](const std::string& name) {
            const std::string got = outcome(send("PATCH", "/api/service-accounts/" + id, {{"name", name}}), "name");
            (void) send("PATCH", "/api/service-accounts/" + id, {{"name", "Runner"}});
            return got;
        });
    }

    void providers()
    {
        const auto body = [&](const std::string& title) {
            return json::object{{"name", "p" + number()},
                                {"title", title},
                                {"issuer", "https://idp" + std::to_string(count) + ".example"},
                                {"client_id", "c"},
                                {"client_secret", "a secret"}};
        };
        std::string id;
        tryAll([&](const std::string& title) {
            const Reply made = send("POST", "/api/providers", body(title));
            if (made.status == 201)
                id = made.text("/data/id");
            return outcome(made, "title");
        });
        tryAll([&](const std::string& title) {
            return outcome(send("PATCH", "/api/providers/" + id, {{"title", title}}), "title");
        });
        // What stands in the URL is ASCII anyway.
        json::object hidden = body("Acme");
        hidden["name"] = utf8(U"acme\u200b");
        QCOMPARE(send("POST", "/api/providers", hidden).status, 400);
    }

    void passkeys()
    {
        std::string id, token;
        tryAll([&](const std::string& name) {
            const std::string email = "key" + number() + "@names.example";
            server.addUser(email, "viewer");
            const std::string own = server.tokenOf(email);
            const Reply options = sendAs(own, "POST", "/api/auth/webauthn/register/begin", json::object());
            const auto challenge = fromBase64Url(options.text("/data/publicKey/challenge"));
            if (!challenge)
                return "no challenge: " + options.body;
            SoftAuthenticator device;
            const auto answer = device.create(*challenge);
            const json::value credential{{"id", toBase64Url(answer.credentialId)},
                                         {"type", "public-key"},
                                         {"response",
                                          {{"clientDataJSON", toBase64Url(answer.clientDataJson)},
                                           {"attestationObject", toBase64Url(answer.attestationObject)}}}};
            const Reply made =
                sendAs(own, "POST", "/api/auth/webauthn/register/finish", {{"name", name}, {"credential", credential}});
            if (made.status == 201) {
                id = made.text("/data/passkey/id");
                token = own;
            }
            return outcome(made, "name", "/data/passkey/");
        });
        tryAll([&](const std::string& name) {
            return outcome(sendAs(token, "PATCH", "/api/auth/webauthn/credentials/" + id, {{"name", name}}), "name");
        });
    }

    void vault()
    {
        for (const NameCase& one : nameCases()) {
            const Reply reply = send("PATCH", "/api/settings", {{"vault.name", one.given}});
            QVERIFY2(reply.status == (one.kept.empty() ? 400 : 200), one.title);
            if (one.rule == "visible")
                QVERIFY2(reply.body.find("cannot be seen") != std::string::npos, reply.body.c_str());
            if (!one.kept.empty())
                QCOMPARE(server.services().settings.values()->vaultName, one.kept);
        }
    }

    /// The keyring has the name, too, from before there are settings.
    void vault_whenItIsMade()
    {
        const QTemporaryDir directory;
        ManualClock clock(server.clock().now());
        for (const NameCase& one : nameCases()) {
            if (!one.kept.empty())
                continue;
            for (const bool ofTheVault : {true, false}) {
                crypto::SystemRandom source;
                NewVault wanted;
                wanted.dataDirectory = directory.filePath(QStringLiteral("new")).toStdString();
                wanted.passphrase = SecretBytes::fromText("a passphrase for tests");
                wanted.adminPassword = SecretBytes::fromText(TestServer::goodPassword);
                wanted.adminEmail = TestServer::administratorEmail;
                wanted.adminName = ofTheVault ? "Ada" : one.given;
                wanted.name = ofTheVault ? one.given : "Vault";
                const auto made = createVault(std::move(wanted), {.clock = clock, .random = source, .reportProgram = {}});
                QVERIFY2(!made && made.error().code == ErrorCode::ValidationFailed, one.title);
                QCOMPARE(made.error().fields.front().field, std::string(ofTheVault ? "vault_name" : "name"));
                QCOMPARE(made.error().fields.front().rule, one.rule);
                QVERIFY(!QFileInfo::exists(directory.filePath(QStringLiteral("new"))));
            }
        }
    }
};

SALLYPORT_TEST(NamesTest)

} // namespace tst_names
#include "tst_names.moc"
