// ui_panel_pictures FOLDER [en|de|fr] [PANEL...]: pictures of the panels in every state, light and dark, to be held beside
// the design. With Qt's -reverse from right to left. It goes on after a panel that fails, says what was missing, and ends
// with 1 then.

#include "app/console/panel_registry.h"
#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "ui/look/theme.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QTextStream>

#include <map>
#include <memory>

using namespace sallyport;
using namespace sallyport::tests;
using namespace Qt::StringLiterals;

namespace {

/// Panels with more than one state to be held beside the design. Every other one is taken as it opens.
const std::map<QString, void (*)(Camera&)> scenes{
    {u"dashboard"_s, pictureDashboard}, {u"events"_s, pictureEvents},
    {u"incidents"_s, pictureIncidents}, {u"alert_rules"_s, pictureAlertRules},
    {u"integrity"_s, pictureIntegrity}, {u"history"_s, pictureHistory},
    {u"retention"_s, pictureRetention}, {u"users"_s, pictureUsers},
    {u"coverage"_s, pictureCoverage},   {u"policy"_s, picturePolicy},
    {u"sessions"_s, pictureSessions},   {u"service_accounts"_s, pictureAccounts},
    {u"providers"_s, pictureProviders}, {u"roles"_s, pictureRoles},
    {u"keys"_s, pictureKeys},           {u"leaks"_s, pictureLeaks},
    {u"drill"_s, pictureDrill},         {u"signing"_s, pictureSignatureLab},
    {u"policies"_s, picturePolicies},   {u"simulator"_s, pictureSimulator},
    {u"decisions"_s, pictureDecisions}, {u"detection"_s, pictureDetection},
    {u"access"_s, pictureAccess},       {u"records"_s, pictureRecords},
    {u"limits"_s, pictureLimits},       {u"bans"_s, pictureBans},
    {u"threats"_s, pictureThreats},     {u"reports"_s, pictureReports},
    {u"outputs"_s, pictureOutputs},     {u"settings"_s, pictureSettings},
};

void pictureOf(const app::PanelInfo& info, Camera& camera)
{
    if (const auto scene = scenes.find(info.id); scene != scenes.end())
        return scene->second(camera);
    OpenConsole house(1284, 1000);
    if (!house.open())
        throw Missing("the console did not open");
    app::Preferences preferences{{}};
    const std::unique_ptr<ui::Panel> panel(info.make({house.console, preferences}, nullptr));
    panel->resize(Camera::small);
    panel->show();
    panel->activate({});
    waitFor("its answers", [&] { return house.console.waiting() == 0; });
    camera.take(*panel, info.id + u"-full"_s);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    QTextStream err(stderr);
    if (arguments.size() < 2) {
        err << "usage: ui_panel_pictures FOLDER [en|de|fr] [PANEL...]\n";
        return 2;
    }
    const QDir folder(arguments[1]);
    if (!folder.mkpath(QStringLiteral("."))) {
        err << "cannot make the folder " << arguments[1] << '\n';
        return 1;
    }
    const QString code = arguments.value(2, QStringLiteral("en"));
    const QStringList wanted = arguments.mid(3);
    ui::Theme theme;
    ui::Language language;
    language.set(code);
    QString suffix = code == QStringLiteral("en") ? QString() : QString(u'-' + code);
    if (QApplication::isRightToLeft())
        suffix += QStringLiteral("-rtl");
    int taken = 0, failed = 0;
    for (const auto& [mode, name] : {std::pair{ui::ThemeMode::Light, "-light"}, std::pair{ui::ThemeMode::Dark, "-dark"}}) {
        theme.setMode(mode);
        for (const app::PanelInfo& panel : app::panels()) {
            if (!wanted.isEmpty() && !wanted.contains(panel.id))
                continue;
            Camera camera(folder, QLatin1StringView(name) + suffix);
            try {
                pictureOf(panel, camera);
            } catch (const Missing& missing) {
                err << panel.id << name << ": " << missing.what() << '\n';
                ++failed;
            }
            taken += camera.taken();
        }
    }
    QTextStream(stdout) << taken << " pictures in " << folder.path() << '\n';
    return failed == 0 && taken > 0 ? 0 : 1;
}
