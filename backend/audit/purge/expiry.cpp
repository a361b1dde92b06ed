#include "backend/audit/purge/expiry.h"

#include "backend/audit/chain/chain_base.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/purge/event_purge.h"
#include "backend/base/time_format.h"

namespace sallyport::audit {
namespace {

constexpr std::int64_t expireAtOnce = 5'000; ///< events that one transaction removes

} // namespace

Expired expireOldest(storage::Store& store, const Chain& chain, const ExpiryBound& bound,
                     const std::function<Result<void>(storage::Transaction&)>& stillSo)
{
    Expired expired;
    for (bool more = true; more && expired.done;) {
        const auto some = store.write([&](storage::Transaction& transaction) -> Result<std::int64_t> {
            if (stillSo)
                SALLYPORT_TRY(stillSo(transaction));
            // What went out of the middle earlier is at the beginning now.
            SALLYPORT_ASSIGN(more, foldNotes(transaction, chain, expireAtOnce));
            return more ? Result<std::int64_t>(0) : expireSome(transaction, chain, bound, expireAtOnce);
        });
        if (!some)
            expired.done = some.error();
        else
            expired.removed += *some;
        more = more || (some && *some > 0);
    }
    return expired;
}

Event expiredEvent(std::int64_t removed, UtcTime before)
{
    Event event;
    event.kind = kind::eventsExpired;
    event.severity = Severity::Notice;
    event.actor = {"system", {}, "Sallyport"};
    event.object = {"journal", {}, "Audit journal"};
    event.detailsJson = Details().number("count", removed).text("before", toRfc3339(before)).json();
    return event;
}

} // namespace sallyport::audit
