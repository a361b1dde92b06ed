#include "ui/console/permit.h"

#include "ui/console/console.h"
#include "ui/widgets/buttons.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QWidget>

#include <algorithm>

namespace sallyport::ui {

using access::Permission;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::Permit)
};

} // namespace

bool PanelRule::heldAt(const Console& console) const
{
    const auto may = [&](Permission permission) { return console.may(permission); };
    return m_oneIsEnough ? std::ranges::any_of(m_permissions, may) : std::ranges::all_of(m_permissions, may);
}

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

void allow(QWidget* widget, const QString& reason, bool possible, const QString& usual, const QString& impossible)
{
    QString against = reason;
    if (against.isEmpty() && !possible)
        against = !impossible.isEmpty() ? impossible : !usual.isEmpty() ? usual : waitReason();
    enableOr(widget, against); // at once: a button that is enabled in between takes the keyboard
    if (against.isEmpty())
        widget->setToolTip(usual);
}

void allow(QAction* action, const QString& reason, bool possible, const QString& impossible)
{
    const QString against = impossible.isEmpty() ? waitReason() : impossible;
    enableOr(action, !reason.isEmpty() || possible ? reason : against);
}

bool mayOpenPanel(const Console& console, const QString& panel)
{
    if (panel == QLatin1StringView("notices")) // a dialog about oneself
        return true;
    const auto rule = console.panels().find(panel);
    return rule != console.panels().end() && rule->second.heldAt(console);
}

} // namespace sallyport::ui
