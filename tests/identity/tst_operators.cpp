#include "backend/audit/event_kinds.h"
#include "backend/base/encoding.h"
#include "backend/identity/factors/totp.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_operators {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;
using P = sallyport::access::Permission;

namespace {

/// A vault with one user of each role at the console, and what they may do to one another.
struct Staff : IdentityFixture {
    Staff()
    {
        for (const char* role : {"admin", "owner", "operator", "auditor", "console_viewer", "editor", "viewer"})
            users.emplace(role, addUser(std::string(role) + "@x.example", {role}, role));
    }

    Result<access::Actor> enter(const std::string& role, std::string_view code = {})
    {
        return identity->signIn().operatorSignIn(role + "@x.example", SecretBytes::fromText(goodPassword), code);
    }
    access::Actor at(const std::string& role) { return require(enter(role)); }
    User& operator[](const std::string& role) { return users.at(role); }

    /// Of the role, over HTTPS; the address is set as a request's would be.
    access::Actor over(const std::string& role) { return actor(tokens(role + "@x.example")); }

    std::string enrol(const access::Actor& who)
    {
        const MfaEnrolment enrolment = require(identity->mfa().begin(who, who.id));
        require(identity->mfa().confirm(who, who.id, codeOf(enrolment.secret)));
        return std::string(enrolment.secret.view());
    }
    std::string codeOf(const SecretBytes& secret)
    {
        return *hotp(*fromBase32(secret.view()), static_cast<std::uint64_t>(totpStep(clock.now())));
    }

    /// Something of the target's that can be taken away, made by the system.
    KeyId keyOf(const UserId& owner)
    {
        NewApiKey key;
        key.name = "of the target";
        key.scopes = {"users:read"};
        key.owner = owner;
        return require(identity->apiKeys().create(system(), key)).key.id;
    }
    ProviderId provider()
    {
        NewProvider wanted;
        wanted.fields.name = "elsewhere";
        wanted.fields.title = "Elsewhere";
        wanted.fields.issuer = "https://id.elsewhere.example";
        wanted.fields.clientId = "sallyport";
        wanted.clientSecret = SecretBytes::fromText("a secret that nobody reads again");
        return require(identity->identityProviders().create(system(), std::move(wanted))).id;
    }

    std::map<std::string, User> users;
};

using Call = std::function<std::string(Staff&, const access::Actor&, const User&)>;

/// Every call that touches credentials, roles, status or record of another user: its name, and how it is done.
const std::vector<std::pair<const char*, Call>>& callsOnUsers()
{
    const auto apply = [](UserAction action) -> Call {
        return [action](Staff& f, const access::Actor& who, const User& target) {
            return wordOf(f.identity->users().apply(who, target.id, action));
        };
    };
    static const std::vector<std::pair<const char*, Call>> calls{
        {"disable", apply(UserAction::Disable)},
        {"enable", apply(UserAction::Enable)},
        {"unlock", apply(UserAction::Unlock)},
        {"delete", apply(UserAction::Delete)},
        {"revoke sessions", apply(UserAction::RevokeSessions)},
        {"reset password", [](Staff& f, const access::Actor& who,
                              const User& target) { return wordOf(f.identity->users().resetPassword(who, target.id)); }},
        {"change e-mail",
         [](Staff& f, const access::Actor& who, const User& target) {
             UserPatch patch;
             patch.email = "mallory@x.example";
             return wordOf(f.identity->users().update(who, target.id, patch));
         }},
        {"change name",
         [](Staff& f, const access::Actor& who, const User& target) {
             UserPatch patch;
             patch.name = "Mallory";
             return wordOf(f.identity->users().update(who, target.id, patch));
         }},
        {"set roles",
         [](Staff& f, const access::Actor& who, const User& target) {
             return wordOf(f.identity->users().setRoles(who, target.id, {"viewer", "console_viewer"}));
         }},
        {"begin MFA",
         [](Staff& f, const access::Actor& who, const User& target) { return wordOf(f.identity->mfa().begin(who, target.id)); }},
        {"abandon MFA", [](Staff& f, const access::Actor& who,
                           const User& target) { return wordOf(f.identity->mfa().abandon(who, target.id)); }},
        {"end one session",
         [](Staff& f, const access::Actor& who, const User& target) {
             const Tokens theirs = f.tokens(target.email);
             return wordOf(f.identity->sessions().end(who, theirs.session));
         }},
        {"end sessions",
         [](Staff& f, const access::Actor& who, const User& target) {
             const std::array ids{f.tokens(target.email).session};
             return wordOf(f.identity->sessions().endMany(who, ids));
         }},
        {"create key",
         [](Staff& f, const access::Actor& who, const User& target) {
             NewApiKey key;
             key.name = "in their name";
             key.scopes = {"users:read"};
             key.owner = target.id;
             return wordOf(f.identity->apiKeys().create(who, key));
         }},
        {"change key",
         [](Staff& f, const access::Actor& who, const User& target) {
             ApiKeyPatch patch;
             patch.name = "another name";
             return wordOf(f.identity->apiKeys().change(who, f.keyOf(target.id), patch));
         }},
        {"rotate key", [](Staff& f, const access::Actor& who,
                          const User& target) { return wordOf(f.identity->apiKeys().rotate(who, f.keyOf(target.id), 60s)); }},
        {"revoke key", [](Staff& f, const access::Actor& who,
                          const User& target) { return wordOf(f.identity->apiKeys().revoke(who, f.keyOf(target.id))); }},
        {"link",
         [](Staff& f, const access::Actor& who, const User& target) {
             return wordOf(f.identity->identityProviders().link(who, f.provider(), "mallory", target.id));
         }},
        {"unlink",
         [](Staff& f, const access::Actor& who, const User& target) {
             const OutsideLink link = IdentityFixture::require(
                 f.identity->identityProviders().link(IdentityFixture::system(), f.provider(), "theirs", target.id));
             return wordOf(f.identity->identityProviders().unlink(who, link.id));
         }},
        {"forget device",
         [](Staff& f, const access::Actor& who, const User& target) {
             IdentityFixture::require(f.settings->change(IdentityFixture::system(), {{"mfa.trusted_device_days", "30"}}), 0);
             const std::string secret = f.enrol(f.actor(f.tokens(target.email)));
             f.clock.advance(60s);
             auto pending = IdentityFixture::require(f.login(target.email));
             ClientContext client = IdentityFixture::from();
             client.trustDevice = true;
             const std::string code = f.codeOf(SecretBytes::fromText(secret));
             IdentityFixture::require(f.identity->signIn().completeMfa(std::get<MfaPending>(pending).mfaToken, code, client));
             const auto devices =
                 IdentityFixture::require(f.identity->mfa().trustedDevices(IdentityFixture::system(), target.id));
             return wordOf(f.identity->mfa().forgetDevice(who, devices.at(0).id));
         }},
    };
    return calls;
}

} // namespace

/// The roles of the console (ASVS 8.1.1, 8.2.1, 8.3.1): what they hold, how they come in, and that nobody gets above
/// themselves.
class TstOperators : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownerAndAdmin_holdEverything()
    {
        Staff f;
        for (const char* role : {"admin", "owner"})
            for (const access::PermissionInfo& info : access::permissions())
                QVERIFY2(f.roles->permissionsOf({role}).has(info.permission), info.word.data());
    }

    void roles_ofTheConsole_coverOneAnother()
    {
        Staff f;
        const auto held = [&](const char* role) { return f.roles->permissionsOf({role}); };
        QVERIFY(held("owner").covers(held("operator")));
        QVERIFY(held("operator").covers(held("auditor")));
        QVERIFY(held("auditor").covers(held("console_viewer")));
        // The day's work is with people who use the API.
        QVERIFY(held("operator").covers(held("editor")) && held("operator").covers(held("viewer")));
        for (const P never : {P::SettingsUpdate, P::ProvidersCreate, P::ProvidersUpdate, P::ProvidersDelete})
            QVERIFY(!held("operator").has(never));
        for (const access::PermissionInfo& info : access::permissions()) {
            const bool reads = info.word.ends_with(":read") || info.permission == P::EventsExport ||
                               info.permission == P::EventsVerify || info.permission == P::ConsoleUse;
            QVERIFY2(held("auditor").has(info.permission) == reads, info.word.data());
        }
        QVERIFY(!held("console_viewer").has(P::EventsExport) && !held("console_viewer").has(P::SettingsRead));
        for (const char* role : {"editor", "viewer"})
            QVERIFY(!held(role).has(P::ConsoleUse) && !held(role).has(P::SessionsRead));
    }

    /// The guide's table is made of the database: SALLYPORT_WRITE_MATRIX=1 makes it anew
    void asvs_8_1_1_guide_matrix_isWhatTheRolesHold()
    {
        Staff f;
        const std::array roles{"admin", "owner", "operator", "auditor", "console_viewer", "editor", "viewer"};
        QString matrix = QStringLiteral("| permission | what it allows |");
        for (const char* role : roles)
            matrix += QStringLiteral(" %1 |").arg(QLatin1StringView(role));
        matrix += QStringLiteral("\n|---|---|") + QStringLiteral(":-:|").repeated(static_cast<int>(roles.size())) + u'\n';
        for (const access::PermissionInfo& info : access::permissions()) {
            matrix += QStringLiteral("| `%1` | %2 |")
                          .arg(QString::fromUtf8(info.word.data(), qsizetype(info.word.size())),
                               QString::fromUtf8(info.title.data(), qsizetype(info.title.size())));
            for (const char* role : roles)
                matrix += f.roles->permissionsOf({role}).has(info.permission) ? QStringLiteral(" ✓ |") : QStringLiteral("  |");
            matrix += u'\n';
        }
        QFile guide(QStringLiteral(SALLYPORT_DOCS "/guide/operators.md"));
        QVERIFY(guide.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(guide.readAll());
        guide.close();
        const QString begin = QStringLiteral("<!-- made by tests/identity/tst_operators -->\n");
        const QString end = QStringLiteral("<!-- end -->");
        const qsizetype from = text.indexOf(begin) + begin.size();
        const qsizetype to = text.indexOf(end);
        QVERIFY(from > begin.size() && to >= from);
        if (qEnvironmentVariableIsSet("SALLYPORT_WRITE_MATRIX")) {
            text.replace(from, to - from, matrix);
            QVERIFY(guide.open(QIODevice::WriteOnly));
            guide.write(text.toUtf8());
            return;
        }
        QCOMPARE(text.mid(from, to - from), matrix);
    }

    void operatorSignIn_needsConsoleUse_andNothingElse()
    {
        Staff f;
        for (const char* role : {"admin", "owner", "operator", "auditor", "console_viewer"}) {
            const access::Actor who = f.at(role);
            QCOMPARE(who.roles, std::vector<std::string>{role});
            QVERIFY(who.permissions == f.roles->permissionsOf({role}));
        }
        for (const char* role : {"editor", "viewer"}) {
            const auto refused = f.enter(role);
            QCOMPARE(wordOf(refused), std::string("permission_denied"));
            QCOMPARE(refused.error().required, std::string("console:use"));
        }
    }

    void operatorSignIn_withSecondFactor_asksEveryRole()
    {
        Staff f;
        for (const char* role : {"owner", "operator", "auditor", "console_viewer"}) {
            const std::string secret = f.enrol(f.at(role));
            f.clock.advance(60s);
            QCOMPARE(wordOf(f.enter(role)), std::string("mfa_required"));
            QCOMPARE(wordOf(f.enter(role, "000000")), std::string("mfa_invalid"));
            const auto who = f.enter(role, f.codeOf(SecretBytes::fromText(secret)));
            QCOMPARE(wordOf(who), std::string("ok"));
            QVERIFY(who->mfaAt.has_value());
        }
    }

    void asvs_6_3_3_requiredRoles_holdAtTheConsole()
    {
        Staff f;
        IdentityFixture::require(
            f.settings->change(IdentityFixture::system(), {{"mfa.required_roles", "owner, operator, auditor, console_viewer"}}),
            0);
        f.clock.advance(std::chrono::days(15));
        for (const char* role : {"owner", "operator", "auditor", "console_viewer"}) {
            const access::Actor who = f.at(role);
            QVERIFY(who.enrolmentOnly && who.permissions.empty());
            QCOMPARE(wordOf(f.identity->users().list(who, {})), std::string("mfa_enrolment_required"));
            f.enrol(who);
            QVERIFY(IdentityFixture::require(f.identity->signIn().operatorNow(who)).permissions.has(P::ConsoleUse));
        }
        QVERIFY(!f.at("admin").enrolmentOnly);
    }

    void console_roleTakenAway_closesAtOnce()
    {
        Staff f;
        const access::Actor who = f.at("auditor");
        IdentityFixture::require(f.identity->signIn().operatorSession(who), 0);
        IdentityFixture::require(f.identity->users().setRoles(IdentityFixture::system(), who.id, {"console_viewer"}));
        QVERIFY(!IdentityFixture::require(f.identity->signIn().operatorNow(who)).permissions.has(P::SettingsRead));
        IdentityFixture::require(f.identity->users().setRoles(IdentityFixture::system(), who.id, {"viewer"}));
        QCOMPARE(wordOf(f.identity->signIn().operatorSession(who)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().operatorNow(who)), std::string("token_invalid"));
    }

    void lastOfAdminAndOwner_staysWhoever()
    {
        IdentityFixture f;
        const User owner = f.addUser("owner@x.example", {"owner"});
        auto& users = f.identity->users();
        const auto word = [](const auto& result) { return result ? std::string("ok") : result.error().word; };
        for (const UserAction action : {UserAction::Disable, UserAction::Delete})
            QCOMPARE(word(users.apply(IdentityFixture::system(), owner.id, action)), std::string("last_administrator"));
        QCOMPARE(word(users.setRoles(IdentityFixture::system(), owner.id, {"operator", "auditor"})),
                 std::string("last_administrator"));
        // The one role does for the other.
        QCOMPARE(word(users.setRoles(IdentityFixture::system(), owner.id, {"admin"})), std::string("ok"));
        QCOMPARE(word(users.setRoles(IdentityFixture::system(), owner.id, {"owner"})), std::string("ok"));
        const User admin = f.addUser("admin@x.example", {"admin"});
        QCOMPARE(word(users.apply(IdentityFixture::system(), owner.id, UserAction::Disable)), std::string("ok"));
        QCOMPARE(word(users.apply(IdentityFixture::system(), admin.id, UserAction::Disable)), std::string("last_administrator"));
    }

    void asvs_8_3_1_nobodyManages_whoHoldsMore_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<bool>("atConsole");
        for (int at = 0; const auto& [name, call] : callsOnUsers()) {
            QTest::addRow("%s, console", name) << at << true;
            QTest::addRow("%s, API", name) << at << false;
            ++at;
        }
    }
    void asvs_8_3_1_nobodyManages_whoHoldsMore()
    {
        QFETCH(const int, call);
        QFETCH(const bool, atConsole);
        const Call& act = callsOnUsers()[static_cast<std::size_t>(call)].second;
        Staff f;
        const access::Actor who = atConsole ? f.at("operator") : f.over("operator");
        QCOMPARE(act(f, who, f[atConsole ? "owner" : "admin"]), std::string("permission_denied"));
        Staff below;
        const access::Actor helper = atConsole ? below.at("operator") : below.over("operator");
        QCOMPARE(act(below, helper, below[atConsole ? "auditor" : "editor"]), std::string("ok"));
        Staff reading;
        const char* role = atConsole ? "auditor" : "console_viewer";
        const access::Actor reader = atConsole ? reading.at(role) : reading.over(role);
        const std::string word = act(reading, reader, reading["viewer"]);
        QVERIFY2(word == "permission_denied" || word == "not_found", word.c_str());
    }

    void resetMfa_ofWhoHoldsMore_isRefused()
    {
        Staff f;
        for (const char* target : {"owner", "viewer"})
            f.enrol(f.actor(f.tokens(std::string(target) + "@x.example")));
        f.enrol(f.at("operator")); // the console's own session has shown it
        access::Actor who = f.at("auditor");
        QCOMPARE(wordOf(f.identity->users().apply(who, f["viewer"].id, UserAction::ResetMfa)), std::string("permission_denied"));
        f.clock.advance(60s);
        const auto own = f.identity->sessions().list(IdentityFixture::system(), f["operator"].id);
        who.id = f["operator"].id;
        who.session = own->at(0).id;
        QCOMPARE(wordOf(f.identity->users().apply(who, f["owner"].id, UserAction::ResetMfa)), std::string("permission_denied"));
        QCOMPARE(wordOf(f.identity->users().apply(who, f["viewer"].id, UserAction::ResetMfa)), std::string("ok"));
    }

    void operator_cannotRaiseItself()
    {
        Staff f;
        const access::Actor who = f.at("operator");
        for (const char* role : {"owner", "admin"}) {
            QCOMPARE(wordOf(f.identity->users().setRoles(who, who.id, {role})), std::string("permission_denied"));
            NewUser user;
            user.name = "Mallory";
            user.email = std::string(role) + "2@x.example";
            user.roles = {role};
            QCOMPARE(wordOf(f.identity->users().create(who, std::move(user))), std::string("permission_denied"));
            NewServiceAccount account;
            account.name = "mallory";
            account.roles = {role};
            QCOMPARE(wordOf(f.identity->serviceAccounts().create(who, account)), std::string("permission_denied"));
        }
        NewApiKey key;
        key.name = "more";
        key.scopes = {"settings:update"};
        QVERIFY(!f.identity->apiKeys().create(who, key));
        QVERIFY(!f.settings->change(who, {{"mfa.required_roles", ""}}));
        for (const char* role : {"operator", "auditor", "console_viewer", "editor"})
            QCOMPARE(wordOf(f.identity->users().setRoles(who, f["viewer"].id, {role})), std::string("ok"));
    }

    void serviceAccounts_ofMore_andTheirKeys_areOutOfReach()
    {
        Staff f;
        NewServiceAccount wanted;
        wanted.name = "backup";
        wanted.roles = {"admin"};
        const auto account = IdentityFixture::require(f.identity->serviceAccounts().create(IdentityFixture::system(), wanted));
        const KeyId key = f.keyOf(account.id);
        const access::Actor who = f.at("operator");
        auto& keys = f.identity->apiKeys();
        ServiceAccountPatch off;
        off.enabled = false;
        QCOMPARE(wordOf(f.identity->serviceAccounts().change(who, account.id, off)), std::string("permission_denied"));
        QCOMPARE(wordOf(f.identity->serviceAccounts().remove(who, account.id)), std::string("permission_denied"));
        QCOMPARE(wordOf(keys.rotate(who, key, 60s)), std::string("permission_denied"));
        QCOMPARE(wordOf(keys.revoke(who, key)), std::string("permission_denied"));
        NewApiKey more;
        more.name = "mine";
        more.scopes = {"users:read"};
        more.owner = account.id;
        QCOMPARE(wordOf(keys.create(who, more)), std::string("permission_denied"));
    }

    void endEverybodys_leavesThoseWhoMayMore()
    {
        Staff f;
        const Tokens owner = f.tokens("owner@x.example");
        const Tokens viewer = f.tokens("viewer@x.example");
        const Tokens own = f.tokens("operator@x.example");
        const access::Actor who = f.at("operator");
        QCOMPARE(IdentityFixture::require(f.identity->sessions().endEverybodys(who)), 2);
        QVERIFY(f.authenticate(owner));
        QVERIFY(!f.authenticate(viewer) && !f.authenticate(own));
        IdentityFixture::require(f.identity->signIn().operatorSession(who), 0);
        QVERIFY(f.last(kind::sessionsRevoked).detailsJson.find("\"users_left\":1") != std::string::npos);
        // What memory ended is what the database ended.
        IdentityFixture::require(f.identity->reload(), 0);
        QVERIFY(f.authenticate(owner) && !f.authenticate(viewer));
    }

    void auditor_reads_everythingOfIdentity()
    {
        Staff f;
        f.provider();
        const KeyId key = f.keyOf(f["viewer"].id);
        const access::Actor who = f.at("auditor");
        QCOMPARE(wordOf(f.identity->users().list(who, {})), std::string("ok"));
        QCOMPARE(wordOf(f.identity->users().statistics(who)), std::string("ok"));
        QCOMPARE(wordOf(f.identity->sessions().listAll(who, {})), std::string("ok"));
        QCOMPARE(wordOf(f.identity->sessions().list(who, f["owner"].id)), std::string("ok"));
        QCOMPARE(wordOf(f.identity->mfa().coverage(who)), std::string("ok"));
        QCOMPARE(wordOf(f.identity->passkeys().list(who, f["owner"].id)), std::string("ok"));
        QCOMPARE(wordOf(f.identity->apiKeys().list(who, {})), std::string("ok"));
        QCOMPARE(wordOf(f.identity->apiKeys().read(who, key)), std::string("ok"));
        QCOMPARE(wordOf(f.identity->serviceAccounts().list(who, {})), std::string("ok"));
        QCOMPARE(wordOf(f.identity->identityProviders().list(who)), std::string("ok"));
        QCOMPARE(wordOf(f.identity->identityProviders().links(who, {})), std::string("ok"));
        QCOMPARE(wordOf(f.identity->issuedTokens().signingKeys(who)), std::string("ok"));
        QCOMPARE(wordOf(f.roles->list(who)), std::string("ok"));
    }

    void auditor_changesNothing()
    {
        Staff f;
        const ProviderId provider = f.provider();
        const access::Actor who = f.at("auditor");
        const auto denied = [](const auto& result) { return wordOf(result) == "permission_denied"; };
        NewUser user;
        user.name = "Mallory";
        user.email = "mallory@x.example";
        QVERIFY(denied(f.identity->users().create(who, std::move(user))));
        NewServiceAccount account;
        account.name = "mallory";
        QVERIFY(denied(f.identity->serviceAccounts().create(who, account)));
        NewApiKey key;
        key.name = "mallory";
        key.scopes = {"users:read"};
        QVERIFY(denied(f.identity->apiKeys().create(who, key)));
        ProviderPatch off;
        off.enabled = false;
        QVERIFY(denied(f.identity->identityProviders().change(who, provider, std::move(off))));
        QVERIFY(denied(f.identity->identityProviders().remove(who, provider)));
        QVERIFY(denied(f.identity->identityProviders().startTest(who, provider)));
        QVERIFY(denied(f.identity->issuedTokens().rotateSigningKey(who)));
        QVERIFY(denied(f.identity->sessions().endEverybodys(who)));
        QVERIFY(denied(f.settings->change(who, {{"vault.name", "Mine"}})));
    }
};

SALLYPORT_GUILESS_TEST(TstOperators)

} // namespace tst_operators
#include "tst_operators.moc"
