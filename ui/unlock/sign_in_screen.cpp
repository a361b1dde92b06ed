#include "ui/unlock/sign_in_screen.h"

#include "backend/identity/core/limits.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* makeLargeEdit(const QString& objectName)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setFont(textFont(TextStyle::Body));
    edit->setMinimumHeight(std::max(40, edit->fontMetrics().height() + 20));
    edit->setTextMargins(2, 0, 0, 0);
    edit->setProperty("sunken", true);
    edit->setMaxLength(identity::emailLimit);
    return edit;
}

} // namespace

SignInScreen::SignInScreen(QWidget* parent)
    : GateView(u"sign_in"_s, 352, parent), m_email(makeLargeEdit(u"sign_in.email"_s)),
      m_emailField(new Field(m_email, columnWidget())), m_password(new PasswordField(u"sign_in.password"_s, nullptr, true)),
      m_passwordField(new Field(m_password, columnWidget())), m_digits(new DigitField(u"sign_in.code"_s)),
      m_digitsField(new Field(m_digits, columnWidget())), m_recovery(makeLargeEdit(u"sign_in.recovery_code"_s)),
      m_recoveryField(new Field(m_recovery, columnWidget())),
      m_submit(makeButton(ButtonKind::Primary, u"sign_in.submit"_s, columnWidget(), Icon::SignIn, ButtonSize::Large)),
      m_otherFactor(new LinkRow(Icon::Lifebuoy, u"sign_in.other_factor"_s, columnWidget())),
      m_back(new LinkRow(Icon::User, u"sign_in.back"_s, columnWidget())),
      m_lock(new LinkRow(Icon::Lock, u"sign_in.lock"_s, columnWidget()))
{
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_submit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_passwordField->setReserveLine(true);
    m_digitsField->setReserveLine(true);
    m_recoveryField->setReserveLine(true);
    addHeading();
    column()->addSpacing(32);
    column()->addWidget(m_emailField);
    column()->addSpacing(16);
    column()->addWidget(m_passwordField);
    column()->addWidget(m_digitsField);
    column()->addWidget(m_recoveryField);
    column()->addSpacing(16);
    column()->addWidget(m_submit);
    column()->addSpacing(24);
    column()->addWidget(makeSeparator(Qt::Horizontal, Token::Border, columnWidget()));
    column()->addSpacing(8);
    column()->addWidget(m_otherFactor);
    column()->addWidget(m_back);
    column()->addWidget(m_lock);

    connect(m_submit, &QPushButton::clicked, this, &SignInScreen::submit);
    connect(m_email, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInScreen::submit);
    connect(m_recovery, &QLineEdit::returnPressed, this, &SignInScreen::submit);
    connect(m_digits, &QLineEdit::returnPressed, this, &SignInScreen::submit);
    connect(m_digits, &DigitField::completed, this, &SignInScreen::submit);
    connect(m_password, &QLineEdit::textEdited, this, [this] { m_passwordField->setError({}); });
    connect(m_password, &PasswordField::capsLockChanged, this,
            [this](bool on) { m_passwordField->setWarning(on ? tr("Caps Lock is on") : QString()); });
    connect(m_otherFactor, &QAbstractButton::clicked, this,
            [this] { setStep(m_step == Step::Digits ? Step::RecoveryCode : Step::Digits); });
    connect(m_back, &QAbstractButton::clicked, this, &SignInScreen::reset);
    connect(m_lock, &QAbstractButton::clicked, this, &SignInScreen::lockRequested);
    onRetranslate(this, [this] { showTexts(); });
    setStep(Step::Password);
}

void SignInScreen::setVault(const QString& name)
{
    m_vault = name;
    showTexts();
}

void SignInScreen::setSessionEnded(bool ended)
{
    m_sessionEnded = ended;
    showTexts();
}

void SignInScreen::setEmail(const QString& email)
{
    m_email->setText(email);
    if (m_step == Step::Password)
        placeFocus(); // who is known goes on with the password
}

void SignInScreen::showTexts()
{
    if (m_step == Step::Password)
        setHeading(m_vault.isEmpty() ? tr("Sign in") : tr("Sign in to %1").arg(m_vault),
                   m_sessionEnded ? tr("Your session has ended. Sign in again to go on.") : tr("With your own account"));
    else
        setHeading(tr("Confirm that it is you"), m_email->text());
    m_emailField->setLabel(tr("E-mail address"));
    m_passwordField->setLabel(tr("Password"));
    m_digitsField->setLabel(tr("Enter the 6 digits that the app shows"));
    m_recoveryField->setLabel(tr("Recovery code"));
    m_recoveryField->setHint(tr("Each code works once"));
    m_submit->setText(m_busy ? tr("Signing in") : tr("Sign in"));
    m_otherFactor->setText(m_step == Step::RecoveryCode ? tr("Use the authenticator app") : tr("Use a recovery code"));
    m_back->setText(tr("Use another account"));
    m_lock->setText(tr("Lock the vault"));
    for (LinkRow* row : {m_otherFactor, m_back, m_lock})
        row->setAccessibleName(row->text());
}

void SignInScreen::setStep(Step step)
{
    m_step = step;
    m_emailField->setVisible(step == Step::Password);
    m_passwordField->setVisible(step == Step::Password);
    m_digitsField->setVisible(step == Step::Digits);
    m_recoveryField->setVisible(step == Step::RecoveryCode);
    m_otherFactor->setVisible(step != Step::Password);
    m_back->setVisible(step != Step::Password);
    m_digits->clear();
    m_recovery->clear();
    showTexts();
    placeFocus();
}

void SignInScreen::placeFocus()
{
    QWidget* first = m_step == Step::Digits         ? static_cast<QWidget*>(m_digits)
                     : m_step == Step::RecoveryCode ? m_recovery
                                                    : m_email;
    if (m_step == Step::Password && !m_email->text().isEmpty())
        first = m_password;
    setFocusProxy(first);
    first->setFocus();
}

void SignInScreen::submit()
{
    if (m_busy)
        return;
    if (m_step != Step::Password) {
        if (!code().isEmpty())
            Q_EMIT codeRequested();
        return;
    }
    const bool noEmail = email().isEmpty();
    m_emailField->setError(noEmail ? tr("Enter your e-mail address") : QString());
    if (noEmail || m_password->text().isEmpty()) {
        (noEmail ? static_cast<QLineEdit*>(m_email) : m_password)->setFocus();
        return;
    }
    m_passwordField->setError({});
    Q_EMIT signInRequested();
}

void SignInScreen::setBusy(bool busy)
{
    m_busy = busy;
    setButtonBusy(m_submit, busy);
    for (QWidget* widget : {static_cast<QWidget*>(m_email), static_cast<QWidget*>(m_password), static_cast<QWidget*>(m_digits),
                            static_cast<QWidget*>(m_recovery)})
        widget->setEnabled(!busy);
    showTexts();
}

void SignInScreen::showError(const Error& error)
{
    setBusy(false);
    const QString line = errorLine(error);
    switch (m_step) {
    case Step::Password:
        m_passwordField->setError(line);
        m_password->setFocus();
        m_password->selectAll();
        break;
    case Step::Digits:
        m_digitsField->setError(line);
        m_digits->setInvalid(true);
        m_digits->setFocus();
        m_digits->selectAll();
        break;
    case Step::RecoveryCode:
        m_recoveryField->setError(line);
        m_recovery->setFocus();
        m_recovery->selectAll();
        break;
    }
}

void SignInScreen::askForCode()
{
    setBusy(false);
    m_password->wipe();
    setStep(Step::Digits);
}

void SignInScreen::reset()
{
    setBusy(false);
    m_password->wipe();
    m_passwordField->setError({});
    m_digitsField->setError({});
    m_recoveryField->setError({});
    setStep(Step::Password);
}

QString SignInScreen::email() const
{
    return m_email->text().trimmed();
}

SecretBytes SignInScreen::password() const
{
    std::string text = m_password->text().toStdString();
    SecretBytes secret = SecretBytes::fromText(text);
    wipe(text);
    return secret;
}

QString SignInScreen::code() const
{
    return m_step == Step::RecoveryCode ? m_recovery->text().trimmed() : m_digits->code();
}

} // namespace sallyport::ui
