#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/notices/notices.h"

namespace sallyport::identity {

class NoticesService final : public Notices {
public:
    explicit NoticesService(Core& core) : m_core(core) {}

    Result<std::vector<Notice>> list(const access::Actor& actor, const UserId& user) override;
    Result<std::int64_t> unread(const access::Actor& actor) override;
    Result<std::int64_t> markRead(const access::Actor& actor, std::span<const NoticeId> ids) override;

private:
    /// The actor of now; a key is nobody's eyes.
    Result<access::Actor> reader(const access::Actor& actor) const;

    Core& m_core;
};

} // namespace sallyport::identity
