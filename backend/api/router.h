#pragma once

#include "backend/api/route.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace sallyport::api {

/// What the path and the method led to.
struct RouteMatch {
    enum class Kind : std::uint8_t { Found, UnknownPath, WrongMethod, UnknownMethod };
    Kind kind = Kind::UnknownPath;
    const Route* route = nullptr;
    std::string_view parameter;         ///< what stands for `{id}`; a view into the path
    const std::string* allow = nullptr; ///< `GET, HEAD, POST` for WrongMethod
};

/// Finds the route of a request. A path is compared byte by byte: another case, a trailing or double slash or a percent
/// sign is another path, and none of ours. Immutable, so any thread.
class Router {
public:
    /// Keeps the routes; they must outlive it.
    explicit Router(std::span<const Route> routes);
    ~Router();

    RouteMatch find(http::Method method, std::string_view path) const noexcept;
    std::span<const Route> routes() const noexcept { return m_routes; }

private:
    struct Place;
    struct Index;
    const Place* findWithParameter(std::string_view path, std::string_view& parameter) const noexcept;

    std::span<const Route> m_routes;
    std::unique_ptr<Index> m_index;
};

} // namespace sallyport::api
