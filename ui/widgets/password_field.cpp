#include "ui/widgets/password_field.h"

#include "ui/widgets/caps_lock.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/text_style.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QStyle>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// The eye inside the field.
class EyeButton final : public QAbstractButton
{
public:
    explicit EyeButton(QWidget* parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setCursor(Qt::ArrowCursor);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const Token ink = !isEnabled() ? Token::Control : underMouse() || hasFocus() ? Token::Text : Token::TextMuted;
        drawIcon(&painter, isChecked() ? Icon::EyeOff : Icon::Eye, rect(), color(ink));
    }
};

} // namespace

PasswordField::PasswordField(const QString& objectName, QWidget* parent, bool large)
    : QLineEdit(parent), m_eye(new EyeButton(this)), m_large(large)
{
    setObjectName(objectName);
    m_eye->setObjectName(objectName + u".reveal"_s);
    setEchoMode(QLineEdit::Password);
    setFont(textFont(TextStyle::Body));
    setTextMargins(large ? 2 : 0, 0, 30, 0);
    setMaxLength(1024);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setProperty("sunken", large);
    connect(m_eye, &QAbstractButton::toggled, this, &PasswordField::showEcho);
    showEcho(false);
    onRetranslate(this, [this] {
        m_eye->setAccessibleName(tr("Show what is typed"));
        m_eye->setToolTip(m_eye->accessibleName());
    });
}

void PasswordField::showEcho(bool revealed)
{
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    // Dots need air to be counted, letters don't.
    QFont shown = textFont(TextStyle::Body);
    if (!revealed)
        shown.setLetterSpacing(QFont::AbsoluteSpacing, 4);
    setFont(shown);
}

QSize PasswordField::sizeHint() const
{
    QSize hint = QLineEdit::sizeHint();
    hint.setHeight(std::max(m_large ? 40 : 32, fontMetrics().height() + (m_large ? 20 : 12)));
    return hint;
}

void PasswordField::setRevealed(bool revealed)
{
    m_eye->setChecked(revealed);
}

void PasswordField::setInvalid(bool invalid)
{
    setProperty("invalid", invalid);
    update();
}

void PasswordField::wipe()
{
    QString shown = text();
    clear();
    // The line edit's own undo history and buffers are out of reach; a detached copy is all that can be blanked.
    shown.fill(u'\0');
    setRevealed(false);
}

void PasswordField::setCapsLock(bool on)
{
    if (m_capsLock == on)
        return;
    m_capsLock = on;
    Q_EMIT capsLockChanged(on);
}

void PasswordField::askPlatform()
{
    if (const auto on = capsLockFromPlatform())
        setCapsLock(*on);
}

void PasswordField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_CapsLock && !capsLockFromPlatform())
        setCapsLock(!m_capsLock);
    else if (const auto on = capsLockFromKey(*event))
        setCapsLock(*on);
    QLineEdit::keyPressEvent(event);
}

void PasswordField::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_CapsLock)
        askPlatform();
    QLineEdit::keyReleaseEvent(event);
}

void PasswordField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    askPlatform();
}

void PasswordField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        setCapsLock(false);
}

void PasswordField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    const int side = 28;
    const int inset = m_large ? 5 : 3;
    const QRect place(width() - side - inset, (height() - side) / 2, side, side);
    m_eye->setGeometry(mirrored(this, rect(), place));
}

} // namespace sallyport::ui
