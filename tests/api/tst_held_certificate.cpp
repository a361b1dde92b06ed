#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTest>

namespace tst_held_certificate {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

QByteArray certificate(const TestServer& server)
{
    QFile file(QString::fromStdString(server.directory() + "/tls/certificate.pem"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Clients that pin our certificate lose it with a new one: it isn't made anew for a clock that nobody believes.
class HeldCertificateTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clockAheadAtAStart_keepsTheCertificate_untilItIsBelieved()
    {
        TestServer server;
        const QByteArray first = certificate(server);
        QVERIFY(!first.isEmpty());
        server.stop();
        server.clock().advance(24h * 4000); // longer than any of ours lasts
        server.start();
        QCOMPARE(certificate(server), first);
        QCOMPARE(HttpsClient(server.port()).send("GET", "/healthz").status, 200);
        server.stop();
        server.start();
        QCOMPARE(certificate(server), first);
        // Back where it was: nothing has happened.
        server.stop();
        server.clock().advance(-24h * 4000);
        server.start();
        QCOMPARE(certificate(server), first);
        QCOMPARE(HttpsClient(server.port()).send("GET", "/healthz").status, 200);
    }

    void operatorAgrees_andTheNextStartMakesANewOne()
    {
        TestServer server;
        const QByteArray first = certificate(server);
        server.stop();
        server.clock().advance(24h * 4000);
        server.start();
        QCOMPARE(certificate(server), first);
        QVERIFY(server.services().events.trustClock(TestServer::system()));
        server.stop();
        server.start();
        QVERIFY(certificate(server) != first);
        QCOMPARE(HttpsClient(server.port()).send("GET", "/healthz").status, 200);
    }

    void timeThatTheVaultHasSeenPass_makesANewOne()
    {
        TestServer server;
        const QByteArray first = certificate(server);
        server.clock().advance(24h * 4000); // by the steady clock too
        server.stop();
        server.start();
        QVERIFY(certificate(server) != first);
    }
};

SALLYPORT_GUILESS_TEST(HeldCertificateTest)

} // namespace tst_held_certificate
#include "tst_held_certificate.moc"
