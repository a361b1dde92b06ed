#pragma once

#include "backend/base/result.h"
#include "backend/retention/erased_event.h"
#include "backend/storage/transaction.h"

#include <string>
#include <vector>

namespace sallyport::retention {

/// Takes out of hits of detection and of decisions from where and with what the person's own requests came, what they said, and
/// who it was; out of those of others their e-mails. `alone`: names that are theirs alone.
Result<void> forgetRequests(storage::Transaction& transaction, const ErasedPerson& person, const std::vector<std::string>& alone);

/// The same of the hits of these requests, which were the person's without their id: with a key, or at a sign-in.
Result<void> forgetHitsOf(storage::Transaction& transaction, const std::vector<std::string>& requests);

} // namespace sallyport::retention
