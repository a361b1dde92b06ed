#include "tests/support/test_main.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_activity_pdf {

using namespace Qt::StringLiterals;

namespace {

/// The report of the journal itself as PDF, read back by pdftotext.
class ActivityPdfTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static constexpr int eventsADay = 60;

    /// `days` days from 1 March 2026 on.
    static QJsonObject header(int days, const QString& language, const QJsonObject& chain)
    {
        QJsonArray list;
        for (int i = 0; i < days; ++i)
            list << QJsonObject{{u"day"_s, QDate(2026, 3, 1).addDays(i).toString(Qt::ISODate)}, {u"success"_s, eventsADay}};
        const int all = days * eventsADay;
        return {{u"title"_s, u"Activity"_s},
                {u"language"_s, language},
                {u"vault"_s, u"Northgate Clinic"_s},
                {u"operator"_s, u"Ingrid Solheim"_s},
                {u"zone"_s, u"UTC"_s},
                {u"generated"_s, u"2026-11-24T15:31:52.418Z"_s},
                {u"total"_s, all},
                {u"outcomes"_s, QJsonObject{{u"success"_s, all}}},
                {u"severities"_s, QJsonObject{{u"info"_s, all}}},
                {u"days"_s, list},
                {u"kinds"_s, QJsonArray{QJsonObject{{u"title"_s, u"Signed in"_s}, {u"count"_s, all}}}},
                {u"chain"_s, chain}};
    }
    QStringList draw(int days, const QString& language = u"en"_s,
                     const QJsonObject& chain = {{u"intact"_s, true}, {u"checked"_s, 9}, {u"sequence"_s, 9}})
    {
        const QString file = m_folder.filePath(u"activity.pdf"_s);
        QFile::remove(file);
        QProcess report;
        report.start(QStringLiteral(SALLYPORT_REPORT_PROGRAM), {u"--out"_s, file});
        const auto write = [&](const QJsonObject& one) {
            report.write(QJsonDocument(one).toJson(QJsonDocument::Compact) + '\n');
        };
        write(header(days, language, chain));
        for (int day = 0; day < days; ++day)
            for (int i = 0; i < eventsADay; ++i)
                write({{u"sequence"_s, day * eventsADay + i + 1},
                       {u"time"_s, QString(QDate(2026, 3, 1).addDays(day).toString(Qt::ISODate) + u"T08:00:00.000Z"_s)},
                       {u"title"_s, u"Signed in"_s},
                       {u"outcome"_s, u"success"_s},
                       {u"severity"_s, u"info"_s}});
        report.closeWriteChannel();
        if (!report.waitForFinished() || report.exitCode() != 0)
            return {QString::fromUtf8(report.readAllStandardError())};
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
        text.waitForFinished();
        QStringList pages = QString::fromUtf8(text.readAllStandardOutput()).split(u'\f');
        pages.removeLast(); // behind the last one, too, is a form feed
        return pages;
    }

private Q_SLOTS:
    void cover_hasContents_andEachDayIsOnItsPage()
    {
        const QStringList pages = draw(10);
        QVERIFY2(pages.size() > 10, qPrintable(pages.join(u'\n')));
        QVERIFY(pages[0].contains(u"Contents"_s));
        QVERIFY2(pages[0].contains(QRegularExpression(u"Overview +2"_s)), qPrintable(pages[0]));
        QVERIFY(pages[1].contains(u"Most frequent events"_s) && pages[1].contains(u"Events by day"_s));
        QVERIFY(pages[0].contains(QRegularExpression(u"Chain and verification +%1"_s.arg(pages.size()))));
        QVERIFY(pages.last().contains(u"Chain and verification"_s));
        for (int day = 0; day < 10; ++day) {
            const QDate date = QDate(2026, 3, 1).addDays(day);
            const auto found =
                QRegularExpression(QString(QLocale(QLocale::English).toString(date, u"d MMMM yyyy"_s) + u" +(\\d+)"_s))
                    .match(pages[0]);
            QVERIFY2(found.hasMatch(), qPrintable(pages[0]));
            const int page = found.captured(1).toInt();
            // The first event of that day stands there, and none on the page before.
            QVERIFY(pages[page - 1].contains(date.toString(Qt::ISODate)));
            QVERIFY(!pages[page - 2].contains(date.toString(Qt::ISODate)));
        }
        for (qsizetype i = 0; i < pages.size(); ++i)
            QVERIFY2(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())), qPrintable(pages[i]));
    }

    void manyDays_areToldByMonth()
    {
        const QStringList pages = draw(40, u"de"_s);
        QVERIFY2(pages[0].contains(QRegularExpression(u"März 2026 +3"_s)), qPrintable(pages[0]));
        QVERIFY(pages[0].contains(u"April 2026"_s));
        QVERIFY(!pages[0].contains(u"2. März"_s));
        QVERIFY(pages[0].contains(QRegularExpression(u"Kette und Prüfung +%1"_s.arg(pages.size()))));
    }

    void noEvents_haveNoTable()
    {
        const QStringList pages = draw(0);
        QCOMPARE(pages.size(), 3);
        QVERIFY(pages[1].contains(u"No events were recorded"_s));
        QVERIFY2(pages[0].contains(QRegularExpression(u"Chain and verification +3"_s)), qPrintable(pages[0]));
    }

    void whatIsWrong_isSaid_data()
    {
        QTest::addColumn<QString>("says");
        QTest::newRow("changed") << u"its content was changed"_s;
        QTest::newRow("missing") << u"it is missing"_s;
        QTest::newRow("reordered") << u"it stands in another's place"_s;
        QTest::newRow("truncated") << u"the end of the journal was cut off"_s;
        QTest::newRow("anchor_damaged") << u"the anchor file was lost or changed"_s;
        QTest::newRow("tree_changed") << u"the tree does not hold what the journal holds"_s;
        QTest::newRow("head_changed") << u"the tree does not fit its signed heads"_s;
        QTest::newRow("rolled_back") << u"the database was put back to an older state"_s;
        QTest::newRow("heads_missing") << u"the file of signed heads was gone"_s;
        QTest::newRow("heads_cut") << u"signed heads were gone from their file"_s;
    }
    void whatIsWrong_isSaid()
    {
        QFETCH(QString, says);
        const QStringList pages = draw(1, u"en"_s,
                                       {{u"intact"_s, false},
                                        {u"checked"_s, 60},
                                        {u"first_bad"_s, 41},
                                        {u"problem"_s, QString::fromLatin1(QTest::currentDataTag())}});
        QVERIFY2(pages.last().contains(u"The chain is broken at event 41: "_s + says), qPrintable(pages.last()));
        QVERIFY(pages[0].contains(u"The chain is broken at event 41"_s));
    }
};

} // namespace

SALLYPORT_GUILESS_TEST(ActivityPdfTest)

} // namespace tst_activity_pdf
#include "tst_activity_pdf.moc"
