#pragma once

#include "app/console/app_context.h"
#include "ui/console/panel.h"
#include "ui/console/permit.h"

#include <vector>

namespace sallyport::app {

/// What panels are made from.
struct PanelHost {
    ui::Console& console;
    Preferences& preferences;
};

/// Everything that the product knows about a panel: its place in the navigation and the command palette, who may open it, how
/// it is made. The tests walk these too.
struct PanelInfo {
    QString id;         ///< `users`; the panel's object name
    QString (*group)(); ///< caption above it: `Identity`; neighbours with the same one share it
    QString (*title)();
    ui::Icon icon;
    ui::PanelRule rule;
    ui::Panel* (*make)(PanelHost host, QWidget* parent);
};

/// Every panel that exists, in the order of the navigation.
const std::vector<PanelInfo>& panels();
/// Their rules alone, for Console::setPanels.
ui::PanelRules panelRules();

/// Gives the window the panels that the operator may open.
void registerPanels(AppContext& context);

} // namespace sallyport::app
