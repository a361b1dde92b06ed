#include "backend/identity/signatures/samples.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace tst_signature_samples {

using namespace sallyport;
using namespace sallyport::test;
using identity::SampleLanguage;
using identity::SampleSignature;

/// What the signature lab gives to copy works: each sample is run as its reader would, against a real server.
class SignatureSamplesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sample_isAccepted_data();
    void sample_isAccepted();

private:
    /// Output and error output; fails if the program does.
    QString run(const QString& program, const QStringList& arguments, const QString& folder, const QByteArray& secret) const;
    /// A key of that kind; its private half is written to m_keys.
    Result<identity::IssuedKey> makeKey(TestServer& server, SampleSignature signature);

    QTemporaryDir m_keys;
};

QString SignatureSamplesTest::run(const QString& program, const QStringList& arguments, const QString& folder,
                                  const QByteArray& secret) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SALLYPORT_SECRET"), QString::fromUtf8(secret));
    environment.insert(QStringLiteral("SALLYPORT_PRIVATE_KEY"), m_keys.filePath(QStringLiteral("private.pem")));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAll());
}

Result<identity::IssuedKey> SignatureSamplesTest::makeKey(TestServer& server, SampleSignature signature)
{
    identity::NewApiKey wanted;
    wanted.name = "samples";
    wanted.owner = server.addUser("owner@sallyport.example", "admin");
    wanted.scopes = {"users:read", "users:create"};
    const bool pair = signature == SampleSignature::Ed25519 || signature == SampleSignature::EcdsaP256Sha256;
    wanted.signing = !pair;
    if (pair) {
        QStringList make{QStringLiteral("genpkey"), QStringLiteral("-out"), QStringLiteral("private.pem"),
                         QStringLiteral("-algorithm")};
        if (signature == SampleSignature::Ed25519)
            make << QStringLiteral("ed25519");
        else
            make << QStringLiteral("EC") << QStringLiteral("-pkeyopt") << QStringLiteral("ec_paramgen_curve:P-256");
        run(QStringLiteral("openssl"), make, m_keys.path(), {});
        wanted.publicKey =
            run(QStringLiteral("openssl"),
                {QStringLiteral("pkey"), QStringLiteral("-in"), QStringLiteral("private.pem"), QStringLiteral("-pubout")},
                m_keys.path(), {})
                .toStdString();
    }
    return server.services().apiKeys.create(TestServer::system(), std::move(wanted));
}

void SignatureSamplesTest::sample_isAccepted_data()
{
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("signature");
    QTest::addColumn<QString>("program");
    const std::pair<SampleLanguage, const char*> rows[] = {{SampleLanguage::Shell, "bash"},
                                                           {SampleLanguage::Python, "python3"},
                                                           {SampleLanguage::JavaScript, "node"},
                                                           {SampleLanguage::Cpp, "g++"}};
    const std::pair<SampleSignature, const char*> ways[] = {{SampleSignature::Guide, "guide"},
                                                            {SampleSignature::HmacSha256, "hmac-sha256"},
                                                            {SampleSignature::Ed25519, "ed25519"},
                                                            {SampleSignature::EcdsaP256Sha256, "ecdsa-p256-sha256"}};
    for (const auto& [language, program] : rows)
        for (const auto& [signature, way] : ways)
            QTest::addRow("%s, %s", program, way)
                << static_cast<int>(language) << static_cast<int>(signature) << QString::fromLatin1(program);
}

void SignatureSamplesTest::sample_isAccepted()
{
    QFETCH(int, language);
    QFETCH(int, signature);
    QFETCH(QString, program);
    for (const QString& needed : {program, QStringLiteral("curl"), QStringLiteral("openssl")}) {
        if (QStandardPaths::findExecutable(needed).isEmpty())
            QSKIP(qPrintable(needed + QStringLiteral(" is not installed")));
    }
    TestServer server(SystemClock().now());
    server.set("detection.mode", "off"); // the samples sign what shells would run, to show that it is quoted
    const auto key = makeKey(server, static_cast<SampleSignature>(signature));
    QVERIFY(key);
    identity::SampleRequest probe;
    probe.url = "https://127.0.0.1:" + std::to_string(server.port());
    probe.certificate = server.directory() + "/tls/certificate.pem";
    probe.keyPrefix = key->key.prefix;
    probe.signature = static_cast<SampleSignature>(signature);
    identity::SampleRequest create = probe;
    create.method = "POST";
    create.target = "/api/users";
    create.body = "{ \"name\": \"Zo\xc3\xab O'Brien @KEY@ $HOME\",\n\t\"email\": \"zoe@sallyport.example\" }\n";
    identity::SampleRequest search = probe;
    search.target = "/api/users?q='$(id)'%20zoe%40";
    const QByteArray secret(key->signingSecret.view().data(), static_cast<qsizetype>(key->signingSecret.size()));

    for (const identity::SampleRequest& request : {probe, create, search}) {
        QTemporaryDir folder;
        const auto save = [&](const char* name) {
            QFile file(folder.filePath(QLatin1StringView(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(identity::signatureSample(static_cast<SampleLanguage>(language), request)));
        };
        QString output;
        switch (static_cast<SampleLanguage>(language)) {
        case SampleLanguage::Shell:
            save("signed.sh");
            output = run(program, {QStringLiteral("signed.sh")}, folder.path(), secret);
            break;
        case SampleLanguage::Python:
            save("signed.py");
            output = run(program, {QStringLiteral("signed.py")}, folder.path(), secret);
            break;
        case SampleLanguage::JavaScript:
            save("signed.mjs");
            output = run(program, {QStringLiteral("signed.mjs")}, folder.path(), secret);
            break;
        case SampleLanguage::Cpp:
            save("signed.cpp");
            output = run(program,
                         {QStringLiteral("-std=c++20"), QStringLiteral("signed.cpp"), QStringLiteral("-lcrypto"),
                          QStringLiteral("-o"), QStringLiteral("signed")},
                         folder.path(), secret);
            QVERIFY2(QFile::exists(folder.filePath(QStringLiteral("signed"))), qPrintable(output));
            QFile body(folder.filePath(QStringLiteral("body")));
            QVERIFY(body.open(QIODevice::WriteOnly));
            body.write(QByteArray::fromStdString(request.body));
            body.close();
            QStringList send{QStringLiteral("-c"),
                             QStringLiteral("./signed | curl -sS --cacert \"$1\" -H @- -X \"$2\" \"${@:4}\" \"$3\""),
                             QStringLiteral("sample"),
                             QString::fromStdString(request.certificate),
                             QString::fromStdString(request.method),
                             QString::fromStdString(request.url + request.target)};
            if (!request.body.empty())
                send << QStringLiteral("-H") << QStringLiteral("Content-Type: application/json")
                     << QStringLiteral("--data-binary") << QStringLiteral("@body");
            output = run(QStringLiteral("bash"), send, folder.path(), secret);
            break;
        }
        const char* const expected = !request.body.empty()             ? "zoe@sallyport.example"
                                     : request.target == search.target ? "\"data\":[]"
                                                                       : "Your request is signed.";
        QVERIFY2(output.contains(QLatin1StringView(expected)), qPrintable(output));
    }
}

SALLYPORT_GUILESS_TEST(SignatureSamplesTest)

} // namespace tst_signature_samples
#include "tst_signature_samples.moc"
