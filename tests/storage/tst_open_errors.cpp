#include "backend/storage/connection.h"
#include "backend/storage/file_check.h"
#include "backend/storage/instance_lock.h"
#include "backend/storage/private_files.h"
#include "tests/support/child_process.h"
#include "tests/support/directory_snapshot.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <sqlcipher/sqlite3.h>
#include <unistd.h>

namespace tst_open_errors {

using namespace sallyport;
using namespace sallyport::storage;
using namespace sallyport::test;

namespace {

constexpr std::size_t pageSize = 4096;

SecretBytes otherKey()
{
    return SecretBytes(Bytes(32, std::byte{0x2b}));
}

StoreOptions optionsFor(const TestStore& store)
{
    StoreOptions options;
    options.file = store.file();
    options.backups = backupsDirectory(store.directory());
    return options;
}

ErrorCode openError(const StoreOptions& options, const SecretBytes& key)
{
    const auto store = openStore(options, key);
    return store ? ErrorCode::NotImplemented : store.error().code; // NotImplemented stands for "it opened"
}

ErrorCode openError(const TestStore& store)
{
    return openError(optionsFor(store), TestStore::key());
}

/// A database made with the bare C interface, as another program or an older SQLCipher would.
void makeForeign(const std::filesystem::path& file, const char* pragmas, bool encrypted)
{
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    if (encrypted) {
        const std::string key = "x'" + toHex(TestStore::key().bytes()) + "'";
        QCOMPARE(sqlite3_key_v2(database, "main", key.data(), static_cast<int>(key.size())), SQLITE_OK);
    }
    QCOMPARE(sqlite3_exec(database, pragmas, nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "CREATE TABLE t (a); INSERT INTO t VALUES ('x')", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(database);
}

Result<void> fill(Transaction& transaction, std::size_t bytes)
{
    SALLYPORT_ASSIGN(Statement statement,
                     transaction.prepare("INSERT INTO settings (key, value, updated_at) VALUES (hex(randomblob(16)), $1, 0)"));
    return statement.bind(1, std::string(bytes, 'x')).run();
}

} // namespace

/// Every way in which a vault does not open has its own error and changes no byte (issue, "Vault and store").
class TestOpenErrors : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void missing_isItsOwnError()
    {
        QTemporaryDir directory;
        StoreOptions options;
        options.file = databaseFile(directory.path().toStdString());
        QCOMPARE(openError(options, TestStore::key()), ErrorCode::DatabaseMissing);
        options.file = options.file / "below" / "nothing";
        QCOMPARE(openError(options, TestStore::key()), ErrorCode::DatabaseMissing);
        QVERIFY(snapshot(directory.path().toStdString()).empty());
    }

    void create_overExisting_isRefused()
    {
        TestStore store;
        store.close();
        const auto before = snapshot(store.directory());
        StoreOptions options = optionsFor(store);
        options.create = true;
        QCOMPARE(openError(options, TestStore::key()), ErrorCode::AlreadyExists);
        QVERIFY(snapshot(store.directory()) == before);
    }

    void create_besideAStrayWal_isRefused()
    {
        QTemporaryDir directory;
        StoreOptions options;
        options.file = databaseFile(directory.path().toStdString());
        options.create = true;
        setFileBytes(options.file.string() + "-wal", "left");
        QCOMPARE(openError(options, TestStore::key()), ErrorCode::AlreadyExists);
        QVERIFY(!std::filesystem::exists(options.file));
    }

    void wrongKey_isDamagedOrForeign()
    {
        TestStore store;
        store.close();
        const auto before = snapshot(store.directory());
        QCOMPARE(openError(optionsFor(store), otherKey()), ErrorCode::DatabaseDamaged);
        QCOMPARE(openError(optionsFor(store), SecretBytes(16)), ErrorCode::CryptoFailure);
        QVERIFY(snapshot(store.directory()) == before);
    }

    void plainSqlite_isItsOwnError()
    {
        TestStore store;
        store.close();
        std::filesystem::remove(store.file());
        makeForeign(store.file(), "", false);
        const auto before = snapshot(store.directory());
        QCOMPARE(openError(store), ErrorCode::DatabasePlain);
        QVERIFY(snapshot(store.directory()) == before);
    }

    void sqlcipher3_isItsOwnError()
    {
        TestStore store;
        store.close();
        std::filesystem::remove(store.file());
        makeForeign(store.file(), "PRAGMA cipher_compatibility = 3", true);
        const auto before = snapshot(store.directory());
        QCOMPARE(openError(store), ErrorCode::DatabaseOldCipher);
        QVERIFY(snapshot(store.directory()) == before);
    }

    void truncated_isDamaged()
    {
        TestStore store;
        store.close();
        const std::string good = fileBytes(store.file());
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{15}, std::size_t{100}, pageSize - 1, pageSize,
                                       pageSize + 1, good.size() / 2, good.size() - pageSize, good.size() - 1}) {
            setFileBytes(store.file(), good.substr(0, size));
            const auto before = snapshot(store.directory());
            const auto result = openStore(optionsFor(store), TestStore::key());
            QVERIFY2(!result, qPrintable(QString::number(size)));
            QCOMPARE(result.error().code, ErrorCode::DatabaseDamaged);
            QVERIFY(snapshot(store.directory()) == before);
        }
        setFileBytes(store.file(), good + "x");
        QCOMPARE(openError(store), ErrorCode::DatabaseDamaged);
        setFileBytes(store.file(), good);
        store.reopen();
    }

    void flippedByte_inAnyPage_isDamaged()
    {
        TestStore store;
        store.close();
        const std::string good = fileBytes(store.file());
        for (std::size_t page = 0; page < good.size() / pageSize; ++page) {
            std::string bytes = good;
            const std::size_t at = page * pageSize + (page * 997) % pageSize;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
            setFileBytes(store.file(), bytes);
            const auto before = snapshot(store.directory());
            const auto result = openStore(optionsFor(store), TestStore::key());
            QVERIFY2(!result, qPrintable(QStringLiteral("page %1").arg(page + 1)));
            QCOMPARE(result.error().code, ErrorCode::DatabaseDamaged);
            QVERIFY(snapshot(store.directory()) == before);
        }
    }

    void swappedPages_areDamaged()
    {
        TestStore store;
        store.close();
        std::string bytes = fileBytes(store.file());
        std::swap_ranges(bytes.begin() + 1 * pageSize, bytes.begin() + 2 * pageSize, bytes.begin() + 3 * pageSize);
        setFileBytes(store.file(), bytes);
        QCOMPARE(openError(store), ErrorCode::DatabaseDamaged);
    }

    void flippedByte_metWhileReading_isAnErrorNeverWrongData()
    {
        // What happens in a file too large to be authenticated at opening.
        TestStore store;
        for (int i = 0; i < 50; ++i)
            QVERIFY(store->write([](Transaction& t) { return fill(t, 2000); }));
        store.close();
        const std::string good = fileBytes(store.file());
        int errors = 0;
        for (std::size_t page = 1; page < good.size() / pageSize; ++page) {
            std::string bytes = good;
            bytes[page * pageSize + 100] = static_cast<char>(bytes[page * pageSize + 100] ^ 1);
            setFileBytes(store.file(), bytes);
            auto connection = Connection::open(store.file(), TestStore::key(), Connection::Mode::Look);
            if (!connection) {
                QCOMPARE(connection.error().code, ErrorCode::DatabaseDamaged);
                ++errors;
                continue;
            }
            auto sum = (*connection)->readInteger("SELECT sum(length(value)) FROM settings NOT INDEXED");
            if (sum) {
                QCOMPARE(*sum, 100000);
            } else {
                QCOMPARE(sum.error().code, ErrorCode::DatabaseDamaged);
                ++errors;
            }
        }
        QVERIFY(errors >= 25);
    }

    void newerSchema_isItsOwnError()
    {
        TestStore store;
        QVERIFY(store->write([](Transaction& t) -> Result<void> {
            SALLYPORT_ASSIGN(Statement statement,
                             t.prepare("INSERT INTO schema_version (version, name, applied_at) VALUES (9999, 'later', 0)"));
            return statement.run();
        }));
        store.close();
        const auto before = snapshot(store.directory());
        QCOMPARE(openError(store), ErrorCode::DatabaseNewer);
        QVERIFY(snapshot(store.directory()) == before);
    }

    void notWritable_isItsOwnError()
    {
        TestStore store;
        store.close();
        namespace fs = std::filesystem;
        const auto openAsNobody = [&] {
            return inChild([&] {
                dropRoot();
                return exitCodeOf(openStore(optionsFor(store), TestStore::key()));
            });
        };
        fs::permissions(store.directory(), fs::perms(0555));
        fs::permissions(store.file(), fs::perms(0444));
        const auto before = snapshot(store.directory());
        QCOMPARE(openAsNobody(), static_cast<int>(ErrorCode::NotWritable));
        fs::permissions(store.file(), fs::perms(0666)); // only the directory is closed: no -wal can be made
        QCOMPARE(openAsNobody(), static_cast<int>(ErrorCode::NotWritable));
        fs::permissions(store.file(), fs::perms(0444));
        QVERIFY(snapshot(store.directory()) == before);
        fs::permissions(store.directory(), fs::perms(0700));

        StoreOptions options;
        options.file = store.file() / "below-a-file.db";
        options.create = true;
        QCOMPARE(openError(options, TestStore::key()), ErrorCode::NotWritable);
    }

    void create_diskFull_leavesNothing()
    {
        QTemporaryDir directory;
        StoreOptions options;
        options.file = databaseFile(directory.path().toStdString());
        options.create = true;
        for (const rlim_t limit : {rlim_t{0}, rlim_t{1000}, rlim_t{5000}, rlim_t{20000}, rlim_t{60000}}) {
            const int code = inChild([&] {
                limitFileSize(limit);
                return exitCodeOf(openStore(options, TestStore::key()));
            });
            QCOMPARE(code, static_cast<int>(ErrorCode::DiskFull));
            QVERIFY(snapshot(directory.path().toStdString()).empty());
        }
    }

    void write_diskFull_isItsOwnErrorAndKeepsWhatWas()
    {
        TestStore store;
        QVERIFY(store->write([](Transaction& t) { return fill(t, 1000); }));
        store.close();
        const int code = inChild([&] {
            auto opened = openStore(optionsFor(store), TestStore::key());
            if (!opened)
                return 251;
            limitFileSize(500000);
            for (int i = 0; i < 1000; ++i) {
                const auto written = (*opened)->write([](Transaction& t) { return fill(t, 100000); });
                if (!written) {
                    const bool readable =
                        (*opened)->read([](Transaction& t) { return t.prepare("SELECT 1 FROM settings"); }).has_value();
                    const auto small = (*opened)->write([](Transaction& t) { return fill(t, 200000); });
                    return readable && !small ? static_cast<int>(written.error().code) : 252;
                }
            }
            return 253;
        });
        QCOMPARE(code, static_cast<int>(ErrorCode::DiskFull));
        store.reopen();
        const auto rows = store->read([](Transaction& t) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(Statement statement, t.prepare("SELECT count(*) FROM settings WHERE length(value) = 1000"));
            SALLYPORT_TRY(statement.step());
            return statement.integer();
        });
        QCOMPARE(*rows, 1);
        QVERIFY(store->verifyIntegrity());
    }

    void secondInstance_isItsOwnError()
    {
        TestStore store;
        auto first = InstanceLock::acquire(store.directory());
        QVERIFY(first.has_value());
        store.close();
        const auto before = snapshot(store.directory());
        QCOMPARE(InstanceLock::acquire(store.directory()).error().code, ErrorCode::DatabaseLocked);
        QCOMPARE(inChild([&] { return exitCodeOf(InstanceLock::acquire(store.directory())); }),
                 static_cast<int>(ErrorCode::DatabaseLocked));
        QVERIFY(snapshot(store.directory()) == before);
        first = makeError(ErrorCode::Internal, "released");
        QVERIFY(InstanceLock::acquire(store.directory()).has_value());
        QCOMPARE(InstanceLock::acquire(store.file()).error().code, ErrorCode::NotWritable); // below a file
    }

    void dataDirectory_rules_areKept()
    {
        namespace fs = std::filesystem;
        QTemporaryDir parent;
        const fs::path directory = fs::path(parent.path().toStdString()) / "a" / "data";
        QVERIFY(prepareDataDirectory(directory));
        QCOMPARE(fs::status(directory).permissions(), fs::perms(0700));
        fs::permissions(directory, fs::perms(0755));
        QVERIFY(prepareDataDirectory(directory)); // empty: closed
        QCOMPARE(fs::status(directory).permissions(), fs::perms(0700));
        setFileBytes(directory / "letter.txt", "somebody's");
        QVERIFY(prepareDataDirectory(directory)); // closed already
        fs::permissions(directory, fs::perms(0755));
        QCOMPARE(prepareDataDirectory(directory).error().code, ErrorCode::InvalidArgument); // a home, /tmp
        QCOMPARE(fs::status(directory).permissions(), fs::perms(0755));
        setFileBytes(keyringFile(directory), "{}");
        QVERIFY(prepareDataDirectory(directory)); // ours
        QCOMPARE(fs::status(directory).permissions(), fs::perms(0700));
        QCOMPARE(prepareDataDirectory(directory / "letter.txt").error().code, ErrorCode::NotWritable);
        QCOMPARE(prepareDataDirectory(directory / "letter.txt" / "below").error().code, ErrorCode::NotWritable);
    }

    void filesOfOthers_andLinks_areRefusedBeforeAnythingChanges()
    {
        namespace fs = std::filesystem;
        QTemporaryDir parent;
        const fs::path directory = fs::path(parent.path().toStdString()) / "data";
        QVERIFY(prepareDataDirectory(directory));
        fs::create_directory(directory / "tls");
        const std::vector<std::string> ours{"keyring.json", "sallyport.db", "sallyport.db-wal", "audit.anchor",
                                            "nonces",       "about.json",   "sallyport.lock"};
        const fs::path elsewhere = fs::path(parent.path().toStdString()) / "elsewhere";
        setFileBytes(elsewhere, "x");
        fs::permissions(elsewhere, fs::perms(0666));
        for (const std::string& name : ours)
            setFileBytes(directory / name, "x");
        fs::create_symlink(elsewhere, directory / "tls" / "certificate.pem"); // where some other program keeps it
        fs::permissions(directory / "sallyport.db", fs::perms(0600));
        const auto closed = closeToOthers(directory);
        QVERIFY2(closed, closed ? "" : closed.error().detail.c_str());
        for (const std::string& name : ours) {
            const fs::path file = directory / name;
            fs::rename(file, directory / "kept");
            fs::create_symlink(elsewhere, file);
            fs::permissions(directory, fs::perms(0777));
            const auto linked = closeToOthers(directory);
            QVERIFY2(!linked && linked.error().detail.starts_with(file.string() + " is a link"), name.c_str());
            QCOMPARE(fs::status(directory).permissions(), fs::perms(0777));
            fs::remove(file);
            fs::rename(directory / "kept", file);
            QVERIFY(closeToOthers(directory));
        }
        QCOMPARE(fs::status(elsewhere).permissions(), fs::perms(0666));
        if (::geteuid() != 0)
            QSKIP("Only root gives files away.");
        for (const std::string& name : {std::string("keyring.json"), std::string("sallyport.db"), std::string("audit.anchor"),
                                        std::string("tls"), std::string("tls/certificate.pem")}) {
            const fs::path file = directory / name;
            QCOMPARE(::lchown(file.c_str(), 12345, 12345), 0);
            const auto theirs = closeToOthers(directory);
            QVERIFY2(!theirs && theirs.error().detail.starts_with(file.string() + " belongs to user 12345"), name.c_str());
            QCOMPARE(::lchown(file.c_str(), 0, 0), 0);
        }
        // The directory's owner, and root.
        QCOMPARE(::chown(directory.c_str(), 12345, 12345), 0);
        QCOMPARE(::lchown(keyringFile(directory).c_str(), 12345, 12345), 0);
        QVERIFY(closeToOthers(directory));
        QCOMPARE(::lchown(keyringFile(directory).c_str(), 12346, 12346), 0);
        QVERIFY(!closeToOthers(directory));
    }
};

SALLYPORT_GUILESS_TEST(TestOpenErrors)

} // namespace tst_open_errors
#include "tst_open_errors.moc"
