#pragma once

#include "backend/access/cel/evaluator.h"
#include "backend/access/policies/facts.h"
#include "backend/access/policies/policy_set.h"

#include <optional>
#include <string>
#include <string_view>

namespace sallyport::access::policies {

/// Why something is allowed or not.
enum class Reason : std::uint8_t {
    PermissionMissing, ///< the roles don't allow it; no policy was asked
    NotNamed,          ///< the roles allow it and no enforced policy names it
    AllowedByPolicy,
    DeniedByPolicy,
    DenyFailed, ///< a deny policy could not be evaluated
    NoneAllows, ///< enforced policies name it and none allows it
};
/// `permission_missing`, `not_named`, `allowed_by_policy`, `denied_by_policy`, `deny_failed`, `no_rule_matched`
std::string_view reasonWord(Reason reason) noexcept;
constexpr bool isAllowed(Reason reason) noexcept
{
    return reason == Reason::NotNamed || reason == Reason::AllowedByPolicy;
}

/// What was decided, and by which policy; points into the set.
struct Judgement {
    Reason reason = Reason::PermissionMissing;
    /// Which decided. Where none allows: one whose evaluation failed, or else the first that could have allowed it, if there is
    /// one.
    const CompiledPolicy* by = nullptr;
    std::string failure; ///< of a condition that gave no value, in English
    /// What it would be if observed policies were enforced, where that is a refusal and this is none.
    std::optional<Reason> observed;
    const CompiledPolicy* observedBy = nullptr;

    bool allowed() const noexcept { return isAllowed(reason); }
};

/// What a condition has given.
enum class Truth : std::uint8_t { False, True, Failed };

/// Asks policies. Deny overrides; what can't be evaluated denies in a deny policy and doesn't allow in an allow policy; the
/// order of the policies makes no difference to the outcome. One thread.
class Judge {
public:
    /// `held`: the roles allow the action.
    Judgement judge(const PolicySet& set, Permission action, ResourceKind kind, bool held, const Facts& facts);
    /// Of one condition. `failure` is set if there is one.
    Truth ask(const CompiledPolicy& policy, const Facts& facts, std::string* failure = nullptr);

private:
    struct Tally {
        const CompiledPolicy *denied = nullptr, *denyFailed = nullptr, *allowed = nullptr, *allowFailed = nullptr;
    };
    void askDenies(std::span<const CompiledPolicy* const> denies, const Facts& facts, Tally& tally);
    void askAllows(std::span<const CompiledPolicy* const> allows, const Facts& facts, Tally& tally);

    cel::Evaluator m_evaluator;
};

/// The text of what an evaluation has failed with: `missing attribute 'subject.department' at line 1, column 4`.
std::string failureText(const cel::Program& program, const cel::Value& error);

} // namespace sallyport::access::policies
