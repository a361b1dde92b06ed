#include "backend/journal/evidence_service.h"

#include "backend/access/author.h"
#include "backend/audit/chain/period_check.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/tree/pack_format.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/base/encoding.h"
#include "backend/base/id.h"
#include "backend/base/time_format.h"
#include "backend/journal/evidence_making.h"
#include "backend/journal/evidence_packs.h"
#include "backend/journal/found_damage.h"

#include <algorithm>

namespace sallyport::journal {
namespace {

using access::Actor;
using access::Permission;

audit::Event packEvent(const Actor& actor, std::string_view kind, const EvidencePack& pack)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"evidence_pack", pack.id, "Evidence pack"};
    audit::Details details;
    details.number("records", pack.records).number("bytes", pack.bytes).number("head_size", pack.headSize);
    if (pack.since)
        details.text("since", toRfc3339(*pack.since));
    if (pack.until)
        details.text("until", toRfc3339(*pack.until));
    if (!pack.filter.empty())
        details.text("q", pack.filter);
    if (!pack.damage.empty())
        details.text("damage", pack.damage);
    if (!pack.damaged.empty())
        details.text("damaged", audit::eventRangesText(pack.damaged));
    event.detailsJson = details.text("sha256", pack.sha256).json();
    return event;
}

/// What is wrong with the journal of that period, told if it is news.
Result<audit::ChainReport> chainOf(storage::Store& store, audit::Journal& journal, const Actor& actor,
                                   const audit::EventQuery& query, const audit::Progress& progress)
{
    FoundDamage found(journal, actor);
    const std::int64_t end = journal.head().sequence;
    SALLYPORT_ASSIGN(const audit::PeriodBounds bounds, store.read([&](storage::Transaction& transaction) {
        return audit::periodBounds(transaction, query.since, query.until, end);
    }));
    SALLYPORT_ASSIGN(audit::ChainReport chain, audit::checkPeriod(journal, bounds, progress));
    if (!chain.intact)
        SALLYPORT_TRY(found.record(chain.problem, chain.firstBad));
    return chain;
}

/// What it was made of, as far as it is still there. Times of the filter were taken when it was made.
Result<audit::EventQuery> eventsOf(const EvidencePack& pack)
{
    SALLYPORT_ASSIGN(audit::EventQuery query, audit::parseFilter(pack.filter, pack.createdAt, {}));
    query.since = pack.since;
    const UtcTime made = pack.createdAt + std::chrono::microseconds(1); // what happened in that moment is among it
    query.until = pack.until ? std::min(*pack.until, made) : made;
    return query;
}

} // namespace

Result<EvidencePack> EvidenceService::create(const Actor& actor, const PackRequest& request, const audit::Progress& progress)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsExport));
    PackMaking making{.store = m_parts.store,
                      .heads = *m_heads,
                      .head = {},
                      .vault = m_parts.vaultName ? m_parts.vaultName() : std::string(),
                      .pack = {},
                      .query = request.query};
    EvidencePack& pack = making.pack;
    pack.id = newIdText(m_parts.random, m_parts.clock);
    pack.createdAt = m_parts.clock.now();
    pack.createdBy = access::nameOf(actor);
    pack.maker = actor.id;
    pack.since = request.query.since;
    pack.until = request.query.until;
    pack.filter = request.filter;
    SALLYPORT_ASSIGN(PackWriter writer, PackWriter::begin(m_parts.store, pack));
    SALLYPORT_ASSIGN(making.head, m_heads->sign(m_parts.journal, access::eventBy(actor, audit::kind::headSigned)));
    Result<void> allowed;
    const auto mayGoOn = [&](std::int64_t done, std::int64_t total) {
        if (const auto may = permit(actor, Permission::EventsExport); !may)
            allowed = may.error();
        return allowed.has_value() && (!progress || progress(done, total));
    };
    const auto chain = chainOf(m_parts.store, m_parts.journal, actor, request.query, mayGoOn);
    SALLYPORT_TRY(allowed); // who has lost the right meanwhile is told that
    SALLYPORT_TRY(chain);
    pack.damage = chain->intact ? std::string() : std::string(audit::problemWord(chain->problem));
    making.doubtful = !chain->intact || !chain->accepted.empty();
    making.expiredThrough = chain->expiredThrough;
    const auto written = writePack(making, writer, mayGoOn);
    SALLYPORT_TRY(allowed);
    SALLYPORT_ASSIGN(const audit::TreeHash sha256, written);
    pack.bytes = writer.bytes();
    pack.sha256 = toHex(sha256);
    const Result<void> kept = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(PackWriter::finish(transaction, pack, sha256));
        return m_parts.journal.append(transaction, packEvent(actor, audit::kind::evidenceCreated, pack));
    });
    if (!kept)
        return kept.error();
    writer.finished();
    return pack;
}

Result<std::vector<EvidencePack>> EvidenceService::list(const Actor& actor)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsExport));
    return m_parts.store.read(readPacks);
}

Result<EvidencePack> EvidenceService::read(const Actor& actor, const std::string& id)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsExport));
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<EvidencePack> {
        SALLYPORT_ASSIGN(EvidencePack pack, readPack(transaction, id));
        SALLYPORT_ASSIGN(const std::string front, readPiece(transaction, id, 0));
        SALLYPORT_ASSIGN(audit::PackManifest manifest, audit::packManifest(front));
        pack.damage = std::move(manifest.damage);
        pack.damaged = std::move(manifest.damaged);
        return pack;
    });
}

Result<EvidencePack> EvidenceService::download(const Actor& actor, const std::string& id, const Sink& sink)
{
    SALLYPORT_ASSIGN(const EvidencePack pack, read(actor, id));
    SALLYPORT_TRY(m_parts.journal.record(packEvent(actor, audit::kind::evidenceDownloaded, pack)));
    std::int64_t given = 0;
    for (std::int64_t number = 0; given < pack.bytes; ++number) {
        SALLYPORT_TRY(permit(actor, Permission::EventsExport));
        SALLYPORT_ASSIGN(const std::string piece, m_parts.store.read([&](storage::Transaction& transaction) {
            return readPiece(transaction, id, number);
        }));
        if (piece.empty())
            return makeError(ErrorCode::NotFound, "The evidence pack was deleted meanwhile");
        if (!sink(piece))
            return makeError(ErrorCode::Cancelled, "The download was cancelled.");
        given += static_cast<std::int64_t>(piece.size());
    }
    return pack;
}

Result<EvidencePack> EvidenceService::save(const Actor& actor, const std::string& id, const std::filesystem::path& file,
                                           ExistingFile existing)
{
    SALLYPORT_TRY(read(actor, id));
    SALLYPORT_ASSIGN(ReportFile target, ReportFile::create(file, existing));
    Result<void> written;
    auto pack = download(actor, id, [&](std::string_view piece) {
        written = target.write(piece);
        return written.has_value();
    });
    SALLYPORT_TRY(written);
    if (pack)
        SALLYPORT_TRY(target.publish());
    return pack;
}

Result<void> EvidenceService::remove(const Actor& actor, const std::string& id)
{
    SALLYPORT_ASSIGN(const Actor current, permit(actor, Permission::EventsExport));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const EvidencePack pack, readPack(transaction, id));
        SALLYPORT_TRY(access::requireMaker(current, pack.maker));
        if (m_parts.held) {
            SALLYPORT_ASSIGN(const audit::EventQuery events, eventsOf(pack));
            SALLYPORT_TRY(m_parts.held(transaction, events));
        }
        SALLYPORT_TRY(removePack(transaction, id));
        return m_parts.journal.append(transaction, packEvent(actor, audit::kind::evidenceDeleted, pack));
    });
}

} // namespace sallyport::journal
