#include "ui/users/bulk_job.h"

#include "ui/console/console.h"

#include <algorithm>
#include <unordered_set>

namespace sallyport::ui {

namespace {

constexpr std::uint32_t bulkPageSize = 200;

/// Adds the users of rows that were never loaded; each user once.
Result<std::vector<BulkSelection::Item>> resolve(Services& services, const access::Actor& actor, BulkSelection selection)
{
    auto items = std::move(selection.known);
    std::unordered_set<UserId> seen;
    for (const auto& item : items)
        seen.insert(item.id);
    for (const auto& [first, last] : selection.rows) {
        for (auto offset = first; offset <= last; offset += bulkPageSize) {
            auto query = selection.query;
            query.offset = offset;
            query.limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(bulkPageSize, last - offset + 1));
            SALLYPORT_ASSIGN(const auto page, services.users.list(actor, query));
            for (const auto& user : page.users)
                if (seen.insert(user.id).second)
                    items.push_back({user.id, user.name});
            if (page.users.size() < query.limit)
                break;
        }
    }
    return items;
}

/// A user who was disabled before, or enabled, is no part of the undo.
bool isSo(Services& services, const access::Actor& actor, const UserId& id, const identity::BulkAction& action)
{
    const auto* one = std::get_if<identity::UserAction>(&action.what);
    if (one == nullptr || (*one != identity::UserAction::Disable && *one != identity::UserAction::Enable))
        return false;
    const auto user = services.users.read(actor, id);
    return user && (user->status == identity::UserStatus::Disabled) == (*one == identity::UserAction::Disable);
}

} // namespace

std::uint64_t BulkSelection::size() const
{
    std::uint64_t count = known.size();
    for (const auto& [first, last] : rows)
        count += last - first + 1;
    return count;
}

BulkJob::BulkJob(Console& console, identity::BulkAction action, QObject* parent)
    : QObject(parent), m_console(console), m_action(std::move(action))
{
    connect(&m_work, &WatchedWork::advanced, this,
            [this] { Q_EMIT progress(static_cast<quint64>(m_work.done()), static_cast<quint64>(m_work.total())); });
}

void BulkJob::start(BulkSelection selection)
{
    auto shared = m_work.begin();
    shared->total = static_cast<std::int64_t>(selection.size());
    m_console.run(
        this,
        [shared = std::move(shared), action = m_action, selection = std::move(selection)](
            Services& services, const access::Actor& actor, const CancelFlag& locking) mutable -> Result<Outcome> {
            SALLYPORT_ASSIGN(auto items, resolve(services, actor, std::move(selection)));
            // Oneself last: it may end the session, or take the role, that the others need.
            std::ranges::stable_partition(items, [&](const auto& item) { return item.id != actor.id; });
            Outcome outcome;
            outcome.total = items.size();
            shared->total = static_cast<std::int64_t>(items.size());
            for (const auto& item : items) {
                if (!shared->goesOn(locking)) {
                    outcome.cancelled = true;
                    break;
                }
                const bool already = isSo(services, actor, item.id, action);
                if (const auto result = identity::applyTo(services.users, actor, item.id, action)) {
                    outcome.done.push_back(item);
                    if (*result && !already)
                        outcome.changed.push_back(item);
                } else {
                    outcome.failures.push_back({item.name, result.error()});
                }
                ++shared->done;
            }
            return outcome;
        },
        [this](const Result<Outcome>& result) {
            m_work.end();
            if (result)
                Q_EMIT finished(*result);
            else if (result.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(result.error());
        });
}

} // namespace sallyport::ui
