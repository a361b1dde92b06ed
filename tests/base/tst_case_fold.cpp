#include "backend/base/case_fold.h"
#include "backend/base/composed.h"
#include "backend/base/csv_field.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>
#include <string>
#include <vector>

namespace tst_case_fold {

using namespace sallyport;

namespace {

std::string utf8(const QString& text)
{
    return text.toStdString();
}

} // namespace

/// The forms by which texts of people are compared.
class TstCaseFold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void search_findsHoweverTheLettersAreWritten_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("Greek capitals without accents") << QStringLiteral("Γιώργος") << QStringLiteral("ΓΙΩΡΓΟΣ");
        QTest::newRow("final sigma") << QStringLiteral("Οδυσσεύς") << QStringLiteral("οδυσσευσ");
        QTest::newRow("Vietnamese") << QStringLiteral("Nguyễn Thị Hằng") << QStringLiteral("NGUYỄN THỊ");
        QTest::newRow("Vietnamese without marks") << QStringLiteral("Đặng Nguyễn") << QStringLiteral("dang nguyen");
        QTest::newRow("Armenian") << QStringLiteral("Արամ Խաչատրյան") << QStringLiteral("ԽԱՉԱՏՐՅԱՆ");
        QTest::newRow("Armenian ligature") << QStringLiteral("Սևակ") << QStringLiteral("ՍԵՎԱԿ");
        QTest::newRow("sharp s") << QStringLiteral("Weißmüller") << QStringLiteral("WEISSMÜLLER");
        QTest::newRow("capital sharp s") << QStringLiteral("STRAẞE") << QStringLiteral("strasse");
        QTest::newRow("decomposed in composed") << QStringLiteral("J\u00fcrgen") << QStringLiteral("Ju\u0308rgen");
        QTest::newRow("composed in decomposed") << QStringLiteral("Ju\u0308rgen") << QStringLiteral("J\u00fcrgen");
        QTest::newRow("full width") << QStringLiteral("ＡＢＣ　Co") << QStringLiteral("abc co");
        QTest::newRow("half width kana") << QStringLiteral("カトウ") << QStringLiteral("ｶﾄｳ");
        QTest::newRow("ligature") << QStringLiteral("Griﬃth") << QStringLiteral("griffith");
        QTest::newRow("Polish stroke") << QStringLiteral("Łódź") << QStringLiteral("lodz");
        QTest::newRow("Danish") << QStringLiteral("Søren Kjær") << QStringLiteral("soren kjaer");
        QTest::newRow("Turkish") << QStringLiteral("İpek Işık") << QStringLiteral("ipek isik");
        QTest::newRow("Cyrillic") << QStringLiteral("Алёна") << QStringLiteral("АЛЕНА");
        QTest::newRow("Georgian capitals") << QStringLiteral("გიორგი") << QStringLiteral("ᲒᲘᲝᲠᲒᲘ");
        QTest::newRow("Deseret, beyond the first plane") << QString::fromUtf8("𐐀𐐁") << QString::fromUtf8("𐐨𐐩");
        QTest::newRow("soft hyphen") << QStringLiteral("Lang\u00adname") << QStringLiteral("langname");
        QTest::newRow("Arabic vowel marks") << QStringLiteral("مُحَمَّد") << QStringLiteral("محمد");
    }
    void search_findsHoweverTheLettersAreWritten()
    {
        QFETCH(QString, written);
        QFETCH(QString, wanted);
        QVERIFY2(searchKey(utf8(written)).find(searchKey(utf8(wanted))) != std::string::npos, qPrintable(written));
        // What is stored is found too, and twice the same text is one key.
        QVERIFY(textKey(utf8(written)).find(searchKey(utf8(wanted))) != std::string::npos);
        QCOMPARE(searchKey(searchKey(utf8(written))), searchKey(utf8(written)));
    }

    void search_keepsWhatMakesAnotherLetter_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::newRow("short i") << QStringLiteral("й") << QStringLiteral("и");
        QTest::newRow("sound mark") << QStringLiteral("が") << QStringLiteral("か");
        QTest::newRow("Devanagari vowels") << QStringLiteral("कि") << QStringLiteral("कु");
        QTest::newRow("letters") << QStringLiteral("a") << QStringLiteral("b");
    }
    void search_keepsWhatMakesAnotherLetter()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QVERIFY(searchKey(utf8(one)) != searchKey(utf8(other)));
    }

    void sort_isAPersonsOrder()
    {
        const QStringList wanted{QStringLiteral("Čapek"), QStringLiteral("Odo"),    QStringLiteral("Odon"),
                                 QStringLiteral("Ödön"),  QStringLiteral("Odon B"), QStringLiteral("Oert"),
                                 QStringLiteral("Zola"),  QStringLiteral("Ωmega")};
        QStringList sorted = wanted;
        std::ranges::reverse(sorted);
        std::ranges::sort(sorted, {}, [](const QString& name) { return textKey(utf8(name)); });
        QCOMPARE(sorted, wanted);
    }

    void keys_accentsMakeAnotherName_caseAndFormDoNot()
    {
        QVERIFY(textKey("Odon") != textKey(utf8(QStringLiteral("Ödön"))));
        QCOMPARE(textKey(utf8(QStringLiteral("ÖDÖN"))), textKey(utf8(QStringLiteral("o\u0308do\u0308n"))));
        QCOMPARE(textKey("Plain Name"), std::string("plain name")); // as it always was
    }

    void keys_areBounded()
    {
        std::string longest;
        for (int i = 0; i < 100; ++i)
            longest += "\xef\xb7\xba"; // one code point that stands for eighteen
        QVERIFY(textKey(longest).size() <= 2 * textKeyBytes + 1);
    }

    void illFormed_isFoldedAsFarAsItGoes()
    {
        QCOMPARE(foldCase("A\xff"), std::string("a\xff"));
        QCOMPARE(searchKey("\xc3"), std::string("\xc3"));
    }

    void trim_takesEveryBlankAndWhatShowsNothing()
    {
        QCOMPARE(std::string(trimUnicode("\t\xc2\xa0\xe3\x80\x80 a b\xe2\x80\x8b\n")), std::string("a b"));
        QCOMPARE(std::string(trimUnicode(" \xe2\x80\x8b ")), std::string());
    }

    void composed_isOneForm_andLeavesTheRest()
    {
        QCOMPARE(composed("e\xcc\x81"), std::string("\xc3\xa9"));
        QCOMPARE(composed("\xff"), std::string("\xff"));
        const SecretBytes typed = SecretBytes::fromText("e\xcc\x81");
        QVERIFY(!isComposed(typed));
        QCOMPARE(composedSecret(typed).view(), std::string_view("\xc3\xa9"));
        QVERIFY(isComposed(composedSecret(typed)));
    }

    void csvField_isReadBackAsItWas_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("written");
        const auto row = [](const char* value, const char* written) {
            QTest::newRow(value) << QString::fromUtf8(value) << QString::fromUtf8(written);
        };
        row("plain", "plain");
        row("=x", "'=x");
        row("+49 Max", "'+49 Max");
        row("-", "'-");
        row("@home", "'@home");
        row("'x", "'x");
        row("'t Hooft", "'t Hooft");
        row("'=x", "''=x");
        row("''+1", "'''+1");
        row("＝x", "'＝x");
        row("'", "'");
        row("", "");
        row("a;=b", "\"a;=b\""); // a formula where semicolons separate
        row("a,b", "\"a,b\"");
        row("say \"hi\"", "\"say \"\"hi\"\"\"");
    }
    void csvField_isReadBackAsItWas()
    {
        QFETCH(QString, value);
        QFETCH(QString, written);
        std::string field;
        appendCsvField(field, utf8(value));
        QCOMPARE(QString::fromStdString(field), written);
        if (field.starts_with('"')) // as any reader of CSV does
            field = utf8(written.mid(1, written.size() - 2).replace(QStringLiteral("\"\""), QStringLiteral("\"")));
        QCOMPARE(std::string(withoutCsvGuard(field)), utf8(value));
    }
};

SALLYPORT_TEST(TstCaseFold)

} // namespace tst_case_fold
#include "tst_case_fold.moc"
