#include "ui/keys/account_dialog.h"

#include "backend/identity/core/limits.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/role_checks.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/account_text.h"
#include "ui/words/field_text.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

AccountDialog::AccountDialog(Console& console, std::optional<identity::ServiceAccount> account, QWidget* parent)
    : DialogFrame(u"account"_s, parent, 600), m_console(console), m_account(std::move(account)), m_name(new QLineEdit(this)),
      m_description(new QLineEdit(this)), m_rolesLabel(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)),
      m_roles(new RoleChecks(console, u"account.roles"_s, this)), m_failure(new Banner(u"account.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"account.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"account.save"_s, this))
{
    m_name->setObjectName(u"account.name"_s);
    m_name->setMaxLength(identity::nameLimit);
    m_description->setObjectName(u"account.description"_s);
    m_description->setMaxLength(identity::accountDescriptionLimit);
    m_nameField = new Field(m_name, this);
    m_descriptionField = new Field(m_description, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_roles->setChosen(m_account ? m_account->roles : std::vector<std::string>{"viewer"});
    if (m_account) {
        m_name->setText(text(m_account->name));
        m_description->setText(text(m_account->description));
    }
    body()->addWidget(m_failure);
    body()->addWidget(m_nameField);
    body()->addWidget(m_descriptionField);
    auto* roles = new QVBoxLayout;
    roles->setSpacing(6);
    roles->addWidget(m_rolesLabel);
    roles->addWidget(m_roles);
    body()->addLayout(roles);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::submit);
    for (auto* field : {m_nameField, m_descriptionField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textEdited, this, [this, field] {
            field->setError({});
            updateState();
        });
    connect(m_roles, &RoleChecks::changed, this, &AccountDialog::updateState);
    connect(m_roles, &RoleChecks::failed, this, &AccountDialog::showFailure);
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_name->setFocus();
    m_name->selectAll();
}

void AccountDialog::setTexts()
{
    setTitle(m_account ? tr("Edit %1").arg(text(m_account->name)) : tr("Add service account"));
    m_nameField->setLabel(tr("Name"));
    m_descriptionField->setLabel(tr("What it does"));
    m_description->setPlaceholderText(tr("Optional"));
    m_rolesLabel->setText(tr("Roles"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_account ? tr("Save") : tr("Add account"));
}

void AccountDialog::updateState()
{
    const bool complete = !nameText(m_name->text()).isEmpty() && !m_roles->chosen().empty();
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

void AccountDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    const auto name = nameText(m_name->text()).toStdString();
    const auto description = nameText(m_description->text()).toStdString();
    m_console.run(
        this,
        [account = m_account, name, description, roles = m_roles->chosen()](Services& services, const access::Actor& actor) {
            if (!account)
                return services.serviceAccounts.create(actor, {name, description, roles});
            identity::ServiceAccountPatch patch;
            patch.name = name;
            patch.description = description;
            patch.roles = roles;
            patch.expectedVersion = account->version;
            return services.serviceAccounts.change(actor, account->id, patch);
        },
        [this](const Result<identity::ServiceAccount>& account) {
            setButtonBusy(m_save, false);
            updateState();
            if (!account)
                return showFailure(account.error());
            accept();
            Q_EMIT saved(*account);
        });
}

void AccountDialog::showFailure(const Error& error)
{
    bool placed = !error.fields.empty();
    for (const auto& failed : error.fields) {
        auto* field = failed.field == "name" ? m_nameField : failed.field == "description" ? m_descriptionField : nullptr;
        placed = placed && field;
        if (field)
            field->setError(accountFieldText(failed));
    }
    if (placed)
        return;
    m_failure->showError(error);
}

} // namespace sallyport::ui
