#include "backend/identity/signatures/content_digest.h"
#include "backend/identity/signatures/structured_fields.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_structured_fields {

using namespace sallyport;
using namespace sallyport::identity;

namespace {

std::string std_(const QString& text)
{
    return text.toStdString();
}
QString q(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestStructuredFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void parseDictionary_rfc9651Examples_serializeCanonically_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        // RFC 9651 §3.2 and §3.1.1, §3.1.2
        QTest::newRow("strings and bytes") << "en=\"Applepie\", da=:w4ZibGV0w6ZydGU=:"
                                           << "en=\"Applepie\", da=:w4ZibGV0w6ZydGU=:";
        QTest::newRow("booleans") << "a=?0, b, c; foo=bar"
                                  << "a=?0, b, c;foo=bar";
        QTest::newRow("inner lists") << "rating=1.5, feelings=(joy sadness)"
                                     << "rating=1.5, feelings=(joy sadness)";
        QTest::newRow("mixed") << "a=(1 2), b=3, c=4;aa=bb, d=(5 6);valid"
                               << "a=(1 2), b=3, c=4;aa=bb, d=(5 6);valid";
        QTest::newRow("spaces") << "  a=( 1   2 ) ,\t b ; x = 1"
                                << "";
        QTest::newRow("spaces that may be") << "  a=( 1   2 ) ,\t b;  x=1 "
                                            << "a=(1 2), b;x=1";
        QTest::newRow("decimals") << "a=-1.500, b=0.0, c=999999999999.999"
                                  << "a=-1.5, b=0.0, c=999999999999.999";
        QTest::newRow("longest integer") << "a=-999999999999999"
                                         << "a=-999999999999999";
        QTest::newRow("escapes") << "a=\"x\\\"y\\\\z\""
                                 << "a=\"x\\\"y\\\\z\"";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("token") << "a=*x/y:z"
                               << "a=*x/y:z";
        QTest::newRow("empty bytes") << "a=::"
                                     << "a=::";
    }
    void parseDictionary_rfc9651Examples_serializeCanonically()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto parsed = sf::parseDictionary(std_(text));
        if (canonical.isEmpty() && !text.isEmpty()) {
            QVERIFY(!parsed.has_value());
            return;
        }
        QVERIFY(parsed.has_value());
        QCOMPARE(QString::fromStdString(sf::serialize(*parsed)), canonical);
        QVERIFY(sf::parseDictionary(sf::serialize(*parsed)).value() == *parsed);
    }

    void parseDictionary_malformed_refused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("upper-case key") << "A=1";
        QTest::newRow("key twice") << "a=1, a=2";
        QTest::newRow("parameter twice") << "a=1;x=1;x=2";
        QTest::newRow("comma at the end") << "a=1,";
        QTest::newRow("no comma") << "a=1 b=2";
        QTest::newRow("no value") << "a=";
        QTest::newRow("16 digits") << "a=1234567890123456";
        QTest::newRow("two minus") << "a=--1";
        QTest::newRow("4 decimals") << "a=1.2345";
        QTest::newRow("13 digits before the point") << "a=1234567890123.1";
        QTest::newRow("point at the end") << "a=1.";
        QTest::newRow("open string") << "a=\"x";
        QTest::newRow("bad escape") << "a=\"\\n\"";
        QTest::newRow("control in a string") << q("a=\"x\001\"");
        QTest::newRow("beyond ASCII") << q("a=\"é\"");
        QTest::newRow("open bytes") << "a=:aGk=";
        QTest::newRow("bad base64") << "a=:a*k=:";
        QTest::newRow("unused bits set") << "a=:aGl=:";
        QTest::newRow("bad boolean") << "a=?2";
        QTest::newRow("open list") << "a=(1 2";
        QTest::newRow("list without a space") << "a=(1\"x\")";
        QTest::newRow("nested list") << "a=((1))";
        QTest::newRow("date") << "a=@1659578233";
        QTest::newRow("tab before the first key") << "\ta=1";
        QTest::newRow("too many members") << [] {
            QStringList members;
            for (int i = 0; i < 33; ++i)
                members << q("k%1").arg(i);
            return members.join(q(", "));
        }();
        QTest::newRow("too many items") << QString(q("a=(") + q("1 ").repeated(33) + q(")"));
        QTest::newRow("too long") << QString(q("a=\"") + QString(9000, QLatin1Char('x')) + q("\""));
    }
    void parseDictionary_malformed_refused()
    {
        QFETCH(QString, text);
        const auto parsed = sf::parseDictionary(std_(text));
        QVERIFY(!parsed.has_value());
        QCOMPARE(parsed.error().code, ErrorCode::BadRequest);
    }

    void contentDigest_rfc9421TestRequest_fits_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("fits");
        const QString sha512 =
            q("sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:");
        const QString sha256 = q("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
        QTest::newRow("rfc9421 B.2 sha-512") << sha512 << true;
        QTest::newRow("rfc9530 sha-256") << sha256 << true;
        QTest::newRow("both") << QString(sha512 + q(", ") + sha256) << true;
        QTest::newRow("an old one beside") << QString(q("md5=:AAAA:, ") + sha256) << true;
        QTest::newRow("an old one alone") << "md5=:AAAA:" << false;
        QTest::newRow("one of two wrong") << QString(QString(sha512).replace(q("WZDP"), q("XZDP")) + q(", ") + sha256) << false;
        QTest::newRow("empty digest") << "sha-256=::" << false;
        QTest::newRow("hexadecimal") << "sha-256=5f8f04f6a3a892aaabbddb6cf273894493773960d4a325b105fee46eef4304f1" << false;
        QTest::newRow("empty") << "" << false;
    }
    void contentDigest_rfc9421TestRequest_fits()
    {
        QFETCH(QString, field);
        QFETCH(bool, fits);
        QCOMPARE(checkContentDigest(std_(field), "{\"hello\": \"world\"}").has_value(), fits);
        QVERIFY(!checkContentDigest(std_(field), "{\"hello\": \"world\"} ").has_value());
    }
};

SALLYPORT_TEST(TestStructuredFields)

} // namespace tst_structured_fields
#include "tst_structured_fields.moc"
