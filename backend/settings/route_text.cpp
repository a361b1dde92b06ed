#include "backend/settings/route_text.h"

#include <algorithm>
#include <array>

namespace sallyport::settings {

namespace {

constexpr std::array<std::string_view, 5> routeMethods{"GET", "POST", "PUT", "PATCH", "DELETE"};
constexpr std::string_view blanks = " \t\r\n";

std::string_view withoutBlanks(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

bool isPathChar(char c) noexcept
{
    constexpr std::string_view others = "/-_.{}";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.find(c) != others.npos;
}

} // namespace

Result<std::vector<std::string>> parseRoutes(std::string_view text)
{
    std::vector<std::string> routes;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view word = withoutBlanks(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        if (word.empty())
            continue;
        const std::size_t blank = std::min(word.find(' '), word.size());
        const std::string_view method = word.substr(0, blank), path = withoutBlanks(word.substr(blank));
        if (std::ranges::find(routeMethods, method) == routeMethods.end() || !path.starts_with('/') ||
            !std::ranges::all_of(path, isPathChar))
            return makeError(ErrorCode::InvalidArgument,
                             "Must be routes with their methods, separated by commas: POST /api/comments, PATCH /api/users/{id}");
        std::string route = std::string(method).append(" ").append(path);
        if (std::ranges::find(routes, route) == routes.end())
            routes.push_back(std::move(route));
    }
    if (routes.size() > routesMost)
        return makeError(ErrorCode::InvalidArgument, "Must be at most 32 routes");
    return routes;
}

} // namespace sallyport::settings
