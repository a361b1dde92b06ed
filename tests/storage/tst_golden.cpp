#include "backend/storage/connection.h"
#include "backend/storage/migrations.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <algorithm>

namespace tst_golden {

using namespace sallyport;
using namespace sallyport::storage;
using test::TestStore;

namespace {

enum class SchemaColumn { Type, Name, Table, Sql, End };

/// Everything that makes up the schema, in one text. White space does not count: ALTER TABLE keeps it its own way.
Result<std::string> schemaOf(Connection& connection)
{
    std::string text;
    SALLYPORT_ASSIGN(Statement statement,
                     connection.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name"));
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, statement.step());
        if (!row)
            return text;
        const Row<SchemaColumn> part(statement);
        std::string sql = part.text(SchemaColumn::Sql);
        std::erase_if(sql, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
        text += part.text(SchemaColumn::Type) + ' ' + part.text(SchemaColumn::Name) + ' ' + part.text(SchemaColumn::Table) + ' ' +
                sql + '\n';
    }
}

/// All rows of a query, values separated by bars.
Result<std::string> rowsOf(Connection& connection, std::string_view sql)
{
    std::string text;
    SALLYPORT_ASSIGN(Statement statement, connection.prepare(sql));
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, statement.step());
        if (!row)
            return text;
        text += statement.text() + '\n';
    }
}

constexpr std::string_view goldenRows = "SELECT sequence || '|' || time || '|' || kind || '|' || actor_name || '|' || "
                                        "details || '|' || hex(address_key) || '|' || hex(hash)"
                                        " FROM events ORDER BY sequence";
constexpr std::string_view goldenText =
    "1|1700000000000000|user.created|Zo\xc3\xab O'Brien <b>&|{\"a\":\"1|2\"}|00000000000000000000FFFFC0000201|AAAA\n"
    "2|1700000001000000|login||||BBBB\n";

std::filesystem::path goldenFile()
{
    return std::filesystem::path(SALLYPORT_GOLDEN) / "schema-1.db";
}

Result<void> makeGolden(const std::filesystem::path& file)
{
    SALLYPORT_TRY(createPrivateFile(file));
    SALLYPORT_ASSIGN(const auto connection, Connection::open(file, TestStore::key(), Connection::Mode::ReadWrite));
    SALLYPORT_TRY(migrate(*connection, builtInMigrations().first(1), ManualClock(UtcTime{}),
                          [](std::int64_t) -> Result<void> { return {}; }));
    return connection->run(
        "INSERT INTO events VALUES"
        " (1, 1700000000000000, 'user.created', 0, 0, 'user', 'u1', 'Zo\xc3\xab O''Brien <b>&', 'zoe@example', '', '', "
        "'', '', '192.0.2.1',"
        " x'00000000000000000000FFFFC0000201', '', 'r1', 'POST', '/api/users', 201, '', '{\"a\":\"1|2\"}', x'AAAA'),"
        " (2, 1700000001000000, 'login', 1, 1, '', '', '', '', '', '', '', '', '', NULL, '', '', '', '', 401, '', '', "
        "x'BBBB')");
}

} // namespace

/// A database of an older schema, kept in the repository, becomes what a new one is, and keeps its rows.
/// After releasing a schema, add a file: SALLYPORT_WRITE_GOLDEN=<new file> tst_golden.
class TestGolden : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray target = qgetenv("SALLYPORT_WRITE_GOLDEN");
        if (!target.isEmpty())
            QVERIFY(makeGolden(target.toStdString()));
    }

    void schema1_migrated_equalsANewDatabase()
    {
        TestStore fresh;
        fresh.close();
        TestStore old;
        old.close();
        std::filesystem::copy_file(goldenFile(), old.file(), std::filesystem::copy_options::overwrite_existing);
        std::filesystem::permissions(old.file(), std::filesystem::perms(0600)); // git keeps no such mode
        old.reopen();
        QVERIFY(old->verifyIntegrity());
        old.close();

        const auto migrated = Connection::open(old.file(), TestStore::key(), Connection::Mode::Look);
        const auto created = Connection::open(fresh.file(), TestStore::key(), Connection::Mode::Look);
        QVERIFY(migrated.has_value());
        QVERIFY(created.has_value());
        QCOMPARE(*schemaOf(**migrated), *schemaOf(**created));
        constexpr std::string_view versions = "SELECT version || ' ' || name FROM schema_version ORDER BY version";
        QCOMPARE(*rowsOf(**migrated, versions), *rowsOf(**created, versions));
        QCOMPARE(*rowsOf(**migrated, goldenRows), std::string(goldenText));
        // What later migrations put in is there as well.
        QVERIFY(*(*migrated)->readInteger("SELECT count(*) FROM roles") > 0);
        QCOMPARE(*(*migrated)->readInteger("SELECT count(*) FROM roles"), *(*created)->readInteger("SELECT count(*) FROM roles"));
    }

    void schema1_inTheRepository_isEncrypted()
    {
        QFile file(QString::fromStdString(goldenFile().string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.startsWith("SQLite format 3"));
        QVERIFY(!bytes.contains("O'Brien") && !bytes.contains("CREATE TABLE"));
    }
};

SALLYPORT_GUILESS_TEST(TestGolden)

} // namespace tst_golden
#include "tst_golden.moc"
