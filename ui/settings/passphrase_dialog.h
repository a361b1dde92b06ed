#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "ui/widgets/dialog_frame.h"

#include <QTimer>

namespace sallyport::ui {

class Console;
class Field;
class PasswordField;
class StrengthMeter;

/// Asks for the present passphrase and a new one, twice, and shows how hard the new one is to guess.
class PassphraseDialog final : public DialogFrame {
    Q_OBJECT

public:
    explicit PassphraseDialog(Console& console, QWidget* parent);
    ~PassphraseDialog() override;

Q_SIGNALS:
    void changed();

private:
    void setTexts();
    void check();
    void rate();
    void generate();
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
    QPushButton* m_cancel;
    QPushButton* m_change;
    QTimer m_wait;
    std::uint64_t m_rating = 0;
    bool m_acceptable = false;
    bool m_busy = false;
};

} // namespace sallyport::ui
