#include "backend/identity/leak_scan/leak_scan_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/api_keys/key_text.h"
#include "backend/identity/leak_scan/key_finder.h"
#include "backend/identity/leak_scan/leak_collector.h"

#include <map>
#include <utility>

namespace sallyport::identity {

namespace {

LeakWorth worthOf(const ApiKeys::Recognised& found)
{
    if (found.works)
        return LeakWorth::Works;
    if (found.key.revokedAt)
        return LeakWorth::Revoked;
    if (found.key.expired)
        return LeakWorth::Expired;
    return found.key.owner.active ? LeakWorth::Superseded : LeakWorth::OwnerDisabled;
}

std::string placeText(const LeakHit& hit)
{
    return (hit.repository.empty() ? "" : hit.repository + " ") + hit.place + ":" + std::to_string(hit.line);
}

} // namespace

std::string_view leakWorthWord(LeakWorth worth) noexcept
{
    switch (worth) {
    case LeakWorth::Works: return "active";
    case LeakWorth::Superseded: return "superseded";
    case LeakWorth::Expired: return "expired";
    case LeakWorth::Revoked: return "revoked";
    case LeakWorth::OwnerDisabled: return "owner_disabled";
    case LeakWorth::Unknown: return "unknown";
    }
    return {};
}

std::string LeakCollector::shown(std::string place)
{
    for (auto at = findKeyText(place, 0); at; at = findKeyText(place, *at)) {
        const auto parsed = parseKeyText(std::string_view(place).substr(*at, keyTextLength));
        const std::string prefix = parsed ? keyPrefix(parsed->id) : std::string();
        place.replace(*at, keyTextLength, prefix + "...");
    }
    return place;
}

void LeakCollector::name(const std::string& path, std::string_view text)
{
    KeyFinder finder([&](std::string_view found, std::int64_t) {
        hit({.place = "name " + path, .repository = {}, .line = 1, .prefix = {}, .key = {}}, found);
    });
    finder.feed(text);
}

void LeakCollector::hit(LeakHit where, std::string_view text)
{
    ++report.hitCount;
    if (report.hits.size() >= leakHitLimit)
        return;
    where.place = shown(std::move(where.place));
    where.repository = shown(std::move(where.repository));
    const auto parsed = parseKeyText(text);
    where.prefix = parsed ? keyPrefix(parsed->id) : std::string();
    where.signingSecret = parsed && parsed->kind == KeyTextKind::SigningSecret;
    if (auto found = m_keys.recognise(m_actor, text)) {
        where.worth = worthOf(*found);
        where.key = std::move(found->key);
    }
    report.hits.push_back(std::move(where));
}

void LeakCollector::note(LeakGap gap)
{
    report.failedCount += gap.failed ? 1 : 0;
    gap.place = shown(std::move(gap.place));
    if (++report.gapCount <= static_cast<std::int64_t>(leakGapLimit))
        report.gaps.push_back(std::move(gap));
}

bool LeakCollector::goOn()
{
    report.cancelled = report.cancelled || (m_progress && !m_progress(report.files, report.bytes));
    return !report.cancelled;
}

Result<void> LeakScanService::record(const access::Actor& actor, const LeakReport& report, const std::string& places)
{
    struct Leaked {
        const ApiKey* key = nullptr;
        std::int64_t count = 0;
        bool works = false;
        std::string first;
    };
    std::map<std::string, Leaked> leaked;
    for (const LeakHit& hit : report.hits) {
        if (!hit.key)
            continue;
        Leaked& one = leaked[hit.prefix];
        one.key = &*hit.key;
        one.works = one.works || hit.worth == LeakWorth::Works;
        if (one.count++ == 0)
            one.first = placeText(hit);
    }
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        audit::Event scanned = access::eventBy(actor, audit::kind::keysScanned);
        audit::Details details;
        details.text("places", LeakCollector::shown(places)).number("files", report.files).number("objects", report.objects);
        details.number("bytes", report.bytes).number("hits", report.hitCount).number("not_searched", report.gapCount);
        details.flag("cancelled", report.cancelled);
        scanned.detailsJson = details.json();
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(scanned)));
        for (const auto& [prefix, one] : leaked) {
            audit::Event event = access::eventBy(actor, audit::kind::keyLeaked);
            event.object = {"api_key", one.key->id.text(), one.key->name};
            event.detailsJson = audit::Details()
                                    .text("owner", one.key->owner.name)
                                    .text("first_place", one.first)
                                    .number("places", one.count)
                                    .flag("works", one.works)
                                    .json();
            SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        }
        return {};
    });
}

Result<LeakReport> LeakScanService::scan(const access::Actor& actor, const LeakScanRequest& request, const LeakProgress& progress)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::KeysRead));
    // Whoever may name a path here learns which files this machine has: not over the network.
    const bool atTheMachine = actor.kind == access::Actor::Kind::Operator || actor.kind == access::Actor::Kind::System;
    if (!atTheMachine || !actor.key.empty())
        return makeError(ErrorCode::PermissionDenied, "Files are searched from the console or the command line only.");
    if (request.paths.empty())
        return makeError(ErrorCode::InvalidArgument, "Name a file or folder.");
    LeakCollector collector(m_keys, current, progress);
    std::string places;
    for (const std::string& path : request.paths) {
        places.append(places.empty() ? "" : ", ").append(path);
        if (collector.goOn())
            searchPath(collector, path, request.histories);
    }
    SALLYPORT_TRY(record(current, collector.report, places));
    return std::move(collector.report);
}

Result<LeakReport> LeakScanService::scanText(const access::Actor& actor, std::string_view text)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    if (!current.permissions.has(access::Permission::KeysRead))
        SALLYPORT_TRY(access::require(current, access::Permission::KeysOwn));
    const LeakProgress always;
    LeakCollector collector(m_keys, current, always);
    KeyFinder finder([&](std::string_view found, std::int64_t line) {
        collector.hit({.place = "text", .repository = {}, .line = line, .prefix = {}, .key = {}}, found);
    });
    finder.feed(text);
    collector.report.files = 1;
    collector.report.bytes = static_cast<std::int64_t>(text.size());
    SALLYPORT_TRY(record(current, collector.report, "text"));
    return std::move(collector.report);
}

} // namespace sallyport::identity
