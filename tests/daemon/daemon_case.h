#pragma once

#include "tests/api/support/https_client.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdint>
#include <string>

namespace sallyport::test {

/// A vault of one's own and `sallyportd` as its users see it: arguments in, lines and exit codes out.
class DaemonCase : public QObject {
protected:
    static constexpr int patience = 300'000; ///< milliseconds; a loaded machine is slow, not broken
    static constexpr const char* vaultPassphrase = "a passphrase for checks";
    static constexpr const char* adminPassword = "violet harbour seven lanterns";

    struct Outcome {
        int code = -1;
        QByteArray output, error;
    };

    /// What unlocking costs: as a new vault is made, or next to nothing. Most tests run dozens of commands, each of which
    /// unlocks.
    enum class Unlocking { Quick, AsMade };
    /// Makes the vault, whose administrator is ada@sallyport.example, and lets her sign in as often as a test likes.
    void makeVault(Unlocking unlocking = Unlocking::Quick);
    Outcome run(const QStringList& words, const QByteArray& input = {});
    /// A command on the vault.
    Outcome vault(const QStringList& words) { return run(words + base()); }
    /// The same, of words without spaces.
    Outcome vault(const char* words) { return vault(QString::fromLatin1(words).split(QLatin1Char(' '))); }
    QStringList base() const;
    /// Starts the server; its port, or 0.
    std::uint16_t serve(QProcess& process, const QString& listen = QStringLiteral("127.0.0.1:0"));
    int end(QProcess& process, int signal);
    QString write(const QString& name, const QByteArray& text);
    std::string login(std::uint16_t port, const std::string& email = "ada@sallyport.example");

    QTemporaryDir m_root;
    QString m_directory, m_passphrase, m_password;
};

} // namespace sallyport::test
