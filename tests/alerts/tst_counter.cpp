#include "backend/alerts/counter.h"
#include "backend/audit/event_kinds.h"
#include "tests/support/test_main.h"

#include "backend/base/time_format.h"

#include <QtTest>

namespace tst_counter {

using namespace sallyport;
using namespace sallyport::alerts;
using namespace std::chrono_literals;
namespace kind = audit::kind;

namespace {

AlertRule ruleOf(std::vector<std::string> kinds, std::uint32_t threshold, std::chrono::seconds window, GroupBy groupBy,
                 Counted counted = Counted::Events)
{
    AlertRule rule;
    rule.id = AlertRuleId("R1");
    rule.what.name = "Rule";
    rule.what.kinds = std::move(kinds);
    rule.what.threshold = threshold;
    rule.what.window = window;
    rule.what.groupBy = groupBy;
    rule.what.counted = counted;
    return rule;
}

/// Feeds events of one rule and remembers what it made of them.
struct Bench {
    explicit Bench(const AlertRule& rule, Counter::Room room = {}) : rules({rule}, TimeZone()), counter(room) {}

    Bench& event(std::chrono::seconds at, std::string address, std::string user, std::string_view word = kind::signInFailed)
    {
        audit::Event one;
        one.kind = word;
        one.sequence = ++sequence;
        one.time = begin + at;
        one.actor = {"anonymous", {}, user + "@sallyport.example"};
        one.object = {"user", user, user};
        one.address = std::move(address);
        counter.feed(rules, one, [&](Match match) { matches.push_back(std::move(match)); });
        return *this;
    }
    int fired() const
    {
        return static_cast<int>(std::ranges::count_if(matches, [](const Match& one) { return one.fires; }));
    }

    UtcTime begin = *fromRfc3339("2026-11-24T12:00:00Z"); // a Tuesday
    CompiledRules rules;
    Counter counter;
    std::int64_t sequence = 0;
    std::vector<Match> matches;
};

} // namespace

class TestCounter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firesAtTheThresholdInTheWindow()
    {
        Bench bench(ruleOf({"auth.login_failed"}, 3, 60s, GroupBy::Address));
        bench.event(0s, "192.0.2.1", "a").event(40s, "192.0.2.1", "b").event(80s, "192.0.2.1", "c");
        QCOMPARE(bench.fired(), 0); // never three within a minute
        bench.event(90s, "192.0.2.1", "a");
        QCOMPARE(bench.fired(), 1);
        const Match& match = bench.matches.front();
        QCOMPARE(match.group.value, std::string("192.0.2.1"));
        QCOMPARE(match.count, std::int64_t(3));
        QCOMPARE(match.sequences, (std::vector<std::int64_t>{2, 3, 4}));
        QCOMPARE(match.people.size(), std::size_t(3));
        QCOMPARE(match.firstAt, bench.begin + 40s);
    }

    void whatGoesOnAddsToIt_untilItWasQuiet()
    {
        Bench bench(ruleOf({"auth.*"}, 2, 60s, GroupBy::Address));
        bench.event(0s, "192.0.2.1", "a").event(1s, "192.0.2.1", "a").event(2s, "192.0.2.1", "a").event(61s, "192.0.2.1", "b");
        QCOMPARE(bench.matches.size(), std::size_t(3));
        QCOMPARE(bench.fired(), 1);
        QCOMPARE(bench.matches.back().count, std::int64_t(1));
        bench.event(200s, "192.0.2.1", "a"); // quiet for longer than the window
        QCOMPARE(bench.matches.size(), std::size_t(3));
        bench.event(201s, "192.0.2.1", "a");
        QCOMPARE(bench.fired(), 2);
    }

    void groupsAreCountedApart()
    {
        Bench bench(ruleOf({"auth.login_failed"}, 2, 60s, GroupBy::Address));
        bench.event(0s, "192.0.2.1", "a").event(1s, "192.0.2.2", "a").event(2s, "192.0.2.3", "a");
        QCOMPARE(bench.fired(), 0);
        Bench together(ruleOf({"auth.login_failed"}, 3, 60s, GroupBy::None));
        together.event(0s, "192.0.2.1", "a").event(1s, "192.0.2.2", "a").event(2s, "192.0.2.3", "a");
        QCOMPARE(together.fired(), 1);
        QCOMPARE(together.matches.front().group.value, std::string());
    }

    void differentAccountsAreCounted()
    {
        Bench bench(ruleOf({"auth.login_failed"}, 3, 60s, GroupBy::Address, Counted::Users));
        for (int i = 0; i < 20; ++i)
            bench.event(std::chrono::seconds(i), "192.0.2.1", "same");
        QCOMPARE(bench.fired(), 0);
        bench.event(21s, "192.0.2.1", "b").event(22s, "192.0.2.1", "c");
        QCOMPARE(bench.fired(), 1);
        QCOMPARE(bench.matches.front().count, std::int64_t(22));
        QCOMPARE(bench.matches.front().people.size(), std::size_t(3));
    }

    void otherKindsAndFiltersDontCount()
    {
        AlertRule rule = ruleOf({"auth.login_failed"}, 1, 60s, GroupBy::None);
        rule.what.filter = "-address:10.0.0.0/8";
        Bench bench(rule);
        bench.event(0s, "10.1.2.3", "a").event(1s, "192.0.2.1", "a", kind::signInSucceeded);
        QCOMPARE(bench.matches.size(), std::size_t(0));
        QVERIFY(bench.rules.wants(kind::signInFailed));
        QVERIFY(!bench.rules.wants(kind::signInSucceeded));
        bench.event(2s, "192.0.2.1", "a");
        QCOMPARE(bench.fired(), 1);
    }

    void mutedAndOutsideTheSchedule_countsNothing()
    {
        AlertRule rule = ruleOf({"auth.login_failed"}, 1, 60s, GroupBy::None);
        rule.what.schedule.days = 0b0011111;
        rule.what.schedule.from = 7 * 60;
        rule.what.schedule.until = 19 * 60;
        rule.what.schedule.outside = true;
        Bench work(rule);
        work.event(0s, "192.0.2.1", "a"); // Tuesday noon
        QCOMPARE(work.fired(), 0);
        work.event(8h, "192.0.2.1", "a"); // 20:00
        QCOMPARE(work.fired(), 1);
        work.event(24h * 4, "192.0.2.1", "a"); // Saturday noon
        QCOMPARE(work.fired(), 2);
        rule.what.schedule = {0b0000010, 22 * 60, 6 * 60, {}, false}; // Tuesday's night
        Bench night(rule);
        night.event(0s, "192.0.2.1", "a").event(21h, "192.0.2.1", "b"); // 12:00, Wednesday 09:00
        QCOMPARE(night.fired(), 0);
        night.event(24h * 7 + 16h, "192.0.2.1", "c"); // Wednesday 04:00
        QCOMPARE(night.fired(), 1);
        rule.what.schedule = {};
        rule.mutedUntil = work.begin + 1h;
        Bench muted(rule);
        muted.event(0s, "192.0.2.1", "a");
        QCOMPARE(muted.fired(), 0);
        muted.event(1h, "192.0.2.1", "a");
        QCOMPARE(muted.fired(), 1);
    }

    void whatAlertsDoThemselves_callsNoneUp()
    {
        AlertRule rule = ruleOf({"incident.*", "alert.*", "address.rule_added"}, 1, 60s, GroupBy::None);
        Bench bench(rule);
        bench.event(0s, "192.0.2.1", "a", kind::incidentOpened).event(1s, "192.0.2.1", "a", kind::alertActed);
        QCOMPARE(bench.matches.size(), std::size_t(0));
        audit::Event ban;
        ban.kind = kind::addressRuleAdded;
        ban.sequence = 10;
        ban.time = bench.begin;
        ban.actor = {"system", {}, "Alert rule Password guessing"};
        bench.counter.feed(bench.rules, ban, [&](Match match) { bench.matches.push_back(std::move(match)); });
        QCOMPARE(bench.matches.size(), std::size_t(0));
        ban.actor = {"user", "U1", "Alert rule Password guessing"}; // a person may be called so
        ban.sequence = 11;
        bench.counter.feed(bench.rules, ban, [&](Match match) { bench.matches.push_back(std::move(match)); });
        QCOMPARE(bench.matches.size(), std::size_t(1));
        bench.event(2s, "192.0.2.1", "a", kind::alertRuleDeleted);
        QCOMPARE(bench.matches.size(), std::size_t(2));
    }

    void memoryIsBounded_theIdleGoFirst()
    {
        Bench bench(ruleOf({"auth.login_failed"}, 5, 3600s, GroupBy::Address), {.groups = 100, .stamps = 250});
        bench.event(0s, "198.51.100.1", "a");
        for (int i = 0; i < 1000; ++i)
            bench.event(std::chrono::seconds(i), "10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250), "a");
        QVERIFY(bench.counter.groups() <= 100);
        for (int i = 0; i < 4; ++i)
            bench.event(1001s, "198.51.100.1", "a"); // was forgotten: four are not five
        QCOMPARE(bench.fired(), 0);
        bench.event(1002s, "198.51.100.1", "a");
        QCOMPARE(bench.fired(), 1);
        for (int round = 0; round < 4; ++round)
            for (int i = 0; i < 100; ++i)
                bench.event(2000s, "10.9.0." + std::to_string(i), "a");
        QVERIFY(bench.counter.stamps() <= 250);
    }

    void aClosedGroupBeginsAnew()
    {
        Bench bench(ruleOf({"auth.login_failed"}, 2, 60s, GroupBy::Address));
        bench.event(0s, "192.0.2.1", "a").event(1s, "192.0.2.1", "a").event(2s, "192.0.2.1", "a");
        QCOMPARE(bench.matches.size(), std::size_t(2));
        bench.counter.forget(AlertRuleId("R1"), "192.0.2.1");
        bench.event(3s, "192.0.2.1", "a");
        QCOMPARE(bench.matches.size(), std::size_t(2));
        bench.event(4s, "192.0.2.1", "a");
        QCOMPARE(bench.fired(), 2);
    }
};

SALLYPORT_TEST(TestCounter)

} // namespace tst_counter
#include "tst_counter.moc"
