#include "ui/widgets/buttons.h"

#include "ui/look/text_style.h"
#include "ui/widgets/tab_order.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QPushButton>

namespace sallyport::ui {

namespace {

constexpr const char* usualTip = "usualTip"; ///< what the tool tip is without a reason against; valid while there is one

/// What every button does beside being one: Return presses it when it has the keyboard, also where no dialog sees to it; and one
/// that disables itself while it works gets the keyboard back when it is done, unless it was taken elsewhere meanwhile.
class ButtonConduct final : public QObject {
public:
    explicit ButtonConduct(QPushButton* button) : QObject(button) { button->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* button = static_cast<QPushButton*>(watched);
        switch (event->type()) {
        case QEvent::KeyPress: return pressed(button, static_cast<const QKeyEvent*>(event));
        case QEvent::FocusOut: m_lost = m_lost || !button->isEnabled(); break;
        case QEvent::EnabledChange: keepFocus(button); break;
        default: break;
        }
        return false;
    }

private:
    static bool pressed(QPushButton* button, const QKeyEvent* key)
    {
        const bool returns = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!returns || key->isAutoRepeat() || !button->isEnabled() || qobject_cast<QDialog*>(button->window()))
            return false;
        button->click();
        return true;
    }
    void keepFocus(QPushButton* button)
    {
        if (!m_lost)
            return;
        QWidget* now = button->window()->focusWidget();
        if (!button->isEnabled()) {
            m_movedTo = now;
            return;
        }
        m_lost = false;
        if (button->isVisible() && (!now || now == m_movedTo || isStandIn(now) || now == button->window()))
            button->setFocus(Qt::OtherFocusReason);
    }

    QPointer<QWidget> m_movedTo;
    bool m_lost = false;
};

void refresh(QWidget* button)
{
    button->updateGeometry();
    button->update();
}

} // namespace

QPushButton* makeButton(ButtonKind kind, const QString& objectName, QWidget* parent, Icon icon, ButtonSize size)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(objectName);
    button->setProperty(buttonproperty::kind, static_cast<int>(kind));
    button->setProperty(buttonproperty::icon, static_cast<int>(icon));
    button->setProperty(buttonproperty::size, static_cast<int>(size));
    const bool small = size == ButtonSize::Tool || kind == ButtonKind::Link;
    button->setFont(textFont(small ? TextStyle::SmallStrong : TextStyle::BodyStrong));
    button->setAutoDefault(false);
    button->setAttribute(Qt::WA_Hover);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    new ButtonConduct(button);
    return button;
}

QPushButton* makeIconButton(Icon icon, const QString& objectName, QWidget* parent, ButtonSize size)
{
    return makeButton(ButtonKind::Ghost, objectName, parent, icon, size);
}

void setIconButtonText(QPushButton* button, const QString& text)
{
    if (button->property(usualTip).isValid())
        button->setProperty(usualTip, text); // for when nothing is against it any more
    else
        button->setToolTip(text);
    button->setAccessibleName(text);
}

void setButtonKind(QPushButton* button, ButtonKind kind)
{
    button->setProperty(buttonproperty::kind, static_cast<int>(kind));
    refresh(button);
}

void setButtonIcon(QPushButton* button, Icon icon)
{
    button->setProperty(buttonproperty::icon, static_cast<int>(icon));
    refresh(button);
}

void setButtonBusy(QPushButton* button, bool busy)
{
    if (isButtonBusy(button) == busy)
        return;
    button->setProperty(buttonproperty::busy, busy);
    enableOr(button, busy ? waitReason() : QString());
    refresh(button);
}

void enableOr(QWidget* widget, const QString& against)
{
    const QVariant usual = widget->property(usualTip);
    if (against.isEmpty()) {
        if (usual.isValid()) {
            widget->setToolTip(usual.toString());
            widget->setAccessibleDescription({});
            widget->setProperty(usualTip, {});
        }
        return widget->setEnabled(true);
    }
    if (!usual.isValid())
        widget->setProperty(usualTip, widget->toolTip());
    widget->setToolTip(against);
    widget->setAccessibleDescription(against);
    widget->setEnabled(false);
}

void enableOr(QAction* action, const QString& against)
{
    action->setEnabled(against.isEmpty());
    action->setToolTip(against); // empty: its own words again
    if (against.isEmpty())
        return;
    const auto objects = action->associatedObjects();
    for (QObject* object : objects)
        if (auto* menu = qobject_cast<QMenu*>(object))
            menu->setToolTipsVisible(true);
}

void readOnlyOr(QWidget* text, const QString& against)
{
    text->setProperty("readOnly", !against.isEmpty()); // of QLineEdit and QPlainTextEdit alike
    text->setToolTip(against);
    text->setAccessibleDescription(against);
}

QString disabledReason(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->isWindow() ? nullptr : widget->parentWidget())
        if (widget->testAttribute(Qt::WA_ForceDisabled) && widget->property(usualTip).isValid())
            return widget->toolTip();
    return {};
}

QString waitReason()
{
    return QCoreApplication::translate("Reasons", "Wait until this is done");
}

QString incompleteReason()
{
    return QCoreApplication::translate("Reasons", "Fill in what is missing first");
}

QString noChangeReason()
{
    return QCoreApplication::translate("Reasons", "Nothing was changed yet");
}

void setButtonOpensMenu(QPushButton* button, bool opens)
{
    button->setProperty(buttonproperty::menu, opens);
    refresh(button);
}

} // namespace sallyport::ui
