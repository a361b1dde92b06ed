#include "backend/audit/documents/json_cells.h"

#include "backend/base/shown_text.h"

namespace sallyport::audit {

void appendJsonWords(std::string& to, const Phrase& words)
{
    appendJsonString(to, textOf(words));
}

void appendJsonCell(std::string& to, const Cell& cell, const TimeZone& zone)
{
    if (const auto* text = std::get_if<std::string>(&cell))
        appendJsonString(to, *text);
    else if (const auto* number = std::get_if<std::int64_t>(&cell))
        to += std::to_string(*number);
    else if (const auto* time = std::get_if<UtcTime>(&cell))
        appendJsonString(to, zone.rfc3339(*time));
    else if (const auto* said = std::get_if<Phrase>(&cell))
        appendJsonWords(to, *said);
    else
        to += "null";
}

void appendDrawnWords(std::string& to, const Phrase& words)
{
    to += "{\"t\":";
    appendJsonString(to, words.source);
    if (!words.values.empty()) {
        to += ",\"v\":[";
        for (bool first = true; const std::string& value : words.values) {
            if (!first)
                to += ',';
            first = false;
            appendJsonString(to, value);
        }
        to += ']';
    }
    if (words.context != "Report") {
        to += ",\"c\":";
        appendJsonString(to, words.context);
    }
    to += '}';
}

void appendDrawnCell(std::string& to, const Cell& cell, const TimeZone& zone)
{
    if (const auto* said = std::get_if<Phrase>(&cell))
        return appendDrawnWords(to, *said);
    if (!std::holds_alternative<UtcTime>(cell))
        return appendJsonCell(to, cell, zone);
    to += "{\"at\":";
    appendJsonCell(to, cell, zone);
    to += '}';
}

} // namespace sallyport::audit
