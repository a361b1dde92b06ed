#include "backend/base/secret_text.h"
#include "backend/base/shown_text.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QtTest>

namespace tst_shown_text {

using namespace sallyport;

std::string utf8(const char32_t* text)
{
    return QString::fromUcs4(text).toStdString();
}

class TestShownText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clean_text_staysByteForByte_data()
    {
        QTest::addColumn<std::string>("text");
        const auto row = [](const char* name, const char32_t* text) { QTest::newRow(name) << utf8(text); };
        row("empty", U"");
        row("ASCII", U"O'Brien <b>&\"\\n 100 %");
        row("Latin and Greek", U"Jos\u00e9 M\u00fcller, \u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2");
        row("combining", U"e\u0301");
        row("Arabic", U"\u0645\u062d\u0645\u062f");
        row("Persian with its non-joiner", U"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645");
        row("Hindi with a joiner", U"\u0930\u094d\u200d\u092f");
        row("emoji family", U"\U0001F468\u200D\U0001F469\u200D\U0001F467");
        row("heart on fire", U"\u2764\ufe0f\u200d\U0001F525");
        row("keycap", U"1\ufe0f\u20e3");
        row("Japanese name with its variant", U"\u8fbb\U000E0100\u3055\u3093");
        row("full width", U"\uff21\uff22");
        row("words of Braille", U"\u2801\u2800\u2803");
        row("object replacement", U"\ufffc\ufffd");
    }
    void clean_text_staysByteForByte()
    {
        QFETCH(std::string, text);
        QCOMPARE(shownText(text), text);
        std::string json;
        appendJsonText(json, text);
        QCOMPARE(json, text);
    }

    void hidden_text_isEscaped_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("shown");
        QTest::addColumn<std::string>("json");
        const auto row = [](const char* name, const std::string& text, const char* shown, const char* json) {
            QTest::newRow(name) << text << std::string(shown) << std::string(json);
        };
        row("line ends and tab", "a\r\n\tb", "a\\r\\n\\tb", "\"a\\u000d\\u000a\\u0009b\"");
        row("NUL", std::string("a\0b", 3), "a\\x00b", "\"a\\u0000b\"");
        row("escape sequence", "\x1b[31mred", "\\x1b[31mred", "\"\\u001b[31mred\"");
        row("DEL", "a\x7f", "a\\x7f", "\"a\\u007f\"");
        const auto unitsOf = [](char32_t c) { // not fromUcs4, which takes a BOM for its own
            return c > 0xffff ? QString(QChar(QChar::highSurrogate(c))) + QChar(QChar::lowSurrogate(c))
                              : QString(QChar(static_cast<char16_t>(c)));
        };
        const auto point = [&](char32_t c) { return unitsOf(c).toStdString(); };
        const auto one = [&](const char* name, char32_t c) {
            const QString hex = QString::number(c, 16);
            const QString plain =
                c > 0xffff ? QStringLiteral("x\\u{%1}y").arg(hex) : QStringLiteral("x\\u%1y").arg(hex, 4, QLatin1Char('0'));
            QString pair;
            for (const QChar unit : unitsOf(c))
                pair += QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
            QTest::newRow(name) << "x" + point(c) + "y" << plain.toStdString() << "\"x" + pair.toStdString() + "y\"";
        };
        one("C1 NEL", 0x85);
        one("blank Braille", 0x2800);
        one("private use", 0xe000);
        one("the last of private use", 0xf8ff);
        one("private use beyond", 0xf0000);
        one("unassigned", 0x378);
        one("unassigned beyond", 0x2fe0);
        one("musical null", 0x1d159);
        one("C1 CSI", 0x9b);
        one("soft hyphen", 0xad);
        one("combining grapheme joiner", 0x34f);
        one("Arabic letter mark", 0x61c);
        one("Hangul filler", 0x115f);
        one("Mongolian vowel separator", 0x180e);
        one("zero width space", 0x200b);
        one("non-joiner between Latin letters", 0x200c);
        one("joiner between Latin letters", 0x200d);
        one("left-to-right mark", 0x200e);
        one("line separator", 0x2028);
        one("right-to-left override", 0x202e);
        one("word joiner", 0x2060);
        one("isolate", 0x2066);
        one("deprecated format", 0x206a);
        one("Hangul filler, wide", 0x3164);
        one("BOM", 0xfeff);
        one("interlinear annotation", 0xfff9);
        one("noncharacter", 0xfffe);
        one("noncharacter in the block", 0xfdd0);
        one("tag", 0xe0041);
        one("musical format", 0x1d173);
        one("last code point", 0x10ffff);
        row("variation without a base", point(0xfe0f) + "a", "\\ufe0fa", "\"\\ufe0fa\"");
        row("two variations", utf8(U"\u2764\ufe0f\ufe0f"), "\xe2\x9d\xa4\xef\xb8\x8f\\ufe0f",
            "\"\xe2\x9d\xa4\xef\xb8\x8f\\ufe0f\"");
        row("hidden bytes in variations", utf8(U"a\U000E0141"), "a\\u{e0141}", "\"a\\udb40\\udd41\"");
        row("joiner at the end", utf8(U"\u0645\u200c"), "\xd9\x85\\u200c", "\"\xd9\x85\\u200c\"");
        row("not UTF-8", "a\xff\xc3", "a\\xff\\xc3", "\"a\\ufffd\\ufffd\"");
        row("surrogate", "\xed\xa0\x80", "\\xed\\xa0\\x80", "\"\\ufffd\\ufffd\\ufffd\"");
        row("quotation", "\"\\", "\"\\", "\"\\\"\\\\\"");
    }
    void hidden_text_isEscaped()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, shown);
        QFETCH(std::string, json);
        QCOMPARE(shownText(text), shown);
        std::string quoted;
        appendJsonString(quoted, text);
        QCOMPARE(quoted, json);
    }

    void json_escaped_hasTheSameValue()
    {
        const boost::json::value document{{"name", utf8(U"\u202eabc\u0085 \U000E0041 \u200b\"\\")}, {"n", 1}};
        std::string text;
        appendJsonText(text, boost::json::serialize(document));
        QVERIFY(boost::json::parse(text) == document);
        QCOMPARE(shownText(text), text);
        std::string oneLine;
        appendJsonText(oneLine, "{\n \"a\": [1,\r\n2]\n}");
        QCOMPARE(oneLine, std::string("{ \"a\": [1,2]}"));
    }

    void secret_ofAFile_isItsFirstLine_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("secret");
        const auto row = [](const char* name, const std::string& bytes, const char* secret) {
            QTest::newRow(name) << bytes << std::string(secret);
        };
        row("bare", "pass phrase", "pass phrase");
        row("LF", "pass phrase\n", "pass phrase");
        row("CR LF", "pass phrase\r\n", "pass phrase");
        row("CR", "pass phrase\r", "pass phrase");
        row("BOM", "\xef\xbb\xbfpass phrase\n", "pass phrase");
        row("BOM and CR LF", "\xef\xbb\xbfpass phrase\r\n", "pass phrase");
        row("more lines", "pass phrase\nnote\n", "pass phrase");
        row("spaces belong to it", " pass phrase \n", " pass phrase ");
        row("UTF-8", "p\xc3\xa4ss\n", "p\xc3\xa4ss");
        row("empty", "", "");
        row("only a line end", "\r\n", "");
        row("only a BOM", "\xef\xbb\xbf\r\n", "");
        row("UTF-16 little", std::string("\xff\xfep\0a\0s\0s\0", 10), "");
        row("UTF-16 big", std::string("\xfe\xff\0p\0a\0s\0s", 10), "");
        row("UTF-16 without a mark", std::string("p\0a\0s\0s\0", 8), "");
        row("Latin-1", "p\xe4ss\n", "");
    }
    void secret_ofAFile_isItsFirstLine()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, secret);
        const auto read = secretOfLine(bytes);
        QCOMPARE(read.has_value(), !secret.empty());
        if (read) {
            QCOMPARE(std::string(read->view()), secret);
            return;
        }
        QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
        QVERIFY(read.error().detail.find("pass") == std::string::npos);
        const bool wide = bytes.find('\0') != std::string::npos;
        QCOMPARE(read.error().detail.find("UTF-16") != std::string::npos, wide);
    }
};

SALLYPORT_GUILESS_TEST(TestShownText)

} // namespace tst_shown_text
#include "tst_shown_text.moc"
