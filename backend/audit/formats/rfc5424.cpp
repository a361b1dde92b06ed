#include "backend/audit/formats/rfc5424.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_json.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/formats/cef.h"
#include "backend/audit/formats/ocsf.h"
#include "backend/base/shown_text.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"

namespace sallyport::audit {

namespace {

constexpr int logAudit = 13;
constexpr std::size_t hostLimit = 255, messageIdLimit = 32;
/// The number that RFC 5612 sets aside for examples: the product has none of its own.
constexpr std::string_view elementId = "sallyport@32473";
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

int syslogSeverity(Severity severity)
{
    switch (severity) {
    case Severity::Info: return 6;
    case Severity::Notice: return 5;
    case Severity::Warning: return 4;
    case Severity::Critical: break;
    }
    return 2;
}

/// Printable ASCII without spaces, or `-`.
void headerWord(std::string& to, std::string_view text, std::size_t limit)
{
    const std::size_t begin = to.size();
    for (const char c : text.substr(0, limit)) {
        if (c > ' ' && c < 0x7f)
            to += c;
    }
    if (to.size() == begin)
        to += '-';
    to += ' ';
}

void header(std::string& to, UtcTime time, Severity severity, std::string_view id, std::string_view host)
{
    to += '<';
    to += std::to_string(logAudit * 8 + syslogSeverity(severity));
    to += ">1 ";
    to += toRfc3339(time);
    to += ' ';
    headerWord(to, host, hostLimit);
    to += "sallyport - ";
    headerWord(to, id, messageIdLimit);
}

void parameter(std::string& to, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    to += ' ';
    to += name;
    to += "=\"";
    for (const char c : shownText(value)) {
        if (c == '"' || c == '\\' || c == ']')
            to += '\\';
        to += c;
    }
    to += '"';
}

void structuredData(std::string& to, const Event& event)
{
    to += '[';
    to += elementId;
    parameter(to, "id", eventId(event));
    parameter(to, "sequence", std::to_string(event.sequence));
    const EventKind* const known = findEventKind(event.kind);
    parameter(to, "owasp", known != nullptr ? known->owasp : std::string_view());
    parameter(to, "severity", severityWord(event.severity));
    parameter(to, "outcome", outcomeWord(event.outcome));
    parameter(to, "actor_kind", event.actor.kind);
    parameter(to, "actor_id", event.actor.id);
    parameter(to, "actor", event.actor.name);
    parameter(to, "object_kind", event.object.kind);
    parameter(to, "object_id", event.object.id);
    parameter(to, "object", event.object.name);
    parameter(to, "address", event.address);
    parameter(to, "user_agent", event.userAgent);
    parameter(to, "request_id", event.requestId);
    parameter(to, "method", event.method);
    parameter(to, "path", event.path);
    if (event.status != 0)
        parameter(to, "status", std::to_string(event.status));
    parameter(to, "reason", event.reason);
    parameter(to, "details", event.detailsJson);
    parameter(to, "hash", event.hash);
    to += ']';
}

/// `Sign-in failed: Mei Tanaka, 198.51.100.24, bad_password`
std::string sentence(const Event& event)
{
    const EventKind* const known = findEventKind(event.kind);
    std::string text(known != nullptr ? known->title : std::string_view(event.kind));
    std::string_view between = ": ";
    for (const std::string* part : {&event.actor.name, &event.object.name, &event.address, &event.reason}) {
        if (part->empty())
            continue;
        text.append(between).append(*part);
        between = ", ";
    }
    return shownText(text);
}

void message(std::string& to, std::string_view text)
{
    to += ' ';
    if (!isAscii(text))
        to += byteOrderMark;
    to += text;
}

} // namespace

void appendRfc5424(std::string& to, const Event& event, std::string_view host, SyslogBody body)
{
    header(to, event.time, event.severity, event.kind, host);
    std::string text;
    switch (body) {
    case SyslogBody::Text:
        structuredData(to, event);
        message(to, sentence(event));
        return;
    case SyslogBody::Cef: appendCef(text, event); break;
    case SyslogBody::Ocsf: appendOcsf(text, event); break;
    case SyslogBody::JsonLine: appendEventJson(text, event); break;
    }
    to += '-';
    message(to, text);
}

void appendRfc5424(std::string& to, UtcTime time, Severity severity, std::string_view id, std::string_view host,
                   std::string_view text)
{
    header(to, time, severity, id, host);
    to += '-';
    message(to, shownText(text));
}

} // namespace sallyport::audit
