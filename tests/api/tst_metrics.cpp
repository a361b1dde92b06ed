#include "backend/api/metrics/metrics_text.h"
#include "backend/api/metrics/request_counters.h"
#include "backend/protection/lists/address_rules.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <map>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

namespace tst_metrics {

using namespace sallyport;
using namespace sallyport::test;
using protection::TrafficOutcome;
using protection::TrafficStage;

namespace {

/// The samples of a document, and what is wrong with its form as Prometheus reads it.
struct Document {
    std::map<std::string, double> samples;
    std::map<std::string, std::string> types;
    std::string mistake;
};

std::string familyOf(const std::string& name, const std::map<std::string, std::string>& types)
{
    for (const char* suffix : {"_bucket", "_sum", "_count"}) {
        const std::string_view end(suffix);
        if (name.ends_with(end)) {
            const std::string family = name.substr(0, name.size() - end.size());
            if (const auto found = types.find(family); found != types.end() && found->second == "histogram")
                return family;
        }
    }
    return name;
}

Document read(const std::string& text)
{
    Document document;
    std::set<std::string> helped;
    std::istringstream lines(text);
    std::string line, last;
    if (!text.ends_with('\n'))
        document.mistake = "the last line does not end";
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string mark, what, name, rest;
        if (line.starts_with("# ")) {
            words >> mark >> what >> name;
            std::getline(words, rest);
            if (what == "HELP" && (rest.size() < 10 || !helped.insert(name).second))
                document.mistake = line;
            if (what == "TYPE" && (!helped.contains(name) || !document.types.emplace(name, rest.substr(1)).second))
                document.mistake = line;
            last = name;
            continue;
        }
        const std::size_t space = line.rfind(' ');
        const std::string series = line.substr(0, space);
        const std::string family = familyOf(series.substr(0, series.find('{')), document.types);
        std::size_t end = 0;
        const double value = std::stod(line.substr(space + 1), &end);
        const bool isCounter = document.types[family] == "counter";
        if (family != last || value < 0 || end != line.size() - space - 1 || isCounter != family.ends_with("_total") ||
            !document.samples.emplace(series, value).second)
            document.mistake = line;
    }
    return document;
}

} // namespace

class MetricsTest final : public QObject {
    Q_OBJECT

    Reply get(const std::string& token, Headers more = {})
    {
        HttpsClient client(server.port());
        if (!token.empty())
            more.emplace_back("Authorization", "Bearer " + token);
        return client.send("GET", "/metrics", more);
    }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        server.addUser("vi@sallyport.example", "viewer");
        viewer = server.tokenOf("vi@sallyport.example");
        QVERIFY(!admin.empty() && !viewer.empty());
    }

    void document_isWellFormed_andTellsWhatWasAsked()
    {
        const Document before = read(get(admin).body);
        QCOMPARE(before.mistake, std::string());
        HttpsClient client(server.port());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(client.send("GET", "/healthz").status, 200);
        QCOMPARE(client.send("GET", "/api/users").status, 401);
        QCOMPARE(client.send("GET", "/nowhere").status, 404);
        const Reply reply = get(admin);
        QCOMPARE(reply.header("Content-Type"), std::string("text/plain; version=0.0.4; charset=utf-8"));
        Document after = read(reply.body);
        const auto more = [&](const std::string& series) {
            return after.samples[series] - (before.samples.contains(series) ? before.samples.at(series) : 0);
        };
        QCOMPARE(more("sallyport_http_requests_total{class=\"probe\",outcome=\"answered\"}"), 3.0);
        QCOMPARE(more("sallyport_http_requests_total{class=\"api_read\",outcome=\"refused\"}"), 1.0);
        QCOMPARE(more("sallyport_http_requests_total{class=\"none\",outcome=\"refused\"}"), 1.0);
        QCOMPARE(more("sallyport_refusals_total{stage=\"authentication\"}"), 1.0);
        QCOMPARE(more("sallyport_refusals_total{stage=\"route\"}"), 1.0);
        QCOMPARE(more("sallyport_http_request_duration_seconds_count{class=\"probe\"}"), 3.0);
        QCOMPARE(after.samples["sallyport_http_request_duration_seconds_bucket{class=\"probe\",le=\"+Inf\"}"],
                 after.samples["sallyport_http_request_duration_seconds_count{class=\"probe\"}"]);
        QVERIFY(after.samples["sallyport_http_request_duration_seconds_sum{class=\"probe\"}"] > 0);
        QCOMPARE(more("sallyport_stage_requests_total{stage=\"authentication\"}"), 5.0); // and /metrics itself, not the 404
        QVERIFY(after.samples["sallyport_stage_duration_seconds_total{stage=\"authentication\"}"] > 0);
        QVERIFY(after.samples["sallyport_database_size_bytes"] > 4096);
        QVERIFY(after.samples["sallyport_connections"] >= 1);
        QVERIFY(after.samples["sallyport_connections_total{outcome=\"accepted\"}"] >= 2);
        QVERIFY(after.samples.contains("sallyport_journal_lag_seconds"));
        QVERIFY(after.samples.contains("sallyport_pool_waiting_tasks{pool=\"kdf\"}"));
        QVERIFY(after.samples["process_resident_memory_bytes"] > 1e6);
    }

    void bansAndHits_areCounted_byTheirKind()
    {
        const Document before = read(get(admin).body);
        QCOMPARE(before.samples.at("sallyport_address_rules{kind=\"ban\"}"), 0.0);
        protection::ScoreBan ban;
        ban.address = *IpAddress::parse("203.0.113.9");
        ban.score = 90;
        ban.reason = "Scanning";
        QVERIFY(server.services().addressRules.banByScore(ban));
        protection::NewAddressRule block;
        block.address = "198.51.100.0/24";
        QVERIFY(server.services().addressRules.add(TestServer::system(), block));
        HttpsClient client(server.port());
        QCOMPARE(client.send("GET", "/api/users?q=1%27%20OR%20%271%27=%271%27--%20").status, 403);
        const Document after = read(get(admin).body);
        QCOMPARE(after.mistake, std::string());
        QCOMPARE(after.samples.at("sallyport_address_rules{kind=\"ban\"}"), 1.0);
        QCOMPARE(after.samples.at("sallyport_address_rules{kind=\"block\"}"), 1.0);
        QCOMPARE(after.samples.at("sallyport_address_rules{kind=\"allow\"}"), 0.0);
        QCOMPARE(after.samples.at("sallyport_bans_total"), 1.0);
        QCOMPARE(after.samples.at("sallyport_detection_hits_total{class=\"sql\",outcome=\"blocked\"}"), 1.0);
        QCOMPARE(after.samples.at("sallyport_detection_hits_total{class=\"sql\",outcome=\"observed\"}"), 0.0);
        QVERIFY(after.samples.at("sallyport_kdf_threads") >= 1);
        QCOMPARE(after.samples.at("sallyport_kdf_running_tasks"), 0.0);
        QCOMPARE(after.samples.at("sallyport_kdf_refused_tasks_total"), 0.0);
        QVERIFY(after.samples.at("sallyport_rate_limit_callers") >= 1);
    }

    /// Whatever clients send, there are no more series for it.
    void cardinality_isBounded()
    {
        const std::size_t before = read(get(admin).body).samples.size();
        HttpsClient client(server.port());
        for (int i = 0; i < 40; ++i)
            client.send("GET", "/made-up/" + std::to_string(i), {{"User-Agent", "agent " + std::to_string(i)}});
        const Document after = read(get(admin).body);
        QVERIFY(after.samples.size() <= before + newClass);
        QVERIFY(after.samples.size() < 400);
        for (const auto& [series, value] : after.samples)
            QVERIFY2(series.find("made-up") == series.npos && series.find("agent") == series.npos, series.c_str());
    }

    void asvs_13_4_5_permission_isNeeded_unlessTheMachineItselfIsLetIn()
    {
        QCOMPARE(get({}).status, 401);
        QCOMPARE(get(viewer).text("/required"), std::string("metrics:read"));
        server.set("metrics.loopback", "true");
        QCOMPARE(get({}).status, 200);
        QCOMPARE(get("wrong").status, 401); // who shows something must show what holds
        QCOMPARE(get(viewer).status, 403);
        for (const char* field : {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
            QCOMPARE(get({}, {{field, "for=198.51.100.7"}}).status, 401); // a proxy asks for somebody else
        HttpsClient client(server.port());
        QCOMPARE(client.send("GET", "/api/users").status, 401); // nothing else is open
        server.set("metrics.loopback", "false");
        QCOMPARE(get({}).status, 401);
    }

    void promtool_hasNoComplaint()
    {
        const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            QSKIP("promtool (Debian's prometheus) is not installed");
        QProcess check;
        check.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
        QVERIFY(check.waitForStarted());
        check.write(QByteArray::fromStdString(get(admin).body));
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.readAllStandardError() + check.readAllStandardOutput(), QByteArray());
        QCOMPARE(check.exitCode(), 0);
    }

    void text_isEscaped()
    {
        api::MetricsText text;
        text.gauge("a", "What it is.").sample({{"b", "c\"d\\e\nf"}}, 7).seconds({}, 1'000'000'042);
        QCOMPARE(text.text(), std::string("# HELP a What it is.\n# TYPE a gauge\na{b=\"c\\\"d\\\\e\\nf\"} 7\na 1.000000042\n"));
    }

    void counters_ofManyThreads_addUp_andOutliveThem()
    {
        api::RequestCounters counters;
        constexpr std::size_t threads = 4, each = 5'000;
        api::Trace trace;
        trace.took[1] = std::chrono::microseconds(3);
        std::vector<std::thread> running;
        for (std::size_t i = 0; i < threads; ++i)
            running.emplace_back([&] {
                for (std::size_t n = 0; n < each; ++n)
                    counters.answered(1, TrafficOutcome::Refused, TrafficStage::Schema, std::chrono::microseconds(250), trace);
            });
        for (std::thread& thread : running)
            thread.join();
        counters.answered(999, TrafficOutcome::Answered, TrafficStage::Other, std::chrono::hours(1), {});
        const auto totals = counters.totals();
        QCOMPARE(totals.requests[1][static_cast<std::size_t>(TrafficOutcome::Refused)], threads * each);
        QCOMPARE(totals.refusals[static_cast<std::size_t>(TrafficStage::Schema)], threads * each);
        QCOMPARE(totals.took[1][1], threads * each); // up to 250 microseconds, which it took
        QCOMPARE(totals.nanoseconds[1], threads * each * 250'000);
        QCOMPARE(totals.stages[1].count, threads * each);
        QCOMPARE(totals.stages[1].nanoseconds, threads * each * 3'000);
        QCOMPARE(totals.stages[0].count, std::uint64_t{0});
        QCOMPARE(totals.requests[api::RequestCounters::unrouted][0], std::uint64_t{1});
        QCOMPARE(totals.took[api::RequestCounters::unrouted].back(), std::uint64_t{1});
        api::RequestCounters others; // the same threads count there anew
        others.malformed(TrafficOutcome::Refused);
        QCOMPARE(others.totals().refusals[static_cast<std::size_t>(TrafficStage::Parser)], std::uint64_t{1});
        QCOMPARE(others.totals().requests[1][1], std::uint64_t{0});
    }

private:
    static constexpr std::size_t newClass = 32; ///< a class that nobody had asked for before
    TestServer server;
    std::string admin, viewer;
};

SALLYPORT_GUILESS_TEST(MetricsTest)

} // namespace tst_metrics
#include "tst_metrics.moc"
