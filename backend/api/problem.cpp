#include "backend/api/problem.h"

#include "backend/api/answer.h"
#include "backend/identity/sessions/recent_factor.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace {

namespace json = boost::json;

constexpr auto rows = std::to_array<ProblemRow>({
    {ErrorCode::Internal, 500, "Internal error", "The server failed"},
    {ErrorCode::Unavailable, 503, "Unavailable", "The server cannot do this right now"},
    {ErrorCode::Cancelled, 503, "Cancelled", "The work was cancelled"},
    {ErrorCode::InvalidArgument, 400, "Invalid value", "Validation failed"},
    {ErrorCode::ValidationFailed, 400, "Validation failed", "Validation failed"},
    {ErrorCode::NotFound, 404, "Not found", "Not found"},
    {ErrorCode::Conflict, 409, "Conflict", "The state does not allow this"},
    {ErrorCode::PreconditionFailed, 412, "Precondition failed", "It was changed in the meantime"},
    {ErrorCode::LimitReached, 409, "Limit reached", "No more of these are allowed"},
    {ErrorCode::Unauthenticated, 401, "Authentication failed", "Authentication failed"},
    {ErrorCode::TokenExpired, 401, "Token expired", "Authentication token expired"},
    {ErrorCode::TokenInvalid, 401, "Token invalid", "Authentication token invalid"},
    {ErrorCode::MfaRequired, 401, "MFA token required", "Authentication incomplete: MFA token required"},
    {ErrorCode::MfaInvalid, 401, "MFA token invalid", "Authentication failed: MFA token invalid"},
    {ErrorCode::MfaEnrolmentRequired, 401, "MFA enrolment required", "Authentication incomplete: enrol a second factor"},
    {ErrorCode::StepUpRequired, 401, "Fresh authentication required", "Authentication too old: MFA token required"},
    {ErrorCode::PermissionDenied, 403, "Insufficient permissions", "Insufficient permissions"},
    {ErrorCode::PolicyDenied, 403, "Denied by a policy", "Access denied"},
    {ErrorCode::Blocked, 403, "Blocked", "Request blocked by security system"},
    {ErrorCode::RateLimited, 429, "Rate limit exceeded", "Rate limit exceeded"},
    {ErrorCode::PasswordTooWeak, 400, "Password too weak", "Validation failed"},
    {ErrorCode::AccountDisabled, 401, "Authentication failed", "Authentication failed"},
    {ErrorCode::AccountLocked, 429, "Sign-in held back", "Rate limit exceeded: sign-in is held back"},
    {ErrorCode::NotWritable, 503, "Storage not writable", "The server cannot store this right now"},
    {ErrorCode::DiskFull, 507, "Storage full", "The server has no room left"},
    {ErrorCode::AlreadyExists, 409, "Already exists", "It exists already"},
    {ErrorCode::AddressInUse, 409, "Address in use", "The address is in use"},
    {ErrorCode::AddressNotAllowed, 400, "Address not allowed", "The address is not allowed"},
    {ErrorCode::CertificateInvalid, 409, "Certificate invalid", "The certificate cannot be used"},
    {ErrorCode::BadRequest, 400, "Bad request", "Bad request"},
    {ErrorCode::MethodNotAllowed, 405, "Method not allowed", "Method not allowed"},
    {ErrorCode::UnsupportedMediaType, 415, "Unsupported media type", "Unsupported media type"},
    {ErrorCode::PayloadTooLarge, 413, "Payload too large", "Payload too large"},
    {ErrorCode::UriTooLong, 414, "URI too long", "URI too long"},
    {ErrorCode::RangeNotSatisfiable, 416, "Range not satisfiable", "Range not satisfiable"},
    {ErrorCode::HeadersTooLarge, 431, "Header fields too large", "Header fields too large"},
    {ErrorCode::RequestTimeout, 408, "Request timeout", "Request timeout"},
    {ErrorCode::NotImplemented, 501, "Not implemented", "Not implemented"},
});

constexpr ProblemRow internal = rows.front();

json::object problemObject(int status, std::string_view word, std::string_view title, std::string_view detail,
                           std::string_view error, std::string_view requestId)
{
    json::object problem;
    problem["type"] = std::string("urn:sallyport:problem:").append(word);
    problem["title"] = title;
    problem["status"] = status;
    problem["detail"] = detail;
    problem["error"] = error;
    problem["instance"] = requestId;
    problem["code"] = word;
    return problem;
}

/// `30 seconds`, `5 minutes`, rounded up: who waits so long has waited long enough.
std::string inWords(std::chrono::seconds time)
{
    const auto counted = [](std::int64_t count, const char* unit) {
        return std::to_string(count) + ' ' + unit + (count == 1 ? "" : "s");
    };
    if (time <= std::chrono::seconds(120))
        return counted(std::max<std::int64_t>(1, time.count()), "second");
    if (time <= std::chrono::minutes(120))
        return counted(std::chrono::ceil<std::chrono::minutes>(time).count(), "minute");
    if (time <= std::chrono::hours(48))
        return counted(std::chrono::ceil<std::chrono::hours>(time).count(), "hour");
    return counted(std::chrono::ceil<std::chrono::days>(time).count(), "day");
}

/// Signing in anew is asked for, not a factor.
bool asksForSignIn(const Error& error)
{
    return error.word == "reauthentication_required";
}

bool asksForFactor(const Error& error)
{
    const ErrorCode code = error.code;
    return !asksForSignIn(error) &&
           (code == ErrorCode::MfaRequired || code == ErrorCode::StepUpRequired || code == ErrorCode::MfaEnrolmentRequired);
}

void addMembers(json::object& problem, const Error& error, int status, std::string_view requestId)
{
    if (!error.fields.empty()) {
        json::array details;
        for (const FieldError& field : error.fields) {
            json::object detail{{"field", field.field}, {"message", field.message}, {"rule", field.rule}};
            if (field.position) {
                detail["position"] = *field.position;
                detail["line"] = field.line;
                detail["column"] = field.column;
            }
            details.push_back(std::move(detail));
        }
        problem["details"] = std::move(details);
    }
    if (asksForFactor(error))
        problem["mfa_required"] = true;
    if (error.maxAge) {
        problem["max_age"] = error.maxAge->count();
        if (asksForFactor(error))
            problem["acr_values"] = identity::acrFactor;
    }
    if (!error.required.empty())
        problem["required"] = error.required;
    if (!error.policy.empty())
        problem["policy"] = error.policy;
    if (error.code == ErrorCode::PermissionDenied || error.code == ErrorCode::PolicyDenied)
        problem["decision_id"] = error.decision.empty() ? requestId : error.decision; // the event with this id has the trace
    if (!error.incident.empty())
        problem["incident_id"] = error.incident;
    if (error.clockOffset)
        problem["clock_offset_seconds"] = error.clockOffset->count();
    if (!error.doneJson.empty())
        problem["done"] = json::parse(error.doneJson); // text of ours
    if (status == 429 && error.retryAfter)
        problem["retry_after"] = error.retryAfter->count();
}

/// RFC 6750 §3, RFC 9470 §3.
std::string challenge(const Error& error)
{
    std::string text = "Bearer realm=\"sallyport\"";
    if (error.code == ErrorCode::TokenExpired || error.code == ErrorCode::TokenInvalid)
        text += ", error=\"invalid_token\"";
    else if (asksForFactor(error) || asksForSignIn(error))
        text += ", error=\"insufficient_user_authentication\"";
    if (error.maxAge) {
        text += asksForSignIn(error) ? ", error_description=\"The sign-in is too long ago\""
                                     : ", error_description=\"A second factor must be shown\"";
        if (asksForFactor(error))
            text.append(", acr_values=\"").append(identity::acrFactor).append("\"");
        text += ", max_age=" + std::to_string(error.maxAge->count());
    }
    return text;
}

} // namespace

const ProblemRow& problemRow(ErrorCode code) noexcept
{
    const auto row = std::ranges::find(rows, code, &ProblemRow::code);
    return row != rows.end() ? *row : internal;
}

std::string_view problemWord(const Error& error) noexcept
{
    const ProblemRow& row = problemRow(error.code);
    if (!error.word.empty())
        return error.word;
    // What went wrong inside is nothing for a client, nor whether an account is switched off.
    if (row.code != error.code)
        return errorWord(ErrorCode::Internal);
    return errorWord(error.code == ErrorCode::AccountDisabled ? ErrorCode::Unauthenticated : error.code);
}

http::Response problemAnswer(const Error& error, std::string_view requestId)
{
    const ProblemRow& row = problemRow(error.code);
    const std::string_view word = problemWord(error);
    const bool hidden = row.status == 500 || error.code == ErrorCode::AccountDisabled;
    const std::string_view sentence = error.word == "credential_missing" ? "Authentication required" : row.error;
    std::string detail(hidden || error.detail.empty() ? sentence : std::string_view(error.detail));
    if (row.status == 429 && error.retryAfter)
        detail += "; try again in " + inWords(*error.retryAfter);
    json::object problem = problemObject(row.status, word, row.title, detail, sentence, requestId);
    addMembers(problem, error, row.status, requestId);
    http::Response response = answer(row.status, Media::Problem, json::serialize(problem));
    if (row.status == 401)
        response.addHeader("WWW-Authenticate", challenge(error));
    if (row.status == 429 || row.status == 503)
        response.addHeader("Retry-After",
                           std::to_string(error.retryAfter ? std::max<std::int64_t>(1, error.retryAfter->count()) : 5));
    return response;
}

http::Response transportProblem(int status, std::string_view word, std::string_view requestId)
{
    const std::string_view phrase = http::reasonPhrase(status);
    const json::object problem = problemObject(status, word, phrase, phrase, phrase, requestId);
    http::Response response = answer(status, Media::Problem, json::serialize(problem));
    if (status == 503)
        response.addHeader("Retry-After", "5");
    response.setClose();
    return response;
}

http::Response clearTextProblem(int status, std::string_view word, std::string_view requestId)
{
    const json::object problem = problemObject(
        status, word, http::reasonPhrase(status),
        "This port speaks HTTPS only: ask again with https://. What came in clear text others may have read, so change a "
        "password, token or key that was in it.",
        "The request came in clear text; this port speaks HTTPS only", requestId);
    http::Response response = clearTextAnswer(status, Media::Problem, json::serialize(problem));
    response.setClose();
    return response;
}

} // namespace sallyport::api
