#pragma once

#include "backend/audit/event.h"

#include <string>
#include <string_view>

namespace sallyport::audit {

/// What stands for the event in a line of syslog.
enum class SyslogBody { Text, Cef, Ocsf, JsonLine };

/// Appends the event as one message of RFC 5424, without line end or frame: facility 13 (log audit), HOSTNAME `host` (its
/// printable ASCII, `-` if there is none), MSGID the kind. With Text its members are structured data and the message is for
/// people; with the others the message is that document. Values are escaped as §6.3.3 asks, unseen characters are shown as
/// escapes; a message with more than ASCII begins with the byte order mark (§6.4).
void appendRfc5424(std::string& to, const Event& event, std::string_view host, SyslogBody body);

/// The same of a text that is no event: MSGID `id`.
void appendRfc5424(std::string& to, UtcTime time, Severity severity, std::string_view id, std::string_view host,
                   std::string_view text);

} // namespace sallyport::audit
