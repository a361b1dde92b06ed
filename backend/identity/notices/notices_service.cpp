#include "backend/identity/notices/notices_service.h"

#include "backend/identity/core/sign_in_facts.h"
#include "backend/identity/notices/notice_rows.h"

namespace sallyport::identity {

Result<access::Actor> NoticesService::reader(const access::Actor& actor) const
{
    SALLYPORT_ASSIGN(access::Actor current, m_core.now(actor));
    if (!current.key.empty())
        return makeError(ErrorCode::PermissionDenied, "Notices are for people, not for API keys.");
    return current;
}

Result<std::vector<Notice>> NoticesService::list(const access::Actor& actor, const UserId& user)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    SALLYPORT_TRY(requireSignInFacts(current, user));
    return m_core.store.read([&](storage::Transaction& transaction) { return rows::noticesOf(transaction, user); });
}

Result<std::int64_t> NoticesService::unread(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor self, reader(actor));
    return m_core.store.read([&](storage::Transaction& transaction) { return rows::unreadNotices(transaction, self.id); });
}

Result<std::int64_t> NoticesService::markRead(const access::Actor& actor, std::span<const NoticeId> ids)
{
    SALLYPORT_ASSIGN(const access::Actor self, reader(actor));
    if (ids.size() > static_cast<std::size_t>(noticesPerUser))
        return makeError(ErrorCode::InvalidArgument, "At most 50 notices at once.");
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<std::int64_t> {
        const UtcTime now = m_core.clock.now();
        if (ids.empty()) {
            SALLYPORT_ASSIGN(auto all,
                             transaction.prepare("UPDATE notices SET read_at = $1 WHERE user_id = $2 AND read_at IS NULL"));
            all.bind(1, now).bind(2, self.id);
            SALLYPORT_TRY(all.run());
        }
        for (const NoticeId& id : ids) {
            SALLYPORT_ASSIGN(auto one, transaction.prepare("UPDATE notices SET read_at = $1 WHERE id = $2 AND user_id = $3 "
                                                           "AND read_at IS NULL"));
            one.bind(1, now).bind(2, id).bind(3, self.id);
            SALLYPORT_TRY(one.run());
        }
        return rows::unreadNotices(transaction, self.id);
    });
}

} // namespace sallyport::identity
