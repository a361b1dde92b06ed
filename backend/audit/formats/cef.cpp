#include "backend/audit/formats/cef.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/formats/product.h"
#include "backend/base/ip_address.h"
#include "backend/base/shown_text.h"
#include "backend/base/utf8.h"

namespace sallyport::audit {

namespace {

// What the dictionary of extensions allows, in characters; bytes here, so never more.
constexpr std::size_t cefTextLimit = 1023, cefLabelledLimit = 4000, cefIdLimit = 128;

void appendEscaped(std::string& to, std::string_view shown, char special)
{
    for (const char c : shown) {
        if (c == '\\' || c == special)
            to += '\\';
        to += c;
    }
}

void headerField(std::string& to, std::string_view text)
{
    appendEscaped(to, shownText(text), '|');
    to += '|';
}

void extension(std::string& to, std::string_view key, std::string_view value, std::size_t limit = cefTextLimit)
{
    if (value.empty())
        return;
    if (!to.empty())
        to += ' ';
    to.append(key) += '=';
    const std::string cut = truncateUtf8(value, limit);
    std::string_view rest = cut;
    while (!rest.empty()) {
        const std::size_t end = rest.find_first_of("\r\n");
        appendEscaped(to, shownText(rest.substr(0, end)), '=');
        if (end == rest.npos)
            return;
        to += rest[end] == '\n' ? "\\n" : "\\r";
        rest.remove_prefix(end + 1);
    }
}

void extension(std::string& to, std::string_view key, std::int64_t value)
{
    extension(to, key, std::to_string(value));
}

/// One of the extensions that everybody names for themselves.
void labelled(std::string& to, std::string_view key, std::string_view label, std::string_view value)
{
    if (value.empty())
        return;
    extension(to, key, value, cefLabelledLimit);
    extension(to, std::string(key) + "Label", label);
}

/// 0 to 10, as the header has it.
char severityDigit(Severity severity)
{
    switch (severity) {
    case Severity::Info: return '1';
    case Severity::Notice: return '3';
    case Severity::Warning: return '6';
    case Severity::Critical: break;
    }
    return '9';
}

void source(std::string& to, const std::string& text)
{
    const auto address = IpAddress::parse(text);
    if (address && address->isV4())
        extension(to, "src", text);
    else
        labelled(to, "c6a2", "Source IPv6 Address", address ? text : std::string());
}

} // namespace

void appendCef(std::string& to, const Event& event, std::string_view damage)
{
    const EventKind* const known = findEventKind(event.kind);
    std::string line = "CEF:0|";
    headerField(line, productVendor);
    headerField(line, productName);
    headerField(line, productVersion());
    headerField(line, event.kind);
    headerField(line, known != nullptr ? known->title : std::string_view(event.kind));
    headerField(line, std::string(1, severityDigit(event.severity)));
    std::string rest;
    extension(rest, "rt", event.time.time_since_epoch().count() / 1000);
    extension(rest, "externalId", eventId(event));
    extension(rest, "outcome", outcomeWord(event.outcome));
    extension(rest, "reason", event.reason);
    source(rest, event.address);
    extension(rest, "suser", event.actor.name);
    extension(rest, "suid", event.actor.id, cefIdLimit);
    extension(rest, "duser", event.object.name);
    extension(rest, "duid", event.object.id, cefIdLimit);
    extension(rest, "requestMethod", event.method);
    extension(rest, "request", event.path);
    extension(rest, "requestClientApplication", event.userAgent);
    labelled(rest, "cs1", "Actor kind", event.actor.kind);
    labelled(rest, "cs2", "Object kind", event.object.kind);
    labelled(rest, "cs3", "Request id", event.requestId);
    labelled(rest, "cs4", "Details", event.detailsJson);
    labelled(rest, "cs5", "Hash", event.hash);
    labelled(rest, "cs6", "OWASP event", known != nullptr ? known->owasp : std::string_view());
    extension(rest, "cn1", event.sequence);
    extension(rest, "cn1Label", "Sequence");
    if (event.status != 0) {
        extension(rest, "cn2", event.status);
        extension(rest, "cn2Label", "HTTP status");
    }
    labelled(rest, "flexString1", "Journal damage", damage);
    to.append(line).append(rest);
}

} // namespace sallyport::audit
