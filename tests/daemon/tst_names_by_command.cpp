#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QFileInfo>

namespace tst_names_by_command {

using namespace sallyport;
using namespace sallyport::test;

/// Every command that takes a name: none brings in one that can't be seen (base/name_text.h).
class NamesByCommandTest final : public DaemonCase {
    Q_OBJECT

    static QStringList words(const QString& text) { return text.split(QLatin1Char(' '), Qt::SkipEmptyParts); }

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void hidden_isRefused_andTrimmedAtTheEnds();
};

void NamesByCommandTest::hidden_isRefused_andTrimmedAtTheEnds()
{
    const QString hidden = QString::fromUtf8("\xe2\x80\x8b\xc2\xa0\xe2\x81\xa0"); // U+200B, U+00A0, U+2060
    const QString name = hidden + QStringLiteral("Seen") + hidden;
    const auto refused = [&](const char* command, const QString& option) {
        const Outcome outcome = vault(words(QString::fromLatin1(command)) << option);
        const QByteArray said = QByteArray(command) + ": " + outcome.error;
        QVERIFY2(outcome.code == 1 && outcome.error.contains("cannot be seen"), said.constData());
    };
    const auto kept = [&](const char* command, const QString& option, const char* place) {
        const Outcome outcome = vault(words(QString::fromLatin1(command)) << option << QStringLiteral("--json"));
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        const boost::json::value made = boost::json::parse(outcome.output.toStdString());
        QCOMPARE(QByteArray::fromStdString(boost::json::value_to<std::string>(made.at_pointer(place))), QByteArray("Seen"));
    };
    const QString option = QStringLiteral("--name=");
    refused("user add --email hidden@sallyport.example", option + hidden);
    kept("user add --email hidden@sallyport.example", option + name, "/name");
    refused("user change hidden@sallyport.example", option + hidden);
    refused("service-account add", option + hidden);
    kept("service-account add", option + name, "/name");
    refused("key create --owner Seen --scopes users:read", option + hidden);
    kept("key create --owner Seen --scopes users:read", option + name, "/name");
    const char* provider = "provider add --name seen --issuer https://seen.example --client-id c --authentication none";
    refused(provider, QStringLiteral("--title=") + hidden);
    kept(provider, QStringLiteral("--title=") + name, "/title");
    refused("settings set", QStringLiteral("vault.name=") + hidden);
    QCOMPARE(vault(words(QStringLiteral("settings set")) << QStringLiteral("vault.name=") + name).code, 0);
    QVERIFY(vault("settings list").output.contains("Seen\n"));
    const QString file =
        write(QStringLiteral("hidden.csv"), QStringLiteral("name,email\n%1,csv@sallyport.example\n").arg(hidden).toUtf8());
    const Outcome imported = vault(words(QStringLiteral("user import")) << file);
    const QByteArray said = imported.output + imported.error;
    QVERIFY2(said.contains("cannot be seen"), said.constData());
    const QString directory = m_root.filePath(QStringLiteral("hidden"));
    const Outcome made = run(words(QStringLiteral("init --admin-email ada@sallyport.example --data-dir %1 --passphrase-file %2 "
                                                  "--admin-password-file %3")
                                       .arg(directory, m_passphrase, m_password))
                             << option + hidden);
    QVERIFY2(made.code == 1 && made.error.contains("The vault's name: "), made.error.constData());
    QVERIFY(!QFileInfo::exists(directory));
}

SALLYPORT_GUILESS_TEST(NamesByCommandTest)

} // namespace tst_names_by_command
#include "tst_names_by_command.moc"
