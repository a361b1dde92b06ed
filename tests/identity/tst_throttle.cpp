#include "tests/identity/identity_fixture.h"

#include "backend/identity/core/throttle.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_throttle {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

/// The throttle alone, on the tables that it has in a vault.
struct Alone : IdentityFixture {
    Throttle throttle{clock};

    static Attempt attempt(std::string account = "ada@example.test", const char* address = "203.0.113.7",
                           ThrottleScope scope = ThrottleScope::Password)
    {
        Attempt made;
        made.scope = scope;
        made.emailKey = std::move(account);
        made.address = *IpAddress::parse(address);
        return made;
    }
    void fail(const Attempt& attempt, int times = 1)
    {
        for (int i = 0; i < times; ++i)
            require(store->write([&](storage::Transaction& transaction) { return throttle.fail(transaction, attempt); }), 0);
    }
    /// Seconds.
    std::int64_t wait(const Attempt& attempt)
    {
        const auto waits =
            require(store->read([&](storage::Transaction& transaction) { return throttle.holdOf(transaction, attempt); }));
        return waits ? waits->wait.count() : 0;
    }
    void succeed(const Attempt& attempt)
    {
        require(store->write([&](storage::Transaction& transaction) { return throttle.succeed(transaction, attempt); }), 0);
    }
    std::int64_t rowCount()
    {
        return require(store->read([](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM sign_in_throttle"));
            SALLYPORT_TRY(row.step());
            return row.integer();
        }));
    }
    void prune(UtcTime deletable)
    {
        require(store->write([&](storage::Transaction& transaction) { return throttle.prune(transaction, deletable); }), 0);
    }
};

std::string numbered(const char* before, int number, const char* after = "")
{
    return before + std::to_string(number) + after;
}

} // namespace

/// Failed sign-ins over time, over addresses and over kinds (ASVS 6.3.1).
class TstThrottle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void freeTries_areExact_ofEachCount()
    {
        Alone f;
        const Attempt pair = Alone::attempt();
        f.fail(pair, 4);
        QCOMPARE(f.wait(pair), 0);
        f.fail(pair);
        QCOMPARE(f.wait(pair), 30);
        for (int i = 0; i < 29; ++i)
            f.fail(Alone::attempt(numbered("user", i), "198.51.100.1"));
        QCOMPARE(f.wait(Alone::attempt("new", "198.51.100.1")), 0);
        f.fail(Alone::attempt("user", "198.51.100.1"));
        QCOMPARE(f.wait(Alone::attempt("new", "198.51.100.1")), 30);
        for (int i = 0; i < 49; ++i)
            f.fail(Alone::attempt("victim", numbered("192.0.2.", i).c_str()));
        QCOMPARE(f.wait(Alone::attempt("victim", "192.0.2.200")), 0);
        f.fail(Alone::attempt("victim", "192.0.2.100"));
        QCOMPARE(f.wait(Alone::attempt("victim", "192.0.2.200")), 30);
    }

    /// It says whether the account or the place is held back, and the same of an account that there isn't.
    void refusal_saysWhatIsHeldBack()
    {
        Alone f;
        f.fail(Alone::attempt("ada"), 5);
        const auto said = [&](const char* account) {
            const auto hold = Alone::require(f.store->read(
                [&](storage::Transaction& transaction) { return f.throttle.holdOf(transaction, Alone::attempt(account)); }));
            return hold ? heldBack(*hold, ThrottleScope::Password).detail : std::string();
        };
        QCOMPARE(said("ada"), std::string("Too many failed sign-ins for this account"));
        QCOMPARE(said("bea"), std::string());
        for (int i = 0; i < 25; ++i)
            f.fail(Alone::attempt(numbered("user", i)));
        QVERIFY(said("bea").starts_with("Too many failed sign-ins from this address"));
        QVERIFY(said("bea").ends_with("this account itself is not locked"));
    }

    void wait_isOverAtItsEnd_andDoublesToFifteenMinutes()
    {
        Alone f;
        const Attempt pair = Alone::attempt();
        f.fail(pair, 5);
        f.clock.advance(30s - 1us);
        QCOMPARE(f.wait(pair), 1); // what is left of a second is a second
        f.clock.advance(1us);
        QCOMPARE(f.wait(pair), 0);
        for (const std::int64_t wait : {60, 120, 240, 480, 900, 900}) {
            f.fail(pair, 2);
            QCOMPARE(f.wait(pair), 0); // who mistypes once more isn't locked again
            f.fail(pair);
            QCOMPARE(f.wait(pair), wait);
            f.clock.advance(std::chrono::seconds(wait));
        }
        Attempt code = Alone::attempt();
        code.scope = ThrottleScope::Code; // there are fewer of these to guess
        f.fail(code, 5);
        for (const std::int64_t wait : {60, 120, 240, 480, 960, 1920, 3600, 3600}) {
            f.clock.advance(1h);
            f.fail(code, 3);
            QCOMPARE(f.wait(code), wait);
        }
    }

    /// Guessing without end: so many tries a day, no more.
    void guessing_isBounded_byTheDay()
    {
        for (const auto& [scope, most] : {std::pair(ThrottleScope::Password, 20 + 288), {ThrottleScope::Code, 26 + 72}}) {
            Alone f;
            const Attempt attempt = Alone::attempt("ada@example.test", "203.0.113.7", scope);
            const UtcTime end = f.clock.now() + 24h;
            int tries = 0;
            while (f.clock.now() < end) {
                if (const std::int64_t wait = f.wait(attempt); wait > 0) {
                    f.clock.advance(std::chrono::seconds(wait));
                    continue;
                }
                f.fail(attempt);
                ++tries;
            }
            QVERIFY2(tries <= most, QByteArray::number(tries).constData());
            QVERIFY2(tries >= most / 3, QByteArray::number(tries).constData()); // the network's count waits beside the pair's
        }
    }

    /// A try that was let in before the wait began, or from where the account is known, doesn't end it.
    void lateFailure_endsNoWait()
    {
        Alone f;
        f.fail(Alone::attempt(), 6); // the sixth ran beside the fifth
        QCOMPARE(f.wait(Alone::attempt()), 30);
        f.fail(Alone::attempt(), 2);
        QCOMPARE(f.wait(Alone::attempt()), 60);
    }

    /// Counts halve every six hours without a failure: not a moment before, and not by more.
    void counts_halveAfterSixHours_notAMomentBefore()
    {
        Alone f;
        const Attempt pair = Alone::attempt();
        f.fail(pair, 5);
        f.clock.advance(6h - 1us);
        QCOMPARE(f.wait(pair), 0);
        f.fail(pair, 3); // the eighth
        QCOMPARE(f.wait(pair), 60);

        const Attempt other = Alone::attempt("eve@example.test", "198.51.100.1");
        f.fail(other, 5);
        f.clock.advance(6h);
        f.fail(other, 2); // 5 / 2 = 2, and two
        QCOMPARE(f.wait(other), 0);
        f.fail(other);
        QCOMPARE(f.wait(other), 30);
    }

    void counts_halveForEachSixHours()
    {
        for (const auto& [hours, left] : {std::pair(12h, 10), {18h, 5}, {24h, 2}, {30h, 1}, {36h, 0}}) {
            Alone f;
            const Attempt pair = Alone::attempt();
            f.fail(pair, 40);
            f.clock.advance(hours);
            // So many more until the next wait tell how many there were.
            int more = 0;
            while (f.wait(pair) == 0) {
                f.fail(pair);
                ++more;
            }
            const int next = left < 5 ? 5 : left + 3 - (left - 5) % 3;
            QCOMPARE(more, next - left);
            QCOMPARE(f.wait(pair), std::min(900, 30 << ((next - 5) / 3)));
        }
    }

    /// The three counts decay alike, and a failure starts the six hours anew.
    void decay_isOfTheNetworksAndTheAccountsCountToo()
    {
        Alone f;
        for (int i = 0; i < 30; ++i)
            f.fail(Alone::attempt(numbered("user", i)));
        for (int i = 0; i < 50; ++i)
            f.fail(Alone::attempt("victim", numbered("192.0.2.", i).c_str()));
        f.clock.advance(6h - 1us);
        for (int i = 0; i < 3; ++i) {
            f.fail(Alone::attempt(numbered("other", i)));
            f.fail(Alone::attempt("victim", numbered("192.0.2.", 60 + i).c_str()));
        }
        QCOMPARE(f.wait(Alone::attempt("new")), 60);
        QCOMPARE(f.wait(Alone::attempt("victim", "192.0.2.71")), 60);
        f.clock.advance(6h);
        f.fail(Alone::attempt("other"));
        f.fail(Alone::attempt("victim", "192.0.2.62"));
        QCOMPARE(f.wait(Alone::attempt("new")), 0); // 33 / 2, and one
        QCOMPARE(f.wait(Alone::attempt("victim", "192.0.2.63")), 0);
    }

    void decay_atSignIn_givesTheTriesBack()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        const auto wrong = [&] { return wordOf(f.login("ada@example.test", "wrong")); };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(wrong(), std::string("unauthenticated"));
        f.clock.advance(6h);
        QCOMPARE(wrong(), std::string("unauthenticated"));
        QCOMPARE(wrong(), std::string("unauthenticated"));
        QCOMPARE(wrong(), std::string("unauthenticated"));
        QCOMPARE(wrong(), std::string("account_locked"));
    }

    /// Who has a /64 has 2^64 addresses: they are one.
    void addressesOfOneSixtyFour_shareEveryCount()
    {
        Alone f;
        for (int i = 0; i < 5; ++i)
            f.fail(Alone::attempt("ada@example.test", numbered("2001:db8:1:2::", i + 1).c_str()));
        QCOMPARE(f.wait(Alone::attempt("ada@example.test", "2001:db8:1:2:ffff:ffff:ffff:ffff")), 30);
        QCOMPARE(f.wait(Alone::attempt("ada@example.test", "2001:db8:1:3::1")), 0);
        QCOMPARE(f.wait(Alone::attempt("ada@example.test", "2001:db8:1:1:ffff:ffff:ffff:ffff")), 0);
        for (int i = 0; i < 25; ++i)
            f.fail(Alone::attempt(numbered("user", i), numbered("2001:db8:1:2:", i + 1, "::").c_str()));
        QCOMPARE(f.wait(Alone::attempt("new", "2001:db8:1:2::abcd")), 30);
        QCOMPARE(f.wait(Alone::attempt("new", "2001:db8:1:3::1")), 0);
        // Each address of IPv4 stands for itself, however it is written.
        f.fail(Alone::attempt("bob@example.test", "203.0.113.7"), 3);
        f.fail(Alone::attempt("bob@example.test", "::ffff:203.0.113.7"), 2);
        QCOMPARE(f.wait(Alone::attempt("bob@example.test", "203.0.113.7")), 30);
        QCOMPARE(f.wait(Alone::attempt("bob@example.test", "203.0.113.8")), 0);
    }

    /// Where a user has signed in from, the account's count holds nobody back; a neighbour of the same /64 is the same place.
    void knownNetwork_isTheSixtyFour()
    {
        IdentityFixture f;
        f.addUser("victim@example.test");
        QVERIFY(f.login("victim@example.test", goodPassword, "2001:db8:1:2::5"));
        for (int i = 0; i < 60; ++i)
            (void) f.login("victim@example.test", "wrong", numbered("192.0.2.", i).c_str());
        QCOMPARE(wordOf(f.login("victim@example.test", goodPassword, "2001:db8:1:3::5")), std::string("account_locked"));
        QVERIFY(f.login("victim@example.test", goodPassword, "2001:db8:1:2:aaaa::9"));
    }

    void passwordsAndCodes_countApart()
    {
        Alone f;
        f.fail(Alone::attempt(), 5);
        QCOMPARE(f.wait(Alone::attempt("ada@example.test", "203.0.113.7", ThrottleScope::Code)), 0);
        f.fail(Alone::attempt("ada@example.test", "203.0.113.7", ThrottleScope::Code), 5);
        f.succeed(Alone::attempt());
        QCOMPARE(f.wait(Alone::attempt()), 0);
        QCOMPARE(f.wait(Alone::attempt("ada@example.test", "203.0.113.7", ThrottleScope::Code)), 30);
    }

    void console_hasNoNetworksCount()
    {
        Alone f;
        for (int i = 0; i < 40; ++i) {
            Attempt attempt = Alone::attempt(numbered("user", i));
            attempt.console = true;
            f.fail(attempt);
        }
        Attempt fresh = Alone::attempt("new");
        fresh.console = true;
        QCOMPARE(f.wait(fresh), 0);
        QCOMPARE(f.wait(Alone::attempt("new")), 0);
    }

    /// A success forgives the pair; the account's and the network's counts stay.
    void success_forgivesThePairOnly()
    {
        Alone f;
        for (int i = 0; i < 29; ++i)
            f.fail(Alone::attempt(numbered("user", i)));
        f.fail(Alone::attempt());
        QCOMPARE(f.wait(Alone::attempt()), 30);
        f.clock.advance(30s);
        f.succeed(Alone::attempt());
        f.fail(Alone::attempt(), 3);
        QCOMPARE(f.wait(Alone::attempt()), 60); // the network's 33rd
    }

    void prune_keepsWhatStillCounts()
    {
        Alone f;
        f.fail(Alone::attempt());
        const std::int64_t rows = f.rowCount();
        f.prune(f.clock.now() + 48h);
        QCOMPARE(f.rowCount(), rows);
        f.prune(f.clock.now() + 48h + 1us);
        QCOMPARE(f.rowCount(), 0);
    }
};

SALLYPORT_TEST(TstThrottle)

} // namespace tst_throttle
#include "tst_throttle.moc"
