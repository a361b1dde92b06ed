#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/roles/role_changes.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

/// The one implementation of RoleChanges.
class RoleChangesService final : public RoleChanges {
public:
    explicit RoleChangesService(Core& core) : m_core(core) {}

    Result<access::Role> create(const access::Actor& actor, NewRole role) override;
    Result<access::Role> change(const access::Actor& actor, std::string_view role, const RolePatch& patch) override;
    Result<void> remove(const access::Actor& actor, std::string_view role) override;
    Result<RoleImpact> preview(const access::Actor& actor, std::string_view role, const RolePatch& patch) override;
    Result<RoleImpact> previewRemoval(const access::Actor& actor, std::string_view role) override;

    /// Takes a change, or a removal, back (role_undo.h), but for what has been changed since: the names of that, which stays.
    Result<std::vector<std::string>> takeBackChange(storage::Transaction& transaction, const RoleId& id, std::string_view undo);
    Result<std::vector<std::string>> takeBackRemoval(storage::Transaction& transaction, const std::string& change,
                                                     std::string_view undo);

private:
    using Table = std::vector<access::Role>;

    /// A change as it would be: the roles before and after it, and which one it is about.
    struct Planned {
        Table before, after;
        std::size_t at = 0; ///< in `before`; in `after`, too, where it stays
    };
    /// What change() does, up to its rows: all that can be said against it is said here. Nothing: there is nothing to change.
    Result<Planned> planChange(storage::Transaction& transaction, const access::Actor& actor, std::string_view idOrName,
                               const RolePatch& patch) const;
    Result<Planned> planRemoval(storage::Transaction& transaction, const access::Actor& actor, std::string_view idOrName) const;
    /// Enters a change by which the actor loses something; nothing otherwise.
    Result<std::optional<std::string>> noteLoss(storage::Transaction& transaction, const access::Actor& actor,
                                                const Planned& planned, access::ProvisionalKind kind) const;
    /// Whether the role may be as it is in `all`, whose permissions this works out.
    Result<void> check(const access::Actor& actor, Table& all, const std::string& name) const;

    /// After `role` has become as it is in `all`, and was checked: its rows, and what follows from it.
    Result<access::Role> store(storage::Transaction& transaction, const access::Actor& actor, Table& all,
                               const std::string& name);
    /// Lets a role inherit from `name` as well, checked as a change of it; nothing if it isn't there.
    Result<void> addHeir(storage::Transaction& transaction, const access::Actor& actor, Table& all, const std::string& name,
                         const std::string& heirName);
    /// The rules of second factors, and what memory knows of the roles.
    Result<void> tell(storage::Transaction& transaction, Table all);
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const access::Role& role,
                        std::string_view kind, std::string details);

    Core& m_core;
};

} // namespace sallyport::identity
