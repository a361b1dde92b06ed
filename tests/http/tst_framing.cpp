// What is a request and where does it end: the strict checks alone, without a socket.
#include "backend/http/authority.h"
#include "backend/http/characters.h"
#include "backend/http/chunk_decoder.h"
#include "backend/http/clear_text.h"
#include "backend/http/head_check.h"
#include "backend/http/head_parser.h"
#include "backend/http/response.h"
#include "backend/http/timer_wheel.h"
#include "tests/http/ambiguous_requests.h"
#include "tests/support/test_main.h"

#include <QtTest/QtTest>

#include <limits>

namespace tst_framing {

using namespace sallyport::http;

namespace {

struct Verdict {
    HeadCheck::Outcome outcome = HeadCheck::Outcome::NeedMore;
    int status = 0;
    std::string rule;
    std::size_t end = 0;
    bool operator==(const Verdict&) const = default;
};

Verdict verdictOf(const HeadCheck& check, HeadCheck::Outcome outcome)
{
    const bool complete = outcome == HeadCheck::Outcome::Complete;
    return {outcome, check.status(), std::string(check.rule()), complete ? check.headEnd() : 0};
}

Verdict checkAtOnce(std::string_view bytes)
{
    HeadCheck check{HeadLimits()};
    return verdictOf(check, check.feed(bytes));
}

Verdict checkInPieces(std::string_view bytes, std::size_t piece)
{
    HeadCheck check{HeadLimits()};
    auto outcome = HeadCheck::Outcome::NeedMore;
    std::string soFar;
    while (!bytes.empty() && outcome == HeadCheck::Outcome::NeedMore) {
        soFar.append(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        std::string moved = soFar; // nothing may point into an earlier buffer
        outcome = check.feed(moved);
    }
    return verdictOf(check, outcome);
}

struct Decoded {
    ChunkDecoder::Outcome outcome = ChunkDecoder::Outcome::NeedMore;
    int status = 0;
    std::string body;
    std::size_t used = 0;
    bool operator==(const Decoded&) const = default;
};

Decoded decode(std::string_view bytes, std::size_t piece, std::uint64_t limit = 1000)
{
    ChunkDecoder decoder;
    Decoded result;
    while (!bytes.empty() && result.outcome == ChunkDecoder::Outcome::NeedMore) {
        std::size_t used = 0;
        result.outcome = decoder.feed(bytes.substr(0, piece), limit, result.body, used);
        result.used += used;
        bytes.remove_prefix(std::min(piece, bytes.size()));
    }
    result.status = decoder.status();
    if (result.outcome == ChunkDecoder::Outcome::Refused)
        result.body.clear();
    return result;
}

class Alarm final : public TimerWheel::Entry {
public:
    int fired = 0;

private:
    void onDeadline() override { ++fired; }
};

} // namespace

class TestFraming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headCheck_ambiguousRequest_refused_data();
    void headCheck_ambiguousRequest_refused();
    void headCheck_anySplit_sameVerdict_data() { headCheck_ambiguousRequest_refused_data(); }
    void headCheck_anySplit_sameVerdict();
    void headCheck_acceptable_complete_data();
    void headCheck_acceptable_complete();
    void headCheck_limits_exact();
    void headParser_target_split_data();
    void headParser_target_split();
    void headParser_fields_keptWithDuplicates();
    void headParser_absoluteForm_countsBeforeHost_data();
    void headParser_absoluteForm_countsBeforeHost();
    void headParser_absoluteForm_withoutHost_counts();
    void clearText_firstLine_judgedAtAnySplit_data();
    void clearText_firstLine_judgedAtAnySplit();
    void clearText_firstBytes_ofTlsAreNoRequest();
    void chunks_valid_decodedAtAnySplit_data();
    void chunks_valid_decodedAtAnySplit();
    void asvs_1_4_2_chunks_malformed_refusedAtAnySplit_data();
    void asvs_1_4_2_chunks_malformed_refusedAtAnySplit();
    void response_headerWithLineBreak_dropped();
    void wheel_deadlines_fireOnceAndNotEarly();
    void wheel_movedLater_firesLater();
    void valueChars_eightAtATime_agreeWithTheTable();
    void wheel_farDeadline_survivesTurns();
};

void TestFraming::headCheck_ambiguousRequest_refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    for (const AmbiguousRequest& row : ambiguousRequests()) {
        if (!row.inBody)
            QTest::newRow(row.name) << QByteArray::fromStdString(row.bytes) << row.status;
    }
}

void TestFraming::headCheck_ambiguousRequest_refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const Verdict verdict = checkAtOnce(bytes.toStdString());
    QCOMPARE(verdict.outcome, HeadCheck::Outcome::Refused);
    QCOMPARE(verdict.status, status);
    QVERIFY(!verdict.rule.empty());
}

void TestFraming::headCheck_anySplit_sameVerdict()
{
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    const Verdict whole = checkAtOnce(text);
    for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{7}, std::size_t{64}})
        QCOMPARE(checkInPieces(text, piece).rule, whole.rule);
    for (std::size_t at = 1; at < std::min<std::size_t>(text.size(), 400); ++at) {
        HeadCheck check{HeadLimits()};
        auto outcome = check.feed(text.substr(0, at));
        if (outcome == HeadCheck::Outcome::NeedMore)
            outcome = check.feed(text);
        QVERIFY(verdictOf(check, outcome) == whole);
    }
}

void TestFraming::headCheck_acceptable_complete_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray(text); };
    row("plain", "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("one empty line before", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("port", "GET / HTTP/1.1\r\nHost: a:8443\r\n\r\n");
    row("ipv6 host", "GET / HTTP/1.1\r\nHost: [::1]:8443\r\n\r\n");
    row("ipv6 host in full", "GET / HTTP/1.1\r\nHost: [2001:DB8:0:0:0:0:0:1]\r\n\r\n");
    row("ipv6 host with IPv4", "GET / HTTP/1.1\r\nHost: [::ffff:192.0.2.1]\r\n\r\n");
    row("port empty", "GET / HTTP/1.1\r\nHost: a:\r\n\r\n");
    row("ipv6 host, port empty", "GET / HTTP/1.1\r\nHost: [::1]:\r\n\r\n");
    row("encoded letter in host", "GET / HTTP/1.1\r\nHost: b%C3%BCcher.example\r\n\r\n");
    row("host of marks", "GET / HTTP/1.1\r\nHost: a_b-c.d~e!$&'()*+;=\r\n\r\n");
    row("http10 without host", "GET / HTTP/1.0\r\n\r\n");
    row("no space after colon", "GET / HTTP/1.1\r\nHost:a\r\n\r\n");
    row("tab around value", "GET / HTTP/1.1\r\nHost:\ta \t\r\n\r\n");
    row("empty value", "GET / HTTP/1.1\r\nHost: a\r\nX-Empty:\r\n\r\n");
    row("latin-1 value", "GET / HTTP/1.1\r\nHost: a\r\nX-Name: J\xf6rg\r\n\r\n");
    row("query with quotes", "GET /a?q='<script>\"|{} HTTP/1.1\r\nHost: a\r\n\r\n");
    row("asterisk", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    row("absolute form", "GET https://a/x HTTP/1.1\r\nHost: a\r\n\r\n");
    row("connect", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n");
    row("unknown method", "PROPFIND / HTTP/1.1\r\nHost: a\r\n\r\n");
    row("chunked in capitals", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n");
    row("length zero", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
    row("leading zeros", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0005\r\n\r\n");
    row("expect", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n\r\n");
    row("identity coding", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Encoding: identity\r\n\r\n");
}

void TestFraming::headCheck_acceptable_complete()
{
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    const Verdict verdict = checkAtOnce(text + "GET /next HTTP/1.1\r\n");
    QCOMPARE(verdict.rule, std::string());
    QCOMPARE(verdict.outcome, HeadCheck::Outcome::Complete);
    QCOMPARE(verdict.end, text.size());
    QVERIFY(checkInPieces(text, 1) == checkAtOnce(text));

    HeadCheck check{HeadLimits()};
    check.feed(text);
    const std::string head = text.substr(check.headStart(), check.headEnd() - check.headStart());
    RequestHead parsed;
    QCOMPARE(parseHead(head, check.framing(), HeadLimits(), parsed), std::string_view());
}

void TestFraming::headCheck_limits_exact()
{
    const std::string host = "Host: a\r\n";
    const auto line = [](std::size_t length) { return "GET /" + std::string(length - 14, 'a') + " HTTP/1.1\r\n"; };
    QCOMPARE(checkAtOnce(line(8192) + host + "\r\n").status, 0);
    QCOMPARE(checkAtOnce(line(8193) + host + "\r\n").status, 414);
    QCOMPARE(checkAtOnce(std::string(9000, 'a')).status, 414);

    std::string fields = "GET / HTTP/1.1\r\n" + host;
    for (int i = 0; i < 99; ++i)
        fields += "X: 1\r\n";
    QCOMPARE(checkAtOnce(fields + "\r\n").status, 0);
    QCOMPARE(checkAtOnce(fields + "X: 1\r\n\r\n").status, 431);

    const std::string start = "GET / HTTP/1.1\r\n" + host + "X: ";
    const std::string fits = start + std::string(16 * 1024 - start.size() - 4, 'x') + "\r\n\r\n";
    QCOMPARE(fits.size(), std::size_t{16 * 1024});
    QCOMPARE(checkAtOnce(fits).status, 0);
    QCOMPARE(checkAtOnce(start + "y" + fits.substr(start.size())).status, 431);
}

void TestFraming::headParser_target_split_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("path") << QByteArray("/a/b") << QByteArray("/a/b") << QByteArray();
    QTest::newRow("query") << QByteArray("/a?x=1?y") << QByteArray("/a") << QByteArray("x=1?y");
    QTest::newRow("encoded stays") << QByteArray("/a%2Fb%00?q=%41") << QByteArray("/a%2Fb%00") << QByteArray("q=%41");
    QTest::newRow("absolute") << QByteArray("HTTPS://Host/a?x") << QByteArray("/a") << QByteArray("x");
    QTest::newRow("absolute without path") << QByteArray("https://host?x") << QByteArray("/") << QByteArray("x");
    QTest::newRow("absolute bare") << QByteArray("https://host") << QByteArray("/") << QByteArray();
}

void TestFraming::headParser_target_split()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, query);
    const std::string bytes = "GET " + target.toStdString() + " HTTP/1.1\r\nHost: host\r\n\r\n";
    HeadCheck check{HeadLimits()};
    QCOMPARE(check.feed(bytes), HeadCheck::Outcome::Complete);
    RequestHead head;
    QCOMPARE(parseHead(bytes, check.framing(), HeadLimits(), head), std::string_view());
    QCOMPARE(std::string(head.path), path.toStdString());
    QCOMPARE(std::string(head.query), query.toStdString());
    QCOMPARE(head.method, Method::Get);
}

void TestFraming::headParser_fields_keptWithDuplicates()
{
    const std::string bytes = "POST /a HTTP/1.1\r\nHost: a:1\r\nX-Key:  one \r\nx-KEY: two\r\nContent-Length: 3\r\n"
                              "Connection: keep-alive, close\r\n\r\n";
    HeadCheck check{HeadLimits()};
    QCOMPARE(check.feed(bytes), HeadCheck::Outcome::Complete);
    RequestHead head;
    QCOMPARE(parseHead(bytes, check.framing(), HeadLimits(), head), std::string_view());
    QCOMPARE(head.header("x-key").value_or(""), std::string_view("one"));
    QCOMPARE(head.headerCount("X-Key"), std::size_t{2});
    QCOMPARE(head.headers().size(), std::size_t{5});
    QCOMPARE(head.host, std::string_view("a:1"));
    QCOMPARE(head.contentLength, std::uint64_t{3});
    QVERIFY(!head.keepAlive);
    QVERIFY(!head.header("absent"));
}

/// Where both name the same place, or the target names us, it is the target that counts (RFC 9112 §3.2.2).
void TestFraming::headParser_absoluteForm_countsBeforeHost_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("own");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char* target, const char* host, bool own, bool accepted) {
        QTest::newRow((std::string(target) + " and " + host + (own ? ", ours" : "")).c_str())
            << QByteArray(target) << QByteArray(host) << own << accepted;
    };
    row("a", "a", false, true);
    row("A.Example", "a.eXample", false, true);
    row("a:443", "a", false, true);
    row("a", "a:443", false, true);
    row("a:", "a", false, true);
    row("a:", "a:443", false, true);
    row("a:0443", "a", false, true);
    row("a:8443", "a:8443", false, true);
    row("[::1]:443", "[::1]", false, true);
    row("[::1]", "[0:0:0:0:0:0:0:1]:443", false, true);
    row("[2001:DB8::A]:8443", "[2001:db8::a]:8443", false, true);
    row("b", "a", false, false);
    row("a:8443", "a", false, false);
    row("a", "a:8443", false, false);
    row("a:80", "a", false, false);
    row("[::1]", "[::2]", false, false);
    row("a.", "a", false, false);
    row("b", "a", true, true);
    row("b:443", "a:8443", true, true);
}

void TestFraming::headParser_absoluteForm_countsBeforeHost()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(bool, own);
    QFETCH(bool, accepted);
    const std::string bytes = "GET https://" + target.toStdString() + "/ HTTP/1.1\r\nHost: " + host.toStdString() + "\r\n\r\n";
    HeadCheck check{HeadLimits()};
    QCOMPARE(check.feed(bytes), HeadCheck::Outcome::Complete);
    RequestHead head;
    std::string asked;
    const auto broken = parseHead(bytes, check.framing(), HeadLimits(), head, [&](std::string_view authority) {
        asked = authority;
        return own;
    });
    QCOMPARE(broken, accepted ? std::string_view() : std::string_view("host_differs_from_target"));
    if (accepted)
        QCOMPARE(std::string(head.host), target.toStdString());
    QCOMPARE(asked, own || !accepted ? target.toStdString() : std::string());                    // only where they differ
    QVERIFY(accepted == (parseHead(bytes, check.framing(), HeadLimits(), head).empty() || own)); // without anybody to ask
}

void TestFraming::headParser_absoluteForm_withoutHost_counts()
{
    const std::string bytes = "GET https://b/x HTTP/1.0\r\n\r\n";
    HeadCheck check{HeadLimits()};
    QCOMPARE(check.feed(bytes), HeadCheck::Outcome::Complete);
    RequestHead head;
    QCOMPARE(parseHead(bytes, check.framing(), HeadLimits(), head), std::string_view());
    QCOMPARE(head.host, std::string_view("b"));
    QCOMPARE(head.path, std::string_view("/x"));
}

void TestFraming::clearText_firstLine_judgedAtAnySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char* name, const std::string& text, FirstLine verdict) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << static_cast<int>(verdict);
    };
    row("get", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", FirstLine::Request);
    row("bare line feed", "GET / HTTP/1.1\n", FirstLine::Request);
    row("version 1.0", "POST /api/auth/login HTTP/1.0\r\n", FirstLine::Request);
    row("version 0.9", "GET /\r\n", FirstLine::Request);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n", FirstLine::Request);
    row("other method", "PROPFIND /x HTTP/1.1\r\n", FirstLine::Request);
    row("connect", "CONNECT a:443 HTTP/1.1\r\n", FirstLine::Request);
    row("absolute", "OPTIONS http://a/ HTTP/1.1\r\n", FirstLine::Request);
    row("head", "HEAD / HTTP/1.1\r\n", FirstLine::HeadRequest);
    row("empty line before", "\r\nGET / HTTP/1.1\r\n", FirstLine::Request);
    row("long line", "GET /" + std::string(300, 'a'), FirstLine::Request);
    row("half a line", "GET / HTTP/1.1", FirstLine::NeedMore);
    row("ssh", "SSH-2.0-OpenSSH_9.2\r\n", FirstLine::NoRequest);
    row("mail", "EHLO mail.example\r\n", FirstLine::NoRequest);
    row("no target", "GET\r\n", FirstLine::NoRequest);
    row("binary", std::string("G\0T / HTTP/1.1\r\n", 17), FirstLine::NoRequest);
    row("long word", std::string(300, 'a'), FirstLine::NoRequest);
    row("empty lines without end", std::string(300, '\n'), FirstLine::NoRequest);
}

void TestFraming::clearText_firstLine_judgedAtAnySplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, verdict);
    const std::string text = bytes.toStdString();
    FirstLine judged = FirstLine::NeedMore;
    for (std::size_t size = 1; size <= text.size() && judged == FirstLine::NeedMore; ++size)
        judged = readFirstLine(std::string_view(text).substr(0, size), 200);
    QCOMPARE(static_cast<int>(judged), verdict);
    QCOMPARE(static_cast<int>(readFirstLine(text, 200)), verdict);
}

void TestFraming::clearText_firstBytes_ofTlsAreNoRequest()
{
    for (int byte = 0; byte < 256; ++byte) {
        const bool ofTls = (byte >= 20 && byte <= 24) || byte >= 0x80; // RFC 9846 §5.1; the old form of a first message
        if (ofTls)
            QVERIFY(!mayBeginRequest(static_cast<char>(byte)));
    }
    for (const char first : {'G', 'P', 'H', 'D', 'O', 'g', 'z'})
        QVERIFY(mayBeginRequest(first));
}

void TestFraming::chunks_valid_decodedAtAnySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const char* text, const char* body) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(body);
    };
    row("one", "5\r\nhello\r\n0\r\n\r\n", "hello");
    row("two", "5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n", "hello!");
    row("none", "0\r\n\r\n", "");
    row("hexadecimal", "A\r\n0123456789\r\n0\r\n\r\n", "0123456789");
    row("leading zeros", "005\r\nhello\r\n000\r\n\r\n", "hello");
    row("extension", "5;name=\"va;lue\"\r\nhello\r\n0;last\r\n\r\n", "hello");
    row("extension alone", "5;a\r\nhello\r\n0\r\n\r\n", "hello");
    row("extension with a token", "5;a=b;c;d=\"\"\r\nhello\r\n0\r\n\r\n", "hello");
    row("extension with an escape", "5;a=\"b\\\"c\\\\\"\r\nhello\r\n0\r\n\r\n", "hello");
    row("extension with white space", "5 ; a\t= \"b\" ;c\r\nhello\r\n0 ;last\r\n\r\n", "hello");
    row("trailers dropped", "5\r\nhello\r\n0\r\nContent-Length: 99\r\nX-A: b\r\n\r\n", "hello");
    row("line ends inside data", "4\r\n\r\n\r\n\r\n0\r\n\r\n", "\r\n\r\n");
}

void TestFraming::chunks_valid_decodedAtAnySplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, body);
    const std::string text = bytes.toStdString() + "GET /next";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        const Decoded result = decode(text, piece);
        QCOMPARE(result.outcome, ChunkDecoder::Outcome::Complete);
        QCOMPARE(result.body, body.toStdString());
        QCOMPARE(result.used, static_cast<std::size_t>(bytes.size()));
    }
}

void TestFraming::asvs_1_4_2_chunks_malformed_refusedAtAnySplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    for (const AmbiguousRequest& request : ambiguousRequests()) {
        if (request.inBody)
            QTest::newRow(request.name) << QByteArray::fromStdString(request.bytes.substr(request.bytes.find("\r\n\r\n") + 4))
                                        << request.status;
    }
    QTest::newRow("too long") << QByteArray("3e9\r\n") << 413;
    QTest::newRow("too long in sum") << QByteArray("3\r\nabc\r\n3e6\r\n") << 413;
}

void TestFraming::asvs_1_4_2_chunks_malformed_refusedAtAnySplit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const std::string text = bytes.toStdString();
    for (std::size_t piece = 1; piece <= std::min<std::size_t>(text.size(), 300); ++piece) {
        const Decoded result = decode(text, piece);
        QCOMPARE(result.outcome, ChunkDecoder::Outcome::Refused);
        QCOMPARE(result.status, status);
    }
}

void TestFraming::response_headerWithLineBreak_dropped()
{
    Response response(200);
    QVERIFY(response.addHeader("X-A", "b"));
    QVERIFY(!response.addHeader("X-B", "c\r\nSet-Cookie: x"));
    QVERIFY(!response.addHeader("X B", "c"));
    QVERIFY(!response.addHeader("", "c"));
    QVERIFY(!response.addHeader("X-C", std::string_view("a\0b", 3)));
    QCOMPARE(response.headerBlock(), std::string("X-A: b\r\n"));
    QCOMPARE(response.header("x-a").value_or(""), std::string_view("b"));
    QVERIFY(!response.header("X-B"));
}

void TestFraming::wheel_deadlines_fireOnceAndNotEarly()
{
    using std::chrono::milliseconds;
    const TimerWheel::Time start{};
    TimerWheel wheel(start, milliseconds(10));
    Alarm alarm;
    wheel.setDeadline(alarm, start + milliseconds(25));
    wheel.advance(start + milliseconds(24));
    QCOMPARE(alarm.fired, 0);
    wheel.advance(start + milliseconds(30));
    QCOMPARE(alarm.fired, 1);
    wheel.advance(start + milliseconds(9000));
    QCOMPARE(alarm.fired, 1);
    wheel.setDeadline(alarm, start + milliseconds(9100));
    wheel.clearDeadline(alarm);
    wheel.advance(start + milliseconds(20000));
    QCOMPARE(alarm.fired, 1);
}

void TestFraming::wheel_movedLater_firesLater()
{
    using std::chrono::milliseconds;
    const TimerWheel::Time start{};
    TimerWheel wheel(start, milliseconds(10));
    Alarm alarm;
    wheel.setDeadline(alarm, start + milliseconds(50));
    wheel.setDeadline(alarm, start + milliseconds(500));
    wheel.advance(start + milliseconds(490));
    QCOMPARE(alarm.fired, 0);
    wheel.setDeadline(alarm, start + milliseconds(495)); // sooner again
    wheel.advance(start + milliseconds(500));
    QCOMPARE(alarm.fired, 1);
}

/// Every byte at every place of values of every length up to two words and a rest, beside bytes that could mislead.
void TestFraming::valueChars_eightAtATime_agreeWithTheTable()
{
    for (const char filler : {'a', ' ', '\t', '\x7e', '\x80', '\xff'}) {
        for (std::size_t length = 0; length <= 19; ++length) {
            const std::string plain(length, filler);
            QVERIFY(areValueChars(plain));
            for (std::size_t at = 0; at < length; ++at) {
                for (int byte = 0; byte < 256; ++byte) {
                    std::string value = plain;
                    value[at] = static_cast<char>(byte);
                    QCOMPARE(areValueChars(value), isValueChar(value[at]));
                }
            }
        }
    }
}

void TestFraming::wheel_farDeadline_survivesTurns()
{
    using std::chrono::milliseconds;
    const TimerWheel::Time start{};
    TimerWheel wheel(start, milliseconds(10));
    Alarm alarm;
    wheel.setDeadline(alarm, start + std::chrono::seconds(60));
    wheel.advance(start + milliseconds(59990));
    QCOMPARE(alarm.fired, 0);
    wheel.advance(start + milliseconds(60000));
    QCOMPARE(alarm.fired, 1);
}

SALLYPORT_TEST(TestFraming)

} // namespace tst_framing
#include "tst_framing.moc"
