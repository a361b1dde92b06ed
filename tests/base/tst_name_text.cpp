#include "backend/base/name_text.h"
#include "backend/base/shown_text.h"
#include "tests/support/name_table.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_name_text {

using namespace sallyport;
using namespace sallyport::test;

/// What a name may consist of, whatever it names.
class TestNameText : public QObject {
    Q_OBJECT

    /// `rule` where the name is refused, otherwise `=` and the name.
    static std::string tidied(std::string name, std::size_t minimum = 1, std::size_t maximum = 100)
    {
        std::vector<FieldError> errors;
        tidyName("name", name, minimum, maximum, errors);
        if (errors.empty())
            return "=" + name;
        return errors.size() == 1 && errors.front().field == "name" ? errors.front().rule : "more than one";
    }
    static std::string messageOf(std::string name)
    {
        std::vector<FieldError> errors;
        tidyName("name", name, 1, 100, errors);
        return errors.empty() ? std::string() : errors.front().message;
    }

private Q_SLOTS:
    void hidden_aloneIsNoName_atTheEndsItGoes_data()
    {
        QTest::addColumn<std::string>("hidden");
        QTest::addColumn<bool>("space");
        for (const auto& [title, c] : hiddenCharacters())
            QTest::newRow(title) << utf8(c) << bool(QChar::isSpace(c));
    }
    void hidden_aloneIsNoName_atTheEndsItGoes()
    {
        QFETCH(std::string, hidden);
        QCOMPARE(tidied(hidden), std::string("visible"));
        QCOMPARE(tidied(hidden + hidden + " " + hidden), std::string("visible"));
        QCOMPARE(tidied(hidden + "Anna"), std::string("=Anna"));
        QCOMPARE(tidied("Anna" + hidden), std::string("=Anna"));
        QCOMPARE(tidied(hidden + " Anna B " + hidden + hidden), std::string("=Anna B"));
        QCOMPARE(std::string(visibleName(hidden + "a" + hidden)), std::string("a"));
        QVERIFY(visibleName(hidden).empty());
        QCOMPARE(nameFromOutside(hidden + "Anna" + hidden, 100), std::string("Anna"));
        QVERIFY(nameFromOutside(hidden, 100).empty());
    }

    void hidden_inside_isWrong_unlessItIsASpace_data() { hidden_aloneIsNoName_atTheEndsItGoes_data(); }
    void hidden_inside_isWrong_unlessItIsASpace()
    {
        QFETCH(std::string, hidden);
        QFETCH(bool, space);
        const std::string name = "An" + hidden + "na";
        const bool line = hidden == utf8(0x2028);
        QCOMPARE(tidied(name), space && !line ? "=" + name : std::string("printable"));
        // Whatever a name keeps goes out as it is.
        if (space && !line)
            QCOMPARE(shownText(name), name);
        QCOMPARE(nameFromOutside(name, 100), line ? "An na" : space ? name : std::string("Anna"));
    }

    void cases_data()
    {
        QTest::addColumn<std::string>("given");
        QTest::addColumn<std::string>("wanted");
        for (const NameCase& one : nameCases())
            QTest::newRow(one.title) << one.given << (one.kept.empty() ? one.rule : "=" + one.kept);
    }
    void cases()
    {
        QFETCH(std::string, given);
        QFETCH(std::string, wanted);
        QCOMPARE(tidied(given), wanted);
    }

    void scripts_keepWhatTheyNeed_data()
    {
        QTest::addColumn<std::string>("name");
        const auto row = [](const char* title, const std::u32string& name) { QTest::newRow(title) << utf8(name); };
        row("Hindi with a joiner", U"\u0930\u094d\u200d\u092f");
        row("Malayalam, joiner at the end of the word", U"\u0d30\u0d3e\u0d1c\u0d28\u0d4d\u200d");
        row("Sinhala", U"\u0dc1\u0dca\u200d\u0dbb\u0dd3");
        row("Bengali with a non-joiner", U"\u0995\u09cd\u200c\u09b7");
        row("heart on fire", U"\u2764\ufe0f\u200d\U0001F525");
        row("keycap", U"1\ufe0f\u20e3");
        row("variant of a Japanese name", U"\u8fbb\U000E0100");
        row("Mongolian variant", U"\u1820\u180b");
        row("combining", U"e\u0301");
        row("full width", U"\uff21\uff22");
        row("no-break space inside", U"Jean\u00a0Dupont");
    }
    void scripts_keepWhatTheyNeed()
    {
        QFETCH(std::string, name);
        QCOMPARE(tidied(name), "=" + name);
        QCOMPARE(tidied(" " + name + utf8(0x200B)), "=" + name);
        QCOMPARE(nameFromOutside(name, 100), name);
        QCOMPARE(shownText(name), name);
    }

    void joiner_behindAVirama_onlyOnce()
    {
        const std::string name = utf8(U"\u0d28\u0d4d\u200d");
        QCOMPARE(tidied(name + utf8(0x200D)), "=" + name);
        QCOMPARE(tidied(name + utf8(0x200D) + "a"), std::string("printable"));
    }

    void controls_areWrongEverywhere()
    {
        for (const char32_t c : {0x01, 0x07, 0x1B, 0x7F, 0x80, 0x9B}) {
            QCOMPARE(tidied(utf8(c)), std::string("printable"));
            QCOMPARE(tidied(utf8(c) + "Anna"), std::string("printable"));
            QCOMPARE(tidied("Anna" + utf8(c)), std::string("printable"));
        }
        QCOMPARE(tidied(std::string("A\0na", 4)), std::string("printable"));
        QCOMPARE(tidied("An\nna"), std::string("printable"));
        QCOMPARE(tidied("\r\n\tAnna\n"), std::string("=Anna"));
        QCOMPARE(messageOf("An\x1b[31mna"), std::string("Control characters are not allowed (U+001B)."));
        QCOMPARE(messageOf("An" + utf8(0xE0041) + "na"), std::string("Contains a character that cannot be seen (U+E0041)."));
        QCOMPARE(messageOf(utf8(0x200B)), std::string("Consists only of characters that cannot be seen."));
    }

    void lengths_countWhatIsKept()
    {
        QCOMPARE(tidied(""), std::string("minLength"));
        QCOMPARE(tidied("", 0), std::string("="));
        QCOMPARE(tidied(utf8(0x200B) + " ", 0), std::string("="));
        QCOMPARE(tidied(std::string(100, 'a') + "  "), "=" + std::string(100, 'a'));
        QCOMPARE(tidied(std::string(101, 'a')), std::string("maxLength"));
        QCOMPARE(tidied("\xff"), std::string("format"));
        QCOMPARE(tidied("a\xc3"), std::string("format"));
        std::string long4;
        for (int i = 0; i < 100; ++i)
            long4 += utf8(0x1F512);
        QCOMPARE(tidied(long4), "=" + long4);
        QCOMPARE(tidied(long4 + "a"), std::string("maxLength"));
    }

    void fromOutside_isCutAtCharacters()
    {
        QCOMPARE(nameFromOutside("Anna\r\n\tB", 100), std::string("Anna B"));
        QCOMPARE(nameFromOutside(utf8(U"\u00e4\u00f6\u00fc"), 2), utf8(U"\u00e4\u00f6"));
        QCOMPARE(nameFromOutside("ab cd", 3), std::string("ab"));
        QCOMPARE(nameFromOutside("a\x1b[31m\xff z", 100), std::string("a[31m z"));
        QCOMPARE(nameFromOutside("", 100), std::string());
    }
};

SALLYPORT_GUILESS_TEST(TestNameText)

} // namespace tst_name_text
#include "tst_name_text.moc"
