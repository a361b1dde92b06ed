#include "backend/api/endpoints/all_endpoints.h"
#include "backend/api/route_answers.h"
#include "backend/protection/limits/rate_limiter.h"
#include "tests/api/support/answer_contract.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <csignal>
#include <set>
#include <sys/resource.h>

namespace tst_contract {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Walks every route with every status that can be provoked. That an answer's status, media type and body are as the served
/// document says is asserted where all answers come in (HttpsClient); what is asserted here is that the walk gets where it means
/// to go.
class ContractTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void document_servedAndHeld_areTheSame();
    void document_everyOperation_isDescribed();
    void document_everyStatus_followsFromTheRoute();
    void document_ofOwnAccount_namesPermissionsAndSession();
    void document_ofDownloads_namesEveryMedia();
    void document_headers_areThoseThatCome();
    void document_permission_isWhatARefusalNames();
    void breach_ofEachKind_isFound();
    void route_withoutCredential_isAsTold();
    void route_withoutPermission_isAsTold();
    void route_unknownObject_isAsTold();
    void route_badRequests_areAsTold();
    void route_leastBody_isAsTold();
    void route_staleVersion_is412AsTold();
    void route_takenOrEnded_is409AsTold();
    void route_redirectAndKnown_areAsTold();
    void route_overTheLimit_isAsTold();
    void route_withoutRoom_is507AsTold();

private:
    std::string pathOf(const api::Route& route, const std::string& id) const;
    Reply ask(const api::Route& route, const Headers& headers, const std::string& id, const std::string& body = {});
    Reply admin(const std::string& method, const std::string& path, const std::string& body = {});
    const json::object& operationOf(const api::Route& route) const;
    json::value leastOf(const json::value& schema) const;
    std::string bodyOf(const api::Route& route) const;

    TestServer server;
    std::string token, viewer;
    const std::string nobody = "00000000000000000000000000";
    api::Endpoints endpoints = api::allEndpoints();
    json::value document;
    mutable int m_made = 0; // each e-mail address once
};

/// Those that would end the session that the walk goes on with.
bool endsOwnSession(const api::Route& route)
{
    return std::set<std::string_view>{"logout", "logoutAll", "endSessions", "changePassword", "stepUp"}.contains(route.operation);
}

void ContractTest::initTestCase()
{
    server.addUser("viewer@sallyport.example", "viewer");
    server.set("files.max_size", "1"); // so that what is too large for every other route is for this one
    token = server.adminToken();
    viewer = server.tokenOf("viewer@sallyport.example");
    HttpsClient client(server.port());
    document = client.send("GET", "/api/openapi.json").json();
    QVERIFY(document.is_object());
}

std::string ContractTest::pathOf(const api::Route& route, const std::string& id) const
{
    std::string path(route.pattern);
    if (const std::size_t open = path.find('{'); open != std::string::npos)
        path.replace(open, path.find('}') - open + 1, id);
    return path;
}

Reply ContractTest::ask(const api::Route& route, const Headers& headers, const std::string& id, const std::string& body)
{
    HttpsClient client(server.port());
    if (route.media.has(api::Media::EventStream))
        return client.begin(pathOf(route, id), headers);
    return client.send(http::methodName(route.method), pathOf(route, id), headers, body);
}

Reply ContractTest::admin(const std::string& method, const std::string& path, const std::string& body)
{
    HttpsClient client(server.port());
    return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), body);
}

const json::object& ContractTest::operationOf(const api::Route& route) const
{
    std::string method(http::methodName(route.method));
    std::ranges::transform(method, method.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return document.at("paths").at(route.pattern).at(method).as_object();
}

/// The smallest value that a request schema takes, as far as a schema can tell.
json::value ContractTest::leastOf(const json::value& schema) const
{
    const json::object& object = schema.as_object();
    if (const json::value* words = object.if_contains("enum"))
        return words->at(0);
    const json::value& type = object.at("type");
    const std::string kind(type.is_array() ? type.at(0).as_string() : type.as_string());
    const auto number = [&object](const char* keyword, std::int64_t otherwise) {
        const json::value* value = object.if_contains(keyword);
        return value != nullptr ? value->to_number<std::int64_t>() : otherwise;
    };
    if (kind == "object") {
        json::object made;
        std::set<std::string> wanted;
        if (const json::value* required = object.if_contains("required")) {
            for (const json::value& name : required->as_array())
                wanted.emplace(name.as_string());
        }
        const json::value* properties = object.if_contains("properties");
        for (const auto& property : properties != nullptr ? properties->as_object() : json::object()) {
            if (wanted.contains(std::string(property.key())) ||
                (wanted.empty() && made.size() < static_cast<std::size_t>(number("minProperties", 0))))
                made[property.key()] = leastOf(property.value());
        }
        return made;
    }
    if (kind == "array") {
        json::array made;
        for (std::int64_t i = 0; i < number("minItems", 0); ++i)
            made.push_back(leastOf(object.at("items")));
        return made;
    }
    if (kind == "boolean")
        return true;
    if (kind == "integer" || kind == "number")
        return number("minimum", 1);
    if (const json::value* format = object.if_contains("format"); format != nullptr && format->as_string().ends_with("email"))
        return json::string("somebody" + std::to_string(++m_made) + "@sallyport.example");
    if (object.contains("pattern"))
        return "viewer";
    return json::string(static_cast<std::size_t>(std::max<std::int64_t>(1, number("minLength", 1))), 'x');
}

std::string ContractTest::bodyOf(const api::Route& route) const
{
    switch (route.body) {
    case api::Body::Form: return "token=x";
    case api::Body::Csv: return "name,email\r\nSome Body,body" + std::to_string(++m_made) + "@sallyport.example\r\n";
    case api::Body::Multipart: return "x";
    case api::Body::None:
    case api::Body::Undeclared: return {};
    case api::Body::Json:
    case api::Body::OptionalJson: break;
    }
    return json::serialize(leastOf(document.at("components").at("schemas").at(route.schema)));
}

void ContractTest::document_servedAndHeld_areTheSame()
{
    // What HttpsClient holds answers against is made from the table; this is what clients get.
    Reply reply;
    reply.status = 200;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = R"({"status":"ok"})";
    QCOMPARE(breachOf("GET", "/healthz", reply), std::string());
    QCOMPARE(document.at("paths").as_object().size(), [this] {
        std::set<std::string_view> patterns;
        for (const api::Route& route : endpoints.routes)
            patterns.insert(route.pattern);
        return patterns.size();
    }());
}

void ContractTest::document_everyOperation_isDescribed()
{
    for (const api::Route& route : endpoints.routes) {
        const json::object& operation = operationOf(route);
        QVERIFY2(operation.at("summary").as_string().size() > 2, route.operation.data());
        QVERIFY2(operation.at("description").as_string().size() > 20, route.operation.data());
        QVERIFY2(operation.at("description").as_string() != operation.at("summary").as_string(), route.operation.data());
        if (route.permission)
            QVERIFY2(operation.at("description").as_string().find(access::info(*route.permission).word) != json::string::npos,
                     route.operation.data());
    }
}

void ContractTest::document_everyStatus_followsFromTheRoute()
{
    for (const api::Route& route : endpoints.routes) {
        const json::object& responses = operationOf(route).at("responses").as_object();
        const auto tells = [&responses](int status) { return responses.contains(std::to_string(status)); };
        for (const int status : {400, 408, 413, 414, 415, 429, 431, 500, 503, route.status})
            QVERIFY2(tells(status), (std::string(route.operation) + " " + std::to_string(status)).c_str());
        QVERIFY2(route.access == api::Access::Public || tells(401), route.operation.data());
        QVERIFY2(!route.permission || tells(403), route.operation.data());
        QVERIFY2(route.pattern.find('{') == std::string_view::npos || tells(404), route.operation.data());
        QVERIFY2(route.method == http::Method::Get || route.stores == std::optional(false) || tells(507), route.operation.data());
        for (const auto& response : responses) {
            const int status = std::stoi(response.key());
            const json::value* reference = response.value().as_object().if_contains("$ref");
            QVERIFY2((status >= 400) == (reference != nullptr), response.key().data());
        }
    }
    const auto tells = [this](const char* path, const char* method, const char* status) {
        return document.at("paths").at(path).at(method).at("responses").as_object().contains(status);
    };
    QVERIFY(tells("/api/users/{id}", "patch", "412"));
    QVERIFY(tells("/api/keys/{id}", "patch", "412"));
    QVERIFY(tells("/api/providers/{id}", "patch", "412"));
    QVERIFY(tells("/api/service-accounts/{id}", "patch", "412"));
    QVERIFY(tells("/api/users/{id}/disable", "post", "412")); // a precondition
    QVERIFY(!tells("/api/users/{id}", "get", "412"));
    QVERIFY(tells("/api/users", "post", "409"));
    QVERIFY(tells("/auth/{provider}", "get", "303"));
    QVERIFY(tells("/auth/{provider}/callback", "get", "303"));
    QVERIFY(tells("/.well-known/jwks.json", "get", "304"));
    QVERIFY(tells("/api/audit/export", "get", "507"));
    QVERIFY(!tells("/api/users", "get", "507"));
    QVERIFY(!tells("/healthz", "get", "401"));
}

void ContractTest::document_ofOwnAccount_namesPermissionsAndSession()
{
    const Reply reply = admin("GET", "/api/auth/me");
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.json().at("data").at("permissions").as_array().empty());
    QVERIFY(!reply.text("/data/session/id").empty());
    const std::string reference(document.at("paths")
                                    .at("/api/auth/me")
                                    .at("get")
                                    .at("responses")
                                    .at("200")
                                    .at("content")
                                    .at("application/json")
                                    .at("schema")
                                    .at("$ref")
                                    .as_string());
    QCOMPARE(reference, std::string("#/components/schemas/MeAnswer"));
    const json::value& own = document.at("components").at("schemas").at("Me").at("allOf").at(1).at("properties");
    QVERIFY(own.as_object().contains("permissions") && own.as_object().contains("session"));
}

void ContractTest::document_ofDownloads_namesEveryMedia()
{
    const auto mediaOf = [this](const char* path) {
        std::set<std::string> names;
        for (const auto& media : document.at("paths").at(path).at("get").at("responses").at("200").at("content").as_object())
            names.emplace(media.key());
        return names;
    };
    QCOMPARE(mediaOf("/api/audit/export"),
             (std::set<std::string>{"text/csv", "application/jsonl", "application/pdf", "text/html", "text/plain"}));
    QCOMPARE(mediaOf("/api/export/users"), (std::set<std::string>{"text/csv", "application/json"}));
    QCOMPARE(mediaOf("/auth/{provider}/callback"), (std::set<std::string>{"application/json", "text/html"}));
    for (const char* path : {"/api/audit/export", "/api/audit/export?format=jsonl", "/api/export/users",
                             "/api/export/users?format=json", "/api/audit/export?format=pdf"}) {
        const Reply reply = admin("GET", path);
        QVERIFY2(reply.status == 200 || QByteArray(path).contains("pdf"), path); // pdf: without its program it is an error
    }
}

void ContractTest::document_headers_areThoseThatCome()
{
    const auto declares = [&](const char* path, const char* method, const char* status, const char* name) {
        const json::object& answer = document.at("paths").at(path).at(method).at("responses").at(status).as_object();
        return answer.at("headers").as_object().contains(name);
    };
    for (const api::Route& route : endpoints.routes) {
        const bool located = std::ranges::any_of(endpoints.routes, [&](const api::Route& other) {
            return other.method == http::Method::Get && other.pattern == std::string(route.pattern) + "/{id}";
        });
        if (route.status == 201 && located)
            QVERIFY2(declares(route.pattern.data(), "post", "201", "Location"), route.operation.data());
    }
    QVERIFY(declares("/api/upload", "post", "201", "Location") && declares("/api/report-plans", "post", "201", "Location"));
    QVERIFY(!declares("/api/auth/links", "post", "201", "Location"));
    const Reply search = admin("POST", "/api/searches", R"({"name": "Located", "q": "outcome:failure"})");
    QCOMPARE(search.status, 201);
    QCOMPARE(search.header("Location"), "/api/searches/" + search.text("/data/id"));
    for (const char* status : {"200", "304"})
        QVERIFY(declares("/.well-known/jwks.json", "get", status, "ETag"));
    QVERIFY(declares("/api/files/{id}", "get", "200", "ETag") && declares("/api/files/{id}", "get", "206", "ETag"));
    for (const char* path :
         {"/api/data/export", "/api/audit/export", "/api/files/{id}", "/api/evidence/{id}", "/api/export/users"})
        QVERIFY2(declares(path, "get", "200", "Content-Disposition"), path);
    for (const char* name : {"BadRequest", "Unauthenticated", "Forbidden", "NotFound", "RateLimited"}) {
        const json::object& headers = document.at("components").at("responses").at(name).at("headers").as_object();
        QVERIFY2(headers.contains("RateLimit") && headers.contains("RateLimit-Policy"), name);
    }
    const json::value key = document.at("components").at("schemas").at("JwkSet").at("properties").at("keys").at("items");
    for (const char* member : {"kty", "kid", "alg", "use", "crv", "x", "y"})
        QVERIFY2(key.at("properties").as_object().contains(member), member);
}

void ContractTest::document_permission_isWhatARefusalNames()
{
    // A key that speaks for its owner with next to nothing: every route that asks for a permission says which.
    const Reply made = admin("POST", "/api/keys", R"({"name": "little", "scopes": ["metrics:read"]})");
    const std::string text = made.text("/key");
    QVERIFY(!text.empty());
    for (const api::Route& route : endpoints.routes) {
        if (route.access != api::Access::Permission)
            continue;
        const Reply reply = ask(route, TestServer::jsonAnd({{"X-API-Key", text}}), nobody, bodyOf(route));
        if (reply.status == 403 && !reply.text("/required").empty())
            QCOMPARE(reply.text("/required"), std::string(operationOf(route).at("x-permission").as_string()));
    }
}

void ContractTest::breach_ofEachKind_isFound()
{
    Reply reply;
    reply.status = 200;
    reply.headers = {{"Content-Type", "application/json"}};
    const auto breachWith = [&reply](const char* body) {
        reply.body = body;
        return breachOf("GET", "/healthz", reply);
    };
    QCOMPARE(breachWith(R"({"status":"ok"})"), std::string());
    QVERIFY(breachWith("{}").find("lacks status") != std::string::npos);
    QVERIFY(breachWith(R"({"status":"ok","more":1})").find("does not name") != std::string::npos);
    QVERIFY(breachWith(R"({"status":1})").find("is a integer") != std::string::npos);
    QVERIFY(breachWith("{").find("no JSON") != std::string::npos);
    reply.headers = {{"Content-Type", "text/plain"}};
    QVERIFY(breachWith("ok").find("media type") != std::string::npos);
    reply.status = 404;
    QVERIFY(breachWith("").find("status") != std::string::npos);
    QVERIFY(breachOfSchema("User", R"({"id":"x"})").find("lacks") != std::string::npos);
    QVERIFY(breachOfSchema("Problem", R"({"type":"a","title":"b","status":400,"detail":"c","error":"d","instance":"e","code":"f",
        "details":[{"field":"a","message":"b"}]})")
                .find("/details/* lacks rule") != std::string::npos);
}

void ContractTest::route_withoutCredential_isAsTold()
{
    std::uint32_t refused = 0;
    for (const api::Route& route : endpoints.routes) {
        // More refused credentials than one address may show at once.
        if (++refused % (protection::refusedCredentialsLimit.requests / 2) == 0)
            server.clock().advance(protection::refusedCredentialsLimit.window);
        for (const Headers& headers : {Headers{}, Headers{{"Authorization", "Bearer x"}}, Headers{{"X-API-Key", "spk_x"}},
                                       Headers{{"Authorization", "Bearer x"}, {"X-API-Key", "x"}}}) {
            const Reply reply = ask(route, headers, nobody);
            const bool two = headers.size() == 2;
            if (two || route.access != api::Access::Public)
                QVERIFY2(reply.status == (two ? 400 : 401), route.operation.data());
        }
    }
    token = server.adminToken(); // the others' time is over
    viewer = server.tokenOf("viewer@sallyport.example");
}

void ContractTest::route_withoutPermission_isAsTold()
{
    for (const api::Route& route : endpoints.routes) {
        if (endsOwnSession(route))
            continue;
        const Reply reply = ask(route, TestServer::jsonAnd(TestServer::bearer(viewer)), nobody, bodyOf(route));
        QVERIFY2(reply.status != 0 && reply.status != 500, route.operation.data());
    }
}

void ContractTest::route_unknownObject_isAsTold()
{
    for (const api::Route& route : endpoints.routes) {
        if (route.pattern.find('{') == std::string_view::npos)
            continue;
        const Reply reply = ask(route, TestServer::jsonAnd(TestServer::bearer(token)), nobody, bodyOf(route));
        const std::string where = std::string(route.operation) + ": " + std::to_string(reply.status);
        QVERIFY2(reply.status >= 400, where.c_str());
        if (route.method == http::Method::Get && route.answer.ends_with("List"))
            QVERIFY2(reply.status == 404, where.c_str());
        QVERIFY2(reply.status != 500, where.c_str());
    }
}

void ContractTest::route_badRequests_areAsTold()
{
    for (const api::Route& route : endpoints.routes) {
        if (endsOwnSession(route) || route.operation == "endEverybodysSessions" || route.media.has(api::Media::EventStream))
            continue;
        const Headers bearer = TestServer::bearer(token);
        Headers zipped = TestServer::jsonAnd(bearer), odd = bearer, expecting = bearer;
        zipped.emplace_back("Content-Encoding", "gzip");
        odd.emplace_back("Content-Type", "text/plain");
        expecting.emplace_back("Expect", "a miracle");
        QVERIFY2(ask(route, bearer, nobody, std::string((2u << 20) + 1, 'x')).status == 413, route.operation.data());
        QVERIFY2(ask(route, zipped, nobody, "{}").status == 415, route.operation.data());
        QVERIFY2(ask(route, expecting, nobody).status == 417, route.operation.data());
        if (route.body == api::Body::None)
            continue;
        const int media = ask(route, odd, nobody, "{}").status;
        QVERIFY2(media == 415 || (media == 401 && route.stepUp == api::StepUp::Needed), route.operation.data());
        if (route.body != api::Body::Csv && route.body != api::Body::Form)
            QVERIFY2(ask(route, TestServer::jsonAnd(bearer), nobody, R"({"x":)").status >= 400, route.operation.data());
    }
}

void ContractTest::route_leastBody_isAsTold()
{
    for (const api::Route& route : endpoints.routes) {
        if (endsOwnSession(route) || route.operation == "endEverybodysSessions")
            continue;
        Headers headers = TestServer::bearer(token);
        if (route.body != api::Body::None)
            headers.emplace_back("Content-Type", std::string(api::mediaOf(route.body)));
        const Reply reply = ask(route, headers, nobody, bodyOf(route));
        QVERIFY2(reply.status != 0 && reply.status != 500, route.operation.data());
    }
}

void ContractTest::route_staleVersion_is412AsTold()
{
    const auto idOf = [](const Reply& reply) { return reply.text("/data/id"); };
    const std::string user = server.addUser("stale@sallyport.example", "viewer").text();
    const std::string key = idOf(admin("POST", "/api/keys", R"({"name":"stale","scopes":["users:read"]})"));
    const std::string account = idOf(admin("POST", "/api/service-accounts", R"({"name":"stale","roles":["viewer"]})"));
    QVERIFY(!key.empty() && !account.empty());
    QCOMPARE(admin("PATCH", "/api/users/" + user, R"({"name":"New Name","version":99})").status, 412);
    QCOMPARE(admin("PATCH", "/api/keys/" + key, R"({"name":"other","version":99})").status, 412);
    QCOMPARE(admin("PATCH", "/api/service-accounts/" + account, R"({"name":"other","version":99})").status, 412);
}

void ContractTest::route_takenOrEnded_is409AsTold()
{
    const std::string twice = R"({"name":"Twice","email":"twice@sallyport.example"})";
    QCOMPARE(admin("POST", "/api/users", twice).status, 201);
    QCOMPARE(admin("POST", "/api/users", twice).status, 409);
    const std::string account = R"({"name":"twice","roles":["viewer"]})";
    QCOMPARE(admin("POST", "/api/service-accounts", account).status, 201);
    QCOMPARE(admin("POST", "/api/service-accounts", account).status, 409);
    const std::string own = admin("GET", "/api/auth/me").text("/data/id");
    QCOMPARE(admin("POST", "/api/users/" + own + "/disable").status, 409);
    QCOMPARE(admin("DELETE", "/api/users/" + own).status, 409);
    QCOMPARE(admin("PUT", "/api/users/" + own + "/roles", R"({"roles":["viewer"]})").status, 409);
    const std::string key = admin("POST", "/api/keys", R"({"name":"over","scopes":["users:read"]})").text("/data/id");
    QCOMPARE(admin("DELETE", "/api/keys/" + key).status, 204);
    QCOMPARE(admin("POST", "/api/keys/" + key + "/rotate").status, 409);
}

void ContractTest::route_redirectAndKnown_areAsTold()
{
    server.set("rate_limits.auth", "1000000/3600"); // the least body that changes limits has made it one
    HttpsClient client(server.port());
    const Reply keys = client.send("GET", "/.well-known/jwks.json");
    QCOMPARE(keys.status, 200);
    QCOMPARE(client.send("GET", "/.well-known/jwks.json", {{"If-None-Match", keys.header("ETag")}}).status, 304);
    QCOMPARE(client.send("GET", "/.well-known/jwks.json", {{"If-Match", "\"x\""}}).status, 412);
    QCOMPARE(client.send("GET", "/auth/nobody").status, 404);
    QVERIFY(client.send("GET", "/auth/nobody/callback?state=x").status >= 400);
}

void ContractTest::route_overTheLimit_isAsTold()
{
    for (const char* limit : {"auth", "api_read", "api_write", "file_upload", "admin"})
        server.set(std::string("rate_limits.") + limit, "1/3600");
    for (const api::Route& route : endpoints.routes) {
        if (route.probe || *route.rate == protection::RateClass::Address || route.access == api::Access::SignedOnly ||
            endsOwnSession(route))
            continue;
        Reply reply;
        // All accounts of an address together have ten times what one of them has.
        for (int i = 0; i < 12 && reply.status != 429; ++i)
            reply = ask(route, TestServer::bearer(viewer), nobody);
        QVERIFY2(reply.status == 429, (std::string(route.operation) + ": " + std::to_string(reply.status)).c_str());
        QVERIFY2(!reply.header("Retry-After").empty(), route.operation.data());
    }
    for (const char* limit : {"auth", "api_read", "api_write", "file_upload", "admin"})
        server.set(std::string("rate_limits.") + limit, "1000000/3600");
}

void ContractTest::route_withoutRoom_is507AsTold()
{
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit none = before;
    none.rlim_cur = 0;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
    std::set<std::string> full;
    for (const api::Route& route : endpoints.routes) {
        if (endsOwnSession(route) || route.operation == "endEverybodysSessions")
            continue; // what takes away holds at once, recorded or not
        Headers headers = TestServer::bearer(token);
        if (route.body != api::Body::None)
            headers.emplace_back("Content-Type", std::string(api::mediaOf(route.body)));
        const Reply reply = ask(route, headers, nobody, bodyOf(route));
        if (reply.status == 507)
            full.emplace(route.operation);
    }
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    for (const char* operation : {"createUser", "importUsers"})
        QVERIFY2(full.contains(operation),
                 (std::string(operation) + ", only: " + json::serialize(json::value_from(full))).c_str());
}

SALLYPORT_GUILESS_TEST(ContractTest)

} // namespace tst_contract
#include "tst_contract.moc"
