#include "backend/access/cel/ast.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_parser {

using namespace sallyport::access::cel;

/// A tree as text: `(+ a (* b c))`.
std::string drawn(const Ast& ast, std::uint32_t index)
{
    constexpr std::array<std::string_view, 36> names{
        "const",      "name",   "unknown",   "attribute", "local", "select", "has", "hasAttribute",
        "index",      "list",   "map",       "call",      "none",  "!",      "-",   "&&",
        "||",         "?",      "==",        "!=",        "<",     "<=",     ">",   ">=",
        "in",         "+",      "-",         "*",         "/",     "%",      "all", "exists",
        "exists_one", "filter", "transform", ""};
    const Node& node = ast.nodes[index];
    switch (node.op) {
    case Op::Constant: {
        const Value& value = ast.constants[node.a];
        return value.is(Kind::Int)      ? std::to_string(value.asInt())
               : value.is(Kind::Uint)   ? std::to_string(value.asUint()) + 'u'
               : value.isText()         ? '\'' + std::string(value.asText()) + '\''
               : value.is(Kind::Double) ? "double"
               : value.is(Kind::Bool)   ? (value.asBool() ? "true" : "false")
                                        : "null";
    }
    case Op::Name: return (node.b != 0 ? "." : "") + std::string(ast.names[node.a]);
    case Op::Local: return '$' + std::string(ast.variables[node.a].name) + std::to_string(ast.variables[node.a].slot);
    default: break;
    }
    std::string text = "(" + std::string(names[static_cast<std::size_t>(node.op)]);
    if (node.op == Op::Select || node.op == Op::Has || node.op == Op::Call)
        text += ' ' + std::string(ast.names[node.b]);
    if (node.op == Op::Call && node.c != 0)
        text += "()";
    ast.forEachChild(node, [&](std::uint32_t child) { text += ' ' + drawn(ast, child); });
    return text + ')';
}

std::string tree(std::string_view source)
{
    const auto read = parse(source);
    if (const Problem* const problem = std::get_if<Problem>(&read))
        return "!" + std::to_string(problem->place.offset) + ' ' + problem->message;
    const Ast& ast = std::get<Ast>(read);
    return drawn(ast, ast.root);
}

class ParserTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expression_becomesATree_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char* source, const char* wanted) {
            QTest::newRow(source) << QByteArray(source) << QByteArray(wanted);
        };
        row("a + b * c", "(+ a (* b c))");
        row("(a + b) * c", "(* (+ a b) c)");
        row("a - b - c", "(- (- a b) c)");
        row("a == b < c", "(< (== a b) c)");
        row("a in b && c", "(&& (in a b) c)");
        row("a || b && c || d", "(|| a (&& b c) d)");
        row("a && b && c", "(&& a b c)");
        row("(a && b) && c", "(&& (&& a b) c)");
        row("a ? b : c ? d : e", "(? a b (? c d e))");
        row("a || b ? c : d", "(? (|| a b) c d)");
        row("!!a", "(! (! a))");
        row("-a.b", "(- (select b a))");
        row("- 5", "-5");
        row("--5", "(- -5)");
        row("a-1", "(- a 1)");
        row("-9223372036854775808", "-9223372036854775808");
        row("-0x8000000000000000", "-9223372036854775808");
        row("0xfu", "15u");
        row("a.b.c", "(select c (select b a))");
        row("a.`b-c`", "(select b-c a)");
        row(".a", ".a");
        row("a[b][1]", "(index (index a b) 1)");
        row("a.b(c, d)", "(call b() a c d)");
        row("f()", "(call f)");
        row("a.if(1)", "(call if() a 1)");
        row("[1, 2,]", "(list 1 2)");
        row("[]", "(list)");
        row("[,]", "(list)");
        row("{'a': 1, b: c,}", "(map 'a' 1 b c)");
        row("{,}", "(map)");
        row("true ? null : false", "(? true null false)");
        row("has(a.b.c)", "(has c (select b a))");
        row("a.all(x, x > 1)", "(all a (> $x0 1))");
        row("a.exists_one(x, x)", "(exists_one a $x0)");
        row("a.existsOne(x, x)", "(exists_one a $x0)");
        row("a.map(x, x, y)", "(transform a $x0 y)");
        row("a.map(x, b.filter(y, x == y))", "(transform a (filter b (== $x0 $y1)))");
        row("a.map(x, x.map(x, x))", "(transform a (transform $x0 $x1))");
        row("a.all(x, .x)", "(all a .x)");
        row("a.all(x, x) && x", "(&& (all a $x0) x)");
        row("a.exists(1)", "(call exists() a 1)");
    }
    void expression_becomesATree()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, wanted);
        QCOMPARE(QByteArray::fromStdString(tree(source.toStdString())), wanted);
    }

    void mistake_isToldWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("offset");
        const auto row = [](const char* source, int offset) { QTest::newRow(source) << QByteArray(source) << offset; };
        row("", 0);
        row("  // nothing", 12);
        row("a b", 2);
        row("a +", 3);
        row("(a", 2);
        row("a)", 1);
        row("f(a,)", 4);
        row("f(,)", 2);
        row("[1,,]", 3);
        row("{a}", 2);
        row("{,a: 1}", 2);
        row("a.in", 2);
        row("a.true", 2);
        row("for", 0);
        row("package(1)", 0);
        row("9223372036854775808", 0);
        row("18446744073709551616u", 0);
        row("-1e999", 1);
        row("A{b: 1}", 1);
        row("a.?b", 2);
        row("a ? b", 5);
        row("a.all(if, true)", 6);
        row("a.all(x, x, x)", 0);
        row("a.map(x, 1, 2, 3)", 0);
        row("has(a)", 0);
        row("has(a.b())", 0);
        row("a = b", 2);
        row("a & b", 2);
        row("a.`b`(c)", 5);
        row("'a", 0);
    }
    void mistake_isToldWithItsPlace()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const int, offset);
        const std::string found = tree(source.toStdString());
        QVERIFY2(found.starts_with("!" + std::to_string(offset) + " "), found.c_str());
    }

    void place_ofANode_isAllOfTheSubExpression()
    {
        const std::string source = "a && (b + c) * d";
        const auto read = parse(source);
        const Ast& ast = std::get<Ast>(read);
        const Node& product = ast.nodes[ast.childrenOf(ast.nodes[ast.root])[1]];
        QCOMPARE(source.substr(product.place.offset, product.place.length), std::string("(b + c) * d"));
        QCOMPARE(ast.nodes[ast.root].place.length, std::uint32_t{16});
    }

    void source_thatIsNoUtf8_isRefused() { QCOMPARE(tree("'\xff'"), std::string("!0 an expression is well-formed UTF-8")); }
};

SALLYPORT_TEST(ParserTest)

} // namespace tst_parser
#include "tst_parser.moc"
