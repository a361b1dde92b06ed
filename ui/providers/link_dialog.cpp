#include "ui/providers/link_dialog.h"

#include "backend/identity/core/email_address.h"
#include "backend/identity/openid/limits.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/provider_text.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

LinkDialog::LinkDialog(Console& console, identity::IdentityProvider provider, QWidget* parent)
    : DialogFrame(u"link"_s, parent, 520), m_console(console), m_provider(std::move(provider)), m_user(new QLineEdit(this)),
      m_subject(new QLineEdit(this)), m_failure(new Banner(u"link.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"link.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"link.save"_s, this))
{
    m_user->setObjectName(u"link.user"_s);
    m_subject->setObjectName(u"link.subject"_s);
    m_subject->setMaxLength(identity::outside::subjectLimit);
    m_userField = new Field(m_user, this);
    m_subjectField = new Field(m_subject, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    body()->addWidget(m_failure);
    body()->addWidget(m_userField);
    body()->addWidget(m_subjectField);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &LinkDialog::submit);
    for (auto* field : {m_userField, m_subjectField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textEdited, this, [this, field] {
            field->setError({});
            updateState();
        });
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_user->setFocus();
}

void LinkDialog::setTexts()
{
    setTitle(tr("Link a user to %1").arg(text(m_provider.fields.title)));
    m_userField->setLabel(tr("User"));
    m_user->setPlaceholderText(tr("E-mail address of the user here"));
    m_subjectField->setLabel(tr("Account at the provider"));
    m_subjectField->setHint(tr("Its subject (sub), GitHub’s numeric ID. The event of a refused sign-in names it. Whoever signs "
                               "in with it is this user."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Link"));
}

void LinkDialog::updateState()
{
    const bool complete = !m_user->text().trimmed().isEmpty() && !m_subject->text().trimmed().isEmpty();
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

void LinkDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [provider = m_provider.id, email = m_user->text().trimmed().toStdString(),
         subject = m_subject->text().trimmed().toStdString()](Services& services,
                                                              const access::Actor& actor) -> Result<identity::OutsideLink> {
            identity::UserQuery query;
            query.text = email;
            query.sort = identity::UserQuery::Sort::Email;
            query.limit = 200;
            SALLYPORT_ASSIGN(const auto page, services.users.list(actor, query));
            for (const auto& user : page.users)
                if (identity::isSameEmail(user.email, email))
                    return services.identityProviders.link(actor, provider, subject, user.id);
            Error error(ErrorCode::ValidationFailed, "no such user");
            error.fields.push_back({"user", "There is no such user.", "exists"});
            return error;
        },
        [this](const Result<identity::OutsideLink>& link) {
            setButtonBusy(m_save, false);
            updateState();
            if (!link)
                return showFailure(link.error());
            accept();
            Q_EMIT linked();
        });
}

void LinkDialog::showFailure(const Error& error)
{
    for (const auto& failed : error.fields) {
        if (failed.field == "user")
            return m_userField->setError(tr("Nobody has this e-mail address here"));
        if (failed.field == "subject")
            return m_subjectField->setError(providerFieldText(failed));
    }
    m_failure->showError(error);
}

} // namespace sallyport::ui
