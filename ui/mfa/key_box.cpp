#include "ui/mfa/key_box.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int linePitch = 22;
}

KeyBox::KeyBox(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_first(makeLine(objectName + u".text"_s)), m_second(makeLine(objectName + u".text_2"_s)),
      m_copy(makeButton(ButtonKind::Secondary, objectName + u".copy"_s, this, Icon::Copy, ButtonSize::Tool))
{
    setObjectName(objectName);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    lines->addWidget(m_first);
    lines->addWidget(m_second);
    auto* row = new QHBoxLayout(this);
    setLeadingMargins(this, {13, 9, 9, 9});
    row->setSpacing(8);
    row->addLayout(lines);
    row->addStretch(1);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);
}

QLabel* KeyBox::makeLine(const QString& objectName)
{
    auto* line = makeLabel(TextStyle::Mono, Tone::Normal, this);
    line->setObjectName(objectName);
    line->setLayoutDirection(Qt::LeftToRight);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    line->setFixedHeight(std::max(scaled(linePitch, this), line->fontMetrics().height()));
    return line;
}

void KeyBox::setLines(const QString& text)
{
    m_first->setText(text.section(u'\n', 0, 0));
    m_second->setText(text.section(u'\n', 1));
}

QString KeyBox::text() const
{
    const QString second = m_second->text();
    return second.isEmpty() ? m_first->text() : QString(m_first->text() + u'\n' + second);
}

void KeyBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBox(&painter, rect(), color(Token::Raised), color(Token::Border));
}

} // namespace sallyport::ui
