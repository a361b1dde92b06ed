#pragma once

#include "backend/access/decisions.h"
#include "backend/records/record.h"
#include "backend/storage/transaction.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace sallyport::records {

/// What decisions are about a comment or a file: itself, and the record on which it hangs.
struct Attached {
    access::Resource resource;
    std::optional<access::Resource> record;
};

/// What a list may have of a kind.
struct AttachedScope {
    std::unique_ptr<access::Scope> own;
    std::unique_ptr<access::Scope> records; ///< null: nothing that hangs on a record
    bool exact() const noexcept { return own->exact() && (!records || records->exact()); }
    bool admits(const Attached& attached) const
    {
        return own->admits(attached.resource) &&
               (!attached.record || (records && (records->exact() || records->admits(*attached.record))));
    }
};

/// Who may see and do what with what hangs on records: what can be seen only by who may read its record. Thread-safe.
class AttachmentAccess {
public:
    using Now = std::function<Result<access::Actor>(const access::Actor&)>;
    AttachmentAccess(access::Decisions& decisions, Now now, access::ResourceKind kind, access::Permission read)
        : m_decisions(decisions), m_now(std::move(now)), m_kind(kind), m_read(read)
    {
    }

    /// The actor of now, who holds the permission, or what is enough for one's own.
    Result<access::Actor> may(const access::Actor& actor, access::Permission permission) const;
    /// The same of what is done with an object that there is: who may not read any is told so before anybody looks for this one.
    Result<access::Actor> mayOn(const access::Actor& actor, access::Permission permission) const;
    /// NotFound for a record that isn't there or that the actor can't read, for whatever reason.
    Result<access::Resource> visibleRecord(storage::Transaction& transaction, const access::Actor& current,
                                           const RecordId& id) const;
    /// NotFound if the record or a policy hides it from reading. Asks the permission to read, too.
    Result<void> requireVisible(const access::Actor& current, const Attached& attached) const;
    /// The same, and then the action: step by step (access::stepsOf).
    Result<void> requireAction(const access::Actor& current, access::Permission action, const Attached& attached) const;
    /// Of something new.
    Result<void> requireCreation(const access::Actor& current, access::Permission action, const access::Resource& resource) const
    {
        return m_decisions.require(current, action, resource);
    }
    /// PermissionDenied without the permission to read.
    Result<AttachedScope> scope(const access::Actor& current) const;

    /// The answer for what isn't there, and for what is none of the caller's business.
    Error noSuchThing() const;

private:
    bool readsRecord(const access::Actor& current, const access::Resource& record, std::optional<Error>& failure) const;
    Result<void> requireStep(const access::Actor& current, access::Permission action, const access::Resource& resource) const;

    access::Decisions& m_decisions;
    const Now m_now;
    const access::ResourceKind m_kind;
    const access::Permission m_read;
};

/// The resource of a comment or file with what it has of its record.
access::Resource attachedResource(access::ResourceKind kind, const std::string& id, const UserId& owner,
                                  const access::Resource* record);

} // namespace sallyport::records
