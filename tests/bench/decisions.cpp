// How many decisions a second one core makes: bench_decisions RULES.json [SECONDS]. RULES.json is what
// tests/bench/decisions/rules.mjs writes. Prints lines "what per_second allowed", where `allowed` is how many of the 1,000
// requests are; processor time of this thread counts, so that neighbours do as little as they can.
#include "backend/access/policies/explain.h"

#include <boost/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

using namespace sallyport;
using namespace sallyport::access;

namespace json = boost::json;

namespace {

double processorSeconds()
{
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
}

std::string textOf(const json::value& value)
{
    return std::string(value.as_string());
}

std::string conditionOf(const json::array& parts)
{
    std::string text;
    for (const json::value& part : parts) {
        if (!text.empty())
            text += " && ";
        const std::string ask = textOf(part.at("ask"));
        if (ask == "department") {
            text += "subject.department == resource.department";
        } else if (ask == "owner") {
            text += "resource.owner_id == subject.id";
        } else if (ask == "class") {
            text += "resource.classification in " + json::serialize(part.at("of"));
        } else {
            text += "context.time.getHours() >= " + std::to_string(part.at("from").as_int64()) +
                    " && context.time.getHours() < " + std::to_string(part.at("to").as_int64());
        }
    }
    return text;
}

struct Asked {
    Actor actor;
    Permission action;
    Resource resource;
    UtcTime now;
};

Permission permissionOf(const std::string& word)
{
    const auto found = findPermission(word);
    if (!found) {
        std::fprintf(stderr, "no permission is called %s\n", word.c_str());
        std::exit(1);
    }
    return *found;
}

std::shared_ptr<const policies::PolicySet> readPolicies(const json::array& rules)
{
    std::vector<Policy> all;
    for (const json::value& rule : rules) {
        Policy policy;
        policy.id = PolicyId("01RULE00000000000000000" + textOf(rule.at("name")).substr(5));
        policy.name = textOf(rule.at("name"));
        policy.effect = findEffect(textOf(rule.at("effect"))).value();
        policy.actions = {permissionOf(textOf(rule.at("action")))};
        policy.resources = {findResourceKind(textOf(rule.at("kind"))).value()};
        policy.condition = conditionOf(rule.at("parts").as_array());
        policy.state = PolicyState::Enforce;
        all.push_back(std::move(policy));
    }
    auto set = policies::PolicySet::make(std::move(all));
    for (const auto& entry : set->all()) {
        if (!entry->program) {
            std::fprintf(stderr, "cannot read: %s\n", entry->policy.condition.c_str());
            std::exit(1);
        }
    }
    return set;
}

std::vector<Asked> readRequests(const json::array& requests)
{
    std::vector<Asked> all;
    for (const json::value& request : requests) {
        Asked asked{{}, permissionOf(textOf(request.at("action"))), {}, {}};
        asked.actor.kind = Actor::Kind::User;
        asked.actor.id = UserId(textOf(request.at("user")));
        asked.actor.department = textOf(request.at("department"));
        asked.actor.roles = {textOf(request.at("role"))};
        const json::value& resource = request.at("resource");
        asked.resource.kind = findResourceKind(textOf(request.at("kind"))).value();
        asked.resource.id = textOf(resource.at("id"));
        asked.resource.ownerId = textOf(resource.at("owner_id"));
        asked.resource.department = textOf(resource.at("department"));
        asked.resource.classification = textOf(resource.at("classification"));
        asked.now = UtcTime(std::chrono::days(20785) + std::chrono::hours(request.at("hour").as_int64()));
        all.push_back(std::move(asked));
    }
    return all;
}

/// Asks all again and again for `seconds` of processor time.
void measure(const char* what, double seconds, std::size_t count, const std::function<std::size_t()>& round)
{
    const std::size_t allowed = round();
    std::uint64_t rounds = 0;
    const double begin = processorSeconds();
    double end = begin;
    while (end - begin < seconds) {
        for (int i = 0; i < 10; ++i)
            if (round() != allowed)
                std::exit(2);
        rounds += 10;
        end = processorSeconds();
    }
    std::printf("%s %.0f %zu\n", what, static_cast<double>(rounds * count) / (end - begin), allowed);
    std::fflush(stdout);
}

} // namespace

int main(int count, char** words)
{
    std::ifstream file(count > 1 ? words[1] : "");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    if (text.empty()) {
        std::fprintf(stderr, "usage: bench_decisions RULES.json [SECONDS]\n");
        return 1;
    }
    const double seconds = count > 2 ? std::atof(words[2]) : 2;
    const json::value told = json::parse(text);
    const auto set = readPolicies(told.at("policies").as_array());
    const std::vector<Asked> requests = readRequests(told.at("requests").as_array());

    std::vector<std::pair<Actor, Permission>> roleRequests;
    for (const json::value& request : told.at("roleRequests").as_array()) {
        Actor actor;
        for (const json::value& noun : told.at("nouns").as_array())
            for (const json::value& verb : told.at("grants").at(request.at("role").as_string()).as_array())
                actor.permissions.add(permissionOf(textOf(noun) + ":" + textOf(verb)));
        roleRequests.emplace_back(std::move(actor), permissionOf(textOf(request.at("noun")) + ":" + textOf(request.at("verb"))));
    }
    measure("rbac", seconds, roleRequests.size(), [&] {
        std::size_t allowed = 0;
        for (const auto& [actor, permission] : roleRequests)
            allowed += actor.permissions.has(permission) ? 1 : 0;
        return allowed;
    });
    measure("rbac_refusal", seconds, roleRequests.size(), [&] {
        std::size_t allowed = 0;
        for (const auto& [actor, permission] : roleRequests)
            allowed += require(actor, permission).has_value() ? 1 : 0;
        return allowed;
    });
    policies::Judge judge;
    const auto decide = [&](const Asked& asked) {
        const auto* const bucket = set->bucket(asked.action, asked.resource.kind);
        policies::Facts facts(bucket != nullptr ? bucket->uses : policies::AttributeSet());
        facts.setSubject(asked.actor);
        facts.setAction(asked.action);
        facts.setResource(asked.resource);
        facts.setContext(asked.actor, asked.now);
        return judge.judge(*set, asked.action, asked.resource.kind, true, facts).allowed();
    };
    measure("abac", seconds, requests.size(), [&] {
        std::size_t allowed = 0;
        for (const Asked& asked : requests)
            allowed += decide(asked) ? 1 : 0;
        return allowed;
    });
    measure("trace", seconds, requests.size(), [&] {
        std::size_t allowed = 0;
        policies::AttributeSet all;
        all.set();
        for (const Asked& asked : requests) {
            policies::Facts facts(all);
            facts.setSubject(asked.actor);
            facts.setAction(asked.action);
            facts.setResource(asked.resource);
            facts.setContext(asked.actor, asked.now);
            allowed += policies::explain(*set, asked.action, asked.resource.kind, true, facts).judgement.allowed() ? 1 : 0;
        }
        return allowed;
    });
    return 0;
}
