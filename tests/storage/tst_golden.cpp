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

    /// 0126: whoever has changed a destination last by the journal answers for it.
    void destinations_getTheirAuthorsFromTheJournal()
    {
        TestStore store;
        store.close();
        std::filesystem::remove(store.file());
        QVERIFY(createPrivateFile(store.file()));
        const auto all = builtInMigrations();
        const auto older = all.first(static_cast<std::size_t>(
            std::ranges::find_if(all, [](const Migration& one) { return one.version >= 126; }) - all.begin()));
        const auto noBackup = [](std::int64_t) -> Result<void> { return {}; };
        const auto connection = Connection::open(store.file(), TestStore::key(), Connection::Mode::ReadWrite);
        QVERIFY(connection && migrate(**connection, older, ManualClock(UtcTime{}), noBackup));
        const auto output = [](const char* id) {
            return std::string("INSERT INTO outputs VALUES ('") + id + "', '" + id + "', '" + id +
                   "', 'file', 'f', '', 'jsonl', '', '', '', '', 65536, 1, 1, NULL, 0, 0, 'Zoe', 0, 1);";
        };
        const auto event = [](int number, const char* kind, const char* actor, const char* object) {
            return "INSERT INTO events (sequence, time, kind, severity, outcome, actor_kind, actor_id, actor_name, actor_email, "
                   "object_kind, object_id, object_name, object_email, address, user_agent, request_id, method, path, status, "
                   "reason, details, hash) VALUES (" +
                   std::to_string(number) + ", 0, '" + kind + "', 0, 0, " + actor + ", '', 'output', '" + object +
                   "', '', '', '', '', '', '', '', 0, '', '', x'AA');";
        };
        std::string rows = "INSERT INTO service_accounts VALUES ('sa', 'Robot', 'robot', '', 'active', 0, '', 0, 1);"
                           "INSERT INTO api_keys (id, service_account_id, name, scopes, secret_hash, lifetime_seconds, "
                           "created_at, created_by, expires_at) VALUES ('k1', 'sa', 'k', '', x'AA', 1, 0, '', 1);";
        for (const char* id : {"byuser", "bykey", "bygone", "bysystem", "bynobody"})
            rows += output(id);
        rows += event(1, "output.created", "'user', 'u1', 'Ada'", "byuser");
        rows += event(2, "output.changed", "'operator', 'u2', 'Bo'", "byuser");
        rows += event(3, "output.tested", "'user', 'u3', 'Cy'", "byuser");
        rows += event(4, "output.created", "'api_key', 'k1', 'Robot'", "bykey");
        rows += event(5, "output.created", "'api_key', 'k2', 'Gone'", "bygone");
        rows += event(6, "output.created", "'system', '', 'Command line'", "bysystem");
        const auto stored = (*connection)->run(rows);
        QVERIFY2(stored, stored ? "" : stored.error().detail.c_str());
        QVERIFY(migrate(**connection, all, ManualClock(UtcTime{}), noBackup));
        QCOMPARE(*rowsOf(**connection,
                         "SELECT id || '|' || author_kind || '|' || author_id || '|' || author_key || '|' || author_name FROM "
                         "outputs ORDER BY id"),
                 std::string("bygone|user||k2|Gone\nbykey|user|sa|k1|Robot\nbynobody|product|||\n"
                             "bysystem|system|||Command line\nbyuser|user|u2||Bo\n"));
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
