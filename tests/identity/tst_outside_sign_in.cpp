#include "backend/identity/openid/failure.h"
#include "tests/identity/outside_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_outside_sign_in {

using namespace sallyport;
using namespace sallyport::identity;
using sallyport::test::FakeIssuer;
using sallyport::test::IdentityFixture;
using Fixture = sallyport::test::OutsideFixture;
namespace json = boost::json;
namespace failure = sallyport::identity::outside::failure;

class TestOutsideSignIn : public QObject {
    Q_OBJECT

    const std::string verifier = std::string(50, 'v');

    /// A login that the browser takes back to an application's own address.
    OutsideOutcome loginTo(Fixture& f, bool addProvider = true)
    {
        if (addProvider)
            f.addProvider([](NewProvider& provider) { provider.fields.returnUrls = {"https://app.example/done?x=1"}; });
        OutsideStart wanted;
        wanted.returnTo = "https://app.example/done?x=1";
        wanted.state = "mine";
        wanted.challenge = outside::codeChallenge(verifier);
        const OutsideRedirect redirect = f.start(wanted);
        f.answerTokens(f.claims(redirect));
        return f.require(f.finish(Fixture::answer(redirect)));
    }

private Q_SLOTS:
    void firstLogin_createsAUser_andLinksBySubject()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        const Tokens tokens = f.tokensBy();
        QCOMPARE(tokens.user.email, std::string("lin@acme.example"));
        QCOMPARE(tokens.user.roles, std::vector<std::string>{"viewer"});
        QVERIFY(f.authenticate(tokens));
        QCOMPARE(f.count("user.created"), 1);
        QCOMPARE(f.count("user.linked"), 1);
        QCOMPARE(f.last("auth.login").actor.name, std::string("Lin Acme"));
        QCOMPARE(f.require(f.identity->identityProviders().read(f.system(), provider.id)).links, std::int64_t{1});
    }

    void asvs_10_5_2_anotherAddressAtTheProvider_isTheSameUser()
    {
        Fixture f;
        f.addProvider();
        const Tokens tokens = f.tokensBy();
        const Tokens again = f.tokensBy([](json::object& body) { body["email"] = "renamed@acme.example"; });
        QVERIFY(again.user.id == tokens.user.id);
    }

    void asvs_10_2_1_request_carriesPkceStateAndNonce_andTheClientAuthenticates()
    {
        Fixture f;
        f.addProvider();
        const OutsideRedirect redirect = f.start();
        QVERIFY(redirect.url.starts_with("https://id.example/authorize?response_type=code&client_id=client&redirect_uri="
                                         "https%3A%2F%2F127.0.0.1%3A8443%2Fauth%2Facme%2Fcallback&"));
        QCOMPARE(Fixture::parameter(redirect.url, "code_challenge_method"), std::string("S256"));
        QCOMPARE(Fixture::parameter(redirect.url, "state").size(), std::size_t{43});
        f.answerTokens(f.claims(redirect));
        QVERIFY(f.finish(Fixture::answer(redirect)));
        QCOMPARE(outside::codeChallenge(Fixture::parameter(f.idp->form, "code_verifier")),
                 Fixture::parameter(redirect.url, "code_challenge"));
        QCOMPARE(f.idp->authorization, "Basic " + toBase64(asBytes("client:a%20secret")));
    }

    void asvs_6_8_1_sameAddressAtAProvider_isNotLinked()
    {
        Fixture f;
        f.addProvider();
        f.addUser("lin@acme.example");
        QVERIFY(!f.login());
        QCOMPARE(f.reason(), std::string(failure::emailTaken));
    }

    void sameSubjectOfTwoIssuers_areTwoUsers()
    {
        Fixture f;
        const IdentityProvider first = f.addProvider();
        const Tokens one = f.tokensBy();
        const UserId user = f.addUser("other@acme.example").id;
        const IdentityProvider second = f.require(f.identity->identityProviders().create(f.system(), [] {
            NewProvider provider = Fixture::providerFields();
            provider.fields.name = "beta";
            provider.fields.issuer = "https://other.example";
            return provider;
        }()));
        QVERIFY(f.identity->identityProviders().link(f.system(), second.id, "S1", user));
        QVERIFY(f.identity->identityProviders().link(f.system(), first.id, "S1", user).error().code == ErrorCode::Conflict);
        QVERIFY(f.tokensBy().user.id == one.user.id);
    }

    void firstLogin_rules_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<int>("rule");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("refused") << QString() << int(FirstLogin::Refuse) << QByteArray("not_linked");
        QTest::newRow("approval") << QString() << int(FirstLogin::CreateDisabled) << QByteArray("waits_for_approval");
        QTest::newRow("no address") << QStringLiteral("none") << int(FirstLogin::Create) << QByteArray("email_missing");
        QTest::newRow("unverified") << QStringLiteral("unverified") << int(FirstLogin::Create) << QByteArray("email_unverified");
    }
    void firstLogin_rules()
    {
        QFETCH(QString, change);
        QFETCH(int, rule);
        QFETCH(QByteArray, word);
        Fixture f;
        f.addProvider([&](NewProvider& provider) {
            provider.fields.firstLogin = FirstLogin(rule);
            provider.fields.scopes = {"openid"};
        });
        const auto outcome = f.login([&](json::object& body) {
            if (change == QStringLiteral("none"))
                body.erase("email");
            if (change == QStringLiteral("unverified"))
                body["email_verified"] = false;
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().word, std::string("outside_login_failed"));
        QCOMPARE(QByteArray::fromStdString(f.reason()), word);
    }

    void userThatWaitsForApproval_signsInOnceEnabled()
    {
        Fixture f;
        f.addProvider([](NewProvider& provider) { provider.fields.firstLogin = FirstLogin::CreateDisabled; });
        QVERIFY(!f.login());
        QVERIFY(!f.login());
        QCOMPARE(f.reason(), std::string(failure::accountDisabled));
        const UserId id(f.last("user.created").object.id);
        f.require(f.identity->users().apply(f.system(), id, UserAction::Enable), 0);
        QVERIFY(f.tokensBy().user.id == id);
    }

    void invitedUser_whoIsLinked_signsInWithoutAPassword()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        NewUser invited;
        invited.name = "In Vited";
        invited.email = "in@acme.example";
        const User before = f.require(f.identity->users().create(f.system(), std::move(invited))).user;
        const UserId id = before.id;
        QVERIFY(f.identity->identityProviders().link(f.system(), provider.id, "S1", id));
        const Tokens tokens = f.tokensBy();
        QVERIFY(tokens.user.id == id && tokens.user.status == UserStatus::Active);
        QCOMPARE(tokens.user.version, before.version + 1); // whoever read it as invited, changes it no more
        QVERIFY(f.authenticate(tokens));
    }

    void asvs_10_1_2_state_wrongUsedOldOrOfAnotherBrowser_refused()
    {
        Fixture f;
        f.addProvider();
        const OutsideRedirect redirect = f.start();
        f.answerTokens(f.claims(redirect));
        OutsideAnswer reply = Fixture::answer(redirect);
        reply.state = "x" + reply.state->substr(1);
        QVERIFY(!f.finish(reply));
        QCOMPARE(f.reason(), std::string(failure::stateUnknown));

        QVERIFY(f.finish(Fixture::answer(redirect)));
        QVERIFY(!f.finish(Fixture::answer(redirect))); // used
        QCOMPARE(f.reason(), std::string(failure::stateUnknown));

        const OutsideRedirect other = f.start();
        reply = Fixture::answer(other);
        reply.browser = redirect.browser;
        QVERIFY(!f.finish(reply));
        QCOMPARE(f.reason(), std::string(failure::browserOther));
        QVERIFY(!f.finish(Fixture::answer(other))); // used by the wrong one
        QCOMPARE(f.reason(), std::string(failure::stateUnknown));

        const OutsideRedirect old = f.start();
        f.clock.advance(std::chrono::minutes(10));
        QVERIFY(!f.finish(Fixture::answer(old)));
        QCOMPARE(f.reason(), std::string(failure::stateUnknown));
    }

    void asvs_10_2_2_issParameter_wrongOrMissing_refused()
    {
        Fixture f;
        f.addProvider();
        for (const bool missing : {false, true}) {
            const OutsideRedirect redirect = f.start();
            f.answerTokens(f.claims(redirect));
            OutsideAnswer reply = Fixture::answer(redirect);
            reply.issuer = missing ? std::nullopt : std::optional<std::string>("https://evil.example");
            const std::size_t asked = f.idp->asked.size();
            QVERIFY(!f.finish(reply));
            QCOMPARE(f.reason(), std::string(failure::issuerParameter));
            QCOMPARE(f.idp->asked.size(), asked); // the code went nowhere
        }
    }

    void providerSaysNo_toldByReason()
    {
        Fixture f;
        f.addProvider();
        OutsideAnswer reply = Fixture::answer(f.start());
        reply.code.reset();
        reply.error = "access_denied";
        QVERIFY(!f.finish(reply));
        QCOMPARE(f.reason(), std::string(failure::providerSaidNo));
        QVERIFY(f.last("auth.outside_failed").detailsJson.find("access_denied") != std::string::npos);
    }

    void asvs_16_5_2_tokenEndpoint_refusals_toldByReason()
    {
        Fixture f;
        f.addProvider();
        const auto reasonAfter = [&](const json::value& body, int status) {
            const OutsideRedirect redirect = f.start();
            f.idp->answer("/token", body, status);
            QTest::qVerify(!f.finish(Fixture::answer(redirect)).has_value(), "refused", "", __FILE__, __LINE__);
            return f.reason();
        };
        QCOMPARE(reasonAfter({{"error", "invalid_grant"}}, 400), std::string(failure::codeRefused));
        QCOMPARE(reasonAfter({{"error", "invalid_client"}}, 401), std::string(failure::clientRefused));
        QCOMPARE(reasonAfter({{"access_token", "x"}, {"token_type", "Bearer"}}, 200), std::string(failure::tokenAnswerWrong));
        QCOMPARE(reasonAfter("text", 500), std::string(failure::tokenAnswerWrong));
        f.idp->answers.erase("https://id.example/token");
        const OutsideRedirect redirect = f.start();
        const auto outcome = f.finish(Fixture::answer(redirect));
        QCOMPARE(outcome.error().word, std::string("provider_unavailable"));
        QCOMPARE(f.reason(), std::string(outbound::failure::unreachable));
    }

    void keyRotation_searchedOnceAMinute()
    {
        Fixture f;
        f.addProvider();
        f.tokensBy();
        const auto keyCalls = [&] { return std::ranges::count(f.idp->asked, std::string("GET https://id.example/keys")); };
        QCOMPARE(keyCalls(), 1);
        const auto loginWith = [&](const std::string& kid) {
            const OutsideRedirect redirect = f.start();
            f.answerTokens(f.claims(redirect), kid);
            return f.finish(Fixture::answer(redirect)).has_value();
        };
        f.idp->publish("k2");
        QVERIFY(loginWith("k2"));
        QCOMPARE(keyCalls(), 2);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!loginWith("forged"));
        QCOMPARE(keyCalls(), 2);
        f.clock.advance(std::chrono::minutes(1));
        QVERIFY(!loginWith("forged"));
        QCOMPARE(keyCalls(), 3);
        QCOMPARE(f.reason(), std::string(failure::keyUnknown));
    }

    void asvs_10_4_2_exchangeCode_worksOnce()
    {
        Fixture f;
        const OutsideOutcome outcome = loginTo(f);
        QVERIFY(outcome.redirect.starts_with("https://app.example/done?x=1&code="));
        QVERIFY(outcome.redirect.ends_with("&state=mine"));
        QVERIFY(f.identity->outsideSignIn().exchange(outcome.code, verifier, f.from()));
        QVERIFY(!f.identity->outsideSignIn().exchange(outcome.code, verifier, f.from()));
    }

    void asvs_10_4_3_exchangeCode_worksForAMinute()
    {
        Fixture f;
        const OutsideOutcome outcome = loginTo(f);
        f.clock.advance(std::chrono::seconds(60));
        QVERIFY(!f.identity->outsideSignIn().exchange(outcome.code, verifier, f.from()));
        QCOMPARE(f.reason(), std::string("exchange_code_unknown"));
    }

    void asvs_10_4_6_exchangeCode_needsItsVerifier()
    {
        Fixture f;
        const OutsideOutcome first = loginTo(f);
        QVERIFY(!f.identity->outsideSignIn().exchange(first.code, std::string(50, 'w'), f.from()));
        QVERIFY(!f.identity->outsideSignIn().exchange(first.code, verifier, f.from())); // burned
        const OutsideOutcome second = loginTo(f, false);
        QVERIFY(!f.identity->outsideSignIn().exchange(second.code, {}, f.from()));
    }

    void asvs_10_4_1_returnUrl_thatIsNotListed_orWithoutChallenge_refused()
    {
        Fixture f;
        f.addProvider([](NewProvider& provider) { provider.fields.returnUrls = {"https://app.example/done"}; });
        for (const char* url :
             {"https://app.example/done/", "https://evil.example/", "https://app.example/done?x=1", "https://app.example/done"}) {
            OutsideStart wanted;
            wanted.provider = "acme";
            wanted.returnTo = url;
            QVERIFY(f.identity->outsideSignIn().begin(wanted, f.from()).error().code == ErrorCode::InvalidArgument);
        }
    }

    void asvs_6_8_4_secondFactor_ownUnlessTheProvidersIsAccepted()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        const Tokens tokens = f.tokensBy();
        f.enrol(tokens);
        const auto amr = [](json::object& body) { body["amr"] = json::array{"pwd", "otp"}; };
        QVERIFY(std::holds_alternative<MfaPending>(f.exchange(f.require(f.login(amr)))));
        f.changeProvider(provider, [](ProviderFields& fields) { fields.acceptedAmr = {"otp"}; });
        QVERIFY(std::holds_alternative<MfaPending>(f.exchange(f.require(f.login()))));
        auto accepted = f.exchange(f.require(f.login(amr)));
        QVERIFY(std::holds_alternative<Tokens>(accepted));
        // It stands for signing in; as a step-up only as fresh as the provider says.
        QVERIFY(!f.actor(std::get<Tokens>(accepted)).mfaAt.has_value());
        const UtcTime shown = std::chrono::floor<std::chrono::seconds>(f.clock.now()) - std::chrono::hours(1);
        accepted = f.exchange(f.require(f.login([&](json::object& body) {
            amr(body);
            body["auth_time"] = shown.time_since_epoch() / std::chrono::seconds(1);
        })));
        QVERIFY(f.actor(std::get<Tokens>(accepted)).mfaAt == shown);
    }

    void rules_giveRoles_atFirst_orEachTime()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider([](NewProvider& wanted) {
            wanted.fields.roleRules = {{"groups", "writers", "editor"}, {"groups", "root", "admin"}};
        });
        const auto groups = [](const char* group) {
            return [group](json::object& body) { body["groups"] = json::array{"staff", group}; };
        };
        QCOMPARE(f.tokensBy(groups("writers")).user.roles, (std::vector<std::string>{"editor", "viewer"}));
        QCOMPARE(f.tokensBy(groups("none")).user.roles, (std::vector<std::string>{"editor", "viewer"}));
        f.changeProvider(provider, [](ProviderFields& fields) { fields.rolesEachTime = true; });
        QCOMPARE(f.tokensBy(groups("root")).user.roles, (std::vector<std::string>{"admin", "viewer"}));
        QCOMPARE(f.tokensBy(groups("none")).user.roles, (std::vector<std::string>{"admin", "viewer"})); // the last administrator
        f.addUser("second@acme.example", {"admin"});
        QCOMPARE(f.tokensBy(groups("none")).user.roles, std::vector<std::string>{"viewer"});
        QVERIFY(f.count("user.roles_changed") >= 2);
    }

    void name_ofTheProvider_isOneThatCanBeSeen_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("hidden at the ends") << QByteArray("\xe2\x80\x8b Lin \xe3\x80\x80") << QByteArray("Lin");
        QTest::newRow("hidden inside") << QByteArray("Li\xe2\x80\x8bn\xe2\x80\xae X") << QByteArray("Lin X");
        QTest::newRow("controls") << QByteArray("Lin\r\n\x1b[31mX") << QByteArray("Lin [31mX");
        QTest::newRow("nothing to see") << QByteArray("\xe2\x81\xa0\xc2\xa0") << QByteArray("lin.p");
        QTest::newRow("longer than a name") << QByteArray("\xc3\xa4").repeated(150) << QByteArray("\xc3\xa4").repeated(100);
    }
    void name_ofTheProvider_isOneThatCanBeSeen()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, kept);
        Fixture f;
        f.addProvider();
        const auto by = [&](json::object& body) {
            body["name"] = name.toStdString();
            body["preferred_username"] = "lin.p";
        };
        QCOMPARE(QByteArray::fromStdString(f.tokensBy(by).user.name), kept);
    }

    /// Without any name that can be seen it is the address.
    void name_thatNobodySees_isTheAddress()
    {
        Fixture f;
        f.addProvider();
        QCOMPARE(f.tokensBy([](json::object& body) {
                      body["name"] = "\xe2\x80\x8b";
                      body["preferred_username"] = "\xe2\x81\xa0";
                  }).user.name,
                 std::string("lin@acme.example"));
    }

    void provider_whoMayNotGrantItsRoles_cannotSetIt()
    {
        Fixture f;
        f.addUser("ed@acme.example", {"editor"});
        access::Actor editor = f.actor(f.tokens("ed@acme.example"));
        QVERIFY(f.identity->identityProviders().create(editor, Fixture::providerFields()).error().code ==
                ErrorCode::PermissionDenied);
        QVERIFY(f.identity->identityProviders().list(editor).error().code == ErrorCode::PermissionDenied);
    }

    void fields_thatAreWrong_named_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char* field : {"name", "title", "issuer", "client_id", "client_secret", "algorithms", "roles.0",
                                  "role_rules.0.role", "role_rules.0.claim", "return_urls"})
            QTest::newRow(field) << QByteArray(field);
    }
    void fields_thatAreWrong_named()
    {
        QFETCH(QByteArray, field);
        Fixture f;
        NewProvider provider = Fixture::providerFields();
        ProviderFields& fields = provider.fields;
        if (field == "name")
            fields.name = "Acme!";
        if (field == "title")
            fields.title = " ";
        if (field == "issuer")
            fields.issuer = "http://id.example";
        if (field == "client_id")
            fields.clientId = "a b";
        if (field == "client_secret")
            provider.clientSecret.reset();
        if (field == "algorithms")
            fields.algorithms = {"HS256", "RS256"};
        if (field == "roles.0")
            fields.roles = {"nobody"};
        if (field == "role_rules.0.role")
            fields.roleRules = {{"a", "b", "nobody"}};
        if (field == "role_rules.0.claim")
            fields.roleRules = {{"/a~b", "b", "viewer"}};
        if (field == "return_urls")
            fields.returnUrls = {"http://app.example/"};
        const auto made = f.identity->identityProviders().create(f.system(), std::move(provider));
        QVERIFY(made.error().code == ErrorCode::ValidationFailed);
        QCOMPARE(QByteArray::fromStdString(made.error().fields.front().field), field);
    }

    void secret_neverGivenOut_andEncrypted()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        QVERIFY(provider.hasSecret);
        QVERIFY(f.last("provider.created").detailsJson.find("a secret") == std::string::npos);
        ProviderPatch patch;
        patch.clientSecret = SecretBytes();
        patch.fields = provider.fields;
        patch.fields->authentication = ClientAuthentication::None;
        QVERIFY(!f.require(f.identity->identityProviders().change(f.system(), provider.id, std::move(patch))).hasSecret);
    }

    void asvs_13_3_2_otherIssuer_wantsTheSecretAnew()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        const auto moved = [&](std::optional<SecretBytes> secret, ClientAuthentication how = ClientAuthentication::Basic) {
            ProviderPatch patch;
            patch.fields = provider.fields;
            patch.fields->issuer = "https://elsewhere.example";
            patch.fields->authentication = how;
            patch.clientSecret = std::move(secret);
            return f.identity->identityProviders().change(f.system(), provider.id, std::move(patch));
        };
        // Nor by way of a client that shows none yet.
        for (const auto how : {ClientAuthentication::Basic, ClientAuthentication::None}) {
            const auto refused = moved({}, how);
            QVERIFY(!refused);
            QCOMPARE(refused.error().fields.front().field, std::string("client_secret"));
        }
        QCOMPARE(f.require(f.identity->identityProviders().read(f.system(), provider.id)).fields.issuer,
                 std::string(FakeIssuer::issuer));
        QVERIFY(moved(SecretBytes::fromText("another secret")));
    }

    void disabledProvider_isNoWayIn_andAnotherIssuerNeedsItsLinksGone()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        const Tokens tokens = f.tokensBy();
        ProviderPatch moved;
        moved.fields = provider.fields;
        moved.fields->issuer = "https://elsewhere.example";
        QVERIFY(f.identity->identityProviders().change(f.system(), provider.id, std::move(moved)).error().code ==
                ErrorCode::ValidationFailed);
        const OutsideRedirect underWay = f.start();
        f.answerTokens(f.claims(underWay));
        ProviderPatch off;
        off.enabled = false;
        f.require(f.identity->identityProviders().change(f.system(), provider.id, std::move(off)));
        QVERIFY(!f.finish(Fixture::answer(underWay)));
        QCOMPARE(f.reason(), std::string(failure::providerChanged));
        OutsideStart wanted;
        wanted.provider = "acme";
        QVERIFY(f.identity->outsideSignIn().begin(wanted, f.from()).error().code == ErrorCode::NotFound);
        // Unlinking ends the sessions.
        OutsideLinkQuery query;
        query.user = tokens.user.id;
        const OutsideLinkPage page = f.require(f.identity->identityProviders().links(f.system(), query));
        QCOMPARE(page.links.size(), std::size_t{1});
        f.require(f.identity->identityProviders().unlink(f.system(), page.links.front().id), 0);
        QVERIFY(!f.authenticate(tokens));
        f.require(f.identity->identityProviders().remove(f.system(), provider.id), 0);
        QCOMPARE(f.count("provider.deleted"), 1);
    }

    void gitHub_numericIdAndVerifiedAddress()
    {
        Fixture f;
        f.addProvider([](NewProvider& wanted) {
            wanted.fields.kind = ProviderKind::GitHub;
            wanted.fields.issuer = "https://github.com";
        });
        f.idp->answer("https://github.com/login/oauth/access_token", {{"access_token", "gho"}, {"token_type", "bearer"}});
        f.idp->answer("https://api.github.com/user", {{"id", 583231}, {"login", "octocat"}, {"name", nullptr}});
        f.idp->answer("https://api.github.com/user/emails",
                      json::array{json::object{{"email", "old@acme.example"}, {"primary", false}, {"verified", true}},
                                  json::object{{"email", "cat@acme.example"}, {"primary", true}, {"verified", true}}});
        const OutsideRedirect redirect = f.start();
        QVERIFY(redirect.url.starts_with("https://github.com/login/oauth/authorize?"));
        OutsideAnswer reply = Fixture::answer(redirect);
        reply.issuer.reset();
        auto result = f.exchange(f.require(f.finish(reply)));
        QCOMPARE(std::get<Tokens>(result).user.name, std::string("octocat"));
        QCOMPARE(std::get<Tokens>(result).user.email, std::string("cat@acme.example"));
        QVERIFY(f.last("user.linked").detailsJson.find("583231") != std::string::npos);
        QCOMPARE(f.idp->authorization, std::string("Bearer gho"));
    }

    void test_showsEachStep_andSignsNobodyIn()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        IdentityProviders& providers = f.identity->identityProviders();
        const LoginTest begun = f.require(providers.startTest(f.system(), provider.id));
        QCOMPARE(begun.steps.size(), std::size_t{3});
        QVERIFY(!begun.over && begun.url.starts_with("https://127.0.0.1:8443/auth/acme?test="));
        OutsideStart wanted;
        wanted.test = begun.url.substr(begun.url.find('=') + 1);
        const OutsideRedirect redirect = f.start(wanted);
        f.answerTokens(f.claims(redirect));
        const OutsideOutcome outcome = f.require(f.finish(Fixture::answer(redirect)));
        QVERIFY(outcome.test && outcome.code.empty());
        const LoginTest done = f.require(providers.testState(f.system(), begun.id));
        QVERIFY(done.over);
        QCOMPARE(done.steps.size(), std::size_t{7});
        for (const TestStep& step : done.steps)
            QVERIFY(step.state == TestStep::State::Passed);
        QCOMPARE(done.steps.back().word, std::string("new_user"));
        QCOMPARE(f.count("user.created"), 0);
        wanted.provider = "acme";
        QVERIFY(!f.identity->outsideSignIn().begin(wanted, f.from())); // once
    }

    void test_failure_namesTheStep()
    {
        Fixture f;
        const IdentityProvider provider = f.addProvider();
        f.idp->answers.erase("https://id.example/keys");
        const LoginTest test = f.require(f.identity->identityProviders().startTest(f.system(), provider.id));
        QVERIFY(test.over && test.url.empty());
        QCOMPARE(std::string(test.steps.back().step), std::string("keys"));
        QCOMPARE(test.steps.back().word, std::string(outbound::failure::unreachable));
        QCOMPARE(f.last("provider.tested").reason, std::string(outbound::failure::unreachable));
    }

    void pending_ofOneNetwork_bounded()
    {
        Fixture f;
        f.addProvider();
        const OutsideRedirect first = f.start();
        for (int i = 0; i < 32; ++i)
            f.start();
        QVERIFY(!f.finish(Fixture::answer(first)));
        QCOMPARE(f.reason(), std::string(failure::stateUnknown));
    }
};

SALLYPORT_GUILESS_TEST(TestOutsideSignIn)

} // namespace tst_outside_sign_in
#include "tst_outside_sign_in.moc"
