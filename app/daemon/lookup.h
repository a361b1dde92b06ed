#pragma once

#include "app/daemon/arguments.h"
#include "backend/services/services.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::daemon {

/// The user with exactly this e-mail address or id.
Result<identity::User> findUser(Services& services, const std::string& emailOrId);
/// The service account with exactly this name (any case) or id.
Result<identity::ServiceAccount> findServiceAccount(Services& services, const std::string& nameOrId);

/// `a,b,c` and back; empty parts are left out.
std::vector<std::string> split(const std::string& text);
std::string joined(const std::vector<std::string>& words);

/// `3600`, or with a unit: `90s`, `15m`, `12h`, `90d`. InvalidArgument says which option.
Result<std::chrono::seconds> secondsOf(std::string_view option, const std::string& text);

/// `--q` and `--inactive-days`, as the commands take them that list users.
inline constexpr Option userTextOption{"q", "TEXT", "part of a name or e-mail address"};
inline constexpr Option inactiveDaysOption{
    "inactive-days", "DAYS", "only who may sign in or is invited and hasn't signed in or used a session for so long"};
Result<identity::UserQuery> userFilters(const Arguments& arguments);

} // namespace sallyport::daemon
