#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include "backend/api/endpoints/all_endpoints.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

namespace tst_whole_list {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Lists that are read whole are paged, searched and sorted like all others, by who asks for it.
class WholeListTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void everyList_takesALimit()
    {
        QStringList without;
        for (const api::Route& route : api::allEndpoints().routes)
            if (route.method == http::Method::Get && route.answer.ends_with("List") &&
                std::ranges::find(route.query, "limit", &api::QueryParameter::name) == route.query.end())
                without << QString::fromUtf8(route.pattern.data(), static_cast<qsizetype>(route.pattern.size()));
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u' ')));
    }

    void pages_areTheListInPieces()
    {
        const Reply whole = get("/api/permissions");
        QCOMPARE(whole.status, 200);
        const std::vector<std::string> all = names(whole);
        QVERIFY(all.size() > 60);
        std::vector<std::string> pieced;
        std::string next;
        do {
            const Reply page = get("/api/permissions?limit=25" + (next.empty() ? next : "&cursor=" + next));
            QCOMPARE(page.status, 200);
            const json::value body = page.json();
            QCOMPARE(body.at("page").at("total").to_number<std::size_t>(), all.size());
            const auto piece = names(page);
            QVERIFY(!piece.empty() && piece.size() <= 25);
            pieced.insert(pieced.end(), piece.begin(), piece.end());
            next = body.at("page").at("next").is_null() ? std::string() : page.text("/page/next");
        } while (!next.empty());
        QCOMPARE(pieced, all);
    }

    void q_findsLetters_howeverTheyAreWritten()
    {
        HttpsClient client(server.port());
        const Reply made = client.send("POST", "/api/roles", TestServer::jsonAnd(TestServer::bearer(admin)),
                                       R"({"name": "night", "title": "Ärztin Nacht"})");
        QCOMPARE(made.status, 201);
        QCOMPARE(names(get("/api/roles?q=ARZTIN")), std::vector<std::string>{"night"});
        QCOMPARE(get("/api/roles?q=nobody-is-called-so").json().at("page").at("total").to_number<int>(), 0);
    }

    void sort_isByAnyMemberThatHasAnOrder()
    {
        std::vector<std::string> up = names(get("/api/roles?sort=name")), down = names(get("/api/roles?sort=-name"));
        QVERIFY(up.size() > 3);
        QVERIFY(std::ranges::is_sorted(up));
        std::ranges::reverse(down);
        QCOMPARE(down, up);
    }

    void sort_isByWhatTheSchemaNames_whateverIsInTheList()
    {
        // Empty or not, with or without what may be null.
        for (const char* sort : {"id", "-name", "certificate", "-has_secret"}) {
            QCOMPARE(get("/api/outputs?sort=" + std::string(sort)).status, 200);
        }
        for (const char* list : {"/api/outputs", "/api/roles", "/api/searches", "/api/providers"}) {
            const Reply refused = get(std::string(list) + "?sort=anything");
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.text("/details/0/field"), std::string("sort"));
        }
        const auto declared = [](std::string_view pattern) {
            for (const api::Route& route : api::allEndpoints().routes)
                if (route.pattern == pattern && route.method == http::Method::Get)
                    return std::string(std::ranges::find(route.query, "sort", &api::QueryParameter::name)->schema);
            return std::string();
        };
        QVERIFY(declared("/api/roles").find("\"-changed_at\"") != std::string::npos);
        QVERIFY(declared("/api/roles").find("permissions") == std::string::npos); // a list
    }

    void sort_whatIsNull_comesFirst()
    {
        HttpsClient client(server.port());
        QCOMPARE(client.send("POST", "/api/signing-keys/rotate", TestServer::jsonAnd(TestServer::bearer(admin)), "{}").status,
                 201);
        const json::value up = get("/api/signing-keys?sort=retired_at").json(),
                          down = get("/api/signing-keys?sort=-retired_at").json();
        QVERIFY(up.at("data").as_array().size() > 1);
        QVERIFY(up.at("data").as_array().front().at("retired_at").is_null());
        QVERIFY(down.at("data").as_array().back().at("retired_at").is_null());
    }

    void whatCannotBeAsked_isRefused()
    {
        for (const char* query : {"limit=0", "limit=201", "limit=x", "cursor=x", "cursor=-1", "sort=permissions", "sort=nothing",
                                  "sort=-", "limits=2"})
            QCOMPARE(get("/api/roles?" + std::string(query)).status, 400);
        QCOMPARE(names(get("/api/roles?cursor=1000000")), std::vector<std::string>());
    }

private:
    Reply get(const std::string& path)
    {
        HttpsClient client(server.port());
        return client.send("GET", path, TestServer::bearer(admin));
    }
    static std::vector<std::string> names(const Reply& reply)
    {
        std::vector<std::string> found;
        const json::value body = reply.json();
        for (const json::value& item : body.at("data").as_array())
            found.emplace_back(item.at("name").as_string());
        return found;
    }

    TestServer server;
    std::string admin;
};

SALLYPORT_GUILESS_TEST(WholeListTest)

} // namespace tst_whole_list
#include "tst_whole_list.moc"
