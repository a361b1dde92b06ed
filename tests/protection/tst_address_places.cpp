#include "backend/protection/lists/address_places.h"

#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_address_places {

using namespace sallyport;
using namespace sallyport::protection;

namespace {

// Just enough of the format (MaxMind DB File Format Specification 2.0) for a file with one network.

std::string text(const std::string& value)
{
    constexpr std::size_t inOneByte = 28;
    if (value.size() <= inOneByte)
        return std::string(1, static_cast<char>(0x40 | value.size())) + value;
    return std::string(1, '\x5D') + static_cast<char>(value.size() - inOneByte - 1) + value;
}

std::string number(std::uint32_t value, char type = 6)
{
    std::string bytes;
    for (; value > 0; value >>= 8)
        bytes.insert(bytes.begin(), static_cast<char>(value & 0xff));
    return std::string(1, static_cast<char>((type << 5) | static_cast<int>(bytes.size()))) + bytes;
}

std::string map(std::size_t members, const std::string& content)
{
    return std::string(1, static_cast<char>(0xE0 | members)) + content;
}

/// A file in which 203.0.0.0/8 has this record.
std::string database(const std::string& record)
{
    constexpr std::uint32_t nodes = 8;
    constexpr std::uint8_t network = 203;
    std::string bytes;
    const auto place = [&bytes](std::uint32_t value) {
        bytes += static_cast<char>(value >> 16);
        bytes += static_cast<char>(value >> 8);
        bytes += static_cast<char>(value);
    };
    for (std::uint32_t node = 0; node < nodes; ++node) {
        const std::uint32_t next = node + 1 < nodes ? node + 1 : nodes + 16;
        const bool right = ((network >> (7 - node)) & 1) != 0;
        place(right ? nodes : next);
        place(right ? next : nodes);
    }
    bytes += std::string(16, '\0') + record + "\xAB\xCD\xEFMaxMind.com";
    const std::string languages("\x01\x04\x42"
                                "en",
                                5);
    const std::string epoch("\x04\x02\x65\x00\x00\x01", 6);
    return bytes + map(9, text("node_count") + number(nodes) + text("record_size") + number(24, 5) + text("ip_version") +
                              number(4, 5) + text("database_type") + text("Test") + text("languages") + languages +
                              text("binary_format_major_version") + number(2, 5) + text("binary_format_minor_version") +
                              number(0, 5) + text("build_epoch") + epoch + text("description") + map(0, {}));
}

std::string countryRecord(const std::string& code, const std::string& name)
{
    return map(1, text("country") + map(2, text("iso_code") + text(code) + text("names") + map(1, text("en") + text(name))));
}

struct Folder {
    std::string write(const char* name, const std::string& bytes) const
    {
        QFile file(directory.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0)
            qFatal("cannot write");
        return file.fileName().toStdString();
    }
    QTemporaryDir directory;
};

} // namespace

class TestAddressPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsCountryAndNetwork()
    {
        const Folder folder;
        const std::string location = folder.write("country.mmdb", database(countryRecord("NL", "Netherlands")));
        const std::string network =
            folder.write("asn.mmdb", database(map(2, text("autonomous_system_number") + number(64'496) +
                                                         text("autonomous_system_organization") + text("Example Hosting"))));
        AddressPlaces places;
        QVERIFY(places.find(*IpAddress::parse("203.0.113.7")).empty());
        places.setFiles(location, network);
        const AddressPlace place = places.find(*IpAddress::parse("203.0.113.7"));
        QCOMPARE(place.country, std::string("NL"));
        QCOMPARE(place.number, std::uint32_t{64'496});
        QCOMPARE(place.text(), std::string("Netherlands · Example Hosting"));
        QVERIFY(places.find(*IpAddress::parse("198.51.100.7")).empty());
        QVERIFY(places.find(*IpAddress::parse("2001:db8::1")).empty()); // which a file of IPv4 can't tell
        places.setFiles(location, {});
        QCOMPARE(places.find(*IpAddress::parse("203.0.113.7")).text(), std::string("Netherlands"));
        QVERIFY(AddressPlaces::check(location, false));
        QVERIFY(AddressPlaces::check(network, true));
        QCOMPARE(AddressPlaces::check(network, false).error().detail, std::string("This file has no countries."));
        QCOMPARE(AddressPlaces::check(location, true).error().detail,
                 std::string("This file has no numbers of autonomous systems."));
    }

    void readsAFileAnew_whenItIsReplaced()
    {
        const Folder folder;
        const std::string name = folder.write("country.mmdb", database(countryRecord("NL", "Netherlands")));
        AddressPlaces places;
        places.setFiles(name, {});
        QVERIFY(QFile::rename(QString::fromStdString(folder.write("new.mmdb", database(countryRecord("DE", "Germany")))),
                              QString::fromStdString(name + ".new")));
        QVERIFY(QFile::remove(QString::fromStdString(name)));
        QVERIFY(QFile::rename(QString::fromStdString(name + ".new"), QString::fromStdString(name)));
        places.setFiles(name, {});
        QCOMPARE(places.find(*IpAddress::parse("203.0.113.7")).country, std::string("DE"));
        // One that has gone takes nothing away.
        QVERIFY(QFile::remove(QString::fromStdString(name)));
        places.setFiles(name, {});
        QCOMPARE(places.find(*IpAddress::parse("203.0.113.7")).country, std::string("DE"));
    }

    void refusesWhatIsNone()
    {
        const Folder folder;
        const std::string whole = database(countryRecord("NL", "Netherlands"));
        for (const std::string& bytes : {std::string(), std::string("nonsense"), whole.substr(0, whole.size() / 2)}) {
            const auto checked = AddressPlaces::check(folder.write("wrong.mmdb", bytes), false);
            QVERIFY(!checked);
            QCOMPARE(checked.error().code, ErrorCode::InvalidArgument);
        }
        QVERIFY(!AddressPlaces::check(folder.directory.path().toStdString(), false));
        QVERIFY(!AddressPlaces::check("/nowhere/at.mmdb", false));
    }

    /// Any byte of a file may be wrong: something or nothing is found, and nothing breaks.
    void survivesDamage()
    {
        const Folder folder;
        const std::string whole = database(countryRecord("NL", "Netherlands"));
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
            const std::string name = folder.write("damaged.mmdb", damaged);
            (void) AddressPlaces::check(name, false);
            AddressPlaces places;
            places.setFiles(name, name);
            (void) places.find(*IpAddress::parse("203.0.113.7"));
        }
    }
};

SALLYPORT_TEST(TestAddressPlaces)

} // namespace tst_address_places
#include "tst_address_places.moc"
