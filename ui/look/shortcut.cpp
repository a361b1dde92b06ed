#include "ui/look/shortcut.h"

#include <QShortcut>
#include <QWidget>

namespace sallyport::ui {

void onKeys(QWidget* widget, const QKeySequence& keys, std::function<void()> then)
{
    auto* shortcut = new QShortcut(keys, widget);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, widget, std::move(then));
}

} // namespace sallyport::ui
