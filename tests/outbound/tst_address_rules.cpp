#include "backend/outbound/address_rules.h"
#include "backend/outbound/url.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_address_rules {

using namespace sallyport;
using namespace sallyport::outbound;

class TestAddressRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_1_3_6_specialAddress_refused_data()
    {
        QTest::addColumn<QString>("address");
        for (const char* address : {"0.0.0.0",
                                    "0.1.2.3",
                                    "10.0.0.1",
                                    "10.255.255.255",
                                    "100.64.0.1",
                                    "100.127.255.255",
                                    "127.0.0.1",
                                    "127.9.9.9",
                                    "169.254.169.254",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.0.0.8",
                                    "192.0.2.1",
                                    "192.168.1.1",
                                    "198.18.0.1",
                                    "198.19.255.255",
                                    "198.51.100.7",
                                    "203.0.113.9",
                                    "224.0.0.1",
                                    "239.255.255.250",
                                    "240.0.0.1",
                                    "255.255.255.255",
                                    "::",
                                    "::1",
                                    "::7f00:1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:10.0.0.1",
                                    "64:ff9b::7f00:1",
                                    "64:ff9b:1::1",
                                    "100::1",
                                    "2001::1",
                                    "2001:db8::1",
                                    "2002:7f00:1::1",
                                    "3fff::1",
                                    "5f00::1",
                                    "fc00::1",
                                    "fd12:3456::1",
                                    "fe80::1",
                                    "fec0::1",
                                    "ff02::1"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void asvs_1_3_6_specialAddress_refused()
    {
        QFETCH(QString, address);
        const IpAddress parsed = *IpAddress::parse(address.toStdString());
        QVERIFY(!AddressRules().allows(parsed));
        QVERIFY(!AddressRules::specialUse(parsed).empty());
    }

    void publicAddress_allowed_data()
    {
        QTest::addColumn<QString>("address");
        for (const char* address : {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
                                    "126.255.255.255", "128.0.0.1", "172.15.255.255", "172.32.0.0", "192.167.255.255",
                                    "223.255.255.255", "::ffff:8.8.8.8", "2606:4700:4700::1111", "2a00:1450:4001:80e::200e"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void publicAddress_allowed()
    {
        QFETCH(QString, address);
        QVERIFY(AddressRules().allows(*IpAddress::parse(address.toStdString())));
    }

    void configuredNetwork_allowsIt_andNothingElse()
    {
        const AddressRules rules = *AddressRules::parse("127.0.0.0/8, 10.20.0.0/16 ::1");
        QVERIFY(rules.allows(*IpAddress::parse("127.0.0.1")));
        QVERIFY(rules.allows(*IpAddress::parse("10.20.3.4")));
        QVERIFY(rules.allows(*IpAddress::parse("::1")));
        QVERIFY(!rules.allows(*IpAddress::parse("10.21.0.1")));
        QVERIFY(!rules.allows(*IpAddress::parse("192.168.0.1")));
        QVERIFY(!AddressRules::parse("10.0.0.0/99"));
        QVERIFY(!AddressRules::parse("localhost"));
    }

    void url_takenApart()
    {
        const Url url = *Url::parse("https://Login.Example:8443/a/b?c=d");
        QVERIFY(url.tls && url.host == "login.example" && url.port == 8443 && url.target == "/a/b?c=d");
        QCOMPARE(url.authority(), std::string("login.example:8443"));
        QCOMPARE(Url::parse("https://[2001:db8::1]/")->authority(), std::string("[2001:db8::1]"));
        QCOMPARE(Url::parse("http://127.0.0.1:90")->target, std::string("/"));
        QCOMPARE(Url::parse("https://a.example?x=1")->target, std::string("/?x=1"));
    }

    void url_thatSmugglesSomething_refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 "login.example",
                                 "ftp://a.example/",
                                 "file:///etc/passwd",
                                 "https://",
                                 "https:///x",
                                 "https://a b/",
                                 "https://user@a.example/",
                                 "https://user:pw@127.0.0.1/",
                                 "https://a.example#x",
                                 "https://a.example:0/",
                                 "https://a.example:65536/",
                                 "https://a.example:8x/",
                                 "https://[::1",
                                 "https://[::1]x/",
                                 "https://a\\b.example/",
                                 "https://a.example/\r\nX: y",
                                 "https://a.example/\t",
                                 "https://exämple/",
                                 "gopher://a/",
                                 "https://a_b.example/"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void url_thatSmugglesSomething_refused()
    {
        QFETCH(QString, text);
        QVERIFY(!Url::parse(text.toStdString()));
    }
};

SALLYPORT_TEST(TestAddressRules)

} // namespace tst_address_rules
#include "tst_address_rules.moc"
