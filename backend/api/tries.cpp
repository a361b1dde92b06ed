#include "backend/api/tries.h"

#include "backend/identity/core/email_address.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>

namespace sallyport::api {
namespace {

/// Whether a password or code was looked at and was wrong, or nobody knows.
bool countsAsTry(const Error& error) noexcept
{
    switch (error.code) {
    case ErrorCode::AccountLocked: // another count holds it back: it wasn't looked at
    case ErrorCode::RateLimited:
    case ErrorCode::Unavailable:
    case ErrorCode::PasswordTooWeak:
    case ErrorCode::StepUpRequired:
    case ErrorCode::MfaRequired:
    case ErrorCode::MfaEnrolmentRequired:
    case ErrorCode::DiskFull:
    case ErrorCode::NotWritable: return false;
    case ErrorCode::ValidationFailed: return std::ranges::count(error.fields, identity::wrongSecretRule, &FieldError::rule) > 0;
    default: return true;
    }
}

void giveBack(Call& call, std::optional<protection::Decision>& taken) noexcept
{
    if (!taken)
        return;
    call.api.limiter.giveBack(*taken);
    if (call.limit && call.limit->tag == taken->tag && call.limit->allowed)
        ++call.limit->remaining; // what the answer tells is what is left after it
    taken.reset();
}

} // namespace

std::optional<Error> takeTry(Call& call, std::string_view account)
{
    if (call.tried)
        return std::nullopt;
    const protection::Decision decision = call.api.limiter.checkTry(call.client, account);
    if (decision.allowed) {
        call.tried = decision;
        if (decision.counted)
            call.limit = decision;
        return std::nullopt;
    }
    call.limit = decision;
    Error error(ErrorCode::RateLimited, "Too many wrong passwords or codes for this account from this address");
    error.retryAfter = decision.retryAfter;
    return error;
}

std::string accountOf(const Call& call)
{
    const access::Actor& actor = call.principal->actor;
    return actor.email.empty() ? actor.id.text() : identity::emailKey(actor.email);
}

void settleTry(Call& call, const Error* error) noexcept
{
    if (error != nullptr && countsAsTry(*error))
        return;
    giveBack(call, call.tried);
    giveBack(call, call.triedFrom);
}

} // namespace sallyport::api
