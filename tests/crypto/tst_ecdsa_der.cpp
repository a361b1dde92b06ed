#include "backend/base/encoding.h"
#include "backend/crypto/ecdsa_der.h"
#include "tests/support/test_main.h"

#include <openssl/err.h>

#include <QTest>

#include <algorithm>

namespace tst_ecdsa_der {

using namespace sallyport;
using namespace sallyport::crypto;

/// ES256 signatures as authenticators write them: one form, two numbers of at most 32 bytes, nothing else.
class TestEcdsaDer final : public QObject {
    Q_OBJECT

    static constexpr const char* zero31 = "00000000000000000000000000000000000000000000000000000000000000";

private Q_SLOTS:
    void signature_isReadToItsNumbers_data()
    {
        QTest::addColumn<std::string>("der");
        QTest::addColumn<std::string>("r");
        QTest::addColumn<std::string>("s");
        const std::string high(64, 'f'), low = "7f" + std::string(62, 'a');
        const auto small = [](const char* last) { return std::string(zero31) + last; };
        QTest::newRow("smallest") << std::string("3006020101020102") << small("01") << small("02");
        QTest::newRow("zero") << std::string("3006020100020101") << small("00") << small("01");
        QTest::newRow("with a sign byte") << std::string("30080202008002020081") << small("80") << small("81");
        QTest::newRow("32 bytes each") << "304402" + ("20" + low) + "0220" + low << low << low;
        QTest::newRow("longest there is") << "3046022100" + high + "022100" + high << high << high;
        QTest::newRow("first longest") << "3026022100" + high + "020101" << high << small("01");
        QTest::newRow("second longest") << "3026020101022100" + high << small("01") << high;
    }
    void signature_isReadToItsNumbers()
    {
        QFETCH(std::string, der);
        QFETCH(std::string, r);
        QFETCH(std::string, s);
        const auto raw = es256FromDer(*fromHex(der));
        QVERIFY(raw);
        QCOMPARE(toHex(*raw), r + s);
    }

    void everythingElse_isRefused_data()
    {
        QTest::addColumn<std::string>("der");
        const std::string high(64, 'f');
        const auto row = [](const char* name, const std::string& der) { QTest::newRow(name) << der; };
        row("nothing", "");
        row("one byte", "30");
        row("no sequence", "020101");
        row("one number", "3003020101");
        row("three numbers", "3009020101020102020103");
        row("cut", "30060201010201");
        row("a byte behind it", "300602010102010200");
        row("longer length form", "308106020101020102");
        row("indefinite length", "30800201010201020000");
        row("another leading zero", "300702020001020101");
        row("first below zero", "30060201ff020101");
        row("second below zero", "30060201010201ff");
        row("both below zero", "30060201ff0201ff");
        row("first of 33 bytes", "3026022101" + high + "020101");
        row("second of 33 bytes", "3026020101022101" + high);
        row("both of 33 bytes", "3046022101" + high + "022101" + high);
        row("first of 34 bytes, all longer than there is", "304702220100" + high + "022100" + high);
        row("long number", "3081860281800" + std::string(255, '1') + "020101");
        row("another tag", "3106020101020102");
        row("another number's tag", "3006030101020102");
    }
    void everythingElse_isRefused()
    {
        QFETCH(std::string, der);
        const auto bytes = fromHex(der);
        QVERIFY(bytes);
        QVERIFY(!es256FromDer(*bytes));
        QCOMPARE(ERR_peek_error(), 0UL); // nothing is left for who asks OpenSSL next
    }
};

SALLYPORT_GUILESS_TEST(TestEcdsaDer)

} // namespace tst_ecdsa_der
#include "tst_ecdsa_der.moc"
