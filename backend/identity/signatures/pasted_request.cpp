#include "backend/identity/signatures/pasted_request.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sallyport::identity {

namespace {

constexpr std::string_view sentMark = "> "; // of curl -v

std::string_view trimmed(std::string_view text)
{
    const auto white = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && white(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && white(text.back()))
        text.remove_suffix(1);
    return text;
}

/// The next line without its end; `rest` begins after it.
std::string_view takeLine(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (line == ">")
        return {};
    return line.starts_with(sentMark) ? line.substr(sentMark.size()) : line;
}

bool isWord(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c > ' ' && c < 0x7f; });
}

Error unreadableText(std::string detail)
{
    return makeError(ErrorCode::InvalidArgument, std::move(detail));
}

Result<void> readFirstLine(PastedRequest& request, std::string_view line)
{
    const std::size_t first = line.find(' ');
    const std::size_t second = first == line.npos ? line.npos : line.find(' ', first + 1);
    const std::string_view method = line.substr(0, first);
    std::string_view target = first == line.npos ? std::string_view() : line.substr(first + 1, second - first - 1);
    if (!isWord(method) || !isWord(target))
        return unreadableText("The first line must be like: GET /api/signed HTTP/1.1");
    if (const std::size_t scheme = target.find("://"); scheme != target.npos && !target.starts_with('/')) {
        const std::size_t path = target.find('/', scheme + 3);
        request.authority = target.substr(scheme + 3, path == target.npos ? path : path - scheme - 3);
        target = path == target.npos ? std::string_view("/") : target.substr(path);
    }
    if (!target.starts_with('/'))
        return unreadableText("The path in the first line must begin with a slash");
    request.method = method;
    request.target = target;
    return {};
}

std::optional<std::size_t> contentLength(const PastedRequest& request)
{
    for (const auto& [name, value] : request.fields) {
        if (!sameFieldName(name, "Content-Length"))
            continue;
        std::size_t length = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
        return error == std::errc() && end == value.data() + value.size() ? std::optional(length) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

Result<PastedRequest> PastedRequest::read(std::string_view text)
{
    if (text.size() > pastedRequestLimit)
        return unreadableText("The request is longer than 256 KiB");
    while (!text.empty() && (text.front() == '\n' || text.front() == '\r' || text.front() == ' '))
        text.remove_prefix(1);
    PastedRequest request;
    SALLYPORT_TRY(readFirstLine(request, takeLine(text)));
    for (std::size_t number = 2; !text.empty(); ++number) {
        const std::string_view line = takeLine(text);
        if (line.empty())
            break;
        const std::size_t colon = line.find(':');
        if (colon == line.npos || !isWord(line.substr(0, colon)))
            return unreadableText("Line " + std::to_string(number) + " is no header field");
        request.fields.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
        if (sameFieldName(request.fields.back().first, "Host"))
            request.authority = request.fields.back().second;
    }
    request.body = text;
    if (const auto length = contentLength(request); length && *length < request.body.size())
        request.body.resize(*length);
    return request;
}

SignedMessage PastedRequest::message(std::vector<MessageField>& room) const
{
    room.clear();
    for (const auto& [name, value] : fields)
        room.push_back({name, value});
    const std::string_view whole = target;
    const std::size_t mark = std::min(whole.find('?'), whole.size());
    return {method, whole, whole.substr(0, mark), whole.substr(std::min(mark + 1, whole.size())), authority, room, body};
}

} // namespace sallyport::identity
