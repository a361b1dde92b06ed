#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

namespace tst_history_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd history`, as its users see it.
class HistoryCommandsTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }

    void aChange_isListedShownAndUndone()
    {
        QCOMPARE(vault("settings set audit.retention_days=100").code, 0);
        const Outcome listed = vault("history list --kind setting --json");
        QVERIFY2(listed.code == 0, listed.error.constData());
        const auto rows = boost::json::parse(listed.output.toStdString()).at("data").as_array();
        const QString id = QString::fromStdString(boost::json::value_to<std::string>(rows[0].at("id")));
        const auto of = [&](const char* command) {
            return vault(QStringList{QStringLiteral("history"), QString::fromLatin1(command), id});
        };
        QVERIFY(of("show").output.contains("audit.retention_days\t400\t100"));
        QCOMPARE(of("undo").code, 0);
        QVERIFY(vault("settings get audit.retention_days").output.contains("400"));
        QCOMPARE(of("undo").code, 1);
        QVERIFY(vault("history who users:delete").output.contains("admin"));
        QCOMPARE(vault("history who nothing").code, 2);
        QCOMPARE(vault("history who users:delete --at someday").code, 2);
        QCOMPARE(vault("history list --limit 0").code, 2);
    }
};

SALLYPORT_GUILESS_TEST(HistoryCommandsTest)

} // namespace tst_history_commands
#include "tst_history_commands.moc"
