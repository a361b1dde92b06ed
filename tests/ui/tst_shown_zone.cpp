#include "backend/base/time_format.h"
#include "tests/support/test_main.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"

#include <QtTest>

#include <algorithm>

namespace tst_shown_zone {

using namespace sallyport;
using namespace sallyport::ui;

UtcTime at(const char* text)
{
    return *fromRfc3339(text);
}

/// Every time of the window is of the zone that the settings say.
class TestShownZone : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { setShownZone(TimeZone::system()); }

    void times_areOfTheShownZone()
    {
        const UtcTime time = at("2026-11-24T23:31:52.418Z");
        setShownZone(TimeZone());
        QCOMPARE(clockMillisText(time), QStringLiteral("23:31:52.418"));
        QCOMPARE(shownZoneName(), QStringLiteral("UTC"));
        setShownZone(*TimeZone::named("Europe/Berlin"));
        QCOMPARE(clockMillisText(time), QStringLiteral("00:31:52.418"));
        QCOMPARE(clockText(at("2026-07-24T23:31:52Z")), QStringLiteral("01:31:52"));
        QCOMPARE(localTime(time).date(), QDate(2026, 11, 25));
        QCOMPARE(exactTime(localTime(time)), QStringLiteral("25 Nov 2026 00:31:52"));
        // The same of a moment that Qt has in another zone.
        QCOMPARE(exactTime(QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count() / 1000, Qt::UTC)),
                 QStringLiteral("25 Nov 2026 00:31:52"));
        QCOMPARE(shownZoneName(), QStringLiteral("Europe/Berlin"));
        QCOMPARE(zonedTime(time), QStringLiteral("25 Nov 2026 00:31:52 (Europe/Berlin)"));
    }

    void columnsOfTimes_areAsWideAsAnyTime()
    {
        const QStringList words = relativeTimeWords();
        const QDateTime now = localTime(at("2026-11-24T12:00:00Z"));
        for (const char* moment : {"2026-11-24T11:59:30Z", "2026-11-24T11:01:00Z", "2026-11-24T01:00:00Z", "2026-11-23T09:00:00Z",
                                   "2025-03-28T09:00:00Z", "2026-11-24T12:00:59Z", "2026-11-24T12:59:00Z", "2026-11-24T22:00:00Z",
                                   "2026-11-25T12:00:00Z", "2026-12-01T12:00:00Z"}) {
            const QString text = relativeTime(localTime(at(moment)), now);
            QVERIFY2(std::ranges::any_of(words, [&](const QString& word) { return word.size() >= text.size(); }),
                     qPrintable(text));
        }
        QVERIFY(words.contains(relativeTime({}, now)));
        QCOMPARE(dateWords().size(), 12);
    }

    void days_beginAtMidnightThere()
    {
        setShownZone(*TimeZone::named("Europe/Berlin"));
        QCOMPARE(startOfDay(QDate(2026, 11, 24)), at("2026-11-23T23:00:00Z"));
        QCOMPARE(startOfDay(QDate(2026, 7, 24)), at("2026-07-23T22:00:00Z"));
        QVERIFY(!sameDay(at("2026-11-24T22:30:00Z"), at("2026-11-24T23:30:00Z")));
        const QDateTime now = localTime(at("2026-11-24T23:30:00Z")); // half past midnight
        QCOMPARE(relativeTime(localTime(at("2026-11-24T21:00:00Z")), now), QStringLiteral("Yesterday"));
        setShownZone(TimeZone());
        QVERIFY(sameDay(at("2026-11-24T22:30:00Z"), at("2026-11-24T23:30:00Z")));
        QCOMPARE(relativeTime(localTime(at("2026-11-24T21:00:00Z")), now), QStringLiteral("Today 21:00"));
    }
};

SALLYPORT_GUILESS_TEST(TestShownZone)

} // namespace tst_shown_zone
#include "tst_shown_zone.moc"
