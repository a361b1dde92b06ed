#include "backend/protection/inspection/request_parts.h"

#include "backend/base/csv_reader.h"
#include "backend/base/utf8.h"
#include "backend/protection/detection/bytes.h"
#include "backend/protection/inspection/unseen_members.h"

#include <algorithm>
#include <array>

namespace sallyport::protection {
namespace {

using detection::Part;
using detection::PartKind;

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

/// What a log would read of a header that isn't looked at otherwise, because a credential or the transport's own is in it: a
/// lookup of Log4j, a function of a shell. Only from there on: before it the credential may stand.
std::string_view readByLogs(std::string_view value) noexcept
{
    constexpr std::size_t near = 8;
    const std::size_t brace = value.find('{');
    if (brace == std::string_view::npos)
        return {};
    const std::size_t begin = value.find_last_of("$(", brace);
    return begin == std::string_view::npos || begin + near < brace ? std::string_view() : value.substr(begin);
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

bool isCsv(std::string_view mediaType) noexcept
{
    return detection::equalsFolded(trimAscii(mediaType.substr(0, mediaType.find(';'))), "text/csv");
}

PartKind kindOf(std::string_view mediaType, std::string_view body) noexcept
{
    const std::string_view media = trimAscii(mediaType.substr(0, mediaType.find(';')));
    if (detection::equalsFolded(media, "application/json"))
        return PartKind::Json;
    if (detection::equalsFolded(media, "application/x-www-form-urlencoded"))
        return PartKind::Form;
    if (detection::equalsFolded(media, "application/xml") || detection::equalsFolded(media, "text/xml"))
        return PartKind::Xml;
    return isCsv(mediaType) ? PartKind::Text : kindByBegin(body);
}

} // namespace

void addHeadParts(const RequestText& request, std::vector<Part>& parts)
{
    if (request.path.size() > 1)
        parts.push_back({PartKind::Path, {}, request.path});
    if (!request.query.empty())
        parts.push_back({PartKind::Query, {}, request.query});
    for (const RequestHeader& header : request.headers) {
        if (isUnseenHeader(header.name)) {
            if (const std::string_view shown = readByLogs(header.value); !shown.empty())
                parts.push_back({PartKind::Header, usualName(header.name), shown});
            continue;
        }
        if (header.value.empty())
            continue;
        parts.push_back({detection::equalsFolded(header.name, "cookie") ? PartKind::Cookie : PartKind::Header,
                         usualName(header.name), header.value});
    }
}

void addBodyPart(const RequestText& request, std::vector<Part>& parts)
{
    if (request.body.empty())
        return;
    const char separator = isCsv(request.mediaType) ? CsvReader::separatorIn(request.body) : ',';
    parts.push_back({kindOf(request.mediaType, request.body), {}, request.body, separator});
}

std::vector<Part> partsOf(const RequestText& request)
{
    std::vector<Part> parts;
    parts.reserve(request.headers.size() + 3);
    addHeadParts(request, parts);
    addBodyPart(request, parts);
    return parts;
}

} // namespace sallyport::protection
