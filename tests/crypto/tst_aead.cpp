#include "backend/base/encoding.h"
#include "backend/crypto/aead.h"
#include "backend/crypto/aes_gcm.h"
#include "backend/crypto/system_random.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <set>

namespace tst_aead {

using namespace sallyport;
using namespace sallyport::crypto;

namespace {

Bytes hex(std::string_view text)
{
    return *fromHex(text);
}

Aead makeAead(std::uint8_t keyId = 1, std::byte fill = std::byte{0x42})
{
    return *Aead::create(SecretBytes(Bytes(32, fill)), keyId);
}

} // namespace

/// AES-256-GCM vectors, and the mistakes of standards.md §4 rows 1 to 3.
class TestAead : public QObject {
    Q_OBJECT
    SystemRandom m_random;

private Q_SLOTS:
    void gcm_test13_agrees()
    {
        const auto sealed = gcmEncrypt(Bytes(32), Bytes(12), {}, {});
        QCOMPARE(toHex(*sealed), std::string("530f8afbc74536b9a963b4f1c4cb738b"));
        QVERIFY(gcmDecrypt(Bytes(32), Bytes(12), {}, *sealed).has_value());
    }

    void asvs_11_3_2_gcm_test16_agrees()
    {
        const Bytes key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        const Bytes iv = hex("cafebabefacedbaddecaf888");
        const Bytes aad = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
        const Bytes plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        const auto sealed = gcmEncrypt(key, iv, aad, plain);
        QCOMPARE(toHex(*sealed), std::string("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                             "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                                             "76fc6ece0f4e1768cddf8853bb2d551b"));
        QCOMPARE(toHex(gcmDecrypt(key, iv, aad, *sealed)->bytes()), toHex(plain));
    }

    void asvs_11_2_3_gcm_shortTags_refused()
    {
        // OpenSSL itself would accept a 1-byte tag.
        const auto sealed = gcmEncrypt(Bytes(32), Bytes(12), {}, {});
        for (std::size_t size = 0; size < gcmTagSize; ++size)
            QVERIFY(!gcmDecrypt(Bytes(32), Bytes(12), {}, std::span(*sealed).first(size)));
    }

    void gcm_wrongSizes_refused()
    {
        QVERIFY(!gcmEncrypt(Bytes(16), Bytes(12), {}, {}));
        QVERIFY(!gcmEncrypt(Bytes(32), Bytes(16), {}, {}));
        QVERIFY(!gcmDecrypt(Bytes(31), Bytes(12), {}, Bytes(16)));
    }

    void seal_roundTrip_agrees()
    {
        const Aead aead = makeAead();
        for (const std::size_t size : {0u, 1u, 20u, 4096u}) {
            const Bytes plain(size, std::byte{0x5a});
            const auto blob = aead.seal(plain, "users.totp_secret:1", m_random);
            QCOMPARE(blob->size(), size + Aead::overhead);
            QCOMPARE((*blob)[0], Aead::version);
            QCOMPARE((*blob)[1], std::byte{1});
            QCOMPARE(toHex(aead.open(*blob, "users.totp_secret:1")->bytes()), toHex(plain));
        }
    }

    void seal_samePlaintextTwice_differs()
    {
        const Aead aead = makeAead();
        QVERIFY(*aead.seal(asBytes("x"), "a", m_random) != *aead.seal(asBytes("x"), "a", m_random));
    }

    void seal_manyTimes_neverRepeatsAnIv()
    {
        const Aead aead = makeAead();
        std::set<std::string> ivs;
        for (int i = 0; i < 20000; ++i) {
            const Bytes blob = *aead.seal(asBytes("x"), "a", m_random);
            ivs.insert(toHex(std::span(blob).subspan(2, gcmIvSize)));
        }
        QCOMPARE(ivs.size(), std::size_t{20000});
    }

    void open_swappedBlobs_refused()
    {
        const Aead aead = makeAead();
        const auto first = aead.seal(asBytes("first"), "users.totp_secret:1", m_random);
        QVERIFY(!aead.open(*first, "users.totp_secret:2"));
        QVERIFY(!aead.open(*first, "keys.secret:1"));
        QVERIFY(!aead.open(*first, ""));
    }

    void open_anyChangedByte_refused()
    {
        const Aead aead = makeAead();
        const auto blob = aead.seal(asBytes("secret"), "a", m_random);
        for (std::size_t i = 0; i < blob->size(); ++i) {
            for (int bit = 0; bit < 8; ++bit) {
                Bytes changed = *blob;
                changed[i] ^= static_cast<std::byte>(1 << bit);
                const auto opened = aead.open(changed, "a");
                QVERIFY(!opened);
                QCOMPARE(opened.error().code, ErrorCode::CryptoFailure);
                QCOMPARE(opened.error().detail, std::string("the data does not authenticate")); // uniform
            }
        }
    }

    void open_anyOtherLength_refused()
    {
        const Aead aead = makeAead();
        Bytes blob = *aead.seal(asBytes("secret"), "a", m_random);
        for (std::size_t size = 0; size < blob.size(); ++size)
            QVERIFY(!aead.open(std::span(blob).first(size), "a"));
        blob.push_back(std::byte{0});
        QVERIFY(!aead.open(blob, "a"));
    }

    void open_otherKey_refused()
    {
        const auto blob = makeAead().seal(asBytes("secret"), "a", m_random);
        QVERIFY(!makeAead(1, std::byte{0x43}).open(*blob, "a"));
        QVERIFY(!makeAead(2).open(*blob, "a"));
    }

    void open_afterRotation_readsOldBlobs()
    {
        const auto old = makeAead(1).seal(asBytes("secret"), "a", m_random);
        Aead rotated = makeAead(2, std::byte{0x77});
        QVERIFY(rotated.addOldKey(SecretBytes(Bytes(32, std::byte{0x42})), 1).has_value());
        QCOMPARE(rotated.open(*old, "a")->view(), std::string_view("secret"));
        const auto fresh = rotated.seal(asBytes("secret"), "a", m_random);
        QCOMPARE(*Aead::keyIdOf(*fresh), std::uint8_t{2});
        QVERIFY(!rotated.addOldKey(SecretBytes(Bytes(32)), 2));
    }

    void create_shortKey_refused()
    {
        QVERIFY(!Aead::create(SecretBytes(16)));
        QVERIFY(!Aead::create(SecretBytes()));
        QVERIFY(!Aead::create(SecretBytes::fromText("passphrase")));
    }

    void asvs_16_5_3_seal_withoutRandomnessOrPlace_refused()
    {
        test::TestRandom random;
        random.setFailing(true);
        const Aead aead = makeAead();
        QCOMPARE(aead.seal(asBytes("x"), "a", random).error().code, ErrorCode::CryptoFailure);
        QCOMPARE(aead.seal(asBytes("x"), "", m_random).error().code, ErrorCode::InvalidArgument);
    }
};

SALLYPORT_TEST(TestAead)

} // namespace tst_aead
#include "tst_aead.moc"
