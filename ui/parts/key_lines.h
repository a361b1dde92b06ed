#pragma once

#include "backend/base/error.h"
#include "backend/identity/core/api_key.h"
#include "ui/parts/lines_list.h"

#include <optional>
#include <vector>

namespace sallyport::ui {

/// Somebody's API keys as lines of a pane, each with a way to open it, or why there are none.
void showKeys(LinesList* list, const std::vector<identity::ApiKey>& keys, const std::optional<Error>& error, UtcTime now);

} // namespace sallyport::ui
