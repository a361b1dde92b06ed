#pragma once

#include "ui/look/button_kind.h"
#include "ui/look/icons.h"

#include <QPushButton>
#include <QToolButton>

namespace sallyport::ui {

/// A button of the product; its text is set by the caller (in onRetranslate), its accessible name follows the text.
QPushButton* makeButton(ButtonKind kind, const QString& objectName, QWidget* parent = nullptr, Icon icon = Icon::None,
                        ButtonSize size = ButtonSize::Normal);

/// An icon without text. The caller sets the tool tip with setIconButtonText, which names it for everyone.
QPushButton* makeIconButton(Icon icon, const QString& objectName, QWidget* parent = nullptr, ButtonSize size = ButtonSize::Tool);
/// Tool tip and accessible name of an icon button.
void setIconButtonText(QPushButton* button, const QString& text);

void setButtonKind(QPushButton* button, ButtonKind kind);
void setButtonIcon(QPushButton* button, Icon icon);

/// Shows a turning ring in the icon's place and takes no click meanwhile. The text stays: say what is being done.
void setButtonBusy(QPushButton* button, bool busy);

/// Enabled if nothing stands against it. Otherwise what does is its tool tip and its description, until nothing does any more: a
/// button that can't be pressed says why.
void enableOr(QWidget* widget, const QString& against);
/// The same for the line of a menu, which shows its tool tips then.
void enableOr(QAction* action, const QString& against);
/// The same for a line or a page of text, which stays to be read and copied.
void readOnlyOr(QWidget* text, const QString& against);
/// What enableOr has against this widget, or against one that it stands in; empty if nothing.
QString disabledReason(const QWidget* widget);
/// Reasons that are the same everywhere: something is under way; something that is asked for isn't filled in; nothing was
/// changed.
QString waitReason();
QString incompleteReason();
QString noChangeReason();

/// Puts a small arrow after the text: the button opens a menu.
void setButtonOpensMenu(QPushButton* button, bool opens);

} // namespace sallyport::ui
