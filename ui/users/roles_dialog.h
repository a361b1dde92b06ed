#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/base/error.h"
#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Banner;
class Console;
class RoleChecks;

/// Chooses the roles of one user.
class RolesDialog final : public DialogFrame {
    Q_OBJECT

public:
    RolesDialog(Console& console, identity::User user, QWidget* parent);

Q_SIGNALS:
    void saved(const sallyport::identity::User& user);

private:
    void setTexts();
    void updateState();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    identity::User m_user;
    RoleChecks* m_roles;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
