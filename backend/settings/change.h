#pragma once

#include "backend/settings/settings.h"

#include <string>
#include <utility>
#include <vector>

namespace sallyport::settings {

using Changes = std::vector<std::pair<std::string, std::string>>;

/// `values` with all of `changes` applied and the rules between settings checked. InvalidArgument with one field for
/// each bad key; an unknown key's message names the closest known ones.
Result<Values> apply(const Values& values, const Changes& changes);

} // namespace sallyport::settings
