#include "backend/protection/limits/rate_scope.h"

#include "backend/access/permission.h"
#include "backend/base/name_text.h"
#include "backend/settings/limits.h"

#include <algorithm>
#include <array>

namespace sallyport::protection {

namespace {

struct ClassTitle {
    std::string_view id;
    RateClass rateClass;
    std::string_view title; ///< English; the window translates it
};
constexpr std::array<ClassTitle, 6> classTitles{{{"address", RateClass::Address, "Any request"},
                                                 {"auth", RateClass::Auth, "Sign-in"},
                                                 {"api_read", RateClass::ApiRead, "Reading"},
                                                 {"api_write", RateClass::ApiWrite, "Writing"},
                                                 {"file_upload", RateClass::FileUpload, "Uploads"},
                                                 {"admin", RateClass::Admin, "Administration"}}};
constexpr std::array<std::string_view, 5> methods{"GET", "POST", "PUT", "PATCH", "DELETE"};

void checkScope(const RateSetting& rule, const std::vector<LimitedRoute>& routes, std::vector<FieldError>& errors)
{
    const RateScope& scope = rule.scope;
    if (scope.path.empty() && scope.methods.empty() && scope.permission.empty()) {
        errors.push_back({"path", "Say a path, a method or a permission", "required"});
        return;
    }
    const std::size_t before = errors.size();
    const bool plain = std::ranges::all_of(scope.path, [](char c) { return c > ' ' && c < 0x7f; });
    if (!scope.path.empty() && (!scope.path.starts_with('/') || !plain))
        errors.push_back({"path", "Must be a route such as /api/users/{id}, or /api/data/* for all below", "format"});
    if (scope.path.size() > ratePathLimit)
        errors.push_back({"path", "Must have at most " + std::to_string(ratePathLimit) + " characters", "maxLength"});
    for (std::size_t at = 0; at < scope.methods.size(); ++at) {
        if (std::ranges::find(methods, scope.methods[at]) == methods.end())
            errors.push_back({"methods." + std::to_string(at), "Must be GET, POST, PUT, PATCH or DELETE", "enum"});
    }
    if (!scope.permission.empty() && !access::findPermission(scope.permission))
        errors.push_back({"permission", "There is no such permission", "enum"});
    if (errors.size() == before && !routes.empty() && routesOf(rule, routes) == 0)
        errors.push_back({"path", "No route is like that", "route"});
}

} // namespace

bool isFor(const RateScope& scope, const LimitedRoute& route) noexcept
{
    if (route.probe)
        return false;
    if (!scope.methods.empty() && std::ranges::find(scope.methods, route.method) == scope.methods.end())
        return false;
    if (!scope.permission.empty() && scope.permission != route.permission)
        return false;
    const std::string_view path = scope.path;
    if (path.empty() || path == route.pattern)
        return true;
    if (!path.ends_with("/*"))
        return false;
    const std::string_view above = path.substr(0, path.size() - 2);
    const std::string_view pattern = route.pattern;
    return pattern.starts_with(above) && (pattern.size() == above.size() || pattern[above.size()] == '/');
}

std::uint32_t routesOf(const RateSetting& rule, const std::vector<LimitedRoute>& routes) noexcept
{
    // Count_ is the class of no route that has one.
    const RateClass own = rule.builtIn ? rateClassOf(rule.id).value_or(RateClass::Count_) : RateClass::Count_;
    return static_cast<std::uint32_t>(std::ranges::count_if(routes, [&](const LimitedRoute& route) {
        if (!rule.builtIn)
            return isFor(rule.scope, route);
        return own == RateClass::Address ? !route.probe : route.rate.has_value() && *route.rate == own;
    }));
}

void checkRule(RateSetting& rule, const std::vector<LimitedRoute>& routes, std::vector<FieldError>& errors)
{
    if (!rule.builtIn) {
        tidyName("name", rule.name, 1, rateNameLimit, errors);
        std::ranges::sort(rule.scope.methods);
        rule.scope.methods.erase(std::ranges::unique(rule.scope.methods).begin(), rule.scope.methods.end());
        checkScope(rule, routes, errors);
    }
    if (rule.numbers.requests < 1 || std::int64_t{rule.numbers.requests} > settings::rateRequestsLimit)
        errors.push_back({"requests", "Must be from 1 to 10,000,000", "range"});
    if (rule.numbers.window < std::chrono::seconds(1) || rule.numbers.window > settings::rateWindowLimit)
        errors.push_back({"window_seconds", "Must be from a second to 31 days", "range"});
    const auto subjects = subjectsOf(rule.id);
    if (std::ranges::find(subjects, rule.subject) == subjects.end())
        errors.push_back({"keyed_by", "This rule can't be counted by that", "enum"});
    if (rule.cost < 1 || rule.cost > rateCostLimit)
        errors.push_back({"cost", "Must be from 1 to 1,000", "range"});
    const bool needed = rule.id == "address" || rule.id == "auth" || rule.id == "admin";
    if (rule.builtIn && needed && rule.mode == settings::ControlMode::Off)
        errors.push_back({"mode", "This limit can't be switched off: nobody is unlimited", "enum"});
}

std::string_view rateClassTitle(std::string_view id) noexcept
{
    const auto found = std::ranges::find(classTitles, id, &ClassTitle::id);
    return found != classTitles.end() ? found->title : std::string_view();
}

std::optional<RateClass> rateClassOf(std::string_view id) noexcept
{
    const auto found = std::ranges::find(classTitles, id, &ClassTitle::id);
    return found != classTitles.end() ? std::optional(found->rateClass) : std::nullopt;
}

} // namespace sallyport::protection
