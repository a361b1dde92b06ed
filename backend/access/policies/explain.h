#pragma once

#include "backend/access/cel/problem.h"
#include "backend/access/policies/judge.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sallyport::access::policies {

/// A sub-expression and what it has given.
struct ExplainedPart {
    std::string_view condition;           ///< the whole of it, in the set
    std::uint32_t offset = 0, length = 0; ///< in the condition, in bytes
    std::string value;                    ///< as text: `true`, `"surgery"`, `["viewer"]`; empty if it failed
    std::string failure;

    /// As it is written.
    std::string_view text() const noexcept { return condition.substr(offset, length); }
    cel::Position position() const noexcept { return cel::positionOf(condition, offset); }
};

/// One policy that names the action and the kind, and what its condition has given.
struct ExplainedPolicy {
    const CompiledPolicy* policy = nullptr;
    Truth truth = Truth::False;
    std::string failure;
    bool decided = false;             ///< the outcome is by this one
    std::vector<ExplainedPart> parts; ///< from the inside to the outside, without constants and what wasn't evaluated
};

/// Something that would have to be otherwise.
struct ExplainedChange {
    /// `permission`: the action is to be allowed by a role. `condition`: a part of a condition is to give `wanted`. `policy`: no
    /// policy could allow it, one is needed.
    std::string_view what;
    std::string name; ///< the permission or the policy
    ExplainedPart part;
    bool wanted = false;
};

/// Why a decision is as it is. Made by the evaluator that decides; points into the set.
struct Explanation {
    Judgement judgement;
    Permission action = Permission::RecordsRead;
    ResourceKind kind = ResourceKind::Record;
    bool hides = false; ///< the action is not what was asked about: it is the reading without which the object is hidden
    bool rolesAsked = true;
    bool held = false;                      ///< the roles allow it
    std::vector<std::string> rolesThatGive; ///< filled by who knows the roles
    std::vector<ExplainedPolicy> policies;
    /// The fewest changes after which it would be allowed; empty if it is.
    std::vector<ExplainedChange> nearest;
};

/// Judges and tells why.
Explanation explain(const PolicySet& set, Permission action, ResourceKind kind, bool held, const Facts& facts);

} // namespace sallyport::access::policies
