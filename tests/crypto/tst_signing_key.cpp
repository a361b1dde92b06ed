#include "backend/base/encoding.h"
#include "backend/crypto/signing_key.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace tst_signing_key {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

constexpr std::string_view orderHex = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

Bytes url(std::string_view text)
{
    return *fromBase64Url(text);
}

VerifyingKey rfc7515Key()
{
    return *VerifyingKey::fromCoordinates(url("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                                          url("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"));
}

} // namespace

class TestSigningKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verify_rfc7515A3_agrees()
    {
        const auto input =
            asBytes("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9p"
                    "c19yb290Ijp0cnVlfQ");
        const Bytes signature = url("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q");
        QVERIFY(rfc7515Key().verify(input, signature));
        QVERIFY(!rfc7515Key().verify(input.first(input.size() - 1), signature));
    }

    void thumbprint_rfc9449Key_agrees()
    {
        const auto key = VerifyingKey::fromCoordinates(url("l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs"),
                                                       url("9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA"));
        QVERIFY(key.has_value());
        QCOMPARE(key->thumbprint(), std::string("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"));
        QCOMPARE(key->x(), std::string("l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs"));
    }

    void sign_verify_roundTrip()
    {
        const SigningKey key = *SigningKey::generate();
        for (int i = 0; i < 300; ++i) { // long enough to meet an r or s with leading zeros
            const std::string data = "message " + std::to_string(i);
            const auto signature = key.sign(asBytes(data));
            QVERIFY(signature.has_value());
            QVERIFY(key.publicKey().verify(asBytes(data), *signature));
            QVERIFY(!key.publicKey().verify(asBytes(data + "x"), *signature));
        }
    }

    void verify_badSignatures_refused()
    {
        const SigningKey key = *SigningKey::generate();
        const VerifyingKey publicKey = key.publicKey();
        const auto data = asBytes("data");
        const Es256Signature good = *key.sign(data);
        const Bytes bytes(good.begin(), good.end());
        const Bytes order = *fromHex(orderHex);

        Bytes longer = bytes;
        longer.push_back(std::byte{0});
        QVERIFY(!publicKey.verify(data, {}));
        QVERIFY(!publicKey.verify(data, std::span(bytes).first(63)));
        QVERIFY(!publicKey.verify(data, longer));
        QVERIFY(!publicKey.verify(data, Bytes(64))); // r = s = 0 (CVE-2022-21449)
        Bytes zeroS = bytes;
        std::fill(zeroS.begin() + 32, zeroS.end(), std::byte{0});
        QVERIFY(!publicKey.verify(data, zeroS));
        Bytes orderR = bytes;
        std::copy(order.begin(), order.end(), orderR.begin());
        QVERIFY(!publicKey.verify(data, orderR));
        Bytes orderBoth = orderR;
        std::copy(order.begin(), order.end(), orderBoth.begin() + 32);
        QVERIFY(!publicKey.verify(data, orderBoth));
        QVERIFY(!publicKey.verify(data, Bytes(64, std::byte{0xff})));
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            Bytes changed = bytes;
            changed[i] ^= std::byte{1};
            QVERIFY(!publicKey.verify(data, changed));
        }
    }

    void verify_derSignature_refused()
    {
        // What OpenSSL itself makes; JOSE wants 64 bytes.
        const SigningKey key = *SigningKey::generate();
        QVERIFY(!key.publicKey().verify(asBytes("data"), *fromHex("3006020101020101")));
    }

    void verify_otherKey_refused()
    {
        const SigningKey key = *SigningKey::generate();
        QVERIFY(!SigningKey::generate()->publicKey().verify(asBytes("data"), *key.sign(asBytes("data"))));
    }

    void verify_mirroredS_fitsToo()
    {
        // ECDSA's malleability: why revocation must not hash tokens (standards.md §4, row 13).
        const SigningKey key = *SigningKey::generate();
        Es256Signature signature = *key.sign(asBytes("data"));
        BIGNUM* order = nullptr;
        BN_hex2bn(&order, std::string(orderHex).c_str());
        BIGNUM* s = BN_bin2bn(reinterpret_cast<unsigned char*>(signature.data()) + 32, 32, nullptr);
        BN_sub(s, order, s);
        BN_bn2binpad(s, reinterpret_cast<unsigned char*>(signature.data()) + 32, 32);
        BN_free(s);
        BN_free(order);
        QVERIFY(key.publicKey().verify(asBytes("data"), signature));
    }

    void pkcs8_roundTrip_keepsTheKey()
    {
        const SigningKey key = *SigningKey::generate();
        const auto der = key.toPkcs8();
        const auto again = SigningKey::fromPkcs8(der->bytes());
        QVERIFY(again.has_value());
        QCOMPARE(again->keyId(), key.keyId());
        QVERIFY(key.publicKey().verify(asBytes("x"), *again->sign(asBytes("x"))));
    }

    void pkcs8_otherThings_refused()
    {
        QVERIFY(!SigningKey::fromPkcs8({}));
        QVERIFY(!SigningKey::fromPkcs8(asBytes("not a key")));
        const auto der = SigningKey::generate()->toPkcs8();
        QVERIFY(!SigningKey::fromPkcs8(der->bytes().first(der->size() - 1)));
        Bytes longer(der->bytes().begin(), der->bytes().end());
        longer.push_back(std::byte{0});
        QVERIFY(!SigningKey::fromPkcs8(longer));

        EVP_PKEY* p384 = EVP_EC_gen("P-384");
        PKCS8_PRIV_KEY_INFO* info = EVP_PKEY2PKCS8(p384);
        unsigned char* other = nullptr;
        const int size = i2d_PKCS8_PRIV_KEY_INFO(info, &other);
        QVERIFY(!SigningKey::fromPkcs8(std::as_bytes(std::span(other, static_cast<std::size_t>(size)))));
        OPENSSL_free(other);
        PKCS8_PRIV_KEY_INFO_free(info);
        EVP_PKEY_free(p384);
    }

    void coordinates_notOnTheCurve_refused()
    {
        Bytes x = url("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU");
        const Bytes y = url("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
        QVERIFY(!VerifyingKey::fromCoordinates(std::span(x).first(31), y));
        x[31] ^= std::byte{1};
        QVERIFY(!VerifyingKey::fromCoordinates(x, y));
        QVERIFY(!VerifyingKey::fromCoordinates(Bytes(32), Bytes(32)));
        QVERIFY(!VerifyingKey::fromCoordinates(Bytes(32, std::byte{0xff}), Bytes(32, std::byte{0xff})));
    }
};

SALLYPORT_TEST(TestSigningKey)

} // namespace tst_signing_key
#include "tst_signing_key.moc"
