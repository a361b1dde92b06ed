#include "backend/protection/inspection/request_parts.h"

#include "backend/base/csv_reader.h"
#include "backend/base/utf8.h"
#include "backend/protection/inspection/unseen_members.h"

#include <algorithm>
#include <array>

namespace sallyport::protection {
namespace {

using detection::Part;
using detection::PartKind;

bool sameWord(std::string_view text, std::string_view lower) noexcept
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i])
            return false;
    }
    return true;
}

/// A header's name as it is usually written, so that hits and exclusions are of the same one however it was sent.
std::string_view usualName(std::string_view name) noexcept
{
    constexpr std::array<std::string_view, 20> usual{"Accept",
                                                     "Accept-Charset",
                                                     "Accept-Encoding",
                                                     "Accept-Language",
                                                     "Cache-Control",
                                                     "Content-Type",
                                                     "Cookie",
                                                     "Forwarded",
                                                     "From",
                                                     "Origin",
                                                     "Referer",
                                                     "User-Agent",
                                                     "Via",
                                                     "X-Api-Version",
                                                     "X-Client-Ip",
                                                     "X-Forwarded-For",
                                                     "X-Forwarded-Host",
                                                     "X-Real-IP",
                                                     "X-Requested-With",
                                                     "X-Wap-Profile"};
    for (const std::string_view one : usual) {
        if (one.size() == name.size() && std::ranges::equal(one, name, [](char a, char b) { return (a | 0x20) == (b | 0x20); }))
            return one;
    }
    return name;
}

PartKind kindByBegin(std::string_view body) noexcept
{
    const std::size_t begin = body.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return PartKind::Text;
    switch (body[begin]) {
    case '{':
    case '[': return PartKind::Json;
    case '<': return PartKind::Xml;
    default: return PartKind::Text;
    }
}

PartKind kindOf(std::string_view mediaType, std::string_view body) noexcept
{
    const std::string_view media = trimAscii(mediaType.substr(0, mediaType.find(';')));
    if (sameWord(media, "application/json"))
        return PartKind::Json;
    if (sameWord(media, "application/x-www-form-urlencoded"))
        return PartKind::Form;
    if (sameWord(media, "application/xml") || sameWord(media, "text/xml"))
        return PartKind::Xml;
    return kindByBegin(body);
}

/// A comma for whatever isn't CSV, too.
char separatorOfCsv(const RequestText& request) noexcept
{
    return sameWord(trimAscii(request.mediaType.substr(0, request.mediaType.find(';'))), "text/csv")
               ? CsvReader::separatorIn(request.body)
               : ',';
}

/// What separates fields is none of a shell's or of SQL's; inside quotation marks it is the field's own.
std::string withCommas(std::string_view csv, char separator)
{
    std::string text(csv);
    bool quoted = false;
    for (char& c : text) {
        quoted = quoted != (c == '"');
        if (c == separator && !quoted)
            c = ',';
    }
    return text;
}

} // namespace

void addHeadParts(const RequestText& request, std::vector<Part>& parts)
{
    if (request.path.size() > 1)
        parts.push_back({PartKind::Path, {}, request.path});
    if (!request.query.empty())
        parts.push_back({PartKind::Query, {}, request.query});
    for (const RequestHeader& header : request.headers) {
        if (header.value.empty() || isUnseenHeader(header.name))
            continue;
        parts.push_back(
            {sameWord(header.name, "cookie") ? PartKind::Cookie : PartKind::Header, usualName(header.name), header.value});
    }
}

void addBodyPart(const RequestText& request, std::vector<Part>& parts, std::string& reread)
{
    std::string_view body = request.body;
    if (body.empty())
        return;
    if (const char separator = separatorOfCsv(request); separator != ',') {
        reread = withCommas(body, separator);
        body = reread;
    }
    parts.push_back({kindOf(request.mediaType, body), {}, body});
}

} // namespace sallyport::protection
