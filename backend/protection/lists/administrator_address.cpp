#include "backend/protection/lists/administrator_address.h"

#include "backend/storage/columns.h"

namespace sallyport::protection::rows {
namespace {

constexpr std::int64_t two = 2;

enum class SessionColumn { UserId, Address, End };
constexpr storage::Columns<SessionColumn> sessionColumns{
    {{SessionColumn::UserId, "s.user_id"}, {SessionColumn::Address, "s.address"}}};
constexpr auto lastSession = storage::select(sessionColumns, "FROM sessions s WHERE s.user_id = $1 AND s.expires_at > $2 AND "
                                                             "s.address <> '' ORDER BY s.last_used_at DESC LIMIT 1");

} // namespace

Result<std::optional<LastAdministrator>> lastAdministrator(storage::Transaction& transaction, UtcTime now)
{
    SALLYPORT_ASSIGN(
        auto users, transaction.prepare("SELECT DISTINCT u.id FROM user_roles r JOIN users u ON u.id = r.user_id WHERE r.role IN "
                                        "('admin', 'owner') AND (r.expires_at IS NULL OR r.expires_at > $1) AND u.status = "
                                        "'active' LIMIT $2"));
    users.bind(1, now).bind(2, two);
    SALLYPORT_ASSIGN(const bool one, users.step());
    if (!one)
        return std::optional<LastAdministrator>();
    const std::string id = users.text();
    SALLYPORT_ASSIGN(const bool another, users.step());
    if (another)
        return std::optional<LastAdministrator>();
    SALLYPORT_ASSIGN(auto session, transaction.prepare(lastSession));
    session.bind(1, id).bind(2, now);
    SALLYPORT_ASSIGN(const bool found, session.step());
    if (!found)
        return std::optional<LastAdministrator>();
    const auto address = IpAddress::parse(session.row().text(SessionColumn::Address));
    if (!address)
        return std::optional<LastAdministrator>();
    return std::optional(LastAdministrator{UserId(id), *address});
}

} // namespace sallyport::protection::rows
