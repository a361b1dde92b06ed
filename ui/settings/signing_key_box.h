#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sallyport::ui {

class Console;
class Toast;

/// Since when the present key signs access tokens, and the button that makes a new one.
class SigningKeyBox final : public QWidget {
    Q_OBJECT

public:
    SigningKeyBox(Console& console, Toast* toast, QWidget* parent = nullptr);

    /// Reads the keys again.
    void load();

private:
    void rotate();
    void setTexts();

    Console& m_console;
    Toast* m_toast;
    QLabel* m_title;
    QLabel* m_state;
    QPushButton* m_rotate;
};

} // namespace sallyport::ui
