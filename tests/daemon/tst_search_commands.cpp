#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

namespace tst_search_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd search ...` and `export --search` on a vault of its own.
class SearchCommandsTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void search_isSaved_usedByName_andDeleted();
    void mistakes_areTold();
};

void SearchCommandsTest::search_isSaved_usedByName_andDeleted()
{
    const Outcome saved = vault("search save Vault --q kind:vault.created --columns time,event");
    QVERIFY2(saved.code == 0, saved.error.constData());
    QVERIFY(saved.output.contains("\tVault\tkind:vault.created\ttime,event\tshared\tCommand line\t"));
    const Outcome exported = vault("export --search vault --format jsonl");
    QVERIFY2(exported.code == 0, exported.error.constData());
    QCOMPARE(exported.output.count("vault.created"), 1);
    QCOMPARE(exported.output.count('\n'), 1);
    QCOMPARE(vault("export --search vault --q outcome:failure --format jsonl").output, QByteArray());
    QVERIFY(vault("search change Vault --name Made --q kind:vault.created").output.contains("\tMade\tkind:vault.created\t"));
    QCOMPARE(vault("search list").output.count('\n'), 1);
    QVERIFY(vault("search list --json").output.contains("\"shared\":true"));
    QCOMPARE(vault("search delete Made").code, 0);
    QCOMPARE(vault("search list").output, QByteArray());
}

void SearchCommandsTest::mistakes_areTold()
{
    QCOMPARE(vault("search save Bad --q outcome:maybe").code, 1);
    QCOMPARE(vault("search save Bad --columns nothing").code, 2);
    QCOMPARE(vault("search change Bad").code, 2);
    QCOMPARE(vault("search delete Bad").code, 1);
    QCOMPARE(vault("export --search Bad").code, 1);
}

SALLYPORT_GUILESS_TEST(SearchCommandsTest)

} // namespace tst_search_commands
#include "tst_search_commands.moc"
