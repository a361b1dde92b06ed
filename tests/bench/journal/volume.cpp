/// Measures searching in a full journal: `bench_journal_volume FOLDER [EVENTS]` makes (or reuses) an encrypted store of so many
/// events, 10,000,000 by default, and prints the processor time of a first page, the next one and "how many" for each kind of
/// filter. Exits with 1 if one that an index answers misses what is promised (100 ms, 300 ms).

#include "backend/audit/journal.h"
#include "backend/journal/events.h"
#include "backend/storage/files.h"
#include "backend/storage/store.h"
#include "tests/bench/journal/filled_vault.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

using namespace sallyport;
using namespace std::chrono;

namespace {

constexpr double pageLimit = 100, totalLimit = 300; // milliseconds

struct Filter {
    const char* text;
    bool indexed = true;
};

/// Processor time of this thread, which does all the work: other programs on the machine don't count.
double processorMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The middle one of three, as the first also reads from the disk; what no index answers takes its time and is tried once.
template <typename Work>
double middle(Work work, bool once = false)
{
    std::array<double, 3> times{};
    for (double& time : times) {
        const double start = processorMilliseconds();
        work();
        time = processorMilliseconds() - start;
        if (once)
            return time;
    }
    std::ranges::sort(times);
    return times[1];
}

bool measure(journal::Events& events, const Filter& filter, UtcTime now)
{
    const access::Actor actor = access::Actor::system();
    const auto query = audit::parseFilter(filter.text, now, {});
    if (!query)
        bench::fail(query.error().detail);
    std::string cursor;
    const double first = middle(
        [&] {
            const auto page = events.list(actor, *query, 100, {}, false);
            if (!page)
                bench::fail(page.error().detail);
            cursor = page->nextCursor;
        },
        !filter.indexed);
    const double next = cursor.empty() ? 0 : middle([&] { (void) events.list(actor, *query, 100, cursor, false); });
    audit::EventTotal total;
    const double counted = middle(
        [&] {
            const auto found = events.total(actor, *query);
            if (!found)
                bench::fail(found.error().detail);
            total = *found;
        },
        !filter.indexed);
    const bool missed = filter.indexed && (first > pageLimit || next > pageLimit || counted > totalLimit);
    std::printf("%-52s %8.1f %8.1f %8.1f   %s%lld%s\n", filter.text, first, next, counted, total.about ? "about " : "",
                static_cast<long long>(total.count),
                missed           ? "   MISSED"
                : filter.indexed ? ""
                                 : "   (no index)");
    std::fflush(stdout);
    return !missed;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const std::filesystem::path folder = argv[1];
    const std::int64_t count = argc > 2 ? std::atoll(argv[2]) : 10'000'000;
    bench::fillVault(folder, count);
    storage::StoreOptions options;
    options.file = storage::databaseFile(folder);
    options.backups = storage::backupsDirectory(folder);
    auto store = storage::openStore(options, bench::benchKey());
    if (!store)
        bench::fail(store.error().detail);
    SystemClock clock;
    auto journal = audit::Journal::open(**store, bench::benchKey(), folder / "audit.head");
    if (!journal)
        bench::fail(journal.error().detail);
    const auto events = journal::makeEvents(**store, **journal, clock, {});
    const UtcTime now = bench::timeOf(count);
    std::printf("%-52s %8s %8s %8s   matches\n", "filter", "page ms", "next ms", "total ms");
    bool all = true;
    for (const Filter& filter : {Filter{""},
                                 Filter{"since:1h"},
                                 Filter{"since:30d"},
                                 Filter{"since:2026-02-01 until:2026-02-02"},
                                 Filter{"until:2026-03-01"},
                                 Filter{"kind:auth.login"},
                                 Filter{"kind:auth.*"},
                                 Filter{"kind:setting.changed"},
                                 Filter{"kind:setting.changed since:30d"},
                                 Filter{"kind:user.created"},
                                 Filter{"outcome:refused"},
                                 Filter{"outcome:failure,blocked"},
                                 Filter{"outcome:success"},
                                 Filter{"severity:>=warning"},
                                 Filter{"severity:critical"},
                                 Filter{"severity:>=warning since:7d"},
                                 Filter{"ip:198.51.7.13"},
                                 Filter{"ip:198.51.7.0/24"},
                                 Filter{"ip:198.51.0.0/16"},
                                 Filter{"ip:198.0.0.0/8"},
                                 Filter{"ip:10.0.0.0/8"},
                                 Filter{"user:\"User 77\""},
                                 Filter{"user:user77@clinic.example kind:auth.login_failed"},
                                 Filter{"user:\"User 77\" since:1h"},
                                 Filter{"user:nobody"},
                                 Filter{"request:01JREQ105000000"},
                                 Filter{"outcome:refused kind:auth.* since:1h user:\"User 77\" -path:/healthz"},
                                 Filter{"-kind:auth.*"},
                                 Filter{"-path:/healthz"},
                                 Filter{"path:/api/users since:1h"},
                                 Filter{"path:/api/users"},
                                 Filter{"since:7d no-such-text", false},
                                 Filter{"path:/nowhere", false},
                                 Filter{"no-such-text", false}})
        all = measure(*events, filter, now) && all;
    const double day = middle([&] {
        audit::EventQuery query;
        query.since = now - 24h;
        (void) events->histogram(access::Actor::system(), query, 120);
    });
    const double whole = middle([&] { (void) events->histogram(access::Actor::system(), {}, 120); });
    const double top = middle([&] { (void) events->top(access::Actor::system(), {}, 10); });
    std::printf("%-52s %8.1f\n%-52s %8.1f\n%-52s %8.1f\n", "histogram of the last day", day, "histogram of everything", whole,
                "top lists", top);
    return all ? 0 : 1;
}
