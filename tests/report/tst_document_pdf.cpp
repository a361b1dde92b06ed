#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_document_pdf {

using namespace Qt::StringLiterals;

namespace {

QJsonObject said(const QString& text)
{
    return {{u"t"_s, text}};
}

} // namespace

/// A document as PDF, read back by pdftotext, pdffonts and pdfinfo.
class DocumentPdfTest final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static QList<QJsonObject> head()
    {
        return {{{u"report"_s, u"document"_s},
                 {u"title"_s, said(u"API keys"_s)},
                 {u"language"_s, u"en"_s},
                 {u"vault"_s, u"Northgate Clinic"_s},
                 {u"operator"_s, u"Ingrid Solheim"_s},
                 {u"generated"_s, u"2026-11-24T15:31:52.418+01:00"_s},
                 {u"zone"_s, u"Europe/Berlin"_s},
                 {u"filter"_s, QString()}},
                {{u"section"_s, said(u"Summary"_s)}},
                {{u"figures"_s,
                  QJsonArray{QJsonObject{{u"label"_s, said(u"Usable"_s)}, {u"value"_s, 1204}, {u"tone"_s, u"good"_s}}}}},
                {{u"chart"_s, said(u"Keys by state"_s)},
                 {u"kind"_s, u"bars"_s},
                 {u"series"_s, QJsonArray{QJsonObject{{u"name"_s, said(u"Keys"_s)}, {u"tone"_s, u"plain"_s}}}},
                 {u"points"_s, QJsonArray{QJsonObject{{u"label"_s, said(u"Ended"_s)}, {u"values"_s, QJsonArray{7}}}}}},
                {{u"note"_s, QJsonObject{{u"t"_s, u"Kept for %1 days"_s}, {u"v"_s, QJsonArray{u"%1 400"_s}}}},
                 {u"tone"_s, u"plain"_s}}};
    }
    static QJsonObject table(int rows, bool isLong)
    {
        return {{u"table"_s, said(u"Keys by name"_s)},
                {u"rows"_s, rows},
                {u"long"_s, isLong},
                {u"columns"_s, QJsonArray{QJsonObject{{u"title"_s, said(u"Name"_s)}, {u"share"_s, 30}},
                                          QJsonObject{{u"title"_s, said(u"Uses"_s)}, {u"share"_s, 10}, {u"right"_s, true}}}}};
    }
    static QList<QJsonObject> rows(int count, const QString& more = {})
    {
        QList<QJsonObject> all;
        for (int i = 0; i < count; ++i)
            all << QJsonObject{{u"row"_s, QJsonArray{u"Key %1%2"_s.arg(i, 4, 10, QLatin1Char('0')).arg(more), i}}};
        return all;
    }
    QString draw(QList<QJsonObject> lines)
    {
        lines << QJsonObject{{u"end"_s, u"table"_s}} << QJsonObject{{u"end"_s, u"document"_s}};
        const QString file = m_folder.filePath(u"document.pdf"_s);
        QFile::remove(file);
        QProcess report;
        report.start(QStringLiteral(SALLYPORT_REPORT_PROGRAM), {u"--out"_s, file});
        for (const QJsonObject& one : lines)
            report.write(QJsonDocument(one).toJson(QJsonDocument::Compact) + '\n');
        report.closeWriteChannel();
        if (!report.waitForFinished() || report.exitCode() != 0)
            return QString::fromUtf8(report.readAllStandardError());
        return run(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
    }
    QString run(const QString& tool, const QStringList& words)
    {
        QProcess process;
        process.start(tool, words);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

private Q_SLOTS:
    void coverHasContents_thatNameThePages()
    {
        const QString text = draw(head() << QJsonObject{{u"section"_s, said(u"All keys"_s)}} << table(200, true) << rows(200));
        const QStringList pages = text.split(u'\f');
        QVERIFY2(pages.size() > 4, qPrintable(text));
        QVERIFY(pages[0].contains(u"Northgate Clinic"_s) && pages[0].contains(u"Contents"_s));
        QVERIFY(pages[0].contains(QRegularExpression(u"Summary +2"_s)));
        QVERIFY(pages[0].contains(QRegularExpression(u"All keys +2"_s)));
        QVERIFY(pages[1].contains(u"Keys by state"_s) && pages[1].contains(u"1,204"_s) && pages[1].contains(u"All keys"_s));
        QVERIFY(pages[1].contains(u"Kept for %1 400 days"_s));
        const qsizetype count = pages.size() - 1; // behind the last one, too, is a form feed
        for (qsizetype i = 0; i < count; ++i)
            QVERIFY2(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(count)), qPrintable(pages[i]));
        for (qsizetype i = 2; i < count; ++i)
            QVERIFY(pages[i].contains(QRegularExpression(u"Name +Uses"_s))); // the heads again
        for (int i = 0; i < 200; ++i)
            QVERIFY(text.contains(u"Key %1"_s.arg(i, 4, 10, QLatin1Char('0'))));
    }

    void shortTables_wrapTheirTexts_andBreakBetweenRows()
    {
        const QString words =
            u" opens what its owner may read and write and tells nobody about it at any time whatsoever"_s.repeated(3);
        const QString text = draw(head() << table(60, false) << rows(60, words));
        for (int i = 0; i < 60; ++i)
            QVERIFY(text.contains(u"Key %1"_s.arg(i, 4, 10, QLatin1Char('0'))));
        QCOMPARE(text.count(u"whatsoever"_s), 180);
    }

    /// Nine columns side by side: a date is on two lines then, and whole.
    void manyColumns_standOnTwoLines()
    {
        QJsonArray columns;
        for (int i = 0; i < 9; ++i)
            columns << QJsonObject{{u"title"_s, said(i == 3 ? u"Recovery codes left"_s : u"Date"_s)}, {u"share"_s, 11}};
        const QJsonObject table{
            {u"table"_s, said(u"Dates"_s)}, {u"rows"_s, 100}, {u"long"_s, true}, {u"lines"_s, 2}, {u"columns"_s, columns}};
        QList<QJsonObject> lines = head() << table;
        for (int i = 0; i < 100; ++i) {
            QJsonArray cells;
            for (int column = 0; column < 9; ++column)
                cells << QJsonObject{{u"at"_s, u"2026-11-%1T11:%2:00.000Z"_s.arg(10 + column).arg(10 + i % 50)}};
            lines << QJsonObject{{u"row"_s, cells}};
        }
        const QString text = draw(lines);
        const QStringList pages = text.split(u'\f');
        const qsizetype count = pages.size() - 1;
        for (qsizetype i = 0; i < count; ++i)
            QVERIFY2(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(count)), qPrintable(pages[i]));
        for (int column = 0; column < 9; ++column)
            QCOMPARE(text.count(u"2026-11-%1"_s.arg(10 + column)), 100);
        QCOMPARE(text.count(u"11:59"_s), 18);
        QVERIFY(!text.contains(u'…') && text.contains(u"Recovery"_s) && text.contains(u"codes left"_s));
    }

    void whatIsEmpty_saysSo()
    {
        QVERIFY(draw(head() << table(0, false)).contains(u"There is nothing to show."_s));
        QVERIFY(draw(head() << table(0, true)).contains(u"There is nothing to show."_s));
    }

    void fontsAreInside_asArchivesWant()
    {
        draw(head() << table(2, true) << rows(2));
        const QString file = m_folder.filePath(u"document.pdf"_s);
        const QStringList fonts = run(u"pdffonts"_s, {file}).split(u'\n', Qt::SkipEmptyParts).mid(2);
        QVERIFY(!fonts.isEmpty());
        const QRegularExpression embedded(u" yes +(yes|no) +(yes|no) +\\d+ +\\d+ *$"_s);
        for (const QString& font : fonts)
            QVERIFY2(font.contains(embedded), qPrintable(font));
        const QString about = run(u"pdfinfo"_s, {u"-meta"_s, file});
        QVERIFY2(about.contains(u"pdfaid:part=\"1\""_s) && about.contains(u"pdfaid:conformance=\"B\""_s), qPrintable(about));
        QVERIFY(run(u"pdfinfo"_s, {file}).contains(u"API keys"_s));
    }

    void whatHasNoEnd_isNoReport()
    {
        QProcess report;
        report.start(QStringLiteral(SALLYPORT_REPORT_PROGRAM), {u"--out"_s, m_folder.filePath(u"never.pdf"_s)});
        report.write(QJsonDocument(head().first()).toJson(QJsonDocument::Compact) + '\n');
        report.closeWriteChannel();
        QVERIFY(report.waitForFinished());
        QCOMPARE(report.exitCode(), 1);
        QVERIFY(!QFile::exists(m_folder.filePath(u"never.pdf"_s)));
    }
};

SALLYPORT_TEST(DocumentPdfTest)

} // namespace tst_document_pdf
#include "tst_document_pdf.moc"
