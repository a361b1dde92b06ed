#pragma once

#include "backend/audit/event.h"

#include <string>

namespace sallyport::audit {

/// Appends the event as one line of the Common Event Format, version 0, without a line end. Nothing that a text holds
/// begins a field, an extension or a line of its own: `\` and `|` of the header, `\` and `=` of the extension are escaped,
/// line ends of the extension are `\n` and `\r`, other unseen characters are shown as escapes (base/shown_text.h).
void appendCef(std::string& to, const Event& event);

} // namespace sallyport::audit
