#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_sessions {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// The sessions of all users: lists, and ending one, some, all.
class SessionsTest final : public QObject {
    Q_OBJECT

    IdentityFixture f;
    Tokens boss;

    access::Actor admin() { return f.actor(boss); }
    SessionPage page(const SessionQuery& query)
    {
        return IdentityFixture::require(f.identity->sessions().listAll(admin(), query));
    }
    static QString names(const SessionPage& page)
    {
        QStringList list;
        for (const Session& session : page.sessions)
            list << QString::fromStdString(session.userName);
        return list.join(u',');
    }

private Q_SLOTS:
    void initTestCase()
    {
        f.addUser("boss@example.test", {"admin"}, "Boss");
        f.addUser("ada@example.test", {"viewer"}, "Ada");
        f.addUser("eve@example.test", {"viewer"}, "Eve");
        boss = f.tokens("boss@example.test");
    }

    void init()
    {
        IdentityFixture::require(f.identity->sessions().endEverybodys(admin()));
        f.clock.advance(1s);
    }

    void listAll_withoutPermission_isRefused()
    {
        const Tokens eve = f.tokens("eve@example.test");
        QCOMPARE(wordOf(f.identity->sessions().listAll(f.actor(eve), {})), std::string("permission_denied"));
        const SessionId some = boss.session;
        QCOMPARE(wordOf(f.identity->sessions().endMany(f.actor(eve), std::span(&some, 1))), std::string("permission_denied"));
        QCOMPARE(wordOf(f.identity->sessions().endEverybodys(f.actor(eve))), std::string("permission_denied"));
    }

    void listAll_lastUse_isThatOfTheLastRequest()
    {
        const Tokens ada = f.tokens("ada@example.test", "198.51.100.4");
        f.clock.advance(1s);
        const Tokens eve = f.tokens("eve@example.test");
        f.clock.advance(1s);
        QVERIFY(f.authenticate(ada));
        f.clock.advance(1s);
        const SessionPage all = page({});
        QCOMPARE(all.total, 3);
        QCOMPARE(names(all), QStringLiteral("Boss,Ada,Eve"));
        QCOMPARE(all.sessions[1].address, std::string("198.51.100.4"));
        QVERIFY(all.sessions[0].current && !all.sessions[1].current);
        QVERIFY(!all.sessions[1].console);
    }

    void listAll_sortsAndPages_data()
    {
        QTest::addColumn<int>("sort");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QString>("expected");
        QTest::newRow("user") << int(SessionQuery::Sort::User) << false << QStringLiteral("Ada,Ada,Boss,Eve");
        QTest::newRow("-user") << int(SessionQuery::Sort::User) << true << QStringLiteral("Eve,Boss,Ada,Ada");
        QTest::newRow("created") << int(SessionQuery::Sort::Created) << false << QStringLiteral("Boss,Ada,Eve,Ada");
        QTest::newRow("-expires") << int(SessionQuery::Sort::Expires) << true << QStringLiteral("Ada,Eve,Ada,Boss");
    }
    void listAll_sortsAndPages()
    {
        QFETCH(const int, sort);
        QFETCH(const bool, descending);
        QFETCH(const QString, expected);
        for (const char* who : {"ada@example.test", "eve@example.test", "ada@example.test"}) {
            f.clock.advance(1s);
            static_cast<void>(f.tokens(who));
        }
        SessionQuery query;
        query.sort = static_cast<SessionQuery::Sort>(sort);
        query.descending = descending;
        QCOMPARE(names(page(query)), expected);
        // One at a time gives the same, by cursor and by offset.
        query.limit = 1;
        QStringList byCursor;
        QStringList byOffset;
        for (std::uint64_t offset = 0; offset < 4; ++offset) {
            const SessionPage one = page(query);
            byCursor << names(one);
            QCOMPARE(one.nextCursor.empty(), offset == 3);
            SessionQuery at = query;
            at.cursor.clear();
            at.offset = offset;
            byOffset << names(page(at));
            query.cursor = one.nextCursor;
        }
        QCOMPARE(byCursor.join(u','), expected);
        QCOMPARE(byOffset.join(u','), expected);
    }

    void listAll_searches()
    {
        static_cast<void>(f.tokens("ada@example.test", "198.51.100.77"));
        static_cast<void>(f.tokens("eve@example.test"));
        for (const auto& [text, expected] :
             {std::pair("ADA", "Ada"), {"eve@", "Eve"}, {"100.77", "Ada"}, {"%", ""}, {"nobody", ""}}) {
            SessionQuery query;
            query.text = text;
            QCOMPARE(names(page(query)), QString::fromLatin1(expected));
        }
    }

    void listAll_badQuery_isRefused()
    {
        SessionQuery query;
        query.limit = 201;
        QCOMPARE(wordOf(f.identity->sessions().listAll(admin(), query)), std::string("invalid_argument"));
        query.limit = 10;
        query.text = std::string(201, 'a');
        QCOMPARE(wordOf(f.identity->sessions().listAll(admin(), query)), std::string("invalid_argument"));
        query.text.clear();
        for (const char* cursor : {"x", "AAAA", "Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9v"}) {
            query.cursor = cursor;
            QCOMPARE(wordOf(f.identity->sessions().listAll(admin(), query)), std::string("invalid_argument"));
        }
    }

    void listAll_idleSessions_areOver()
    {
        static_cast<void>(f.tokens("ada@example.test"));
        f.clock.advance(f.settings->values()->sessionsIdle - 1s);
        boss = f.tokens("boss@example.test");
        f.clock.advance(1s);
        QCOMPARE(names(page({})).contains(QStringLiteral("Ada")), false);
    }

    void asvs_7_4_5_endMany_actsAtOnce_oneEventAUser()
    {
        const Tokens first = f.tokens("ada@example.test");
        const Tokens second = f.tokens("ada@example.test");
        const Tokens eve = f.tokens("eve@example.test");
        const int before = f.count(audit::kind::sessionsRevoked);
        const std::array ids{first.session, second.session, eve.session, SessionId("01ARZ3NDEKTSV4RRFFQ69G5FAV")};
        QCOMPARE(IdentityFixture::require(f.identity->sessions().endMany(admin(), ids)), 3);
        QVERIFY(!f.authenticate(first) && !f.authenticate(second) && !f.authenticate(eve));
        QCOMPARE(f.count(audit::kind::sessionsRevoked) - before, 2);
    }

    void asvs_7_4_5_endEverybodys_leavesTheOneThatAsks()
    {
        const Tokens ada = f.tokens("ada@example.test");
        const Tokens eve = f.tokens("eve@example.test");
        QCOMPARE(IdentityFixture::require(f.identity->sessions().endEverybodys(admin())), 2);
        QVERIFY(!f.authenticate(ada) && !f.authenticate(eve));
        QVERIFY(f.authenticate(boss));
        QVERIFY(!f.identity->signIn().refresh(ada.refreshToken, IdentityFixture::from()));
        QCOMPARE(f.last(audit::kind::sessionsRevoked).object.kind, std::string("sessions"));
    }
};

SALLYPORT_GUILESS_TEST(SessionsTest)

} // namespace tst_sessions
#include "tst_sessions.moc"
