#include "ui/look/text_style.h"

#include "ui/look/paint.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScreen>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>

namespace sallyport::ui {

namespace {

using namespace Qt::StringLiterals;

struct StyleEntry {
    int pixels;
    int line;
    QFont::Weight weight;
    bool mono;
};

StyleEntry entryOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Figure: return {28, 32, QFont::DemiBold, false};
    case TextStyle::Display: return {22, 28, QFont::DemiBold, false};
    case TextStyle::Title: return {18, 24, QFont::DemiBold, false};
    case TextStyle::PaneTitle: return {16, 20, QFont::DemiBold, false};
    case TextStyle::Body: return {13, 20, QFont::Normal, false};
    case TextStyle::BodyStrong: return {13, 20, QFont::Medium, false};
    case TextStyle::Heading: return {13, 20, QFont::DemiBold, false};
    case TextStyle::Small: return {12, 16, QFont::Normal, false};
    case TextStyle::SmallStrong: return {12, 16, QFont::Medium, false};
    case TextStyle::Caption: return {11, 16, QFont::Normal, false};
    case TextStyle::CaptionStrong: return {11, 16, QFont::Medium, false};
    case TextStyle::Mono: return {12, 20, QFont::Normal, true};
    case TextStyle::MonoTitle: return {16, 20, QFont::Normal, true};
    }
    return {13, 20, QFont::Normal, false};
}

QString toneProperty(Tone tone)
{
    switch (tone) {
    case Tone::Normal: return u"normal"_s;
    case Tone::Muted: return u"muted"_s;
    case Tone::Accent: return u"accent"_s;
    case Tone::Success: return u"success"_s;
    case Tone::Warning: return u"warning"_s;
    case Tone::Danger: return u"danger"_s;
    case Tone::Info: return u"info"_s;
    }
    return {};
}

Tone toneOf(const QWidget* widget)
{
    return static_cast<Tone>(widget->property("toneValue").toInt());
}

/// A label whose lines stand as far apart as the style says; QLabel packs them as tightly as the font allows.
class TextLabel final : public QLabel {
public:
    TextLabel(TextStyle style, QWidget* parent) : QLabel(parent), m_style(style) {}

    int heightForWidth(int width) const override
    {
        if (!ownLines() || !wordWrap())
            return QLabel::heightForWidth(width);
        const QMargins around = contentsMargins();
        return static_cast<int>(broken(width - around.left() - around.right()).size()) * ui::lineHeight(m_style) + around.top() +
               around.bottom();
    }
    QSize sizeHint() const override
    {
        QSize hint = QLabel::sizeHint();
        if (ownLines() && wordWrap())
            hint.setHeight(heightForWidth(hint.width()));
        return hint;
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (!ownLines()) {
            QLabel::paintEvent(event);
            return;
        }
        QPainter painter(this);
        const QRect area = contentsRect();
        const QStringList lines = wordWrap() ? broken(area.width()) : QStringList{text()};
        const int line = ui::lineHeight(m_style);
        int y = area.y() + (alignment() & Qt::AlignTop ? 0 : (area.height() - line * static_cast<int>(lines.size())) / 2);
        const QColor ink = color(isEnabled() ? toneText(toneOf(this)) : Token::Control);
        for (const QString& shown : lines) {
            drawLine(&painter, QRectF(area.x(), y, area.width(), line), shown, font(), ink, alignment());
            y += line;
        }
    }

private:
    /// Text that can be selected is QLabel's own.
    bool ownLines() const
    {
        return textInteractionFlags() == Qt::NoTextInteraction || textInteractionFlags() == Qt::LinksAccessibleByMouse;
    }
    QStringList broken(int width) const
    {
        QStringList lines;
        const QStringList paragraphs = text().split(u'\n');
        for (const QString& paragraph : paragraphs) {
            QTextLayout layout(paragraph, font());
            layout.beginLayout();
            for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
                line.setLineWidth(std::max(1, width));
                lines << paragraph.mid(line.textStart(), line.textLength()).trimmed();
            }
            layout.endLayout();
            if (paragraph.isEmpty())
                lines << QString();
        }
        return lines;
    }

    TextStyle m_style;
};

QFont baseFont(bool mono)
{
    static const QString plainFamily =
        QFontDatabase::hasFamily(u"Inter"_s) ? u"Inter"_s : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    static const QString monoFamily = QFontDatabase::hasFamily(u"JetBrains Mono"_s)
                                          ? u"JetBrains Mono"_s
                                          : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    QFont font(mono ? monoFamily : plainFamily);
    if (mono) {
        font.setStyleHint(QFont::Monospace);
        // Code is read sign by sign: no `!=` or `->` melts into one. Qt 6.4 can't switch off a font's contextual forms alone.
        font.setStyleStrategy(QFont::PreferNoShaping);
    }
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

QFont textFont(TextStyle style)
{
    const StyleEntry entry = entryOf(style);
    QFont font = baseFont(entry.mono);
    font.setPointSizeF(entry.pixels * 0.75);
    font.setWeight(entry.weight);
    // Large sizes are set a little tighter.
    if (entry.pixels >= 20)
        font.setLetterSpacing(QFont::AbsoluteSpacing, -0.015 * entry.pixels);
    return font;
}

int lineHeight(TextStyle style)
{
    const int text = QFontMetrics(textFont(style)).height();
    const StyleEntry entry = entryOf(style);
    // Larger than designed: keep the air in proportion.
    return std::max(entry.line, text > entry.line ? text + 2 : text);
}

QLabel* makeLabel(TextStyle style, Tone tone, QWidget* parent)
{
    auto* label = new TextLabel(style, parent);
    label->setMinimumHeight(lineHeight(style));
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(style));
    label->setProperty("tone", toneProperty(tone));
    label->setProperty("toneValue", static_cast<int>(tone));
    return label;
}

QLabel* makeLabel(const QString& text, TextStyle style, Tone tone, QWidget* parent)
{
    auto* label = makeLabel(style, tone, parent);
    label->setText(text);
    return label;
}

void setLabelTone(QLabel* label, Tone tone)
{
    const QString value = toneProperty(tone);
    if (label->property("tone").toString() == value)
        return;
    label->setProperty("tone", value);
    label->setProperty("toneValue", static_cast<int>(tone));
    label->style()->unpolish(label);
    label->style()->polish(label);
    label->update();
}

int scaled(int px, const QWidget* widget)
{
    const int dpi = widget ? widget->logicalDpiY() : 96;
    return dpi <= 96 ? px : px * dpi / 96;
}

} // namespace sallyport::ui
