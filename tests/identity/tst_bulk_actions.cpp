#include "backend/audit/event_kinds.h"
#include "backend/identity/users/bulk_action.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

namespace tst_bulk_actions {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace kind = sallyport::audit::kind;
using P = sallyport::access::Permission;
using Roles = std::vector<std::string>;

namespace {

access::Actor holding(std::initializer_list<P> permissions)
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::Operator;
    actor.id = UserId("OPERATOR");
    actor.name = "Ingrid";
    for (const P permission : permissions)
        actor.permissions.add(permission);
    return actor;
}

Roles rolesOf(IdentityFixture& f, const UserId& id)
{
    return IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), id)).roles;
}

template <typename T>
std::string finerWordOf(const Result<T>& result)
{
    return result ? "ok" : result.error().word.empty() ? wordOf(result) : result.error().word;
}

} // namespace

/// What is done to many users, and one role that is given or taken.
class TestBulkActions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void words_areKnown_othersNot()
    {
        QCOMPARE(bulkActionWords().size(), std::size_t{8});
        for (const std::string_view word : bulkActionWords())
            QVERIFY(bulkActionOf(word).has_value());
        QVERIFY(std::get<UserAction>(bulkActionOf("reset-mfa")->what) == UserAction::ResetMfa);
        QVERIFY(std::get<RoleChange>(bulkActionOf("take-role")->what) == RoleChange::Take);
        QVERIFY(bulkActionOf("give-role")->changesRole() && !bulkActionOf("delete")->changesRole());
        for (const char* other : {"", "Disable", "disable ", "reset_mfa", "create"})
            QVERIFY(!bulkActionOf(other));
    }

    void asvs_8_2_1_everyAction_withoutItsPermission_denied()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test");
        for (const std::string_view word : bulkActionWords()) {
            BulkAction action = *bulkActionOf(word);
            if (action.changesRole())
                action.role = "viewer";
            const auto result = applyTo(f.identity->users(), holding({}), ada.id, action);
            QCOMPARE(wordOf(result), std::string("permission_denied"));
            QCOMPARE(result.error().required, std::string(access::info(permissionOf(action)).word));
        }
        QCOMPARE(rolesOf(f, ada.id), Roles{"viewer"});
    }

    void role_givenAndTaken_othersStay()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test", {"viewer"});
        auto& users = f.identity->users();
        const auto change = [&](const char* role, RoleChange what) {
            return users.changeRole(IdentityFixture::system(), ada.id, role, what);
        };
        const int before = f.count(kind::userRolesChanged);
        QVERIFY(IdentityFixture::require(change("editor", RoleChange::Give)));
        QCOMPARE(rolesOf(f, ada.id), (Roles{"editor", "viewer"}));
        QCOMPARE(f.count(kind::userRolesChanged), before + 1);
        QVERIFY(f.last(kind::userRolesChanged).detailsJson.find("editor, viewer") != std::string::npos);
        QVERIFY(!IdentityFixture::require(change("editor", RoleChange::Give)));
        QVERIFY(!IdentityFixture::require(change("auditor", RoleChange::Take)));
        QCOMPARE(f.count(kind::userRolesChanged), before + 1); // nothing changed, nothing to record
        QVERIFY(IdentityFixture::require(change("viewer", RoleChange::Take)));
        QCOMPARE(rolesOf(f, ada.id), Roles{"editor"});
        QCOMPARE(finerWordOf(change("editor", RoleChange::Take)), std::string("last_role"));
        QCOMPARE(rolesOf(f, ada.id), Roles{"editor"});
    }

    void role_thatIsNone_orOfNobody_isRefused()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test");
        auto& users = f.identity->users();
        for (const RoleChange change : {RoleChange::Give, RoleChange::Take}) {
            const auto result = users.changeRole(IdentityFixture::system(), ada.id, "wizard", change);
            QCOMPARE(wordOf(result), std::string("validation_failed"));
            QCOMPARE(result.error().fields.at(0).field, std::string("role"));
            QCOMPARE(wordOf(users.changeRole(IdentityFixture::system(), UserId("01NOBODY"), "viewer", change)),
                     std::string("not_found"));
        }
    }

    void role_ofMorePermissions_thanTheActorHolds_isNotGiven()
    {
        IdentityFixture f;
        const User vi = f.addUser("vi@example.test");
        access::Actor actor = holding({P::RolesAssign});
        for (const P permission : {P::UsersRead, P::KeysOwn})
            actor.permissions.add(permission);
        QCOMPARE(wordOf(f.identity->users().changeRole(actor, vi.id, "admin", RoleChange::Give)),
                 std::string("permission_denied"));
        QCOMPARE(wordOf(f.identity->users().changeRole(actor, vi.id, "admin", RoleChange::Take)),
                 std::string("permission_denied"));
        QCOMPARE(rolesOf(f, vi.id), Roles{"viewer"});
    }

    void role_ofAUserAbove_isNotTouched()
    {
        IdentityFixture f;
        const User boss = f.addUser("boss@example.test", {"admin"});
        access::Actor actor = holding({P::RolesAssign});
        const access::PermissionSet viewer = f.roles->permissionsOf({"viewer"});
        for (const auto& permission : access::permissions())
            if (viewer.has(permission.permission))
                actor.permissions.add(permission.permission);
        QCOMPARE(wordOf(f.identity->users().changeRole(actor, boss.id, "viewer", RoleChange::Give)),
                 std::string("permission_denied"));
        QCOMPARE(rolesOf(f, boss.id), Roles{"admin"});
    }

    void adminRole_ofTheLastAdministrator_isNotTaken()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test", {"admin", "viewer"});
        auto& users = f.identity->users();
        QCOMPARE(finerWordOf(users.changeRole(IdentityFixture::system(), ada.id, "admin", RoleChange::Take)),
                 std::string("last_administrator"));
        f.addUser("bob@example.test", {"admin"});
        QVERIFY(IdentityFixture::require(users.changeRole(IdentityFixture::system(), ada.id, "admin", RoleChange::Take)));
        QCOMPARE(rolesOf(f, ada.id), Roles{"viewer"});
    }

    void asvs_15_4_2_role_givenByTwoAtOnce_losesNeither()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test");
        inParallel(2, [&](int i) {
            static_cast<void>(f.identity->users().changeRole(IdentityFixture::system(), ada.id, i == 0 ? "editor" : "auditor",
                                                             RoleChange::Give));
        });
        QCOMPARE(rolesOf(f, ada.id), (Roles{"auditor", "editor", "viewer"}));
    }
};

SALLYPORT_GUILESS_TEST(TestBulkActions)

} // namespace tst_bulk_actions
#include "tst_bulk_actions.moc"
