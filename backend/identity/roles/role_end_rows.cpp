#include "backend/identity/roles/role_end_rows.h"

#include "backend/storage/columns.h"

namespace sallyport::identity::rows {

namespace {

enum class EndingColumn { User, Role, At, End };
constexpr storage::Columns<EndingColumn> endingColumns{
    {{EndingColumn::User, "user_id"}, {EndingColumn::Role, "role"}, {EndingColumn::At, "expires_at"}}};
constexpr auto untoldOnes =
    storage::select(endingColumns, "FROM user_roles WHERE expires_at > $1 AND expires_at <= $2 AND end_told < $3 "
                                   "ORDER BY expires_at, user_id, role LIMIT $4");
constexpr auto endedOnes =
    storage::select(endingColumns, "FROM user_roles WHERE expires_at <= $1 ORDER BY expires_at, user_id, role LIMIT $2");

Result<std::vector<EndingRole>> all(storage::Rows<EndingColumn>& rows)
{
    std::vector<EndingRole> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            return found;
        const auto row = rows.row();
        found.push_back({UserId(row.text(EndingColumn::User)), row.text(EndingColumn::Role), row.time(EndingColumn::At)});
    }
}

} // namespace

Result<std::vector<EndingRole>> untold(storage::Transaction& transaction, UtcTime now, UtcTime until, EndTold told,
                                       std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(untoldOnes));
    rows.bind(1, now).bind(2, until).bind(3, static_cast<std::int64_t>(told)).bind(4, limit);
    return all(rows);
}

Result<void> noteTold(storage::Transaction& transaction, const EndingRole& role, EndTold told)
{
    SALLYPORT_ASSIGN(auto note, transaction.prepare("UPDATE user_roles SET end_told = $1 WHERE user_id = $2 AND role = $3"));
    note.bind(1, static_cast<std::int64_t>(told)).bind(2, role.user).bind(3, role.role);
    return note.run();
}

Result<std::vector<EndingRole>> ended(storage::Transaction& transaction, UtcTime now, std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(endedOnes));
    rows.bind(1, now).bind(2, limit);
    return all(rows);
}

Result<void> removeEnded(storage::Transaction& transaction, const EndingRole& role)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM user_roles WHERE user_id = $1 AND role = $2"));
    remove.bind(1, role.user).bind(2, role.role);
    return remove.run();
}

} // namespace sallyport::identity::rows
