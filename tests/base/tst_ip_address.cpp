#include "backend/base/ip_address.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_ip_address {

using namespace sallyport;

class TestIpAddress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void text_rfc5952_isCanonical_data()
    {
        QTest::addColumn<std::string>("written");
        QTest::addColumn<std::string>("canonical");
        const auto row = [](const char* written, const char* canonical) {
            QTest::newRow(written) << std::string(written) << std::string(canonical);
        };
        row("2001:0db8:0000:0000:0000:0000:0002:0001", "2001:db8::2:1");
        row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"); // §4.2.2: one zero group stays
        row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");          // §4.2.3: the longer run
        row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");    // §4.2.3: the first of equal runs
        row("2001:DB8::ABCD", "2001:db8::abcd");             // §4.3
        row("::", "::");
        row("::1", "::1");
        row("1::", "1::");
        row("0:0:0:0:0:0:0:1", "::1");
        row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
        row("64:ff9b::192.0.2.33", "64:ff9b::c000:221");
        row("::ffff:192.0.2.1", "192.0.2.1");
        row("::FFFF:c000:0201", "192.0.2.1");
        row("192.0.2.1", "192.0.2.1");
        row("0.0.0.0", "0.0.0.0");
        row("255.255.255.255", "255.255.255.255");
    }

    void text_rfc5952_isCanonical()
    {
        QFETCH(std::string, written);
        QFETCH(std::string, canonical);
        const auto address = IpAddress::parse(written);
        QVERIFY(address.has_value());
        QCOMPARE(address->text(), canonical);
        QVERIFY(*IpAddress::parse(canonical) == *address);
    }

    void parse_invalid_refused_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char* text : {"", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", " 1.2.3.4", "0x1.2.3.4",
                                 "fe80::1%eth0", "1::2::3", "12345::", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "[::1]", "::1.2.3",
                                 "localhost", "1.2.3.4/32", "::ffff:1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16"})
            QTest::newRow(text) << std::string(text);
        QTest::newRow("NUL inside") << std::string("1.2.3.4\0x", 9);
    }

    void parse_invalid_refused()
    {
        QFETCH(std::string, text);
        QVERIFY(!IpAddress::parse(text));
    }

    void properties_knownAddresses_agree()
    {
        QVERIFY(IpAddress::parse("127.8.8.8")->isLoopback());
        QVERIFY(IpAddress::parse("::1")->isLoopback());
        QVERIFY(IpAddress::parse("::ffff:127.0.0.1")->isLoopback());
        QVERIFY(!IpAddress::parse("::2")->isLoopback());
        QVERIFY(!IpAddress::parse("128.0.0.1")->isLoopback());
        QVERIFY(IpAddress::parse("::")->isUnspecified());
        QVERIFY(IpAddress().isUnspecified());
        QVERIFY(IpAddress() != *IpAddress::parse("::"));
    }

    void network_v6_isThe64()
    {
        QCOMPARE(IpAddress::parse("2001:db8:1:2:3:4:5:6")->network().text(), std::string("2001:db8:1:2::"));
        QCOMPARE(IpAddress::parse("192.0.2.7")->network().text(), std::string("192.0.2.7"));
    }

    void hash_equalAddresses_agree()
    {
        const std::hash<IpAddress> hash;
        QCOMPARE(hash(*IpAddress::parse("::ffff:10.0.0.1")), hash(*IpAddress::parse("10.0.0.1")));
        QVERIFY(hash(*IpAddress::parse("10.0.0.1")) != hash(*IpAddress::parse("10.0.0.2")));
    }

    void cidr_containsNetworks_thatAreNarrower()
    {
        const auto in = [](const char* inner, const char* outer) { return Cidr::parse(outer)->contains(*Cidr::parse(inner)); };
        QVERIFY(in("203.0.113.0/24", "203.0.113.0/24"));
        QVERIFY(in("203.0.113.7", "203.0.113.0/24"));
        QVERIFY(in("203.0.113.0/25", "203.0.113.0/24"));
        QVERIFY(!in("203.0.113.0/23", "203.0.113.0/24"));
        QVERIFY(!in("203.0.114.0/25", "203.0.113.0/24"));
        QVERIFY(!in("0.0.0.0/0", "203.0.113.7"));
        QVERIFY(!in("::/0", "0.0.0.0/0"));
        QVERIFY(!in("0.0.0.0/0", "::/0"));
        QVERIFY(in("2001:db8::/48", "2001:db8::/32"));
    }

    void cidr_contains_byPrefix()
    {
        QVERIFY(Cidr::parse("203.0.113.0/24")->contains(*IpAddress::parse("203.0.113.255")));
        QVERIFY(!Cidr::parse("203.0.113.0/24")->contains(*IpAddress::parse("203.0.114.0")));
        QVERIFY(Cidr::parse("10.0.0.0/9")->contains(*IpAddress::parse("10.127.0.1")));
        QVERIFY(!Cidr::parse("10.0.0.0/9")->contains(*IpAddress::parse("10.128.0.1")));
        QVERIFY(Cidr::parse("0.0.0.0/0")->contains(*IpAddress::parse("8.8.8.8")));
        QVERIFY(!Cidr::parse("0.0.0.0/0")->contains(*IpAddress::parse("2001:db8::1")));
        QVERIFY(Cidr::parse("::/0")->contains(*IpAddress::parse("2001:db8::1")));
        QVERIFY(!Cidr::parse("::/0")->contains(*IpAddress::parse("8.8.8.8")));
        QVERIFY(Cidr::parse("2001:db8::/32")->contains(*IpAddress::parse("2001:db8:ffff::1")));
        QVERIFY(!Cidr::parse("2001:db8::/32")->contains(*IpAddress::parse("2001:db9::")));
        QVERIFY(Cidr::parse("192.0.2.1")->contains(*IpAddress::parse("::ffff:192.0.2.1")));
        QVERIFY(!Cidr().contains(*IpAddress::parse("8.8.8.8")));
    }

    void cidr_text_isNormalised()
    {
        QCOMPARE(Cidr::parse("203.0.113.77/24")->text(), std::string("203.0.113.0/24"));
        QCOMPARE(Cidr::parse("::ffff:203.0.113.77/120")->text(), std::string("203.0.113.0/24"));
        QCOMPARE(Cidr::parse("2001:db8::1")->text(), std::string("2001:db8::1/128"));
    }

    void cidr_invalid_refused()
    {
        for (const char* text : {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/ 8", "10.0.0.0/8/8",
                                 "::/129", "::/1000", "/8", "::ffff:10.0.0.0/95", "::ffff:10.0.0.0/8"})
            QVERIFY2(!Cidr::parse(text), text);
    }
};

SALLYPORT_TEST(TestIpAddress)

} // namespace tst_ip_address
#include "tst_ip_address.moc"
