#include "app/console/app_controller.h"
#include "app/console/hardening.h"
#include "app/console/stop_signals.h"
#include "backend/crypto/system_random.h"
#include "backend/drill/run_drill.h"

#include <QApplication>

#include <algorithm>
#include <cstdio>

namespace {

/// Without a display: --help must not need one.
std::variant<sallyport::app::Options, sallyport::app::EarlyExit> parse(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto parsed = sallyport::app::parseOptions(sallyport::app::withoutQtOptions(QCoreApplication::arguments()));
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    const bool display = isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM") ||
                         QCoreApplication::arguments().contains(QStringLiteral("-platform"));
    if (std::holds_alternative<sallyport::app::Options>(parsed) && !display) {
        return sallyport::app::EarlyExit{
            QStringLiteral("sallyport: there is no display; `sallyportd serve` runs the server without a window\n"), 1};
    }
    return parsed;
}

} // namespace

int main(int argc, char** argv)
{
    using namespace sallyport;
    app::hardenProcess();
    const SecretMemory secrets = lockSecretMemory();
    QApplication::setApplicationName(QStringLiteral("sallyport"));
    QApplication::setApplicationVersion(QStringLiteral(SALLYPORT_VERSION));
    const auto parsed = parse(argc, argv);
    if (const auto* early = std::get_if<app::EarlyExit>(&parsed)) {
        std::FILE* const stream = early->code == 0 ? stdout : stderr;
        const bool told = std::fputs(qPrintable(early->text), stream) >= 0 && std::fflush(stream) == 0;
        return told ? early->code : std::max(early->code, 1);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Sallyport"));
    QApplication::setDesktopFileName(QStringLiteral("sallyport"));
    QApplication::setQuitOnLastWindowClosed(false);
    SystemClock clock;
    crypto::SystemRandom random;
    const Platform platform{.clock = clock,
                            .random = random,
                            .reportProgram = {},
                            .secrets = secrets,
                            .drill = drill::runDrill,
                            .bootClock = audit::systemBootTime};
    app::AppController controller(std::get<app::Options>(parsed), platform);
    app::StopSignals stopSignals;
    QObject::connect(&stopSignals, &app::StopSignals::received, &controller, &app::AppController::quit);
    QObject::connect(&controller, &app::AppController::finished, &application, &QCoreApplication::quit, Qt::QueuedConnection);
    controller.start();
    return QApplication::exec();
}
