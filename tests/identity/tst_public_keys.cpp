#include "backend/identity/signed_requests/signed_requests.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>

namespace tst_public_keys {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

/// A key pair of the client, made and used by OpenSSL itself, not by the code under test.
struct Pair {
    explicit Pair(bool edwards)
        : key(edwards ? EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519") : EVP_EC_gen("P-256"), EVP_PKEY_free), isEdwards(edwards)
    {
        BIO* bio = BIO_new(BIO_s_mem());
        PEM_write_bio_PUBKEY(bio, key.get());
        char* text = nullptr;
        const long size = BIO_get_mem_data(bio, &text);
        pem.assign(text, static_cast<std::size_t>(size));
        BIO_free(bio);
    }

    Bytes sign(const std::string& text) const
    {
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        EVP_DigestSignInit(context, nullptr, isEdwards ? nullptr : EVP_sha256(), nullptr, key.get());
        std::array<unsigned char, 128> bytes{};
        std::size_t size = bytes.size();
        EVP_DigestSign(context, bytes.data(), &size, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        EVP_MD_CTX_free(context);
        if (!isEdwards) {
            const unsigned char* at = bytes.data();
            ECDSA_SIG* parts = d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size));
            std::array<unsigned char, 64> raw{};
            BN_bn2binpad(ECDSA_SIG_get0_r(parts), raw.data(), 32);
            BN_bn2binpad(ECDSA_SIG_get0_s(parts), raw.data() + 32, 32);
            ECDSA_SIG_free(parts);
            std::copy(raw.begin(), raw.end(), bytes.begin());
            size = raw.size();
        }
        const auto view = std::as_bytes(std::span(bytes.data(), size));
        return Bytes(view.begin(), view.end());
    }

    std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY*)> key;
    bool isEdwards;
    std::string pem;
};

struct PublicKeys : Keys {
    PublicKeys()
    {
        nonces = require(NonceStore::open(directory.filePath(QStringLiteral("nonces")).toStdString(),
                                          SecretBytes(Bytes(32, std::byte{5})), clock, {1000, 1000, "boot", false}));
        signedRequests = require(SignedRequests::create(keys(), *nonces, *settings, clock));
    }

    IssuedKey make(const std::string& publicKey)
    {
        NewApiKey wanted = named("pair", {"users:read"});
        wanted.publicKey = publicKey;
        return require(keys().create(edActor, std::move(wanted)));
    }

    /// RFC 9421 over GET /api/signed; the word of why it was refused, or `ok`.
    std::string send(const ApiKey& key, const Pair& pair, const std::string& more = {})
    {
        const std::string parameters =
            "(\"@method\" \"@authority\" \"@path\" \"@query\");created=" +
            std::to_string(std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count()) + ";keyid=\"" +
            key.prefix + "\";nonce=\"n" + std::to_string(++count) + "\"" + more;
        const std::string base = "\"@method\": GET\n\"@authority\": localhost\n\"@path\": /api/signed\n\"@query\": ?\n"
                                 "\"@signature-params\": " +
                                 parameters;
        const std::string input = "sig1=" + parameters, signature = "sig1=:" + toBase64(pair.sign(base)) + ":";
        const std::array<MessageField, 2> fields{{{"Signature-Input", input}, {"Signature", signature}}};
        const SignedVerdict verdict =
            signedRequests->authenticate({"GET", "/api/signed", "/api/signed", "", "localhost", fields, ""}, here);
        return verdict.principal ? "ok" : verdict.refusal->recordedWord;
    }

    QTemporaryDir directory;
    std::unique_ptr<NonceStore> nonces;
    std::unique_ptr<SignedRequests> signedRequests;
    int count = 0;
};

} // namespace

class PublicKeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pair_opensBySignatureOnly_data();
    void pair_opensBySignatureOnly();
    void rotation_bothUntilTheOverlapIsOver_whateverTheirAlgorithms();
    void algorithm_isTheKeys();
    void refused_isWhatIsNoPublicKey_data();
    void refused_isWhatIsNoPublicKey();
    void restart_keepsThem();
};

void PublicKeysTest::pair_opensBySignatureOnly_data()
{
    QTest::addColumn<bool>("edwards");
    QTest::newRow("ed25519") << true;
    QTest::newRow("ecdsa-p256-sha256") << false;
}

void PublicKeysTest::pair_opensBySignatureOnly()
{
    QFETCH(bool, edwards);
    PublicKeys f;
    const Pair pair(edwards), other(edwards);
    const IssuedKey issued = f.make(pair.pem);
    QVERIFY(issued.text.empty() && issued.signingSecret.empty());
    QCOMPARE(issued.key.signatureAlgorithm, std::string(QTest::currentDataTag()));
    QCOMPARE(issued.key.publicKeyFingerprint.size(), std::size_t{64});
    QCOMPARE(f.send(issued.key, pair), std::string("ok"));
    QCOMPARE(f.send(issued.key, other), std::string("signature_mismatch"));
    // The stored hash is of no text.
    const SecretBytes made = Keys::require(newKeyText(KeyTextKind::ApiKey, issued.key.id, f.random));
    QCOMPARE(f.word(made.view()), std::string("key_wrong_secret"));
    Keys::require(f.keys().revoke(f.edActor, issued.key.id), 0);
    QCOMPARE(f.send(issued.key, pair), std::string("key_revoked"));
}

void PublicKeysTest::rotation_bothUntilTheOverlapIsOver_whateverTheirAlgorithms()
{
    PublicKeys f;
    const Pair first(true), second(false);
    const IssuedKey issued = f.make(first.pem);
    const auto none = f.keys().rotate(f.edActor, issued.key.id, 1h);
    QVERIFY(!none && none.error().fields.front().rule == "required");
    const auto same = f.keys().rotate(f.edActor, issued.key.id, 1h, first.pem);
    QVERIFY(!same && same.error().fields.front().rule == "different");
    const IssuedKey rotated = Keys::require(f.keys().rotate(f.edActor, issued.key.id, 1h, second.pem));
    QCOMPARE(rotated.key.signatureAlgorithm, std::string("ecdsa-p256-sha256"));
    QCOMPARE(f.send(rotated.key, first), std::string("ok"));
    QCOMPARE(f.send(rotated.key, second), std::string("ok"));
    // The algorithm that a request names is that of the key that made it, not of the other one.
    QCOMPARE(f.send(rotated.key, first, ";alg=\"ed25519\""), std::string("ok"));
    QCOMPARE(f.send(rotated.key, first, ";alg=\"ecdsa-p256-sha256\""), std::string("signature_mismatch"));
    f.clock.advance(1h);
    QCOMPARE(f.send(rotated.key, first), std::string("signature_mismatch"));
    QCOMPARE(f.send(rotated.key, second), std::string("ok"));
    NewApiKey text = Keys::named("text", {"users:read"});
    const IssuedKey plain = Keys::require(f.keys().create(f.edActor, std::move(text)));
    const auto mixed = f.keys().rotate(f.edActor, plain.key.id, 1h, first.pem);
    QVERIFY(!mixed && mixed.error().fields.front().rule == "exclusive");
}

// RFC 8725 §3.1, row 12: a public key is never taken for an HMAC secret.
void PublicKeysTest::algorithm_isTheKeys()
{
    PublicKeys f;
    const Pair pair(true), curve(false);
    const IssuedKey issued = f.make(pair.pem);
    QCOMPARE(f.send(issued.key, pair, ";alg=\"hmac-sha256\""), std::string("signature_mismatch"));
    QCOMPARE(f.send(issued.key, curve, ";alg=\"ecdsa-p256-sha256\""), std::string("signature_mismatch"));
    const auto asSecret = SignatureKey::fromSecret(pair.pem);
    QVERIFY(asSecret && asSecret->algorithm() == SignatureAlgorithm::HmacSha256);
    QCOMPARE(issued.key.signatureAlgorithm, std::string("ed25519"));
}

void PublicKeysTest::refused_isWhatIsNoPublicKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing of it") << QByteArray("hello");
    QTest::newRow("private PEM") << QByteArray(
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE "
        "KEY-----\n");
    QTest::newRow("private JWK, RFC 8037 A.1") << QByteArray(
        R"({"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})");
    QTest::newRow("X25519") << QByteArray(R"({"kty":"OKP","crv":"X25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})");
    QTest::newRow("for encryption") << QByteArray(
        R"({"kty":"OKP","crv":"Ed25519","use":"enc","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})");
    QTest::newRow("RSA") << QByteArray(R"({"kty":"RSA","n":"AQAB","e":"AQAB"})");
    QTest::newRow("not on the curve") << QByteArray(
        R"({"kty":"EC","crv":"P-256","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","y":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})");
    QTest::newRow("small order") << QByteArray(
        R"({"kty":"OKP","crv":"Ed25519","x":"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})");
}

void PublicKeysTest::refused_isWhatIsNoPublicKey()
{
    QFETCH(QByteArray, text);
    PublicKeys f;
    NewApiKey wanted = Keys::named("pair", {"users:read"});
    wanted.publicKey = text.toStdString();
    const auto made = f.keys().create(f.edActor, std::move(wanted));
    QVERIFY(!made);
    QCOMPARE(made.error().fields.front().field, std::string("public_key"));
    QVERIFY(made.error().fields.front().message.find("nWGx") == std::string::npos);
    // RFC 8037 A.2 is one.
    QVERIFY(SignatureKey::publicKeyFrom(R"({"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"})"));
}

void PublicKeysTest::restart_keepsThem()
{
    PublicKeys f;
    const Pair first(false), second(true);
    const IssuedKey issued = f.make(first.pem);
    Keys::require(f.keys().rotate(f.edActor, issued.key.id, 1h, second.pem));
    f.signedRequests.reset();
    f.open();
    f.signedRequests = Keys::require(SignedRequests::create(f.keys(), *f.nonces, *f.settings, f.clock));
    QCOMPARE(f.send(issued.key, first), std::string("ok"));
    QCOMPARE(f.send(issued.key, second), std::string("ok"));
    QVERIFY(f.identity->anyKeySigns());
}

SALLYPORT_GUILESS_TEST(PublicKeysTest)

} // namespace tst_public_keys
#include "tst_public_keys.moc"
