#include "tests/storage/store_conformance.h"

#include <QtTest>

#include <atomic>
#include <functional>
#include <future>
#include <initializer_list>
#include <limits>
#include <string>
#include <thread>
#include <vector>

namespace sallyport::test {

namespace {

using namespace storage;

constexpr Topic<std::string> noteTopic{"note"};

/// In types that SQLite and PostgreSQL take.
Result<void> createNotes(Transaction& transaction)
{
    SALLYPORT_ASSIGN(Statement notes, transaction.prepare("CREATE TABLE notes (id BIGINT NOT NULL PRIMARY KEY, body TEXT, "
                                                          "data BYTEA, at BIGINT, parent BIGINT REFERENCES notes (id))"));
    return notes.run();
}

Result<void> insertNote(Transaction& transaction, std::int64_t id, std::string_view body)
{
    SALLYPORT_ASSIGN(Statement insert, transaction.prepare("INSERT INTO notes (id, body) VALUES ($1, $2)"));
    return insert.bind(1, id).bind(2, body).run();
}

/// And says so.
Result<void> tellNote(Transaction& transaction, std::int64_t id, std::string body)
{
    SALLYPORT_TRY(insertNote(transaction, id, body));
    transaction.changed(noteTopic, std::to_string(id), std::make_shared<const std::string>(std::move(body)));
    return {};
}

enum class Kind { Id, Body, Data, At, End };
constexpr Columns<Kind> kinds{{{Kind::Id, "id"}, {Kind::Body, "body"}, {Kind::Data, "data"}, {Kind::At, "at"}}};
constexpr auto allNotes = select(kinds, "FROM notes ORDER BY id");

Result<std::int64_t> countNotes(Transaction& transaction)
{
    SALLYPORT_ASSIGN(Statement count, transaction.prepare("SELECT COUNT(*) FROM notes"));
    SALLYPORT_TRY(count.step());
    return count.integer();
}

std::int64_t count(Store& store)
{
    const auto found = store.read(countNotes);
    return found ? *found : -1;
}

/// Holds the writer, so that what is posted meanwhile waits for one commit.
class Gate {
public:
    explicit Gate(Store& store, Result<void> outcome = {})
    {
        store.post(
            [this, outcome](Transaction&) -> Result<void> {
                m_entered.set_value();
                m_opened.get_future().wait();
                return outcome;
            },
            [this](Result<void>) { m_done.set_value(); });
        m_entered.get_future().wait();
    }
    void open()
    {
        m_opened.set_value();
        m_done.get_future().wait();
    }

private:
    std::promise<void> m_entered, m_opened, m_done;
};

/// A posted job and how it ended.
class Posted {
public:
    Posted(Store& store, std::function<Result<void>(Transaction&)> work)
    {
        store.post(std::move(work), [this](Result<void> result) { m_result.set_value(std::move(result)); });
    }
    Result<void> result() { return m_result.get_future().get(); }

private:
    std::promise<Result<void>> m_result;
};

void commit_isSeenByReaders_andAfterOpeningAgain(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    const auto value = under.store().write([](Transaction& t) -> Result<std::string> {
        SALLYPORT_TRY(insertNote(t, 7, "seven"));
        SALLYPORT_ASSIGN(Statement update, t.prepare("UPDATE notes SET body = $2 WHERE id = $1 RETURNING body"));
        SALLYPORT_TRY(update.bind(1, 7).bind(2, "other").step());
        return update.text();
    });
    QCOMPARE(*value, std::string("other"));
    QCOMPARE(count(under.store()), 1);
    under.reopen();
    QCOMPARE(count(under.store()), 1);
}

void rollback_ofAnError_leavesNothing(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    const auto refused = under.store().write([](Transaction& t) -> Result<int> {
        SALLYPORT_TRY(insertNote(t, 1, "dropped"));
        return makeError(ErrorCode::PermissionDenied, "no");
    });
    QCOMPARE(refused.error().code, ErrorCode::PermissionDenied);
    QCOMPARE(count(under.store()), 0);
}

void jobsOfOneCommit_areRolledBackAlone(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    for (const bool firstFails : {false, true}) {
        Gate gate(under.store(), firstFails ? Result<void>(makeError(ErrorCode::PermissionDenied, "no")) : Result<void>());
        const std::int64_t base = firstFails ? 10 : 0;
        Posted one(under.store(), [base](Transaction& t) { return insertNote(t, base + 1, "kept"); });
        Posted two(under.store(), [base](Transaction& t) -> Result<void> {
            SALLYPORT_TRY(insertNote(t, base + 2, "dropped"));
            return makeError(ErrorCode::PermissionDenied, "no");
        });
        Posted three(under.store(), [base](Transaction& t) { return insertNote(t, base + 1, "taken"); });
        Posted four(under.store(), [base](Transaction& t) { return insertNote(t, base + 2, "kept"); });
        gate.open();
        QVERIFY(one.result());
        QCOMPARE(two.result().error().code, ErrorCode::PermissionDenied);
        QCOMPARE(three.result().error().code, ErrorCode::Conflict); // it sees what the one before it did
        QVERIFY(four.result());
    }
    QCOMPARE(count(under.store()), 4);
}

void reader_seesWhatIsCommitted_andStaysThere(StoreUnderTest& under)
{
    Store& store = under.store();
    QVERIFY(store.write(createNotes));
    const auto counts = store.read([&](Transaction& t) -> Result<std::pair<std::int64_t, std::int64_t>> {
        SALLYPORT_ASSIGN(const std::int64_t before, countNotes(t));
        SALLYPORT_TRY(store.write([](Transaction& w) { return insertNote(w, 1, "a"); }));
        SALLYPORT_ASSIGN(const std::int64_t after, countNotes(t));
        return std::pair(before, after);
    });
    QCOMPARE(*counts, std::pair(std::int64_t{0}, std::int64_t{0}));
    std::int64_t meanwhile = -1;
    QVERIFY(store.write([&](Transaction& t) -> Result<void> {
        SALLYPORT_TRY(insertNote(t, 2, "b"));
        meanwhile = count(store); // by another connection
        return {};
    }));
    QCOMPARE(meanwhile, 1);
    QCOMPARE(count(store), 2);
}

void reader_cannotWrite(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    const auto refused = under.store().read([](Transaction& t) { return insertNote(t, 1, "a"); });
    QCOMPARE(refused.error().code, ErrorCode::NotWritable);
    QCOMPARE(count(under.store()), 0);
}

void writeInsideWrite_isRefused(StoreUnderTest& under)
{
    Store& store = under.store();
    const auto outcome =
        store.write([&](Transaction&) -> Result<void> { return store.write([](Transaction&) -> Result<void> { return {}; }); });
    QCOMPARE(outcome.error().code, ErrorCode::Internal); // instead of waiting for ever
}

void changed_isTold_inOrder_afterTheCommitAndBeforeTheAnswer(StoreUnderTest& under)
{
    Store& store = under.store();
    QVERIFY(store.write(createNotes));
    std::vector<std::string> told; // by the writer alone
    std::thread::id teller;
    bool durable = true, newer = true;
    const std::uint64_t before = store.version();
    const auto subscription = store.changeFeed().subscribe(noteTopic, [&](const std::string& id, const auto& now) {
        told.push_back(id + (now ? "=" + *now : " gone"));
        teller = std::this_thread::get_id();
        durable = durable && count(store) > 0;
        newer = newer && store.version() > before;
    });
    std::thread::id writer;
    QVERIFY(store.write([&](Transaction& t) -> Result<void> {
        writer = std::this_thread::get_id();
        SALLYPORT_TRY(tellNote(t, 1, "one"));
        return tellNote(t, 2, "two");
    }));
    QCOMPARE(told, (std::vector<std::string>{"1=one", "2=two"}));
    QVERIFY(teller == writer);
    QVERIFY(!store.write([](Transaction& t) -> Result<void> {
        SALLYPORT_TRY(tellNote(t, 3, "three"));
        return makeError(ErrorCode::Conflict, "no");
    }));
    QCOMPARE(told.size(), 2u);
    {
        Gate gate(store);
        Posted one(store, [](Transaction& t) { return tellNote(t, 4, "four"); });
        Posted two(store, [](Transaction& t) -> Result<void> {
            SALLYPORT_TRY(tellNote(t, 5, "five"));
            return makeError(ErrorCode::Conflict, "no");
        });
        Posted three(store, [](Transaction& t) -> Result<void> {
            SALLYPORT_ASSIGN(Statement remove, t.prepare("DELETE FROM notes WHERE id = 1"));
            SALLYPORT_TRY(remove.run());
            t.removed(noteTopic, "1");
            return {};
        });
        gate.open();
        QVERIFY(one.result());
        QVERIFY(!two.result());
        QVERIFY(three.result());
    }
    QCOMPARE(told, (std::vector<std::string>{"1=one", "2=two", "4=four", "1 gone"}));
    QVERIFY(durable);
    QVERIFY(newer);
}

void changed_ofATopicForTheOutside_isToldAfterTheOthers(StoreUnderTest& under)
{
    Store& store = under.store();
    QVERIFY(store.write(createNotes));
    constexpr Topic<std::string> newsTopic{"news", true};
    std::vector<std::string> told;
    const auto news =
        store.changeFeed().subscribe(newsTopic, [&](const std::string& id, const auto&) { told.push_back("news " + id); });
    const auto notes =
        store.changeFeed().subscribe(noteTopic, [&](const std::string& id, const auto&) { told.push_back("note " + id); });
    QVERIFY(store.write([&](Transaction& t) -> Result<void> {
        t.changed(newsTopic, "1", std::make_shared<const std::string>("first"));
        SALLYPORT_TRY(tellNote(t, 1, "one"));
        t.removed(newsTopic, "2");
        return tellNote(t, 2, "two");
    }));
    QCOMPARE(told, (std::vector<std::string>{"note 1", "note 2", "news 1", "news 2"}));
}

void changed_goesToWhomItConcerns_asLongAsTheyListen(StoreUnderTest& under)
{
    Store& store = under.store();
    QVERIFY(store.write(createNotes));
    constexpr Topic<std::string> otherTopic{"letter"};
    constexpr Topic<int> otherType{"note"};
    int first = 0, second = 0, strange = 0;
    auto one = store.changeFeed().subscribe(noteTopic, [&](const std::string&, const auto&) { ++first; });
    ChangeFeed::Subscription two;
    two = store.changeFeed().subscribe(noteTopic, [&](const std::string&, const auto&) {
        ++second;
        two.reset(); // may be done while it is told
    });
    const auto three = store.changeFeed().subscribe(otherTopic, [&](const std::string&, const auto&) { ++strange; });
    const auto four = store.changeFeed().subscribe(otherType, [&](const std::string&, const auto&) { ++strange; });
    QVERIFY(store.write([](Transaction& t) { return tellNote(t, 1, "a"); }));
    QVERIFY(store.write([](Transaction& t) { return tellNote(t, 2, "b"); }));
    one.reset();
    QVERIFY(store.write([](Transaction& t) { return tellNote(t, 3, "c"); }));
    QCOMPARE(first, 2);
    QCOMPARE(second, 1);
    QCOMPARE(strange, 0);
}

void changes_countsTheRowsOfTheLastStatement(StoreUnderTest& under)
{
    const auto counted = under.store().write([](Transaction& t) -> Result<std::vector<std::int64_t>> {
        SALLYPORT_TRY(createNotes(t));
        std::vector<std::int64_t> changes;
        for (int i = 0; i < 3; ++i)
            SALLYPORT_TRY(insertNote(t, i, "x"));
        changes.push_back(t.changes());
        for (const char* sql : {"UPDATE notes SET body = 'y' WHERE id > 0", "UPDATE notes SET body = 'z' WHERE id > 9",
                                "INSERT INTO notes (id) VALUES (1) ON CONFLICT (id) DO NOTHING", "DELETE FROM notes"}) {
            SALLYPORT_ASSIGN(Statement statement, t.prepare(sql));
            SALLYPORT_TRY(statement.run());
            changes.push_back(t.changes());
        }
        return changes;
    });
    QCOMPARE(*counted, (std::vector<std::int64_t>{1, 2, 0, 0, 3}));
}

void constraint_isConflict_andNamesNoValue(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    QVERIFY(under.store().write([](Transaction& t) { return insertNote(t, 1, "a"); }));
    const auto again = under.store().write([](Transaction& t) { return insertNote(t, 1, "secret-value"); });
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QVERIFY(again.error().detail.find("secret-value") == std::string::npos);
    for (const char* sql : {"INSERT INTO notes (id) VALUES (NULL)", "INSERT INTO notes (id, parent) VALUES (2, 99)"}) {
        const auto refused = under.store().write([sql](Transaction& t) -> Result<void> {
            SALLYPORT_ASSIGN(Statement statement, t.prepare(sql));
            return statement.run();
        });
        QVERIFY2(!refused, sql);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
    }
    QCOMPARE(count(under.store()), 1);
}

void statement_thatFailed_isReadyAgain(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    QVERIFY(under.store().write([](Transaction& t) { return insertNote(t, 1, "a"); }));
    for (int i = 0; i < 2; ++i)
        QVERIFY(!under.store().write([](Transaction& t) { return insertNote(t, 1, "b"); }));
    QVERIFY(under.store().write([](Transaction& t) { return insertNote(t, 2, "b"); }));
    QVERIFY(!under.store().write([](Transaction& t) -> Result<void> { // a refused value isn't kept either
        SALLYPORT_ASSIGN(Statement insert, t.prepare("INSERT INTO notes (id, body) VALUES ($1, $2)"));
        return insert.bind(1, 3).bind(3, "x").run();
    }));
    QVERIFY(under.store().write([](Transaction& t) { return insertNote(t, 3, "c"); }));
}

void values_ofAllKinds_comeBack(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    Bytes every(256);
    for (std::size_t i = 0; i < every.size(); ++i)
        every[i] = static_cast<std::byte>(i);
    const std::string utf8 = "\u00e4\u00df \u4f60\u597d \U0001F510 e\u0301", big(3 * 1024 * 1024, 'x');
    const UtcTime time{std::chrono::microseconds{1'795'000'000'123'456}};
    const auto result = under.store().write([&](Transaction& t) -> Result<void> {
        const auto insert = [&](std::int64_t id, const std::optional<std::string>& body,
                                std::optional<std::span<const std::byte>> data, std::optional<UtcTime> at) -> Result<void> {
            SALLYPORT_ASSIGN(Statement put, t.prepare("INSERT INTO notes (id, body, data, at) VALUES ($1, $2, $3, $4)"));
            return put.bind(1, id).bind(2, body).bind(3, data).bind(4, at).run();
        };
        SALLYPORT_TRY(insert(std::numeric_limits<std::int64_t>::min(), utf8, every, time));
        SALLYPORT_TRY(insert(0, "", std::span<const std::byte>(), UtcTime{}));
        SALLYPORT_TRY(insert(1, std::nullopt, std::nullopt, std::nullopt));
        return insert(std::numeric_limits<std::int64_t>::max(), big, every, time);
    });
    QVERIFY2(result.has_value(), result ? "" : result.error().detail.c_str());
    const auto read = under.store().read([&](Transaction& t) -> Result<std::string> {
        std::string wrong;
        const auto expect = [&](bool right, const char* what) { wrong += right ? "" : std::string(what) + "; "; };
        SALLYPORT_ASSIGN(auto rows, t.prepare(allNotes));
        const auto row = rows.row();
        using enum Kind;
        SALLYPORT_TRY(rows.step());
        expect(row.integer(Id) == std::numeric_limits<std::int64_t>::min(), "smallest number");
        expect(row.text(Body) == utf8 && row.blob(Data) == every && row.time(At) == time, "text, blob, time");
        SALLYPORT_TRY(rows.step());
        expect(row.integer(Id) == 0 && !row.isNull(Body) && row.text(Body).empty(), "empty text");
        expect(!row.isNull(Data) && row.blob(Data).empty() && row.optionalTime(At) == UtcTime{}, "empty blob, time zero");
        SALLYPORT_TRY(rows.step());
        expect(row.isNull(Body) && row.isNull(Data) && row.isNull(At), "NULL");
        expect(row.text(Body).empty() && row.blob(Data).empty() && row.integer(At) == 0 && !row.optionalTime(At),
               "NULL as a value");
        SALLYPORT_TRY(rows.step());
        expect(row.integer(Id) == std::numeric_limits<std::int64_t>::max() && row.text(Body) == big, "largest number, big text");
        SALLYPORT_ASSIGN(const bool more, rows.step());
        expect(!more, "no row more");
        return wrong;
    });
    QCOMPARE(*read, std::string());
}

/// SQLite keeps it; PostgreSQL has no such text and may refuse it. It is never cut.
void text_withZero_isWholeOrRefused(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    const std::string text("a\0b", 3);
    if (!under.store().write([&](Transaction& t) { return insertNote(t, 1, text); })) {
        QCOMPARE(count(under.store()), 0);
        return;
    }
    const auto back = under.store().read([](Transaction& t) -> Result<std::string> {
        SALLYPORT_ASSIGN(Statement row, t.prepare("SELECT body FROM notes"));
        SALLYPORT_TRY(row.step());
        return row.text();
    });
    QCOMPARE(*back, text);
}

void parameters_goByNumber_andAreAllUsed(StoreUnderTest& under)
{
    const auto text = under.store().read([](Transaction& t) -> Result<std::string> {
        SALLYPORT_ASSIGN(Statement both, t.prepare("SELECT CAST($2 AS TEXT) || CAST($1 AS TEXT) || CAST($2 AS TEXT)"));
        SALLYPORT_TRY(both.bind(1, "one").bind(2, "two").step());
        return both.text();
    });
    QCOMPARE(*text, std::string("twoonetwo"));
    const auto ask = [&](const char* sql, int bound) {
        return under.store().read([&](Transaction& t) -> Result<void> {
            SALLYPORT_ASSIGN(Statement statement, t.prepare(sql));
            return statement.bind(bound, std::int64_t{1}).run();
        });
    };
    QVERIFY(ask("SELECT 1 WHERE 1 = $1", 1));
    for (const auto& [sql, bound] : std::initializer_list<std::pair<const char*, int>>{{"SELECT 1 WHERE 1 = $1", 2},
                                                                                       {"SELECT 1 WHERE 1 = $1", 0},
                                                                                       {"SELECT 1 WHERE 1 = $2", 2},
                                                                                       {"SELECT 1; SELECT 2", 1}}) {
        const auto refused = ask(sql, bound);
        QVERIFY2(!refused, sql);
        QCOMPARE(refused.error().code, ErrorCode::Internal);
    }
}

void statement_sameTextTwiceAtOnce_isTwoStatements(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    QVERIFY(under.store().write([](Transaction& t) -> Result<void> {
        SALLYPORT_TRY(insertNote(t, 1, "a"));
        return insertNote(t, 2, "b");
    }));
    const auto pairs = under.store().read([](Transaction& t) -> Result<int> {
        int found = 0;
        SALLYPORT_ASSIGN(Statement outer, t.prepare("SELECT id FROM notes"));
        for (;;) {
            SALLYPORT_ASSIGN(const bool row, outer.step());
            if (!row)
                return found;
            SALLYPORT_ASSIGN(Statement inner, t.prepare("SELECT id FROM notes"));
            for (;;) {
                SALLYPORT_ASSIGN(const bool innerRow, inner.step());
                if (!innerRow)
                    break;
                ++found;
            }
        }
    });
    QCOMPARE(*pairs, 4);
}

enum class NoteColumn { Id, Body, End };
constexpr Columns<NoteColumn> noteColumns{{{NoteColumn::Id, "n.id"}, {NoteColumn::Body, "n.body"}}};
constexpr auto noteById = select(noteColumns, "FROM notes n WHERE n.id = $1");

void rows_areReadByTheNamesOfTheirColumns(StoreUnderTest& under)
{
    QCOMPARE(std::string(noteById.sql()), std::string("SELECT n.id, n.body FROM notes n WHERE n.id = $1"));
    QVERIFY(under.store().write(createNotes));
    QVERIFY(under.store().write([](Transaction& t) { return insertNote(t, 5, "five"); }));
    const auto body = under.store().read([](Transaction& t) -> Result<std::string> {
        SALLYPORT_ASSIGN(auto rows, t.prepare(noteById));
        rows.bind(1, 5);
        SALLYPORT_TRY(rows.step());
        return rows.row().text(NoteColumn::Body) + std::to_string(rows.row().integer(NoteColumn::Id));
    });
    QCOMPARE(*body, std::string("five5"));
}

void writers_ofManyThreads_allArrive(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    std::vector<std::thread> threads;
    std::atomic<int> failed = 0;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 50; ++i) {
                if (!under.store().write([&](Transaction& t) { return insertNote(t, thread * 1000 + i, "x"); }))
                    ++failed;
                if (!under.store().read(countNotes))
                    ++failed;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(count(under.store()), 400);
}

/// Read, then written, by two processes at once: nobody's is lost and nobody is told to try again.
void writers_ofTwoProcesses_waitForEachOther(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    QVERIFY(under.store().write([](Transaction& t) -> Result<void> {
        SALLYPORT_ASSIGN(Statement insert, t.prepare("INSERT INTO notes (id, at) VALUES (1, 0)"));
        return insert.run();
    }));
    const auto other = under.openBeside();
    QVERIFY(other != nullptr);
    std::atomic<int> failed = 0;
    const auto addMany = [&failed](Store& store) {
        for (int i = 0; i < 40; ++i) {
            const auto added = store.write([](Transaction& t) -> Result<void> {
                SALLYPORT_ASSIGN(Statement row, t.prepare("SELECT at FROM notes WHERE id = 1"));
                SALLYPORT_TRY(row.step());
                SALLYPORT_ASSIGN(Statement update, t.prepare("UPDATE notes SET at = $1 WHERE id = 1"));
                return update.bind(1, row.integer() + 1).run();
            });
            failed += added ? 0 : 1;
        }
    };
    std::thread beside([&] { addMany(*other); });
    addMany(under.store());
    beside.join();
    QCOMPARE(failed.load(), 0);
    const auto sum = under.store().read([](Transaction& t) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(Statement row, t.prepare("SELECT at FROM notes WHERE id = 1"));
        SALLYPORT_TRY(row.step());
        return row.integer();
    });
    QCOMPARE(*sum, 80);
}

void version_growsWithCommits_notWithReads(StoreUnderTest& under)
{
    Store& store = under.store();
    QVERIFY(store.write(createNotes));
    const std::uint64_t before = store.version();
    QCOMPARE(count(store), 0);
    QCOMPARE(store.version(), before);
    QVERIFY(store.write([](Transaction& t) { return insertNote(t, 1, "a"); }));
    QVERIFY(store.version() > before);
}

void changeOfAnotherProcess_isNoticed(StoreUnderTest& under)
{
    Store& store = under.store();
    QVERIFY(store.write(createNotes));
    QVERIFY(store.noticeExternalChange());
    std::atomic<int> times = 0;
    store.onExternalChange([&] { ++times; });
    QVERIFY(store.write([](Transaction& t) { return insertNote(t, 1, "own"); }));
    QVERIFY(store.noticeExternalChange());
    QCOMPARE(times.load(), 0);
    const std::uint64_t before = store.version();
    {
        const auto other = under.openBeside();
        QVERIFY(other != nullptr);
        QVERIFY(other->write([](Transaction& t) { return insertNote(t, 2, "external"); }));
    }
    QVERIFY(store.noticeExternalChange());
    QVERIFY(times.load() >= 1);
    QVERIFY(store.version() > before);
    QCOMPARE(count(store), 2);
}

void closing_runsWhatWaits(StoreUnderTest& under)
{
    QVERIFY(under.store().write(createNotes));
    for (int i = 0; i < 200; ++i)
        under.store().post([i](Transaction& t) { return insertNote(t, i, "x"); }, [](Result<void>) {});
    under.reopen();
    QCOMPARE(count(under.store()), 200);
}

void about_saysWhatKeepsTheData(StoreUnderTest& under)
{
    const auto about = under.store().about();
    QVERIFY(about.has_value());
    QVERIFY(!about->product.empty());
    QVERIFY(!about->version.empty());
    QVERIFY(!about->place.empty());
    QVERIFY(under.store().now() > UtcTime{std::chrono::days(20'000)});
}

constexpr ConformanceCase cases[]{
#define CASE(name) {#name, name}
    CASE(commit_isSeenByReaders_andAfterOpeningAgain),
    CASE(rollback_ofAnError_leavesNothing),
    CASE(jobsOfOneCommit_areRolledBackAlone),
    CASE(reader_seesWhatIsCommitted_andStaysThere),
    CASE(reader_cannotWrite),
    CASE(writeInsideWrite_isRefused),
    CASE(changed_isTold_inOrder_afterTheCommitAndBeforeTheAnswer),
    CASE(changed_ofATopicForTheOutside_isToldAfterTheOthers),
    CASE(changed_goesToWhomItConcerns_asLongAsTheyListen),
    CASE(changes_countsTheRowsOfTheLastStatement),
    CASE(constraint_isConflict_andNamesNoValue),
    CASE(statement_thatFailed_isReadyAgain),
    CASE(values_ofAllKinds_comeBack),
    CASE(text_withZero_isWholeOrRefused),
    CASE(parameters_goByNumber_andAreAllUsed),
    CASE(statement_sameTextTwiceAtOnce_isTwoStatements),
    CASE(rows_areReadByTheNamesOfTheirColumns),
    CASE(writers_ofManyThreads_allArrive),
    CASE(writers_ofTwoProcesses_waitForEachOther),
    CASE(version_growsWithCommits_notWithReads),
    CASE(changeOfAnotherProcess_isNoticed),
    CASE(closing_runsWhatWaits),
    CASE(about_saysWhatKeepsTheData),
#undef CASE
};

} // namespace

std::span<const ConformanceCase> storeConformance()
{
    return cases;
}

} // namespace sallyport::test
