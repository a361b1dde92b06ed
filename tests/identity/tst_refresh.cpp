#include "tests/identity/identity_fixture.h"

#include "backend/audit/event_kinds.h"
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
