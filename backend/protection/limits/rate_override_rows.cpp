#include "backend/protection/limits/rate_override_rows.h"

#include "backend/storage/columns.h"

namespace sallyport::protection::rows {

namespace {

enum class OverrideColumn { Id, Rule, Kind, Subject, Requests, Window, ExpiresAt, CreatedAt, CreatedBy, End };
constexpr storage::Columns<OverrideColumn> overrideColumns{{{OverrideColumn::Id, "id"},
                                                            {OverrideColumn::Rule, "rule"},
                                                            {OverrideColumn::Kind, "kind"},
                                                            {OverrideColumn::Subject, "subject"},
                                                            {OverrideColumn::Requests, "requests"},
                                                            {OverrideColumn::Window, "window_seconds"},
                                                            {OverrideColumn::ExpiresAt, "expires_at"},
                                                            {OverrideColumn::CreatedAt, "created_at"},
                                                            {OverrideColumn::CreatedBy, "created_by"}}};
constexpr auto allOverrides = storage::select(overrideColumns, "FROM rate_overrides ORDER BY created_at, id");

} // namespace

Result<std::vector<StoredOverride>> rateOverrides(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allOverrides));
    std::vector<StoredOverride> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            return found;
        const auto row = rows.row();
        const std::string kind = row.text(OverrideColumn::Kind);
        if (kind != "p" && kind != "k")
            continue; // a newer program's
        StoredOverride stored;
        stored.id = row.text(OverrideColumn::Id);
        stored.rule = row.text(OverrideColumn::Rule);
        stored.kind = static_cast<CountedCaller::Kind>(kind.front());
        stored.subject = row.text(OverrideColumn::Subject);
        stored.numbers = {static_cast<std::uint32_t>(row.integer(OverrideColumn::Requests)),
                          std::chrono::seconds(row.integer(OverrideColumn::Window))};
        stored.expiresAt = row.optionalTime(OverrideColumn::ExpiresAt);
        stored.createdAt = row.time(OverrideColumn::CreatedAt);
        stored.createdBy = row.text(OverrideColumn::CreatedBy);
        found.push_back(std::move(stored));
    }
}

Result<void> putOverride(storage::Transaction& transaction, const StoredOverride& stored)
{
    const std::string kind(1, static_cast<char>(stored.kind));
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO rate_overrides (id, rule, kind, subject, requests, "
                                                   "window_seconds, expires_at, created_at, created_by) VALUES ($1, $2, $3, $4, "
                                                   "$5, $6, $7, $8, $9)"));
    put.bind(1, stored.id).bind(2, stored.rule).bind(3, kind).bind(4, stored.subject);
    put.bind(5, std::int64_t{stored.numbers.requests}).bind(6, std::int64_t{stored.numbers.window.count()});
    return put.bind(7, stored.expiresAt).bind(8, stored.createdAt).bind(9, stored.createdBy).run();
}

Result<void> removeOverride(storage::Transaction& transaction, std::string_view id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM rate_overrides WHERE id = $1"));
    return remove.bind(1, id).run();
}

Result<std::int64_t> countOverrides(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM rate_overrides"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<bool> removeEndedOverrides(storage::Transaction& transaction, UtcTime before)
{
    bool any = false;
    {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM rate_overrides WHERE expires_at < $1 LIMIT 1"));
        SALLYPORT_ASSIGN(any, row.bind(1, before).step());
    }
    if (!any)
        return false;
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM rate_overrides WHERE expires_at < $1"));
    SALLYPORT_TRY(remove.bind(1, before).run());
    return true;
}

} // namespace sallyport::protection::rows
