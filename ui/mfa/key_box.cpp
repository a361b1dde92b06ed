#include "ui/mfa/key_box.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/text_style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

KeyBox::KeyBox(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_text(makeLabel(TextStyle::Mono, Tone::Normal, this)),
      m_copy(makeButton(ButtonKind::Secondary, objectName + u".copy"_s, this, Icon::Copy, ButtonSize::Tool)) {
    setObjectName(objectName);
    m_text->setObjectName(objectName + u".text"_s);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(13, 8, 9, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignVCenter);
}

void KeyBox::setLines(const QString& text) {
    m_text->setText(text);
}

QString KeyBox::text() const {
    return m_text->text();
}

void KeyBox::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawBox(&painter, rect(), color(Token::Raised), color(Token::Border));
}

} // namespace sallyport::ui
