#pragma once

#include "backend/base/error.h"
#include "backend/base/secret_bytes.h"
#include "ui/unlock/gate_view.h"

class QLineEdit;
class QPushButton;

namespace sallyport::ui {

class DigitField;
class Field;
class PasswordField;

/// Who works at the console: e-mail address and password, then the six digits of the second factor if the account has
/// one, or one of its recovery codes.
class SignInScreen final : public GateView {
    Q_OBJECT

public:
    explicit SignInScreen(QWidget* parent = nullptr);

    void setVault(const QString& name);
    void setEmail(const QString& email);
    /// Says that somebody was signed in here until the session ended.
    void setSessionEnded(bool ended);
    void setBusy(bool busy);
    /// Says the error under the field it concerns.
    void showError(const Error& error);
    /// Password was right: asks for the second factor.
    void askForCode();
    /// Back to address and password; both secrets are forgotten.
    void reset();

    QString email() const;
    SecretBytes password() const;
    /// Six digits or a recovery code.
    QString code() const;

Q_SIGNALS:
    /// email() and password() are to be tried.
    void signInRequested();
    /// code() is to be tried.
    void codeRequested();
    /// The operator wants the vault locked instead.
    void lockRequested();

private:
    enum class Step { Password, Digits, RecoveryCode };
    void setStep(Step step);
    void placeFocus();
    void submit();
    void showTexts();

    QLineEdit* m_email;
    Field* m_emailField;
    PasswordField* m_password;
    Field* m_passwordField;
    DigitField* m_digits;
    Field* m_digitsField;
    QLineEdit* m_recovery;
    Field* m_recoveryField;
    QPushButton* m_submit;
    LinkRow* m_otherFactor;
    LinkRow* m_back;
    LinkRow* m_lock;
    QString m_vault;
    Step m_step = Step::Password;
    bool m_busy = false;
    bool m_sessionEnded = false;
};

} // namespace sallyport::ui
