#pragma once

#include "backend/services.h"

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

} // namespace sallyport::daemon
