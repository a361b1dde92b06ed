#include "app/console/panel_registry.h"

#include "ui/access/access_panel.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/alert_rules/alert_rules_panel.h"
#include "ui/bans/bans_panel.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/decisions/decisions_panel.h"
#include "ui/detection/detection_panel.h"
#include "ui/drill/drill_panel.h"
#include "ui/events/event_table.h"
#include "ui/events/events_panel.h"
#include "ui/headers/headers_panel.h"
#include "ui/history/history_panel.h"
#include "ui/incidents/incidents_panel.h"
#include "ui/integrity/integrity_panel.h"
#include "ui/keys/keys_panel.h"
#include "ui/keys/service_accounts_panel.h"
#include "ui/leaks/leak_scan_panel.h"
#include "ui/limits/limits_panel.h"
#include "ui/outputs/outputs_panel.h"
#include "ui/playground/playground_panel.h"
#include "ui/policy/policy_panel.h"
#include "ui/providers/providers_panel.h"
#include "ui/records/records_panel.h"
#include "ui/reports/reports_panel.h"
#include "ui/retention/retention_panel.h"
#include "ui/roles/roles_panel.h"
#include "ui/sessions/sessions_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/simulator/simulator_panel.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/threats/threats_panel.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/side_splitter.h"

#include <QCoreApplication>

namespace sallyport::app {

using namespace Qt::StringLiterals;
using ui::Icon;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::app::PanelRegistry)
};

QString overviewGroup()
{
    return Texts::tr("Overview");
}

QString identityGroup()
{
    return Texts::tr("Identity");
}

QString accessGroup()
{
    return Texts::tr("Access");
}

QString protectionGroup()
{
    return Texts::tr("Protection");
}

QString auditGroup()
{
    return Texts::tr("Audit");
}

QString serverGroup()
{
    return Texts::tr("Server");
}

template <typename T>
ui::Panel* makePanel(PanelHost host, QWidget* parent)
{
    return new T(host.console, parent);
}

/// How the operator has arranged a panel, and how it is the next time: columns, their widths and order, the pane's width.
void remember(ui::Panel* panel, Preferences* preferences)
{
    const QString id = panel->objectName();
    if (const auto* list = panel->findChild<ui::ListPanel*>()) {
        auto* table = list->table();
        table->setChosenColumns(preferences->value(id + u".columns"_s).split(u',', Qt::SkipEmptyParts));
        table->setChosenWidths(preferences->value(id + u".widths"_s));
        table->setSorting(preferences->value(id + u".sort"_s));
        const auto keep = [table, preferences, id] {
            preferences->setValue(id + u".columns"_s, table->chosenColumns().join(u','));
            preferences->setValue(id + u".widths"_s, table->chosenWidths());
            preferences->setValue(id + u".sort"_s, table->sorting());
        };
        for (const auto signal : {&ui::DataTable::chosenColumnsChanged, &ui::DataTable::chosenWidthsChanged})
            QObject::connect(table, signal, table, keep);
        QObject::connect(table, &ui::DataTable::sortChanged, table, keep);
    } else if (auto* table = panel->findChild<ui::EventTable*>()) {
        table->setChosenColumns(preferences->value(id + u".columns"_s).split(u',', Qt::SkipEmptyParts));
        table->setColumnOrder(preferences->value(id + u".order"_s).split(u',', Qt::SkipEmptyParts));
        table->setChosenWidths(preferences->value(id + u".widths"_s));
        table->setCompact(preferences->value(id + u".density"_s) != u"comfortable");
        const auto keep = [table, preferences, id] {
            preferences->setValue(id + u".columns"_s, table->chosenColumns().join(u','));
            preferences->setValue(id + u".order"_s, table->columnOrder().join(u','));
            preferences->setValue(id + u".widths"_s, table->chosenWidths());
            preferences->setValue(id + u".density"_s, table->isCompact() ? u"compact"_s : u"comfortable"_s);
        };
        for (const auto signal : {&ui::DataTable::chosenColumnsChanged, &ui::DataTable::chosenWidthsChanged,
                                  &ui::DataTable::columnOrderChanged, &ui::DataTable::compactChanged})
            QObject::connect(table, signal, table, keep);
    }
    if (auto* splitter = panel->findChild<ui::SideSplitter*>()) {
        splitter->setPaneSizes(preferences->value(id + u".pane"_s));
        QObject::connect(splitter, &ui::SideSplitter::paneSizesChanged, splitter,
                         [splitter, preferences, id] { preferences->setValue(id + u".pane"_s, splitter->paneSizes()); });
    }
}

ui::Panel* makeEvents(PanelHost host, QWidget* parent)
{
    auto* preferences = &host.preferences;
    ui::PreferenceStore store;
    store.read = [preferences](const QString& key) { return preferences->value(key); };
    store.write = [preferences](const QString& key, const QString& value) { preferences->setValue(key, value); };
    return new ui::EventsPanel(host.console, store, parent);
}

ui::Panel* makeProviders(PanelHost host, QWidget* parent)
{
    return new ui::ProvidersPanel(host.console, ui::ProvidersPanel::desktopBrowser(), parent);
}

ui::Panel* makeKeys(PanelHost host, QWidget* parent)
{
    return new ui::KeysPanel(host.console, ui::KeysPanel::desktopChooser(), parent);
}

ui::Panel* makeLeaks(PanelHost host, QWidget* parent)
{
    return new ui::LeakScanPanel(host.console, ui::LeakScanPanel::desktopChooser(), parent);
}

ui::Panel* makeReports(PanelHost host, QWidget* parent)
{
    return new ui::ReportsPanel(host.console, ui::ReportHost::desktop(), parent);
}

ui::Panel* makeIntegrity(PanelHost host, QWidget* parent)
{
    return new ui::IntegrityPanel(host.console, ui::ReportHost::desktop(), parent);
}

} // namespace

const std::vector<PanelInfo>& panels()
{
    using enum access::Permission;
    using Rule = ui::PanelRule;
    // clang-format off
    static const std::vector<PanelInfo> all{
        {u"dashboard"_s, overviewGroup, [] { return Texts::tr("Dashboard"); }, Icon::Dashboard,
         Rule::all({EventsRead, UsersRead}), makePanel<ui::DashboardPanel>},
        {u"events"_s, overviewGroup, [] { return Texts::tr("Live events"); }, Icon::Activity,
         Rule::all({EventsRead}), makeEvents},
        {u"incidents"_s, overviewGroup, [] { return Texts::tr("Incidents"); }, Icon::Bell,
         Rule::all({IncidentsRead}), makePanel<ui::IncidentsPanel>},
        {u"users"_s, identityGroup, [] { return Texts::tr("Users"); }, Icon::Users,
         Rule::all({UsersRead}), makePanel<ui::UsersPanel>},
        {u"coverage"_s, identityGroup, [] { return Texts::tr("MFA coverage"); }, Icon::ShieldCheck,
         Rule::all({UsersRead}), makePanel<ui::CoveragePanel>},
        {u"policy"_s, identityGroup, [] { return Texts::tr("Password policy"); }, Icon::Lock,
         Rule::all({SettingsRead}), makePanel<ui::PolicyPanel>},
        {u"sessions"_s, identityGroup, [] { return Texts::tr("Sessions"); }, Icon::Monitor,
         Rule::all({SessionsRead}), makePanel<ui::SessionsPanel>},
        {u"service_accounts"_s, identityGroup, [] { return Texts::tr("Service accounts"); }, Icon::Bot,
         Rule::all({ServiceAccountsRead}), makePanel<ui::ServiceAccountsPanel>},
        {u"providers"_s, identityGroup, [] { return Texts::tr("Identity providers"); }, Icon::Globe,
         Rule::all({ProvidersRead}), makeProviders},
        {u"keys"_s, identityGroup, [] { return Texts::tr("API keys"); }, Icon::Key,
         Rule::oneOf({KeysRead, KeysOwn}), makeKeys},
        {u"leaks"_s, identityGroup, [] { return Texts::tr("Leak scan"); }, Icon::Search,
         Rule::all({KeysRead}), makeLeaks},
        {u"signing"_s, identityGroup, [] { return Texts::tr("Signature lab"); }, Icon::Signature,
         Rule::oneOf({KeysRead, KeysOwn}), makePanel<ui::SignatureLabPanel>},
        {u"roles"_s, accessGroup, [] { return Texts::tr("Roles"); }, Icon::ShieldUser,
         Rule::all({RolesRead}), makePanel<ui::RolesPanel>},
        {u"policies"_s, accessGroup, [] { return Texts::tr("Policies"); }, Icon::Scale,
         Rule::all({PoliciesRead}), makePanel<ui::PoliciesPanel>},
        {u"simulator"_s, accessGroup, [] { return Texts::tr("Simulator"); }, Icon::Flask,
         Rule::all({PoliciesRead}), makePanel<ui::SimulatorPanel>},
        {u"decisions"_s, accessGroup, [] { return Texts::tr("Decisions"); }, Icon::CheckCircle,
         Rule::all({DecisionsRead}), makePanel<ui::DecisionsPanel>},
        {u"records"_s, accessGroup, [] { return Texts::tr("Records"); }, Icon::Records,
         Rule::all({RecordsRead}), makePanel<ui::RecordsPanel>},
        {u"access"_s, accessGroup, [] { return Texts::tr("Access review"); }, Icon::UserCircle,
         Rule::all({UsersRead, RolesRead}), makePanel<ui::AccessPanel>},
        {u"limits"_s, protectionGroup, [] { return Texts::tr("Rate limits"); }, Icon::Gauge,
         Rule::all({ProtectionRead}), makePanel<ui::LimitsPanel>},
        {u"bans"_s, protectionGroup, [] { return Texts::tr("Bans"); }, Icon::Ban,
         Rule::all({BansRead}), makePanel<ui::BansPanel>},
        {u"threats"_s, protectionGroup, [] { return Texts::tr("Threats"); }, Icon::Threats,
         Rule::all({ProtectionRead}), makePanel<ui::ThreatsPanel>},
        {u"detection"_s, protectionGroup, [] { return Texts::tr("Detection"); }, Icon::ScanSearch,
         Rule::all({ProtectionRead}), makePanel<ui::DetectionPanel>},
        {u"headers"_s, protectionGroup, [] { return Texts::tr("Headers and CORS"); }, Icon::Headers,
         Rule::all({ProtectionRead}), makePanel<ui::HeadersPanel>},
        {u"playground"_s, protectionGroup, [] { return Texts::tr("Playground"); }, Icon::Play,
         Rule::all({ProtectionRead}), makePanel<ui::PlaygroundPanel>},
        {u"drill"_s, protectionGroup, [] { return Texts::tr("Drill"); }, Icon::ListCheck,
         Rule::all({ProtectionRead}), makePanel<ui::DrillPanel>},
        {u"alert_rules"_s, auditGroup, [] { return Texts::tr("Alert rules"); }, Icon::Siren,
         Rule::all({AlertsRead}), makePanel<ui::AlertRulesPanel>},
        {u"reports"_s, auditGroup, [] { return Texts::tr("Reports"); }, Icon::Report,
         Rule::all({EventsRead, EventsExport}), makeReports},
        {u"outputs"_s, auditGroup, [] { return Texts::tr("Destinations"); }, Icon::Export,
         Rule::all({OutputsRead}), makePanel<ui::OutputsPanel>},
        {u"integrity"_s, auditGroup, [] { return Texts::tr("Integrity"); }, Icon::Link,
         Rule::all({EventsRead, EventsVerify, EventsExport}), makeIntegrity},
        {u"history"_s, auditGroup, [] { return Texts::tr("History"); }, Icon::History,
         Rule::all({HistoryRead}), makePanel<ui::HistoryPanel>},
        {u"retention"_s, auditGroup, [] { return Texts::tr("Retention"); }, Icon::Hourglass,
         Rule::all({RetentionRead}), makePanel<ui::RetentionPanel>},
        {u"settings"_s, serverGroup, [] { return Texts::tr("Settings"); }, Icon::Settings,
         Rule::all({SettingsRead}), makePanel<ui::SettingsPanel>},
    };
    // clang-format on
    return all;
}

ui::PanelRules panelRules()
{
    ui::PanelRules rules;
    for (const PanelInfo& panel : panels())
        rules.emplace(panel.id, panel.rule);
    return rules;
}

void registerPanels(AppContext& context)
{
    context.console.setPanels(panelRules());
    for (const PanelInfo& panel : panels())
        if (panel.rule.heldAt(context.console))
            context.window.addPanel(
                {panel.id, panel.group, panel.title, panel.icon, [&context, make = panel.make](QWidget* parent) {
                     auto* made = make({context.console, context.preferences}, parent);
                     remember(made, &context.preferences);
                     return made;
                 }});
}

} // namespace sallyport::app
