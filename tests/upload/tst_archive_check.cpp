#include "backend/records/upload/archive_check.h"
#include "backend/records/upload/file_type.h"
#include "tests/support/test_main.h"
#include "tests/upload/made_zip.h"

#include <QtTest>

#include <archive.h>
#include <archive_entry.h>

#include <functional>
#include <string>
#include <vector>

namespace tst_archive_check {

using namespace sallyport;
using namespace sallyport::records;
using namespace std::string_literals;

struct Entry {
    std::string path, content;
    unsigned kind = AE_IFREG;
    std::string target = {};
};

enum class Format { Zip, Tar, TarGz, Gz, TarV7, TarUstar, TarGnu };

std::string made(Format format, const std::vector<Entry>& entries)
{
    std::size_t most = 64 * 1024;
    for (const Entry& one : entries)
        most += one.content.size() * 2 + 8 * 1024;
    std::string bytes(most, '\0');
    std::size_t used = 0;
    archive* const writer = archive_write_new();
    if (format == Format::Zip)
        archive_write_set_format_zip(writer);
    else if (format == Format::Gz)
        archive_write_set_format_raw(writer);
    else if (format == Format::TarV7)
        archive_write_set_format_v7tar(writer);
    else if (format == Format::TarUstar)
        archive_write_set_format_ustar(writer);
    else if (format == Format::TarGnu)
        archive_write_set_format_gnutar(writer);
    else if (format == Format::Tar)
        archive_write_set_format_pax(writer);
    else
        archive_write_set_format_pax_restricted(writer);
    if (format == Format::TarGz || format == Format::Gz)
        archive_write_add_filter_gzip(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, bytes.data(), bytes.size(), &used);
    for (const Entry& one : entries) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, one.path.c_str());
        archive_entry_set_filetype(entry, one.kind);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(one.content.size()));
        if (one.kind == AE_IFLNK)
            archive_entry_set_symlink(entry, one.target.c_str());
        archive_write_header(writer, entry);
        archive_write_data(writer, one.content.data(), one.content.size());
        archive_entry_free(entry);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    bytes.resize(used);
    return bytes;
}

/// What is in an archive, before anybody unpacks it.
class TestArchiveCheck : public QObject {
    Q_OBJECT

    static std::string checked(std::string_view mediaType, const std::string& bytes, const ArchiveBounds& bounds = {})
    {
        const ArchiveFile file{bytes.size(), [&bytes](std::uint64_t at) -> Result<std::string_view> {
                                   return std::string_view(bytes).substr(at, 4000);
                               }};
        const auto done = checkArchive(mediaType, file, bounds);
        return done ? "fine" : done.error().detail;
    }
    static bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

private Q_SLOTS:
    void harmless()
    {
        const std::vector<Entry> entries{{"a/b.txt", "hello"}, {"c.png", std::string(1000, 'x')}};
        QCOMPARE(checked("application/zip", made(Format::Zip, entries)), std::string("fine"));
        QCOMPARE(checked("application/x-tar", made(Format::Tar, entries)), std::string("fine"));
        QCOMPARE(checked("application/gzip", made(Format::TarGz, entries)), std::string("fine"));
        QCOMPARE(checked("application/gzip", made(Format::Gz, {{"log", "hello hello hello"}})), std::string("fine"));
    }
    void asvs_5_3_3_paths_data()
    {
        QTest::addColumn<std::string>("path");
        for (const char* path : {"../x", "a/../../x", "/etc/passwd", "a\\..\\x", "C:x", "a/.."})
            QTest::newRow(path) << std::string(path);
    }
    void asvs_5_3_3_paths()
    {
        QFETCH(std::string, path);
        for (const auto& [format, type] :
             {std::pair{Format::Zip, "application/zip"}, std::pair{Format::Tar, "application/x-tar"}}) {
            const std::string answer = checked(type, made(format, {{"fine.txt", "x"}, {path, "x"}}));
            QVERIFY2(has(answer, "leads out"), answer.c_str());
        }
    }
    void asvs_5_2_3_bombs()
    {
        const std::string zeros(24 * 1024 * 1024, '\0');
        for (const auto& [format, type] :
             {std::pair{Format::Zip, "application/zip"}, std::pair{Format::TarGz, "application/gzip"},
              std::pair{Format::Gz, "application/gzip"}}) {
            const std::string bytes = made(format, {{"zeros", zeros}});
            QVERIFY(bytes.size() < 200'000);
            const std::string answer = checked(type, bytes);
            QVERIFY2(has(answer, "unpacks to more"), answer.c_str());
        }
        // What follows the end of a tar is unpacked by gunzip all the same.
        const std::string tar = made(Format::Tar, {{"a", "x"}});
        QVERIFY(has(checked("application/gzip", made(Format::Gz, {{"a.tar", tar + zeros}})), "unpacks to more"));
        std::vector<Entry> many;
        for (int i = 0; i < 24; ++i)
            many.push_back({"z" + std::to_string(i), std::string(1024 * 1024, '\0')});
        QVERIFY(has(checked("application/zip", made(Format::Zip, many)), "unpacks to more"));
        ArchiveBounds small;
        small.bytes = 1000;
        QVERIFY(has(checked("application/x-tar", made(Format::Tar, {{"a", std::string(2000, 'x')}}), small), "unpacks to more"));
        small = {};
        small.entries = 3;
        QVERIFY(has(checked("application/zip", made(Format::Zip, {{"a", "x"}, {"b", "x"}, {"c", "x"}, {"d", "x"}}), small),
                    "more than 3"));
        std::string deep;
        for (int i = 0; i < 40; ++i)
            deep += "d/";
        QVERIFY(has(checked("application/zip", made(Format::Zip, {{deep + "x", "x"}})), "folders"));
    }
    void tars_ofAllAges_data()
    {
        QTest::addColumn<int>("format");
        for (const auto& [name, format] :
             {std::pair{"v7", Format::TarV7}, {"ustar", Format::TarUstar}, {"pax", Format::Tar}, {"GNU", Format::TarGnu}})
            QTest::newRow(name) << static_cast<int>(format);
    }
    void tars_ofAllAges()
    {
        QFETCH(int, format);
        const std::string bytes = made(static_cast<Format>(format), {{"notes.txt", "hello"}, {"d/more.txt", "hello"}});
        auto type = FileTypeCheck::create("tar", "application/x-tar");
        QVERIFY(type.has_value());
        type->add(bytes);
        const auto told = type->finish();
        QVERIFY2(told.has_value(), told ? "" : told.error().detail.c_str());
        QCOMPARE(checked("application/x-tar", bytes), std::string("fine"));
        QVERIFY(has(checked("application/zip", made(Format::Zip, {{"notes.txt", bytes}})), "an archive in it"));
    }
    void names_inUnicode_haveNoNeedOfALocale()
    {
        const std::string name = "\xd0\xb8\xd0\xbc\xd1\x8f.txt";
        made_zip::Entry entry{name, "hello"};
        entry.flags = 1 << 11;
        QCOMPARE(checked("application/zip", made_zip::made({entry})), std::string("fine"));
        QCOMPARE(checked("application/zip", made_zip::made({{"n\x84me.txt", "hello"}})), std::string("fine"));
        QCOMPARE(checked("application/x-tar", made(Format::TarGnu, {{name, "hello"}})), std::string("fine"));
        QCOMPARE(checked("application/zip", made_zip::made({})), std::string("fine"));
    }
    void folders_mayHaveTheirNumbersBehind() // as Java writes them
    {
        made_zip::Entry folder{"d/", "\3\0"s, 8};
        folder.descriptor = 16;
        folder.unpacked = 0;
        folder.crc = 0;
        QCOMPARE(checked("application/zip", made_zip::made({folder, {"d/a.txt", "hello"}})), std::string("fine"));
        QVERIFY(has(checked("application/zip", made_zip::made({{"d/", "hidden"}})), "that is no file"));
    }
    void asvs_5_2_5_archives_areFoundByWhatTheyAre_data()
    {
        QTest::addColumn<std::string>("content");
        QTest::newRow("gzip") << made(Format::Gz, {{"a", "hello"}});
        QTest::newRow("zip") << made(Format::Zip, {{"a", "hello"}});
        QTest::newRow("an empty zip") << made_zip::made({});
        QTest::newRow("tar") << made(Format::TarUstar, {{"a", "hello"}});
        QTest::newRow("bzip2") << "BZh91AY&SY and more"s;
        QTest::newRow("xz") << "\xfd\x37zXZ\0\0\4"s;
        QTest::newRow("zstd") << "\x28\xb5\x2f\xfd more"s;
        QTest::newRow("lz4") << "\x04\x22\x4d\x18 more"s;
        QTest::newRow("7z") << "7z\xbc\xaf\x27\x1c\0\4"s;
        QTest::newRow("rar") << "Rar!\x1a\x07\1\0"s;
        QTest::newRow("cab") << "MSCF\0\0\0\0more"s;
    }
    void asvs_5_2_5_archives_areFoundByWhatTheyAre()
    {
        QFETCH(std::string, content);
        for (const auto& [format, type] : {std::pair{Format::Zip, "application/zip"},
                                           {Format::Tar, "application/x-tar"},
                                           {Format::TarGz, "application/gzip"}}) {
            QVERIFY(has(checked(type, made(format, {{"a.txt", "x"}, {"b.txt", content}})), "an archive in it"));
            QVERIFY(has(checked(type, made(format, {{"b.docx", content}})), "an archive in it"));
        }
        if (content.find("ustar") == std::string::npos) // a tar may be in gzip
            QVERIFY(has(checked("application/gzip", made(Format::Gz, {{"b", content}})), "an archive in it"));
    }
    void documents_mayBeInArchives_andInDocuments()
    {
        const std::string document = made(Format::Zip, {{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}});
        QCOMPARE(checked("application/zip", made(Format::Zip, {{"letters/a.docx", document}})), std::string("fine"));
        QCOMPARE(checked("application/x-tar", made(Format::Tar, {{"a.DOCX", document}})), std::string("fine"));
        QVERIFY(has(checked("application/zip", made(Format::Zip, {{"a.txt", document}})), "an archive in it"));
        QVERIFY(has(checked("application/gzip", made(Format::Gz, {{"a", document}})), "an archive in it"));
    }
    void hidden_betweenEntries()
    {
        // Deflated, with its numbers behind: who goes by the entries finds its end in its data, and goes on with what is hidden.
        const std::string content = "\1\5\0\xfa\xffhello"s, crc = made_zip::lowFirst(made_zip::crcOf("hello"), 4);
        const std::string end = "PK\x07\x08" + crc + made_zip::lowFirst(content.size(), 4) + made_zip::lowFirst(5, 4);
        const std::string hidden = made_zip::made({{"hidden.txt", "hello"}});
        made_zip::Entry entry{"a.txt", content, 8};
        entry.descriptor = 16;
        entry.unpacked = 5;
        entry.crc = made_zip::crcOf("hello");
        QCOMPARE(checked("application/zip", made_zip::made({entry, {"b.txt", "other"}})), std::string("fine"));
        entry.content += end + hidden;
        QVERIFY(has(checked("application/zip", made_zip::made({entry, {"b.txt", "other"}})), "says other things"));
        entry = {"a.txt", content, 8};
        entry.unpacked = 4;
        entry.crc = made_zip::crcOf("hell");
        QVERIFY(checked("application/zip", made_zip::made({entry})) != "fine");
    }
    void behind_theEnd()
    {
        const std::string page = "<script>alert(1)</script>";
        const std::string zip = made(Format::Zip, {{"a", "hello"}}), tar = made(Format::TarUstar, {{"a", "hello"}}),
                          gz = made(Format::Gz, {{"a", "hello"}});
        QVERIFY(has(checked("application/zip", zip + page), "behind the archive's end"));
        QVERIFY(has(checked("application/x-tar", tar + page), "behind the archive's end"));
        QVERIFY(has(checked("application/x-tar", tar + tar), "behind the archive's end"));
        QVERIFY(has(checked("application/gzip", gz + page), "behind the archive's end"));
        QCOMPARE(checked("application/x-tar", tar + std::string(10'240, '\0')), std::string("fine"));
        QCOMPARE(checked("application/gzip", gz + std::string(512, '\0')), std::string("fine"));
        QCOMPARE(checked("application/gzip", gz + gz), std::string("fine")); // gzip's files may follow one another
    }
    void asvs_5_2_5_what_isInside()
    {
        QVERIFY(has(checked("application/zip", made(Format::Zip, {{"a.zip", "x"}})), "an archive in it"));
        QVERIFY(has(checked("application/zip", made(Format::Zip, {{"a.TAR.GZ", "x"}})), "an archive in it"));
        QVERIFY(has(checked("application/x-tar", made(Format::Tar, {{"a", "", AE_IFLNK, "/etc/passwd"}})), "links"));
        QVERIFY(has(checked("application/x-tar", made(Format::Tar, {{"a", "", AE_IFIFO}})), "links or devices"));
    }
    void documents()
    {
        const std::string_view word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        const std::vector<Entry> document{{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}};
        QCOMPARE(checked(word, made(Format::Zip, document)), std::string("fine"));
        QVERIFY(has(checked(word, made(Format::Zip, {{"a.txt", "x"}})), "has not what"));
        std::vector<Entry> macros = document;
        macros.push_back({"word/vbaProject.bin", "x"});
        QVERIFY(has(checked(word, made(Format::Zip, macros)), "macros"));
    }
    void macros_areFoundByWhatTheyAre()
    {
        const std::string_view word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        const std::string_view text = "application/vnd.oasis.opendocument.text";
        const std::string compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(100'000, 'x');
        const std::string project = compound + "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"s + compound;
        const auto with = [&](std::string_view type, const std::string& name, const std::string& content) {
            return checked(type,
                           made(Format::Zip, {{type == word ? "word/document.xml" : "content.xml", "<x/>"}, {name, content}}));
        };
        QVERIFY(has(with(word, "word/data.bin", compound), "macros"));
        QVERIFY(has(with(word, "word/embeddings/oleObject1.bin", project), "macros"));
        QCOMPARE(with(word, "word/embeddings/oleObject1.bin", compound), std::string("fine"));
        QCOMPARE(with(text, "Object 1", compound), std::string("fine"));
        QVERIFY(has(with(text, "Object 1", project), "macros"));
        // Wherever the pieces end in which it comes.
        for (std::size_t more = 0; more < 64; ++more) {
            const std::string moved =
                compound + std::string(65'536 - 100'008 % 65'536 - 32 + more, 'x') + project.substr(100'008, 24);
            QVERIFY(has(with(word, "word/embeddings/oleObject1.bin", moved), "macros"));
        }
    }
    void directory_andEntriesAreTheSame()
    {
        const std::string harmless = made(Format::Zip, {{"a.txt", "hello"}});
        const std::string other = made(Format::Zip, {{"../evil.txt", "x"}});
        const std::string other2 = made(Format::Zip, {{"b.txt", "x"}, {"c.txt", "x"}});
        // The second archive's directory is the one at the end: programs that go by it see other entries.
        for (const std::string& both : {harmless + other, harmless + other2, other2 + harmless})
            QVERIFY(checked("application/zip", both) != "fine");
        QVERIFY(checked("application/zip", harmless.substr(0, harmless.size() - 22)) != "fine"); // no directory
    }
    void broken()
    {
        const std::string zip = made(Format::Zip, {{"a", std::string(5000, 'x') + "tail"}});
        QVERIFY(checked("application/zip", zip.substr(0, 60)) != "fine");
        QVERIFY(checked("application/zip", "hello") != "fine");
        QVERIFY(checked("application/zip", "") != "fine");
        QVERIFY(checked("application/x-tar", zip) != "fine"); // what the name says is what is read
        std::string gz = made(Format::TarGz, {{"a", std::string(5000, 'x')}});
        QVERIFY(checked("application/gzip", gz.substr(0, gz.size() / 2)) != "fine");
        const ArchiveFile damaged{1000, [](std::uint64_t) -> Result<std::string_view> {
                                      return makeError(ErrorCode::CryptoFailure, "the file is not what was stored");
                                  }};
        const auto unread = checkArchive("application/zip", damaged);
        QCOMPARE(unread.error().code, ErrorCode::CryptoFailure);
    }
};

SALLYPORT_TEST(TestArchiveCheck)

} // namespace tst_archive_check
#include "tst_archive_check.moc"
