#include "ui/widgets/tab_order.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int scrollMargin = 24;  ///< so that a field's label is seen too
constexpr int lineOfWidgets = 16; ///< whose middles differ less stand side by side

/// Whose parts are worked from within.
bool isWhole(const QWidget* widget)
{
    return qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QTabBar*>(widget) ||
           qobject_cast<const QScrollBar*>(widget);
}

bool isExclusive(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button && button->autoExclusive() && button->isCheckable();
}

/// Another one of the group is taken.
bool givesWay(const QWidget* widget)
{
    if (static_cast<const QAbstractButton*>(widget)->isChecked())
        return false;
    const auto siblings = widget->parentWidget()->findChildren<QAbstractButton*>(QString(), Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(siblings, [](const QAbstractButton* other) {
        return isExclusive(other) && other->isChecked() && !other->isHidden() && other->isEnabled();
    });
}

bool stopsTab(const QWidget* widget)
{
    if (widget->focusProxy())
        return false;
    // Qt takes Tab from all but one of a group, and not always from the right ones.
    if (isExclusive(widget))
        return widget->focusPolicy() != Qt::NoFocus && !givesWay(widget);
    return (widget->focusPolicy() & Qt::TabFocus) != 0;
}

void addItems(QLayout* layout, QList<QWidget*>& widgets)
{
    QList<int> order(layout->count());
    for (int at = 0; at < order.size(); ++at)
        order[at] = at;
    if (const auto* grid = qobject_cast<QGridLayout*>(layout))
        std::ranges::stable_sort(order, {}, [grid](int at) {
            int row = 0, column = 0, rows = 0, columns = 0;
            grid->getItemPosition(at, &row, &column, &rows, &columns);
            return std::pair(row, column);
        });
    for (const int at : order) {
        QLayoutItem* item = layout->itemAt(at);
        if (item->widget())
            widgets.append(item->widget());
        else if (item->layout())
            addItems(item->layout(), widgets);
    }
}

QList<QWidget*> childrenInOrder(const QWidget* widget)
{
    QList<QWidget*> children;
    if (widget->layout())
        addItems(widget->layout(), children);
    auto others = widget->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    others.removeIf([&](const QWidget* child) { return child->isWindow() || children.contains(child); });
    const bool turned = widget->isRightToLeft();
    std::ranges::stable_sort(others, {}, [turned](const QWidget* child) {
        return std::pair(child->geometry().center().y() / lineOfWidgets, turned ? -child->geometry().right() : child->x());
    });
    return children + others;
}

/// `from` is where one comes from: it has just disabled itself and still has its place.
void collect(QWidget* widget, const QWidget* from, QList<QWidget*>& found)
{
    if (!widget->isVisible() || (!widget->isEnabled() && widget != from))
        return;
    if (stopsTab(widget))
        found.append(widget);
    if (isWhole(widget))
        return;
    if (const auto* area = qobject_cast<QScrollArea*>(widget)) {
        if (area->widget())
            collect(area->widget(), from, found);
    } else if (const auto* stack = qobject_cast<QStackedWidget*>(widget)) {
        if (stack->currentWidget())
            collect(stack->currentWidget(), from, found);
    } else {
        const auto children = childrenInOrder(widget);
        for (QWidget* child : children)
            collect(child, from, found);
    }
}

QList<QWidget*> orderFrom(QWidget* root, const QWidget* from)
{
    QList<QWidget*> found;
    const auto children = childrenInOrder(root);
    for (QWidget* child : children)
        collect(child, from, found);
    return found;
}

} // namespace

QList<QWidget*> tabOrder(QWidget* root)
{
    return orderFrom(root, nullptr);
}

QWidget* firstUsefulField(QWidget* root)
{
    const QList<QWidget*> stops = tabOrder(root);
    const auto takesText = [](const QWidget* stop) {
        const auto* line = qobject_cast<const QLineEdit*>(stop);
        const auto* text = qobject_cast<const QPlainTextEdit*>(stop);
        return (line && !line->isReadOnly()) || (text && !text->isReadOnly());
    };
    for (QWidget* stop : stops)
        if (takesText(stop) || qobject_cast<QComboBox*>(stop) || qobject_cast<QAbstractSpinBox*>(stop) ||
            qobject_cast<QAbstractItemView*>(stop) || qobject_cast<QCheckBox*>(stop) || qobject_cast<QRadioButton*>(stop))
            return stop;
    const auto other = std::ranges::find_if(stops, [](const QWidget* stop) { return stop->objectName() != u"header.search"; });
    return other == stops.end() ? nullptr : *other;
}

bool focusNextInOrder(QWidget* root, bool next)
{
    const QList<QWidget*> order = orderFrom(root, QApplication::focusWidget());
    if (order.isEmpty())
        return false;
    qsizetype at = -1;
    for (QWidget* now = QApplication::focusWidget(); at < 0 && now && now != root; now = now->parentWidget())
        at = order.indexOf(now);
    const qsizetype count = order.size();
    QWidget* target = order.at(at < 0 ? (next ? 0 : count - 1) : (at + (next ? 1 : count - 1)) % count);
    // Scrolled to first: Qt's focus frame stays away from what isn't seen at that moment.
    for (QWidget* parent = target->parentWidget(); parent && parent != root; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(target, 0, scrollMargin);
    target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace sallyport::ui
