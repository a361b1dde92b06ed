#include "tests/identity/soft_authenticator.h"

#include "backend/identity/webauthn/authenticator_data.h"
#include "backend/identity/webauthn/cbor.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_webauthn {

using namespace sallyport;
using namespace sallyport::identity::webauthn;
using namespace sallyport::test;

namespace {

const RelyingParty party{"example.com", {"https://console.example.com", "https://example.com"}};
const Bytes challenge(32, std::byte{7});

template <typename T>
std::string reasonOf(const Result<T>& result)
{
    return result ? "ok" : result.error().recordedWord;
}

StoredCredential stored(const VerifiedRegistration& made)
{
    return {made.id, made.publicKey, made.signCount, made.backupEligible};
}

Bytes hex(const char* text)
{
    return *fromHex(text);
}

} // namespace

/// The ceremonies of WebAuthn Level 3 §7 with an authenticator in software, right and wrong in every way.
class TstWebauthn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ceremonies_eachAlgorithm_data()
    {
        QTest::addColumn<qint64>("algorithm");
        QTest::newRow("ES256") << qint64{es256};
        QTest::newRow("EdDSA") << qint64{edDsa};
        QTest::newRow("RS256") << qint64{rs256};
    }

    void ceremonies_eachAlgorithm()
    {
        QFETCH(qint64, algorithm);
        SoftAuthenticator device(algorithm);
        for (const char* format : {"", "packed"}) {
            const auto made = verifyRegistration(party, challenge, device.create(challenge, {.format = format}));
            QCOMPARE(reasonOf(made), std::string("ok"));
            QCOMPARE(made->algorithm, std::int64_t{algorithm});
            QCOMPARE(made->selfAttested, std::string_view(format) == "packed");
            QVERIFY(made->userVerified);
            const auto shown = verifyAssertion(party, challenge, stored(*made), device.get(challenge));
            QCOMPARE(reasonOf(shown), std::string("ok"));
            QCOMPARE(shown->signCount, made->signCount + 1);
        }
    }

    /// COSE: kty OKP, alg EdDSA, crv Ed25519, and the point 1, with which everybody could sign.
    void ed25519_smallOrder_isNoPasskey()
    {
        const std::string head = "a401010327200621"
                                 "5820";
        const std::string rest(62, '0');
        QVERIFY(!CoseKey::read(std::span<const std::byte>(*fromHex(head + "01" + rest))));
        QVERIFY(!CoseKey::read(std::span<const std::byte>(*fromHex(head + "00" + rest))));
        QVERIFY(CoseKey::read(
            std::span<const std::byte>(*fromHex(head + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))));
    }

    void registration_wrong_data()
    {
        using M = SoftAuthenticator::Mistakes;
        QTest::addColumn<M>("wrong");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, M wrong, const char* reason) {
            QTest::newRow(name) << wrong << QByteArray(reason);
        };
        row("kind", {.type = "webauthn.get"}, "webauthn_type");
        row("challenge", {.challenge = Bytes(32, std::byte{8})}, "webauthn_challenge");
        row("challenge cut", {.challenge = Bytes(31, std::byte{7})}, "webauthn_challenge");
        row("origin", {.origin = "https://console.example.com.evil.example"}, "webauthn_origin");
        row("origin by http", {.origin = "http://console.example.com"}, "webauthn_origin");
        row("origin with port", {.origin = "https://console.example.com:444"}, "webauthn_origin");
        row("inside another page", {.extraClientData = ",\"topOrigin\":\"https://evil.example\""}, "webauthn_origin");
        row("member twice", {.extraClientData = ",\"type\":\"webauthn.create\""}, "webauthn_malformed");
        row("relying party", {.rpId = "evil.example"}, "webauthn_rp");
        row("nobody there", {.noPresence = true}, "webauthn_presence");
        row("another credential", {.wrongId = true}, "webauthn_credential");
        row("certificate", {.format = "packed", .withCertificate = true}, "webauthn_attestation");
        row("other format", {.format = "fido-u2f"}, "webauthn_attestation");
        row("none that says something", {.statement = true}, "webauthn_attestation");
        row("other algorithm", {.format = "packed", .claimedAlgorithm = rs256}, "webauthn_attestation");
        row("self signature", {.format = "packed", .spoilSignature = true}, "webauthn_signature");
        row("something behind", {.trailing = true}, "webauthn_malformed");
    }

    void registration_wrong()
    {
        QFETCH(SoftAuthenticator::Mistakes, wrong);
        QFETCH(QByteArray, reason);
        SoftAuthenticator device;
        const auto made = verifyRegistration(party, challenge, device.create(challenge, wrong));
        QCOMPARE(QByteArray::fromStdString(reasonOf(made)), reason);
        QCOMPARE(made.error().code, ErrorCode::MfaInvalid);
    }

    void assertion_wrong_data()
    {
        using M = SoftAuthenticator::Mistakes;
        QTest::addColumn<M>("wrong");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, M wrong, const char* reason) {
            QTest::newRow(name) << wrong << QByteArray(reason);
        };
        row("kind", {.type = "webauthn.create"}, "webauthn_type");
        row("challenge", {.challenge = Bytes(32, std::byte{8})}, "webauthn_challenge");
        row("origin", {.origin = "https://evil.example"}, "webauthn_origin");
        row("relying party", {.rpId = "console.example.com"}, "webauthn_rp");
        row("nobody there", {.noPresence = true}, "webauthn_presence");
        row("another credential", {.wrongId = true}, "webauthn_credential");
        row("signature", {.spoilSignature = true}, "webauthn_signature");
        row("counter", {.stepBack = true}, "webauthn_counter");
        row("backup", {.backedUp = true}, "webauthn_backup");
        row("something behind", {.trailing = true}, "webauthn_malformed");
    }

    void assertion_wrong()
    {
        QFETCH(SoftAuthenticator::Mistakes, wrong);
        QFETCH(QByteArray, reason);
        SoftAuthenticator device;
        const auto made = verifyRegistration(party, challenge, device.create(challenge));
        QCOMPARE(
            QByteArray::fromStdString(reasonOf(verifyAssertion(party, challenge, stored(*made), device.get(challenge, wrong)))),
            reason);
    }

    void assertion_ofAnotherKey_orWithoutCounter()
    {
        SoftAuthenticator device, other;
        const auto made = verifyRegistration(party, challenge, device.create(challenge));
        AssertionAnswer answer = other.get(challenge);
        answer.credentialId = device.id();
        QCOMPARE(reasonOf(verifyAssertion(party, challenge, stored(*made), answer)), std::string("webauthn_signature"));
        SoftAuthenticator cloud;
        cloud.counts = false;
        const auto kept = verifyRegistration(party, challenge, cloud.create(challenge));
        for (int i = 0; i < 2; ++i)
            QCOMPARE(reasonOf(verifyAssertion(party, challenge, stored(*kept), cloud.get(challenge))), std::string("ok"));
    }

    void ecdsaSignature_otherEncodings_areRefused()
    {
        SoftAuthenticator device;
        const auto made = verifyRegistration(party, challenge, device.create(challenge));
        AssertionAnswer answer = device.get(challenge);
        answer.signature.push_back(std::byte{0});
        QCOMPARE(reasonOf(verifyAssertion(party, challenge, stored(*made), answer)), std::string("webauthn_signature"));
        answer.signature.clear();
        QCOMPARE(reasonOf(verifyAssertion(party, challenge, stored(*made), answer)), std::string("webauthn_signature"));
    }

    void anyFlippedBitOfAnAssertion_isRefused()
    {
        SoftAuthenticator device;
        const auto made = verifyRegistration(party, challenge, device.create(challenge));
        const AssertionAnswer answer = device.get(challenge);
        for (auto member : {&AssertionAnswer::clientDataJson, &AssertionAnswer::authenticatorData, &AssertionAnswer::signature}) {
            for (std::size_t i = 0; i < (answer.*member).size(); ++i) {
                AssertionAnswer spoilt = answer;
                (spoilt.*member)[i] ^= std::byte{1};
                QVERIFY(!verifyAssertion(party, challenge, stored(*made), spoilt));
            }
        }
    }

    void cbor_whatIsNotCanonical_isRefused_data()
    {
        QTest::addColumn<QByteArray>("item");
        const auto row = [](const char* name, const char* item) { QTest::newRow(name) << QByteArray(item); };
        row("nothing", "");
        row("cut", "1901");
        row("long form of a small number", "1817");
        row("long form of a byte", "1900ff");
        row("indefinite array", "9fff");
        row("indefinite bytes", "5f4100ff");
        row("reserved", "1c");
        row("tag", "c000");
        row("half float", "f93c00");
        row("double", "fb3ff0000000000000");
        row("undefined", "f7");
        row("break alone", "ff");
        row("bytes beyond the end", "5affffffff");
        row("array beyond the end", "9affffffff");
        row("map beyond the end", "bb7fffffffffffffff");
        row("beyond 64 bits", "1bffffffffffffffff");
        row("text that is no UTF-8", "62c328");
        row("key twice", "a201000100");
        row("key that is a list", "a1800 0");
        row("too deep", "81818181818100");
        row("something behind", "0000");
    }

    void cbor_whatIsNotCanonical_isRefused()
    {
        QFETCH(QByteArray, item);
        const Bytes bytes = hex(item.replace(' ', "").constData());
        QVERIFY(!readWholeCbor(bytes));
    }

    void cbor_whatIs_isRead()
    {
        QCOMPARE(*readWholeCbor(hex("3903e7"))->integer(), std::int64_t{-1000});
        QCOMPARE(*readWholeCbor(hex("1b7fffffffffffffff"))->integer(), INT64_MAX);
        QCOMPARE(*readWholeCbor(hex("6449455446"))->text(), std::string_view("IETF"));
        const Bytes map = hex("a26161014162182a"); // a key must not be bytes
        QVERIFY(!readWholeCbor(map));
        const Bytes good = hex("a2616101613a182a");
        const auto read = readWholeCbor(good);
        QCOMPARE(*read->find("a")->integer(), std::int64_t{1});
        QVERIFY(read->find("b") == nullptr && read->find(1) == nullptr);
    }

    void keys_thatAreNone_areRefused()
    {
        const Bytes right = SoftAuthenticator(es256).coseKey();
        QVERIFY(CoseKey::read(right));
        Bytes offCurve = right;
        offCurve.back() ^= std::byte{1};
        QVERIFY(!CoseKey::read(offCurve));
        QVERIFY(!CoseKey::read(std::span(right).first(right.size() - 1)));
        for (const char* text : {"a0", "a301020326200f", "a3010103272006", "80"})
            QVERIFY2(!CoseKey::read(hex(text)), text);
        CborWriter small; // RSA of 1,024 bits
        small.map(4)
            .number(1)
            .number(3)
            .number(3)
            .number(rs256)
            .number(-1)
            .bytes(Bytes(128, std::byte{0xff}))
            .number(-2)
            .bytes(hex("010001"));
        QVERIFY(!CoseKey::read(small.out));
        CborWriter weak; // exponent 3
        weak.map(4)
            .number(1)
            .number(3)
            .number(3)
            .number(rs256)
            .number(-1)
            .bytes(Bytes(256, std::byte{0xff}))
            .number(-2)
            .bytes(hex("03"));
        QVERIFY(!CoseKey::read(weak.out));
    }
};

SALLYPORT_GUILESS_TEST(TstWebauthn)

} // namespace tst_webauthn
#include "tst_webauthn.moc"
