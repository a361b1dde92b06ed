#include "ui/widgets/buttons.h"

#include "ui/widgets/text_style.h"

#include <QEvent>

namespace sallyport::ui {

namespace {

constexpr const char* kindProperty = "buttonKind";
constexpr const char* iconProperty = "buttonIcon";
constexpr const char* sizeProperty = "buttonSize";
constexpr const char* busyProperty = "buttonBusy";
constexpr const char* menuProperty = "buttonOpensMenu";

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
    button->setProperty(kindProperty, static_cast<int>(kind));
    button->setProperty(iconProperty, static_cast<int>(icon));
    button->setProperty(sizeProperty, static_cast<int>(size));
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

ButtonKind buttonKind(const QWidget* button)
{
    return static_cast<ButtonKind>(button->property(kindProperty).toInt());
}

void setButtonKind(QPushButton* button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    refresh(button);
}

void setButtonIcon(QPushButton* button, Icon icon)
{
    button->setProperty(iconProperty, static_cast<int>(icon));
    refresh(button);
}

Icon buttonIcon(const QWidget* button)
{
    return static_cast<Icon>(button->property(iconProperty).toInt());
}

ButtonSize buttonSize(const QWidget* button)
{
    const QVariant size = button->property(sizeProperty);
    return size.isValid() ? static_cast<ButtonSize>(size.toInt()) : ButtonSize::Normal;
}

void setButtonBusy(QPushButton* button, bool busy)
{
    if (isButtonBusy(button) == busy)
        return;
    button->setProperty(busyProperty, busy);
    button->setEnabled(!busy);
    refresh(button);
}

bool isButtonBusy(const QWidget* button)
{
    return button->property(busyProperty).toBool();
}

void setButtonOpensMenu(QPushButton* button, bool opens)
{
    button->setProperty(menuProperty, opens);
    refresh(button);
}

} // namespace sallyport::ui
