#include "backend/storage/change_feed.h"

#include <atomic>

namespace sallyport::storage {

struct ChangeFeed::Entry {
    const std::string topic;
    const void* const type;
    std::atomic<bool> ended{false}; ///< the next subscription leaves it out
    std::recursive_mutex running;   ///< recursive: a listener may drop its own token
    std::function<void(const Change&)> listener;

    Entry(std::string_view word, const void* valueType, std::function<void(const Change&)> function)
        : topic(word), type(valueType), listener(std::move(function))
    {
    }
};

ChangeFeed::Subscription ChangeFeed::add(std::string_view topic, const void* type, std::function<void(const Change&)> listener)
{
    auto entry = std::make_shared<Entry>(topic, type, std::move(listener));
    const std::lock_guard lock(m_mutex);
    auto entries = std::make_shared<Entries>();
    for (const auto& known : *m_entries) {
        if (!known->ended.load())
            entries->push_back(known);
    }
    entries->push_back(entry);
    m_entries = std::move(entries);
    return Subscription(entry.get(), [entry](void*) {
        const std::lock_guard running(entry->running);
        entry->listener = nullptr;
        entry->ended.store(true);
    });
}

void ChangeFeed::tell(const std::vector<Change>& changes, const FaultListener& onFault, std::string_view where) noexcept
{
    if (changes.empty())
        return;
    std::shared_ptr<const Entries> entries;
    {
        const std::lock_guard lock(m_mutex);
        entries = m_entries;
    }
    const auto tellOne = [&](const Change& change) {
        for (const auto& entry : *entries) {
            if (entry->type != change.type || entry->topic != change.topic)
                continue;
            contained(onFault, where, [&] {
                const std::lock_guard running(entry->running);
                if (entry->listener)
                    entry->listener(change);
            });
        }
    };
    for (const bool last : {false, true}) {
        for (const Change& change : changes) {
            if (change.afterTheOthers == last)
                tellOne(change);
        }
    }
}

} // namespace sallyport::storage
