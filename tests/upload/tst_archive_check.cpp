#include "backend/records/upload/archive_check.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <archive.h>
#include <archive_entry.h>

#include <functional>
#include <string>
#include <vector>

namespace tst_archive_check {

using namespace sallyport;
using namespace sallyport::records;

struct Entry {
    std::string path, content;
    unsigned kind = AE_IFREG;
    std::string target = {};
};

enum class Format { Zip, Tar, TarGz, Gz };

std::string made(Format format, const std::vector<Entry>& entries)
{
    std::string bytes(32 * 1024 * 1024, '\0');
    std::size_t used = 0;
    archive* const writer = archive_write_new();
    if (format == Format::Zip)
        archive_write_set_format_zip(writer);
    else if (format == Format::Gz)
        archive_write_set_format_raw(writer);
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
