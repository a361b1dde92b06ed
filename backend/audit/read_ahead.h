#pragma once

#include "backend/base/result.h"

#include <functional>
#include <future>
#include <utility>

namespace sallyport {

/// Reads the next piece of something long while the one before is worked on: a thread at most, a piece ahead at most. Where no
/// thread is to be had the piece is read when it is asked for. Not thread-safe itself; going waits for what is being read.
template <typename Piece>
class ReadAhead {
public:
    /// Called on another thread, one call after another.
    using Read = std::function<Result<Piece>()>;

    /// Begins to read a piece; an earlier one that nobody took is forgotten.
    void begin(Read read) { m_coming = std::async(std::launch::async | std::launch::deferred, std::move(read)); }
    bool hasBegun() const noexcept { return m_coming.valid(); }
    /// Waits for what begin() has begun; its exceptions come out here.
    Result<Piece> take() { return m_coming.get(); }

private:
    std::future<Result<Piece>> m_coming;
};

} // namespace sallyport
