#pragma once

#include "backend/base/clock.h"
#include "backend/services/provisional_changes.h"

#include <algorithm>
#include <mutex>

namespace sallyport::tests {

/// Nothing waits to be confirmed, until a test puts something in.
class FakeChanges final : public ProvisionalChanges {
public:
    explicit FakeChanges(Clock& clock) : m_clock(clock) {}

    Result<std::vector<ProvisionalChange>> list(const access::Actor&) override
    {
        const std::lock_guard guard(mutex);
        std::vector<ProvisionalChange> all;
        for (ProvisionalChange change : changes) {
            change.left = std::chrono::duration_cast<std::chrono::milliseconds>(change.until - m_clock.now());
            if (change.state == ProvisionalChange::State::Waiting)
                all.push_back(std::move(change));
        }
        return all;
    }
    Result<ProvisionalChange> read(const access::Actor&, std::string_view id) override
    {
        const std::lock_guard guard(mutex);
        const auto found = std::ranges::find(changes, id, &ProvisionalChange::id);
        if (found == changes.end())
            return makeError(ErrorCode::NotFound, "No change of yours has this id");
        return *found;
    }
    Result<ProvisionalChange> confirm(const access::Actor& actor, std::string_view id) override
    {
        return end(actor, id, ProvisionalChange::State::Kept);
    }
    Result<ProvisionalChange> takeBack(const access::Actor& actor, std::string_view id) override
    {
        return end(actor, id, ProvisionalChange::State::TakenBack);
    }
    std::optional<ProvisionalChange> madeBy(const access::Actor&) const override { return std::nullopt; }
    Result<std::optional<ProvisionalChange>> provisionally(const std::function<Result<void>()>& work) override
    {
        SALLYPORT_TRY(work());
        return std::optional<ProvisionalChange>();
    }

    void add(access::ProvisionalKind kind, std::string object)
    {
        const std::lock_guard guard(mutex);
        ProvisionalChange change;
        change.id = "C" + std::to_string(changes.size());
        change.kind = kind;
        change.object = std::move(object);
        change.madeAt = m_clock.now();
        change.until = change.madeAt + access::provisionalTime;
        changes.push_back(std::move(change));
    }

    std::mutex mutex;
    std::vector<ProvisionalChange> changes;

private:
    Result<ProvisionalChange> end(const access::Actor& actor, std::string_view id, ProvisionalChange::State state)
    {
        SALLYPORT_TRY(read(actor, id));
        const std::lock_guard guard(mutex);
        const auto found = std::ranges::find(changes, id, &ProvisionalChange::id);
        found->state = state;
        found->endedAt = m_clock.now();
        return *found;
    }

    Clock& m_clock;
};

} // namespace sallyport::tests
