#pragma once

#include <algorithm>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace sallyport {

/// Who wants to know. `add` gives a token; when it goes, the listener is gone too, and a call that is just running on
/// another thread has ended. Thread-safe.
template <typename... Arguments>
class Listeners {
public:
    using Listener = std::function<void(Arguments...)>;

    [[nodiscard]] std::shared_ptr<void> add(Listener listener)
    {
        auto entry = std::make_shared<Entry>(std::move(listener));
        {
            const std::lock_guard lock(m_mutex);
            m_entries.push_back(entry);
        }
        return std::shared_ptr<void>(entry.get(), [entry](void*) {
            const std::lock_guard lock(entry->running);
            entry->listener = nullptr;
        });
    }

    /// In the order in which they came. A listener may end its own or another's subscription. One that throws keeps nothing
    /// from the others; the first exception goes on to the caller when all have been told.
    void notify(const Arguments&... arguments)
    {
        std::exception_ptr first;
        for (const auto& entry : alive()) {
            try {
                const std::lock_guard lock(entry->running);
                if (entry->listener)
                    entry->listener(arguments...);
            } catch (...) {
                if (!first)
                    first = std::current_exception();
            }
        }
        if (first)
            std::rethrow_exception(first);
    }

    bool empty() { return alive().empty(); }

private:
    struct Entry {
        explicit Entry(Listener function) : listener(std::move(function)) {}
        std::recursive_mutex running; ///< recursive: a listener may drop its own token
        Listener listener;
    };

    std::vector<std::shared_ptr<Entry>> alive()
    {
        const std::lock_guard lock(m_mutex);
        std::vector<std::shared_ptr<Entry>> found;
        std::erase_if(m_entries, [&](const std::weak_ptr<Entry>& weak) {
            auto entry = weak.lock();
            if (!entry)
                return true;
            found.push_back(std::move(entry));
            return false;
        });
        return found;
    }

    std::mutex m_mutex;
    std::vector<std::weak_ptr<Entry>> m_entries;
};

} // namespace sallyport
