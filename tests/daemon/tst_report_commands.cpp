#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QCryptographicHash>
#include <QFile>

namespace tst_report_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd report`, as its users see it.
class ReportCommandsTest final : public DaemonCase {
    Q_OBJECT

    static boost::json::value jsonOf(const Outcome& outcome) { return boost::json::parse(outcome.output.toStdString()); }
    static QString memberOf(const Outcome& outcome, const char* name)
    {
        return QString::fromStdString(boost::json::value_to<std::string>(jsonOf(outcome).at(name)));
    }

private Q_SLOTS:
    void initTestCase() { makeVault(); }

    void report_isMadeKeptSavedAndDeleted()
    {
        const Outcome made = vault("report make access_review --format csv --json");
        QVERIFY2(made.code == 0, made.error.constData());
        const QString id = memberOf(made, "id");
        QVERIFY(vault("report list").output.startsWith(QByteArray(id.toUtf8() + "\taccess_review\tcsv\t")));
        const Outcome saved = vault(QStringList{QStringLiteral("report"), QStringLiteral("save"), id});
        QVERIFY2(saved.code == 0, saved.error.constData());
        QVERIFY(saved.output.startsWith("holder,email,status,"));
        QVERIFY(saved.output.contains("ada@sallyport.example"));
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(saved.output, QCryptographicHash::Sha256).toHex()),
                 memberOf(made, "sha256"));
        const QString file = m_root.filePath(QStringLiteral("review.csv"));
        const auto save = [&](const QStringList& more) {
            return vault(QStringList{QStringLiteral("report"), QStringLiteral("save"), id, QStringLiteral("--output"), file} +
                         more);
        };
        QCOMPARE(save({}).code, 0);
        QCOMPARE(save({}).code, 1);
        QCOMPARE(save({QStringLiteral("--force")}).code, 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), saved.output);
        QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(vault(QStringList{QStringLiteral("report"), QStringLiteral("delete"), id}).code, 0);
        QCOMPARE(vault(QStringList{QStringLiteral("report"), QStringLiteral("save"), id}).code, 1);
        QCOMPARE(vault("report list").output, QByteArray());
    }

    void everyTemplate_isWritten_inEveryTextFormat()
    {
        for (const char* report :
             {"activity", "access_review", "authentication", "api_keys", "configuration", "detection", "compliance"}) {
            for (const char* format : {"csv", "jsonl", "html"}) {
                const Outcome outcome =
                    vault(QStringList{QStringLiteral("report"), QStringLiteral("make"), QString::fromLatin1(report),
                                      QStringLiteral("--output=-"), QStringLiteral("--format"), QString::fromLatin1(format)});
                QVERIFY2(outcome.code == 0, outcome.error.constData());
                QVERIFY2(!outcome.output.isEmpty(), report);
            }
        }
        QVERIFY(vault("export --format html").output.startsWith("<!DOCTYPE html>"));
    }

    void plan_goesThroughItsLife()
    {
        const Outcome made = vault("report plan create configuration --name=Changes --every monthly --hour 5 --json");
        QVERIFY2(made.code == 0, made.error.constData());
        const QString id = memberOf(made, "id");
        QVERIFY(vault("report plan list").output.contains("\tChanges\tconfiguration\tweek\tpdf\tmonthly\t5\t12\t"));
        const auto change = [&](const QStringList& more) {
            return vault(QStringList{QStringLiteral("report"), QStringLiteral("plan"), QStringLiteral("change"), id} + more);
        };
        QCOMPARE(change({QStringLiteral("--enabled=no")}).code, 0);
        QVERIFY(vault("report plan list").output.contains("\toff\t"));
        QCOMPARE(change({QStringLiteral("--hour=24")}).code, 1);
        QCOMPARE(change({QStringLiteral("--every=hourly")}).code, 2);
        QCOMPARE(vault(QStringList{QStringLiteral("report"), QStringLiteral("plan"), QStringLiteral("delete"), id}).code, 0);
        QCOMPARE(vault("report plan list").output, QByteArray());
    }

    void wrongWords_areOneLine()
    {
        for (const char* words : {"report make acess_review", "report make activity --format doc", "report make activity --bom",
                                  "report make activity --since soon", "report plan", "report"}) {
            const Outcome outcome = vault(words);
            QVERIFY2(outcome.code == 2, words);
            QCOMPARE(outcome.error.count('\n'), 1);
        }
        QCOMPARE(vault("report make compliance --since 7d --format csv").code, 1); // it is of the moment
        QCOMPARE(vault("report save nothing").code, 1);
    }
};

SALLYPORT_GUILESS_TEST(ReportCommandsTest)

} // namespace tst_report_commands
#include "tst_report_commands.moc"
