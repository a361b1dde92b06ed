#pragma once

#include <QObject>
#include <QUndoStack>

#include <optional>
#include <string>
#include <vector>

#include "backend/access/role.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/roles/role_changes.h"

namespace sallyport::ui {

/// What the operator has changed of a role and not saved yet, step by step, so that each step can be taken back.
class RoleDraft final : public QObject {
    Q_OBJECT

public:
    explicit RoleDraft(QObject* parent = nullptr);

    /// Begins anew with a role as the vault has it; `all` are the roles that it can inherit from.
    void begin(const access::Role& role, std::vector<access::Role> all);
    void clear();
    const std::optional<access::Role>& saved() const { return m_saved; }

    const access::PermissionSet& own() const { return m_own; }
    const std::vector<std::string>& inherits() const { return m_inherits; }
    /// With all that it inherits.
    access::PermissionSet effective() const;
    /// Roles that it can inherit from without a circle and doesn't yet.
    std::vector<access::Role> inheritable() const;

    void toggle(access::Permission permission);
    void setInherits(std::vector<std::string> inherits);

    /// Permissions and inherited roles that are other ones than those that are saved.
    int changes() const;
    bool isChanged() const { return changes() > 0; }
    identity::RolePatch patch() const;
    /// Back to what was saved before `patch` was; for the version that there is now.
    static identity::RolePatch undoOf(const access::Role& before, std::int64_t versionNow);

    QUndoStack* steps() { return &m_steps; }

Q_SIGNALS:
    void changed();

private:
    class Step;
    void put(access::PermissionSet own, std::vector<std::string> inherits);

    std::optional<access::Role> m_saved;
    std::vector<access::Role> m_roles;
    access::PermissionSet m_own;
    std::vector<std::string> m_inherits;
    QUndoStack m_steps;
};

} // namespace sallyport::ui
