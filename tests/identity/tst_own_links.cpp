#include "backend/identity/openid/failure.h"
#include "tests/identity/outside_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_own_links {

using namespace sallyport;
using namespace sallyport::identity;
namespace json = boost::json;
namespace failure = sallyport::identity::outside::failure;

namespace {

/// With a provider and a user who has a password.
class Fixture : public sallyport::test::OutsideFixture {
public:
    Fixture() : provider(addProvider()), user(addUser("vi@x.example")), session(tokens("vi@x.example")), self(actor(session)) {}

    OutsideSignIn& outside() { return identity->outsideSignIn(); }
    void set(const std::string& key, const std::string& value) { require(settings->change(system(), {{key, value}}), 0); }

    /// The browser's way: the code that it comes back with.
    SecretBytes linkCode(const std::string& subject = "S1")
    {
        const std::string url = require(outside().beginLink(self, "acme")).url;
        OutsideStart wanted;
        wanted.link = parameter(url, "link");
        const OutsideRedirect redirect = start(wanted);
        json::object body = claims(redirect);
        body["sub"] = subject;
        answerTokens(body);
        return std::move(require(finish(answer(redirect))).code);
    }

    IdentityProvider provider;
    User user;
    Tokens session;
    access::Actor self;
};

const auto withFactor = [](json::object& body) { body["amr"] = json::array{"mfa"}; };

} // namespace

class TestOwnLinks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void account_linkedByItsUser_signsIn()
    {
        Fixture f;
        const std::string url = f.require(f.outside().beginLink(f.self, "acme")).url;
        QVERIFY(url.starts_with("https://127.0.0.1:8443/auth/acme?link="));
        const OutsideLink link = f.require(f.outside().finishLink(f.self, f.linkCode(), {}));
        QVERIFY(link.user == f.user.id && link.subject == "S1" && link.label == "lin@acme.example");
        QCOMPARE(f.count("user.created"), 1); // the one who was there
        QCOMPARE(f.last("user.linked").actor.id, f.user.id.text());
        QVERIFY(f.tokensBy().user.id == f.user.id);
        QCOMPARE(f.require(f.outside().ownLinks(f.self)).size(), std::size_t{1});
    }

    void asvs_7_5_1_oldSignIn_orOneWithoutItsFactor_cannotLink()
    {
        Fixture f;
        f.clock.advance(f.settings->values()->reauthMaxAge + std::chrono::seconds(1));
        QCOMPARE(sallyport::test::wordOf(f.outside().beginLink(f.self, "acme")), std::string("step_up_required"));
        f.session = f.tokens("vi@x.example");
        f.self = f.actor(f.session);
        QVERIFY(f.outside().beginLink(f.self, "acme"));
        QCOMPARE(sallyport::test::wordOf(f.outside().beginLink(f.self, "nobody")), std::string("not_found"));
        f.enrol(f.session);
        f.clock.advance(f.settings->values()->stepUpMaxAge + std::chrono::seconds(1));
        f.self = f.actor(f.session);
        QCOMPARE(sallyport::test::wordOf(f.outside().beginLink(f.self, "acme")), std::string("step_up_required"));
    }

    /// Somebody sends the address that they have begun with to somebody else, whose account comes back.
    void code_worksInTheSessionThatBeganOnly()
    {
        Fixture f;
        f.addUser("victim@x.example");
        const access::Actor victim = f.actor(f.tokens("victim@x.example"));
        QVERIFY(!f.outside().finishLink(victim, f.linkCode(), {}));
        QCOMPARE(f.reason(), std::string("link_code_invalid"));
        const access::Actor elsewhere = f.actor(f.tokens("vi@x.example"));
        QVERIFY(!f.outside().finishLink(elsewhere, f.linkCode(), {}));
        QVERIFY(!f.outside().exchange(f.linkCode(), {}, f.from())); // nor does it sign anybody in
        SecretBytes code = f.linkCode();
        QVERIFY(f.outside().finishLink(f.self, code, {}));
        QVERIFY(!f.outside().finishLink(f.self, code, {})); // used
        // A code to sign in with doesn't link.
        QVERIFY(!f.outside().finishLink(f.self, f.require(f.login()).code, {}));
    }

    void address_worksOnce_andForItsProvider()
    {
        Fixture f;
        OutsideStart wanted;
        wanted.provider = "acme";
        wanted.link = Fixture::parameter(f.require(f.outside().beginLink(f.self, "acme")).url, "link");
        QVERIFY(f.outside().begin(wanted, f.from()));
        QVERIFY(f.outside().begin(wanted, f.from()).error().code == ErrorCode::NotFound);
        wanted.link = Fixture::parameter(f.require(f.outside().beginLink(f.self, "acme")).url, "link");
        f.clock.advance(std::chrono::minutes(10));
        QVERIFY(f.outside().begin(wanted, f.from()).error().code == ErrorCode::NotFound);
    }

    void account_ofSomebodyElse_conflicts()
    {
        Fixture f;
        f.tokensBy(); // S1 is a user of its own
        const auto linked = f.outside().finishLink(f.self, f.linkCode(), {});
        QVERIFY(!linked && linked.error().word == "already_linked");
        QVERIFY(f.outside().finishLink(f.self, f.linkCode("S2"), {}));
    }

    void key_andConsole_cannotLink()
    {
        Fixture f;
        QCOMPARE(sallyport::test::wordOf(f.outside().beginLink(f.system(), "acme")), std::string("permission_denied"));
        QCOMPARE(sallyport::test::wordOf(f.outside().ownLinks(f.system())), std::string("permission_denied"));
    }

    void unlink_endsOtherSessions_butNotTheLastWayIn()
    {
        Fixture f;
        const OutsideLink link = f.require(f.outside().finishLink(f.self, f.linkCode(), {}));
        const Tokens other = f.tokensBy();
        QVERIFY(f.authenticate(other));
        QVERIFY(f.outside().removeOwnLink(f.self, link.id));
        QVERIFY(!f.authenticate(other));
        QVERIFY(f.authenticate(f.session));
        QCOMPARE(sallyport::test::wordOf(f.outside().removeOwnLink(f.self, link.id)), std::string("not_found"));
        // Who came by an outside login has no password.
        const access::Actor newcomer = f.actor(f.tokensBy());
        const OutsideLinkId only = f.require(f.outside().ownLinks(newcomer)).front().id;
        QCOMPARE(sallyport::test::wordOf(f.outside().removeOwnLink(f.self, only)), std::string("not_found"));
        const auto removed = f.outside().removeOwnLink(newcomer, only);
        QVERIFY(!removed && removed.error().word == "last_way_in");
    }

    void code_afterUnlinking_signsNobodyIn()
    {
        Fixture f;
        const OutsideLink link = f.require(f.outside().finishLink(f.self, f.linkCode(), {}));
        const OutsideOutcome outcome = f.require(f.login());
        QVERIFY(f.identity->identityProviders().unlink(f.system(), link.id));
        QVERIFY(!f.outside().exchange(outcome.code, {}, f.from()));
        QCOMPARE(f.last("auth.login_failed").reason, std::string("unlinked"));
    }

    /// RFC 9700 §4.4: the answer of one provider at the door of another.
    void mixUp_refused()
    {
        Fixture f;
        NewProvider second = Fixture::providerFields();
        second.fields.name = "beta";
        second.fields.issuer = "https://other.example";
        f.require(f.identity->identityProviders().create(f.system(), std::move(second)));
        OutsideAnswer reply = Fixture::answer(f.start());
        reply.provider = "beta";
        const std::size_t asked = f.idp->asked.size();
        QVERIFY(!f.finish(reply));
        QCOMPARE(f.reason(), std::string(failure::stateUnknown));
        QCOMPARE(f.idp->asked.size(), asked);
    }

    void asvs_6_3_3_rule_metByTheProvidersFactor_whereItIsAccepted()
    {
        Fixture f;
        f.set("mfa.required_roles", "viewer");
        f.clock.advance(std::chrono::days(15));
        QVERIFY(std::holds_alternative<Tokens>(f.exchange(f.require(f.login())))); // a new user has its time
        f.clock.advance(std::chrono::days(15));
        QVERIFY(std::holds_alternative<EnrolmentNeeded>(f.exchange(f.require(f.login(withFactor))))); // not configured
        f.changeProvider(f.provider, [](ProviderFields& fields) { fields.acceptedAmr = {"mfa"}; });
        QVERIFY(std::holds_alternative<EnrolmentNeeded>(f.exchange(f.require(f.login()))));
        const Tokens tokens = f.tokensBy(withFactor);
        QVERIFY(!tokens.mfaDeadline);
        QVERIFY(!f.require(f.authenticate(tokens))->mfaMissingSince);
        QVERIFY(f.outside().ownLinks(f.actor(tokens)));
        QVERIFY(f.identity->signIn().refresh(tokens.refreshToken, f.from()));
    }

    void factor_ofTheUserInfo_doesNotCount()
    {
        Fixture f;
        f.changeProvider(f.provider, [](ProviderFields& fields) { fields.acceptedAmr = {"mfa"}; });
        f.enrol(f.tokensBy());
        f.idp->answer("/me", {{"sub", "S1"}, {"amr", json::array{"mfa"}}, {"email", "lin@acme.example"}});
        const auto without = [](json::object& body) { body.erase("email"); };
        QVERIFY(std::holds_alternative<MfaPending>(f.exchange(f.require(f.login(without)))));
    }

    /// The address of one document with the verification of the other.
    void address_andItsVerification_fromOneDocument()
    {
        Fixture f;
        f.idp->answer("/me", {{"sub", "S1"}, {"email", "mine@acme.example"}, {"email_verified", true}, {"name", "Lin"}});
        const auto unverified = [](json::object& body) {
            body["email"] = "others@acme.example";
            body.erase("email_verified");
            body.erase("name");
        };
        QVERIFY(!f.login(unverified));
        QCOMPARE(f.reason(), std::string(failure::emailUnverified));
    }
};

SALLYPORT_GUILESS_TEST(TestOwnLinks)

} // namespace tst_own_links
#include "tst_own_links.moc"
