#include "tests/support/test_main.h"
#include "tests/support/thrown_rows.h"
#include "tests/ui/support/fake_services.h"
#include "ui/console/console.h"
#include <algorithm>

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>
#include <future>
#include <thread>
#include <utility>

namespace tst_console {

using namespace sallyport;
using namespace sallyport::ui;
using namespace std::chrono_literals;

namespace {

class TestConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_house = std::make_unique<tests::FakeHouse>(40, 200);
        m_console = std::make_unique<Console>();
    }
    void cleanup()
    {
        m_console.reset();
        m_house.reset();
    }

    void run_locked_isCancelled()
    {
        std::optional<Error> error;
        m_console->run(
            m_console.get(), [](Services&, const access::Actor&) { return 1; },
            [&](Result<int> result) { error = result.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::Cancelled);
    }

    void open_succeeds_unlocksBeforeDone()
    {
        QSignalSpy unlocked(m_console.get(), &Console::unlocked);
        open();
        QCOMPARE(unlocked.count(), 1);
        QCOMPARE(m_console->state(), Console::State::SignedIn);
        QCOMPARE(m_console->vaultName(), u"Northgate Clinic");
    }

    void open_fails_tellsWhyAndStaysLocked()
    {
        std::optional<ErrorCode> code;
        m_console->open(
            m_console.get(), []() -> Result<OpenedVault> { return makeError(ErrorCode::WrongPassphrase, "wrong"); },
            [&](const Result<void>& result) { code = result.error().code; });
        QTRY_VERIFY(code);
        QCOMPARE(*code, ErrorCode::WrongPassphrase);
        QCOMPARE(m_console->state(), Console::State::Locked);
    }

    void run_unlocked_worksAsideAndAnswersHere()
    {
        open();
        Qt::HANDLE worker = nullptr;
        Qt::HANDLE answered = nullptr;
        std::int64_t total = 0;
        m_console->run(
            this,
            [&](Services& services, const access::Actor& actor) {
                worker = QThread::currentThreadId();
                return services.users.list(actor, {});
            },
            [&](const Result<identity::UserPage>& page) {
                answered = QThread::currentThreadId();
                total = page->total;
            });
        QTRY_COMPARE(total, std::int64_t(40));
        QCOMPARE(answered, QThread::currentThreadId());
        QVERIFY(worker != answered);
    }

    void run_contextGone_isNotDelivered()
    {
        open();
        auto context = std::make_unique<QObject>();
        bool worked = false, delivered = false;
        auto carried = std::make_shared<int>();
        const std::weak_ptr<int> onItsWay = carried;
        m_console->run(
            context.get(),
            [&](Services&, const access::Actor&) {
                worked = true;
                return 1;
            },
            [&delivered, carried = std::exchange(carried, nullptr)](const Result<int>&) { delivered = true; });
        context.reset();
        QTRY_COMPARE(m_console->waiting(), std::size_t(0));
        QTRY_VERIFY(onItsWay.expired()); // the answer was dropped with what it carried
        QVERIFY(worked);
        QVERIFY(!delivered);
    }

    void run_throws_isAnsweredInternalAndTold_data() { test::thrownRows(); }
    void run_throws_isAnsweredInternalAndTold()
    {
        QFETCH(int, thrown);
        open();
        std::optional<Error> error;
        m_console->run(
            this, [thrown](Services&, const access::Actor&) -> Result<int> { test::throwIt(static_cast<test::Thrown>(thrown)); },
            [&](const Result<int>& result) { error = result.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::Internal);
        {
            const std::lock_guard lock(m_house->faultMutex);
            QCOMPARE(m_house->faults.size(), std::size_t{1});
            QCOMPARE(m_house->faults[0].where, std::string("console"));
            QCOMPARE(m_house->faults[0].what, std::string(test::nameOf(static_cast<test::Thrown>(thrown))));
        }
        std::int64_t total = 0; // the next call is answered, and the vault stays open
        m_console->run(
            this, [](Services& services, const access::Actor& actor) { return services.users.list(actor, {}); },
            [&](const Result<identity::UserPage>& page) { total = page->total; });
        QTRY_COMPARE(total, std::int64_t(40));
    }

    void runAside_throws_resultSaysInternal_otherWorkHasNoAnswer()
    {
        std::optional<ErrorCode> code;
        m_console->runAside(
            this, []() -> Result<int> { throw std::bad_alloc(); },
            [&](const Result<int>& result) { code = result.error().code; });
        QTRY_COMPARE(code, std::optional(ErrorCode::Internal));
        bool answered = false;
        auto carried = std::make_shared<int>();
        const std::weak_ptr<int> onItsWay = carried;
        m_console->runAside(
            this, []() -> int { throw 7; }, [&answered, carried = std::exchange(carried, nullptr)](int) { answered = true; });
        QTRY_VERIFY(onItsWay.expired());
        QVERIFY(!answered);
    }

    void open_throws_tellsSoAndStaysLocked_data() { test::thrownRows(); }
    void open_throws_tellsSoAndStaysLocked()
    {
        QFETCH(int, thrown);
        std::optional<ErrorCode> code;
        m_console->open(
            m_console.get(), [thrown]() -> Result<OpenedVault> { test::throwIt(static_cast<test::Thrown>(thrown)); },
            [&](const Result<void>& result) { code = result.error().code; });
        QTRY_COMPARE(code, std::optional(ErrorCode::Internal));
        QCOMPARE(m_console->state(), Console::State::Locked);
        open();
    }

    void upkeep_thatFails_isKnownWithTheStatus()
    {
        open();
        audit::DutyState failing;
        failing.duty = audit::Duty::Retention;
        failing.failing = true;
        m_house->upkeep.set({failing});
        m_console->refreshServerStatus();
        QTRY_COMPARE(m_console->failingUpkeep().size(), std::size_t{1});
        m_house->upkeep.set({});
        m_console->refreshServerStatus();
        QTRY_VERIFY(m_console->failingUpkeep().empty());
    }

    void run_lockedMeanwhile_isCancelledAndFlagIsSet()
    {
        open();
        std::promise<void> started;
        std::optional<Error> error;
        m_console->run(
            this,
            [&](Services&, const access::Actor&, const CancelFlag& cancelled) {
                started.set_value();
                while (!cancelled)
                    std::this_thread::yield();
                return 7;
            },
            [&](const Result<int>& result) { error = result.error(); });
        started.get_future().wait();
        QSignalSpy locked(m_console.get(), &Console::locked);
        QSignalSpy closed(m_console.get(), &Console::closed);
        m_console->lock();
        QCOMPARE(locked.count(), 1);
        QCOMPARE(m_console->state(), Console::State::Locked);
        QTRY_COMPARE(closed.count(), 1);
        QTRY_VERIFY(error);
        QCOMPARE(error->code, ErrorCode::Cancelled);
    }

    void run_signedOutMeanwhile_isCancelled()
    {
        open();
        m_house->gate.close();
        std::optional<Error> error;
        bool worked = false;
        m_console->run(
            this,
            [&](Services& services, const access::Actor& actor) {
                worked = true;
                return services.roles.list(actor);
            },
            [&](const Result<std::vector<access::Role>>& list) { error = list.error(); });
        m_console->signOut();
        m_house->gate.open();
        QTRY_VERIFY(error);
        QVERIFY(worked);
        QCOMPARE(error->code, ErrorCode::Cancelled);
    }

    void run_askedBeforeSignIn_isAnsweredAfterIt()
    {
        open();
        m_console->signOut();
        m_house->gate.close();
        std::size_t roles = 0;
        m_console->run(
            this, [](Services& services, const access::Actor& actor) { return services.roles.list(actor); },
            [&](const Result<std::vector<access::Role>>& list) { roles = list->size(); });
        m_console->signIn(m_house->administrator());
        m_house->gate.open();
        QTRY_COMPARE(roles, std::size_t(7));
    }

    void run_consoleGoesFirst_whatWaitsDiesHere()
    {
        open();
        Qt::HANDLE diedOn = nullptr;
        std::promise<void> started;
        {
            // Stands for a widget that the closure holds.
            std::shared_ptr<int> held(new int(0), [&](const int* gone) {
                diedOn = QThread::currentThreadId();
                delete gone;
            });
            m_console->run(
                this,
                [&](Services&, const access::Actor&, const CancelFlag& cancelled) {
                    started.set_value();
                    while (!cancelled)
                        std::this_thread::yield();
                    return 7;
                },
                [held = std::move(held)](const Result<int>&) { QFAIL("nobody is there any more"); });
        }
        started.get_future().wait();
        m_console.reset();
        QCOMPARE(diedOn, QThread::currentThreadId());
        QCoreApplication::processEvents();
    }

    void open_consoleGoesFirst_isNotAnswered()
    {
        std::promise<void> started, goOn;
        auto waiting = goOn.get_future().share();
        bool answered = false;
        m_console->open(
            this,
            [&, waiting]() -> Result<OpenedVault> {
                started.set_value();
                waiting.wait();
                OpenedVault opened;
                opened.backend = std::make_unique<tests::FakeBackend>(*m_house);
                return opened;
            },
            [&](const Result<void>&) { answered = true; });
        started.get_future().wait();
        std::thread later([&] { goOn.set_value(); });
        m_console.reset();
        later.join();
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void events_burst_comeInOrderCoalesced()
    {
        open();
        std::vector<std::int64_t> seen;
        int batches = 0;
        connect(m_console.get(), &Console::eventsArrived, this, [&](const auto& events, quint64) {
            ++batches;
            for (const auto& event : events)
                seen.push_back(event.sequence);
        });
        waitForFeed(seen);
        // What waiting emitted may still be on its way: only the burst is counted.
        audit::Event mark;
        mark.kind = "auth.login";
        std::size_t burst = 0;
        connect(m_console.get(), &Console::eventsArrived, this, [&](const auto& events, quint64) {
            burst += static_cast<std::size_t>(std::ranges::count(events, mark.kind, &audit::Event::kind));
        });
        batches = 0;
        for (int at = 0; at < 500; ++at)
            m_house->events.emitEvents({mark});
        QTRY_COMPARE(burst, std::size_t(500));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY2(batches < 20, "500 commits must not become 500 deliveries");
    }

    void events_rightIsGone_nothingMoreIsShown_untilItIsBack()
    {
        open();
        std::vector<std::int64_t> seen;
        std::vector<std::string> kinds;
        connect(m_console.get(), &Console::eventsArrived, this, [&](const auto& events, quint64) {
            for (const auto& event : events) {
                seen.push_back(event.sequence);
                kinds.push_back(event.kind);
            }
        });
        waitForFeed(seen);
        audit::Event waiting, unheard, heard;
        waiting.kind = "auth.logout";
        unheard.kind = "auth.login_failed";
        heard.kind = "auth.login";
        m_house->events.emitEvents({waiting}); // in the ring when the right goes
        m_house->events.mayHear = false;
        m_house->events.emitEvents({unheard});
        m_house->events.mayHear = true;
        m_house->events.emitEvents({unheard}); // the subscription ended; the next look at the session begins another
        const auto shown = [&](const audit::Event& event) { return std::ranges::count(kinds, event.kind); };
        QTRY_VERIFY((m_console->refreshServerStatus(), m_house->events.emitEvents({heard}), shown(heard) > 0));
        QCOMPARE(shown(waiting), 0);
        QCOMPARE(shown(unheard), 0);
    }

    void events_rightIsGoneBeforeTheyAreShown_theyAreNot()
    {
        open();
        std::vector<std::int64_t> seen;
        std::int64_t late = 0;
        connect(m_console.get(), &Console::eventsArrived, this, [&](const auto& events, quint64) {
            for (const auto& event : events) {
                seen.push_back(event.sequence);
                late += event.kind == "auth.logout" ? 1 : 0;
            }
        });
        waitForFeed(seen);
        audit::Event waiting, heard;
        waiting.kind = "auth.logout";
        heard.kind = "auth.login";
        m_house->events.emitEvents({waiting});
        m_house->events.mayHear = false; // no event of the journal tells the subscription so
        QTRY_VERIFY(m_house->events.asked);
        m_house->events.mayHear = true;
        QTRY_VERIFY((m_console->refreshServerStatus(), m_house->events.emitEvents({heard}), seen.size() > 1));
        QCOMPARE(late, 0);
    }

    void events_moreThanTheRing_tellsHowManyWereDropped()
    {
        EventRing ring;
        std::vector<audit::Event> many(EventRing::capacity + 10);
        for (std::size_t at = 0; at < many.size(); ++at)
            many[at].sequence = static_cast<std::int64_t>(at) + 1;
        QVERIFY(ring.push(many));
        QVERIFY(!ring.push({many.back()}));
        const auto batch = ring.take();
        QCOMPARE(batch.events.size(), EventRing::capacity);
        QCOMPARE(batch.dropped, std::uint64_t(11));
        QCOMPARE(batch.events.back().sequence, many.back().sequence);
        QVERIFY(ring.push({many.front()}));
    }

    void server_startFails_tellsWhy()
    {
        open();
        QSignalSpy failed(m_console.get(), &Console::serverCommandFailed);
        m_house->server.failures.failNext(makeError(ErrorCode::AddressInUse, "in use"));
        m_console->startServer();
        QTRY_COMPARE(failed.count(), 1);
        QTRY_COMPARE(m_console->serverStatus().state, ServerStatus::State::Failed);
    }

    void signOut_signedIn_forgetsTheOperatorOnly()
    {
        open();
        QSignalSpy changed(m_console.get(), &Console::operatorChanged);
        m_console->signOut();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_console->state(), Console::State::SignedOut);
        QVERIFY(!m_console->may(access::Permission::UsersRead));
    }

    void session_longestTimeOver_endsButTheVaultStaysOpen()
    {
        open();
        QSignalSpy ended(m_console.get(), &Console::sessionEnded);
        m_house->clock.advance(24h - 1s);
        m_console->refreshServerStatus();
        QTRY_COMPARE(m_console->serverStatus().state, ServerStatus::State::Running);
        QCOMPARE(ended.count(), 0);
        m_house->clock.advance(1s);
        m_console->refreshServerStatus();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(m_console->state(), Console::State::SignedOut);
        QCOMPARE(m_console->vaultName(), u"Northgate Clinic");
    }

    void session_callRefusedAsEnded_isLookedAtAtOnce()
    {
        open();
        bool answered = false;
        QSignalSpy ended(m_console.get(), &Console::sessionEnded);
        m_house->clock.advance(25h);
        m_console->run(
            this,
            [](Services&, const access::Actor&) -> Result<int> {
                return makeError(ErrorCode::TokenInvalid, "the session has ended");
            },
            [&](const Result<int>&) { answered = true; });
        // Nothing is waited for but what the refusal itself has led to.
        QTRY_VERIFY(answered);
        QTRY_COMPARE(m_console->waiting(), 0);
        QCOMPARE(ended.count(), 1);
    }

    void settings_change_isTold()
    {
        open();
        QSignalSpy changed(m_console.get(), &Console::settingsChanged);
        m_house->settings.set([](settings::Values& values) { values.consoleTheme = "dark"; });
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(m_console->settings()->consoleTheme, std::string("dark"));
    }

private:
    void open()
    {
        bool done = false;
        m_console->open(
            this,
            [this]() -> Result<OpenedVault> {
                OpenedVault opened;
                opened.backend = std::make_unique<tests::FakeBackend>(*m_house);
                opened.actor = m_house->administrator();
                return opened;
            },
            [&](const Result<void>& result) { done = result.has_value(); });
        QTRY_VERIFY(done);
    }
    /// The subscription is made on a worker: sends until the first one comes through.
    void waitForFeed(const std::vector<std::int64_t>& seen)
    {
        QTRY_VERIFY((m_house->events.emitEvents({audit::Event{}}), !seen.empty()));
    }

    std::unique_ptr<tests::FakeHouse> m_house;
    std::unique_ptr<Console> m_console;
};

} // namespace

SALLYPORT_GUI_TEST(TestConsole)

} // namespace tst_console
#include "tst_console.moc"
