#include "ui/roles/role_draft.h"

#include "backend/access/permission_words.h"
#include "backend/access/role_graph.h"

#include <QUndoCommand>

#include <algorithm>

namespace sallyport::ui {

namespace {

access::PermissionSet without(const access::PermissionSet& set, access::Permission permission)
{
    access::PermissionSet left;
    for (const access::PermissionInfo& info : access::permissions())
        if (info.permission != permission && set.has(info.permission))
            left.add(info.permission);
    return left;
}

} // namespace

class RoleDraft::Step final : public QUndoCommand {
public:
    Step(RoleDraft& draft, access::PermissionSet own, std::vector<std::string> inherits)
        : m_draft(draft), m_ownBefore(draft.m_own), m_own(own), m_inheritsBefore(draft.m_inherits),
          m_inherits(std::move(inherits))
    {
    }
    void undo() override { m_draft.put(m_ownBefore, m_inheritsBefore); }
    void redo() override { m_draft.put(m_own, m_inherits); }

private:
    RoleDraft& m_draft;
    const access::PermissionSet m_ownBefore, m_own;
    const std::vector<std::string> m_inheritsBefore, m_inherits;
};

RoleDraft::RoleDraft(QObject* parent) : QObject(parent) {}

void RoleDraft::begin(const access::Role& role, std::vector<access::Role> all)
{
    m_saved = role;
    m_roles = std::move(all);
    m_steps.clear();
    put(role.own, role.inherits);
}

void RoleDraft::clear()
{
    m_saved.reset();
    m_steps.clear();
    put({}, {});
}

void RoleDraft::put(access::PermissionSet own, std::vector<std::string> inherits)
{
    m_own = own;
    m_inherits = std::move(inherits);
    Q_EMIT changed();
}

access::PermissionSet RoleDraft::effective() const
{
    access::PermissionSet all = m_own;
    for (const std::string& name : m_inherits)
        if (const access::Role* role = access::findRole(m_roles, name))
            all.add(role->permissions);
    return all;
}

std::vector<access::Role> RoleDraft::inheritable() const
{
    std::vector<access::Role> free;
    if (!m_saved)
        return free;
    const std::vector<std::string> heirs = access::heirsOf(m_roles, std::vector<std::string>{m_saved->name});
    for (const access::Role& role : m_roles)
        if (role.name != m_saved->name && std::ranges::find(heirs, role.name) == heirs.end() &&
            std::ranges::find(m_inherits, role.name) == m_inherits.end())
            free.push_back(role);
    return free;
}

void RoleDraft::toggle(access::Permission permission)
{
    access::PermissionSet own = m_own;
    if (own.has(permission))
        own = without(own, permission);
    else
        own.add(permission);
    m_steps.push(new Step(*this, own, m_inherits));
}

void RoleDraft::setInherits(std::vector<std::string> inherits)
{
    std::ranges::sort(inherits);
    if (inherits != m_inherits)
        m_steps.push(new Step(*this, m_own, std::move(inherits)));
}

int RoleDraft::changes() const
{
    if (!m_saved)
        return 0;
    int count = 0;
    for (const access::PermissionInfo& info : access::permissions())
        count += m_saved->own.has(info.permission) != m_own.has(info.permission) ? 1 : 0;
    const auto missing = [](const std::vector<std::string>& in, const std::vector<std::string>& from) {
        return static_cast<int>(
            std::ranges::count_if(from, [&](const std::string& name) { return std::ranges::find(in, name) == in.end(); }));
    };
    return count + missing(m_inherits, m_saved->inherits) + missing(m_saved->inherits, m_inherits);
}

identity::RolePatch RoleDraft::patch() const
{
    identity::RolePatch patch;
    patch.permissions = access::permissionWords(m_own);
    patch.inherits = m_inherits;
    if (m_saved)
        patch.expectedVersion = m_saved->version;
    return patch;
}

identity::RolePatch RoleDraft::undoOf(const access::Role& before, std::int64_t versionNow)
{
    identity::RolePatch patch;
    patch.title = before.title;
    patch.description = before.description;
    patch.permissions = access::permissionWords(before.own);
    patch.inherits = before.inherits;
    patch.expectedVersion = versionNow;
    return patch;
}

} // namespace sallyport::ui
