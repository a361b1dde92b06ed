#include "backend/base/strict_json.h"
#include "tests/support/test_main.h"

#include <QtTest>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace tst_strict_json {

using namespace sallyport;

namespace {

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

} // namespace

class TestStrictJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parse_valid_isRead_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("again");
        const auto row = [](const char* text, const char* again) {
            QTest::newRow(text) << std::string(text) << std::string(again);
        };
        row(R"( {"a":1,"b":[true,false,null],"c":{"a":"x"}} )", R"({"a":1,"b":[true,false,null],"c":{"a":"x"}})");
        row("[]", "[]");
        row("\"\\u00e4\\ud83d\\udd12\"", "\"\xc3\xa4\xf0\x9f\x94\x92\"");
        row("-9223372036854775808", "-9223372036854775808");
        row("18446744073709551615", "18446744073709551615");
        row(R"([{"a":1},{"a":2}])", R"([{"a":1},{"a":2}])");
        row(R"({"":0})", R"({"":0})");
    }

    void parse_valid_isRead()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, again);
        const auto value = parseStrictJson(text, 1024);
        QVERIFY(value.has_value());
        QCOMPARE(boost::json::serialize(*value), again);
    }

    void asvs_1_5_3_parse_notStrict_refused_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char* text : {"",
                                 " ",
                                 "{",
                                 "[1,]",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "'a'",
                                 "nul",
                                 "NaN",
                                 "[Infinity]",
                                 "[-Infinity]",
                                 "1e999",
                                 "[-1e999]",
                                 "01",
                                 "+1",
                                 ".5",
                                 "1.",
                                 "0x10",
                                 "[1] x",
                                 "{} {}",
                                 "/* c */ 1",
                                 "\"\t\"",
                                 "\"\\x\"",
                                 "\"\\ud800\"",
                                 "\"\\udc00\\ud800\"",
                                 R"({"a":1,"a":2})",
                                 R"({"a":1,"b":{"c":1,"c":1}})",
                                 R"([{"x":{}},{"y":1,"y":1}])",
                                 R"({"a":{"b":1},"a":{"b":1}})",
                                 R"({"a":1,"\u0061":2})",
                                 "\xef\xbb\xbf{}"})
            QTest::newRow(text) << std::string(text);
        QTest::newRow("overlong UTF-8") << std::string("\"\xc0\xaf\"");
        QTest::newRow("surrogate in UTF-8") << std::string("\"\xed\xa0\x80\"");
        QTest::newRow("lone byte") << std::string("\"\xff\"");
        QTest::newRow("ill-formed name") << std::string("{\"\xff\":1}");
        QTest::newRow("NUL after the end") << std::string("{}\0", 3);
        QTest::newRow("NUL in a string") << std::string("\"\0\"", 3);
        QTest::newRow("too deep") << nested(jsonDepthLimit + 1);
        QTest::newRow("much too deep") << nested(1000);
    }

    void asvs_1_5_3_parse_notStrict_refused()
    {
        QFETCH(std::string, text);
        const auto value = parseStrictJson(text, 4096);
        QVERIFY(!value);
        QCOMPARE(value.error().code, ErrorCode::BadRequest);
    }

    void parse_atTheLimits_isRead()
    {
        QVERIFY(parseStrictJson(nested(jsonDepthLimit), 4096).has_value());
        QVERIFY(parseStrictJson("[1]", 3).has_value());
        QVERIFY(!parseStrictJson("[1] ", 3));
    }

    void parse_manyMembers_areBounded()
    {
        const auto object = [](std::size_t members) {
            std::string text = "{";
            for (std::size_t i = 0; i < members; ++i)
                text += (i ? ",\"" : "\"") + std::to_string(i) + "\":0";
            return text + "}";
        };
        QVERIFY(parseStrictJson(object(jsonMemberLimit), 1 << 20).has_value());
        QVERIFY(!parseStrictJson(object(jsonMemberLimit + 1), 1 << 20));
    }

    void parse_refusal_doesNotEchoInput()
    {
        const auto value = parseStrictJson(R"({"password":"canary-7f3a","password":"canary-7f3a"})", 1024);
        QVERIFY(!value);
        QVERIFY(value.error().detail.find("canary") == std::string::npos);
    }
};

SALLYPORT_TEST(TestStrictJson)

} // namespace tst_strict_json
#include "tst_strict_json.moc"
