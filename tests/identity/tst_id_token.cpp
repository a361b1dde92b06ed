#include "backend/identity/openid/claims.h"
#include "backend/identity/openid/failure.h"
#include "backend/identity/openid/id_token.h"
#include "backend/identity/openid/metadata.h"
#include "tests/identity/fake_issuer.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_id_token {

using namespace sallyport;
using namespace sallyport::identity::outside;
using sallyport::test::FakeIssuer;
using sallyport::test::RsaSigner;
namespace json = boost::json;

/// Requirement 6.8.2, 10.5.1, 10.5.4 of ASVS; OpenID Connect Core §3.1.3.7; RFC 8725.
class TestIdToken : public QObject {
    Q_OBJECT

    FakeIssuer m_issuer;
    RsaSigner m_rsa;
    JwkSet m_keys =
        *JwkSet::parse(json::serialize(json::object{{"keys", json::array{m_issuer.es256Jwk("k1"), m_rsa.jwk("r1")}}}));
    const std::string m_secret = std::string(40, 's');

    static IdTokenRules rules()
    {
        IdTokenRules rules;
        rules.issuer = FakeIssuer::issuer;
        rules.clientId = "client";
        rules.nonce = "the-nonce";
        rules.algorithms = {"ES256", "PS256", "RS256"};
        rules.accessToken = "an-access-token";
        rules.now = UtcTime(std::chrono::seconds(1790000000));
        return rules;
    }
    static json::object claims()
    {
        return {{"iss", FakeIssuer::issuer}, {"aud", "client"},   {"sub", "S1"},
                {"exp", 1790000300},         {"iat", 1790000000}, {"nonce", "the-nonce"}};
    }
    std::string verdict(const std::string& token, const IdTokenRules& given = rules()) const
    {
        const auto find = [this](const std::optional<std::string>& id,
                                 crypto::OutsideAlgorithm algorithm) -> Result<const crypto::OutsideKey*> {
            return m_keys.find(id, algorithm);
        };
        const auto result = verifyIdToken(token, given, find, SecretBytes::fromText(m_secret));
        return result ? "ok" : result.error().word;
    }
    static std::string unsignedPart(const json::object& header, const json::object& body)
    {
        return toBase64Url(asBytes(json::serialize(header))) + "." + toBase64Url(asBytes(json::serialize(body)));
    }
    std::string hmacToken(const std::string& secret) const
    {
        const std::string text = unsignedPart({{"alg", "HS256"}}, claims());
        return text + "." + toBase64Url(*crypto::hmacSha256(asBytes(secret), asBytes(text)));
    }

private Q_SLOTS:
    void goodToken_ofEachKind_accepted()
    {
        QCOMPARE(verdict(m_issuer.token(claims())), std::string("ok"));
        for (const bool pss : {false, true}) {
            const std::string text = unsignedPart({{"alg", pss ? "PS256" : "RS256"}, {"kid", "r1"}, {"typ", "JWT"}}, claims());
            QCOMPARE(verdict(text + "." + m_rsa.sign(text, pss)), std::string("ok"));
        }
    }

    void claim_thatIsWrong_refused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const char* claim, const char* value, std::string_view word) {
            QTest::newRow(name) << QByteArray(claim) << QByteArray(value) << QByteArray(word.data(), qsizetype(word.size()));
        };
        row("another issuer", "iss", "\"https://id.example/\"", failure::tokenIssuer);
        row("no issuer", "iss", "", failure::tokenIssuer);
        row("asvs_10_5_4 another audience", "aud", "\"other\"", failure::tokenAudience);
        row("asvs_10_5_4 two audiences, no azp", "aud", "[\"client\",\"other\"]", failure::tokenAudience);
        row("asvs_10_5_4 azp of another", "azp", "\"other\"", failure::tokenAudience);
        row("asvs_10_5_4 no audience", "aud", "", failure::tokenAudience);
        row("expired", "exp", "1789999940", failure::tokenExpired);
        row("no end", "exp", "", failure::tokenMalformed);
        row("end as text", "exp", "\"1790000300\"", failure::tokenMalformed);
        row("from the future", "iat", "1790000061", failure::tokenTime);
        row("long ago", "iat", "1789999000", failure::tokenTime);
        row("not yet", "nbf", "1790000100", failure::tokenTime);
        row("asvs_10_5_1 another nonce", "nonce", "\"other\"", failure::tokenNonce);
        row("asvs_10_5_1 no nonce", "nonce", "", failure::tokenNonce);
        row("asvs_10_5_1 empty nonce", "nonce", "\"\"", failure::tokenNonce);
        row("another at_hash", "at_hash", "\"AAAAAAAAAAAAAAAAAAAAAA\"", failure::tokenHash);
        row("no subject", "sub", "", failure::tokenSubject);
        row("subject as number", "sub", "7", failure::tokenSubject);
    }
    void claim_thatIsWrong_refused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, word);
        json::object body = claims();
        if (value.isEmpty())
            body.erase(name.toStdString());
        else
            body[name.toStdString()] = json::parse(value.toStdString());
        QCOMPARE(QByteArray::fromStdString(verdict(m_issuer.token(body))), word);
    }

    void accessTokenHash_thatFits_accepted()
    {
        json::object body = claims();
        Bytes digest = crypto::outsideDigest(crypto::OutsideAlgorithm::Es256, asBytes("an-access-token"));
        digest.resize(16);
        body["at_hash"] = toBase64Url(digest);
        QCOMPARE(verdict(m_issuer.token(body)), std::string("ok"));
    }

    void clock_withinAMinute_accepted()
    {
        json::object body = claims();
        body["exp"] = 1789999941;
        QCOMPARE(verdict(m_issuer.token(body)), std::string("ok"));
    }

    void asvs_6_8_2_algorithm_noneAndConfusion_refused()
    {
        for (const char* none : {"none", "None", "NONE", "nOnE", ""})
            QCOMPARE(verdict(unsignedPart({{"alg", none}}, claims()) + "."), std::string(failure::algorithmRefused));
        // HS256 is for a provider that it was configured for, and then nothing else is.
        QCOMPARE(verdict(hmacToken(m_secret)), std::string(failure::algorithmRefused));
        IdTokenRules hmac = rules();
        hmac.algorithms = {"HS256"};
        QCOMPARE(verdict(hmacToken(m_secret), hmac), std::string("ok"));
        QCOMPARE(verdict(hmacToken("another secret of more than 32 bytes"), hmac), std::string(failure::signatureWrong));
        QCOMPARE(verdict(m_issuer.token(claims()), hmac), std::string(failure::algorithmRefused));
        // A key of one kind under the algorithm of another.
        const std::string text = unsignedPart({{"alg", "RS256"}, {"kid", "k1"}}, claims());
        QCOMPARE(verdict(text + "." + m_rsa.sign(text, false)), std::string(failure::keyUnknown));
        // RS256's signature passed off as PS256's.
        const std::string pss = unsignedPart({{"alg", "PS256"}, {"kid", "r1"}}, claims());
        QCOMPARE(verdict(pss + "." + m_rsa.sign(pss, false)), std::string(failure::signatureWrong));
    }

    void hmac_withAShortSecret_refused()
    {
        IdTokenRules hmac = rules();
        hmac.algorithms = {"HS256"};
        const auto none = [](const std::optional<std::string>&, crypto::OutsideAlgorithm) -> Result<const crypto::OutsideKey*> {
            return nullptr;
        };
        const auto result = verifyIdToken(hmacToken("short"), hmac, none, SecretBytes::fromText("short"));
        QCOMPARE(result.error().word, std::string(failure::algorithmRefused));
    }

    void form_thatIsWrong_refused()
    {
        const std::string good = m_issuer.token(claims());
        for (const std::string& bad :
             {std::string(), std::string("a.b"), good + ".x", good.substr(1), good + "=", std::string(40000, 'a')})
            QCOMPARE(verdict(bad) == "ok", false);
        std::string changed = good;
        changed[good.find('.') + 5] = changed[good.find('.') + 5] == 'A' ? 'B' : 'A';
        QCOMPARE(verdict(changed), std::string(failure::signatureWrong));
        QCOMPARE(verdict(good.substr(0, good.rfind('.') + 1)), std::string(failure::signatureWrong));
        const std::string critical = unsignedPart({{"alg", "ES256"}, {"kid", "k1"}, {"crit", json::array{"b64"}}}, claims());
        QCOMPARE(verdict(critical + "." + toBase64Url(*m_issuer.key.sign(asBytes(critical)))),
                 std::string(failure::tokenMalformed));
        const std::string access = unsignedPart({{"alg", "ES256"}, {"kid", "k1"}, {"typ", "at+jwt"}}, claims());
        QCOMPARE(verdict(access + "." + toBase64Url(*m_issuer.key.sign(asBytes(access)))), std::string(failure::tokenMalformed));
        QCOMPARE(verdict(m_issuer.token(claims(), "k9")), std::string(failure::keyUnknown));
    }

    void keySet_takesOnlyWhatIsSound()
    {
        const auto setOf = [](json::value key) {
            return JwkSet::parse(json::serialize(json::object{{"keys", json::array{std::move(key)}}}));
        };
        QVERIFY(setOf(m_issuer.es256Jwk("k1")));
        json::object jwk = m_issuer.es256Jwk("k1");
        jwk["use"] = "enc";
        QVERIFY(!setOf(jwk));
        jwk = m_issuer.es256Jwk("k1");
        jwk["alg"] = "RS256";
        QVERIFY(!setOf(jwk));
        jwk = m_issuer.es256Jwk("k1");
        jwk["x"] = jwk["y"]; // not on the curve
        QVERIFY(!setOf(jwk));
        QVERIFY(!setOf(RsaSigner(1024).jwk("r")));
        QVERIFY(!setOf(json::object{{"kty", "oct"}, {"k", "c2VjcmV0"}}));
        QVERIFY(!JwkSet::parse("[]"));
        QVERIFY(!JwkSet::parse("{\"keys\":[]}"));
        // RFC 8037 appendix A.2
        QVERIFY(setOf(json::object{{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}));
    }

    void asvs_10_5_3_issuerOfTheDescription_comparedToTheLetter()
    {
        const json::object described{{"issuer", "https://id.example"},
                                     {"authorization_endpoint", "https://id.example/a"},
                                     {"token_endpoint", "https://id.example/t"},
                                     {"jwks_uri", "https://id.example/k"}};
        QVERIFY(readMetadata(json::serialize(described), "https://id.example"));
        QCOMPARE(readMetadata(json::serialize(described), "https://id.example/").error().word,
                 std::string(failure::metadataIssuer));
        json::object bad = described;
        bad["token_endpoint"] = "javascript:alert(1)";
        QCOMPARE(readMetadata(json::serialize(bad), "https://id.example").error().word, std::string(failure::metadataWrong));
        QCOMPARE(metadataUrl("https://id.example/realm/"),
                 std::string("https://id.example/realm/.well-known/openid-configuration"));
    }

    void claimSays_pathsAndArrays()
    {
        const json::object claims = json::object{{"groups", {"a", "b"}},
                                                 {"realm_access", {{"roles", json::array{"x"}}}},
                                                 {"https://e.example/r", "y"},
                                                 {"vip", true},
                                                 {"n", 3}};
        QVERIFY(claimSays(claims, "groups", "b") && claimSays(claims, "realm_access.roles", "x"));
        QVERIFY(claimSays(claims, "https://e.example/r", "y") && claimSays(claims, "vip", "true") && claimSays(claims, "n", "3"));
        QVERIFY(!claimSays(claims, "groups", "c") && !claimSays(claims, "groups", "[\"a\",\"b\"]") &&
                !claimSays(claims, "realm_access", "x"));
    }

    void pkce_appendixB()
    {
        QCOMPARE(codeChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 std::string("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }
};

SALLYPORT_TEST(TestIdToken)

} // namespace tst_id_token
#include "tst_id_token.moc"
