#include "backend/access/roles.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <set>

namespace tst_access {

using namespace sallyport;
using namespace sallyport::access;

class TestAccess : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void permissions_table_isCompleteAndUnique()
    {
        std::set<std::string_view> words;
        for (const PermissionInfo& entry : permissions()) {
            words.insert(entry.word);
            QVERIFY(findPermission(entry.word) == entry.permission);
            QVERIFY(info(entry.permission).word == entry.word);
            QVERIFY(!entry.title.empty());
        }
        QCOMPARE(words.size(), permissionCount);
        QVERIFY(!findPermission("users:everything"));
        QVERIFY(!findPermission(""));
    }

    void eventKinds_table_isUniqueAndFound()
    {
        for (const audit::EventKind& entry : audit::eventKinds()) {
            QVERIFY(audit::findEventKind(entry.word) == &entry);
            QVERIFY(!entry.title.empty());
        }
        QVERIFY(!audit::findEventKind("auth"));
    }

    void require_missing_namesIt()
    {
        Actor actor;
        actor.permissions.add(Permission::UsersRead);
        QVERIFY(require(actor, Permission::UsersRead));
        const auto denied = require(actor, Permission::UsersDelete);
        QCOMPARE(denied.error().code, ErrorCode::PermissionDenied);
        QCOMPARE(denied.error().required, std::string("users:delete"));
        for (const PermissionInfo& entry : permissions())
            QVERIFY(require(Actor::system(), entry.permission));
    }

    void eventBy_actor_fillsWhoAndWhere()
    {
        Actor actor;
        actor.kind = Actor::Kind::User;
        actor.id = UserId("01J");
        actor.name = "Mei Tanaka";
        actor.email = "mei@clinic.example";
        actor.address = *IpAddress::parse("2001:db8::1");
        actor.userAgent = "curl";
        actor.request = RequestId("R1");
        const audit::Event event = eventBy(actor, audit::kind::refreshReused, audit::Outcome::Refused);
        QVERIFY(event.severity == audit::Severity::Critical);
        QVERIFY(event.outcome == audit::Outcome::Refused);
        QCOMPARE(event.actor.kind, std::string("user"));
        QCOMPARE(event.actor.email, std::string("mei@clinic.example"));
        QCOMPARE(event.address, std::string("2001:db8::1"));
        QCOMPARE(event.requestId, std::string("R1"));
        QCOMPARE(eventBy(Actor::system(), audit::kind::serverStarted).address, std::string());
    }

    void roles_seeded_allowWhatTheySay()
    {
        test::TestStore store;
        auto roles = Roles::open(*store);
        QVERIFY(roles);
        const auto list = (*roles)->list(Actor::system());
        QVERIFY2(list, list ? "" : list.error().detail.c_str());
        QCOMPARE(list->size(), 7u);
        QCOMPARE(list->front().name, std::string("admin"));
        QVERIFY(list->front().permissions == PermissionSet::all());
        QCOMPARE(list->front().members, 0);
        const PermissionSet editor = (*roles)->permissionsOf({"editor"}), viewer = (*roles)->permissionsOf({"viewer"});
        QVERIFY(editor.covers(viewer) && !viewer.covers(editor));
        QVERIFY(viewer.has(Permission::UsersRead) && !viewer.has(Permission::RecordsCreate));
        QVERIFY(!editor.has(Permission::UsersDelete) && !editor.has(Permission::EventsRead));
        QCOMPARE((*roles)->permissionsOf({"nobody", ""}).size(), 0u);
        QVERIFY((*roles)->permissionsOf({"viewer", "admin"}) == PermissionSet::all());
        QVERIFY((*roles)->exists("viewer") && !(*roles)->exists("Viewer"));
        QVERIFY(!(*roles)->list(Actor{}));
    }

    void roles_anotherProcessChanged_isSeenAfterReload()
    {
        test::TestStore store;
        auto roles = Roles::open(*store);
        QVERIFY(store->write([](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto statement,
                             transaction.prepare("DELETE FROM role_permissions WHERE permission = 'records:read'"));
            return statement.run();
        }));
        QVERIFY((*roles)->permissionsOf({"viewer"}).has(Permission::RecordsRead));
        QVERIFY((*roles)->reload());
        QVERIFY(!(*roles)->permissionsOf({"viewer"}).has(Permission::RecordsRead));
    }
};

SALLYPORT_GUILESS_TEST(TestAccess)

} // namespace tst_access
#include "tst_access.moc"
