#include "backend/base/encoding.h"
#include "backend/services/certificate_imports.h"
#include "backend/services/provisional_changes.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

namespace tst_certificate_import {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;
namespace json = boost::json;

/// Runs openssl in a folder; what it prints.
QByteArray openssl(const QString& folder, const QString& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("openssl"), arguments.split(QLatin1Char(' ')));
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20'000) || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

/// A chain of an authority, one below it and a server, made by the real openssl, and that server's certificate on the wire.
class CertificateImportTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto put = [&](const char* name, const QByteArray& text) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        const QString in = m_folder.path();
        put("ca.ext", "basicConstraints=critical,CA:TRUE\n");
        put("leaf.ext",
            "basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName=DNS:clinic.example,IP:127.0.0.1\n");
        const QString key = QStringLiteral("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes ");
        openssl(in, key + QStringLiteral("-keyout root.key -x509 -subj /CN=Root -days 3650 -out root.pem"));
        openssl(in, key + QStringLiteral("-keyout mid.key -subj /CN=Middle -out mid.csr"));
        openssl(in, QStringLiteral("x509 -req -in mid.csr -CA root.pem -CAkey root.key -days 3650 -extfile ca.ext -out mid.pem"));
        openssl(in, key + QStringLiteral("-keyout leaf.key -subj /CN=clinic.example -out leaf.csr"));
        openssl(in,
                QStringLiteral("x509 -req -in leaf.csr -CA mid.pem -CAkey mid.key -days 3650 -extfile leaf.ext -out leaf.pem"));
        openssl(in, QStringLiteral("x509 -req -in leaf.csr -CA mid.pem -CAkey mid.key -days -1 -extfile leaf.ext -out over.pem"));
        openssl(in, QStringLiteral("pkcs8 -topk8 -in leaf.key -passout pass:paper-lantern -out sealed.key"));
        openssl(in, QStringLiteral("pkcs12 -export -inkey leaf.key -in leaf.pem -certfile mid.pem -passout pass:paper-lantern "
                                   "-out pair.p12"));
        openssl(in, QStringLiteral("req -newkey rsa:1024 -nodes -keyout weak.key -x509 -subj /CN=weak -days 3650 -out weak.pem"));
        m_fingerprint = QString::fromLatin1(openssl(in, QStringLiteral("x509 -in leaf.pem -noout -fingerprint -sha256")))
                            .section(QLatin1Char('='), 1)
                            .trimmed()
                            .toStdString();
    }

    void init()
    {
        m_server = std::make_unique<TestServer>(
            std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now() + std::chrono::minutes(5)));
        m_token = m_server->adminToken();
        m_before = onTheWire();
    }

    void asvs_12_2_2_pem_inAnyOrder_withItsKeyEncrypted_isShownAtOnce_withoutARestart()
    {
        HttpsClient open(m_server->port());
        QCOMPARE(open.send("GET", "/healthz").status, 200);
        const Reply reply = import(
            {{"certificate", text("mid.pem") + text("leaf.pem")}, {"key", text("sealed.key")}, {"passphrase", "paper-lantern"}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.text("/data/fingerprint"), m_fingerprint);
        QCOMPARE(reply.text("/data/source"), std::string("imported"));
        QVERIFY(!reply.text("/confirm/id").empty());
        QCOMPARE(reply.text("/data/issuer"), std::string("CN=Middle"));
        QCOMPARE(json::serialize(reply.json().at_pointer("/data/names")), std::string(R"(["clinic.example","127.0.0.1"])"));
        QCOMPARE(onTheWire(), m_fingerprint);
        QCOMPARE(chainLength(), 2);
        QCOMPARE(open.send("GET", "/healthz").status, 200); // the open connection stays
        const audit::Event event = m_server->events("server.certificate_changed").front();
        const json::value details = json::parse(event.detailsJson);
        QCOMPARE(details.at("fingerprint").as_string(), m_fingerprint);
        QCOMPARE(details.at("before").as_string(), m_before);
        QCOMPARE(details.at("how").as_string(), "imported");
        QCOMPARE(m_server->events("server.certificate_changed").size(), std::size_t(1));
        // Nothing of the key lies about in the clear.
        for (const auto& entry : std::filesystem::recursive_directory_iterator(m_server->directory())) {
            if (!entry.is_regular_file())
                continue;
            QFile file(QString::fromStdString(entry.path().string()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("PRIVATE KEY"));
        }
        // Names that nobody would take it for are told.
        const json::value names = reply.json().at_pointer("/data/names_missing");
        QVERIFY(json::serialize(names).find("clinic.example") == std::string::npos);
    }

    void pkcs12_isTakenAsItIs()
    {
        const QByteArray file = bytes("pair.p12").toBase64();
        QCOMPARE(import({{"pkcs12", file.toStdString()}, {"passphrase", "paper-lantern"}}).status, 200);
        QCOMPARE(onTheWire(), m_fingerprint);
        QCOMPARE(chainLength(), 2);
    }

    void unconfirmed_goesBackByItself()
    {
        QCOMPARE(importGood().status, 200);
        m_server->clock().advance(60s);
        QCOMPARE(send("GET", "/api/changes").json().at_pointer("/page/total").as_int64(), 0);
        QTRY_COMPARE(onTheWire(), m_before);
        QCOMPARE(send("GET", "/api/server/certificate").text("/data/source"), std::string("own"));
    }

    void confirmed_stays_overARestart_andUndoPutsTheOneBeforeBack()
    {
        const std::string id = importGood().text("/confirm/id");
        QCOMPARE(send("POST", "/api/changes/" + id + "/confirm", json::object{}).status, 200);
        m_server->clock().advance(61s);
        m_server->stop();
        m_server->start();
        m_token = m_server->adminToken();
        QCOMPARE(onTheWire(), m_fingerprint);
        const Reply back = send("POST", "/api/server/certificate/undo", json::object{});
        QCOMPARE(back.status, 200);
        QCOMPARE(back.text("/data/fingerprint"), m_before);
        QCOMPARE(onTheWire(), m_before);
        // And once more the other way.
        QCOMPARE(send("POST", "/api/server/certificate/undo", json::object{}).text("/data/fingerprint"), m_fingerprint);
        const Reply own = send("DELETE", "/api/server/certificate");
        QCOMPARE(own.status, 200);
        QCOMPARE(onTheWire(), m_before);
        QCOMPARE(send("DELETE", "/api/server/certificate").text("/code"), std::string("not_imported"));
    }

    void what_cannotBePresented_isRefused_andNothingChanges_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<QString>("why");
        QTest::addColumn<QString>("rule"); // for programs and the window
        const auto row = [](const char* name, const char* certificate, const char* key, const char* passphrase, const char* why,
                            const char* rule) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(key) << QString::fromLatin1(passphrase)
                                << QString::fromLatin1(why) << QString::fromLatin1(rule);
        };
        row("another's key", "leaf.pem", "mid.key", "", "does not belong to the certificate", "other_key");
        row("over", "over.pem", "leaf.key", "", "has expired", "expired");
        row("weak", "weak.pem", "weak.key", "", "too weak", "weak_key");
        row("no key", "leaf.pem", "", "", "no private key", "no_key");
        row("no passphrase", "leaf.pem", "sealed.key", "", "its passphrase is needed", "passphrase_needed");
        row("another passphrase", "leaf.pem", "sealed.key", "wrong", "passphrase of the key is wrong", "wrong_passphrase");
        row("one that issued nothing of it", "leaf.pem root.pem", "leaf.key", "",
            "the chain is broken: certificate 2 of the chain did not issue the one before it", "broken_chain");
        row("a third that issued nothing of it", "leaf.pem mid.pem over.pem", "leaf.key", "",
            "the chain is broken: certificate 3 of the chain did not issue the one before it", "broken_chain");
        row("no certificate", "leaf.key", "leaf.key", "", "not a certificate", "no_certificate");
    }

    void what_cannotBePresented_isRefused_andNothingChanges()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, passphrase);
        QFETCH(QString, why);
        QFETCH(QString, rule);
        std::string chain;
        for (const QString& file : certificate.split(QLatin1Char(' ')))
            chain += text(file.toLatin1().constData());
        json::object body{{"certificate", chain}};
        if (!key.isEmpty())
            body["key"] = text(key.toLatin1().constData());
        if (!passphrase.isEmpty())
            body["passphrase"] = passphrase.toStdString();
        const Reply reply = import(body);
        QCOMPARE(reply.status, 409);
        QVERIFY2(reply.body.find(why.toStdString()) != std::string::npos, reply.body.c_str());
        QCOMPARE(reply.text("/details/0/rule"), rule.toStdString());
        QVERIFY(reply.body.find("PRIVATE KEY") == std::string::npos);
        QCOMPARE(onTheWire(), m_before);
        QVERIFY(m_server->events("server.certificate_changed").empty());
    }

    void atTheWindow_whileTheServerRuns_itWaitsToo()
    {
        const auto signedIn = m_server->services().signIn.operatorSignIn(TestServer::administratorEmail,
                                                                         SecretBytes::fromText(TestServer::goodPassword), {});
        QVERIFY(signedIn.has_value());
        const access::Actor operatorThere = *signedIn;
        BroughtCertificate brought;
        brought.certificates = text("leaf.pem") + text("mid.pem") + text("leaf.key");
        QVERIFY(m_server->services().certificateImports.importCertificate(operatorThere, std::move(brought)));
        QCOMPARE(onTheWire(), m_fingerprint);
        QCOMPARE(m_server->services().provisionalChanges.list(operatorThere)->size(), std::size_t(1));
        m_server->clock().advance(60s);
        QVERIFY(m_server->services().provisionalChanges.list(operatorThere)->empty());
        QTRY_COMPARE(onTheWire(), m_before);
    }

    void onTheCommandLine_itCutsNobodyOff_andWaitsForNothing()
    {
        BroughtCertificate brought;
        brought.certificates = text("leaf.pem") + text("mid.pem") + text("leaf.key");
        QVERIFY(m_server->services().certificateImports.importCertificate(TestServer::system(), std::move(brought)));
        QCOMPARE(onTheWire(), m_fingerprint);
        QCOMPARE(m_server->services().provisionalChanges.list(TestServer::system())->size(), std::size_t(0));
    }

    void withoutServerControl_isRefused()
    {
        m_server->addUser("vi@sallyport.example", "viewer");
        m_token = m_server->tokenOf("vi@sallyport.example");
        QCOMPARE(importGood().status, 403);
        QCOMPARE(onTheWire(), m_before);
    }

private:
    QByteArray bytes(const char* name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no %s", name);
        return file.readAll();
    }
    std::string text(const char* name) const { return bytes(name).toStdString(); }

    Reply send(const std::string& method, const std::string& path, const json::value& body = {})
    {
        HttpsClient client(m_server->port());
        const Headers headers = TestServer::bearer(m_token);
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
    }
    Reply import(const json::object& body) { return send("PUT", "/api/server/certificate", body); }
    Reply importGood() { return import({{"certificate", text("leaf.pem") + text("mid.pem")}, {"key", text("leaf.key")}}); }

    QByteArray handshake() const
    {
        return openssl(m_folder.path(), QStringLiteral("s_client -showcerts -connect 127.0.0.1:%1").arg(m_server->port()));
    }
    /// What a new handshake shows.
    std::string onTheWire() const
    {
        return QString::fromLatin1(openssl(m_folder.path(), QStringLiteral("x509 -noout -fingerprint -sha256"), handshake()))
            .section(QLatin1Char('='), 1)
            .trimmed()
            .toStdString();
    }
    int chainLength() const { return static_cast<int>(handshake().count("BEGIN CERTIFICATE")); }

    QTemporaryDir m_folder;
    std::unique_ptr<TestServer> m_server;
    std::string m_token, m_before, m_fingerprint;
};

SALLYPORT_GUILESS_TEST(CertificateImportTest)

} // namespace tst_certificate_import
#include "tst_certificate_import.moc"
