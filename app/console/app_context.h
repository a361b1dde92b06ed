#pragma once

#include "ui/console/console.h"
#include "ui/look/theme.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include "app/console/preferences.h"

#include <filesystem>
#include <functional>

namespace sallyport::app {

/// What the flows share. References into AppController, which owns it all.
struct AppContext {
    ui::Console& console;
    ui::MainWindow& window;
    ui::Language& language;
    ui::Theme& theme;
    Preferences& preferences;
    Platform platform;
    std::filesystem::path dataDirectory;
    bool demo = false;
    std::function<void()> signInInstead; ///< after an unlock in place of the sign-in screen: the demo's operator
};

/// The product and its version as the gate shows them: `Sallyport 0.1`.
QString productVersion();

} // namespace sallyport::app
