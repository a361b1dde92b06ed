#include "backend/access/cel/evaluate_line.h"
#include "backend/access/cel/lexer.h"
#include "tests/access/cel/cel_case.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_bounds {

using namespace sallyport::access::cel;
using namespace sallyport::test;

std::string repeated(std::string_view text, std::size_t count)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
}

/// What no expression passes, whatever stands in it.
class BoundsTest final : public QObject {
    Q_OBJECT

    /// Attributes as large as they are declared.
    struct Largest {
        Declarations names;
        std::vector<Value> values;
        std::string text = std::string(64, 'a');
        std::vector<Value> list = std::vector<Value>(20, Value::string(text));

        Largest()
        {
            names.add({"s", Type::of(Kind::String), 64});
            values.push_back(Value::string(text));
            names.add({"l", Type::list(Type::of(Kind::String)), 64});
            values.push_back(Value::list(list));
            names.add({"n", Type::of(Kind::Int)});
            values.push_back(Value::integer(3));
            names.add({"t", Type::of(Kind::Timestamp)});
            values.push_back(Value::timestamp(0, 0));
            names.add({"d", Type::dynamic(), 64});
            values.push_back(Value::list(list));
        }
    };

private Q_SLOTS:
    void asvs_1_3_5_nesting_isBounded_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<QByteArray>("inner");
        QTest::addColumn<QByteArray>("close");
        const auto row = [](const char* name, const char* open, const char* inner, const char* close) {
            QTest::newRow(name) << QByteArray(open) << QByteArray(inner) << QByteArray(close);
        };
        row("parentheses", "(", "1", ")");
        row("lists", "[", "1", "]");
        row("maps", "{1: ", "1", "}");
        row("indices", "[0][", "0", "]");
        row("not", "!", "true", "");
        row("minus", "-", "1", "");
        row("sums", "1 + ", "1", "");
        row("sums to the right", "1 + (", "1", ")");
        row("conditionals", "true ? 1 : ", "1", "");
        row("conditionals inside", "true ? (", "1", ") : 1");
        row("calls", "int(", "1", ")");
        row("methods", "", "'a'", ".trim()");
        row("selections", "", "{'a': 1}", ".a");
        row("macros", "[1].map(x, ", "1", ")");
        row("macros in a row", "", "[1]", ".map(x, x)");
        row("and inside", "true && (", "true", ")");
    }
    void asvs_1_3_5_nesting_isBounded()
    {
        QFETCH(const QByteArray, open);
        QFETCH(const QByteArray, inner);
        QFETCH(const QByteArray, close);
        const auto nested = [&](std::size_t depth) {
            return celAnswer(repeated(open.toStdString(), depth) + inner.toStdString() + repeated(close.toStdString(), depth));
        };
        QVERIFY2(!nested(32).starts_with("refused"), nested(32).c_str());
        for (const std::size_t depth : {std::size_t{201}, std::size_t{2'500}}) {
            const std::string answer = nested(depth);
            QVERIFY2(answer.find("inside each other") != std::string::npos, answer.substr(0, 200).c_str());
        }
    }

    void chains_ofAndOr_dontNest()
    {
        QCOMPARE(celHolds(repeated("true && ", 2'000) + "true"), std::string("true"));
        QCOMPARE(celHolds(repeated("false || ", 2'000) + "1/0 == 1"), std::string("division_by_zero"));
    }

    void asvs_1_3_5_size_isBounded()
    {
        QVERIFY(celAnswer('\'' + std::string(maximumSource - 2, 'a') + '\'').starts_with("{\"string\""));
        QCOMPARE(celAnswer('\'' + std::string(maximumSource - 1, 'a') + '\''),
                 std::string("refused: line 1, column 1: an expression has 65536 bytes at most"));
        QVERIFY(celAnswer('[' + repeated("1,", 19'990) + ']').starts_with("{\"list\""));
        const std::string many = celAnswer('[' + repeated("1,", 20'001) + ']');
        QVERIFY2(many.find("more than 20000 parts") != std::string::npos, many.substr(0, 200).c_str());
    }

    void asvs_1_3_5_steps_endAnEvaluation_whateverIsAroundIt()
    {
        const std::string ten = "[0,1,2,3,4,5,6,7,8,9]";
        std::string loops = "x0 >= 0";
        for (int i = 7; i >= 0; --i)
            loops = ten + ".all(x" + std::to_string(i) + ", " + loops + ')';
        QCOMPARE(celHolds(loops), std::string("too_many_steps"));
        QCOMPARE(celHolds("true || " + loops), std::string("true")); // never begun
        QCOMPARE(celHolds(loops + " || true"), std::string("too_many_steps"));
        QCOMPARE(celHolds("!(" + loops + " && false)"), std::string("too_many_steps"));
        QCOMPARE(celHolds(ten + ".exists(y, " + loops + ") || true"), std::string("too_many_steps"));
        QCOMPARE(celAnswer("[1, 2, 3].map(x, x)", {}, false, {3, 1'000}), std::string("too_many_steps"));
    }

    void memory_endsAnEvaluation()
    {
        std::string doubled = "['abcdefgh']";
        for (int i = 0; i < 30; ++i)
            doubled += ".map(x, x + x)";
        QVERIFY(celAnswer("size(" + doubled + ")").starts_with("too_m"));
        std::string lists = "[1, 2]";
        for (int i = 0; i < 40; ++i)
            lists += ".map(x, [x, x])";
        QVERIFY(!celAnswer(lists + " == []").starts_with("refused"));
        const std::string text(100'000, 'a');
        const CelNames names{{"s", Value::string(text)}};
        const Bounds little{1'000'000, 150'000};
        for (const char* source : {"s + s == ''", "s.replace('a', 'aaaa') == ''", "[s, s].join() == ''",
                                   "'%s%s'.format([s, s]) == ''", "'%s'.format([[s, s, s]]) == ''", "'%x'.format([s]) == ''",
                                   "s.split('') == []", "s.replace('', 'aa') == '' || true", "strings.quote(s) + s == ''"})
            QVERIFY2(celAnswer(source, names, false, little).starts_with("too_"), source);
    }

    void asvs_1_3_12_pattern_isLinearAndSmall()
    {
        const std::string text(60'000, 'a');
        QCOMPARE(celAnswer("s.matches('(a+)+$') && !s.matches('(a|aa)+b')", {{"s", Value::string(text)}}),
                 std::string(R"({"bool":true})"));
        QCOMPARE(celHolds("'a'.matches('((a{1,99}){1,99}){1,99}')"), std::string("invalid_text"));
        QCOMPARE(celHolds("'a'.matches('" + std::string(1'025, 'a') + "')"), std::string("invalid_text"));
    }

    void search_isLinear()
    {
        const std::string text(400'000, 'a'), part = std::string(200'000, 'a') + 'b';
        const CelNames names{{"s", Value::string(text)}, {"p", Value::string(part)}};
        for (const char* source : {"s.contains(p)", "s.indexOf(p) >= 0", "s.replace(p, '') != s", "s.split(p) != [s]"})
            QCOMPARE(celAnswer(source, names), std::string(R"({"bool":false})"));
        QCOMPARE(celAnswer("s.lastIndexOf(p) >= 0", names), std::string("too_many_steps"));
    }

    void estimate_isNeverTooLow_data()
    {
        QTest::addColumn<QByteArray>("source");
        for (const char* source : {"true",
                                   "s == s",
                                   "n + 1 == 4 && s != 'b'",
                                   "s in l",
                                   "l == l",
                                   "d == d",
                                   "l.all(x, x == s)",
                                   "l.exists(x, l.exists(y, x + y == s))",
                                   "l.map(x, x + x).filter(y, y.size() > n)",
                                   "s.contains('ab') || s.matches('b$')",
                                   "s.matches(s)",
                                   "l.join(',').split(',') == l",
                                   "s.split('') == []",
                                   "s.replace('a', s) == s",
                                   "s.replace('', 'bb').size() > n",
                                   "'%s %s'.format([l, d]) == s",
                                   "s.lastIndexOf('b') > n",
                                   "s.upperAscii().lowerAscii().reverse().trim() == s",
                                   "t.getHours(s) == 3 || true",
                                   "t.getHours('Europe/Berlin') == 3",
                                   "l.map(x, l.map(y, [x, y])).size() == 400",
                                   "{s: l, 'b': d}.b == d",
                                   "l.exists_one(x, x < s)",
                                   "n > 2 ? l.all(x, x >= s) : l.exists(x, x.startsWith(s))",
                                   "(l + l + l).size() == 60",
                                   "[s, s, 'c'].map(x, strings.quote(x)).join() == ''",
                                   "d.map(x, x == s).all(y, y)",
                                   "string(n) in ['3', s]"})
            QTest::newRow(source) << QByteArray(source);
    }
    void estimate_isNeverTooLow()
    {
        QFETCH(const QByteArray, source);
        const Largest largest;
        CompileOptions options;
        options.mostSteps = ~std::uint64_t{0};
        const Compiled compiled = compile(source.toStdString(), largest.names, options);
        QVERIFY2(compiled, compiled.problems.empty() ? "" : compiled.problems.front().text().c_str());
        Evaluator evaluator({10'000'000, std::size_t{64} << 20});
        (void) evaluator.run(*compiled.program, largest.values);
        const std::string figures =
            std::to_string(evaluator.stepsUsed()) + " of " + std::to_string(compiled.program->estimatedSteps());
        QVERIFY2(evaluator.stepsUsed() <= compiled.program->estimatedSteps(), figures.c_str());
    }

    void typesThatAreMadeOfThemselves_areCheckedAtOnce()
    {
        std::string source = "v50";
        for (int i = 50; i > 0; --i)
            source = "[{v" + std::to_string(i - 1) + ": v" + std::to_string(i - 1) + "}].map(v" + std::to_string(i) + ", " +
                     source + ')';
        const Declarations none;
        const Compiled compiled = compile("[[1]].map(v0, " + source + ')', none);
        QVERIFY(!compiled);
        QCOMPARE(compiled.problems.size(), std::size_t{20}); // of fifty
        QVERIFY(compiled.problems[0].message.starts_with("a key is bool, int, uint or string, not list(int)"));
        std::string lists = "v50";
        for (int i = 50; i > 0; --i)
            lists = "[[v" + std::to_string(i - 1) + ", v" + std::to_string(i - 1) + "]].map(v" + std::to_string(i) + ", " +
                    lists + ')';
        CompileOptions options;
        options.mostSteps = ~std::uint64_t{0};
        const Compiled nested = compile("[1].map(v0, " + lists + ") == []", none, options);
        QVERIFY(nested);
        Evaluator evaluator;
        QVERIFY(!evaluator.run(*nested.program, {}).asBool());
        QCOMPARE(evaluateLine("{\"expr\": \"[1].map(v0, " + lists + ")\"}"),
                 std::string("{\"error\":\"the value is too large to be written\"}"));
    }

    void expensiveExpression_isRefusedAtItsPlace()
    {
        Declarations names;
        names.add({"l", Type::list(Type::of(Kind::Int)), 1000});
        const Compiled compiled = compile("true && l.all(x, l.all(y, l.all(z, x + y > z)))", names);
        QVERIFY(!compiled);
        QVERIFY2(compiled.problems.front().message.starts_with("this may take "), compiled.problems.front().message.c_str());
        QCOMPARE(compiled.problems.front().place.offset, std::uint32_t{35}); // what is done a thousand million times
        CompileOptions unchecked;
        unchecked.checked = false;
        QVERIFY(compile("l.all(x, l.all(y, l.all(z, x + y > z)))", names, unchecked));
    }

    void line_isAnsweredByALine()
    {
        QCOMPARE(evaluateLine(R"({"expr": "x + 1", "bindings": {"x": {"int": "1"}}})"), std::string(R"({"value":{"int":"2"}})"));
        QCOMPARE(
            evaluateLine(R"({"expr": "a.b.c", "bindings": {"a.b": {"map": [[{"string": "c"}, {"null": true}]]}}, "other": 1})"),
            std::string(R"({"value":{"null":true}})"));
        QCOMPARE(evaluateLine(R"({"expr": "1.0 == 1"})"), std::string(R"({"value":{"bool":true}})"));
        QCOMPARE(evaluateLine(R"({"expr": "1.0 == 1", "check": true})"),
                 std::string(R"({"error":"line 1, column 1: '==' does not take double and int"})"));
        QCOMPARE(evaluateLine(R"({"expr": "'\n'.b"})"), std::string(R"({"error":"line 1, column 1: this text has no end"})"));
        for (const char* bad : {"", "1", "{}", "[]", R"({"expr": 1})", R"({"expr": "1", "bindings": []})",
                                R"({"expr": "1", "bindings": {"x": 1}})", R"({"expr": "1"} x)", R"({"expr": "1", "expr": "2"})"})
            QVERIFY2(evaluateLine(bad).starts_with("{\"error\":\""), bad);
    }
};

SALLYPORT_TEST(BoundsTest)

} // namespace tst_bounds
#include "tst_bounds.moc"
