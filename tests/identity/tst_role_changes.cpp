#include "backend/access/role_limits.h"
#include "backend/audit/event_kinds.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_role_changes {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace kind = sallyport::audit::kind;
using P = sallyport::access::Permission;
using Words = std::vector<std::string>;

namespace {

struct Desk : IdentityFixture {
    access::Role add(const std::string& name, Words permissions, Words inherits = {})
    {
        return require(identity->roleChanges().create(system(), {name, {}, {}, std::move(permissions), std::move(inherits)}));
    }
    Result<access::Role> change(const access::Actor& who, const std::string& role, RolePatch patch)
    {
        return identity->roleChanges().change(who, role, patch);
    }
    access::PermissionSet held(const access::Actor& who) { return require(identity->now(who)).permissions; }
};

RolePatch permissions(Words words)
{
    RolePatch patch;
    patch.permissions = std::move(words);
    return patch;
}

RolePatch inheriting(Words names)
{
    RolePatch patch;
    patch.inherits = std::move(names);
    return patch;
}

std::string ruleOf(const Error& error)
{
    return error.fields.empty() ? std::string() : error.fields.front().field + " " + error.fields.front().rule;
}

} // namespace

class TestRoleChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void made_allowsItsMembersAtOnce_andIsRecorded()
    {
        Desk f;
        f.add("clerk", {"users:read"});
        const access::Role doctor = f.add("doctor", {"records:read", "records:update"}, {"clerk"});
        QVERIFY(!doctor.builtIn && doctor.permissions.has(P::UsersRead) && !doctor.own.has(P::UsersRead));
        QCOMPARE(f.count(kind::roleCreated), 2);
        QVERIFY(f.last(kind::roleCreated).detailsJson.find("records:read, records:update") != std::string::npos);
        f.addUser("d@x.example", {"doctor"});
        const access::Actor who = f.actor(f.tokens("d@x.example"));
        QVERIFY(who.permissions == doctor.permissions);
        // Known by id and by name, with members.
        const auto read = Desk::require(f.roles->read(Desk::system(), "doctor"));
        QCOMPARE(read.members, std::int64_t{1});
        QCOMPARE(Desk::require(f.roles->read(Desk::system(), doctor.id.text())).name, std::string("doctor"));
    }

    void vault_takesFiveHundredRoles_andNamesTheLimitForMore()
    {
        Desk f;
        const std::size_t there = f.roles->table()->size();
        for (std::size_t at = there; at < access::rolesLimit; ++at)
            f.add("r" + std::to_string(at), {"users:read"});
        QCOMPARE(f.roles->table()->size(), access::rolesLimit);
        const auto more = f.identity->roleChanges().create(Desk::system(), {"one_more", {}, {}, {}, {}});
        QCOMPARE(wordOf(more), std::string("limit_reached"));
        QVERIFY(more.error().detail.find("500") != std::string::npos);
    }

    void changed_actsOnTheNextRequest_ofMembersAndHeirs()
    {
        Desk f;
        f.add("clerk", {"users:read"});
        f.add("doctor", {"records:read"}, {"clerk"});
        f.addUser("d@x.example", {"doctor"});
        f.addUser("c@x.example", {"clerk"});
        const Tokens doctor = f.tokens("d@x.example"), clerk = f.tokens("c@x.example");
        QVERIFY(!f.actor(doctor).permissions.has(P::EventsRead));
        QVERIFY(f.change(Desk::system(), "clerk", permissions({"events:read"})));
        for (const Tokens* tokens : {&doctor, &clerk}) {
            QVERIFY(f.actor(*tokens).permissions.has(P::EventsRead));
            QVERIFY(!f.actor(*tokens).permissions.has(P::UsersRead));
        }
        QVERIFY(f.change(Desk::system(), "doctor", inheriting({})));
        QVERIFY(!f.actor(doctor).permissions.has(P::EventsRead));
        QVERIFY(f.actor(doctor).permissions.has(P::RecordsRead));
        QCOMPARE(f.count(kind::roleChanged), 2);
    }

    void key_followsItsOwnersRole()
    {
        Desk f;
        f.add("doctor", {"records:read", "keys:own"});
        const User owner = f.addUser("d@x.example", {"doctor"});
        NewApiKey wanted;
        wanted.name = "k";
        wanted.scopes = {"records:read"};
        wanted.owner = owner.id;
        const auto made = Desk::require(f.identity->apiKeys().create(Desk::system(), wanted));
        access::Actor key;
        key.id = owner.id;
        key.key = made.key.id;
        QVERIFY(f.held(key).has(P::RecordsRead));
        QVERIFY(f.change(Desk::system(), "doctor", permissions({"users:read"})));
        QVERIFY(!f.held(key).has(P::RecordsRead));
        QVERIFY(!f.held(key).has(P::UsersRead)); // its scopes bound it
    }

    void nobody_givesOrTakesWhatTheyDontHold()
    {
        Desk f;
        f.add("keeper", {"roles:read", "roles:create", "roles:update", "roles:delete", "records:read"});
        f.add("strong", {"settings:update"});
        f.add("weak", {"records:read"});
        f.addUser("k@x.example", {"keeper"});
        const access::Actor keeper = f.actor(f.tokens("k@x.example"));
        auto& changes = f.identity->roleChanges();
        QCOMPARE(wordOf(changes.create(keeper, {"mine", {}, {}, {"settings:update"}, {}})), std::string("permission_denied"));
        QCOMPARE(changes.create(keeper, {"mine", {}, {}, {"settings:update"}, {}}).error().required,
                 std::string("settings:update"));
        QCOMPARE(wordOf(changes.create(keeper, {"mine", {}, {}, {}, {"strong"}})), std::string("permission_denied"));
        QCOMPARE(wordOf(changes.create(keeper, {"mine", {}, {}, {}, {"admin"}})), std::string("permission_denied"));
        QCOMPARE(wordOf(f.change(keeper, "keeper", permissions({"records:read", "users:delete"}))),
                 std::string("permission_denied"));
        QCOMPARE(wordOf(f.change(keeper, "strong", permissions({}))), std::string("permission_denied"));
        QCOMPARE(wordOf(changes.remove(keeper, "strong")), std::string("permission_denied"));
        QCOMPARE(wordOf(f.change(keeper, "weak", permissions({}))), std::string("ok"));
        QCOMPARE(wordOf(changes.remove(keeper, "weak")), std::string("ok"));
        // Without the permission nothing at all.
        f.addUser("v@x.example", {"viewer"});
        const access::Actor viewer = f.actor(f.tokens("v@x.example"));
        QCOMPARE(changes.create(viewer, {"mine", {}, {}, {}, {}}).error().required, std::string("roles:create"));
        QCOMPARE(f.change(viewer, "keeper", permissions({})).error().required, std::string("roles:update"));
        QCOMPARE(changes.remove(viewer, "keeper").error().required, std::string("roles:delete"));
    }

    void builtIn_stays()
    {
        Desk f;
        for (const char* name : {"admin", "owner", "viewer"}) {
            QCOMPARE(f.change(Desk::system(), name, permissions({})).error().word, std::string("built_in_role"));
            QCOMPARE(f.identity->roleChanges().remove(Desk::system(), name).error().word, std::string("built_in_role"));
        }
        QCOMPARE(f.identity->roleChanges().create(Desk::system(), {"admin", {}, {}, {}, {}}).error().word,
                 std::string("name_taken"));
    }

    void circleAndDepth_areRefused_andNothingChanges()
    {
        Desk f;
        f.add("a", {"users:read"});
        f.add("b", {}, {"a"});
        const auto refused = f.change(Desk::system(), "a", inheriting({"b"}));
        QCOMPARE(ruleOf(refused.error()), std::string("inherits inheritance"));
        QCOMPARE(refused.error().fields.front().message, std::string("Inherits from itself: a, b, a."));
        QCOMPARE(ruleOf(f.change(Desk::system(), "a", inheriting({"a"})).error()), std::string("inherits inheritance"));
        QVERIFY(Desk::require(f.roles->read(Desk::system(), "a")).inherits.empty());
        std::string below = "b";
        for (std::size_t step = 1; step < access::inheritanceDepth; ++step) {
            f.add("s" + std::to_string(step), {}, {below});
            below = "s" + std::to_string(step);
        }
        const auto deep = f.identity->roleChanges().create(Desk::system(), {"one_more", {}, {}, {}, {below}});
        QCOMPARE(ruleOf(deep.error()), std::string("inherits inheritance"));
    }

    void fields_areChecked()
    {
        Desk f;
        const auto mistake = [&](NewRole role) {
            const auto made = f.identity->roleChanges().create(Desk::system(), std::move(role));
            return made ? std::string("ok") : ruleOf(made.error());
        };
        QCOMPARE(mistake({"Bad Name", {}, {}, {}, {}}), std::string("name pattern"));
        QCOMPARE(mistake({"r", "a\nb", {}, {}, {}}), std::string("title printable"));
        QCOMPARE(mistake({"r", std::string(101, 'x'), {}, {}, {}}), std::string("title maxLength"));
        QCOMPARE(mistake({"r", {}, std::string(501, 'x'), {}, {}}), std::string("description maxLength"));
        QCOMPARE(mistake({"r", {}, {}, {"users:reed"}, {}}), std::string("permissions.0 exists"));
        QCOMPARE(mistake({"r", {}, {}, {}, {"nobody"}}), std::string("inherits.0 exists"));
        QCOMPARE(mistake({"r", {}, {}, {}, Words(17, "viewer")}), std::string("inherits maxItems"));
        QCOMPARE(mistake({"hidden", "a\u200bb", {}, {}, {}}), std::string("title printable"));
        const access::Role tidied =
            Desk::require(f.identity->roleChanges().create(Desk::system(), {"tidied", " \u2060Night\u00a0", "\u200b", {}, {}}));
        QCOMPARE(tidied.title, std::string("Night"));
        QCOMPARE(tidied.description, std::string());
        const auto near = f.identity->roleChanges().create(Desk::system(), {"r", {}, {}, {"users:reed"}, {}});
        QVERIFY(near.error().fields.front().message.find("users:read") != std::string::npos);
        QCOMPARE(mistake({"r", {}, {}, {"users:read"}, {}}), std::string("ok"));
    }

    void staleVersion_isRefused_andWhatChangesNothingIsNoChange()
    {
        Desk f;
        f.add("r", {"users:read"});
        RolePatch patch = permissions({"events:read"});
        patch.expectedVersion = 1;
        QCOMPARE(Desk::require(f.change(Desk::system(), "r", patch)).version, std::int64_t{2});
        QCOMPARE(wordOf(f.change(Desk::system(), "r", patch)), std::string("precondition_failed"));
        QCOMPARE(Desk::require(f.change(Desk::system(), "r", permissions({"events:read"}))).version, std::int64_t{2});
        QCOMPARE(f.count(kind::roleChanged), 1);
        QCOMPARE(wordOf(f.change(Desk::system(), "gone", permissions({}))), std::string("not_found"));
    }

    void deleted_isTakenFromEverybody_whoCanSignInAndGetOthers()
    {
        Desk f;
        f.add("doctor", {"records:read"});
        f.add("chief", {"users:read"}, {"doctor"});
        const User only = f.addUser("d@x.example", {"doctor"}, "Dora Only");
        f.addUser("c@x.example", {"chief"});
        NewServiceAccount program{"Lab", {}, {"doctor", "viewer"}};
        const ServiceAccount account = Desk::require(f.identity->serviceAccounts().create(Desk::system(), program));
        const Tokens member = f.tokens("d@x.example"), heir = f.tokens("c@x.example");
        QVERIFY(f.actor(member).permissions.has(P::RecordsRead) && f.actor(heir).permissions.has(P::RecordsRead));
        QVERIFY(f.identity->roleChanges().remove(Desk::system(), "doctor"));
        QVERIFY(f.actor(member).permissions.empty() && f.actor(member).roles.empty());
        QVERIFY(!f.actor(heir).permissions.has(P::RecordsRead) && f.actor(heir).permissions.has(P::UsersRead));
        QCOMPARE(Desk::require(f.identity->serviceAccounts().read(Desk::system(), account.id)).roles, Words{"viewer"});
        QVERIFY(f.tokens("d@x.example").accessToken.size() > 0);
        QCOMPARE(Desk::require(f.identity->users().setRoles(Desk::system(), only.id, {"viewer"})).roles, Words{"viewer"});
        const audit::Event told = f.last(kind::roleDeleted);
        QVERIFY(told.detailsJson.find("Dora Only") != std::string::npos && told.detailsJson.find("Lab") != std::string::npos);
        // A new one of the same name has nobody.
        f.add("doctor", {"records:read"});
        QCOMPARE(Desk::require(f.roles->read(Desk::system(), "doctor")).members, std::int64_t{0});
    }

    /// Who may as much must prove as much.
    void heirOfARoleThatRequiresMfa_requiresItToo()
    {
        Desk f;
        f.add("chief", {}, {"editor"});
        f.addUser("c@x.example", {"chief"});
        const access::Actor who = f.actor(f.tokens("c@x.example"));
        Desk::require(f.settings->change(Desk::system(), {{"mfa.required_roles", "editor"}, {"mfa.grace_days", "0"}}), 0);
        QCOMPARE(wordOf(f.identity->now(who)), std::string("mfa_enrolment_required"));
        QVERIFY(f.change(Desk::system(), "chief", inheriting({"viewer"})));
        QCOMPARE(wordOf(f.identity->now(who)), std::string("ok"));
        QVERIFY(f.change(Desk::system(), "chief", inheriting({"editor"})));
        QCOMPARE(wordOf(f.identity->now(who)), std::string("mfa_enrolment_required"));
    }

    void anotherProcess_isSeenAfterReading()
    {
        Desk f;
        f.add("doctor", {"records:read"});
        QVERIFY(f.roles->reload());
        QVERIFY(f.roles->permissionsOf({"doctor"}).has(P::RecordsRead));
    }
};

SALLYPORT_GUILESS_TEST(TestRoleChanges)

} // namespace tst_role_changes
#include "tst_role_changes.moc"
