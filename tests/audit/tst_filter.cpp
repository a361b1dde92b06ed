#include "backend/audit/event_query.h"
#include "backend/audit/filter_time.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_filter {

using namespace sallyport;
using namespace sallyport::audit;

namespace {

const UtcTime now = test::at("2026-11-24T14:30:00Z");

QByteArray time(const std::optional<UtcTime>& value)
{
    return value ? QByteArray::fromStdString(toRfc3339(*value)) : QByteArray("none");
}

} // namespace

/// The filter language, from text to query and to the marks under mistakes.
class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void time_text_isRead_data()
    {
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("90s") << QByteArray("2026-11-24T14:28:30.000Z");
        QTest::newRow("30m") << QByteArray("2026-11-24T14:00:00.000Z");
        QTest::newRow("1h") << QByteArray("2026-11-24T13:30:00.000Z");
        QTest::newRow("7d") << QByteArray("2026-11-17T14:30:00.000Z");
        QTest::newRow("2w") << QByteArray("2026-11-10T14:30:00.000Z");
        QTest::newRow("now") << QByteArray("2026-11-24T14:30:00.000Z");
        QTest::newRow("Today") << QByteArray("2026-11-24T00:00:00.000Z");
        QTest::newRow("yesterday") << QByteArray("2026-11-23T00:00:00.000Z");
        QTest::newRow("2026-11-20") << QByteArray("2026-11-20T00:00:00.000Z");
        QTest::newRow("2026-11-20T08:15") << QByteArray("2026-11-20T08:15:00.000Z");
        QTest::newRow("2026-11-24T14:00Z") << QByteArray("2026-11-24T14:00:00.000Z");
        QTest::newRow("2026-11-20T08:15:30.25+01:00") << QByteArray("2026-11-20T07:15:30.250Z");
        QTest::newRow("2026-11-20T08:15-05:00") << QByteArray("2026-11-20T13:15:00.000Z");
        for (const char* bad : {"", "h", "1", "-1h", "1.5h", "99999999999999999999h", "400000d", "2026-13-01", "2026-11-31",
                                "2026-11-20T25:00", "2026-11-20T08", "20261120", "yesterday evening", "1h1m"})
            QTest::newRow(bad) << QByteArray("none");
    }

    void time_text_isRead()
    {
        QFETCH(const QByteArray, read);
        QCOMPARE(time(parseFilterTime(QTest::currentDataTag(), now, {})), read);
    }

    void time_withoutZone_isOfTheGivenZone_data()
    {
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("1h") << QByteArray("2026-11-24T13:30:00.000Z");
        QTest::newRow("today") << QByteArray("2026-11-23T23:00:00.000Z");
        QTest::newRow("yesterday") << QByteArray("2026-11-22T23:00:00.000Z");
        QTest::newRow("2026-11-20") << QByteArray("2026-11-19T23:00:00.000Z");
        QTest::newRow("2026-07-20") << QByteArray("2026-07-19T22:00:00.000Z");
        QTest::newRow("2026-11-20T08:15") << QByteArray("2026-11-20T07:15:00.000Z");
        QTest::newRow("2026-11-20T08:15:30.25") << QByteArray("2026-11-20T07:15:30.250Z");
        QTest::newRow("2026-11-20T08:15Z") << QByteArray("2026-11-20T08:15:00.000Z");
        QTest::newRow("2026-11-20T08:15-05:00") << QByteArray("2026-11-20T13:15:00.000Z");
    }
    void time_withoutZone_isOfTheGivenZone()
    {
        QFETCH(const QByteArray, read);
        const TimeZone berlin = *TimeZone::named("Europe/Berlin");
        QCOMPARE(time(parseFilterTime(QTest::currentDataTag(), now, berlin)), read);
        const auto query = parseFilter(std::string("since:") + QTest::currentDataTag(), now, berlin);
        QVERIFY(query);
        QCOMPARE(time(query->since), read);
    }
    void yesterday_afterTheClocksChanged_beginsAtMidnight()
    {
        const TimeZone berlin = *TimeZone::named("Europe/Berlin");
        const UtcTime monday = *fromRfc3339("2026-10-26T09:00:00Z"); // Sunday had 25 hours
        QCOMPARE(time(parseFilterTime("yesterday", monday, berlin)), QByteArray("2026-10-24T22:00:00.000Z"));
    }

    void parse_commas_areBetweenAlternatives_andInsideQuotationMarksOfTheValue()
    {
        const auto query = parseFilter("user:\"User 1\",\"Weber, Jonas\",ada -path:/a,/b path:\"/x,y\",/z request:A,B "
                                       "kind:\"auth.login\",user.created address:::1,\"10.0.0.0/8\" \"one, two\" three,four",
                                       now, {});
        QVERIFY2(query, query ? "" : query.error().detail.c_str());
        QCOMPARE(query->users, (std::vector<std::string>{"User 1", "Weber, Jonas", "ada"}));
        QCOMPARE(query->without.paths, (std::vector<std::string>{"/a", "/b"}));
        QCOMPARE(query->paths, (std::vector<std::string>{"/x,y", "/z"}));
        QCOMPARE(query->requestIds, (std::vector<std::string>{"A", "B"}));
        QCOMPARE(query->kinds, (std::vector<std::string>{"auth.login", "user.created"}));
        QCOMPARE(query->addresses.size(), std::size_t{2});
        QCOMPARE(query->texts, (std::vector<std::string>{"one, two", "three,four"}));
    }

    void parse_everyKey_fillsItsMember()
    {
        const auto query = parseFilter("since:1h until:2026-11-24T14:15Z outcome:failure,refused kind:auth. "
                                       "kind:user.created severity:>=warning address:203.0.113.0/24 "
                                       "user:\"Jonas Weber\" path:/api/users request:01JREQ "
                                       "session:01j00000000000000000000000 reason:Wrong_Password,other some \"two words\"",
                                       now, {});
        QVERIFY2(query, query ? "" : query.error().detail.c_str());
        QCOMPARE(time(query->since), QByteArray("2026-11-24T13:30:00.000Z"));
        QCOMPARE(time(query->until), QByteArray("2026-11-24T14:15:00.000Z"));
        QCOMPARE(query->outcomes, (std::vector{Outcome::Failure, Outcome::Refused}));
        QCOMPARE(query->kinds, (std::vector<std::string>{"auth.", "user.created"}));
        QVERIFY(query->atLeast == Severity::Warning);
        QCOMPARE(query->addresses, (std::vector<std::string>{"203.0.113.0/24"}));
        QCOMPARE(query->users, (std::vector<std::string>{"Jonas Weber"}));
        QCOMPARE(query->paths, (std::vector<std::string>{"/api/users"}));
        QCOMPARE(query->requestIds, (std::vector<std::string>{"01JREQ"}));
        QCOMPARE(query->sessions, (std::vector<std::string>{"01J00000000000000000000000"}));
        QCOMPARE(query->reasons, (std::vector<std::string>{"wrong_password", "other"}));
        QCOMPARE(query->texts, (std::vector<std::string>{"some", "two words"}));
    }

    void parse_minus_excludes()
    {
        const auto query = parseFilter(
            "-path:/healthz -kind:auth -outcome:success -address:::1 -user:bot -reason:other -\"two words\" -x", now, {});
        QVERIFY2(query, query ? "" : query.error().detail.c_str());
        QCOMPARE(query->without.paths, (std::vector<std::string>{"/healthz"}));
        QCOMPARE(query->without.kinds, (std::vector<std::string>{"auth."}));
        QCOMPARE(query->without.outcomes, (std::vector{Outcome::Success}));
        QCOMPARE(query->without.addresses.size(), 1u);
        QCOMPARE(query->without.users, (std::vector<std::string>{"bot"}));
        QCOMPARE(query->without.reasons, (std::vector<std::string>{"other"}));
        QCOMPARE(query->without.texts, (std::vector<std::string>{"two words", "x"}));
    }

    void parse_wordsWithColons_areWords()
    {
        const auto query = parseFilter("2001:db8::1 https://a/b \"kind:auth\" - SEVERITY:notice", now, {});
        QVERIFY(query);
        QCOMPARE(query->texts, (std::vector<std::string>{"2001:db8::1", "https://a/b", "kind:auth", "-"}));
        QVERIFY(query->atLeast == Severity::Notice);
    }

    void parse_escapes_insideQuotes()
    {
        const auto query = parseFilter("user:\"a \\\"b\\\" \\\\ c\"", now, {});
        QVERIFY(query);
        QCOMPARE(query->users, (std::vector<std::string>{"a \"b\" \\ c"}));
    }

    void mistakes_text_marksThem_data()
    {
        QTest::addColumn<QByteArray>("marks");
        const auto row = [](const char* text, const char* marks) { QTest::newRow(text) << QByteArray(marks); };
        row("", "");
        row("since:1h", "");
        row("sicne:1h x", "0+8");
        row("x since:soon", "8+4");
        row("since:1h since:2h", "15+2");
        row("since: x", "0+6");
        row("outcome:bad", "8+3");
        row("outcome:failure,", "8+8");
        row("severity:>warning", "9+8");
        row("kind:user.promoted", "5+13");
        row("address:300.1.1.1", "8+9");
        row("address:10.0.0.0/33", "8+11");
        row("user:\"Jonas", "5+6");
        row("\"open", "0+5");
        row("-since:1h", "0+9");
        row("-severity:info", "0+14");
        row("-request:x", "0+10");
        row("session:short", "8+5");
        row("session:01J0000000000000000000000U", "8+26");
        row("-session:01J00000000000000000000000", "0+35");
        row("reason:a,,b", "7+4");
        row("user:a,,b", "5+4");
        row("path:/a,", "5+3");
        row("user:\"a\",\"b", "5+6");
        row("since:today until:yesterday", "18+9");
        row("foo:1 bar:2", "0+5 6+5");
    }

    void mistakes_text_marksThem()
    {
        QFETCH(const QByteArray, marks);
        const char* text = QTest::currentDataTag();
        QByteArrayList found;
        for (const FilterMistake& mistake : filterMistakes(text, now)) {
            QVERIFY(!mistake.message.empty());
            found << QByteArray::number(qlonglong(mistake.position)) + '+' + QByteArray::number(qlonglong(mistake.length));
        }
        QCOMPARE(found.join(' '), marks);
        const auto query = parseFilter(text, now, {});
        QCOMPARE(query.has_value(), marks.isEmpty());
        if (!query)
            QCOMPARE(query.error().fields.size(), std::size_t(found.size()));
    }

    void mistakes_ofWords_tellTheNearest_data()
    {
        QTest::addColumn<QByteArray>("nearest");
        const auto row = [](const char* text, const char* nearest) { QTest::newRow(text) << QByteArray(nearest); };
        row("outcme:success", "outcome");
        row("outcome:sucess", "success");
        row("outcome:failure,blcoked", "blocked");
        row("severity:>=critcal", "critical");
        row("kind:auth.lgoin", "auth.login");
        row("-kind:auth.lgoin", "auth.login");
        row("kind:nothing.like.any", "");
        row("address:300.1.1.1", "");
        row("since:soon", "");
    }
    void mistakes_ofWords_tellTheNearest()
    {
        QFETCH(const QByteArray, nearest);
        const char* text = QTest::currentDataTag();
        const auto mistakes = filterMistakes(text, now);
        QCOMPARE(mistakes.size(), std::size_t{1});
        QCOMPARE(QByteArray::fromStdString(mistakes[0].suggestion), nearest);
        const auto query = parseFilter(text, now, {});
        const std::string place =
            mistakes[0].position > 0 ? " At character " + std::to_string(mistakes[0].position + 1) + "." : std::string();
        QCOMPARE(query.error().fields[0].message,
                 mistakes[0].message + place + (nearest.isEmpty() ? "" : " Did you mean " + nearest.toStdString() + "?"));
        QCOMPARE(query.error().fields[0].field, std::string("filter"));
        QCOMPARE(parseFilter(text, now, {}, "q").error().fields[0].field, std::string("q"));
    }

    /// Whatever a value is, the term that is written of it finds it again.
    void term_ofAnyValue_readsBack_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"Ada", "Jonas Weber", "a,b", "-x", "say \"hi\"", "back\\slash \\", "\"", "a\"b", "user:Ada",
                                  "203.0.113.7", "", "2001:db8::1", " ", "tab\there", "http://x/", "\xc3\xa9t\xc3\xa9"})
            QTest::newRow(value) << QByteArray(value);
    }
    void term_ofAnyValue_readsBack()
    {
        QFETCH(const QByteArray, value);
        for (const char* key : {"user", ""}) {
            const auto tokens = tokenizeFilter(filterTerm(key, value.toStdString()));
            QCOMPARE(tokens.size(), std::size_t{1});
            QCOMPARE(tokens[0].key, std::string(key));
            QCOMPARE(tokens[0].values, std::vector<std::string>{value.toStdString()});
            QVERIFY(!tokens[0].negated);
        }
    }

    void parse_tooMuch_isRefused()
    {
        QVERIFY(!parseFilter(std::string(1001, 'x'), now, {}));
        QVERIFY(parseFilter(std::string(1000, 'x'), now, {}));
        std::string many;
        for (int i = 0; i < 33; ++i)
            many += "a ";
        QVERIFY(!parseFilter(many, now, {}));
        QVERIFY(parseFilter(many.substr(2), now, {}));
        QVERIFY(!parseFilter("bad \xff", now, {}));
    }

    void tokenize_whileTyping_givesPositions()
    {
        const auto tokens = tokenizeFilter("since:1h -user:\"Jo W");
        QCOMPARE(tokens.size(), 2u);
        QCOMPARE(tokens[1].position, 9u);
        QCOMPARE(tokens[1].length, 11u);
        QCOMPARE(tokens[1].key, std::string("user"));
        QCOMPARE(tokens[1].value, std::string("Jo W"));
        QVERIFY(tokens[1].negated);
    }

    void ip_isAnAddress()
    {
        const auto query = parseFilter("ip:10.0.0.0/8 -ip:10.1.2.3 kind:auth.*", now, {});
        QVERIFY(query);
        QCOMPARE(QByteArray::fromStdString(query->addresses.at(0)), QByteArray("10.0.0.0/8"));
        QCOMPARE(query->without.addresses.size(), std::size_t{1});
        QVERIFY(!parseFilter("ip:office", now, {}));
    }
};

SALLYPORT_GUILESS_TEST(TestFilter)

} // namespace tst_filter
#include "tst_filter.moc"
