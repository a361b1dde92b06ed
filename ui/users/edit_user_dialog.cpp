#include "ui/users/edit_user_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/parts/user_fields.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/words/user_text.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

EditUserDialog::EditUserDialog(Console& console, identity::User user, QWidget* parent)
    : DialogFrame(u"edit_user"_s, parent, 520), m_console(console), m_user(std::move(user)),
      m_fields(new UserFields(u"edit_user"_s, this)), m_failure(new Banner(u"edit_user.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"edit_user.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"edit_user.save"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_fields->setUser(m_user);
    body()->addWidget(m_failure);
    body()->addWidget(m_fields);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &EditUserDialog::submit);
    connect(m_fields, &UserFields::edited, this,
            [this] { enableOr(m_save, m_fields->isComplete() ? QString() : incompleteReason()); });
    onRetranslate(this, [this] { setTexts(); });
    m_fields->focusFirst();
}

void EditUserDialog::setTexts()
{
    setTitle(tr("Edit %1").arg(text(m_user.name)));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

void EditUserDialog::submit()
{
    identity::UserPatch patch;
    patch.name = m_fields->name();
    patch.email = m_fields->email();
    patch.department = m_fields->department();
    patch.age = m_fields->age();
    patch.expectedVersion = m_user.version;
    m_failure->hide();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [id = m_user.id, patch = std::move(patch)](Services& services, const access::Actor& actor) {
            return services.users.update(actor, id, patch);
        },
        [this](const Result<identity::User>& user) {
            setButtonBusy(m_save, false);
            if (!user)
                return showFailure(user.error());
            accept();
            Q_EMIT saved(*user);
        });
}

void EditUserDialog::showFailure(const Error& error)
{
    if (!m_fields->showErrors(error))
        m_failure->showError(error);
}

} // namespace sallyport::ui
