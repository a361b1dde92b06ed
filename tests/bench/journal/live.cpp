/// Measures the window while events pour in: `bench_journal_live [EVENTS A SECOND] [SECONDS]` opens the panel Live events on
/// services in memory, without a screen, gives it so many (10,000 for 10 s unless told) and prints how long frames take and how
/// much of a processor the window's thread needs. Exits with 1 above 16 ms or 25 %.

#include "tests/ui/support/open_console.h"
#include "tests/ui/support/panel_test.h"
#include "ui/events/event_model.h"
#include "ui/events/events_panel.h"
#include "ui/events/filter_line.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>
#include <vector>

using namespace sallyport;
using namespace std::chrono_literals;

namespace {

constexpr double frameLimit = 16, processorLimit = 25; // milliseconds, percent
constexpr int batchesASecond = 100;

/// Knows how long the window's thread is busy with each thing that it is given: nothing is painted meanwhile.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth++ > 0 || !measuring) {
            const bool done = QApplication::notify(receiver, event);
            --m_depth;
            return done;
        }
        timespec before{}, after{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
        const bool done = QApplication::notify(receiver, event);
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
        --m_depth;
        frames.push_back(static_cast<double>(after.tv_sec - before.tv_sec) * 1e3 +
                         static_cast<double>(after.tv_nsec - before.tv_nsec) / 1e6);
        return done;
    }
    bool measuring = false;
    std::vector<double> frames; ///< milliseconds of processor time

private:
    int m_depth = 0;
};

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::vector<audit::Event> batchOf(int size, int number)
{
    std::vector<audit::Event> events;
    for (int i = 0; i < size; ++i) {
        const int n = number * size + i;
        audit::Event event;
        event.kind = n % 7 == 0 ? "auth.login_failed" : "auth.token_refreshed";
        event.severity = n % 7 == 0 ? audit::Severity::Warning : audit::Severity::Info;
        event.outcome = n % 7 == 0 ? audit::Outcome::Failure : audit::Outcome::Success;
        event.actor = {"user", "01J0000000000000000000" + std::to_string(1000 + n % 1000), "User " + std::to_string(n % 1000),
                       "user" + std::to_string(n % 1000) + "@clinic.example"};
        event.address = "198.51." + std::to_string(n / 250 % 200) + "." + std::to_string(n % 250);
        event.requestId = "01JREQ" + std::to_string(100'000'000 + n);
        event.path = "/api/data/" + std::to_string(n % 5000);
        event.method = "GET";
        events.push_back(std::move(event));
    }
    return events;
}

/// `filter` for so many seconds; false if it was too slow.
bool measure(TimedApplication& application, tests::OpenConsole& open, ui::EventsPanel& panel, const char* what,
             const QString& filter, int perSecond, int seconds)
{
    panel.filterLine()->setText(filter);
    if (!QTest::qWaitFor([&] { return panel.model()->state() == ui::EventModel::State::Ready; }))
        std::exit(1);
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        const auto start = std::chrono::steady_clock::now();
        for (int number = 0; !stop; ++number) {
            open.house.events.emitEvents(batchOf(perSecond / batchesASecond, number));
            std::this_thread::sleep_until(start + (number + 1) * (1000ms / batchesASecond));
        }
    });
    QElapsedTimer wall;
    application.frames.clear();
    application.measuring = true;
    const double before = processorSeconds();
    wall.start();
    QEventLoop loop;
    QTimer::singleShot(seconds * 1000, &loop, &QEventLoop::quit);
    loop.exec();
    const double percent = (processorSeconds() - before) * 100 * 1000 / static_cast<double>(wall.elapsed());
    application.measuring = false;
    stop = true;
    writer.join();
    std::ranges::sort(application.frames);
    const double longest = application.frames.empty() ? 0 : application.frames.back();
    const double usual = application.frames.empty() ? 0 : application.frames[application.frames.size() * 99 / 100];
    const bool missed = longest > frameLimit || percent > processorLimit;
    std::printf("%-28s longest %6.1f ms   99 %% %6.1f ms   processor %5.1f %%   rows %d, waiting %lld%s\n", what, longest, usual,
                percent, panel.model()->rowCount(), static_cast<long long>(panel.model()->waiting()), missed ? "   MISSED" : "");
    std::fflush(stdout);
    return !missed;
}

} // namespace

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    TimedApplication application(argc, argv);
    const int perSecond = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 10;
    tests::OpenConsole open(40, 5000);
    if (!open.open())
        return 1;
    tests::theme();
    ui::EventsPanel panel(open.console);
    panel.resize(1072, 772);
    panel.show();
    panel.activate(QString());
    bool all = measure(application, open, panel, "all events", QString(), perSecond, seconds);
    all = measure(application, open, panel, "the last day", QStringLiteral("since:24h"), perSecond, seconds) && all;
    all = measure(application, open, panel, "failures of one network", QStringLiteral("outcome:failure ip:198.51.0.0/16"),
                  perSecond, seconds) &&
          all;
    panel.setTopShown(true);
    all = measure(application, open, panel, "all, with top lists", QString(), perSecond, seconds) && all;
    panel.setPaused(true);
    all = measure(application, open, panel, "all, paused", QString(), perSecond, seconds) && all;
    return all ? 0 : 1;
}
