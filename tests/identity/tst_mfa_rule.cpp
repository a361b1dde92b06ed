#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/encoding.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/factors/totp.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_mfa_rule {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;

namespace {

struct Rules : IdentityFixture {
    void set(const std::string& key, const std::string& value) { require(settings->change(system(), {{key, value}}), 0); }

    EnrolmentNeeded enrolmentOf(const std::string& email)
    {
        auto result = require(login(email));
        return std::move(std::get<EnrolmentNeeded>(result));
    }

    access::Actor actorOf(const SecretBytes& token)
    {
        access::Actor who = require(identity->signIn().authenticate(token.view()))->actor;
        who.address = from().address;
        return who;
    }

    std::vector<SecretBytes> enrol(const access::Actor& who)
    {
        const MfaEnrolment enrolment = require(identity->mfa().begin(who, who.id));
        const std::string code = *hotp(*fromBase32(enrolment.secret.view()), static_cast<std::uint64_t>(totpStep(clock.now())));
        return require(identity->mfa().confirm(who, who.id, code));
    }
};

} // namespace

/// ASVS 6.3.3: a second factor by role, with a period of grace.
class TstMfaRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void login_withinGrace_tokensAndDeadline()
    {
        Rules f;
        f.addUser("ada@x.example", {"admin"});
        f.addUser("vi@x.example", {"viewer"});
        f.clock.advance(100h);
        f.set("mfa.required_roles", "admin");
        const Tokens tokens = f.tokens("ada@x.example");
        QCOMPARE(*tokens.mfaDeadline, f.clock.now() + std::chrono::days(14));
        QVERIFY(!f.tokens("vi@x.example").mfaDeadline);
    }

    void grace_countsFromWhenTheRuleFirstApplies()
    {
        Rules f;
        f.set("mfa.required_roles", "admin");
        const UtcTime start = f.clock.now();
        const User user = f.addUser("ed@x.example", {"editor"});
        f.addUser("ada@x.example", {"admin"});
        f.clock.advance(24h);
        QVERIFY(!f.tokens("ed@x.example").mfaDeadline);
        IdentityFixture::require(f.identity->users().setRoles(IdentityFixture::system(), user.id, {"admin"}));
        const UtcTime given = f.clock.now();
        QCOMPARE(*f.tokens("ed@x.example").mfaDeadline, given + std::chrono::days(14));
        QCOMPARE(*f.tokens("ada@x.example").mfaDeadline, start + std::chrono::days(14));
        // Another role on the list, and a role that is kept, leave the time as it was.
        f.clock.advance(24h);
        f.set("mfa.required_roles", "admin, viewer");
        IdentityFixture::require(f.identity->users().setRoles(IdentityFixture::system(), user.id, {"admin", "viewer"}));
        QCOMPARE(*f.tokens("ed@x.example").mfaDeadline, given + std::chrono::days(14));
        // A shorter period counts at once.
        f.set("mfa.grace_days", "1");
        QVERIFY(std::holds_alternative<EnrolmentNeeded>(*f.login("ada@x.example")));
    }

    void asvs_6_3_3_login_afterGrace_onlyEnrols()
    {
        Rules f;
        f.set("mfa.required_roles", "admin");
        const User user = f.addUser("ada@x.example", {"admin"});
        f.clock.advance(std::chrono::days(14));
        const EnrolmentNeeded needed = f.enrolmentOf("ada@x.example");
        QCOMPARE(f.count(kind::mfaOverdue), 1);
        QCOMPARE(f.count(kind::signInSucceeded), 0);
        const auto principal = IdentityFixture::require(f.identity->signIn().authenticate(needed.token.view()));
        QVERIFY(principal->enrolmentOnly);
        const access::Actor who = f.actorOf(needed.token);
        // Every service refuses, what asks for a permission and what asks for oneself.
        QCOMPARE(wordOf(f.identity->users().list(who, {})), std::string("mfa_enrolment_required"));
        QCOMPARE(wordOf(f.identity->users().read(who, user.id)), std::string("mfa_enrolment_required"));
        QCOMPARE(wordOf(f.identity->sessions().list(who, user.id)), std::string("mfa_enrolment_required"));
        QCOMPARE(wordOf(f.identity->mfa().stepUp(who, "000000")), std::string("mfa_enrolment_required"));
        QCOMPARE(wordOf(f.identity->mfa().begin(who, f.addUser("x@x.example").id)), std::string("mfa_enrolment_required"));
        // Not before a factor is there.
        QCOMPARE(wordOf(f.identity->signIn().finishEnrolment(who)), std::string("permission_denied"));
        QCOMPARE(f.enrol(who).size(), std::size_t{10});
        const Tokens tokens = IdentityFixture::require(f.identity->signIn().finishEnrolment(who));
        QVERIFY(!tokens.mfaDeadline && tokens.user.mfaEnabled);
        QVERIFY(f.authenticate(tokens));
        QVERIFY(f.actor(tokens).mfaAt.has_value());
        // ASVS 7.2.4: the session that could only enrol has ended.
        QCOMPARE(wordOf(f.identity->signIn().authenticate(needed.token.view())), std::string("token_invalid"));
        QVERIFY(f.identity->users().list(f.actor(tokens), {}));
    }

    void enrolmentToken_endsAfterTenMinutes()
    {
        Rules f;
        f.set("mfa.required_roles", "viewer");
        f.set("mfa.grace_days", "0");
        f.addUser("vi@x.example");
        const EnrolmentNeeded needed = f.enrolmentOf("vi@x.example");
        QCOMPARE(needed.expiresIn, 600s);
        f.clock.advance(10min);
        QVERIFY(!f.identity->signIn().authenticate(needed.token.view()));
        // ASVS 9.2.2: it is no access token for anybody else, and no refresh token.
        QCOMPARE(wordOf(f.identity->signIn().refresh(needed.token, f.from())), std::string("token_invalid"));
    }

    void asvs_6_3_4_noWayRound()
    {
        Rules f;
        f.set("mfa.required_roles", "admin");
        const User user = f.addUser("ada@x.example", {"admin"});
        f.clock.advance(std::chrono::days(14) - 1min);
        const Tokens before = f.tokens("ada@x.example");
        const access::Actor who = f.actor(before);
        NewApiKey key;
        key.name = "CI";
        key.scopes = {"users:read"};
        const auto made = IdentityFixture::require(f.identity->apiKeys().create(who, std::move(key)));
        QVERIFY(f.identity->users().list(who, {}));
        const auto keyActor = [&] {
            return f.identity->apiKeys().authenticate(made.text.view(), f.from().address).principal->actor;
        };
        QVERIFY(f.identity->users().list(keyActor(), {}));
        QVERIFY(IdentityFixture::require(
            f.identity->issuedTokens().introspect(IdentityFixture::system(), before.accessToken.view())));

        f.clock.advance(1min);
        // The running session, its key, introspection and the refresh token: none goes on.
        QCOMPARE(wordOf(f.identity->users().list(who, {})), std::string("mfa_enrolment_required"));
        QCOMPARE(wordOf(f.identity->users().list(keyActor(), {})), std::string("mfa_enrolment_required"));
        QVERIFY(!IdentityFixture::require(
            f.identity->issuedTokens().introspect(IdentityFixture::system(), before.accessToken.view())));
        QCOMPARE(wordOf(f.identity->signIn().refresh(before.refreshToken, f.from())), std::string("mfa_enrolment_required"));
        QCOMPARE(f.last(kind::mfaOverdue).reason, std::string("mfa_enrolment_required"));
        QVERIFY(!f.authenticate(before));
        // A reset link sets a password and nothing more; the factor is still missing.
        const OneTimeLink link = IdentityFixture::require(f.identity->users().resetPassword(IdentityFixture::system(), user.id));
        IdentityFixture::require(f.identity->signIn().setPasswordByLink(
                                     link.token, SecretBytes::fromText("eleven brisk herons over granite"), f.from()),
                                 0);
        QVERIFY(std::holds_alternative<EnrolmentNeeded>(*f.login("ada@x.example", "eleven brisk herons over granite")));
    }

    void service_account_hasNoFactor_itsKeysGoOn()
    {
        Rules f;
        f.addUser("ada@x.example", {"admin"});
        const access::Actor ada = f.actor(f.tokens("ada@x.example"));
        NewServiceAccount account;
        account.name = "Build runner";
        account.roles = {"viewer"};
        const auto runner = IdentityFixture::require(f.identity->serviceAccounts().create(ada, std::move(account)));
        NewApiKey key;
        key.name = "CI";
        key.scopes = {"users:read"};
        key.owner = runner.id;
        const auto made = IdentityFixture::require(f.identity->apiKeys().create(ada, std::move(key)));
        f.set("mfa.required_roles", "viewer,admin");
        f.set("mfa.grace_days", "0");
        const auto verdict = f.identity->apiKeys().authenticate(made.text.view(), f.from().address);
        QVERIFY(f.identity->users().list(verdict.principal->actor, {}));
    }

    void switchedOff_afterGrace_onlyEnrolsAgain()
    {
        Rules f;
        f.set("mfa.required_roles", "viewer");
        const User user = f.addUser("vi@x.example");
        Tokens tokens = f.tokens("vi@x.example");
        const access::Actor who = f.actor(tokens);
        const std::vector<SecretBytes> codes = f.enrol(who);
        f.clock.advance(std::chrono::days(20));
        auto pending = IdentityFixture::require(f.login("vi@x.example"));
        tokens = IdentityFixture::require(
            f.identity->signIn().completeMfa(std::get<MfaPending>(pending).mfaToken, codes[0].view(), f.from()));
        const access::Actor now = f.actor(tokens);
        IdentityFixture::require(f.identity->mfa().disable(now, codes[1].view()), 0);
        QCOMPARE(wordOf(f.identity->users().read(now, user.id)), std::string("mfa_enrolment_required"));
        QVERIFY(std::holds_alternative<EnrolmentNeeded>(*f.login("vi@x.example")));
    }

    void operator_overdue_comesInWithoutPermissions()
    {
        Rules f;
        f.set("mfa.required_roles", "admin");
        f.addUser("ada@x.example", {"admin"});
        f.clock.advance(std::chrono::days(15));
        auto& signIn = f.identity->signIn();
        const access::Actor who =
            IdentityFixture::require(signIn.operatorSignIn("ada@x.example", SecretBytes::fromText(goodPassword), {}));
        QVERIFY(who.enrolmentOnly && who.permissions.empty());
        QCOMPARE(f.last(kind::mfaOverdue).actor.id, who.id.text());
        QCOMPARE(f.count(kind::operatorSignedIn), 1);
        QVERIFY(signIn.operatorSession(who));
        QCOMPARE(wordOf(signIn.operatorNow(who)), std::string("mfa_enrolment_required"));
        QCOMPARE(wordOf(f.identity->users().list(who, {})), std::string("mfa_enrolment_required"));
        f.enrol(who);
        const access::Actor whole = IdentityFixture::require(signIn.operatorNow(who));
        QVERIFY(!whole.enrolmentOnly && whole.permissions.has(access::Permission::SettingsUpdate));
        QVERIFY(f.identity->users().list(whole, {}));
    }

    void rules_surviveRestart_andRoleNamesAreChecked()
    {
        Rules f;
        f.set("mfa.required_roles", " admin ,, editor");
        QCOMPARE(f.settings->values()->mfaRequiredRoles, (std::vector<std::string>{"admin", "editor"}));
        f.addUser("ada@x.example", {"admin"});
        const UtcTime due = f.clock.now() + std::chrono::days(14);
        f.clock.advance(24h);
        f.open();
        const Tokens tokens = f.tokens("ada@x.example");
        QCOMPARE(*tokens.mfaDeadline, due);
        f.set("mfa.grace_days", "1");
        f.open();
        QCOMPARE(wordOf(f.identity->users().list(f.actor(tokens), {})), std::string("mfa_enrolment_required"));
    }

    void rule_takenBack_opensAgain()
    {
        Rules f;
        f.set("mfa.required_roles", "viewer");
        f.set("mfa.grace_days", "0");
        f.addUser("vi@x.example");
        QVERIFY(std::holds_alternative<EnrolmentNeeded>(*f.login("vi@x.example")));
        f.set("mfa.required_roles", "");
        QVERIFY(std::holds_alternative<Tokens>(*f.login("vi@x.example")));
        for (const char* bad : {"Admin", "a b", "-x", "a;b", "*"})
            QVERIFY(!f.settings->change(IdentityFixture::system(), {{"mfa.required_roles", bad}}));
    }
};

SALLYPORT_GUILESS_TEST(TstMfaRule)

} // namespace tst_mfa_rule
#include "tst_mfa_rule.moc"
