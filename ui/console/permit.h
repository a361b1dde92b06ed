#pragma once

#include "backend/access/permission.h"
#include "backend/base/id.h"

#include <QString>

#include <string>
#include <vector>

class QAction;
class QWidget;

namespace sallyport::ui {

class Console;

/// Why the operator may not: “Your role lacks “Change users””; empty if they may.
QString lacks(const Console& console, access::Permission permission);
/// The same for what is done to an account with these roles: nobody manages who holds more than they do, except oneself.
QString lacks(const Console& console, access::Permission permission, const UserId& account,
              const std::vector<std::string>& roles);

/// Enabled if `possible` and there is no reason against it; the reason is the tooltip, otherwise `usual` is.
void allow(QWidget* widget, const QString& reason, bool possible = true, const QString& usual = {});
/// The same for the line of a menu, which then shows its tooltips.
void allow(QAction* action, const QString& reason, bool possible = true);

/// May the operator open this panel? The navigation shows only those, and nothing else leads to others.
bool mayOpenPanel(const Console& console, const QString& panel);

} // namespace sallyport::ui
