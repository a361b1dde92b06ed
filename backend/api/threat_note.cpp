#include "backend/api/threat_note.h"

#include "backend/protection/threats/threat_scores.h"

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace {

/// Why a key or signature was refused though it is, or was, a right one: nobody guesses so.
constexpr std::array<std::string_view, 7> innocent{"key_expired",     "key_owner_disabled",    "key_superseded",    "key_address",
                                                   "signature_clock", "signature_nonce_store", "signature_required"};

struct Blame {
    bool failedSignIn = false, badSignature = false, unsure = false;
    std::string_view refusedBy = {};
};

Blame blameOf(const Call& call, int status)
{
    Blame blame;
    if (status == 405 && call.request.method == http::Method::Options)
        blame.unsure = true; // a browser's preflight
    if (!call.refusal)
        return blame;
    switch (*call.refusal) {
    case ErrorCode::RateLimited:
        if (call.refusalWord == "slowed_down")
            blame.refusedBy = "slow_down";
        else if (call.limit)
            blame.refusedBy = protection::rateClassWord(call.limit->rateClass);
        break;
    case ErrorCode::AccountLocked: blame.refusedBy = "sign_in"; break;
    case ErrorCode::MfaInvalid: blame.failedSignIn = true; break;
    case ErrorCode::TokenInvalid: blame.badSignature = true; break;
    case ErrorCode::TokenExpired:
    case ErrorCode::MfaRequired:
    case ErrorCode::StepUpRequired:
    case ErrorCode::MfaEnrolmentRequired: blame.unsure = true; break;
    case ErrorCode::Unauthenticated:
        if (!call.claimedReason.empty()) {
            const bool right = std::ranges::find(innocent, call.claimedReason) != innocent.end();
            blame.unsure = right;
            blame.badSignature = !right;
        } else if (call.match.route != nullptr && call.route().rate == protection::RateClass::Auth) {
            blame.failedSignIn = true;
        }
        break;
    default: break;
    }
    return blame;
}

/// A ban or a block says what is known already: whoever goes on asking gets no worse by it.
bool refusedByList(const Call& call)
{
    return call.refusalWord == "address_banned" || call.refusalWord == "address_blocked";
}

} // namespace

Error bannedByScore(std::chrono::seconds retryAfter)
{
    Error error(ErrorCode::RateLimited, "This address is banned for a time: too much has come from it that looks like an attack");
    error.word = "address_banned";
    error.retryAfter = retryAfter;
    return error;
}

std::optional<Error> noteAnswered(const Call& call, int status)
{
    if (call.match.route != nullptr && call.route().probe)
        return std::nullopt;
    if (refusedByList(call))
        return std::nullopt;
    const bool hasAgent = !call.userAgent().empty();
    if (status < 400 && !call.watched && (hasAgent || call.principal))
        return std::nullopt;
    const Blame blame = blameOf(call, status);
    protection::ThreatAnswer answer{.client = call.client,
                                    .method = call.request.methodText,
                                    .path = call.request.path,
                                    .status = status,
                                    .hasAgent = hasAgent,
                                    .failedSignIn = blame.failedSignIn,
                                    .badSignature = blame.badSignature,
                                    .unsure = blame.unsure,
                                    .refusedBy = blame.refusedBy};
    if (call.principal) {
        answer.user = &call.principal->actor.id;
        answer.userName = call.principal->keyName.empty() ? call.principal->actor.name : call.principal->keyName;
    }
    const protection::ThreatVerdict verdict = call.api.scores.noteAnswer(answer);
    if (!verdict.crossed || !verdict.refusedFor || status < 400)
        return std::nullopt;
    return bannedByScore(*verdict.refusedFor);
}

} // namespace sallyport::api
