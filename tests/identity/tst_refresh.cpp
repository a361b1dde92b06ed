#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
#include "backend/identity/sign_in/sign_in_service.h"
#include "backend/identity/tokens/refresh_token.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <atomic>
#include <set>

namespace tst_refresh {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace kind = sallyport::audit::kind;

/// Refresh tokens: rotation, reuse, the ends of a session.
class TstRefresh : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_10_4_5_refresh_rotates_oldOneEndsTheFamily()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        f.clock.advance(60s);
        const Tokens second = IdentityFixture::require(f.identity->signIn().refresh(first.refreshToken, f.from()));
        QVERIFY(second.refreshToken.view() != first.refreshToken.view());
        QVERIFY(second.accessToken.view() != first.accessToken.view());
        QCOMPARE(second.session, first.session);
        QVERIFY(f.authenticate(second));

        f.clock.advance(60s);
        QCOMPARE(wordOf(f.identity->signIn().refresh(first.refreshToken, f.from())), std::string("token_invalid"));
        QCOMPARE(f.count(kind::refreshReused), 1);
        QCOMPARE(wordOf(f.identity->signIn().refresh(second.refreshToken, f.from())), std::string("token_invalid"));
        QCOMPARE(wordOf(f.authenticate(second)), std::string("token_invalid"));
    }

    void refresh_muchOlderGeneration_endsTheFamily()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        Tokens current = IdentityFixture::require(f.identity->signIn().refresh(first.refreshToken, f.from()));
        for (int i = 0; i < 3; ++i) {
            f.clock.advance(60s);
            current = IdentityFixture::require(f.identity->signIn().refresh(current.refreshToken, f.from()));
        }
        QCOMPARE(wordOf(f.identity->signIn().refresh(first.refreshToken, f.from())), std::string("token_invalid"));
        QCOMPARE(f.count(kind::refreshReused), 1);
        QVERIFY(!f.authenticate(current));
    }

    void refresh_sameClientWithinGrace_sameAnswer()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        const Tokens a = IdentityFixture::require(f.identity->signIn().refresh(first.refreshToken, f.from()));
        f.clock.advance(9s);
        const Tokens b = IdentityFixture::require(f.identity->signIn().refresh(first.refreshToken, f.from()));
        QVERIFY(a.refreshToken.view() == b.refreshToken.view());
        f.clock.advance(60s);
        QVERIFY(f.identity->signIn().refresh(b.refreshToken, f.from()));
        QCOMPARE(f.count(kind::refreshReused), 0);
    }

    void refresh_otherClientWithinGrace_endsTheFamily()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        QVERIFY(f.identity->signIn().refresh(first.refreshToken, f.from()));
        QCOMPARE(wordOf(f.identity->signIn().refresh(first.refreshToken, f.from("198.51.100.66"))), std::string("token_invalid"));
        QCOMPARE(f.count(kind::refreshReused), 1);
    }

    /// Behind one address many devices stand: the network alone is no client.
    void refresh_sameNetworkOtherAgentWithinGrace_endsTheFamily()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        const Tokens second = IdentityFixture::require(f.identity->signIn().refresh(first.refreshToken, f.from()));
        QCOMPARE(wordOf(f.identity->signIn().refresh(first.refreshToken, f.from("203.0.113.7", "tester/2"))),
                 std::string("token_invalid"));
        QCOMPARE(f.count(kind::refreshReused), 1);
        QVERIFY(!f.authenticate(second));
    }

    /// A device changes its address within its /64 all the time; another /64 is another network.
    void refresh_otherAddressOfTheSameSixtyFour_isTheSameClient()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test", "2001:db8:1:2::7");
        const Tokens second =
            IdentityFixture::require(f.identity->signIn().refresh(first.refreshToken, f.from("2001:db8:1:2::7")));
        const Tokens again =
            IdentityFixture::require(f.identity->signIn().refresh(first.refreshToken, f.from("2001:db8:1:2:ffff::1")));
        QVERIFY(again.refreshToken.view() == second.refreshToken.view());
        QCOMPARE(wordOf(f.identity->signIn().refresh(first.refreshToken, f.from("2001:db8:1:3::7"))),
                 std::string("token_invalid"));
        QCOMPARE(f.count(kind::refreshReused), 1);
    }

    void refresh_retry_untilTheGraceIsOver()
    {
        for (const auto& [after, good] :
             {std::pair<std::chrono::microseconds, bool>(refreshGrace, true), {refreshGrace + 1us, false}}) {
            IdentityFixture f;
            f.addUser("ada@example.test");
            const Tokens first = f.tokens("ada@example.test");
            QVERIFY(f.identity->signIn().refresh(first.refreshToken, f.from()));
            f.clock.advance(after);
            QCOMPARE(f.identity->signIn().refresh(first.refreshToken, f.from()).has_value(), good);
            QCOMPARE(f.count(kind::refreshReused), good ? 0 : 1);
        }
    }

    /// Without the limit of idle time beside it: a session that is used all the time ends all the same, everywhere at once.
    void asvs_7_3_2_absoluteLimit_endsASessionThatIsInUse()
    {
        IdentityFixture f;
        IdentityFixture::require(
            f.settings->change(IdentityFixture::system(), {{"sessions.absolute", "7200"}, {"sessions.idle", "7200"}}), 0);
        const User user = f.addUser("ada@example.test");
        Tokens tokens = f.tokens("ada@example.test");
        f.clock.advance(7000s);
        tokens = IdentityFixture::require(f.identity->signIn().refresh(tokens.refreshToken, f.from()));
        f.clock.advance(200s - 1us);
        QVERIFY(f.authenticate(tokens));
        const access::Actor actor = f.actor(tokens);
        QVERIFY(f.identity->now(actor));
        QCOMPARE(IdentityFixture::require(f.identity->sessions().list(IdentityFixture::system(), user.id)).size(),
                 std::size_t{1});
        f.clock.advance(1us);
        QCOMPARE(wordOf(f.authenticate(tokens)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->now(actor)), std::string("token_invalid"));
        QCOMPARE(IdentityFixture::require(f.identity->sessions().list(IdentityFixture::system(), user.id)).size(),
                 std::size_t{0});
        QCOMPARE(wordOf(f.identity->signIn().refresh(tokens.refreshToken, f.from())), std::string("token_expired"));
        // What a session of the same moment was given counts: a new one has its own two hours.
        QVERIFY(f.authenticate(f.tokens("ada@example.test")));
    }

    /// The limit of idle time by itself, for a session that could go on for long.
    void asvs_7_3_1_idleLimit_endsASessionThatCouldGoOn()
    {
        IdentityFixture f;
        IdentityFixture::require(
            f.settings->change(IdentityFixture::system(), {{"sessions.idle", "300"}, {"sessions.absolute", "864000"}}), 0);
        f.addUser("ada@example.test");
        const Tokens used = f.tokens("ada@example.test"), left = f.tokens("ada@example.test");
        f.clock.advance(300s - 1us);
        QVERIFY(f.authenticate(used));
        f.clock.advance(1us);
        QVERIFY(f.authenticate(used));
        QCOMPARE(wordOf(f.authenticate(left)), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().refresh(left.refreshToken, f.from())), std::string("token_expired"));
        QVERIFY(f.identity->signIn().refresh(used.refreshToken, f.from()));
    }

    void asvs_2_3_4_refresh_fiftyInParallel_oneRotation()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens first = f.tokens("ada@example.test");
        std::mutex mutex;
        std::set<std::string> answers;
        inParallel(50, [&](int) {
            const auto result = f.identity->signIn().refresh(first.refreshToken, f.from());
            const std::lock_guard lock(mutex);
            answers.insert(result ? std::string(result->refreshToken.view()) : "failed");
        });
        QCOMPARE(answers.size(), std::size_t{1});
        QVERIFY(!answers.contains("failed"));
        QCOMPARE(f.count(kind::tokenRefreshed), 1);
    }

    void refresh_forgedToken_refusedWithoutTouchingTheFamily()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        RefreshToken forged{tokens.session, 0, SecretBytes(32)};
        const SecretBytes text = *forged.encode(Bytes(32, std::byte{9}));
        QCOMPARE(wordOf(f.identity->signIn().refresh(text, f.from())), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().refresh(tokens.accessToken, f.from())), std::string("token_invalid"));
        QCOMPARE(wordOf(f.identity->signIn().refresh(SecretBytes(), f.from())), std::string("token_invalid"));
        QVERIFY(f.authenticate(tokens));
    }

    void asvs_7_3_1_refresh_afterIdleLimit_sessionOver()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const Tokens tokens = f.tokens("ada@example.test");
        f.clock.advance(3600s);
        QCOMPARE(wordOf(f.identity->signIn().refresh(tokens.refreshToken, f.from())), std::string("token_expired"));
    }

    void asvs_7_3_2_refresh_cannotPassTheAbsoluteLimit()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        Tokens tokens = f.tokens("ada@example.test");
        for (int i = 0; i < 47; ++i) {
            f.clock.advance(30min);
            tokens = IdentityFixture::require(f.identity->signIn().refresh(tokens.refreshToken, f.from()));
        }
        f.clock.advance(30min);
        QCOMPARE(wordOf(f.identity->signIn().refresh(tokens.refreshToken, f.from())), std::string("token_expired"));
    }
};

SALLYPORT_TEST(TstRefresh)

} // namespace tst_refresh
#include "tst_refresh.moc"
