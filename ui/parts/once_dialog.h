#pragma once

#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/dialog_frame.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QPlainTextEdit;

namespace sallyport::ui {

/// Shows an invitation or a password reset once: the code by itself, and a text to hand over that says where the server is and
/// what to do with it. When the dialog is closed the code is gone, so Done waits until something was copied or the operator says
/// that the code is kept: a habitual Enter copies, and throws nothing away.
class OnceDialog final : public DialogFrame {
    Q_OBJECT

public:
    enum class Kind { Invitation, PasswordReset };
    /// Where the code is good for something.
    struct Server {
        QString vault;
        QString url;         ///< empty: it isn't running
        QString fingerprint; ///< of its certificate
    };
    OnceDialog(Kind kind, const QString& userName, identity::OneTimeLink link, Server server, QWidget* parent);

    /// What is handed over, in the language of the window.
    QString handOver() const;

private:
    void setTexts();
    void copy(QPushButton* button, const QString& text);
    /// Done may close from now on.
    void allowDone(bool allowed);

    Kind m_kind;
    QString m_userName;
    identity::OneTimeLink m_link;
    Server m_server;
    ClipboardGuard m_clipboard;
    QLabel* m_what;
    QLabel* m_code;
    QLabel* m_how;
    QPlainTextEdit* m_text;
    QPushButton* m_copyText;
    QPushButton* m_copy;
    QPushButton* m_done;
    QCheckBox* m_kept;
    bool m_copied = false;
};

} // namespace sallyport::ui
