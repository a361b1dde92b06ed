#pragma once

#include "backend/access/role.h"
#include "backend/authorization/access_review.h"
#include "backend/storage/store.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sallyport::authorization::rows {

/// What the statements need beside the query.
struct ReviewGiven {
    UtcTime now = {};
    UtcTime unusedSince = {};                       ///< whose last use is then or before is unused
    bool withKeys = true, withAccounts = true;      ///< whoever asks may see them
    std::optional<std::vector<std::string>> roles;  ///< the role that is asked for, with its heirs
    std::optional<std::vector<std::string>> giving; ///< roles that give the permission that is asked for
    std::vector<std::string> named;                 ///< roles whose name or title has the text
};

/// A page of what is held, without what only the table of roles knows, and, if that `counts`, how much there is in all.
[[nodiscard]] Result<AccessReviewPage> heldAccess(storage::Transaction& transaction, const AccessReviewQuery& query,
                                                  const ReviewGiven& given, bool counts);

/// The id of a user, by it or by their address, or, if `accounts`, of a service account; nothing if there is none.
[[nodiscard]] Result<std::optional<std::string>> holderId(storage::Transaction& transaction, const std::string& idOrEmail,
                                                          bool accounts);

/// For each subject and action the newest decision that was recorded for a request and allowed.
using LastAllowed = std::map<std::pair<std::string, std::string>, UtcTime>;
[[nodiscard]] Result<LastAllowed> lastAllowed(storage::Transaction& transaction, const std::vector<std::string>& subjects,
                                              const std::vector<std::string>& actions);

} // namespace sallyport::authorization::rows
