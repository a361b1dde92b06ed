#pragma once

#include "ui/widgets/dialog_frame.h"

class QPlainTextEdit;

namespace sallyport {
struct Error;
}

namespace sallyport::ui {

class Banner;
class Console;
class Field;

/// The networks that no limit by address holds for, one a line.
class ExemptDialog final : public DialogFrame {
    Q_OBJECT

public:
    ExemptDialog(Console& console, QWidget* parent);

Q_SIGNALS:
    void saved(int count);

private:
    void setTexts();
    void read();
    void submit();
    void updateState();
    void showFailure(const Error& error);

    Console& m_console;
    QPlainTextEdit* m_networks;
    Field* m_field;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_save;
    bool m_known = false; ///< what is in force stands in the field
    QString m_before;
};

} // namespace sallyport::ui
