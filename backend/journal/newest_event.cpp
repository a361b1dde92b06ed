#include "backend/journal/newest_event.h"

#include "backend/audit/event_id.h"
#include "backend/base/encoding.h"
#include "backend/storage/columns.h"

namespace sallyport::journal {

namespace {

enum class NewestColumn { Sequence, Hash, End };
constexpr storage::Columns<NewestColumn> newestColumns{{{NewestColumn::Sequence, "sequence"}, {NewestColumn::Hash, "hash"}}};
constexpr auto newestEvent = storage::select(newestColumns, "FROM events ORDER BY sequence DESC LIMIT 1");

} // namespace

Result<std::string> newestEventId(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(newestEvent));
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return std::string();
    return audit::eventId(rows.row().integer(NewestColumn::Sequence), toHex(rows.row().blob(NewestColumn::Hash)));
}

} // namespace sallyport::journal
