#include "ui/users/add_user_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/password_rater.h"
#include "ui/parts/role_checks.h"
#include "ui/parts/user_fields.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/password_field.h"
#include "ui/words/field_text.h"

#include <QRadioButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

AddUserDialog::AddUserDialog(Console& console, QWidget* parent)
    : DialogFrame(u"add_user"_s, parent, 600), m_console(console), m_fields(new UserFields(u"add_user"_s, this)),
      m_roles(new RoleChecks(console, u"add_user.roles"_s, this)),
      m_rolesLabel(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)), m_start(new QWidget(this)),
      m_startLabel(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)), m_invite(new QRadioButton(m_start)),
      m_setPassword(new QRadioButton(m_start)), m_password(new PasswordField(u"add_user.password"_s, m_start)),
      m_passwordField(new Field(m_password, m_start)), m_meter(new StrengthMeter(u"add_user.strength"_s, m_start)),
      m_failure(new Banner(u"add_user.failure"_s, this)), m_cancel(makeButton(ButtonKind::Secondary, u"add_user.cancel"_s, this)),
      m_add(makeButton(ButtonKind::Primary, u"add_user.add"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_roles->setChosen({"viewer"});
    buildStart();
    // Room for focus rings, which the area would cut.
    constexpr int inset = 3;
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(inset, 0, inset, inset);
    column->setSpacing(body()->spacing());
    column->addWidget(m_failure);
    column->addWidget(m_fields);
    auto* roles = new QVBoxLayout;
    roles->setSpacing(6);
    roles->addWidget(m_rolesLabel);
    roles->addWidget(m_roles);
    column->addLayout(roles);
    column->addWidget(m_start);
    body()->setContentsMargins(body()->contentsMargins() - QMargins(inset, 0, inset, inset));
    body()->addWidget(new FittingArea(form, this));
    addButton(m_cancel);
    addButton(m_add);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &AddUserDialog::submit);
    connect(m_fields, &UserFields::edited, this, &AddUserDialog::updateState);
    connect(m_roles, &RoleChecks::changed, this, &AddUserDialog::updateState);
    connect(m_roles, &RoleChecks::failed, this, &AddUserDialog::showFailure);
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_fields->focusFirst();
}

AddUserDialog::~AddUserDialog()
{
    m_password->wipe();
}

void AddUserDialog::buildStart()
{
    auto* column = new QVBoxLayout(m_start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_startLabel);
    column->addWidget(m_invite);
    column->addWidget(m_setPassword);
    column->addWidget(m_passwordField);
    column->addWidget(m_meter);
    m_invite->setObjectName(u"add_user.invite"_s);
    m_setPassword->setObjectName(u"add_user.set_password"_s);
    m_invite->setChecked(true);
    // `users.initial_password`: an invitation is the only way where the vault says so.
    m_start->setVisible(m_console.settings()->usersInitialPasswordAllowed);
    m_rater = new PasswordRater(m_console, m_password, m_meter, [this] {
        return identity::PasswordOwner{m_fields->name(), m_fields->email()};
    });
    m_password->offerGenerator();
    connect(m_password, &PasswordField::generateRequested, this, &AddUserDialog::generatePassword);
    connect(m_rater, &PasswordRater::rated, this, &AddUserDialog::updateState);
    connect(m_password, &QLineEdit::textEdited, this, [this] {
        m_passwordField->setError({});
        updateState();
    });
    connect(m_password, &PasswordField::capsLockChanged, this,
            [this](bool on) { m_passwordField->setWarning(on ? tr("Caps Lock is on") : QString()); });
    connect(m_setPassword, &QRadioButton::toggled, this, [this](bool on) {
        updateState();
        if (on)
            m_password->setFocus();
    });
}

void AddUserDialog::generatePassword()
{
    m_console.run(
        this,
        [owner = identity::PasswordOwner{m_fields->name(), m_fields->email()}](Services& services, const access::Actor&) {
            return services.passwords.generate({}, owner);
        },
        [this](const Result<identity::GeneratedPassword>& made) {
            if (!made)
                return showFailure(made.error());
            m_password->takeGenerated(QString::fromUtf8(made->text.view()));
        });
}

void AddUserDialog::setTexts()
{
    setTitle(tr("Add user"));
    m_rolesLabel->setText(tr("Roles"));
    m_startLabel->setText(tr("First sign-in"));
    m_invite->setText(tr("Invite: they choose their password with a single-use code"));
    m_setPassword->setText(tr("Set a first password"));
    m_passwordField->setLabel(tr("Password"));
    m_cancel->setText(tr("Cancel"));
    updateState();
}

bool AddUserDialog::withPassword() const
{
    return m_setPassword->isChecked() && m_console.settings()->usersInitialPasswordAllowed;
}

unsigned AddUserDialog::minimumLength() const
{
    return m_console.settings()->passwordsMinLength;
}

void AddUserDialog::updateState()
{
    const bool password = withPassword();
    m_passwordField->setVisible(password);
    m_meter->setVisible(password);
    m_passwordField->setHint(
        tr("At least %Ln characters; several words are easy to keep in mind", nullptr, static_cast<int>(minimumLength())));
    m_add->setText(password ? tr("Add user") : tr("Add and invite"));
    const bool good = !password || (!m_password->text().isEmpty() && !m_rater->isPending() && m_rater->strength().broken.empty());
    enableOr(m_add, isButtonBusy(m_add)                                             ? waitReason()
                    : !m_fields->isComplete() || m_roles->chosen().empty() || !good ? incompleteReason()
                                                                                    : QString());
}

void AddUserDialog::submit()
{
    identity::NewUser user;
    user.name = m_fields->name();
    user.email = m_fields->email();
    user.department = m_fields->department();
    user.age = m_fields->age();
    user.roles = m_roles->chosen();
    if (withPassword())
        user.password = SecretBytes::fromText(m_password->text().toStdString());
    m_failure->hide();
    setButtonBusy(m_add, true);
    m_console.run(
        this,
        [user = std::move(user)](Services& services, const access::Actor& actor) mutable {
            return services.users.create(actor, std::move(user));
        },
        [this](Result<identity::Users::Created> created) {
            setButtonBusy(m_add, false);
            updateState();
            if (!created)
                return showFailure(created.error());
            m_password->wipe();
            accept();
            Q_EMIT added(*created);
        });
}

void AddUserDialog::showFailure(const Error& error)
{
    const bool inFields = m_fields->showErrors(error);
    bool inPassword = false;
    for (const auto& failed : error.fields)
        if (failed.field == "password") {
            m_passwordField->setError(passwordRuleText(failed, minimumLength()));
            inPassword = true;
        }
    if (!inFields && !inPassword)
        m_failure->showError(error);
}

} // namespace sallyport::ui
