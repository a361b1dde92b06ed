#include "ui/look/accessible_parts.h"

#include "ui/look/accessible_views.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHash>
#include <QListView>
#include <QPointer>
#include <QTabBar>
#include <QTableView>

#include <string_view>

namespace sallyport::ui {

namespace {

class AccessibleTab final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    AccessibleTab(QTabBar* bar, int index) : m_bar(bar), m_index(index) {}

    bool isValid() const override { return m_bar && m_index < m_bar->count(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_bar); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text what) const override
    {
        if (!isValid())
            return {};
        if (what == QAccessible::Description)
            return m_bar->tabToolTip(m_index);
        if (what != QAccessible::Name)
            return {};
        const QString name = m_bar->accessibleTabName(m_index);
        return name.isEmpty() ? m_bar->tabText(m_index) : name;
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override { return isValid() ? m_bar->tabRect(m_index).translated(m_bar->mapToGlobal(QPoint())) : QRect(); }
    QAccessible::Role role() const override { return QAccessible::PageTab; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool chosen = m_bar->currentIndex() == m_index;
        state.focusable = state.selectable = true;
        state.selected = chosen;
        state.focused = chosen && m_bar->hasFocus();
        state.disabled = !m_bar->isEnabled() || !m_bar->isTabEnabled(m_index);
        state.invisible = !m_bar->isVisible() || !m_bar->isTabVisible(m_index);
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override
    {
        if (isValid() && name == pressAction())
            m_bar->setCurrentIndex(m_index);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QPointer<QTabBar> m_bar;
    int m_index;
};

class AccessibleTabs final : public QAccessibleWidget {
public:
    explicit AccessibleTabs(QTabBar* bar) : QAccessibleWidget(bar, QAccessible::PageTabList) {}
    ~AccessibleTabs() override
    {
        for (const QAccessible::Id id : std::as_const(m_tabs))
            QAccessible::deleteAccessibleInterface(id);
    }

    QString text(QAccessible::Text what) const override
    {
        const QString own = QAccessibleWidget::text(what);
        return own.isEmpty() && what == QAccessible::Name ? bar()->tabText(bar()->currentIndex()) : own;
    }
    int childCount() const override { return bar()->count(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= bar()->count())
            return nullptr;
        auto& id = m_tabs[index];
        if (!id)
            id = QAccessible::registerAccessibleInterface(new AccessibleTab(bar(), index));
        return QAccessible::accessibleInterface(id);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int index = 0; index < childCount(); ++index)
            if (this->child(index) == child)
                return index;
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override { return child(bar()->tabAt(bar()->mapFromGlobal(QPoint(x, y)))); }
    QAccessibleInterface* focusChild() const override { return bar()->hasFocus() ? child(bar()->currentIndex()) : nullptr; }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focused = state.focused && bar()->currentIndex() < 0; // the tab has it
        return state;
    }

private:
    QTabBar* bar() const { return static_cast<QTabBar*>(object()); }

    mutable QHash<int, QAccessible::Id> m_tabs;
};

/// One that hands the keyboard on to a part of itself doesn't have it.
class AccessiblePlain final : public QAccessibleWidget {
public:
    using QAccessibleWidget::QAccessibleWidget;

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        if (widget()->focusProxy())
            state.focused = false;
        return state;
    }
};

/// Asked for the object's class first, then for the one that it derives from, and so on.
QAccessibleInterface* accessiblePart(const QString& className, QObject* object)
{
    if (className == QLatin1StringView("QTabBar"))
        return new AccessibleTabs(static_cast<QTabBar*>(object));
    if (className == QLatin1StringView("QTableView") || className == QLatin1StringView("QListView") ||
        std::string_view(object->metaObject()->className()) == "QTreeView") // trees of Qt's own (files) stay as they are
        return makeAccessibleView(static_cast<QAbstractItemView*>(object));
    if (className == QLatin1StringView("QWidget"))
        return new AccessiblePlain(static_cast<QWidget*>(object));
    return nullptr;
}

} // namespace

void installAccessibleParts()
{
    QAccessible::installFactory(accessiblePart); // one that is there isn't put in again
}

} // namespace sallyport::ui
