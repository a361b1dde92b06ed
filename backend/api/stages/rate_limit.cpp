#include "backend/api/stages/rate_limit.h"

#include "backend/audit/event_kinds.h"

#include <algorithm>

namespace sallyport::api {
namespace {

using protection::Decision;
using protection::RateClass;

Error refusal(const Decision& decision)
{
    Error error(ErrorCode::RateLimited, "Rate limit of the class '" + std::string(protection::rateClassWord(decision.rateClass)) +
                                            "' exceeded; try again later");
    error.retryAfter = decision.retryAfter;
    return error;
}

/// Counts a request of a key against its own limit and those of the keys that it comes from, its own first: what one key is
/// refused is not taken from its family. Whatever is nearest to its end is shown. False: refused.
bool keyLimit(Call& call, const identity::Principal& principal)
{
    const auto count = [&call](const KeyId& key, const settings::RateLimit& limit) {
        const Decision decision = call.api.limiter.check(key, limit);
        if (!call.limit || call.limit->rateClass != RateClass::Key || !decision.allowed ||
            decision.remaining < call.limit->remaining)
            call.limit = decision;
        return decision.allowed;
    };
    if (principal.keyRate && !count(principal.actor.key, *principal.keyRate))
        return false;
    return std::ranges::all_of(principal.makerRates,
                               [&](const identity::KeyBucket& maker) { return count(maker.key, maker.limit); });
}

std::string text(const Call& call)
{
    if (!call.limit)
        return "not limited";
    const Decision& decision = *call.limit;
    return std::string(protection::rateClassWord(decision.rateClass)) + ": " + std::to_string(decision.remaining) + " of " +
           std::to_string(decision.limit) + " left in " + std::to_string(decision.window.count()) + " s";
}

Fact factOf(const Call& call)
{
    if (!call.limit)
        return {"not_limited", {}};
    const Decision& decision = *call.limit;
    return {"rate_left",
            {std::string(protection::rateClassWord(decision.rateClass)), std::to_string(decision.remaining),
             std::to_string(decision.limit), std::to_string(decision.window.count())}};
}

} // namespace

std::string_view AddressLimitStage::eventKind(const Error&) const noexcept
{
    return audit::kind::limitReached;
}

std::optional<Error> AddressLimitStage::check(Call& call) const
{
    if (call.route().probe)
        return std::nullopt;
    const Decision address = call.api.limiter.check(RateClass::Address, call.client);
    if (!address.allowed) {
        call.limit = address;
        return refusal(address);
    }
    if (call.route().rate == RateClass::Auth) {
        call.limit = call.api.limiter.check(RateClass::Auth, call.client);
        if (!call.limit->allowed)
            return refusal(*call.limit);
    }
    return std::nullopt;
}

std::string AddressLimitStage::saw(const Call& call) const
{
    return call.limit ? text(call) : "within the limit";
}

std::string_view PrincipalLimitStage::eventKind(const Error&) const noexcept
{
    return audit::kind::limitReached;
}

std::optional<Error> PrincipalLimitStage::check(Call& call) const
{
    const std::optional<RateClass> rate = call.route().rate;
    if (rate == RateClass::Address || rate == RateClass::Auth)
        return std::nullopt;
    // A key with a limit of its own counts against that alone; others share their owner's, so that many keys of one owner
    // are no way around it. Uploads are dear enough to count against their class as well.
    const identity::Principal* principal = call.principal.get();
    if (principal != nullptr && !keyLimit(call, *principal))
        return refusal(*call.limit);
    if (!rate)
        return std::nullopt;
    if (principal != nullptr && principal->keyRate) {
        if (rate != RateClass::FileUpload)
            return std::nullopt;
    }
    call.limit =
        principal != nullptr ? call.api.limiter.check(*rate, principal->actor.id) : call.api.limiter.check(*rate, call.client);
    if (!call.limit->allowed)
        return refusal(*call.limit);
    return std::nullopt;
}

std::string PrincipalLimitStage::saw(const Call& call) const
{
    return text(call);
}

Fact AddressLimitStage::fact(const Call& call) const
{
    return call.limit ? factOf(call) : Fact{"within_limit", {}};
}

Fact PrincipalLimitStage::fact(const Call& call) const
{
    return factOf(call);
}

} // namespace sallyport::api
