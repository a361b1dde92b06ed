#include "backend/http/proxy_header.h"

#include "tests/http/test_support.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

namespace tst_proxy_header {

using namespace sallyport;
using namespace sallyport::http;
using namespace sallyport::http::test;
using namespace std::chrono_literals;
using Outcome = ProxyHeader::Outcome;

namespace {

constexpr std::string_view signature("\r\n\r\n\0\r\nQUIT\n", 12);

std::string header(char versionAndCommand, char familyAndTransport, const std::string& rest)
{
    std::string bytes(signature);
    bytes += versionAndCommand;
    bytes += familyAndTransport;
    bytes += static_cast<char>(rest.size() >> 8);
    bytes += static_cast<char>(rest.size() & 0xff);
    return bytes + rest;
}

std::string v4(const char client[4])
{
    return std::string(client, 4) + std::string("\x7f\0\0\1", 4) + std::string("\x12\x34\x20\xfb", 4);
}

/// Where requests come from, and whose connections begin with the header.
class ProxiedHandler final : public TestHandler {
public:
    void handle(std::shared_ptr<Exchange> exchange) override
    {
        Response response(200);
        response.setBody(exchange->request().peer.text() + ' ' + std::to_string(exchange->request().peerPort) +
                         (exchange->request().proxyTold ? " told" : ""));
        exchange->respond(std::move(response));
    }
    bool isProxy(const IpAddress&) override { return true; }
    bool sendsProxyHeader(const IpAddress&) override { return true; }
    bool admits(const IpAddress& peer) override { return peer != IpAddress::v4(0xCB007108); }
};

} // namespace

class TestProxyHeader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses()
    {
        const ProxyHeader one = readProxyHeader(header('\x21', '\x11', v4("\xcb\0\x71\x07")));
        QCOMPARE(one.outcome, Outcome::Complete);
        QCOMPARE(one.client->address.text(), std::string("203.0.113.7"));
        QCOMPARE(one.client->port, std::uint16_t{0x1234});
        QCOMPARE(one.wanted, std::size_t{28});
        std::string six = std::string("\x20\x01\x0d\xb8", 4) + std::string(11, '\0') + '\7' + std::string(16, '\1');
        six += std::string("\0\x50\x20\xfb", 4);
        const ProxyHeader two = readProxyHeader(header('\x21', '\x21', six + "\3\0\4abcd" + "behind"));
        QCOMPARE(two.client->address.text(), std::string("2001:db8::7"));
        QCOMPARE(two.client->port, std::uint16_t{80});
    }

    void isTheProxyItself_forItsOwnConnections_andOtherFamilies()
    {
        for (const std::string& bytes : {header('\x20', '\x00', ""), header('\x20', '\x11', v4("\xcb\0\x71\x07")),
                                         header('\x21', '\x00', ""), header('\x21', '\x31', std::string(216, 'x'))}) {
            const ProxyHeader read = readProxyHeader(bytes);
            QCOMPARE(read.outcome, Outcome::Complete);
            QVERIFY(!read.client);
        }
    }

    void refusesEverythingElse()
    {
        for (const std::string& bytes :
             {std::string("PROXY TCP4 203.0.113.7 192.0.2.1 4711 443\r\n"), std::string("\x16\x03\x01"),
              std::string("GET / HTTP"), header('\x11', '\x11', v4("\xcb\0\x71\x07")),
              header('\x22', '\x11', v4("\xcb\0\x71\x07")), header('\x21', '\x41', v4("\xcb\0\x71\x07")),
              header('\x21', '\x13', v4("\xcb\0\x71\x07")), header('\x21', '\x11', "short"),
              header('\x21', '\x21', std::string(35, 'x')), header('\x21', '\x11', std::string(2049, 'x'))})
            QCOMPARE(readProxyHeader(bytes).outcome, Outcome::Malformed);
    }

    void asksForTheRest_byteByByte()
    {
        const std::string whole = header('\x21', '\x11', v4("\xcb\0\x71\x07"));
        for (std::size_t some = 0; some < whole.size(); ++some) {
            const ProxyHeader read = readProxyHeader(std::string_view(whole).substr(0, some));
            QCOMPARE(read.outcome, Outcome::NeedMore);
            QCOMPARE(read.wanted, some < 16 ? std::size_t{16} : std::size_t{28});
        }
    }

    void theClientIsWhomTheProxySays()
    {
        ProxiedHandler handler;
        const auto server = startServer(handler);
        TlsOptions options;
        options.preamble = header('\x21', '\x11', v4("\xcb\0\x71\x07") + "\3\0\4abcd");
        TlsClient client(server->port(), options);
        QVERIFY(client.connected());
        QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        QCOMPARE(client.read()->body, std::string("203.0.113.7 4660 told"));
    }

    /// Nobody's address is in it, and still it is all that the proxy says of its client.
    void withoutAnAddress_theProxyHasSpokenAllTheSame()
    {
        ProxiedHandler handler;
        const auto server = startServer(handler);
        for (const std::string& bytes :
             {header('\x20', '\x00', ""), header('\x21', '\x00', ""), header('\x21', '\x12', v4("\xcb\0\x71\x07"))}) {
            TlsOptions options;
            options.preamble = bytes;
            TlsClient client(server->port(), options);
            QVERIFY(client.connected());
            QVERIFY(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
            const std::string body = client.read()->body;
            QVERIFY2(body.starts_with("127.0.0.1 ") && body.ends_with(" told"), body.c_str());
        }
    }

    void whoIsKeptOut_isClosed()
    {
        ProxiedHandler handler;
        const auto server = startServer(handler);
        TlsOptions options;
        options.preamble = header('\x21', '\x11', v4("\xcb\0\x71\x08"));
        TlsClient client(server->port(), options);
        QVERIFY(!client.connected());
    }

    void withoutIt_nothingIsServed()
    {
        ProxiedHandler handler;
        const auto server = startServer(handler);
        TlsClient client(server->port());
        QVERIFY(!client.connected());
        QCOMPARE(handler.waitForTlsFailure(), std::string("proxy_header"));
    }

    void whoDoesntFinishIt_isClosed()
    {
        ProxiedHandler handler;
        const auto server = startServer(handler, [](ServerOptions& options) { options.limits.handshake = 50ms; });
        const int socket = connectTcp(server->port());
        QCOMPARE(::send(socket, signature.data(), signature.size(), MSG_NOSIGNAL), ssize_t{12});
        QVERIFY(waitForClose(socket));
        ::close(socket);
        QCOMPARE(handler.waitForTlsFailure(), std::string("timeout"));
    }
};

SALLYPORT_TEST(TestProxyHeader)

} // namespace tst_proxy_header
#include "tst_proxy_header.moc"
