#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/identity/providers/identity_providers.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;

/// Links a user to an account at a provider: whose e-mail address here, which subject there.
class LinkDialog final : public DialogFrame {
    Q_OBJECT

public:
    LinkDialog(Console& console, identity::IdentityProvider provider, QWidget* parent);

Q_SIGNALS:
    void linked();

private:
    void setTexts();
    void updateState();
    void submit();
    void showFailure(const Error& error);

    Console& m_console;
    identity::IdentityProvider m_provider;
    QLineEdit* m_user;
    Field* m_userField;
    QLineEdit* m_subject;
    Field* m_subjectField;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace sallyport::ui
