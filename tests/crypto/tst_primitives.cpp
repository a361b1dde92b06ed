#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/hkdf.h"
#include "backend/crypto/mac.h"
#include "backend/crypto/system_random.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <array>

namespace tst_primitives {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

Bytes hex(std::string_view text)
{
    return *fromHex(text);
}

} // namespace

/// Digest, HMAC, HKDF and randomness against published vectors.
class TestPrimitives : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void digests_fips180Vectors_agree()
    {
        QCOMPARE(toHex(sha256(asBytes("abc"))), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(toHex(sha256({})), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(toHex(sha1(asBytes("abc"))), std::string("a9993e364706816aba3e25717850c26c9cd0d89d"));
        QCOMPARE(toHex(sha512(asBytes("abc"))), std::string("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                                                            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"));
        // RFC 9530's example body
        QCOMPARE(toBase64(sha256(asBytes("{\"hello\": \"world\"}"))),
                 std::string("X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="));
    }

    void pkce_rfc7636Vector_agrees()
    {
        QCOMPARE(toBase64Url(sha256(asBytes("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))),
                 std::string("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void sha256_inParts_equalsOneShot()
    {
        Sha256 digest;
        digest.update(asBytes("a"));
        digest.update({});
        digest.update(asBytes("bc"));
        QVERIFY(digest.finish() == sha256(asBytes("abc")));
        digest.update(asBytes("abc")); // starts over
        QVERIFY(digest.finish() == sha256(asBytes("abc")));
    }

    void hmac_rfc4231And2202Vectors_agree()
    {
        QCOMPARE(toHex(*hmac(MacAlgorithm::HmacSha256, asBytes("Jefe"), asBytes("what do ya want for nothing?"))),
                 std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(toHex(*hmac(MacAlgorithm::HmacSha512, asBytes("Jefe"), asBytes("what do ya want for nothing?"))),
                 std::string("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                             "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"));
        QCOMPARE(toHex(*hmac(MacAlgorithm::HmacSha1, asBytes("Jefe"), asBytes("what do ya want for nothing?"))),
                 std::string("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"));
        // RFC 4231 case 6: a key longer than a block
        QCOMPARE(toHex(*hmac(MacAlgorithm::HmacSha256, Bytes(131, std::byte{0xaa}),
                             asBytes("Test Using Larger Than Block-Size Key - Hash Key First"))),
                 std::string("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
        QVERIFY(hmacSha256(asBytes("Jefe"), {}).has_value());
    }

    void hmac_emptyKey_refused()
    {
        const auto mac = hmac(MacAlgorithm::HmacSha256, {}, asBytes("data"));
        QVERIFY(!mac);
        QCOMPARE(mac.error().code, ErrorCode::CryptoFailure);
    }

    void hkdf_rfc5869Vectors_agree()
    {
        const auto one = hkdfSha256(Bytes(22, std::byte{0x0b}), hex("000102030405060708090a0b0c"),
                                    "\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9", 42);
        QCOMPARE(toHex(one->bytes()),
                 std::string("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
        const auto three = hkdfSha256(Bytes(22, std::byte{0x0b}), {}, "", 42);
        QCOMPARE(toHex(three->bytes()),
                 std::string("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }

    void hkdf_otherInfo_givesAnotherKey()
    {
        const Bytes master(32, std::byte{7});
        QVERIFY(toHex(hkdfSha256(master, {}, "totp", 32)->bytes()) != toHex(hkdfSha256(master, {}, "audit", 32)->bytes()));
    }

    void hkdf_badSizes_refused()
    {
        QVERIFY(!hkdfSha256(asBytes("passphrase"), {}, "x", 32)); // standards.md §4, row 4
        QVERIFY(!hkdfSha256(Bytes(32), {}, "x", 0));
        QVERIFY(!hkdfSha256(Bytes(32), {}, "x", 255 * 32 + 1));
    }

    void systemRandom_fills_differently()
    {
        SystemRandom random;
        std::array<std::byte, 32> a{};
        std::array<std::byte, 32> b{};
        QVERIFY(random.fill(a));
        QVERIFY(random.fill(b));
        QVERIFY(a != b);
        QVERIFY(random.fill({}));
    }
};

SALLYPORT_TEST(TestPrimitives)

} // namespace tst_primitives
#include "tst_primitives.moc"
