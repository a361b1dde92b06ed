#include "backend/audit/event_kinds.h"
#include "tests/outputs/support/output_stage.h"
#include "tests/outputs/support/received.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QJsonObject>
#include <QtTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tst_file_output {

using namespace sallyport;
using namespace sallyport::outputs;
using namespace Qt::StringLiterals;
using test::OutputStage;

namespace {

constexpr int patience = 20'000;

DestinationFields file(std::string name = "events")
{
    return OutputStage::fields(DestinationKind::File, std::move(name));
}

std::filesystem::path written(const OutputStage& stage, const char* name = "events.jsonl")
{
    return stage.directory() / "outputs" / name;
}

/// Each of `User 0` to `User count-1` once, in order.
bool isComplete(const QJsonArray& events, int count)
{
    if (events.size() != count)
        return false;
    for (int i = 0; i < count; ++i) {
        if (events[i]["actor"_L1]["name"_L1].toString() != u"User %1"_s.arg(i))
            return false;
    }
    return true;
}

} // namespace

class TestFileOutput : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newEvents_areWrittenInOrder_forTheOwnerOnly()
    {
        OutputStage stage;
        stage.record(100, 5); // before it was added
        const auto id = stage.add(file());
        stage.record(0, 1300);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{1300}, patience);
        QVERIFY(isComplete(test::documentsOf(written(stage)), 1300));
        struct stat status {};
        QCOMPARE(::stat(written(stage).c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
        QCOMPARE(::stat(written(stage).parent_path().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0700u);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.waiting, std::int64_t{0}, patience);
    }

    void whatTheJournalHolds_goesToo_ifAskedFor()
    {
        OutputStage stage;
        stage.record(0, 40);
        const auto id = stage.add(file(), {}, true);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{40}, patience);
        QVERIFY(isComplete(test::documentsOf(written(stage)), 40));
    }

    void afterARestart_itGoesOnWhereItWas()
    {
        OutputStage stage;
        const auto id = stage.add(file());
        stage.record(0, 30);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{30}, patience);
        stage.end();
        stage.record(30, 30);
        QFile half(QString::fromStdString(written(stage).string()));
        QVERIFY(half.open(QIODevice::Append));
        half.write("{\"sequence\":3"); // a crash in the middle of a line
        half.close();
        stage.begin();
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{60}, patience);
        QVERIFY(isComplete(test::documentsOf(written(stage)), 60));
    }

    void fullFile_isFollowedByTheNext_andTheOldestGoes()
    {
        OutputStage stage;
        DestinationFields fields = file();
        fields.rotateBytes = rotateMinimum;
        fields.keepFiles = 3;
        const auto id = stage.add(fields);
        for (int i = 0; i < 12; ++i) {
            stage.record(i * 200, 200);
            QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{(i + 1) * 200}, patience);
        }
        QVERIFY(std::filesystem::exists(written(stage, "events.1.jsonl")) &&
                std::filesystem::exists(written(stage, "events.2.jsonl")));
        QVERIFY(!std::filesystem::exists(written(stage, "events.3.jsonl")));
        const auto newest = test::documentsOf(written(stage));
        QVERIFY(!newest.empty());
        QCOMPARE(newest.last()["actor"_L1]["name"_L1].toString(), u"User 2399"_s);
        const auto before = test::documentsOf(written(stage, "events.1.jsonl"));
        QCOMPARE(before.last()["sequence"_L1].toInt() + 1, newest.first()["sequence"_L1].toInt());
    }

    void failures_areToldOnce_andRecoveryToo()
    {
        OutputStage stage;
        const auto folder = stage.directory() / "outputs";
        std::filesystem::create_directory(folder);
        std::filesystem::create_symlink("/dev/null", folder / "events.jsonl"); // is never followed
        const auto id = stage.add(file());
        stage.record(0, 3);
        QTRY_VERIFY_WITH_TIMEOUT(stage.read(id).state.failures >= 4, patience);
        QVERIFY(!stage.read(id).state.lastError.empty());
        QCOMPARE(stage.events(audit::kind::outputFailed).size(), std::size_t{1});
        std::filesystem::remove(folder / "events.jsonl");
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.failures, std::int64_t{0}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(stage.events(audit::kind::outputRecovered).size(), std::size_t{1}, patience);
        QVERIFY(isComplete(test::documentsOf(folder / "events.jsonl"), 3));
        QCOMPARE(stage.read(id).state.sent, std::int64_t{3});
    }

    void expiredEvents_areMissedAloud()
    {
        OutputStage stage;
        const auto id = stage.add(file());
        stage.record(0, 2);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{2}, patience);
        stage.end();
        stage.record(2, 50);
        QVERIFY(stage.journal().tamper("DELETE FROM events WHERE actor_name IN ('User 2', 'User 3', 'User 4')"));
        stage.begin();
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{49}, patience);
        QCOMPARE(stage.read(id).state.dropped, std::int64_t{3});
        const auto told = stage.events(audit::kind::outputDropped);
        QCOMPARE(told.size(), std::size_t{1});
        QVERIFY(told.front().detailsJson.find("\"events\":3") != std::string::npos);
    }

    void disabledOne_getsNothing_untilItIsSwitchedOn()
    {
        OutputStage stage;
        const auto id = stage.add(file());
        DestinationPatch off;
        off.enabled = false;
        QVERIFY(stage.service().change(OutputStage::somebody(), id, std::move(off)));
        stage.record(0, 10);
        QVERIFY(stage.read(id).state.waiting >= 10);
        QVERIFY(!std::filesystem::exists(written(stage)));
        DestinationPatch on;
        on.enabled = true;
        QVERIFY(stage.service().change(OutputStage::somebody(), id, std::move(on)));
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{10}, patience);
        QVERIFY(isComplete(test::documentsOf(written(stage)), 10));
    }

    void filter_leavesOut_withoutFallingBehind()
    {
        OutputStage stage;
        DestinationFields fields = file();
        fields.filter = "user:\"User 7\"";
        const auto id = stage.add(fields);
        stage.record(0, 3000);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.waiting, std::int64_t{0}, patience);
        QCOMPARE(stage.read(id).state.sent, std::int64_t{1});
        stage.end();
        stage.begin();
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.waiting, std::int64_t{0}, patience);
        QCOMPARE(test::documentsOf(written(stage)).size(), 1);
    }

    void testsBesideADelivery_loseAndTearNothing()
    {
        OutputStage stage;
        const auto id = stage.add(file());
        for (int i = 0; i < 40; ++i) {
            stage.record(i * 100, 100);
            const auto tested = stage.service().test(OutputStage::somebody(), id);
            QVERIFY(tested && tested->passed);
        }
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{4000}, patience);
        QJsonArray delivered;
        for (const QJsonValue& one : test::documentsOf(written(stage)))
            if (one["kind"_L1].toString() != u"output.tested"_s)
                delivered.append(one);
        QVERIFY(isComplete(delivered, 4000));
    }

    void lockHeldByAnother_nothingIsTornAndItGoesOn()
    {
        OutputStage stage;
        const auto id = stage.add(file());
        stage.record(0, 5);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{5}, patience);
        const auto lock = written(stage).parent_path() / ("." + written(stage).filename().string() + ".lock");
        const int held = ::open(lock.c_str(), O_RDWR | O_CLOEXEC);
        QVERIFY(held >= 0 && ::flock(held, LOCK_EX) == 0);
        const auto before = std::filesystem::file_size(written(stage));
        stage.record(5, 5);
        const auto tested = stage.service().test(OutputStage::somebody(), id); // waits, and gives up
        QVERIFY(tested && !tested->passed);
        QCOMPARE(std::filesystem::file_size(written(stage)), before);
        ::close(held);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{10}, patience);
        QVERIFY(isComplete(test::documentsOf(written(stage)), 10));
    }

    void sameFile_isRefused_andNamesWhoHasIt()
    {
        OutputStage stage;
        stage.add(file());
        NewDestination second;
        second.fields = file();
        second.fields.name = "Second";
        second.fields.format = EventFormat::Ocsf; // the same ending
        const auto refused = stage.service().create(OutputStage::somebody(), std::move(second));
        QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
        QCOMPARE(std::string(refused.error().word), std::string("file_taken"));
        QVERIFY(refused.error().detail.find("Somewhere") != std::string::npos);
        DestinationFields other = file("other");
        other.name = "Other";
        const auto id = stage.add(other);
        DestinationPatch patch;
        patch.fields = other;
        patch.fields->target = "events";
        QCOMPARE(stage.service().change(OutputStage::somebody(), id, std::move(patch)).error().code, ErrorCode::Conflict);
    }

    void authorWhoMayNoMore_stopsIt_untilItIsSavedAnew()
    {
        OutputStage stage;
        const auto id = stage.add(file());
        stage.authorMay = false;
        stage.record(0, 5);
        QTRY_VERIFY_WITH_TIMEOUT(stage.read(id).state.failures > 0, patience);
        QVERIFY(stage.read(id).state.lastError.find("may export no events") != std::string::npos);
        QVERIFY(stage.read(id).state.stopped);
        QVERIFY(!std::filesystem::exists(written(stage)));
        stage.authorMay = true;
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.sent, std::int64_t{5}, patience);
        QVERIFY(isComplete(test::documentsOf(written(stage)), 5));
    }

    void message_isALineOfItsOwn()
    {
        OutputStage stage;
        const auto id = stage.add(file());
        QVERIFY(stage.service().send(id, "Too many failures", "12 in a minute\nfrom one address", R"({"rule":"brute force"})"));
        QTRY_COMPARE_WITH_TIMEOUT(test::documentsOf(written(stage)).size(), 1, patience);
        const auto line = test::documentsOf(written(stage)).first();
        QCOMPARE(line["kind"_L1].toString(), u"alert"_s);
        QCOMPARE(line["subject"_L1].toString(), u"Too many failures"_s);
        QCOMPARE(line["data"_L1]["rule"_L1].toString(), u"brute force"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.read(id).state.waiting, std::int64_t{0}, patience);
    }
};

SALLYPORT_GUILESS_TEST(TestFileOutput)

} // namespace tst_file_output
#include "tst_file_output.moc"
