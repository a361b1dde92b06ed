#include "backend/base/clock.h"
#include "backend/crypto/certificate.h"
#include "backend/crypto/system_random.h"
#include "backend/outbound/client.h"
#include "tests/http/test_support.h"
#include "tests/outbound/hostile_server.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <poll.h>
#include <sys/resource.h>

namespace tst_client {

using namespace sallyport;
using namespace sallyport::outbound;
using sallyport::test::HostileServer;
using namespace std::chrono_literals;

namespace {

Policy loopback()
{
    Policy policy;
    policy.rules = *AddressRules::parse("127.0.0.0/8 ::1");
    policy.limits.connect = 3s;
    policy.limits.total = 5s;
    return policy;
}

std::string wordOf(const Result<Response>& result)
{
    return result ? std::string("(answered)") : result.error().word;
}

/// The server of the house with a certificate that is right for localhost and 127.0.0.1.
class TlsSite {
public:
    TlsSite()
    {
        crypto::SystemRandom random;
        auto made = crypto::makeSelfSigned({}, {}, SystemClock().now(), random);
        std::ofstream(ca()) << made->certificate.pem();
        server = http::test::startServer(handler, [&](http::ServerOptions& options) {
            options.certificate = {made->certificate.pem(), std::move(made->privateKeyPem)};
        });
    }
    std::string ca() const { return folder.filePath(QStringLiteral("ca.pem")).toStdString(); }
    std::string url(const char* host) const
    {
        return "https://" + std::string(host) + ":" + std::to_string(server->port()) + "/hello";
    }

    QTemporaryDir folder;
    http::test::TestHandler handler;
    std::unique_ptr<http::Server> server;
};

} // namespace

class TestClient : public QObject {
    Q_OBJECT

    std::unique_ptr<Client> m_client = std::move(*makeClient());

    Result<Response> get(const std::string& url, const Policy& policy = loopback())
    {
        Request request;
        request.url = url;
        return m_client->send(request, policy);
    }

private Q_SLOTS:
    void answer_read()
    {
        HostileServer server(HostileServer::answer(
            "HTTP/1.1 200 OK\r\nContent-Type: Application/JSON; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}"));
        const auto answer = get(server.url("/a?b=c"));
        QVERIFY2(answer.has_value(), wordOf(answer).c_str());
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->mediaType, std::string("application/json"));
        QCOMPARE(answer->body, std::string("{}"));
        QVERIFY(server.request().starts_with("GET /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:"));
    }

    void chunkedAnswer_andErrorStatus_read()
    {
        HostileServer server(HostileServer::answer(
            "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"));
        const auto answer = get(server.url());
        QVERIFY2(answer.has_value(), wordOf(answer).c_str());
        QCOMPARE(answer->status, 400);
        QCOMPARE(answer->body, std::string("abcde"));
    }

    void post_sendsBodyAndFields()
    {
        HostileServer server(HostileServer::answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        Request request;
        request.method = "POST";
        request.url = server.url("/token");
        request.headers = {{"Authorization", "Basic eDp5"}};
        request.contentType = "application/x-www-form-urlencoded";
        request.body = SecretBytes::fromText("a=b");
        QVERIFY(m_client->send(request, loopback()).has_value());
        QVERIFY(server.request().find("Authorization: Basic eDp5\r\n") != std::string::npos);
        QVERIFY(server.request().find("Content-Length: 3\r\n") != std::string::npos);
    }

    void fieldWithLineEnd_notSent()
    {
        Request request;
        request.url = "http://127.0.0.1:9/";
        request.headers = {{"X", "a\r\nHost: evil"}};
        QCOMPARE(wordOf(m_client->send(request, loopback())), std::string(failure::badUrl));
    }

    void asvs_15_3_2_hostileAnswer_refused_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const QByteArray& answer, std::string_view word) {
            QTest::newRow(name) << answer << QString::fromLatin1(word.data(), qsizetype(word.size()));
        };
        row("redirect", "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n",
            failure::redirected);
        row("permanent redirect", "HTTP/1.1 308 x\r\nLocation: /\r\nContent-Length: 0\r\n\r\n", failure::redirected);
        row("huge field", "HTTP/1.1 200 OK\r\nX: " + QByteArray(40'000, 'a') + "\r\n\r\n", failure::tooLarge);
        QByteArray fields("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 4000; ++i)
            fields += "X-" + QByteArray::number(i) + ": 1\r\n";
        row("many fields", fields + "\r\n", failure::tooLarge);
        row("announced too large", "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n", failure::tooLarge);
        row("cut short", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", failure::malformed);
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", failure::malformed);
        row("length and chunks", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            failure::malformed);
        row("bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", failure::malformed);
        row("not HTTP", "SSH-2.0-OpenSSH_9.2\r\n", failure::malformed);
        row("HTTP/2", QByteArray::fromHex("00000c0400000000000003000000640004003fffff"), failure::malformed);
        row("nothing", "", failure::malformed);
        row("only 100", "HTTP/1.1 100 Continue\r\n\r\n", failure::malformed);
    }
    void asvs_15_3_2_hostileAnswer_refused()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, word);
        HostileServer server(HostileServer::answer(answer.toStdString()));
        QCOMPARE(QString::fromStdString(wordOf(get(server.url()))), word);
    }

    void endlessBody_cut()
    {
        HostileServer server([](int socket) {
            HostileServer::say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (HostileServer::say(socket, "4000\r\n" + std::string(0x4000, 'x') + "\r\n")) {
            }
        });
        QCOMPARE(wordOf(get(server.url())), std::string(failure::tooLarge));
    }

    void endlessChunkExtension_cut()
    {
        HostileServer server([](int socket) {
            HostileServer::say(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (HostileServer::say(socket, "1;x=" + std::string(1000, 'x') + "\r\na\r\n")) {
            }
        });
        const std::string word = wordOf(get(server.url()));
        QVERIFY2(word == failure::tooLarge || word == failure::malformed, word.c_str());
    }

    void slowDrip_endsAtTheDeadline()
    {
        HostileServer server([](int socket) {
            HostileServer::say(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            pollfd gone{socket, POLLRDHUP, 0};
            while (poll(&gone, 1, 20) == 0 && HostileServer::say(socket, "x")) {
            }
        });
        Policy policy = loopback();
        policy.limits.total = 300ms;
        const auto start = std::chrono::steady_clock::now();
        QCOMPARE(wordOf(get(server.url(), policy)), std::string(failure::timedOut));
        QVERIFY(std::chrono::steady_clock::now() - start < 3s);
    }

    void silence_endsAtTheDeadline_orWhenStopped()
    {
        HostileServer server(HostileServer::waitForEnd);
        Policy policy = loopback();
        policy.limits.total = 200ms;
        QCOMPARE(wordOf(get(server.url(), policy)), std::string(failure::timedOut));
        HostileServer second(HostileServer::waitForEnd);
        const auto stopping = std::move(*makeClient());
        stopping->stop();
        Request request;
        request.url = second.url();
        QCOMPARE(wordOf(stopping->send(request, loopback())), std::string(failure::stopped));
    }

    void asvs_1_3_6_privateAddress_notConnectedTo()
    {
        HostileServer server(HostileServer::waitForEnd);
        const auto refused = get(server.url(), Policy{});
        QCOMPARE(wordOf(refused), std::string(failure::addressRefused));
        QVERIFY(refused.error().code == ErrorCode::AddressNotAllowed);
        const std::string port = std::to_string(server.port());
        for (const std::string host : {"localhost", "127.1", "2130706433", "0x7f000001", "[::ffff:127.0.0.1]", "0"})
            QCOMPARE(wordOf(get("https://" + host + ":" + port + "/", Policy{})), std::string(failure::addressRefused));
        HostileServer unlock(HostileServer::waitForEnd);
        QCOMPARE(wordOf(get("https://169.254.169.254/latest/meta-data", loopback())), std::string(failure::addressRefused));
        connectToEnd(server.port());
        connectToEnd(unlock.port());
    }

    void noDescriptorLeft_isSaid()
    {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit none{0, before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
        const auto client = makeClient();
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
        QVERIFY(!client);
        QCOMPARE(client.error().code, ErrorCode::Unavailable);
        QVERIFY(QByteArray::fromStdString(client.error().detail).endsWith("Too many open files"));
    }

    void asvs_12_3_1_plainHttp_onlyToThisMachine()
    {
        Policy policy;
        policy.rules = *AddressRules::parse("10.0.0.0/8");
        QCOMPARE(wordOf(get("http://10.1.2.3/", policy)), std::string(failure::plainHttp));
        QCOMPARE(wordOf(get("http://1.1.1.1/", policy)), std::string(failure::plainHttp));
    }

    void closedPort_unreachable()
    {
        std::uint16_t port = 0;
        {
            HostileServer server(HostileServer::waitForEnd);
            port = server.port();
            connectToEnd(port);
        }
        QCOMPARE(wordOf(get("http://127.0.0.1:" + std::to_string(port) + "/")), std::string(failure::unreachable));
    }

    void unknownName_saidSo() { QCOMPARE(wordOf(get("https://nowhere.invalid/")), std::string(failure::noSuchHost)); }

    void asvs_12_3_4_tls_trustedNameAndAddress_answered()
    {
        TlsSite site;
        Policy policy = loopback();
        policy.caFile = site.ca();
        for (const char* host : {"localhost", "127.0.0.1"}) {
            const auto answer = get(site.url(host), policy);
            QVERIFY2(answer.has_value(), answer ? "" : answer.error().detail.c_str());
            QCOMPARE(answer->body, std::string("/hello"));
        }
    }

    void asvs_12_3_2_tls_untrusted_refused()
    {
        TlsSite site, other;
        QCOMPARE(wordOf(get(site.url("localhost"))), std::string(failure::untrusted)); // the system doesn't know it
        Policy policy = loopback();
        policy.caFile = other.ca();
        QCOMPARE(wordOf(get(site.url("localhost"), policy)), std::string(failure::untrusted));
        policy.caFile = site.ca();
        QCOMPARE(wordOf(get(site.url("127.0.0.2"), policy)), std::string(failure::unreachable)); // listens on 127.0.0.1 only
        policy.caFile = "/nonexistent/ca.pem";
        QCOMPARE(wordOf(get(site.url("localhost"), policy)), std::string(failure::untrusted));
    }

    void tls_toAPlainServer_refused()
    {
        HostileServer server([](int) {});
        const std::string url = "https://127.0.0.1:" + std::to_string(server.port()) + "/";
        std::thread closer([&] { connectToEnd(server.port()); });
        Policy policy = loopback();
        policy.limits.connect = 500ms;
        const std::string word = wordOf(get(url, policy));
        QVERIFY2(word == failure::untrusted || word == failure::timedOut || word == failure::malformed, word.c_str());
        closer.join();
    }

private:
    /// Lets a server that nobody connected to end.
    static void connectToEnd(std::uint16_t port)
    {
        const int socket = http::test::connectTcp(port);
        if (socket >= 0)
            close(socket);
    }
};

SALLYPORT_GUILESS_TEST(TestClient)

} // namespace tst_client
#include "tst_client.moc"
