#pragma once

#include "backend/base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport::audit {

/// Collects what is written into pieces of some size for a sink, whose false cancels.
class Outlet {
public:
    using Sink = std::function<bool(std::string_view chunk)>;
    explicit Outlet(Sink sink) : m_sink(std::move(sink)) { m_waiting.reserve(pieceSize + pieceSize / 4); }

    /// To append to; call settle() now and then.
    std::string& text() { return m_waiting; }
    /// Hands on what is enough for a piece.
    [[nodiscard]] Result<void> settle() { return m_waiting.size() < pieceSize ? Result<void>() : flush(); }
    [[nodiscard]] Result<void> flush()
    {
        const bool taken = m_waiting.empty() || m_sink(m_waiting);
        m_waiting.clear();
        return taken ? Result<void>() : Result<void>(makeError(ErrorCode::Cancelled, "The report was cancelled."));
    }

private:
    static constexpr std::size_t pieceSize = 64 * 1024;

    Sink m_sink;
    std::string m_waiting;
};

} // namespace sallyport::audit
