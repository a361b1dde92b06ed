#include "app/console/demo/demo_clock.h"
#include "app/console/demo/demo_requests.h"
#include "app/console/demo/demo_vault.h"
#include "backend/audit/event_kinds.h"
#include "backend/protection/inspection/detection_rules.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"
#include "ui/dashboard/dashboard_data.h"
#include "ui/dashboard/traffic_texts.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

namespace tst_demo_vault {

using namespace sallyport;

/// The sample vault: what somebody sees who opens the console for the first time.
class TestDemoVault : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_directory.isValid());
        auto made = app::makeDemoVault(m_directory.filePath(QStringLiteral("vault")).toStdString(), m_clock, m_random);
        QVERIFY2(made, made ? "" : made.error().detail.c_str());
        m_demo.emplace(std::move(*made));
    }
    void cleanupTestCase() { m_demo.reset(); }

    void recentWarnings_areOfSeveralKindsAndTimes()
    {
        const auto data = ui::readDashboard(services(), *m_demo->opened.actor);
        QVERIFY(data);
        std::set<std::string> kinds, people, minutes;
        for (const audit::Event& event : data->warnings) {
            kinds.insert(event.kind);
            people.insert(event.actor.name);
            minutes.insert(std::to_string(std::chrono::floor<std::chrono::minutes>(event.time).time_since_epoch().count()));
        }
        QCOMPARE(data->warnings.size(), std::size_t{6});
        QVERIFY2(kinds.size() >= 4, std::to_string(kinds.size()).c_str());
        QVERIFY2(people.size() >= 3, std::to_string(people.size()).c_str());
        QVERIFY2(minutes.size() >= 5, std::to_string(minutes.size()).c_str());
    }

    void requestCharts_haveADayBehindThem()
    {
        expectFullCharts(services().traffic);
        const auto refusals = services().traffic.refusalsByStage();
        QVERIFY(std::ranges::count_if(refusals, [](std::uint64_t count) { return count > 0; }) >= 4);
    }

    void requestCharts_areFull_data()
    {
        using namespace std::chrono;
        using namespace std::chrono_literals;
        QTest::addColumn<qint64>("opened"); // microseconds since 1970
        const auto row = [](const char* name, UtcTime time) { QTest::newRow(name) << qint64{time.time_since_epoch().count()}; };
        for (int hour = 0; hour < 24; ++hour)
            row(qPrintable(QStringLiteral("%1:31 UTC").arg(hour)), sys_days(2026y / 11 / 28) + hours(hour) + 31min + 17s);
        row("a year begins", sys_days(2027y / 1 / 1));
        row("a year ends", sys_days(2027y / 1 / 1) - 1us);
        row("29 February begins", sys_days(2028y / 2 / 29) + 1us);
        row("29 February ends", sys_days(2028y / 3 / 1) - 1us);
        row("the Berlin clock has just gone forward", sys_days(2027y / 3 / 28) + 1h + 1s);
        row("the Berlin clock has just gone back", sys_days(2027y / 10 / 31) + 1h + 1s);
    }

    void requestCharts_areFull()
    {
        QFETCH(qint64, opened);
        ManualClock real{UtcTime(std::chrono::microseconds(opened))};
        app::DemoClock clock(real);
        protection::Traffic traffic(clock);
        app::makeDemoRequests(traffic, clock, m_random);
        QCOMPARE(clock.now(), real.now());
        expectFullCharts(traffic);
    }

    /// Records are there, some of them changed today, and decisions about them that went either way.
    void records_andDecisionsHaveSomethingToShow()
    {
        const auto& admin = *m_demo->opened.actor;
        records::RecordQuery query;
        query.limit = 200;
        const auto page = services().records.list(admin, query);
        QVERIFY(page);
        QVERIFY2(page->total >= 150, std::to_string(page->total).c_str());
        std::set<std::string> departments, owners;
        for (const records::Record& record : page->records) {
            departments.insert(record.department.value_or(""));
            owners.insert(record.owner);
        }
        QVERIFY(departments.size() >= 6);
        QVERIFY(owners.size() >= 8);
        QVERIFY(m_now.now() - page->records.front().changedAt < std::chrono::hours(24));
        QVERIFY(std::ranges::any_of(page->records, [](const auto& record) { return record.sensitive.size() == 3; }));
        authorization::DecisionQuery refused;
        refused.allowed = false;
        const auto decisions = services().decisionLog.list(admin, refused);
        QVERIFY(decisions && decisions->total >= 5);
        const auto policies = services().policies.list(admin, {});
        QVERIFY(policies && policies->total == 2);
    }

    void detection_hasHitsOfPeopleAndOfOthers()
    {
        const auto& admin = *m_demo->opened.actor;
        const auto overview = services().detectionRules.overview(admin);
        QVERIFY(overview && overview->blocked >= 10);
        QVERIFY(std::ranges::count_if(overview->classes, [](const auto& one) { return one.hits() > 0; }) >= 3);
        const auto hits = services().detectionRules.hits(admin, {});
        QVERIFY(hits);
        QVERIFY(std::ranges::any_of(hits->hits, [](const auto& hit) { return !hit.who.empty(); }));
        QVERIFY(std::ranges::any_of(hits->hits, [](const auto& hit) { return hit.who.empty(); }));
    }

    void journal_isInTheOrderOfTime()
    {
        const auto page = services().events.list(*m_demo->opened.actor, {}, 1000, {}, false);
        QVERIFY(page);
        QVERIFY(std::ranges::is_sorted(page->events, std::ranges::greater{}, &audit::Event::time));
    }

    void lockedUser_isStillHeldBack()
    {
        const auto statistics = services().users.statistics(*m_demo->opened.actor);
        QVERIFY(statistics);
        QVERIFY(statistics->locked >= 1);
    }

    void journal_fitsItsAnchor() { QVERIFY(!services().events.damage()); }

    /// The weeks before were played, not jumped over. Last: the vault is closed.
    void vaultLockedAndOpenedAgain_tellsOfNoJump_butOfATrueOne()
    {
        const auto actor = access::Actor::system(); // a session would be over in between
        m_demo.reset();
        const auto jumps = [&] {
            auto backend = openVault(m_directory.filePath(QStringLiteral("vault")).toStdString(),
                                     SecretBytes::fromText(app::demoPassphrase), {m_now, m_random, {}, {}});
            if (!backend)
                return -1;
            audit::EventQuery query;
            query.kinds.emplace_back(audit::kind::clockJumped);
            const auto page = (*backend)->services().events.list(actor, query, 10, {}, false);
            return page ? static_cast<int>(page->events.size()) : -1;
        };
        QCOMPARE(jumps(), 0);
        m_now.advance(std::chrono::hours(1));
        QCOMPARE(jumps(), 0);
        m_now.advance(std::chrono::hours(24 * 3));
        QCOMPARE(jumps(), 1);
    }

private:
    /// What the sample traffic goes on with is some 180 a minute: nobody may see where it took over.
    static void expectFullCharts(const protection::Traffic& traffic)
    {
        using protection::Traffic;
        for (const auto span : {Traffic::Span::Hour, Traffic::Span::Day}) {
            const auto samples = traffic.series(span);
            const double minutes = ui::secondsOf(span) / 60;
            // The last column may have begun just now.
            for (std::size_t i = 0; i + 1 < samples.size(); ++i)
                QVERIFY2(samples[i].answered > 100 * minutes && samples[i].answered < 270 * minutes,
                         qPrintable(QStringLiteral("column %1: %2").arg(i).arg(samples[i].answered)));
            QVERIFY(std::ranges::any_of(samples, [](const auto& sample) { return sample.refused > 0; }));
        }
    }

    Services& services() { return m_demo->opened.backend->services(); }

    QTemporaryDir m_directory;
    // It is whatever time it is, and stays so while the test looks: a minute that passes meanwhile would have no requests.
    ManualClock m_now{SystemClock().now()};
    app::DemoClock m_clock{m_now};
    test::TestRandom m_random;
    std::optional<app::DemoVault> m_demo;
};

SALLYPORT_GUI_TEST(TestDemoVault)

} // namespace tst_demo_vault
#include "tst_demo_vault.moc"
