#include "tests/access/cel/cel_case.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_evaluator {

using namespace sallyport::access::cel;
using namespace sallyport::test;

class EvaluatorTest final : public QObject {
    Q_OBJECT

    static void rows(std::initializer_list<std::pair<const char*, const char*>> all)
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("wanted");
        for (const auto& [source, wanted] : all)
            QTest::newRow(source) << QByteArray(source) << QByteArray(wanted);
    }
    static void compareHolds()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, wanted);
        QCOMPARE(QByteArray::fromStdString(celHolds(source.toStdString())), wanted);
    }

private Q_SLOTS:
    void logic_absorbsErrors_data()
    {
        rows({{"true || 1/0 == 1", "true"},
              {"1/0 == 1 || true", "true"},
              {"1/0 == 1 || false", "division_by_zero"},
              {"false && 1/0 == 1", "false"},
              {"1/0 == 1 && false", "false"},
              {"1/0 == 1 && true", "division_by_zero"},
              {"1/0 == 1 || nobody || true", "true"},
              {"'a' || true", "true"},
              {"'a' || false", "no_such_overload"},
              {"true && 'a'", "no_such_overload"},
              {"!(1/0 == 1)", "division_by_zero"},
              {"1/0 == 1 ? true : false", "division_by_zero"},
              {"true ? true : 1/0 == 1", "true"},
              {"false ? 1/0 == 1 : true", "true"},
              {"1 ? true : false", "no_such_overload"},
              {"[1, 0].exists(x, 1/x == 1)", "true"},
              {"[0, 1].exists(x, 1/x == 1)", "true"},
              {"[0, 2].exists(x, 1/x == 1)", "division_by_zero"},
              {"[0, 2].all(x, 1/x == 1)", "false"},
              {"[0, 1].all(x, 1/x == 1)", "division_by_zero"},
              {"[0, 1].exists_one(x, 1/x == 1)", "division_by_zero"},
              {"[0, 1].filter(x, 1/x == 1) == [1]", "division_by_zero"},
              {"[0, 1].map(x, 1/x) == [1]", "division_by_zero"},
              {"[1].all(x, x)", "no_such_overload"},
              {"[].all(x, 1/0 == 1)", "true"},
              {"[].exists(x, 1/0 == 1)", "false"}});
    }
    void logic_absorbsErrors() { compareHolds(); }

    void arithmetic_neverLeavesItsRange_data()
    {
        rows({{"9223372036854775807 + 1 == 0", "overflow"},
              {"-9223372036854775808 - 1 == 0", "overflow"},
              {"-9223372036854775808 * -1 == 0", "overflow"},
              {"-9223372036854775808 / -1 == 0", "overflow"},
              {"-9223372036854775808 % -1 == 0", "overflow"},
              {"-(-9223372036854775808) == 0", "overflow"},
              {"0u - 1u == 0u", "overflow"},
              {"18446744073709551615u + 1u == 0u", "overflow"},
              {"1 / 0 == 0", "division_by_zero"},
              {"1u % 0u == 0u", "division_by_zero"},
              {"1.0 / 0.0 == double('Infinity')", "true"},
              {"0.0 / 0.0 == 0.0 / 0.0", "false"},
              {"-7 / 2 == -3 && -7 % 2 == -1", "true"},
              {"1 + 1u == 2", "no_such_overload"},
              {"1 + 1.0 == 2.0", "no_such_overload"},
              {"1.5 % 1.0 == 0.5", "no_such_overload"},
              {"-1u == 0u", "no_such_overload"},
              {"'a' - 'a' == ''", "no_such_overload"},
              {"'a' + b'a' == ''", "no_such_overload"},
              {"duration('9223372036s') + duration('1s') == duration('0')", "overflow"},
              {"timestamp('9999-12-31T23:59:59Z') + duration('1s') == timestamp(0)", "overflow"},
              {"timestamp(0) - duration('1ns') == timestamp('1969-12-31T23:59:59.999999999Z')", "true"},
              {"timestamp('9999-12-31T00:00:00Z') - timestamp('0001-01-01T00:00:00Z') == duration('0')", "overflow"},
              {"timestamp(0) + timestamp(0) == timestamp(0)", "no_such_overload"},
              {"duration('1h') + timestamp(0) == timestamp(3600)", "true"},
              {"duration('1h') - timestamp(0) == timestamp(3600)", "no_such_overload"}});
    }
    void arithmetic_neverLeavesItsRange() { compareHolds(); }

    void comparison_isAcrossTypesOfNumbersOnly_data()
    {
        rows({{"1 == 1u && 1u == 1.0 && 1.0 == 1", "true"},
              {"1 == '1'", "false"},
              {"null == 0", "false"},
              {"null == null", "true"},
              {"[1, [2u]] == [1.0, [2]]", "true"},
              {"{'a': 1} == {'a': 1u}", "true"},
              {"{'a': 1} == {'b': 1}", "false"},
              {"{1: 'a', 'b': 2} == {'b': 2, 1u: 'a'}", "true"},
              {"[double('NaN')] == [double('NaN')]", "false"},
              {"int == type(1)", "true"},
              {"type(int) == type", "true"},
              {"type(timestamp(0)) == google.protobuf.Timestamp", "true"},
              {"1 < 2u && 2u < 2.5", "true"},
              {"1 < '2'", "no_such_overload"},
              {"null < null", "no_such_overload"},
              {"[1] < [2]", "no_such_overload"},
              {"double('NaN') < 1.0 || double('NaN') >= 1.0", "false"},
              {"false < true", "true"},
              {"'Z' < 'a' && 'a' < 'é'", "true"},
              {"b'a' < b'\\xff'", "true"},
              {"duration('1m') < duration('1h')", "true"},
              {"1 in [1.0]", "true"},
              {"'a' in {'a': 1}", "true"},
              {"1.0 in {1: 1}", "true"},
              {"1.5 in {1: 1}", "false"},
              {"null in {1: 1}", "false"},
              {"1 in 1", "no_such_overload"}});
    }
    void comparison_isAcrossTypesOfNumbersOnly() { compareHolds(); }

    void selection_findsWhatIsThere_data()
    {
        rows({{"{'a': {'b': 1}}.a.b == 1", "true"},
              {"{'a': 1}.b == 1", "no_such_key"},
              {"{'a': 1}['b'] == 1", "no_such_key"},
              {"{1: true}[1u]", "true"},
              {"{1: true}[1.0]", "true"},
              {"{1: true}[1.5]", "no_such_key"},
              {"{1: true}[null]", "unsupported_key"},
              {"[1, 2][1] == 2", "true"},
              {"[1, 2][1u] == 2", "true"},
              {"[1, 2][1.0] == 2", "true"},
              {"[1, 2][0.5] == 2", "index_range"},
              {"[1, 2][2] == 2", "index_range"},
              {"[1, 2][-1] == 2", "index_range"},
              {"[1, 2]['1'] == 2", "no_such_overload"},
              {"'ab'[0] == 'a'", "no_such_overload"},
              {"1.a == 1", "no_such_overload"},
              {"has({'a': null}.a)", "true"},
              {"has({'a': 1}.b)", "false"},
              {"has({'a': 1}.b.c)", "no_such_key"},
              {"has([1].a)", "no_such_overload"},
              {"{'b c': true}.`b c`", "true"},
              {"{1: 1, 1u: 2} == {}", "duplicate_key"},
              {"{1.5: 1} == {}", "unsupported_key"},
              {"{'a': 1, 'b': 2}.exists(k, k == 'b')", "true"},
              {"{'b': 1, 'a': 2}.map(k, k) == ['b', 'a']", "true"},
              {"[1, 2, 3, 4].map(n, n % 2 == 0, n * n) == [4, 16]", "true"},
              {"[[1, 2], [3]].map(x, x.map(y, y + size(x))) == [[3, 4], [4]]", "true"},
              {"[1].exists(x, [2].exists(x, x == 2) && x == 1)", "true"},
              {"1.map(x, x) == []", "no_such_overload"},
              {"nobody == 1", "unknown_name"},
              {"nobody(1)", "unknown_function"},
              {"'a'.nobody()", "unknown_function"},
              {"'a'.contains('a', 'b')", "no_such_overload"},
              {"dyn", "unknown_name"}});
    }
    void selection_findsWhatIsThere() { compareHolds(); }

    void attribute_thatIsMissing_isAnErrorOfItsOwn()
    {
        const CelNames names{{"subject.department", Value::string("x")}, {"subject.missing", Value()}};
        QCOMPARE(celHolds("subject.missing == 'foo'", names), std::string("missing_attribute"));
        // In both orders.
        QCOMPARE(celHolds("subject.missing == 'foo' || subject.department == 'x'", names), std::string("true"));
        QCOMPARE(celHolds("subject.department == 'x' || subject.missing == 'foo'", names), std::string("true"));
        QCOMPARE(celHolds("subject.missing == null", names), std::string("missing_attribute"));
        QCOMPARE(celHolds("has(subject.missing)", names), std::string("false"));
        QCOMPARE(celHolds("has(subject.department) && !has(subject.missing)", names), std::string("true"));

        Declarations declarations;
        declarations.add({"subject.department", Type::of(Kind::String)});
        const Compiled compiled = compile("1 == 1 &&\n subject.department == 'x'", declarations);
        Evaluator evaluator;
        const Value value = evaluator.run(*compiled.program, {}); // nobody has given anything
        QCOMPARE(compiled.program->describe(value), std::string("missing attribute 'subject.department' at line 2, column 2"));
    }

    void variable_ofAMacro_hidesAttributes()
    {
        const CelNames names{{"x", Value::integer(7)}, {"y.z", Value::integer(7)}};
        QCOMPARE(celHolds("[1].all(x, x == 1)", names), std::string("true"));
        QCOMPARE(celHolds("[1].all(x, .x == 7)", names), std::string("true"));
        QCOMPARE(celHolds("[{'z': 1}].all(y, y.z == 1 && .y.z == 7)", names), std::string("true"));
        QCOMPARE(celHolds("[1].all(x, true) && x == 7", names), std::string("true"));
    }

    void trace_hasTheValueOfEachPart()
    {
        Declarations declarations;
        declarations.add({"a", Type::of(Kind::Int)});
        declarations.add({"b", Type::of(Kind::Int)});
        const Compiled compiled = compile("a > 1 || b > 1 || 2 + 3 == 5", declarations);
        Evaluator evaluator;
        std::vector<Value> values;
        const std::vector<Value> attributes{Value::integer(1)};
        QVERIFY(evaluator.runTraced(*compiled.program, attributes, values).asBool());
        std::string trace;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Place place = compiled.program->ast().nodes[i].place;
            if (values[i].is(Kind::Bool))
                trace += std::string(compiled.program->source().substr(place.offset, place.length)) + '=' +
                         (values[i].asBool() ? "1;" : "0;");
            if (values[i].isError())
                trace += std::string(compiled.program->source().substr(place.offset, place.length)) + "!;";
        }
        QCOMPARE(trace, std::string("a > 1=0;b!;b > 1!;2 + 3 == 5=1;a > 1 || b > 1 || 2 + 3 == 5=1;"));
    }

    void constants_areMadeBeforehand()
    {
        const Declarations none;
        const Compiled compiled = compile("cidr('10.0.0.0/8').containsIP('10.1.2.3') && size(['a', 'b' + 'c']) == 2", none);
        QVERIFY(compiled.program->node(compiled.program->root()).op == Op::Constant);
        QCOMPARE(compiled.program->estimatedSteps(), std::uint64_t{1});
        QVERIFY(compiled.program->ast().nodes[compiled.program->root()].op == Op::And); // as it is written
    }

    void program_isRunAgain_withOtherValues()
    {
        Declarations declarations;
        declarations.add({"a", Type::dynamic()});
        const Compiled compiled = compile("a + a", declarations);
        Evaluator evaluator;
        for (int i = 0; i < 3; ++i) {
            const std::vector<Value> number{Value::integer(i)}, text{Value::string("x")};
            QCOMPARE(evaluator.run(*compiled.program, number).asInt(), std::int64_t{2 * i});
            QCOMPARE(evaluator.run(*compiled.program, text).asText(), std::string_view("xx"));
        }
    }
};

SALLYPORT_TEST(EvaluatorTest)

} // namespace tst_evaluator
#include "tst_evaluator.moc"
