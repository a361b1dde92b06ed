#include "ui/console/permit.h"

#include "ui/console/console.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using access::Permission;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::Permit)
};

/// What a panel must be able to read, so that none opens on an error. Of `any` one is enough.
struct PanelRule {
    QLatin1StringView panel;
    std::array<Permission, 2> all;
    bool any = false;
};

constexpr auto rules = std::to_array<PanelRule>({
    {QLatin1StringView("dashboard"), {Permission::EventsRead, Permission::UsersRead}},
    {QLatin1StringView("events"), {Permission::EventsRead, Permission::EventsRead}},
    {QLatin1StringView("users"), {Permission::UsersRead, Permission::UsersRead}},
    {QLatin1StringView("coverage"), {Permission::UsersRead, Permission::UsersRead}},
    {QLatin1StringView("policy"), {Permission::SettingsRead, Permission::SettingsRead}},
    {QLatin1StringView("sessions"), {Permission::SessionsRead, Permission::SessionsRead}},
    {QLatin1StringView("service_accounts"), {Permission::ServiceAccountsRead, Permission::ServiceAccountsRead}},
    {QLatin1StringView("providers"), {Permission::ProvidersRead, Permission::ProvidersRead}},
    {QLatin1StringView("keys"), {Permission::KeysRead, Permission::KeysOwn}, true},
    {QLatin1StringView("leaks"), {Permission::KeysRead, Permission::KeysRead}},
    {QLatin1StringView("signing"), {Permission::KeysRead, Permission::KeysOwn}, true},
    {QLatin1StringView("reports"), {Permission::EventsRead, Permission::EventsExport}},
    {QLatin1StringView("settings"), {Permission::SettingsRead, Permission::SettingsRead}},
});

} // namespace

QString lacks(const Console& console, Permission permission)
{
    if (console.may(permission))
        return {};
    const std::string title(access::info(permission).title);
    return Texts::tr("Your role lacks “%1”").arg(QCoreApplication::translate("Permission", title.c_str()));
}

QString lacks(const Console& console, Permission permission, const UserId& account, const std::vector<std::string>& roles)
{
    if (QString reason = lacks(console, permission); !reason.isEmpty())
        return reason;
    if (account == console.actor().id || console.holdsAllOf(roles))
        return {};
    return Texts::tr("This account may do more than yours");
}

void allow(QWidget* widget, const QString& reason, bool possible, const QString& usual)
{
    widget->setEnabled(possible && reason.isEmpty());
    widget->setToolTip(reason.isEmpty() ? usual : reason);
}

void allow(QAction* action, const QString& reason, bool possible)
{
    action->setEnabled(possible && reason.isEmpty());
    if (reason.isEmpty())
        return;
    action->setToolTip(reason);
    const auto objects = action->associatedObjects();
    for (QObject* object : objects)
        if (auto* menu = qobject_cast<QMenu*>(object))
            menu->setToolTipsVisible(true);
}

bool mayOpenPanel(const Console& console, const QString& panel)
{
    if (panel == QLatin1StringView("notices")) // a dialog about oneself
        return true;
    const auto rule = std::ranges::find(rules, panel, &PanelRule::panel);
    if (rule == rules.end())
        return false;
    const auto may = [&](Permission permission) { return console.may(permission); };
    return rule->any ? std::ranges::any_of(rule->all, may) : std::ranges::all_of(rule->all, may);
}

} // namespace sallyport::ui
