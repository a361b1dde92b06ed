#include "backend/api/stages/tries.h"

#include "backend/api/tries.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/email_address.h"

namespace sallyport::api {

std::string_view TriesStage::eventKind(const Error&) const noexcept
{
    return audit::kind::limitReached;
}

std::optional<Error> TriesStage::check(Call& call) const
{
    switch (call.route().tries) {
    case Tries::None: break;
    case Tries::Email: return takeTry(call, identity::emailKey(call.text("email")));
    case Tries::Pending: {
        const std::string email = call.services().signIn.pendingEmail(call.secret("mfa_token"));
        return takeTry(call, email.empty() ? std::string("?") : identity::emailKey(email));
    }
    case Tries::Self: return takeTry(call, accountOf(call));
    }
    return std::nullopt;
}

std::string TriesStage::saw(const Call& call) const
{
    return call.tried ? std::to_string(call.tried->remaining) + " more tries for this account from this address"
                      : "no password or code";
}

Fact TriesStage::fact(const Call& call) const
{
    if (!call.tried)
        return {"not_limited", {}};
    return {"rate_left",
            {"auth", std::to_string(call.tried->remaining), std::to_string(call.tried->limit),
             std::to_string(call.tried->window.count())}};
}

} // namespace sallyport::api
