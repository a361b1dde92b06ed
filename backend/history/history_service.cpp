#include "backend/history/history_service.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_selection.h"
#include "backend/audit/event_table.h"

#include <algorithm>

namespace sallyport::history {

using access::Actor;
using access::Permission;

namespace {

Error noSuchVersion()
{
    return makeError(ErrorCode::NotFound, "There is no such version");
}

} // namespace

Result<Actor> HistoryService::authorize(const Actor& actor) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, Permission::HistoryRead));
    return current;
}

Result<VersionPage> HistoryService::list(const Actor& actor, const VersionQuery& query)
{
    SALLYPORT_TRY(authorize(actor));
    audit::EventQuery events;
    if (!query.text.empty()) {
        SALLYPORT_ASSIGN(events, audit::parseFilter(query.text, m_parts.journal.now(), m_parts.settings.values()->timesZone));
    }
    const std::vector<std::string> kinds = query.objectKind.empty()
                                               ? std::vector<std::string>(versionKinds().begin(), versionKinds().end())
                                               : versionKindsOf(query.objectKind);
    if (kinds.empty()) {
        Error error(ErrorCode::InvalidArgument, "A query parameter is not acceptable");
        error.fields.push_back({"kind", "Is not one of the allowed words", "enum"});
        return error;
    }
    if (!events.kinds.empty()) {
        Error error(ErrorCode::InvalidArgument, "A query parameter is not acceptable");
        error.fields.push_back({"q", "Kinds are chosen by `kind`", "filter"});
        return error;
    }
    events.kinds = kinds;
    if (!query.objectId.empty())
        events.users.push_back(query.objectId); // ids of objects are looked for with those of users
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<VersionPage> {
        SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, events));
        SALLYPORT_ASSIGN(const auto rows, selection.page(transaction, query.limit, query.cursor, query.oldestFirst));
        SALLYPORT_ASSIGN(const audit::EventTotal total, selection.total(transaction));
        VersionPage page;
        for (const audit::Event& event : rows.events)
            page.versions.push_back(versionOf(event));
        page.total = total.count;
        page.about = total.about;
        page.nextCursor = rows.nextCursor;
        return page;
    });
}

Result<Version> HistoryService::read(const Actor& actor, std::string_view id)
{
    SALLYPORT_TRY(authorize(actor));
    const auto place = audit::placeOf(id);
    if (!place)
        return noSuchVersion();
    SALLYPORT_ASSIGN(const auto found, m_parts.store.read([&](storage::Transaction& transaction) {
        return audit::readRange(transaction, place->sequence, place->sequence, 1);
    }));
    if (found.empty() || !place->marks(found.front().event.hash) ||
        std::ranges::find(versionKinds(), std::string_view(found.front().event.kind)) == versionKinds().end())
        return noSuchVersion();
    return versionOf(found.front().event);
}

} // namespace sallyport::history
