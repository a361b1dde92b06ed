#include "backend/journal/events.h"
#include "tests/support/failing_commits.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QtTest>

namespace tst_export_record {

using namespace sallyport;
using namespace sallyport::audit;
using access::Actor;
using test::TestJournal;

namespace {

Actor auditor()
{
    Actor actor;
    actor.kind = Actor::Kind::Operator;
    actor.name = "Ingrid Solheim";
    for (const auto permission : {access::Permission::EventsRead, access::Permission::EventsExport})
        actor.permissions.add(permission);
    return actor;
}

std::unique_ptr<journal::Events> eventsOf(TestJournal& journal)
{
    return journal::makeEvents(journal.store(), *journal.operator->(), journal.clock,
                               {[] { return std::string("Northgate Clinic"); }, SALLYPORT_REPORT_PROGRAM});
}

void writeMany(TestJournal& journal, int count)
{
    const auto written = journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
        for (int i = 0; i < count; ++i) {
            journal.clock.advance(std::chrono::seconds(3));
            SALLYPORT_TRY(journal->append(transaction, test::sampleEvent(kind::signInSucceeded, "User " + std::to_string(i))));
        }
        return {};
    });
    QVERIFY(written);
}

Event newest(journal::Events& events)
{
    const auto page = events.list(auditor(), {}, 5, {}, false);
    for (const Event& event : page->events)
        if (event.kind != kind::headSigned && event.kind != kind::auditRead)
            return event;
    return {};
}

ReportRequest request(ReportFormat format)
{
    ReportRequest result;
    result.format = format;
    return result;
}

} // namespace

/// An export is on record before it leaves, and says of a damaged journal what it is.
class ExportRecordTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void export_withoutRoomForItsRecord_givesNothingOut()
    {
        TestJournal journal;
        writeMany(journal, 20);
        const auto events = eventsOf(journal);
        std::size_t given = 0;
        const auto take = [&](std::string_view chunk) {
            given += chunk.size();
            return true;
        };
        for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::JsonLines, ReportFormat::Html}) {
            const test::FailingCommits full(journal.store());
            QVERIFY(!events->exportTo(auditor(), request(format), take, {}));
            QCOMPARE(given, std::size_t{0});
        }
        QVERIFY(events->exportTo(auditor(), request(ReportFormat::Csv), take, {}));
        QVERIFY(given > 0);
    }

    void csv_ofADamagedJournal_saysSoInEachRow()
    {
        TestJournal journal;
        writeMany(journal, 5);
        const auto events = eventsOf(journal);
        const auto rows = [&] {
            std::string text;
            const auto take = [&](std::string_view chunk) {
                text += chunk;
                return true;
            };
            if (!events->exportTo(auditor(), request(ReportFormat::Csv), take, {}))
                return QStringList();
            return QString::fromStdString(text).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        };
        QVERIFY(rows().front().endsWith(QStringLiteral(",hash,id")));
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 2"));
        const QStringList damaged = rows();
        QVERIFY(damaged.size() > 4);
        QVERIFY(damaged.front().endsWith(QStringLiteral(",hash,id,journal_damage")));
        for (int i = 1; i < damaged.size(); ++i)
            QVERIFY2(damaged[i].endsWith(QStringLiteral(",missing")), qPrintable(damaged[i]));
    }

    void jsonLines_ofADamagedJournal_sayTheSameAtTheEndOfEachLine()
    {
        TestJournal journal;
        writeMany(journal, 5);
        const auto events = eventsOf(journal);
        const auto lines = [&] {
            std::string text;
            const auto take = [&](std::string_view chunk) {
                text += chunk;
                return true;
            };
            if (!events->exportTo(auditor(), request(ReportFormat::JsonLines), take, {}))
                return QStringList();
            return QString::fromStdString(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        };
        const QStringList whole = lines();
        QCOMPARE(whole.size(), 5);
        QVERIFY(!whole.join(QString()).contains(QStringLiteral("journal_damage")));
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 2"));
        const QStringList damaged = lines();
        QVERIFY(damaged.size() > 4);
        for (const QString& line : damaged) {
            QVERIFY2(line.endsWith(QStringLiteral(",\"journal_damage\":\"missing\"}")), qPrintable(line));
            QVERIFY(QJsonDocument::fromJson(line.toUtf8()).isObject());
        }
    }

    void export_isOnDisk_beforeTheFirstByteLeaves()
    {
        TestJournal journal;
        writeMany(journal, 3'000);
        const auto events = eventsOf(journal);
        bool first = true;
        QVERIFY(events->exportTo(auditor(), request(ReportFormat::Csv),
                                 [&](std::string_view) {
                                     if (std::exchange(first, false)) {
                                         const Event recorded = newest(*events);
                                         if (recorded.kind != kind::reportExported ||
                                             recorded.detailsJson.find("\"events\":3000") == std::string::npos)
                                             return false;
                                     }
                                     return true;
                                 },
                                 {}));
        QVERIFY(!first);
    }
};

SALLYPORT_GUILESS_TEST(ExportRecordTest)

} // namespace tst_export_record

#include "tst_export_record.moc"
