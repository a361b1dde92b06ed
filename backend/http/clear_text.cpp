#include "backend/http/clear_text.h"

#include "backend/http/characters.h"

#include <algorithm>

namespace sallyport::http {
namespace {

constexpr std::string_view blanks = "\r\n";

/// `HTTP/` and whatever version; a space stands before it.
bool endsInVersion(std::string_view line) noexcept
{
    const std::size_t last = line.rfind(' ');
    return last != std::string_view::npos && line.substr(last + 1).starts_with("HTTP/");
}

} // namespace

bool mayBeginRequest(char first) noexcept
{
    return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') || first == '\r' || first == '\n';
}

FirstLine readFirstLine(std::string_view bytes, std::size_t limit) noexcept
{
    const std::size_t start = bytes.find_first_not_of(blanks);
    if (start == std::string_view::npos)
        return bytes.size() > limit ? FirstLine::NoRequest : FirstLine::NeedMore;
    bytes.remove_prefix(start);
    const std::size_t end = bytes.find_first_of(blanks);
    if (end == std::string_view::npos && bytes.size() <= limit)
        return FirstLine::NeedMore;
    const std::string_view line = bytes.substr(0, end);
    const std::size_t space = line.find(' ');
    if (space == 0 || space == std::string_view::npos || !std::ranges::all_of(line.substr(0, space), isTokenChar))
        return FirstLine::NoRequest;
    if (!endsInVersion(line) && !line.substr(space + 1).starts_with('/'))
        return FirstLine::NoRequest;
    return line.substr(0, space) == "HEAD" ? FirstLine::HeadRequest : FirstLine::Request;
}

} // namespace sallyport::http
