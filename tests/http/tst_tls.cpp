// What the handshake agrees to, and what it refuses (RFC 9325, RFC 7301, standards.md §5).
#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <sys/socket.h>
#include <unistd.h>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace tst_tls {

using namespace sallyport;
using namespace sallyport::http;
using namespace sallyport::http::test;

namespace {

struct SessionFree {
    void operator()(SSL_SESSION* session) const { SSL_SESSION_free(session); }
};
using Session = std::unique_ptr<SSL_SESSION, SessionFree>;

/// A full round, so that a TLS 1.3 ticket has arrived; then the session.
Session sessionAfterRequest(TlsClient& client)
{
    if (!client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") || !client.read())
        return nullptr;
    return Session(SSL_get1_session(client.ssl()));
}

bool resumes(std::uint16_t port, int version, SSL_SESSION* session)
{
    TlsOptions options;
    options.minVersion = options.maxVersion = version;
    options.session = session;
    TlsClient client(port, options);
    return client.connected() && client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n") && client.read() &&
           SSL_session_reused(client.ssl()) == 1;
}

} // namespace

class TestTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asvs_12_1_1_version_matrix_data();
    void asvs_12_1_1_version_matrix();
    void asvs_12_1_2_suite_matrix_data();
    void asvs_12_1_2_suite_matrix();
    void asvs_11_6_2_group_matrix_data();
    void asvs_11_6_2_group_matrix();
    void asvs_12_1_2_strongest_preferred();
    void alpn_http_agreed_data();
    void alpn_http_agreed();
    void alpn_absent_accepted();
    void alpn_other_fatalAlert_data();
    void alpn_other_fatalAlert();
    void asvs_12_2_1_clearText_request_isToldSoInClearText_data();
    void asvs_12_2_1_clearText_request_isToldSoInClearText();
    void clearText_request_inPieces_isToldSo();
    void clearText_body_doesNotDestroyTheAnswer();
    void clearText_noRequest_isClosedWithoutAWord();
    void clearText_unfinished_isClosedAtTheDeadline();
    void garbage_getsNoHttpAnswer();
    void renegotiation_refused();
    void ticket_resumes_data();
    void ticket_resumes();
    void ticket_oldKey_readForOneMoreRotation();
    void earlyData_neverOffered();
    void eofWithoutCloseNotify_harmless();
    void certificate_reloaded_usedByNewConnections();
    void certificate_bad_keepsTheOld();

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<TestHandler> m_handler;
    std::unique_ptr<Server> m_server;
};

void TestTls::init()
{
    m_clock = std::make_unique<ManualClock>(UtcTime(std::chrono::days(20000)));
    m_handler = std::make_unique<TestHandler>();
    m_server = startServer(*m_handler, [this](ServerOptions& options) { options.clock = m_clock.get(); });
    QVERIFY(m_server);
}

void TestTls::cleanup()
{
    m_server.reset();
    m_handler.reset();
}

void TestTls::asvs_12_1_1_version_matrix_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("TLS 1.0") << TLS1_VERSION << false;
    QTest::newRow("TLS 1.1") << TLS1_1_VERSION << false;
    QTest::newRow("TLS 1.2") << TLS1_2_VERSION << true;
    QTest::newRow("TLS 1.3") << TLS1_3_VERSION << true;
}

void TestTls::asvs_12_1_1_version_matrix()
{
    QFETCH(int, version);
    QFETCH(bool, accepted);
    TlsOptions options;
    options.minVersion = options.maxVersion = version;
    options.securityLevel = 0;
    options.cipherList = "ALL:@SECLEVEL=0";
    TlsClient client(m_server->port(), options);
    QCOMPARE(client.connected(), accepted);
    if (!accepted)
        QCOMPARE(m_handler->waitForTlsFailure(), std::string("wrong_version"));
}

void TestTls::asvs_12_1_2_suite_matrix_data()
{
    QTest::addColumn<QByteArray>("suite");
    QTest::addColumn<bool>("accepted");
    for (const char* suite : {"ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-ECDSA-CHACHA20-POLY1305"})
        QTest::newRow(suite) << QByteArray(suite) << true;
    for (const char* suite :
         {"ECDHE-ECDSA-AES256-SHA384", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-CCM", "AES256-GCM-SHA384", "AES128-SHA",
          "DHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-NULL-SHA", "AECDH-AES256-SHA", "PSK-AES256-GCM-SHA384"})
        QTest::newRow(suite) << QByteArray(suite) << false;
}

void TestTls::asvs_12_1_2_suite_matrix()
{
    QFETCH(QByteArray, suite);
    QFETCH(bool, accepted);
    TlsOptions options;
    options.minVersion = options.maxVersion = TLS1_2_VERSION;
    options.securityLevel = 0;
    options.cipherList = suite.toStdString() + ":@SECLEVEL=0";
    QCOMPARE(TlsClient(m_server->port(), options).connected(), accepted);
}

void TestTls::asvs_11_6_2_group_matrix_data()
{
    QTest::addColumn<QByteArray>("group");
    QTest::addColumn<bool>("accepted");
    for (const char* group : {"X25519", "P-256", "P-384"})
        QTest::newRow(group) << QByteArray(group) << true;
    for (const char* group : {"P-521", "X448", "ffdhe2048"})
        QTest::newRow(group) << QByteArray(group) << false;
}

void TestTls::asvs_11_6_2_group_matrix()
{
    QFETCH(QByteArray, group);
    QFETCH(bool, accepted);
    TlsOptions options;
    options.groups = group.toStdString();
    QCOMPARE(TlsClient(m_server->port(), options).connected(), accepted);
}

void TestTls::asvs_12_1_2_strongest_preferred()
{
    TlsOptions options;
    options.cipherSuites = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384";
    TlsClient client(m_server->port(), options);
    QCOMPARE(std::string(SSL_get_version(client.ssl())), std::string("TLSv1.3"));
    QCOMPARE(std::string(SSL_get_cipher_name(client.ssl())), std::string("TLS_AES_256_GCM_SHA384"));
}

void TestTls::alpn_http_agreed_data()
{
    QTest::addColumn<QByteArrayList>("offered");
    QTest::addColumn<QByteArray>("agreed");
    const auto row = [](const char* name, const QByteArrayList& offered, const char* agreed) {
        QTest::newRow(name) << offered << QByteArray(agreed);
    };
    row("1.1", {"http/1.1"}, "http/1.1");
    row("1.0", {"http/1.0"}, "http/1.0");
    row("2 and 1.1", {"h2", "http/1.1"}, "http/1.1");
    row("2 and 1.0", {"h2", "http/1.0"}, "http/1.0");
    row("1.0 before 1.1", {"http/1.0", "http/1.1"}, "http/1.1");
    row("0.9 and 1.0", {"http/0.9", "http/1.0"}, "http/1.0");
}

void TestTls::alpn_http_agreed()
{
    QFETCH(QByteArrayList, offered);
    QFETCH(QByteArray, agreed);
    TlsOptions options;
    for (const QByteArray& name : offered)
        options.alpn.push_back(name.toStdString());
    TlsClient client(m_server->port(), options);
    QVERIFY(client.connected());
    const unsigned char* name = nullptr;
    unsigned length = 0;
    SSL_get0_alpn_selected(client.ssl(), &name, &length);
    QCOMPARE(std::string(reinterpret_cast<const char*>(name), length), agreed.toStdString());
    QVERIFY(client.send(agreed == "http/1.0" ? "GET /x HTTP/1.0\r\n\r\n" : "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"));
    QCOMPARE(client.read().value_or(Answer()).body, std::string("/x"));
}

void TestTls::alpn_absent_accepted()
{
    QVERIFY(TlsClient(m_server->port()).connected());
}

void TestTls::alpn_other_fatalAlert_data()
{
    QTest::addColumn<QByteArray>("protocol");
    QTest::newRow("h2") << QByteArray("h2");
    QTest::newRow("foo") << QByteArray("foo");
    QTest::newRow("prefix") << QByteArray("http/1.10");
    QTest::newRow("shorter") << QByteArray("http/1");
    QTest::newRow("0.9") << QByteArray("http/0.9");
}

void TestTls::alpn_other_fatalAlert()
{
    QFETCH(QByteArray, protocol);
    TlsOptions options;
    options.alpn = {protocol.toStdString()};
    ERR_clear_error();
    TlsClient client(m_server->port(), options);
    QVERIFY(!client.connected());
    QCOMPARE(ERR_GET_REASON(ERR_peek_error()), SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL);
    QCOMPARE(m_handler->waitForTlsFailure(), std::string("no_shared_protocol"));
}

void TestTls::asvs_12_2_1_clearText_request_isToldSoInClearText_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("head");
    const auto row = [](const char* name, const char* request, bool head = false) {
        QTest::newRow(name) << QByteArray(request) << head;
    };
    row("get", "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\n\r\n");
    row("post", "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");
    row("put", "PUT /x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("patch", "PATCH /x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("delete", "DELETE /x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("options", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    row("connect", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n");
    row("head", "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", true);
    row("HTTP/1.0", "GET / HTTP/1.0\r\n\r\n");
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("absolute", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n");
}

void TestTls::asvs_12_2_1_clearText_request_isToldSoInClearText()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, head);
    const int socket = connectTcp(m_server->port());
    QCOMPARE(::send(socket, request.data(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL),
             static_cast<ssize_t>(request.size()));
    ::shutdown(socket, SHUT_WR);
    std::string received;
    QVERIFY(waitForClose(socket, &received));
    ::close(socket);
    QVERIFY2(received.starts_with("HTTP/1.1 400 Bad Request\r\n"), received.c_str());
    QVERIFY(received.find("\r\nConnection: close\r\n") != std::string::npos);
    QVERIFY(received.find("\r\nContent-Length: ") != std::string::npos);
    QCOMPARE(received.find("HTTP/1.1", 1), std::string::npos); // one answer
    const std::string body = received.substr(received.find("\r\n\r\n") + 4);
    QCOMPARE(body.empty(), head);
    QCOMPARE(body.find("HTTPS") != std::string::npos, !head);
    QCOMPARE(m_handler->waitForTlsFailure(), std::string("cleartext_http"));
    QVERIFY(m_handler->seen().empty());
    QCOMPARE(m_server->stats().failedHandshakes, std::uint64_t{1});
}

void TestTls::clearText_request_inPieces_isToldSo()
{
    const int socket = connectTcp(m_server->port());
    for (const char byte : std::string_view("GET /x HTTP/1.1\r\n"))
        QCOMPARE(::send(socket, &byte, 1, MSG_NOSIGNAL), ssize_t{1});
    ::shutdown(socket, SHUT_WR);
    std::string received;
    QVERIFY(waitForClose(socket, &received));
    ::close(socket);
    QVERIFY(received.starts_with("HTTP/1.1 400 "));
}

/// What is still on its way when the answer is sent must not make the kernel take it back.
void TestTls::clearText_body_doesNotDestroyTheAnswer()
{
    const int socket = connectTcp(m_server->port());
    const std::string request = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + std::string(1000000, 'x');
    std::string_view rest = request;
    while (!rest.empty()) {
        const ssize_t sent = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL);
        QVERIFY(sent > 0);
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    ::shutdown(socket, SHUT_WR);
    std::string received;
    QVERIFY(waitForClose(socket, &received));
    ::close(socket);
    QVERIFY(received.starts_with("HTTP/1.1 400 "));
}

void TestTls::clearText_noRequest_isClosedWithoutAWord()
{
    const int socket = connectTcp(m_server->port());
    const std::string_view greeting = "SSH-2.0-OpenSSH_9.2\r\n";
    QVERIFY(::send(socket, greeting.data(), greeting.size(), MSG_NOSIGNAL) > 0);
    std::string received;
    QVERIFY(waitForClose(socket, &received));
    ::close(socket);
    QCOMPARE(received, std::string());
    QCOMPARE(m_handler->waitForTlsFailure(), std::string("malformed"));
}

void TestTls::clearText_unfinished_isClosedAtTheDeadline()
{
    TestHandler handler;
    const auto server =
        startServer(handler, [](ServerOptions& options) { options.limits.handshake = std::chrono::milliseconds(50); });
    const int socket = connectTcp(server->port());
    QVERIFY(::send(socket, "GET /", 5, MSG_NOSIGNAL) == 5);
    std::string received;
    QVERIFY(waitForClose(socket, &received));
    ::close(socket);
    QCOMPARE(received, std::string());
    QCOMPARE(handler.waitForTlsFailure(), std::string("timeout"));
}

void TestTls::garbage_getsNoHttpAnswer()
{
    const int socket = connectTcp(m_server->port());
    const std::string garbage(3000, '\xff');
    QVERIFY(::send(socket, garbage.data(), garbage.size(), MSG_NOSIGNAL) > 0);
    std::string received;
    QVERIFY(waitForClose(socket, &received));
    ::close(socket);
    QVERIFY(received.size() <= 7);
    QVERIFY(!m_handler->waitForTlsFailure().empty());
}

void TestTls::renegotiation_refused()
{
    TlsOptions options;
    options.maxVersion = TLS1_2_VERSION;
    TlsClient client(m_server->port(), options);
    QVERIFY(client.connected());
    QCOMPARE(SSL_get_secure_renegotiation_support(client.ssl()), 1L);
    QCOMPARE(SSL_renegotiate(client.ssl()), 1);
    QVERIFY(SSL_do_handshake(client.ssl()) != 1); // OpenSSL answers no_renegotiation
}

void TestTls::ticket_resumes_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
    QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
}

void TestTls::ticket_resumes()
{
    QFETCH(int, version);
    TlsOptions options;
    options.minVersion = options.maxVersion = version;
    TlsClient first(m_server->port(), options);
    const Session session = sessionAfterRequest(first);
    QVERIFY(session);
    QVERIFY(resumes(m_server->port(), version, session.get()));
    QCOMPARE(m_server->stats().resumedHandshakes, std::uint64_t{1});
}

void TestTls::ticket_oldKey_readForOneMoreRotation()
{
    TlsOptions options;
    options.minVersion = options.maxVersion = TLS1_2_VERSION;
    TlsClient first(m_server->port(), options);
    const Session session = sessionAfterRequest(first);
    QVERIFY(session);
    m_clock->advance(std::chrono::hours(7)); // one rotation (6 h) ago: opened with the previous key
    QVERIFY(resumes(m_server->port(), TLS1_2_VERSION, session.get()));
    m_clock->advance(std::chrono::hours(6)); // that key is gone: a full handshake
    QVERIFY(!resumes(m_server->port(), TLS1_2_VERSION, session.get()));
}

void TestTls::earlyData_neverOffered()
{
    TlsClient first(m_server->port());
    const Session session = sessionAfterRequest(first);
    QVERIFY(session);
    QCOMPARE(SSL_SESSION_get_max_early_data(session.get()), 0u);
}

void TestTls::eofWithoutCloseNotify_harmless()
{
    for (int i = 0; i < 20; ++i) {
        TlsClient client(m_server->port());
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        QVERIFY(client.read());
        ::shutdown(client.socket(), SHUT_RDWR);
    }
    QVERIFY(eventually([this] { return m_server->stats().openConnections == 0; }));
}

void TestTls::certificate_reloaded_usedByNewConnections()
{
    const auto fingerprint = [this] {
        TlsClient client(m_server->port());
        std::string digest(32, '\0');
        unsigned length = 32;
        X509* certificate = SSL_get1_peer_certificate(client.ssl());
        X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char*>(digest.data()), &length);
        X509_free(certificate);
        return digest;
    };
    TlsClient old(m_server->port());
    const Session session = sessionAfterRequest(old);
    const std::string before = fingerprint();
    QVERIFY(m_server->reloadCertificate(makeCertificate()));
    QVERIFY(eventually([&] { return fingerprint() != before; }));
    QVERIFY(old.send("GET /still HTTP/1.1\r\nHost: a\r\n\r\n")); // an open connection goes on
    QCOMPARE(old.read().value_or(Answer()).body, std::string("/still"));
    QVERIFY(resumes(m_server->port(), TLS1_3_VERSION, session.get()));
}

void TestTls::certificate_bad_keepsTheOld()
{
    const auto reloaded = m_server->reloadCertificate({"nonsense", SecretBytes::fromText("nonsense")});
    QVERIFY(!reloaded);
    QCOMPARE(reloaded.error().code, ErrorCode::CertificateInvalid);
    QVERIFY(TlsClient(m_server->port()).connected());
}

SALLYPORT_TEST(TestTls)

} // namespace tst_tls
#include "tst_tls.moc"
