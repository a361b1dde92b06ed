#include "ui/widgets/buttons.h"

#include "ui/look/text_style.h"

#include <QDialog>
#include <QKeyEvent>
#include <QPointer>
#include <QPushButton>

namespace sallyport::ui {

namespace {

/// A button that disables itself while it works gets the keyboard back when it is done, unless it was taken elsewhere meanwhile.
class FocusKeeper final : public QObject {
public:
    explicit FocusKeeper(QWidget* button) : QObject(button) { button->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* button = static_cast<QWidget*>(watched);
        if (event->type() == QEvent::FocusOut && !button->isEnabled())
            m_lost = true;
        if (event->type() != QEvent::EnabledChange || !m_lost)
            return false;
        QWidget* now = button->window()->focusWidget();
        if (!button->isEnabled()) {
            m_movedTo = now;
            return false;
        }
        m_lost = false;
        if (button->isVisible() && (!now || now == m_movedTo || now == button->window()))
            button->setFocus(Qt::OtherFocusReason);
        return false;
    }

private:
    QPointer<QWidget> m_movedTo;
    bool m_lost = false;
};

/// Return presses the button that has the keyboard, also where no dialog sees to it.
class ReturnPresses final : public QObject {
public:
    explicit ReturnPresses(QPushButton* button) : QObject(button) { button->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto* key = static_cast<const QKeyEvent*>(event);
        auto* button = static_cast<QPushButton*>(watched);
        const bool returns = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!returns || key->isAutoRepeat() || !button->isEnabled() || qobject_cast<QDialog*>(button->window()))
            return false;
        button->click();
        return true;
    }
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
    new FocusKeeper(button);
    new ReturnPresses(button);
    return button;
}

QPushButton* makeIconButton(Icon icon, const QString& objectName, QWidget* parent, ButtonSize size)
{
    return makeButton(ButtonKind::Ghost, objectName, parent, icon, size);
}

void setIconButtonText(QPushButton* button, const QString& text)
{
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
    button->setEnabled(!busy);
    refresh(button);
}

void setButtonOpensMenu(QPushButton* button, bool opens)
{
    button->setProperty(buttonproperty::menu, opens);
    refresh(button);
}

} // namespace sallyport::ui
