#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_user_transfer_api {

using namespace sallyport;
using namespace sallyport::test;

/// Users in and out of files over HTTPS.
class UserTransferApiTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin;

    Reply import(const std::string& query, const std::string& file, const std::string& media = "text/csv")
    {
        Headers headers = TestServer::bearer(admin);
        headers.emplace_back("Content-Type", media);
        HttpsClient client(server.port());
        return client.send("POST", "/api/import/users" + query, headers, file);
    }
    Reply get(const std::string& path, const std::string& token)
    {
        HttpsClient client(server.port());
        return client.send("GET", path, TestServer::bearer(token));
    }

private Q_SLOTS:
    void initTestCase() { admin = server.adminToken(); }

    void import_dryRun_thenForReal()
    {
        const std::string file = "name,email,roles\nGrace Hopper,grace@import.example,viewer\nNobody,nowhere,viewer\n";
        const Reply dry = import("?dry_run=true", file, "text/csv; charset=utf-8");
        QCOMPARE(dry.status, 200);
        QCOMPARE(dry.json().at_pointer("/data/added").as_int64(), std::int64_t{1});
        QCOMPARE(dry.json().at_pointer("/data/wrong").as_int64(), std::int64_t{1});
        QVERIFY(dry.json().at_pointer("/data/results/0/id").is_null());
        QVERIFY(dry.body.find("nowhere") == std::string::npos);
        const Reply real = import("", file);
        QCOMPARE(real.status, 200);
        QVERIFY(!real.text("/data/results/0/id").empty());
        QCOMPARE(real.text("/data/results/1/details/0/field"), std::string("email"));
        QCOMPARE(get("/api/users/" + real.text("/data/results/0/id"), admin).text("/data/status"), std::string("invited"));
        QCOMPARE(import("", file).json().at_pointer("/data/exists").as_int64(), std::int64_t{1});
    }

    void import_thatBreaks_tellsWhatIsThere()
    {
        const Reply broken = import("", "name;email\nFirst;first@broken.example\nNo;nowhere\nLast;\"never ends");
        QCOMPARE(broken.status, 400);
        QCOMPARE(broken.text("/code"), std::string("malformed_csv"));
        QVERIFY2(broken.text("/detail").find("1 user was added") != std::string::npos, broken.body.c_str());
        QCOMPARE(broken.json().at_pointer("/done/added").as_int64(), std::int64_t{1});
        QCOMPARE(broken.json().at_pointer("/done/wrong").as_int64(), std::int64_t{1});
        QVERIFY(broken.json().at_pointer("/done/results_complete").as_bool());
        QCOMPARE(get("/api/users/" + broken.text("/done/results/0/id"), admin).text("/data/name"), std::string("First"));
        // Nothing was read, nothing is told.
        QVERIFY(!import("", "name,email\n\"x").json().as_object().contains("done"));
        QCOMPARE(import("", "").text("/code"), std::string("empty_file"));
    }

    void import_withHashes_theUserSignsIn()
    {
        const std::string hash = "$2b$05$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq";
        QCOMPARE(
            import("", "email,name,password_hash\nm@hash.example,M," + hash + "\n").json().at_pointer("/data/added").as_int64(),
            std::int64_t{1});
        const auto send = [&](const char* path, Headers headers, const boost::json::object& body) {
            headers.emplace_back("Content-Type", "application/json");
            return HttpsClient(server.port()).send("POST", path, headers, boost::json::serialize(body));
        };
        const auto signIn = [&](const char* email, const char* password) {
            return send("/api/auth/login", {}, {{"email", email}, {"password", password}});
        };
        QCOMPARE(signIn(" M@Hash.example ", "correct horse ümläut").status, 200);
        const auto create = [&](const boost::json::object& body) { return send("/api/users", TestServer::bearer(admin), body); };
        const Reply made = create({{"name", "N"}, {"email", "n@bücher.example"}, {"password_hash", hash}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.text("/data/status"), std::string("active"));
        QVERIFY2(made.body.find("$2b$") == std::string::npos, made.body.c_str());
        QCOMPARE(signIn("n@xn--bcher-kva.example", "correct horse ümläut").status, 200);
        const Reply costly = create({{"name", "O"}, {"email", "o@hash.example"}, {"password_hash", "$2b$31$" + hash.substr(7)}});
        QCOMPARE(costly.status, 400);
        QCOMPARE(costly.text("/details/0/field"), std::string("password_hash"));
    }

    void import_misspeltDryRun_isNoImport()
    {
        const std::string file = "name,email,roles\nAlan Turing,alan@import.example,viewer\n";
        for (const char* query : {"?dryrun=true", "?dry-run=true", "?dry_run=true&force=1", "?Dry_Run=true"}) {
            const Reply refused = import(query, file);
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.text("/details/0/rule"), std::string("unknown"));
        }
        QVERIFY(import("?dryrun=true", file).text("/details/0/message").find("dry_run") != std::string::npos);
        QCOMPARE(import("", file).json().at_pointer("/data/added").as_int64(), std::int64_t{1}); // nobody was added before
    }

    void import_notAFile_isRefused()
    {
        QCOMPARE(import("", "name,email\n\"x", "text/csv").status, 400);
        QCOMPARE(import("", "name,password,email\na,b,c\n").text("/code"), std::string("wrong_columns"));
        QCOMPARE(import("", "name,email\n\xff,b\n").status, 400);
        QCOMPARE(import("", "{}", "application/json").status, 415);
        QCOMPARE(import("?dry_run=maybe", "name,email\n").status, 400);
        QCOMPARE(import("", std::string(1024 * 1024 + 1, 'x')).status, 413);
    }

    void export_csvAndJson_haveEverybody()
    {
        const Reply csv = get("/api/export/users", admin);
        QCOMPARE(csv.status, 200);
        QVERIFY(csv.header("Content-Type").starts_with("text/csv"));
        QVERIFY(csv.header("Content-Disposition").find("sallyport-users.csv") != std::string::npos);
        QVERIFY(csv.body.starts_with("name,email,age,department,roles,"));
        const Reply json = get("/api/export/users?format=json&q=ada", admin);
        QCOMPARE(json.status, 200);
        QVERIFY(json.json().at("data").is_array());
        QCOMPARE(get("/api/export/users?format=xml", admin).status, 400);
    }
};

SALLYPORT_GUILESS_TEST(UserTransferApiTest)

} // namespace tst_user_transfer_api
#include "tst_user_transfer_api.moc"
