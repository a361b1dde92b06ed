#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "ui/events/filter_editor.h"
#include "ui/events/filter_highlighter.h"
#include "ui/events/filter_history.h"
#include "ui/events/filter_line.h"
#include "ui/parts/suggestion_popup.h"
#include "ui/words/filter_suggestions.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace tst_events_filter {

using namespace sallyport;
using namespace sallyport::ui;

namespace {

FilterKnowledge someKnowledge()
{
    FilterKnowledge known;
    for (int i = 0; i < 24; ++i) {
        audit::Event event;
        event.actor = {"user", "u-1", "Jonas Weber", {}};
        event.address = "198.51.100.24";
        event.kind = "auth.login_failed";
        known.learn(event);
    }
    known.users.insert(QStringLiteral("Ingrid Solheim"), 0);
    return known;
}

bool offers(const std::vector<FilterSuggestion>& found, const QString& insert)
{
    return std::any_of(found.begin(), found.end(), [&](const FilterSuggestion& one) { return one.insert == insert; });
}

class TestEventsFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void suggest_beginningOfAKey_offersKeyThenItsValues()
    {
        const auto found = suggestFilter(QStringLiteral("since:1h us"), 11, someKnowledge());
        QVERIFY(!found.empty());
        QCOMPARE(found[0].insert, QStringLiteral("user:"));
        QVERIFY(!found[0].complete);
        QCOMPARE(found[1].insert, QStringLiteral("user:\"Jonas Weber\""));
        QCOMPARE(found[1].seen, 24);
    }

    void suggest_afterColon_offersOnlyThatKeysValues()
    {
        const auto found = suggestFilter(QStringLiteral("outcome:f"), 9, someKnowledge());
        QVERIFY(offers(found, QStringLiteral("outcome:failure")));
        QVERIFY(offers(found, QStringLiteral("outcome:refused")));
        QVERIFY(!offers(found, QStringLiteral("outcome:success")));
        QVERIFY(!found[0].explanation.isEmpty());
    }

    void suggest_negated_keepsTheMinus()
    {
        QVERIFY(offers(suggestFilter(QStringLiteral("-pa"), 3, someKnowledge()), QStringLiteral("-path:")));
    }

    void suggest_kind_isFoundByItsTitle()
    {
        const auto found = suggestFilter(QStringLiteral("kind:sign-in"), 12, someKnowledge());
        QVERIFY(offers(found, QStringLiteral("kind:auth.login_failed")));
    }

    void partAt_insideQuotes_takesTheWholeTerm()
    {
        const QString text = QStringLiteral("user:\"Jonas Weber\" path:/x");
        const FilterPart part = partAt(text, 10);
        QCOMPARE(part.start, 0);
        QCOMPARE(part.end, 18);
    }

    void withTerm_sameKey_isReplaced()
    {
        QCOMPARE(withTerm(QStringLiteral("since:1h user:\"Jonas Weber\""), QStringLiteral("since"), QStringLiteral("24h")),
                 QStringLiteral("user:\"Jonas Weber\" since:24h"));
    }

    void spans_textBeforeThem_areInUtf16()
    {
        const auto spans = filterSpans(QStringLiteral("Yıldız user:x"));
        QCOMPARE(spans.size(), std::size_t(2));
        QCOMPARE(spans[1].start, 7);
        QCOMPARE(spans[1].valueStart, 12);
    }

    void editor_tab_takesTheSuggestion()
    {
        Line line;
        QTest::keyClicks(line.editor(), QStringLiteral("us"));
        QVERIFY(line.editor()->popup()->isVisible());
        QTest::keyClick(line.editor(), Qt::Key_Tab);
        QCOMPARE(line.editor()->text(), QStringLiteral("user:"));
        QVERIFY(line.editor()->popup()->isVisible()); // goes on with the values
        QTest::keyClick(line.editor(), Qt::Key_Tab);
        QCOMPARE(line.editor()->text(), QStringLiteral("user:\"Jonas Weber\" "));
        QVERIFY(!line.editor()->popup()->isVisible());
    }

    void editor_clickBehindTheLastChip_beginsAWord()
    {
        Line line;
        const auto click = [&line](int x) {
            QWidget* const view = line.editor()->viewport();
            QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(x < 0 ? view->width() - 4 : x, view->height() / 2));
        };
        line.line.setText(QStringLiteral("since:24h"));
        click(-1);
        QTest::keyClicks(line.editor(), QStringLiteral("severity:critical"));
        QCOMPARE(line.editor()->text(), QStringLiteral("since:24h severity:critical"));
        click(-1);
        click(-1); // one blank is enough
        QCOMPARE(line.editor()->text(), QStringLiteral("since:24h severity:critical "));
        // Within the text nothing is put in.
        line.line.setText(QStringLiteral("since:24h"));
        click(line.editor()->cursorRect(line.editor()->textCursor()).left() / 2);
        QCOMPARE(line.editor()->text(), QStringLiteral("since:24h"));
        // Nor where the value is still to come, or goes on.
        for (const QString& text : {QStringLiteral("since:1h severity:"), QStringLiteral("severity:>="),
                                    QStringLiteral("user:\"Jonas"), QStringLiteral("timeout"), QString()}) {
            line.line.setText(text);
            click(-1);
            QCOMPARE(line.editor()->text(), text);
        }
    }

    void editor_escape_closesTheListOnly()
    {
        Line line;
        QTest::keyClicks(line.editor(), QStringLiteral("ou"));
        QVERIFY(line.editor()->popup()->isVisible());
        QTest::keyClick(line.editor(), Qt::Key_Escape);
        QVERIFY(!line.editor()->popup()->isVisible());
        QCOMPARE(line.editor()->text(), QStringLiteral("ou"));
    }

    void editor_enter_appliesAndIsRemembered()
    {
        Line line;
        QSignalSpy changed(&line.line, &FilterLine::filterChanged);
        QTest::keyClicks(line.editor(), QStringLiteral("outcome:failure"));
        QTest::keyClick(line.editor(), Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(line.history.recent(), QStringList{QStringLiteral("outcome:failure")});
    }

    void editor_pastedLines_becomeOne()
    {
        Line line;
        line.line.setText({});
        line.editor()->insertPlainText(QStringLiteral("since:1h outcome:failure"));
        QCOMPARE(line.editor()->document()->blockCount(), 1);
    }

    void line_mistake_isSaidAndNotApplied()
    {
        Line line;
        QSignalSpy changed(&line.line, &FilterLine::filterChanged);
        QTest::keyClicks(line.editor(), QStringLiteral("outcome:nothing"));
        QTest::keyClick(line.editor(), Qt::Key_Return);
        QVERIFY(!line.line.mistake().isEmpty());
        QCOMPARE(changed.count(), 0);
        QVERIFY(!filterProblems(line.editor()->text()).empty());
        // The number of before isn't that of what stands there now.
        auto* matches = line.line.findChild<QLabel*>(QStringLiteral("events.matches"));
        line.line.setMatches(0);
        QCOMPARE(matches->text(), QString());
        line.line.setText(QStringLiteral("outcome:failure"));
        line.line.setMatches(3);
        QVERIFY(matches->text().startsWith(QStringLiteral("3 match")));
        QSignalSpy correctness(&line.line, &FilterLine::correctnessChanged);
        QTest::keyClicks(line.editor(), QStringLiteral("x"));
        QCOMPARE(correctness.count(), 1);
        QCOMPARE(matches->text(), QString());
        QTest::keyClick(line.editor(), Qt::Key_Backspace);
        QCOMPARE(correctness.count(), 2);
        QVERIFY(matches->text().startsWith(QStringLiteral("3 match")));
    }

    void asvs_14_3_3_recentFilters_areNotWritten()
    {
        QMap<QString, QString> kept{{QStringLiteral("events.saved"), QStringLiteral("severity:>=warning")},
                                    {QStringLiteral("events.recent"), QStringLiteral("user:\"Elif Yildiz\"")}};
        const PreferenceStore store{[&](const QString& key) { return kept.value(key); },
                                    [&](const QString& key, const QString& value) { kept[key] = value; }};
        FilterHistory history(store);
        history.use(QStringLiteral("user:\"Jonas Weber\""));
        QCOMPARE(history.recent(), QStringList{QStringLiteral("user:\"Jonas Weber\"")});
        QCOMPARE(history.takeOldSaved(), QStringList{QStringLiteral("severity:>=warning")});
        QVERIFY(history.takeOldSaved().isEmpty());
        // What an earlier version wrote is gone, too.
        for (const QString& value : std::as_const(kept))
            QVERIFY2(value.isEmpty(), qPrintable(value));
    }

private:
    struct Line {
        Line() : known(someKnowledge()), history(PreferenceStore{}), line(history)
        {
            line.setKnowledge(&known);
            line.resize(800, 32);
            line.show();
            editor()->setFocus();
            if (!QTest::qWaitForWindowActive(&line))
                qWarning("the window did not become active");
        }
        FilterEditor* editor() { return line.editor(); }
        FilterKnowledge known;
        FilterHistory history;
        FilterLine line;
    };
};

} // namespace

SALLYPORT_GUI_TEST(TestEventsFilter)

} // namespace tst_events_filter
#include "tst_events_filter.moc"
