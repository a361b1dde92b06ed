#pragma once

#include "backend/identity/core.h"
#include "backend/identity/user.h"

#include <mutex>

namespace sallyport::identity {

/// Pages and figures of the users. Each sort order has an index of its own, pages after a cursor start in it. Totals
/// without a filter and figures are counted once an epoch of changes. Thread-safe.
class UserList {
public:
    explicit UserList(Core& core) : m_core(core) {}

    /// InvalidArgument for a limit beyond 1..200 or a cursor that isn't ours.
    Result<UserPage> page(const UserQuery& query);
    Result<UserStatistics> statistics();

private:
    Result<UserStatistics> countAll(storage::Transaction& transaction) const;

    Core& m_core;
    std::mutex m_mutex;
    std::uint64_t m_countedEpoch = 0;  ///< 0: never
    UserStatistics m_counted;          ///< without `locked`, which changes with time
};

inline constexpr std::uint32_t userPageLimit = 200;
inline constexpr std::size_t userSearchLimit = 200;  ///< bytes of a search text

} // namespace sallyport::identity
