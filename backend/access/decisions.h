#pragma once

#include "backend/access/actor.h"
#include "backend/access/resource.h"
#include "backend/base/result.h"
#include "backend/storage/sql_text.h"

#include <memory>

namespace sallyport::access {

/// What of a kind an actor may have in a list. Made for one query, by one actor at one moment.
class Scope {
public:
    virtual ~Scope() = default;
    /// Adds ` AND (...)` to a WHERE over a table whose columns are named as the resource's members (`owner_id`, `department`,
    /// `classification`, `created_at`, `changed_at`, `id`), each with `alias` and a dot before it: what could be told in SQL.
    /// Nothing if every row is allowed, ` AND (1 = 0)` if none is.
    virtual void narrow(storage::SqlText& text, std::string_view alias) const = 0;
    /// False if rows that `narrow` lets through must be asked for with `admits`, too: part of a condition isn't SQL.
    virtual bool exact() const noexcept = 0;
    virtual bool admits(const Resource& resource) const = 0;
};

/// The one place that says yes: permission first, then the policies that name the action and the kind. Asked by the services that
/// own protected objects. Thread-safe; takes no statement.
class Decisions {
public:
    virtual ~Decisions() = default;
    /// PermissionDenied with `required`, PolicyDenied with `policy`, or nothing. A refusal has its id in `decision`.
    [[nodiscard]] virtual Result<void> require(const Actor& actor, Permission action, const Resource& resource) = 0;
    /// The same for what is the actor's own: `enough` is enough in place of the action's permission. Policies are asked about the
    /// action all the same.
    [[nodiscard]] virtual Result<void> requireOwn(const Actor& actor, Permission action, Permission enough,
                                                  const Resource& resource)
    {
        return require(actor, actor.permissions.has(action) ? action : enough, resource);
    }
    /// The permission alone, before anybody knows whether there is such an object: policies can't be asked about none.
    [[nodiscard]] virtual Result<void> requirePermission(const Actor& actor, Permission action, ResourceKind kind)
    {
        static_cast<void>(kind);
        return access::require(actor, action);
    }
    /// As `require`, for a list; PermissionDenied if the permission itself is missing.
    [[nodiscard]] virtual Result<std::unique_ptr<Scope>> scope(const Actor& actor, Permission action, ResourceKind kind) = 0;
};

} // namespace sallyport::access
