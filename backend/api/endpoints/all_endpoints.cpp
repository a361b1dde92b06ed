#include "backend/api/endpoints/all_endpoints.h"

#include "backend/api/router.h"

#include <algorithm>

namespace sallyport::api {

// The files of endpoints/, in the order of the document: each defines `EndpointGroup <name>Endpoints()`. This list is all
// that a new one has to be entered in.
#define SALLYPORT_ENDPOINT_GROUPS(group)                                                                                         \
    group(common);                                                                                                               \
    group(signIn);                                                                                                               \
    group(outsideSignIn);                                                                                                        \
    group(ownLink);                                                                                                              \
    group(password);                                                                                                             \
    group(session);                                                                                                              \
    group(allSession);                                                                                                           \
    group(token);                                                                                                                \
    group(mfa);                                                                                                                  \
    group(passkey);                                                                                                              \
    group(device);                                                                                                               \
    group(notice);                                                                                                               \
    group(user);                                                                                                                 \
    group(userAction);                                                                                                           \
    group(userBulk);                                                                                                             \
    group(userTransfer);                                                                                                         \
    group(role);                                                                                                                 \
    group(accessReview);                                                                                                         \
    group(policy);                                                                                                               \
    group(policyTransfer);                                                                                                       \
    group(decision);                                                                                                             \
    group(record);                                                                                                               \
    group(comment);                                                                                                              \
    group(file);                                                                                                                 \
    group(key);                                                                                                                  \
    group(signature);                                                                                                            \
    group(serviceAccount);                                                                                                       \
    group(provider);                                                                                                             \
    group(event);                                                                                                                \
    group(search);                                                                                                               \
    group(report);                                                                                                               \
    group(audit);                                                                                                                \
    group(output);                                                                                                               \
    group(tree);                                                                                                                 \
    group(evidence);                                                                                                             \
    group(history);                                                                                                              \
    group(retention);                                                                                                            \
    group(incident);                                                                                                             \
    group(alertRule);                                                                                                            \
    group(rateLimit);                                                                                                            \
    group(drill);                                                                                                                \
    group(blocklist);                                                                                                            \
    group(threat);                                                                                                               \
    group(detection);                                                                                                            \
    group(change);                                                                                                               \
    group(setting);                                                                                                              \
    group(server);                                                                                                               \
    group(certificate);                                                                                                          \
    group(browser);                                                                                                              \
    group(metrics);                                                                                                              \
    group(probe);

#define SALLYPORT_DECLARE_GROUP(name) EndpointGroup name##Endpoints()
SALLYPORT_ENDPOINT_GROUPS(SALLYPORT_DECLARE_GROUP)

Endpoints allEndpoints()
{
    std::vector<EndpointGroup> groups;
#define SALLYPORT_ADD_GROUP(name) groups.push_back(name##Endpoints())
    SALLYPORT_ENDPOINT_GROUPS(SALLYPORT_ADD_GROUP)
    return collect(groups);
}

std::vector<std::string> routeNames()
{
    std::vector<std::string> names;
    for (const Route& route : allEndpoints().routes)
        names.push_back(std::string(http::methodName(route.method)).append(" ").append(route.pattern));
    std::ranges::sort(names);
    return names;
}

std::string routeTemplate(std::string_view method, std::string_view path)
{
    static const Endpoints endpoints = allEndpoints();
    static const Router router(endpoints.routes);
    const RouteMatch match = router.find(http::methodFromText(method), path);
    if (match.route == nullptr)
        return std::string(method).append(" ").append(path);
    return std::string(http::methodName(match.route->method)).append(" ").append(match.route->pattern);
}

} // namespace sallyport::api
