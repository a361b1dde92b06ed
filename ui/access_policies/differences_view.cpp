#include "ui/access_policies/differences_view.h"

#include "ui/look/text_style.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

LineDifference lineDifference(const QString& before, const QString& after)
{
    LineDifference made{before.isEmpty() ? QStringList() : before.split(u'\n'),
                        after.isEmpty() ? QStringList() : after.split(u'\n')};
    const auto both = [&made] { return !made.removed.isEmpty() && !made.added.isEmpty(); };
    while (both() && made.removed.first() == made.added.first()) {
        made.removed.removeFirst();
        made.added.removeFirst();
    }
    while (both() && made.removed.last() == made.added.last()) {
        made.removed.removeLast();
        made.added.removeLast();
    }
    return made;
}

DifferencesView::DifferencesView(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(leadingMargins(0, 0, 12, 0));
    m_column->setSpacing(4);
}

void DifferencesView::addLine(const QString& text, bool added)
{
    auto* line = makeLabel((added ? u"+ "_s : u"− "_s) + text, TextStyle::Mono, added ? Tone::Success : Tone::Danger, this);
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setAccessibleName((added ? tr("Now: %1") : tr("Before: %1")).arg(text));
    m_column->addWidget(line);
}

void DifferencesView::setDifferences(const std::vector<PolicyDifference>& differences, const QString& none)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    if (differences.empty()) {
        auto* nothing = makeLabel(none, TextStyle::Body, Tone::Muted, this);
        nothing->setWordWrap(true);
        m_column->addWidget(nothing);
    }
    for (const PolicyDifference& difference : differences) {
        m_column->addWidget(makeLabel(difference.what, TextStyle::SmallStrong, Tone::Muted, this));
        const LineDifference lines = lineDifference(difference.before, difference.after);
        for (const QString& line : lines.removed)
            addLine(line, false);
        for (const QString& line : lines.added)
            addLine(line, true);
    }
    m_column->addStretch(1);
}

} // namespace sallyport::ui
