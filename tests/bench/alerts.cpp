// What an event costs that no alert rule wants, and one that one wants: by hand. cmake --build build/release --target
// bench_alerts
#include "backend/alerts/counter.h"
#include "backend/alerts/shipped_rules.h"
#include "backend/audit/event_kinds.h"

#include <chrono>
#include <cstdio>

int main()
{
    using namespace sallyport;
    std::vector<alerts::AlertRule> rules;
    for (const auto& [word, draft] : alerts::shippedRules()) {
        alerts::AlertRule rule;
        rule.id = alerts::AlertRuleId(std::string(word));
        rule.what = draft;
        rules.push_back(std::move(rule));
    }
    const alerts::CompiledRules compiled(rules, TimeZone());
    const auto measure = [](const char* what, int times, const auto& work) {
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < times; ++i)
            work(i);
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
        std::printf("%-36s %8.1f ns\n", what, took.count() / times);
    };
    audit::Event unwanted;
    unwanted.kind = audit::kind::recordChanged;
    int wanted = 0;
    measure("event that no rule wants", 20'000'000, [&](int) { wanted += compiled.wants(unwanted.kind) ? 1 : 0; });
    alerts::Counter counter;
    audit::Event failed;
    failed.kind = audit::kind::signInFailed;
    failed.actor = {"anonymous", {}, "somebody@sallyport.example"};
    measure("failed sign-in, 10,000 addresses", 1'000'000, [&](int i) {
        failed.sequence = i + 1;
        failed.time += std::chrono::milliseconds(1);
        failed.address = "10.0." + std::to_string(i % 10'000 / 250) + '.' + std::to_string(i % 250);
        counter.feed(compiled, failed, [&](const alerts::Match&) { ++wanted; });
    });
    std::printf("%zu groups, %zu stamps, %d matches\n", counter.groups(), counter.stamps(), wanted);
}
