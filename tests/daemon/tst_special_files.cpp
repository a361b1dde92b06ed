#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_special_files {

using namespace sallyport::test;

/// Where a file of the vault should be, or where somebody says that a file is, stands something else: nothing is waited for.
class SpecialFilesTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        makeVault();
        QProcess server; // makes what only a server makes
        QVERIFY(serve(server) != 0);
        QCOMPARE(end(server, SIGTERM), 0);
        m_pristine = m_directory;
    }
    void inTheVault_isNeverWaitedFor_data();
    void inTheVault_isNeverWaitedFor();
    void namedForASecret_isReadOrRefused();
    void namedForAList_isReadOrRefused();

private:
    QString fresh();
    void standIn(const QString& place, const QString& what);
    QStringList withSecret(const QString& file) const
    {
        return {QStringLiteral("user"),
                QStringLiteral("list"),
                QStringLiteral("--data-dir"),
                m_directory,
                QStringLiteral("--passphrase-file"),
                file};
    }
    Outcome shell(const QString& script, const QStringList& words);

    QString m_pristine;
};

/// A copy of the vault; certificates too.
QString SpecialFilesTest::fresh()
{
    static int copies = 0;
    m_directory = m_root.filePath(QStringLiteral("copy-%1").arg(++copies));
    for (const QString& folder : {QString(), QStringLiteral("/tls")}) {
        [&] { QVERIFY(QDir().mkdir(m_directory + folder)); }();
        [&] { QVERIFY(::chmod((m_directory + folder).toLocal8Bit().constData(), 0700) == 0); }();
        for (const QFileInfo& file : QDir(m_pristine + folder).entryInfoList(QDir::Files | QDir::Hidden))
            [&] { QVERIFY(QFile::copy(file.filePath(), m_directory + folder + QLatin1Char('/') + file.fileName())); }();
    }
    return m_directory;
}

void SpecialFilesTest::standIn(const QString& place, const QString& what)
{
    QFile::remove(place);
    const QByteArray name = place.toLocal8Bit();
    if (what == QLatin1String("pipe"))
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
    else if (what == QLatin1String("folder"))
        QCOMPARE(::mkdir(name.constData(), 0700), 0);
    else
        QCOMPARE(::symlink("/dev/zero", name.constData()), 0);
}

void SpecialFilesTest::inTheVault_isNeverWaitedFor_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("mayServe"); // it is made anew, or nobody needs it
    for (const char* what : {"pipe", "device"}) {
        for (const char* name : {"keyring.json", "sallyport.db", "sallyport.db-wal", "sallyport.db-shm", "sallyport.db-journal",
                                 "sallyport.lock", "tls/certificate.pem", "tls/key.pem"})
            QTest::addRow("%s %s", name, what) << QString::fromLatin1(name) << QString::fromLatin1(what) << false;
        for (const char* name : {"audit.anchor", "audit.anchor.new", "nonces", "about.json", "tls/key.pem.moved"})
            QTest::addRow("%s %s", name, what) << QString::fromLatin1(name) << QString::fromLatin1(what) << true;
    }
    for (const char* name : {"keyring.json", "sallyport.db-wal", "sallyport.lock", "tls/certificate.pem"})
        QTest::addRow("%s folder", name) << QString::fromLatin1(name) << QStringLiteral("folder") << false;
}

void SpecialFilesTest::inTheVault_isNeverWaitedFor()
{
    QFETCH(QString, name);
    QFETCH(QString, what);
    QFETCH(bool, mayServe);
    standIn(fresh() + QLatin1Char('/') + name, what);
    QProcess server;
    const std::uint16_t port = serve(server);
    if (port != 0) {
        QVERIFY2(mayServe, qPrintable(name));
        QCOMPARE(end(server, SIGTERM), 0);
        return;
    }
    QVERIFY2(server.state() == QProcess::NotRunning || server.waitForFinished(patience), "it waits");
    const QByteArray said = server.readAllStandardError();
    QCOMPARE(server.exitCode(), 1);
    const QByteArray reason = said.mid(said.lastIndexOf('\n', -2) + 1); // warnings may stand before it
    QVERIFY2(reason.contains("is not a file") || reason.contains("is a link"), said.constData());
}

/// A script that gets the program as $0.
DaemonCase::Outcome SpecialFilesTest::shell(const QString& script, const QStringList& words)
{
    QProcess process;
    process.start(QStringLiteral("bash"), QStringList{QStringLiteral("-c"), script, QStringLiteral(SALLYPORTD)} + words);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void SpecialFilesTest::namedForASecret_isReadOrRefused()
{
    fresh();
    const QString pipe = m_root.filePath(QStringLiteral("secret-pipe"));
    standIn(pipe, QStringLiteral("pipe"));
    const Outcome alone = run(withSecret(pipe));
    QCOMPARE(alone.code, 1);
    QVERIFY2(alone.error.contains("a pipe that nobody writes into"), alone.error.constData());
    for (const QString& place : {QStringLiteral("/dev/zero"), m_root.path()}) {
        const Outcome refused = run(withSecret(place));
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.error.contains("cannot be read"), refused.error.constData());
    }
    // What somebody writes into is a way to hand over a secret: a named pipe, and one that the shell makes.
    const Outcome named =
        shell(QStringLiteral("cat \"$2\" > \"$1\" & shift 2; \"$0\" \"$@\""), QStringList{pipe, m_passphrase} + withSecret(pipe));
    QCOMPARE(named.error, QByteArray());
    QCOMPARE(named.code, 0);
    const Outcome made =
        shell(QStringLiteral("\"$0\" user list --data-dir \"$1\" --passphrase-file <(cat \"$2\")"), {m_directory, m_passphrase});
    QCOMPARE(made.error, QByteArray());
    QVERIFY(made.output.contains("ada@sallyport.example"));
}

void SpecialFilesTest::namedForAList_isReadOrRefused()
{
    fresh();
    const QString pipe = m_root.filePath(QStringLiteral("list-pipe"));
    standIn(pipe, QStringLiteral("pipe"));
    const QList<QStringList> commands{
        {QStringLiteral("user"), QStringLiteral("import"), pipe},
        {QStringLiteral("user"), QStringLiteral("bulk"), QStringLiteral("disable"), QStringLiteral("--from"), pipe},
        {QStringLiteral("signature"), QStringLiteral("explain"), pipe},
        {QStringLiteral("key"), QStringLiteral("scan"), pipe},
    };
    for (const QStringList& command : commands) {
        QElapsedTimer clock;
        clock.start();
        const Outcome outcome = vault(command);
        QVERIFY2(outcome.code == 1 || outcome.code == 4, qPrintable(command.join(QLatin1Char(' '))));
        QVERIFY2(outcome.error.contains("nobody writes into") || outcome.code == 4, outcome.error.constData());
    }
    const Outcome read = shell(QStringLiteral("\"$0\" user import <(printf 'name,email\\nBob Bee,bob@sallyport.example\\n') "
                                              "--data-dir \"$1\" --passphrase-file \"$2\""),
                               {m_directory, m_passphrase});
    QCOMPARE(read.error, QByteArray());
    QCOMPARE(read.code, 0);
}

SALLYPORT_GUILESS_TEST(SpecialFilesTest)

} // namespace tst_special_files
#include "tst_special_files.moc"
