#include "backend/identity/sessions/session_use.h"

#include "backend/base/time_format.h"
#include "backend/identity/core/user_changes.h"
#include "backend/storage/sql_text.h"

#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sallyport::identity::rows {

namespace {

enum class LastUseColumn { Id, User, LastUsedAt, End };
constexpr storage::Columns<LastUseColumn> lastUseColumns{
    {{LastUseColumn::Id, "id"}, {LastUseColumn::User, "user_id"}, {LastUseColumn::LastUsedAt, "last_used_at"}}};
constexpr auto lastUses = storage::select(lastUseColumns, "FROM sessions");

using Use = std::pair<SessionId, std::int64_t>; ///< when, in microseconds

Result<void> storeUses(storage::Transaction& transaction, std::span<const Use> uses)
{
    storage::SqlText sql;
    sql.add("WITH used (id, at) AS (VALUES ");
    for (std::string_view lead = "("; const auto& [id, at] : uses) {
        sql.add(lead).bind(id.text()).add(", CAST(").bind(at).add(" AS BIGINT))");
        lead = ", (";
    }
    sql.add(
        ") UPDATE sessions SET last_used_at = used.at FROM used WHERE sessions.id = used.id AND sessions.last_used_at < used.at");
    SALLYPORT_ASSIGN(auto put, sql.prepare(transaction));
    return put.run();
}

} // namespace

Result<void> storeLastUse(Core& core, storage::Transaction& transaction)
{
    std::vector<Use> later;
    std::unordered_map<UserId, std::int64_t> latest;
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(lastUses));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            const auto row = rows.row();
            SessionId id(row.text(LastUseColumn::Id));
            const auto live = core.live.find(id);
            const std::int64_t micros = live ? live->lastUsedMicros.load() : 0;
            if (micros <= row.integer(LastUseColumn::LastUsedAt))
                continue;
            std::int64_t& last = latest[UserId(row.text(LastUseColumn::User))];
            last = std::max(last, micros);
            later.emplace_back(std::move(id), micros);
        }
    }
    SALLYPORT_TRY(storage::inPortions(later, 2, [&](std::span<const Use> some) { return storeUses(transaction, some); }));
    std::vector<std::pair<UserId, UtcTime>> users;
    for (const auto& [user, micros] : latest)
        users.emplace_back(user, fromMicros(micros));
    return noteActive(transaction, users);
}

} // namespace sallyport::identity::rows
