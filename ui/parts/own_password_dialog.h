#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/base/result.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;
class Field;
class PasswordField;
class PasswordRater;
class StrengthMeter;

/// The operator changes their own password: the present one, and a new one twice. Their other sessions end.
class OwnPasswordDialog final : public DialogFrame {
    Q_OBJECT

public:
    OwnPasswordDialog(Console& console, QWidget* parent);
    ~OwnPasswordDialog() override;

Q_SIGNALS:
    void changed();

private:
    void setTexts();
    void check();
    void change();
    void takeAnswer(const Result<void>& result);

    Console& m_console;
    PasswordField* m_current;
    PasswordField* m_next;
    PasswordField* m_again;
    Field* m_currentField;
    Field* m_nextField;
    Field* m_againField;
    StrengthMeter* m_meter;
    PasswordRater* m_rater;
    QPushButton* m_cancel;
    QPushButton* m_change;
    bool m_busy = false;
};

} // namespace sallyport::ui
