#include "backend/api/metrics/metrics.h"

#include "backend/base/descriptor.h"
#include "backend/http/server.h"
#include "backend/protection/inspection/detection_rules.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/protection/threats/threat_scores.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <optional>

#include <sys/resource.h>
#include <unistd.h>

namespace sallyport::api {

namespace {

using protection::TrafficStage;

constexpr auto outcomeWords = std::to_array<std::string_view>({"answered", "refused", "blocked", "failed"});
static_assert(outcomeWords.size() == protection::trafficOutcomes);

void writeRequests(MetricsText& to, const RequestCounters::Totals& totals)
{
    to.counter("sallyport_http_requests_total", "Requests by the rate class of their route and by how they ended.");
    for (std::size_t row = 0; row < RequestCounters::classes; ++row)
        for (std::size_t outcome = 0; outcome < outcomeWords.size(); ++outcome)
            if (totals.requests[row][outcome] > 0)
                to.sample({{"class", RequestCounters::classWord(row)}, {"outcome", outcomeWords[outcome]}},
                          totals.requests[row][outcome]);
}

void writeDurations(MetricsText& to, const RequestCounters::Totals& totals)
{
    to.histogram("sallyport_http_request_duration_seconds", "Time from a request's last byte to its answer, by rate class.");
    for (std::size_t row = 0; row < RequestCounters::classes; ++row) {
        const std::string_view word = RequestCounters::classWord(row);
        std::uint64_t count = 0;
        for (const std::uint64_t some : totals.took[row])
            count += some;
        if (count == 0)
            continue;
        std::uint64_t within = 0;
        for (std::size_t i = 0; i < RequestCounters::bounds.size(); ++i) {
            constexpr double million = 1e6;
            std::array<char, 24> bound{};
            std::snprintf(bound.data(), bound.size(), "%g", RequestCounters::bounds[i] / million);
            within += totals.took[row][i];
            to.part("_bucket", {{"class", word}, {"le", bound.data()}}, within);
        }
        to.part("_bucket", {{"class", word}, {"le", "+Inf"}}, count);
        to.seconds({{"class", word}}, totals.nanoseconds[row], "_sum");
        to.part("_count", {{"class", word}}, count);
    }
}

void writeStages(MetricsText& to, const RequestCounters::Totals& totals, std::span<const std::string_view> stages)
{
    to.counter("sallyport_stage_duration_seconds_total", "Time that requests have spent in each stage of the pipeline.");
    for (std::size_t i = 0; i < stages.size(); ++i)
        to.seconds({{"stage", stages[i]}}, totals.stages[i].nanoseconds);
    to.counter("sallyport_stage_requests_total", "Requests that have come to each stage of the pipeline.");
    for (std::size_t i = 0; i < stages.size(); ++i)
        to.sample({{"stage", stages[i]}}, totals.stages[i].count);
    to.counter("sallyport_refusals_total", "Requests that were refused or blocked, by who refused them.");
    for (std::size_t stage = 0; stage < totals.refusals.size(); ++stage)
        to.sample({{"stage", trafficStageWord(static_cast<TrafficStage>(stage))}}, totals.refusals[stage]);
}

void writeQueues(MetricsText& to, const ApiContext& api)
{
    to.gauge("sallyport_pool_waiting_tasks",
             "Work that waits for a thread; kdf hashes passwords and answers 503 when it is full.");
    for (const auto& [word, pool] : {std::pair<std::string_view, const ThreadPool&>("kdf", api.kdf),
                                     {"outbound", api.outbound},
                                     {"report", api.report},
                                     {"work", api.work}})
        to.sample({{"pool", word}}, pool.queued());
    const ThreadPool::Load kdf = api.kdf.load();
    to.gauge("sallyport_kdf_threads", "Threads that hash passwords.").sample({}, kdf.threads);
    to.gauge("sallyport_kdf_running_tasks", "Passwords that are being hashed.").sample({}, kdf.running);
    to.counter("sallyport_kdf_refused_tasks_total", "Requests that were answered 503 since too many waited for a hash.");
    to.sample({}, kdf.refused);
    if (!api.load)
        return;
    const storage::StoreLoad load = api.load();
    to.gauge("sallyport_journal_waiting_jobs", "Changes and events that nobody has begun to write.");
    to.sample({}, load.waiting);
    to.gauge("sallyport_journal_lag_seconds", "Since when the oldest change or event waits to be on disk.");
    to.seconds({}, static_cast<std::uint64_t>(std::chrono::nanoseconds(load.lag).count()));
    to.gauge("sallyport_database_size_bytes", "Size of the database on disk.");
    to.sample({}, static_cast<std::uint64_t>(load.bytes));
}

/// By how they came to be, as they are in force.
void writeBans(MetricsText& to, const ApiContext& api)
{
    using protection::AddressAction;
    protection::AddressRules& rules = api.services.addressRules;
    const auto count = [&](AddressAction action, bool byScore) -> std::optional<std::uint64_t> {
        protection::AddressRuleQuery query;
        query.action = action;
        query.byScore = byScore;
        query.limit = 1;
        const auto page = rules.list(access::Actor::system(), query);
        return page ? std::optional(static_cast<std::uint64_t>(page->total)) : std::nullopt;
    };
    const auto banned = count(AddressAction::Block, true), blocked = count(AddressAction::Block, false),
               allowed = count(AddressAction::Allow, false);
    if (banned && blocked && allowed) {
        to.gauge("sallyport_address_rules",
                 "Rules of the lists that are in force: bans by score, block and allow rules by hand.");
        to.sample({{"kind", "ban"}}, *banned).sample({{"kind", "block"}}, *blocked).sample({{"kind", "allow"}}, *allowed);
    }
    to.counter("sallyport_bans_total", "Bans by score that were made.").sample({}, rules.bansMade());
    to.gauge("sallyport_threat_addresses", "Addresses with a threat score.").sample({}, api.scores.size());
    to.gauge("sallyport_rate_limit_callers", "Callers that are counted against rate limits.").sample({}, api.limiter.size());
}

void writeDetection(MetricsText& to, const ApiContext& api)
{
    namespace detection = protection::detection;
    const protection::DetectionRules::Totals totals = api.services.detectionRules.totals();
    to.counter("sallyport_detection_hits_total", "Requests that look like an attack, by class and by what was done.");
    for (std::size_t at = 0; at < detection::classCount; ++at) {
        const std::string_view word = detection::classWord(static_cast<detection::AttackClass>(at));
        to.sample({{"class", word}, {"outcome", "blocked"}}, totals.blocked[at]);
        to.sample({{"class", word}, {"outcome", "observed"}}, totals.observed[at]);
    }
}

void writeConnections(MetricsText& to, const ApiContext& api)
{
    if (!api.transport)
        return;
    const http::ServerStats stats = api.transport();
    to.gauge("sallyport_connections", "Connections that are open.").sample({}, stats.openConnections);
    to.counter("sallyport_connections_total", "Connections by what became of them.");
    to.sample({{"outcome", "accepted"}}, stats.acceptedConnections);
    to.sample({{"outcome", "refused"}}, stats.refusedConnections);
    to.counter("sallyport_tls_handshakes_total", "TLS handshakes that failed or continued an earlier session.");
    to.sample({{"outcome", "failed"}}, stats.failedHandshakes).sample({{"outcome", "resumed"}}, stats.resumedHandshakes);
    to.counter("sallyport_http_received_bytes_total", "Bytes of HTTP that came in, without TLS.").sample({}, stats.bytesIn);
    to.counter("sallyport_http_sent_bytes_total", "Bytes of HTTP that went out, without TLS.").sample({}, stats.bytesOut);
}

/// As all who are asked by Prometheus tell it of themselves.
void writeProcess(MetricsText& to)
{
    rusage used{};
    if (getrusage(RUSAGE_SELF, &used) == 0) {
        const auto nanoseconds = [](const timeval& time) {
            return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 + static_cast<std::uint64_t>(time.tv_usec) * 1'000;
        };
        to.counter("process_cpu_seconds_total", "Processor time of the program.");
        to.seconds({}, nanoseconds(used.ru_utime) + nanoseconds(used.ru_stime));
    }
    // Two numbers first: pages of the whole and those in memory.
    std::array<char, 128> pages{};
    const Descriptor statm = openFile("/proc/self/statm");
    const ssize_t length = statm.valid() ? ::read(statm.get(), pages.data(), pages.size()) : 0;
    const std::string_view text(pages.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    const std::size_t second = text.find(' ') + 1;
    std::uint64_t resident = 0;
    if (second > 0 && std::from_chars(text.data() + second, text.data() + text.size(), resident).ec == std::errc()) {
        to.gauge("process_resident_memory_bytes", "Memory of the program.");
        to.sample({}, resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE)));
    }
    std::error_code failed;
    std::uint64_t files = 0;
    for (auto entry = std::filesystem::directory_iterator("/proc/self/fd", failed);
         !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed))
        ++files;
    if (!failed)
        to.gauge("process_open_fds", "Open files and connections of the program.").sample({}, files);
}

} // namespace

std::string metricsDocument(const ApiContext& api, const RequestCounters& counters, std::span<const std::string_view> stages)
{
    const RequestCounters::Totals totals = counters.totals();
    MetricsText to;
    to.gauge("sallyport_build_info", "The version, as a label.").sample({{"version", SALLYPORT_VERSION}}, 1);
    writeRequests(to, totals);
    writeDurations(to, totals);
    writeStages(to, totals, stages);
    writeQueues(to, api);
    writeBans(to, api);
    writeDetection(to, api);
    writeConnections(to, api);
    for (const auto& more : api.moreMetrics)
        more(to);
    writeProcess(to);
    return to.text();
}

} // namespace sallyport::api
