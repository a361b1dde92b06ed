#include "backend/base/csv_field.h"

#include "backend/base/shown_text.h"

#include <algorithm>
#include <array>

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

// What a character of a field asks for, and so the field.
constexpr unsigned char plainField = 0, quotedField = 1, carefulField = 2;

constexpr auto fieldNeeds = [] {
    std::array<unsigned char, 256> needs{};
    for (std::size_t c = 0; c < needs.size(); ++c)
        needs[c] = c >= ' ' && c < 0x7f && c != '"' && c != '\'' ? plainField : carefulField;
    needs[','] = needs[';'] = quotedField;
    return needs;
}();

/// Of most fields of most rows nothing, or quotation marks around them: they cannot begin a formula, and are seen as they are.
unsigned needOf(std::string_view text) noexcept
{
    if (!text.empty() && (text.front() == '=' || text.front() == '+' || text.front() == '-' || text.front() == '@'))
        return carefulField;
    unsigned need = plainField;
    for (const char c : text)
        need |= fieldNeeds[static_cast<unsigned char>(c)];
    return need;
}

} // namespace

void appendCsvField(std::string& to, std::string_view text)
{
    const unsigned need = needOf(text);
    if (need == plainField) {
        to += text;
        return;
    }
    if (need == quotedField) {
        to += '"';
        to += text;
        to += '"';
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
