#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// The route that a request goes to, of `POST /api/comments`, `GET /api/data/{id}`...; empty: there is none. For the tester:
/// requests have their route from the router. One without a parameter is nearer than one with.
std::string routeOf(const std::vector<std::string>& routes, std::string_view method, std::string_view path);

} // namespace sallyport::protection
