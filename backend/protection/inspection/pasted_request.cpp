#include "backend/protection/inspection/pasted_request.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <cctype>

namespace sallyport::protection {
namespace {

std::string_view takeLine(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

bool isMethod(std::string_view word)
{
    return !word.empty() && word.size() <= 16 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool isToken(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](unsigned char c) {
        return std::isalnum(c) != 0 || std::string_view("!#$%&'*+-.^_`|~").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

bool sameName(std::string_view a, std::string_view lower)
{
    return toLowerAscii(a) == lower;
}

/// `GET /path?query HTTP/1.1`, or without the version.
bool readTarget(std::string_view line, PastedRequest& to)
{
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !isMethod(line.substr(0, space)))
        return false;
    std::string_view target = line.substr(space + 1);
    if (const std::size_t version = target.rfind(" HTTP/"); version != std::string_view::npos)
        target = target.substr(0, version);
    if (const std::size_t scheme = target.find("://");
        target.starts_with("http") && scheme != std::string_view::npos && scheme < 6) {
        const std::size_t slash = target.find('/', scheme + 3);
        target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
    }
    if (!target.starts_with('/'))
        return false;
    to.method = line.substr(0, space);
    const std::size_t mark = target.find('?');
    to.path = target.substr(0, mark);
    to.query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
    return true;
}

} // namespace

Result<PastedRequest> readPasted(std::string_view text)
{
    Error wrong(ErrorCode::ValidationFailed, "There is nothing to look at.");
    if (trimAscii(text).empty() || text.size() > pastedMost) {
        const bool empty = text.size() <= pastedMost;
        if (!empty)
            wrong.detail = "At most 128 KiB are looked at.";
        wrong.fields.push_back({"request", wrong.detail, empty ? "minLength" : "maxLength"});
        return wrong;
    }
    PastedRequest request;
    std::string_view rest = text;
    while (rest.starts_with('\n') || rest.starts_with('\r'))
        rest.remove_prefix(1);
    if (!readTarget(takeLine(rest), request)) {
        request.isValue = true;
        request.body = text;
        return request;
    }
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        if (line.empty())
            break;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !isToken(line.substr(0, colon))) {
            wrong.detail = "A line of the head is no header: name, colon, value; an empty line stands before the body.";
            wrong.fields.push_back({"request", wrong.detail, "head"});
            return wrong;
        }
        const RequestHeader header{line.substr(0, colon), trimAscii(line.substr(colon + 1))};
        if (sameName(header.name, "content-type"))
            request.mediaType = header.value;
        request.headers.push_back(header);
    }
    request.body = rest;
    return request;
}

} // namespace sallyport::protection
