#pragma once

#include "backend/audit/event.h"
#include "ui/users/lines_list.h"

namespace sallyport::ui {

/// An event as one line of a pane.
LinesList::Line eventLine(const audit::Event& event, UtcTime now);

} // namespace sallyport::ui
