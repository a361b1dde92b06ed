#include "backend/api/stages/block_list.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/protection/lists/address_rules.h"

#include <algorithm>

namespace sallyport::api {

using Kind = protection::AddressVerdict::Kind;

std::string_view BlockListStage::eventKind(const Error&) const noexcept
{
    return audit::kind::addressRefused;
}

std::optional<Error> BlockListStage::check(Call& call) const
{
    protection::AddressRules& rules = call.services().addressRules;
    const protection::AddressVerdict verdict = rules.lookup(call.client);
    call.listed = verdict.kind;
    if (verdict.kind == Kind::None)
        return std::nullopt;
    rules.countHit(verdict);
    if (verdict.kind == Kind::Allowed)
        return std::nullopt;
    if (verdict.kind == Kind::Blocked) {
        Error error(ErrorCode::Blocked, "Requests from this address are blocked");
        error.word = "address_blocked";
        return error;
    }
    call.listedUntil = verdict.until;
    Error error(ErrorCode::RateLimited, "This address is banned for a time: too much has come from it that looks like an attack");
    error.word = "address_banned";
    error.retryAfter =
        std::max(std::chrono::ceil<std::chrono::seconds>(verdict.until - call.services().clock.now()), std::chrono::seconds(1));
    return error;
}

std::string BlockListStage::saw(const Call& call) const
{
    switch (call.listed) {
    case Kind::Allowed: return "always let in";
    case Kind::Blocked: return "on the block list";
    case Kind::Banned: return "banned until " + toRfc3339(call.listedUntil);
    case Kind::None: break;
    }
    return "on no list";
}

Fact BlockListStage::fact(const Call& call) const
{
    switch (call.listed) {
    case Kind::Allowed: return {"address_allowed", {}};
    case Kind::Blocked: return {"address_blocked", {}};
    case Kind::Banned: return {"address_banned", {toRfc3339(call.listedUntil)}};
    case Kind::None: break;
    }
    return {"not_listed", {}};
}

} // namespace sallyport::api
