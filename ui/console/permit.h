#pragma once

#include "backend/access/permission.h"
#include "backend/base/id.h"

#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

class QAction;
class QWidget;

namespace sallyport::ui {

class Console;

/// What an operator must hold to open a panel, so that none opens on an error.
class PanelRule {
public:
    static PanelRule all(std::vector<access::Permission> permissions) { return {std::move(permissions), false}; }
    static PanelRule oneOf(std::vector<access::Permission> permissions) { return {std::move(permissions), true}; }

    bool heldAt(const Console& console) const;
    const std::vector<access::Permission>& permissions() const { return m_permissions; }
    bool oneIsEnough() const { return m_oneIsEnough; }

private:
    PanelRule(std::vector<access::Permission> permissions, bool oneIsEnough)
        : m_permissions(std::move(permissions)), m_oneIsEnough(oneIsEnough)
    {
    }

    std::vector<access::Permission> m_permissions;
    bool m_oneIsEnough;
};

/// By the panels' ids.
using PanelRules = std::map<QString, PanelRule>;

/// Why the operator may not: “Your role lacks “Change users””; empty if they may.
QString lacks(const Console& console, access::Permission permission);
/// The same for what is done to an account with these roles: nobody manages who holds more than they do, except oneself.
QString lacks(const Console& console, access::Permission permission, const UserId& account,
              const std::vector<std::string>& roles);

/// Enabled if `possible` and there is no reason against it; the reason is the tooltip, otherwise `usual` is. What isn't possible
/// says why by `impossible`, without it by `usual`, and without both that something is under way.
void allow(QWidget* widget, const QString& reason, bool possible = true, const QString& usual = {},
           const QString& impossible = {});
/// The same for the line of a menu, which then shows its tooltips.
void allow(QAction* action, const QString& reason, bool possible = true, const QString& impossible = {});

/// May the operator open this panel, by Console::panels? The navigation shows only those, and nothing else leads to others.
bool mayOpenPanel(const Console& console, const QString& panel);

} // namespace sallyport::ui
