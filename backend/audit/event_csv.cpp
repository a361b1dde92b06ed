#include "backend/audit/event_csv.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"

#include <array>

namespace sallyport::audit {

namespace {

constexpr std::array columns{"sequence",    "time",         "kind",       "event",       "severity",    "outcome",
                             "actor_kind",  "actor_id",     "actor_name", "actor_email", "object_kind", "object_id",
                             "object_name", "object_email", "address",    "user_agent",  "request_id",  "method",
                             "path",        "status",       "reason",     "details",     "hash"};

/// Also in full width, which some spreadsheets fold (OWASP, CSV injection).
bool startsFormula(std::string_view text)
{
    for (const std::string_view start :
         {"=", "+", "-", "@", "\t", "\r", "\n", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"})
        if (text.starts_with(start))
            return true;
    return false;
}

/// C0 controls and DEL as text.
std::string withoutControls(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else if (c == '\t')
            result += "\\t";
        else if (byte < 0x20 || byte == 0x7f) {
            constexpr char digits[] = "0123456789abcdef";
            result += "\\x";
            result += digits[byte >> 4];
            result += digits[byte & 0xf];
        } else
            result += c;
    }
    return result;
}

bool hasUnsafe(std::string_view text)
{
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f)
            return true;
    return false;
}

/// C1 controls, line separators and bidirectional controls as `\u2028`.
std::string withoutSeparators(const std::string& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        const std::string_view sequence = std::string_view(text).substr(i, length);
        if (length == 2 || length == 3) {
            std::string escaped;
            appendJsonString(escaped, sequence);
            result += escaped.substr(1, escaped.size() - 2);
        } else {
            result += sequence;
        }
        i += length;
    }
    return result;
}

} // namespace

void appendCsvField(std::string& to, std::string_view text)
{
    std::string field;
    if (startsFormula(text))
        field += '\'';
    if (hasUnsafe(text))
        field += withoutSeparators(withoutControls(text));
    else
        field += text;
    if (field.find_first_of(",\"") == field.npos) {
        to += field;
        return;
    }
    to += '"';
    for (const char c : field) {
        if (c == '"')
            to += '"';
        to += c;
    }
    to += '"';
}

void appendCsvHead(std::string& to)
{
    for (bool first = true; const std::string_view column : columns) {
        if (!first)
            to += ',';
        first = false;
        to += column;
    }
    to += "\r\n";
}

void appendCsvEvent(std::string& to, const Event& event)
{
    const EventKind* const known = findEventKind(event.kind);
    const std::string time = toRfc3339(event.time);
    const std::string status = event.status == 0 ? std::string() : std::to_string(event.status);
    to += std::to_string(event.sequence);
    for (const std::string_view field : {std::string_view(time),
                                         std::string_view(event.kind),
                                         known ? known->title : std::string_view(),
                                         severityWord(event.severity),
                                         outcomeWord(event.outcome),
                                         std::string_view(event.actor.kind),
                                         std::string_view(event.actor.id),
                                         std::string_view(event.actor.name),
                                         std::string_view(event.actor.email),
                                         std::string_view(event.object.kind),
                                         std::string_view(event.object.id),
                                         std::string_view(event.object.name),
                                         std::string_view(event.object.email),
                                         std::string_view(event.address),
                                         std::string_view(event.userAgent),
                                         std::string_view(event.requestId),
                                         std::string_view(event.method),
                                         std::string_view(event.path),
                                         std::string_view(status),
                                         std::string_view(event.reason),
                                         std::string_view(event.detailsJson),
                                         std::string_view(event.hash)}) {
        to += ',';
        appendCsvField(to, field);
    }
    to += "\r\n";
}

} // namespace sallyport::audit
