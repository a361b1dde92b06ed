#include "backend/journal/events.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_long_journal {

using namespace sallyport;
using namespace sallyport::audit;
using test::TestJournal;

namespace {

constexpr int many = 2'300; ///< several of the pages of 1,000 that are read at a time

void fill(TestJournal& journal)
{
    const auto written = journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
        for (int i = 1; i <= many; ++i) {
            journal.clock.advance(std::chrono::seconds(3));
            SALLYPORT_TRY(journal->append(transaction, test::sampleEvent(i % 5 ? kind::signInSucceeded : kind::signInFailed,
                                                                         "Lee, \"User\"; " + std::to_string(i))));
        }
        return {};
    });
    QVERIFY(written);
}

std::string exported(TestJournal& journal, ReportFormat format, std::optional<UtcTime> since = {})
{
    ReportRequest request;
    request.format = format;
    request.query.since = since;
    std::string text;
    const auto events = journal::makeEvents(journal.store(), journal.journal(), journal.clock, {});
    const auto result = events->exportTo(access::Actor::system(), request,
                                         [&](std::string_view chunk) {
                                             text += chunk;
                                             return true;
                                         },
                                         {});
    return result ? text : "failed: " + result.error().detail;
}

} // namespace

/// Pages are read, hashed and put into words on several threads: nothing of it shows.
class TestLongJournal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void damage_onAnyPage_isNamedWhereItIs_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<int>("firstBad");
        for (const int row : {1, 1000, 1001, 1002, many})
            QTest::addRow("changed %d", row)
                << QStringLiteral("UPDATE events SET path = '/x' WHERE sequence = %1").arg(row) << row;
        for (const int row : {1000, 1001})
            QTest::addRow("hash %d", row) << QStringLiteral("UPDATE events SET hash = x'00' WHERE sequence = %1").arg(row) << row;
        for (const int row : {1, 1000, 2001})
            QTest::addRow("missing %d", row) << QStringLiteral("DELETE FROM events WHERE sequence = %1").arg(row) << row;
        QTest::addRow("page missing") << QStringLiteral("DELETE FROM events WHERE sequence BETWEEN 1001 AND 2100") << 1001;
        QTest::addRow("leaf 1001") << QStringLiteral("UPDATE tree_nodes SET hash = x'00' WHERE level = 0 AND position = 1000")
                                   << 1001;
    }
    void damage_onAnyPage_isNamedWhereItIs()
    {
        QFETCH(QString, sql);
        QFETCH(int, firstBad);
        TestJournal journal;
        fill(journal);
        const auto before = journal->verify({});
        QVERIFY(before && before->intact);
        QCOMPARE(before->checked, std::int64_t{many});
        QVERIFY(journal.tamper(sql.toStdString()));
        const auto after = journal->verify({});
        QVERIFY(after && !after->intact);
        QCOMPARE(after->firstBad, std::int64_t{firstBad});
    }

    void everything_isWrittenAsAPeriodIs_data()
    {
        QTest::addColumn<ReportFormat>("format");
        QTest::newRow("csv") << ReportFormat::Csv;
        QTest::newRow("jsonl") << ReportFormat::JsonLines;
    }
    void everything_isWrittenAsAPeriodIs()
    {
        QFETCH(ReportFormat, format);
        TestJournal journal;
        fill(journal);
        const std::string all = exported(journal, format);
        QCOMPARE(std::ranges::count(all, '\n'), std::ptrdiff_t{many + (format == ReportFormat::Csv ? 1 : 0)});
        // Read from page to page: it knows of the first report, too.
        const std::string period = exported(journal, format, test::at("2020-01-01T00:00:00Z"));
        QVERIFY(period.size() > all.size() && period.starts_with(all));
    }

    void rowFarFromTheOthers_isWrittenToo()
    {
        TestJournal journal;
        fill(journal);
        QVERIFY(journal.tamper("UPDATE events SET sequence = -4000000000000000000 WHERE sequence = 5"));
        const std::string all = exported(journal, ReportFormat::Csv);
        QCOMPARE(std::ranges::count(all, '\n'), std::ptrdiff_t{many + 1});
        QVERIFY(all.find("\r\n-4000000000000000000,") != all.npos);
    }

    void partThatIsCutOff_isTheLast()
    {
        TestJournal journal;
        fill(journal);
        const auto events = journal::makeEvents(journal.store(), journal.journal(), journal.clock, {});
        ReportRequest request;
        request.format = ReportFormat::Csv;
        int chunks = 0;
        const auto result =
            events->exportTo(access::Actor::system(), request, [&](std::string_view) { return ++chunks < 3; }, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(chunks, 3);
    }
};

SALLYPORT_GUILESS_TEST(TestLongJournal)

} // namespace tst_long_journal

#include "tst_long_journal.moc"
