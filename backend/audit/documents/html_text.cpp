#include "backend/audit/documents/html_text.h"

#include "backend/base/shown_text.h"

#include <algorithm>

namespace sallyport::audit {

namespace {

bool isHarmless(char c)
{
    return c >= ' ' && c < 0x7f && c != '<' && c != '>' && c != '&' && c != '"' && c != '\'';
}

} // namespace

void appendHtmlText(std::string& to, std::string_view text)
{
    if (std::ranges::all_of(text, isHarmless)) {
        to += text;
        return;
    }
    for (const char c : shownText(text)) {
        switch (c) {
        case '<': to += "&lt;"; break;
        case '>': to += "&gt;"; break;
        case '&': to += "&amp;"; break;
        case '"': to += "&quot;"; break;
        case '\'': to += "&#39;"; break;
        default: to += c;
        }
    }
}

std::string htmlText(std::string_view text)
{
    std::string escaped;
    appendHtmlText(escaped, text);
    return escaped;
}

std::string groupedNumber(std::int64_t number)
{
    std::string digits = std::to_string(number), grouped;
    const std::size_t sign = number < 0 ? 1 : 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > sign && (digits.size() - i) % 3 == 0)
            grouped += "\xe2\x80\xaf";
        grouped += digits[i];
    }
    return grouped;
}

} // namespace sallyport::audit
