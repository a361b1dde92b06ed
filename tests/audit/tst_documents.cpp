#include "backend/audit/documents/csv_document.h"
#include "backend/audit/documents/html_document.h"
#include "backend/audit/documents/html_text.h"
#include "backend/audit/documents/json_document.h"
#include "backend/journal/events.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_documents {

using namespace sallyport;
using namespace sallyport::audit;
using namespace Qt::StringLiterals;
using test::TestJournal;

namespace {

const std::string hostile = "<script>alert('x')</script> & \"quoted\" \x1b[31m \xe2\x80\xaeturned";

/// A document with everything in it.
Result<void> writeSample(DocumentWriter& writer, int rows, const std::string& damage = {})
{
    DocumentHead head;
    head.title = "Sample of %1";
    head.title.values = {hostile};
    head.report = "sample";
    head.vault = hostile;
    head.operatorName = "Ingrid Solheim";
    head.generatedAt = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24);
    head.since = head.generatedAt;
    head.filter = "user:\"<b>\"";
    head.damage = damage;
    SALLYPORT_TRY(writer.begin(head));
    SALLYPORT_TRY(writer.section("Summary"));
    SALLYPORT_TRY(writer.note("Everything is well", Tone::Good));
    SALLYPORT_TRY(writer.figures({{"Users", std::int64_t{1204567}}, {"State", Phrase("On"), Tone::Good}}));
    for (const Chart::Kind kind : {Chart::Kind::Columns, Chart::Kind::Bars}) {
        Chart chart;
        chart.kind = kind;
        chart.title = Phrase(hostile, std::string_view());
        chart.summary = "Two points";
        chart.series = {Phrase("With"), Phrase("Without")};
        chart.tones = {Tone::Good, Tone::Bad};
        chart.points = {{Phrase(hostile, std::string_view()), {3, 1}}, {"Second", {0, 0}}};
        SALLYPORT_TRY(writer.chart(chart));
    }
    SALLYPORT_TRY(writer.beginTable({"few", "Few", {{"a", "A", CellType::Text, 10}}, 0, false, false}));
    SALLYPORT_TRY(writer.endTable());
    SALLYPORT_TRY(writer.section("Rows"));
    SALLYPORT_TRY(writer.beginTable({"rows",
                                     "All rows",
                                     {{"name", "Name", CellType::Text, 20},
                                      {"count", "Count", CellType::Number, 10},
                                      {"at", "At", CellType::Time, 10},
                                      {"state", "State", CellType::Phrase, 10}},
                                     rows,
                                     true,
                                     true}));
    for (int i = 0; i < rows; ++i)
        SALLYPORT_TRY(writer.row({i == 0 ? hostile : "=row " + std::to_string(i), std::int64_t{i}, head.generatedAt,
                                  i % 2 == 0 ? Cell(Phrase("On")) : Cell()}));
    SALLYPORT_TRY(writer.endTable());
    return writer.finish();
}

Outlet::Sink into(std::string& text)
{
    return [&text](std::string_view piece) {
        text += piece;
        return true;
    };
}

} // namespace

/// What a document becomes, read back by others.
class DocumentsTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QJsonObject readHtml(const std::string& page)
    {
        QFile file(m_folder.filePath(u"page.html"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {};
        file.write(page.data(), static_cast<qint64>(page.size()));
        file.close();
        QProcess python;
        python.start(u"python3"_s, {QStringLiteral(SALLYPORT_TEST_SCRIPTS "/check_html.py"), file.fileName()});
        python.waitForFinished();
        const QByteArray error = python.readAllStandardError();
        if (!error.isEmpty())
            qWarning("%s", error.constData());
        return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    }
    static QByteArray wrongOf(const QJsonObject& read) { return QJsonDocument(read[u"wrong"_s].toArray()).toJson(); }

private Q_SLOTS:
    void html_isStrict_readableWithoutSeeing_andEscaped()
    {
        std::string page;
        HtmlDocument document(into(page));
        QVERIFY(writeSample(document, 3));
        const QJsonObject read = readHtml(page);
        QVERIFY2(read[u"wrong"_s].toArray().isEmpty() && !read.isEmpty(), wrongOf(read).constData());
        QCOMPARE(read[u"pictures"_s].toInt(), 2);
        QCOMPARE(read[u"tables"_s].toArray().size(), 2);
        QCOMPARE(read[u"tables"_s][1][u"rows"_s].toInt(), 3);
        const QString text = read[u"text"_s].toString();
        QVERIFY(text.contains(u"<script>alert('x')</script>"_s)); // as words
        QVERIFY(text.contains(u"\\x1b[31m"_s));
        QVERIFY(text.contains(u"\\u202e"_s));
        QVERIFY(page.find("<script") == page.npos);
        QVERIFY(page.find("1\xe2\x80\xaf"
                          "204\xe2\x80\xaf"
                          "567") != page.npos);
        QVERIFY(page.find("lang=\"en\"") != page.npos);
    }

    void html_isTranslated_bySourceAndContext()
    {
        std::string page;
        HtmlOptions options;
        options.translate = [](std::string_view context, std::string_view source) {
            return context == "Report" && source == "Rows" ? std::string("Zeilen") : std::string();
        };
        HtmlDocument document(into(page), options);
        QVERIFY(writeSample(document, 1));
        QVERIFY(page.find("<h2>Zeilen</h2>") != page.npos);
        QVERIFY(page.find("<h2>Summary</h2>") != page.npos);
    }

    void html_endsEarly_whereOnlyTheFirstRowsAreWanted()
    {
        std::string page;
        HtmlOptions options;
        options.mostRows = 5;
        options.chartAddress = [](const std::string&) { return std::string("data:nothing"); };
        HtmlDocument document(into(page), options);
        QVERIFY(writeSample(document, 100));
        const QJsonObject read = readHtml(page);
        QVERIFY2(read[u"wrong"_s].toArray().isEmpty(), wrongOf(read).constData());
        QCOMPARE(read[u"tables"_s][1][u"rows"_s].toInt(), 5);
        QVERIFY(read[u"text"_s].toString().contains(u"The first 5 of 100 rows are shown."_s));
        QVERIFY(page.find("<svg") == page.npos);
    }

    void csv_holdsTheMainTable_andNoFormula()
    {
        std::string csv;
        CsvDocument document(into(csv), true);
        QVERIFY(writeSample(document, 2));
        QVERIFY(csv.starts_with("\xef\xbb\xbfname,count,at,state\r\n"));
        QVERIFY(csv.find("'=row 1,1,2026-11-24T00:00:00.000Z,\r\n") != csv.npos);
        QCOMPARE(QByteArray::fromStdString(csv).count('\n'), 3);
    }

    void csvAndLines_ofADamagedJournal_haveItsMark()
    {
        std::string csv, lines;
        CsvDocument table(into(csv));
        QVERIFY(writeSample(table, 2, "changed"));
        QVERIFY(csv.starts_with("name,count,at,state,journal_damage\r\n"));
        QVERIFY(csv.find("'=row 1,1,2026-11-24T00:00:00.000Z,,changed\r\n") != csv.npos);
        JsonDocument document(into(lines));
        QVERIFY(writeSample(document, 1, "changed"));
        const QByteArray first = QByteArray::fromStdString(lines.substr(0, lines.find('\n')));
        QCOMPARE(QJsonDocument::fromJson(first).object()[u"damage"_s].toString(), u"changed"_s);
    }

    void jsonLines_areObjects_thatSayWhatTheyAre()
    {
        std::string lines;
        JsonDocument document(into(lines));
        QVERIFY(writeSample(document, 2));
        QStringList types;
        for (const QByteArray& line : QByteArray::fromStdString(lines).split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            QVERIFY2(!object.isEmpty(), line.constData());
            types << object[u"type"_s].toString();
        }
        QCOMPARE(types, (QStringList{u"report"_s, u"section"_s, u"note"_s, u"figure"_s, u"figure"_s, u"chart"_s, u"chart"_s,
                                     u"section"_s, u"row"_s, u"row"_s}));
    }

    void sinkThatRefuses_cancels()
    {
        HtmlDocument document([](std::string_view) { return false; });
        const auto written = writeSample(document, 10'000);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
    }

    void valuesStandWhereTheyBelong()
    {
        QCOMPARE(textOf(Phrase("%2 of %1 %%", {"%2", "b"})), std::string("b of %2 %%"));
        QCOMPARE(textOf(Phrase("%3", {"a"})), std::string("%3"));
        QCOMPARE(groupedNumber(-1234), std::string("-1\xe2\x80\xaf"
                                                   "234"));
    }

    void exportedJournal_isHtmlThatOthersRead()
    {
        TestJournal journal;
        for (const std::string& name : {hostile, std::string("Jonas")}) {
            journal.clock.advance(std::chrono::hours(30));
            QVERIFY(journal->record(test::sampleEvent(kind::signInFailed, name)));
        }
        access::Actor auditor;
        auditor.kind = access::Actor::Kind::Operator;
        auditor.name = "Ingrid Solheim";
        auditor.permissions.add(access::Permission::EventsExport);
        const auto events = journal::makeEvents(journal.store(), *journal.operator->(), journal.clock,
                                                {[] { return std::string("Northgate Clinic"); }, {}});
        ReportRequest request;
        request.format = ReportFormat::Html;
        std::string page;
        const auto done = events->exportTo(auditor, request, into(page), {});
        QVERIFY(done);
        QCOMPARE(done->events, std::int64_t{2});
        const QJsonObject read = readHtml(page);
        QVERIFY2(read[u"wrong"_s].toArray().isEmpty() && !read.isEmpty(), wrongOf(read).constData());
        QCOMPARE(read[u"tables"_s][0][u"rows"_s].toInt(), 2);
        const QString text = read[u"text"_s].toString();
        for (const QString& said : {u"Northgate Clinic"_s, u"Sign-in failed"_s, u"The chain is intact"_s, u"Jonas"_s})
            QVERIFY2(text.contains(said), qPrintable(text));
    }
};

SALLYPORT_GUILESS_TEST(DocumentsTest)

} // namespace tst_documents
#include "tst_documents.moc"
