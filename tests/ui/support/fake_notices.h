#pragma once

#include "backend/base/clock.h"
#include "backend/identity/notices/notices.h"

#include <algorithm>
#include <mutex>

namespace sallyport::tests {

/// Nobody is told anything, until a test puts something in.
class FakeNotices final : public identity::Notices {
public:
    explicit FakeNotices(Clock& clock) : m_clock(clock) {}

    Result<std::vector<identity::Notice>> list(const access::Actor&, const UserId&) override
    {
        const std::lock_guard guard(mutex);
        return notices;
    }
    Result<std::int64_t> unread(const access::Actor&) override
    {
        const std::lock_guard guard(mutex);
        return std::ranges::count_if(notices, [](const identity::Notice& notice) { return !notice.readAt; });
    }
    Result<std::int64_t> markRead(const access::Actor& actor, std::span<const identity::NoticeId>) override
    {
        {
            const std::lock_guard guard(mutex);
            for (identity::Notice& notice : notices)
                notice.readAt = m_clock.now();
        }
        return unread(actor);
    }

    void add(std::string kind, std::string address, std::string userAgent = {}, std::string by = {}, std::int64_t failures = 0)
    {
        const std::lock_guard guard(mutex);
        identity::Notice notice;
        notice.id = identity::NoticeId("N" + std::to_string(notices.size()));
        notice.kind = std::move(kind);
        notice.at = m_clock.now() - std::chrono::minutes(7 * (static_cast<int>(notices.size()) + 1));
        notice.address = std::move(address);
        notice.userAgent = std::move(userAgent);
        notice.by = std::move(by);
        notice.failures = failures;
        notices.push_back(std::move(notice));
    }

    std::mutex mutex;
    std::vector<identity::Notice> notices;

private:
    Clock& m_clock;
};

} // namespace sallyport::tests
