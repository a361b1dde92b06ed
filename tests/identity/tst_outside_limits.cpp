#include "backend/identity/openid/failure.h"
#include "backend/identity/openid/id_token.h"
#include "tests/identity/outside_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_outside_limits {

using namespace sallyport;
using namespace sallyport::identity;
using Fixture = sallyport::test::OutsideFixture;
namespace json = boost::json;
namespace failure = sallyport::identity::outside::failure;

namespace {

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

/// What providers choose is as long as theirs is, counted as the documents count; what is left out is told.
class TestOutsideLimits : public QObject {
    Q_OBJECT

    /// A set of keys of one curve, each by its number, `before` them.
    static std::string keySet(Fixture& f, int count, json::array before = {})
    {
        for (int i = 0; i < count; ++i)
            before.push_back(f.idp->es256Jwk("k" + std::to_string(i)));
        return json::serialize(json::object{{"keys", std::move(before)}});
    }

private Q_SLOTS:
    void name_ofAPerson_keptOrCutBetweenCharacters_data()
    {
        QTest::addColumn<std::string>("sent");
        QTest::addColumn<std::string>("kept");
        const auto row = [](const char* name, const std::string& sent, const std::string& kept) {
            QTest::newRow(name) << sent << kept;
        };
        row("100 of three bytes", repeated("漢", 100), repeated("漢", 100));
        row("100 of four bytes", repeated("𠮷", 100), repeated("𠮷", 100));
        row("101 of three bytes", repeated("漢", 101), repeated("漢", 100));
        row("as it is sent", "  Lin Acme ", "Lin Acme");
        // An accent that would be the 101st goes with its letter.
        row("accent at the end", repeated("n", 99) + "e\u0301x", repeated("n", 99));
        row("accent that fits", repeated("n", 98) + "e\u0301x", repeated("n", 98) + "e\u0301");
        row("family at the end", repeated("n", 97) + "👨\u200d👩\u200d👧", repeated("n", 97));
        row("flag at the end", repeated("n", 99) + "🇨🇭", repeated("n", 99));
        row("Devanagari at the end", repeated("n", 99) + "नि", repeated("n", 99));
        row("space at the end", repeated("n", 99) + " x", repeated("n", 99));
        row("one character of too many", "e" + repeated("\u0301", 150), "e" + repeated("\u0301", 99));
        row("what turns the line round", "a\u202eb", "ab");
        row("blanks", "   ", "lin@acme.example");
    }

    void name_ofAPerson_keptOrCutBetweenCharacters()
    {
        QFETCH(std::string, sent);
        QFETCH(std::string, kept);
        Fixture f;
        f.addProvider();
        const Tokens tokens = f.tokensBy([&](json::object& body) { body["name"] = sent; });
        QCOMPARE(tokens.user.name, kept);
        QCOMPARE(f.last("user.created").object.name, kept); // the journal has it whole too
    }

    void idToken_asLongAsHousesMakeIt_accepted()
    {
        Fixture f;
        f.addProvider();
        json::array groups;
        for (int i = 0; i < 4000; ++i) // 160 KB, as base64url 213 KB
            groups.emplace_back("3f2b0c1e-7d64-4c1b-9a52-" + std::to_string(100'000'000'000 + i));
        QVERIFY(f.login([&](json::object& body) { body["groups"] = groups; }));
        for (int i = 0; i < 2000; ++i)
            groups.emplace_back("3f2b0c1e-7d64-4c1b-9a52-" + std::to_string(200'000'000'000 + i));
        QVERIFY(!f.login([&](json::object& body) { body["groups"] = groups; }));
        QCOMPARE(f.reason(), std::string(failure::tokenMalformed));
        QVERIFY(f.last("auth.outside_failed").detailsJson.find("longer than 256 KB") != std::string::npos);
    }

    /// As long as they may be, in the letters that take most room: what is let in is there again.
    void roleRules_asManyAndAsLongAsTheyMayBe_areAllThere()
    {
        Fixture f;
        std::vector<RoleRule> rules;
        for (std::size_t i = 0; i < roleRulesLimit; ++i) {
            const std::string number = std::to_string(100 + i);
            rules.push_back({"groups", number + repeated("𠮷", roleRuleLimit - 3), "editor"});
            rules.back().claim = number + repeated("\"", roleRuleLimit - 3);
        }
        const IdentityProvider provider = f.addProvider([&](NewProvider& wanted) { wanted.fields.roleRules = rules; });
        QVERIFY(f.require(f.identity->identityProviders().read(f.system(), provider.id)).fields.roleRules == rules);
        rules.front().value += "x";
        ProviderPatch patch;
        patch.fields = provider.fields;
        patch.fields->roleRules = rules;
        const auto refused = f.identity->identityProviders().change(f.system(), provider.id, std::move(patch));
        QCOMPARE(refused.error().fields.front().field, std::string("role_rules.0.value"));
    }

    void words_asLongAsProvidersHaveThem_accepted_data()
    {
        QTest::addColumn<std::string>("scope");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("Google") << std::string("https://www.googleapis.com/auth/admin.directory.rolemanagement.readonly") << true;
        QTest::newRow("Zitadel") << "urn:zitadel:iam:org:project:role:" + std::string(200, 'r') << true;
        QTest::newRow("Cognito") << std::string(256, 's') + "/" + std::string(256, 'n') << true;
        QTest::newRow("longest") << std::string(providerWordLimit, 'w') << true;
        QTest::newRow("longer") << std::string(providerWordLimit + 1, 'w') << false;
    }

    void words_asLongAsProvidersHaveThem_accepted()
    {
        QFETCH(std::string, scope);
        QFETCH(bool, accepted);
        Fixture f;
        NewProvider wanted = Fixture::providerFields();
        wanted.fields.scopes = {"openid", scope};
        wanted.fields.acceptedAcr = {scope};
        const auto made = f.identity->identityProviders().create(f.system(), std::move(wanted));
        QCOMPARE(made.has_value(), accepted);
        if (accepted)
            QCOMPARE(f.require(f.identity->identityProviders().read(f.system(), made->id)).fields.acceptedAcr,
                     std::vector<std::string>{scope});
    }

    void clientSecret_countedInCharacters()
    {
        Fixture f;
        NewProvider wanted = Fixture::providerFields();
        wanted.clientSecret = SecretBytes::fromText(repeated("€", clientSecretLimit));
        QVERIFY(f.identity->identityProviders().create(f.system(), std::move(wanted)));
        wanted = Fixture::providerFields();
        wanted.fields.name = "other";
        wanted.clientSecret = SecretBytes::fromText(repeated("€", clientSecretLimit + 1));
        QVERIFY(!f.identity->identityProviders().create(f.system(), std::move(wanted)));
    }

    void keySet_ofMany_allUsable()
    {
        Fixture f;
        const auto set = outside::JwkSet::parse(keySet(f, 200));
        QVERIFY(set);
        QCOMPARE(set->size(), std::size_t{200});
        QCOMPARE(set->leftOut().all(), std::size_t{0});
        QVERIFY(set->find(std::string("k199"), crypto::OutsideAlgorithm::Es256) != nullptr);
    }

    void keySet_whatIsLeftOut_isCounted()
    {
        Fixture f;
        json::object encrypts = f.idp->es256Jwk("e");
        encrypts["use"] = "enc";
        json::object other = f.idp->es256Jwk("o");
        other["crv"] = "secp256k1";
        const auto set = outside::JwkSet::parse(keySet(f, 1005, {encrypts, other, json::object{{"kty", "RSA"}}, 7}));
        QVERIFY(set);
        QCOMPARE(set->size(), outside::JwkSet::keyLimit);
        QCOMPARE(set->leftOut().overLimit, std::size_t{5});
        QCOMPARE(set->leftOut().unusable, std::size_t{3}); // the one for encryption is none of ours
    }

    void keySet_whatIsLeftOut_isTold()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        json::object other = f.idp->es256Jwk("o");
        other["crv"] = "secp256k1";
        f.idp->answer("/keys", json::object{{"keys", json::array{f.idp->es256Jwk("k1"), other}}});
        const LoginTest test = f.require(f.identity->identityProviders().startTest(f.system(), provider.id));
        QCOMPARE(test.steps[1].detail, std::string("1 (1 left out)"));
        const OutsideRedirect redirect = f.start();
        f.answerTokens(f.claims(redirect), "o");
        QVERIFY(!f.finish(Fixture::answer(redirect)));
        QCOMPARE(f.reason(), std::string(failure::keyUnknown));
        QVERIFY(f.last("auth.outside_failed").detailsJson.find("1 of a kind that is not used here") != std::string::npos);
    }

    void keySet_tooLong_saysSo()
    {
        QCOMPARE(outside::JwkSet::parse(std::string(outside::JwkSet::sizeLimit + 1, ' ')).error().detail,
                 std::string("The provider's key set is longer than 512 KB."));
    }
};

SALLYPORT_GUILESS_TEST(TestOutsideLimits)

} // namespace tst_outside_limits
#include "tst_outside_limits.moc"
