#pragma once

#include "backend/access/cel/program.h"
#include "backend/access/policies/attributes.h"
#include "backend/access/policies/policy.h"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace sallyport::access::policies {

/// One policy, ready to be asked. Shared by the sets that have it.
struct CompiledPolicy {
    Policy policy;
    std::shared_ptr<const cel::Program> program; ///< null: its condition can't be read any more, which is an error when asked
    AttributeSet uses;                           ///< what its condition names
};

/// All policies of a vault at one moment, found by action and kind. Never changes; any thread.
class PolicySet {
public:
    using Entry = std::shared_ptr<const CompiledPolicy>;
    /// What concerns one action on one kind, in the order of the names; drafts are in none.
    struct Bucket {
        std::vector<const CompiledPolicy*> denies, allows;                 ///< enforced
        std::vector<const CompiledPolicy*> observedDenies, observedAllows; ///< observed
        AttributeSet uses;

        /// Whether policies decide: an enforced one names both.
        bool decides() const noexcept { return !denies.empty() || !allows.empty(); }
        bool observes() const noexcept { return !observedDenies.empty() || !observedAllows.empty(); }
    };

    /// Conditions that `before` has too aren't compiled again.
    static std::shared_ptr<const PolicySet> make(std::vector<Policy> policies, const PolicySet* before = nullptr);
    /// This set with one more, or in place of the one with its id.
    std::shared_ptr<const PolicySet> with(Policy policy) const;

    /// In the order of their names.
    std::span<const Entry> all() const noexcept { return m_all; }
    const CompiledPolicy* find(const PolicyId& id) const noexcept;
    /// Null: no policy names both.
    const Bucket* bucket(Permission action, ResourceKind kind) const noexcept
    {
        const Bucket& found = m_buckets[placeOf(action, kind)];
        return found.decides() || found.observes() ? &found : nullptr;
    }

private:
    static constexpr std::size_t kinds = 3;
    static constexpr std::size_t placeOf(Permission action, ResourceKind kind) noexcept
    {
        return static_cast<std::size_t>(action) * kinds + static_cast<std::size_t>(kind);
    }
    explicit PolicySet(std::vector<Entry> all);

    std::vector<Entry> m_all;
    std::array<Bucket, permissionCount * kinds> m_buckets;
};

/// Reads its condition.
PolicySet::Entry compilePolicy(Policy policy);

} // namespace sallyport::access::policies
