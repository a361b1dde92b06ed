#include "backend/crypto/system_random.h"
#include "backend/records/upload/file_store.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_file_store {

using namespace sallyport;
using namespace sallyport::records;
namespace fs = std::filesystem;

const std::string first = "01ARZ3NDEKTSV4RRFFQ69G5FA1";
const std::string second = "01ARZ3NDEKTSV4RRFFQ69G5FA2";

/// Files in their folder: whole or not there.
class TestFileStore : public QObject {
    Q_OBJECT

    QTemporaryDir m_place;
    fs::path m_folder;
    crypto::SystemRandom m_random;

    std::unique_ptr<FileStore> store() { return std::make_unique<FileStore>(m_folder, m_random); }
    static SecretBytes key() { return SecretBytes(Bytes(32, std::byte{5})); }
    static bool put(FileStore& store, const std::string& id, std::string_view text)
    {
        auto file = store.begin(id, key());
        return file && (*file)->add(asBytes(text)) && (*file)->seal() && (*file)->keep();
    }
    static std::string got(const FileStore& store, const std::string& id)
    {
        const auto opener = store.read(id, key());
        std::string text;
        if (!opener)
            return std::string(errorWord(opener.error().code));
        const auto done = opener->range(0, opener->size(), [&](std::span<const std::byte> piece) -> Result<void> {
            text.append(reinterpret_cast<const char*>(piece.data()), piece.size());
            return {};
        });
        return done ? text : std::string(errorWord(done.error().code));
    }
    std::size_t count() const
    {
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(m_folder))
            files += entry.is_regular_file() ? 1 : 0;
        return files;
    }

private Q_SLOTS:
    void init() { m_folder = fs::path(m_place.path().toStdString()) / QTest::currentTestFunction(); }

    void files_areReadAsTheyWereAdded()
    {
        const auto files = store();
        QVERIFY(put(*files, first, "hello"));
        QVERIFY(put(*files, second, std::string(200'000, 'x')));
        QCOMPARE(got(*files, first), std::string("hello"));
        QCOMPARE(got(*store(), second), std::string(200'000, 'x')); // by the next one, too
        QCOMPARE(count(), std::size_t(2));
        struct stat found {};
        QVERIFY(::stat((m_folder / first).c_str(), &found) == 0);
        QCOMPARE(found.st_mode & 0777u, 0600u);
        QVERIFY(::stat(m_folder.c_str(), &found) == 0);
        QCOMPARE(found.st_mode & 0777u, 0700u);
        std::ifstream raw(m_folder / first, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(raw)), {});
        QVERIFY(bytes.find("hello") == std::string::npos);
    }
    void upload_thatBreaksOff_leavesNothing()
    {
        const auto files = store();
        {
            const auto file = files->begin(first, key());
            QVERIFY(file.has_value());
            QVERIFY((*file)->add(asBytes(std::string(100'000, 'x'))).has_value());
            QCOMPARE(count(), std::size_t(1));
            QCOMPARE(got(*files, first), std::string("not_found"));
        }
        QCOMPARE(count(), std::size_t(0));
        QVERIFY(put(*files, first, "again")); // and nothing is in its way
        QCOMPARE(got(*files, first), std::string("again"));
    }
    void upload_isReadBeforeItIsKept()
    {
        const auto files = store();
        const auto file = files->begin(first, key());
        QVERIFY((*file)->add(asBytes("hello")).has_value());
        QVERIFY((*file)->seal().has_value());
        const auto opener = (*file)->opener();
        QVERIFY(opener.has_value());
        QCOMPARE(std::string(opener->chunk(0)->view()), std::string("hello"));
        QCOMPARE((*file)->size(), std::uint64_t(5));
    }
    void asvs_5_3_2_ids_areNoPaths()
    {
        const auto files = store();
        for (const char* id : {"", "..", "../x", "incoming", "01ARZ3NDEKTSV4RRFFQ69G5F/1", "/etc/passwd"}) {
            QCOMPARE(files->begin(id, key()).error().code, ErrorCode::InvalidArgument);
            QCOMPARE(got(*files, id), std::string("not_found"));
            QVERIFY(files->remove(id).has_value());
        }
        QVERIFY(!fs::exists(m_folder)); // nor is anything made for them
    }
    void file_isNeverReplaced()
    {
        const auto files = store();
        const auto early = files->begin(first, key());
        QVERIFY(early.has_value());
        QCOMPARE(files->begin(first, key()).error().code, ErrorCode::AlreadyExists);
        QVERIFY((*early)->seal().has_value() && (*early)->keep().has_value());
        QCOMPARE(files->begin(first, key()).error().code, ErrorCode::AlreadyExists);
        QCOMPARE(got(*files, first), std::string());
    }
    void links_areNotFollowed()
    {
        const auto files = store();
        QVERIFY(put(*files, first, "hello"));
        fs::create_symlink(m_folder / first, m_folder / second);
        QVERIFY(got(*files, second) != "hello");
        QCOMPARE(files->begin(second, key()).error().code, ErrorCode::AlreadyExists);
    }
    void another_filesBytes_areNoticed()
    {
        const auto files = store();
        QVERIFY(put(*files, first, "hello"));
        fs::copy_file(m_folder / first, m_folder / second);
        QCOMPARE(got(*files, second), std::string(errorWord(ErrorCode::CryptoFailure)));
        fs::resize_file(m_folder / first, 40);
        QCOMPARE(got(*files, first), std::string(errorWord(ErrorCode::CryptoFailure)));
    }
    void sweep_takesWhatHasNoRow()
    {
        const auto files = store();
        QVERIFY(put(*files, first, "kept") && put(*files, second, "lost"));
        std::ofstream(m_folder / "incoming" / first) << "an upload that was killed";
        std::ofstream(m_folder / "note.txt") << "somebody's";
        QCOMPARE(files->sweep([](const std::string& id) { return id == first; }).value(), std::size_t(2));
        QCOMPARE(got(*files, first), std::string("kept"));
        QCOMPARE(got(*files, second), std::string("not_found"));
        QVERIFY(fs::exists(m_folder / "note.txt"));
        QCOMPARE(count(), std::size_t(2));
    }
    void sweep_leavesWhatIsBeingUploaded_andAsksOnlyAfterThat()
    {
        const auto files = store();
        auto file = std::move(*files->begin(first, key()));
        QVERIFY(file->add(asBytes("on its way")).has_value());
        const auto other = store(); // as another process has it
        const auto nobody = [](const std::string&) -> Result<bool> { return false; };
        QCOMPARE(other->sweep(nobody).value(), std::size_t(0));
        QVERIFY(file->seal().has_value() && file->keep().has_value());
        QCOMPARE(other->sweep(nobody).value(), std::size_t(0)); // its row is just coming
        file.reset();
        QCOMPARE(other
                     ->sweep([](const std::string&) -> Result<bool> {
                         return makeError(ErrorCode::Unavailable, "the database doesn't answer");
                     })
                     .error()
                     .code,
                 ErrorCode::Unavailable);
        QCOMPARE(got(*files, first), std::string("on its way"));
        QCOMPARE(other->sweep(nobody).value(), std::size_t(1));
        QCOMPARE(got(*files, first), std::string("not_found"));
    }
    void removed_isGone()
    {
        const auto files = store();
        QVERIFY(put(*files, first, "hello"));
        QVERIFY(files->remove(first).has_value());
        QVERIFY(files->remove(first).has_value());
        QCOMPARE(got(*files, first), std::string("not_found"));
        QCOMPARE(count(), std::size_t(0));
    }
    void folder_isMadeWhenTheFirstFileComes()
    {
        const auto files = store();
        QCOMPARE(files->sweep([](const std::string&) -> Result<bool> { return true; }).value(), std::size_t(0));
        QCOMPARE(got(*files, first), std::string("not_found"));
        QVERIFY(files->remove(first).has_value());
        QVERIFY(!fs::exists(m_folder));
        QVERIFY(put(*files, first, "hello"));
        QVERIFY(fs::is_directory(m_folder / "incoming"));
    }
    void folder_thatCantBeMade()
    {
        std::ofstream(m_folder.string()) << "a file";
        QVERIFY(store()->begin(first, key()).has_error());
    }
};

SALLYPORT_TEST(TestFileStore)

} // namespace tst_file_store
#include "tst_file_store.moc"
