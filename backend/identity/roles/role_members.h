#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// Who had a role that is gone: how many, and the first names of them.
struct RoleLoss {
    std::int64_t users = 0;
    std::vector<std::string> userNames;
    std::int64_t accounts = 0;
    std::vector<std::string> accountNames;
};

/// Takes a role from everybody who has it, and tells of those whom memory shows.
[[nodiscard]] Result<RoleLoss> takeFromMembers(storage::Transaction& transaction, std::string_view role, UtcTime now);

/// The title of an identity provider that gives the role; empty: none does.
[[nodiscard]] Result<std::string> providerThatGives(storage::Transaction& transaction, std::string_view role);

} // namespace sallyport::identity
