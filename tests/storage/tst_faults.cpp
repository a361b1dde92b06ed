#include "tests/support/test_main.h"
#include "tests/support/test_store.h"
#include "tests/support/thrown_rows.h"

#include <QtTest>

#include <future>
#include <mutex>
#include <vector>

namespace tst_faults {

using namespace sallyport;
using namespace sallyport::storage;
using test::Thrown;

namespace {

Result<void> makeTable(Transaction& transaction)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("CREATE TABLE notes (id BIGINT NOT NULL PRIMARY KEY)"));
    return statement.run();
}

Result<void> add(Transaction& transaction, std::int64_t id)
{
    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("INSERT INTO notes (id) VALUES ($1)"));
    return statement.bind(1, id).run();
}

} // namespace

/// A job that throws fails alone: what the others of its commit have done stays, and everybody is told.
class TestStoreFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_faults.clear();
        m_directory = std::make_unique<QTemporaryDir>();
        StoreOptions options;
        options.file = databaseFile(m_directory->path().toStdString());
        options.create = true;
        options.onFault = [this](const Fault& fault) {
            const std::lock_guard lock(m_mutex);
            m_faults.push_back(fault);
        };
        auto store = openStore(options, SecretBytes(Bytes(32, std::byte{0x2a})));
        QVERIFY(store);
        m_store = std::move(*store);
        QVERIFY(m_store->write(makeTable));
    }
    void cleanup() { m_store.reset(); }

    void write_jobThrows_callerGetsInternal_data() { test::thrownRows(); }
    void write_jobThrows_callerGetsInternal()
    {
        QFETCH(int, thrown);
        const Result<void> written = m_store->write([&](Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(add(transaction, 1));
            test::throwIt(static_cast<Thrown>(thrown));
        });
        QCOMPARE(written.error().code, ErrorCode::Internal);
        QVERIFY(written.error().detail.find("violet") == std::string::npos);
        QCOMPARE(rows(), std::int64_t{0});
        QVERIFY(m_store->write([](Transaction& transaction) { return add(transaction, 2); }));
        QCOMPARE(rows(), std::int64_t{1});
        checkTold(thrown, 1);
    }

    void post_oneOfABatchThrows_othersCommit_data() { test::thrownRows(); }
    void post_oneOfABatchThrows_othersCommit()
    {
        QFETCH(int, thrown);
        hold();
        std::array<std::promise<Result<void>>, 5> outcomes;
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            const bool bad = i == 0 || i == 2; // the first has no savepoint of its own
            m_store->post(
                [i, bad, thrown](Transaction& transaction) -> Result<void> {
                    SALLYPORT_TRY(add(transaction, static_cast<std::int64_t>(10 + i)));
                    if (bad)
                        test::throwIt(static_cast<Thrown>(thrown));
                    return {};
                },
                [&outcomes, i](Result<void> result) { outcomes[i].set_value(std::move(result)); });
        }
        m_release.set_value();
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            QCOMPARE(outcomes[i].get_future().get().has_value(), i != 0 && i != 2);
        QCOMPARE(rows(), std::int64_t{3});
        checkTold(thrown, 2);
    }

    void post_notificationOrReportThrows_othersAreTold_data() { test::thrownRows(); }
    void post_notificationOrReportThrows_othersAreTold()
    {
        QFETCH(int, thrown);
        const auto what = static_cast<Thrown>(thrown);
        hold();
        std::promise<void> notified, reported;
        constexpr Topic<int> topic{"number"};
        const auto throwing = m_store->changeFeed().subscribe(topic, [what](const auto&, const auto&) { test::throwIt(what); });
        const auto listening = m_store->changeFeed().subscribe(topic, [&](const auto&, const auto&) { notified.set_value(); });
        m_store->post(
            [&](Transaction& transaction) {
                transaction.removed(topic, "1");
                return add(transaction, 1);
            },
            [what](const Result<void>&) { test::throwIt(what); });
        m_store->post([](Transaction& transaction) { return add(transaction, 2); },
                      [&](const Result<void>& result) {
                          if (result)
                              reported.set_value();
                      });
        m_release.set_value();
        notified.get_future().wait();
        reported.get_future().wait();
        QCOMPARE(rows(), std::int64_t{2});
        checkTold(thrown, 2);
    }

    void read_throws_connectionGoesBackClean_data() { test::thrownRows(); }
    void read_throws_connectionGoesBackClean()
    {
        QFETCH(int, thrown);
        for (int i = 0; i < 8; ++i) { // more often than there are connections
            bool caught = false;
            try {
                (void) m_store->read([&](Transaction& transaction) -> Result<int> {
                    SALLYPORT_ASSIGN(Statement statement, transaction.prepare("SELECT count(*) FROM notes"));
                    SALLYPORT_TRY(statement.step());
                    test::throwIt(static_cast<Thrown>(thrown));
                });
            } catch (...) {
                caught = true;
            }
            QVERIFY(caught);
        }
        QVERIFY(m_store->write([](Transaction& transaction) { return add(transaction, 1); }));
        for (int i = 0; i < 8; ++i)
            QCOMPARE(rows(), std::int64_t{1}); // no reader stands in an old snapshot
    }

private:
    /// Keeps the writer busy until m_release, so that what is posted meanwhile becomes one batch.
    void hold()
    {
        m_release = {};
        std::promise<void> held;
        m_store->post(
            [&held, go = std::make_shared<std::future<void>>(m_release.get_future())](Transaction&) -> Result<void> {
                held.set_value();
                go->wait();
                return {};
            },
            [](const Result<void>&) {});
        held.get_future().wait();
    }
    std::int64_t rows()
    {
        return *m_store->read([](Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(Statement statement, transaction.prepare("SELECT count(*) FROM notes"));
            SALLYPORT_TRY(statement.step());
            return statement.integer();
        });
    }
    void checkTold(int thrown, std::size_t times)
    {
        // A write returns after the faults of those before it were told.
        QVERIFY(m_store->write([](Transaction&) -> Result<void> { return {}; }));
        const std::lock_guard lock(m_mutex);
        QCOMPARE(m_faults.size(), times);
        for (const Fault& fault : m_faults) {
            QCOMPARE(fault.where, std::string("journal"));
            QCOMPARE(fault.what, std::string(test::nameOf(static_cast<Thrown>(thrown))));
        }
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Store> m_store;
    std::promise<void> m_release;
    std::mutex m_mutex;
    std::vector<Fault> m_faults;
};

SALLYPORT_TEST(TestStoreFaults)

} // namespace tst_faults
#include "tst_faults.moc"
