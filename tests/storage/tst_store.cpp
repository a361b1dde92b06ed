#include "backend/storage/migrations.h"
#include "backend/storage/sql_text.h"
#include "backend/storage/store_clock.h"
#include "backend/storage/watched_store.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <atomic>
#include <future>
#include <pthread.h>
#include <sys/stat.h>

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

enum class NoteColumn { Id, Body, End };
constexpr Columns<NoteColumn> noteColumns{{{NoteColumn::Id, "id"}, {NoteColumn::Body, "body"}}};
constexpr auto changeNote = returning("UPDATE notes SET body = $2 WHERE id = $1 RETURNING", noteColumns);

Result<void> insertNote(Transaction& transaction, std::int64_t id, std::string_view body)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("INSERT INTO notes (id, body) VALUES ($1, $2)"));
    return statement.bind(1, id).bind(2, body).run();
}

Result<std::int64_t> countNotes(Transaction& transaction)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("SELECT count(*) FROM notes"));
    SALLYPORT_TRY(statement.step());
    return statement.integer();
}

std::int64_t count(Store& store)
{
    return *store.read(countNotes);
}

StoreLoad loadOf(TestStore& store)
{
    return dynamic_cast<const WatchedStore&>(*store.operator->()).load();
}

std::string pragma(Store& store, const char* sql, bool onWriter)
{
    const auto ask = [sql](Transaction& transaction) -> Result<std::string> {
        SALLYPORT_ASSIGN(Statement statement, transaction.prepare(sql));
        SALLYPORT_TRY(statement.step());
        return statement.text();
    };
    return onWriter ? *store.write(ask) : *store.read(ask);
}

} // namespace

/// What is SQLCipher's own beside what tst_conformance asks of every store.
class TestStoreBasics : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void load_tellsWhatWaits_andWhatIsOnDisk()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        QCOMPARE(loadOf(store).waiting, std::size_t{0});
        QVERIFY(loadOf(store).bytes > 0);
        std::promise<void> begun, go;
        store->post(
            [&](Transaction&) -> Result<void> {
                begun.set_value();
                go.get_future().wait();
                return {};
            },
            [](const Result<void>&) {});
        begun.get_future().wait();
        store->post([](Transaction& t) { return insertNote(t, 1, "x"); }, [](const Result<void>&) {});
        QCOMPARE(loadOf(store).waiting, std::size_t{1});
        QVERIFY(loadOf(store).lag.count() > 0);
        go.set_value();
        QVERIFY(store->write([](Transaction& t) { return insertNote(t, 2, "x"); }));
        QCOMPARE(loadOf(store).waiting, std::size_t{0});
        QTRY_COMPARE(loadOf(store).lag.count(), 0);
    }

    void changed_isToldOnTheWritersThread()
    {
        TestStore store;
        constexpr Topic<int> topic{"note"};
        std::string thread;
        const auto subscription = store->changeFeed().subscribe(topic, [&](const std::string&, const auto&) {
            std::array<char, 16> name{};
            pthread_getname_np(pthread_self(), name.data(), name.size());
            thread = name.data();
        });
        QVERIFY(store->write([&](Transaction& t) -> Result<void> {
            t.removed(topic, "1");
            return {};
        }));
        QCOMPARE(thread, std::string("journal"));
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

    void rows_ofChangesAndPutTogether_areReadByName()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        const auto changed = store->write([](Transaction& t) -> Result<std::string> {
            SALLYPORT_ASSIGN(Statement insert, t.prepare("INSERT INTO notes (id, body) VALUES (7, 'seven')"));
            SALLYPORT_TRY(insert.run());
            SALLYPORT_ASSIGN(auto rows, t.prepare(changeNote));
            SALLYPORT_ASSIGN(const bool found, rows.bind(1, 7).bind(2, "other").step());
            return found ? std::to_string(rows.row().integer(NoteColumn::Id)) + rows.row().text(NoteColumn::Body) : std::string();
        });
        QCOMPARE(*changed, std::string("7other"));
        const auto asked = store->read([](Transaction& t) -> Result<std::string> {
            SqlText sql;
            sql.add("SELECT ").add(noteColumns.text()).add(", body || '!' FROM notes WHERE id = ").bind(std::int64_t{7});
            SALLYPORT_ASSIGN(auto rows, sql.prepare(t, noteColumns));
            SALLYPORT_TRY(rows.step());
            return rows.row().text(NoteColumn::Body) + ' ' + rows.row().textBeside();
        });
        QCOMPARE(*asked, std::string("other other!"));
        for (const char* columns : {"body, id", "id, bodyguard", "id", "*"}) {
            const auto refused = store->read([&](Transaction& t) -> Result<bool> {
                SqlText sql;
                sql.add("SELECT ").add(columns).add(" FROM notes");
                SALLYPORT_ASSIGN(auto rows, sql.prepare(t, noteColumns));
                return rows.step();
            });
            QVERIFY2(!refused, columns);
            QCOMPARE(refused.error().code, ErrorCode::Internal);
        }
    }

    void statement_emptyBlob_isABlob()
    {
        TestStore store;
        QVERIFY(store->write(createNotes));
        const auto types = store->write([](Transaction& t) -> Result<std::string> {
            SALLYPORT_ASSIGN(Statement insert, t.prepare("INSERT INTO notes (id, body, data) VALUES ($1, $2, $3)"));
            SALLYPORT_TRY(insert.bind(1, 2).bind(2, "").bind(3, std::span<const std::byte>()).run());
            SALLYPORT_ASSIGN(Statement select, t.prepare("SELECT typeof(data) || typeof(body) FROM notes"));
            SALLYPORT_TRY(select.step());
            return select.text();
        });
        QCOMPARE(*types, std::string("blobtext"));
    }

    void about_namesLibrariesAndFile()
    {
        TestStore store;
        const auto about = store->about();
        QVERIFY(about.has_value());
        QCOMPARE(about->product, std::string("SQLCipher"));
        QVERIFY(about->version.starts_with("4."));
        QVERIFY(about->engine.starts_with("SQLite 3."));
        QCOMPARE(about->cipher, std::string("AES-256-CBC, HMAC-SHA512"));
        QCOMPARE(about->pageBytes, std::int64_t{4096});
        QCOMPARE(about->schema, builtInMigrations().back().version);
        QCOMPARE(about->place, store.file().string());
    }

    void now_isThatOfTheInjectedClock_andSteadyTheMachines()
    {
        const ManualClock nodes{UtcTime(std::chrono::seconds(1'790'000'000))};
        const ManualClock machine{UtcTime(std::chrono::seconds(5))};
        TestStore store(&nodes);
        const StoreClock clock(*store, machine);
        QCOMPARE(store->now(), nodes.now());
        QCOMPARE(clock.now(), nodes.now());
        QCOMPARE(clock.steady(), machine.steady());
        // Of a new vault everything is dated by it.
        const auto applied = store->read([](Transaction& t) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(Statement row, t.prepare("SELECT COUNT(*) FROM schema_version WHERE applied_at <> $1"));
            SALLYPORT_TRY(row.bind(1, std::int64_t{1'790'000'000'000'000}).step());
            return row.integer();
        });
        QCOMPARE(*applied, 0);
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
