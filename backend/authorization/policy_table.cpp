#include "backend/authorization/policy_table.h"

#include "backend/authorization/policy_rows.h"

namespace sallyport::authorization {

using access::policies::PolicySet;

Result<std::unique_ptr<PolicyTable>> PolicyTable::open(storage::Store& store)
{
    std::unique_ptr<PolicyTable> table(new PolicyTable(store));
    SALLYPORT_TRY(table->reload());
    return table;
}

PolicyTable::PolicyTable(storage::Store& store) : m_store(store), m_set(PolicySet::make({}))
{
    m_subscription = store.changeFeed().subscribe(policiesTopic, [this](const std::string&, const auto& now) { take(*now); });
}

Result<void> PolicyTable::reload()
{
    SALLYPORT_ASSIGN(std::vector<access::Policy> policies, m_store.read(rows::allPolicies));
    take(std::move(policies));
    return {};
}

void PolicyTable::take(std::vector<access::Policy> policies)
{
    const auto before = m_set.load();
    m_set.store(PolicySet::make(std::move(policies), before.get()));
}

} // namespace sallyport::authorization
