#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_encoding {

using namespace sallyport;

namespace {

std::string asText(const Bytes& bytes)
{
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

} // namespace

/// RFC 4648 §10 and the refusals of standards.md §3.
class TestEncoding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rfc4648Vectors_bothWays_agree_data()
    {
        QTest::addColumn<std::string>("plain");
        QTest::addColumn<std::string>("base64");
        QTest::addColumn<std::string>("base32");
        QTest::addColumn<std::string>("hex");
        const auto row = [](const char* plain, const char* base64, const char* base32, const char* hex) {
            QTest::newRow(plain) << std::string(plain) << std::string(base64) << std::string(base32) << std::string(hex);
        };
        row("", "", "", "");
        row("f", "Zg==", "MY", "66");
        row("fo", "Zm8=", "MZXQ", "666f");
        row("foo", "Zm9v", "MZXW6", "666f6f");
        row("foob", "Zm9vYg==", "MZXW6YQ", "666f6f62");
        row("fooba", "Zm9vYmE=", "MZXW6YTB", "666f6f6261");
        row("foobar", "Zm9vYmFy", "MZXW6YTBOI", "666f6f626172");
    }

    void rfc4648Vectors_bothWays_agree()
    {
        QFETCH(std::string, plain);
        QFETCH(std::string, base64);
        QFETCH(std::string, base32);
        QFETCH(std::string, hex);
        QCOMPARE(toBase64(asBytes(plain)), base64);
        QCOMPARE(toBase32(asBytes(plain)), base32);
        QCOMPARE(toHex(asBytes(plain)), hex);
        QCOMPARE(asText(*fromBase64(base64)), plain);
        QCOMPARE(asText(*fromBase32(base32)), plain);
        QCOMPARE(asText(*fromHex(hex)), plain);
        const std::string url = toBase64Url(asBytes(plain));
        QCOMPARE(url, base64.substr(0, base64.find('=')));
        QCOMPARE(asText(*fromBase64Url(url)), plain);
    }

    void base64Url_urlAlphabet_isUsed()
    {
        const Bytes bytes{std::byte{0xfb}, std::byte{0xff}, std::byte{0xfe}};
        QCOMPARE(toBase64Url(bytes), std::string("-__-"));
        QCOMPARE(toBase64(bytes), std::string("+//+"));
        QVERIFY(!fromBase64Url("+//+"));
        QVERIFY(!fromBase64("-__-"));
    }

    void base64Url_notCanonical_refused_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::newRow("unused bits set") << std::string("QR");
        QTest::newRow("unused bits set, three digits") << std::string("QUJ");
        QTest::newRow("one digit") << std::string("Q");
        QTest::newRow("five digits") << std::string("QUJDQ");
        QTest::newRow("padding") << std::string("QQ==");
        QTest::newRow("space") << std::string("Q Q");
        QTest::newRow("newline at the end") << std::string("QQ\n");
        QTest::newRow("NUL") << std::string("Q\0Q", 3);
        QTest::newRow("not ASCII") << std::string("Q\xc3\xa4");
    }

    void base64Url_notCanonical_refused()
    {
        QFETCH(std::string, text);
        const auto result = fromBase64Url(text);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    }

    void base64_badPadding_refused()
    {
        for (const char* text : {"Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zg==Zg==", "=Zg=", "Zm9=", "Zm9v\n"})
            QVERIFY2(!fromBase64(text), text);
    }

    void base32_asTyped_isRead()
    {
        QCOMPARE(asText(*fromBase32("mzxw 6ytb oi")), std::string("foobar"));
        QCOMPARE(asText(*fromBase32("MZXW6YTBOI======")), std::string("foobar"));
        QCOMPARE(asText(*fromBase32(" MZXW6YTBOI == ")), std::string("foobar"));
        for (const char* text : {"M", "MZX", "MZXW6Y", "MZ=XQ", "M1", "M8", "MZ-XQ", "MZ"})
            QVERIFY2(!fromBase32(text), text);
    }

    void hex_badText_refused()
    {
        QCOMPARE(asText(*fromHex("4A4b")), std::string("JK"));
        for (const char* text : {"4", "4g", "0x", "4 4b", "-1"})
            QVERIFY2(!fromHex(text), text);
    }
};

SALLYPORT_TEST(TestEncoding)

} // namespace tst_encoding
#include "tst_encoding.moc"
