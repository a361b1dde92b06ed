#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/scene_events.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/event_trace.h"
#include "ui/events/events_panel.h"
#include "ui/events/filter_line.h"
#include "ui/events/waiting_bar.h"
#include "ui/shell/language.h"
#include "ui/translations/translations.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/event_text.h"

#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace tst_events_panel {

using namespace sallyport;
using namespace sallyport::ui;

namespace {

audit::Event warning()
{
    audit::Event event;
    event.kind = "auth.login_failed";
    event.severity = audit::Severity::Warning;
    event.outcome = audit::Outcome::Failure;
    event.actor = {"anonymous", {}, "somebody@northgate.example", {}};
    event.address = "203.0.113.47";
    return event;
}

class TestEventsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initTranslations(); }
    void init()
    {
        m_open = std::make_unique<tests::OpenConsole>(40, 3000);
        QVERIFY(m_open->open());
        m_panel = std::make_unique<EventsPanel>(m_open->console);
        m_panel->resize(1072, 772);
        m_panel->show();
        m_panel->filterLine()->setText(QString());
        m_panel->activate(QStringLiteral("kind:auth."));
        QTRY_COMPARE(model()->state(), EventModel::State::Ready);
        m_panel->filterLine()->setText(QString());
        QTRY_VERIFY(model()->state() == EventModel::State::Ready && model()->total() == 3000);
    }
    void cleanup()
    {
        m_panel.reset();
        m_open.reset();
    }

    void list_wholeJournal_isPagedOnDemand()
    {
        QCOMPARE(model()->rowCount(), 3000);
        QVERIFY(model()->eventAt(0) != nullptr);
        QVERIFY(model()->eventAt(2999) == nullptr); // asked for, not read yet
        QTRY_VERIFY(model()->eventAt(2999) != nullptr);
        QCOMPARE(model()->eventAt(2999)->sequence, std::int64_t(1));
        QCOMPARE(model()->eventAt(0)->sequence, std::int64_t(3000));
    }

    void list_order_isSaidByTheHead()
    {
        QCOMPARE(m_panel->table()->horizontalHeader()->sortIndicatorSection(), static_cast<int>(EventModel::Time));
        QCOMPARE(m_panel->table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void why_stages_speakTheLanguageOfTheWindow()
    {
        Language language;
        language.set(QStringLiteral("de"));
        const auto stages = eventStages(tests::refusedEvent(m_open->house.clock.now()));
        language.set(QStringLiteral("en"));
        QCOMPARE(stages.at(2).text, QStringLiteral("963/1.000 frei in 1 h"));
        QCOMPARE(stages.at(3).text, QStringLiteral("Als Jonas Weber"));
        QCOMPARE(stages.at(5).text, QStringLiteral("Bearbeiter: Benutzer löschen"));
    }

    void why_stageWithoutFact_keepsItsText()
    {
        audit::Event event;
        event.detailsJson = R"({"stages":[{"stage":"policies","result":"passed","text":"3 policies","micros":1}]})";
        QCOMPARE(eventStages(event).front().text, QStringLiteral("3 policies"));
    }

    void live_atTheTop_isShownAtOnce()
    {
        m_open->house.events.emitEvents({warning(), warning()});
        QTRY_COMPARE(model()->rowCount(), 3002);
        QCOMPARE(model()->waiting(), std::int64_t(0));
        QCOMPARE(model()->eventAt(0)->sequence, std::int64_t(3002));
        QVERIFY(!m_panel->table()->isBarVisible());
    }

    void live_whileARowIsSelected_waits()
    {
        m_panel->table()->selectRow(3);
        const auto sequence = model()->eventAt(3)->sequence;
        m_open->house.events.emitEvents({warning(), warning(), warning()});
        QTRY_COMPARE(model()->waiting(), std::int64_t(3));
        QCOMPARE(model()->rowCount(), 3000);
        QVERIFY(m_panel->table()->isBarVisible());
        const auto* count = m_panel->findChild<QLabel*>(QStringLiteral("events.waiting.count"));
        QVERIFY(count->text().startsWith(u'3'));
        QCOMPARE(m_panel->details()->event()->sequence, sequence);

        QTest::keyClick(m_panel->table(), Qt::Key_Home);
        QCOMPARE(model()->rowCount(), 3003);
        QVERIFY(!m_panel->table()->isBarVisible());
        QVERIFY(!m_panel->details()->isVisible());
        QVERIFY(m_panel->table()->isAtTop());
    }

    void live_scrolledAway_waitsUntilBackAtTheTop()
    {
        m_panel->table()->verticalScrollBar()->setValue(2000);
        m_open->house.events.emitEvents({warning()});
        QTRY_COMPARE(model()->waiting(), std::int64_t(1));
        m_panel->table()->verticalScrollBar()->setValue(0);
        QCOMPARE(model()->waiting(), std::int64_t(0));
        QCOMPARE(model()->rowCount(), 3001);
    }

    void pause_isPressed_stopsTheListUntilResumed()
    {
        auto* pause = m_panel->findChild<QPushButton*>(QStringLiteral("events.pause"));
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(m_panel->isPaused());
        m_open->house.events.emitEvents({warning()});
        QTRY_COMPARE(model()->waiting(), std::int64_t(1));
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(!m_panel->isPaused());
        QCOMPARE(model()->rowCount(), 3001);
    }

    void live_filtered_takesOnlyWhatMatches()
    {
        m_panel->filterLine()->setText(QStringLiteral("address:203.0.113.47 severity:>=critical"));
        QTRY_VERIFY(model()->state() == EventModel::State::Ready && model()->total() >= 0);
        const auto before = model()->rowCount();
        auto critical = warning();
        critical.severity = audit::Severity::Critical;
        m_open->house.events.emitEvents({warning(), critical, warning()});
        QTRY_COMPARE(model()->rowCount(), before + 1);
        QCOMPARE(model()->eventAt(0)->severity, audit::Severity::Critical);
    }

    void histogram_brushed_narrowsTheList()
    {
        QTRY_VERIFY(!m_panel->histogram()->columns().empty());
        const auto& columns = m_panel->histogram()->columns();
        const Period period{columns[10].start, columns[20].start};
        m_panel->histogram()->setSelection(period);
        Q_EMIT m_panel->histogram()->selected(period);
        QTRY_VERIFY(model()->state() == EventModel::State::Ready && model()->rowCount() > 0 && model()->rowCount() < 3000);
        QVERIFY(model()->eventAt(0)->time < period.until);
        QCOMPARE(model()->total(), m_panel->histogram()->selectedEvents());
    }

    void failure_isSaidInPlaceAndRetried()
    {
        m_open->house.events.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        m_panel->refresh();
        QTRY_COMPARE(model()->state(), EventModel::State::Failed);
        m_open->house.events.failures.stop();
        auto* retry = m_panel->findChild<QPushButton*>(QStringLiteral("events.state.error.retry"));
        QVERIFY(retry);
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(model()->state(), EventModel::State::Ready);
    }

    void nothingMatches_offersToClearTheFilter()
    {
        m_panel->filterLine()->setText(QStringLiteral("user:\"Nobody Nowhere\""));
        QTRY_VERIFY(model()->state() == EventModel::State::Ready && model()->rowCount() == 0);
        auto* clear = m_panel->findChild<QPushButton*>(QStringLiteral("events.empty.clear"));
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(model()->rowCount(), 3000);
    }

    void export_takesTheFilterAlong()
    {
        m_panel->filterLine()->setText(QStringLiteral("outcome:failure"));
        QSignalSpy navigated(m_panel.get(), &Panel::navigate);
        QTest::mouseClick(m_panel->findChild<QPushButton*>(QStringLiteral("events.export")), Qt::LeftButton);
        QCOMPARE(navigated.count(), 1);
        QCOMPARE(navigated[0][0].toString(), QStringLiteral("reports"));
        QCOMPARE(navigated[0][1].toString(), QStringLiteral("outcome:failure"));
    }

    void wrongFilter_countsNothing_findsNothingMissing_andIsNotExported()
    {
        auto* exporting = m_panel->findChild<QPushButton*>(QStringLiteral("events.export"));
        const auto* matches = m_panel->findChild<QLabel*>(QStringLiteral("events.matches"));
        auto* states = m_panel->findChild<StateStack*>(QStringLiteral("events.state.states"));
        m_panel->filterLine()->setText(QStringLiteral("user:\"Nobody Nowhere\""));
        QTRY_VERIFY(model()->state() == EventModel::State::Ready && model()->rowCount() == 0);
        QVERIFY(!matches->text().isEmpty() && exporting->isEnabled());
        const auto told = [states] {
            QStringList texts;
            for (const auto* label : states->empty()->findChildren<QLabel*>())
                texts << label->text();
            return texts.join(u'|');
        };
        QVERIFY(told().contains(QStringLiteral("No event matches")));
        m_panel->filterLine()->setText(QStringLiteral("user:\"Nobody Nowhere\" nonsense:5"));
        QVERIFY(!m_panel->filterLine()->mistake().isEmpty());
        QCOMPARE(matches->text(), QString());
        QVERIFY2(told().contains(QStringLiteral("The filter has a mistake")), qPrintable(told()));
        QVERIFY(!told().contains(QStringLiteral("No event matches")));
        QVERIFY(!exporting->isEnabled());
        QCOMPARE(exporting->toolTip(), QStringLiteral("Correct the filter first"));
        m_panel->filterLine()->setText(QStringLiteral("user:\"Nobody Nowhere\""));
        QVERIFY(exporting->isEnabled() && !matches->text().isEmpty());
        QVERIFY(told().contains(QStringLiteral("No event matches")));
    }

    void title_whereWhoNamesTheSame_saysWhatOnly()
    {
        audit::Event event = warning();
        event.reason = "wrong_password";
        event.object = {"user", "u-1", "Kavya Raghunathan", {}};
        QCOMPARE(eventTitle(event), eventHeadline(event));
        event.kind = "password.changed";
        event.reason.clear();
        event.actor = {"user", "u-1", "Kavya Raghunathan", "kavya@northgate.example"};
        QCOMPARE(eventTitle(event), eventHeadline(event));
        event.actor = {"operator", "u-2", "Ingrid Solheim", "ingrid@northgate.example"};
        QVERIFY(eventTitle(event).endsWith(QStringLiteral(": Kavya Raghunathan")));
        event.actor = {};
        QVERIFY(eventTitle(event).endsWith(QStringLiteral(": Kavya Raghunathan")));
    }

    void details_refusal_namesTheStageAndLeadsToTheUser()
    {
        m_open->house.events.emitEvents({tests::refusedEvent(m_open->house.clock.now())});
        QTRY_COMPARE(model()->rowCount(), 3001);
        m_panel->table()->selectRow(0);
        QVERIFY(m_panel->details()->isVisible());
        const auto* title = m_panel->findChild<QLabel*>(QStringLiteral("events.details.title"));
        QVERIFY(!title->text().isEmpty());
        QVERIFY(!title->text().contains(QStringLiteral("access.denied")));
        QSignalSpy navigated(m_panel.get(), &Panel::navigate);
        auto* open = m_panel->findChild<QPushButton*>(QStringLiteral("events.why.action0"));
        QVERIFY(open);
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(navigated[0][0].toString(), QStringLiteral("users"));
        QCOMPARE(navigated[0][1].toString(), QStringLiteral("u-1"));
    }

    void trace_isReadWithItsTotal()
    {
        const auto stages = eventStages(tests::refusedEvent(m_open->house.clock.now()));
        QCOMPARE(stages.size(), std::size_t(9));
        QCOMPARE(stages[5].result, StageResult::Refused);
        QCOMPARE(stages[8].result, StageResult::NotReached);
        QVERIFY(qAbs(totalMicros(stages) - 46.4) < 0.01);
    }

    void json_isIndentedAndParsesAgain()
    {
        auto event = tests::refusedEvent(m_open->house.clock.now());
        event.userAgent = "quote \" and back\\";
        const auto parsed = QJsonDocument::fromJson(eventJson(event).toUtf8());
        QVERIFY(parsed.isObject());
        QCOMPARE(parsed.object().value(u"user_agent").toString(), QStringLiteral("quote \" and back\\"));
    }

private:
    EventModel* model() const { return m_panel->model(); }

    std::unique_ptr<tests::OpenConsole> m_open;
    std::unique_ptr<EventsPanel> m_panel;
};

} // namespace

SALLYPORT_GUI_TEST(TestEventsPanel)

} // namespace tst_events_panel
#include "tst_events_panel.moc"
