#include "backend/audit/event_id.h"
#include "backend/journal/events.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_events_after {

using namespace sallyport;
using namespace sallyport::audit;
using test::TestJournal;

namespace {

access::Actor reader()
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::System; // whose reading is no event
    actor.permissions.add(access::Permission::EventsRead);
    return actor;
}

struct Journaled : TestJournal {
    explicit Journaled(int count) : events(journal::makeEvents(store(), *operator->(), clock, {}))
    {
        for (int i = 0; i < count; ++i)
            if (!(*this)->record(test::sampleEvent()))
                qFatal("cannot record");
    }
    journal::EventsAfter after(const EventPlace& place, std::uint32_t limit = 1000)
    {
        auto found = events->after(reader(), place, limit);
        if (!found)
            qFatal("%s", found.error().detail.c_str());
        return std::move(*found);
    }
    EventPlace place(std::int64_t sequence)
    {
        const auto event = events->read(reader(), sequence);
        return *placeOf(eventId(*event));
    }
    std::unique_ptr<journal::Events> events;
};

QList<qint64> numbers(const journal::EventsAfter& found)
{
    QList<qint64> list;
    for (const Event& event : found.events)
        list.push_back(event.sequence);
    return list;
}

} // namespace

/// Ids of events, and what came after one.
class TestEventsAfter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void id_isText_andComesBack()
    {
        Journaled journal(3);
        const auto event = journal.events->read(reader(), 2);
        const std::string id = eventId(*event);
        QCOMPARE(id.size(), std::size_t{23});
        QVERIFY(id.starts_with("evt_"));
        const auto place = placeOf(id);
        QCOMPARE(place->sequence, std::int64_t{2});
        QVERIFY(place->marks(event->hash));
        QVERIFY(!place->marks(journal.events->read(reader(), 3)->hash));
        QCOMPARE(journal.events->readById(reader(), id)->hash, event->hash);
        QVERIFY(eventId(Event{}).empty());
        QCOMPARE(placeOf("17")->sequence, std::int64_t{17}); // what ids were once
        QVERIFY(placeOf("17")->marks("anything"));
    }

    void id_thatIsNone_isRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "x", "-1", "1x", " 1", "evt_", "evt_AAAAAAAAAAAAAAAAAAA", "evt_AAAAAAAAAAIAAAAAAA",
                                 "evt_________________________", "EVT_AAAAAAAAAAIAAAAAAAA", "99999999999999999999"})
            QTest::newRow(text) << QByteArray(text);
    }
    void id_thatIsNone_isRefused()
    {
        QFETCH(QByteArray, text);
        const auto place = placeOf(text.toStdString());
        QVERIFY(!place);
        QCOMPARE(place.error().code, ErrorCode::InvalidArgument);
    }

    void after_pagesToTheEnd()
    {
        Journaled journal(7);
        const auto first = journal.after(journal.place(2), 3);
        QCOMPARE(numbers(first), (QList<qint64>{3, 4, 5}));
        QVERIFY(first.more && !first.gap);
        const auto second = journal.after({first.reached, {}}, 3);
        QCOMPARE(numbers(second), (QList<qint64>{6, 7}));
        QVERIFY(!second.more && !second.gap);
        const auto third = journal.after({second.reached, {}}, 3);
        QVERIFY(third.events.empty() && !third.more && !third.gap);
        QCOMPARE(numbers(journal.after({0, {}})), (QList<qint64>{1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(journal.events->after(reader(), {}, 0).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(journal.events->after(access::Actor{}, {}, 1).error().required, std::string("events:read"));
    }

    void after_whatIsGone_isAGap()
    {
        Journaled journal(9);
        const EventPlace two = journal.place(2);
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence <= 5"));
        const auto expired = journal.after(two);
        QVERIFY(expired.gap && !expired.gap->unknownPlace);
        QCOMPARE(expired.gap->missed, std::int64_t{3});
        QCOMPARE(numbers(expired), (QList<qint64>{6, 7, 8, 9}));
        // A hole in the middle is told where it is.
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 8"));
        const auto before = journal.after({5, {}});
        QVERIFY(!before.gap && before.more);
        QCOMPARE(numbers(before), (QList<qint64>{6, 7}));
        const auto behind = journal.after({before.reached, {}});
        QCOMPARE(behind.gap->missed, std::int64_t{1});
        QCOMPARE(numbers(behind), (QList<qint64>{9}));
    }

    void after_anEventOfAnotherHistory_isAGap()
    {
        Journaled journal(4);
        EventPlace other = journal.place(2);
        other.mark->front() ^= std::byte{1};
        const auto found = journal.after(other);
        QVERIFY(found.gap && found.gap->unknownPlace);
        QCOMPARE(numbers(found), (QList<qint64>{3, 4}));
        const auto beyond = journal.after({1000, {}});
        QVERIFY(beyond.gap && beyond.gap->unknownPlace);
        QCOMPARE(beyond.reached, std::int64_t{4});
        QVERIFY(beyond.events.empty() && !beyond.more);
    }
};

SALLYPORT_GUILESS_TEST(TestEventsAfter)

} // namespace tst_events_after
#include "tst_events_after.moc"
