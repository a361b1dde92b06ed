#pragma once

#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/dialog_frame.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// Shows an invitation or a password reset once, with Copy. When the dialog is closed the code is gone.
class OnceDialog final : public DialogFrame {
    Q_OBJECT

public:
    enum class Kind { Invitation, PasswordReset };
    OnceDialog(Kind kind, const QString& userName, identity::OneTimeLink link, QWidget* parent);

private:
    void setTexts();

    Kind m_kind;
    QString m_userName;
    identity::OneTimeLink m_link;
    ClipboardGuard m_clipboard;
    QLabel* m_what;
    QLabel* m_code;
    QLabel* m_how;
    QPushButton* m_copy;
    QPushButton* m_done;
};

} // namespace sallyport::ui
