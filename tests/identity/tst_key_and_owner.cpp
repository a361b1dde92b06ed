#include "backend/base/encoding.h"
#include "backend/identity/factors/totp.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <functional>
#include <string_view>
#include <vector>

namespace tst_key_and_owner {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

using Try = std::function<std::string(Identity&, const access::Actor&, const UserId&)>;

struct Manage {
    const char* name;
    const char* scope; ///< what one must hold to do it to others
    Try act;
};

std::string applied(Identity& identity, const access::Actor& actor, const UserId& id, UserAction action)
{
    return wordOf(identity.users().apply(actor, id, action));
}

/// Everything that can be done to an account.
const std::vector<Manage>& manageActions()
{
    static const std::vector<Manage> all{
        {"name", "users:update",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             UserPatch patch;
             patch.name = "Another Name";
             return wordOf(identity.users().update(actor, id, patch));
         }},
        {"address", "users:update",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             UserPatch patch;
             patch.email = "thief@x.example";
             return wordOf(identity.users().update(actor, id, patch));
         }},
        {"roles", "roles:assign",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return wordOf(identity.users().setRoles(actor, id, {}));
         }},
        {"disable", "users:update",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return applied(identity, actor, id, UserAction::Disable);
         }},
        {"enable", "users:update",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return applied(identity, actor, id, UserAction::Enable);
         }},
        {"unlock", "users:update",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return applied(identity, actor, id, UserAction::Unlock);
         }},
        {"delete", "users:delete",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return applied(identity, actor, id, UserAction::Delete);
         }},
        {"second factor taken away", "users:reset_mfa",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return applied(identity, actor, id, UserAction::ResetMfa);
         }},
        {"sessions ended", "users:revoke_sessions",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return applied(identity, actor, id, UserAction::RevokeSessions);
         }},
        {"password link", "users:reset_password",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return wordOf(identity.users().resetPassword(actor, id));
         }},
        {"second factor begun", "users:reset_mfa",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return wordOf(identity.mfa().begin(actor, id));
         }},
        {"second factor confirmed", "users:reset_mfa",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return wordOf(identity.mfa().confirm(actor, id, "000000"));
         }},
        {"second factor abandoned", "users:reset_mfa",
         [](Identity& identity, const access::Actor& actor, const UserId& id) {
             return wordOf(identity.mfa().abandon(actor, id));
         }},
    };
    return all;
}

} // namespace

/// A key speaks for its owner within its scopes. It is not its owner: what a person may do to the own account without a
/// permission a key may not, and with the permission only if it holds all that its owner holds.
class KeyAndOwnerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAction_onTheOwnOwner_isRefusedWithoutItsPermission_data() { rows(); }
    void everyAction_onTheOwnOwner_isRefusedWithoutItsPermission();
    void everyAction_onTheOwnOwner_isRefusedToAKeyThatHoldsLess_data() { rows(); }
    void everyAction_onTheOwnOwner_isRefusedToAKeyThatHoldsLess();
    void everyAction_onTheOwnOwner_isOpenToAKeyThatHoldsAll_data() { rows(); }
    void everyAction_onTheOwnOwner_isOpenToAKeyThatHoldsAll();
    void oneSession_ofTheOwnOwner_needsThePermission_andAllThatTheOwnerHolds();
    void everybodysSessions_leavesTheOwnOwners_ifTheKeyHoldsLess();
    void theOwnersOwnDoings_areNoKeys();
    void theOwnersFacts_areReadWithPermissionsOnly();

private:
    static void rows()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < manageActions().size(); ++i)
            QTest::newRow(manageActions()[i].name) << static_cast<int>(i);
    }
};

namespace {

/// The administrator with a second factor, whose keys act.
struct Owned : Keys {
    Owned()
    {
        addUser("root@x.example", {"owner"}, "Root"); // so that nobody here is the last administrator
        owner = adaActor.id;
        const MfaEnrolment enrolment = require(identity->mfa().begin(system(), owner));
        secret = *fromBase32(enrolment.secret.view());
        require(identity->mfa().confirm(system(), owner, code()));
        clock.advance(60s);
        auto pending = std::get<MfaPending>(require(login("ada@x.example")));
        session = require(identity->signIn().completeMfa(pending.mfaToken, code(), from()));
        clock.advance(60s); // the code of now is unused
        adaActor = actor(session);
    }
    std::string code() const { return *hotp(secret, static_cast<std::uint64_t>(totpStep(clock.now()))); }

    /// As a request with a key of the owner acts, to which a right code was sent.
    access::Actor keyWith(std::vector<std::string> scopes)
    {
        NewApiKey wanted = named("acts", std::move(scopes));
        const IssuedKey issued = require(keys().create(adaActor, std::move(wanted)));
        access::Actor acting = keys().authenticate(issued.text.view(), here).principal->actor;
        acting.address = here;
        acting.mfaAt = clock.now();
        return acting;
    }
    /// Everything that the owner holds, but `less`.
    std::vector<std::string> scopesBut(std::string_view less = {}) const
    {
        std::vector<std::string> words;
        for (const access::PermissionInfo& permission : access::permissions())
            if (permission.word != less && adaActor.permissions.has(permission.permission))
                words.emplace_back(permission.word);
        return words;
    }
    /// The account and its ways in as they are stored.
    std::string state()
    {
        const auto read = store->read([&](storage::Transaction& transaction) -> Result<std::string> {
            std::string all;
            for (const char* sql : {"SELECT name || email || status || mfa_state || version FROM users WHERE id = $1",
                                    "SELECT CAST(COUNT(*) AS TEXT) FROM user_roles WHERE user_id = $1",
                                    "SELECT CAST(COUNT(*) AS TEXT) FROM sessions WHERE user_id = $1",
                                    "SELECT CAST(COUNT(*) AS TEXT) FROM one_time_links WHERE user_id = $1"}) {
                SALLYPORT_ASSIGN(auto row, transaction.prepare(sql));
                SALLYPORT_ASSIGN(const bool there, row.bind(1, owner).step());
                all += (there ? row.text() : std::string("gone")) + '|';
            }
            return all;
        });
        return require(read);
    }

    UserId owner;
    Bytes secret;
    Tokens session;
};

const Manage& manageAt(int index)
{
    return manageActions()[static_cast<std::size_t>(index)];
}

} // namespace

void KeyAndOwnerTest::everyAction_onTheOwnOwner_isRefusedWithoutItsPermission()
{
    QFETCH(int, index);
    Owned f;
    const std::string before = f.state();
    const access::Actor acting = f.keyWith(f.scopesBut(manageAt(index).scope));
    QCOMPARE(manageAt(index).act(*f.identity, acting, f.owner), std::string("permission_denied"));
    QCOMPARE(f.state(), before);
}

void KeyAndOwnerTest::everyAction_onTheOwnOwner_isRefusedToAKeyThatHoldsLess()
{
    QFETCH(int, index);
    Owned f;
    const std::string before = f.state();
    for (const char* less : {"settings:update", "records:read", "console:use"}) {
        const access::Actor acting = f.keyWith(f.scopesBut(less));
        QCOMPARE(manageAt(index).act(*f.identity, acting, f.owner), std::string("permission_denied"));
        QCOMPARE(f.state(), before);
    }
    // To whom holds less than the key it may do all that its scopes say.
    if (std::string_view(manageAt(index).name) != "second factor taken away") {
        const std::string word = manageAt(index).act(*f.identity, f.keyWith(f.scopesBut("settings:update")), f.viewer.id);
        QVERIFY2(word == "ok" || word == "conflict", word.c_str());
    }
}

void KeyAndOwnerTest::everyAction_onTheOwnOwner_isOpenToAKeyThatHoldsAll()
{
    QFETCH(int, index);
    Owned f;
    const std::string word = manageAt(index).act(*f.identity, f.keyWith(f.scopesBut()), f.owner);
    const std::string_view name = manageAt(index).name;
    // Nobody disables or deletes the own account, and a second factor that is there isn't begun anew.
    const bool conflicts = name == "disable" || name == "delete" || name.starts_with("second factor begun") ||
                           name.starts_with("second factor confirmed");
    QCOMPARE(word, std::string(conflicts ? "conflict" : "ok"));
}

void KeyAndOwnerTest::oneSession_ofTheOwnOwner_needsThePermission_andAllThatTheOwnerHolds()
{
    Owned f;
    Sessions& sessions = f.identity->sessions();
    const SessionId id = f.session.session;
    QCOMPARE(wordOf(sessions.end(f.keyWith({"records:read"}), id)), std::string("not_found"));
    QCOMPARE(wordOf(sessions.end(f.keyWith(f.scopesBut("users:revoke_sessions")), id)), std::string("not_found"));
    QCOMPARE(wordOf(sessions.end(f.keyWith({"users:revoke_sessions"}), id)), std::string("permission_denied"));
    QCOMPARE(wordOf(sessions.endMany(f.keyWith({"users:revoke_sessions"}), std::span(&id, 1))), std::string("permission_denied"));
    QVERIFY(f.authenticate(f.session));
    f.require(sessions.end(f.keyWith(f.scopesBut()), id), 0);
    QCOMPARE(wordOf(f.authenticate(f.session)), std::string("token_invalid"));
}

void KeyAndOwnerTest::everybodysSessions_leavesTheOwnOwners_ifTheKeyHoldsLess()
{
    Owned f;
    const Tokens viewer = f.tokens("vi@x.example");
    // The viewer holds no more than these.
    f.require(f.identity->sessions().endEverybodys(f.keyWith(f.scopesBut("settings:update"))));
    QVERIFY(f.authenticate(f.session));
    QCOMPARE(wordOf(f.authenticate(viewer)), std::string("token_invalid"));
    f.require(f.identity->sessions().endEverybodys(f.keyWith(f.scopesBut())));
    QCOMPARE(wordOf(f.authenticate(f.session)), std::string("token_invalid"));
}

void KeyAndOwnerTest::theOwnersOwnDoings_areNoKeys()
{
    Owned f;
    const access::Actor acting = f.keyWith(f.scopesBut());
    const std::string before = f.state();
    const auto denied = [](const auto& result) { return result ? std::string("ok") : result.error().word; };
    const std::string wanted = "session_required";
    SignIn& signIn = f.identity->signIn();
    QCOMPARE(denied(signIn.changePassword(acting, SecretBytes::fromText(goodPassword),
                                          SecretBytes::fromText("nine slow herons cross at dusk"))),
             wanted);
    QCOMPARE(denied(signIn.logoutAll(acting)), wanted);
    QCOMPARE(wordOf(signIn.stepUp(acting, f.code())), std::string("permission_denied"));
    QCOMPARE(wordOf(signIn.finishEnrolment(acting)), std::string("permission_denied"));
    QCOMPARE(denied(f.identity->mfa().disable(acting, f.code())), wanted);
    QCOMPARE(denied(f.identity->mfa().renewRecoveryCodes(acting, f.code())), wanted);
    QCOMPARE(denied(f.identity->passkeys().beginRegistration(acting)), wanted);
    QCOMPARE(denied(f.identity->passkeys().finishRegistration(acting, "A key", {})), wanted);
    QCOMPARE(wordOf(f.identity->outsideSignIn().beginLink(acting, "acme")), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->outsideSignIn().ownLinks(acting)), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->notices().unread(acting)), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->notices().markRead(acting, {})), std::string("permission_denied"));
    QCOMPARE(f.state(), before);
    QVERIFY(f.authenticate(f.session));
    // The code was not used up.
    QVERIFY(f.identity->mfa().renewRecoveryCodes(f.adaActor, f.code()));
}

void KeyAndOwnerTest::theOwnersFacts_areReadWithPermissionsOnly()
{
    Owned f;
    const access::Actor acting = f.keyWith({"records:read"});
    QCOMPARE(wordOf(f.identity->users().read(acting, f.owner)), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->sessions().list(acting, f.owner)), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->mfa().trustedDevices(acting, f.owner)), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->passkeys().list(acting, f.owner)), std::string("permission_denied"));
    QCOMPARE(wordOf(f.identity->notices().list(acting, f.owner)), std::string("permission_denied"));
    // How the own account signs in is a person's to see; a key needs what it takes to see that of others.
    const access::Actor reader = f.keyWith({"users:read"});
    QVERIFY(!f.require(f.identity->users().read(reader, f.owner)).signInFacts);
    QVERIFY(f.require(f.identity->users().read(f.adaActor, f.owner)).signInFacts);
    QCOMPARE(wordOf(f.identity->sessions().list(reader, f.owner)), std::string("permission_denied"));
    QVERIFY(f.identity->sessions().list(f.keyWith({"users:read", "events:read"}), f.owner));
}

SALLYPORT_GUILESS_TEST(KeyAndOwnerTest)

} // namespace tst_key_and_owner
#include "tst_key_and_owner.moc"
