#include "backend/access/cel/values/compare.h"
#include "backend/access/cel/values/copy_value.h"
#include "backend/access/cel/values/network.h"
#include "backend/access/cel/values/time.h"
#include "backend/access/cel/values/value_json.h"
#include "backend/access/cel/values/value_text.h"
#include "backend/access/cel/values/zones.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

namespace tst_values {

using namespace sallyport::access::cel;

Value number(int value)
{
    return Value::integer(value);
}

class ValuesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void value_keepsWhatItIsGiven()
    {
        QCOMPARE(sizeof(Value), std::size_t{16});
        QCOMPARE(Value::integer(-5).asInt(), std::int64_t{-5});
        QCOMPARE(Value::natural(~std::uint64_t{0}).asUint(), ~std::uint64_t{0});
        QCOMPARE(Value::string("abc").asText(), std::string_view("abc"));
        QCOMPARE(Value::timestamp(-1, 999'999'999).seconds(), std::int64_t{-1});
        QCOMPARE(Value::timestamp(-1, 999'999'999).nanos(), std::uint32_t{999'999'999});
        const Value error = Value::error(Failure::NoSuchKey, 77, "key");
        QVERIFY(error.isError() && error.failure() == Failure::NoSuchKey && error.failedNode() == 77);
        QCOMPARE(std::string_view(error.failureDetail()), std::string_view("key"));
        QVERIFY(Value().is(Kind::Absent));
        QVERIFY(Value::type(Kind::Cidr).asType() == Kind::Cidr);
        QCOMPARE(kindName(Kind::Cidr), std::string_view("net.CIDR"));
        QCOMPARE(failureWord(Failure::Memory), std::string_view("too_much_memory"));
    }

    void map_isFoundByKeys()
    {
        Scratch scratch;
        for (const int size : {3, 100}) { // looked through, and searched in order
            std::vector<MapEntry> entries{{Value::string("b"), number(-1)}, {Value::boolean(true), number(-2)}};
            for (int i = size; i > 0; --i)
                entries.push_back({i % 2 == 0 ? Value::integer(i) : Value::natural(static_cast<std::uint64_t>(i)), number(i)});
            const auto map = makeMap(scratch, entries);
            QVERIFY(map.has_value());
            const MapData& data = map->asMap();
            for (int i = 1; i <= size; ++i) {
                QCOMPARE(data.find(Value::integer(i))->asInt(), std::int64_t{i});
                QCOMPARE(data.find(Value::natural(static_cast<std::uint64_t>(i)))->asInt(), std::int64_t{i});
                QCOMPARE(data.find(Value::real(i))->asInt(), std::int64_t{i});
            }
            QCOMPARE(data.find("b")->asInt(), std::int64_t{-1});
            QCOMPARE(data.find(Value::boolean(true))->asInt(), std::int64_t{-2});
            for (const Value& none :
                 {Value::string("a"), Value::boolean(false), number(0), number(-1), Value::real(1.5), Value::real(-1),
                  Value::real(std::nan("")), Value::real(1e30), Value::null(), Value::bytes("b")})
                QVERIFY(data.find(none) == nullptr);
            QCOMPARE(data.entries()[0].key.asText(), std::string_view("b")); // as they were written
        }
    }

    void map_withTheSameKeyTwice_isNone()
    {
        Scratch scratch;
        for (const std::size_t size : {std::size_t{1}, std::size_t{20}}) {
            std::vector<MapEntry> entries;
            for (std::size_t i = 0; i < size; ++i)
                entries.push_back({Value::integer(static_cast<std::int64_t>(i)), Value::null()});
            entries.push_back({Value::natural(0), Value::null()});
            std::size_t duplicate = 0;
            QVERIFY(!makeMap(scratch, entries, &duplicate));
            QCOMPARE(duplicate, size);
            QVERIFY(!scratch.exhausted());
        }
    }

    void scratch_givesNoMoreThanItsBounds()
    {
        Scratch scratch({10, 10'000});
        QVERIFY(scratch.array<char>(9'000) != nullptr);
        QVERIFY(!scratch.exhausted());
        QVERIFY(scratch.array<char>(2'000) == nullptr);
        QVERIFY(scratch.exhausted() && scratch.exhaustion() == Failure::Memory);
        QVERIFY(scratch.array<char>(1) == nullptr);
        scratch.begin();
        QVERIFY(scratch.charge(10) && !scratch.exhausted() && !scratch.charge(1));
        QVERIFY(scratch.exhaustion() == Failure::Steps);
        QCOMPARE(scratch.stepsUsed(), std::uint64_t{10});
        scratch.begin();
        QVERIFY(scratch.array<Value>(std::numeric_limits<std::size_t>::max() / 16) == nullptr);
    }

    void numbers_areOnOneLine()
    {
        const double nan = std::nan("");
        QVERIFY(order(number(-1), Value::natural(0)) == Order::Less);
        QVERIFY(order(Value::natural(~std::uint64_t{0}), number(-1)) == Order::Greater);
        QVERIFY(order(Value::real(1), Value::natural(1)) == Order::Equal);
        QVERIFY(order(Value::real(-0.5), Value::natural(0)) == Order::Less);
        QVERIFY(order(Value::real(1e30), Value::natural(~std::uint64_t{0})) == Order::Greater);
        QVERIFY(order(number(1), Value::real(nan)) == Order::Unordered);
        QVERIFY(order(Value::real(nan), Value::real(nan)) == Order::Unordered);
        QVERIFY(order(number(1), Value::string("1")) == Order::None);
        QVERIFY(order(Value::null(), Value::null()) == Order::None);
        QVERIFY(order(Value::string("a"), Value::string("\xc3\xa9")) == Order::Less);
        QVERIFY(order(Value::timestamp(1, 2), Value::timestamp(1, 3)) == Order::Less);
    }

    void time_isReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* text, const char* shown) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(shown);
        };
        row("2009-02-13T23:31:30Z", "2009-02-13T23:31:30Z");
        row("2009-02-13T23:31:30.5+01:00", "2009-02-13T22:31:30.5Z");
        row("2009-02-13T23:31:30.1234567899Z", "2009-02-13T23:31:30.123456789Z");
        row("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
        row("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z");
        row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z");
        for (const char* bad :
             {"", "2009-02-13", "2009-02-13T23:31:30", "2009-02-13 23:31:30Z", "2009-02-13T23:31:30z", "2023-02-29T00:00:00Z",
              "2009-13-01T00:00:00Z", "2009-02-13T24:00:00Z", "2009-02-13T23:31:60Z", "2009-02-13T23:31:30.Z",
              "2009-02-13T23:31:30+24:00", "2009-02-13T23:31:30Z ", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
              "+2009-02-13T23:31:30Z", "0000-01-01T00:00:00Z"})
            row(bad, "");
    }
    void time_isReadAndWritten()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, shown);
        const auto time = readTime(text.toStdString());
        QCOMPARE(time ? QByteArray::fromStdString(timeText(*time)) : QByteArray(), shown);
    }

    void duration_isReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* text, const char* shown) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(shown);
        };
        row("0", "0s");
        row("-0s", "0s");
        row("1h30m", "5400s");
        row("+1.5h", "5400s");
        row("-1.5s", "-1.5s");
        row(".5s", "0.5s");
        row("1ns", "0.000000001s");
        row("1us", "0.000001s");
        row("1\xc2\xb5s1\xce\xbcs", "0.000002s");
        row("3ms", "0.003s");
        row("9223372036854775807ns", "9223372036.854775807s");
        row("-9223372036854775808ns", "-9223372036.854775808s");
        for (const char* bad : {"", "-", "1", "s", ".s", "1d", "1h-1m", "1 h", "--1s", "9223372036854775808ns", "320000000000s",
                                "99999999999999999999999999999999999999999h"})
            row(bad, "");
    }
    void duration_isReadAndWritten()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, shown);
        const auto duration = readDuration(text.toStdString());
        QCOMPARE(duration ? QByteArray::fromStdString(durationText(*duration)) : QByteArray(), shown);
    }

    void zone_isANameOrADistance()
    {
        constexpr std::int64_t january = 1'767'225'600, july = 1'782'864'000; // 2026
        QCOMPARE(offsetOf(*readZone("Europe/Berlin"), january), std::int64_t{3600});
        QCOMPARE(offsetOf(*readZone("Europe/Berlin"), july), std::int64_t{7200});
        QCOMPARE(offsetOf(*readZone("UTC"), july), std::int64_t{0});
        QCOMPARE(offsetOf(*readZone("-09:30"), july), std::int64_t{-34200});
        QCOMPARE(offsetOf(*readZone("02:00"), july), std::int64_t{7200});
        for (const char* bad : {"", "system", "Europe/Berlim", "+1:00", "+24:00", "+01:60", "+0100", "1:000", "../etc/passwd"})
            QVERIFY2(!readZone(bad), bad);
    }

    void network_isReadStrictly()
    {
        for (const char* bad : {"", "1.2.3", "01.2.3.4", "1.2.3.4.5", "::ffff:1.2.3.4", "fe80::1%eth0", "1.2.3.4/24", ":::1"})
            QVERIFY2(!readAddress(bad), bad);
        for (const char* bad : {"1.2.3.4", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/024", "1.2.3.4/2/4", "::/129",
                                "::ffff:1.2.3.4/24", "::ffff:102:304/24", "1.2.3.4/ 8"})
            QVERIFY2(!readNetwork(bad), bad);
        QVERIFY(readAddress("::ffff:102:304")->address.isV4());
        QCOMPARE(readNetwork("::ffff:102:304/120")->prefix, 24);
        QVERIFY(containsNetwork(*readNetwork("0.0.0.0/0"), *readAddress("203.0.113.7")));
        QVERIFY(!containsNetwork(*readNetwork("0.0.0.0/0"), *readAddress("::1")));
        QVERIFY(!containsNetwork(*readNetwork("10.0.0.0/9"), *readNetwork("10.0.0.0/8")));
        QCOMPARE(networkText(Value::cidr(maskedNetwork(*readNetwork("10.255.1.2/9")))), std::string("10.128.0.0/9"));
    }

    void json_comesBackAsItWas()
    {
        Scratch scratch;
        for (const char* text :
             {R"({"int":"-9223372036854775808"})", R"({"uint":"18446744073709551615"})", R"({"double":"0.1"})",
              R"({"double":"-0"})", R"({"double":"NaN"})", R"({"double":"-Infinity"})", R"({"bool":true})", R"({"string":"é"})",
              R"({"bytes":"AP8="})", R"({"null":true})", R"({"list":[{"int":"1"},{"list":[]}]})",
              R"({"map":[[{"string":"a"},{"uint":"1"}],[{"bool":true},{"null":true}]]})",
              R"({"timestamp":{"seconds":-1,"nanos":5}})", R"({"duration":{"seconds":-1,"nanos":-5}})", R"({"ip":"2001:db8::1"})",
              R"({"cidr":"10.1.2.3/8"})"}) {
            const auto value = fromJson(scratch, boost::json::parse(text));
            QVERIFY2(value.has_value(), text);
            QCOMPARE(boost::json::serialize(toJson(*value).value()), std::string(text));
            const auto copy = copyValue(scratch, *value);
            QCOMPARE(boost::json::serialize(toJson(*copy).value()), std::string(text));
        }
    }

    void json_thatIsNoValue_isRefused()
    {
        Scratch scratch;
        for (const char* text : {"1",
                                 "{}",
                                 R"({"int":1})",
                                 R"({"int":"1.5"})",
                                 R"({"int":"9223372036854775808"})",
                                 R"({"uint":"-1"})",
                                 R"({"double":1})",
                                 R"({"double":"x"})",
                                 R"({"bool":"true"})",
                                 R"({"bytes":"%"})",
                                 R"({"list":{}})",
                                 R"({"map":[[{"int":"1"}]]})",
                                 R"({"map":[[{"double":"1"},{"int":"1"}]]})",
                                 R"({"map":[[{"int":"1"},{"int":"1"}],[{"uint":"1"},{"int":"1"}]]})",
                                 R"({"timestamp":{"seconds":1}})",
                                 R"({"timestamp":{"seconds":253402300800,"nanos":0}})",
                                 R"({"duration":{"seconds":9223372037,"nanos":0}})",
                                 R"({"ip":"x"})",
                                 R"({"type":"int"})",
                                 R"({"int":"1","uint":"1"})"})
            QVERIFY2(!fromJson(scratch, boost::json::parse(text)), text);
    }

    void json_ofAListThatHoldsAListTwice_isBounded()
    {
        std::vector<std::array<Value, 2>> lists(60);
        for (std::size_t i = 0; i < lists.size(); ++i)
            lists[i].fill(i == 0 ? Value::null() : Value::list(lists[i - 1]));
        QVERIFY(!toJson(Value::list(lists.back()), 1 << 20));
        QVERIFY(toJson(Value::list(lists[3])).has_value());
        QVERIFY(toJson(Value::string("12345"), 53).has_value());
        QVERIFY(!toJson(Value::string("12345"), 52));
    }

    void double_isWrittenShortest()
    {
        QCOMPARE(doubleText(1), std::string("1"));
        QCOMPARE(doubleText(0.1), std::string("0.1"));
        QCOMPARE(doubleText(-0.0045), std::string("-0.0045"));
        QCOMPARE(doubleText(1e20), std::string("100000000000000000000"));
        QCOMPARE(doubleText(1e21), std::string("1e+21"));
        QCOMPARE(doubleText(1e-7), std::string("1e-07"));
    }
};

SALLYPORT_TEST(ValuesTest)

} // namespace tst_values
#include "tst_values.moc"
