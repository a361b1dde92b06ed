#include "tests/records/attachments_fixture.h"

#include "tests/support/test_main.h"

#include <QProcess>
#include <QtTest>

namespace tst_upload_kill {

using namespace sallyport;
using namespace sallyport::records;
using namespace sallyport::test;

class UploadKillTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Killed while it uploads, over and over: what was told to be stored is there and whole, and of everything else nothing is
    /// left once it has been swept.
    void killed_leavesWhatWasStored_andNothingElse()
    {
        AttachmentsFixture fixture;
        const QString directory = QString::fromStdString(fixture.vault.directory().string());
        std::vector<FileId> stored;
        for (int round = 0; round < 6; ++round) {
            fixture.comments.reset();
            fixture.files.reset();
            fixture.service.reset();
            fixture.settings.reset();
            fixture.vault.close();
            QProcess storm;
            storm.start(QStringLiteral(UPLOAD_STORM), {directory});
            QByteArray told;
            while (told.count('\n') <= round && storm.state() != QProcess::NotRunning) { // the next one is under way
                storm.waitForReadyRead(10'000);
                told += storm.readAllStandardOutput();
            }
            storm.kill();
            QVERIFY(storm.waitForFinished(10'000));
            QCOMPARE(storm.exitStatus(), QProcess::CrashExit);
            told += storm.readAllStandardOutput();
            for (const QByteArray& line : told.split('\n')) {
                if (line.size() == 26)
                    stored.emplace_back(line.toStdString());
            }
            fixture.vault.reopen();
            fixture.open();
            fixture.openMore();
            QVERIFY(fixture.files->sweep());
            QCOMPARE(std::int64_t{fixture.onDisk()}, fixture.number("SELECT COUNT(*) FROM files"));
            QVERIFY(std::filesystem::is_empty(fixture.folder() / "incoming"));
            for (const FileId& id : stored)
                QCOMPARE(fixture.contentOf(id, access::Actor::system()), std::string(200'000, 'x'));
        }
        QVERIFY(stored.size() >= 6);
        QVERIFY(fixture.files->findDamaged(access::Actor::system())->empty());
    }
};

SALLYPORT_GUILESS_TEST(UploadKillTest)

} // namespace tst_upload_kill
#include "tst_upload_kill.moc"
