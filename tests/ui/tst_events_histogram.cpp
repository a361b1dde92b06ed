#include "tests/support/test_main.h"
#include "tests/ui/support/fake_services.h"
#include "ui/events/event_histogram.h"
#include "ui/events/histogram_reader.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_events_histogram {

using namespace sallyport;
using namespace sallyport::ui;
using namespace std::chrono_literals;

namespace {

const UtcTime start{std::chrono::seconds(1'795'527'000)};

std::vector<journal::EventColumn> sixty()
{
    std::vector<journal::EventColumn> columns;
    for (int i = 0; i < 60; ++i) {
        journal::EventColumn column;
        column.start = start + 1min * i;
        column.info = 1;
        column.warning = i >= 48 ? 4 : 0;
        columns.push_back(column);
    }
    return columns;
}

class TestEventsHistogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_histogram = std::make_unique<EventHistogram>();
        m_histogram->resize(632, 92);
        m_histogram->setData({start, start + 60min}, sixty());
        m_histogram->show();
    }

    void drag_overColumns_choosesTheirPeriod()
    {
        QSignalSpy selected(m_histogram.get(), &EventHistogram::selected);
        drag(48, 59);
        QCOMPARE(selected.count(), 1);
        const auto period = m_histogram->selection();
        QVERIFY(period);
        QVERIFY(period->since == start + 48min);
        QVERIFY(period->until == start + 60min);
        QCOMPARE(m_histogram->selectedEvents(), std::int64_t(60));
        QVERIFY(m_histogram->selectionText().contains(QStringLiteral("60")));
    }

    void drag_fromRightToLeft_choosesTheSame()
    {
        drag(20, 10);
        QVERIFY(m_histogram->selection()->since == start + 10min);
        QVERIFY(m_histogram->selection()->until == start + 21min);
    }

    void click_elsewhere_takesTheSelectionAway()
    {
        drag(10, 20);
        QSignalSpy selected(m_histogram.get(), &EventHistogram::selected);
        QTest::mouseClick(m_histogram.get(), Qt::LeftButton, {}, m_histogram->columnRect(40).center());
        QVERIFY(!m_histogram->selection());
        QCOMPARE(selected.count(), 1);
    }

    void keys_shiftAndArrows_chooseAPeriod()
    {
        QTest::keyClick(m_histogram.get(), Qt::Key_Left);
        QTest::keyClick(m_histogram.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(m_histogram->selection()->since == start + 58min);
        QVERIFY(m_histogram->selection()->until == start + 60min);
        QTest::keyClick(m_histogram.get(), Qt::Key_Escape);
        QVERIFY(!m_histogram->selection());
    }

    void description_isReadable()
    {
        QVERIFY(!m_histogram->accessibleName().isEmpty());
        QVERIFY(m_histogram->accessibleDescription().contains(QStringLiteral("108")));
    }

    void day_whoseEventsLieInOneHour_isShownCloser()
    {
        const HistogramAnswer answer = dayWith({10h, 10h + 20min, 10h + 55min});
        QVERIFY(answer.closer);
        QVERIFY(answer.period.since <= start + 10h && answer.period.until > start + 10h + 55min);
        QVERIFY(answer.period.until - answer.period.since <= 3h);
        // Three bars instead of one, and it is said that this is all.
        QCOMPARE(std::ranges::count_if(answer.columns, [](const journal::EventColumn& column) { return column.info > 0; }), 3);
        m_histogram->setData(answer.period, answer.columns, answer.closer);
        QVERIFY(m_histogram->accessibleDescription().contains(QStringLiteral("Nothing happened before or after")));
    }

    void day_withEventsAtBothEnds_isShownWhole()
    {
        const HistogramAnswer answer = dayWith({1h, 23h});
        QVERIFY(!answer.closer);
        QVERIFY(answer.period.since == start && answer.period.until == start + 24h);
        m_histogram->setData(answer.period, answer.columns, answer.closer);
        QVERIFY(!m_histogram->accessibleDescription().contains(QStringLiteral("before or after")));
    }

private:
    /// What sixty columns of the day from `start` show of events at these times after it.
    static HistogramAnswer dayWith(const std::vector<std::chrono::seconds>& times)
    {
        tests::FakeHouse house(3, 0);
        std::vector<audit::Event> events;
        for (const auto after : times) {
            audit::Event event;
            event.kind = "auth.login";
            event.time = start + after;
            events.push_back(event);
        }
        house.events.emitEvents(std::move(events));
        audit::EventQuery query;
        query.since = start;
        query.until = start + 24h;
        const auto answer = readColumns(house.services, house.administrator(), query, 60);
        return answer ? *answer : HistogramAnswer();
    }

    void drag(int from, int to)
    {
        QWidget* widget = m_histogram.get();
        const QPoint begin = m_histogram->columnRect(from).center(), end = m_histogram->columnRect(to).center();
        QTest::mousePress(widget, Qt::LeftButton, {}, begin);
        QMouseEvent move(QEvent::MouseMove, end, widget->mapToGlobal(end), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(widget, &move);
        QTest::mouseRelease(widget, Qt::LeftButton, {}, end);
    }

    std::unique_ptr<EventHistogram> m_histogram;
};

} // namespace

SALLYPORT_GUI_TEST(TestEventsHistogram)

} // namespace tst_events_histogram
#include "tst_events_histogram.moc"
