#include "backend/storage/connection.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

#include <sqlcipher/sqlite3.h>

namespace tst_schema_check {

using namespace sallyport;
using namespace sallyport::storage;
using test::TestStore;

namespace {

bool run(Store& store, std::string_view sql)
{
    const auto done = store.write([&](Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(Statement statement, transaction.prepare(sql));
        return statement.run();
    });
    return done.has_value();
}

/// 30 events, every third of them a sign-in.
void fill(Store& store)
{
    QVERIFY(run(store,
                "INSERT INTO events SELECT value, value, CASE value % 3 WHEN 0 THEN 'auth.login' ELSE 'user.created' END, 0, "
                "value % 2, 'user', 'U', 'Ada', 'ada@x.example', '', '', '', '', '', NULL, '', '', '', '', 0, '', '', x'00' "
                "FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 30) "
                "SELECT value FROM n)"));
}

/// What somebody does who has the database's key and knows SQLite.
QByteArray forge(TestStore& store, std::initializer_list<const char*> statements)
{
    const auto connection = Connection::open(store.file(), TestStore::key(), Connection::Mode::ReadWrite);
    if (!connection)
        return QByteArray::fromStdString(connection.error().detail);
    sqlite3_db_config((*connection)->handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    for (const char* sql : statements)
        if (const auto done = (*connection)->run(sql); !done)
            return QByteArray(sql) + ": " + QByteArray::fromStdString(done.error().detail);
    return {};
}

QByteArray openError(const TestStore& store)
{
    StoreOptions options;
    options.file = store.file();
    options.backups = backupsDirectory(store.directory());
    const auto opened = openStore(options, TestStore::key());
    return opened ? QByteArray() : QByteArray::fromStdString(opened.error().detail);
}

} // namespace

/// What somebody with the database's key puts beside the rows, to change or hide them.
class SchemaCheckTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void indexes_ofAWholeTable_haveEverything()
    {
        TestStore store;
        QVERIFY(!store->findIndexGap("events", "sequence")->has_value());
        fill(*store);
        const auto gap = store->findIndexGap("events", "sequence");
        QVERIFY2(gap, gap ? "" : gap.error().detail.c_str());
        QVERIFY(!gap->has_value());
    }

    void index_emptied_isNamed_andWrittenAnew_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<QByteArray>("ours");
        QTest::addColumn<QByteArray>("narrower");
        QTest::addColumn<int>("lacking");
        QTest::newRow("whole") << QByteArray("events_by_kind") << QByteArray("(kind, sequence)") << QByteArray()
                               << QByteArray("kind <> 'auth.login'") << 3;
        QTest::newRow("partial") << QByteArray("events_by_outcome") << QByteArray("(outcome, sequence)")
                                 << QByteArray(" WHERE outcome <> 0") << QByteArray("outcome <> 0 AND sequence > 9") << 1;
        QTest::newRow("of an expression") << QByteArray("events_by_actor_email") << QByteArray("(lower(actor_email), sequence)")
                                          << QByteArray(" WHERE actor_email <> ''")
                                          << QByteArray("actor_email <> '' AND sequence < 20") << 20;
    }
    void index_emptied_isNamed_andWrittenAnew()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, columns);
        QFETCH(const QByteArray, ours);
        QFETCH(const QByteArray, narrower);
        QFETCH(const int, lacking);
        TestStore store;
        fill(*store);
        store.close();
        const QByteArray made = "CREATE INDEX " + name + " ON events " + columns;
        const QByteArray drop = "DROP INDEX " + name, hidden = made + " WHERE " + narrower;
        const QByteArray told =
            "UPDATE sqlite_master SET sql = '" + QByteArray(made + ours).replace("'", "''") + "' WHERE name = '" + name + "'";
        QCOMPARE(forge(store, {drop.constData(), hidden.constData(), "PRAGMA writable_schema = ON", told.constData()}),
                 QByteArray());
        store.reopen();
        const auto gap = store->findIndexGap("events", "sequence");
        QVERIFY2(gap, gap ? "" : gap.error().detail.c_str());
        QVERIFY(gap->has_value());
        QCOMPARE(QByteArray::fromStdString((*gap)->index), name);
        QCOMPARE((*gap)->row, std::int64_t{lacking});
        QVERIFY(store->rebuildIndexes("events"));
        QVERIFY(!store->findIndexGap("events", "sequence")->has_value());
    }

    void triggerOrView_ofSomebody_keepsTheStoreClosed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray(
            "CREATE TRIGGER planted AFTER INSERT ON events BEGIN UPDATE events SET kind = 'x' WHERE "
            "sequence = new.sequence; END");
        QTest::newRow("view") << QByteArray("CREATE VIEW planted AS SELECT * FROM users");
        QTest::newRow("ours, with another deed")
            << QByteArray("CREATE TRIGGER user_search_planted AFTER INSERT ON users BEGIN DELETE FROM events; END");
    }
    void triggerOrView_ofSomebody_keepsTheStoreClosed()
    {
        QFETCH(const QByteArray, sql);
        TestStore store;
        QVERIFY(run(*store, std::string_view(sql.constData(), static_cast<std::size_t>(sql.size()))));
        store.close();
        QVERIFY2(openError(store).contains("planted"), openError(store).constData());
    }

    void triggersOfOurOwn_areNoneOfSomebodys()
    {
        TestStore store;
        store.reopen();
        store.close();
        QCOMPARE(openError(store), QByteArray());
    }
};

SALLYPORT_GUILESS_TEST(SchemaCheckTest)

} // namespace tst_schema_check
#include "tst_schema_check.moc"
