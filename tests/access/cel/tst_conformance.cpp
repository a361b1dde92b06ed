#include "backend/access/cel/evaluate_line.h"
#include "backend/access/cel/values/value_json.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <boost/json.hpp>

#include <cmath>
#include <fstream>

namespace tst_conformance {

using namespace sallyport::access::cel;
namespace json = boost::json;

/// To the letter: the same kinds, in lists and maps too; NaN is NaN, and -0.0 isn't 0.0.
bool same(const Value& a, const Value& b)
{
    if (a.kind() != b.kind())
        return false;
    switch (a.kind()) {
    case Kind::Double:
        return (std::isnan(a.asDouble()) && std::isnan(b.asDouble())) ||
               (a.asDouble() == b.asDouble() && std::signbit(a.asDouble()) == std::signbit(b.asDouble()));
    case Kind::List: return std::ranges::equal(a.asList(), b.asList(), same);
    case Kind::Map:
        return a.asMap().size() == b.asMap().size() && std::ranges::all_of(a.asMap().entries(), [&](const MapEntry& entry) {
                   const Value* const other = b.asMap().find(entry.key);
                   return other != nullptr && same(entry.value, *other);
               });
    case Kind::String:
    case Kind::Bytes: return a.asText() == b.asText();
    case Kind::Timestamp: return a.seconds() == b.seconds() && a.nanos() == b.nanos();
    case Kind::Null: return true;
    default: return a.asInt() == b.asInt();
    }
}

/// Empty if the answer is what the case wants.
std::string difference(const json::object& wanted, const std::string& answer)
{
    const json::object got = json::parse(answer).as_object();
    if (wanted.contains("error"))
        return got.contains("error") ? "" : "an error is wanted, got " + answer;
    if (!got.contains("value"))
        return answer;
    Scratch scratch;
    const auto expected = fromJson(scratch, wanted.at("value")), value = fromJson(scratch, got.at("value"));
    return expected && value && same(*expected, *value) ? "" : "got " + answer;
}

/// The official cases of the language, which lie beside the repository.
class ConformanceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cases_areAnsweredAsTheDefinitionSays()
    {
        std::ifstream file(CEL_CASES);
        if (!file)
            QSKIP("../shared/cel/conformance.jsonl is not there");
        std::size_t count = 0, failed = 0;
        for (std::string line; std::getline(file, line); ++count) {
            json::object wanted = json::parse(line).as_object();
            const auto tell = [&](const std::string& what, const char* how) {
                if (what.empty())
                    return;
                ++failed;
                qWarning("%s, %s: %s", json::serialize(wanted["expr"]).c_str(), how, what.c_str());
            };
            tell(difference(wanted, evaluateLine(line)), "evaluated");
            if (wanted.contains("unchecked"))
                continue;
            wanted["check"] = true;
            tell(difference(wanted, evaluateLine(json::serialize(wanted))), "checked");
        }
        QCOMPARE(failed, std::size_t{0});
        QVERIFY2(count > 700, "fewer cases than there were");
    }
};

SALLYPORT_TEST(ConformanceTest)

} // namespace tst_conformance
#include "tst_conformance.moc"
