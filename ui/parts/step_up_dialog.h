#pragma once

#include "backend/base/error.h"
#include "ui/widgets/dialog_frame.h"

#include <functional>

namespace sallyport::ui {

class Banner;
class Console;
class DigitField;
class Field;

/// Asks the operator for the code of their own authenticator before something that needs a fresh one, and shows it to
/// the services. Closes when it was right.
class StepUpDialog final : public DialogFrame {
    Q_OBJECT

public:
    StepUpDialog(Console& console, QWidget* parent);

Q_SIGNALS:
    void confirmed();

private:
    void setTexts();
    void submit();

    Console& m_console;
    Banner* m_failure;
    DigitField* m_digits;
    Field* m_field;
    QPushButton* m_cancel;
    QPushButton* m_confirm;
    bool m_busy = false;
};

/// True for an error that a fresh code of the operator's authenticator takes away.
bool wantsStepUp(const Error& error);
/// Opens the dialog; `then` runs once the code was right. It deletes itself.
void askStepUp(Console& console, QWidget* parent, std::function<void()> then);

} // namespace sallyport::ui
