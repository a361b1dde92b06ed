#include "ui/widgets/field.h"

#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

Field::Field(QWidget* input, QWidget* parent)
    : QWidget(parent), m_input(input), m_label(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)), m_head(new QHBoxLayout),
      m_lineIcon(new IconLabel(Icon::Warning, Tone::Warning, 14, this)), m_line(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_lineBox(new QWidget(this))
{
    m_label->setBuddy(input);
    m_line->setObjectName(input->objectName() + u".message"_s);
    m_line->setWordWrap(true);
    m_lineIcon->setFixedHeight(lineHeight(TextStyle::Small));
    m_lineBox->setMinimumHeight(lineHeight(TextStyle::Small) + 2);
    auto* lineRow = new QHBoxLayout(m_lineBox);
    lineRow->setContentsMargins(0, 2, 0, 0);
    lineRow->setSpacing(6);
    lineRow->addWidget(m_lineIcon, 0, Qt::AlignTop);
    lineRow->addWidget(m_line, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_head->setContentsMargins(0, 0, 0, 0);
    m_head->setSpacing(8);
    m_head->addWidget(m_label);
    m_head->addStretch(1);
    column->addLayout(m_head);
    column->addWidget(m_input);
    column->addWidget(m_lineBox);
    column->addStretch(1);
    showLine();
}

void Field::setLabel(const QString& label)
{
    m_label->setText(label);
    m_label->setVisible(!label.isEmpty());
    m_input->setAccessibleName(label);
}

void Field::setPill(Tone tone, Icon icon, const QString& text)
{
    if (m_pill == nullptr) {
        if (text.isEmpty())
            return;
        m_pill = new Pill(this);
        m_head->insertWidget(1, m_pill);
    }
    m_pill->setContent(tone, icon, text);
    m_pill->setVisible(!text.isEmpty());
}

void Field::setHint(const QString& hint)
{
    m_hint = hint;
    showLine();
}

void Field::setError(const QString& error)
{
    m_error = error;
    m_input->setProperty("invalid", !error.isEmpty());
    m_input->update();
    showLine();
}

void Field::setWarning(const QString& warning)
{
    m_warning = warning;
    showLine();
}

void Field::setReserveLine(bool reserve)
{
    m_reserveLine = reserve;
    showLine();
}

void Field::showLine()
{
    const bool error = !m_error.isEmpty();
    const bool warning = !error && !m_warning.isEmpty();
    const QString text = error ? m_error : warning ? m_warning : m_hint;
    const Tone tone = error ? Tone::Danger : warning ? Tone::Warning : Tone::Muted;
    m_line->setText(text);
    setLabelTone(m_line, tone);
    m_lineIcon->setIcon(error ? Icon::Error : Icon::Warning, tone);
    m_lineIcon->setVisible(error || warning);
    m_lineBox->setVisible(m_reserveLine || !text.isEmpty());
    m_input->setAccessibleDescription(text);
}

} // namespace sallyport::ui
