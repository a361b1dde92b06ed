#include "ui/widgets/buttons.h"

#include "ui/look/text_style.h"

#include <QEvent>

namespace sallyport::ui {

namespace {

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
