#include "backend/identity/core/opened_rows.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_ending_many {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

Result<void> run(storage::Transaction& transaction, std::string_view sql, const UserId& user, std::string_view secret)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare(sql));
    return put.bind(1, user).bind(2, asBytes(secret)).run();
}

} // namespace

/// Ending sessions of others, one, some and all: what they opened ends with them, and it takes a statement for many.
class TestEndingMany : public QObject {
    Q_OBJECT

    IdentityFixture f;
    User ada, eve, owner;
    Tokens boss;

    /// A first step that waits for its second factor, and a trusted device.
    void open(const User& user)
    {
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            const std::string secret = "secret of " + user.id.text();
            SALLYPORT_TRY(run(transaction,
                              "INSERT INTO pending_sign_ins (user_id, token_hash, created_at, "
                              "expires_at, tries, first_factor) VALUES ($1, $2, 0, 0, 0, 'password')",
                              user.id, secret));
            return run(transaction,
                       "INSERT INTO trusted_devices (id, user_id, token_hash, created_at, last_used_at, "
                       "address, user_agent) VALUES ($1, $1, $2, 0, 0, '', '')",
                       user.id, secret);
        }),
                                 0);
    }
    std::int64_t count(std::string_view sql, const User& user)
    {
        return IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare(sql));
            SALLYPORT_TRY(row.bind(1, user.id).step());
            return row.integer();
        }));
    }
    /// Waiting first steps and trusted devices.
    std::int64_t opened(const User& user)
    {
        return 10 * count("SELECT COUNT(*) FROM pending_sign_ins WHERE user_id = $1", user) +
               count("SELECT COUNT(*) FROM trusted_devices WHERE user_id = $1", user);
    }

private Q_SLOTS:
    void initTestCase()
    {
        f.addUser("boss@example.test", {"operator"}, "Boss");
        ada = f.addUser("ada@example.test", {"viewer"}, "Ada");
        eve = f.addUser("eve@example.test", {"viewer"}, "Eve");
        owner = f.addUser("owner@example.test", {"owner"}, "Owner");
    }
    void init()
    {
        IdentityFixture::require(f.identity->sessions().endEverybodys(IdentityFixture::system()));
        boss = f.tokens("boss@example.test");
        IdentityFixture::require(
            f.store->write([](storage::Transaction& transaction) { return rows::endEverybodysOpened(transaction, {}); }), 0);
        for (const User& user : {ada, eve, owner})
            open(user);
    }

    void asvs_7_4_5_endMany_endsWhatTheyOpened_ofTheseUsers()
    {
        const std::array ids{f.tokens("ada@example.test").session, f.tokens("ada@example.test").session};
        QCOMPARE(IdentityFixture::require(f.identity->sessions().endMany(f.actor(boss), ids)), 2);
        QCOMPARE(opened(ada), 0);
        QCOMPARE(opened(eve), 11);
    }

    void asvs_7_4_5_endEverybodys_endsWhatEverybodyOpened()
    {
        static_cast<void>(f.tokens("ada@example.test"));
        IdentityFixture::require(f.identity->sessions().endEverybodys(IdentityFixture::system()));
        for (const User& user : {ada, eve, owner})
            QCOMPARE(opened(user), 0);
    }

    void endEverybodys_ofThoseWhoMayMore_staysOpen()
    {
        const Tokens above = f.tokens("owner@example.test"), ada1 = f.tokens("ada@example.test"),
                     eve1 = f.tokens("eve@example.test");
        QCOMPARE(IdentityFixture::require(f.identity->sessions().endEverybodys(f.actor(boss))), 2);
        QVERIFY(f.authenticate(above) && f.authenticate(boss) && !f.authenticate(ada1) && !f.authenticate(eve1));
        QCOMPARE(opened(ada), 0);
        QCOMPARE(opened(eve), 0);
        QCOMPARE(opened(owner), 11);
        QVERIFY(f.last(audit::kind::sessionsRevoked).detailsJson.find("\"users_left\":1") != std::string::npos);
        // Nor where those who may more aren't signed in.
        IdentityFixture::require(f.identity->signIn().logout(f.actor(above)), 0);
        IdentityFixture::require(f.identity->sessions().endEverybodys(f.actor(boss)));
        QCOMPARE(opened(owner), 11);
    }

    void end_anothersEndsWhatTheyOpened_ownLeavesIt()
    {
        const Tokens other = f.tokens("ada@example.test"), own = f.tokens("eve@example.test"),
                     more = f.tokens("eve@example.test");
        IdentityFixture::require(f.identity->sessions().end(f.actor(boss), other.session), 0);
        QCOMPARE(opened(ada), 0);
        IdentityFixture::require(f.identity->sessions().end(f.actor(own), more.session), 0);
        QVERIFY(f.authenticate(own) && !f.authenticate(more));
        QCOMPARE(opened(eve), 11);
    }

    void manyUsers_moreThanAreBoundAtOnce_areAllReached()
    {
        const UtcTime before = f.clock.now(), later = before + 48h;
        std::vector<UserId> ids;
        std::vector<std::pair<UserId, UtcTime>> used;
        for (std::size_t i = 0; i < storage::boundAtOnce + 7; ++i) {
            ids.emplace_back(QStringLiteral("01ARZ3NDEKTSV4RRFFQ6%1").arg(i, 6, 10, QLatin1Char('0')).toStdString());
            used.emplace_back(ids.back(), later);
        }
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            for (const UserId& id : ids) {
                SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO users (id, name, name_key, email, email_key, status, "
                                                               "created_at, created_by, updated_at, active_at) VALUES "
                                                               "($1, $1, $1, $1, $1, 'active', $2, '', $2, $2)"));
                SALLYPORT_TRY(put.bind(1, id).bind(2, before).run());
                SALLYPORT_TRY(rows::setRoles(transaction, id, {"editor", "viewer"}, {before, {}}));
            }
            return rows::noteActive(transaction, used);
        }),
                                 0);
        const auto roles = IdentityFixture::require(
            f.store->read([&](storage::Transaction& transaction) { return rows::assignmentsOf(transaction, ids, later); }));
        QCOMPARE(roles.size(), ids.size());
        for (const UserId& id : ids)
            QCOMPARE(rows::roleNames(roles.at(id)), (std::vector<std::string>{"editor", "viewer"}));
        QCOMPARE(count("SELECT COUNT(*) FROM users WHERE id >= '01ARZ3NDEKTSV4RRFFQ6000000' AND id <= "
                       "'01ARZ3NDEKTSV4RRFFQ6999999' AND id <> $1 AND active_at = (SELECT MAX(active_at) FROM users)",
                       ada),
                 static_cast<std::int64_t>(ids.size()));
    }

    void lastUse_ofSeveralSessions_isStored()
    {
        const Tokens first = f.tokens("ada@example.test"), second = f.tokens("ada@example.test"),
                     third = f.tokens("eve@example.test");
        f.clock.advance(5min);
        QVERIFY(f.authenticate(first) && f.authenticate(third));
        const UtcTime used = f.clock.now();
        f.clock.advance(1s);
        IdentityFixture::require(f.identity->removeExpired(f.clock.now()), 0);
        const auto stored = [&](const User& user) {
            return count("SELECT SUM(last_used_at) FROM sessions WHERE user_id = $1", user);
        };
        QCOMPARE(stored(ada), toMicros(used) + toMicros(used - 5min));
        QCOMPARE(stored(eve), toMicros(used));
        QVERIFY(!second.accessToken.empty());
    }
};

SALLYPORT_GUILESS_TEST(TestEndingMany)

} // namespace tst_ending_many
#include "tst_ending_many.moc"
