#include "backend/api/endpoints/all_routes.h"

namespace sallyport::api {

std::vector<Route> allRoutes()
{
    std::vector<Route> all;
    for (const auto part :
         {signInRoutes,         outsideSignInRoutes, ownLinkRoutes,      passwordRoutes, sessionRoutes,   allSessionRoutes,
          tokenRoutes,          mfaRoutes,           passkeyRoutes,      deviceRoutes,   noticeRoutes,    userRoutes,
          userActionRoutes,     userBulkRoutes,      userTransferRoutes, roleRoutes,     keyRoutes,       signatureRoutes,
          serviceAccountRoutes, providerRoutes,      eventRoutes,        auditRoutes,    rateLimitRoutes, settingRoutes,
          serverRoutes,         probeRoutes}) {
        const std::vector<Route> routes = part();
        all.insert(all.end(), routes.begin(), routes.end());
    }
    return all;
}

} // namespace sallyport::api
