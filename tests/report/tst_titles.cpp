#include "app/report/kind_titles.h"
#include "app/report/texts.h"
#include "backend/audit/event_kinds.h"

#include <QtTest>

using namespace sallyport;
using namespace Qt::StringLiterals;

/// The report's own words: none missing in any language.
class TestTitles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kindTitle_everyKind_isTranslated()
    {
        for (const audit::EventKind& kind : audit::eventKinds()) {
            const QString word = QString::fromUtf8(kind.word.data(), qsizetype(kind.word.size()));
            for (const QString& language : {u"de"_s, u"fr"_s, u"de_CH"_s})
                QVERIFY2(!report::kindTitle(language, word).isEmpty(), qPrintable(word));
            QVERIFY(report::kindTitle(u"en"_s, word).isEmpty());
        }
        QVERIFY(report::kindTitle(u"de"_s, u"no.such"_s).isEmpty());
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

QTEST_GUILESS_MAIN(TestTitles)
#include "tst_titles.moc"
