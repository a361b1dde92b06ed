#include "backend/protection/lists/trusted_proxies.h"

#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_trusted_proxies {

using namespace sallyport;
using namespace sallyport::protection;
using Source = ClientAddress::Source;

class TestTrustedProxies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_4_1_3_tellsTheClient_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QStringList>("forwarded");
        QTest::addColumn<QStringList>("forwardedFor");
        QTest::addColumn<QString>("client");
        QTest::addColumn<int>("source");
        using Lines = std::initializer_list<const char*>;
        const auto row = [](const char* name, const char* peer, Lines forwarded, Lines forwardedFor, const char* client,
                            Source source) {
            const auto texts = [](Lines lines) {
                QStringList list;
                for (const char* line : lines)
                    list << QString::fromLatin1(line);
                return list;
            };
            QTest::newRow(name) << QString::fromLatin1(peer) << texts(forwarded) << texts(forwardedFor)
                                << QString::fromLatin1(client) << static_cast<int>(source);
        };
        // P is 192.0.2.1, its neighbour 192.0.2.2; B is 203.0.113.9.
        row("nobody's proxy is believed", "198.51.100.1", {}, {"203.0.113.9"}, "198.51.100.1", Source::Socket);
        row("no field", "192.0.2.1", {}, {}, "192.0.2.1", Source::Socket);
        row("empty field", "192.0.2.1", {}, {""}, "192.0.2.1", Source::Socket);
        row("blank field", "192.0.2.1", {" "}, {" \t"}, "192.0.2.1", Source::Socket);
        row("one hop", "192.0.2.1", {}, {"203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
        row("forged prefix", "192.0.2.1", {}, {"198.51.100.7, 203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
        row("forged line", "192.0.2.1", {}, {"198.51.100.7", "203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
        row("trusted hops are passed", "192.0.2.1", {}, {"198.51.100.7, 203.0.113.9, 192.0.2.2"}, "203.0.113.9",
            Source::ForwardedFor);
        row("only trusted hops", "192.0.2.1", {}, {"192.0.2.2"}, "192.0.2.2", Source::ForwardedFor);
        row("unreadable hop", "192.0.2.1", {}, {"198.51.100.7, garbage"}, "192.0.2.1", Source::Unreadable);
        row("unreadable behind a trusted one", "192.0.2.1", {}, {"198.51.100.7, garbage, 192.0.2.2"}, "192.0.2.2",
            Source::Unreadable);
        row("empty hop", "192.0.2.1", {}, {"198.51.100.7, "}, "192.0.2.1", Source::Unreadable);
        row("only commas", "192.0.2.1", {}, {",,"}, "192.0.2.1", Source::Unreadable);
        row("port", "192.0.2.1", {}, {"203.0.113.9:4711"}, "203.0.113.9", Source::ForwardedFor);
        row("no port", "192.0.2.1", {}, {"203.0.113.9:"}, "192.0.2.1", Source::Unreadable);
        row("IPv6", "192.0.2.1", {}, {"2001:db8::9"}, "2001:db8::9", Source::ForwardedFor);
        row("IPv6 in brackets", "192.0.2.1", {}, {"[2001:db8::9]:443"}, "2001:db8::9", Source::ForwardedFor);
        row("brackets without an end", "192.0.2.1", {}, {"[2001:db8::9"}, "192.0.2.1", Source::Unreadable);
        row("IPv4 in brackets", "192.0.2.1", {}, {"[203.0.113.9]"}, "192.0.2.1", Source::Unreadable);
        row("mapped", "192.0.2.1", {}, {"::ffff:203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
        row("mapped peer", "::ffff:192.0.2.1", {}, {"203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
        row("a proxy by IPv6", "2001:db8:1::5", {}, {"203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
        row("Forwarded", "192.0.2.1", {"for=203.0.113.9;proto=https;by=192.0.2.1"}, {}, "203.0.113.9", Source::Forwarded);
        row("Forwarded, any case", "192.0.2.1", {"Proto=https; FOR=203.0.113.9"}, {}, "203.0.113.9", Source::Forwarded);
        row("Forwarded, quoted IPv6", "192.0.2.1", {"for=\"[2001:db8::9]:47011\""}, {}, "2001:db8::9", Source::Forwarded);
        row("Forwarded, bare IPv6", "192.0.2.1", {"for=2001:db8::9"}, {}, "192.0.2.1", Source::Unreadable);
        row("Forwarded, forged prefix", "192.0.2.1", {"for=198.51.100.7, for=203.0.113.9"}, {}, "203.0.113.9", Source::Forwarded);
        row("Forwarded, comma in quotes", "192.0.2.1", {"for=203.0.113.9;host=\"a, for=198.51.100.7\""}, {}, "203.0.113.9",
            Source::Forwarded);
        row("Forwarded, open quotes", "192.0.2.1", {"for=203.0.113.9, for=\"198.51.100.7"}, {}, "192.0.2.1", Source::Unreadable);
        row("Forwarded, unknown", "192.0.2.1", {"for=198.51.100.7, for=unknown"}, {}, "192.0.2.1", Source::Unreadable);
        row("Forwarded, hidden", "192.0.2.1", {"for=_secret"}, {}, "192.0.2.1", Source::Unreadable);
        row("Forwarded without for", "192.0.2.1", {"for=198.51.100.7, proto=https"}, {}, "192.0.2.1", Source::Unreadable);
        row("Forwarded, for twice", "192.0.2.1", {"for=198.51.100.7;for=203.0.113.9"}, {}, "192.0.2.1", Source::Unreadable);
        row("both agree", "192.0.2.1", {"for=203.0.113.9"}, {"203.0.113.9"}, "203.0.113.9", Source::Forwarded);
        row("both disagree", "192.0.2.1", {"for=198.51.100.7"}, {"203.0.113.9"}, "192.0.2.1", Source::Contradictory);
        row("one is garbage", "192.0.2.1", {"x=\""}, {"203.0.113.9"}, "192.0.2.1", Source::Contradictory);
        row("the other is garbage", "192.0.2.1", {"for=203.0.113.9"}, {"unknown"}, "192.0.2.1", Source::Contradictory);
        row("a chain, a field each", "192.0.2.1", {"for=203.0.113.9"}, {"192.0.2.2"}, "203.0.113.9", Source::Forwarded);
        row("a chain the other way", "192.0.2.1", {"for=192.0.2.2"}, {"203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
        row("a chain and a forged field", "192.0.2.1", {"for=203.0.113.9"}, {"198.51.100.7, 192.0.2.2"}, "192.0.2.1",
            Source::Contradictory);
        row("Forwarded, a quote left open by the client", "192.0.2.1", {"x=\", for=203.0.113.9"}, {}, "203.0.113.9",
            Source::Forwarded);
        row("Forwarded, and escaped", "192.0.2.1", {"for=\"198.51.100.7\\, for=203.0.113.9"}, {}, "203.0.113.9",
            Source::Forwarded);
        row("Forwarded, escaped quotes in the text", "192.0.2.1", {"for=198.51.100.7, for=203.0.113.9;host=\"a\\\", b\\\\\""}, {},
            "203.0.113.9", Source::Forwarded);
        row("one is empty", "192.0.2.1", {""}, {"203.0.113.9"}, "203.0.113.9", Source::ForwardedFor);
    }
    void asvs_4_1_3_tellsTheClient()
    {
        QFETCH(QString, peer);
        QFETCH(QStringList, forwarded);
        QFETCH(QStringList, forwardedFor);
        QFETCH(QString, client);
        QFETCH(int, source);
        const TrustedProxies trusted("192.0.2.0/29, 2001:db8:1::/48");
        std::vector<std::string> texts[2];
        std::vector<std::string_view> views[2];
        for (const QString& line : forwarded)
            texts[0].push_back(line.toStdString());
        for (const QString& line : forwardedFor)
            texts[1].push_back(line.toStdString());
        for (int i = 0; i < 2; ++i)
            views[i].assign(texts[i].begin(), texts[i].end());
        const ClientAddress told = clientAddress(*IpAddress::parse(peer.toStdString()), views[0], views[1],
                                                 [&](const IpAddress& hop) { return trusted.contains(hop); });
        QCOMPARE(QString::fromStdString(told.address.text()), client);
        QCOMPARE(static_cast<int>(told.source), source);
    }

    void givesUpAfterManyHops()
    {
        std::string list = "203.0.113.9";
        for (int i = 0; i < 40; ++i)
            list += ",192.0.2.2";
        const std::string_view line = list;
        const ClientAddress told =
            clientAddress(*IpAddress::parse("192.0.2.1"), {}, std::span(&line, 1),
                          [](const IpAddress& hop) { return TrustedProxies("192.0.2.0/29").contains(hop); });
        QCOMPARE(told.address.text(), std::string("192.0.2.2"));
        QCOMPARE(told.source, Source::Unreadable);
    }
};

SALLYPORT_TEST(TestTrustedProxies)

} // namespace tst_trusted_proxies
#include "tst_trusted_proxies.moc"
