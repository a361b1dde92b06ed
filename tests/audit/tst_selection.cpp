#include "backend/audit/event_selection.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>
#include <random>

namespace tst_selection {

using namespace sallyport;
using namespace sallyport::audit;
using test::TestJournal;

namespace {

/// 300 events whose fields repeat with different periods, so that filters cut across each other.
std::vector<Event> writeSamples(TestJournal& journal)
{
    const std::vector<std::string> names{"Mei Tanaka", "Jonas Weber", "ELIF YILDIZ", "100%_sure\\", ""};
    const std::vector<std::string> addresses{"198.51.100.24",     "203.0.113.47", "203.0.113.200", "2001:db8:77::1", "",
                                             "::ffff:203.0.113.9"};
    const std::vector<std::string_view> kinds{kind::signInSucceeded, kind::signInFailed, kind::permissionDenied,
                                              kind::userCreated,     kind::tokenRefused, kind::refreshReused,
                                              kind::settingChanged};
    const std::vector<std::string> paths{"/api/users", "/api/Users", "/healthz", "/api/u%25", ""};
    std::vector<Event> written;
    const auto subscription = journal->subscribe(
        [&](const std::vector<Event>& events) { written.insert(written.end(), events.begin(), events.end()); });
    for (std::size_t i = 0; i < 300; ++i) {
        journal.clock.advance(std::chrono::seconds(60));
        Event event = test::sampleEvent(kinds[i % kinds.size()], names[i % names.size()], addresses[i % addresses.size()]);
        event.outcome = static_cast<Outcome>(i % 11 % 4);
        event.actor.id = event.actor.name.empty() ? "" : "ID" + std::to_string(i % names.size());
        event.actor.email = i % 3 == 0 ? "mei@clinic.example" : "";
        event.object = {"user", "ID" + std::to_string(i % 13),
                        i % 13 == 4   ? "Farid"
                        : i % 13 == 9 ? "Γιώργος Nguyễn"
                                      : "",
                        i % 17 == 5 ? "F@x.example" : ""};
        event.path = paths[i % paths.size()];
        event.reason = i % 19 == 3 ? "token_expired" : "";
        event.requestId = "REQ" + std::to_string(i / 2);
        if (i % 23 == 4) // about the session, or it is named among the details
            event.object = {"session", "0000000000ABCDEFGHJKMNPQRS", "Mei Tanaka"};
        else if (i % 29 == 5)
            event.detailsJson = R"({"session":"0000000000ABCDEFGHJKMNPQRS"})";
        if (!journal->record(event))
            qFatal("not recorded");
    }
    return written;
}

std::vector<std::int64_t> all(TestJournal& journal, const EventQuery& query, std::uint32_t limit, bool oldestFirst)
{
    std::vector<std::int64_t> found;
    std::string cursor;
    do {
        const auto rows = journal.store().read([&](storage::Transaction& transaction) -> Result<EventRows> {
            SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, query));
            return selection.page(transaction, limit, cursor, oldestFirst);
        });
        if (!rows)
            qFatal("%s", rows.error().detail.c_str());
        for (const Event& event : rows->events)
            found.push_back(event.sequence);
        cursor = rows->nextCursor;
    } while (!cursor.empty());
    return found;
}

/// Events and filters at random; the same for the same seed.
class RandomFilters {
public:
    explicit RandomFilters(unsigned seed) : m_engine(seed) {}

    Event event()
    {
        Event event = test::sampleEvent(kinds[below(kinds.size())], name(), addresses[below(addresses.size())]);
        event.outcome = static_cast<Outcome>(below(4));
        event.actor.id = below(3) == 0 ? "" : "ID" + std::to_string(below(9));
        event.actor.email = below(3) == 0 ? "" : emails[below(emails.size())];
        event.object = {"user", "id" + std::to_string(below(9)), name(), below(2) == 0 ? "" : emails[below(emails.size())]};
        event.path = paths[below(paths.size())];
        event.reason = reasons[below(reasons.size())];
        event.requestId = "REQ" + std::to_string(below(40));
        const std::string& session = sessions[below(sessions.size())];
        if (below(6) == 0)
            event.object = {"session", session, name()};
        else if (below(4) == 0)
            event.detailsJson = "{\"session\":\"" + session + "\"}";
        return event;
    }

    std::string filter()
    {
        std::string text;
        for (std::size_t terms = 1 + below(2); terms > 0; --terms)
            text += (text.empty() ? "" : " ") + term();
        return text;
    }

private:
    std::size_t below(std::size_t bound) { return m_engine() % bound; }
    std::string name() { return names[below(names.size())]; }
    std::string quoted(const std::string& text)
    {
        std::string between;
        for (const char c : text)
            between += c == '\\' ? std::string("\\\\") : std::string(1, c);
        return '"' + between + '"';
    }
    /// One to three of them, with commas between them.
    std::string some(const std::vector<std::string>& of)
    {
        std::string text;
        for (std::size_t count = 1 + below(3); count > 0; --count)
            text += (text.empty() ? "" : ",") + of[below(of.size())];
        return text;
    }
    std::vector<std::string> allQuoted(const std::vector<std::string>& of)
    {
        std::vector<std::string> all;
        for (const std::string& one : of)
            if (!one.empty())
                all.push_back(quoted(one));
        return all;
    }
    std::string term()
    {
        const std::string minus = below(3) == 0 ? "-" : "";
        switch (below(10)) {
        case 0:
        case 1: return minus + "user:" + some(allQuoted(names));
        case 2: return minus + "user:" + some({"id3", "ID5", "MEI@clinic.example", "jörg@x.example", "JÖRG@x.example", "nobody"});
        case 3: return minus + "kind:" + some({"auth", "auth.login", "user.created", "USER", "setting.changed", "auth.*"});
        case 4: return minus + "outcome:" + some({"success", "failure", "refused", "blocked"});
        case 5:
            return minus + "address:" +
                   some({"203.0.113.0/24", "203.0.113.47", "2001:db8::/32", "0.0.0.0/0", "::/0", "::ffff:203.0.113.9", "::/1"});
        case 6: return minus + "path:" + some(allQuoted(paths));
        case 7: return minus + "reason:" + some({"token_expired", "TOKEN_EXPIRED", "blocked", "token"});
        case 8:
            return below(2) == 0 ? "request:" + some({"REQ7", "REQ12", "req7", "REQ30", "REQ1"})
                                 : "session:" + some({sessions[0], sessions[2], "7ZZZZZZZZZABCDEFGHJKMNPQRS"});
        default: return minus + quoted(words[below(words.size())]);
        }
    }

    const std::vector<std::string> names{"Jörg Müller",
                                         "jorg muller",
                                         "JÖRG MÜLLER",
                                         "Jo\u0308rg Mu\u0308ller", // the same decomposed
                                         "李小龙",
                                         "李小龍",
                                         "Γιώργος",
                                         "ΓΙΩΡΓΟΣ",
                                         "Łukasz",
                                         "Lukasz",
                                         "Straße",
                                         "STRASSE",
                                         "عمر الشريف",
                                         "Ёлкин",
                                         "елкин",
                                         "नरेंद्र",
                                         "ｍｅｉ",
                                         "mei",
                                         "\u0301",
                                         "\u200b",
                                         "İpek",
                                         "ipek",
                                         "Nguyễn",
                                         "100%_a\\",
                                         ""};
    const std::vector<std::string_view> kinds{kind::signInSucceeded, kind::signInFailed, kind::permissionDenied,
                                              kind::userCreated,     kind::tokenRefused, kind::settingChanged};
    const std::vector<std::string> addresses{"203.0.113.47",  "203.0.113.200",      "2001:db8:77::1", "",
                                             "198.51.100.24", "::ffff:203.0.113.9", "fe80::1"};
    const std::vector<std::string> emails{"mei@clinic.example", "Mei@Clinic.Example", "jörg@x.example"};
    const std::vector<std::string> paths{"/api/users", "/api/Users", "/api/u%25", "/api/käse", "/api/k", "", "/api/u_"};
    const std::vector<std::string> reasons{"", "token_expired", "blocked"};
    const std::vector<std::string> sessions{"0000000000ABCDEFGHJKMNPQRS", "0000000000abcdefghjkmnpqrs",
                                            "0000000000ABCDEFGHJKMNPQRT"};
    const std::vector<std::string> words{"jorg",    "MÜLLER", "ΓΙΏΡΓΟΣ", "小", "straße", "ss",   "lukasz", "елк", "ｍ",
                                         "sign-in", "user.",  "refused", "%_", "203.0",  "/api", "\u0301", "عمر", "nguyen x"};
    std::mt19937 m_engine;
};

} // namespace

/// The database must select what `matches` says, in order, page after page.
class TestSelection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_journal = std::make_unique<TestJournal>();
        m_events = writeSamples(*m_journal);
        QCOMPARE(m_events.size(), 300u);
    }
    void sampledHistogram_ofFewEvents_isTheExactOne()
    {
        const UtcTime start = m_events.front().time;
        const std::chrono::microseconds width = std::chrono::minutes(30);
        EventQuery query;
        query.since = start;
        query.until = start + 10 * width;
        query.outcomes = {Outcome::Success, Outcome::Blocked};
        query.paths = {"/api"};
        const auto equal = m_journal->store().read([&](storage::Transaction& transaction) -> Result<bool> {
            SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, query));
            SALLYPORT_ASSIGN(const auto exact, selection.histogram(transaction, start, width, 10));
            SALLYPORT_ASSIGN(const auto sampled, selection.sampledHistogram(transaction, start, width, 10));
            SALLYPORT_ASSIGN(const bool few, selection.readsMoreThan(transaction, 300));
            SALLYPORT_ASSIGN(const bool many, selection.readsMoreThan(transaction, 299));
            return exact == sampled && !few && many;
        });
        QVERIFY(equal && *equal);
    }
    void cleanupTestCase() { m_journal.reset(); }

    void select_filter_agreesWithMatches_data()
    {
        QTest::addColumn<bool>("some");
        for (const char* filter : {"",
                                   "kind:auth.login",
                                   "kind:auth",
                                   "kind:auth.,user.created",
                                   "-kind:auth",
                                   "outcome:failure",
                                   "outcome:success",
                                   "outcome:failure,blocked",
                                   "-outcome:success",
                                   "severity:warning",
                                   "severity:critical",
                                   "address:203.0.113.0/24",
                                   "address:203.0.113.47",
                                   "address:2001:db8::/32",
                                   "address:203.0.113.9",
                                   "-address:203.0.113.0/24",
                                   "address:0.0.0.0/0",
                                   "address:::/0",
                                   "user:\"mei tanaka\"",
                                   "user:id3",
                                   "user:MEI@clinic.example",
                                   "user:farid",
                                   "user:f@X.example",
                                   "-user:\"Jonas Weber\"",
                                   "user:\"elif yildiz\"",
                                   "request:REQ7",
                                   "session:0000000000ABCDEFGHJKMNPQRS",
                                   "session:0000000000abcdefghjkmnpqrs outcome:failure",
                                   "reason:token_expired",
                                   "reason:token_invalid,TOKEN_EXPIRED",
                                   "-reason:token_expired",
                                   "path:/api/users",
                                   "path:/api/u%",
                                   "-path:/healthz",
                                   "tanaka",
                                   "TANAKA refused",
                                   "100%_",
                                   "\\",
                                   "sign-in",
                                   "-sign-in",
                                   "token_expired",
                                   "203.0.113",
                                   "-tanaka -weber",
                                   "kind:auth outcome:failure address:203.0.113.0/24",
                                   "user:id1 severity:notice",
                                   "since:2h",
                                   "until:2h",
                                   "since:4h until:1h kind:auth",
                                   "since:4h -tanaka",
                                   "kind:auth -kind:auth.login sign",
                                   "ΓΙΩΡΓΟΣ",
                                   "nguyen",
                                   "-NGUYỄN -tanaka",
                                   "user:\"ΓΙΏΡΓΟΣ NGUYỄN\"",
                                   "-user:\"γιώργος nguyễn\"",
                                   "ｔａｎａｋａ"})
            QTest::newRow(filter) << true;
        for (const char* filter : {"request:nobody", "user:nobody", "nothing-like-this", "session:0000000000ABCDEFGHJKMNPQRT",
                                   "session:7ZZZZZZZZZABCDEFGHJKMNPQRS", "reason:token", "since:1m kind:user.created"})
            QTest::newRow(filter) << false;
    }

    void select_filter_agreesWithMatches()
    {
        QFETCH(const bool, some);
        const auto query = parseFilter(QTest::currentDataTag(), m_journal->clock.now(), {});
        QVERIFY2(query, query ? "" : query.error().detail.c_str());
        std::vector<std::int64_t> expected;
        for (const Event& event : m_events)
            if (matches(*query, event))
                expected.push_back(event.sequence);
        QCOMPARE(!expected.empty(), some);
        QCOMPARE(all(*m_journal, *query, 7, true), expected);
        std::ranges::reverse(expected);
        QCOMPARE(all(*m_journal, *query, 100, false), expected);
        const auto count = m_journal->store().read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, *query));
            return selection.count(transaction);
        });
        QCOMPARE(*count, std::int64_t(expected.size()));
        const auto total = totalOf(*query, exactTotal);
        QCOMPARE(total.count, std::int64_t(expected.size()));
        QVERIFY(!total.about);
    }

    /// Names of many scripts, each written in other ways, by all terms, alone and as alternatives, with and without a minus sign.
    void randomFilters_agreeWithMatches_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {1u, 2u, 3u, 4u})
            QTest::addRow("%u", seed) << seed;
    }

    void randomFilters_agreeWithMatches()
    {
        QFETCH(const unsigned, seed);
        RandomFilters random(seed);
        TestJournal journal;
        std::vector<Event> events;
        const auto subscription =
            journal->subscribe([&](const std::vector<Event>& some) { events.insert(events.end(), some.begin(), some.end()); });
        for (int i = 0; i < 150; ++i) {
            journal.clock.advance(std::chrono::seconds(60));
            QVERIFY(journal->record(random.event()));
        }
        QCOMPARE(events.size(), 150u);
        int found = 0;
        for (int round = 0; round < 250; ++round) {
            const std::string filter = random.filter();
            const auto query = parseFilter(filter, journal.clock.now(), {});
            QVERIFY2(query, filter.c_str());
            std::vector<std::int64_t> expected;
            for (const Event& event : events)
                if (matches(*query, event))
                    expected.push_back(event.sequence);
            found += expected.empty() || expected.size() == events.size() ? 0 : 1;
            QVERIFY2(all(journal, *query, 100, true) == expected, filter.c_str());
        }
        QVERIFY2(found > 60, std::to_string(found).c_str()); // it would prove little if they found nothing
    }

    /// What stands beside a name doesn't change by which rule it is looked for.
    void alternatives_eachByItsOwnRule()
    {
        TestJournal journal;
        for (const char* name : {"Jörg Müller", "jorg MULLER", "李小龙", "Li Xiaolong"})
            QVERIFY(journal->record(test::sampleEvent(kind::userCreated, name, "203.0.113.7")));
        const auto count = [&](const char* filter) {
            return all(journal, *parseFilter(filter, journal.clock.now(), {}), 100, true).size();
        };
        QCOMPARE(count("user:\"jorg muller\""), 1u);
        QCOMPARE(count("user:李小龙"), 1u);
        QCOMPARE(count("user:\"jorg muller\",李小龙"), 2u);
        QCOMPARE(count("user:李小龙,\"Jorg Muller\""), 2u);
        QCOMPARE(count("user:\"jörg muller\",李小龙"), 3u);
        QCOMPARE(count("-user:\"jorg muller\",李小龙"), 2u);
    }

    /// Up to the bound to the last one, beyond it about right, and never fewer than were counted.
    void total_beyondWhatIsCounted_isAbout_data()
    {
        QTest::addColumn<std::string>("filter");
        for (const char* filter :
             {"", "kind:auth", "outcome:success", "tanaka", "since:4h", "until:1h", "since:4h until:1h", "since:4h -tanaka"})
            QTest::newRow(filter) << std::string(filter);
    }

    void total_beyondWhatIsCounted_isAbout()
    {
        QFETCH(const std::string, filter);
        const auto query = parseFilter(filter, m_journal->clock.now(), {});
        QVERIFY(query);
        const auto all = std::ranges::count_if(m_events, [&](const Event& event) { return matches(*query, event); });
        QVERIFY(all > 40);
        for (const std::int64_t exact : {std::int64_t{all}, std::int64_t{all} + 1}) {
            QCOMPARE(totalOf(*query, exact).count, std::int64_t{all});
            QVERIFY(!totalOf(*query, exact).about);
        }
        for (const std::int64_t exact : {std::int64_t{all} - 1, std::int64_t{20}}) {
            const EventTotal total = totalOf(*query, exact);
            QVERIFY(total.about);
            QVERIFY(total.count > exact);
            QVERIFY2(total.count > all * 7 / 10 && total.count < all * 13 / 10, std::to_string(total.count).c_str());
        }
    }

    void histogram_period_countsEachEventOnce()
    {
        const UtcTime start = m_events.front().time, end = m_events.back().time + std::chrono::microseconds(1);
        EventQuery query;
        query.since = start;
        query.until = end;
        const auto width = (end - start) / 10 + std::chrono::microseconds(1);
        const auto columns =
            m_journal->store().read([&](storage::Transaction& transaction) -> Result<std::vector<SeverityCounts>> {
                SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, query));
                return selection.histogram(transaction, start, width, 10);
            });
        QCOMPARE(columns->size(), 10u);
        std::vector<SeverityCounts> expected(10);
        for (const Event& event : m_events)
            ++expected[std::size_t((event.time - start) / width)][std::size_t(event.severity)];
        QVERIFY(*columns == expected);
    }

    void page_foreignCursor_isRefused_data()
    {
        QTest::addColumn<bool>("period");
        for (const char* cursor : {"x", "s", "s1x", "t1.2", "1 OR 1=1", "s99999999999999999999"})
            QTest::newRow(cursor) << false;
        for (const char* cursor : {"s5", "t1", "t1.", "t.1"})
            QTest::newRow(cursor) << true;
    }

    void page_foreignCursor_isRefused()
    {
        QFETCH(const bool, period);
        EventQuery query;
        if (period)
            query.since = m_events.front().time;
        const std::string cursor = QTest::currentDataTag();
        const auto rows = m_journal->store().read([&](storage::Transaction& transaction) -> Result<EventRows> {
            SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, query));
            return selection.page(transaction, 10, cursor, false);
        });
        QVERIFY(!rows);
        QCOMPARE(rows.error().code, ErrorCode::InvalidArgument);
    }

private:
    EventTotal totalOf(const EventQuery& query, std::int64_t exact)
    {
        const auto total = m_journal->store().read([&](storage::Transaction& transaction) -> Result<EventTotal> {
            SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, query));
            return selection.total(transaction, exact);
        });
        return total ? *total : EventTotal{-1};
    }

    std::unique_ptr<TestJournal> m_journal;
    std::vector<Event> m_events;
};

SALLYPORT_GUILESS_TEST(TestSelection)

} // namespace tst_selection
#include "tst_selection.moc"
