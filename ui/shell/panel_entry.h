#pragma once

#include "ui/look/icons.h"

#include <QString>

#include <functional>

class QWidget;

namespace sallyport::ui {

/// A page of the window. Texts are functions, so that they follow the language.
struct PanelEntry {
    QString id;                     ///< `users`; the navigation item is named `nav.users`
    std::function<QString()> group; ///< caption above it: `Identity`; neighbours with the same one share it
    std::function<QString()> title; ///< `Users`
    Icon icon = Icon::None;
    std::function<QWidget*(QWidget* parent)> factory; ///< makes the panel when it is shown for the first time
};

/// Something the command palette can do beside showing panels.
struct Command {
    QString id;                     ///< `server.stop`
    std::function<QString()> title; ///< `Stop server`
    Icon icon = Icon::None;
    std::function<void()> run;
    std::function<bool()> available; ///< empty: always
};

} // namespace sallyport::ui
