#include "app/report/kind_titles.h"
#include "app/report/report_data.h"
#include "app/report/texts.h"
#include "backend/audit/event_json.h"
#include "backend/audit/event_kinds.h"
#include "tests/support/test_main.h"
#include "ui/translations/translations.h"
#include "ui/words/event_text.h"

#include <QCoreApplication>
#include <QSet>
#include <QTranslator>
#include <QtTest>

namespace tst_titles {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace

/// What stands in a report: nothing missing in any language, and every kind called as in the window.
class TestTitles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kindTitle_everyKind_isTheSameInWindowAndReport_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("signInFailed");
        QTest::newRow("en") << u"en"_s << u"Sign-in failed"_s;
        QTest::newRow("de") << u"de"_s << u"Anmeldung fehlgeschlagen"_s;
        QTest::newRow("fr") << u"fr"_s << u"Échec de connexion"_s;
    }
    void kindTitle_everyKind_isTheSameInWindowAndReport()
    {
        QFETCH(QString, language);
        QFETCH(QString, signInFailed);
        ui::initTranslations();
        QTranslator window;
        QVERIFY(window.load(u":/i18n/sallyport_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&window);
        const report::KindTitles titles(language);
        QSet<QString> all;
        for (const audit::EventKind& kind : audit::eventKinds()) {
            const QString english = text(kind.title);
            // A translation of its own, and none that is another kind's.
            if (language != u"en")
                QVERIFY2(!window.translate("EventKind", english.toUtf8().constData()).isEmpty(), qPrintable(english));
            const QString title = ui::kindTitle(kind.word);
            QVERIFY2(!all.contains(title), qPrintable(title));
            all.insert(title);
            QCOMPARE(titles.translated(english), title);
            // As it comes to the report.
            audit::Event event;
            event.kind = kind.word;
            std::string line;
            audit::appendEventJson(line, event);
            const auto row = report::parseRow(QByteArray::fromStdString(line), titles);
            QVERIFY2(row, line.c_str());
            QCOMPARE(row->event, title);
        }
        QCOMPARE(ui::kindTitle(audit::kind::signInFailed), signInFailed);
        QCoreApplication::removeTranslator(&window);
    }

    void kindTitle_otherLanguagesAndTexts_areEnglish()
    {
        QCOMPARE(report::KindTitles(u"de_CH"_s).translated(u"Signed in"_s), u"Angemeldet"_s);
        QCOMPARE(report::KindTitles(u"pt"_s).translated(u"Signed in"_s), u"Signed in"_s);
        QCOMPARE(report::KindTitles(u"de"_s).translated(u"no.such"_s), u"no.such"_s);
    }

    void textsFor_everyLanguage_isComplete()
    {
        // All members are pointers to text: none may be null.
        for (const QString& language : {u"en"_s, u"de"_s, u"fr"_s, u"pt"_s}) {
            const report::Texts& texts = report::textsFor(language);
            const auto* const all = reinterpret_cast<const char16_t* const*>(&texts);
            for (std::size_t i = 0; i < sizeof texts / sizeof *all; ++i)
                QVERIFY(all[i] && *all[i]);
        }
    }
};

SALLYPORT_GUILESS_TEST(TestTitles)

} // namespace tst_titles
#include "tst_titles.moc"
