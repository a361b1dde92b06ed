#include "tests/records/records_fixture.h"

#include "tests/support/test_main.h"

#include <QProcess>
#include <QtTest>

namespace tst_sealing_kill {

using namespace sallyport;
using namespace sallyport::records;
using namespace sallyport::test;

class SealingKillTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Killed in the middle of sealing anew, over and over, nothing is lost, nothing is sealed twice as old, and the rest goes
    /// on.
    void killed_goesOnWhereItWas()
    {
        RecordsFixture fixture;
        std::vector<RecordId> ids;
        for (int i = 0; i < 400; ++i)
            ids.push_back(
                fixture.add("r", std::nullopt, {{"a", "a" + std::to_string(i)}, {"b", "b"}, {"c", "c"}, {"d", "d"}}).id);
        QVERIFY(fixture.records().rotateKey(access::Actor::system()));
        std::int64_t waiting = fixture.records().encryption(access::Actor::system())->waiting;
        QCOMPARE(waiting, std::int64_t{1600});
        const QString directory = QString::fromStdString(fixture.vault.directory().string());
        int killed = 0;
        for (int round = 0; round < 4; ++round) {
            fixture.service.reset();
            fixture.settings.reset();
            fixture.vault.close();
            QProcess storm;
            storm.start(QStringLiteral(SEALING_STORM), {directory});
            QByteArray told;
            while (told.size() < 3 && storm.state() != QProcess::NotRunning) { // two batches are on disk, one is under way
                storm.waitForReadyRead(10'000);
                told += storm.readAllStandardOutput();
            }
            storm.kill();
            storm.waitForFinished(10'000);
            killed += storm.exitStatus() == QProcess::CrashExit ? 1 : 0;
            fixture.vault.reopen();
            fixture.open();
            const std::int64_t left = fixture.records().encryption(access::Actor::system())->waiting;
            QVERIFY2(left < waiting || left == 0, std::to_string(left).c_str());
            waiting = left;
            QVERIFY(fixture.records().findDamaged(access::Actor::system())->empty());
        }
        QVERIFY(killed > 0);
        const auto done = fixture.records().encryptAnew(access::Actor::system(), {});
        QVERIFY(done);
        QCOMPARE(done->waiting, std::int64_t{0});
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM record_keys"), std::int64_t{1});
        for (std::size_t i = 0; i < ids.size(); i += 37)
            QCOMPARE(fixture.records().unmask(fixture.physician(), ids[i])->sensitive[0].value.view(),
                     std::string_view("a" + std::to_string(i)));
        QVERIFY(fixture.vault->verify([](std::int64_t, std::int64_t) { return true; })->intact);
    }
};

SALLYPORT_GUILESS_TEST(SealingKillTest)

} // namespace tst_sealing_kill
#include "tst_sealing_kill.moc"
