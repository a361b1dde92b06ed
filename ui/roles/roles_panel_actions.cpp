#include "ui/roles/roles_panel.h"

#include "backend/access/role_graph.h"
#include "ui/console/permit.h"
#include "ui/roles/member_dialog.h"
#include "ui/roles/role_dialog.h"
#include "ui/roles/role_draft.h"
#include "ui/roles/role_list.h"
#include "ui/roles/role_pane.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"
#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <QMenu>
#include <QSignalBlocker>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t membersShown = 50;

} // namespace

void RolesPanel::connectMembers()
{
    const auto openFor = [this](const std::optional<identity::User>& member) {
        const access::Role* role = current();
        if (role == nullptr)
            return;
        auto* dialog = new MemberDialog(console(), *role, member, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &MemberDialog::saved, this, &RolesPanel::load);
        dialog->open();
    };
    connect(m_pane, &RolePane::addMemberRequested, this, [openFor] { openFor(std::nullopt); });
    connect(m_pane, &RolePane::memberRequested, this, [this, openFor](const identity::User& user) {
        if (console().may(access::Permission::RolesAssign))
            openFor(user);
        else
            Q_EMIT navigate(u"users"_s, text(user.id.text()));
    });
}

QString RolesPanel::unsavedWork() const
{
    return m_draft->isChanged() ? tr("%Ln changes to %1", nullptr, m_draft->changes()).arg(roleName(*m_draft->saved()))
                                : QString();
}

void RolesPanel::leaveFor(const std::string& name)
{
    if (name == m_shown)
        return;
    if (!m_draft->isChanged())
        return choose(name);
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentIndex(m_listModel->indexOf(m_shown));
    }
    Confirmation words;
    words.title = tr("Discard %Ln changes to %1?", nullptr, m_draft->changes()).arg(roleName(*m_draft->saved()));
    words.text = tr("They are not saved yet.");
    words.verb = tr("Discard");
    words.danger = true;
    askConfirmation(this, u"discard_role"_s, words, [this, name] { choose(name); });
}

void RolesPanel::showMembers()
{
    if (!console().may(access::Permission::UsersRead)) {
        Error error(ErrorCode::PermissionDenied, "users:read is missing");
        error.required = "users:read";
        return m_pane->setMembersError(error);
    }
    console().run(
        this,
        [name = m_shown](Services& services, const access::Actor& actor) {
            identity::UserQuery query;
            query.role = name;
            query.limit = membersShown;
            return services.users.list(actor, query);
        },
        [this, name = m_shown](const Result<identity::UserPage>& page) {
            if (name != m_shown)
                return;
            if (page)
                m_pane->setMembers(*page);
            else
                m_pane->setMembersError(page.error());
        });
}

void RolesPanel::preview()
{
    if (!m_draft->isChanged() || !console().may(access::Permission::RolesUpdate))
        return;
    console().run(
        this,
        [name = m_shown, patch = m_draft->patch()](Services& services, const access::Actor& actor) {
            return services.roleChanges.preview(actor, name, patch);
        },
        [this, name = m_shown](const Result<identity::RoleImpact>& impact) {
            if (name != m_shown || !m_draft->isChanged())
                return;
            if (impact)
                m_pane->setImpact(*impact);
            else
                m_pane->setImpactError(impact.error());
        });
}

void RolesPanel::save()
{
    if (!m_draft->isChanged() || !m_pane->reasonAgainst().isEmpty())
        return;
    m_pane->setSaving(true);
    console().run(
        this,
        [name = m_shown, patch = m_draft->patch()](Services& services, const access::Actor& actor) {
            return services.roleChanges.change(actor, name, patch);
        },
        [this, before = *m_draft->saved()](const Result<access::Role>& saved) {
            m_pane->setSaving(false);
            if (!saved)
                return m_toast->say(Tone::Danger, errorLine(saved.error()));
            m_undo = before;
            m_undoVersion = saved->version;
            m_draft->clear();
            m_toast->say(Tone::Success, tr("%1 was saved.").arg(roleName(*saved)), tr("Undo"));
            load();
        });
}

void RolesPanel::undoSaved(const access::Role& before, std::int64_t versionNow)
{
    console().run(
        this,
        [name = before.name, patch = RoleDraft::undoOf(before, versionNow)](Services& services, const access::Actor& actor) {
            return services.roleChanges.change(actor, name, patch);
        },
        [this](const Result<access::Role>& role) {
            if (role)
                m_toast->say(Tone::Success, tr("%1 is as it was.").arg(roleName(*role)));
            else
                m_toast->say(Tone::Danger, errorLine(role.error()));
            load();
        });
}

void RolesPanel::fillInheritMenu(QWidget* anchor)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"roles.inherit_menu"_s);
    for (const access::Role& role : m_draft->inheritable()) {
        auto* entry = menu->addAction(roleName(role));
        allow(entry,
              console().actor().permissions.covers(role.permissions) ? QString() : tr("It allows more than your own role"));
        connect(entry, &QAction::triggered, this, [this, name = role.name] {
            std::vector<std::string> inherits = m_draft->inherits();
            inherits.push_back(name);
            m_draft->setInherits(std::move(inherits));
        });
    }
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

void RolesPanel::addRole(bool like)
{
    const access::Role* role = like ? current() : nullptr;
    auto* dialog = new RoleDialog(console(), role == nullptr ? std::nullopt : std::optional(*role), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RoleDialog::saved, this, [this](const access::Role& made) {
        if (!m_draft->isChanged())
            m_shown = made.name;
        load();
    });
    dialog->open();
}

void RolesPanel::removeRole()
{
    const access::Role* role = current();
    if (role == nullptr)
        return;
    Confirmation words;
    words.title = tr("Delete %1?").arg(roleName(*role));
    words.text = role->members == 0
                     ? tr("Nobody has it.")
                     : tr("%Ln members lose it, and what it allows, at once.", nullptr, static_cast<int>(role->members));
    words.verb = tr("Delete role");
    words.danger = true;
    askConfirmation(this, u"delete_role"_s, words, [this, name = role->name, title = roleName(*role)] {
        console().run(
            this, [name](Services& services, const access::Actor& actor) { return services.roleChanges.remove(actor, name); },
            [this, title](const Result<void>& removed) {
                if (!removed)
                    return m_toast->say(Tone::Danger, errorLine(removed.error()));
                m_draft->clear();
                m_toast->say(Tone::Success, tr("%1 was deleted.").arg(title));
                load();
            });
    });
}

} // namespace sallyport::ui
