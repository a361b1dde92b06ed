#include "tests/identity/identity_fixture.h"

#include "backend/identity/tokens/signing_keys.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_signing_keys {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

struct Fixture : IdentityFixture {
    Fixture() { addUser("ada@example.test"); }

    std::vector<SigningKeyInfo> keys() { return require(identity->issuedTokens().signingKeys(system())); }
    std::string current() { return keys().front().kid; }
    void renew(UtcTime deletable) { require(identity->renewSigningKey(deletable), 0); }
    /// Also those that verify nothing any more.
    std::int64_t stored()
    {
        return require(store->read([](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM signing_keys"));
            SALLYPORT_TRY(row.step());
            return row.integer();
        }));
    }
};

} // namespace

/// The keys of access tokens over time, also when the clock was wrong.
class TstSigningKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void key_signsForNinetyDays_notAMomentLonger()
    {
        Fixture f;
        const std::string first = f.current();
        f.clock.advance(signingKeyLifetime - 1us);
        f.renew(f.clock.now());
        QCOMPARE(f.current(), first);
        f.clock.advance(1us);
        f.renew(f.clock.now());
        QVERIFY(f.current() != first);
        QCOMPARE(f.keys().size(), std::size_t{2});
        QVERIFY(f.keys()[1].retiredAt == f.clock.now());
    }

    void retiredKey_verifiesForADay_notAMomentLonger()
    {
        Fixture f;
        const std::string before = f.identity->signIn().jwks()->text;
        f.require(f.identity->issuedTokens().rotateSigningKey(Fixture::system()));
        f.clock.advance(signingKeyOverlap - 1us);
        f.renew(f.clock.now());
        QCOMPARE(f.keys().size(), std::size_t{2});
        f.clock.advance(1us);
        f.renew(f.clock.now());
        QCOMPARE(f.keys().size(), std::size_t{1});
        QVERIFY(f.identity->signIn().jwks()->text != before);
    }

    /// One made while the clock was far ahead would sign until that day and for another lifetime.
    void keyOfTheFuture_isReplaced_whenTheClockIsBack()
    {
        Fixture f;
        const Tokens before = f.tokens("ada@example.test");
        const UtcTime right = f.clock.now();
        f.clock.advance(401 * 24h);
        f.renew(right); // nothing is deleted by a clock that is not believed
        const std::string future = f.current();
        QCOMPARE(f.stored(), std::int64_t{2});
        f.clock.advance(-401 * 24h);
        f.renew(f.clock.now());
        QVERIFY(f.current() != future);
        QVERIFY(f.keys().front().createdAt == f.clock.now());
        // What was signed before the clock went ahead still verifies, and what is signed now.
        QVERIFY(f.authenticate(before));
        QVERIFY(f.authenticate(f.tokens("ada@example.test")));
    }

    /// Not because a clock was set by a moment.
    void keyOfTheFuture_isKept_forMinutes()
    {
        for (const auto& [ahead, kept] :
             {std::pair(std::chrono::microseconds(signingKeyFuture), true), {signingKeyFuture + 1us, false}}) {
            Fixture f;
            f.clock.advance(ahead);
            f.require(f.identity->issuedTokens().rotateSigningKey(Fixture::system()));
            const std::string made = f.current();
            f.clock.advance(-ahead);
            f.renew(f.clock.now());
            QCOMPARE(f.current() == made, kept);
        }
    }

    /// It verifies for a day more, as any other that was replaced: not until the day that the clock said.
    void keyRetiredInTheFuture_isRetiredNow()
    {
        Fixture f;
        f.clock.advance(2000 * 24h);
        f.require(f.identity->issuedTokens().rotateSigningKey(Fixture::system()));
        f.clock.advance(-2000 * 24h);
        f.renew(f.clock.now());
        QCOMPARE(f.keys().size(), std::size_t{3}); // all still verify
        for (std::size_t i = 1; i < 3; ++i)
            QVERIFY(f.keys()[i].retiredAt == f.clock.now());
        f.clock.advance(signingKeyOverlap);
        f.renew(f.clock.now());
        QCOMPARE(f.keys().size(), std::size_t{1});
    }

    /// What the clock says is over verifies nothing; what is deleted goes by time that the vault has seen.
    void retiredKeys_stayStored_whileTheClockIsNotBelieved()
    {
        Fixture f;
        const UtcTime seen = f.clock.now();
        f.require(f.identity->issuedTokens().rotateSigningKey(Fixture::system()));
        f.clock.advance(48h);
        f.renew(UtcTime{});
        QCOMPARE(f.keys().size(), std::size_t{1});
        QCOMPARE(f.stored(), std::int64_t{2});
        f.renew(seen + signingKeyOverlap);
        QCOMPARE(f.stored(), std::int64_t{2});
        f.renew(seen + signingKeyOverlap + 1us);
        QCOMPARE(f.stored(), std::int64_t{1});
    }
};

SALLYPORT_TEST(TstSigningKeys)

} // namespace tst_signing_keys
#include "tst_signing_keys.moc"
