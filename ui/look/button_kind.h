#pragma once

#include "ui/look/icons.h"

class QWidget;

namespace sallyport::ui {

/// What a button is for. One Primary a view; DangerFilled only in the confirmation of a danger.
enum class ButtonKind { Secondary, Primary, Danger, DangerFilled, Ghost, Link };

/// Heights 28 (toolbars), 32, 40 (unlock).
enum class ButtonSize { Tool, Normal, Large };

/// What a button of ours is, as makeButton (ui/widgets/buttons.h) and its setters have left it.
ButtonKind buttonKind(const QWidget* button);
Icon buttonIcon(const QWidget* button);
ButtonSize buttonSize(const QWidget* button);
bool isButtonBusy(const QWidget* button);

/// Names of the properties that say so.
namespace buttonproperty {

inline constexpr const char *kind = "buttonKind", *icon = "buttonIcon", *size = "buttonSize", *busy = "buttonBusy",
                            *menu = "buttonOpensMenu";

} // namespace buttonproperty

} // namespace sallyport::ui
