#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/api_keys/service_accounts.h"

class QLabel;
class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class RoleChecks;

/// Adds a service account, or changes one: name, what it does, roles.
class AccountDialog final : public DialogFrame {
    Q_OBJECT

public:
    AccountDialog(Console& console, std::optional<identity::ServiceAccount> account, QWidget* parent);

Q_SIGNALS:
    /// Added or changed.
    void saved(const sallyport::identity::ServiceAccount& account);

private:
    void setTexts();
    void updateState();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    std::optional<identity::ServiceAccount> m_account;
    QLineEdit* m_name;
    Field* m_nameField;
    QLineEdit* m_description;
    Field* m_descriptionField;
    QLabel* m_rolesLabel;
    RoleChecks* m_roles;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
