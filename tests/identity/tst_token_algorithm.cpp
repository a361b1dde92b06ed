#include "tests/identity/identity_fixture.h"

#include "backend/base/encoding.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QtTest>

namespace tst_token_algorithm {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// The setting tokens.algorithm: a new key at once, the old ones until they are over.
class TstTokenAlgorithm : public QObject {
    Q_OBJECT

    static void useAlgorithm(IdentityFixture& f, const std::string& word)
    {
        IdentityFixture::require(f.settings->change(IdentityFixture::system(), {{"tokens.algorithm", word}}), 0);
    }
    /// What the header of the access token says.
    static std::string algorithmOf(const Tokens& tokens)
    {
        const std::string text(tokens.accessToken.view());
        const Bytes header = *fromBase64Url(text.substr(0, text.find('.')));
        const std::string_view json(reinterpret_cast<const char*>(header.data()), header.size());
        return std::string(boost::json::parse(json).at("alg").as_string());
    }

private Q_SLOTS:
    void tokenAlgorithm_changed_newKeySignsAtOnce_oldTokensStillVerify()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens before = f.tokens("ada@example.test");
        useAlgorithm(f, "EdDSA");
        const auto infos = IdentityFixture::require(f.identity->issuedTokens().signingKeys(IdentityFixture::system()));
        QCOMPARE(infos.size(), std::size_t{2});
        QCOMPARE(infos[0].algorithm, std::string("EdDSA"));
        QVERIFY(!infos[0].retiredAt && infos[1].retiredAt && infos[1].verifiesUntil);
        QCOMPARE(infos[1].algorithm, std::string("ES256"));
        const audit::Event event = f.last("auth.signing_key_rotated");
        QCOMPARE(event.object.id, infos[0].kid);
        QCOMPARE(event.object.name, std::string("EdDSA"));

        const Tokens after = f.tokens("ada@example.test");
        QCOMPARE(algorithmOf(before), std::string("ES256"));
        QCOMPARE(algorithmOf(after), std::string("EdDSA"));
        QVERIFY(f.authenticate(before));
        QVERIFY(f.authenticate(after));
        const Tokens exchanged = IdentityFixture::require(f.identity->signIn().refresh(before.refreshToken, f.from()));
        QCOMPARE(algorithmOf(exchanged), std::string("EdDSA"));

        const auto jwks = boost::json::parse(f.identity->signIn().jwks()->text).at("keys").as_array();
        QCOMPARE(jwks.size(), std::size_t{2});
        const boost::json::object okp = jwks[0].as_object();
        QCOMPARE(okp.at("kty").as_string(), "OKP");
        QCOMPARE(okp.at("crv").as_string(), "Ed25519");
        QCOMPARE(okp.at("alg").as_string(), "EdDSA");
        QCOMPARE(okp.at("use").as_string(), "sig");
        QVERIFY(!okp.contains("y") && !okp.contains("d"));
        QCOMPARE(jwks[1].at("kty").as_string(), "EC");
        QCOMPARE(jwks[1].at("alg").as_string(), "ES256");
    }

    void tokenAlgorithm_survivesRestart_rotationKeepsIt()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        useAlgorithm(f, "EdDSA");
        const Tokens before = f.tokens("ada@example.test");
        const std::string jwks = f.identity->signIn().jwks()->text;
        f.open();
        QCOMPARE(f.identity->signIn().jwks()->text, jwks);
        QVERIFY(f.authenticate(before));
        const auto made = IdentityFixture::require(f.identity->issuedTokens().rotateSigningKey(IdentityFixture::system()));
        QCOMPARE(made.algorithm, std::string("EdDSA"));
        f.clock.advance(std::chrono::days(90));
        IdentityFixture::require(f.identity->renewSigningKey(f.clock.now()), 0);
        const auto infos = IdentityFixture::require(f.identity->issuedTokens().signingKeys(IdentityFixture::system()));
        QCOMPARE(infos[0].algorithm, std::string("EdDSA"));
        QVERIFY(infos[0].kid != made.kid);
    }

    void tokenAlgorithm_sameAgain_orRefused_makesNoKey()
    {
        IdentityFixture f;
        const std::string jwks = f.identity->signIn().jwks()->text;
        useAlgorithm(f, "ES256");
        for (const char* word : {"", "none", "HS256", "eddsa", "Ed25519", "RS256"})
            QCOMPARE(wordOf(f.settings->change(IdentityFixture::system(), {{"tokens.algorithm", word}})),
                     std::string("invalid_argument"));
        QCOMPARE(f.identity->signIn().jwks()->text, jwks);
        QCOMPARE(f.count("auth.signing_key_rotated"), 0);
    }

    // What is undone with the settings' transaction makes no key either.
    void tokenAlgorithm_changeUndone_makesNoKey()
    {
        IdentityFixture f;
        const std::string jwks = f.identity->signIn().jwks()->text;
        const auto no =
            f.settings->joinChanges([](storage::Transaction&, const access::Actor&, const settings::Values&,
                                       const settings::Values&) -> Result<void> { return makeError(ErrorCode::Conflict, "no"); });
        QVERIFY(!f.settings->change(IdentityFixture::system(), {{"tokens.algorithm", "EdDSA"}}));
        QCOMPARE(f.identity->signIn().jwks()->text, jwks);
        f.open();
        QCOMPARE(f.identity->signIn().jwks()->text, jwks);
    }
};

SALLYPORT_TEST(TstTokenAlgorithm)

} // namespace tst_token_algorithm
#include "tst_token_algorithm.moc"
