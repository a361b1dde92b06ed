#include "backend/base/csv_field.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_csv_field {

using namespace sallyport;

class TestCsvField : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void field_isWrittenAsASpreadsheetTakesIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("plain") << QByteArray("GET /api/users \\ 200%") << QByteArray("GET /api/users \\ 200%");
        QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
        QTest::newRow("semicolon") << QByteArray("Mozilla/5.0 (X11; Linux x86_64; rv:128.0)")
                                   << QByteArray("\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0)\"");
        QTest::newRow("comma alone") << QByteArray(",") << QByteArray("\",\"");
        QTest::newRow("quotation marks") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
        QTest::newRow("quotation marks and comma") << QByteArray("\"a\",b") << QByteArray("\"\"\"a\"\",b\"");
        QTest::newRow("formula") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("formula with comma") << QByteArray("@SUM(a,b)") << QByteArray("\"'@SUM(a,b)\"");
        QTest::newRow("number below zero") << QByteArray("-1;2") << QByteArray("\"'-1;2\"");
        QTest::newRow("guarded formula") << QByteArray("'=1") << QByteArray("''=1");
        QTest::newRow("name") << QByteArray("O'Brien, Ada") << QByteArray("\"O'Brien, Ada\"");
        QTest::newRow("letters beyond ASCII")
            << QByteArray("Zo\xc3\xab; M\xc3\xbcller") << QByteArray("\"Zo\xc3\xab; M\xc3\xbcller\"");
        QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("a\\nb");
        QTest::newRow("line end and comma") << QByteArray("a,\r\nb") << QByteArray("\"a,\\r\\nb\"");
        QTest::newRow("delete") << QByteArray("a\x7f") << QByteArray("a\\x7f");
    }
    void field_isWrittenAsASpreadsheetTakesIt()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, field);
        std::string written = "before,";
        appendCsvField(written, std::string_view(text.data(), static_cast<std::size_t>(text.size())));
        QCOMPARE(QByteArray::fromStdString(written), QByteArray("before,").append(field));
    }
};

SALLYPORT_GUILESS_TEST(TestCsvField)

} // namespace tst_csv_field

#include "tst_csv_field.moc"
