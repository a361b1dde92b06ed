#pragma once

#include "backend/api/download.h"
#include "backend/audit/journal.h"

namespace sallyport::api {

/// Of everything that is made from the journal and leaves: `X-Audit-Integrity: damaged` where that is known to be, `accepted`
/// where damage of it was accepted. `madeSo`: what is handed out says of itself that it was made from a damaged one. Reads the
/// database.
void tellIntegrity(const Call& call, http::Response& response, bool madeSo = false);
void tellIntegrity(const Call& call, Download& download, bool madeSo = false);
/// The same by what a check has just found.
void tellIntegrity(const audit::ChainReport& chain, Download& download);

} // namespace sallyport::api
