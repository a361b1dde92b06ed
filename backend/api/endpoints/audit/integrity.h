#pragma once

#include "backend/api/download.h"

namespace sallyport::api {

/// `X-Audit-Integrity: damaged` where the journal is known to be: of everything that is made from it and leaves.
void tellIntegrity(const Call& call, http::Response& response);
/// `madeSo`: what is handed out says of itself that it was made from one.
void tellIntegrity(const Call& call, Download& download, bool madeSo = false);

} // namespace sallyport::api
