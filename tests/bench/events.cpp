/// Measures the journal on a generated database: `bench_events FOLDER [EVENTS]` makes (or reuses) an encrypted store of
/// so many events, 1,000,000 by default, and prints how long each kind of page, count and chart takes. `bench_events FOLDER
/// EVENTS csv` measures the verification and the CSV export alone.

#include "backend/journal/events.h"
#include "backend/audit/event_kinds.h"
#include "backend/storage/files.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <sys/resource.h>
#include <vector>

using namespace sallyport;
using namespace std::chrono;

namespace {

constexpr auto kinds = std::to_array<std::string_view>(
    {audit::kind::signInSucceeded, audit::kind::tokenRefreshed, audit::kind::tokenRefused, audit::kind::signInFailed,
     audit::kind::permissionDenied, audit::kind::limitReached, audit::kind::settingChanged});

double millisecondsSince(steady_clock::time_point start)
{
    return duration<double, std::milli>(steady_clock::now() - start).count();
}

/// Of all threads.
double processorMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

long peakKilobytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

[[noreturn]] void fail(const Error& error)
{
    std::fprintf(stderr, "bench_events: %s\n", error.detail.c_str());
    std::exit(1);
}

audit::Event sample(std::int64_t i, UtcTime time)
{
    const auto user = static_cast<unsigned>(i * 7919 % 1000);
    audit::Event event;
    event.time = time;
    // Five of seven are everyday ones; changed settings only in the oldest tenth.
    event.kind = kinds[static_cast<std::size_t>(i % 97 < 70 ? i % 2 : i % 6)];
    if (i % 1000 == 1 && i < 100'000)
        event.kind = audit::kind::settingChanged;
    event.severity = audit::findEventKind(event.kind)->severity;
    event.outcome = event.severity == audit::Severity::Info ? audit::Outcome::Success : audit::Outcome::Refused;
    event.actor = {"user", "01J0000000000000000000" + std::to_string(1000 + user), "User " + std::to_string(user),
                   "user" + std::to_string(user) + "@clinic.example"};
    event.address = "198.51." + std::to_string(user % 200) + "." + std::to_string(i % 250);
    event.userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    event.requestId = "01JREQ" + std::to_string(10'000'000 + i);
    event.method = "GET";
    event.path = "/api/users/01J0000000000000000000" + std::to_string(1000 + user);
    event.status = 200;
    return event;
}

void generate(storage::Store& store, audit::Journal& journal, std::int64_t count)
{
    const auto start = steady_clock::now();
    const UtcTime first = sys_days(2026y / 1 / 1);
    for (std::int64_t i = journal.head().sequence; i < count;) {
        const auto written = store.write([&](storage::Transaction& transaction) -> Result<void> {
            for (int n = 0; n < 5000 && i < count; ++n, ++i)
                SALLYPORT_TRY(journal.append(transaction, sample(i, first + seconds(20 * i))));
            return {};
        });
        if (!written)
            fail(written.error());
    }
    std::printf("%-52s %10.0f ms\n", "write what was missing", millisecondsSince(start));
}

void measure(journal::Events& events, const access::Actor& actor, const char* filter, UtcTime now)
{
    auto query = audit::parseFilter(filter, now, {});
    if (!query)
        fail(query.error());
    auto start = steady_clock::now();
    const auto page = events.list(actor, *query, 100, {}, false);
    if (!page)
        fail(page.error());
    const double first = millisecondsSince(start);
    start = steady_clock::now();
    if (!page->nextCursor.empty() && !events.list(actor, *query, 100, page->nextCursor, false))
        std::exit(1);
    const double second = millisecondsSince(start);
    start = steady_clock::now();
    const auto count = events.count(actor, *query);
    const double counted = millisecondsSince(start);
    std::printf("%-52s %8.1f %8.1f %8.1f   %lld\n", filter, first, second, counted, static_cast<long long>(*count));
}

/// The peak memory of the program that draws is the kernel's figure for this process's children; there is only one.
void drawPdf(journal::Events& events, const access::Actor& actor)
{
    std::int64_t bytes = 0;
    const auto start = steady_clock::now();
    audit::ReportRequest request;
    request.format = audit::ReportFormat::Pdf;
    request.language = "en";
    const auto drawn = events.exportTo(actor, request,
                                       [&](std::string_view chunk) {
                                           bytes += static_cast<std::int64_t>(chunk.size());
                                           return true;
                                       },
                                       {});
    if (!drawn)
        fail(drawn.error());
    rusage children{}, own{};
    getrusage(RUSAGE_CHILDREN, &children);
    getrusage(RUSAGE_SELF, &own);
    std::printf("%-52s %8.1f ms   %lld bytes, peak memory %ld KB (this process %ld KB)\n", "PDF of all, chain verified",
                millisecondsSince(start), static_cast<long long>(bytes), children.ru_maxrss, own.ru_maxrss);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const std::filesystem::path folder = argv[1];
    const std::int64_t count = argc > 2 ? std::atoll(argv[2]) : 1'000'000;
    std::filesystem::create_directories(folder);
    const SecretBytes key(Bytes(32, std::byte{0x2a}));
    storage::StoreOptions options;
    options.file = storage::databaseFile(folder);
    options.backups = storage::backupsDirectory(folder);
    options.create = !std::filesystem::exists(options.file);
    auto store = storage::openStore(options, key);
    if (!store)
        fail(store.error());
    SystemClock clock;
    auto journal = audit::Journal::open(**store, key.clone(), folder / "audit.head");
    if (!journal)
        fail(journal.error());
    generate(**store, **journal, count);

    const std::string only = argc > 3 ? argv[3] : ""; // `make`: no more than that; `csv`: the chain and the CSV export
    if (only == "make")
        return 0;
    const auto report = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "../../bin/sallyport-report";
    const auto events =
        journal::makeEvents(**store, **journal, clock, journal::EventsOptions{.vaultName = {}, .reportProgram = report});
    const access::Actor actor = access::Actor::system();
    const UtcTime now = sys_days(2026y / 1 / 1) + seconds(20 * count);
    std::printf("%-52s %8s %8s %8s   matches\n", "filter", "page ms", "next ms", "count ms");
    for (const char* filter : only == "csv" ? std::vector<const char*>()
                                            : std::vector<const char*>{"",
                                                                       "since:1h",
                                                                       "since:30d",
                                                                       "since:2026-02-01 until:2026-02-02",
                                                                       "until:2026-03-01",
                                                                       "kind:auth.login",
                                                                       "kind:auth",
                                                                       "kind:setting.changed",
                                                                       "outcome:refused",
                                                                       "severity:>=warning",
                                                                       "severity:critical",
                                                                       "address:198.51.7.13",
                                                                       "address:198.51.7.0/24",
                                                                       "address:198.51.0.0/16",
                                                                       "user:\"User 77\"",
                                                                       "user:user77@clinic.example kind:auth.login_failed",
                                                                       "user:nobody",
                                                                       "request:01JREQ10500000",
                                                                       "path:/api/users",
                                                                       "path:/nowhere",
                                                                       "firefox",
                                                                       "no-such-text",
                                                                       "since:30d no-such-text",
                                                                       "-kind:auth",
                                                                       "user 77"})
        measure(*events, actor, filter, now);
    auto start = steady_clock::now();
    if (only != "csv") {
        if (!events->histogram(actor, {}, 60))
            return 1;
        std::printf("%-52s %8.1f ms\n", "histogram of everything", millisecondsSince(start));
    }
    start = steady_clock::now();
    double processor = processorMilliseconds();
    const auto verified = events->verify(actor, {});
    std::printf("%-52s %8.1f ms   %s, %.0f ms of processors\n", "verify the chain", millisecondsSince(start),
                verified && verified->intact ? "intact" : "broken", processorMilliseconds() - processor);
    std::int64_t bytes = 0;
    start = steady_clock::now();
    processor = processorMilliseconds();
    const long before = peakKilobytes();
    audit::ReportRequest request;
    request.format = audit::ReportFormat::Csv;
    (void) events->exportTo(actor, request,
                            [&](std::string_view chunk) {
                                bytes += static_cast<std::int64_t>(chunk.size());
                                return true;
                            },
                            {});
    const double took = millisecondsSince(start);
    std::printf("%-52s %8.1f ms   %lld bytes, %.0f rows/s, %.0f ms of processors, peak memory %ld KB before and %ld KB after\n",
                "export all as CSV, chain verified", took, static_cast<long long>(bytes), static_cast<double>(count) / took * 1e3,
                processorMilliseconds() - processor, before, peakKilobytes());
    if (only != "csv")
        drawPdf(*events, actor);
    return 0;
}
