#include "backend/api/stages/rate_limit.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"

#include <algorithm>
#include <bit>

namespace sallyport::api {
namespace {

using protection::Decision;
using protection::RateClass;

std::string refusalText(const Decision& decision)
{
    if (decision.rateClass == RateClass::AuthAddress)
        return "Too many failed sign-ins from this address, to whichever accounts";
    if (decision.rateClass == RateClass::Own)
        return "A rate limit for this route is exceeded";
    return "Rate limit of the class '" + std::string(protection::rateClassWord(decision.rateClass)) + "' exceeded";
}

Error refusal(const Decision& decision)
{
    Error error(ErrorCode::RateLimited, refusalText(decision));
    error.retryAfter = decision.retryAfter;
    return error;
}

/// What a rule that only observes would have refused is written down, once a minute and caller.
void noteObserved(const Call& call, const Decision& decision)
{
    if (!decision.noted || decision.unreported == 0)
        return;
    audit::Event event = access::eventBy(call.actor(), audit::kind::limitObserved);
    event.requestId = call.id.text();
    event.address = call.client.text();
    event.method = call.request.methodText;
    event.path = call.request.path;
    const std::string rule = decision.rateClass == RateClass::Own ? call.api.limiter.ownId(decision.own)
                                                                  : std::string(protection::rateClassWord(decision.rateClass));
    event.object = {"rate_limit", rule, rule};
    event.detailsJson = audit::Details().number("requests", decision.unreported).number("limit", decision.limit).json();
    call.api.journal.recordLater(std::move(event));
}

/// Of those that the answer may tell about, the one of which least is left. False: refused.
bool take(Call& call, const Decision& decision)
{
    noteObserved(call, decision);
    if (!decision.allowed) {
        call.limit = decision;
        return false;
    }
    if (decision.counted && (!call.limit || decision.remaining < call.limit->remaining))
        call.limit = decision;
    return true;
}

/// Own rules that are for the route, and what the dearest of them says that it costs its class.
void findRules(Call& call, std::span<const Route> routes)
{
    const Route* const route = &call.route();
    if (routes.empty() || route < routes.data() || route >= routes.data() + routes.size())
        return;
    call.ownRules = call.api.limiter.rulesOf(static_cast<std::size_t>(route - routes.data()));
    for (std::uint64_t rest = call.ownRules; rest != 0; rest &= rest - 1)
        call.cost = std::max(call.cost, call.api.limiter.ownShape(static_cast<std::size_t>(std::countr_zero(rest))).cost);
}

/// Asks each own rule that is for the route and that `count` counts by; that answers nothing for the others.
template <typename Count>
bool askOwnRules(Call& call, Count&& count)
{
    for (std::uint64_t rest = call.ownRules; rest != 0; rest &= rest - 1) {
        const auto number = static_cast<std::size_t>(std::countr_zero(rest));
        const std::optional<Decision> decision = count(number, call.api.limiter.ownShape(number).subject);
        if (decision && !take(call, *decision))
            return false;
    }
    return true;
}

/// Who a rule counts a known caller, or on public routes the address, by.
std::optional<Decision> checkOwn(const Call& call, std::size_t number, protection::RateSubject subject)
{
    protection::RateLimiter& limiter = call.api.limiter;
    const identity::Principal* principal = call.principal.get();
    const bool keyed = principal != nullptr && !principal->actor.key.empty();
    switch (subject) {
    case protection::RateSubject::Address:
    case protection::RateSubject::AddressAndAccount: return std::nullopt; // asked before anybody was known
    case protection::RateSubject::Key:
        return keyed ? std::optional(limiter.checkOwn(number, principal->actor.key)) : std::nullopt;
    case protection::RateSubject::Principal:
        if (keyed && principal->keyRate)
            return limiter.checkOwn(number, principal->actor.key);
        if (keyed)
            return limiter.checkOwn(number, principal->actor.id, principal->actor.key);
        break;
    case protection::RateSubject::User: break;
    }
    if (principal == nullptr)
        return limiter.exempt(call.client) ? std::nullopt : std::optional(limiter.checkOwn(number, call.client));
    return limiter.checkOwn(number, principal->actor.id);
}

/// Counts a request of a key against its own limit and those of the keys that it comes from, its own first: what one key is
/// refused is not taken from its family. Whatever is nearest to its end is shown. False: refused.
bool keyLimit(Call& call, const identity::Principal& principal)
{
    const auto count = [&call](const KeyId& key, const settings::RateLimit& limit) {
        const Decision decision = call.api.limiter.check(key, limit, call.cost);
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
    protection::RateLimiter& limiter = call.api.limiter;
    findRules(call, m_routes);
    if (limiter.exempt(call.client))
        return std::nullopt;
    const Decision address = limiter.check(RateClass::Address, call.client);
    noteObserved(call, address);
    if (!address.allowed) {
        call.limit = address;
        return refusal(address);
    }
    const bool allowed = askOwnRules(call, [&](std::size_t number, protection::RateSubject subject) {
        return subject == protection::RateSubject::Address ? std::optional(limiter.checkOwn(number, call.client)) : std::nullopt;
    });
    if (!allowed)
        return refusal(*call.limit);
    if (call.route().rate == RateClass::Auth) {
        const Decision tried = limiter.check(RateClass::AuthAddress, call.client);
        if (!take(call, tried))
            return refusal(tried);
        if (call.route().tries != Tries::None)
            call.triedFrom = tried;
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
    if (!askOwnRules(call, [&](std::size_t number, protection::RateSubject subject) { return checkOwn(call, number, subject); }))
        return refusal(*call.limit);
    if (rate == RateClass::Address || rate == RateClass::Auth)
        return std::nullopt;
    // A key with a limit of its own counts against that alone; others share their owner's, so that many keys of one owner
    // are no way around it. Uploads are dear enough to count against their class as well.
    const identity::Principal* principal = call.principal.get();
    if (principal != nullptr && !keyLimit(call, *principal))
        return refusal(*call.limit);
    if (!rate)
        return std::nullopt;
    if (principal != nullptr && principal->keyRate && rate != RateClass::FileUpload &&
        call.api.limiter.shape(*rate).subject != protection::RateSubject::User)
        return std::nullopt;
    if (principal == nullptr && call.api.limiter.exempt(call.client))
        return std::nullopt;
    const bool byUser = call.api.limiter.shape(*rate).subject == protection::RateSubject::User;
    const Decision ofClass = principal == nullptr ? call.api.limiter.check(*rate, call.client, call.cost)
                                                  : call.api.limiter.check(*rate, principal->actor.id,
                                                                           byUser ? KeyId() : principal->actor.key, call.cost);
    noteObserved(call, ofClass);
    // The class is what is told, but where an own rule has less left.
    const bool ownIsNearer = call.limit && call.limit->rateClass == RateClass::Own && call.limit->remaining < ofClass.remaining;
    if (!ofClass.allowed || (ofClass.counted && !ownIsNearer))
        call.limit = ofClass;
    if (!ofClass.allowed)
        return refusal(ofClass);
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
