#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

namespace tst_retention_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd retention` and `user erase`, as their users see them.
class RetentionCommandsTest final : public DaemonCase {
    Q_OBJECT

    static boost::json::value parsed(const Outcome& outcome) { return boost::json::parse(outcome.output.toStdString()); }

private Q_SLOTS:
    void initTestCase() { makeVault(); }

    void rules_areTriedSetAndShown()
    {
        const Outcome tried = vault("retention preview --days 30 --keep auth.*=7");
        QVERIFY2(tried.code == 0 && tried.output.contains("would remove 0 events"), tried.error.constData());
        QCOMPARE(
            vault("retention set --days 300 --keep auth.*=90,role.created=3000 --most-events 20000 --most-bytes 50000000").code,
            0);
        const boost::json::value shown = parsed(vault("retention show --json"));
        QCOMPARE(shown.at("days").as_int64(), 300);
        QCOMPARE(shown.at("most_events").as_int64(), 20'000);
        QCOMPARE(shown.at("most_bytes").as_int64(), 50'000'000);
        QVERIFY(shown.at("stored_bytes").as_int64() > 500);
        QCOMPARE(shown.at("kinds").as_array().size(), 2u);
        QCOMPARE(vault("retention set --days 301").code, 0); // the rest stays
        QVERIFY(vault("retention show").output.contains("auth.*\t90"));
        QCOMPARE(vault("retention set").code, 2);
        QCOMPARE(vault("retention set --days many").code, 2);
        QCOMPARE(vault("retention set --keep auth.*").code, 2);
        QCOMPARE(vault("retention set --keep nothing=3").code, 1);
    }

    void holds_arePlacedAndLifted_andKeepAPerson()
    {
        QCOMPARE(vault("user add --name Bo --email bo@sallyport.example").code, 0);
        const Outcome placed = vault("retention hold Case-7 --person bo@sallyport.example --json");
        QVERIFY2(placed.code == 0, placed.error.constData());
        const QString id = QString::fromStdString(boost::json::value_to<std::string>(parsed(placed).at("id")));
        QVERIFY(vault("retention holds").output.contains("Case-7"));
        const Outcome held = vault("user erase bo@sallyport.example");
        QCOMPARE(held.code, 1);
        QVERIFY(held.error.contains("Case-7"));
        QCOMPARE(vault(QStringList{QStringLiteral("retention"), QStringLiteral("lift"), id}).code, 0);
        QCOMPARE(vault(QStringList{QStringLiteral("retention"), QStringLiteral("lift"), id}).code, 1);
        const Outcome erased = vault("user erase bo@sallyport.example");
        QVERIFY2(erased.code == 0 && erased.output.contains("Erased person"), erased.error.constData());
        QVERIFY(!vault("export --format jsonl").output.contains("bo@sallyport.example"));
        const Outcome without = vault("export --format jsonl --pseudonyms");
        QVERIFY(without.code == 0 && !without.output.contains("ada@sallyport.example"));
        const Outcome verified = vault("verify");
        QVERIFY(verified.code == 0 && verified.output.contains("stand under a pseudonym"));
        QCOMPARE(vault("user erase bo@sallyport.example").code, 1);
        QCOMPARE(vault("retention hold Case-8").code, 2);
    }
};

SALLYPORT_GUILESS_TEST(RetentionCommandsTest)

} // namespace tst_retention_commands
#include "tst_retention_commands.moc"
