#include "tests/storage/store_conformance.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

namespace tst_conformance {

using namespace sallyport;
using namespace sallyport::test;

namespace {

class SqliteUnderTest final : public StoreUnderTest {
public:
    storage::Store& store() override { return *m_store; }
    void reopen() override { m_store.reopen(); }
    std::unique_ptr<storage::Store> openBeside() override
    {
        storage::StoreOptions options;
        options.file = m_store.file();
        options.backups = m_store.directory() / "backups";
        auto opened = storage::openStore(options, TestStore::key());
        return opened ? std::move(*opened) : nullptr;
    }

private:
    TestStore m_store;
};

} // namespace

/// SQLCipher keeps what is promised of every Store.
class TestConformance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void store_data()
    {
        QTest::addColumn<int>("place");
        for (int place = 0; const ConformanceCase& known : storeConformance())
            QTest::newRow(known.name) << place++;
    }
    void store()
    {
        QFETCH(int, place);
        SqliteUnderTest under;
        storeConformance()[static_cast<std::size_t>(place)].run(under);
    }
};

SALLYPORT_GUILESS_TEST(TestConformance)

} // namespace tst_conformance
#include "tst_conformance.moc"
