#include "ui/parts/lines_list.h"

#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int heightOfLine = 28;

} // namespace

LinesList::LinesList(const QString& objectName, QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void LinesList::clear()
{
    while (auto* item = m_column->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // a click on its own link may be what clears it
        }
        delete item;
    }
}

void LinesList::setNotice(const QString& text)
{
    clear();
    auto* label = makeLabel(text, TextStyle::Body, Tone::Muted, this);
    label->setWordWrap(true);
    m_column->addWidget(label);
    label->show();
}

void LinesList::setLines(const QList<Line>& lines)
{
    rebuildAround(this, [&] {
        clear();
        for (qsizetype at = 0; at < lines.size(); ++at) {
            auto* line = makeLine(lines.at(at), static_cast<int>(at));
            m_column->addWidget(line);
            line->show();
        }
    });
}

QWidget* LinesList::makeLine(const Line& line, int index)
{
    auto* widget = new QWidget(this);
    widget->setMinimumHeight(scaled(line.note.isEmpty() ? heightOfLine : heightOfLine + 20, this));
    widget->setToolTip(line.toolTip);
    widget->setAccessibleName(line.note.isEmpty() ? line.text : line.text + u", "_s + line.note);
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    if (line.icon != Icon::None && line.note.isEmpty()) {
        row->addWidget(new IconLabel(line.icon, line.tone, 16, widget), 0, Qt::AlignVCenter);
    } else if (line.icon != Icon::None) {
        auto* icon = new QVBoxLayout; // in the middle of the first line
        icon->addSpacing(2);
        icon->addWidget(new IconLabel(line.icon, line.tone, 16, widget));
        icon->addStretch(1);
        row->addLayout(icon);
    }
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* text = new ElideLabel(TextStyle::Body, Tone::Normal, widget);
    text->setWraps(true);
    text->setText(line.text);
    texts->addWidget(text);
    if (!line.note.isEmpty()) {
        auto* note = new ElideLabel(TextStyle::Small, Tone::Muted, widget);
        note->setWraps(true);
        note->setText(line.note);
        texts->addWidget(note);
        texts->addStretch(1);
    }
    row->addLayout(texts, 1);
    if (!line.link.isEmpty()) {
        auto* link = makeButton(ButtonKind::Link, u"%1.%2"_s.arg(objectName()).arg(index), widget);
        link->setText(line.link);
        link->setAccessibleName(line.link + u": "_s + line.text);
        connect(link, &QPushButton::clicked, this, [this, index] { Q_EMIT linkActivated(index); });
        row->addWidget(link, 0, line.note.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
    } else if (!line.trailing.isEmpty()) {
        auto* trailing = makeLabel(line.trailing, TextStyle::Small, Tone::Muted, widget);
        trailing->setMinimumHeight(scaled(20, this)); // on the line of the text
        row->addWidget(trailing, 0, line.note.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
    }
    return widget;
}

} // namespace sallyport::ui
