#include "backend/access/cel/lexer.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_lexer {

using namespace sallyport::access::cel;

/// The tokens of a text, with a space between, or `!` and the offset of the mistake.
std::string cut(std::string_view source)
{
    Lexer lexer(source);
    std::string all;
    for (Token token = lexer.next(); token.kind != Token::Kind::End; token = lexer.next()) {
        constexpr std::string_view kinds = ".n`iudsb+";
        all += all.empty() ? "" : " ";
        all += kinds[static_cast<std::size_t>(token.kind)];
        all += token.kind == Token::Kind::String || token.kind == Token::Kind::Bytes ? token.value : std::string(token.text);
    }
    if (lexer.problem())
        all += "!" + std::to_string(lexer.problem()->place.offset);
    return all;
}

class LexerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_isCutIntoTokens_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("tokens");
        const auto row = [](const char* name, const QByteArray& source, const QByteArray& tokens) {
            QTest::newRow(name) << source << tokens;
        };
        row("nothing", " \t\r\n\f", "");
        row("names", "a _b C9", "na n_b nC9");
        row("operators", "a<=b&&!c||d!=e", "na +<= nb +&& +! nc +|| nd +!= ne");
        row("comment", "a // b\n+c", "na ++ nc");
        row("comment at the end", "a// b", "na");
        row("int", "0 42 0x2A", "i0 i42 i0x2A");
        row("uint", "7u 0xFFU", "u7u u0xFFU");
        row("double", "1.5 .5 1e3 2.5E-1", "d1.5 d.5 d1e3 d2.5E-1");
        row("a point that ends no number", "1.size()", "i1 +. nsize +( +)");
        row("e that is no exponent", "1 e", "i1 ne");
        row("letter behind a number", "12ab", "!0");
        row("quotes", R"('a' "b")", "sa sb");
        row("three quotes", "'''it's''' \"\"\"a\nb\"\"\"", "sit's sa\nb");
        row("escapes", R"('\n\t\\\'\"\`\?')", "s\n\t\\'\"`?");
        row("code points", R"('\x41\101\u00e9\U0001F600')", "sAA\xc3\xa9\xf0\x9f\x98\x80");
        row("raw", R"(r'\n' R"\")", "s\\n s\\");
        row("bytes", R"(b'\xff\377' br'\x')", QByteArray("b\xff\xff b\\x"));
        row("bytes of a character", "b'\xc3\xbf'", "b\xc3\xbf");
        row("names that begin like a literal", "r b br rb b1", "nr nb nbr nrb nb1");
        row("quoted name", "a.`b-c/d.e f`", "na +. `b-c/d.e f");
        row("no end", "'abc", "!0");
        row("line end in quotes", "'a\nb'", "!0");
        row("no end of three", "'''abc''", "!0");
        row("unknown escape", R"('a\q')", "!2");
        row("surrogate", R"('\ud83d')", "!1");
        row("beyond unicode", R"('\U00110000')", "!1");
        row("octal beyond a byte", R"('\400')", "!1");
        row("short hexadecimal", R"('\x4')", "!1");
        row("code point in bytes", R"(b'\u0041')", "!2");
        row("empty quoted name", "a.``", "na +.!2");
        row("character of no expression", "a # b", "na!2");
    }
    void text_isCutIntoTokens()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, tokens);
        QCOMPARE(QByteArray::fromStdString(cut(source.toStdString())), tokens);
    }

    void places_areBytes_columnsAreCodePoints()
    {
        const std::string source = "'\xc3\xa9\xc3\xa9' +\n  \xc3\xa9";
        Lexer lexer(source);
        QCOMPARE(lexer.next().place.length, std::uint32_t{6});
        QCOMPARE(lexer.next().place.offset, std::uint32_t{7});
        lexer.next();
        QVERIFY(lexer.problem().has_value());
        QCOMPARE(lexer.problem()->place.offset, std::uint32_t{11});
        QCOMPARE(lexer.problem()->position.line, std::uint32_t{2});
        QCOMPARE(lexer.problem()->position.column, std::uint32_t{3});
        QCOMPARE(positionOf(source, 7).column, std::uint32_t{6});
    }
};

SALLYPORT_TEST(LexerTest)

} // namespace tst_lexer
#include "tst_lexer.moc"
