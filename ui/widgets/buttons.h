#pragma once

#include "ui/widgets/icons.h"

#include <QPushButton>
#include <QToolButton>

namespace sallyport::ui {

/// What a button is for. One Primary a view; DangerFilled only in the confirmation of a danger.
enum class ButtonKind { Secondary, Primary, Danger, DangerFilled, Ghost, Link };

/// Heights 28 (toolbars), 32, 40 (unlock).
enum class ButtonSize { Tool, Normal, Large };

/// A button of the product; its text is set by the caller (in onRetranslate), its accessible name follows the text.
QPushButton* makeButton(ButtonKind kind, const QString& objectName, QWidget* parent = nullptr, Icon icon = Icon::None,
                        ButtonSize size = ButtonSize::Normal);

/// An icon without text. The caller sets the tool tip with setIconButtonText, which names it for everyone.
QPushButton* makeIconButton(Icon icon, const QString& objectName, QWidget* parent = nullptr, ButtonSize size = ButtonSize::Tool);
/// Tool tip and accessible name of an icon button.
void setIconButtonText(QPushButton* button, const QString& text);

ButtonKind buttonKind(const QWidget* button);
void setButtonKind(QPushButton* button, ButtonKind kind);
void setButtonIcon(QPushButton* button, Icon icon);
Icon buttonIcon(const QWidget* button);
ButtonSize buttonSize(const QWidget* button);

/// Shows a turning ring in the icon's place and takes no click meanwhile. The text stays: say what is being done.
void setButtonBusy(QPushButton* button, bool busy);
bool isButtonBusy(const QWidget* button);

/// Puts a small arrow after the text: the button opens a menu.
void setButtonOpensMenu(QPushButton* button, bool opens);

} // namespace sallyport::ui
