#include "backend/identity/users/user_list_sql.h"
#include "backend/storage/connection.h"
#include "backend/storage/migrations.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

namespace tst_inactive_users {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

/// Names in the list's order; or that the total is another.
std::vector<std::string> inactive(IdentityFixture& f, int days, UserQuery query = {})
{
    query.inactiveDays = days;
    const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
    std::vector<std::string> names;
    for (const User& user : page.users)
        names.push_back(user.name);
    return page.total == static_cast<std::int64_t>(names.size()) ? names : std::vector<std::string>{"wrong total"};
}

using Names = std::vector<std::string>;

/// What SQLite answers to EXPLAIN QUERY PLAN.
enum class PlanColumn { Id, Parent, Unused, Detail };

std::string planOf(IdentityFixture& f, const std::string& sql)
{
    return IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) -> Result<std::string> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare("EXPLAIN QUERY PLAN " + sql));
        std::string plan;
        for (;;) {
            SALLYPORT_ASSIGN(const bool row, rows.step());
            if (!row)
                return plan;
            plan += storage::Row<PlanColumn>(rows).text(PlanColumn::Detail) + '\n';
        }
    }));
}

} // namespace

/// The report of users that have not signed in for long.
class TestInactiveUsers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inactive_signedInAndNever_byAge()
    {
        IdentityFixture f;
        f.addUser("ada@example.test", {"viewer"}, "Ada");
        f.addUser("bob@example.test", {"viewer"}, "Bob");
        static_cast<void>(f.tokens("ada@example.test"));
        f.clock.advance(24h * 20);
        f.addUser("cyd@example.test", {"viewer"}, "Cyd"); // never signs in either, and is young
        f.clock.advance(24h * 11);
        QCOMPARE(inactive(f, 30), (Names{"Ada", "Bob"}));
        QCOMPARE(inactive(f, 11), (Names{"Ada", "Bob"})); // whole hours: not a minute too early
        f.clock.advance(1h);
        QCOMPARE(inactive(f, 11), (Names{"Ada", "Bob", "Cyd"}));
        QCOMPARE(inactive(f, 32), Names{});
        static_cast<void>(f.tokens("ada@example.test"));
        QCOMPARE(inactive(f, 30), (Names{"Bob"}));
        QCOMPARE(inactive(f, 1), (Names{"Bob", "Cyd"}));
    }

    void inactive_invited_isListed_disabled_isNot()
    {
        IdentityFixture f;
        NewUser invited;
        invited.name = "Ida";
        invited.email = "ida@example.test";
        static_cast<void>(IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(invited))));
        const User off = f.addUser("off@example.test", {"viewer"}, "Off");
        f.addUser("on@example.test", {"viewer"}, "On");
        f.clock.advance(24h * 91);
        QCOMPARE(inactive(f, 90), (Names{"Ida", "Off", "On"}));
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), off.id, UserAction::Disable), 0);
        QCOMPARE(inactive(f, 90), (Names{"Ida", "On"}));
    }

    void inactive_sessionRenewed_isUse()
    {
        IdentityFixture f;
        IdentityFixture::require(
            f.settings->change(IdentityFixture::system(), {{"sessions.absolute", "2592000"}, {"sessions.idle", "172800"}}), 0);
        const User ada = f.addUser("ada@example.test", {"viewer"}, "Ada");
        Tokens tokens = f.tokens("ada@example.test");
        for (int day = 0; day < 4; ++day) {
            f.clock.advance(20h);
            tokens = IdentityFixture::require(f.identity->signIn().refresh(tokens.refreshToken, IdentityFixture::from()));
        }
        f.clock.advance(2h);
        QCOMPARE(inactive(f, 1), Names{});
        // It holds when the session is gone.
        IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), ada.id, UserAction::RevokeSessions), 0);
        QCOMPARE(inactive(f, 1), Names{});
        f.clock.advance(24h);
        QCOMPARE(inactive(f, 1), Names{"Ada"});
        QVERIFY(*IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), ada.id)).lastSignInAt <
                f.clock.now() - 72h);
    }

    void inactive_withOtherFilters_isBoth()
    {
        IdentityFixture f;
        f.addUser("ada@example.test", {"editor"}, "Ada");
        f.addUser("bob@example.test", {"viewer"}, "Bob");
        const User locked = f.addUser("eve@example.test", {"editor"}, "Eve");
        f.clock.advance(24h * 40);
        UserQuery query;
        query.role = "editor";
        QCOMPARE(inactive(f, 30, query), (Names{"Ada", "Eve"}));
        query.text = "ad";
        QCOMPARE(inactive(f, 30, query), Names{"Ada"});
        query = {};
        query.text = "example.test";
        QCOMPARE(inactive(f, 30, query), (Names{"Ada", "Bob", "Eve"}));
        query = {};
        query.status = UserStatus::Disabled;
        QCOMPARE(inactive(f, 30, query), Names{});
        query.status = UserStatus::Active;
        QCOMPARE(inactive(f, 30, query), (Names{"Ada", "Bob", "Eve"}));
        query = {};
        query.mfa = UserQuery::Mfa::On;
        QCOMPARE(inactive(f, 30, query), Names{});
        query = {};
        query.lockedOnly = true;
        QCOMPARE(inactive(f, 30, query), Names{});
        for (int i = 0; i < 20; ++i)
            static_cast<void>(f.login("eve@example.test", "not the password"));
        QVERIFY(IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), locked.id)).lockedUntil);
        QCOMPARE(inactive(f, 30, query), Names{"Eve"});
    }

    /// Locked and overdue at once: neither filter makes the other one forgotten.
    void lockedAndOverdue_isBoth()
    {
        IdentityFixture f;
        f.addUser("eve@example.test", {"viewer"}, "Eve");
        for (int i = 0; i < 20; ++i)
            static_cast<void>(f.login("eve@example.test", "not the password"));
        UserQuery query;
        query.lockedOnly = true;
        QCOMPARE(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)).total, std::int64_t{1});
        query.mfa = UserQuery::Mfa::Overdue; // no role requires a factor
        QCOMPARE(IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)).total, std::int64_t{0});
    }

    void inactive_inEveryOrder_pagesOnceEach()
    {
        IdentityFixture f;
        for (int i = 0; i < 9; ++i) {
            f.addUser("u" + std::to_string(i) + "@example.test", {"viewer"}, "User " + std::to_string(i));
            if (i % 3 == 0)
                static_cast<void>(f.tokens("u" + std::to_string(i) + "@example.test"));
            f.clock.advance(1h);
        }
        f.clock.advance(24h * 10);
        static_cast<void>(f.tokens("u5@example.test"));
        for (int sort = 0; sort <= static_cast<int>(UserQuery::Sort::Created); ++sort) {
            for (const bool descending : {false, true}) {
                UserQuery query;
                query.sort = static_cast<UserQuery::Sort>(sort);
                query.descending = descending;
                query.inactiveDays = 5;
                query.limit = 3;
                Names seen;
                do {
                    const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
                    QCOMPARE(page.total, std::int64_t{8});
                    for (const User& user : page.users)
                        seen.push_back(user.name);
                    query.cursor = page.nextCursor;
                } while (!query.cursor.empty());
                QCOMPARE(seen.size(), std::size_t{8});
                std::ranges::sort(seen);
                QVERIFY(std::ranges::adjacent_find(seen) == seen.end() && std::ranges::find(seen, "User 5") == seen.end());
            }
        }
    }

    void inactive_outOfBounds_isRefused()
    {
        IdentityFixture f;
        for (const int days : {0, -1, 3651}) {
            UserQuery query;
            query.inactiveDays = days;
            QCOMPARE(wordOf(f.identity->users().list(IdentityFixture::system(), query)), std::string("invalid_argument"));
        }
        QCOMPARE(inactive(f, 3650), Names{});
    }

    void migration_ofAVaultWithUsers_knowsTheirLastUse()
    {
        QTemporaryDir directory;
        const auto file = std::filesystem::path(directory.path().toStdString()) / "old.db";
        IdentityFixture::require(storage::createPrivateFile(file), 0);
        const auto connection =
            IdentityFixture::require(storage::Connection::open(file, TestStore::key(), storage::Connection::Mode::ReadWrite));
        const auto all = storage::builtInMigrations();
        const auto place = std::ranges::find(all, 40, &storage::Migration::version);
        const auto noBackup = [](std::int64_t) -> Result<void> { return {}; };
        IdentityFixture::require(storage::migrate(*connection, all.first(static_cast<std::size_t>(place - all.begin())),
                                                  ManualClock(UtcTime{}), noBackup),
                                 0);
        const auto add = [&](const std::string& id, int created, int signedIn) {
            IdentityFixture::require(
                connection->run("INSERT INTO users (id, name, name_key, email, email_key, status, created_at, created_by, "
                                "updated_at, last_sign_in_at) VALUES ('" +
                                id + "', 'x', 'x', '" + id + "', '" + id + "', 'active', " + std::to_string(created) +
                                ", 'x', 1, " + std::to_string(signedIn) + ")"),
                0);
        };
        const auto use = [&](const std::string& id, const std::string& user, int used) {
            IdentityFixture::require(
                connection->run("INSERT INTO sessions (id, user_id, kind, created_at, last_used_at, expires_at) VALUES ('" + id +
                                "', '" + user + "', 'api', 1, " + std::to_string(used) + ", 9999)"),
                0);
        };
        add("never", 10, 0);
        add("signed", 10, 20);
        add("used", 10, 20);
        use("s1", "used", 15);
        use("s2", "used", 50);
        add("idle", 10, 20);
        use("s3", "idle", 19);
        IdentityFixture::require(storage::migrate(*connection, all, ManualClock(UtcTime{}), noBackup), 0);
        const auto activeAt = [&](const std::string& id) {
            return *connection->readText("SELECT CAST(active_at AS TEXT) FROM users WHERE id = '" + id + "'");
        };
        QCOMPARE(activeAt("never"), std::string("10"));
        QCOMPARE(activeAt("signed"), std::string("20"));
        QCOMPARE(activeAt("used"), std::string("50"));
        QCOMPARE(activeAt("idle"), std::string("20"));
    }

    /// Whoever has been used is found in a range of an index; no row is looked at to count them.
    void plans_ofTheReport_useItsIndex()
    {
        IdentityFixture f;
        UserQuery query;
        query.inactiveDays = 90;
        const std::string count = planOf(f, userCountSql(query, FindBy::Matches).text());
        QVERIFY2(count.find("SEARCH f USING COVERING INDEX users_by_activity (status=? AND active_at<?)") != count.npos,
                 count.c_str());
        for (int sort = 0; sort <= static_cast<int>(UserQuery::Sort::Created); ++sort) {
            query.sort = static_cast<UserQuery::Sort>(sort);
            const std::string matches = planOf(f, userPageSql(query, FindBy::Matches).text());
            QVERIFY2(matches.find("USING COVERING INDEX users_by_activity (status=? AND active_at<?)") != matches.npos,
                     matches.c_str());
            const std::string order = planOf(f, userPageSql(query, FindBy::Order).text());
            QVERIFY2(order.find("users_by_activity") == order.npos && order.find(" f USING INDEX ") != order.npos, order.c_str());
        }
        query.sort = UserQuery::Sort::LastSignIn;
        const std::string late = planOf(f, userPageSql(query, FindBy::Order).text());
        QVERIFY2(late.find("INDEX users_by_last_sign_in (last_sign_in_at<?)") != late.npos, late.c_str());
    }
};

SALLYPORT_GUILESS_TEST(TestInactiveUsers)

} // namespace tst_inactive_users
#include "tst_inactive_users.moc"
