#include "backend/base/encoding.h"
#include "backend/crypto/ed25519_points.h"
#include "backend/crypto/outside_key.h"
#include "backend/crypto/token_key.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_token_key {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

/// RFC 8037 appendix A.
constexpr std::string_view rfc8037Seed = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
constexpr std::string_view rfc8037X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
constexpr std::string_view rfc8037Input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
constexpr std::string_view rfc8037Signature =
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

/// L, the order of Ed25519's base point, little endian (RFC 8032 §5.1).
constexpr std::string_view orderHex = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";

/// RFC 8410 §7: what stands before the 32 bytes of an Ed25519 key in PKCS#8.
constexpr std::string_view pkcs8Head = "302e020100300506032b657004220420";

Bytes rfc8037Pkcs8()
{
    Bytes der = *fromHex(pkcs8Head);
    const Bytes seed = *fromBase64Url(rfc8037Seed);
    der.insert(der.end(), seed.begin(), seed.end());
    return der;
}

} // namespace

class TstTokenKey : public QObject {
    Q_OBJECT

    static void bothAlgorithms()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("ES256") << static_cast<int>(TokenAlgorithm::Es256);
        QTest::newRow("EdDSA") << static_cast<int>(TokenAlgorithm::EdDsa);
    }
    static TokenAlgorithm fetched()
    {
        QFETCH(int, number);
        return static_cast<TokenAlgorithm>(number);
    }
    static TokenAlgorithm otherThan(TokenAlgorithm algorithm)
    {
        return algorithm == TokenAlgorithm::EdDsa ? TokenAlgorithm::Es256 : TokenAlgorithm::EdDsa;
    }

private Q_SLOTS:
    void verify_rfc8037A5_agrees()
    {
        const PublicKey key = *Ed25519PublicKey::fromRaw(*fromBase64Url(rfc8037X));
        QVERIFY(verify(key, asBytes(rfc8037Input), *fromBase64Url(rfc8037Signature)));
        QVERIFY(!verify(key, asBytes(rfc8037Input.substr(1)), *fromBase64Url(rfc8037Signature)));
    }

    void ed25519_smallOrder_isNoKey_data()
    {
        QTest::addColumn<QByteArray>("hex");
        for (const char* hex : {"0100000000000000000000000000000000000000000000000000000000000000",
                                "0100000000000000000000000000000000000000000000000000000000000080",
                                "0000000000000000000000000000000000000000000000000000000000000000",
                                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"})
            QTest::newRow(hex) << QByteArray(hex);
    }
    /// Of API keys, passkeys and the key sets of identity providers alike.
    void ed25519_smallOrder_isNoKey()
    {
        QFETCH(QByteArray, hex);
        const Bytes raw = *fromHex(hex.toStdString());
        QVERIFY(isSmallOrderEd25519(raw));
        QCOMPARE(Ed25519PublicKey::fromRaw(raw).error().word, std::string(smallOrderWord));
        QVERIFY(!OutsideKey::ed25519(raw));
        QVERIFY(!isSmallOrderEd25519(*fromBase64Url(rfc8037X)) && OutsideKey::ed25519(*fromBase64Url(rfc8037X)));
    }

    void sign_rfc8037A4_agrees()
    {
        const TokenKey key = *TokenKey::fromPkcs8(TokenAlgorithm::EdDsa, rfc8037Pkcs8());
        QCOMPARE(toBase64Url(*key.sign(asBytes(rfc8037Input))), std::string(rfc8037Signature));
        QCOMPARE(std::get<Ed25519PublicKey>(key.publicKey()).x(), std::string(rfc8037X));
    }

    void thumbprint_rfc8037A3_agrees()
    {
        const TokenKey key = *TokenKey::fromPkcs8(TokenAlgorithm::EdDsa, rfc8037Pkcs8());
        QCOMPARE(key.keyId(), std::string("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"));
    }

    void verify_sPlusL_refused()
    {
        const PublicKey key = *Ed25519PublicKey::fromRaw(*fromBase64Url(rfc8037X));
        Bytes signature = *fromBase64Url(rfc8037Signature);
        const Bytes order = *fromHex(orderHex);
        int carry = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const int sum = std::to_integer<int>(signature[32 + i]) + std::to_integer<int>(order[i]) + carry;
            signature[32 + i] = static_cast<std::byte>(sum & 0xff);
            carry = sum >> 8;
        }
        QCOMPARE(carry, 0);
        QVERIFY(!verify(key, asBytes(rfc8037Input), signature));
    }

    void key_roundTrip_keepsAlgorithmAndId_data() { bothAlgorithms(); }
    void key_roundTrip_keepsAlgorithmAndId()
    {
        const TokenAlgorithm algorithm = fetched();
        const TokenKey key = *TokenKey::generate(algorithm);
        QVERIFY(key.algorithm() == algorithm);
        QVERIFY(algorithmOf(key.publicKey()) == algorithm);
        const SecretBytes der = *key.toPkcs8();
        const auto again = TokenKey::fromPkcs8(algorithm, der.bytes());
        QVERIFY(again.has_value());
        QCOMPARE(again->keyId(), key.keyId());
        QVERIFY(verify(key.publicKey(), asBytes("x"), *again->sign(asBytes("x"))));
        QVERIFY(!verify(TokenKey::generate(algorithm)->publicKey(), asBytes("x"), *key.sign(asBytes("x"))));
    }

    void key_ofTheOtherAlgorithm_refused_data() { bothAlgorithms(); }
    void key_ofTheOtherAlgorithm_refused()
    {
        const TokenAlgorithm algorithm = fetched();
        const SecretBytes der = *TokenKey::generate(algorithm)->toPkcs8();
        QVERIFY(!TokenKey::fromPkcs8(otherThan(algorithm), der.bytes()));
        QVERIFY(!TokenKey::fromPkcs8(algorithm, der.bytes().first(der.size() - 1)));
        QVERIFY(!TokenKey::fromPkcs8(algorithm, {}));
    }

    void verify_wrongSignature_refused_data() { bothAlgorithms(); }
    void verify_wrongSignature_refused()
    {
        const TokenAlgorithm algorithm = fetched();
        const TokenKey key = *TokenKey::generate(algorithm);
        const TokenSignature good = *key.sign(asBytes("data"));
        QVERIFY(!verify(key.publicKey(), asBytes("data"), {}));
        QVERIFY(!verify(key.publicKey(), asBytes("data"), std::span(good).first(63)));
        Bytes longer(good.begin(), good.end());
        longer.push_back(std::byte{0});
        QVERIFY(!verify(key.publicKey(), asBytes("data"), longer));
        QVERIFY(!verify(key.publicKey(), asBytes("data"), Bytes(64)));
        QVERIFY(!verify(key.publicKey(), asBytes("data"), Bytes(64, std::byte{0xff})));
        QVERIFY(!verify(key.publicKey(), asBytes("data"), *TokenKey::generate(otherThan(algorithm))->sign(asBytes("data"))));
        for (std::size_t i = 0; i < good.size(); ++i) {
            TokenSignature changed = good;
            changed[i] ^= std::byte{1};
            QVERIFY(!verify(key.publicKey(), asBytes("data"), changed));
        }
    }

    void asvs_11_6_1_tokenAlgorithm_exactWordsOnly()
    {
        QVERIFY(tokenAlgorithm("ES256") == TokenAlgorithm::Es256);
        QVERIFY(tokenAlgorithm("EdDSA") == TokenAlgorithm::EdDsa);
        for (const char* word : {"", "none", "es256", "EDDSA", "Ed25519", "HS256", "ES384"})
            QVERIFY2(!tokenAlgorithm(word), word);
    }
};

SALLYPORT_TEST(TstTokenKey)

} // namespace tst_token_key
#include "tst_token_key.moc"
