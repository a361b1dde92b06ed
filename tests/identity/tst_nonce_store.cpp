#include "backend/identity/signed_requests/nonce_store.h"
#include "tests/support/jumping_clock.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace tst_nonce_store {

using namespace sallyport;
using namespace sallyport::identity;

namespace {

constexpr std::int64_t start = 1764000000;

/// A data directory with a clock; stores are opened and closed in it as processes would.
struct Place {
    QTemporaryDir directory;
    ManualClock clock{UtcTime(std::chrono::seconds(start))};
    SecretBytes secret = SecretBytes::fromText("a key that nobody else has, 32 by");

    std::filesystem::path file() const { return directory.filePath(QStringLiteral("nonces")).toStdString(); }
    std::unique_ptr<NonceStore> open(std::string bootId = "boot-1", bool used = false, std::size_t capacity = 1000,
                                     std::size_t perKey = 600)
    {
        auto store = NonceStore::open(file(), secret, clock, {capacity, perKey, std::move(bootId), used});
        return store ? std::move(*store) : nullptr;
    }
    std::int64_t now() const { return std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count(); }
    NonceOutcome take(NonceStore& store, std::string_view key, std::string_view nonce)
    {
        return store.take(key, nonce, now()).outcome;
    }
    /// What a process that was killed leaves: it never said that the file is whole.
    void forgetThatItWasClosed()
    {
        std::fstream stream(file(), std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(8 + 40 + 8);
        stream.write("\0\0\0\0\0\0\0\0", 8);
    }
};

/// As a vault opens it whose clock has jumped: until `believed` nothing is old.
NonceOptions held(UtcTime believed)
{
    NonceOptions options{1000, 600, "boot-1", true};
    options.deletable = believed;
    return options;
}

} // namespace

/// standards.md §4, rows 8, 10 and 37.
class TestNonceStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void take_sameKeyAndNonce_seen()
    {
        Place place;
        const auto store = place.open();
        QCOMPARE(place.take(*store, "A", "n"), NonceOutcome::Taken);
        QCOMPARE(place.take(*store, "A", "n"), NonceOutcome::Seen);
        QCOMPARE(place.take(*store, "B", "n"), NonceOutcome::Taken);
        QCOMPARE(place.take(*store, "A", "m"), NonceOutcome::Taken);
        QCOMPARE(store->size(), std::size_t{3});
    }

    void take_keyAndNonceRunTogether_areApart()
    {
        Place place;
        const auto store = place.open();
        QCOMPARE(place.take(*store, "AB", "C"), NonceOutcome::Taken);
        QCOMPARE(place.take(*store, "A", "BC"), NonceOutcome::Taken);
    }

    void take_inParallel_oneWins()
    {
        Place place;
        const auto store = place.open();
        for (int round = 0; round < 50; ++round) {
            std::atomic<int> taken{0};
            {
                std::vector<std::jthread> threads;
                for (int i = 0; i < 8; ++i)
                    threads.emplace_back([&] {
                        if (place.take(*store, "A", "n" + std::to_string(round)) == NonceOutcome::Taken)
                            ++taken;
                    });
            }
            QCOMPARE(taken.load(), 1);
        }
    }

    void take_afterTwoWindows_forgotten()
    {
        Place place;
        const auto store = place.open();
        QCOMPARE(place.take(*store, "A", "n"), NonceOutcome::Taken);
        place.clock.advance(std::chrono::seconds(600));
        QCOMPARE(place.take(*store, "A", "n"), NonceOutcome::Seen);
        place.clock.advance(std::chrono::seconds(1));
        QCOMPARE(place.take(*store, "A", "n"), NonceOutcome::Taken);
        QCOMPARE(store->size(), std::size_t{1});
    }

    void restart_clean_stillSeen()
    {
        Place place;
        QCOMPARE(place.take(*place.open(), "A", "n"), NonceOutcome::Taken);
        const auto store = place.open("boot-2", true); // another start of the machine, after a clean end
        QCOMPARE(place.take(*store, "A", "n"), NonceOutcome::Seen);
        QCOMPARE(place.take(*store, "A", "m"), NonceOutcome::Taken);
    }

    void restart_afterSigkill_stillSeen()
    {
        Place place;
        const pid_t child = ::fork();
        if (child == 0) {
            auto store = place.open();
            for (int i = 0; i < 100; ++i)
                (void) place.take(*store, "A", std::to_string(i));
            ::kill(::getpid(), SIGKILL);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        const auto store = place.open("boot-1", true);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(place.take(*store, "A", std::to_string(i)), NonceOutcome::Seen);
        QCOMPARE(place.take(*store, "A", "100"), NonceOutcome::Taken);
    }

    void restart_severalTimes_forgetsOnlyInTime()
    {
        Place place;
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(place.take(*place.open(), "A", std::to_string(i)), NonceOutcome::Taken);
            place.clock.advance(std::chrono::seconds(200));
        }
        const auto store = place.open(); // 1,000 s after the first, 200 s after the last
        QCOMPARE(store->size(), std::size_t{3});
        QCOMPARE(place.take(*store, "A", "1"), NonceOutcome::Taken);
        QCOMPARE(place.take(*store, "A", "2"), NonceOutcome::Seen);
    }

    void machineCrashed_refusesUntilNothingCanBeLost()
    {
        Place place;
        QCOMPARE(place.take(*place.open(), "A", "n"), NonceOutcome::Taken);
        place.forgetThatItWasClosed();
        const auto store = place.open("boot-2", true);
        const NonceAnswer answer = store->take("A", "n", place.now());
        QCOMPARE(answer.outcome, NonceOutcome::TooEarly);
        QCOMPARE(answer.retryAfter.count(), 301);
        QCOMPARE(store->take("A", "m", place.now() + 300).outcome, NonceOutcome::TooEarly); // signed ahead of time
        place.clock.advance(std::chrono::seconds(301));
        QCOMPARE(place.take(*store, "A", "m"), NonceOutcome::Taken);
    }

    void machineCrashed_restartMeanwhile_goesOnRefusing()
    {
        Place place;
        place.open().reset();
        place.forgetThatItWasClosed();
        place.open("boot-2", true).reset();
        place.clock.advance(std::chrono::seconds(100));
        const auto store = place.open("boot-2", true);
        QCOMPARE(store->take("A", "n", place.now()).retryAfter.count(), 201);
    }

    void fileLostOrForeign_refusesUnlessNothingWasSigned()
    {
        Place place;
        QCOMPARE(place.take(*place.open("boot-1", true), "A", "n"), NonceOutcome::TooEarly);
        std::filesystem::remove(place.file());
        QCOMPARE(place.take(*place.open("boot-1", false), "A", "n"), NonceOutcome::Taken);
        std::ofstream(place.file()) << "something else";
        QCOMPARE(place.take(*place.open("boot-1", true), "A", "m"), NonceOutcome::TooEarly);
    }

    void full_deniesUntilSomethingIsForgotten()
    {
        Place place;
        const auto store = place.open("boot-1", false, 10, 8);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(place.take(*store, "A", std::to_string(i)), NonceOutcome::Taken);
        place.clock.advance(std::chrono::seconds(100));
        QCOMPARE(place.take(*store, "A", "x"), NonceOutcome::Full); // one key cannot take it all
        QCOMPARE(place.take(*store, "B", "1"), NonceOutcome::Taken);
        QCOMPARE(place.take(*store, "B", "2"), NonceOutcome::Taken);
        const NonceAnswer answer = store->take("C", "1", place.now());
        QCOMPARE(answer.outcome, NonceOutcome::Full);
        QCOMPARE(answer.retryAfter.count(), 501);
        QCOMPARE(place.take(*store, "A", "0"), NonceOutcome::Seen); // nothing was pushed out
        place.clock.advance(std::chrono::seconds(501));
        QCOMPARE(place.take(*store, "C", "1"), NonceOutcome::Taken);
    }

    void ring_goesRound_keepsTheNewest()
    {
        Place place;
        auto store = place.open("boot-1", false, 10, 10);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(place.take(*store, "A", std::to_string(i)), NonceOutcome::Taken);
            place.clock.advance(std::chrono::seconds(100));
        }
        store.reset();
        store = place.open("boot-1", true, 10, 10);
        QCOMPARE(store->size(), std::size_t{6});
        QCOMPARE(place.take(*store, "A", "99"), NonceOutcome::Seen);
        QCOMPARE(place.take(*store, "A", "94"), NonceOutcome::Seen);
    }

    void file_cannotGrow_refusesAndTellsOnce()
    {
        Place place;
        std::vector<bool> told;
        NonceOptions options{1000, 600, "boot-1", false};
        options.watcher = [&](const Result<void>& written) { told.push_back(written.has_value()); };
        auto opened = NonceStore::open(place.file(), place.secret, place.clock, std::move(options));
        QVERIFY(opened);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto signalBefore = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{4096, before.rlim_max}; // the file's head fits, and nothing more
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
        const NonceOutcome first = place.take(**opened, "A", "n"), second = place.take(**opened, "A", "m");
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, signalBefore);
        QCOMPARE(first, NonceOutcome::Full);
        QCOMPARE(second, NonceOutcome::Full);
        QCOMPARE(told, std::vector<bool>{false});
        QCOMPARE(place.take(**opened, "A", "n"), NonceOutcome::Taken);
        QCOMPARE(told, (std::vector<bool>{false, true}));
    }

    void file_tellsNothing_andIsOurs()
    {
        Place place;
        const auto store = place.open();
        QCOMPARE(place.take(*store, "KEYNAME1", "planted-nonce"), NonceOutcome::Taken);
        struct stat about {};
        QCOMPARE(::stat(place.file().c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777, mode_t{0600});
        QFile file(QString::fromStdString(place.file().string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(!content.contains("planted") && !content.contains("KEYNAME1"));
    }

    /// A clock that is ahead at a start makes nothing forgotten: when it is back the nonces are those that they were.
    void clockAheadAtAStart_forgetsNothing_whileItIsNotBelieved()
    {
        Place place;
        const UtcTime right = place.clock.now();
        QCOMPARE(place.take(*place.open(), "A", "n"), NonceOutcome::Taken);
        place.clock.advance(std::chrono::hours(24 * 401));
        {
            const auto ahead = NonceStore::open(place.file(), place.secret, place.clock, held(right));
            QVERIFY(ahead);
            QCOMPARE((*ahead)->size(), std::size_t{1});
            QCOMPARE(place.take(**ahead, "A", "n"), NonceOutcome::Seen);
            QCOMPARE(place.take(**ahead, "A", "m"), NonceOutcome::Taken);
        }
        place.clock.advance(-std::chrono::hours(24 * 401));
        const auto back = place.open("boot-1", true);
        QCOMPARE(place.take(*back, "A", "n"), NonceOutcome::Seen);
        QCOMPARE(place.take(*back, "A", "m"), NonceOutcome::Seen);
    }

    void clockAheadAtAStart_believed_forgetsInTime()
    {
        Place place;
        QCOMPARE(place.take(*place.open(), "A", "n"), NonceOutcome::Taken);
        place.clock.advance(std::chrono::hours(24 * 401));
        QCOMPARE(place.open()->size(), std::size_t{0});
    }

    /// What is over by a clock that may be wrong has its whole time once more, by the steady clock, and no longer.
    void whatWasKept_goesWithTheSteadyClock()
    {
        Place place;
        const UtcTime right = place.clock.now();
        QCOMPARE(place.take(*place.open(), "A", "n"), NonceOutcome::Taken);
        place.clock.advance(std::chrono::hours(24 * 401));
        const auto ahead = NonceStore::open(place.file(), place.secret, place.clock, held(right));
        QVERIFY(ahead);
        place.clock.advance(std::chrono::seconds(600));
        QCOMPARE(place.take(**ahead, "A", "n"), NonceOutcome::Seen);
        place.clock.advance(std::chrono::seconds(1));
        QCOMPARE(place.take(**ahead, "A", "n"), NonceOutcome::Taken);
    }

    /// The floor that a lost file leaves is never further than a window from now: a clock that was ahead refuses nothing later.
    void floorOfAClockThatWasAhead_isBoundedByAWindow()
    {
        Place place;
        place.clock.advance(std::chrono::hours(24 * 401));
        QCOMPARE(place.take(*place.open("boot-1", true), "A", "n"), NonceOutcome::TooEarly);
        place.clock.advance(-std::chrono::hours(24 * 401));
        const auto back = place.open("boot-1", true);
        const NonceAnswer answer = back->take("A", "n", place.now());
        QCOMPARE(answer.outcome, NonceOutcome::TooEarly);
        QCOMPARE(answer.retryAfter.count(), 301);
        place.clock.advance(std::chrono::seconds(300));
        QCOMPARE(place.take(*back, "A", "n"), NonceOutcome::TooEarly);
        place.clock.advance(std::chrono::seconds(1));
        QCOMPARE(place.take(*back, "A", "n"), NonceOutcome::Taken);
    }

    /// A clock that is set while the server runs, ahead or back, makes nothing forgotten.
    void clockSetWhileRunning_forgetsNothing_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("ahead") << 24 * 401;
        QTest::newRow("back") << -24 * 401;
    }
    void clockSetWhileRunning_forgetsNothing()
    {
        QFETCH(int, hours);
        Place place;
        test::JumpingClock clock(place.clock.now());
        const auto store = NonceStore::open(place.file(), place.secret, clock, {1000, 600, "boot-1", false});
        QVERIFY(store);
        const auto take = [&] {
            const auto now = std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count();
            return (*store)->take("A", "n", now).outcome;
        };
        QCOMPARE(take(), NonceOutcome::Taken);
        clock.jump(std::chrono::hours(hours));
        QCOMPARE(take(), NonceOutcome::Seen);
        clock.advance(std::chrono::seconds(600));
        QCOMPARE(take(), NonceOutcome::Seen);
        clock.advance(std::chrono::seconds(1));
        QCOMPARE(take(), NonceOutcome::Taken);
    }

    void million_takes_memoryAndFileBounded()
    {
        Place place;
        const auto store = place.open("boot-1", false, 100'000, 100'000);
        std::size_t full = 0;
        for (int i = 0; i < 1'000'000; ++i)
            full += place.take(*store, "A", std::to_string(i)) == NonceOutcome::Full ? 1 : 0;
        QCOMPARE(full, std::size_t{900'000});
        QCOMPARE(store->size(), std::size_t{100'000});
        QVERIFY(std::filesystem::file_size(place.file()) <= 4096 + 100'000 * 16);
    }
};

SALLYPORT_TEST(TestNonceStore)

} // namespace tst_nonce_store
#include "tst_nonce_store.moc"
