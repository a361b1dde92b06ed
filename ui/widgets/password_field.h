#pragma once

#include <QLineEdit>

class QAbstractButton;

namespace sallyport::ui {

/// A password entry with an eye to reveal it. It says when Caps Lock is on, before anybody tries.
class PasswordField final : public QLineEdit
{
    Q_OBJECT

public:
    /// `large`: 40 px instead of 32.
    explicit PasswordField(const QString& objectName, QWidget* parent = nullptr, bool large = false);

    bool isCapsLockOn() const { return m_capsLock; }
    void setRevealed(bool revealed);
    bool isRevealed() const { return echoMode() == QLineEdit::Normal; }
    void setInvalid(bool invalid);
    /// Overwrites the text before forgetting it, as far as QString lets one.
    void wipe();
    QSize sizeHint() const override;

Q_SIGNALS:
    void capsLockChanged(bool on);

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

    QAbstractButton* m_eye;
    bool m_capsLock = false;
    bool m_large;
};

} // namespace sallyport::ui
