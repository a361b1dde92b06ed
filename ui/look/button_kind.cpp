#include "ui/look/button_kind.h"

#include <QVariant>
#include <QWidget>

namespace sallyport::ui {

ButtonKind buttonKind(const QWidget* button)
{
    return static_cast<ButtonKind>(button->property(buttonproperty::kind).toInt());
}

Icon buttonIcon(const QWidget* button)
{
    return static_cast<Icon>(button->property(buttonproperty::icon).toInt());
}

ButtonSize buttonSize(const QWidget* button)
{
    const QVariant size = button->property(buttonproperty::size);
    return size.isValid() ? static_cast<ButtonSize>(size.toInt()) : ButtonSize::Normal;
}

bool isButtonBusy(const QWidget* button)
{
    return button->property(buttonproperty::busy).toBool();
}

} // namespace sallyport::ui
