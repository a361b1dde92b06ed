#pragma once

#include "backend/identity/users/users.h"
#include "ui/widgets/dialog_frame.h"

class QPushButton;
class QRadioButton;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class PasswordField;
class PasswordRater;
class RoleChecks;
class StrengthMeter;
class UserFields;

/// Adds a user: who they are, what they may do, and how they start: by an invitation (they choose the password), or,
/// where the settings allow it, with a first password.
class AddUserDialog final : public DialogFrame {
    Q_OBJECT

public:
    explicit AddUserDialog(Console& console, QWidget* parent);
    ~AddUserDialog() override;

Q_SIGNALS:
    /// The user is there; the answer holds the invitation if there is one. It may be moved from.
    void added(sallyport::identity::Users::Created& created);

private:
    void buildStart();
    void setTexts();
    void updateState();
    void submit();
    void generatePassword();
    void showFailure(const Error& error);
    bool withPassword() const;
    unsigned minimumLength() const;

    Console& m_console;
    UserFields* m_fields;
    RoleChecks* m_roles;
    QLabel* m_rolesLabel;
    QWidget* m_start;
    QLabel* m_startLabel;
    QRadioButton* m_invite;
    QRadioButton* m_setPassword;
    PasswordField* m_password;
    Field* m_passwordField;
    StrengthMeter* m_meter;
    PasswordRater* m_rater;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_add;
};

} // namespace sallyport::ui
