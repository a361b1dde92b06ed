#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

namespace tst_scripts {

using namespace Qt::StringLiterals;

/// Names in all scripts in a PDF, read back by pdftotext.
class TestScripts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void name_inOtherScripts_isDrawn_orSaidToBeMissing_data();
    void name_inOtherScripts_isDrawn_orSaidToBeMissing();
    void names_areReadAsTheyAreWritten_data();
    void names_areReadAsTheyAreWritten();
    void names_withoutFonts_areSaidToBeMissing();
    void times_areSaidToBeOfTheirZone();

private:
    static bool hasFontFor(const QString& language);
    QString textOf(const QString& name, const QString& fontsConfiguration = {});
    /// The same as it is read, character by character.
    QString exactTextOf(const QString& name, const QString& fontsConfiguration = {});
    QTemporaryDir m_folder;
};

bool TestScripts::hasFontFor(const QString& language)
{
    QProcess tool;
    tool.start(u"fc-list"_s, {u":lang="_s + language});
    return tool.waitForFinished() && !tool.readAllStandardOutput().isEmpty();
}

/// What pdftotext reads, in compatibility form, as ligatures are named by their own characters where fonts have them.
QString TestScripts::textOf(const QString& name, const QString& fontsConfiguration)
{
    return exactTextOf(name, fontsConfiguration).normalized(QString::NormalizationForm_KC);
}

QString TestScripts::exactTextOf(const QString& name, const QString& fontsConfiguration)
{
    const QString now = u"2026-11-24T15:31:52.418+01:00"_s;
    const QJsonObject chain{{u"intact"_s, true}, {u"checked"_s, 1}, {u"sequence"_s, 1}, {u"time"_s, now}};
    const QJsonObject header{{u"title"_s, u"Audit report"_s}, {u"vault"_s, name}, {u"operator"_s, name}, {u"generated"_s, now},
                             {u"zone"_s, u"Europe/Berlin"_s}, {u"total"_s, 1},    {u"chain"_s, chain}};
    const QJsonObject event{
        {u"sequence"_s, 1}, {u"time"_s, now}, {u"kind"_s, u"auth.login"_s}, {u"actor"_s, QJsonObject{{u"name"_s, name}}}};
    QProcess report;
    if (!fontsConfiguration.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"FONTCONFIG_FILE"_s, fontsConfiguration);
        report.setProcessEnvironment(environment);
    }
    const QString file = m_folder.filePath(u"report.pdf"_s);
    QFile::remove(file);
    report.start(QStringLiteral(SALLYPORT_REPORT_PROGRAM), {u"--out"_s, file});
    report.write(QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n' +
                 QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
    report.closeWriteChannel();
    if (!report.waitForFinished() || report.exitCode() != 0)
        return QString::fromUtf8(report.readAllStandardError());
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s});
    reader.waitForFinished();
    return QString::fromUtf8(reader.readAllStandardOutput());
}

void TestScripts::name_inOtherScripts_isDrawn_orSaidToBeMissing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("read"); ///< empty: the letters join to glyphs that a PDF can't name
    QTest::newRow("Japanese") << u"ja"_s << u"田中太郎"_s << u"田中太郎"_s;
    QTest::newRow("Korean") << u"ko"_s << u"김민수"_s << u"김민수"_s;
    QTest::newRow("Hindi") << u"hi"_s << u"प्रिया"_s << QString();
    QTest::newRow("Thai") << u"th"_s << u"สมชาย"_s << u"สมชาย"_s;
    QTest::newRow("Arabic") << u"ar"_s << u"محمد"_s << u"محمد"_s;
    QTest::newRow("Polish") << u"pl"_s << u"Łukasz Żółć"_s << u"Łukasz Żółć"_s;
}

void TestScripts::name_inOtherScripts_isDrawn_orSaidToBeMissing()
{
    QFETCH(const QString, language);
    QFETCH(const QString, name);
    QFETCH(const QString, read);
    const QString text = textOf(name);
    QVERIFY2(text.contains(u"Audit report"_s), qPrintable(text));
    if (!hasFontFor(language)) {
        QVERIFY2(text.contains(u"Not drawn"_s), qPrintable(text));
        return;
    }
    QVERIFY2(!text.contains(u"Not drawn"_s), qPrintable(text));
    QVERIFY2(text.contains(read), qPrintable(text));
}

void TestScripts::names_areReadAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* what, const QString& language, const QString& name) {
        QTest::newRow(what) << language << name;
    };
    row("Chinese, a letter and its radical in one glyph", u"zh-cn"_s, u"李小龙"_s);
    row("Japanese", u"ja"_s, u"花子"_s);
    row("Chinese, many radicals", u"zh-cn"_s, u"一人大女小山口日月木水火田白目石立竹米糸羊老耳肉自舟色虫血行衣見角言谷豆"_s);
    row("Greek", u"el"_s, u"Γιώργος"_s);
    row("Greek letters that signs have too", u"el"_s, u"Ωμέγα"_s);
    row("Vietnamese", u"vi"_s, u"Đặng Nguyễn"_s);
    row("Croatian", u"hr"_s, u"Đurđa"_s);
    row("Arabic, in shapes of its letters", u"ar"_s, u"محمد"_s);
    row("Hebrew", u"he"_s, u"דוד"_s);
    row("Russian", u"ru"_s, u"Мария"_s);
}

/// Fonts share glyphs among characters; who copies or searches the text gets those that were written.
void TestScripts::names_areReadAsTheyAreWritten()
{
    QFETCH(const QString, language);
    QFETCH(const QString, name);
    if (!hasFontFor(language))
        QSKIP("no font for it here");
    if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
        QSKIP("no pdftotext here");
    const QString text = exactTextOf(name);
    QVERIFY2(text.contains(name), qPrintable(text));
    // Nothing else has become another character.
    QVERIFY2(text.contains(u"Audit report"_s), qPrintable(text));
    QVERIFY2(text.contains(u"2026-11-24 15:31:52"_s), qPrintable(text));
}

void TestScripts::names_withoutFonts_areSaidToBeMissing()
{
    const QString empty = m_folder.filePath(u"fonts.conf"_s);
    QFile file(empty);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts/opentype/inter</dir><cachedir prefix=\"xdg\">fontconfig"
               "</cachedir></fontconfig>");
    file.close();
    const QString text = textOf(u"田中"_s, empty);
    QVERIFY2(text.contains(u"Not drawn: this machine has no font for 2 of the characters"_s), qPrintable(text));
    QVERIFY2(text.contains(u"U+4E2D, U+7530"_s), qPrintable(text));
    QVERIFY(!textOf(u"Łukasz"_s, empty).contains(u"Not drawn"_s));
}

void TestScripts::times_areSaidToBeOfTheirZone()
{
    const QString text = textOf(u"Somebody"_s);
    QVERIFY2(text.contains(u"Time (Europe/Berlin)"_s), qPrintable(text));
    QVERIFY2(text.contains(u"2026-11-24 15:31:52"_s), qPrintable(text));
    QVERIFY2(text.contains(u"24 November 2026, 15:31 UTC+01:00"_s), qPrintable(text));
}

SALLYPORT_TEST(TestScripts)

} // namespace tst_scripts
#include "tst_scripts.moc"
