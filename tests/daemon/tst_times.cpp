#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

namespace tst_times {

using namespace sallyport::test;

/// Commands tell times in the zone that the vault's settings say, and take bare ones for its.
class TimesTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void asvs_16_2_2_times_areOfTheSettingsZone_inJsonOfUtc();
    void byteOrderMark_standsBeforeCsvOnly();
};

void TimesTest::asvs_16_2_2_times_areOfTheSettingsZone_inJsonOfUtc()
{
    QCOMPARE(vault("settings set times.zone=Asia/Tokyo").code, 0);
    QVERIFY(vault("user show ada@sallyport.example").output.contains("+09:00"));
    const QByteArray json = vault("user show ada@sallyport.example --json").output;
    QVERIFY2(!json.contains("+09:00") && json.contains("Z\""), json.constData());
    const Outcome csv = vault("export --since today");
    QVERIFY2(csv.code == 0 && csv.output.contains("+09:00"), csv.error.constData());
    QVERIFY(vault("export --format jsonl").output.contains("Z\",\"kind\""));
    QVERIFY(vault("user export").output.contains("+09:00"));
    QCOMPARE(vault("export --since yesterdayish").code, 2);
    const Outcome wrong = vault("settings set times.zone=Mars/Olympus");
    QVERIFY2(wrong.code == 1 && wrong.error.contains("Europe/Berlin"), wrong.error.constData());
    QCOMPARE(vault("settings set times.zone=UTC").code, 0);
    QVERIFY(!vault("user show ada@sallyport.example").output.contains("+0"));
}

void TimesTest::byteOrderMark_standsBeforeCsvOnly()
{
    QVERIFY(vault("export --bom").output.startsWith("\xef\xbb\xbfsequence,"));
    QVERIFY(vault("export").output.startsWith("sequence,"));
    QVERIFY(vault("user export --bom").output.startsWith("\xef\xbb\xbfname,"));
    QCOMPARE(vault("export --bom --format pdf").code, 2);
    QCOMPARE(vault("user export --bom --format json").code, 2);
    QCOMPARE(vault("export --bom --format jsonl").code, 2);
    QCOMPARE(vault("export --language de").code, 2);
    QCOMPARE(vault("export --format pdf --language nl").code, 2);
    QCOMPARE(vault("export --force").code, 2);
}

SALLYPORT_GUILESS_TEST(TimesTest)

} // namespace tst_times
#include "tst_times.moc"
