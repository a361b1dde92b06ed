#pragma once

#include "backend/http/response.h"

#include <memory>
#include <string_view>

namespace sallyport::api {

/// A body that a worker writes piece by piece and that waits for a slow reader: constant memory for any length.
class PipedBody {
public:
    PipedBody();
    /// A body that was not completed is aborted: also when an exception ended the work on it.
    ~PipedBody();
    PipedBody(const PipedBody&) = delete;
    PipedBody& operator=(const PipedBody&) = delete;

    /// What the answer sends; taken once.
    std::unique_ptr<http::BodySource> takeSource();
    /// Blocks until the connection has room. False when the client is gone or the server stops. Workers only.
    bool write(std::string_view chunk);
    /// The body is complete.
    void finish();
    /// It cannot be completed: the connection is cut, so that nobody takes half a file for a whole one.
    void abort();

private:
    struct State;
    class Source;
    std::shared_ptr<State> m_state;
    bool m_open = false; ///< the source was taken, and its end is not told
};

} // namespace sallyport::api
