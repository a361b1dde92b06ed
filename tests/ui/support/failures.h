#pragma once

#include "backend/base/error.h"

#include <mutex>
#include <optional>

namespace sallyport::tests {

/// Makes the next calls fail, or all of them. Thread-safe.
class Failures {
public:
    void failNext(Error error) { set(std::move(error), true); }
    void failAlways(Error error) { set(std::move(error), false); }
    void stop()
    {
        const std::lock_guard guard(m_mutex);
        m_error.reset();
    }
    /// The error to answer with, or nothing.
    std::optional<Error> take()
    {
        const std::lock_guard guard(m_mutex);
        auto error = m_error;
        if (m_once)
            m_error.reset();
        return error;
    }

private:
    void set(Error error, bool once)
    {
        const std::lock_guard guard(m_mutex);
        m_error = std::move(error);
        m_once = once;
    }
    std::mutex m_mutex;
    std::optional<Error> m_error;
    bool m_once = false;
};

} // namespace sallyport::tests
