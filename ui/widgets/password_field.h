#pragma once

#include <QLineEdit>

class QAbstractButton;
class QPushButton;

namespace sallyport::ui {

class ClipboardGuard;

/// A password entry with an eye to reveal it, and for new passwords with a button that asks for a random one. It says when
/// Caps Lock is on, before anybody tries.
class PasswordField final : public QLineEdit {
    Q_OBJECT

public:
    /// `large`: 40 px instead of 32.
    explicit PasswordField(const QString& objectName, QWidget* parent = nullptr, bool large = false);

    bool isCapsLockOn() const { return m_capsLock; }
    void setRevealed(bool revealed);
    bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setInvalid(bool invalid);
    /// Shows the button Generate; who listens to generateRequested answers with takeGenerated.
    void offerGenerator();
    /// Puts a generated password in as if it was typed, shown, with a button that copies it for a short time.
    void takeGenerated(const QString& password);
    /// Overwrites the text before forgetting it, as far as QString lets one.
    void wipe();
    QSize sizeHint() const override;

Q_SIGNALS:
    void capsLockChanged(bool on);
    void generateRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setCapsLock(bool on);
    void askPlatform();
    void showEcho(bool revealed);
    void placeButtons();

    QAbstractButton* m_eye;
    QPushButton* m_generate = nullptr;
    QPushButton* m_copy = nullptr;
    ClipboardGuard* m_clipboard = nullptr;
    bool m_generated = false;
    bool m_capsLock = false;
    bool m_large;
};

} // namespace sallyport::ui
