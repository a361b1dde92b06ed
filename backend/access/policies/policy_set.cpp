#include "backend/access/policies/policy_set.h"

#include "backend/access/policies/condition.h"

#include <algorithm>
#include <unordered_map>

namespace sallyport::access::policies {

PolicySet::Entry compilePolicy(Policy policy)
{
    auto compiled = std::make_shared<CompiledPolicy>();
    compiled->program = readKeptCondition(policy.condition).program;
    compiled->policy = std::move(policy);
    if (compiled->program)
        for (const cel::Node& node : compiled->program->nodes())
            if (node.op == cel::Op::Attribute || node.op == cel::Op::HasAttribute)
                compiled->uses.set(node.a);
    return compiled;
}

std::shared_ptr<const PolicySet> PolicySet::make(std::vector<Policy> policies, const PolicySet* before)
{
    std::unordered_map<std::string, const Entry*> known;
    if (before != nullptr)
        for (const Entry& entry : before->m_all)
            known.emplace(entry->policy.id.text(), &entry);
    std::vector<Entry> all;
    all.reserve(policies.size());
    for (Policy& policy : policies) {
        const auto found = known.find(policy.id.text());
        const CompiledPolicy* const same = found == known.end() ? nullptr : found->second->get();
        if (same != nullptr && same->policy.version == policy.version && same->policy.saysTheSame(policy))
            all.push_back(*found->second);
        else
            all.push_back(compilePolicy(std::move(policy)));
    }
    return std::shared_ptr<const PolicySet>(new PolicySet(std::move(all)));
}

std::shared_ptr<const PolicySet> PolicySet::with(Policy policy) const
{
    std::vector<Entry> all = m_all;
    std::erase_if(all, [&](const Entry& entry) { return entry->policy.id == policy.id; });
    all.push_back(compilePolicy(std::move(policy)));
    return std::shared_ptr<const PolicySet>(new PolicySet(std::move(all)));
}

PolicySet::PolicySet(std::vector<Entry> all) : m_all(std::move(all))
{
    std::ranges::sort(m_all, [](const Entry& a, const Entry& b) { return a->policy.name < b->policy.name; });
    for (const Entry& entry : m_all) {
        const Policy& policy = entry->policy;
        if (policy.state == PolicyState::Draft)
            continue;
        for (const Permission action : policy.actions) {
            for (const ResourceKind kind : policy.resources) {
                Bucket& bucket = m_buckets[placeOf(action, kind)];
                const bool enforced = policy.state == PolicyState::Enforce;
                auto& list = policy.effect == PolicyEffect::Deny ? (enforced ? bucket.denies : bucket.observedDenies)
                                                                 : (enforced ? bucket.allows : bucket.observedAllows);
                list.push_back(entry.get());
                bucket.uses |= entry->uses;
            }
        }
    }
}

const CompiledPolicy* PolicySet::find(const PolicyId& id) const noexcept
{
    const auto found = std::ranges::find_if(m_all, [&](const Entry& entry) { return entry->policy.id == id; });
    return found == m_all.end() ? nullptr : found->get();
}

} // namespace sallyport::access::policies
