#include "backend/base/descriptor.h"

#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <fstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_descriptor {

using namespace sallyport;
namespace fs = std::filesystem;

/// What no file is waits for nobody and is nobody's content.
class TstDescriptor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
    }

    void file_isOpened_throughALinkToo()
    {
        std::ofstream(m_root / "file") << "content";
        fs::create_symlink("file", m_root / "link");
        char text[8] = {};
        for (const char* name : {"file", "link"}) {
            const Descriptor opened = openFile(m_root / name);
            QVERIFY(opened.valid());
            QCOMPARE(::read(opened.get(), text, sizeof text), ssize_t{7});
            QVERIFY(isFileOrFree(m_root / name));
        }
        QVERIFY(!openFile(m_root / "link", O_RDONLY | O_NOFOLLOW).valid());
        QCOMPARE(errno, ELOOP);
    }

    void otherThanAFile_isRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("systemError");
        QTest::newRow("pipe") << "pipe" << ENXIO;
        QTest::newRow("folder") << "folder" << EISDIR;
        QTest::newRow("socket") << "socket" << ENXIO;
        QTest::newRow("device") << "device" << ENXIO;
        QTest::newRow("link to a pipe") << "link" << ENXIO;
    }
    void otherThanAFile_isRefusedAtOnce()
    {
        QFETCH(QString, what);
        QFETCH(int, systemError);
        const fs::path place = make(what.toStdString());
        for (const int flags : {O_RDONLY, O_WRONLY, O_RDWR, O_RDWR | O_CREAT, O_WRONLY | O_CREAT | O_TRUNC}) {
            QVERIFY(!openFile(place, flags).valid());
            QCOMPARE(errno, systemError);
        }
        QVERIFY(!isFileOrFree(place));
        const auto refused = openToRead(place);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::NotWritable);
        QCOMPARE(refused.error().detail, place.string() + " is not a file");
    }

    void nothing_isNotFound_andFree()
    {
        QCOMPARE(openToRead(m_root / "nothing").error().code, ErrorCode::NotFound);
        QCOMPARE(openToRead(m_root / "nothing" / "below").error().code, ErrorCode::NotFound);
        QVERIFY(isFileOrFree(m_root / "nothing"));
        fs::create_symlink("nowhere", m_root / "dangling");
        QVERIFY(isFileOrFree(m_root / "dangling"));
    }

    void made_isForItsUserOnly()
    {
        QVERIFY(openFile(m_root / "new", O_WRONLY | O_CREAT).valid());
        struct stat about {};
        QCOMPARE(::stat((m_root / "new").c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777u, 0600u & ~umaskNow());
    }

private:
    static unsigned umaskNow()
    {
        const mode_t mask = ::umask(0);
        ::umask(mask);
        return mask;
    }
    fs::path make(const std::string& what)
    {
        const fs::path place = m_root / what;
        if (what == "pipe" || what == "link")
            [&] { QCOMPARE(::mkfifo((m_root / "pipe").c_str(), 0600), 0); }();
        if (what == "link")
            fs::create_symlink("pipe", place);
        if (what == "folder")
            fs::create_directory(place);
        if (what == "device")
            return "/dev/zero";
        if (what == "socket") {
            const Descriptor bound(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            place.string().copy(address.sun_path, sizeof address.sun_path - 1);
            [&] { QCOMPARE(::bind(bound.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), 0); }();
        }
        return place;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
};

SALLYPORT_GUILESS_TEST(TstDescriptor)

} // namespace tst_descriptor
#include "tst_descriptor.moc"
