#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace sallyport::storage {

/// How much there is to do, and to keep.
struct StoreLoad {
    std::size_t waiting = 0;          ///< jobs that nobody has begun yet
    std::chrono::microseconds lag{0}; ///< since when the oldest of them, or of those that are being done, waits for its commit
    std::int64_t bytes = 0;           ///< on disk, with what is not yet merged into the database
};

/// What a Store may also be, for who watches it. Thread-safe.
class WatchedStore {
public:
    virtual ~WatchedStore() = default;
    /// Cheap, and reads the sizes of files: not on a loop.
    [[nodiscard]] virtual StoreLoad load() const = 0;
};

} // namespace sallyport::storage
