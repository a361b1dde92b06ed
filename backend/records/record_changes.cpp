#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/user_fields.h"
#include "backend/records/comment_rows.h"
#include "backend/records/file_rows.h"
#include "backend/records/record_fields.h"
#include "backend/records/record_limits.h"
#include "backend/records/record_rows.h"
#include "backend/records/records_service.h"

#include <algorithm>
#include <utility>

namespace sallyport::records {

namespace {

using access::Permission;

constexpr int keyTries = 3; // a data key may go between sealing and storing, once in its life

bool keyHasGone(const Error& error)
{
    return error.code == ErrorCode::Conflict && error.word == "key_gone";
}

Error noSuchOwner()
{
    return identity::validationError({{"owner_id", "There is no such user.", "exists"}});
}

/// Which fields were changed, and of what decisions go by, how.
std::string detailsOf(const Record& before, const Record& after, const std::vector<std::string>& members, bool bodyAndTitle)
{
    audit::Details details;
    details.change("owner_id", before.ownerId.text(), after.ownerId.text());
    details.change("department", before.department.value_or(""), after.department.value_or(""));
    details.change("classification", bodyAndTitle ? "" : classificationWord(before.classification),
                   classificationWord(after.classification));
    std::string fields;
    const auto add = [&fields](std::string_view name) { fields.append(fields.empty() ? "" : ", ").append(name); };
    if (before.title != after.title)
        add("title");
    if (before.body != after.body)
        add("body");
    for (const std::string& name : members)
        add("sensitive." + name);
    if (!fields.empty())
        details.text("fields", fields);
    return details.json();
}

} // namespace

Result<void> RecordsService::tell(storage::Transaction& transaction, const access::Actor& actor, const RecordId& id,
                                  std::string_view kind, std::string details)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"record", id.text(), {}};
    event.detailsJson = std::move(details);
    return m_parts.journal.append(transaction, std::move(event));
}

Result<void> RecordsService::requireOwner(storage::Transaction& transaction, const access::Actor& current, const UserId& owner)
{
    if (owner.empty() || owner == current.id)
        return {};
    // Who may not know of users can't find out about them here.
    if (!current.permissions.has(Permission::UsersRead))
        return noSuchOwner();
    SALLYPORT_ASSIGN(const bool known, rows::canOwn(transaction, owner));
    return known ? Result<void>() : noSuchOwner();
}

Result<std::vector<SealedMember>> RecordsService::sealAll(const RecordId& id,
                                                          const std::vector<std::pair<std::string, const SecretBytes*>>& values)
{
    std::vector<SealedMember> sealed;
    if (values.empty())
        return sealed;
    SALLYPORT_ASSIGN(FieldKeys::Portion portion, m_keys.take(static_cast<std::int64_t>(values.size())));
    for (const auto& [name, value] : values) {
        SALLYPORT_ASSIGN(Bytes blob, portion.seal(value->bytes(), blob::placeOf(id.text(), name)));
        sealed.push_back({name, portion.keyId(), std::move(blob)});
    }
    return sealed;
}

Result<Record> RecordsService::store(const access::Actor& current, Record record, const std::vector<SealedMember>& sealed)
{
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<Record> {
        SALLYPORT_TRY(requireOwner(transaction, current, record.ownerId));
        if (!sealed.empty())
            SALLYPORT_TRY(FieldKeys::requireKey(transaction, sealed.front().keyId));
        SALLYPORT_TRY(rows::insert(transaction, record));
        std::vector<std::string> names;
        for (const SealedMember& member : sealed) {
            SALLYPORT_TRY(rows::putMember(transaction, record.id, member));
            names.push_back(member.name);
        }
        SALLYPORT_TRY(tell(transaction, current, record.id, audit::kind::recordCreated, detailsOf({}, record, names, true)));
        transaction.changed(recordsTopic, record.id.text(), std::make_shared<const ChangedRecord>(ChangedRecord{record.id}));
        SALLYPORT_ASSIGN(Record added, rows::record(transaction, record.id));
        SALLYPORT_TRY(rows::complete(transaction, added));
        return added;
    });
}

Result<Record> RecordsService::create(const access::Actor& actor, NewRecord given)
{
    SALLYPORT_ASSIGN(const access::Actor current, may(actor, Permission::RecordsCreate));
    SALLYPORT_TRY(checkNewRecord(given));
    Record record;
    record.ownerId = given.ownerId.value_or(current.id);
    record.department = given.department;
    record.classification = given.classification;
    record.title = given.title;
    record.body = given.body;
    SALLYPORT_TRY(m_parts.decisions.require(current, Permission::RecordsCreate, resourceOf(record)));
    record.id = RecordId(newIdText(m_parts.random, m_clock));
    record.createdAt = record.changedAt = m_clock.now();
    record.createdBy = record.changedBy = access::nameOf(current);
    std::vector<std::pair<std::string, const SecretBytes*>> values;
    for (const auto& [name, value] : given.sensitive)
        values.emplace_back(name, &value);
    for (int left = keyTries;; --left) {
        SALLYPORT_ASSIGN(const std::vector<SealedMember> sealed, sealAll(record.id, values));
        Result<Record> stored = store(current, record, sealed);
        if (stored || left == 1 || !keyHasGone(stored.error()))
            return stored;
        SALLYPORT_TRY(m_keys.reload());
    }
}

Result<Record> RecordsService::applyPatch(storage::Transaction& transaction, const access::Actor& current, const RecordId& id,
                                          const RecordPatch& patch, const std::vector<SealedMember>& sealed)
{
    SALLYPORT_ASSIGN(Record before, rows::record(transaction, id));
    SALLYPORT_TRY(requireAction(current, Permission::RecordsUpdate, before));
    if (patch.expectedVersion && *patch.expectedVersion != before.version)
        return makeError(ErrorCode::PreconditionFailed, "The record was changed meanwhile.");
    SALLYPORT_TRY(rows::complete(transaction, before));
    Record after = before;
    after.title = patch.title.value_or(before.title);
    after.body = patch.body.value_or(before.body);
    after.department = patch.department.value_or(before.department);
    after.classification = patch.classification.value_or(before.classification);
    after.ownerId = patch.ownerId.value_or(before.ownerId);
    // A member without a value stays as it is, so there has to be one.
    for (const auto& [name, value] : patch.sensitive) {
        if (!value && std::ranges::find(before.sensitive, name) == before.sensitive.end())
            return identity::validationError({{"sensitive." + name, "There is no such member to keep.", "exists"}});
    }
    std::vector<std::string> names;
    if (!sealed.empty())
        SALLYPORT_TRY(FieldKeys::requireKey(transaction, sealed.front().keyId));
    for (const SealedMember& member : sealed) {
        SALLYPORT_TRY(rows::putMember(transaction, id, member));
        names.push_back(member.name);
    }
    for (const std::string& name : patch.removeSensitive) {
        SALLYPORT_ASSIGN(const bool removed, rows::removeMember(transaction, id, name));
        if (removed)
            names.push_back(name);
    }
    const bool moved =
        after.ownerId != before.ownerId || after.department != before.department || after.classification != before.classification;
    if (!moved && names.empty() && after.title == before.title && after.body == before.body)
        return before;
    if (after.ownerId != before.ownerId)
        SALLYPORT_TRY(requireOwner(transaction, current, after.ownerId));
    // What somebody may not change can't be made of what they may.
    if (moved)
        SALLYPORT_TRY(m_parts.decisions.require(current, Permission::RecordsUpdate, resourceOf(after)));
    after.changedAt = m_clock.now();
    after.changedBy = access::nameOf(current);
    SALLYPORT_TRY(rows::update(transaction, after));
    SALLYPORT_TRY(tell(transaction, current, id, audit::kind::recordChanged, detailsOf(before, after, names, false)));
    transaction.changed(recordsTopic, id.text(), std::make_shared<const ChangedRecord>(ChangedRecord{id}));
    SALLYPORT_ASSIGN(Record changed, rows::record(transaction, id));
    SALLYPORT_TRY(rows::complete(transaction, changed));
    if (changed.sensitive.size() > membersLimit)
        return identity::validationError(
            {{"sensitive", "At most " + std::to_string(membersLimit) + " members.", "maxProperties"}});
    return changed;
}

Result<Record> RecordsService::change(const access::Actor& actor, const RecordId& id, RecordPatch patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, mayOn(actor, Permission::RecordsUpdate));
    SALLYPORT_TRY(checkPatch(patch));
    std::vector<std::pair<std::string, const SecretBytes*>> values;
    for (const auto& [name, value] : patch.sensitive) {
        if (value)
            values.emplace_back(name, &*value);
    }
    for (int left = keyTries;; --left) {
        SALLYPORT_ASSIGN(const std::vector<SealedMember> sealed, sealAll(id, values));
        Result<Record> changed = m_parts.store.write(
            [&](storage::Transaction& transaction) { return applyPatch(transaction, current, id, patch, sealed); });
        if (changed || left == 1 || !keyHasGone(changed.error()))
            return changed;
        SALLYPORT_TRY(m_keys.reload());
    }
}

Result<void> RecordsService::remove(const access::Actor& actor, const RecordId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, mayOn(actor, Permission::RecordsDelete));
    // With all that hangs on it, in one step: whoever may delete a record may delete that, too.
    const auto work = [&](storage::Transaction& transaction) -> Result<std::vector<std::string>> {
        SALLYPORT_ASSIGN(const Record record, rows::record(transaction, id));
        SALLYPORT_TRY(requireAction(current, Permission::RecordsDelete, record));
        SALLYPORT_ASSIGN(const std::int64_t comments, rows::countCommentsOf(transaction, id));
        SALLYPORT_TRY(rows::removeCommentsOf(transaction, id));
        SALLYPORT_ASSIGN(std::vector<std::string> files, rows::removeFilesOf(transaction, id));
        SALLYPORT_TRY(rows::remove(transaction, id));
        audit::Details details;
        details.change("owner_id", record.ownerId.text(), "").change("department", record.department.value_or(""), "");
        details.change("classification", classificationWord(record.classification), "");
        if (comments > 0)
            details.number("comments", comments);
        if (!files.empty())
            details.number("files", static_cast<std::int64_t>(files.size()));
        SALLYPORT_TRY(tell(transaction, current, id, audit::kind::recordDeleted, details.json()));
        transaction.removed(recordsTopic, id.text());
        return files;
    };
    SALLYPORT_ASSIGN(const std::vector<std::string> files, m_parts.store.write(work));
    if (!files.empty() && m_parts.filesGone)
        m_parts.filesGone(files);
    return {};
}

} // namespace sallyport::records
