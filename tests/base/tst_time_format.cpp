#include "backend/base/time_format.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_time_format {

using namespace sallyport;

/// RFC 3339 §5.8's examples, and what §5.6's grammar and §5.7's ranges exclude.
class TestTimeFormat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rfc3339_valid_isRead_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("utc");
        const auto row = [](const char* text, const char* utc) { QTest::newRow(text) << std::string(text) << std::string(utc); };
        row("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.520Z");
        row("1996-12-19T16:39:57-08:00", "1996-12-20T00:39:57.000Z");
        row("1990-12-31T23:59:60Z", "1991-01-01T00:00:00.000Z");
        row("1990-12-31T15:59:60-08:00", "1991-01-01T00:00:00.000Z");
        row("1937-01-01T12:00:27.87+00:20", "1937-01-01T11:40:27.870Z");
        row("2026-11-24t14:31:52z", "2026-11-24T14:31:52.000Z");
        row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
        row("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z");
        row("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999Z");
        row("2026-11-24T14:31:52.1234567890123Z", "2026-11-24T14:31:52.123Z");
        row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
    }

    void rfc3339_valid_isRead()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, utc);
        const auto time = fromRfc3339(text);
        QVERIFY(time.has_value());
        QCOMPARE(toRfc3339(*time), utc);
    }

    void rfc3339_invalid_refused_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char* text : {"",
                                 "2026-11-24",
                                 "2026-11-24 14:31:52Z",
                                 "2026-11-24T14:31:52",
                                 "2026-11-24T14:31Z",
                                 "2026-11-24T24:00:00Z",
                                 "2026-11-24T14:60:00Z",
                                 "2026-11-24T14:31:61Z",
                                 "2026-02-29T00:00:00Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-00-01T00:00:00Z",
                                 "2026-01-00T00:00:00Z",
                                 "2026-11-31T00:00:00Z",
                                 "2026-11-24T14:31:52.Z",
                                 "2026-11-24T14:31:52+24:00",
                                 "2026-11-24T14:31:52+01:60",
                                 "2026-11-24T14:31:52+0100",
                                 "2026-11-24T14:31:52Zx",
                                 " 2026-11-24T14:31:52Z",
                                 "+026-11-24T14:31:52Z",
                                 "2026-11-24T14:31:60Z",
                                 "1990-12-31T23:59:60-08:00",
                                 "2026-11-24T14:31:52.000000000000000000000000000000000000000000000Z"})
            QTest::newRow(text) << std::string(text);
    }

    void rfc3339_invalid_refused()
    {
        QFETCH(std::string, text);
        QVERIFY(!fromRfc3339(text));
    }

    void micros_roundTrip_isExact()
    {
        const auto time = fromRfc3339("2026-11-24T14:31:52.123456Z");
        QCOMPARE(toMicros(*time) % 1000000, std::int64_t{123456});
        QVERIFY(fromMicros(toMicros(*time)) == *time);
    }

    void httpDate_rfc9110Example_isWritten()
    {
        QCOMPARE(toHttpDate(*fromRfc3339("1994-11-06T08:49:37Z")), std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(toHttpDate(*fromRfc3339("2026-11-24T14:31:52.9Z")), std::string("Tue, 24 Nov 2026 14:31:52 GMT"));
    }
};

SALLYPORT_TEST(TestTimeFormat)

} // namespace tst_time_format
#include "tst_time_format.moc"
