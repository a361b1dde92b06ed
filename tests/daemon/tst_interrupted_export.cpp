#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_interrupted_export {

using namespace sallyport::test;

/// Whoever stops a command that writes a file out finds no half of one, and the journal tells of it.
class InterruptedExportTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        makeVault();
    }
    void nothingIsLeft_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("export") << QStringLiteral("export --format pdf");
        QTest::newRow("report") << QStringLiteral("report make activity --format pdf");
    }
    void nothingIsLeft()
    {
        QFETCH(QString, command);
        const QDir folder(m_folder.path());
        const QString target = folder.filePath(QStringLiteral("out.pdf"));
        QProcess process;
        process.start(QStringLiteral(SALLYPORTD), command.split(u' ') + QStringList{QStringLiteral("--output"), target} + base());
        const auto begun = [&] { return !folder.entryList({QStringLiteral(".*.part")}, QDir::Files | QDir::Hidden).isEmpty(); };
        QTRY_VERIFY_WITH_TIMEOUT(begun() || process.state() == QProcess::NotRunning, patience);
        if (process.state() == QProcess::Running)
            ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QVERIFY(!begun());
        // It was too late where the last page was being put in place.
        QCOMPARE(QFile::exists(target), process.exitCode() == 0);
        if (process.exitCode() != 0)
            QVERIFY2(process.readAllStandardError().contains("cancelled"), "why it ended");
        QFile::remove(target);
    }

private:
    QTemporaryDir m_folder;
};

SALLYPORT_GUILESS_TEST(InterruptedExportTest)

} // namespace tst_interrupted_export
#include "tst_interrupted_export.moc"
