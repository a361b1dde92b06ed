#pragma once

#include "ui/look/icons.h"

#include <QList>
#include <QMap>
#include <QString>

#include <functional>

namespace sallyport::ui {

/// What the palette finds, in the order in which it shows it.
enum class PaletteGroup { People, Keys, Accounts, Events, Panels, Settings, Help, Commands };

/// One line of the palette.
struct PaletteEntry {
    PaletteGroup group = PaletteGroup::Commands;
    QString title;
    QString detail; ///< muted, at the trailing edge
    Icon icon = Icon::None;
    QString avatar = {}; ///< a person's name: their initials in the icon's place
    QString keys = {};   ///< shortcut, shown as a keycap
    QString words = {};  ///< found by these too, as if they stood beside the title
    bool muted = false;  ///< it is there, but works no longer
    bool typed = false;  ///< only if something was typed: not worth a line among all that there is
    std::function<void()> run = {};
    std::function<void()> events = {}; ///< Ctrl+Enter: what happened with it
};

/// What was found for a text by those who had to be asked for it.
struct PaletteFindings {
    QList<PaletteEntry> entries;        ///< in each group the best ones first
    QMap<PaletteGroup, qint64> matches; ///< how many there are in all, where that is known
};

} // namespace sallyport::ui
