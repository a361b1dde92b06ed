#include "backend/base/csv_field.h"

#include "backend/base/shown_text.h"

#include <algorithm>

namespace sallyport {

namespace {

/// Also in full width, which some spreadsheets fold (OWASP, CSV injection).
bool startsFormula(std::string_view text) noexcept
{
    for (const std::string_view start :
         {"=", "+", "-", "@", "\t", "\r", "\n", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"})
        if (text.starts_with(start))
            return true;
    return false;
}

/// A formula behind any number of guards, none included.
bool needsGuard(std::string_view text) noexcept
{
    return startsFormula(text.substr(std::min(text.find_first_not_of('\''), text.size())));
}

/// Most fields of most rows: what nothing is done to, since it can neither end a field nor begin a formula, and is seen as it is.
bool isPlain(std::string_view text) noexcept
{
    if (!text.empty() && (text.front() == '=' || text.front() == '+' || text.front() == '-' || text.front() == '@'))
        return false;
    return std::ranges::all_of(text,
                               [](char c) { return c >= ' ' && c < 0x7f && c != ',' && c != ';' && c != '"' && c != '\''; });
}

} // namespace

void appendCsvField(std::string& to, std::string_view text)
{
    if (isPlain(text)) {
        to += text;
        return;
    }
    std::string field;
    if (needsGuard(text))
        field += '\'';
    appendShownText(field, text);
    if (field.find_first_of(",;\"") == field.npos) {
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

std::string_view withoutCsvGuard(std::string_view field) noexcept
{
    return field.starts_with('\'') && needsGuard(field.substr(1)) ? field.substr(1) : field;
}

} // namespace sallyport
