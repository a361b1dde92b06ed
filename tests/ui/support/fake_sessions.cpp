#include "tests/ui/support/fake_names.h"
#include "tests/ui/support/fake_services.h"

#include <algorithm>
#include <array>

namespace sallyport::tests {

using identity::Session;
using identity::SessionQuery;

namespace {

constexpr std::array programs{
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Northgate Ward App/4.2",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 "
    "Edg/130.0.0.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 "
    "Safari/604.1",
    "curl/7.88.1",
};

bool comesBefore(const Session& a, const Session& b, SessionQuery::Sort sort)
{
    switch (sort) {
    case SessionQuery::Sort::LastUsed: return a.lastUsedAt < b.lastUsedAt;
    case SessionQuery::Sort::Created: return a.createdAt < b.createdAt;
    case SessionQuery::Sort::Expires: return a.expiresAt < b.expiresAt;
    case SessionQuery::Sort::User: return a.userName < b.userName;
    }
    return false;
}

} // namespace

Session FakeSessions::sessionAt(std::size_t index) const
{
    const Person who = person(index);
    const auto minutes = static_cast<std::int64_t>(index * index % 1400);
    Session session;
    session.id = SessionId("01JDSESSIONS" + std::to_string(10'000'000 + index));
    session.user = UserId(who.name);
    session.userName = who.name;
    session.userEmail = who.email;
    session.lastUsedAt = m_clock.now() - std::chrono::minutes(minutes);
    session.createdAt = session.lastUsedAt - std::chrono::minutes(31 + static_cast<std::int64_t>(index % 600));
    session.expiresAt = session.createdAt + std::chrono::hours(24 * 7);
    session.address = "198.51.100." + std::to_string(20 + index % 200);
    session.userAgent = programs[index % programs.size()];
    session.mfa = index % 5 != 3;
    session.console = who.name == "Ingrid Solheim";
    session.current = session.console;
    return session;
}

Result<identity::SessionPage> FakeSessions::listAll(const access::Actor&, const SessionQuery& query)
{
    if (auto error = failures.take())
        return *error;
    std::vector<Session> found;
    {
        const std::lock_guard guard(m_mutex);
        for (std::size_t index = 0; index < count; ++index) {
            Session session = sessionAt(index);
            const bool matches =
                (session.userName + ' ' + session.userEmail + ' ' + session.address + ' ' + session.userAgent).find(query.text) !=
                std::string::npos;
            if (matches && !m_ended.contains(session.id.text()))
                found.push_back(std::move(session));
        }
    }
    std::ranges::stable_sort(found, [&](const Session& a, const Session& b) {
        return query.descending ? comesBefore(b, a, query.sort) : comesBefore(a, b, query.sort);
    });
    identity::SessionPage page;
    page.total = static_cast<std::int64_t>(found.size());
    const std::size_t from = std::min<std::size_t>(query.offset, found.size());
    const std::size_t to = std::min<std::size_t>(from + query.limit, found.size());
    page.sessions.assign(found.begin() + static_cast<std::ptrdiff_t>(from), found.begin() + static_cast<std::ptrdiff_t>(to));
    return page;
}

Result<std::int64_t> FakeSessions::endMany(const access::Actor& actor, std::span<const SessionId> ids)
{
    for (const auto& id : ids)
        SALLYPORT_TRY(end(actor, id));
    return static_cast<std::int64_t>(ids.size());
}

Result<std::int64_t> FakeSessions::endEverybodys(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    std::int64_t ended = 0;
    for (std::size_t index = 0; index < count; ++index) {
        const Session session = sessionAt(index);
        if (!session.current && m_ended.insert(session.id.text()).second)
            ++ended;
    }
    return ended;
}

} // namespace sallyport::tests
