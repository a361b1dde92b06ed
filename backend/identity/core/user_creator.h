#pragma once

#include "backend/base/result.h"
#include "backend/storage/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity::rows {

/// One of user_changes.h, for those who change nothing else of users: whoever has created some under one of `names` is called
/// `to` from now on. Nothing that a client sends back.
Result<void> renameCreator(storage::Transaction& transaction, const std::vector<std::string>& names, std::string_view to);

} // namespace sallyport::identity::rows
