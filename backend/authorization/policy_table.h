#pragma once

#include "backend/access/policies/policy_set.h"
#include "backend/storage/change_feed.h"
#include "backend/storage/store.h"

#include <atomic>
#include <memory>
#include <vector>

namespace sallyport::authorization {

/// All policies as they are now: what one says may depend on another, so they are told of together.
inline constexpr storage::Topic<std::vector<access::Policy>> policiesTopic{"policies"};

/// The policies that decide now, in memory. Replaced as a whole after each change, before whoever made it is answered.
class PolicyTable {
public:
    /// `store` must outlive it.
    static Result<std::unique_ptr<PolicyTable>> open(storage::Store& store);

    std::shared_ptr<const access::policies::PolicySet> now() const noexcept { return m_set.load(); }
    /// Reads the rows again (another process changed them).
    [[nodiscard]] Result<void> reload();

private:
    explicit PolicyTable(storage::Store& store);
    void take(std::vector<access::Policy> policies);

    storage::Store& m_store;
    std::atomic<std::shared_ptr<const access::policies::PolicySet>> m_set;
    storage::ChangeFeed::Subscription m_subscription; ///< goes first
};

} // namespace sallyport::authorization
