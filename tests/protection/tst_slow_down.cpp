#include "backend/protection/threats/slow_down.h"

#include "backend/protection/threats/trap_paths.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

namespace tst_slow_down {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
    test::TestRandom random;
    SlowDown slowDown{clock, random};
    settings::Values values;
    bool exempt = false;

    SlowDown::Answer ask(std::string_view from = "203.0.113.7")
    {
        return slowDown.note(*IpAddress::parse(from), [this](const IpAddress&) { return exempt; });
    }
    void use(int requests, std::string_view from = "203.0.113.7")
    {
        for (int i = 0; i < requests; ++i)
            (void) ask(from);
    }
    void apply() { slowDown.setRules(values); }
};

} // namespace

class TstSlowDown : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The guide's numbers, by default.
    void afterAHundred_eachFurtherOneWaitsHalfASecondLonger_upToTwenty()
    {
        Fixture f;
        for (int i = 0; i < 100; ++i)
            QCOMPARE(f.ask().delay, 0ms);
        QCOMPARE(f.ask().delay, 500ms);
        QCOMPARE(f.ask().delay, 1000ms);
        f.use(37);
        QCOMPARE(f.ask().delay, 20'000ms);
        QCOMPARE(f.ask().delay, 20'000ms);
    }

    void asvs_15_4_4_others_goOnAtFullSpeed()
    {
        Fixture f;
        f.use(150);
        QCOMPARE(f.ask("203.0.113.8").delay, 0ms);
        f.use(150, "2001:db8::1");
        QVERIFY(f.ask("2001:db8::2").delay > 0ms); // one network of /64 is one client
    }

    void afterTheWindow_fullSpeedAgain()
    {
        Fixture f;
        f.use(150);
        f.clock.advance(16min);
        QCOMPARE(f.ask().delay, 0ms);
    }

    void place_isHeldWhileOneWaits_andGivenBack()
    {
        Fixture f;
        f.use(100);
        {
            const SlowDown::Answer waits = f.ask();
            QVERIFY(waits.place);
            QCOMPARE(f.slowDown.waiting(), 1u);
        }
        QCOMPARE(f.slowDown.waiting(), 0u);
    }

    void waitingOfOneAddress_isBounded_andRecordedOnceAMinute()
    {
        Fixture f;
        f.use(100);
        std::vector<SlowDown::Answer> waiting;
        for (std::uint32_t i = 0; i < SlowDown::waitingOfOne; ++i)
            waiting.push_back(f.ask());
        const SlowDown::Answer full = f.ask();
        QVERIFY(full.full == SlowDown::Answer::Full::Address);
        QVERIFY(!full.place);
        QVERIFY(full.tell);
        QVERIFY(!f.ask().tell);
        f.clock.advance(61s);
        QVERIFY(f.ask().tell);
        waiting.pop_back();
        QVERIFY(f.ask().place);
    }

    void waitingOfAll_isBounded()
    {
        Fixture f;
        f.values.slowDownAfter = {1, 900s};
        f.apply();
        std::vector<SlowDown::Answer> waiting;
        for (std::uint32_t i = 0; waiting.size() < SlowDown::waitingOfAll; ++i) {
            const std::string from = "10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250);
            f.use(1, from);
            for (std::uint32_t k = 0; k < SlowDown::waitingOfOne && waiting.size() < SlowDown::waitingOfAll; ++k)
                waiting.push_back(f.ask(from));
        }
        f.use(1, "192.0.2.1");
        QVERIFY(f.ask("192.0.2.1").full == SlowDown::Answer::Full::All);
        waiting.clear();
        QCOMPARE(f.slowDown.waiting(), 0u);
        QVERIFY(f.ask("192.0.2.1").place);
    }

    void observe_saysHowLong_andKeepsNobody()
    {
        Fixture f;
        f.values.slowDownMode = settings::ControlMode::Observe;
        f.apply();
        f.use(100);
        const SlowDown::Answer would = f.ask();
        QCOMPARE(would.delay, 500ms);
        QVERIFY(would.observed && !would.place);
        QVERIFY(would.full == SlowDown::Answer::Full::No);
    }

    void off_countsNothing()
    {
        Fixture f;
        f.values.slowDownMode = settings::ControlMode::Off;
        f.apply();
        f.use(500);
        QCOMPARE(f.ask().delay, 0ms);
        QCOMPARE(f.slowDown.size(), 0u);
    }

    void exempt_isNotHeld()
    {
        Fixture f;
        f.exempt = true;
        f.use(200);
        const SlowDown::Answer answer = f.ask();
        QCOMPARE(answer.delay, 0ms);
        QVERIFY(!answer.place);
    }

    void manyAddresses_memoryIsBounded_whoWaitsStays()
    {
        ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
        test::TestRandom random;
        SlowDown slowDown(clock, random, 640);
        const auto ask = [&](const IpAddress& from) { return slowDown.note(from, [](const IpAddress&) { return false; }); };
        const IpAddress first = *IpAddress::parse("203.0.113.7");
        for (int i = 0; i < 100; ++i)
            (void) ask(first);
        const SlowDown::Answer waits = ask(first);
        for (std::uint32_t i = 0; i < 20'000; ++i)
            (void) ask(IpAddress::v4(0x0a000000U + i));
        QVERIFY(slowDown.size() <= 640u);
        QCOMPARE(ask(first).delay, 1000ms);
    }

    void traps_areKnownInAnyCaseAndDisguise_ordinaryPathsArent_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("trap");
        QTest::newRow("environment") << "/.env" << true;
        QTest::newRow("environment of production") << "/.env.production" << true;
        QTest::newRow("WordPress") << "/wp-login.php" << true;
        QTest::newRow("in capitals") << "/WP-Login.PHP" << true;
        QTest::newRow("git") << "/.git/HEAD" << true;
        QTest::newRow("two slashes") << "//.env" << true;
        QTest::newRow("here") << "/./.env" << true;
        QTest::newRow("phpMyAdmin") << "/phpmyadmin/index.php" << true;
        QTest::newRow("root") << "/" << false;
        QTest::newRow("ours") << "/api/users" << false;
        QTest::newRow("icon of a browser") << "/favicon.ico" << false;
        QTest::newRow("robots") << "/robots.txt" << false;
        QTest::newRow("security contact") << "/.well-known/security.txt" << false;
        QTest::newRow("certificates' challenge") << "/.well-known/acme-challenge/x" << false;
        QTest::newRow("only begins alike") << "/wp-login.phpx" << false;
        QTest::newRow("mistyped") << "/api/user" << false;
    }
    void traps_areKnownInAnyCaseAndDisguise_ordinaryPathsArent()
    {
        QFETCH(QString, path);
        QFETCH(bool, trap);
        QCOMPARE(isTrapPath(path.toStdString()), trap);
    }
};

SALLYPORT_TEST(TstSlowDown)

} // namespace tst_slow_down
#include "tst_slow_down.moc"
