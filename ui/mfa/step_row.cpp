#include "ui/mfa/step_row.h"

#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

StepRow::StepRow(int steps, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (int step = 0; step < steps; ++step) {
        if (step > 0) {
            auto* line = makeSeparator(Qt::Horizontal, Token::Control, this);
            line->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            row->addSpacing(4);
            row->addWidget(line, 1);
            row->addSpacing(4);
        }
        auto* mark = new StepMark(step + 1, this);
        auto* label = makeLabel(TextStyle::Body, Tone::Muted, this);
        row->addWidget(mark);
        row->addWidget(label);
        m_marks << mark;
        m_labels << label;
    }
    setCurrent(0);
}

void StepRow::setTitles(const QStringList& titles)
{
    for (qsizetype step = 0; step < m_labels.size(); ++step)
        m_labels.at(step)->setText(titles.value(step));
    setCurrent(m_current);
}

void StepRow::setCurrent(int step)
{
    m_current = step;
    QString now;
    for (qsizetype at = 0; at < m_marks.size(); ++at) {
        const bool current = at == step;
        m_marks.at(at)->setState(current, at < step);
        m_labels.at(at)->setFont(textFont(current ? TextStyle::Heading : TextStyle::Body));
        setLabelTone(m_labels.at(at), current ? Tone::Normal : Tone::Muted);
        if (current)
            now = m_labels.at(at)->text();
    }
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_marks.size()).arg(now));
}

} // namespace sallyport::ui
