#include "backend/identity/roles/role_end_keeper.h"

#include "backend/access/role_graph.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/roles/role_end_rows.h"

#include <array>
#include <utility>

namespace sallyport::identity {

namespace {

constexpr std::int64_t atOnce = 200; ///< in one transaction, so that others get their turn

/// To the member as a notice, and to those who read the journal.
Result<void> tell(Core& core, storage::Transaction& transaction, const rows::EndingRole& ending, const User& user,
                  std::string_view kind)
{
    const auto roles = core.roles.table();
    const access::Role* const role = access::findRole(*roles, ending.role);
    const std::string title = role == nullptr ? ending.role : role->title;
    const std::string at = toRfc3339(ending.at);
    audit::Event event = access::eventBy(access::Actor::system(), kind);
    event.object = {"user", user.id.text(), user.name, user.email};
    event.detailsJson = audit::Details().text("role", ending.role).text("expires_at", at).json();
    SALLYPORT_TRY(noteChange(core, transaction, user.id, event, title + ", " + at));
    return core.journal.append(transaction, std::move(event));
}

} // namespace

Result<void> RoleEndKeeper::keep(const std::function<Result<UtcTime>()>& deletable)
{
    SALLYPORT_TRY(tellAhead());
    SALLYPORT_ASSIGN(const auto some, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::ended(transaction, m_core.clock.now(), 1);
    }));
    if (some.empty())
        return {};
    SALLYPORT_ASSIGN(const UtcTime time, deletable());
    return removeEnded(time);
}

Result<void> RoleEndKeeper::tellAhead()
{
    using rows::EndTold;
    // The day first: who is told of that need not be told of the week any more.
    for (const auto& [ahead, told] : {std::pair(roleEndToldDay, EndTold::Day), std::pair(roleEndToldWeek, EndTold::Week)}) {
        for (bool more = true; more;) {
            const UtcTime now = m_core.clock.now();
            const auto untold = [&](storage::Transaction& transaction) {
                return rows::untold(transaction, now, now + ahead, told, atOnce);
            };
            SALLYPORT_ASSIGN(const auto waiting, m_core.store.read(untold));
            if (waiting.empty())
                break;
            SALLYPORT_ASSIGN(more, m_core.store.write([&](storage::Transaction& transaction) -> Result<bool> {
                SALLYPORT_ASSIGN(const auto ending, untold(transaction));
                for (const rows::EndingRole& one : ending) {
                    SALLYPORT_ASSIGN(const User user, rows::user(transaction, one.user, now));
                    SALLYPORT_TRY(rows::noteTold(transaction, one, told));
                    SALLYPORT_TRY(tell(m_core, transaction, one, user, audit::kind::userRoleEnding));
                }
                return std::cmp_equal(ending.size(), atOnce);
            }));
        }
    }
    return {};
}

Result<void> RoleEndKeeper::removeEnded(UtcTime deletable)
{
    for (bool more = true; more;) {
        SALLYPORT_ASSIGN(more, m_core.store.write([&](storage::Transaction& transaction) -> Result<bool> {
            SALLYPORT_ASSIGN(const auto ended, rows::ended(transaction, deletable, atOnce));
            const UtcTime now = m_core.clock.now();
            for (const rows::EndingRole& one : ended) {
                SALLYPORT_TRY(rows::removeEnded(transaction, one));
                SALLYPORT_TRY(rows::touch(transaction, one.user, now));
                SALLYPORT_ASSIGN(const User user, rows::user(transaction, one.user, now));
                SALLYPORT_TRY(m_core.mirror(transaction, user));
                SALLYPORT_TRY(tell(m_core, transaction, one, user, audit::kind::userRoleEnded));
            }
            return std::cmp_equal(ended.size(), atOnce);
        }));
    }
    return {};
}

} // namespace sallyport::identity
