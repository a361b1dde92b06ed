#include "backend/records/attachment_access.h"

#include "backend/access/steps.h"
#include "backend/records/record_rows.h"

#include <utility>

namespace sallyport::records {

using access::Permission;

Result<access::Actor> AttachmentAccess::may(const access::Actor& actor, Permission permission) const
{
    SALLYPORT_ASSIGN(access::Actor current, m_now(actor));
    const std::optional<Permission> instead = access::ownEnough(permission);
    if (current.permissions.has(permission) || (instead && current.permissions.has(*instead)))
        return current;
    // The decision is made where all are made, so that it can be explained like all others.
    SALLYPORT_TRY(m_decisions.requirePermission(current, permission, m_kind));
    return access::require(current, permission).error();
}

Result<access::Actor> AttachmentAccess::mayOn(const access::Actor& actor, Permission permission) const
{
    SALLYPORT_TRY(may(actor, permission));
    return may(actor, m_read);
}

/// False if the record is hidden; `failure` if that can't be told.
bool AttachmentAccess::readsRecord(const access::Actor& current, const access::Resource& record,
                                   std::optional<Error>& failure) const
{
    const Result<void> reads = m_decisions.require(current, Permission::RecordsRead, record);
    if (!reads && reads.error().code != ErrorCode::PolicyDenied && reads.error().code != ErrorCode::PermissionDenied)
        failure = reads.error();
    return reads.has_value();
}

Result<access::Resource> AttachmentAccess::visibleRecord(storage::Transaction& transaction, const access::Actor& current,
                                                         const RecordId& id) const
{
    SALLYPORT_ASSIGN(const Record record, rows::record(transaction, id));
    access::Resource resource = resourceOf(record);
    std::optional<Error> failure;
    if (readsRecord(current, resource, failure))
        return resource;
    return failure ? *failure : noSuchRecord();
}

Result<void> AttachmentAccess::requireVisible(const access::Actor& current, const Attached& attached) const
{
    return requireAction(current, m_read, attached);
}

Result<void> AttachmentAccess::requireStep(const access::Actor& current, Permission action,
                                           const access::Resource& resource) const
{
    const bool own = resource.ownerId && *resource.ownerId == current.id.text();
    if (const std::optional<Permission> enough = access::ownEnough(action); own && enough)
        return m_decisions.requireOwn(current, action, *enough, resource);
    return m_decisions.require(current, action, resource);
}

Result<void> AttachmentAccess::requireAction(const access::Actor& current, Permission action, const Attached& attached) const
{
    for (const access::Step& step : access::stepsOf(action, m_kind, attached.record.has_value())) {
        if (step.ofRecord) {
            std::optional<Error> failure;
            if (!readsRecord(current, *attached.record, failure))
                return failure ? *failure : noSuchThing();
            continue;
        }
        Result<void> done = requireStep(current, step.action, attached.resource);
        if (!done && step.action == m_read && done.error().code == ErrorCode::PolicyDenied)
            return noSuchThing();
        SALLYPORT_TRY(std::move(done));
    }
    return {};
}

Result<AttachedScope> AttachmentAccess::scope(const access::Actor& current) const
{
    AttachedScope scope;
    SALLYPORT_ASSIGN(scope.own, m_decisions.scope(current, m_read, m_kind));
    if (current.permissions.has(Permission::RecordsRead)) {
        SALLYPORT_ASSIGN(scope.records, m_decisions.scope(current, Permission::RecordsRead, access::ResourceKind::Record));
    }
    return scope;
}

Error AttachmentAccess::noSuchThing() const
{
    return makeError(ErrorCode::NotFound, "There is no such " + std::string(access::resourceWord(m_kind)) + ".");
}

access::Resource attachedResource(access::ResourceKind kind, const std::string& id, const UserId& owner,
                                  const access::Resource* record)
{
    access::Resource resource;
    resource.kind = kind;
    resource.id = id;
    if (!owner.empty())
        resource.ownerId = owner.text();
    if (record != nullptr) {
        resource.recordId = record->id;
        resource.department = record->department;
        resource.classification = record->classification;
    }
    return resource;
}

} // namespace sallyport::records
