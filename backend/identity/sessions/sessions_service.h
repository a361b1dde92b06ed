#pragma once

#include "backend/audit/details.h"
#include "backend/identity/core/core.h"
#include "backend/identity/sessions/sessions.h"

namespace sallyport::identity {

class SessionsService final : public Sessions {
public:
    explicit SessionsService(Core& core) : m_core(core) {}

    Result<std::vector<Session>> list(const access::Actor& actor, const UserId& user) override;
    Result<SessionPage> listAll(const access::Actor& actor, const SessionQuery& query) override;
    Result<void> end(const access::Actor& actor, const SessionId& id) override;
    Result<std::int64_t> endMany(const access::Actor& actor, std::span<const SessionId> ids) override;
    Result<std::int64_t> endEverybodys(const access::Actor& actor) override;

private:
    Result<void> recordEnded(storage::Transaction& transaction, const access::Actor& actor, audit::EventObject object,
                             audit::Details details);

    Core& m_core;
};

} // namespace sallyport::identity
