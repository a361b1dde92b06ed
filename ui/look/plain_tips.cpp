#include "ui/look/plain_tips.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QTextDocument>
#include <QToolTip>

namespace sallyport::ui {

bool showPlainTip(QObject* watched, const QHelpEvent& event)
{
    auto* const widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || widget->property(markedUpTip).toBool())
        return false;
    QString tip = widget->toolTip();
    const auto* const view = qobject_cast<QAbstractItemView*>(widget->parentWidget());
    if (view != nullptr && view->viewport() == widget)
        tip = view->indexAt(event.pos()).data(Qt::ToolTipRole).toString();
    if (!tip.contains(u'<') && !tip.contains(u"&lt;")) // what Qt takes for marked up has one of them
        return false;
    QToolTip::showText(event.globalPos(), Qt::convertFromPlainText(tip, Qt::WhiteSpaceNormal), widget);
    return true;
}

} // namespace sallyport::ui
