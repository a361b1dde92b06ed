#include "backend/api/endpoints/all_endpoints.h"
#include "backend/api/query_rules.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>

namespace tst_query_rules {

using namespace sallyport;
using namespace sallyport::api;

namespace {

constexpr QueryParameter parameters[] = {
    {"limit", "", R"({"type":"integer","minimum":1,"maximum":200})"},
    {"q", "", R"({"type":"string","maxLength":<longest>})"},
    {"dry_run", "", R"({"type":"boolean"})"},
};
constexpr SchemaPart parts[] = {{"longest", 4}};

Endpoints withQuery(std::span<const QueryParameter> query, bool foreign = false)
{
    Endpoints endpoints;
    endpoints.parts.assign(std::begin(parts), std::end(parts));
    Route route;
    route.operation = "probe";
    route.query = query;
    route.foreignQuery = foreign;
    endpoints.routes.push_back(route);
    return endpoints;
}

/// `field rule` of the first mistake, or the values.
std::string told(const Endpoints& endpoints, std::string_view query)
{
    const auto rules = QueryRules::compile(endpoints);
    if (!rules)
        return "no rules";
    const auto values = rules->read(endpoints.routes.front(), query);
    if (!values)
        return values.error().fields.front().field + " " + values.error().fields.front().rule;
    std::string text;
    for (const auto& [name, value] : *values)
        text.append(text.empty() ? "" : "&").append(name).append("=").append(value);
    return text;
}

} // namespace

/// What may stand after `?`, from the table of routes.
class QueryRulesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_whatIsDeclared_data()
    {
        QTest::addColumn<std::string>("query");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* query, const char* expected) {
            QTest::newRow(query) << std::string(query) << std::string(expected);
        };
        row("", "");
        row("&&", "");
        row("limit=5&q=a%20b", "limit=5&q=a b");
        row("q=a+b", "q=a b");
        row("%71=a", "q=a");
        row("q", "q=");
        row("q=%C3%A4%C3%B6%C3%BC%C3%9F", "q=\xc3\xa4\xc3\xb6\xc3\xbc\xc3\x9f"); // four characters, eight bytes
        row("q=abcde", "q maxLength");
        row("q=a&q=b", "q unique");
        row("q=%zz", "q encoding");
        row("q=%00", "q encoding");
        row("q=%ff", "q encoding");
        row("limit=x", "limit type");
        row("limit=", "limit type");
        row("limit=0", "limit minimum");
        row("limit=999999", "limit maximum");
        row("dry_run=yes", "dry_run enum");
        row("dryrun=true", "dryrun unknown");
        row("Q=a", "Q unknown");
        row("limit=5&offset=1", "offset unknown");
        row("%zz=1", " unknown");
        row("=1", " unknown");
        row("a%20b=1", " unknown");
    }

    void read_whatIsDeclared()
    {
        QFETCH(std::string, query);
        QFETCH(std::string, expected);
        QCOMPARE(told(withQuery(parameters), query), expected);
    }

    void unknown_isToldWithTheNearest_orWithAll()
    {
        const Endpoints endpoints = withQuery(parameters), none = withQuery({});
        const auto message = [](const Endpoints& of, std::string_view query) {
            return QueryRules::compile(of)->read(of.routes.front(), query).error().fields.front().message;
        };
        QCOMPARE(message(endpoints, "dryrun=true"), std::string("Is no parameter of this route; did you mean dry_run?"));
        QCOMPARE(message(endpoints, "offset=1"), std::string("Is no parameter of this route; it takes limit, q, dry_run"));
        QCOMPARE(message(none, "offset=1"), std::string("Is no parameter of this route; it takes none"));
    }

    void everyMistake_isTold_upToABound()
    {
        const Endpoints endpoints = withQuery(parameters);
        const auto rules = QueryRules::compile(endpoints);
        std::string query;
        for (int i = 0; i < 100; ++i)
            query += "x" + std::to_string(i) + "=1&";
        QCOMPARE(rules->read(endpoints.routes.front(), query).error().fields.size(), std::size_t{32});
    }

    void foreignQuery_isPassedOver_butDeclaredOnesHold()
    {
        const Endpoints endpoints = withQuery(parameters, true);
        QCOMPARE(told(endpoints, "session_state=x&q=a&%zz=1"), std::string("q=a"));
        QCOMPARE(told(endpoints, "q=a&q=b"), std::string("q unique"));
        // Only what a provider sends is passed over.
        for (const Route& route : allEndpoints().routes)
            QCOMPARE(route.foreignQuery, route.pattern == "/auth/{provider}/callback");
    }

    void declaration_withoutBoundOrTwice_stopsTheStart()
    {
        constexpr QueryParameter unbounded[] = {{"q", "", R"({"type":"string"})"}};
        constexpr QueryParameter twice[] = {parameters[0], parameters[0]};
        QVERIFY(!QueryRules::compile(withQuery(unbounded)));
        QVERIFY(!QueryRules::compile(withQuery(twice)));
        QVERIFY(QueryRules::compile(allEndpoints()));
    }
};

SALLYPORT_TEST(QueryRulesTest)

} // namespace tst_query_rules
#include "tst_query_rules.moc"
