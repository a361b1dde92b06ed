#include "tests/support/test_main.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_access_pdf {

using namespace Qt::StringLiterals;

namespace {

QJsonObject row(const QString& holder, const QString& access, const QString& name, const QString& title)
{
    return {{u"holder"_s, holder},
            {u"email"_s, u"ada@example.org"_s},
            {u"service"_s, false},
            {u"status"_s, u"active"_s},
            {u"access"_s, access},
            {u"name"_s, name},
            {u"title"_s, title},
            {u"since"_s, u"2026-03-01T09:00:00+01:00"_s},
            {u"by"_s, u"Ben Ode"_s},
            {u"until"_s, QString()},
            {u"active"_s, u"2026-11-20T08:00:00+01:00"_s},
            {u"active_known"_s, true}};
}

} // namespace

/// The access review as PDF, read back by pdftotext: what it says of whom.
class TestAccessPdf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhoHasWhat_sinceWhen_byWhom_untilWhen_andWhenUsed()
    {
        QJsonObject ends = row(u"Ada Mensah"_s, u"role"_s, u"editor"_s, u"Editor"_s);
        ends[u"until"_s] = u"2026-12-01T09:00:00+01:00"_s;
        QJsonObject never = row(u"Cy Tan"_s, u"role"_s, u"viewer"_s, u"Viewer"_s);
        never[u"active"_s] = QString();
        never[u"status"_s] = u"disabled"_s;
        never[u"email"_s] = u"cy@x.org"_s;
        QJsonObject robot = row(u"Robot"_s, u"key"_s, u"spk_7QK3M2XA"_s, u"nightly"_s);
        robot[u"service"_s] = true;
        const QStringList lines = linesOf(header(), {ends, never, robot});
        const QString all = lines.join(u'\n');
        QVERIFY2(all.contains(u"Northgate Clinic"_s), qPrintable(all));
        QVERIFY(all.contains(u"Access review"_s));
        QVERIFY(all.contains(u"Ingrid Solheim"_s)); // who made it
        QVERIFY(all.contains(u"role=editor"_s));    // of what
        QVERIFY(all.contains(u"Europe/Berlin"_s));
        for (const QString& part : {u"Editor"_s, u"2026-03-01"_s, u"Ben Ode"_s, u"2026-12-01"_s, u"2026-11-20"_s})
            QVERIFY2(lineOf(lines, u"Ada Mensah"_s).contains(part), qPrintable(all));
        for (const QString& part : {u"Viewer"_s, u"disabled"_s, u"never"_s})
            QVERIFY2(lineOf(lines, u"Cy Tan"_s).contains(part, Qt::CaseInsensitive), qPrintable(all));
        for (const QString& part : {u"API key nightly"_s, u"service account"_s})
            QVERIFY2(lineOf(lines, u"Robot"_s).contains(part, Qt::CaseInsensitive), qPrintable(all));
        QVERIFY(!all.contains(u"left out"_s));
    }

    void whatWasLeftOut_isSaid_andNothing_too()
    {
        QJsonObject less = header();
        less[u"with_keys"_s] = false;
        less[u"with_accounts"_s] = false;
        less[u"total"_s] = 0;
        const QString all = linesOf(less, {}).join(u'\n');
        QCOMPARE(all.count(u"left out"_s, Qt::CaseInsensitive), 2);
        // In the language that was asked for.
        less[u"language"_s] = u"de"_s;
        less[u"title"_s] = QString();
        QVERIFY(linesOf(less, {}).join(u'\n').contains(u"Zugriff"_s));
    }

    void manyRows_areAll()
    {
        QList<QJsonObject> rows;
        for (int at = 0; at < 120; ++at)
            rows << row(u"Person %1"_s.arg(at, 3, 10, QLatin1Char('0')), u"role"_s, u"viewer"_s, u"Viewer"_s);
        QJsonObject many = header();
        many[u"total"_s] = 120;
        const QString all = linesOf(many, rows).join(u'\n');
        for (int at = 0; at < 120; ++at)
            QVERIFY(all.contains(u"Person %1"_s.arg(at, 3, 10, QLatin1Char('0'))));
    }

private:
    static QJsonObject header()
    {
        return {{u"report"_s, u"access_review"_s},
                {u"title"_s, u"Access review"_s},
                {u"language"_s, u"en"_s},
                {u"vault"_s, u"Northgate Clinic"_s},
                {u"operator"_s, u"Ingrid Solheim"_s},
                {u"generated"_s, u"2026-11-24T15:31:52.418+01:00"_s},
                {u"zone"_s, u"Europe/Berlin"_s},
                {u"filter"_s, u"role=editor"_s},
                {u"total"_s, 3},
                {u"user_roles"_s, 2},
                {u"account_roles"_s, 0},
                {u"keys"_s, 1},
                {u"with_keys"_s, true},
                {u"with_accounts"_s, true}};
    }
    static QString lineOf(const QStringList& lines, const QString& holder)
    {
        for (const QString& line : lines)
            if (line.contains(holder))
                return line;
        return {};
    }
    QStringList linesOf(const QJsonObject& header, const QList<QJsonObject>& rows)
    {
        const QString file = m_folder.filePath(u"access.pdf"_s);
        QFile::remove(file);
        QProcess report;
        report.start(QStringLiteral(SALLYPORT_REPORT_PROGRAM), {u"--out"_s, file});
        report.write(QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n');
        for (const QJsonObject& one : rows)
            report.write(QJsonDocument(one).toJson(QJsonDocument::Compact) + '\n');
        report.closeWriteChannel();
        if (!report.waitForFinished() || report.exitCode() != 0)
            return {QString::fromUtf8(report.readAllStandardError())};
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
        reader.waitForFinished();
        return QString::fromUtf8(reader.readAllStandardOutput()).split(u'\n');
    }

    QTemporaryDir m_folder;
};

SALLYPORT_TEST(TestAccessPdf)

} // namespace tst_access_pdf
#include "tst_access_pdf.moc"
