#include "backend/access/cel/program.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_checker {

using namespace sallyport::access::cel;

Declarations attributes()
{
    Declarations names;
    const Type text = Type::of(Kind::String);
    names.add({"subject.id", text});
    names.add({"subject.email", text});
    names.add({"subject.department", text.orNull()});
    names.add({"subject.roles", Type::list(text)});
    names.add({"subject.attr", Type::map(text, Type::dynamic())});
    names.add({"resource.size", Type::of(Kind::Int)});
    names.add({"resource.tags", Type::map(text, Type::of(Kind::Int))});
    names.add({"context.time", Type::of(Kind::Timestamp)});
    names.add({"context.ip", Type::of(Kind::Ip)});
    return names;
}

/// The type that it gives, or the first problem.
std::string checked(std::string_view source, const Type& wanted = Type::dynamic())
{
    const Declarations names = attributes();
    CompileOptions options;
    options.result = wanted;
    const Compiled compiled = compile(source, names, options);
    return compiled ? compiled.program->resultType().text() : compiled.problems.front().text();
}

class CheckerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expression_hasAType_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char* source, const char* type) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(type);
        };
        row("1", "int");
        row("1u + 2u", "uint");
        row("'a' + 'b'", "string");
        row("[1, 2]", "list(int)");
        row("[1, 'a']", "list(dyn)");
        row("[]", "list(dyn)");
        row("[[], [1]]", "list(list(int))");
        row("[[[[[]]]], [], [[[]]]]", "list(list(list(list(list(dyn)))))");
        row("[1] + []", "list(int)");
        row("[] + ['a'] + []", "list(string)");
        row("{'a': 1}", "map(string, int)");
        row("{1: 1, 'a': 'b'}", "map(dyn, dyn)");
        row("{'a': 1}.a", "int");
        row("[1][0]", "int");
        row("dyn(1)", "dyn");
        row("dyn(1) + 1", "int");
        row("dyn(1) + dyn(1)", "dyn");
        row("true ? 1 : 2", "int");
        row("true ? dyn(1) : 2", "dyn");
        row("type(1)", "type");
        row("type(1) == type('a')", "bool");
        row("string", "type");
        row("[1, 2].map(x, string(x))", "list(string)");
        row("[1, 2].filter(x, x > 1)", "list(int)");
        row("{'a': 1}.map(k, k + k)", "list(string)");
        row("[].map(x, x)", "list(dyn)");
        row("[1, 2].exists(x, x > 1)", "bool");
        row("subject.roles[0]", "string");
        row("subject.roles.filter(r, r.startsWith('a'))", "list(string)");
        row("subject.attr.level > 1", "bool");
        row("subject.attr.a.b.c", "dyn");
        row("subject.department == null", "bool");
        row("subject.department == 'a'", "bool");
        row("subject.department.startsWith('a')", "bool");
        row("[subject.department, subject.id]", "list(string or null)");
        row("has(subject.department)", "bool");
        row("has(subject.attr.x)", "bool");
        row("resource.tags['a'] + 1", "int");
        row("context.time - timestamp('2026-01-01T00:00:00Z')", "google.protobuf.Duration");
        row("context.time + duration('1h') > context.time", "bool");
        row("context.time.getHours('Europe/Berlin')", "int");
        row("cidr('10.0.0.0/8').containsIP(context.ip)", "bool");
        row("'a' in subject.roles", "bool");
        row("'a,b'.split(',').join()", "string");
        row("'%d'.format([1, 'a'])", "string");
        row("size(subject.roles) + subject.id.size()", "int");
        row("subject.roles.all(r, [r].exists(q, q == r))", "bool");
    }
    void expression_hasAType()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, type);
        QCOMPARE(QByteArray::fromStdString(checked(source.toStdString())), type);
    }

    void mistake_isRefusedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char* source, const char* problem) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(problem);
        };
        row("subject.emial == 'a'", "line 1, column 1: unknown name 'subject.emial' (did you mean 'subject.email'?)");
        row("true && subjct.id == ''", "line 1, column 9: unknown name 'subjct' (did you mean 'subject.id'?)");
        row("nobody", "line 1, column 1: unknown name 'nobody'");
        row("subject", "line 1, column 1: 'subject' is no value by itself: name one of its attributes");
        row("has(subject.emial)", "line 1, column 1: unknown name 'subject.emial' (did you mean 'subject.email'?)");
        row("x.all(y, y)", "line 1, column 1: unknown name 'x'");
        row("[1].all(y, z)", "line 1, column 12: unknown name 'z'");
        row("[1].all(y, .y == 1)", "line 1, column 12: unknown name 'y'");
        row("subject.id.startWith('a')", "line 1, column 1: unknown function 'startWith' (did you mean 'startsWith'?)");
        row("subject.id.startsWith()", "line 1, column 1: 'startsWith' does not take this many values");
        row("subject.id.startsWith(1)", "line 1, column 1: 'startsWith' does not take (string, int)");
        row("resource.size.size()", "line 1, column 1: 'size' does not take (int)");
        row("1 + 1u", "line 1, column 1: '+' does not take int and uint");
        row("true &&\n 1 + 'a' == ''", "line 2, column 2: '+' does not take int and string");
        row("1 == 'a'", "line 1, column 1: '==' does not take int and string");
        row("[1] == ['a']", "line 1, column 1: '==' does not take list(int) and list(string)");
        row("1 < 2.0", "line 1, column 1: '<' does not take int and double");
        row("[1] < [2]", "line 1, column 1: '<' does not take list(int) and list(int)");
        row("1.5 % 2.0", "line 1, column 1: '%' does not take double and double");
        row("1 in ['a']", "line 1, column 1: 'in' does not take int and list(string)");
        row("'a' in 'abc'", "line 1, column 1: 'in' does not take string and string");
        row("1 && true", "line 1, column 1: this gives int, bool is wanted");
        row("!1", "line 1, column 2: this gives int, bool is wanted");
        row("-'a'", "line 1, column 1: '-' does not take string");
        row("1 ? 2 : 3", "line 1, column 1: this gives int, bool is wanted");
        row("true ? 1 : 'a'", "line 1, column 1: one branch gives int, the other string");
        row("1.a", "line 1, column 1: int has no fields");
        row("subject.roles.first", "line 1, column 1: list(string) has no fields");
        row("subject.roles['a']", "line 1, column 1: list(string) has no index of string");
        row("{1.5: 1}", "line 1, column 2: a key is bool, int, uint or string, not double");
        row("1.exists(x, x)", "line 1, column 1: a macro goes through a list or a map, not through int");
        row("[1].all(x, x)", "line 1, column 12: this gives int, bool is wanted");
        row("[1].map(x, x, 1)", "line 1, column 12: this gives int, bool is wanted");
        row("[1].all(x, x == 'a')", "line 1, column 12: '==' does not take int and string");
        row("subject.id == null", "line 1, column 1: '==' does not take string and null_type");
        row("subject.id.matches('(')", "line 1, column 20: this is no regular expression: missing ): (");
        row("context.time.getHours('Europe/Berlim')",
            "line 1, column 23: this is no time zone of this system, nor a distance from UTC such as +01:00");
        row("context.time > timestamp('2026-02-30T00:00:00Z')",
            "line 1, column 16: cannot be read: this is no time of RFC 3339 from year 1 to 9999 at line 1, column 16");
    }
    void mistake_isRefusedAtItsPlace()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, problem);
        QCOMPARE(QByteArray::fromStdString(checked(source.toStdString())), problem);
    }

    void several_areToldInOrder()
    {
        const Declarations names = attributes();
        const Compiled compiled = compile("1 + 'a' == 2 && -'b' == 3", names);
        QCOMPARE(compiled.problems.size(), std::size_t{2});
        QCOMPARE(compiled.problems[0].place.offset, std::uint32_t{0});
        QCOMPARE(compiled.problems[1].place.offset, std::uint32_t{16});
    }

    void condition_mustGiveBool()
    {
        QCOMPARE(checked("1", Type::of(Kind::Bool)), std::string("line 1, column 1: this gives int, bool is wanted"));
        QCOMPARE(checked("1 == 1", Type::of(Kind::Bool)), std::string("bool"));
        QCOMPARE(checked("subject.attr.may", Type::of(Kind::Bool)), std::string("dyn"));
    }

    void longestName_wins()
    {
        Declarations names;
        names.add({"a.b", Type::map(Type::of(Kind::String), Type::of(Kind::Int))});
        names.add({"a.b.c", Type::of(Kind::String)});
        QCOMPARE(compile("a.b.c", names).program->resultType().text(), std::string("string"));
        QCOMPARE(compile("a.b.d", names).program->resultType().text(), std::string("int"));
        QCOMPARE(compile("['x'].map(a, .a.b.c)", names).program->resultType().text(), std::string("list(string)"));
    }
};

SALLYPORT_TEST(CheckerTest)

} // namespace tst_checker
#include "tst_checker.moc"
