#include "backend/base/encoding.h"
#include "backend/crypto/mac.h"
#include "backend/identity/tokens/access_token.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>
#include <array>

namespace tst_access_token {

using namespace sallyport;
using namespace sallyport::identity;

namespace {

constexpr std::int64_t start = 1'790'000'000;
constexpr const char* issuer = "https://127.0.0.1:8443";

std::string base64(std::string_view text)
{
    return toBase64Url(asBytes(text));
}

/// n of P-256, big endian.
constexpr std::array<unsigned char, 32> order{0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff,
                                              0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17,
                                              0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51};

} // namespace

class TstAccessToken : public QObject {
    Q_OBJECT

    const crypto::TokenKey m_es = *crypto::TokenKey::generate(crypto::TokenAlgorithm::Es256);
    const crypto::TokenKey m_ed = *crypto::TokenKey::generate(crypto::TokenAlgorithm::EdDsa);
    const crypto::TokenKey* m_key = &m_es; // what signs
    std::string m_kid = m_es.keyId();
    UtcTime m_now{std::chrono::seconds(start + 10)};

    void signWith(const crypto::TokenKey& key)
    {
        m_key = &key;
        m_kid = key.keyId();
    }
    std::string algorithm() const { return std::string(crypto::algorithmWord(m_key->algorithm())); }
    static std::string header(std::string_view alg, std::string_view kid)
    {
        return "{\"alg\":\"" + std::string(alg) + "\",\"typ\":\"at+jwt\",\"kid\":\"" + std::string(kid) + "\"}";
    }
    std::string header() const { return header(algorithm(), m_kid); }

    /// The members of a JWK that make the key.
    static std::string jwkOf(const crypto::PublicKey& key)
    {
        if (const auto* curve = std::get_if<crypto::VerifyingKey>(&key))
            return "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + curve->x() + "\",\"y\":\"" + curve->y() + "\"";
        return "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + std::get<crypto::Ed25519PublicKey>(key).x() + "\"";
    }

    std::optional<crypto::PublicKey> find(std::string_view kid) const
    {
        for (const crypto::TokenKey* key : {&m_es, &m_ed})
            if (kid == key->keyId())
                return key->publicKey();
        return std::nullopt;
    }

    static std::string claims(std::string_view change = {}, std::string_view to = {})
    {
        std::string text =
            "{\"iss\":\"https://127.0.0.1:8443\",\"aud\":\"sallyport-api\",\"sub\":\"U1\",\"client_id\":\"sallyport\","
            "\"iat\":1790000000,\"exp\":1790000600,\"jti\":\"J1\",\"sid\":\"S1\",\"roles\":[\"admin\"],"
            "\"auth_time\":1790000000,\"amr\":[\"pwd\"]}";
        if (!change.empty())
            text.replace(text.find(change), change.size(), to);
        return text;
    }

    std::string signedToken(std::string_view headerText, std::string_view payloadText) const
    {
        std::string token = base64(headerText) + "." + base64(payloadText);
        const auto signature = *m_key->sign(asBytes(token));
        return token + "." + toBase64Url(signature);
    }

    std::string verdict(std::string_view token, UtcTime now) const
    {
        const auto result = verifyAccessToken(
            token, [this](std::string_view kid) { return find(kid); }, issuer, now);
        return result ? "ok" : std::string(errorWord(result.error().code));
    }
    std::string verdict(std::string_view token) const { return verdict(token, m_now); }

    void row(const char* name, const std::string& token)
    {
        QTest::addRow("%s, %s", name, algorithm().c_str()) << QByteArray::fromStdString(token);
    }

    static void bothAlgorithms()
    {
        QTest::addColumn<bool>("ed");
        QTest::newRow("ES256") << false;
        QTest::newRow("EdDSA") << true;
    }
    void useFetched()
    {
        QFETCH(bool, ed);
        signWith(ed ? m_ed : m_es);
    }

    void forgedRows()
    {
        const std::string head = "{\"alg\":\"" + algorithm() + "\",";
        const std::string good = signedToken(header(), claims());
        const std::size_t dot = good.rfind('.');
        const std::string body = good.substr(0, dot);
        const auto withHeader = [&](const std::string& text) { return signedToken(text, claims()); };

        row("asvs_9_1_2 none",
            base64("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + m_kid + "\"}") + "." + base64(claims()) + ".");
        row("asvs_9_1_2 nOnE",
            base64("{\"alg\":\"nOnE\",\"typ\":\"at+jwt\",\"kid\":\"" + m_kid + "\"}") + "." + base64(claims()) + ".");
        row("asvs_9_1_2 empty signature", body + ".");
        row("no signature part", body);
        {
            const std::string text =
                base64("{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"" + m_kid + "\"}") + "." + base64(claims());
            const std::string publicKey = jwkOf(m_key->publicKey());
            row("asvs_9_1_2 HS256 with the public key",
                text + "." + toBase64Url(*crypto::hmacSha256(asBytes(publicKey), asBytes(text))));
        }
        row("asvs_9_2_2 typ JWT", withHeader(head + "\"typ\":\"JWT\",\"kid\":\"" + m_kid + "\"}"));
        row("asvs_9_2_2 typ missing", withHeader(head + "\"kid\":\"" + m_kid + "\"}"));
        row("asvs_9_2_2 typ dpop+jwt", withHeader(head + "\"typ\":\"dpop+jwt\",\"kid\":\"" + m_kid + "\"}"));
        row("kid unknown", withHeader(head + "\"typ\":\"at+jwt\",\"kid\":\"x\"}"));
        row("asvs_9_1_3 kid path", withHeader(head + "\"typ\":\"at+jwt\",\"kid\":\"../../dev/null\"}"));
        row("kid missing", withHeader(head + "\"typ\":\"at+jwt\"}"));
        row("kid number", withHeader(head + "\"typ\":\"at+jwt\",\"kid\":1}"));
        row("asvs_9_1_3 crit", withHeader(head + "\"typ\":\"at+jwt\",\"crit\":[\"x\"],\"kid\":\"" + m_kid + "\"}"));
        row("asvs_9_1_3 jku",
            withHeader(head + "\"typ\":\"at+jwt\",\"jku\":\"https://evil.example\",\"kid\":\"" + m_kid + "\"}"));
        row("asvs_9_1_3 x5u",
            withHeader(head + "\"typ\":\"at+jwt\",\"x5u\":\"https://evil.example\",\"kid\":\"" + m_kid + "\"}"));
        row("alg twice",
            withHeader("{\"alg\":\"none\",\"alg\":\"" + algorithm() + "\",\"typ\":\"at+jwt\",\"kid\":\"" + m_kid + "\"}"));
        {
            // The attacker's own key in the header, signed with it.
            const crypto::TokenKey other = *crypto::TokenKey::generate(m_key->algorithm());
            const std::string text =
                base64(head + "\"typ\":\"at+jwt\",\"jwk\":{" + jwkOf(other.publicKey()) + "},\"kid\":\"" + m_kid + "\"}") + "." +
                base64(claims());
            row("asvs_9_1_3 jwk", text + "." + toBase64Url(*other.sign(asBytes(text))));
            const std::string plain = base64(header()) + "." + base64(claims());
            row("other key", plain + "." + toBase64Url(*other.sign(asBytes(plain))));
        }
        const auto withClaims = [&](std::string_view change, std::string_view to) {
            return signedToken(header(), claims(change, to));
        };
        row("asvs_9_2_3 aud", withClaims("sallyport-api", "another-api"));
        row("asvs_9_2_3 aud array", withClaims("\"sallyport-api\"", "[\"sallyport-api\",\"x\"]"));
        row("asvs_9_2_3 aud missing", withClaims("\"aud\":\"sallyport-api\",", ""));
        row("iss", withClaims("https://127.0.0.1:8443", "https://127.0.0.1:8443/"));
        row("client_id", withClaims("\"client_id\":\"sallyport\"", "\"client_id\":\"x\""));
        row("sub missing", withClaims("\"sub\":\"U1\",", ""));
        row("sub number", withClaims("\"U1\"", "1"));
        row("sid empty", withClaims("\"S1\"", "\"\""));
        row("jti missing", withClaims("\"jti\":\"J1\",", ""));
        row("exp missing", withClaims("\"exp\":1790000600,", ""));
        row("exp text", withClaims("1790000600", "\"1790000600\""));
        row("exp fraction", withClaims("1790000600", "1790000600.5"));
        row("exp before iat", withClaims("1790000600", "1789999999"));
        row("iat in the future", withClaims("\"iat\":1790000000", "\"iat\":1790000100"));
        row("nbf in the future", withClaims("\"jti\"", "\"nbf\":1790000100,\"jti\""));
        row("nbf text", withClaims("\"jti\"", "\"nbf\":\"1\",\"jti\""));
        row("roles text", withClaims("[\"admin\"]", "\"admin\""));
        row("role instead of roles", withClaims("\"roles\":[\"admin\"]", "\"role\":\"admin\""));
        row("claim twice", withClaims("\"sub\":\"U1\"", "\"sub\":\"U0\",\"sub\":\"U1\""));
        row("payload array", signedToken(header(), "[]"));
        row("payload garbage after", signedToken(header(), claims() + "x"));
        row("padding", body + "=" + good.substr(dot));
        row("white space", good + " ");
        row("line break inside", good.substr(0, 20) + "\n" + good.substr(20));
        row("four parts", good + ".x");
        row("empty", "");
        row("dots", "..");
        row("JSON form", "{\"payload\":\"x\",\"signatures\":[]}");
        row("too long", signedToken(header(), claims("\"U1\"", '"' + std::string(4000, 'U') + '"')));
        row("signature cut", good.substr(0, good.size() - 2));
        row("signature longer", good + "AA");
        // 64 bytes are 86 characters with 4 unused bits; setting them makes another text of the same bytes.
        std::string loose = good;
        const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        loose.back() = alphabet[alphabet.find(loose.back()) + 1];
        row("not canonical base64url", loose);
        row("r = s = 0", body + "." + toBase64Url(Bytes(64, std::byte{0})));
    }

    /// Both of our keys are known: neither verifies a token under the other's name, whatever the header says.
    void confusedRows()
    {
        const bool isEd = m_key == &m_ed;
        const crypto::TokenKey& other = isEd ? m_es : m_ed;
        const std::string otherWord(crypto::algorithmWord(other.algorithm()));
        const auto signedBy = [&](const crypto::TokenKey& key, const std::string& headerText) {
            const std::string text = base64(headerText) + "." + base64(claims());
            return text + "." + toBase64Url(*key.sign(asBytes(text)));
        };
        row("asvs_9_1_2 the other algorithm in the header", signedBy(*m_key, header(otherWord, m_kid)));
        row("asvs_9_1_2 signed by the other key of ours", signedBy(other, header(algorithm(), m_kid)));
        row("asvs_9_1_2 the other algorithm, its key, this kid", signedBy(other, header(otherWord, m_kid)));
        row("asvs_9_1_2 this algorithm and key, the other kid", signedBy(*m_key, header(algorithm(), other.keyId())));
        row("asvs_9_1_2 alg Ed25519", signedBy(*m_key, header("Ed25519", m_kid)));
        row("asvs_9_1_2 alg in lower case", signedBy(*m_key, header(isEd ? "eddsa" : "es256", m_kid)));
        row("signature of 63 bytes", shortened(63));
        row("signature of 65 bytes", shortened(65));
        row("signature of 32 bytes", shortened(32));
        if (isEd)
            row("s + L", sPlusOrder(signedToken(header(), claims())));
    }

    /// A good token whose signature is cut or filled up to so many bytes.
    std::string shortened(std::size_t size) const
    {
        const std::string good = signedToken(header(), claims());
        const std::size_t dot = good.rfind('.');
        Bytes signature = *fromBase64Url(good.substr(dot + 1));
        signature.resize(size);
        return good.substr(0, dot + 1) + toBase64Url(signature);
    }

    /// The same equation holds, but RFC 8032 §5.1.7 wants s below L.
    static std::string sPlusOrder(const std::string& good)
    {
        const std::size_t dot = good.rfind('.');
        Bytes signature = *fromBase64Url(good.substr(dot + 1));
        const Bytes edOrder = *fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        int carry = 0;
        for (std::size_t i = 0; i < edOrder.size(); ++i) {
            const int sum = std::to_integer<int>(signature[32 + i]) + std::to_integer<int>(edOrder[i]) + carry;
            signature[32 + i] = static_cast<std::byte>(sum & 0xff);
            carry = sum >> 8;
        }
        return good.substr(0, dot + 1) + toBase64Url(signature);
    }

private Q_SLOTS:
    void cleanup() { signWith(m_es); }

    void signAccessToken_roundTrip_keepsEveryClaim_data() { bothAlgorithms(); }
    void signAccessToken_roundTrip_keepsEveryClaim()
    {
        useFetched();
        AccessClaims claims{issuer, "U1", "S1", "J1", {"admin", "viewer"}, {"pwd", "otp"}, start, start + 600, start - 5};
        const SecretBytes token = *signAccessToken(claims, *m_key, m_kid);
        const auto read = verifyAccessToken(
            token.view(), [this](std::string_view kid) { return find(kid); }, issuer, m_now);
        QVERIFY(read);
        QCOMPARE(read->subject, std::string("U1"));
        QCOMPARE(read->session, std::string("S1"));
        QCOMPARE(read->id, std::string("J1"));
        QVERIFY(read->roles == claims.roles);
        QVERIFY(read->methods == claims.methods);
        QCOMPARE(read->expiresAt, start + 600);
        QCOMPARE(read->authenticatedAt, start - 5);
    }

    void handmadeToken_right_accepted_data() { bothAlgorithms(); }
    void handmadeToken_right_accepted()
    {
        useFetched();
        QCOMPARE(verdict(signedToken(header(), claims())), std::string("ok"));
    }

    void asvs_9_1_forgedToken_refused_data()
    {
        QTest::addColumn<QByteArray>("token");
        for (const crypto::TokenKey* key : {&m_es, &m_ed}) {
            signWith(*key);
            forgedRows();
            confusedRows();
        }
    }
    void asvs_9_1_forgedToken_refused()
    {
        QFETCH(QByteArray, token);
        QCOMPARE(verdict(token.toStdString()), std::string("token_invalid"));
    }

    void asvs_9_1_1_everyFlippedCharacter_refused_data() { bothAlgorithms(); }
    void asvs_9_1_1_everyFlippedCharacter_refused()
    {
        useFetched();
        const std::string good = signedToken(header(), claims());
        for (std::size_t i = 0; i < good.size(); i += 3) {
            if (good[i] == '.')
                continue;
            std::string bad = good;
            bad[i] = bad[i] == 'A' ? 'B' : 'A';
            QVERIFY2(verdict(bad) != "ok", std::to_string(i).c_str());
        }
    }

    void asvs_9_2_1_time_skewOfThirtySeconds_data() { bothAlgorithms(); }
    void asvs_9_2_1_time_skewOfThirtySeconds()
    {
        useFetched();
        const std::string good = signedToken(header(), claims());
        const auto at = [&](std::int64_t offset) { return verdict(good, UtcTime(std::chrono::seconds(start + offset))); };
        QCOMPARE(at(-31), std::string("token_invalid"));
        QCOMPARE(at(-30), std::string("ok"));
        QCOMPARE(at(629), std::string("ok"));
        QCOMPARE(at(630), std::string("token_expired"));
    }

    void malleatedSignatureOfEs256_verifiesToo_soItIsNoIdentifier()
    {
        const std::string good = signedToken(header(), claims());
        const std::size_t dot = good.rfind('.');
        Bytes signature = *fromBase64Url(good.substr(dot + 1));
        int borrow = 0;
        for (std::size_t i = 32; i-- > 0;) {
            int digit = order[i] - std::to_integer<int>(signature[32 + i]) - borrow;
            borrow = digit < 0 ? 1 : 0;
            signature[32 + i] = static_cast<std::byte>(digit + 256 * borrow);
        }
        const std::string twin = good.substr(0, dot + 1) + toBase64Url(signature);
        QVERIFY(twin != good);
        QCOMPARE(verdict(twin), std::string("ok"));
    }
};

SALLYPORT_TEST(TstAccessToken)

} // namespace tst_access_token
#include "tst_access_token.moc"
