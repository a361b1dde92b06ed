#include "backend/protection/lists/address_table.h"

#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <random>

namespace tst_address_table {

using namespace sallyport;
using namespace sallyport::protection;

namespace {

AddressRange range(const std::string& text)
{
    return *AddressRange::parse(text);
}

IpAddress address(const std::string& text)
{
    return *IpAddress::parse(text);
}

std::string idOf(int number)
{
    std::string digits = std::to_string(number);
    return "01J000000000000000000" + std::string(5 - digits.size(), '0') + digits;
}

void put(AddressTable& table, const std::string& text, int number, AddressEntry::Kind kind = AddressEntry::Kind::Block)
{
    AddressTable::Change change(table);
    change.put(range(text), std::make_shared<AddressEntry>(idOf(number), kind, UtcTime::max()));
}

std::vector<std::string> about(const AddressTable& table, const std::string& text)
{
    std::vector<std::string> ids;
    table.visit(address(text), [&](const std::shared_ptr<AddressEntry>& entry) {
        ids.emplace_back(entry->idText());
        return true;
    });
    return ids;
}

} // namespace

class TestAddressTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesOneSpelling_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("kept");
        QTest::newRow("address") << "203.0.113.7"
                                 << "203.0.113.7";
        QTest::newRow("whole length") << "203.0.113.7/32"
                                      << "203.0.113.7";
        QTest::newRow("host bits") << "203.0.113.7/24"
                                   << "203.0.113.0/24";
        QTest::newRow("mapped") << "::ffff:127.0.0.2"
                                << "127.0.0.2";
        QTest::newRow("mapped hex") << "::FFFF:7f00:2"
                                    << "127.0.0.2";
        QTest::newRow("mapped network") << "::ffff:10.0.0.0/104"
                                        << "10.0.0.0/8";
        QTest::newRow("IPv6") << "2001:DB8:0:0::1"
                              << "2001:db8::1";
        QTest::newRow("IPv6 network") << "2001:db8::1/32"
                                      << "2001:db8::/32";
    }
    void writesOneSpelling()
    {
        QFETCH(QString, written);
        QFETCH(QString, kept);
        QCOMPARE(QString::fromStdString(range(written.toStdString()).text()), kept);
    }

    void keysSortAsAddressesDo()
    {
        QCOMPARE(range("10.0.0.0/8").firstKey(), std::string("40a000000"));
        QCOMPARE(range("10.0.0.0/8").lastKey(), std::string("40affffff"));
        QCOMPARE(range("10.0.0.0/9").lastKey(), std::string("40a7fffff"));
        QCOMPARE(range("203.0.113.7").firstKey(), range("203.0.113.7").lastKey());
        QVERIFY(range("9.0.0.1").firstKey() < range("10.0.0.0").firstKey());
        QVERIFY(range("255.255.255.255").firstKey() < range("::").firstKey());
        QCOMPARE(range("2001:db8::/32").lastKey(), "6" + std::string("20010db8") + std::string(24, 'f'));
    }

    void findsWhatIsAround()
    {
        AddressTable table;
        put(table, "10.0.0.0/8", 1);
        put(table, "10.1.0.0/16", 2);
        put(table, "10.1.2.3", 3);
        put(table, "0.0.0.0/0", 4);
        put(table, "2001:db8::/32", 5);
        QCOMPARE(table.size(), std::size_t{5});
        QCOMPARE(about(table, "10.1.2.3"), (std::vector{idOf(4), idOf(1), idOf(2), idOf(3)}));
        QCOMPARE(about(table, "10.1.2.4"), (std::vector{idOf(4), idOf(1), idOf(2)}));
        QCOMPARE(about(table, "10.2.0.0"), (std::vector{idOf(4), idOf(1)}));
        QCOMPARE(about(table, "11.0.0.0"), std::vector{idOf(4)});
        QCOMPARE(about(table, "2001:db8:ffff::1"), std::vector{idOf(5)});
        QVERIFY(about(table, "2001:db9::1").empty());
        QCOMPARE(about(table, "::ffff:10.1.2.3").size(), std::size_t{4});
    }

    void keepsOneOfAKind()
    {
        AddressTable table;
        put(table, "203.0.113.7", 1);
        put(table, "203.0.113.7", 2);
        put(table, "203.0.113.7", 3, AddressEntry::Kind::Allow);
        QCOMPARE(table.size(), std::size_t{2});
        QCOMPARE(about(table, "203.0.113.7"), (std::vector{idOf(2), idOf(3)}));
        {
            AddressTable::Change change(table);
            change.remove(range("203.0.113.7"), AddressEntry::Kind::Block);
            change.remove(range("203.0.113.0/24"), AddressEntry::Kind::Block); // which isn't there
        }
        QCOMPARE(about(table, "203.0.113.7"), std::vector{idOf(3)});
        QVERIFY(table.find(range("203.0.113.7"), AddressEntry::Kind::Block) == nullptr);
        QVERIFY(table.find(range("203.0.113.7"), AddressEntry::Kind::Allow) != nullptr);
    }

    void whoLooksSeesOneState()
    {
        AddressTable table;
        put(table, "10.0.0.0/8", 1);
        std::size_t seen = 0;
        table.visit(address("10.0.0.1"), [&](const std::shared_ptr<AddressEntry>&) {
            ++seen;
            put(table, "10.0.0.1", 2); // meanwhile
            return true;
        });
        QCOMPARE(seen, std::size_t{1});
        QCOMPARE(about(table, "10.0.0.1").size(), std::size_t{2});
    }

    /// Against a plain list, with ranges of all lengths that lie in each other and side by side, added and removed.
    void agreesWithAList()
    {
        std::mt19937 random(20261129);
        AddressTable table;
        std::map<std::string, std::pair<AddressRange, int>> list;
        const auto anAddress = [&] {
            std::array<std::uint8_t, 16> bytes{0x20, 0x01};
            for (std::size_t i = 2; i < 16; ++i)
                bytes[i] = static_cast<std::uint8_t>(random() % 3 == 0 ? random() % 4 : 0);
            return random() % 2 == 0 ? IpAddress::v4(0x0A000000 | (random() & 0x0003030F)) : IpAddress::v6(bytes);
        };
        for (int round = 0; round < 4'000; ++round) {
            const IpAddress base = anAddress();
            const int length = static_cast<int>(random() % (base.isV4() ? 33 : 129));
            const AddressRange one = range(base.text() + '/' + std::to_string(length));
            AddressTable::Change change(table);
            if (random() % 3 == 0) {
                change.remove(one, AddressEntry::Kind::Block);
                list.erase(one.text());
            } else {
                change.put(one, std::make_shared<AddressEntry>(idOf(round), AddressEntry::Kind::Block, UtcTime::max()));
                list[one.text()] = {one, round};
            }
        }
        QCOMPARE(table.size(), list.size());
        for (int round = 0; round < 2'000; ++round) {
            const IpAddress asked = anAddress();
            std::vector<std::pair<int, std::string>> wanted;
            for (const auto& [text, one] : list)
                if (one.first.contains(asked))
                    wanted.emplace_back(one.first.length, idOf(one.second));
            std::ranges::sort(wanted);
            std::vector<std::string> ids;
            for (const auto& [length, id] : wanted)
                ids.push_back(id);
            QCOMPARE(about(table, asked.text()), ids);
        }
        {
            AddressTable::Change change(table);
            for (const auto& [text, one] : list)
                change.remove(one.first, AddressEntry::Kind::Block);
        }
        QCOMPARE(table.size(), std::size_t{0});
    }
};

SALLYPORT_TEST(TestAddressTable)

} // namespace tst_address_table
#include "tst_address_table.moc"
