#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"

#include <cstddef>
#include <map>
#include <mutex>

namespace sallyport::protection {

/// When which address was banned by its score: what the length of the next ban goes by, for who may not wait for the database.
/// Thread-safe; never blocks on anything else.
class BanMemory {
public:
    struct Ban {
        UtcTime from, ends;
    };
    using Bans = std::multimap<IpAddress, Ban>; ///< by the address, or the first of the range, that was banned

    /// In place of all.
    void replace(Bans bans);
    /// One that is known already counts once.
    void add(const IpAddress& address, const Ban& ban);
    /// The one that holds was a mistake.
    void lift(const IpAddress& address, UtcTime now);
    void forget(UtcTime before);
    std::size_t count(const IpAddress& address, UtcTime since) const;
    std::size_t size() const;

private:
    mutable std::mutex m_mutex;
    Bans m_bans;
};

} // namespace sallyport::protection
