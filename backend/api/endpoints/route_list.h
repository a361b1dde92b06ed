#pragma once

#include "backend/api/route.h"

#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::api {

/// Routes of one group that are made from a few templates, which say all that they have in common.
class RouteList {
public:
    /// A copy of the template with what is of this route alone. It may be altered until the next is added.
    Route& add(Route from, std::string_view pattern, Handler handler, std::string_view operation, std::string_view summary,
               std::string_view answer)
    {
        from.pattern = pattern;
        from.handler = handler;
        from.operation = operation;
        from.summary = summary;
        from.answer = answer;
        return m_routes.emplace_back(std::move(from));
    }
    std::vector<Route> take() { return std::move(m_routes); }

private:
    std::vector<Route> m_routes;
};

} // namespace sallyport::api
