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

/// `from` is where one comes from: it has just disabled or hidden itself, or what it stands in, and still has its place.
void collect(QWidget* widget, const QWidget* from, QList<QWidget*>& found)
{
    const bool leadsBack = from && (widget == from || widget->isAncestorOf(from));
    if (!leadsBack && (!widget->isVisible() || !widget->isEnabled()))
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

constexpr const char* standInProperty = "focusStandIn"; // of a window

/// What is nearest in the smallest part of the window in which something else can be worked: what follows, or else came before.
QWidget* standInFor(QWidget* root, QWidget* from)
{
    const QList<QWidget*> order = orderFrom(root, from);
    const qsizetype at = order.indexOf(from);
    for (QWidget* part = from->parentWidget(); part; part = part->parentWidget()) {
        const auto fits = [&](const QWidget* stop) {
            return stop != from && stop->isVisible() && stop->isEnabled() && part->isAncestorOf(stop) &&
                   !stop->visibleRegion().isEmpty();
        };
        for (qsizetype next = at + 1; next < order.size(); ++next)
            if (fits(order.at(next)))
                return order.at(next);
        for (qsizetype before = at - 1; before >= 0; --before)
            if (fits(order.at(before)))
                return order.at(before);
        if (part == root)
            break;
    }
    return nullptr;
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

void beginHere(QWidget* panel)
{
    constexpr const char* begunProperty = "sallyport.begun";
    if (!panel->isVisible() || panel->property(begunProperty).toBool())
        return;
    panel->setProperty(begunProperty, true);
    const QWidget* now = panel->window()->focusWidget();
    const bool opened = !now || now == panel || panel->isAncestorOf(now) || now->objectName().startsWith(u"nav.");
    if (QWidget* first = opened ? firstUsefulField(panel) : nullptr)
        first->setFocus(Qt::OtherFocusReason);
}

bool focusGivesWay(const QWidget* root)
{
    const QWidget* now = root->focusWidget();
    return now && now != root && (!now->isEnabled() || !now->isVisible());
}

void rebuildAround(QWidget* around, const std::function<void()>& build)
{
    QWidget* window = around->window();
    const QWidget* now = window->focusWidget();
    const bool inside = now && now != around && around->isAncestorOf(now);
    const QString name = inside ? now->objectName() : QString();
    build();
    if (!inside)
        return;
    const auto same = name.isEmpty() ? QList<QWidget*>() : around->findChildren<QWidget*>(name);
    // The newest: the one before may still wait to be deleted.
    QWidget* next = same.isEmpty() ? standInFor(window, around) : same.last();
    if (next)
        next->setFocus(Qt::OtherFocusReason);
}

bool isStandIn(const QWidget* widget)
{
    return widget && widget->window()->property(standInProperty).value<QObject*>() == widget;
}

bool focusNextInOrder(QWidget* root, bool next)
{
    root->window()->setProperty(standInProperty, QVariant());
    if (focusGivesWay(root)) {
        QWidget* standIn = standInFor(root, root->focusWidget());
        if (!standIn)
            return false;
        root->window()->setProperty(standInProperty, QVariant::fromValue<QObject*>(standIn));
        standIn->setFocus(Qt::OtherFocusReason);
        return true;
    }
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
