#include "backend/protection/inspection/route_names.h"

namespace sallyport::protection {
namespace {

/// How many parameters it takes, -1 if it doesn't fit.
int parametersOf(std::string_view pattern, std::string_view path)
{
    int parameters = 0;
    while (!pattern.empty() || !path.empty()) {
        if (pattern.empty() || path.empty() || pattern.front() != '/' || path.front() != '/')
            return -1;
        pattern.remove_prefix(1);
        path.remove_prefix(1);
        const std::string_view want = pattern.substr(0, pattern.find('/')), have = path.substr(0, path.find('/'));
        if (want.starts_with('{') && !have.empty())
            ++parameters;
        else if (want != have)
            return -1;
        pattern.remove_prefix(want.size());
        path.remove_prefix(have.size());
    }
    return parameters;
}

} // namespace

std::string routeOf(const std::vector<std::string>& routes, std::string_view method, std::string_view path)
{
    std::string best;
    int fewest = -1;
    for (const std::string& route : routes) {
        const std::size_t space = route.find(' ');
        if (space == std::string::npos || std::string_view(route).substr(0, space) != method)
            continue;
        const int parameters = parametersOf(std::string_view(route).substr(space + 1), path);
        if (parameters >= 0 && (fewest < 0 || parameters < fewest)) {
            fewest = parameters;
            best = route;
        }
    }
    return best;
}

} // namespace sallyport::protection
