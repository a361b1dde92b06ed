#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/access/role.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/error.h"
#include "backend/identity/core/user.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;

/// Gives somebody a role, for ever or for a time; or changes when that ends, or takes it.
class MemberDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `member`: whose role it is already.
    MemberDialog(Console& console, access::Role role, std::optional<identity::User> member, QWidget* parent);

Q_SIGNALS:
    void saved();

private:
    enum class End { Never, Day, Week, Month, Then };
    void setTexts();
    void updateState();
    void submit();
    void take();
    void showFailure(const Error& error);
    std::optional<UtcTime> until() const;
    UtcTime now() const;

    Console& m_console;
    access::Role m_role;
    std::optional<identity::User> m_member;
    QLineEdit* m_user;
    Field* m_userField;
    QComboBox* m_end;
    Field* m_endField;
    QDateTimeEdit* m_then;
    Field* m_thenField;
    Banner* m_failure;
    QPushButton* m_take;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
