#include "tests/daemon/daemon_case.h"

#include "backend/crypto/system_random.h"
#include "backend/storage/files.h"
#include "backend/storage/keyring.h"

#include <boost/json.hpp>

#include <QFile>

#include <csignal>

namespace sallyport::test {

QStringList DaemonCase::base() const
{
    return {QStringLiteral("--data-dir"), m_directory, QStringLiteral("--passphrase-file"), m_passphrase};
}

QString DaemonCase::write(const QString& name, const QByteArray& text)
{
    QFile file(m_root.filePath(name));
    [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
    file.write(text + "\n");
    return file.fileName();
}

DaemonCase::Outcome DaemonCase::run(const QStringList& words, const QByteArray& input)
{
    QProcess process;
    process.start(QStringLiteral(SALLYPORTD), words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

std::uint16_t DaemonCase::serve(QProcess& process, const QString& listen)
{
    process.start(QStringLiteral(SALLYPORTD), QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen} << base());
    while (!process.canReadLine() && process.waitForReadyRead(patience)) {
    }
    const QByteArray line = process.readLine();
    const QByteArray begin = "listening on https://";
    return line.startsWith(begin) ? line.mid(line.lastIndexOf(':') + 1).trimmed().toUShort() : 0;
}

int DaemonCase::end(QProcess& process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

std::string DaemonCase::login(std::uint16_t port, const std::string& email)
{
    HttpsClient client(port);
    const boost::json::value body{{"email", email}, {"password", adminPassword}};
    return client.send("POST", "/api/auth/login", {{"Content-Type", "application/json"}}, boost::json::serialize(body))
        .text("/token");
}

void DaemonCase::makeVault(Unlocking unlocking)
{
    QVERIFY(m_root.isValid());
    m_directory = m_root.filePath(QStringLiteral("vault"));
    m_passphrase = write(QStringLiteral("passphrase"), vaultPassphrase);
    m_password = write(QStringLiteral("password"), adminPassword);
    const Outcome made = vault({QStringLiteral("init"), QStringLiteral("--admin-email"), QStringLiteral("ada@sallyport.example"),
                                QStringLiteral("--admin-password-file"), m_password});
    QCOMPARE(made.error, QByteArray());
    QCOMPARE(made.code, 0);
    QVERIFY(made.output.contains("recovery key "));
    if (unlocking == Unlocking::Quick) {
        const std::filesystem::path keyring = storage::keyringFile(m_directory.toStdString());
        const SecretBytes passphrase = SecretBytes::fromText(vaultPassphrase);
        const auto unlocked = storage::Keyring::unlockWithPassphrase(keyring, passphrase);
        QVERIFY(unlocked);
        crypto::SystemRandom random;
        QVERIFY(unlocked->changePassphrase(keyring, passphrase, random, {.memoryKib = 64, .passes = 1, .lanes = 1}));
    }
    QCOMPARE(vault("settings set rate_limits.auth=1000/60 slow_down.mode=off").code, 0);
}

} // namespace sallyport::test
