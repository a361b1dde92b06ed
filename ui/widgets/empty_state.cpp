#include "ui/widgets/empty_state.h"

#include "ui/look/paint.h"
#include "ui/look/surface.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int stateWidth = 400;

/// The outlined box around the steps.
class StepsBox final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawBox(&painter, rect(), color(Token::Surface), color(Token::Border));
    }
};

} // namespace

StepMark::StepMark(int number, QWidget* parent) : QWidget(parent), m_number(number)
{
    setFixedSize(20, 20);
}

void StepMark::setState(bool current, bool done)
{
    m_current = current;
    m_done = done;
    update();
}

void StepMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool filled = m_current || m_done;
    drawBox(&painter, rect(), filled ? color(Token::Accent) : QColor(), filled ? QColor() : color(Token::Control), 10);
    const QColor ink = color(filled ? Token::AccentText : Token::TextMuted);
    if (m_done) {
        drawIcon(&painter, Icon::Check, rect(), ink, 12);
        return;
    }
    QFont font = textFont(TextStyle::CaptionStrong);
    font.setWeight(QFont::DemiBold);
    drawLine(&painter, rect(), QLocale().toString(m_number), font, ink, Qt::AlignHCenter);
}

EmptyState::EmptyState(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(Icon::Info, Tone::Muted, 40, this)),
      m_title(makeLabel(TextStyle::PaneTitle, Tone::Normal, this)), m_why(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_steps(new StepsBox(this)), m_stepsColumn(new QVBoxLayout(m_steps)), m_actions(new QHBoxLayout)
{
    setObjectName(objectName);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_why->setAlignment(Qt::AlignHCenter);
    m_why->setWordWrap(true);
    m_steps->hide();
    m_stepsColumn->setContentsMargins(1, 1, 1, 1);
    m_stepsColumn->setSpacing(0);
    m_actions->setSpacing(8);
    m_actions->addStretch(1);
    m_actions->addStretch(1);

    // Between stretches and no wider than the texts: only so does the height of wrapped lines follow their own width.
    auto* middle = new QWidget(this);
    middle->setMaximumWidth(scaled(stateWidth, this));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    auto* why = new QHBoxLayout;
    why->setContentsMargins(16, 0, 16, 0);
    why->addWidget(m_why);
    m_column = new QVBoxLayout(middle);
    m_column->setContentsMargins(0, 24, 0, 24);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_column->addWidget(m_icon, 0, Qt::AlignHCenter);
    m_column->addSpacing(16);
    m_column->addWidget(m_title);
    m_column->addSpacing(6);
    m_column->addLayout(why);
    m_column->addSpacing(24);
    m_column->addWidget(m_steps);
    m_afterSteps = new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_column->addSpacerItem(m_afterSteps);
    m_column->addLayout(m_actions);
    m_column->addStretch(1);
}

void EmptyState::setIcon(Icon icon)
{
    m_icon->setIcon(icon, Tone::Muted);
}

void EmptyState::setTexts(const QString& title, const QString& why)
{
    m_title->setText(title);
    m_why->setText(why);
    setAccessibleName(title);
}

void EmptyState::setSteps(const QList<Step>& steps)
{
    while (QLayoutItem* item = m_stepsColumn->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (i > 0)
            m_stepsColumn->addWidget(makeSeparator(Qt::Horizontal, Token::Border, m_steps));
        auto* step = new QWidget(m_steps);
        auto* row = new QHBoxLayout(step);
        row->setContentsMargins(16, 12, 16, 12);
        row->setSpacing(12);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(makeLabel(steps.at(i).title, TextStyle::BodyStrong, Tone::Normal, step));
        QLabel* note = makeLabel(steps.at(i).note, TextStyle::Small, Tone::Muted, step);
        note->setWordWrap(true);
        texts->addWidget(note);
        row->addWidget(new StepMark(static_cast<int>(i) + 1, step), 0, Qt::AlignTop);
        row->addLayout(texts, 1);
        m_stepsColumn->addWidget(step);
    }
    m_steps->setVisible(!steps.isEmpty());
    m_afterSteps->changeSize(0, steps.isEmpty() ? 0 : 24, QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_column->invalidate();
}

void EmptyState::addAction(QPushButton* button)
{
    m_actions->insertWidget(m_actions->count() - 1, button);
}

} // namespace sallyport::ui
