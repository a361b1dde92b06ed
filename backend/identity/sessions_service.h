#pragma once

#include "backend/identity/core.h"
#include "backend/identity/sessions.h"

namespace sallyport::identity {

class SessionsService final : public Sessions {
public:
    explicit SessionsService(Core& core) : m_core(core) {}

    Result<std::vector<Session>> list(const access::Actor& actor, const UserId& user) override;
    Result<void> end(const access::Actor& actor, const SessionId& id) override;

private:
    Core& m_core;
};

} // namespace sallyport::identity
