#include "backend/storage/connection.h"
#include "backend/storage/files.h"
#include "backend/storage/migrations.h"
#include "tests/support/child_process.h"
#include "tests/support/directory_snapshot.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <set>

namespace tst_migrations {

using namespace sallyport;
using namespace sallyport::storage;
using namespace sallyport::test;

namespace {

constexpr Migration first{1, "people",
                          "CREATE TABLE people (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL);"
                          "INSERT INTO people VALUES (1, 'Ada'), (2, 'Grace');"};
constexpr Migration second{2, "pets",
                           "CREATE TABLE pets (id BIGINT PRIMARY KEY, owner BIGINT REFERENCES people (id));"
                           "INSERT INTO pets VALUES (1, 1);"};
/// Rebuilds a table that others point at: the reference dangles inside the transaction.
constexpr Migration third{5, "rebuild",
                          "CREATE TABLE people_new (id BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, born BIGINT);"
                          "INSERT INTO people_new SELECT id, name, NULL FROM people;"
                          "DROP TABLE people; ALTER TABLE people_new RENAME TO people;"};

const ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};

Result<void> noBackup(std::int64_t)
{
    return {};
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_directory;

    std::filesystem::path file() const { return databaseFile(m_directory->path().toStdString()); }
    std::unique_ptr<Connection> open()
    {
        if (!std::filesystem::exists(file()))
            static_cast<void>(createPrivateFile(file()));
        return std::move(*Connection::open(file(), TestStore::key(), Connection::Mode::ReadWrite));
    }
    static std::string versions(Connection& connection)
    {
        return *connection.readText(
            "SELECT group_concat(version || ':' || name, ' ') FROM (SELECT * FROM schema_version ORDER BY version)");
    }

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void builtIn_areOrderedAndUnique()
    {
        std::set<std::int64_t> seen;
        std::int64_t last = 0;
        for (const Migration& migration : builtInMigrations()) {
            QVERIFY(migration.version > last);
            last = migration.version;
            QVERIFY(!migration.name.empty() && !migration.sql.empty());
        }
        QVERIFY(last > 0);
    }

    void builtIn_arePortable()
    {
        // What PostgreSQL does not take, or what would end the one transaction.
        const QRegularExpression forbidden(
            QStringLiteral("\\b(AUTOINCREMENT|PRAGMA|BLOB|WITHOUT\\s+ROWID|INTEGER\\s+PRIMARY\\s+KEY|STRICT|"
                           "DATETIME|BEGIN|COMMIT|ROLLBACK|VACUUM|ATTACH|REPLACE\\s+INTO|OR\\s+(IGNORE|REPLACE)|GLOB)\\b|[`\\[]"),
            QRegularExpression::CaseInsensitiveOption);
        // SQLite's own index of three letters; PostgreSQL has its own and skips this one (docs/decisions/0009-user-search.md).
        constexpr std::int64_t userSearch = 39;
        for (const Migration& migration : builtInMigrations()) {
            if (migration.version == userSearch)
                continue;
            QString sql = QString::fromUtf8(migration.sql.data(), static_cast<qsizetype>(migration.sql.size()));
            sql.remove(QRegularExpression(QStringLiteral("--[^\n]*")));
            sql.remove(QRegularExpression(QStringLiteral("'[^']*'")));
            const auto match = forbidden.match(sql);
            QVERIFY2(!match.hasMatch(), qPrintable(QStringLiteral("%1: %2").arg(migration.version).arg(match.captured())));
        }
    }

    void fresh_getsAll_withoutBackup()
    {
        const auto connection = open();
        const std::array<Migration, 2> known{first, second};
        QVERIFY(migrate(*connection, known, clock,
                        [](std::int64_t) -> Result<void> { return makeError(ErrorCode::Internal, "not expected"); }));
        QCOMPARE(versions(*connection), std::string("1:people 2:pets"));
        QVERIFY(migrate(*connection, known, clock,
                        [](std::int64_t) -> Result<void> { return makeError(ErrorCode::Internal, "not expected"); }));
    }

    void old_getsTheMissing_afterABackup()
    {
        const auto connection = open();
        QVERIFY(migrate(*connection, std::array{first, second}, clock, noBackup));
        std::int64_t from = 0;
        QVERIFY(migrate(*connection, std::array{first, second, third}, clock, [&](std::int64_t version) -> Result<void> {
            from = version;
            return {};
        }));
        QCOMPARE(from, 2);
        QCOMPARE(versions(*connection), std::string("1:people 2:pets 5:rebuild"));
        QCOMPARE(*connection->readText("SELECT group_concat(name) FROM (SELECT name FROM people ORDER BY id)"),
                 std::string("Ada,Grace"));
        QCOMPARE(*connection->readInteger("PRAGMA foreign_keys"), 1);
    }

    void gap_isFilled()
    {
        // Two branches landed in the other order.
        const auto connection = open();
        QVERIFY(migrate(*connection, std::array{first, third}, clock, noBackup));
        QVERIFY(migrate(*connection, std::array{first, second, third}, clock, noBackup));
        QCOMPARE(versions(*connection), std::string("1:people 2:pets 5:rebuild"));
        QCOMPARE(*connection->readInteger("SELECT MIN(applied_at) FROM schema_version"), std::int64_t{1'790'000'000'000'000});
        QCOMPARE(*connection->readInteger("SELECT MAX(applied_at) FROM schema_version"), std::int64_t{1'790'000'000'000'000});
    }

    void newer_isRefused()
    {
        const auto connection = open();
        QVERIFY(migrate(*connection, std::array{first, second, third}, clock, noBackup));
        QCOMPARE(migrate(*connection, std::array{first, second}, clock, noBackup).error().code, ErrorCode::DatabaseNewer);
        QCOMPARE(checkNotNewer(*connection, std::array{first, second}).error().code, ErrorCode::DatabaseNewer);
        QVERIFY(checkNotNewer(*connection, std::array{first, second, third}));
    }

    void failing_leavesTheOldSchemaWhole_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<int>("code");
        QTest::newRow("syntax") << QByteArray("CREATE TABLE fine (id BIGINT); CREATE TABEL wrong (id)")
                                << static_cast<int>(ErrorCode::Internal);
        QTest::newRow("constraint") << QByteArray(
                                           "CREATE TABLE fine (id BIGINT); INSERT INTO people (id, name) VALUES (1, 'again')")
                                    << static_cast<int>(ErrorCode::Conflict);
        QTest::newRow("dangling") << QByteArray("DELETE FROM people WHERE id = 1") << static_cast<int>(ErrorCode::Conflict);
        QTest::newRow("commits by itself") << QByteArray("CREATE TABLE fine (id BIGINT); BEGIN")
                                           << static_cast<int>(ErrorCode::Internal);
    }

    void failing_leavesTheOldSchemaWhole()
    {
        QFETCH(QByteArray, sql);
        QFETCH(int, code);
        const auto connection = open();
        QVERIFY(migrate(*connection, std::array{first, second}, clock, noBackup));
        const Migration bad{7, "bad", std::string_view(sql.constData(), static_cast<std::size_t>(sql.size()))};
        const auto result = migrate(*connection, std::array{first, second, third, bad}, clock, noBackup);
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QVERIFY(!connection->inTransaction());
        QCOMPARE(versions(*connection), std::string("1:people 2:pets"));
        QCOMPARE(*connection->readInteger("SELECT count(*) FROM sqlite_schema WHERE name IN ('fine', 'people_new')"), 0);
        QCOMPARE(*connection->readInteger("SELECT count(*) FROM people"), 2);
    }

    void backupFailing_stopsBeforeAnyChange()
    {
        const auto connection = open();
        QVERIFY(migrate(*connection, std::array{first}, clock, noBackup));
        const auto result = migrate(*connection, std::array{first, second}, clock,
                                    [](std::int64_t) -> Result<void> { return makeError(ErrorCode::DiskFull, "full"); });
        QCOMPARE(result.error().code, ErrorCode::DiskFull);
        QCOMPARE(versions(*connection), std::string("1:people"));
    }

    void openStore_olderDatabase_backsItUpAndMigrates()
    {
        // The first migration only, as an older program left it.
        {
            const auto connection = open();
            QVERIFY(migrate(*connection, builtInMigrations().first(1), clock, noBackup));
        }
        StoreOptions options;
        options.file = file();
        options.backups = backupsDirectory(m_directory->path().toStdString());
        {
            const auto store = openStore(options, TestStore::key());
            QVERIFY(store.has_value());
        }
        std::vector<std::filesystem::path> backups;
        for (const auto& entry : std::filesystem::directory_iterator(options.backups))
            backups.push_back(entry.path());
        QCOMPARE(backups.size(), std::size_t{1});
        QVERIFY(backups[0].filename().string().starts_with("sallyport-schema-1-"));
        QCOMPARE(std::filesystem::status(backups[0]).permissions(), std::filesystem::perms(0600));
        QVERIFY(!fileBytes(backups[0]).starts_with("SQLite format 3"));
        const auto copy = Connection::open(backups[0], TestStore::key(), Connection::Mode::Look);
        QVERIFY(copy.has_value());
        QCOMPARE(*(*copy)->readInteger("SELECT count(*) FROM schema_version"), 1);
        // Once only
        QVERIFY(openStore(options, TestStore::key()).has_value());
        QCOMPARE(std::distance(std::filesystem::directory_iterator(options.backups), {}), 1);
    }

    void openStore_manyOldBackups_keepsTheNewestAndForeignFiles()
    {
        {
            const auto connection = open();
            QVERIFY(migrate(*connection, builtInMigrations().first(1), clock, noBackup));
        }
        StoreOptions options;
        options.file = file();
        options.backups = backupsDirectory(m_directory->path().toStdString());
        QVERIFY(prepareDataDirectory(options.backups));
        const auto now = std::filesystem::file_time_type::clock::now();
        for (int day = 1; day <= 8; ++day) {
            const auto old = options.backups / ("sallyport-schema-1-day" + std::to_string(day) + ".db");
            std::ofstream(old) << "old";
            std::filesystem::last_write_time(old, now - std::chrono::days(day));
        }
        std::ofstream(options.backups / "mine.db") << "an operator's own";

        QVERIFY(openStore(options, TestStore::key()).has_value());

        QCOMPARE(std::distance(std::filesystem::directory_iterator(options.backups), {}), 6);
        QVERIFY(std::filesystem::exists(options.backups / "mine.db"));
        QVERIFY(std::filesystem::exists(options.backups / "sallyport-schema-1-day4.db"));
        QVERIFY(!std::filesystem::exists(options.backups / "sallyport-schema-1-day5.db"));
    }

    void openStore_olderDatabaseAndFullDisk_staysOld()
    {
        {
            const auto connection = open();
            QVERIFY(migrate(*connection, builtInMigrations().first(1), clock, noBackup));
        }
        const std::string before = fileBytes(file());
        StoreOptions options;
        options.file = file();
        options.backups = backupsDirectory(m_directory->path().toStdString());
        for (const rlim_t limit : {rlim_t{10000}, rlim_t{before.size() - 1}, rlim_t{before.size() + 5000}}) {
            const int code = inChild([&] {
                limitFileSize(limit);
                return exitCodeOf(openStore(options, TestStore::key()));
            });
            QCOMPARE(code, static_cast<int>(ErrorCode::DiskFull));
            const auto connection = open();
            QCOMPARE(*connection->readInteger("SELECT count(*) FROM schema_version"), 1);
        }
        QVERIFY(openStore(options, TestStore::key()).has_value());
    }
};

SALLYPORT_GUILESS_TEST(TestMigrations)

} // namespace tst_migrations
#include "tst_migrations.moc"
