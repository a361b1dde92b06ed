// How long a page of a list of records and its total take: bench_records DIRECTORY [RECORDS]. Makes the store in DIRECTORY if it
// isn't there (RECORDS records, 1,000,000 unless given), asks as somebody who may see all, half, a hundredth, and as many as are
// their own, and prints the median and the worst of 20 in milliseconds: of a first page with its total, and of the next page.
#include "backend/access/decisions.h"
#include "backend/base/time_format.h"
#include "backend/records/record_list.h"
#include "backend/storage/files.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

using namespace sallyport;

namespace {

/// What a policy leaves for the query.
class Part final : public access::Scope {
public:
    using Narrow = std::function<void(storage::SqlText&, const std::string&)>;
    explicit Part(Narrow narrow) : m_narrow(std::move(narrow)) {}
    void narrow(storage::SqlText& text, std::string_view alias) const override
    {
        if (m_narrow)
            m_narrow(text, std::string(alias) + ".");
    }
    bool exact() const noexcept override { return true; }
    bool admits(const access::Resource&) const override { return true; }

private:
    const Narrow m_narrow;
};

Result<void> fill(storage::Store& store, std::int64_t count)
{
    constexpr std::int64_t atOnce = 20'000;
    for (std::int64_t first = 0; first < count; first += atOnce) {
        const std::int64_t end = std::min(first + atOnce, count);
        SALLYPORT_TRY(store.write([&](storage::Transaction& transaction) -> Result<void> {
            for (std::int64_t i = first; i < end; ++i) {
                SALLYPORT_ASSIGN(auto put, transaction.prepare(
                                               "INSERT INTO records (id, owner_id, department, department_key, classification, "
                                               "secrecy, title, title_key, created_at, created_by, changed_at, changed_by, body) "
                                               "VALUES ($1, $2, $3, $3, $4, $5, $6, $6, $7, '', $8, '', $9)"));
                const std::int64_t mixed = i * 7919 % count;
                const char* words[] = {"public", "internal", "confidential", "restricted"};
                char id[32], owner[32];
                std::snprintf(id, sizeof id, "01BENCH%019lld", static_cast<long long>(i));
                std::snprintf(owner, sizeof owner, "01BENCHOWNER%014lld", static_cast<long long>(i % 20'000));
                put.bind(1, id).bind(2, owner).bind(3, i % 100 == 0 ? "rare" : i % 2 == 0 ? "half" : "others");
                put.bind(4, words[i % 4]).bind(5, i % 4).bind(6, "report " + std::to_string(mixed)).bind(7, i).bind(8, mixed);
                put.bind(9, std::string(400, 'b'));
                if (auto done = put.run(); !done)
                    return done;
            }
            return {};
        }));
    }
    return {};
}

void measure(records::RecordList& list, const char* name, const records::RecordQuery& query, const access::Scope& scope)
{
    std::vector<double> firsts, nexts;
    records::RecordPage page;
    for (int i = 0; i < 20; ++i) {
        list.forget();
        auto begin = std::chrono::steady_clock::now();
        page = *list.page(query, scope, 10'000);
        firsts.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        records::RecordQuery after = query;
        after.cursor = page.nextCursor;
        begin = std::chrono::steady_clock::now();
        (void) list.page(after, scope, 10'000);
        nexts.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(firsts);
    std::ranges::sort(nexts);
    std::printf("%-34s total %6lld%s  with its total %7.1f (%.1f)  next page %7.1f (%.1f)\n", name,
                static_cast<long long>(page.total), page.about ? "+" : " ", firsts[10], firsts.back(), nexts[10], nexts.back());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const std::filesystem::path directory = argv[1];
    const std::int64_t count = argc > 2 ? std::atoll(argv[2]) : 1'000'000;
    std::filesystem::create_directories(directory);
    storage::StoreOptions options;
    options.file = storage::databaseFile(directory);
    options.backups = storage::backupsDirectory(directory);
    options.create = !std::filesystem::exists(options.file);
    const auto store = storage::openStore(options, SecretBytes(Bytes(32, std::byte{0x2a})));
    if (!store || (options.create && !fill(**store, count))) {
        std::fprintf(stderr, "cannot make the store\n");
        return 1;
    }
    const SystemClock clock;
    records::RecordList list(**store, clock);
    const Part all(nullptr);
    const auto department = [](const char* word) {
        return Part([word](storage::SqlText& text, const std::string& of) {
            text.add(" AND (").add(of).add("department = ").bind(std::string(word)).add(")");
        });
    };
    const Part half = department("half"), rare = department("rare");
    const Part ownOrRare([](storage::SqlText& text, const std::string& of) {
        text.add(" AND (").add(of).add("department = ").bind(std::string("rare")).add(" OR ").add(of).add("owner_id = ");
        text.bind(std::string("01BENCHOWNER00000000000007")).add(")");
    });
    const Part notRestricted([](storage::SqlText& text, const std::string& of) {
        text.add(" AND (").add(of).add("classification <> ").bind(std::string("restricted")).add(")");
    });
    records::RecordQuery query;
    for (const auto sort : {records::RecordQuery::Sort::Changed, records::RecordQuery::Sort::Title}) {
        query.sort = sort;
        std::printf("by %s\n", sort == records::RecordQuery::Sort::Title ? "title" : "last change");
        measure(list, "all", query, all);
        measure(list, "half", query, half);
        measure(list, "a hundredth", query, rare);
        measure(list, "a hundredth and one's own", query, ownOrRare);
        measure(list, "not restricted", query, notRestricted);
    }
    return 0;
}
