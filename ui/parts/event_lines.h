#pragma once

#include "backend/audit/event.h"
#include "backend/base/error.h"
#include "ui/parts/lines_list.h"

#include <optional>
#include <span>

namespace sallyport::ui {

/// Events as lines of a pane, or why there are none.
void showEvents(LinesList* list, std::span<const audit::Event> events, const std::optional<Error>& error, UtcTime now);

} // namespace sallyport::ui
