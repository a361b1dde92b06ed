#include "tests/identity/identity_fixture.h"

#include "backend/access/role_limits.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/users/user_file.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <boost/json.hpp>

#include <atomic>

namespace tst_users {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;
using P = sallyport::access::Permission;

namespace {

/// An actor without a session, with exactly these permissions.
access::Actor allowed(std::initializer_list<P> permissions)
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::Operator;
    actor.id = UserId("OPERATOR");
    actor.name = "Ingrid";
    for (const P permission : permissions)
        actor.permissions.add(permission);
    return actor;
}

NewUser newUser(const std::string& email)
{
    NewUser user;
    user.name = "Some Body";
    user.email = email;
    return user;
}

QString rules(const Error& error)
{
    QStringList list;
    for (const FieldError& field : error.fields)
        list << QString::fromStdString(field.field + ":" + field.rule);
    return list.join(QLatin1Char(' '));
}

} // namespace

class TstUsers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_8_2_1_everyCall_withoutPermission_denied()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        auto& users = f.identity->users();
        const access::Actor nobody = allowed({});
        const auto denied = [](const auto& result, const char* permission) {
            return wordOf(result) == "permission_denied" && result.error().required == permission;
        };
        QVERIFY(denied(users.list(nobody, {}), "users:read"));
        QVERIFY(denied(users.read(nobody, user.id), "users:read"));
        QVERIFY(denied(users.statistics(nobody), "users:read"));
        QVERIFY(denied(users.create(nobody, newUser("x@example.test")), "users:create"));
        QVERIFY(denied(users.update(nobody, user.id, {}), "users:update"));
        QVERIFY(denied(users.setRoles(nobody, user.id, {"admin"}), "roles:assign"));
        QVERIFY(denied(users.apply(nobody, user.id, UserAction::Disable), "users:update"));
        QVERIFY(denied(users.apply(nobody, user.id, UserAction::Delete), "users:delete"));
        QVERIFY(denied(users.apply(nobody, user.id, UserAction::ResetMfa), "users:reset_mfa"));
        QVERIFY(denied(users.apply(nobody, user.id, UserAction::RevokeSessions), "users:revoke_sessions"));
        QVERIFY(denied(users.resetPassword(nobody, user.id), "users:reset_password"));
    }

    void read_oneself_withoutPermission()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test", {});
        access::Actor self = allowed({});
        self.id = user.id;
        QVERIFY(f.identity->users().read(self, user.id));
    }

    void readKept_onlyWhatTheDatabaseHas()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test");
        identity::Users& users = f.identity->users();
        const auto kept = [&] { return IdentityFixture::require(users.readKept(IdentityFixture::system(), ada.id)); };
        QVERIFY(kept() == nullptr);
        static_cast<void>(IdentityFixture::require(users.read(IdentityFixture::system(), ada.id)));
        QVERIFY(kept() != nullptr);
        QCOMPARE(kept()->user.name, ada.name);
        QCOMPARE(boost::json::parse(kept()->json), boost::json::value(identity::userJson(kept()->user)));

        UserPatch patch;
        patch.name = "Ada King";
        static_cast<void>(IdentityFixture::require(users.update(IdentityFixture::system(), ada.id, patch)));
        QVERIFY(kept() == nullptr); // what is acknowledged is what is read
        static_cast<void>(IdentityFixture::require(users.read(IdentityFixture::system(), ada.id)));
        QCOMPARE(kept()->user.name, std::string("Ada King"));
        QVERIFY(kept()->json.find("Ada King") != std::string::npos);

        IdentityFixture::require(users.apply(IdentityFixture::system(), ada.id, UserAction::Delete), 0);
        QVERIFY(kept() == nullptr);
    }

    void readKept_ofSomebodyElse_withoutPermission_denied()
    {
        IdentityFixture f;
        const User ada = f.addUser("ada@example.test");
        static_cast<void>(IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), ada.id)));
        const auto nobody = f.identity->users().readKept(access::Actor{}, ada.id);
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().code, f.identity->users().read(access::Actor{}, ada.id).error().code);
    }

    void create_storesAsTyped_andRecords()
    {
        IdentityFixture f;
        NewUser user = newUser("O'Brien@Example.test");
        user.name = "Åsa <b>O'Brien</b> & Co";
        user.age = 44;
        user.department = "Cardiology";
        const auto created = IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user)));
        const User read = IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), created.user.id));
        QCOMPARE(read.name, std::string("Åsa <b>O'Brien</b> & Co"));
        QCOMPARE(read.email, std::string("O'Brien@Example.test"));
        QCOMPARE(*read.age, 44);
        QVERIFY(read.roles == std::vector<std::string>{"viewer"});
        QCOMPARE(read.createdBy, std::string("Sallyport"));
        QCOMPARE(read.version, std::int64_t{1});
        const audit::Event event = f.last(kind::userCreated);
        QCOMPARE(event.object.id, created.user.id.text());
        QVERIFY(event.detailsJson.find("Cardiology") != std::string::npos);
        QCOMPARE(f.count(kind::userInvited), 1);
    }

    void asvs_2_2_1_create_invalid_namesEachField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::addColumn<int>("age");
        QTest::addColumn<QString>("rules");
        QTest::newRow("empty") << ""
                               << "" << 30 << "name:minLength email:minLength";
        QTest::newRow("long name") << QString(101, QLatin1Char('x')) << "a@b.example" << 30 << "name:maxLength";
        QTest::newRow("NUL") << QStringLiteral("a%1b").arg(QChar(0)) << "a@b.example" << 30 << "name:printable";
        QTest::newRow("bidi") << QStringLiteral("a\u202eb") << "a@b.example" << 30 << "name:printable";
        QTest::newRow("line break") << QStringLiteral("a\nb") << "a@b.example" << 30 << "name:printable";
        QTest::newRow("nothing to see") << QStringLiteral(" \u200b") << "a@b.example" << 30 << "name:visible";
        QTest::newRow("e-mail") << "A"
                                << "not an address" << 30 << "email:format";
        QTest::newRow("young") << "A"
                               << "a@b.example" << 17 << "age:minimum";
        QTest::newRow("old") << "A"
                             << "a@b.example" << 121 << "age:maximum";
    }
    void asvs_2_2_1_create_invalid_namesEachField()
    {
        QFETCH(QString, name);
        QFETCH(QString, email);
        QFETCH(int, age);
        IdentityFixture f;
        NewUser user;
        user.name = name.toStdString();
        user.email = email.toStdString();
        user.age = age;
        const auto result = f.identity->users().create(IdentityFixture::system(), std::move(user));
        QCOMPARE(wordOf(result), std::string("validation_failed"));
        QTEST(rules(result.error()), "rules");
    }

    void create_unknownRoleOrWeakPassword_refused()
    {
        IdentityFixture f;
        NewUser user = newUser("a@example.test");
        user.roles = {"viewer", "emperor"};
        QCOMPARE(rules(f.identity->users().create(IdentityFixture::system(), std::move(user)).error()),
                 QStringLiteral("roles.1:exists"));
        user = newUser("a@example.test");
        user.roles.assign(access::rolesOfOneLimit + 1, "viewer");
        QCOMPARE(rules(f.identity->users().create(IdentityFixture::system(), std::move(user)).error()),
                 QStringLiteral("roles:maxItems"));
        user = newUser("a@example.test");
        user.password = SecretBytes::fromText("passwordpassword");
        const auto weak = f.identity->users().create(IdentityFixture::system(), std::move(user));
        QCOMPARE(wordOf(weak), std::string("password_too_weak"));
        QCOMPARE(rules(weak.error()), QStringLiteral("password:common"));
    }

    void create_sameEmailOtherCase_conflict()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const auto result = f.identity->users().create(IdentityFixture::system(), newUser("ADA@Example.TEST"));
        QCOMPARE(wordOf(result), std::string("conflict"));
        QCOMPARE(result.error().word, std::string("email_taken"));
    }

    void asvs_2_3_4_create_sameEmailInParallel_oneWins()
    {
        IdentityFixture f;
        std::atomic<int> created = 0;
        inParallel(8, [&](int) {
            if (f.identity->users().create(IdentityFixture::system(), newUser("ada@example.test")))
                ++created;
        });
        QCOMPARE(created.load(), 1);
    }

    void create_moreThanOneHolds_denied()
    {
        IdentityFixture f;
        NewUser user = newUser("a@example.test");
        user.roles = {"admin"};
        access::Actor actor = allowed({P::UsersCreate, P::RolesAssign, P::UsersRead});
        QCOMPARE(wordOf(f.identity->users().create(actor, std::move(user))), std::string("permission_denied"));
        QVERIFY(f.identity->users().create(actor, newUser("b@example.test"))); // viewer, by default
    }

    void asvs_6_4_6_create_initialPasswordNotAllowed_refused()
    {
        IdentityFixture f;
        IdentityFixture::require(f.settings->change(IdentityFixture::system(), {{"users.initial_password", "invitation_only"}}),
                                 0);
        NewUser user = newUser("a@example.test");
        user.password = SecretBytes::fromText(goodPassword);
        QCOMPARE(rules(f.identity->users().create(allowed({P::UsersCreate}), std::move(user)).error()),
                 QStringLiteral("password:not_allowed"));
        QVERIFY(f.identity->users().create(allowed({P::UsersCreate}), newUser("a@example.test")));
    }

    void update_changesAndRecordsOldAndNew()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        UserPatch patch;
        patch.name = "Ada Lovelace";
        patch.age = std::optional<int>(36);
        patch.expectedVersion = user.version;
        const User changed = IdentityFixture::require(f.identity->users().update(IdentityFixture::system(), user.id, patch));
        QCOMPARE(changed.name, std::string("Ada Lovelace"));
        QCOMPARE(changed.version, user.version + 1);
        const std::string details = f.last(kind::userChanged).detailsJson;
        QVERIFY(details.find(R"({"field":"name","old":"Some Body","new":"Ada Lovelace"})") != std::string::npos);
        QCOMPARE(f.actor(tokens).name, std::string("Ada Lovelace"));
        // The same version again: somebody was faster.
        QCOMPARE(wordOf(f.identity->users().update(IdentityFixture::system(), user.id, patch)),
                 std::string("precondition_failed"));
        UserPatch clear;
        clear.age = std::optional<int>();
        QVERIFY(!IdentityFixture::require(f.identity->users().update(IdentityFixture::system(), user.id, clear)).age);
    }

    void update_nothingNew_notRecorded()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        UserPatch patch;
        patch.name = user.name;
        QCOMPARE(IdentityFixture::require(f.identity->users().update(IdentityFixture::system(), user.id, patch)).version,
                 user.version);
        QCOMPARE(f.count(kind::userChanged), 0);
        QCOMPARE(wordOf(f.identity->users().update(IdentityFixture::system(), UserId("NONE"), patch)), std::string("not_found"));
    }

    void update_emailOfAnother_conflict()
    {
        IdentityFixture f;
        f.addUser("eve@example.test");
        const User user = f.addUser("ada@example.test");
        UserPatch patch;
        patch.email = "EVE@example.test";
        QCOMPARE(wordOf(f.identity->users().update(IdentityFixture::system(), user.id, patch)), std::string("conflict"));
        patch.email = "Ada@example.test"; // one's own, other case
        QVERIFY(f.identity->users().update(IdentityFixture::system(), user.id, patch));
    }

    void takeOver_ofSomebodyWhoMayMore_denied()
    {
        IdentityFixture f;
        const User admin = f.addUser("root@example.test", {"admin"});
        const access::Actor helpdesk =
            allowed({P::UsersRead, P::UsersUpdate, P::UsersResetPassword, P::UsersResetMfa, P::RolesAssign, P::UsersDelete});
        auto& users = f.identity->users();
        UserPatch patch;
        patch.email = "mine@example.test";
        QCOMPARE(wordOf(users.update(helpdesk, admin.id, patch)), std::string("permission_denied"));
        QCOMPARE(wordOf(users.resetPassword(helpdesk, admin.id)), std::string("permission_denied"));
        QCOMPARE(wordOf(f.identity->mfa().begin(helpdesk, admin.id)), std::string("permission_denied"));
        QCOMPARE(wordOf(users.setRoles(helpdesk, admin.id, {"viewer"})), std::string("permission_denied"));
        QCOMPARE(wordOf(users.apply(helpdesk, admin.id, UserAction::Disable)).substr(0, 4),
                 std::string("perm")); // and not that it is the last one
    }

    void setRoles_recordedAndSorted()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const User changed = IdentityFixture::require(
            f.identity->users().setRoles(IdentityFixture::system(), user.id, {"viewer", "editor", "viewer"}));
        QVERIFY((changed.roles == std::vector<std::string>{"editor", "viewer"}));
        QVERIFY(f.last(kind::userRolesChanged).detailsJson.find(R"("new":"editor, viewer")") != std::string::npos);
        QCOMPARE(wordOf(f.identity->users().setRoles(IdentityFixture::system(), user.id, {"emperor"})),
                 std::string("validation_failed"));
    }

    void lastAdministrator_cannotGo()
    {
        IdentityFixture f;
        const User admin = f.addUser("root@example.test", {"admin"});
        auto& users = f.identity->users();
        const auto word = [](const auto& result) { return result ? std::string("ok") : result.error().word; };
        QCOMPARE(word(users.setRoles(IdentityFixture::system(), admin.id, {"viewer"})), std::string("last_administrator"));
        QCOMPARE(word(users.apply(IdentityFixture::system(), admin.id, UserAction::Disable)), std::string("last_administrator"));
        QCOMPARE(word(users.apply(IdentityFixture::system(), admin.id, UserAction::Delete)), std::string("last_administrator"));
        f.addUser("second@example.test", {"admin"});
        QCOMPARE(word(users.apply(IdentityFixture::system(), admin.id, UserAction::Delete)), std::string("ok"));
    }

    void asvs_2_3_4_lastTwoAdministrators_disabledInParallel_oneStays()
    {
        for (int round = 0; round < 5; ++round) {
            IdentityFixture f;
            const User first = f.addUser("a@example.test", {"admin"});
            const User second = f.addUser("b@example.test", {"admin"});
            std::atomic<int> done = 0;
            inParallel(2, [&](int i) {
                if (f.identity->users().apply(IdentityFixture::system(), i == 0 ? first.id : second.id, UserAction::Disable))
                    ++done;
            });
            QCOMPARE(done.load(), 1);
            QCOMPARE(IdentityFixture::require(f.identity->users().statistics(IdentityFixture::system())).active, std::int64_t{1});
        }
    }

    void ownAccount_cannotBeDisabledOrDeleted()
    {
        IdentityFixture f;
        f.addUser("other@example.test", {"admin"});
        const User admin = f.addUser("root@example.test", {"admin"});
        const access::Actor actor = f.actor(f.tokens("root@example.test"));
        for (const UserAction action : {UserAction::Disable, UserAction::Delete}) {
            const auto result = f.identity->users().apply(actor, admin.id, action);
            QCOMPARE(wordOf(result), std::string("conflict"));
            QCOMPARE(result.error().word, std::string("own_account"));
        }
    }

    void delete_takesEverythingAlong()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Delete), 0);
        QVERIFY(!f.authenticate(tokens));
        QCOMPARE(wordOf(f.identity->users().read(IdentityFixture::system(), user.id)), std::string("not_found"));
        for (const char* table : {"sessions", "user_roles", "known_networks"}) {
            const std::string sql = std::string("SELECT COUNT(*) FROM ") + table;
            QCOMPARE(IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
                         SALLYPORT_ASSIGN(auto row, transaction.prepare(sql));
                         SALLYPORT_TRY(row.step());
                         return row.integer();
                     })),
                     std::int64_t{0});
        }
        // The name is free again and makes another user.
        QVERIFY(f.addUser("ada@example.test").id != user.id);
    }
};

SALLYPORT_TEST(TstUsers)

} // namespace tst_users
#include "tst_users.moc"
