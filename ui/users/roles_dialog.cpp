#include "ui/users/roles_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/parts/role_checks.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/words/user_text.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

RolesDialog::RolesDialog(Console& console, identity::User user, QWidget* parent)
    : DialogFrame(u"roles"_s, parent, 600), m_console(console), m_user(std::move(user)),
      m_roles(new RoleChecks(console, u"roles.list"_s, this)), m_failure(new Banner(u"roles.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"roles.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"roles.save"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_roles->setChosen(m_user.roles);
    body()->addWidget(m_failure);
    body()->addWidget(m_roles);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RolesDialog::submit);
    connect(m_roles, &RoleChecks::changed, this, &RolesDialog::updateState);
    connect(m_roles, &RoleChecks::loaded, this, [this] { updateState(); });
    connect(m_roles, &RoleChecks::failed, this, &RolesDialog::showFailure);
    onRetranslate(this, [this] { setTexts(); });
    updateState();
}

void RolesDialog::setTexts()
{
    setTitle(tr("Roles of %1").arg(text(m_user.name)));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Change roles"));
}

void RolesDialog::updateState()
{
    auto before = m_user.roles;
    auto after = m_roles->chosen();
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    enableOr(m_save, !m_roles->isLoaded() ? waitReason() : before == after ? noChangeReason() : QString());
}

void RolesDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [id = m_user.id, roles = identity::withTheirEnds(m_roles->chosen(), m_user.assignments)](
            Services& services, const access::Actor& actor) { return services.users.setRoles(actor, id, roles); },
        [this](const Result<identity::User>& user) {
            setButtonBusy(m_save, false);
            if (!user)
                return showFailure(user.error());
            accept();
            Q_EMIT saved(*user);
        });
}

void RolesDialog::showFailure(const Error& error)
{
    m_failure->showError(error);
}

} // namespace sallyport::ui
