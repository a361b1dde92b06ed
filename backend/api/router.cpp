#include "backend/api/router.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace sallyport::api {
namespace {

constexpr std::size_t methods = static_cast<std::size_t>(http::Method::Unknown);
constexpr std::size_t parameterLength = 64; // ids have 26 characters, names of classes and settings fewer than 64

bool isParameterChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// `address`: one of the network, which has colons as well. Ids may have dots inside, as those of detection rules do
/// (`sql.union`); what could be read as a folder is none.
bool isParameter(std::string_view text, bool address)
{
    if (text.empty() || text.size() > parameterLength || text.starts_with('.') || text.ends_with('.') ||
        text.find("..") != std::string_view::npos)
        return false;
    return std::ranges::all_of(text, [address](char c) { return c == '.' || isParameterChar(c) || (address && c == ':'); });
}

} // namespace

/// All methods of one pattern.
struct Router::Place {
    std::array<const Route*, methods> byMethod{};
    std::string allow;
    std::string_view after; // of the parameter
    bool address = false;   // which is `{address}`
};

struct Router::Index {
    std::unordered_map<std::string_view, Place> exact;
    /// By what stands before the parameter, which is one segment: so a path is asked for a few places, not for all.
    std::unordered_map<std::string_view, std::vector<Place>> withParameter;
};

Router::Router(std::span<const Route> routes) : m_routes(routes), m_index(std::make_unique<Index>())
{
    std::unordered_map<std::string_view, Place> patterns;
    for (const Route& route : routes)
        patterns[route.pattern].byMethod[static_cast<std::size_t>(route.method)] = &route;
    for (auto& [pattern, place] : patterns) {
        for (std::size_t method = 0; method < methods; ++method) {
            if (method == static_cast<std::size_t>(http::Method::Head))
                place.byMethod[method] = place.byMethod[static_cast<std::size_t>(http::Method::Get)];
            if (place.byMethod[method] != nullptr)
                place.allow.append(place.allow.empty() ? "" : ", ").append(http::methodName(static_cast<http::Method>(method)));
        }
        const std::size_t open = pattern.find('{');
        if (open == std::string_view::npos) {
            m_index->exact.emplace(pattern, std::move(place));
        } else {
            place.address = pattern.substr(open).starts_with("{address}");
            place.after = pattern.substr(pattern.find('}') + 1);
            m_index->withParameter[pattern.substr(0, open)].push_back(std::move(place));
        }
    }
}

Router::~Router() = default;

/// A parameter holds no `/`, so it is one of the path's segments: the last ones first, since most patterns end with it.
const Router::Place* Router::findWithParameter(std::string_view path, std::string_view& parameter) const noexcept
{
    for (std::size_t end = path.size(); end > 0;) {
        const std::size_t slash = path.rfind('/', end - 1);
        if (slash == std::string_view::npos)
            return nullptr;
        const std::string_view segment = path.substr(slash + 1, end - slash - 1);
        if (const auto places = m_index->withParameter.find(path.substr(0, slash + 1)); places != m_index->withParameter.end()) {
            for (const Place& candidate : places->second) {
                if (candidate.after == path.substr(end) && isParameter(segment, candidate.address)) {
                    parameter = segment;
                    return &candidate;
                }
            }
        }
        end = slash;
    }
    return nullptr;
}

RouteMatch Router::find(http::Method method, std::string_view path) const noexcept
{
    RouteMatch match;
    if (method == http::Method::Unknown || method == http::Method::Connect) {
        match.kind = RouteMatch::Kind::UnknownMethod;
        return match;
    }
    const Place* place = nullptr;
    if (const auto exact = m_index->exact.find(path); exact != m_index->exact.end()) {
        place = &exact->second;
    } else {
        place = findWithParameter(path, match.parameter);
    }
    if (place == nullptr)
        return match;
    match.route = place->byMethod[static_cast<std::size_t>(method)];
    match.kind = match.route != nullptr ? RouteMatch::Kind::Found : RouteMatch::Kind::WrongMethod;
    match.allow = &place->allow;
    return match;
}

} // namespace sallyport::api
