#include "backend/storage/dropped_change.h"
#include "backend/storage/held_work.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

namespace tst_full_disk {

using namespace sallyport;
using namespace sallyport::storage;
using test::FullDisk;

namespace {

constexpr Topic<int> door{"door"};
constexpr Topic<int> outside{"outside", true};

Result<void> put(Transaction& transaction, std::int64_t id)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("INSERT INTO notes (id) VALUES ($1)"));
    return statement.bind(1, id).run();
}

/// Work that takes something away: the door is shut, and a note is written of it.
auto shutting(int id)
{
    return [id](Transaction& transaction) -> Result<void> {
        transaction.removed(door, std::to_string(id));
        transaction.removed(outside, std::to_string(id));
        return put(transaction, id);
    };
}

} // namespace

/// What takes rights away is in force when it can't be stored, and is stored as soon as that is possible.
class TestFullDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shut = m_told = 0;
        m_directory = std::make_unique<QTemporaryDir>();
        m_store = open(true);
        QVERIFY(m_store);
        QVERIFY(m_store->write([](Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(Statement statement, transaction.prepare("CREATE TABLE notes (id BIGINT NOT NULL PRIMARY KEY)"));
            return statement.run();
        }));
        m_onShut = m_store->changeFeed().subscribe(door, [this](const auto&, const auto& now) { m_shut += now ? -1 : 1; });
        m_onOutside = m_store->changeFeed().subscribe(outside, [this](const auto&, const auto&) { ++m_told; });
    }
    void cleanup()
    {
        m_onShut.reset();
        m_onOutside.reset();
        m_store.reset();
    }

    void write_isRefused_andNothingIsInForce()
    {
        std::optional<FullDisk> full(std::in_place);
        QVERIFY(m_store->takesWrites()); // nobody has tried
        const Result<void> written = m_store->write(shutting(1));
        QCOMPARE(written.error().code, ErrorCode::DiskFull);
        QCOMPARE(written.error().word, std::string());
        QVERIFY2(written.error().detail.find("ulimit -f") != std::string::npos, written.error().detail.c_str()); // what helps
        QCOMPARE(m_shut.load(), 0);
        QCOMPARE(m_store->takesWrites().error().code, ErrorCode::DiskFull);
        full.reset();
        QTRY_VERIFY(m_store->takesWrites()); // found out without anybody's writing
        QCOMPARE(rows(), std::int64_t{0});
    }

    void takeAway_isInForceAtOnce_andStoredWhenThereIsRoom()
    {
        std::optional<FullDisk> full(std::in_place);
        const Result<void> taken = m_store->takeAway(shutting(1));
        QCOMPARE(taken.error().code, ErrorCode::DiskFull);
        QCOMPARE(taken.error().word, std::string("not_recorded"));
        QVERIFY(m_shut > 0);
        QCOMPARE(m_told.load(), 0); // it stands in no journal yet
        QVERIFY(!m_store->takesWrites());
        full.reset();
        QTRY_COMPARE(rows(), std::int64_t{1});
        QTRY_COMPARE(m_told.load(), 1);
        QTRY_VERIFY(m_store->takesWrites());
        m_store.reset();
        m_store = open(false);
        QCOMPARE(rows(), std::int64_t{1});
    }

    /// A command ends with its process: what it said to be in force would be in force nowhere.
    void takeAway_ofACommand_isRefusedLikeAnyOtherWrite()
    {
        refuseToHold(*m_store);
        std::optional<FullDisk> full(std::in_place);
        const Result<void> taken = m_store->takeAway(shutting(1));
        QCOMPARE(taken.error().code, ErrorCode::DiskFull);
        QCOMPARE(taken.error().word, std::string());
        QVERIFY2(taken.error().detail.find("Nothing was changed") != std::string::npos, taken.error().detail.c_str());
        QCOMPARE(m_shut.load(), 0);
        full.reset();
        QVERIFY(m_store->takeAway(shutting(1)));
        QCOMPARE(rows(), std::int64_t{1});
    }

    void takeAway_comesBeforeWhatIsWrittenLater()
    {
        std::optional<FullDisk> full(std::in_place);
        QVERIFY(!m_store->takeAway(shutting(1)));
        full.reset();
        QCOMPARE(require(m_store->write([](Transaction& transaction) -> Result<std::int64_t> {
                     SALLYPORT_ASSIGN(Statement statement, transaction.prepare("SELECT count(*) FROM notes"));
                     SALLYPORT_TRY(statement.step());
                     return statement.integer();
                 })),
                 std::int64_t{1});
    }

    void takeAway_staysInForce_whenTheOldStateIsToldAgain()
    {
        // Room only for what is small would be another way here; that somebody publishes the old state is what counts.
        const FullDisk full;
        QVERIFY(!m_store->takeAway(shutting(1)));
        const int before = m_shut;
        QVERIFY(!m_store->takeAway(shutting(2)));
        QVERIFY(m_shut >= before + 2); // the first one once more
    }

    void takeAway_thatSaidNothing_promisesNothing()
    {
        const FullDisk full;
        const Result<void> taken = m_store->takeAway([](Transaction& transaction) { return put(transaction, 1); });
        QCOMPARE(taken.error().code, ErrorCode::DiskFull);
        QCOMPARE(taken.error().word, std::string());
    }

    /// What finds no place isn't in force and says so; what was held before stays, and everything goes on once there is room.
    void takeAway_beyondWhatIsHeld_isRefusedWhole()
    {
        std::optional<FullDisk> full(std::in_place);
        const auto one = [](Transaction& transaction) -> Result<void> {
            transaction.removed(door, "same");
            return put(transaction, 1);
        };
        m_onShut.reset(); // each is told again with each that comes: the sum of them is not what this is about
        for (std::size_t i = 0; i < heldLimit; ++i)
            QCOMPARE(m_store->takeAway(one).error().word, std::string("not_recorded"));
        std::atomic<int> shut = 0;
        const auto onShut =
            m_store->changeFeed().subscribe(door, [&](const std::string& id, const auto&) { shut += id == "late"; });
        const auto late = [](Transaction& transaction) -> Result<void> {
            transaction.removed(door, "late");
            return put(transaction, 2);
        };
        const Result<void> refused = m_store->takeAway(late);
        QCOMPARE(refused.error().code, ErrorCode::DiskFull);
        QCOMPARE(refused.error().word, std::string());
        QCOMPARE(shut.load(), 0);
        m_store->forgetHeld();
        QCOMPARE(m_store->takeAway(late).error().word, std::string("not_recorded")); // there is a place again
        QVERIFY(shut.load() > 0);
        full.reset();
        QTRY_COMPARE(rows(), std::int64_t{1});
    }

    void takeAway_ofVeryMuch_isHeldAlone()
    {
        std::optional<FullDisk> full(std::in_place);
        const auto everybody = [](Transaction& transaction) -> Result<void> {
            for (std::size_t i = 0; i <= heldChangesLimit; ++i)
                transaction.removed(door, "all");
            return put(transaction, 1);
        };
        QCOMPARE(m_store->takeAway(everybody).error().word, std::string("not_recorded")); // the emergency brake always works
        QCOMPARE(m_store->takeAway(shutting(2)).error().word, std::string());
        full.reset();
        QTRY_COMPARE(rows(), std::int64_t{1});
        QVERIFY(m_store->takeAway(shutting(2)));
    }

    void takeAway_refused_isNotHeld()
    {
        const Result<void> taken = m_store->takeAway([](Transaction& transaction) -> Result<void> {
            transaction.removed(door, "1");
            return makeError(ErrorCode::PermissionDenied, "no");
        });
        QCOMPARE(taken.error().code, ErrorCode::PermissionDenied);
        QCOMPARE(m_shut.load(), 0);
        QVERIFY(m_store->takeAway(shutting(1)));
        QCOMPARE(m_shut.load(), 1);
        QCOMPARE(m_told.load(), 1);
    }

    void takeAway_thatGivesToo_isNotHeld()
    {
        std::optional<FullDisk> full(std::in_place);
        const auto giving = [](Transaction& transaction) -> Result<void> {
            transaction.givesToo();
            return shutting(1)(transaction);
        };
        const Result<void> taken = m_store->takeAway(giving);
        QCOMPARE(taken.error().code, ErrorCode::DiskFull);
        QCOMPARE(taken.error().word, std::string());
        QCOMPARE(m_shut.load(), 0);
        full.reset();
        QVERIFY(m_store->takeAway(giving)); // with room it is work like any other
        QCOMPARE(m_shut.load(), 1);
        QCOMPARE(rows(), std::int64_t{1});
    }

    /// Another process has changed what it was about, or it would give something by now.
    void held_thatIsRefusedLater_isTold_data()
    {
        QTest::addColumn<bool>("gives");
        QTest::newRow("refused") << false;
        QTest::newRow("would give") << true;
    }
    void held_thatIsRefusedLater_isTold()
    {
        QFETCH(bool, gives);
        std::mutex mutex;
        std::vector<std::pair<std::string, DroppedChange>> dropped;
        const auto onDropped = m_store->changeFeed().subscribe(
            droppedTopic, [&](const std::string& id, const std::shared_ptr<const DroppedChange>& what) {
                const std::lock_guard lock(mutex);
                dropped.emplace_back(id, *what);
            });
        const auto told = [&] {
            const std::lock_guard lock(mutex);
            return dropped.size();
        };
        const auto late = std::make_shared<std::atomic<bool>>(false);
        std::optional<FullDisk> full(std::in_place);
        QVERIFY(!m_store->takeAway([late, gives](Transaction& transaction) -> Result<void> {
            if (*late && !gives)
                return makeError(ErrorCode::NotFound, "there is no door any more");
            if (*late)
                transaction.givesToo();
            return shutting(1)(transaction);
        }));
        *late = true;
        QVERIFY(!m_store->takeAway(shutting(2))); // tried again, and there is no room to write down what became of it
        QCOMPARE(told(), std::size_t{0});
        full.reset();
        QTRY_COMPARE(told(), std::size_t{1});
        QCOMPARE(rows(), std::int64_t{1}); // the other one
        QVERIFY(m_store->write([](Transaction& transaction) { return put(transaction, 3); }));
        QCOMPARE(told(), std::size_t{1});
        const std::lock_guard lock(mutex);
        QCOMPARE(dropped.front().first, std::string("1"));
        QCOMPARE(dropped.front().second.topic, std::string("door"));
        QCOMPARE(dropped.front().second.id, std::string("1"));
        QCOMPARE(dropped.front().second.why.code, gives ? ErrorCode::Conflict : ErrorCode::NotFound);
    }

    void forgotten_isNeverRunAgain()
    {
        const auto runs = std::make_shared<std::atomic<int>>(0);
        std::optional<FullDisk> full(std::in_place);
        QVERIFY(!m_store->takeAway([runs](Transaction& transaction) -> Result<void> {
            ++*runs;
            transaction.removed(door, "1");
            return put(transaction, 1);
        }));
        m_store->forgetHeld();
        const int before = *runs;
        full.reset();
        QVERIFY(m_store->write([](Transaction& transaction) { return put(transaction, 2); }));
        QCOMPARE(runs->load(), before);
        QCOMPARE(rows(), std::int64_t{1});
    }

private:
    template <typename T>
    static T require(Result<T> result)
    {
        return result ? std::move(*result) : T{};
    }
    std::unique_ptr<Store> open(bool create)
    {
        StoreOptions options;
        options.file = databaseFile(m_directory->path().toStdString());
        options.create = create;
        auto store = openStore(options, SecretBytes(Bytes(32, std::byte{0x2a})));
        return store ? std::move(*store) : nullptr;
    }
    std::int64_t rows()
    {
        return require(m_store->read([](Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(Statement statement, transaction.prepare("SELECT count(*) FROM notes"));
            SALLYPORT_TRY(statement.step());
            return statement.integer();
        }));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Store> m_store;
    ChangeFeed::Subscription m_onShut, m_onOutside;
    std::atomic<int> m_shut = 0, m_told = 0;
};

SALLYPORT_GUILESS_TEST(TestFullDisk)

} // namespace tst_full_disk
#include "tst_full_disk.moc"
