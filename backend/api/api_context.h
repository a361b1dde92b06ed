#pragma once

#include "backend/audit/journal.h"
#include "backend/base/fault.h"
#include "backend/base/random.h"
#include "backend/base/thread_pool.h"
#include "backend/http/server.h"
#include "backend/identity/signed_requests/signed_requests.h"
#include "backend/protection/limits/rate_limiter.h"
#include "backend/services/services.h"
#include "backend/storage/watched_store.h"

#include <functional>
#include <vector>

namespace sallyport::api {

class LiveStreams;
class MetricsText;
class SchemaSet;

/// Everything that a request may need, owned by the Backend and outliving the server. Made by name.
struct ApiContext {
    Services& services;
    identity::SignedRequests& signedRequests;
    audit::Journal& journal;
    protection::RateLimiter& limiter;
    RandomSource& random;
    ThreadPool& work;
    ThreadPool& kdf;
    ThreadPool& report;
    ThreadPool& outbound;
    /// True while the database answers; may block, so workers only.
    std::function<bool()> ready;
    /// Told what threads of the API throw apart from requests; a request's own fault goes into the journal with the request.
    FaultListener onFault = {};
    // For GET /metrics; none: nothing is told of it.
    std::function<storage::StoreLoad()> load = {};
    std::function<http::ServerStats()> transport = {};
    /// What services add to it, each its own families; on a worker. No label may have a value that a client could choose.
    std::vector<std::function<void(MetricsText&)>> moreMetrics = {};
};

} // namespace sallyport::api
