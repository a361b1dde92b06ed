#pragma once

#include "backend/audit/event.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// Appends the event as one line of the Common Event Format, version 0, without a line end. Nothing that a text holds
/// begins a field, an extension or a line of its own: `\` and `|` of the header, `\` and `=` of the extension are escaped,
/// line ends of the extension are `\n` and `\r`, other unseen characters are shown as escapes (base/shown_text.h).
/// `damage`, what is known of the journal's, stands in `flexString1` with its label; empty: there is none.
void appendCef(std::string& to, const Event& event, std::string_view damage = {});

} // namespace sallyport::audit
