#include "backend/api/endpoints/json_of.h"

#include "backend/api/answer.h"
#include "backend/base/time_format.h"
#include "backend/identity/users/user_file.h"

#include <boost/json.hpp>

namespace sallyport::api {

namespace json = boost::json;

json::value orNull(std::string_view text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value timeJson(std::optional<UtcTime> time)
{
    return time ? json::value(toRfc3339(*time)) : json::value(nullptr);
}

std::string_view statusWord(identity::UserStatus status) noexcept
{
    switch (status) {
    case identity::UserStatus::Active: return "active";
    case identity::UserStatus::Disabled: return "disabled";
    case identity::UserStatus::Invited: return "invited";
    }
    return "disabled";
}

json::object toJson(const identity::User& user)
{
    return identity::userJson(user);
}

json::object toJson(const identity::OneTimeLink& link)
{
    return {{"token", link.token.view()}, {"expires_at", toRfc3339(link.expiresAt)}};
}

json::object toJson(const identity::Tokens& tokens)
{
    json::object object;
    object["token"] = tokens.accessToken.view();
    object["token_type"] = "Bearer";
    object["expires_in"] = tokens.expiresIn.count();
    object["refresh_token"] = tokens.refreshToken.view();
    object["user"] = toJson(tokens.user);
    if (!tokens.deviceToken.empty())
        object["device_token"] = tokens.deviceToken.view();
    if (tokens.mfaDeadline)
        object["mfa_required_by"] = toRfc3339(*tokens.mfaDeadline);
    return object;
}

http::Response signInAnswer(const identity::SignInResult& result)
{
    if (const auto* tokens = std::get_if<identity::Tokens>(&result))
        return flatAnswer(toJson(*tokens));
    json::object answer;
    if (const auto* needed = std::get_if<identity::EnrolmentNeeded>(&result)) {
        answer["mfa_enrolment_required"] = true;
        answer["enrolment_token"] = needed->token.view();
        answer["token_type"] = "Bearer";
        answer["expires_in"] = needed->expiresIn.count();
        return flatAnswer(answer);
    }
    const auto& pending = std::get<identity::MfaPending>(result);
    answer["mfa_required"] = true;
    answer["mfa_token"] = pending.mfaToken.view();
    json::array methods;
    if (pending.passkey)
        methods.emplace_back("webauthn");
    if (pending.app)
        methods.emplace_back("totp");
    methods.emplace_back("recovery_code");
    answer["methods"] = std::move(methods);
    answer["expires_in"] = pending.expiresIn.count();
    return flatAnswer(answer);
}

json::object toJson(const identity::Session& session)
{
    return {{"id", session.id.text()},
            {"created_at", timeJson(session.createdAt)},
            {"last_used_at", timeJson(session.lastUsedAt)},
            {"expires_at", timeJson(session.expiresAt)},
            {"address", session.address},
            {"user_agent", session.userAgent},
            {"mfa", session.mfa},
            {"console", session.console},
            {"current", session.current}};
}

json::object toJson(const ServerStatus& status)
{
    constexpr std::string_view states[] = {"stopped", "starting", "running", "stopping", "failed"};
    json::object object;
    object["state"] = states[static_cast<std::size_t>(status.state)];
    object["url"] = status.url;
    object["fingerprint"] = status.fingerprint;
    object["certificate_expires_at"] = toRfc3339(status.certificateExpiresAt);
    object["started_at"] = toRfc3339(status.startedAt);
    object["connections"] = status.connections;
    object["requests_per_second"] = status.requestsPerSecond;
    return object;
}

json::array toJson(const std::vector<audit::DutyState>& duties)
{
    json::array array;
    for (const audit::DutyState& duty : duties) {
        json::object object;
        object["duty"] = audit::dutyWord(duty.duty);
        object["failing"] = duty.failing;
        object["failures"] = duty.failures;
        for (const auto& [name, time] : {std::pair("last_success", duty.lastSuccess), std::pair("last_failure", duty.lastFailure),
                                         std::pair("failing_since", duty.failingSince)})
            if (time)
                object[name] = toRfc3339(*time);
        if (duty.failing) {
            object["error"] = errorWord(duty.code);
            object["detail"] = duty.why;
        }
        array.push_back(std::move(object));
    }
    return array;
}

} // namespace sallyport::api
