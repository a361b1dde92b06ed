#pragma once

#include "backend/storage/store.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace sallyport::audit {

/// Whose an e-mail is, by the journal: in small letters, to the account's id.
using EmailOwners = std::unordered_map<std::string, std::string>;

/// By the events up to there; of several accounts the one that had it last.
[[nodiscard]] Result<EmailOwners> emailOwners(storage::Transaction& transaction, std::int64_t last);

} // namespace sallyport::audit
