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
        const audit::Event event = f.last(kind::UserCreated);
        QCOMPARE(event.object.id, created.user.id.text());
        QVERIFY(event.detailsJson.find("Cardiology") != std::string::npos);
        QCOMPARE(f.count(kind::UserInvited), 1);
    }

    void create_invalid_namesEachField_data()
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
        QTest::newRow("blank") << QStringLiteral(" a") << "a@b.example" << 30 << "name:trimmed";
        QTest::newRow("e-mail") << "A"
                                << "not an address" << 30 << "email:format";
        QTest::newRow("young") << "A"
                               << "a@b.example" << 17 << "age:minimum";
        QTest::newRow("old") << "A"
                             << "a@b.example" << 121 << "age:maximum";
    }
    void create_invalid_namesEachField()
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
        const std::string details = f.last(kind::UserChanged).detailsJson;
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
        QCOMPARE(f.count(kind::UserChanged), 0);
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
        QCOMPARE(wordOf(users.apply(helpdesk, admin.id, UserAction::Disable)).substr(0, 4), std::string("conf")); // the last one
    }

    void setRoles_recordedAndSorted()
    {
        IdentityFixture f;
        const User user = f.addUser("ada@example.test");
        const User changed = IdentityFixture::require(
            f.identity->users().setRoles(IdentityFixture::system(), user.id, {"viewer", "editor", "viewer"}));
        QVERIFY((changed.roles == std::vector<std::string>{"editor", "viewer"}));
        QVERIFY(f.last(kind::UserRolesChanged).detailsJson.find(R"("new":"editor, viewer")") != std::string::npos);
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
                         return row.integer(0);
                     })),
                     std::int64_t{0});
        }
        // The name is free again and makes another user.
        QVERIFY(f.addUser("ada@example.test").id != user.id);
    }

    void list_pagesBySortAndCursor_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<bool>("descending");
        for (int sort = 0; sort <= static_cast<int>(UserQuery::Sort::Created); ++sort)
            for (const bool descending : {false, true})
                QTest::addRow("sort %d %s", sort, descending ? "down" : "up") << sort << descending;
    }
    void list_pagesBySortAndCursor()
    {
        QFETCH(int, sort);
        QFETCH(bool, descending);
        static IdentityFixture f;
        static bool filled = false;
        for (int i = 0; !filled && i < 23; ++i) {
            NewUser user = newUser("user" + std::to_string(i * 7 % 23) + "@example.test");
            user.name = i % 3 == 0 ? "Same Name" : "Name " + std::to_string(100 - i);
            user.department = i % 2 == 0 ? "Pharmacy" : "";
            IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user)));
            f.clock.advance(1s);
        }
        filled = true;
        UserQuery query;
        query.sort = static_cast<UserQuery::Sort>(sort);
        query.descending = descending;
        query.limit = 200;
        const UserPage all = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        QCOMPARE(all.users.size(), std::size_t{23});
        QCOMPARE(all.total, std::int64_t{23});
        QVERIFY(all.nextCursor.empty());

        query.limit = 5;
        std::vector<UserId> byCursor, byOffset;
        do {
            const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
            for (const User& user : page.users)
                byCursor.push_back(user.id);
            query.cursor = page.nextCursor;
        } while (!query.cursor.empty());
        for (query.offset = 0; query.offset < 23; query.offset += 5) {
            const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
            for (const User& user : page.users)
                byOffset.push_back(user.id);
        }
        QCOMPARE(byCursor.size(), std::size_t{23});
        for (std::size_t i = 0; i < 23; ++i) {
            QCOMPARE(byCursor[i], all.users[i].id);
            QCOMPARE(byOffset[i], all.users[i].id);
        }
    }

    void list_foreignCursor_refused_data()
    {
        QTest::addColumn<QByteArray>("cursor");
        QTest::newRow("garbage") << QByteArray("!!!");
        QTest::newRow("short") << QByteArray("YWJj");
        QTest::newRow("other order") << QByteArray::fromStdString(toBase64Url(asBytes("b01ARZ3NDEKTSV4RRFFQ69G5FAVx")));
        QTest::newRow("long") << QByteArray(5000, 'A');
    }
    void list_foreignCursor_refused()
    {
        QFETCH(QByteArray, cursor);
        IdentityFixture f;
        UserQuery query;
        query.cursor = cursor.toStdString();
        QCOMPARE(wordOf(f.identity->users().list(IdentityFixture::system(), query)), std::string("invalid_argument"));
        query.cursor.clear();
        query.limit = 201;
        QCOMPARE(wordOf(f.identity->users().list(IdentityFixture::system(), query)), std::string("invalid_argument"));
        query.limit = 0;
        QCOMPARE(wordOf(f.identity->users().list(IdentityFixture::system(), query)), std::string("invalid_argument"));
    }

    void asvs_1_2_4_list_search_isLiteral_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("found");
        QTest::newRow("part of name, other case") << "LOVE" << 1;
        QTest::newRow("part of e-mail") << "@example" << 3;
        QTest::newRow("umlaut, other case") << QString::fromUtf8("ÄRZT") << 1;
        QTest::newRow("percent") << "%" << 1;
        QTest::newRow("underscore") << "_" << 0;
        QTest::newRow("backslash") << "\\" << 0;
        QTest::newRow("regular expression") << ".*(" << 0;
        QTest::newRow("injection") << "' OR 1=1--" << 0;
        QTest::newRow("quote") << "O'" << 1;
    }
    void asvs_1_2_4_list_search_isLiteral()
    {
        QFETCH(QString, text);
        QFETCH(int, found);
        IdentityFixture f;
        f.addUser("ada@example.test", {"viewer"}, "Ada Lovelace");
        f.addUser("obrien@example.test", {"editor"}, "O'Brien 100%");
        f.addUser("x@example.test", {"viewer"}, "Ärztin X");
        UserQuery query;
        query.text = text.toStdString();
        const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        QCOMPARE(static_cast<int>(page.users.size()), found);
        QCOMPARE(page.total, static_cast<std::int64_t>(found));
    }

    /// Few matches are collected, many are met on the way: both must list the same, by cursor and by offset.
    void list_filtered_pagesAgree_data() { list_pagesBySortAndCursor_data(); }
    void list_filtered_pagesAgree()
    {
        QFETCH(int, sort);
        QFETCH(bool, descending);
        static IdentityFixture f;
        static bool filled = false;
        for (int i = 0; !filled && i < 60; ++i) {
            NewUser user = newUser((i % 12 == 0 ? "rare" : "often") + std::to_string(i * 7 % 60) + "@example.test");
            user.name = i % 3 == 0 ? "Same Name" : "Name " + std::to_string(100 - i);
            user.department = i % 2 == 0 ? "Pharmacy" : "";
            user.roles = {i % 12 == 0 ? "editor" : "viewer"};
            const auto made = IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user)));
            if (i % 4 == 0)
                static_cast<void>(f.identity->users().apply(IdentityFixture::system(), made.user.id, UserAction::Disable));
            f.clock.advance(1s);
        }
        filled = true;
        const auto list = [&](const UserQuery& query) {
            return IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        };
        UserQuery query;
        query.sort = static_cast<UserQuery::Sort>(sort);
        query.descending = descending;
        query.limit = 200;
        const UserPage all = list(query);
        for (const char* text : {"", "rare", "often", "nobody"}) {
            for (const bool byRole : {false, true}) {
                query.text = text;
                query.role = byRole ? std::optional<std::string>("editor") : std::nullopt;
                std::vector<UserId> expected;
                for (const User& user : all.users) {
                    const bool rare = user.email.starts_with("rare");
                    if ((query.text.empty() || user.email.starts_with(text)) && (!byRole || rare))
                        expected.push_back(user.id);
                }
                for (const std::uint32_t limit : {1U, 2U, 7U, 200U}) {
                    query.limit = limit;
                    std::vector<UserId> byOffset, byCursor;
                    for (query.offset = 0; query.offset < 60; query.offset += limit) {
                        const UserPage page = list(query);
                        QCOMPARE(page.total, static_cast<std::int64_t>(expected.size()));
                        for (const User& user : page.users)
                            byOffset.push_back(user.id);
                    }
                    query.offset = 0;
                    do {
                        const UserPage page = list(query);
                        for (const User& user : page.users)
                            byCursor.push_back(user.id);
                        query.cursor = page.nextCursor;
                    } while (!query.cursor.empty());
                    QVERIFY(byOffset == expected);
                    QVERIFY(byCursor == expected);
                }
            }
        }
    }

    void list_byOffset_afterAChange_doesNotGoOnFromAnOldPlace()
    {
        IdentityFixture f;
        for (int i = 1; i <= 6; ++i)
            f.addUser("user" + std::to_string(i) + "@example.test");
        UserQuery query;
        query.sort = UserQuery::Sort::Email;
        query.limit = 2;
        const UserPage first = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), first.users[0].id, UserAction::Delete), 0);
        query.offset = 2;
        const UserPage second = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
        QCOMPARE(second.total, std::int64_t{5});
        QCOMPARE(second.users[0].email, std::string("user4@example.test"));
    }

    void list_filters_combine()
    {
        IdentityFixture f;
        f.addUser("ada@example.test", {"admin"});
        f.addUser("bob@example.test", {"editor"});
        const User off = f.addUser("off@example.test", {"editor"});
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), off.id, UserAction::Disable), 0);
        for (int i = 0; i < 5; ++i)
            static_cast<void>(f.login("bob@example.test", "wrong"));
        const auto total = [&](const UserQuery& query) {
            const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
            return page.total == static_cast<std::int64_t>(page.users.size()) ? page.total : -1;
        };
        UserQuery query;
        query.role = "editor";
        QCOMPARE(total(query), 2);
        query.status = UserStatus::Active;
        QCOMPARE(total(query), 1);
        query = {};
        query.lockedOnly = true;
        QCOMPARE(total(query), 1);
        query = {};
        query.mfa = UserQuery::Mfa::On;
        QCOMPARE(total(query), 0);
        query.mfa = UserQuery::Mfa::Off;
        QCOMPARE(total(query), 3);
    }

    void statistics_followEveryChange()
    {
        IdentityFixture f;
        const auto figures = [&] { return IdentityFixture::require(f.identity->users().statistics(IdentityFixture::system())); };
        QCOMPARE(figures().total, std::int64_t{0});
        const User user = f.addUser("ada@example.test");
        IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), newUser("new@example.test")));
        QCOMPARE(figures().total, std::int64_t{2});
        QCOMPARE(figures().invited, std::int64_t{1});
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Disable), 0);
        QCOMPARE(figures().disabled, std::int64_t{1});
        QCOMPARE(figures().active, std::int64_t{0});
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), user.id, UserAction::Delete), 0);
        QCOMPARE(figures().total, std::int64_t{1});
    }
};

SALLYPORT_TEST(TstUsers)

} // namespace tst_users
#include "tst_users.moc"
