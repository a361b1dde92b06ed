#include "ui/parts/figure_cell.h"

#include "ui/look/margins.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sallyport::ui {

FigureCell::FigureCell(const QString& objectName, QWidget* parent)
    : Surface(Token::Surface, parent), m_title(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_figure(makeLabel(TextStyle::Figure, Tone::Normal, this)), m_unit(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_note(new ElideLabel(TextStyle::Small, Tone::Muted, this)), m_row(new QHBoxLayout)
{
    setObjectName(objectName);
    m_figure->setObjectName(objectName + QStringLiteral(".figure"));
    m_note->setObjectName(objectName + QStringLiteral(".note"));
    m_row->setSpacing(3);
    m_row->addWidget(m_figure);
    m_row->addWidget(m_unit, 0, Qt::AlignBottom);
    m_row->addStretch(1);
    m_unit->setContentsMargins(0, 0, 0, 4);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(leadingMargins(24, 13, 20, 12));
    column->setSpacing(5);
    column->addWidget(m_title);
    column->addLayout(m_row);
    column->addWidget(m_note);
    column->addStretch(1);
}

void FigureCell::setTitle(const QString& title)
{
    m_title->setText(title);
    nameIt();
}

void FigureCell::setFigure(const QString& number, const QString& unit)
{
    m_figure->setText(number);
    m_unit->setText(unit);
    nameIt();
}

void FigureCell::setNote(const QString& note)
{
    m_note->setText(note);
    nameIt();
}

void FigureCell::setAside(QWidget* aside)
{
    m_row->addWidget(aside, 0, Qt::AlignVCenter);
}

QString FigureCell::figure() const
{
    return m_figure->text();
}

QString FigureCell::note() const
{
    return m_note->text();
}

void FigureCell::nameIt()
{
    setAccessibleName(QStringList{m_title->text(), m_figure->text() + m_unit->text(), m_note->text()}.join(QStringLiteral(", ")));
}

} // namespace sallyport::ui
