#include "backend/crypto/hmac_key.h"
#include "backend/crypto/mac.h"
#include "backend/crypto/public_key_file.h"

#include "backend/base/secret_bytes.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <atomic>
#include <thread>
#include <vector>

namespace tst_signature_keys {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

constexpr std::string_view ed25519Pem = "-----BEGIN PUBLIC KEY-----\n"
                                        "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n"
                                        "-----END PUBLIC KEY-----\n";
constexpr std::string_view p256Pem = "-----BEGIN PUBLIC KEY-----\n"
                                     "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf\n"
                                     "w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==\n"
                                     "-----END PUBLIC KEY-----\n";

} // namespace

/// The keys of RFC 9421 §B.1 that signed requests are verified with.
class TestSignatureKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hmac_rfc4231Case2_agrees()
    {
        const HmacKey key = *HmacKey::create(asBytes("Jefe"));
        const auto data = asBytes("what do ya want for nothing?");
        const auto mac = key.mac(data);
        QCOMPARE(toHex(*mac), std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(toHex(*key.mac(data)), toHex(*mac)); // the prepared key is not used up
        QVERIFY(key.fits(data, *mac));
        QVERIFY(!key.fits(data, std::span(*mac).first(31)));
        QVERIFY(!key.fits(data, {}));
        QVERIFY(!key.fits(asBytes("what do ya want for nothing!"), *mac));
        QVERIFY(!HmacKey::create({}).has_value());
    }

    void hmac_manyMessagesAndThreads_disturbNoneOfTheOthers()
    {
        const HmacKey key = *HmacKey::create(asBytes("Jefe"));
        std::atomic<int> wrong = 0;
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 500; ++i) {
                    const std::string text(static_cast<std::size_t>((i * 7 + thread) % 200), static_cast<char>('a' + thread));
                    if (*key.mac(asBytes(text)) != *hmacSha256(asBytes("Jefe"), asBytes(text)))
                        ++wrong;
                }
            });
        threads.clear();
        QCOMPARE(wrong.load(), 0);
    }

    void readPublicKey_rfc9421Keys_roundTrip()
    {
        for (const std::string_view pem : {ed25519Pem, p256Pem}) {
            const auto key = readPublicKey(pem);
            QVERIFY(key.has_value());
            QCOMPARE(publicKeyPem(*key), std::string(pem));
            QCOMPARE(publicKeyFingerprint(*key).size(), std::size_t{64});
        }
    }

    void readPublicKey_otherText_refused_data()
    {
        QTest::addColumn<QByteArray>("pem");
        const QByteArray good(ed25519Pem.data(), qsizetype(ed25519Pem.size()));
        const QByteArray curve(p256Pem.data(), qsizetype(p256Pem.size()));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no end") << good.left(40);
        QTest::newRow("two keys") << good + good;
        QTest::newRow("bad base64") << QByteArray(good).replace("JrQL", "J*QL");
        QTest::newRow("private") << QByteArray(good).replace("PUBLIC", "PRIVATE");
        QTest::newRow("x25519") << QByteArray(good).replace("MCowBQYDK2VwAyEA", "MCowBQYDK2VuAyEA");
        QTest::newRow("too long") << good + QByteArray(5000, ' ');
        QTest::newRow("off the curve") << QByteArray(curve).replace("NnoXQ", "NnoXg");
    }
    void readPublicKey_otherText_refused()
    {
        QFETCH(QByteArray, pem);
        QVERIFY(!readPublicKey(pem.toStdString()).has_value());
    }

    void verify_rfc9421B24_agrees()
    {
        // RFC 9421 §B.2.4: the base of a response, ecdsa-p256-sha256.
        const std::string base =
            "\"@status\": 200\n\"content-type\": application/json\n"
            "\"content-digest\": "
            "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:\n"
            "\"content-length\": 23\n"
            "\"@signature-params\": (\"@status\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;"
            "keyid=\"test-key-ecc-p256\"";
        const Bytes signature =
            *fromBase64("wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==");
        const auto key = readPublicKey(p256Pem);
        QVERIFY(std::get<VerifyingKey>(*key).verify(asBytes(base), signature));
        QVERIFY(!std::get<VerifyingKey>(*key).verify(asBytes(base + " "), signature));
    }
};

SALLYPORT_TEST(TestSignatureKeys)

} // namespace tst_signature_keys
#include "tst_signature_keys.moc"
