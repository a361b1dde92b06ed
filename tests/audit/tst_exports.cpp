#include "backend/audit/report_process.h"
#include "backend/audit/report_summary.h"
#include "backend/journal/events.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

#include <fstream>
#include <sys/stat.h>

namespace tst_exports {

using namespace sallyport;
using namespace sallyport::audit;
using namespace Qt::StringLiterals;
using access::Actor;
using test::TestJournal;

namespace {

/// Holds what the test lets it hold.
struct Ward {
    bool mayExport = true;
    Result<Actor> now(const Actor& actor) const
    {
        Actor current = actor;
        if (!mayExport)
            current.permissions = {};
        return current;
    }
};

Actor auditor()
{
    Actor actor;
    actor.kind = Actor::Kind::Operator;
    actor.name = "Ingrid Solheim";
    actor.permissions.add(access::Permission::EventsRead);
    actor.permissions.add(access::Permission::EventsExport);
    actor.permissions.add(access::Permission::EventsVerify);
    return actor;
}

std::unique_ptr<journal::Events> eventsOf(TestJournal& journal)
{
    return journal::makeEvents(journal.store(), *journal.operator->(), journal.clock,
                               {[] { return std::string("Northgate Clinic"); }, SALLYPORT_REPORT_PROGRAM});
}

/// Names that want to be more than a name.
const std::vector<std::string> hostile{"=cmd|'/c calc'!A1",
                                       "+1+1",
                                       "-2",
                                       "@SUM(A1)",
                                       "\tTab",
                                       "\rReturn",
                                       "two\r\nlines,\"quoted\"",
                                       "\x1b[31mred",
                                       "pipe|]end",
                                       "Elif Yıldız",
                                       "\xe2\x80\xaeright to left",
                                       "＝full width",
                                       "%n%s"};

void writeHostile(TestJournal& journal)
{
    for (const std::string& name : hostile) {
        journal.clock.advance(std::chrono::hours(1));
        Event event = test::sampleEvent(kind::signInFailed, name);
        event.outcome = Outcome::Failure;
        event.userAgent = name;
        event.detailsJson = "{\n  \"note\": \"a\"\n}";
        QVERIFY(journal->record(event));
    }
}

/// Many events in few transactions.
void writeMany(TestJournal& journal, int count)
{
    for (int i = 0; i < count;) {
        const auto written = journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
            for (int n = 0; n < 5000 && i < count; ++n, ++i) {
                journal.clock.advance(std::chrono::seconds(3));
                SALLYPORT_TRY(journal->append(transaction, test::sampleEvent(i % 5 ? kind::signInSucceeded : kind::signInFailed,
                                                                             "User " + std::to_string(i % 100))));
            }
            return {};
        });
        QVERIFY(written);
    }
}

std::int64_t residentKib()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::stoll(line.substr(6));
    return 0;
}

QJsonObject readCsv(const std::filesystem::path& file)
{
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(SALLYPORT_TEST_SCRIPTS "/read_csv.py"), QString::fromStdString(file.string())});
    python.waitForFinished();
    const QByteArray error = python.readAllStandardError();
    if (!error.isEmpty())
        qWarning("%s", error.constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

QString pdfText(const std::filesystem::path& file)
{
    QProcess tool;
    tool.start(u"pdftotext"_s, {u"-layout"_s, QString::fromStdString(file.string()), u"-"_s});
    tool.waitForFinished();
    return QString::fromUtf8(tool.readAllStandardOutput());
}

ReportRequest request(ReportFormat format)
{
    ReportRequest result;
    result.format = format;
    result.title = "Audit report";
    return result;
}

Event lastEvent(TestJournal& journal, journal::Events& events)
{
    auto found = events.read(auditor(), journal->head().sequence);
    return found ? *found : Event{};
}

} // namespace

/// What leaves the house: CSV, JSON Lines and PDF, read back by what we did not write.
class TestExports : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rightThatGoes_endsTheReport_beforeTheNextPiece_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::newRow("csv") << ReportFormat::Csv;
        QTest::newRow("jsonl") << ReportFormat::JsonLines;
    }
    void rightThatGoes_endsTheReport_beforeTheNextPiece()
    {
        QFETCH(ReportFormat, format);
        TestJournal journal;
        writeMany(journal, 3'000);
        Ward ward;
        journal::EventsOptions options;
        options.now = [&](const Actor& actor) { return ward.now(actor); };
        const auto events = journal::makeEvents(journal.store(), *journal.operator->(), journal.clock, std::move(options));
        std::string got;
        const auto result = events->exportTo(auditor(), request(format),
                                             [&](std::string_view chunk) {
                                                 got += chunk;
                                                 ward.mayExport = got.size() < 10'000; // goes with the first page of events
                                                 return true;
                                             },
                                             {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::PermissionDenied);
        QCOMPARE(result.error().required, std::string("events:export"));
        QVERIFY(std::ranges::count(got, '\n') <= 1'001); // a head and one page
        ward.mayExport = true;
        audit::EventQuery query;
        query.kinds = {std::string(kind::reportExported)};
        const auto recorded = events->list(auditor(), query, 10, {}, false);
        QVERIFY(recorded);
        QCOMPARE(recorded->events.size(), std::size_t{2}); // that it has begun, and that it was cut off
        QVERIFY(recorded->events.front().outcome == Outcome::Failure);
        QVERIFY(recorded->events.back().outcome == Outcome::Success);
        QCOMPARE(recorded->events.front().reason, std::string("permission_denied"));
    }

    void times_ofReports_areOfTheirZone()
    {
        TestJournal journal;
        QVERIFY(journal->record(test::sampleEvent(kind::signInSucceeded, "Somebody")));
        const UtcTime when = journal.clock.now();
        journal::EventsOptions options;
        options.zone = [] { return *TimeZone::named("Asia/Kolkata"); };
        const auto events = journal::makeEvents(journal.store(), *journal.operator->(), journal.clock, std::move(options));
        const auto written = [&](ReportFormat format, bool mark) {
            audit::ReportRequest asked = request(format);
            asked.byteOrderMark = mark;
            std::string text;
            const auto result = events->exportTo(auditor(), asked,
                                                 [&](std::string_view chunk) {
                                                     text += chunk;
                                                     return true;
                                                 },
                                                 {});
            return result ? text : result.error().detail;
        };
        const std::string there = TimeZone::named("Asia/Kolkata")->rfc3339(when);
        const std::string csv = written(ReportFormat::Csv, false);
        QVERIFY2(csv.find(there) != csv.npos && there.ends_with("+05:30"), csv.c_str());
        QVERIFY(csv.starts_with("sequence,"));
        QVERIFY(written(ReportFormat::Csv, true).starts_with("\xef\xbb\xbfsequence,"));
        // For programs, and so always in UTC.
        QVERIFY(written(ReportFormat::JsonLines, true).find(toRfc3339(when)) != csv.npos);
        QVERIFY(!written(ReportFormat::JsonLines, true).starts_with("\xef"));
    }

    void days_ofASummary_areThoseOfItsZone()
    {
        TestJournal journal;
        journal.clock.set(*fromRfc3339("2026-11-24T22:30:00Z"));
        QVERIFY(journal->record(test::sampleEvent(kind::signInSucceeded, "Before midnight in Berlin")));
        journal.clock.set(*fromRfc3339("2026-11-24T23:30:00Z"));
        QVERIFY(journal->record(test::sampleEvent(kind::signInSucceeded, "After it")));
        const auto daysIn = [&](const TimeZone& zone) {
            const auto summary = journal.store().read([&](storage::Transaction& transaction) -> Result<ReportSummary> {
                SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, {}, 2));
                return summarise(transaction, selection, zone);
            });
            std::vector<std::pair<std::int64_t, std::int64_t>> days;
            for (const ReportSummary::Day& day : summary ? summary->days : std::vector<ReportSummary::Day>())
                days.emplace_back(day.number, day.outcomes[0]);
            return days;
        };
        using Days = std::vector<std::pair<std::int64_t, std::int64_t>>;
        QCOMPARE(daysIn({}), (Days{{20'781, 2}}));
        QCOMPARE(daysIn(*TimeZone::named("Europe/Berlin")), (Days{{20'781, 1}, {20'782, 1}}));
    }

    void asvs_1_2_10_csv_hostileNames_readBackSafely()
    {
        TestJournal journal;
        writeHostile(journal);
        const auto events = eventsOf(journal);
        const auto file = journal.directory() / "report.csv";
        const auto result = events->exportToFile(auditor(), request(ReportFormat::Csv), file, {});
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(result->events, std::int64_t(hostile.size()));
        QVERIFY(result->chain.intact);
        struct stat status {};
        QCOMPARE(::stat(file.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
        QCOMPARE(std::int64_t(status.st_size), result->bytes);

        const QJsonObject read = readCsv(file);
        QCOMPARE(read["widths"_L1].toArray(), QJsonArray{24});
        QCOMPARE(read["columns"_L1].toArray().last().toString(), u"id"_s);
        QCOMPARE(read["rows"_L1].toInt(), int(hostile.size()));
        QCOMPARE(read["lines"_L1].toInt(), int(hostile.size()));
        QCOMPARE(read["bare"_L1].toInt(), 0);
        const QJsonArray expected{u"'=cmd|'/c calc'!A1"_s,
                                  u"'+1+1"_s,
                                  u"'-2"_s,
                                  u"'@SUM(A1)"_s,
                                  u"'\\tTab"_s,
                                  u"'\\rReturn"_s,
                                  u"two\\r\\nlines,\"quoted\""_s,
                                  u"\\x1b[31mred"_s,
                                  u"pipe|]end"_s,
                                  u"Elif Yıldız"_s,
                                  u"\\u202eright to left"_s,
                                  u"'＝full width"_s,
                                  u"%n%s"_s};
        QCOMPARE(read["names"_L1].toArray(), expected);
        QCOMPARE(read["agents"_L1].toArray(), expected);
    }

    void jsonLines_hostileNames_areOneLineEach()
    {
        TestJournal journal;
        writeHostile(journal);
        const auto events = eventsOf(journal);
        std::string text;
        const auto result = events->exportTo(auditor(), request(ReportFormat::JsonLines),
                                             [&](std::string_view chunk) {
                                                 text += chunk;
                                                 return true;
                                             },
                                             {});
        QVERIFY(result);
        const QList<QByteArray> lines = QByteArray::fromStdString(text).trimmed().split('\n');
        QCOMPARE(lines.size(), qsizetype(hostile.size()));
        for (qsizetype i = 0; i < lines.size(); ++i) {
            QVERIFY(std::none_of(lines[i].begin(), lines[i].end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
            const QJsonObject event = QJsonDocument::fromJson(lines[i]).object();
            QCOMPARE(event["sequence"_L1].toInt(), int(i + 1));
            QCOMPARE(event["actor"_L1]["name"_L1].toString().toStdString(), hostile[std::size_t(i)]);
            QCOMPARE(event["details"_L1]["note"_L1].toString(), u"a"_s);
            QCOMPARE(event["hash"_L1].toString().size(), 64);
        }
    }

    void pdf_period_readsBack_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QString>("verification");
        QTest::addColumn<QString>("page");
        QTest::newRow("en") << u"24 November 2026, 13:00 UTC – 25 November 2026, 00:00 UTC"_s << u"The chain is intact"_s
                            << u"Page 1 of 4"_s;
        QTest::newRow("de") << u"24. November 2026, 13:00 UTC – 25. November 2026, 00:00 UTC"_s << u"Die Kette ist unversehrt"_s
                            << u"Seite 1 von 4"_s;
        QTest::newRow("fr") << u"24 novembre 2026, 13:00 UTC – 25 novembre 2026, 00:00 UTC"_s << u"La chaîne est intacte"_s
                            << u"Page 1 sur 4"_s;
    }

    void pdf_period_readsBack()
    {
        QFETCH(const QString, period);
        QFETCH(const QString, verification);
        QFETCH(const QString, page);
        TestJournal journal;
        writeHostile(journal);
        const auto events = eventsOf(journal);
        ReportRequest wanted = request(ReportFormat::Pdf);
        wanted.language = QTest::currentDataTag();
        wanted.query.since = test::at("2026-11-24T13:00:00Z");
        wanted.query.until = test::at("2026-11-25T00:00:00Z");
        const auto file = journal.directory() / "report.pdf";
        const auto result = events->exportToFile(auditor(), wanted, file, {});
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(result->events, 11);
        const QString text = pdfText(file);
        for (const QString& part :
             {period, verification, page, u"Ingrid Solheim"_s, u"Northgate Clinic"_s, u"2026-11-24 13:00:00"_s,
              u"2026-11-24 23:00:00"_s, u"198.51.100.24"_s, u"Elif Yıldız"_s, u"\\x1b[31mred"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u"\n"_s + text));
        QVERIFY(!text.contains(u"2026-11-25 00:00:00"_s));
        const QString hash = QString::fromStdString(result->chain.head.hash);
        QVERIFY(text.contains(hash.left(8) + u' ' + hash.mid(8, 8)));
    }

    void pdf_brokenChain_saysWhere()
    {
        TestJournal journal;
        writeHostile(journal);
        QVERIFY(journal.tamper("UPDATE events SET actor_name = 'nobody' WHERE sequence = 3"));
        const auto events = eventsOf(journal);
        const auto file = journal.directory() / "report.pdf";
        const auto result = events->exportToFile(auditor(), request(ReportFormat::Pdf), file, {});
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QVERIFY(!result->chain.intact);
        QVERIFY(pdfText(file).contains(u"The chain is broken at event 3: its content was changed"_s));
    }

    /// Whoever asks for the last hour hears of what was done to the hours before.
    void period_ofAJournalThatIsDamagedElsewhere_saysSo()
    {
        TestJournal journal;
        writeHostile(journal);
        QVERIFY(journal.tamper("UPDATE events SET actor_name = 'nobody' WHERE sequence = 3"));
        auto wanted = request(ReportFormat::Csv);
        wanted.query.since = journal.clock.now() - std::chrono::minutes(90);
        std::string text;
        const auto result = eventsOf(journal)->exportTo(auditor(), wanted,
                                                        [&](std::string_view chunk) {
                                                            text += chunk;
                                                            return true;
                                                        },
                                                        {});
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QVERIFY(!result->chain.intact);
        QCOMPARE(result->chain.firstBad, std::int64_t{3});
        QVERIFY(result->events > 0 && result->events < 5);
        QVERIFY(text.find("journal_damage") != std::string::npos);
    }

    void pdf_farTime_isWritten_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("chart");
        QTest::newRow("the first that there is") << u"-9223372036854775808"_s << u"Events by day"_s;
        QTest::newRow("the last") << u"9223372036854775807"_s << u"Events by day"_s;
        QTest::newRow("before year 1") << u"-62200000000000000"_s << u"Events by day"_s;
        QTest::newRow("year 1") << u"-62100000000000000"_s << u"Events by year"_s;
        QTest::newRow("year 9999") << u"253402000000000000"_s << u"Events by year"_s;
        QTest::newRow("thirty years before") << u"850000000000000"_s << u"Events by year"_s;
        QTest::newRow("a year before") << u"1760000000000000"_s << u"Events by week"_s;
    }
    void pdf_farTime_isWritten()
    {
        QFETCH(QString, time);
        QFETCH(QString, chart);
        TestJournal journal;
        writeHostile(journal);
        QVERIFY(journal.tamper("UPDATE events SET time = " + time.toStdString() + " WHERE sequence = 3"));
        const auto events = eventsOf(journal);
        const auto file = journal.directory() / "report.pdf";
        const auto result = events->exportToFile(auditor(), request(ReportFormat::Pdf), file, {});
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QVERIFY(!result->chain.intact);
        const QString text = pdfText(file);
        QVERIFY2(text.contains(chart), qPrintable(text));
        QVERIFY(text.contains(u"The chain is broken at event 3"_s));
    }

    void export_record_tellsWhatLeft()
    {
        TestJournal journal;
        writeHostile(journal);
        const auto events = eventsOf(journal);
        const std::string hash = journal->head().hash;
        QVERIFY(events->exportToFile(auditor(), request(ReportFormat::Csv), journal.directory() / "r.csv", {}));
        const Event recorded = lastEvent(journal, *events);
        QCOMPARE(recorded.kind, std::string(kind::reportExported));
        QCOMPARE(recorded.actor.name, std::string("Ingrid Solheim"));
        for (const std::string& part :
             {std::string("\"format\":\"csv\""), std::string("\"events\":13"), hash, std::string("\"file\":\"r.csv\"")})
            QVERIFY2(recorded.detailsJson.find(part) != std::string::npos, recorded.detailsJson.c_str());
    }

    void export_cancelled_leavesNoFileAndARecord_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("csv") << int(ReportFormat::Csv);
        QTest::newRow("pdf") << int(ReportFormat::Pdf);
    }

    void export_cancelled_leavesNoFileAndARecord()
    {
        QFETCH(const int, format);
        TestJournal journal;
        writeMany(journal, 3000);
        const auto events = eventsOf(journal);
        const auto folder = journal.directory() / "out";
        std::filesystem::create_directory(folder);
        std::ofstream(folder / "report") << "old";
        const auto result = events->exportToFile(auditor(), request(ReportFormat(format)), folder / "report",
                                                 [](std::int64_t done, std::int64_t total) { return done * 10 < total * 6; });
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
        QCOMPARE(std::filesystem::file_size(folder / "report"), 3u);
        const Event recorded = lastEvent(journal, *events);
        QCOMPARE(recorded.reason, std::string("cancelled"));
        QVERIFY(recorded.outcome == Outcome::Failure);
    }

    void export_unwritableFile_saysSo()
    {
        TestJournal journal;
        const auto events = eventsOf(journal);
        for (const char* path : {"/proc/nowhere/report.csv", "/tmp"}) {
            const auto result = events->exportToFile(auditor(), request(ReportFormat::Csv), path, {});
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::NotWritable);
        }
    }

    void pdf_programFails_saysWhat_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("said");
        QTest::newRow("none") << u"/nowhere/sallyport-report"_s << u"cannot be started"_s;
        QTest::newRow("ends at once") << u"/bin/false"_s << u"report program"_s;
        QTest::newRow("complains") << u"/bin/ls-of-nothing"_s << u"cannot be started"_s;
    }

    void pdf_programFails_saysWhat()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, said);
        TestJournal journal;
        writeMany(journal, 3000);
        const auto events =
            journal::makeEvents(journal.store(), *journal.operator->(), journal.clock, {{}, program.toStdString()});
        const auto result = events->exportTo(auditor(), request(ReportFormat::Pdf), [](std::string_view) { return true; }, {});
        QVERIFY(!result);
        QVERIFY2(QString::fromStdString(result.error().detail).contains(said), result.error().detail.c_str());
    }

    void reportProgram_badInput_isRefused()
    {
        std::string output;
        auto process = ReportProcess::start(SALLYPORT_REPORT_PROGRAM, [&](std::string_view chunk) {
            output += chunk;
            return true;
        });
        QVERIFY(process);
        (void) (*process)->write("not json\n");
        const auto end = (*process)->finish();
        QVERIFY(!end);
        QVERIFY2(QString::fromStdString(end.error().detail).contains(u"not a report header"_s), end.error().detail.c_str());
    }

    void everyCall_withoutPermission_isDenied()
    {
        TestJournal journal;
        const auto events = eventsOf(journal);
        const Actor nobody;
        const auto denied = [](const auto& result, const char* required) {
            return !result && result.error().code == ErrorCode::PermissionDenied && result.error().required == required;
        };
        QVERIFY(denied(events->list(nobody, {}, 10, {}, false), "events:read"));
        QVERIFY(denied(events->read(nobody, 1), "events:read"));
        QVERIFY(denied(events->count(nobody, {}), "events:read"));
        QVERIFY(denied(events->histogram(nobody, {}, 10), "events:read"));
        QVERIFY(denied(events->subscribe(nobody, [](const auto&) {}), "events:read"));
        QVERIFY(denied(events->verify(nobody, {}), "events:verify"));
        QVERIFY(denied(events->exportTo(nobody, request(ReportFormat::Csv), [](auto) { return true; }, {}), "events:export"));
        QVERIFY(denied(events->exportToFile(nobody, request(ReportFormat::Csv), journal.directory() / "x", {}), "events:export"));
        QCOMPARE(journal->head().sequence, 0);
    }

    void verify_result_isRecorded()
    {
        TestJournal journal;
        writeHostile(journal);
        const auto events = eventsOf(journal);
        QVERIFY(events->verify(auditor(), {})->intact);
        QCOMPARE(lastEvent(journal, *events).kind, std::string(kind::auditVerified));
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 2"));
        QVERIFY(!events->verify(auditor(), {})->intact);
        QCOMPARE(lastEvent(journal, *events).kind, std::string(kind::auditDamaged));
        QCOMPARE(lastEvent(journal, *events).reason, std::string("missing"));
    }

    void list_limitBeyondRange_isRefused()
    {
        TestJournal journal;
        writeHostile(journal);
        const auto events = eventsOf(journal);
        QVERIFY(!events->list(auditor(), {}, 0, {}, false));
        QVERIFY(!events->list(auditor(), {}, 1001, {}, false));
        const auto page = events->list(auditor(), {}, 5, {}, false);
        QCOMPARE(page->events.size(), 5u);
        QCOMPARE(page->events.front().sequence, std::int64_t(hostile.size() + 1)); // that it was read, too
        QVERIFY(!page->nextCursor.empty());
    }

    void listening_isReading()
    {
        TestJournal journal;
        const auto events = eventsOf(journal);
        const std::int64_t before = journal->head().sequence;
        const auto token = events->subscribe(auditor(), [](const std::vector<Event>&) {}, {});
        QVERIFY(token);
        QCOMPARE(journal->head().sequence, before + 1);
        QCOMPARE(events->read(Actor::system(), before + 1)->kind, std::string(kind::auditRead));
    }

    void histogram_openPeriod_coversAll()
    {
        TestJournal journal;
        writeHostile(journal);
        const auto events = eventsOf(journal);
        const auto columns = events->histogram(auditor(), {}, 6);
        QCOMPARE(columns->size(), 6u);
        std::uint32_t warnings = 0;
        for (const journal::EventColumn& column : *columns)
            warnings += column.warning;
        QCOMPARE(warnings, std::uint32_t(hostile.size()));
    }

    void export_200000Events_keepsMemoryBounded()
    {
        TestJournal journal;
        writeMany(journal, 200'000);
        const auto events = eventsOf(journal);
        const auto exported = [&](const EventQuery& query, std::int64_t& most) {
            ReportRequest wanted = request(ReportFormat::JsonLines);
            wanted.query = query;
            std::int64_t before = residentKib();
            return events->exportTo(auditor(), wanted,
                                    [&](std::string_view) {
                                        most = std::max(most, residentKib() - before);
                                        return true;
                                    },
                                    {});
        };
        // A small one first: caches and the reader's pages are there then.
        EventQuery some;
        some.until = test::at("2026-11-24T18:00:00Z");
        std::int64_t most = 0;
        QVERIFY(exported(some, most));
        most = 0;
        const auto result = exported({}, most);
        QVERIFY(result);
        QVERIFY(result->events >= 200'000);
        QVERIFY(result->chain.intact);
        const std::int64_t bytes = result->bytes;
        QVERIFY(bytes > 60'000'000);
#ifdef __SANITIZE_ADDRESS__
        const std::int64_t bound = 128 * 1024; // with what the sanitizer lays around each piece and keeps of those that are freed
#else
        const std::int64_t bound = 24 * 1024;
#endif
        QVERIFY2(most < bound, qPrintable(QString::number(most)));
    }
};

SALLYPORT_GUILESS_TEST(TestExports)

} // namespace tst_exports
#include "tst_exports.moc"
