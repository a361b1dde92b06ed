#pragma once

#include "ui/look/theme.h"
#include "ui/shell/palette_entry.h"

class QMenu;

namespace sallyport::ui {

class Language;

/// Adds `Appearance` with system, light, dark and high contrast, the one in effect marked.
void addThemeMenu(QMenu* menu, Theme* theme);
/// Adds `Language` with the languages by their own names, the one in effect marked.
void addLanguageMenu(QMenu* menu, Language* language);
/// The same choices as lines of the palette, found by their words in the window's language and in English.
QList<PaletteEntry> appearanceEntries(Theme* theme, Language* language);

} // namespace sallyport::ui
