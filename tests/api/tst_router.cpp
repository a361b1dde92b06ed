#include "backend/api/endpoints/all_endpoints.h"
#include "backend/api/router.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_router {

using namespace sallyport;
using namespace sallyport::api;

namespace {

Result<http::Response> nothing(Call&)
{
    return http::Response(204);
}

Route complete()
{
    return {.method = http::Method::Get,
            .pattern = "/thing",
            .access = Access::Public,
            .rate = protection::RateClass::Address,
            .body = Body::None,
            .bodyLimit = 0,
            .stepUp = StepUp::NotNeeded,
            .runsOn = RunsOn::Loop,
            .handler = nothing,
            .operation = "thing",
            .tag = "Things",
            .summary = "A thing",
            .status = 204};
}

} // namespace

class RouterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void path_exact_isFound();
    void asvs_1_1_1_path_variant_isUnknown_data();
    void asvs_1_1_1_path_variant_isUnknown();
    void parameter_betweenTexts_isGiven();
    void method_otherOfKnownPath_namesAllowed();
    void method_headOfGet_isFound();
    void method_unknown_isToldApart();
    void table_ofTheProduct_isComplete();
    void table_halfDeclaredRoute_isRefused_data();
    void table_halfDeclaredRoute_isRefused();
    void table_routeTwice_isRefused();
};

void RouterTest::path_exact_isFound()
{
    const std::vector<Route> routes = allEndpoints().routes;
    const Router router(routes);
    const RouteMatch match = router.find(http::Method::Get, "/api/users");
    QVERIFY(match.kind == RouteMatch::Kind::Found);
    QVERIFY(match.route->operation == "listUsers");
}

void RouterTest::asvs_1_1_1_path_variant_isUnknown_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char* path :
         {"/api/users/", "/api//users", "//api/users", "/API/users", "/api/Users", "/api/users%2f", "/api/%75sers",
          "/api/users/..", "/api/users/.", "/api/users/%2e%2e", "/api/users/%252e%252e", "/api/users/../users",
          "/api/users/a/b/c", "/api/users;x=1", "/api/users/a b", "", "/", "*", "/api/users/\xc3\xa4"})
        QTest::addRow("%s", path) << QByteArray(path);
}

void RouterTest::asvs_1_1_1_path_variant_isUnknown()
{
    QFETCH(QByteArray, path);
    const std::vector<Route> routes = allEndpoints().routes;
    const Router router(routes);
    QVERIFY(router.find(http::Method::Get, path.toStdString()).kind == RouteMatch::Kind::UnknownPath);
}

void RouterTest::parameter_betweenTexts_isGiven()
{
    const std::vector<Route> routes = allEndpoints().routes;
    const Router router(routes);
    const std::string path = "/api/users/01ABC/disable";
    const RouteMatch match = router.find(http::Method::Post, path);
    QVERIFY(match.kind == RouteMatch::Kind::Found);
    QVERIFY(match.route->operation == "disableUser");
    QVERIFY(match.parameter == "01ABC");
}

void RouterTest::method_otherOfKnownPath_namesAllowed()
{
    const std::vector<Route> routes = allEndpoints().routes;
    const Router router(routes);
    for (const http::Method method : {http::Method::Put, http::Method::Options, http::Method::Trace}) {
        const RouteMatch match = router.find(method, "/api/users");
        QVERIFY(match.kind == RouteMatch::Kind::WrongMethod);
        QCOMPARE(QByteArray::fromStdString(*match.allow), QByteArray("GET, HEAD, POST"));
    }
}

void RouterTest::method_headOfGet_isFound()
{
    const std::vector<Route> routes = allEndpoints().routes;
    const Router router(routes);
    const RouteMatch match = router.find(http::Method::Head, "/healthz");
    QVERIFY(match.kind == RouteMatch::Kind::Found);
    QVERIFY(match.route->operation == "readHealth");
}

void RouterTest::method_unknown_isToldApart()
{
    const std::vector<Route> routes = allEndpoints().routes;
    const Router router(routes);
    QVERIFY(router.find(http::Method::Unknown, "/api/users").kind == RouteMatch::Kind::UnknownMethod);
    QVERIFY(router.find(http::Method::Connect, "/api/users").kind == RouteMatch::Kind::UnknownMethod);
}

void RouterTest::table_ofTheProduct_isComplete()
{
    const auto checked = checkEndpoints(allEndpoints());
    QVERIFY2(checked, checked ? "" : checked.error().detail.c_str());
    const Route thing = complete();
    QVERIFY(checkRoutes(std::span(&thing, 1), {}));
}

void RouterTest::table_halfDeclaredRoute_isRefused_data()
{
    QTest::addColumn<int>("missing");
    const char* names[] = {"method",
                           "pattern",
                           "access",
                           "rate",
                           "body",
                           "limit",
                           "stepUp",
                           "runsOn",
                           "handler",
                           "operation",
                           "summary",
                           "permission without access",
                           "access without permission",
                           "step-up of nobody",
                           "body on the loop",
                           "unknown schema",
                           "huge body",
                           "JSON without a schema"};
    for (int i = 0; i < static_cast<int>(std::size(names)); ++i)
        QTest::newRow(names[i]) << i;
}

void RouterTest::table_halfDeclaredRoute_isRefused()
{
    QFETCH(int, missing);
    Route route = complete();
    switch (missing) {
    case 0: route.method = http::Method::Unknown; break;
    case 1: route.pattern = {}; break;
    case 2: route.access = Access::Undeclared; break;
    case 3: route.rate.reset(); break;
    case 4: route.body = Body::Undeclared; break;
    case 5: route.bodyLimit.reset(); break;
    case 6: route.stepUp = StepUp::Undeclared; break;
    case 7: route.runsOn = RunsOn::Undeclared; break;
    case 8: route.handler = nullptr; break;
    case 9: route.operation = {}; break;
    case 10: route.summary = {}; break;
    case 11: route.permission = access::Permission::UsersRead; break;
    case 12: route.access = Access::Permission; break;
    case 13:
        route.stepUp = StepUp::Needed;
        route.runsOn = RunsOn::Worker;
        break;
    case 14:
        route.body = Body::Json;
        route.bodyLimit = 100;
        route.schema = "Empty";
        break;
    case 15:
        route.body = Body::Json;
        route.bodyLimit = 100;
        route.schema = "Nonsense";
        route.runsOn = RunsOn::Worker;
        break;
    case 16:
        route.body = Body::Json;
        route.bodyLimit = 2u << 20;
        route.schema = "Empty";
        route.runsOn = RunsOn::Worker;
        break;
    case 17: route.status = 200; break;
    default: QFAIL("no such row");
    }
    const auto checked = checkRoutes(std::span(&route, 1), {});
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::Internal);
}

void RouterTest::table_routeTwice_isRefused()
{
    const std::vector<Route> routes{complete(), complete()};
    QVERIFY(!checkRoutes(routes, {}));
}

SALLYPORT_GUILESS_TEST(RouterTest)

} // namespace tst_router
#include "tst_router.moc"
