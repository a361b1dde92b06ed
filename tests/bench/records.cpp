// How long a page of a list of records and its total take: bench_records DIRECTORY [RECORDS]. Makes the store in DIRECTORY if it
// isn't there (RECORDS records, 1,000,000 unless given), asks as somebody who may see all, half, a hundredth, and as many as are
// their own, and as 1,000 policies let them, and prints the median and the worst of 20 in milliseconds: of a first page with its
// total, and of the next page; and the median of the processor's time, which doesn't depend on what else the machine does.
#include "backend/access/decisions.h"
#include "backend/access/policies/residual.h"
#include "backend/authorization/row_filter.h"
#include "backend/base/time_format.h"
#include "backend/records/record_list.h"
#include "backend/storage/files.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <time.h>

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

/// What 1,000 policies that name the action leave of themselves for the query, put together anew for each list: nine of ten are
/// for people of other departments, the rest deny departments or allow one and what is one's own.
class ThousandPolicies final : public access::Scope {
public:
    static std::shared_ptr<const access::policies::PolicySet> set()
    {
        std::vector<access::Policy> policies;
        for (int number = 0; number < 1'000; ++number) {
            const std::string ward = "'Ward " + std::to_string(number) + "'";
            access::Policy policy;
            policy.id = access::PolicyId("01BENCHPOLICY" + std::to_string(10'000 + number));
            policy.name = "Rule " + std::to_string(number);
            policy.effect = number % 10 == 9 ? access::PolicyEffect::Deny : access::PolicyEffect::Allow;
            policy.actions = {access::Permission::RecordsRead};
            policy.resources = {access::ResourceKind::Record};
            policy.state = access::PolicyState::Enforce;
            policy.condition = number % 10 == 9 ? "resource.department == " + ward
                               : number == 0    ? "resource.department == 'rare' || resource.owner_id == subject.id"
                                                : "subject.department == " + ward + " && resource.classification != 'restricted'";
            policies.push_back(std::move(policy));
        }
        return access::policies::PolicySet::make(std::move(policies));
    }
    explicit ThousandPolicies(const access::policies::PolicySet& policies)
    {
        access::Actor actor;
        actor.kind = access::Actor::Kind::User;
        actor.id = UserId("01BENCHOWNER00000000000007");
        actor.department = "Cardiology";
        const auto* const bucket = policies.bucket(access::Permission::RecordsRead, access::ResourceKind::Record);
        access::policies::Facts facts(bucket->uses);
        facts.setSubject(actor);
        facts.setAction(access::Permission::RecordsRead);
        facts.setResourceKind(access::ResourceKind::Record);
        facts.setContext(actor, UtcTime());
        access::cel::Evaluator evaluator;
        m_filter = access::policies::listFilter(bucket, facts, evaluator);
    }
    void narrow(storage::SqlText& text, std::string_view alias) const override
    {
        text.add(" AND ");
        authorization::addFilter(text, m_filter.rows, alias);
    }
    bool exact() const noexcept override { return m_filter.exact; }
    bool admits(const access::Resource&) const override { return true; }

private:
    access::policies::ListFilter m_filter;
};

double processorMilliseconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

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

/// Of 20, sorted.
struct Times {
    std::vector<double> wall, processor;

    template <typename Work>
    void take(Work&& work)
    {
        const double used = processorMilliseconds();
        const auto begin = std::chrono::steady_clock::now();
        work();
        wall.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        processor.push_back(processorMilliseconds() - used);
    }
    void print(const char* what)
    {
        std::ranges::sort(wall);
        std::ranges::sort(processor);
        std::printf("  %s %7.1f (%.1f), processor %.1f", what, wall[10], wall.back(), processor[10]);
    }
};

void measure(records::RecordList& list, const char* name, const records::RecordQuery& query,
             const std::function<std::unique_ptr<const access::Scope>()>& scope)
{
    Times firsts, nexts;
    records::RecordPage page;
    for (int i = 0; i < 20; ++i) {
        list.forget();
        firsts.take([&] { page = *list.page(query, *scope(), 10'000); });
        records::RecordQuery after = query;
        after.cursor = page.nextCursor;
        nexts.take([&] { (void) list.page(after, *scope(), 10'000); });
    }
    std::printf("%-26s total %6lld%s", name, static_cast<long long>(page.total), page.about ? "+" : " ");
    firsts.print("with its total");
    nexts.print("next page");
    std::printf("\n");
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
    const auto part = [](Part::Narrow narrow) {
        return [narrow = std::move(narrow)]() -> std::unique_ptr<const access::Scope> { return std::make_unique<Part>(narrow); };
    };
    const auto department = [&](const char* word) {
        return part([word](storage::SqlText& text, const std::string& of) {
            text.add(" AND (").add(of).add("department = ").bind(std::string(word)).add(")");
        });
    };
    const auto all = part(nullptr);
    const auto half = department("half"), rare = department("rare");
    const auto ownOrRare = part([](storage::SqlText& text, const std::string& of) {
        text.add(" AND (").add(of).add("department = ").bind(std::string("rare")).add(" OR ").add(of).add("owner_id = ");
        text.bind(std::string("01BENCHOWNER00000000000007")).add(")");
    });
    const auto notRestricted = part([](storage::SqlText& text, const std::string& of) {
        text.add(" AND (").add(of).add("classification <> ").bind(std::string("restricted")).add(")");
    });
    const auto policies = ThousandPolicies::set();
    const auto thousand = [&]() -> std::unique_ptr<const access::Scope> { return std::make_unique<ThousandPolicies>(*policies); };
    records::RecordQuery query;
    for (const auto sort : {records::RecordQuery::Sort::Changed, records::RecordQuery::Sort::Title}) {
        query.sort = sort;
        std::printf("by %s\n", sort == records::RecordQuery::Sort::Title ? "title" : "last change");
        measure(list, "all", query, all);
        measure(list, "half", query, half);
        measure(list, "a hundredth", query, rare);
        measure(list, "a hundredth and one's own", query, ownOrRare);
        measure(list, "not restricted", query, notRestricted);
        measure(list, "by 1,000 policies", query, thousand);
    }
    return 0;
}
