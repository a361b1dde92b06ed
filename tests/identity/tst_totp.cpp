#include "backend/identity/core/secrets.h"
#include "backend/identity/factors/qr.h"
#include "backend/identity/factors/totp.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <set>

namespace tst_totp {

using namespace sallyport;
using namespace sallyport::identity;

namespace {

UtcTime at(std::int64_t seconds)
{
    return UtcTime(std::chrono::seconds(seconds));
}

std::span<const std::byte> rfcSecret()
{
    return asBytes("12345678901234567890");
}

QString run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(20000) || process.exitCode() != 0)
        return QStringLiteral("failed: ") + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

} // namespace

class TstTotp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hotp_rfc4226AppendixD_matches_data()
    {
        QTest::addColumn<int>("counter");
        QTest::addColumn<QString>("code");
        const char* codes[] = {"755224", "287082", "359152", "969429", "338314",
                               "254676", "287922", "162583", "399871", "520489"};
        for (int i = 0; i < 10; ++i)
            QTest::addRow("RFC 4226 D, count %d", i) << i << QString::fromLatin1(codes[i]);
    }
    void hotp_rfc4226AppendixD_matches()
    {
        QFETCH(int, counter);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(*hotp(rfcSecret(), static_cast<std::uint64_t>(counter))), code);
    }

    void totp_rfc6238AppendixB_matches_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("code");
        QTest::newRow("59") << qint64{59} << "94287082";
        QTest::newRow("1111111109") << qint64{1111111109} << "07081804";
        QTest::newRow("1111111111") << qint64{1111111111} << "14050471";
        QTest::newRow("1234567890") << qint64{1234567890} << "89005924";
        QTest::newRow("2000000000") << qint64{2000000000} << "69279037";
        QTest::newRow("20000000000") << qint64{20000000000} << "65353130";
    }
    void totp_rfc6238AppendixB_matches()
    {
        QFETCH(qint64, time);
        QFETCH(QString, code);
        const auto step = static_cast<std::uint64_t>(totpStep(at(time)));
        QCOMPARE(QString::fromStdString(*hotp(rfcSecret(), step, 8)), code);
        QCOMPARE(QString::fromStdString(*hotp(rfcSecret(), step)), code.right(6));
    }

    void hotp_emptySecret_fails() { QVERIFY(!hotp({}, 1)); }

    void asvs_6_5_5_matchTotp_stepsAround_onlyOneEachSide()
    {
        const std::int64_t now = 1'790'000'010;
        const std::int64_t step = totpStep(at(now));
        for (int offset = -3; offset <= 3; ++offset) {
            const std::string code = *hotp(rfcSecret(), static_cast<std::uint64_t>(step + offset));
            const auto match = *matchTotp(rfcSecret(), code, at(now), 0);
            QCOMPARE(match.has_value(), offset >= -1 && offset <= 1);
            if (match)
                QCOMPARE(*match, step + offset);
        }
    }

    void asvs_6_5_1_matchTotp_usedStepOrEarlier_noMatch()
    {
        const std::int64_t now = 1'790'000'010;
        const std::int64_t step = totpStep(at(now));
        const std::string code = *hotp(rfcSecret(), static_cast<std::uint64_t>(step));
        QVERIFY(*matchTotp(rfcSecret(), code, at(now), step - 1));
        QVERIFY(!*matchTotp(rfcSecret(), code, at(now), step));
        QVERIFY(!*matchTotp(rfcSecret(), code, at(now), step + 1));
    }

    void matchTotp_otherText_noMatch_data()
    {
        QTest::addColumn<QString>("code");
        for (const char* text : {"", "12345", "1234567", "abcdef", "12345a", "-12345", "+12345", "0x1234", "１２３４５６"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void matchTotp_otherText_noMatch()
    {
        QFETCH(QString, code);
        QVERIFY(!*matchTotp(rfcSecret(), code.toStdString(), at(59), 0));
    }

    void matchTotp_blankInTheMiddle_matches() { QVERIFY(*matchTotp(rfcSecret(), "287 082", at(59), 0)); }

    void otpauthUrl_specialCharacters_percentEncoded()
    {
        const SecretBytes url = otpauthUrl("Sally & Port", "o'brien+x:y@ex ample.org", "JBSWY3DPEHPK3PXP");
        QCOMPARE(QString::fromUtf8(url.view().data(), static_cast<qsizetype>(url.size())),
                 QStringLiteral("otpauth://totp/Sally%20%26%20Port:o%27brien%2Bx%3Ay%40ex%20ample.org"
                                "?secret=JBSWY3DPEHPK3PXP&issuer=Sally%20%26%20Port&algorithm=SHA1&digits=6&period=30"));
        QVERIFY(url.view().find('+') == std::string_view::npos);
    }

    void totp_oathtool_agrees()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("oathtool")).isEmpty())
            QSKIP("oathtool is not installed");
        test::TestRandom random(99);
        for (int i = 0; i < 5; ++i) {
            const SecretBytes secret = *randomSecret(random, totpSecretBytes);
            const std::int64_t time = 1'790'000'000 + i * 77'777;
            const std::string ours = *hotp(secret.bytes(), static_cast<std::uint64_t>(totpStep(at(time))));
            const QString theirs = run(QStringLiteral("oathtool"),
                                       {QStringLiteral("--totp"), QStringLiteral("-b"), QStringLiteral("-N"),
                                        QStringLiteral("@%1").arg(time), QString::fromStdString(toBase32(secret.bytes()))});
            QCOMPARE(theirs, QString::fromStdString(ours));
        }
    }

    void qrPng_zbarimg_readsTheUrl()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("zbarimg")).isEmpty())
            QSKIP("zbarimg is not installed");
        const SecretBytes url = otpauthUrl("Sallyport", "jonas.weber@northgate.example", "JBQX2UKZ4MTW7H3NSC5LRV6EDPGA3OYF");
        const QrMatrix matrix = *encodeQr(url.view());
        const std::string png = *qrPng(matrix, 4);
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("qr.png")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(png.data(), static_cast<qint64>(png.size()));
        file.close();
        QCOMPARE(run(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"), file.fileName()}),
                 QString::fromUtf8(url.view().data(), static_cast<qsizetype>(url.size())));
    }

    void encodeQr_correctionLevel_isM()
    {
        // Format information, ISO/IEC 18004 §7.9: the two level bits, XOR 10, stand right of the top left finder: M is 00.
        const QrMatrix matrix = *encodeQr("otpauth://totp/x");
        const auto dark = [&](int x, int y) { return matrix.dark[static_cast<std::size_t>(y * matrix.size + x)]; };
        QCOMPARE(dark(0, 8), true);  // bit 14: 0 xor 1
        QCOMPARE(dark(1, 8), false); // bit 13: 0 xor 0
    }

    void qrPng_badMatrix_refused()
    {
        QVERIFY(!qrPng({}, 4));
        QVERIFY(!qrPng({2, {true}}, 4));
        QVERIFY(!qrPng(*encodeQr("x"), 0));
    }

    void encodeQr_tooLong_refused() { QVERIFY(!encodeQr(std::string(4000, 'x'))); }

    void asvs_6_5_4_recoveryCodes_tenDifferentOf120Bits()
    {
        test::TestRandom random(5);
        const auto codes = *newRecoveryCodes(random);
        QCOMPARE(codes.size(), recoveryCodeCount);
        std::set<std::string> seen;
        for (const SecretBytes& code : codes) {
            QCOMPARE(code.size(), std::size_t{29});
            const auto plain = normalizedRecoveryCode(code.view());
            QVERIFY(plain);
            QCOMPARE(plain->size(), recoveryCodeCharacters);
            seen.emplace(plain->view());
        }
        QCOMPARE(seen.size(), recoveryCodeCount);
    }

    void normalizedRecoveryCode_howPeopleType_same()
    {
        const auto plain = [](std::string_view text) {
            const auto code = normalizedRecoveryCode(text);
            return code ? QString::fromStdString(std::string(code->view())) : QStringLiteral("none");
        };
        QCOMPARE(plain("abcd-efgh-jkmn-pqrs-tvwx-yz01"), QStringLiteral("ABCDEFGHJKMNPQRSTVWXYZ01"));
        QCOMPARE(plain("ABCD EFGH JKMN PQRS TVWX YZOl"), QStringLiteral("ABCDEFGHJKMNPQRSTVWXYZ01"));
        QCOMPARE(plain("ABCD-EFGH"), QStringLiteral("none"));
        QCOMPARE(plain("UUUU-EFGH-JKMN-PQRS-TVWX-YZ01"), QStringLiteral("none"));
        QCOMPARE(plain(std::string(100, '-')), QStringLiteral("none"));
    }
};

SALLYPORT_TEST(TstTotp)

} // namespace tst_totp
#include "tst_totp.moc"
