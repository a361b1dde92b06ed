#include "backend/storage/files.h"
#include "backend/storage/instance_lock.h"
#include "backend/storage/restore_place.h"
#include "tests/support/child_process.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fstream>
#include <sys/stat.h>

namespace tst_restore_place {

using namespace sallyport;
using namespace sallyport::storage;

namespace fs = std::filesystem;

namespace {

/// A data directory of which every file says `old`, and a vault made beside it of which every file says `new`.
class Place {
public:
    Place()
    {
        for (const char* name : {"sallyport.db", "sallyport.db-wal", "files/A", "audit.anchor", "heads.jsonl", "keyring.json"})
            put(directory() / name, "old");
        for (const char* name : {"sallyport.db", "files/A", "files/B", "audit.anchor", "heads.jsonl"})
            put(restoringDirectory(directory()) / name, "new");
    }
    fs::path directory() const { return m_folder.path().toStdString(); }
    static void put(const fs::path& file, const char* text)
    {
        fs::create_directories(file.parent_path());
        ::chmod(file.parent_path().c_str(), 0700);
        std::ofstream(file) << text;
    }
    static std::string get(const fs::path& file)
    {
        std::ifstream read(file);
        return {std::istreambuf_iterator<char>(read), {}};
    }
    std::string at(const char* name) const { return get(directory() / name); }
    fs::path commit(int second = 0) const
    {
        const auto replaced = placeForReplaced(directory(), UtcTime(std::chrono::seconds(1764000000 + second)));
        return replaced && commitRestore(directory(), *replaced) ? *replaced : fs::path();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

/// However a restore is interrupted, there is one vault: all of the one before or all of the new one.
class TestRestorePlace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void uncommitted_leavesTheVaultAsItWas()
    {
        const Place place;
        QVERIFY(restoreUnderway(place.directory()));
        const auto settled = settleRestore(place.directory());
        QVERIFY(settled && settled->empty());
        QVERIFY(!restoreUnderway(place.directory()));
        for (const char* name : {"sallyport.db", "sallyport.db-wal", "files/A", "audit.anchor", "heads.jsonl"})
            QCOMPARE(place.at(name), std::string("old"));
        QVERIFY(!fs::exists(place.directory() / "files" / "B"));
    }

    void committed_killedAtAnyStep_isFinishedByWhoComesNext()
    {
        int steps = 0;
        for (bool finished = false; !finished; ++steps) {
            const Place place;
            const fs::path replaced = place.commit();
            QVERIFY(!replaced.empty());
            const int ended = test::inChild([&] {
                int left = steps;
                const auto settled = settleRestore(place.directory(), [&left] {
                    if (left-- == 0)
                        ::raise(SIGKILL);
                });
                return settled ? test::childSucceeded : 1;
            });
            finished = ended == test::childSucceeded;
            QVERIFY(finished || ended == -SIGKILL);
            QVERIFY(settleRestoreBeside(place.directory()));
            QVERIFY(!restoreUnderway(place.directory()));
            for (const char* name : {"sallyport.db", "files/A", "files/B", "audit.anchor", "heads.jsonl"})
                QCOMPARE(place.at(name), std::string("new"));
            QCOMPARE(place.at("keyring.json"), std::string("old")); // stays
            QVERIFY(!fs::exists(place.directory() / "sallyport.db-wal"));
            QCOMPARE(Place::get(replaced), std::string("old"));
            QCOMPARE(Place::get(replaced.string() + "-wal"), std::string("old"));
            QCOMPARE(Place::get(fs::path(replaced.string() + ".files") / "A"), std::string("old"));
        }
        QVERIFY(steps > 8); // it was really interrupted between all of them
    }

    void somebodyAtIt_keepsOthersOut()
    {
        const Place place;
        const auto lock = InstanceLock::acquire(place.directory());
        QVERIFY(lock);
        const auto beside = settleRestoreBeside(place.directory());
        QVERIFY(!beside && beside.error().code == ErrorCode::DatabaseLocked);
        QVERIFY(QByteArray::fromStdString(beside.error().detail).contains("being put back"));
        QCOMPARE(place.at("sallyport.db"), std::string("old"));
        QVERIFY(!refuseWhileRestoring(place.directory()));
    }

    void replacedBeyondThree_goWithTheirFiles()
    {
        const Place place;
        std::vector<fs::path> replaced;
        for (int i = 0; i < 5; ++i) {
            for (const char* name : {"sallyport.db", "files/A"})
                Place::put(restoringDirectory(place.directory()) / name, "new");
            replaced.push_back(place.commit(i));
            const auto removed = settleRestore(place.directory());
            QVERIFY(removed);
            QCOMPARE(removed->size(), std::size_t{i < 3 ? 0u : 1u});
        }
        for (std::size_t i = 0; i < replaced.size(); ++i) {
            QCOMPARE(fs::exists(replaced[i]), i >= 2);
            QCOMPARE(fs::exists(replaced[i].string() + ".files"), i >= 2);
        }
    }

    void sameSecond_takesAnotherName()
    {
        const Place place;
        const fs::path first = place.commit();
        QVERIFY(settleRestore(place.directory()));
        Place::put(restoringDirectory(place.directory()) / "sallyport.db", "newer");
        const fs::path second = place.commit();
        QVERIFY(!second.empty() && second != first);
        QVERIFY(settleRestore(place.directory()));
        QCOMPARE(Place::get(first), std::string("old"));
        QCOMPARE(Place::get(second), std::string("new"));
        QCOMPARE(place.at("sallyport.db"), std::string("newer"));
    }

    void noteThatLeadsElsewhere_movesNothing()
    {
        for (const char* note :
             {"../outside.db", "/tmp/sallyport-replaced-x.db", "tls/sallyport-replaced-x.db", "", "backups/x.db"}) {
            const Place place;
            QVERIFY(!place.commit().empty());
            Place::put(place.directory() / "restored" / "replaced", note);
            QVERIFY(!settleRestore(place.directory()));
            QCOMPARE(place.at("sallyport.db"), std::string("old"));
        }
    }
};

SALLYPORT_TEST(TestRestorePlace)

} // namespace tst_restore_place
#include "tst_restore_place.moc"
