#include "tests/ui/support/tab_walk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextEdit>

#include <map>

namespace sallyport::tests {

namespace {

constexpr int mostSteps = 300;

QString nameOf(const QWidget* widget)
{
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : widget->objectName();
}

/// Parts of another widget that has the keyboard for them.
bool isPart(const QWidget* widget)
{
    for (const QWidget* parent = widget->parentWidget(); parent && !parent->isWindow(); parent = parent->parentWidget())
        if (qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent) ||
            qobject_cast<const QTabBar*>(parent) || qobject_cast<const QAbstractItemView*>(parent))
            return true;
    return qobject_cast<const QHeaderView*>(widget) || qobject_cast<const QScrollBar*>(widget);
}

bool canBeUsed(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QTabBar*>(widget) ||
           (widget->focusPolicy() & Qt::TabFocus && widget->metaObject()->className() != QByteArray("QScrollArea"));
}

QList<QWidget*> usable(QWidget& window)
{
    QList<QWidget*> found;
    const auto all = window.findChildren<QWidget*>();
    for (QWidget* widget : all)
        if (widget->isVisible() && widget->isEnabled() && widget->window() == &window && !widget->size().isEmpty() &&
            canBeUsed(widget) && !isPart(widget))
            found.append(widget);
    return found;
}

/// One of a group that the arrow keys move in: buttons of which one is down, lists that have their current row together.
bool reachedByArrows(const QWidget* widget, const QList<QWidget*>& visited)
{
    if (const auto* list = qobject_cast<const QAbstractItemView*>(widget))
        return std::any_of(visited.begin(), visited.end(), [&](const QWidget* other) {
            const auto* beside = qobject_cast<const QAbstractItemView*>(other);
            return beside && list->selectionModel() && beside->selectionModel() == list->selectionModel();
        });
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (!button || !button->autoExclusive())
        return false;
    return std::any_of(visited.begin(), visited.end(), [&](const QWidget* other) {
        const auto* neighbour = qobject_cast<const QAbstractButton*>(other);
        return neighbour && neighbour->autoExclusive() && other->parentWidget() == widget->parentWidget();
    });
}

QImage around(QWidget& window, const QWidget* widget)
{
    const QRect place(widget->mapTo(&window, QPoint()), widget->size());
    return window.grab(place.adjusted(-4, -4, 4, 4)).toImage();
}

QString accessibleName(QWidget* widget)
{
    auto* accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

} // namespace

QStringList walkByTab(QWidget& window, QStringList* order)
{
    QStringList wrong;
    QList<QWidget*> visited;
    std::map<QWidget*, QImage> focused;
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return {QStringLiteral("the window did not get the keyboard")};
    if (!QApplication::focusWidget())
        window.setFocus();
    QWidget* last = nullptr;
    for (int step = 0; step < mostSteps; ++step) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        if (!now)
            return {
                QStringLiteral("after %1 nothing has the keyboard").arg(last ? nameOf(last) : QStringLiteral("the first Tab"))};
        if (now == last) {
            wrong << QStringLiteral("%1 keeps Tab for itself").arg(nameOf(now));
            break;
        }
        if (last && !visited.isEmpty() && around(window, last) == focused[last]) {
            wrong << QStringLiteral("%1 looks the same with and without the keyboard").arg(nameOf(last));
            const QString folder = qEnvironmentVariable("SALLYPORT_PICTURES");
            if (!folder.isEmpty())
                focused[last].save(QStringLiteral("%1/keyboard-same-%2.png").arg(folder, nameOf(last)));
        }
        if (visited.contains(now))
            break;
        visited << now;
        QCoreApplication::processEvents(); // scroll areas follow
        focused[now] = around(window, now);
        last = now;
    }
    for (QWidget* widget : usable(window)) {
        if (!visited.contains(widget) && !reachedByArrows(widget, visited))
            wrong << QStringLiteral("Tab does not reach %1").arg(nameOf(widget));
        if (widget->objectName().isEmpty())
            wrong << QStringLiteral("a %1 has no object name").arg(QString::fromLatin1(widget->metaObject()->className()));
        if (accessibleName(widget).trimmed().isEmpty())
            wrong << QStringLiteral("%1 has no accessible name").arg(nameOf(widget));
    }
    if (order)
        for (const QWidget* widget : visited)
            *order << nameOf(widget);
    return wrong;
}

} // namespace sallyport::tests
