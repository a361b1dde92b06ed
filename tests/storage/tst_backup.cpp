#include "backend/storage/connection.h"
#include "tests/support/child_process.h"
#include "tests/support/directory_snapshot.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QProcess>
#include <QtTest>

namespace tst_backup {

using namespace sallyport;
using namespace sallyport::storage;
using namespace sallyport::test;

namespace {

constexpr std::string_view marker = "PLANTED-MARKER-4711";

Result<void> plant(Transaction& transaction, std::int64_t id)
{
    SALLYPORT_ASSIGN(Statement statement,
                     transaction.prepare("INSERT INTO settings (key, value, updated_at) VALUES ($1, $2, 0)"));
    return statement.bind(1, std::string(marker) + std::to_string(id)).bind(2, std::string(500, 'q') + std::string(marker)).run();
}

Result<std::int64_t> countSettings(Transaction& transaction)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("SELECT count(*) FROM settings"));
    SALLYPORT_TRY(statement.step());
    return statement.integer();
}

} // namespace

/// Backups, integrity checks, and what the files on disk give away.
class TestBackup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asvs_14_2_4_planted_appearsInNoFile()
    {
        QTemporaryDir temporary;
        qputenv("SQLITE_TMPDIR", temporary.path().toUtf8());
        TestStore store;
        for (int i = 0; i < 300; ++i)
            store->post([i](Transaction& t) { return plant(t, i); }, [](Result<void>) {});
        const auto sorted = store->read([](Transaction& t) -> Result<std::int64_t> { // needs a temporary index
            SALLYPORT_ASSIGN(
                Statement statement,
                t.prepare("SELECT count(*) FROM (SELECT DISTINCT value || key FROM settings ORDER BY value || key DESC)"));
            SALLYPORT_TRY(statement.step());
            return statement.integer();
        });
        QVERIFY(sorted.has_value());
        QVERIFY(store->write([](Transaction& t) { return plant(t, 1000); }));
        QVERIFY(store->backupTo(store.directory() / "copy.db"));
        const auto filesThatTell = [](const std::filesystem::path& directory) {
            std::string names;
            for (const auto& [name, bytes] : snapshot(directory)) {
                for (const std::string_view text :
                     {marker, std::string_view("SQLite format 3"), std::string_view("CREATE TABLE")})
                    names += bytes.find(text) == std::string::npos ? "" : name + ' ';
            }
            return names;
        };
        QCOMPARE(snapshot(store.directory()).size(), std::size_t{4}); // database, -wal, -shm, copy
        QCOMPARE(filesThatTell(store.directory()), std::string());
        QCOMPARE(filesThatTell(temporary.path().toStdString()), std::string());
        store.close();
        QCOMPARE(filesThatTell(store.directory()), std::string());
        qunsetenv("SQLITE_TMPDIR");
    }

    void commandLine_opensWithTheRawKeyOnly()
    {
        TestStore store;
        QVERIFY(store->write([](Transaction& t) { return plant(t, 1); }));
        store.close();
        const auto ask = [&](const std::string& pragma) {
            QProcess sqlcipher;
            sqlcipher.start(QStringLiteral("sqlcipher"), {QString::fromStdString(store.file().string())});
            if (!sqlcipher.waitForStarted())
                return QByteArray("missing");
            sqlcipher.write(QByteArray::fromStdString(pragma + "\nSELECT count(*) FROM settings;\n"));
            sqlcipher.closeWriteChannel();
            sqlcipher.waitForFinished();
            return sqlcipher.readAllStandardOutput();
        };
        const QByteArray right = ask("PRAGMA key = \"x'" + toHex(TestStore::key().bytes()) + "'\";");
        if (right == "missing")
            QSKIP("the sqlcipher command is not installed");
        QVERIFY2(right.contains("\n1\n") || right.startsWith("1\n"), right.constData());
        QVERIFY(!ask("PRAGMA key = \"x'" + toHex(Bytes(32, std::byte{1})) + "'\";").contains("1"));
        QVERIFY(!ask("").contains("1"));
    }

    void backup_isCompleteAndEncrypted()
    {
        TestStore store;
        for (int i = 0; i < 50; ++i)
            QVERIFY(store->write([i](Transaction& t) { return plant(t, i); }));
        const std::filesystem::path target = store.directory() / "copy.db";
        QVERIFY(store->backupTo(target));
        QCOMPARE(std::filesystem::status(target).permissions(), std::filesystem::perms(0600));
        QCOMPARE(store->backupTo(target).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(store->backupTo(store.directory() / "nowhere" / "copy.db").error().code, ErrorCode::NotWritable);

        StoreOptions options;
        options.file = target;
        options.backups = store.directory() / "backups";
        const auto copy = openStore(options, TestStore::key());
        QVERIFY(copy.has_value());
        QCOMPARE(*(*copy)->read(countSettings), 50);
        QVERIFY((*copy)->verifyIntegrity());
        QVERIFY(!std::filesystem::exists(options.backups)); // same schema: nothing to migrate
    }

    void backup_duringWrites_isOneMoment()
    {
        TestStore store;
        std::atomic<bool> stop = false;
        std::thread writer([&] {
            for (int i = 0; !stop; ++i) { // always two rows at a time
                const auto written = store->write([i](Transaction& t) -> Result<void> {
                    SALLYPORT_TRY(plant(t, 2 * i));
                    return plant(t, 2 * i + 1);
                });
                if (!written)
                    return;
            }
        });
        for (int round = 0; round < 5; ++round) {
            const std::filesystem::path target = store.directory() / ("copy" + std::to_string(round) + ".db");
            const auto done = store->backupTo(target);
            const auto copy = Connection::open(target, TestStore::key(), Connection::Mode::Look);
            const std::int64_t rows = copy ? (*copy)->readInteger("SELECT count(*) FROM settings").value() : -1;
            if (!done || rows < 0 || rows % 2 != 0) {
                stop = true;
                writer.join();
                QFAIL("the copy is not one moment of the database");
            }
        }
        stop = true;
        writer.join();
    }

    void backup_diskFull_leavesNothing()
    {
        TestStore store;
        store.close();
        const auto before = snapshot(store.directory());
        const int code = inChild([&] {
            StoreOptions options;
            options.file = store.file();
            options.backups = store.directory() / "backups";
            auto opened = openStore(options, TestStore::key());
            if (!opened)
                return 251;
            limitFileSize(40000);
            return exitCodeOf((*opened)->backupTo(store.directory() / "copy.db"));
        });
        QCOMPARE(code, static_cast<int>(ErrorCode::DiskFull));
        store.reopen();
        store.close();
        QVERIFY(snapshot(store.directory()).size() == before.size());
    }

    void verify_good_isFine_alsoBesideWrites()
    {
        TestStore store;
        for (int i = 0; i < 20; ++i)
            QVERIFY(store->write([i](Transaction& t) { return plant(t, i); }));
        QVERIFY(store->verifyIntegrity());
        std::atomic<bool> stop = false;
        std::thread writer([&] {
            for (int i = 1000; !stop; ++i) {
                if (!store->write([i](Transaction& t) { return plant(t, i); }))
                    return;
            }
        });
        bool good = true;
        for (int round = 0; round < 10; ++round)
            good = good && store->verifyIntegrity().has_value();
        stop = true;
        writer.join();
        QVERIFY(good);
    }

    void verify_changedPage_namesIt()
    {
        TestStore store;
        for (int i = 0; i < 100; ++i)
            QVERIFY(store->write([i](Transaction& t) { return plant(t, i); }));
        QVERIFY(store->verifyIntegrity()); // everything is in the main file now
        std::string bytes = fileBytes(store.file());
        const std::size_t page = bytes.size() / 4096 - 2;
        bytes[page * 4096 + 2000] = static_cast<char>(bytes[page * 4096 + 2000] ^ 1);
        {
            std::fstream stream(store.file(), std::ios::binary | std::ios::in | std::ios::out);
            stream.seekp(static_cast<std::streamoff>(page * 4096 + 2000));
            stream.put(bytes[page * 4096 + 2000]);
        }
        const auto result = store->verifyIntegrity();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::DatabaseDamaged);
        QVERIFY2(result.error().detail.find("page " + std::to_string(page + 1)) != std::string::npos,
                 result.error().detail.c_str());
    }
};

SALLYPORT_GUILESS_TEST(TestBackup)

} // namespace tst_backup
#include "tst_backup.moc"
