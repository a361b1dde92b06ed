#pragma once

#include "ui/look/tokens.h"

#include <QFont>
#include <QLabel>

namespace sallyport::ui {

/// Type sizes and weights, in points so that they follow the screen (1 px at 100 % is 0.75 pt).
enum class TextStyle {
    Figure,        ///< 28/32, 600: a number to read from afar
    Display,       ///< 22/28, 600: unlock, wizard
    Title,         ///< 18/24, 600: page
    PaneTitle,     ///< 16/20, 600
    Body,          ///< 13/20
    BodyStrong,    ///< 13/20, 500: names, buttons
    Heading,       ///< 13/20, 600
    Small,         ///< 12/16
    SmallStrong,   ///< 12/16, 500: labels, table heads
    Caption,       ///< 11/16
    CaptionStrong, ///< 11/16, 500: navigation captions
    Mono,          ///< 12/20: addresses, keys, code
    MonoTitle,     ///< 16/20: an address as the title of a pane
};

/// The font of a style.
QFont textFont(TextStyle style);

/// Height of one line in a style: the second number in the list above, more when the fonts are larger.
int lineHeight(TextStyle style);

/// A plain-text label in a style and tone. Its colour follows the theme.
QLabel* makeLabel(TextStyle style, Tone tone, QWidget* parent = nullptr);
/// The same with a text, for data (never for a text that changes with the language).
QLabel* makeLabel(const QString& text, TextStyle style, Tone tone = Tone::Normal, QWidget* parent = nullptr);

/// Changes the tone of a label made by makeLabel.
void setLabelTone(QLabel* label, Tone tone);

/// Pixels at the screen's text size: `px` at 100 %, more when the fonts are larger.
int scaled(int px, const QWidget* widget = nullptr);

} // namespace sallyport::ui
