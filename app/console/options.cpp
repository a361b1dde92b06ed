#include "app/console/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace sallyport::app {

std::filesystem::path defaultDataDirectory()
{
    const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "sallyport";
}

QStringList withoutQtOptions(QStringList arguments)
{
    static const QStringList alone{QStringLiteral("-reverse")};
    static const QStringList withValue{QStringLiteral("-platform"), QStringLiteral("-style"), QStringLiteral("-geometry"),
                                       QStringLiteral("-display")};
    for (qsizetype at = 1; at < arguments.size();) {
        if (alone.contains(arguments.at(at)))
            arguments.removeAt(at);
        else if (withValue.contains(arguments.at(at)))
            arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
        else
            ++at;
    }
    return arguments;
}

std::variant<Options, EarlyExit> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Sallyport, the admin console with its HTTPS API server inside."));
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    const QCommandLineOption directory(QStringLiteral("data-dir"),
                                       QStringLiteral("Where the vault is. Default: the user's data directory."),
                                       QStringLiteral("DIR"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Opens a throw-away vault with sample data and sample traffic."));
    const QCommandLineOption locked(QStringLiteral("locked"),
                                    QStringLiteral("Stays at the unlock screen; never offers to make a vault."));
    parser.addOptions({directory, demo, locked});

    if (!parser.parse(arguments))
        return EarlyExit{parser.errorText() + u'\n', 2};
    if (parser.isSet(help))
        return EarlyExit{parser.helpText(), 0};
    if (parser.isSet(version))
        return EarlyExit{QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion() + u'\n', 0};
    if (!parser.positionalArguments().isEmpty())
        return EarlyExit{QStringLiteral("sallyport takes no arguments without a dash; see --help\n"), 2};
    Options options;
    options.demo = parser.isSet(demo);
    options.locked = parser.isSet(locked);
    if (options.demo && (options.locked || parser.isSet(directory)))
        return EarlyExit{QStringLiteral("--demo makes its own vault: leave --locked and --data-dir out\n"), 2};
    options.dataDirectory = defaultDataDirectory();
    if (parser.isSet(directory)) {
        if (parser.value(directory).isEmpty())
            return EarlyExit{QStringLiteral("--data-dir needs a directory\n"), 2};
        options.dataDirectory = QDir(parser.value(directory)).absolutePath().toStdString();
    }
    return options;
}

} // namespace sallyport::app
