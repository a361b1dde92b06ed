#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <csignal>

namespace tst_alert_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd alert ...` and `sallyportd incident ...` on a vault of their own.
class AlertCommandsTest final : public DaemonCase {
    Q_OBJECT

    static QStringList words(const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); }

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void rules_areMadeChangedTriedAndDeleted();
    void incidents_ofAServer_areDealtWith();
};

void AlertCommandsTest::rules_areMadeChangedTriedAndDeleted()
{
    const Outcome all = vault("alert list");
    QCOMPARE(all.code, 0);
    QVERIFY(all.output.contains("Password guessing\n"));
    const Outcome made = vault(words("alert create Nights --kinds auth.*,console.login_failed --threshold 3 --window 15m "
                                     "--group-by address --severity critical --actions notice,ban_address=1h") +
                               QStringList{QStringLiteral("--schedule"), QStringLiteral("outside mon,tue 07:00-19:00 UTC")});
    QVERIFY2(made.code == 0, made.error.constData());
    QVERIFY(made.output.contains("3 events in 900 s by address"));
    QVERIFY(made.output.contains("notice, ban_address 3600"));
    const Outcome shown = vault("alert show nights --json");
    const auto rule = boost::json::parse(shown.output.toStdString());
    QCOMPARE(boost::json::value_to<std::string>(rule.at("schedule")), std::string("outside mon,tue 07:00-19:00 UTC"));
    QVERIFY(vault("alert change nights --off --threshold 5").output.contains("\toff\t"));
    QCOMPARE(vault("alert change nights --mute 2h").code, 0);
    QVERIFY(vault("alert test nights --since 1d --threshold 1").output.contains("fired\t"));
    QCOMPARE(vault("alert delete nights").code, 0);
    QCOMPARE(vault("alert show nights").code, 1);
    QCOMPARE(vault("alert delete password_guessing").code, 1);
    QVERIFY(vault("alert change password_guessing --threshold 7").output.contains("7 events"));
    QVERIFY(vault("alert change password_guessing --reset").output.contains("20 events"));
    QCOMPARE(vault("alert create X --kinds auth.* --group-by colour").code, 2);
    QCOMPARE(vault("alert create X --kinds auth.* --actions ban").code, 2);
    QCOMPARE(vault("alert create X --kinds auth.* --schedule sometimes").code, 2);
    QCOMPARE(vault("alert create X --kinds auth.nothing").code, 1);
    QCOMPARE(vault("alert change password_guessing --on --off").code, 2);
}

void AlertCommandsTest::incidents_ofAServer_areDealtWith()
{
    QCOMPARE(vault("alert create Failed --kinds auth.login_failed --group-by address --actions ban_address=1h").code, 0);
    QProcess process;
    const std::uint16_t port = serve(process);
    QVERIFY(port != 0);
    HttpsClient client(port);
    QCOMPARE(client
                 .send("POST", "/api/auth/login", {{"Content-Type", "application/json"}},
                       "{\"email\": \"ada@sallyport.example\", \"password\": \"not hers at all\"}")
                 .status,
             401);
    Outcome list;
    QVERIFY(QTest::qWaitFor(
        [&] {
            list = vault("incident list --state unclosed --json");
            return list.output.contains("\"Failed\"");
        },
        patience));
    auto rows = boost::json::parse(list.output.toStdString()).at("data").as_array();
    // Beside those of the rules that come with the product.
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [](const boost::json::value& row) {
                                  return boost::json::serialize(row).find("\"Failed\"") == std::string::npos;
                              }),
               rows.end());
    QCOMPARE(rows.size(), std::size_t(1));
    const QString id = QString::fromStdString(std::string(rows.at(0).at("id").as_string()));
    const auto incident = [&](const QStringList& more) { return vault(QStringList{QStringLiteral("incident")} + more); };
    // The console's own address is never banned.
    QVERIFY(QTest::qWaitFor(
        [&] {
            return incident({QStringLiteral("show"), id}).output.contains("ban_address\tfailed");
        },
        patience));
    QVERIFY(incident({QStringLiteral("acknowledge"), id}).output.contains("\tacknowledged\t"));
    QVERIFY(incident({QStringLiteral("assign"), id, QStringLiteral("ada@sallyport.example")}).output.contains("\tAdministrator"));
    QCOMPARE(incident({QStringLiteral("note"), id, QStringLiteral("It was a typing mistake.")}).code, 0);
    QVERIFY(incident({QStringLiteral("close"), id, QStringLiteral("--outcome"), QStringLiteral("Nothing")})
                .output.contains("\tclosed\t"));
    QVERIFY(incident({QStringLiteral("show"), id}).output.contains("It was a typing mistake."));
    QVERIFY(incident({QStringLiteral("reopen"), id}).output.contains("\topen\t"));
    QCOMPARE(incident({QStringLiteral("undo"), id, QStringLiteral("nothing")}).code, 1);
    QCOMPARE(incident({QStringLiteral("list"), QStringLiteral("--state"), QStringLiteral("shut")}).code, 2);
    QCOMPARE(end(process, SIGTERM), 0);
}

SALLYPORT_GUILESS_TEST(AlertCommandsTest)

} // namespace tst_alert_commands
#include "tst_alert_commands.moc"
