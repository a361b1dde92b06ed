#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Banner;
class Console;
class UserFields;

/// Changes name, e-mail, department and age. What somebody else changed meanwhile is not overwritten.
class EditUserDialog final : public DialogFrame {
    Q_OBJECT

public:
    EditUserDialog(Console& console, identity::User user, QWidget* parent);

Q_SIGNALS:
    void saved(const sallyport::identity::User& user);

private:
    void setTexts();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    identity::User m_user;
    UserFields* m_fields;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
