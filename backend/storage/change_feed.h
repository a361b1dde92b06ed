#pragma once

#include "backend/base/fault.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sallyport::storage {

/// A kind of thing that somebody keeps in memory, by the word that other nodes will know it by, and what its transaction
/// hands over with a change: usually the thing as it is now. Constants, declared beside their Value.
template <typename Value>
struct Topic {
    std::string_view word; ///< `user`, `session`
    /// Told after all other changes of its commit: what goes to the outside must find that those who keep in memory who may
    /// be told are already of this commit.
    bool afterTheOthers = false;
};

/// One thing that a transaction changed: the kind, its id, and what it is now; without a value it is gone.
struct Change {
    std::string_view topic;
    const void* type; ///< which Value it is
    std::string id;
    std::shared_ptr<const void> value;
    bool afterTheOthers = false;
};

/// The address says which type it is.
template <typename Value>
inline constexpr char changeType = 0;

/// Who keeps something of the database in memory, and is told what changed: one a Store. Told on the writer thread, after
/// the commit and before its callers are answered, in the order of the commits and within one in the order in which its
/// transactions said it, but for topics that are told after the others. Commits of another process bring no records of what
/// changed: after Store::onExternalChange whoever keeps something reads it again (in a vault OpenBackend::readAgain).
/// Thread-safe.
class ChangeFeed {
public:
    /// Ends the subscription; a call that is just running on another thread has ended then.
    using Subscription = std::shared_ptr<void>;
    template <typename Value>
    using Listener = std::function<void(const std::string& id, const std::shared_ptr<const Value>& now)>;

    /// `listener` must not block. `now` is null for what is gone.
    template <typename Value>
    [[nodiscard]] Subscription subscribe(const Topic<Value>& topic, std::type_identity_t<Listener<Value>> listener)
    {
        return add(topic.word, &changeType<Value>, [listener = std::move(listener)](const Change& change) {
            listener(change.id, std::static_pointer_cast<const Value>(change.value));
        });
    }

    /// For the store. What a listener throws is told to `onFault`, as of the thread `where`; the others are told all the same.
    void tell(const std::vector<Change>& changes, const FaultListener& onFault, std::string_view where) noexcept;

private:
    struct Entry;
    using Entries = std::vector<std::shared_ptr<Entry>>;
    Subscription add(std::string_view topic, const void* type, std::function<void(const Change&)> listener);

    std::mutex m_mutex;
    std::shared_ptr<const Entries> m_entries = std::make_shared<const Entries>(); ///< replaced as a whole
};

} // namespace sallyport::storage
