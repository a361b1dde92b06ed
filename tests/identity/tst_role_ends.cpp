#include "backend/audit/event_kinds.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_role_ends {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;
using P = sallyport::access::Permission;
using Words = std::vector<std::string>;

namespace {

struct Ward : IdentityFixture {
    User set(const User& user, const std::vector<WantedRole>& wanted)
    {
        return require(identity->users().setRoles(system(), user.id, wanted));
    }
    /// What a minute of housekeeping does, where deletion trusts the clock.
    void keep()
    {
        require(identity->keepRoleEnds([this]() -> Result<UtcTime> { return clock.now(); }), 0);
    }
    std::vector<Notice> notices(const User& user) { return require(identity->notices().list(system(), user.id)); }
    User read(const User& user) { return require(identity->users().read(system(), user.id)); }
};

std::string refusal(const Error& error)
{
    return error.fields.empty() ? error.word : error.fields.front().field + " " + error.fields.front().rule;
}

} // namespace

class TestRoleEnds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void end_actsAtThatMoment_onTheSameTokenAndOnKeysOfTheOwner()
    {
        Ward f;
        const User ada = f.addUser("ada@x.example", {"viewer"});
        const UtcTime until = f.clock.now() + 10min;
        f.set(ada, {"viewer", {"editor", until}});
        const Tokens token = f.tokens("ada@x.example");
        NewApiKey wanted;
        wanted.name = "script";
        wanted.scopes = {"records:create", "records:read"};
        wanted.owner = ada.id;
        const IssuedKey key = Ward::require(f.identity->apiKeys().create(Ward::system(), wanted));
        const auto byKey = [&] { return f.identity->apiKeys().authenticate(key.text.view(), here).principal->actor; };
        const access::Actor before = f.actor(token);
        QVERIFY(before.permissions.has(P::RecordsCreate) && byKey().permissions.has(P::RecordsCreate));
        QCOMPARE(before.rolesUntil, std::optional(until));

        f.clock.advance(10min - 1us);
        QVERIFY(f.actor(token).permissions.has(P::RecordsCreate) && byKey().permissions.has(P::RecordsCreate));
        f.clock.advance(1us); // the very moment; nobody has swept
        QVERIFY(!f.actor(token).permissions.has(P::RecordsCreate) && f.actor(token).permissions.has(P::RecordsRead));
        QVERIFY(!byKey().permissions.has(P::RecordsCreate) && byKey().permissions.has(P::RecordsRead));
        // Who kept an actor of before gets nothing out of it, and no list and no figure shows the role.
        QVERIFY(!Ward::require(f.identity->now(before)).permissions.has(P::RecordsCreate));
        QCOMPARE(f.read(ada).roles, Words{"viewer"});
        UserQuery editors;
        editors.role = "editor";
        QCOMPARE(Ward::require(f.identity->users().list(Ward::system(), editors)).total, std::int64_t{0});
        QCOMPARE(Ward::require(f.roles->read(Ward::system(), "editor")).members, std::int64_t{0});
        QCOMPARE(Ward::require(f.roles->read(Ward::system(), "viewer")).members, std::int64_t{1});
    }

    void consoleSession_isOverWithTheRoleThatOpensIt()
    {
        Ward f;
        f.addUser("boss@x.example", {"owner"});
        const User op = f.addUser("op@x.example", {"viewer"});
        f.set(op, {"viewer", {"operator", f.clock.now() + 1h}});
        const access::Actor actor =
            Ward::require(f.identity->signIn().operatorSignIn("op@x.example", SecretBytes::fromText(goodPassword), {}));
        QVERIFY(f.identity->signIn().operatorSession(actor).has_value());
        f.clock.advance(1h);
        QCOMPARE(wordOf(f.identity->signIn().operatorSession(actor)), std::string("token_invalid"));
    }

    void keptUser_isReadAnewWhenARoleHasEnded()
    {
        Ward f;
        const User ada = f.addUser("ada@x.example", {"viewer"});
        f.set(ada, {"viewer", {"editor", f.clock.now() + 10min}});
        f.read(ada);
        const auto kept = Ward::require(f.identity->users().readKept(Ward::system(), ada.id));
        QVERIFY(kept && kept->json.find("\"editor\"") != std::string::npos);
        f.clock.advance(10min);
        QVERIFY(Ward::require(f.identity->users().readKept(Ward::system(), ada.id)) == nullptr);
    }

    void ended_isRemovedOnceTimeIsBelieved_recordedAndTold()
    {
        Ward f;
        const User ada = f.addUser("ada@x.example", {"viewer"});
        f.set(ada, {"viewer", {"editor", f.clock.now() + 10min}});
        const std::int64_t version = f.read(ada).version;
        int asked = 0;
        const auto keep = [&](UtcTime deletable) {
            Ward::require(f.identity->keepRoleEnds([&]() -> Result<UtcTime> {
                ++asked;
                return deletable;
            }),
                          0);
        };
        keep(f.clock.now());
        QCOMPARE(asked, 0); // nothing has ended: the clock needs no look
        f.clock.advance(10min);
        keep({}); // the clock is not believed: the role allows nothing, and its row stays
        QCOMPARE(asked, 1);
        QCOMPARE(f.count(kind::userRoleEnded), 0);
        keep(f.clock.now());
        QCOMPARE(f.count(kind::userRoleEnded), 1);
        const audit::Event event = f.last(kind::userRoleEnded);
        QCOMPARE(event.object.id, ada.id.text());
        QVERIFY(event.detailsJson.find("\"editor\"") != std::string::npos);
        QCOMPARE(f.notices(ada).front().kind, std::string(kind::userRoleEnded));
        QVERIFY(f.notices(ada).front().detail.starts_with("Editor, 20"));
        QVERIFY(f.read(ada).version > version);
        keep(f.clock.now());
        QCOMPARE(f.count(kind::userRoleEnded), 1);
    }

    void end_isToldAWeekAndADayAhead_onceEach()
    {
        Ward f;
        const User ada = f.addUser("ada@x.example", {"viewer"}), bo = f.addUser("bo@x.example", {"viewer"});
        f.set(ada, {"viewer", {"editor", f.clock.now() + 8 * 24h}});
        f.keep();
        QCOMPARE(f.count(kind::userRoleEnding), 0);
        f.clock.advance(24h);
        f.keep();
        f.keep();
        QCOMPARE(f.count(kind::userRoleEnding), 1);
        QCOMPARE(f.notices(ada).front().kind, std::string(kind::userRoleEnding));
        f.clock.advance(6 * 24h);
        f.keep();
        f.keep();
        QCOMPARE(f.count(kind::userRoleEnding), 2);
        // What is given for less than a day is told once.
        f.set(bo, {"viewer", {"editor", f.clock.now() + 2h}});
        f.keep();
        f.keep();
        QCOMPARE(f.count(kind::userRoleEnding), 3);
        // Another end is told of anew.
        f.set(bo, {"viewer", {"editor", f.clock.now() + 3h}});
        f.keep();
        QCOMPARE(f.count(kind::userRoleEnding), 4);
        QCOMPARE(f.notices(bo).size(), std::size_t{2});
    }

    void lastAdministratorWithoutAnEnd_cannotBeGivenOne()
    {
        Ward f;
        const User boss = f.addUser("boss@x.example", {"owner"}), second = f.addUser("second@x.example", {"viewer"});
        Users& users = f.identity->users();
        const UtcTime until = f.clock.now() + 24h;
        const auto refused = [&](const Result<User>& result) { return result ? std::string("ok") : refusal(result.error()); };
        QCOMPARE(refused(users.setRoles(Ward::system(), boss.id, {{"owner", until}})), std::string("last_administrator"));
        // One for a time doesn't stand in for the last one.
        f.set(second, {{"admin", until}});
        QCOMPARE(refused(users.setRoles(Ward::system(), boss.id, {{"owner", until}})), std::string("last_administrator"));
        QCOMPARE(refused(users.setRoles(Ward::system(), boss.id, {"viewer"})), std::string("last_administrator"));
        QVERIFY(!users.apply(Ward::system(), boss.id, UserAction::Disable));
        QVERIFY(!users.changeRole(Ward::system(), boss.id, {"owner", until}, RoleChange::Give));
        QVERIFY(users.apply(Ward::system(), second.id, UserAction::Disable).has_value());
        QVERIFY(users.apply(Ward::system(), second.id, UserAction::Enable).has_value());
        f.set(second, {"admin"});
        QCOMPARE(f.set(boss, {{"owner", until}}).assignments.front().until, std::optional(until));
    }

    void mistakes_areToldByField()
    {
        Ward f;
        const User ada = f.addUser("ada@x.example", {"viewer"});
        const auto set = [&](const std::vector<WantedRole>& wanted) {
            const auto result = f.identity->users().setRoles(Ward::system(), ada.id, wanted);
            return result ? std::string("ok") : refusal(result.error());
        };
        QCOMPARE(set({"viewer", {"editor", f.clock.now()}}), std::string("roles.1.expires_at future"));
        QCOMPARE(set({{"viewer", f.clock.now() + 1h}, "viewer"}), std::string("roles unique"));
        QCOMPARE(set({"viewer", "viewer"}), std::string("ok"));
    }

    void assignment_tellsSinceWhenAndByWhom_andKeepsItThroughAnotherEnd()
    {
        Ward f;
        f.addUser("boss@x.example", {"owner"}, "Ingrid Solheim");
        const User ada = f.addUser("ada@x.example", {"viewer"});
        const access::Actor boss = f.actor(f.tokens("boss@x.example"));
        const UtcTime given = f.clock.now();
        Ward::require(f.identity->users().setRoles(boss, ada.id, {"viewer", {"editor", given + 1h}}));
        f.clock.advance(10min);
        f.set(ada, {"viewer", "editor"});
        RoleAssignment held = f.read(ada).assignments.front();
        QCOMPARE(held.role, std::string("editor"));
        QCOMPARE(held.by, std::string("Ingrid Solheim"));
        QCOMPARE(held.since, given);
        QVERIFY(!held.until);
        // What had ended is given anew, though its row was still there.
        f.set(ada, {"viewer", {"editor", f.clock.now() + 1h}});
        f.clock.advance(1h);
        f.set(ada, {"viewer", "editor"});
        held = f.read(ada).assignments.front();
        QCOMPARE(held.since, f.clock.now());
        QCOMPARE(held.by, std::string("Sallyport"));
    }

    void roleMoreOrLess_leavesTheEndsOfOthers()
    {
        Ward f;
        const User ada = f.addUser("ada@x.example", {"viewer"});
        const UtcTime until = f.clock.now() + 1h;
        f.set(ada, {"viewer", {"editor", until}});
        Users& users = f.identity->users();
        QVERIFY(Ward::require(users.changeRole(Ward::system(), ada.id, "auditor", RoleChange::Give)));
        QCOMPARE(f.read(ada).assignments[1].until, std::optional(until));
        QVERIFY(Ward::require(users.changeRole(Ward::system(), ada.id, "auditor", RoleChange::Take)));
        QVERIFY(Ward::require(users.changeRole(Ward::system(), ada.id, "editor", RoleChange::Give))); // for ever now
        QVERIFY(!f.read(ada).assignments.front().until);
        QVERIFY(!Ward::require(users.changeRole(Ward::system(), ada.id, "editor", RoleChange::Give)));
        QVERIFY(f.last(kind::userRolesChanged).detailsJson.find("until 20") != std::string::npos);
    }

    void decision_doesNotDependOnTheOrderOfRoles_norOnOthers()
    {
        Ward f;
        const User ada = f.addUser("ada@x.example", {"viewer"});
        const Tokens token = f.tokens("ada@x.example");
        std::vector<WantedRole> roles{"viewer", "editor", "auditor", {"operator", f.clock.now() + 1h}};
        f.set(ada, roles);
        const access::PermissionSet expected = f.actor(token).permissions;
        std::ranges::sort(roles, {}, &WantedRole::role);
        for (int order = 0; order < 24; ++order) {
            f.set(ada, {"viewer"});
            f.set(ada, roles);
            QVERIFY(f.actor(token).permissions == expected);
            f.addUser("other" + std::to_string(order) + "@x.example", {order % 2 == 0 ? "editor" : "viewer"});
            QVERIFY(f.actor(token).permissions == expected);
            std::ranges::next_permutation(roles, {}, &WantedRole::role);
        }
    }
};

SALLYPORT_TEST(TestRoleEnds)

} // namespace tst_role_ends

#include "tst_role_ends.moc"
