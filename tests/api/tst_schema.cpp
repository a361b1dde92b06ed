#include "backend/access/role_limits.h"
#include "backend/api/endpoints/all_endpoints.h"
#include "backend/api/schema.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/core/api_key.h"
#include "backend/identity/core/limits.h"
#include "backend/identity/notices/notices.h"
#include "backend/identity/passwords/password_policy.h"
#include "backend/identity/providers/identity_providers.h"
#include "backend/settings/limits.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_schema {

using namespace sallyport;
using namespace sallyport::api;

namespace {

constexpr SchemaPart schemaParts[] = {{"limit", 7}, {"text", R"({"type": "string", "maxLength": <limit>})"}, {"self", "<self>"}};

} // namespace

class SchemaTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keyword_ofTheSubset_decides_data();
    void keyword_ofTheSubset_decides();
    void keyword_unknown_stopsTheStart();
    void keyword_thatDoesNothing_stopsTheStart_data();
    void keyword_thatDoesNothing_stopsTheStart();
    void asvs_15_3_3_object_silentAboutOthers_stopsTheStart();
    void product_schemas_compile();
    void declaration_wrong_stopsTheStart_data();
    void declaration_wrong_stopsTheStart();
    void part_inPart_standsInTheText();
    void part_twice_stopsTheStart();
    void asvs_2_1_1_limit_ofAField_isTheServices_data();
    void asvs_2_1_1_limit_ofAField_isTheServices();
    void asvs_6_4_2_noSchema_asksForHintsOrSecretQuestions();
    void mistake_neverRepeatsTheValue();
    void asvs_1_3_12_pattern_onMillionCharacters_isLinear();
    void guide_userRules_hold_data();
    void guide_userRules_hold();
};

void SchemaTest::keyword_ofTheSubset_decides_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("rule");
    const auto row = [](const char* name, const char* schema, const char* document, const char* rule) {
        QTest::newRow(name) << QByteArray(schema) << QByteArray(document) << QByteArray(rule);
    };
    row("text for text", R"({"type":"string"})", R"("a")", "");
    row("number as text", R"({"type":"integer"})", R"("5")", "type");
    row("true as text", R"({"type":"string"})", "true", "type");
    row("whole double", R"({"type":"integer"})", "5.0", "");
    row("broken number", R"({"type":"integer"})", "5.5", "type");
    row("beyond 64 bits", R"({"type":"integer","maximum":10})", "18446744073709551616", "maximum");
    row("null where allowed", R"({"type":["integer","null"]})", "null", "");
    row("null where not", R"({"type":"integer"})", "null", "type");
    row("required", R"({"type":"object","additionalProperties":false,"required":["a"],"properties":{"a":{"type":"string"}}})",
        "{}", "required");
    row("other member", R"({"type":"object","additionalProperties":false,"properties":{}})", R"({"b":1})",
        "additionalProperties");
    row("other member of a type", R"({"type":"object","additionalProperties":{"type":"string"},"properties":{}})", R"({"b":1})",
        "type");
    row("other member of a type, with capitals", R"({"type":"object","additionalProperties":{"type":"string"},"properties":{}})",
        R"({"Client-Id":"b"})", "");
    row("other member of a type, with capitals and wrong",
        R"({"type":"object","additionalProperties":{"type":"string"},"properties":{}})", R"({"Client-Id":1})", "type");
    row("name that is allowed",
        R"({"type":"object","additionalProperties":{},"propertyNames":{"type":"string","pattern":"^[a-z]+$"}})", R"({"ab":1})",
        "");
    row("name that isn't",
        R"({"type":"object","additionalProperties":{},"propertyNames":{"type":"string","pattern":"^[a-z]+$"}})", R"({"aB":1})",
        "additionalProperties");
    for (const char* value : {"1", "null", "true", R"("a")", "[1,{}]", R"({"appId":true,"prf":{"results":{"first":"AA"}}})"})
        row((std::string("anything, as ") + value).c_str(), R"({"type":"object","additionalProperties":{}})",
            (std::string(R"({"credProps":)") + value + "}").c_str(), "");
    row("too few members", R"({"type":"object","additionalProperties":false,"minProperties":1,"properties":{}})", "{}",
        "minProperties");
    row("too short", R"({"type":"string","minLength":2})", R"("a")", "minLength");
    row("code points, not bytes", R"({"type":"string","maxLength":2})", "\"\xC3\xA4\xC3\xB6\"", "");
    row("too long", R"({"type":"string","maxLength":2})", "\"\xC3\xA4\xC3\xB6\xC3\xBC\"", "maxLength");
    row("pattern", R"({"type":"string","pattern":"^[a-z]+$"})", R"("A")", "pattern");
    row("pattern and line end", R"({"type":"string","pattern":"^[a-z]+$"})", R"("a\n")", "pattern");
    row("mail", R"({"type":"string","format":"email"})", R"("ada@sallyport.example")", "");
    row("no mail", R"({"type":"string","format":"email"})", R"("ada")", "format");
    row("mail with line end", R"({"type":"string","format":"email"})", R"("ada@sallyport.example\n")", "format");
    row("mail in letters of its country", R"({"type":"string","format":"idn-email"})", R"("info@bücher.παράδειγμα")", "");
    row("mail with an empty label", R"({"type":"string","format":"idn-email"})", R"("ada@sallyport..example")", "format");
    row("mail that ends in a dot", R"({"type":"string","format":"idn-email"})", R"("ada@sallyport.")", "format");
    row("mail with a hyphen at an end", R"({"type":"string","format":"idn-email"})", R"("ada@-sallyport.example")", "format");
    row("mail with a space in its domain", R"({"type":"string","format":"idn-email"})", R"("ada@sally port.example")", "format");
    row("mail with two ats", R"({"type":"string","format":"email"})", R"("a@b@c")", "format");
    row("minimum", R"({"type":"integer","minimum":18})", "17", "minimum");
    row("maximum", R"({"type":"integer","maximum":120})", "121", "maximum");
    row("enum", R"({"type":"string","enum":["a","b"]})", R"("c")", "enum");
    row("items", R"({"type":"array","items":{"type":"string"}})", "[1]", "type");
    row("too many items", R"({"type":"array","maxItems":1})", "[1,2]", "maxItems");
    row("twice", R"({"type":"array","uniqueItems":true})", R"(["a","a"])", "uniqueItems");
}

void SchemaTest::keyword_ofTheSubset_decides()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, document);
    QFETCH(QByteArray, rule);
    const auto mistakes = SchemaSet::validateWith(schema.toStdString(), boost::json::parse(document.toStdString()));
    QVERIFY2(mistakes, mistakes ? "" : mistakes.error().detail.c_str());
    if (rule.isEmpty()) {
        QVERIFY(mistakes->empty());
    } else {
        QCOMPARE(mistakes->size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(mistakes->front().rule), rule);
    }
}

void SchemaTest::keyword_unknown_stopsTheStart()
{
    for (const char* schema : {R"({"type":"string","oneOf":[]})", R"({"type":"thing"})", R"({"type":"string","format":"uri"})",
                               R"({"type":"string","pattern":"("})", R"({"type":"string","pattern":"^[\\pL\\pN]{1,200}$"})",
                               R"({"type":"string","maxLength":-1})", R"([])"})
        QVERIFY2(!SchemaSet::validateWith(schema, {}), schema);
}

void SchemaTest::keyword_thatDoesNothing_stopsTheStart_data()
{
    QTest::addColumn<QByteArray>("schema");
    for (const char* schema : {
             R"({"type":"string","enum":[]})",
             R"({"type":"string","enum":["a","a"]})",
             R"({"type":"integer","enum":["1"]})",
             R"({"type":["string","integer"],"enum":["1"]})",
             R"({"enum":["a"]})",
             R"({"type":[]})",
             R"({"maxLength":3})",
             R"({"type":"object","additionalProperties":false,"uniqueItems":true})",
             R"({"type":"string","uniqueItems":true})",
             R"({"type":"string","minimum":1})",
             R"({"type":"integer","maxLength":1})",
             R"({"type":"string","items":{"type":"string"}})",
             R"({"type":"string","required":["a"]})",
             R"({"type":"string","minLength":3,"maxLength":2})",
             R"({"type":"integer","minimum":3,"maximum":2})",
             R"({"type":"array","minItems":3,"maxItems":2})",
             R"({"type":"object","additionalProperties":false,"required":["a"],"properties":{}})",
         })
        QTest::newRow(schema) << QByteArray(schema);
}

void SchemaTest::keyword_thatDoesNothing_stopsTheStart()
{
    QFETCH(QByteArray, schema);
    QVERIFY(!SchemaSet::validateWith(schema.toStdString(), {}));
    // Inside another schema, too.
    const std::string inside =
        R"({"type":"object","additionalProperties":false,"properties":{"a":)" + schema.toStdString() + "}}";
    QVERIFY(!SchemaSet::validateWith(inside, {}));
}

void SchemaTest::asvs_15_3_3_object_silentAboutOthers_stopsTheStart()
{
    QVERIFY(!SchemaSet::validateWith(R"({"type":"object","properties":{}})", {}));
    QVERIFY(!SchemaSet::validateWith(R"({"type":"object","additionalProperties":true,"properties":{}})", {}));
}

void SchemaTest::product_schemas_compile()
{
    const Endpoints endpoints = allEndpoints();
    const auto set = SchemaSet::compile(endpoints.requests);
    QVERIFY2(set, set ? "" : set.error().detail.c_str());
    const auto checked = checkEndpoints(endpoints);
    QVERIFY2(checked, checked ? "" : checked.error().detail.c_str());
}

void SchemaTest::declaration_wrong_stopsTheStart_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QByteArray>("mistake");
    QTest::newRow("twice") << QByteArray("A") << QByteArray("{}") << QByteArray("Schema A: declared twice");
    QTest::newRow("no JSON") << QByteArray("B") << QByteArray("{") << QByteArray("Schema A: no JSON object");
    QTest::newRow("no object") << QByteArray("B") << QByteArray("[]") << QByteArray("Schema A: no JSON object");
    QTest::newRow("unknown reference") << QByteArray("B") << QByteArray(R"({"anyOf": [{"$ref": "#/components/schemas/C"}]})")
                                       << QByteArray("Schema A: refers to a schema that there isn't");
    QTest::newRow("unknown part") << QByteArray("B") << QByteArray(R"({"maxLength": <other>})")
                                  << QByteArray("Schema A: there is no part other");
    QTest::newRow("part in itself") << QByteArray("B") << QByteArray(R"({"maxLength": <self>})")
                                    << QByteArray("Schema A: there is no part self");
    QTest::newRow("known part") << QByteArray("B") << QByteArray(R"({"items": <text>})") << QByteArray();
    QTest::newRow("right") << QByteArray("B") << QByteArray(R"({"items": {"$ref": "#/components/schemas/B"}})") << QByteArray();
}

void SchemaTest::declaration_wrong_stopsTheStart()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QByteArray, mistake);
    const SchemaText request{first.data(), "{}"}, answer{"A", second.data()};
    const EndpointGroup groups[] = {{.requests = {&request, 1}}, {.answers = {&answer, 1}, .parts = schemaParts}};
    const auto checked = checkEndpoints(collect(groups));
    QCOMPARE(checked ? QByteArray() : QByteArray::fromStdString(checked.error().detail), mistake);
}

void SchemaTest::part_inPart_standsInTheText()
{
    QCOMPARE(QByteArray::fromStdString(withParts(R"({"a": <text>, "b": <limit>, "c": "1 < 2 <b>"})", schemaParts)),
             QByteArray(R"({"a": {"type": "string", "maxLength": 7}, "b": 7, "c": "1 < 2 <b>"})"));
}

void SchemaTest::part_twice_stopsTheStart()
{
    const EndpointGroup groups[] = {{.parts = schemaParts}, {.parts = std::span(schemaParts).first(1)}};
    const auto checked = checkEndpoints(collect(groups));
    QVERIFY(!checked);
    QCOMPARE(QByteArray::fromStdString(checked.error().detail), QByteArray("Schema limit: a part that is declared twice"));
}

void SchemaTest::asvs_2_1_1_limit_ofAField_isTheServices_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<qlonglong>("limit");
    const auto row = [](const char* schema, const char* pointer, auto limit) {
        QTest::addRow("%s%s", schema, pointer) << QByteArray(schema) << QByteArray(pointer) << static_cast<qlonglong>(limit);
    };
    row("NewUser", "/properties/name/maxLength", identity::nameLimit);
    row("NewUser", "/properties/email/maxLength", identity::emailLimit);
    row("NewUser", "/properties/department/maxLength", identity::departmentLimit);
    row("NewUser", "/properties/age/minimum", identity::minimumAge);
    row("NewUser", "/properties/age/maximum", identity::maximumAge);
    row("NewUser", "/properties/password/maxLength", identity::passwordLimit);
    row("NewUser", "/properties/roles/maxItems", access::rolesOfOneLimit);
    row("NewUser", "/properties/roles/items/maxLength", access::roleNameBytes);
    row("RolesRequest", "/properties/roles/maxItems", access::rolesOfOneLimit);
    row("NewServiceAccount", "/properties/roles/maxItems", access::rolesOfOneLimit);
    row("NewServiceAccount", "/properties/description/maxLength", identity::accountDescriptionLimit);
    row("NewProvider", "/properties/roles/maxItems", access::rolesOfOneLimit);
    row("NewProvider", "/properties/scopes/maxItems", identity::providerWordsLimit);
    row("NewProvider", "/properties/role_rules/maxItems", identity::roleRulesLimit);
    row("ProviderPatch", "/properties/issuer/maxLength", identity::issuerLimit);
    row("NewApiKey", "/properties/scopes/maxItems", identity::keyScopeLimit);
    row("NewApiKey", "/properties/addresses/maxItems", identity::keyAddressLimit);
    row("NewApiKey", "/properties/rate/properties/requests/maximum", identity::keyRateMaximum);
    row("RateLimitRequest", "/properties/requests/maximum", settings::rateRequestsLimit);
    row("RateLimitRequest", "/properties/window_seconds/maximum", settings::rateWindowLimit.count());
    row("EndSessionsRequest", "/properties/ids/maxItems", limits::pageRows);
    row("ReadNoticesRequest", "/properties/ids/maxItems", identity::noticesPerUser);
}

void SchemaTest::asvs_2_1_1_limit_ofAField_isTheServices()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, pointer);
    QFETCH(qlonglong, limit);
    const Endpoints endpoints = allEndpoints();
    const auto found = std::ranges::find(endpoints.requests, std::string_view(schema.data()), &Schema::name);
    QVERIFY(found != endpoints.requests.end());
    QCOMPARE(boost::json::parse(found->text).at_pointer(pointer.toStdString()).to_number<qlonglong>(), limit);
}

void SchemaTest::asvs_6_4_2_noSchema_asksForHintsOrSecretQuestions()
{
    for (const Schema& schema : allEndpoints().requests) {
        const auto properties = boost::json::parse(schema.text).as_object();
        const auto found = properties.find("properties");
        if (found == properties.end())
            continue;
        for (const auto& member : found->value().as_object()) {
            const std::string name(member.key());
            QVERIFY2(name.find("hint") == std::string::npos || name == "token_type_hint", name.c_str());
            QVERIFY2(name.find("question") == std::string::npos, name.c_str());
        }
    }
}

void SchemaTest::mistake_neverRepeatsTheValue()
{
    const auto set = SchemaSet::compile(allEndpoints().requests);
    QVERIFY(set);
    const boost::json::value document = boost::json::parse(
        R"({"name":"", "email":"CANARY not a mail", "age":9999, "roles":["CANARY!"], "CANARY <b>":"CANARY", "password": 7})");
    const auto mistakes = set->validate("NewUser", document);
    QVERIFY(mistakes.size() >= 5);
    for (const FieldError& mistake : mistakes) {
        QVERIFY(mistake.field.find("CANARY") == std::string::npos);
        QVERIFY(mistake.message.find("CANARY") == std::string::npos);
        QVERIFY(mistake.message.find("9999") == std::string::npos);
    }
}

void SchemaTest::asvs_1_3_12_pattern_onMillionCharacters_isLinear()
{
    const boost::json::value document(std::string(1'000'000, 'a') + "!");
    const auto begin = std::chrono::steady_clock::now();
    const auto mistakes = SchemaSet::validateWith(R"({"type":"string","pattern":"^(a+)+$"})", document);
    QVERIFY(mistakes && mistakes->size() == 1);
    QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
}

void SchemaTest::guide_userRules_hold_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("valid");
    QTest::newRow("least") << QByteArray(R"({"name":"A","email":"a@b.example"})") << true;
    QTest::newRow("all")
        << QByteArray(R"({"name":"A","email":"a@b.example","age":18,"department":"x","roles":["viewer"],"password":"p"})")
        << true;
    QTest::newRow("no name") << QByteArray(R"({"email":"a@b.example"})") << false;
    QTest::newRow("empty name") << QByteArray(R"({"name":"","email":"a@b.example"})") << false;
    QTest::newRow("long name") << (R"({"name":")" + QByteArray(101, 'x') + R"(","email":"a@b.example"})") << false;
    QTest::newRow("17") << QByteArray(R"({"name":"A","email":"a@b.example","age":17})") << false;
    QTest::newRow("121") << QByteArray(R"({"name":"A","email":"a@b.example","age":121})") << false;
    QTest::newRow("age as text") << QByteArray(R"({"name":"A","email":"a@b.example","age":"20"})") << false;
    QTest::newRow("status") << QByteArray(R"({"name":"A","email":"a@b.example","status":"active"})") << false;
    QTest::newRow("array") << QByteArray("[]") << false;
}

void SchemaTest::guide_userRules_hold()
{
    QFETCH(QByteArray, document);
    QFETCH(bool, valid);
    const auto set = SchemaSet::compile(allEndpoints().requests);
    QVERIFY(set);
    QCOMPARE(set->validate("NewUser", boost::json::parse(document.toStdString())).empty(), valid);
}

SALLYPORT_GUILESS_TEST(SchemaTest)

} // namespace tst_schema
#include "tst_schema.moc"
