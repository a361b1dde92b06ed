#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

namespace tst_record_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd record` and `rekey`, as their users see them.
class RecordCommandsTest final : public DaemonCase {
    Q_OBJECT

    static boost::json::value parsed(const Outcome& outcome) { return boost::json::parse(outcome.output.toStdString()); }

private Q_SLOTS:
    void initTestCase() { makeVault(); }

    void record_goesThroughItsLife()
    {
        const QString members = write(QStringLiteral("members.json"), R"({"Patient": "Elif Yildiz", "Diagnosis": "I25.1"})");
        const Outcome made = vault(QStringList{QStringLiteral("record"), QStringLiteral("create"), QStringLiteral("=Summary"),
                                               QStringLiteral("--classification"), QStringLiteral("restricted"),
                                               QStringLiteral("--owner"), QStringLiteral("ada@sallyport.example"),
                                               QStringLiteral("--sensitive-file"), members, QStringLiteral("--json")});
        QVERIFY2(made.code == 0, made.error.constData());
        const QString id = QString::fromStdString(boost::json::value_to<std::string>(parsed(made).at("id")));
        const auto of = [&](const char* command, const QStringList& more = {}) {
            return vault(QStringList{QStringLiteral("record"), QString::fromLatin1(command), id} + more);
        };
        QVERIFY(vault("record list").output.startsWith(QByteArray(id.toUtf8() + "\t=Summary\t-\trestricted\t")));
        const Outcome masked = of("show");
        QCOMPARE(masked.code, 0);
        QVERIFY(masked.output.contains("Diagnosis,Patient") && !masked.output.contains("Elif"));
        const Outcome shown = of("show", {QStringLiteral("--unmask")});
        QVERIFY2(shown.output.contains("sensitive.Patient\tElif Yildiz"), shown.output.constData());
        const QString less = write(QStringLiteral("less.json"), R"({"Patient": "E. Yildiz", "Diagnosis": null})");
        const Outcome changed = of("change", {QStringLiteral("--title=Report"), QStringLiteral("--sensitive-file"), less});
        QVERIFY2(changed.code == 0, changed.error.constData());
        QVERIFY(of("show", {QStringLiteral("--unmask")}).output.contains("sensitive.Patient\tE. Yildiz"));
        QVERIFY(!of("show").output.contains("Diagnosis"));
        const Outcome file = vault("record export");
        QVERIFY(file.output.startsWith("title,department,") && file.output.contains("\r\nReport,"));
        QVERIFY(!file.output.contains("Yildiz"));
        QCOMPARE(of("change").code, 2);
        QCOMPARE(of("change", {QStringLiteral("--classification=secret")}).code, 2);
        QCOMPARE(of("delete").code, 0);
        QCOMPARE(of("show").code, 1);
        QCOMPARE(of("delete").code, 1);
    }

    void rekey_sealsEverythingAnew_andDoctorOpensIt()
    {
        const QString members = write(QStringLiteral("members.json"), R"({"Patient": "Elif Yildiz"})");
        for (int i = 0; i < 2; ++i)
            QCOMPARE(vault(QStringList{QStringLiteral("record"), QStringLiteral("create"), QStringLiteral("x"),
                                       QStringLiteral("--sensitive-file"), members})
                         .code,
                     0);
        const auto key = [&](const Outcome& outcome) { return parsed(outcome).at("key_id").to_number<int>(); };
        const int before = key(vault("rekey --status --json"));
        const Outcome done = vault("rekey --json");
        QVERIFY2(done.code == 0, done.error.constData());
        QCOMPARE(key(done), before + 1);
        QCOMPARE(parsed(done).at("waiting").to_number<int>(), 0);
        QCOMPARE(parsed(done).at("members").to_number<int>(), 2);
        QVERIFY(vault("rekey --continue").output.contains("waiting\t0"));
        QVERIFY(vault("doctor").output.contains("2 sensitive values open where they stand"));
    }
};

SALLYPORT_GUILESS_TEST(RecordCommandsTest)

} // namespace tst_record_commands
#include "tst_record_commands.moc"
