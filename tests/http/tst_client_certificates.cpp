// A client's certificate: asked for where that is wished, never needed, told by its SHA-256 to whoever decides.
#include "backend/base/encoding.h"
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <array>
#include <mutex>

namespace tst_client_certificates {

using namespace sallyport;
using namespace sallyport::http;
using namespace sallyport::http::test;

namespace {

std::string fingerprintOf(const ServerCertificate& owned)
{
    BIO* text = BIO_new_mem_buf(owned.chainPem.data(), static_cast<int>(owned.chainPem.size()));
    X509* certificate = PEM_read_bio_X509(text, nullptr, nullptr, nullptr);
    std::array<unsigned char, 32> digest{};
    X509_digest(certificate, EVP_sha256(), digest.data(), nullptr);
    X509_free(certificate);
    BIO_free(text);
    return toHex(std::as_bytes(std::span(digest)));
}

} // namespace

class TestClientCertificates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { start(true); }
    void cleanup() { m_server.reset(); }
    void shown_isToldByItsFingerprint_data();
    void shown_isToldByItsFingerprint();
    void resumed_isToldAgain();
    void none_getsIn();
    void expired_orNotYetValid_saysNothing();
    void notAskedFor_isNotShown();
    void afterAReload_isStillAskedFor();

private:
    void start(bool asks)
    {
        m_server.reset();
        m_told.clear();
        m_handler = std::make_unique<TestHandler>();
        m_handler->onRequest = [this](const std::shared_ptr<Exchange>& exchange) {
            const std::lock_guard lock(m_mutex);
            m_told.push_back(exchange->request().tls.clientCertificate);
            return false;
        };
        m_server = startServer(*m_handler, [asks](ServerOptions& options) { options.asksForClientCertificate = asks; });
        QVERIFY(m_server);
    }
    /// What the server was told of a client with this certificate.
    std::string told(const ServerCertificate* certificate, int version = 0)
    {
        TlsOptions options;
        options.minVersion = options.maxVersion = version;
        options.certificate = certificate;
        TlsClient client(m_server->port(), options);
        if (!client.connected() || !client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") || !client.read())
            return "refused";
        const std::lock_guard lock(m_mutex);
        return m_told.back();
    }

    std::unique_ptr<TestHandler> m_handler;
    std::mutex m_mutex;
    std::vector<std::string> m_told;
    std::unique_ptr<Server> m_server;
};

void TestClientCertificates::shown_isToldByItsFingerprint_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
    QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
}

void TestClientCertificates::shown_isToldByItsFingerprint()
{
    QFETCH(int, version);
    const ServerCertificate own = makeCertificate();
    QCOMPARE(told(&own, version), fingerprintOf(own));
}

void TestClientCertificates::resumed_isToldAgain()
{
    const ServerCertificate own = makeCertificate();
    TlsOptions options;
    options.certificate = &own;
    TlsClient first(m_server->port(), options);
    QVERIFY(first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") && first.read());
    SSL_SESSION* const session = SSL_get1_session(first.ssl());
    options.session = session;
    options.certificate = nullptr; // whoever resumes has shown it before
    TlsClient second(m_server->port(), options);
    const bool answered = second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") && second.read();
    const bool resumed = SSL_session_reused(second.ssl()) == 1;
    SSL_SESSION_free(session);
    QVERIFY(answered && resumed);
    const std::lock_guard lock(m_mutex);
    QCOMPARE(m_told, std::vector<std::string>(2, fingerprintOf(own)));
}

void TestClientCertificates::none_getsIn()
{
    QCOMPARE(told(nullptr), std::string());
}

void TestClientCertificates::expired_orNotYetValid_saysNothing()
{
    const ServerCertificate expired = makeCertificate(-3600, -60), early = makeCertificate(3600, 7200);
    QCOMPARE(told(&expired), std::string());
    QCOMPARE(told(&early), std::string());
}

void TestClientCertificates::notAskedFor_isNotShown()
{
    start(false);
    const ServerCertificate own = makeCertificate();
    QCOMPARE(told(&own), std::string());
}

void TestClientCertificates::afterAReload_isStillAskedFor()
{
    QVERIFY(m_server->reloadCertificate(makeCertificate()));
    const ServerCertificate own = makeCertificate();
    QCOMPARE(told(&own), fingerprintOf(own));
}

SALLYPORT_TEST(TestClientCertificates)

} // namespace tst_client_certificates
#include "tst_client_certificates.moc"
