#include "app/console/panel_registry.h"

#include "ui/console/permit.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/events/events_panel.h"
#include "ui/keys/keys_panel.h"
#include "ui/keys/service_accounts_panel.h"
#include "ui/leaks/leak_scan_panel.h"
#include "ui/policy/policy_panel.h"
#include "ui/providers/providers_panel.h"
#include "ui/reports/reports_panel.h"
#include "ui/sessions/sessions_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/tables/data_table.h"
#include "ui/users/users_panel.h"

#include <QCoreApplication>

namespace sallyport::app {

using namespace Qt::StringLiterals;
using ui::Icon;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::app::PanelRegistry)
};

/// The columns that the operator chose stay chosen.
void rememberColumns(AppContext& context, ui::DataTable* table, const QString& key)
{
    auto* preferences = &context.preferences;
    table->setChosenColumns(preferences->value(key).split(u',', Qt::SkipEmptyParts));
    QObject::connect(table, &ui::DataTable::chosenColumnsChanged, table,
                     [table, preferences, key] { preferences->setValue(key, table->chosenColumns().join(u',')); });
}

QWidget* makeUsers(AppContext& context, QWidget* parent)
{
    auto* panel = new ui::UsersPanel(context.console, parent);
    rememberColumns(context, panel->table(), u"users.columns"_s);
    return panel;
}

QWidget* makeKeys(AppContext& context, QWidget* parent)
{
    auto* panel = new ui::KeysPanel(context.console, ui::KeysPanel::desktopChooser(), parent);
    rememberColumns(context, panel->table(), u"keys.columns"_s);
    return panel;
}

QWidget* makeEvents(AppContext& context, QWidget* parent)
{
    auto* preferences = &context.preferences;
    ui::PreferenceStore store;
    store.read = [preferences](const QString& key) { return preferences->value(key); };
    store.write = [preferences](const QString& key, const QString& value) { preferences->setValue(key, value); };
    return new ui::EventsPanel(context.console, store, parent);
}

} // namespace

void registerPanels(AppContext& context)
{
    auto& console = context.console;
    const auto add = [&](const ui::PanelEntry& entry) {
        if (ui::mayOpenPanel(console, entry.id))
            context.window.addPanel(entry);
    };
    const auto overview = [] { return Texts::tr("Overview"); };
    const auto identity = [] { return Texts::tr("Identity"); };
    const auto audit = [] { return Texts::tr("Audit"); };
    const auto server = [] { return Texts::tr("Server"); };
    add({u"dashboard"_s, overview, [] { return Texts::tr("Dashboard"); }, Icon::Dashboard,
         [&console](QWidget* parent) { return new ui::DashboardPanel(console, parent); }});
    add({u"events"_s, overview, [] { return Texts::tr("Live events"); }, Icon::Activity,
         [&context](QWidget* parent) { return makeEvents(context, parent); }});
    add({u"users"_s, identity, [] { return Texts::tr("Users"); }, Icon::Users,
         [&context](QWidget* parent) { return makeUsers(context, parent); }});
    add({u"coverage"_s, identity, [] { return Texts::tr("MFA coverage"); }, Icon::ShieldCheck,
         [&console](QWidget* parent) { return new ui::CoveragePanel(console, parent); }});
    add({u"policy"_s, identity, [] { return Texts::tr("Password policy"); }, Icon::Lock,
         [&console](QWidget* parent) { return new ui::PolicyPanel(console, parent); }});
    add({u"sessions"_s, identity, [] { return Texts::tr("Sessions"); }, Icon::Monitor,
         [&console](QWidget* parent) { return new ui::SessionsPanel(console, parent); }});
    add({u"service_accounts"_s, identity, [] { return Texts::tr("Service accounts"); }, Icon::Bot,
         [&console](QWidget* parent) { return new ui::ServiceAccountsPanel(console, parent); }});
    add({u"providers"_s, identity, [] { return Texts::tr("Identity providers"); }, Icon::Globe,
         [&console](QWidget* parent) { return new ui::ProvidersPanel(console, ui::ProvidersPanel::desktopBrowser(), parent); }});
    add({u"keys"_s, identity, [] { return Texts::tr("API keys"); }, Icon::Key,
         [&context](QWidget* parent) { return makeKeys(context, parent); }});
    add({u"leaks"_s, identity, [] { return Texts::tr("Leak scan"); }, Icon::Search,
         [&console](QWidget* parent) { return new ui::LeakScanPanel(console, ui::LeakScanPanel::desktopChooser(), parent); }});
    add({u"signing"_s, identity, [] { return Texts::tr("Signature lab"); }, Icon::ScanSearch,
         [&console](QWidget* parent) { return new ui::SignatureLabPanel(console, parent); }});
    add({u"reports"_s, audit, [] { return Texts::tr("Reports"); }, Icon::Report,
         [&console](QWidget* parent) { return new ui::ReportsPanel(console, ui::ReportHost::desktop(), parent); }});
    add({u"settings"_s, server, [] { return Texts::tr("Settings"); }, Icon::Settings,
         [&console](QWidget* parent) { return new ui::SettingsPanel(console, parent); }});
}

} // namespace sallyport::app
