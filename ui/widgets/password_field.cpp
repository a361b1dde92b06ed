#include "ui/widgets/password_field.h"

#include "backend/base/limits.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/caps_lock.h"
#include "ui/widgets/clipboard_guard.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QStyle>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// The eye inside the field.
class EyeButton final : public QAbstractButton {
public:
    explicit EyeButton(QWidget* parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setCursor(Qt::ArrowCursor);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

    /// Two of them in one form are told apart by their fields.
    void nameAfterField()
    {
        const QString field = parentWidget()->accessibleName();
        setToolTip(PasswordField::tr("Show what is typed"));
        setAccessibleName(field.isEmpty() ? toolTip() : PasswordField::tr("Show what is typed: %1").arg(field));
    }

protected:
    // The field is named by what it stands in: before it is shown, and anew with the language.
    void showEvent(QShowEvent* event) override
    {
        QAbstractButton::showEvent(event);
        nameAfterField();
    }
    void focusInEvent(QFocusEvent* event) override
    {
        nameAfterField();
        QAbstractButton::focusInEvent(event);
    }
    void changeEvent(QEvent* event) override
    {
        QAbstractButton::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            QMetaObject::invokeMethod(
                this, [this] { nameAfterField(); }, Qt::QueuedConnection);
    }
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
    setMaxLength(limits::secretText);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setProperty("sunken", large);
    connect(m_eye, &QAbstractButton::toggled, this, &PasswordField::showEcho);
    showEcho(false);
    static_cast<EyeButton*>(m_eye)->nameAfterField();
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

void PasswordField::offerGenerator()
{
    if (m_generate)
        return;
    m_generate = makeButton(ButtonKind::Link, objectName() + u".generate"_s, this, Icon::None, ButtonSize::Tool);
    m_generate->setCursor(Qt::ArrowCursor);
    m_copy = makeIconButton(Icon::Copy, objectName() + u".copy"_s, this);
    m_copy->setCursor(Qt::ArrowCursor);
    m_copy->hide();
    m_clipboard = new ClipboardGuard(this);
    connect(m_generate, &QPushButton::clicked, this, &PasswordField::generateRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_clipboard->copySecret(text()); });
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_generated = false;
        placeButtons();
    });
    onRetranslate(this, [this] {
        m_generate->setText(tr("Generate"));
        setIconButtonText(m_copy, tr("Copy; it leaves the clipboard after 30 seconds"));
        placeButtons();
    });
}

void PasswordField::takeGenerated(const QString& password)
{
    setText(password);
    m_generated = true;
    setRevealed(true);
    setCursorPosition(0);
    placeButtons();
    Q_EMIT textEdited(password);
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
    placeButtons();
}

void PasswordField::placeButtons()
{
    const int side = 28;
    int end = width() - (m_large ? 5 : 3);
    const auto put = [&](QWidget* button, int wide) {
        end -= wide;
        button->setGeometry(mirrored(this, rect(), QRect(end, (height() - side) / 2, wide, side)));
    };
    put(m_eye, side);
    if (m_generate) {
        put(m_generate, m_generate->sizeHint().width());
        m_copy->setVisible(m_generated);
        if (m_generated)
            put(m_copy, side);
    }
    const int taken = width() - end - (m_large ? 5 : 3) + 2;
    const QMargins margins(m_large ? 2 : 0, 0, taken, 0);
    if (textMargins() != margins)
        setTextMargins(margins);
}

} // namespace sallyport::ui
