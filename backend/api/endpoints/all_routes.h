#pragma once

#include "backend/api/route.h"

#include <vector>

namespace sallyport::api {

/// Every route there is, in the order of the document.
std::vector<Route> allRoutes();

// One file each.
std::vector<Route> signInRoutes();
std::vector<Route> outsideSignInRoutes();
std::vector<Route> ownLinkRoutes();
std::vector<Route> passwordRoutes();
std::vector<Route> sessionRoutes();
std::vector<Route> allSessionRoutes();
std::vector<Route> tokenRoutes();
std::vector<Route> mfaRoutes();
std::vector<Route> passkeyRoutes();
std::vector<Route> deviceRoutes();
std::vector<Route> noticeRoutes();
std::vector<Route> userRoutes();
std::vector<Route> userActionRoutes();
std::vector<Route> userBulkRoutes();
std::vector<Route> userTransferRoutes();
std::vector<Route> roleRoutes();
std::vector<Route> keyRoutes();
std::vector<Route> serviceAccountRoutes();
std::vector<Route> signatureRoutes();
std::vector<Route> providerRoutes();
std::vector<Route> eventRoutes();
std::vector<Route> auditRoutes();
std::vector<Route> rateLimitRoutes();
std::vector<Route> settingRoutes();
std::vector<Route> serverRoutes();
std::vector<Route> probeRoutes();

} // namespace sallyport::api
