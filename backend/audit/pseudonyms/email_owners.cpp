#include "backend/audit/pseudonyms/email_owners.h"

#include "backend/storage/columns.h"

namespace sallyport::audit {
namespace {

enum class ActorColumn { Id, Sequence, End };
constexpr storage::Columns<ActorColumn> actorColumns{{{ActorColumn::Id, "actor_id"}, {ActorColumn::Sequence, "sequence"}}};
enum class ObjectColumn { Id, Sequence, End };
constexpr storage::Columns<ObjectColumn> objectColumns{{{ObjectColumn::Id, "object_id"}, {ObjectColumn::Sequence, "sequence"}}};

// Each repeats the condition of its index (events_by_actor_email and so on), or it would read the whole journal.
constexpr auto latestActor =
    storage::select(actorColumns, "FROM events WHERE lower(actor_email) = $1 AND actor_email <> '' AND sequence <= $2 AND "
                                  "actor_id <> '' AND actor_kind IN ('user', 'operator') ORDER BY sequence DESC LIMIT 1");
constexpr auto latestObject =
    storage::select(objectColumns, "FROM events WHERE lower(object_email) = $1 AND object_email <> '' AND sequence <= $2 AND "
                                   "object_id <> '' AND object_kind = 'user' ORDER BY sequence DESC LIMIT 1");
// A sign-in that failed has the e-mail in the place of the name.
constexpr auto latestNamed =
    storage::select(objectColumns, "FROM events WHERE lower(object_name) = $1 AND object_name <> '' AND sequence <= $2 AND "
                                   "object_id <> '' AND object_kind = 'user' ORDER BY sequence DESC LIMIT 1");

struct Latest {
    std::string id;
    std::int64_t sequence = 0;
};

template <typename Column, typename Select>
Result<void> takeLater(storage::Transaction& transaction, const Select& select, const std::string& mail, std::int64_t last,
                       Latest& latest)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(select));
    rows.bind(1, std::string_view(mail)).bind(2, last);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return {};
    const auto row = rows.row();
    if (row.integer(Column::Sequence) > latest.sequence)
        latest = {row.text(Column::Id), row.integer(Column::Sequence)};
    return {};
}

} // namespace

Result<std::string> EmailOwners::ownerOf(const std::string& mail)
{
    if (const auto known = m_known.find(mail))
        return *known;
    SALLYPORT_ASSIGN(std::string owner, find(mail));
    m_known.put(mail, owner);
    return owner;
}

std::array<std::string, 3> EmailOwners::questions()
{
    return {std::string(latestActor.sql()), std::string(latestObject.sql()), std::string(latestNamed.sql())};
}

Result<std::string> EmailOwners::find(const std::string& mail) const
{
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::string> {
        Latest latest;
        SALLYPORT_TRY(takeLater<ActorColumn>(transaction, latestActor, mail, m_last, latest));
        SALLYPORT_TRY(takeLater<ObjectColumn>(transaction, latestObject, mail, m_last, latest));
        SALLYPORT_TRY(takeLater<ObjectColumn>(transaction, latestNamed, mail, m_last, latest));
        return std::move(latest.id);
    });
}

} // namespace sallyport::audit
