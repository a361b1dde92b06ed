#include "ui/widgets/small_parts.h"

#include "ui/look/paint.h"
#include "ui/look/plain_tips.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace sallyport::ui {

namespace {

constexpr int keycapPadding = 6;
constexpr int pillPadding = 6;
constexpr int pillIcon = 12;
constexpr int chipPadding = 9;
constexpr auto plainTip = "plainTip"; ///< the description that is the tip's text

int textWidth(const QString& text, const QFont& font)
{
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

int boxHeight(int least, const QFont& font)
{
    return std::max(least, static_cast<int>(std::ceil(QFontMetricsF(font).height())) + 4);
}

} // namespace

// Keycap

int keycapWidth(const QString& text)
{
    return textWidth(text, textFont(TextStyle::Caption)) + 2 * keycapPadding;
}

int drawKeycap(QPainter* painter, const QRect& rect, const QString& text)
{
    const QFont font = textFont(TextStyle::Caption);
    drawBox(painter, rect, QColor(), color(Token::BorderStrong), chipRadius);
    drawLine(painter, rect, text, font, color(Token::TextMuted), Qt::AlignHCenter);
    return rect.width();
}

Keycap::Keycap(const QKeySequence& keys, QWidget* parent) : QWidget(parent), m_text(keys.toString(QKeySequence::NativeText))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Keycap::sizeHint() const
{
    return {keycapWidth(m_text), boxHeight(18, textFont(TextStyle::Caption))};
}

void Keycap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawKeycap(&painter, rect(), m_text);
}

// Avatar

QString initialsOf(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    const auto first = [](const QString& word) {
        const bool pair = word.size() > 1 && word.at(0).isHighSurrogate();
        return word.left(pair ? 2 : 1).toUpper();
    };
    return words.size() == 1 ? first(words.first()) : first(words.first()) + first(words.last());
}

void drawAvatar(QPainter* painter, const QRectF& circle, const QString& initials, bool selected)
{
    const QColor line = isHighContrast() ? color(Token::Text) : QColor();
    drawBox(painter, circle, color(selected ? Token::Surface : Token::Avatar), line, circle.width() / 2);
    QFont font = textFont(TextStyle::BodyStrong);
    const bool large = circle.width() >= 32;
    font.setPointSizeF((large ? 13 : 9.5) * 0.75);
    font.setWeight(QFont::DemiBold);
    drawLine(painter, circle, initials, font, color(Token::TextMuted), Qt::AlignHCenter);
}

Avatar::Avatar(int diameter, QWidget* parent) : QWidget(parent), m_diameter(diameter)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setName(const QString& name)
{
    m_initials = initialsOf(name);
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = scaled(m_diameter, this);
    return {side, side};
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawAvatar(&painter, rect(), m_initials);
}

// Pill

int pillWidth(Icon icon, const QString& text)
{
    return textWidth(text, textFont(TextStyle::SmallStrong)) + (icon == Icon::None ? 0 : pillIcon + 4) + 2 * pillPadding;
}

void drawPill(QPainter* painter, const QRect& rect, Tone tone, Icon icon, const QString& text)
{
    const bool rtl = painter->layoutDirection() == Qt::RightToLeft;
    const QFont font = textFont(TextStyle::SmallStrong);
    const int width = std::min(rect.width(), pillWidth(icon, text));
    const int height = std::min(rect.height(), boxHeight(20, font));
    const QRect box(rtl ? rect.right() - width + 1 : rect.left(), rect.top() + (rect.height() - height) / 2, width, height);
    const QColor ink = color(toneText(tone));
    drawBox(painter, box, color(toneTint(tone)), isHighContrast() ? ink : QColor(), chipRadius);
    QRect line = box.adjusted(pillPadding, 0, -pillPadding, 0);
    if (icon != Icon::None) {
        drawIcon(painter, icon, QRect(rtl ? line.right() - pillIcon + 1 : line.left(), line.top(), pillIcon, line.height()), ink,
                 pillIcon);
        line.adjust(rtl ? 0 : pillIcon + 4, 0, rtl ? -pillIcon - 4 : 0, 0);
    }
    drawLine(painter, line, text, font, ink);
}

Pill::Pill(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(textFont(TextStyle::SmallStrong));
}

void Pill::setContent(Tone tone, Icon icon, const QString& text)
{
    m_tone = tone;
    m_icon = icon;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Pill::sizeHint() const
{
    return {pillWidth(m_icon, m_text), boxHeight(20, font())};
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawPill(&painter, rect(), m_tone, m_icon, m_text);
}

// Chip

Chip::Chip(const QString& text, Tone tone, QWidget* parent) : QWidget(parent), m_text(text), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(textFont(TextStyle::Small));
    setAccessibleName(text);
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    setFocusPolicy(removable ? Qt::StrongFocus : Qt::NoFocus);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {textWidth(m_text, font()) + 2 * chipPadding + (m_removable ? 16 : 0), boxHeight(24, font())};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBox(&painter, rect(), color(Token::Raised), color(hasFocus() ? Token::Accent : Token::Border), chipRadius,
            hasFocus() ? 2 : 1);
    QRect line = rect().adjusted(chipPadding, 0, -chipPadding, 0);
    if (m_removable) {
        const QRect close(line.right() - 11, line.y(), 12, line.height());
        drawIcon(&painter, Icon::Close, mirrored(this, rect(), close), color(Token::Text), 12);
        line.setRight(close.left() - 4);
    }
    drawLine(&painter, mirrored(this, rect(), line), m_text, font(), color(toneText(m_tone)));
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    const int along = isRightToLeft() ? width() - event->position().toPoint().x() : event->position().toPoint().x();
    if (m_removable && along > width() - chipPadding - 16)
        Q_EMIT removeRequested();
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace))
        Q_EMIT removeRequested();
    else
        QWidget::keyPressEvent(event);
}

// IconLabel

IconLabel::IconLabel(Icon icon, Tone tone, int px, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_tone(tone), m_px(scaled(px, this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icon icon, Tone tone)
{
    m_icon = icon;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawIcon(&painter, m_icon, rect(), color(toneText(m_tone)), m_px);
}

// ElideLabel

ElideLabel::ElideLabel(TextStyle style, Tone tone, QWidget* parent) : QWidget(parent), m_style(style), m_tone(tone)
{
    setFont(textFont(style));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElideLabel::setText(const QString& text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    updateToolTip();
    update();
}

void ElideLabel::setStyle(TextStyle style)
{
    m_style = style;
    setFont(textFont(style));
    updateGeometry();
    update();
}

void ElideLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void ElideLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElideLabel::setWraps(bool wraps)
{
    m_wraps = wraps;
    QSizePolicy policy(QSizePolicy::Preferred, wraps ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(wraps);
    setSizePolicy(policy);
    updateGeometry();
    update();
}

void ElideLabel::setBesideLines()
{
    m_besideLines = true;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

int ElideLabel::heightForWidth(int width) const
{
    if (!m_wraps || textWidth(m_text, font()) <= width)
        return sizeHint().height();
    const int lines = drawLines(nullptr, m_text, font(), width, layoutDirection(), 0);
    return lines * ui::lineHeight(m_style);
}

QSize ElideLabel::sizeHint() const
{
    return {textWidth(m_text, font()) + 1, ui::lineHeight(m_style)};
}

QSize ElideLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), textWidth(QStringLiteral("mm…"), font())), sizeHint().height()};
}

void ElideLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor ink = color(isEnabled() ? toneText(m_tone) : Token::Control);
    if (m_wraps && textWidth(m_text, font()) > width()) {
        painter.setPen(ink);
        drawLines(&painter, m_text, font(), width(), layoutDirection(), ui::lineHeight(m_style));
        return;
    }
    const QString shown = QFontMetricsF(font()).elidedText(m_text, m_mode, width());
    const int line = ui::lineHeight(m_style);
    drawLine(&painter, m_besideLines && height() >= 2 * line ? QRect(0, 0, width(), line) : rect(), shown, font(), ink);
}

void ElideLabel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

bool ElideLabel::isElided() const
{
    return !m_wraps && textWidth(m_text, font()) > width();
}

void ElideLabel::updateToolTip()
{
    // Qt shows tool tips as rich text when they look like it; data must not.
    setProperty(markedUpTip, true);
    // Assistive technology is told the tip where there is no description: the text, never the marks in it.
    const QString before = property(plainTip).toString();
    if (accessibleDescription() == before) {
        const QString whole = isElided() ? m_text : QString();
        setProperty(plainTip, whole);
        setAccessibleDescription(whole);
    }
    setToolTip(isElided() ? QStringLiteral("<span style='white-space:pre'>%1</span>").arg(m_text.toHtmlEscaped()) : QString());
}

} // namespace sallyport::ui
