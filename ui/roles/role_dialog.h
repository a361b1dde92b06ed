#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/access/role.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/error.h"

class QLineEdit;
class QPlainTextEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;

/// Adds a role of one's own, alone or like another, or changes what one is called and what it is for.
class RoleDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// A new one, with the permissions and inheritance of `like`: of a built-in role by inheriting from it.
    RoleDialog(Console& console, std::optional<access::Role> like, QWidget* parent);
    /// Title and description of one there is.
    static RoleDialog* forChange(Console& console, const access::Role& role, QWidget* parent);

Q_SIGNALS:
    void saved(const sallyport::access::Role& role);

private:
    void setTexts();
    void updateState();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    std::optional<access::Role> m_like;
    bool m_changes = false; ///< the one there is, not another like it
    bool m_nameTyped = false;
    QLineEdit* m_title;
    Field* m_titleField;
    QLineEdit* m_name;
    Field* m_nameField;
    QPlainTextEdit* m_description;
    Field* m_descriptionField;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

/// `duty_physician` for `Duty physician`: a name that a role may have.
QString roleNameFrom(const QString& title);

} // namespace sallyport::ui
