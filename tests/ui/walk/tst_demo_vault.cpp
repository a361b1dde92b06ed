#include "app/console/demo/demo_clock.h"
#include "app/console/demo/demo_vault.h"
#include "backend/audit/event_kinds.h"
#include "tests/support/test_random.h"
#include "ui/dashboard/dashboard_data.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>

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
        using protection::Traffic;
        for (const auto span : {Traffic::Span::Hour, Traffic::Span::Day}) {
            const auto samples = services().traffic.series(span);
            // The last column may have begun just now, and the first before the first request.
            QVERIFY(
                std::all_of(samples.begin() + 1, samples.end() - 1, [](const auto& sample) { return sample.answered > 100; }));
            QVERIFY(std::ranges::any_of(samples, [](const auto& sample) { return sample.refused > 0; }));
        }
        const auto refusals = services().traffic.refusalsByStage();
        QVERIFY(std::ranges::count_if(refusals, [](std::uint64_t count) { return count > 0; }) >= 4);
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

private:
    Services& services() { return m_demo->opened.backend->services(); }

    QTemporaryDir m_directory;
    app::DemoClock m_clock;
    test::TestRandom m_random;
    std::optional<app::DemoVault> m_demo;
};

QTEST_MAIN(TestDemoVault)
#include "tst_demo_vault.moc"
