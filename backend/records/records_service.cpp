#include "backend/records/records_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/sessions/recent_factor.h"
#include "backend/records/record_file.h"
#include "backend/records/record_limits.h"
#include "backend/records/record_rows.h"

#include <boost/json.hpp>

#include <utility>

namespace sallyport::records {

namespace {

using access::Permission;

RecordsParts withDefaults(RecordsParts parts)
{
    if (!parts.lets)
        parts.lets = [&decisions = parts.decisions](const access::Actor& actor, Permission action,
                                                    const access::Resource& resource) {
            return decisions.require(actor, action, resource).has_value();
        };
    return parts;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

} // namespace

RecordsService::RecordsService(RecordsParts parts, RecordKeyCipher cipher)
    : m_parts(withDefaults(std::move(parts))), m_clock(m_parts.store, m_parts.clock),
      m_keys(m_parts.store, m_parts.journal, std::move(cipher), m_clock, m_parts.random, m_parts.bounds),
      m_list(m_parts.store, m_clock)
{
    storage::ChangeFeed& feed = m_parts.store.changeFeed();
    m_onChanges.push_back(
        feed.subscribe(recordsTopic, [this](const std::string& id, const std::shared_ptr<const ChangedRecord>&) {
            m_kept.erase(RecordId(id));
            m_list.forget();
            ++*m_epoch;
        }));
    // A record tells its owner's name.
    m_onChanges.push_back(feed.subscribe(identity::userTopic, [epoch = m_epoch](const std::string&, const auto&) { ++*epoch; }));
    m_onChanges.push_back(
        feed.subscribe(identity::serviceAccountTopic, [epoch = m_epoch](const std::string&, const auto&) { ++*epoch; }));
    m_parts.store.onExternalChange([epoch = m_epoch] { ++*epoch; });
}

Result<access::Actor> RecordsService::may(const access::Actor& actor, Permission permission)
{
    SALLYPORT_ASSIGN(access::Actor current, m_parts.now(actor));
    if (current.permissions.has(permission))
        return current;
    // The decision is made where all are made, so that it can be explained like all others.
    SALLYPORT_TRY(m_parts.decisions.require(current, permission, access::Resource()));
    return access::require(current, permission).error();
}

Result<access::Actor> RecordsService::mayOn(const access::Actor& actor, Permission permission)
{
    SALLYPORT_TRY(may(actor, permission));
    return may(actor, Permission::RecordsRead);
}

Result<void> RecordsService::requireVisible(const access::Actor& current, const Record& record)
{
    Result<void> visible = m_parts.decisions.require(current, Permission::RecordsRead, resourceOf(record));
    if (!visible && visible.error().code == ErrorCode::PolicyDenied)
        return noSuchRecord();
    return visible;
}

Result<void> RecordsService::requireAction(const access::Actor& current, Permission action, const Record& record)
{
    SALLYPORT_TRY(requireVisible(current, record));
    return m_parts.decisions.require(current, action, resourceOf(record));
}

Result<std::optional<access::Resource>> RecordsService::find(const std::string& id)
{
    const Result<Record> record = m_parts.store.read([&](storage::Transaction& t) { return rows::record(t, RecordId(id)); });
    if (record)
        return std::optional(resourceOf(*record));
    if (record.error().code == ErrorCode::NotFound)
        return std::optional<access::Resource>();
    return record.error();
}

Result<std::string> RecordsService::nameOf(const std::string& id)
{
    const Result<Record> record = m_parts.store.read([&](storage::Transaction& t) { return rows::record(t, RecordId(id)); });
    if (record || record.error().code == ErrorCode::NotFound)
        return record ? record->title : std::string();
    return record.error();
}

Result<RecordPage> RecordsService::list(const access::Actor& actor, const RecordQuery& query)
{
    SALLYPORT_ASSIGN(const access::Actor current, may(actor, Permission::RecordsRead));
    SALLYPORT_ASSIGN(const auto scope, m_parts.decisions.scope(current, Permission::RecordsRead, access::ResourceKind::Record));
    return m_list.page(query, *scope, countedFor(current));
}

Result<Record> RecordsService::read(const access::Actor& actor, const RecordId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, may(actor, Permission::RecordsRead));
    const std::uint64_t epoch = m_epoch->load(); // before the snapshot, so never newer than it
    SALLYPORT_ASSIGN(Record record, m_parts.store.read([&](storage::Transaction& transaction) -> Result<Record> {
        SALLYPORT_ASSIGN(Record found, rows::record(transaction, id));
        SALLYPORT_TRY(requireVisible(current, found)); // before anything more of it is read: hidden takes as long as absent
        SALLYPORT_TRY(rows::complete(transaction, found));
        return found;
    }));
    const auto kept = std::make_shared<Kept>();
    kept->epoch = epoch;
    kept->resource = resourceOf(record);
    kept->of.record = record;
    kept->of.json = boost::json::serialize(recordJson(record));
    m_kept.put(id, kept);
    return record;
}

Result<std::shared_ptr<const KeptRecord>> RecordsService::readKept(const access::Actor& actor, const RecordId& id)
{
    const std::shared_ptr<const Kept> kept = m_kept.find(id).value_or(nullptr);
    if (kept == nullptr || kept->epoch != m_epoch->load())
        return nullptr;
    // Who is refused is refused by `read`, as slowly as for a record that isn't there, and recorded there.
    if (!m_parts.lets(actor, Permission::RecordsRead, kept->resource))
        return nullptr;
    return std::shared_ptr<const KeptRecord>(kept, &kept->of);
}

Result<ShownRecord> RecordsService::unmask(const access::Actor& actor, const RecordId& id)
{
    SALLYPORT_ASSIGN(access::Actor current, may(actor, Permission::RecordsRead));
    SALLYPORT_ASSIGN(current, may(actor, Permission::RecordsUnmask));
    // The command line has the vault's own keys; everybody else shows who they are.
    if (current.kind != access::Actor::Kind::System)
        SALLYPORT_TRY(identity::requireRecentFactor(current, true, *m_parts.settings.values(), m_clock.now()));
    ShownRecord shown;
    std::vector<std::string> broken;
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(shown.record, rows::record(transaction, id));
        SALLYPORT_TRY(requireAction(current, Permission::RecordsUnmask, shown.record));
        SALLYPORT_TRY(rows::complete(transaction, shown.record));
        SALLYPORT_ASSIGN(const std::vector<SealedMember> sealed, rows::members(transaction, id));
        for (const SealedMember& member : sealed) {
            auto value = m_keys.open(transaction, member.value, blob::placeOf(id.text(), member.name));
            if (value)
                shown.sensitive.push_back({member.name, std::move(*value)});
            else if (value.error().code == ErrorCode::CryptoFailure)
                broken.push_back(member.name);
            else
                return value.error();
        }
        return {};
    };
    SALLYPORT_TRY(m_parts.store.read(work));
    if (!broken.empty())
        return damaged(current, id, broken);
    if (!shown.sensitive.empty()) {
        audit::Event event = access::eventBy(current, audit::kind::recordUnmasked);
        event.object = {"record", id.text(), {}};
        event.detailsJson = audit::Details().text("members", joined(shown.record.sensitive)).json();
        SALLYPORT_TRY(m_parts.journal.record(std::move(event))); // on disk before anybody sees anything
    }
    return shown;
}

Error RecordsService::damaged(const access::Actor& actor, const RecordId& id, const std::vector<std::string>& names)
{
    audit::Event event = access::eventBy(actor, audit::kind::recordDamaged, audit::Outcome::Failure);
    event.object = {"record", id.text(), {}};
    event.detailsJson = audit::Details().text("members", joined(names)).json();
    (void) m_parts.journal.record(std::move(event)); // the error is told all the same
    Error error(ErrorCode::CryptoFailure,
                "A sensitive value of this record does not open where it stands: it was changed or moved in "
                "the database. Nothing of it is shown; 'sallyportd doctor' names all such records.");
    error.word = "record_damaged";
    return error;
}

Result<std::int64_t> RecordsService::exportRecords(const access::Actor& actor, RecordQuery query, std::string_view format,
                                                   const std::function<bool(const Record&)>& record)
{
    query.limit = 200;
    query.offset = 0;
    query.cursor.clear();
    std::int64_t count = 0;
    bool going = true, told = false;
    do {
        SALLYPORT_ASSIGN(const RecordPage page, list(actor, query));
        if (!std::exchange(told, true)) { // before the first of them leaves
            SALLYPORT_ASSIGN(const access::Actor current, m_parts.now(actor));
            audit::Event event = access::eventBy(current, audit::kind::recordsExported);
            audit::Details details;
            details.text("format", format).number("records", page.total);
            if (page.about)
                details.flag("more", true);
            event.detailsJson = details.json();
            SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
        }
        for (std::size_t at = 0; at < page.records.size() && going; ++at) {
            // Asked again before each leaves: a right that goes ends what it opened.
            SALLYPORT_ASSIGN(const access::Actor current, may(actor, Permission::RecordsRead));
            const Result<void> visible = requireVisible(current, page.records[at]);
            if (!visible && visible.error().code == ErrorCode::NotFound)
                continue;
            SALLYPORT_TRY(visible);
            going = record(page.records[at]);
            ++count;
        }
        query.cursor = page.nextCursor;
    } while (going && !query.cursor.empty());
    if (!going)
        return makeError(ErrorCode::Cancelled, "The export was stopped.");
    return count;
}

Result<void> RecordsService::reload()
{
    ++*m_epoch;
    m_list.forget();
    return m_keys.reload();
}

} // namespace sallyport::records
