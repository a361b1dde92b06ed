#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <atomic>
#include <fstream>
#include <future>
#include <pthread.h>
#include <set>
#include <sys/stat.h>
#include <thread>

namespace tst_store {

using namespace sallyport;
using namespace sallyport::storage;
using test::TestStore;

namespace {

Result<void> createNotes(Transaction& transaction)
{
    SALLYPORT_ASSIGN(Statement statement,
                     transaction.prepare("CREATE TABLE notes (id BIGINT NOT NULL PRIMARY KEY, body TEXT, data BYTEA)"));
    return statement.run();
}

Result<void> insertNote(Transaction& transaction, std::int64_t id, std::string_view body)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("INSERT INTO notes (id, body) VALUES ($1, $2)"));
    return statement.bind(1, id).bind(2, body).run();
}

Result<std::int64_t> countNotes(Transaction& transaction)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("SELECT count(*) FROM notes"));
    SALLYPORT_TRY(statement.step());
    return statement.integer(0);
}

std::int64_t count(Store& store)
{
    return *store.read(countNotes);
}

std::string pragma(Store& store, const char* sql, bool onWriter)
{
    const auto ask = [sql](Transaction& transaction) -> Result<std::string> {
        SALLYPORT_ASSIGN(Statement statement, transaction.prepare(sql));
        SALLYPORT_TRY(statement.step());
        return statement.text(0);
    };
    return onWriter ? *store.write(ask) : *store.read(ask);
}

} // namespace

/// Writing, reading and statements on a real encrypted store.
class TestStoreBasics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void write_thenRead_seesIt()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        QVERIFY(store->write([](Transaction& t) { return insertNote(t, 1, "hello"); }));
        QCOMPARE(count(*store), 1);
        store.reopen();
        QCOMPARE(count(*store), 1);
    }

    void write_returnsTheValueOfTheWork()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        const auto value = store->write([](Transaction& t) -> Result<std::string> {
            SALLYPORT_TRY(insertNote(t, 7, "seven"));
            SALLYPORT_ASSIGN(Statement statement, t.prepare("UPDATE notes SET body = $2 WHERE id = $1 RETURNING body"));
            SALLYPORT_TRY(statement.bind(1, 7).bind(2, "other").step());
            return statement.text(0);
        });
        QCOMPARE(*value, std::string("other"));
    }

    void write_failing_rollsBackItsOwnWorkOnly()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        std::promise<void> entered;
        std::promise<void> release;
        // The first job holds the writer, so that the next three share one commit.
        store->post(
            [&](Transaction&) -> Result<void> {
                entered.set_value();
                release.get_future().wait();
                return {};
            },
            [](Result<void>) {});
        entered.get_future().wait();
        std::promise<Result<void>> one;
        std::promise<Result<void>> two;
        std::promise<Result<void>> three;
        store->post([](Transaction& t) { return insertNote(t, 1, "kept"); },
                    [&](Result<void> r) { one.set_value(std::move(r)); });
        store->post(
            [](Transaction& t) -> Result<void> {
                SALLYPORT_TRY(insertNote(t, 2, "dropped"));
                return makeError(ErrorCode::PermissionDenied, "no");
            },
            [&](Result<void> r) { two.set_value(std::move(r)); });
        store->post([](Transaction& t) { return insertNote(t, 3, "kept"); },
                    [&](Result<void> r) { three.set_value(std::move(r)); });
        release.set_value();
        QVERIFY(one.get_future().get());
        QCOMPARE(two.get_future().get().error().code, ErrorCode::PermissionDenied);
        QVERIFY(three.get_future().get());
        QCOMPARE(count(*store), 2);
    }

    /// Nothing stands before it that a savepoint would spare, so it has none.
    void write_firstOfACommitFails_leavesNothingAndTheNextIsKept()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        std::promise<void> entered;
        std::promise<void> release;
        store->post(
            [&](Transaction&) -> Result<void> {
                entered.set_value();
                release.get_future().wait();
                return makeError(ErrorCode::PermissionDenied, "no");
            },
            [](Result<void>) {});
        entered.get_future().wait();
        std::promise<Result<void>> one;
        std::promise<Result<void>> two;
        store->post(
            [](Transaction& t) -> Result<void> {
                SALLYPORT_TRY(insertNote(t, 1, "dropped"));
                return makeError(ErrorCode::PermissionDenied, "no");
            },
            [&](Result<void> r) { one.set_value(std::move(r)); });
        store->post([](Transaction& t) { return insertNote(t, 2, "kept"); },
                    [&](Result<void> r) { two.set_value(std::move(r)); });
        release.set_value();
        QCOMPARE(one.get_future().get().error().code, ErrorCode::PermissionDenied);
        QVERIFY(two.get_future().get());
        QCOMPARE(count(*store), 1);
    }

    void write_constraint_isConflict()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        QVERIFY(store->write([](Transaction& t) { return insertNote(t, 1, "a"); }));
        const auto again = store->write([](Transaction& t) { return insertNote(t, 1, "secret-value"); });
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY(again.error().detail.find("secret-value") == std::string::npos);
    }

    void write_foreignKey_isEnforced()
    {
        TestStore store;
        const auto result = store->write([](Transaction& t) -> Result<void> {
            SALLYPORT_ASSIGN(Statement a, t.prepare("CREATE TABLE parents (id TEXT PRIMARY KEY)"));
            SALLYPORT_TRY(a.run());
            SALLYPORT_ASSIGN(Statement b,
                             t.prepare("CREATE TABLE children (id TEXT PRIMARY KEY, parent TEXT REFERENCES parents (id))"));
            SALLYPORT_TRY(b.run());
            SALLYPORT_ASSIGN(Statement c, t.prepare("INSERT INTO children VALUES ('c', 'nobody')"));
            return c.run();
        });
        QCOMPARE(result.error().code, ErrorCode::Conflict);
    }

    void write_insideWrite_isRefusedInsteadOfWaitingForEver()
    {
        TestStore store;
        const auto outcome = store->write(
            [&](Transaction&) -> Result<void> { return store->write([](Transaction&) -> Result<void> { return {}; }); });
        QCOMPARE(outcome.error().code, ErrorCode::Internal);
    }

    void afterCommit_runsOnceAndOnlyAfterSuccess()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        std::atomic<int> told = 0;
        std::string thread;
        QVERIFY(store->write([&](Transaction& t) -> Result<void> {
            t.afterCommit([&] {
                ++told;
                std::array<char, 16> name{};
                pthread_getname_np(pthread_self(), name.data(), name.size());
                thread = name.data();
            });
            return insertNote(t, 1, "a");
        }));
        QCOMPARE(told.load(), 1); // before the writer's caller goes on
        QCOMPARE(thread, std::string("journal"));
        QVERIFY(!store->write([&](Transaction& t) -> Result<void> {
            t.afterCommit([&] { ++told; });
            return makeError(ErrorCode::Conflict, "no");
        }));
        QCOMPARE(told.load(), 1);
    }

    void version_growsWithEachCommit_beforeItIsAcknowledged()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        const std::uint64_t before = store->version();
        QVERIFY(store->read([](Transaction& t) -> Result<bool> {
            SALLYPORT_ASSIGN(auto row, t.prepare("SELECT COUNT(*) FROM notes"));
            return row.step();
        }));
        QCOMPARE(store->version(), before);
        std::uint64_t afterwards = 0;
        QVERIFY(store->write([&](Transaction& t) -> Result<void> {
            t.afterCommit([&] { afterwards = store->version(); });
            return insertNote(t, 1, "a");
        }));
        QVERIFY(afterwards > before);
    }

    void write_manyThreads_allArrive()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        std::vector<std::thread> threads;
        std::atomic<int> failed = 0;
        for (int thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 50; ++i) {
                    if (!store->write([&](Transaction& t) { return insertNote(t, thread * 1000 + i, "x"); }))
                        ++failed;
                    if (!store->read(countNotes))
                        ++failed;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(count(*store), 400);
    }

    void read_snapshot_doesNotMove()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        const auto counts = store->read([&](Transaction& t) -> Result<std::pair<std::int64_t, std::int64_t>> {
            SALLYPORT_ASSIGN(const std::int64_t before, countNotes(t));
            SALLYPORT_TRY(store->write([](Transaction& w) { return insertNote(w, 1, "a"); }));
            SALLYPORT_ASSIGN(const std::int64_t after, countNotes(t));
            return std::pair(before, after);
        });
        QCOMPARE(counts->first, 0);
        QCOMPARE(counts->second, 0);
        QCOMPARE(count(*store), 1);
    }

    void read_insideReads_neverWaitsForEver()
    {
        TestStore store; // four pooled readers
        const std::function<Result<int>(int)> nested = [&](int depth) -> Result<int> {
            if (depth == 0)
                return 0;
            return store->read([&](Transaction&) -> Result<int> {
                SALLYPORT_ASSIGN(const int below, nested(depth - 1));
                return below + 1;
            });
        };
        QCOMPARE(*nested(6), 6);
        QCOMPARE(*nested(6), 6);
    }

    void read_cannotWrite()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        const auto result = store->read([](Transaction& t) { return insertNote(t, 1, "a"); });
        QCOMPARE(result.error().code, ErrorCode::NotWritable);
    }

    void statement_parametersByNumber_notByAppearance()
    {
        TestStore store;
        const auto text = store->read([](Transaction& t) -> Result<std::string> {
            SALLYPORT_ASSIGN(Statement statement, t.prepare("SELECT $2 || $1 || $2"));
            SALLYPORT_TRY(statement.bind(1, "one").bind(2, "two").step());
            return statement.text(0);
        });
        QCOMPARE(*text, std::string("twoonetwo"));
    }

    void statement_unknownParameter_isAnError()
    {
        TestStore store;
        const auto result = store->read([](Transaction& t) -> Result<void> {
            SALLYPORT_ASSIGN(Statement statement, t.prepare("SELECT $1"));
            return statement.bind(2, "x").run();
        });
        QCOMPARE(result.error().code, ErrorCode::Internal);
    }

    void statement_valuesOfAllKinds_comeBack()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        const auto result = store->write([](Transaction& t) -> Result<bool> {
            const Bytes blob{std::byte{0}, std::byte{0x31}, std::byte{0xff}};
            SALLYPORT_ASSIGN(Statement insert, t.prepare("INSERT INTO notes (id, body, data) VALUES ($1, $2, $3)"));
            SALLYPORT_TRY(insert.bind(1, std::numeric_limits<std::int64_t>::min())
                              .bind(2, std::string_view("a\0b", 3))
                              .bind(3, blob)
                              .run());
            SALLYPORT_ASSIGN(Statement second, t.prepare("INSERT INTO notes (id, body, data) VALUES ($1, $2, $3)"));
            SALLYPORT_TRY(second.bind(1, 2).bind(2, "").bind(3, std::span<const std::byte>()).run());
            SALLYPORT_ASSIGN(Statement third, t.prepare("INSERT INTO notes (id, body, data) VALUES ($1, $2, $3)"));
            SALLYPORT_TRY(third.bind(1, 3).bind(2, std::optional<std::string>()).bindNull(3).run());
            SALLYPORT_ASSIGN(Statement select,
                             t.prepare("SELECT id, body, data, typeof(data), typeof(body) FROM notes ORDER BY id"));
            SALLYPORT_TRY(select.step());
            bool good = select.integer(0) == std::numeric_limits<std::int64_t>::min() &&
                        select.text(1) == std::string("a\0b", 3) && select.blob(2) == blob && select.text(3) == "blob";
            SALLYPORT_TRY(select.step());
            good = good && !select.isNull(1) && select.text(1).empty() && select.text(3) == "blob" && select.blob(2).empty();
            SALLYPORT_TRY(select.step());
            good = good && select.isNull(1) && select.isNull(2) && select.blob(2).empty() && !select.optionalTime(1);
            SALLYPORT_ASSIGN(const bool more, select.step());
            return good && !more;
        });
        QVERIFY(result.has_value());
        QVERIFY(*result);
    }

    void statement_sameTextTwiceAtOnce_isTwoStatements()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        QVERIFY(store->write([](Transaction& t) { return insertNote(t, 1, "a"); }));
        QVERIFY(store->write([](Transaction& t) { return insertNote(t, 2, "b"); }));
        const auto pairs = store->read([](Transaction& t) -> Result<int> {
            int found = 0;
            SALLYPORT_ASSIGN(Statement outer, t.prepare("SELECT id FROM notes"));
            for (;;) {
                SALLYPORT_ASSIGN(const bool row, outer.step());
                if (!row)
                    return found;
                SALLYPORT_ASSIGN(Statement inner, t.prepare("SELECT id FROM notes"));
                for (;;) {
                    SALLYPORT_ASSIGN(const bool innerRow, inner.step());
                    if (!innerRow)
                        break;
                    ++found;
                }
            }
        });
        QCOMPARE(*pairs, 4);
    }

    void statement_severalInOneText_isRefused()
    {
        TestStore store;
        const auto result = store->write([](Transaction& t) -> Result<void> {
            SALLYPORT_ASSIGN(Statement statement, t.prepare("SELECT 1; DROP TABLE events"));
            return statement.run();
        });
        QCOMPARE(result.error().code, ErrorCode::Internal);
    }

    void connections_areHardened()
    {
        TestStore store;
        for (const bool onWriter : {true, false}) {
            QCOMPARE(pragma(*store, "PRAGMA foreign_keys", onWriter), std::string("1"));
            QCOMPARE(pragma(*store, "PRAGMA trusted_schema", onWriter), std::string("0"));
            QCOMPARE(pragma(*store, "PRAGMA temp_store", onWriter), std::string("2"));
            QCOMPARE(pragma(*store, "PRAGMA cell_size_check", onWriter), std::string("1"));
            QCOMPARE(pragma(*store, "PRAGMA journal_mode", onWriter), std::string("wal"));
        }
        QCOMPARE(pragma(*store, "PRAGMA synchronous", true), std::string("2"));
        QCOMPARE(pragma(*store, "PRAGMA secure_delete", true), std::string("1"));
        QCOMPARE(pragma(*store, "PRAGMA query_only", false), std::string("1"));
        QVERIFY(pragma(*store, "PRAGMA cipher_version", true).starts_with("4."));
        QVERIFY(!store->write([](Transaction& t) -> Result<void> { // defensive
            SALLYPORT_ASSIGN(Statement statement, t.prepare("DELETE FROM sqlite_schema"));
            return statement.run();
        }));
        QVERIFY(!store->read([](Transaction& t) -> Result<void> { // "x" is a column, never text
            SALLYPORT_ASSIGN(Statement statement, t.prepare("SELECT \"x\""));
            return statement.run();
        }));
    }

    void files_areForTheOwnerOnly()
    {
        const mode_t old = ::umask(0); // even if main() forgot restrictNewFiles()
        TestStore store;
        QVERIFY(store->write(createNotes));
        ::umask(old);
        int files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(store.directory())) {
            struct stat info {};
            QCOMPARE(::stat(entry.path().c_str(), &info), 0);
            QCOMPARE(info.st_mode & 0777, mode_t{0600});
            ++files;
        }
        QCOMPARE(files, 3); // database, -wal, -shm
    }

    void destructor_runsWhatWaits()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        for (int i = 0; i < 200; ++i)
            store->post([i](Transaction& t) { return insertNote(t, i, "x"); }, [](Result<void>) {});
        store.reopen();
        QCOMPARE(count(*store), 200);
        store.close();
        int files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(store.directory()))
            files += entry.exists() ? 1 : 0;
        QCOMPARE(files, 1); // the -wal went into the database
    }

    void externalChange_isNoticed()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        std::promise<void> noticed;
        std::atomic<int> times = 0;
        store->onExternalChange([&] {
            if (times++ == 0)
                noticed.set_value();
        });
        QVERIFY(store->write([](Transaction& t) { return insertNote(t, 1, "own"); }));
        StoreOptions options;
        options.file = store.file();
        options.backups = store.directory() / "backups";
        {
            auto other = openStore(options, TestStore::key());
            QVERIFY(other.has_value());
            QVERIFY((*other)->write([](Transaction& t) { return insertNote(t, 2, "external"); }));
        }
        QCOMPARE(noticed.get_future().wait_for(std::chrono::seconds(10)), std::future_status::ready);
        QCOMPARE(times.load(), 1);
        QCOMPARE(count(*store), 2);
    }
};

SALLYPORT_GUILESS_TEST(TestStoreBasics)

} // namespace tst_store
#include "tst_store.moc"
