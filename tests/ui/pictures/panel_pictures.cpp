// ui_panel_pictures FOLDER [en|de|fr] [PANEL...]: pictures of the panels in every state, light and dark, to be held beside
// the design. With Qt's -reverse from right to left. It goes on after a panel that fails, says what was missing, and ends
// with 1 then.

#include "tests/ui/pictures/scenes.h"
#include "ui/look/theme.h"
#include "ui/shell/language.h"

#include <QApplication>
#include <QTextStream>

using namespace sallyport;
using namespace sallyport::tests;

namespace {

struct Scene {
    const char* panel;
    void (*take)(Camera&);
};

constexpr Scene scenes[] = {
    {"dashboard", pictureDashboard}, {"events", pictureEvents},        {"users", pictureUsers},
    {"coverage", pictureCoverage},   {"policy", picturePolicy},        {"sessions", pictureSessions},
    {"accounts", pictureAccounts},   {"providers", pictureProviders},  {"keys", pictureKeys},
    {"leaks", pictureLeaks},         {"signing", pictureSignatureLab}, {"reports", pictureReports},
    {"settings", pictureSettings},
};

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
        for (const Scene& scene : scenes) {
            if (!wanted.isEmpty() && !wanted.contains(QLatin1StringView(scene.panel)))
                continue;
            Camera camera(folder, QLatin1StringView(name) + suffix);
            try {
                scene.take(camera);
            } catch (const Missing& missing) {
                err << scene.panel << name << ": " << missing.what() << '\n';
                ++failed;
            }
            taken += camera.taken();
        }
    }
    QTextStream(stdout) << taken << " pictures in " << folder.path() << '\n';
    return failed == 0 && taken > 0 ? 0 : 1;
}
