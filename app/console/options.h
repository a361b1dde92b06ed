#pragma once

#include <QStringList>

#include <filesystem>
#include <variant>

namespace sallyport::app {

/// `sallyport [--data-dir DIR] [--demo] [--locked]`.
struct Options {
    std::filesystem::path dataDirectory; ///< default: $XDG_DATA_HOME/sallyport; unused with --demo
    bool demo = false;
    bool locked = false; ///< stays at the unlock screen; never offers to make a vault
};

/// A text to print and the code to end with.
struct EarlyExit {
    QString text;
    int code = 0;
};

/// What is left for us of a command line: Qt itself takes -platform, -style, -reverse and the like.
QStringList withoutQtOptions(QStringList arguments);
/// 0 for --help and --version, 2 for wrong usage.
std::variant<Options, EarlyExit> parseOptions(const QStringList& arguments);

/// $XDG_DATA_HOME/sallyport, or ~/.local/share/sallyport.
std::filesystem::path defaultDataDirectory();

} // namespace sallyport::app
