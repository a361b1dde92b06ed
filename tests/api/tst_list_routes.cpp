#include "backend/api/endpoints/all_endpoints.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace tst_list_routes {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Every list takes `limit`, `cursor`, `q` and `sort`, and says of each what is wrong with it.
class ListRoutesTest final : public QObject {
    Q_OBJECT

    TestServer server;
    api::Endpoints endpoints = api::allEndpoints();
    std::string admin, policy;

    Reply get(const std::string& path)
    {
        HttpsClient client(server.port());
        return client.send("GET", path, TestServer::bearer(admin));
    }

    Reply post(const std::string& path, const json::value& body)
    {
        HttpsClient client(server.port());
        return client.send("POST", path, TestServer::jsonAnd(TestServer::bearer(admin)), json::serialize(body));
    }

    /// The lists by what they answer: `data` is an array, beside a page.
    std::vector<const api::Route*> lists() const
    {
        std::vector<const api::Route*> found;
        for (const api::Route& route : endpoints.routes) {
            const auto schema = std::ranges::find(endpoints.answers, route.answer, &api::Schema::name);
            if (route.method != http::Method::Get || schema == endpoints.answers.end())
                continue;
            boost::system::error_code failure;
            const json::value document = json::parse(schema->text);
            const json::value* const type = document.find_pointer("/properties/data/type", failure);
            if (type != nullptr && *type == "array" && document.find_pointer("/properties/page", failure) != nullptr)
                found.push_back(&route);
        }
        return found;
    }

    std::string pathOf(const api::Route& route) const
    {
        std::string path(route.pattern);
        const std::size_t open = path.find('{');
        if (open == std::string::npos)
            return path;
        const std::string part = path.substr(open, path.find('}') + 1 - open);
        const std::string value = path.starts_with("/api/policies/") ? policy
                                  : part == "{class}"                ? std::string("api_read")
                                                                     : adminId;
        return path.replace(open, part.size(), value);
    }

    json::array sortWords(const api::Route& route) const
    {
        const auto sort = std::ranges::find(route.query, "sort", &api::QueryParameter::name);
        if (sort == route.query.end())
            return {};
        const json::value schema = json::parse(api::withParts(sort->schema, endpoints.parts));
        const json::value* const words = schema.as_object().if_contains("enum");
        return words != nullptr ? words->as_array() : json::array();
    }

    std::vector<std::string> of(const std::string& path, const char* member)
    {
        const Reply reply = get(path);
        std::vector<std::string> found;
        if (reply.status == 200) {
            const json::value body = reply.json();
            for (const json::value& item : body.at("data").as_array())
                found.emplace_back(item.at(member).as_string());
        }
        return found;
    }

    static std::string valueOf(std::string_view parameter) { return parameter == "permission" ? "users:read" : "x"; }

    std::string adminId;

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        adminId = get("/api/auth/me").text("/data/id");
        QVERIFY(!adminId.empty());
        for (const char* name : {"Beta", "Alpha", "Gamma"}) {
            const Reply made = post("/api/policies", {{"name", name},
                                                      {"effect", "deny"},
                                                      {"actions", json::array{"records:read"}},
                                                      {"resources", json::array{"record"}},
                                                      {"condition", "false"},
                                                      {"state", "draft"}});
            QCOMPARE(made.status, 201);
            policy = made.text("/data/id");
        }
    }

    void everyList_takesTheFour()
    {
        QVERIFY(lists().size() > 35);
        QStringList wrong;
        for (const api::Route* route : lists()) {
            for (const char* name : {"limit", "cursor", "q", "sort"})
                if (std::ranges::find(route->query, name, &api::QueryParameter::name) == route->query.end())
                    wrong << QString::fromStdString(std::string(route->operation) + " without " + name);
            if (sortWords(*route).empty())
                wrong << QString::fromStdString(std::string(route->operation) + " sorts by no word");
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u", ")));
    }

    void everyList_answersWhatItTakes()
    {
        QStringList wrong;
        for (const api::Route* route : lists()) {
            const std::string path = pathOf(*route);
            std::vector<std::string> queries{"limit=1", "q=a"};
            for (const json::value& word : sortWords(*route))
                queries.push_back("sort=" + std::string(word.as_string()));
            for (const std::string& query : queries) {
                const Reply reply = get(path + "?" + query);
                if (reply.status != 200)
                    wrong << QString::fromStdString(path + "?" + query + " " + std::to_string(reply.status) + " " + reply.body);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n")));
    }

    /// What the document doesn't say is required can be left out; without what it does, that is what is said.
    void parameters_areRequiredIfAndOnlyIfDeclaredSo()
    {
        const auto isStream = [](const api::Route& route) {
            return std::ranges::find(route.media.list(), api::Media::EventStream) != route.media.list().end();
        };
        QStringList wrong;
        int required = 0;
        for (const api::Route& route : endpoints.routes) {
            // A proof is of an event or between two trees, which no list of parameters can say; a foreign query is its sender's.
            if (route.method != http::Method::Get || route.query.empty() || route.foreignQuery || isStream(route) ||
                route.pattern == "/api/audit/proof")
                continue;
            std::string query;
            for (const api::QueryParameter& parameter : route.query)
                if (parameter.required)
                    query += (query.empty() ? "?" : "&") + std::string(parameter.name) + "=" + valueOf(parameter.name);
            const Reply enough = get(pathOf(route) + query);
            if (enough.status == 400)
                wrong << QString::fromStdString(pathOf(route) + query + " " + enough.body);
            if (query.empty())
                continue;
            ++required;
            const Reply bare = get(pathOf(route));
            if (bare.status != 400 || bare.text("/details/0/rule") != "required")
                wrong << QString::fromStdString(pathOf(route) + " " + std::to_string(bare.status) + " " + bare.body);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n")));
        QCOMPARE(required, 1);
        const json::value document = get("/api/openapi.json").json();
        const json::value& then = document.at("paths").at("/api/history/as-of").at("get").at("parameters");
        for (const json::value& parameter : then.as_array())
            if (parameter.at("in") == "query")
                QCOMPARE(parameter.as_object().contains("required"), parameter.at("name") == "permission");
    }

    void badValues_areToldByField()
    {
        const std::pair<const char*, const char*> bad[] = {
            {"cursor=abc", "format"}, {"cursor=%21", "format"}, {"sort=zz", "enum"}, {"sort=-", "enum"}, {"limit=0", "minimum"}};
        QStringList wrong;
        for (const api::Route* route : lists()) {
            for (const auto& [query, rule] : bad) {
                const Reply reply = get(pathOf(*route) + "?" + query);
                const std::string field(query, std::string_view(query).find('='));
                if (reply.status != 400 || reply.text("/details/0/field") != field || reply.text("/details/0/rule") != rule ||
                    reply.text("/details/0/message").empty())
                    wrong << QString::fromStdString(pathOf(*route) + "?" + query + " " + std::to_string(reply.status) + " " +
                                                    reply.body);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u"\n")));
    }

    void policies_sortBothWays_pageByPage()
    {
        const std::vector<std::string> up = of("/api/policies?sort=name", "name");
        QCOMPARE(up, (std::vector<std::string>{"Alpha", "Beta", "Gamma"}));
        QCOMPARE(up, of("/api/policies", "name"));
        for (const char* order : {"name", "-name"}) {
            std::vector<std::string> pieced, expected = up;
            std::string next;
            do {
                const Reply page =
                    get("/api/policies?limit=1&sort=" + std::string(order) + (next.empty() ? next : "&cursor=" + next));
                QCOMPARE(page.status, 200);
                pieced.push_back(page.text("/data/0/name"));
                next = page.text("/page/next");
            } while (!next.empty());
            if (*order == '-')
                std::ranges::reverse(expected);
            QCOMPARE(pieced, expected);
        }
        // A cursor of one order is none of the other.
        const std::string next = get("/api/policies?limit=1&sort=name").text("/page/next");
        QCOMPARE(get("/api/policies?limit=1&sort=-name&cursor=" + next).status, 400);
    }

    void outsideLinks_areSearchedAndTurnRound()
    {
        identity::NewProvider provider;
        provider.fields.name = "acme";
        provider.fields.title = "Acme";
        provider.fields.issuer = "https://acme.example";
        provider.fields.clientId = "client";
        provider.clientSecret = SecretBytes::fromText("a secret");
        const auto made = server.services().identityProviders.create(TestServer::system(), std::move(provider));
        QVERIFY(made);
        for (const char* name : {"one", "two", "three"}) {
            server.clock().advance(std::chrono::milliseconds(2)); // ids begin with the time
            const UserId user = server.addUser(std::string(name) + "@links.example", "viewer");
            const Reply link =
                post("/api/outside-links",
                     {{"provider", made->id.text()}, {"subject", "S-" + std::string(name)}, {"user", user.text()}});
            QVERIFY2(link.status == 201, link.body.c_str());
        }
        const std::vector<std::string> up{"S-one", "S-two", "S-three"}, down{"S-three", "S-two", "S-one"};
        QCOMPARE(of("/api/outside-links", "subject"), up);
        QCOMPARE(of("/api/outside-links?sort=created_at", "subject"), up);
        QCOMPARE(of("/api/outside-links?sort=-created_at", "subject"), down);
        QCOMPARE(of("/api/outside-links?q=s-TWO", "subject"), std::vector<std::string>{"S-two"});
        QCOMPARE(of("/api/outside-links?q=acme", "subject").size(), std::size_t{3});
        QCOMPARE(of("/api/outside-links?q=%25", "subject").size(), std::size_t{0});
        std::vector<std::string> pieced;
        std::string next;
        do {
            const Reply page =
                get("/api/outside-links?limit=1&q=s-t&sort=-created_at" + (next.empty() ? next : "&cursor=" + next));
            pieced.push_back(page.text("/data/0/subject"));
            QCOMPARE(page.json().at_pointer("/page/total").to_number<int>(), 2);
            next = page.text("/page/next");
        } while (!next.empty());
        QCOMPARE(pieced, (std::vector<std::string>{"S-three", "S-two"}));
    }

    void lists_byTime_turnRound_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("word");
        QTest::newRow("events") << std::string("/api/events") << std::string("time");
        QTest::newRow("history") << std::string("/api/history") << std::string("time");
        QTest::newRow("decisions") << std::string("/api/decisions") << std::string("time");
        QTest::newRow("hits") << std::string("/api/detection/hits") << std::string("time");
        QTest::newRow("rules") << std::string("/api/detection/rules") << std::string("class");
    }

    void lists_byTime_turnRound()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, word);
        if (path == "/api/decisions") {
            server.addUser("nobody@sallyport.example", "viewer");
            const std::string viewer = server.tokenOf("nobody@sallyport.example");
            for (int i = 0; i < 3; ++i) {
                HttpsClient client(server.port());
                QCOMPARE(client.send("GET", "/api/settings", TestServer::bearer(viewer)).status, 403);
            }
        }
        if (path == "/api/detection/hits") {
            HttpsClient client(server.port());
            for (int i = 0; i < 3; ++i)
                client.send("GET", "/api/data?q=%27%20OR%201%3D1%20--%20" + std::to_string(i), TestServer::bearer(admin));
        }
        std::vector<std::string> orders[2];
        for (const bool down : {false, true}) {
            std::string next;
            do {
                const Reply page =
                    get(path + "?limit=2&sort=" + (down ? "-" : "") + word + (next.empty() ? next : "&cursor=" + next));
                QCOMPARE(page.status, 200);
                const json::value body = page.json();
                for (const json::value& item : body.at("data").as_array())
                    orders[down].emplace_back(item.at("id").as_string());
                next = page.text("/page/next");
            } while (!next.empty() && orders[down].size() < 400);
        }
        QVERIFY(orders[0].size() > 2);
        if (path != "/api/events") // which grows with what reads it
            std::ranges::reverse(orders[1]);
        QVERIFY(path == "/api/events" ? orders[0].front() != orders[1].front() : orders[0] == orders[1]);
    }
};

SALLYPORT_GUILESS_TEST(ListRoutesTest)

} // namespace tst_list_routes
#include "tst_list_routes.moc"
