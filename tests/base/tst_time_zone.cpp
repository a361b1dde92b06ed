#include "backend/base/time_zone.h"

#include "backend/base/time_format.h"
#include "tests/support/test_main.h"

#include <QScopeGuard>
#include <QtTest>

#include <ctime>

namespace tst_time_zone {

using namespace sallyport;
using namespace std::chrono_literals;

UtcTime at(const char* text)
{
    return *fromRfc3339(text);
}

TimeZone berlin()
{
    return *TimeZone::named("Europe/Berlin");
}

class TestTimeZone : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void name_known_isTaken()
    {
        QVERIFY(*TimeZone::named("UTC") == TimeZone());
        for (const char* name : {"UTC", "system", "Europe/Berlin", "Asia/Kolkata", "America/Argentina/Buenos_Aires"})
            QCOMPARE(std::string(TimeZone::named(name)->name()), std::string(name));
        QCOMPARE(berlin().place(at("2026-11-24T00:00:00Z")), std::string("Europe/Berlin"));
    }

    void name_other_isRefused()
    {
        for (const std::string& name :
             {std::string(), std::string("Europe/Nowhere"), std::string("europe/berlin"), std::string("../../etc/passwd"),
              std::string("/etc/localtime"), std::string("UTC0"), std::string(300, 'x')}) {
            const auto zone = TimeZone::named(name);
            QVERIFY2(!zone, name.c_str());
            QCOMPARE(zone.error().code, ErrorCode::InvalidArgument);
        }
    }

    void moment_isShownAsTheClockThereDoes()
    {
        QCOMPARE(berlin().rfc3339(at("2026-11-24T14:31:52.418Z")), std::string("2026-11-24T15:31:52.418+01:00"));
        QCOMPARE(berlin().rfc3339(at("2026-07-01T22:00:00Z")), std::string("2026-07-02T00:00:00.000+02:00"));
        QCOMPARE(TimeZone::named("Asia/Kolkata")->rfc3339(at("2026-11-24T14:31:52Z")),
                 std::string("2026-11-24T20:01:52.000+05:30"));
        QCOMPARE(TimeZone::named("America/St_Johns")->rfc3339(at("2026-11-24T02:00:00Z")),
                 std::string("2026-11-23T22:30:00.000-03:30"));
        QCOMPARE(TimeZone().rfc3339(at("2026-11-24T14:31:52.418Z")), std::string("2026-11-24T14:31:52.418Z"));
    }

    /// Beyond the years that the table lists, by the rule that it ends with; asked of the C library, which reads it by itself.
    void laterYears_goByTheRuleOfTheZone_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* zone :
             {"Europe/Berlin", "Europe/Dublin", "America/New_York", "America/Havana", "America/Nuuk", "America/Scoresbysund",
              "Australia/Lord_Howe", "Pacific/Chatham", "Antarctica/Troll", "Asia/Gaza", "Asia/Jerusalem", "Africa/Cairo",
              "Africa/Casablanca", "America/Santiago", "Asia/Tokyo", "Etc/GMT+3"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void laterYears_goByTheRuleOfTheZone()
    {
        QFETCH(QByteArray, name);
        const auto zone = TimeZone::named(name.toStdString());
        QVERIFY(zone);
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", name);
        tzset();
        const auto restore = qScopeGuard([&] {
            if (before.isNull())
                qunsetenv("TZ");
            else
                qputenv("TZ", before);
            tzset();
        });
        for (auto time = at("2036-01-01T00:59:59Z"); time < at("2101-01-01T00:00:00Z"); time += 53h + 30min) {
            const std::time_t moment = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
            std::tm parts{};
            QVERIFY(localtime_r(&moment, &parts) != nullptr);
            QVERIFY2(zone->offsetAt(time) == std::chrono::seconds(parts.tm_gmtoff), toRfc3339(time).c_str());
        }
    }

    void reading_ofTheClock_isItsMoment()
    {
        QCOMPARE(berlin().fromWall(at("2026-11-24T15:00:00Z")), at("2026-11-24T14:00:00Z"));
        QCOMPARE(berlin().fromWall(at("2026-07-01T12:00:00Z")), at("2026-07-01T10:00:00Z"));
        // Twice, on 25 October: the first. Left out, on 29 March: when the clocks went forward.
        QCOMPARE(berlin().fromWall(at("2026-10-25T02:30:00Z")), at("2026-10-25T00:30:00Z"));
        QCOMPARE(berlin().fromWall(at("2026-03-29T02:30:00Z")), at("2026-03-29T01:00:00Z"));
        for (const char* zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut"}) {
            const TimeZone there = *TimeZone::named(zone);
            for (UtcTime time = at("2026-01-01T00:10:00Z"); time < at("2027-01-01T00:00:00Z");
                 time += std::chrono::minutes(437)) {
                const UtcTime back = there.fromWall(there.toWall(time));
                QVERIFY2(there.toWall(back) == there.toWall(time) && back <= time, there.rfc3339(time).c_str());
            }
        }
    }

    void day_begins_whereItsFirstMomentIs()
    {
        QCOMPARE(berlin().startOfDay(at("2026-11-24T22:59:59Z")), at("2026-11-23T23:00:00Z"));
        QCOMPARE(berlin().startOfDay(at("2026-11-24T23:00:00Z")), at("2026-11-24T23:00:00Z"));
        QCOMPARE(berlin().startOfDay(at("2026-10-25T20:00:00Z")), at("2026-10-24T22:00:00Z"));
        // In Beirut the clocks went from 00:00 to 01:00 on 30 March 2025.
        QCOMPARE(TimeZone::named("Asia/Beirut")->startOfDay(at("2025-03-30T09:00:00Z")), at("2025-03-29T22:00:00Z"));
    }

    void system_goesByTheSystemsClock()
    {
        const TimeZone here = TimeZone::system();
        for (const char* text : {"2026-01-15T12:00:00Z", "2026-07-15T12:00:00Z"}) {
            const UtcTime time = at(text);
            const QDateTime qt = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000);
            QCOMPARE(here.offsetAt(time).count(), static_cast<std::int64_t>(qt.offsetFromUtc()));
            QVERIFY(!here.place(time).empty());
        }
    }
};

SALLYPORT_TEST(TestTimeZone)

} // namespace tst_time_zone
#include "tst_time_zone.moc"
