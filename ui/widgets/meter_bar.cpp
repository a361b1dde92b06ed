#include "ui/widgets/meter_bar.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

MeterBar::MeterBar(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MeterBar::setShare(double share, Token fill)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_steps = 0;
    m_fill = fill;
    update();
}

void MeterBar::setSteps(int filled, int of, Token fill)
{
    m_steps = std::max(1, of);
    m_share = std::clamp(static_cast<double>(filled) / m_steps, 0.0, 1.0);
    m_fill = fill;
    update();
}

void MeterBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double radius = std::min(height(), width()) / 2.0;
    if (m_steps == 0) {
        if (isHighContrast()) // a track of the text's colour would look full
            drawBox(&painter, rect(), color(Token::Surface), color(Token::Text), radius);
        else
            drawBox(&painter, rect(), color(Token::Border), QColor(), radius);
        const int filled = static_cast<int>(width() * m_share + 0.5);
        if (filled > 0)
            drawBox(&painter, mirrored(this, rect(), QRect(0, 0, filled, height())), color(m_fill), QColor(), radius);
        return;
    }
    const int gap = 4;
    const double step = (width() + gap) / static_cast<double>(m_steps);
    for (int i = 0; i < m_steps; ++i) {
        const QRect piece(static_cast<int>(i * step), 0, static_cast<int>(step) - gap, height());
        const bool filled = i < static_cast<int>(m_share * m_steps + 0.5);
        drawBox(&painter, mirrored(this, rect(), piece), color(filled ? m_fill : Token::Border), QColor(), radius);
    }
}

StrengthMeter::StrengthMeter(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_bar(new MeterBar(objectName + u".bar"_s, this)), m_word(makeLabel(TextStyle::Small, Tone::Muted, this))
{
    setObjectName(objectName);
    m_word->setObjectName(objectName + u".word"_s);
    m_word->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_bar);
    column->addWidget(m_word);
    onRetranslate(this, [this] { showWord(); });
}

void StrengthMeter::setScore(int score, const QString& advice)
{
    m_score = std::clamp(score, -1, 4);
    m_advice = advice;
    showWord();
}

void StrengthMeter::showWord()
{
    const Token fills[] = {Token::Danger, Token::Danger, Token::Warning, Token::Success, Token::Success};
    const Tone tones[] = {Tone::Danger, Tone::Danger, Tone::Warning, Tone::Success, Tone::Success};
    const QString words[] = {tr("Very easy to guess"), tr("Easy to guess"), tr("Takes some effort to guess"), tr("Hard to guess"),
                             tr("Very hard to guess")};
    if (m_score < 0) {
        m_bar->setSteps(0, 4, Token::Border);
        m_word->setText(m_advice.isEmpty() ? tr("Several words that don't belong together are best") : m_advice);
        setLabelTone(m_word, Tone::Muted);
    } else {
        m_bar->setSteps(std::max(1, m_score), 4, fills[m_score]);
        m_word->setText(m_advice.isEmpty() ? words[m_score] : QString(words[m_score] + u". "_s + m_advice));
        setLabelTone(m_word, tones[m_score]);
    }
    setAccessibleName(m_word->text());
}

} // namespace sallyport::ui
