#pragma once

#include "backend/access/change_book.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/core/live_keys.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

// Changes by which a key cuts itself off: of itself, and of the service account that it speaks for. What it takes to take one
// back is how it was and how the change left it, as JSON.

/// True if the key `actor` shows opens less than before, not from where it is used now, not for as long as it takes to confirm,
/// or so seldom that nobody could.
bool cutsOff(const access::Actor& actor, const KeyRecord& before, const KeyRecord& after, UtcTime now);

std::string keyUndo(const KeyRecord& before, const KeyRecord& after);
/// What the change did to it, undone: each by itself. Answers what others have changed since, by name.
std::vector<std::string> putBack(KeyRecord& key, std::string_view undo);

std::string accountUndo(const ServiceAccount& before, const ServiceAccount& after);
/// The same; roles that there are no more stay away, and nobody is left without one.
std::vector<std::string> putBack(ServiceAccount& account, std::string_view undo, const access::Roles& roles);

} // namespace sallyport::identity
