#include "backend/api/schema.h"
#include "tests/api/support/json_schema_cases.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace tst_json_schema {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

namespace {

/// As JSON Schema has it, a keyword says nothing about values of another type; ours names types and says what else an object may
/// have. What is added here restricts nothing. False for what we have no word for (`false`, `$ref`, two kinds of schema).
bool spellOut(json::value& schema)
{
    if (schema.is_bool()) {
        const bool any = schema.get_bool();
        schema = json::object();
        return any;
    }
    if (!schema.is_object())
        return false;
    json::object& object = schema.get_object();
    object.erase("$schema");
    object.erase("$comment");
    if (object.empty())
        return true;
    if (!object.contains("type"))
        object["type"] = {"object", "array", "string", "number", "boolean", "null"};
    const json::value& type = object["type"];
    const bool isObject = type.is_string() ? type.get_string() == "object"
                                           : std::ranges::find(type.as_array(), json::value("object")) != type.as_array().end();
    if (isObject && !object.contains("additionalProperties"))
        object["additionalProperties"] = json::object();
    for (const char* keyword : {"items", "propertyNames", "additionalProperties"})
        if (json::value* const child = object.if_contains(keyword);
            child != nullptr && !(child->is_bool() && !child->get_bool()) && !spellOut(*child))
            return false;
    if (json::value* const properties = object.if_contains("properties"))
        for (auto& member : properties->as_object())
            if (!spellOut(member.value()))
                return false;
    return true;
}

struct Tally {
    int groups = 0, skipped = 0, cases = 0;
    std::string wrong; ///< the first ones
};

void run(const json::array& groups, Tally& tally, bool mayCompile)
{
    for (const json::value& group : groups) {
        json::value schema = group.at("schema");
        const std::string name(group.at("description").as_string());
        ++tally.groups;
        const bool ours = spellOut(schema);
        const std::string text = json::serialize(schema);
        if (!ours || !api::SchemaSet::validateWith(text, nullptr)) {
            ++tally.skipped;
            if (mayCompile)
                continue;
            tally.wrong += name + ": is no schema of ours: " + text + "\n";
            continue;
        }
        for (const json::value& one : group.at("tests").as_array()) {
            ++tally.cases;
            const bool valid = api::SchemaSet::validateWith(text, one.at("data"))->empty();
            if (valid != one.at("valid").as_bool())
                tally.wrong += name + ", " + std::string(one.at("description").as_string()) + "\n";
        }
    }
}

} // namespace

class JsonSchemaTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keywords_meanWhatJsonSchemaSays()
    {
        Tally tally;
        run(json::parse(jsonSchemaCases()).as_array(), tally, false);
        QCOMPARE(tally.wrong, std::string());
        QCOMPARE(tally.skipped, 0);
        QVERIFY(tally.cases > 100);
    }

    /// The official suite, if somebody has it: SALLYPORT_JSON_SCHEMA_SUITE is its folder tests/draft2020-12. What our schemas
    /// have no words for is passed over, and stops the server where it is declared.
    void officialSuite_agreesWhereWeHaveTheKeyword()
    {
        const char* const folder = std::getenv("SALLYPORT_JSON_SCHEMA_SUITE");
        if (folder == nullptr)
            QSKIP("SALLYPORT_JSON_SCHEMA_SUITE names no folder");
        Tally tally;
        for (const char* keyword : {"type", "properties", "required", "additionalProperties", "propertyNames", "minProperties",
                                    "maxProperties", "minLength", "maxLength", "pattern", "minimum", "maximum", "enum", "items",
                                    "minItems", "maxItems", "uniqueItems"}) {
            std::ifstream file(std::filesystem::path(folder) / (std::string(keyword) + ".json"));
            QVERIFY2(file, keyword);
            run(json::parse(std::string(std::istreambuf_iterator<char>(file), {})).as_array(), tally, true);
        }
        qInfo("%d groups, %d of which are no schemas of ours; %d cases", tally.groups, tally.skipped, tally.cases);
        QCOMPARE(tally.wrong, std::string());
        QVERIFY(tally.cases > 150);
    }

    void nameOfAMember_holdsNoControls_norTurnsTextRound()
    {
        const std::string schema = R"({"type": "object", "additionalProperties": {"type": "string"}})";
        const auto rule = [&](const char* document) {
            const auto mistakes = api::SchemaSet::validateWith(schema, json::parse(document));
            return mistakes->empty() ? std::string() : mistakes->front().rule;
        };
        QCOMPARE(rule(R"({"Größe": "x", "名前": "y"})"), std::string());
        for (const char* name :
             {"a\\u0000b", "a\\u001fb", "a\\u007fb", "a\\u0085b", "a\\u202eb", "a\\u2066b", "a\\u200fb", "a\\u2028b"})
            QCOMPARE(rule((std::string("{\"") + name + "\": \"x\"}").c_str()), std::string("unicode"));
    }
};

SALLYPORT_GUILESS_TEST(JsonSchemaTest)

} // namespace tst_json_schema
#include "tst_json_schema.moc"
