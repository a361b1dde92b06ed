#include "backend/base/name_text.h"
#include "backend/base/utf8.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_utf8 {

using namespace sallyport;

class TestUtf8 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void count_wellFormed_isCounted()
    {
        QCOMPARE(*codePointCount(""), std::size_t{0});
        QCOMPARE(*codePointCount("O'Brien <b>&"), std::size_t{12});
        QCOMPARE(*codePointCount("\xc3\xa4\xe2\x82\xac\xf0\x9f\x94\x92"), std::size_t{3});
        QCOMPARE(*codePointCount(std::string_view("\0", 1)), std::size_t{1});
        QCOMPARE(*codePointCount("\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"), std::size_t{6});
        QCOMPARE(*codePointCount("\xed\x9f\xbf\xee\x80\x80"), std::size_t{2}); // either side of the surrogates
    }

    void count_illFormed_isNothing_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("lone continuation") << std::string("\x80");
        QTest::newRow("overlong slash") << std::string("\xc0\xaf");
        QTest::newRow("overlong DEL") << std::string("\xc1\xbf");
        QTest::newRow("overlong three") << std::string("\xe0\x9f\xbf");
        QTest::newRow("overlong four") << std::string("\xf0\x8f\xbf\xbf");
        QTest::newRow("surrogate low end") << std::string("\xed\xa0\x80");
        QTest::newRow("surrogate high end") << std::string("\xed\xbf\xbf");
        QTest::newRow("beyond U+10FFFF") << std::string("\xf4\x90\x80\x80");
        QTest::newRow("five bytes") << std::string("\xf8\x88\x80\x80\x80");
        QTest::newRow("FE") << std::string("\xfe");
        QTest::newRow("cut two") << std::string("a\xc3");
        QTest::newRow("cut four") << std::string("\xf0\x9f\x94");
        QTest::newRow("wrong continuation") << std::string("\xe2\x28\xa1");
    }

    void count_illFormed_isNothing()
    {
        QFETCH(std::string, text);
        QVERIFY(!codePointCount(text));
        QVERIFY(!isPrintableText(text));
    }

    void printable_controls_areRefused()
    {
        QVERIFY(isPrintableText("Zo\xc3\xab \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x94\x92"));
        QVERIFY(isPrintableText("a\xc2\xa0z"));
        for (const char* text :
             {"a\tb", "a\nb", "\x1b[31m", "\x7f", "\xc2\x80", "\xc2\x9f", "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\xae",
              "\xe2\x80\xaa", "\xe2\x81\xa6", "\xe2\x81\xa9", "\xe2\x80\x8e", "\xe2\x80\x8f", "\xd8\x9c"})
            QVERIFY2(!isPrintableText(text), text);
        QVERIFY(!isPrintableText(std::string_view("a\0b", 3)));
    }

    void truncate_cuts_atCodePoints()
    {
        QCOMPARE(truncateUtf8("abc", 10), std::string("abc"));
        QCOMPARE(truncateUtf8("ab\xe2\x82\xac", 4), std::string("ab"));
        QCOMPARE(truncateUtf8("ab\xe2\x82\xac", 5), std::string("ab\xe2\x82\xac"));
        QCOMPARE(truncateUtf8("a\xff\xc3", 9), std::string("a??"));
        QCOMPARE(truncateUtf8("abc", 0), std::string());
    }

    void longer_countsCodePoints()
    {
        QVERIFY(!isLongerThan("", 0));
        QVERIFY(isLongerThan("a", 0));
        QVERIFY(!isLongerThan("abc", 3));
        QVERIFY(isLongerThan("abcd", 3));
        QVERIFY(!isLongerThan("\xf0\x9f\x94\x92\xe2\x82\xac\xc3\xa4", 3));
        QVERIFY(isLongerThan("\xf0\x9f\x94\x92\xe2\x82\xac\xc3\xa4", 2));
        QVERIFY(isLongerThan("\xf0\x9f\x94\x92\xe2\x82\xac\xc3\xa4z", 3));
        QVERIFY(!isLongerThan("\xff\xff", 2)); // each by itself
        QVERIFY(isLongerThan("\xff\xff", 1));
    }

    void truncateCharacters_cuts_betweenThem()
    {
        QCOMPARE(truncateCharacters("abc", 10), std::string("abc"));
        QCOMPARE(truncateCharacters("abc", 3), std::string("abc"));
        QCOMPARE(truncateCharacters("abc", 2), std::string("ab"));
        QCOMPARE(truncateCharacters("abc", 0), std::string());
        QCOMPARE(truncateCharacters("", 5), std::string());
        QCOMPARE(truncateCharacters("ae\u0301x", 2), std::string("a"));
        QCOMPARE(truncateCharacters("ae\u0301x", 3), std::string("ae\u0301"));
        QCOMPARE(truncateCharacters("e\u0301\u0302", 2), std::string("e\u0301")); // one that has more alone
        QCOMPARE(truncateCharacters("a\xff\xc3", 9), std::string("a??"));
        QCOMPARE(truncateCharacters("a\xff\xc3", 2), std::string("a?"));
        QCOMPARE(truncateCharacters("a\r\nb", 2), std::string("a"));
    }

    void ascii_helpers_leaveTheRest()
    {
        QCOMPARE(toLowerAscii("ÄBC-Xyz"), std::string("Äbc-xyz"));
        QCOMPARE(std::string(trimAscii(" \t a b\r\n ")), std::string("a b"));
        QCOMPARE(std::string(trimAscii("  ")), std::string());
        QCOMPARE(std::string(trimAscii("\xc2\xa0x")), std::string("\xc2\xa0x"));
    }
};

SALLYPORT_TEST(TestUtf8)

} // namespace tst_utf8
#include "tst_utf8.moc"
