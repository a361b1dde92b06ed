#pragma once

#include "backend/audit/journal.h"
#include "backend/audit/upkeep.h"
#include "backend/http/response.h"
#include "backend/identity/core/user.h"
#include "backend/identity/sessions/sessions.h"
#include "backend/identity/sign_in/sign_in.h"
#include "backend/services/server_control.h"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string_view>

namespace sallyport::api {

/// An empty text is null.
boost::json::value orNull(std::string_view text);
/// Times as RFC 3339, or null.
boost::json::value timeJson(std::optional<UtcTime> time);
boost::json::object toJson(const identity::User& user);
boost::json::object toJson(const identity::OneTimeLink& link);
/// What login, /mfa and /refresh answer.
boost::json::object toJson(const identity::Tokens& tokens);
/// What a sign-in answers: tokens, or what /api/auth/mfa wants.
http::Response signInAnswer(const identity::SignInResult& result);
boost::json::object toJson(const identity::Session& session);
boost::json::object toJson(const ServerStatus& status);
boost::json::array toJson(const std::vector<audit::DutyState>& duties);
std::string_view statusWord(identity::UserStatus status) noexcept;

} // namespace sallyport::api
