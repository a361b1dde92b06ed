#include "backend/records/upload/zip_directory.h"
#include "tests/support/test_main.h"
#include "tests/upload/made_zip.h"

#include <QtTest>

namespace tst_zip_directory {

using namespace sallyport;
using namespace sallyport::records;
using namespace std::string_literals;
using made_zip::Around;
using made_zip::Entry;
using made_zip::field;
using made_zip::lowFirst;

/// A zip says one thing to all programs, whether they go by its directory or by its entries.
class TestZipDirectory : public QObject {
    Q_OBJECT

    /// `at:size` of each entry, or why it is refused.
    static std::string read(const std::string& bytes, const ArchiveBounds& bounds = {})
    {
        std::string first;
        for (const std::size_t piece : {std::size_t(5), std::size_t(64 * 1024)}) {
            const ArchiveFile file{
                bytes.size(), [&](std::uint64_t at) -> Result<std::string_view> {
                    return std::string_view(bytes).substr(static_cast<std::size_t>(at - at % piece), piece).substr(at % piece);
                }};
            std::string text;
            if (const auto entries = readZipDirectory(file, bounds); entries)
                for (const ZipEntry& one : *entries)
                    text += std::to_string(one.at) + ":" + std::to_string(one.size) + " ";
            else
                text = entries.error().fields.at(0).rule + ": " + entries.error().detail;
            if (piece != 5 && text != first)
                return "differs by piece";
            first = text;
        }
        return first;
    }

private Q_SLOTS:
    void honest_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* title, const std::string& bytes, const std::string& expected) {
            QTest::newRow(title) << bytes << expected;
        };
        const Entry one{"a.txt", "hello"}, folder{"d/", "", 0, 0, 040755};
        row("empty", made_zip::made({}), "");
        row("empty with a comment", made_zip::made({}, {"", "", "", "nothing"}), "");
        row("one", made_zip::made({one}), "0:5 ");
        row("a folder and a file", made_zip::made({folder, one}), "0:0 32:5 ");
        row("a comment", made_zip::made({one}, {"", "", "", std::string(65'535, 'c')}), "0:5 ");
        row("filled up to a block", made_zip::made({one}, {"", "", "", "c", std::string(9'000, '\0')}), "0:5 ");
        for (const int behind : {12, 16, 20, 24}) {
            Entry described{"a.txt", "hello"};
            described.descriptor = behind;
            described.in64 = behind >= 20;
            row(("numbers behind: " + std::to_string(behind)).c_str(), made_zip::made({described, {"b.txt", "hello"}}),
                "0:5 " + std::to_string(40 + behind + (behind >= 20 ? 20 : 0)) + ":5 ");
        }
        Entry large{"a.txt", "hello"};
        large.in64 = true;
        row("Zip64 entries", made_zip::made({large, {"b.txt", "hello"}}), "0:5 60:5 ");
        row("a Zip64 end", made_zip::made({one}, {"", "", "", "c", "", {}, true}), "0:5 ");
        Entry named{"n\x84me.txt", "x"};
        named.extra = field(0x7075, "\1" + lowFirst(0, 4) + "n\xc3\xa4me.txt");
        row("a name in Unicode beside", made_zip::made({named}), "0:1 ");
        // Names that say themselves what they are, and Info-ZIP's of letters that a code page hasn't.
        for (const auto& [name, path, flags] : {std::tuple{"a.txt", "a.txt", 0u},
                                                {"n\xc3\xa4me", "n\xc3\xa4me", 1u << 11},
                                                {"n#U00e4m#L01f600e",
                                                 "n\xc3\xa4m\xf0\x9f\x98\x80"
                                                 "e",
                                                 0u}}) {
            Entry same{name, "x", 0, flags};
            same.extra = field(0x7075, "\1" + lowFirst(made_zip::crcOf(name), 4) + path);
            row(("the same name in Unicode: " + std::string(name)).c_str(), made_zip::made({same}), "0:1 ");
        }
        row("names with and without capitals", made_zip::made({{"Makefile", "x"}, {"makefile", "y"}}), "0:1 39:1 ");
        row("names that begin as others",
            made_zip::made({{"a", "x"}, {"a.b", "x"}, {"a-b/c", "x"}, {"ab/", ""}, {"d/", ""}, {"d/e", "x"}, {"d/", ""}}),
            "0:1 32:1 66:1 102:0 135:0 167:1 201:0 ");
        Entry padded{"a.txt", "x"};
        padded.extra = "\0\0\0"s;
        row("a field that is filled up", made_zip::made({padded}), "0:1 ");
        // The directory in another order than the entries.
        const std::string first = made_zip::made({{"a", "x"}, {"b", "y"}});
        const std::size_t at = first.find("PK\x01\x02");
        row("in another order", first.substr(0, at) + first.substr(at + 47, 47) + first.substr(at, 47) + first.substr(at + 94),
            "0:1 32:1 ");
    }
    void honest()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, expected);
        QCOMPARE(read(bytes), expected);
    }
    void asvs_5_3_3_refused_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("reason");
        const auto row = [](const char* title, const std::string& bytes, const std::string& reason) {
            QTest::newRow(title) << bytes << reason;
        };
        const Entry one{"a.txt", "hello"};
        const auto with = [&](const auto& change) {
            Entry entry = one;
            change(entry);
            return made_zip::made({entry});
        };
        const std::string other = "the archive's directory says other things than its entries", broken = "the archive is broken";
        row("a listed path that leads out", with([](Entry& entry) { entry.listedName = "../../evil.txt"; }),
            "a path in the archive leads out of it");
        row("a listed archive", with([](Entry& entry) { entry.listedName = "b.zip"; }), "the archive has an archive in it");
        row("another name", with([](Entry& entry) { entry.listedName = "b.txt"; }), other);
        row("another name in Unicode",
            with([](Entry& entry) { entry.extra = field(0x7075, "\1" + lowFirst(0, 4) + "../evil.txt"); }),
            "a path in the archive leads out of it");
        row("two names in Unicode", with([](Entry& entry) {
                entry.extra = field(0x7075, "\1" + lowFirst(0, 4) + "b") + field(0x7075, "\1" + lowFirst(0, 4) + "c");
            }),
            broken);
        const std::string twice = "two entries of the archive have one name", names = "an entry of the archive has two names",
                          folders = "a file and a folder in the archive have one name";
        row("two of one name", made_zip::made({one, {"b", "x"}, {"a.txt", "other"}}), twice);
        row("two parts of one name",
            made_zip::made({{"[Content_Types].xml", "x"}, {"word/document.xml", "x"}, {"word/document.xml", "y"}}), twice);
        row("parts have no capitals",
            made_zip::made({{"[content_types].xml", "x"}, {"word/document.xml", "x"}, {"Word/Document.xml", "y"}}), twice);
        row("the same folder", made_zip::made({one, {"./a.txt", "other"}}), twice);
        row("nothing between", made_zip::made({{"a/b", "x"}, {"a//b", "x"}}), twice);
        row("a file and a folder", made_zip::made({{"a/", ""}, {"a", "x"}}), twice);
        row("a file and a folder of others", made_zip::made({{"a/b/c", "x"}, {"a-", "x"}, {"a/b", "x"}}), folders);
        Entry oem{"n\x84me.txt", "x"};
        oem.extra = field(0x7075, "\1" + lowFirst(0, 4) + "a.txt");
        row("the Unicode name of another", made_zip::made({one, oem}), twice);
        row("a Unicode name of something else",
            with([](Entry& entry) { entry.extra = field(0x7075, "\1" + lowFirst(0, 4) + "b.txt"); }), names);
        row("no Unicode name", with([](Entry& entry) { entry.extra = field(0x7075, "\1" + lowFirst(0, 4)); }),
            "a name in the archive is empty or too long");
        row("an escape of something else", with([](Entry& entry) {
                entry.name = "#U00e4b";
                entry.extra = field(0x7075, "\1" + lowFirst(0, 4) +
                                                "\xc3\xa4"
                                                "c");
            }),
            names);
        row("another in UTF-8", with([](Entry& entry) {
                entry.name = "\xc3\xa4";
                entry.flags = 1u << 11;
                entry.extra = field(0x7075, "\1" + lowFirst(0, 4) + "\xc3\xb6");
            }),
            names);
        row("another size", with([](Entry& entry) { entry.listedSize = 6; }), other);
        row("more than is taken", with([](Entry& entry) { entry.listedSize = 0x60000000; }),
            "the archive unpacks to more than is taken");
        row("more than a number has", with([](Entry& entry) {
                entry.in64 = true;
                entry.listedSize = ~std::uint64_t{0};
            }),
            "the archive unpacks to more than is taken");
        row("encrypted", with([](Entry& entry) { entry.flags = 1; }), "the archive is encrypted: nobody can look into it");
        row("a link", with([](Entry& entry) { entry.mode = 0120777; }), "the archive has links or devices in it");
        row("a device", with([](Entry& entry) { entry.mode = 0020666; }), "the archive has links or devices in it");
        row("elsewhere", with([](Entry& entry) { entry.listedAt = 1; }), other);
        row("beyond the end", with([](Entry& entry) { entry.listedAt = 100'000; }), broken);
        row("a field that is cut off", with([](Entry& entry) { entry.extra = lowFirst(9, 2) + lowFirst(50, 2); }), broken);

        std::vector<Entry> many(20'000, one);
        for (Entry& entry : many)
            entry.listedAt = 0;
        row("one entry listed 20,000 times", made_zip::made(many, {}), "the archive has more than 10000 entries");
        many.resize(2);
        row("one entry listed twice", made_zip::made(many), "the archive's entries lie over one another");
        many.assign(200, {"zeros", std::string(1'000'000, '\0')});
        std::string bomb = made_zip::made({many.front()});
        const std::size_t at = bomb.find("PK\x01\x02");
        const std::string entry = bomb.substr(at, 51);
        bomb.resize(at);
        for (int i = 0; i < 200; ++i)
            bomb += entry;
        bomb += "PK\x05\x06" + lowFirst(0, 4) + lowFirst(200, 2) + lowFirst(200, 2) + lowFirst(200 * 51, 4) + lowFirst(at, 4) +
                lowFirst(0, 2);
        row("one large entry listed 200 times", bomb, "the archive unpacks to more than is taken");
        // The first entry's data are the second's header and data.
        const std::string inner = made_zip::made({{"b", "data"}}).substr(0, 35);
        std::string quoted = made_zip::made({{"a", inner}, {"b", "data"}});
        const std::size_t second = quoted.rfind("PK\x01\x02");
        quoted.replace(second + 42, 4, lowFirst(31, 4));
        row("one within another", quoted, "the archive's entries lie over one another");

        row("fewer listed", made_zip::made({one, one}, {"", "", "", "", "", 1}), other);
        row("more listed", made_zip::made({one}, {"", "", "", "", "", 2}), broken);
        row("something before", made_zip::made({one}, {"MZ"}), "something stands before the archive");
        row("something before an empty one", made_zip::made({}, {"MZ"}), "something stands before the archive");
        row("something between", made_zip::made({one, one}, {"", "hidden"}), "something stands between the archive's entries");
        row("something before the directory", made_zip::made({one}, {"", "", "hidden"}),
            "something stands between the archive's entries");
        row("something behind", made_zip::made({one}, {"", "", "", "", "<script>"}), "something stands behind the archive's end");
        row("something behind a comment", made_zip::made({one}, {"", "", "", "comment", "x"}),
            "something stands behind the archive's end");
        row("less behind than the comment has", made_zip::made({one}, {"", "", "", "comment"}).substr(0, 114),
            "something stands behind the archive's end");
        row("two archives", made_zip::made({one}) + made_zip::made({one}),
            "something stands before or behind the archive's directory");
        row("an end within the comment", made_zip::made({one}, {"", "", "", made_zip::made({})}),
            "something stands before or behind the archive's directory");
        Entry described = one;
        described.descriptor = 16;
        std::string numbers = made_zip::made({described});
        numbers[numbers.find("PK\x07\x08") + 8] = '\x04';
        row("other numbers behind", numbers, other);
        std::string end64 = made_zip::made({one}, {"", "", "", "", "", {}, true});
        end64[end64.find("PK\x06\x06") + 48] = '\x01';
        row("a Zip64 end that leads elsewhere", end64, broken);
        std::string none = made_zip::made({one});
        none.replace(none.size() - 6, 4, std::string(4, '\xff'));
        row("no Zip64 end", none, "something stands before or behind the archive's directory");
        row("no end", made_zip::made({one}).substr(0, 80), broken);
        row("nothing", "", broken);
    }
    void asvs_5_3_3_refused()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, reason);
        QCOMPARE(read(bytes), "archive: " + reason);
    }
    void asvs_5_2_3_bounds_holdForWhatIsListed()
    {
        ArchiveBounds bounds;
        bounds.bytes = 8;
        QCOMPARE(read(made_zip::made({{"a", "12345"}, {"b", "12345"}}), bounds),
                 "archive: the archive unpacks to more than is taken"s);
        bounds = {};
        bounds.entries = 1;
        QCOMPARE(read(made_zip::made({{"a", ""}, {"b", ""}}), bounds), "archive: the archive has more than 1 entries"s);
    }
    void errors_ofTheFile_areToldAsTheyAre()
    {
        const ArchiveFile damaged{1000, [](std::uint64_t) -> Result<std::string_view> {
                                      return makeError(ErrorCode::CryptoFailure, "the file is not what was stored");
                                  }};
        QCOMPARE(readZipDirectory(damaged, {}).error().code, ErrorCode::CryptoFailure);
    }
    void each_cutAndEachChangedByte_isReadWithinTheFile()
    {
        Entry entry{"a.txt", "hello"};
        entry.in64 = true;
        entry.descriptor = 24;
        const std::string whole = made_zip::made({entry, {"b", "x"}}, {"", "", "", "c", "", {}, true});
        for (std::size_t i = 0; i < whole.size(); ++i) {
            QVERIFY(read(whole.substr(0, i)).compare(0, 7, "archive") == 0);
            for (const char byte : {'\0', '\x01', '\x7f', '\xff'}) {
                std::string changed = whole;
                changed[i] = byte;
                QVERIFY(read(changed) != "differs by piece");
            }
        }
    }
};

SALLYPORT_TEST(TestZipDirectory)

} // namespace tst_zip_directory
#include "tst_zip_directory.moc"
