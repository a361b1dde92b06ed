// The rate limits of an open vault, with the names of who is counted and the routes that there are.
#include "backend/api/limited_routes.h"
#include "backend/identity/core/email_address.h"
#include "backend/vault/observed_routes.h"
#include "backend/vault/open_backend.h"

namespace sallyport {

namespace {

using protection::CountedCaller;
using protection::RateCaller;

/// Somebody by their id; who is gone is called by it.
RateCaller callerOf(identity::Identity& identity, CountedCaller::Kind kind, const std::string& id)
{
    const access::Actor system = access::Actor::system();
    if (kind == CountedCaller::Key) {
        const auto key = identity.apiKeys().read(system, KeyId(id));
        return {RateCaller::Kind::Key, {}, id, key ? key->name : id, {}};
    }
    if (const auto user = identity.users().read(system, UserId(id)))
        return {RateCaller::Kind::User, {}, id, user->name, {}};
    const auto account = identity.serviceAccounts().read(system, UserId(id));
    return {account ? RateCaller::Kind::ServiceAccount : RateCaller::Kind::User, {}, id, account ? account->name : id, {}};
}

std::string userOf(identity::Identity& identity, const std::string& email)
{
    identity::UserQuery query;
    query.text = email;
    const auto page = identity.users().list(access::Actor::system(), query);
    if (!page)
        return {};
    for (const identity::User& user : page->users) {
        if (identity::isSameEmail(user.email, email))
            return user.id.text();
    }
    return {};
}

} // namespace

Result<void> OpenBackend::openRateLimits()
{
    SALLYPORT_ASSIGN(m_rateLimits, protection::RateLimitsService::open(
                                       {.store = *m_store,
                                        .journal = *m_journal,
                                        .settings = *m_settings,
                                        .limiter = *m_limiter,
                                        .clock = m_platform.clock,
                                        .random = m_platform.random,
                                        .now = [this](const access::Actor& actor) { return m_identity->now(actor); },
                                        .find = [this](CountedCaller::Kind kind,
                                                       const std::string& id) { return callerOf(*m_identity, kind, id); },
                                        .userOf = [this](const std::string& email) { return userOf(*m_identity, email); },
                                        .serves = !m_mode.beside}));
    m_rateLimits->setRoutes(api::limitedRoutes());
    m_routesChecked = refuseUnknownRoutes(*m_settings);
    return {};
}

} // namespace sallyport
