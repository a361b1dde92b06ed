#include "backend/access/policies/judge.h"

#include <array>

namespace sallyport::access::policies {
namespace {

constexpr std::string_view unreadable = "the condition cannot be read any more";

} // namespace

std::string_view reasonWord(Reason reason) noexcept
{
    constexpr std::array<std::string_view, 6> words{"permission_missing", "not_named",   "allowed_by_policy",
                                                    "denied_by_policy",   "deny_failed", "no_rule_matched"};
    return words[static_cast<std::size_t>(reason)];
}

std::string failureText(const cel::Program& program, const cel::Value& error)
{
    if (error.isError() && error.failure() == cel::Failure::NoSuchKey) {
        // A member of an `attr` map is an attribute as others are.
        const cel::Place place = program.ast().nodes[error.failedNode()].place;
        const std::string_view part = program.source().substr(place.offset, place.length);
        if (part.starts_with("subject.attr") || part.starts_with("resource.attr") || part.starts_with("context.attr")) {
            const cel::Position at = cel::positionOf(program.source(), place.offset);
            return "missing attribute '" + std::string(part) + "' at line " + std::to_string(at.line) + ", column " +
                   std::to_string(at.column);
        }
    }
    return error.isError() ? program.describe(error) : "the condition gives no bool";
}

Truth Judge::ask(const CompiledPolicy& policy, const Facts& facts, std::string* failure)
{
    if (!policy.program) {
        if (failure != nullptr)
            *failure = unreadable;
        return Truth::Failed;
    }
    const cel::Value value = m_evaluator.run(*policy.program, facts.values());
    if (value.is(cel::Kind::Bool))
        return value.asBool() ? Truth::True : Truth::False;
    if (failure != nullptr)
        *failure = failureText(*policy.program, value);
    return Truth::Failed;
}

void Judge::askDenies(std::span<const CompiledPolicy* const> denies, const Facts& facts, Tally& tally)
{
    for (const CompiledPolicy* const policy : denies) {
        const Truth truth = ask(*policy, facts);
        if (truth == Truth::True) {
            tally.denied = policy;
            return;
        }
        if (truth == Truth::Failed && tally.denyFailed == nullptr)
            tally.denyFailed = policy;
    }
}

void Judge::askAllows(std::span<const CompiledPolicy* const> allows, const Facts& facts, Tally& tally)
{
    for (const CompiledPolicy* const policy : allows) {
        const Truth truth = ask(*policy, facts);
        if (truth == Truth::True) {
            tally.allowed = policy;
            return;
        }
        if (truth == Truth::Failed && tally.allowFailed == nullptr)
            tally.allowFailed = policy;
    }
}

Judgement Judge::judge(const PolicySet& set, Permission action, ResourceKind kind, bool held, const Facts& facts)
{
    Judgement judgement;
    if (!held)
        return judgement;
    judgement.reason = Reason::NotNamed;
    const PolicySet::Bucket* const bucket = set.bucket(action, kind);
    if (bucket == nullptr)
        return judgement;
    const auto conclude = [&](const Tally& tally, std::span<const CompiledPolicy* const> allows, Reason& reason,
                              const CompiledPolicy*& by) {
        if (tally.denied != nullptr) {
            reason = Reason::DeniedByPolicy;
            by = tally.denied;
        } else if (tally.denyFailed != nullptr) {
            reason = Reason::DenyFailed;
            by = tally.denyFailed;
        } else if (tally.allowed != nullptr) {
            reason = Reason::AllowedByPolicy;
            by = tally.allowed;
        } else {
            reason = Reason::NoneAllows;
            by = tally.allowFailed != nullptr ? tally.allowFailed : allows.empty() ? nullptr : allows.front();
        }
    };
    Tally tally;
    if (bucket->decides()) {
        askDenies(bucket->denies, facts, tally);
        if (tally.denied == nullptr && tally.denyFailed == nullptr)
            askAllows(bucket->allows, facts, tally);
        conclude(tally, bucket->allows, judgement.reason, judgement.by);
        const bool failed =
            judgement.reason == Reason::DenyFailed || (judgement.reason == Reason::NoneAllows && tally.allowFailed);
        if (failed)
            (void) ask(*judgement.by, facts, &judgement.failure);
    }
    if (judgement.allowed() && bucket->observes()) {
        askDenies(bucket->observedDenies, facts, tally);
        if (tally.allowed == nullptr)
            askAllows(bucket->observedAllows, facts, tally);
        Reason reason = judgement.reason;
        const CompiledPolicy* by = nullptr;
        conclude(tally, bucket->observedAllows, reason, by);
        if (!isAllowed(reason)) {
            judgement.observed = reason;
            judgement.observedBy = by;
        }
    }
    return judgement;
}

} // namespace sallyport::access::policies
